/* difference_specialization.c - what a specialization says beside its filters. */
#include "compiler/analysis/difference_fact.h"

#include <string.h>

#define TEXTS(of, list, number) ((of) ? (struct fact_texts){(of)->list, (of)->number} : (struct fact_texts){NULL, 0})

static const char *specialization_overlap(const struct model_specialization *specialization) {
    static const char *const words[] = {"unsaid", "measures may overlap", "measures must not overlap"};
    return words[specialization->overlap];
}

/* Whether two measures may claim one row is for `assayc check` to look after, but it is a rule. */
static void specialization_measures_overlap(struct difference *difference,
                                            const struct difference_specialization *specialization) {
    const struct model_specialization *old = specialization->old, *new = specialization->new;
    struct fact_place place = {difference, DIFFERENCE_MEASURES, new->name.text, NULL};
    if (old->overlap != new->overlap)
        fact_add(&place, "overlap", "whether rows may meet several of its measures: %s; it was: %s",
                 specialization_overlap(new), specialization_overlap(old));
}

static void specialization_no_effect(struct difference *difference,
                                     const struct difference_specialization *specialization) {
    const struct model_specialization *old = specialization->old, *new = specialization->new;
    struct fact_place place = {difference, DIFFERENCE_NO_EFFECT, new->name.text, NULL};
    fact_one(&place, "name", old->name.text, new->name.text);
    fact_one(&place, "area", old->area, new->area);
    fact_set(&place, "former name", TEXTS(old, former_names, former_count), TEXTS(new, former_names, former_count));
    fact_citation(&place, &old->cites, &new->cites);
    fact_set(&place, "note", TEXTS(old, notes, note_count), TEXTS(new, notes, note_count));
    fact_examples(&place, (struct fact_examples){old->examples, old->example_count},
                  (struct fact_examples){new->examples, new->example_count});
}

/* ---- Measures ---- */

static void specialization_measure(struct difference *difference,
                                   const struct difference_specialization *specialization,
                                   const struct difference_measure *measure) {
    const struct model_measure *old = measure->old, *new = measure->new;
    struct fact_place place = {difference, DIFFERENCE_NO_EFFECT, specialization->new->name.text, new->name.text};
    difference_period_fact(difference, specialization, measure);
    fact_one(&place, "name", old->name.text, new->name.text);
    fact_set(&place, "former name", TEXTS(old, former_names, former_count), TEXTS(new, former_names, former_count));
    fact_set(&place, "note", TEXTS(old, notes, note_count), TEXTS(new, notes, note_count));
    bool inherited = fact_same_citation(&old->cites, &specialization->old->cites) &&
                     fact_same_citation(&new->cites, &specialization->new->cites);
    if (!inherited) fact_citation(&place, &old->cites, &new->cites);
    if (!measure->filter.lost.count && !measure->filter.gained.count) fact_wording(&place, &old->rule, &new->rule);
}

static void specialization_come_and_go(struct difference *difference,
                                       const struct difference_specialization *specialization,
                                       const struct difference_measure *measure) {
    const struct model_specialization *of = specialization->new ? specialization->new : specialization->old;
    const char *name = measure->new ? measure->new->name.text : measure->old->name.text;
    struct fact_place place = {difference, DIFFERENCE_MEASURES, of->name.text, name};
    fact_add(&place, "measure", "the measure is %s", measure->new ? "new" : "gone");
}

static void specialization_order(struct difference *difference,
                                 const struct difference_specialization *specialization) {
    const struct model_measure *last = NULL;
    struct fact_place place = {difference, DIFFERENCE_NO_EFFECT, specialization->new->name.text, NULL};
    for (size_t i = 0; i < specialization->measure_count; i++) {
        const struct difference_measure *measure = &specialization->measures[i];
        if (!measure->old || !measure->new) continue;
        if (last && measure->old < last) {
            fact_add(&place, "order", "the measures stand in another order");
            return;
        }
        last = measure->old;
    }
}

void difference_specialization_facts(struct difference *difference) {
    for (size_t s = 0; s < difference->specialization_count; s++) {
        const struct difference_specialization *specialization = &difference->specializations[s];
        const struct model_specialization *of = specialization->new ? specialization->new : specialization->old;
        struct fact_place place = {difference, DIFFERENCE_MEASURES, of->name.text, NULL};
        bool both = specialization->old && specialization->new;
        if (!both) fact_add(&place, "specialization", "the specialization is %s", specialization->new ? "new" : "gone");
        for (size_t m = 0; m < specialization->measure_count; m++) {
            const struct difference_measure *measure = &specialization->measures[m];
            if (measure->old && measure->new)
                specialization_measure(difference, specialization, measure);
            else
                specialization_come_and_go(difference, specialization, measure);
        }
        difference_requirement_facts(difference, specialization);
        difference_metric_facts(difference, specialization);
        if (!both) continue;
        specialization_measures_overlap(difference, specialization);
        specialization_no_effect(difference, specialization);
        specialization_order(difference, specialization);
    }
}
