/* difference_requirement.c - what a specialization requires: one fact for each line that came, went or changed.
 *
 * Lines are about the same when they ask for the same kind of thing of the same names; of these, first those alike in
 * all numbers and dates are paired, then the others in their order; at last lines that ask for the same kind of thing
 * of a name that both list. */
#include "compiler/analysis/difference_fact.h"
#include "compiler/model/requirement.h"
#include "compiler/model/sentence.h"

#include <string.h>

#define TEXTS(of, list, number) ((struct fact_texts){(of)->list, (of)->number})

/* ---- Pairs ---- */

static bool requirement_same_text(const char *a, const char *b) {
    return a == b || (a && b && strcmp(a, b) == 0);
}

bool difference_same_names(const struct model_requirement *a, const struct model_requirement *b) {
    bool same = a->name_count == b->name_count;
    for (size_t i = 0; same && i < a->name_count; i++)
        same = difference_named(a->names[i].text, b->names, b->name_count);
    return same;
}

static bool requirement_same_numbers(const struct model_requirement *a, const struct model_requirement *b) {
    return requirement_same_text(a->amount, b->amount) && a->months == b->months && a->customers == b->customers &&
           a->people == b->people && a->references == b->references && a->valid_months == b->valid_months;
}

bool difference_same_about(const struct model_requirement *a, const struct model_requirement *b) {
    return a->kind == b->kind && a->average == b->average && a->percent == b->percent &&
           requirement_same_text(a->subject, b->subject) && difference_same_names(a, b);
}

static bool requirement_same_period(const struct model_requirement *a, const struct model_requirement *b) {
    return a->from == b->from && a->until == b->until;
}

static bool requirement_same(const struct model_requirement *a, const struct model_requirement *b) {
    bool same = difference_same_about(a, b) && requirement_same_numbers(a, b) && a->part_count == b->part_count &&
                requirement_same_text(a->option, b->option);
    for (size_t i = 0; same && i < a->part_count; i++)
        same = requirement_same(&a->parts[i], &b->parts[i]);
    return same;
}

static bool requirement_share_name(const struct model_requirement *a, const struct model_requirement *b) {
    for (size_t i = 0; i < a->name_count; i++)
        if (difference_named(a->names[i].text, b->names, b->name_count)) return true;
    return false;
}

/* How alike two lines are; 0: they are about different things. Of designations, and of an audit or references, there is
 * one line at a time, so that a changed one is known whatever it says. */
static int requirement_alike(const struct model_requirement *a, const struct model_requirement *b) {
    bool one = a->kind == b->kind && (a->kind == ASSAY_REQUIRES_DESIGNATION || a->kind == ASSAY_REQUIRES_ANY_OF);
    one = one || (requirement_validates(a) && requirement_validates(b));
    if (!one && !difference_same_about(a, b)) return a->kind == b->kind && requirement_share_name(a, b) ? 1 : 0;
    if (requirement_same(a, b)) return requirement_same_period(a, b) ? 5 : 4;
    return requirement_same_period(a, b) ? 3 : 2;
}

/* For each of the new lines the old one that it goes on with, or NULL. */
static const struct model_requirement **requirement_pairs(struct difference *difference,
                                                          const struct model_specialization *old,
                                                          const struct model_specialization *new) {
    const struct model_requirement **of =
        ARENA_ARRAY(difference->arena, new->requirement_count, const struct model_requirement *);
    bool *taken = ARENA_ARRAY(difference->arena, old->requirement_count, bool);
    for (int wanted = 5; wanted > 0; wanted--) {
        for (size_t i = 0; i < new->requirement_count; i++) {
            for (size_t k = 0; k < old->requirement_count && !of[i]; k++) {
                if (taken[k] || requirement_alike(&old->requirements[k], &new->requirements[i]) != wanted) continue;
                of[i] = &old->requirements[k];
                taken[k] = true;
            }
        }
    }
    return of;
}

/* ---- What changed ---- */

static void requirement_day(struct difference *difference, struct text *out, const char *word, uint32_t day) {
    if (day) text_addf(out, " %s %s", word, sentence_date(day, difference->arena));
}

