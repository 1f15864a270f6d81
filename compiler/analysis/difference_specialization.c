/* difference_specialization.c - what a specialization says beside its filters. */
#include "compiler/analysis/difference_fact.h"

#include <string.h>

static const char *specialization_overlap(const struct model_specialization *specialization) {
    static const char *const words[] = {"not said", "may overlap", "must not overlap"};
    return words[specialization->overlap];
}

/* ---- One specialization before, and after ---- */

/* Whether two measures may claim one row is for `assayc check` to look after, but it is a rule. */
static void specialization_measures_overlap(struct difference *difference, const struct model_specialization *old,
                                            const struct model_specialization *new) {
    struct fact_place place = {.difference = difference, .heading = DIFFERENCE_MEASURES};
    place.specialization = new->name.text;
    if (old->overlap != new->overlap)
        fact_add(&place, "overlap", "overlap of its measures: %s; before: %s",
                 specialization_overlap(new), specialization_overlap(old));
}

/* ---- Former names ---- */

/* Whether a name is told already where something was renamed, merged or split: it is one of the names of a side. */
typedef bool former_told(const void *of, size_t model, const char *name);

/* The former names of a side that the other one has not got, and that nothing else tells. */
static struct fact_texts former_untold(struct difference *difference, struct fact_texts side, struct fact_texts other,
                                       former_told *told, const void *of, size_t model) {
    struct fact_texts left = {NULL, 0};
    struct model_text *kept = ARENA_ARRAY(difference->arena, side.count + 1, struct model_text);
    for (size_t i = 0; i < side.count; i++)
        if (!difference_named(side.items[i].text, other.items, other.count) && !told(of, model, side.items[i].text))
            kept[left.count++] = side.items[i];
    left.items = kept;
    return left;
}

static void former_facts(const struct fact_place *place, struct fact_texts old, struct fact_texts new,
                         former_told *told, const void *of) {
    struct difference *difference = place->difference;
    fact_set(place, "former name", former_untold(difference, old, new, told, of, 1),
             former_untold(difference, new, old, told, of, 0));
}

static bool former_specialization(const void *of, size_t model, const char *name) {
    const struct difference_specialization *specialization = of;
    const struct model_specialization *const *list = model ? specialization->news : specialization->olds;
    for (size_t i = 0; i < (model ? specialization->new_count : specialization->old_count); i++)
        if (difference_same(list[i]->name.text, name)) return true;
    return false;
}

static bool former_measure(const void *of, size_t model, const char *name) {
    const struct difference_measure *measure = of;
    if (!measure->renamed) return difference_same((model ? measure->new : measure->old)->name.text, name);
    for (size_t i = 0; i < measure->passage_count; i++) {
        const struct difference_edition *edition = model ? &measure->passages[i].new : &measure->passages[i].old;
        if (difference_same(edition->measure->name.text, name)) return true;
    }
    return false;
}

/* ---- What changes no row ---- */

static void specialization_no_effect(struct difference *difference,
                                     const struct difference_specialization *specialization,
                                     const struct model_specialization *old, const struct model_specialization *new) {
    bool merged = specialization->old_count > 1 || specialization->new_count > 1;
    struct fact_place place = {.difference = difference, .heading = DIFFERENCE_NO_EFFECT};
    place.specialization = new->name.text;
    if (!merged) fact_one(&place, "name", old->name.text, new->name.text);
    fact_one(&place, "area", old->area, new->area);
    former_facts(&place, (struct fact_texts){old->former_names, old->former_count},
                 (struct fact_texts){new->former_names, new->former_count}, former_specialization, specialization);
    fact_citation(&place, &old->cites, &new->cites);
    fact_set(&place, "note", (struct fact_texts){old->notes, old->note_count},
             (struct fact_texts){new->notes, new->note_count});
    fact_examples(&place, (struct fact_examples){old->examples, old->example_count},
                  (struct fact_examples){new->examples, new->example_count});
}

/* The old specialization that a new one goes on with: that of its name, else the first. */
static const struct model_specialization *specialization_before(const struct difference_specialization *specialization,
                                                                const struct model_specialization *new) {
    for (size_t i = 0; i < specialization->old_count; i++)
        if (difference_same(specialization->olds[i]->name.text, new->name.text)) return specialization->olds[i];
    return specialization->old;
}

/* ---- Several ---- */

static const char *specialization_names(struct difference *difference, const struct model_specialization *const *list,
                                        size_t count) {
    const char *names = "";
    for (size_t i = 0; i < count; i++)
        names =
            arena_format(difference->arena, "%s%s%s", names, i ? ", " : "", fact_quote(difference, list[i]->name.text));
    return names;
}

