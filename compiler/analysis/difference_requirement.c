/* difference_requirement.c - what a specialization requires: one fact for each line that came, went or changed.
 *
 * Lines are about the same when they ask for the same kind of thing of the same names; of these, first those alike in
 * all numbers and dates are paired, then the others in their order. */
#include "compiler/analysis/difference_fact.h"

#include <string.h>

#define TEXTS(of, list, number) ((struct fact_texts){(of)->list, (of)->number})

/* ---- Pairs ---- */

static bool requirement_same_text(const char *a, const char *b) {
    return a == b || (a && b && strcmp(a, b) == 0);
}

static bool requirement_same_names(const struct model_requirement *a, const struct model_requirement *b) {
    bool same = a->name_count == b->name_count;
    for (size_t i = 0; same && i < a->name_count; i++)
        same = difference_named(a->names[i].text, b->names, b->name_count);
    return same;
}

static bool requirement_same_numbers(const struct model_requirement *a, const struct model_requirement *b) {
    return requirement_same_text(a->amount, b->amount) && a->months == b->months && a->customers == b->customers &&
           a->people == b->people && a->references == b->references && a->valid_months == b->valid_months;
}

static bool requirement_same_about(const struct model_requirement *a, const struct model_requirement *b) {
    return a->kind == b->kind && a->average == b->average && a->percent == b->percent &&
           requirement_same_text(a->subject, b->subject) && requirement_same_names(a, b);
}

static bool requirement_same_period(const struct model_requirement *a, const struct model_requirement *b) {
    return a->from == b->from && a->until == b->until;
}

static bool requirement_same(const struct model_requirement *a, const struct model_requirement *b) {
    bool same = requirement_same_about(a, b) && requirement_same_numbers(a, b) && a->part_count == b->part_count &&
                requirement_same_text(a->option, b->option);
    for (size_t i = 0; same && i < a->part_count; i++)
        same = requirement_same(&a->parts[i], &b->parts[i]);
    return same;
}

static bool requirement_validates(const struct model_requirement *requirement) {
    return requirement->kind == ASSAY_REQUIRES_AUDIT || requirement->kind == ASSAY_REQUIRES_REFERENCES;
}

/* How alike two lines are; 0: they are about different things. Of designations, and of an audit or references, there is
 * one line at a time, so that a changed one is known whatever it says. */
static int requirement_alike(const struct model_requirement *a, const struct model_requirement *b) {
    bool one = a->kind == b->kind && (a->kind == ASSAY_REQUIRES_DESIGNATION || a->kind == ASSAY_REQUIRES_ANY_OF);
    one = one || (requirement_validates(a) && requirement_validates(b));
    if (!one && !requirement_same_about(a, b)) return 0;
    if (requirement_same(a, b)) return requirement_same_period(a, b) ? 4 : 3;
    return requirement_same_period(a, b) ? 2 : 1;
}