/* A line with all that stands below it: `either "a": ...; or "b": ... and ...`. */
static void requirement_words(struct difference *difference, struct text *out,
                              const struct model_requirement *requirement) {
    bool either = requirement->kind == ASSAY_REQUIRES_ANY_OF, all = requirement->kind == ASSAY_REQUIRES_ALL_OF;
    if (!either && !all) text_add(out, requirement->text);
    for (size_t i = 0; i < requirement->part_count; i++) {
        const struct model_requirement *part = &requirement->parts[i];
        if (either)
            text_addf(out, "%s \"%s\": ", i ? "; or" : "either", part->option);
        else if (!all || i)
            text_add(out, all ? " and " : ", ");
        requirement_words(difference, out, part);
    }
    if (requirement->from || requirement->until) text_add(out, ", effective");
    requirement_day(difference, out, "from", requirement->from);
    requirement_day(difference, out, "until", requirement->until);
}

static const char *requirement_keep(struct difference *difference, struct text *text) {
    const char *kept = arena_string(difference->arena, text->data ? text->data : "", text->length);
    text_free(text);
    return kept;
}

static const char *requirement_say(struct difference *difference, const struct model_requirement *requirement) {
    struct text text = {0};
    requirement_words(difference, &text, requirement);
    return requirement_keep(difference, &text);
}

static void requirement_change(const struct fact_place *place, const struct model_requirement *old,
                               const struct model_requirement *new) {
    if (requirement_same(old, new) && requirement_same_period(old, new)) return;
    const char *where = difference_flips(place->difference, old, new);
    fact_add(place, "requirement", "requires %s; it required %s%s%s", requirement_say(place->difference, new),
             requirement_say(place->difference, old), *where ? "; the answer flips " : "", where);
}

/* ---- What changes no answer ---- */

static const struct model_case *requirement_case(const struct model_requirement *among, const char *name) {
    for (size_t i = 0; i < among->case_count; i++)
        if (difference_same(among->cases[i].name.text, name)) return &among->cases[i];
    return NULL;
}

static void requirement_cases(const struct fact_place *place, const struct model_requirement *old,
                              const struct model_requirement *new) {
    for (size_t i = 0; i < new->case_count; i++) {
        const struct model_case *before = requirement_case(old, new->cases[i].name.text);
        if (before && before->expected == new->cases[i].expected &&requirement_same_given(before, &new->cases[i]))
            continue;
        fact_add(place, "example", "%s: example %s %s", new->text,
                 fact_quote(place->difference, new->cases[i].name.text), before ? "says otherwise" : "is new");
    }
    for (size_t i = 0; i < old->case_count; i++)
        if (!requirement_case(new, old->cases[i].name.text))
            fact_add(place, "example", "%s: example %s is gone", new->text,
                     fact_quote(place->difference, old->cases[i].name.text));
}

/* Another source; not where both sides cite what stands above them, of which it is told there. */
static void requirement_cites(const struct fact_place *place, const char *of, const struct model_citation *const old[2],
                              const struct model_citation *const new[2]) {
    bool inherited = fact_same_citation(old[0], old[1]) && fact_same_citation(new[0], new[1]);
    if (inherited || fact_same_citation(old[0], new[0])) return;
    fact_add(place, "cites", "%s: cites %s; it cited %s", of, fact_citation_text(place->difference, new[0]),
             fact_citation_text(place->difference, old[0]));
}

static void requirement_no_effect(struct difference *difference, const struct difference_specialization *specialization,
                                  const struct model_requirement *old, const struct model_requirement *new) {
    struct fact_place place = {difference, DIFFERENCE_NO_EFFECT, specialization->new->name.text, NULL};
    requirement_cites(&place, new->text, (const struct model_citation *[]){&old->cites, &specialization->old->cites},
                      (const struct model_citation *[]){&new->cites, &specialization->new->cites});
    fact_set(&place, "note", TEXTS(old, notes, note_count), TEXTS(new, notes, note_count));
    requirement_cases(&place, old, new);
}

/* What stands in for a specialization that one side lacks: it requires nothing. */
static const struct model_specialization requirement_none;

static const struct model_specialization *requirement_side(const struct model_specialization *side) {
    return side ? side : &requirement_none;
}

static struct fact_place requirement_place(struct difference *difference,
                                           const struct difference_specialization *specialization) {
    const struct model_specialization *of = specialization->new ? specialization->new : specialization->old;
    return (struct fact_place){difference, DIFFERENCE_REQUIREMENTS, of->name.text, NULL};
}