static void specialization_merged(struct difference *difference,
                                  const struct difference_specialization *specialization) {
    const char *olds = specialization_names(difference, specialization->olds, specialization->old_count);
    const char *news = specialization_names(difference, specialization->news, specialization->new_count);
    struct fact_place place = {.difference = difference, .heading = DIFFERENCE_MEASURES};
    place.specialization = specialization->new->name.text;
    const char *what = specialization->old_count > 1 ? "merge" : "split";
    fact_add(&place, what, "%s %s %s", olds,
             specialization->new_count == 1   ? "are merged into"
             : specialization->old_count == 1 ? "is split into"
                                              : "became",
             news);
}

/* ---- Measures ---- */

/* All texts of one kind of the editions, `former names` or notes, each once. */
static struct fact_texts measure_texts(struct difference *difference, const struct difference_edition *editions,
                                       size_t count, bool notes) {
    size_t most = 0, kept = 0;
    for (size_t i = 0; i < count; i++)
        most += notes ? editions[i].measure->note_count : editions[i].measure->former_count;
    struct model_text *texts = ARENA_ARRAY(difference->arena, most + 1, struct model_text);
    for (size_t i = 0; i < count; i++) {
        const struct model_measure *of = editions[i].measure;
        for (size_t k = 0; k < (notes ? of->note_count : of->former_count); k++)
            texts[kept++] = notes ? of->notes[k] : of->former_names[k];
    }
    return (struct fact_texts){texts, kept};
}

/* The sources of the editions, each once: `"A", 2023 and "B", 2024`. */
static const char *measure_cites(struct difference *difference, const struct difference_edition *editions,
                                 size_t count) {
    const char *all = "";
    for (size_t i = 0; i < count; i++) {
        bool told = false;
        for (size_t k = 0; k < i && !told; k++)
            told = fact_same_citation(&editions[i].measure->cites, &editions[k].measure->cites);
        if (!told)
            all = arena_format(difference->arena, "%s%s%s", all, i ? " and " : "",
                               fact_citation_text(difference, &editions[i].measure->cites));
    }
    return all;
}

static bool measure_inherits(const struct difference_edition *editions, size_t count) {
    bool same = true;
    for (size_t i = 0; same && i < count; i++)
        same = fact_same_citation(&editions[i].measure->cites, &editions[i].specialization->cites);
    return same;
}

static void measure_citations(struct fact_place *place, const struct difference_measure *measure) {
    if (measure_inherits(measure->olds, measure->old_count) && measure_inherits(measure->news, measure->new_count))
        return;
    const char *before = measure_cites(place->difference, measure->olds, measure->old_count);
    const char *after = measure_cites(place->difference, measure->news, measure->new_count);
    if (strcmp(before, after) != 0) fact_add(place, "cites", "cites %s; it cited %s", after, before);
}

/* A name that was taken for the same because of its rows alone. */
static void measure_name(struct fact_place *place, const struct difference_measure *measure) {
    const char *old = measure->old->name.text, *new = measure->new->name.text;
    if (strcmp(old, new) == 0) return;
    bool said = difference_same(old, new) ||
                difference_named(old, measure->new->former_names, measure->new->former_count) ||
                difference_named(new, measure->old->former_names, measure->old->former_count);
    const char *quoted = fact_quote(place->difference, old);
    fact_add(place, "name", "name is %s; it was %s%s%s%s", fact_quote(place->difference, new), quoted,
             said ? "" : "; if it was renamed, write `formerly ", said ? "" : quoted, said ? "" : "` below it");
}

/* "M" of "S" */
static const char *measure_called(struct difference *difference, const struct difference_edition *edition) {
    return arena_format(difference->arena, "%s of %s", fact_quote(difference, edition->measure->name.text),
                        fact_quote(difference, edition->specialization->name.text));
}

static void measure_passages(struct difference *difference, const struct difference_measure *measure) {
    for (size_t i = 0; i < measure->passage_count; i++) {
        const struct difference_passage *passage = &measure->passages[i];
        struct fact_place place = fact_measure(difference, measure, DIFFERENCE_MEASURES);
        place.beside = true;
        place.period = passage->period;
        fact_add(&place, "moved", "%s counted as %s counts as %s%s", passage->whole ? "what" : "part of what",
                 measure_called(difference, &passage->old), measure_called(difference, &passage->new),
                 fact_when(difference->arena, passage->period));
    }
}