/* For each of the new lines the old one that it goes on with, or NULL. */
static const struct model_requirement **requirement_pairs(struct difference *difference,
                                                          const struct model_specialization *old,
                                                          const struct model_specialization *new) {
    const struct model_requirement **of =
        ARENA_ARRAY(difference->arena, new->requirement_count, const struct model_requirement *);
    bool *taken = ARENA_ARRAY(difference->arena, old->requirement_count, bool);
    for (int wanted = 4; wanted > 0; wanted--) {
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

static void requirement_date(struct text *out, const char *word, uint32_t date) {
    if (date) text_addf(out, " %s %04u-%02u-%02u", word, date / 10000, date / 100 % 100, date % 100);
}

/* A line with all that stands below it, and when it is in force. */
static void requirement_words(struct text *out, const struct model_requirement *requirement) {
    text_add(out, requirement->text);
    for (size_t i = 0; i < requirement->part_count; i++) {
        bool options = requirement->kind == ASSAY_REQUIRES_ANY_OF;
        text_add(out, options                                      ? (i ? "; " : ": ")
                      : requirement->kind == ASSAY_REQUIRES_ALL_OF ? (i ? " and " : ": ")
                                                                   : ", ");
        requirement_words(out, &requirement->parts[i]);
    }
    if (requirement->from || requirement->until) text_add(out, ", effective");
    requirement_date(out, "from", requirement->from);
    requirement_date(out, "until", requirement->until);
}

static const char *requirement_keep(struct difference *difference, struct text *text) {
    const char *kept = arena_string(difference->arena, text->data ? text->data : "", text->length);
    text_free(text);
    return kept;
}

static const char *requirement_say(struct difference *difference, const struct model_requirement *requirement) {
    struct text text = {0};
    requirement_words(&text, requirement);
    return requirement_keep(difference, &text);
}

/* The least sum that meets a line: an average over some months is that of all of them. */
static assay_money requirement_least(const struct model_requirement *requirement) {
    assay_money least = 0, sum = 0;
    (void)assay_money_parse(requirement->amount, strlen(requirement->amount), &least);
    for (unsigned i = 0; i < (requirement->average ? requirement->months : 1u); i++)
        (void)assay_money_add(&sum, least);
    return sum;
}

/* The first sum, number or percentage that meets the line. */
static void requirement_flip_amount(struct text *out, const struct model_requirement *old,
                                    const struct model_requirement *new) {
    char now[ASSAY_MONEY_TEXT], before[ASSAY_MONEY_TEXT];
    if (!new->amount || !old->amount || requirement_least(new) == requirement_least(old)) return;
    bool money = new->kind == ASSAY_REQUIRES_AMOUNT;
    (void)(money ? assay_money_cents : assay_money_exact)(now, requirement_least(new));
    (void)(money ? assay_money_cents : assay_money_exact)(before, requirement_least(old));
    text_addf(out, "%s%s%s (was %s)", out->length ? ", " : "", now, new->percent ? " percent" : "", before);
}

static void requirement_flip_count(struct text *out, const char *what, unsigned new, unsigned old) {
    if (new != old) text_addf(out, "%s%u %s (was %u)", out->length ? ", " : "", new, what, old);
}

/* Where the answer flips: of a line, and of its parts and options as far as they are about the same. */
static void requirement_flips(struct text *out, const struct model_requirement *old,
                              const struct model_requirement *new) {
    requirement_flip_amount(out, old, new);
    requirement_flip_count(out, "customers", new->customers, old->customers);
    requirement_flip_count(out, "people", new->people, old->people);
    if (old->references && new->references) /* else one of the numbers is not published */
        requirement_flip_count(out, "references", new->references, old->references);
    for (size_t i = 0; old->part_count == new->part_count &&i < new->part_count; i++)
        if (requirement_same_about(&old->parts[i], &new->parts[i]))
            requirement_flips(out, &old->parts[i], &new->parts[i]);
}

static void requirement_change(const struct fact_place *place, const struct model_requirement *old,
                               const struct model_requirement *new) {
    struct text flips = {0};
    if (requirement_same(old, new) && requirement_same_period(old, new)) return;
    requirement_flips(&flips, old, new);
    const char *where = requirement_keep(place->difference, &flips);
    fact_add(place, "requirement", "requires %s; it required %s%s%s", requirement_say(place->difference, new),
             requirement_say(place->difference, old), *where ? "; the answer flips at " : "", where);
}

/* ---- What changes no answer ---- */

static bool requirement_same_cases(const struct model_requirement *a, const struct model_requirement *b) {
    bool same = a->case_count == b->case_count;
    for (size_t i = 0; same && i < a->case_count; i++) {
        const struct model_case *left = &a->cases[i], *right = &b->cases[i];
        same = strcmp(left->name.text, right->name.text) == 0 && left->as_of == right->as_of &&
               left->fact_count == right->fact_count && left->expected == right->expected;
    }
    return same;
}

static void requirement_no_effect(struct difference *difference, const struct difference_specialization *specialization,
                                  const struct model_requirement *old, const struct model_requirement *new) {
    struct fact_place place = {difference, DIFFERENCE_NO_EFFECT, specialization->new->name.text, NULL};
    bool inherited = fact_same_citation(&old->cites, &specialization->old->cites) &&
                     fact_same_citation(&new->cites, &specialization->new->cites);
    if (!inherited && !fact_same_citation(&old->cites, &new->cites)) {
        fact_add(&place, "cites", "%s: another source is cited", new->text);
    }
    fact_set(&place, "note", TEXTS(old, notes, note_count), TEXTS(new, notes, note_count));
    if (!requirement_same_cases(old, new)) fact_add(&place, "example", "%s: its examples changed", new->text);
}

void difference_requirement_facts(struct difference *difference,
                                  const struct difference_specialization *specialization) {
    const struct model_specialization *old = specialization->old, *new = specialization->new;
    struct fact_place place = {difference, DIFFERENCE_REQUIREMENTS, new->name.text, NULL};
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

void difference_metric_facts(struct difference *difference, const struct difference_specialization *specialization) {
    const struct model_specialization *old = specialization->old, *new = specialization->new;
    struct fact_place place = {difference, DIFFERENCE_REQUIREMENTS, new->name.text, NULL};
    for (size_t i = 0; i < new->metric_count; i++) {
        const struct model_metric *metric = &new->metrics[i];
        for (size_t k = 0; k < old->metric_count; k++) {
            const struct model_metric *before = &old->metrics[k];
            if (!difference_same(before->name.text, metric->name.text)) continue;
            fact_list(&place, "metric",
                      arena_format(difference->arena, "workloads of metric \"%s\"", metric->name.text),
                      TEXTS(before, workloads, workload_count), TEXTS(metric, workloads, workload_count));
        }
    }
}

static const struct model_certification *requirement_certification(const struct model *model, const char *code) {
    for (size_t i = 0; i < model->certification_count; i++)
        if (difference_same(model->certifications[i].code.text, code)) return &model->certifications[i];
    return NULL;
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
    const struct model_renewal *a = old->renewal, *b = new->renewal;
    if (!a != !b) fact_add(&place, "renewal", "the renewal is %s", b ? "new" : "gone");
    if (a && b && (a->months != b->months || a->opens_days != b->opens_days || a->grace_days != b->grace_days))
        fact_add(&place, "renewal",
                 "renewal every %u months, opens %u days before, with %u days grace; it was %u, %u, %u", b->months,
                 b->opens_days, b->grace_days, a->months, a->opens_days, a->grace_days);
}
