/* difference_hint.c - what is new and resembles what is gone was perhaps only renamed: `formerly` would say so. */
#include "compiler/analysis/difference_fact.h"
#include "compiler/base/near.h"

#include <string.h>

/* ---- Measures ---- */

/* Whether the rows are the same, or most of them. Nothing is said where that takes long to find out. */
static bool hint_most_rows(const struct difference *difference, const struct model_measure *old,
                           const struct model_measure *new) {
    const struct space *space = difference->space;
    struct space_budget budget = {DIFFERENCE_BUDGET / 1000, false};
    struct region before = region_of_rule(space, 0, &old->rule), after = region_of_rule(space, 1, &new->rule);
    if (!region_meets(space, &before, &after, NULL)) return false;
    struct region both = region_intersect(space, &before, &after);
    struct region *all[] = {&before, &after, &both};
    uint64_t cells[3];
    for (size_t i = 0; i < 3; i++) {
        struct region tidy = region_tidy(space, all[i], &budget);
        cells[i] = region_cells(space, &tidy);
    }
    uint64_t more = cells[0] > cells[1] ? cells[0] : cells[1];
    return !budget.exceeded && cells[2] > 0 && cells[2] >= more / 2 + more % 2;
}

const char *difference_hint_measure(const struct difference *difference,
                                    const struct difference_specialization *specialization,
                                    const struct difference_measure *measure) {
    for (size_t i = 0; i < specialization->measure_count && measure->new; i++) {
        const struct difference_measure *gone = &specialization->measures[i];
        if (!gone->new &&hint_most_rows(difference, gone->old, measure->new)) return gone->old->name.text;
    }
    return NULL;
}

/* ---- Specializations ---- */

/* How many measures of the one resemble one of the other, by name or by rows. */
static size_t hint_measures(const struct difference *difference, const struct model_specialization *old,
                            const struct model_specialization *new) {
    size_t alike = 0;
    for (size_t i = 0; i < new->measure_count; i++) {
        const struct model_measure *measure = &new->measures[i];
        bool found = false;
        for (size_t k = 0; k < old->measure_count && !found; k++)
            found = difference_same(old->measures[k].name.text, measure->name.text) ||
                    hint_most_rows(difference, &old->measures[k], measure);
        alike += found;
    }
    return alike;
}

static bool hint_near_names(const char *old, const char *new) {
    struct near near = near_start(new);
    near_offer(&near, old);
    return near.best || strstr(old, new) || strstr(new, old);
}

static bool hint_same_requirements(const struct model_specialization *old, const struct model_specialization *new) {
    bool same = old->requirement_count == new->requirement_count &&new->requirement_count > 0;
    for (size_t i = 0; same && i < new->requirement_count; i++)
        same = strcmp(old->requirements[i].text, new->requirements[i].text) == 0;
    return same;
}

/* Half of the measures; without measures, the same requirements, or names that are nearly the same. */
static bool hint_resembles(const struct difference *difference, const struct model_specialization *old,
                           const struct model_specialization *new) {
    size_t more = old->measure_count > new->measure_count ? old->measure_count : new->measure_count;
    if (more) return 2 * hint_measures(difference, old, new) >= more;
    return hint_same_requirements(old, new) || hint_near_names(old->name.text, new->name.text);
}

const char *difference_hint_specialization(const struct difference *difference,
                                           const struct difference_specialization *specialization) {
    for (size_t s = 0; s < difference->specialization_count && specialization->new; s++) {
        const struct difference_specialization *gone = &difference->specializations[s];
        if (!gone->new &&hint_resembles(difference, gone->old, specialization->new)) return gone->old->name.text;
    }
    return NULL;
}