static void specialization_measure(struct difference *difference, const struct difference_measure *measure) {
    struct fact_place place = fact_measure(difference, measure, DIFFERENCE_NO_EFFECT);
    const struct difference_edition *olds = measure->olds, *news = measure->news;
    size_t old_count = measure->old_count, new_count = measure->new_count;
    difference_period_fact(difference, measure);
    measure_passages(difference, measure);
    if (!measure->renamed) measure_name(&place, measure);
    former_facts(&place, measure_texts(difference, olds, old_count, false),
                 measure_texts(difference, news, new_count, false), former_measure, measure);
    fact_set(&place, "note", measure_texts(difference, olds, old_count, true),
             measure_texts(difference, news, new_count, true));
    measure_citations(&place, measure);
    if (difference_same_rows(&measure->filter) && old_count == 1 && new_count == 1)
        fact_wording(&place, &measure->old->rule, &measure->new->rule);
}

/* What is new and resembles what is gone, NULL: nothing, was perhaps renamed; `below`: where `formerly` is written. */
static const char *specialization_hint(struct difference *difference, const char *like, const char *below) {
    if (!like) return "";
    const char *quoted = fact_quote(difference, like);
    return arena_format(difference->arena,
                        "; it resembles %s, which is gone: if it was renamed, write `formerly %s` below %s", quoted,
                        quoted, below);
}

/* A measure that goes whatever becomes of it is no passage, but the end of one. */
static void specialization_come_and_go(struct difference *difference,
                                       const struct difference_specialization *specialization,
                                       const struct difference_measure *measure) {
    struct fact_place place = fact_measure(difference, measure, DIFFERENCE_MEASURES);
    const char *like = difference_hint_measure(difference, specialization, measure);
    place.beside = measure->filter.region_count > 0;
    fact_add(&place, "measure", "the measure is %s%s", measure->new ? "new" : "gone",
             specialization_hint(difference, like, "it"));
}

static void specialization_order(struct difference *difference,
                                 const struct difference_specialization *specialization) {
    const struct model_measure *last = NULL;
    struct fact_place place = {.difference = difference, .heading = DIFFERENCE_NO_EFFECT};
    place.specialization = specialization->new->name.text;
    for (size_t i = 0; i < specialization->measure_count; i++) {
        const struct difference_measure *measure = &specialization->measures[i];
        if (!measure->old || !measure->new || measure->olds->specialization != specialization->old) continue;
        if (last && measure->old < last) {
            fact_add(&place, "order", "the measures stand in another order");
            return;
        }
        last = measure->old;
    }
}

static void specialization_both(struct difference *difference, const struct difference_specialization *specialization) {
    bool merged = specialization->old_count > 1 || specialization->new_count > 1;
    for (size_t i = 0; i < specialization->new_count; i++) {
        const struct model_specialization *new = specialization->news[i];
        const struct model_specialization *old = specialization_before(specialization, new);
        specialization_measures_overlap(difference, old, new);
        specialization_no_effect(difference, specialization, old, new);
    }
    if (!merged) specialization_order(difference, specialization);
}

static void specialization_comes_or_goes(struct difference *difference,
                                         const struct difference_specialization *specialization) {
    const struct model_specialization *of = specialization->new ? specialization->new : specialization->old;
    struct fact_place place = {.difference = difference, .heading = DIFFERENCE_MEASURES};
    const char *like = difference_hint_specialization(difference, specialization);
    place.specialization = of->name.text;
    fact_add(&place, "specialization", "the specialization is %s%s", specialization->new ? "new" : "gone",
             specialization_hint(difference, like, "its name"));
}

void difference_specialization_facts(struct difference *difference) {
    for (size_t s = 0; s < difference->specialization_count; s++) {
        const struct difference_specialization *specialization = &difference->specializations[s];
        bool both = specialization->old && specialization->new;
        if (!both) specialization_comes_or_goes(difference, specialization);
        if (both && (specialization->old_count > 1 || specialization->new_count > 1))
            specialization_merged(difference, specialization);
        for (size_t m = 0; m < specialization->measure_count; m++) {
            const struct difference_measure *measure = &specialization->measures[m];
            if (measure->old && measure->new)
                specialization_measure(difference, measure);
            else
                specialization_come_and_go(difference, specialization, measure);
        }
        difference_requirement_facts(difference, specialization);
        difference_metric_facts(difference, specialization);
        if (both) specialization_both(difference, specialization);
    }
}