void difference_requirement_facts(struct difference *difference,
                                  const struct difference_specialization *specialization) {
    const struct model_specialization *old = requirement_side(specialization->old);
    const struct model_specialization *new = requirement_side(specialization->new);
    struct fact_place place = requirement_place(difference, specialization);
    const struct model_requirement **pairs = requirement_pairs(difference, old, new);
    for (size_t i = 0; i < new->requirement_count; i++) {
        const struct model_requirement *line = &new->requirements[i];
        if (!pairs[i]) {
            fact_add(&place, "requirement", "requires %s: new", requirement_say(difference, line));
            continue;
        }
        requirement_change(&place, pairs[i], line);
        requirement_no_effect(difference, specialization, pairs[i], line);
    }
    for (size_t k = 0; k < old->requirement_count; k++) {
        const struct model_requirement *line = &old->requirements[k];
        bool kept = false;
        for (size_t i = 0; i < new->requirement_count; i++)
            kept = kept || pairs[i] == line;
        if (!kept) fact_add(&place, "requirement", "no longer requires %s", requirement_say(difference, line));
    }
}

/* ---- Metrics, certifications, the renewal ---- */

static const struct model_metric *requirement_metric(const struct model_specialization *among, const char *name) {
    for (size_t i = 0; i < among->metric_count; i++)
        if (difference_same(among->metrics[i].name.text, name)) return &among->metrics[i];
    return NULL;
}

void difference_metric_facts(struct difference *difference, const struct difference_specialization *specialization) {
    const struct model_specialization *old = requirement_side(specialization->old);
    const struct model_specialization *new = requirement_side(specialization->new);
    struct fact_place place = requirement_place(difference, specialization), none = place;
    none.heading = DIFFERENCE_NO_EFFECT;
    for (size_t i = 0; i < new->metric_count; i++) {
        const struct model_metric *now = &new->metrics[i], *before = requirement_metric(old, now->name.text);
        const char *called = arena_format(difference->arena, "metric %s", fact_quote(difference, now->name.text));
        if (!before) fact_add(&place, "metric", "%s is new", called);
        if (!before) continue;
        fact_list(&place, "metric", arena_format(difference->arena, "workloads of %s", called),
                  TEXTS(before, workloads, workload_count), TEXTS(now, workloads, workload_count));
        requirement_cites(&none, called, (const struct model_citation *[]){&before->cites, &old->cites},
                          (const struct model_citation *[]){&now->cites, &new->cites});
        fact_set(&none, "note", TEXTS(before, notes, note_count), TEXTS(now, notes, note_count));
    }
    for (size_t i = 0; i < old->metric_count; i++)
        if (!requirement_metric(new, old->metrics[i].name.text))
            fact_add(&place, "metric", "metric %s is gone", fact_quote(difference, old->metrics[i].name.text));
}

static const struct model_certification *requirement_certification(const struct model *model, const char *code) {
    for (size_t i = 0; i < model->certification_count; i++)
        if (difference_same(model->certifications[i].code.text, code)) return &model->certifications[i];
    return NULL;
}

static void requirement_renewal(const struct fact_place *place) {
    const struct difference *difference = place->difference;
    const struct model_renewal *a = difference->old->renewal, *b = difference->new->renewal;
    if (!a != !b) fact_add(place, "renewal", "the renewal is %s", b ? "new" : "gone");
    if (!a || !b) return;
    if (a->months != b->months || a->opens_days != b->opens_days || a->grace_days != b->grace_days)
        fact_add(place, "renewal",
                 "renewal every %u months, opens %u days before, with %u days grace; it was %u, %u, %u", b->months,
                 b->opens_days, b->grace_days, a->months, a->opens_days, a->grace_days);
    struct fact_place none = {place->difference, DIFFERENCE_NO_EFFECT, NULL, NULL};
    requirement_cites(&none, "the renewal", (const struct model_citation *[]){&a->cites, &difference->old->cites},
                      (const struct model_citation *[]){&b->cites, &difference->new->cites});
}

void difference_partner_facts(struct difference *difference) {
    const struct model *old = difference->old, *new = difference->new;
    struct fact_place place = {difference, DIFFERENCE_REQUIREMENTS, NULL, NULL};
    for (size_t i = 0; i < new->certification_count; i++) {
        const struct model_certification *now = &new->certifications[i];
        const struct model_certification *before = requirement_certification(old, now->code.text);
        const char *called = arena_format(difference->arena, "titles of certification \"%s\"", now->code.text);
        if (before)
            fact_list(&place, "certification", called, TEXTS(before, titles, title_count),
                      TEXTS(now, titles, title_count));
        else
            fact_add(&place, "certification", "certification \"%s\" is new", now->code.text);
    }
    for (size_t i = 0; i < old->certification_count; i++)
        if (!requirement_certification(new, old->certifications[i].code.text))
            fact_add(&place, "certification", "certification \"%s\" is gone", old->certifications[i].code.text);
    requirement_renewal(&place);
}
