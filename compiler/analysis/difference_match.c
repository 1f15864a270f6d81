/* difference_match.c - which specialization, measure and eligibility was which. */
#include "compiler/analysis/difference_inner.h"

#include <string.h>

bool difference_same(const char *a, const char *b) {
    return assay_same(a, strlen(a), b, strlen(b)) != 0;
}

bool difference_named(const char *name, const struct model_text *names, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (difference_same(name, names[i].text)) return true;
    return false;
}

/* Two lists whose items are paired; MATCH_NONE: without a partner so far. */
struct match {
    size_t *old_of, *new_of; /* by item of the new list; by item of the old list */
    size_t old_count, new_count;
};

#define MATCH_NONE SIZE_MAX

/* Whether an old and a new item are the same. */
typedef bool match_test(const struct difference *difference, const void *context, size_t old, size_t new);

static struct match match_new(struct arena *arena, size_t old_count, size_t new_count) {
    struct match match = {ARENA_ARRAY(arena, new_count + 1, size_t), ARENA_ARRAY(arena, old_count + 1, size_t),
                          old_count, new_count};
    for (size_t i = 0; i < new_count; i++)
        match.old_of[i] = MATCH_NONE;
    for (size_t i = 0; i < old_count; i++)
        match.new_of[i] = MATCH_NONE;
    return match;
}

/* Pairs what passes the test and has no partner, in order. */
static void match_by(struct match *match, match_test *test, const struct difference *difference, const void *context) {
    for (size_t new = 0; new < match->new_count; new ++) {
        for (size_t old = 0; old < match->old_count && match->old_of[new] == MATCH_NONE; old++) {
            if (match->new_of[old] != MATCH_NONE || !test(difference, context, old, new)) continue;
            match->old_of[new] = old;
            match->new_of[old] = new;
        }
    }
}

/* The items in the order of the new list, removed ones last: their places in both lists, or MATCH_NONE. */
struct match_pair {
    size_t old, new;
};

static struct match_pair *match_pairs(const struct match *match, struct arena *arena, size_t *count) {
    struct match_pair *pairs = ARENA_ARRAY(arena, match->old_count + match->new_count + 1, struct match_pair);
    *count = 0;
    for (size_t new = 0; new < match->new_count; new ++)
        pairs[(*count)++] = (struct match_pair){match->old_of[new], new};
    for (size_t old = 0; old < match->old_count; old++)
        if (match->new_of[old] == MATCH_NONE) pairs[(*count)++] = (struct match_pair){old, MATCH_NONE};
    return pairs;
}

/* ---- Specializations ---- */

static bool match_specialization_name(const struct difference *difference, const void *context, size_t old,
                                      size_t new) {
    (void)context;
    return difference_same(difference->old->specializations[old].name.text,
                           difference->new->specializations[new].name.text);
}

static bool match_specialization_former(const struct difference *difference, const void *context, size_t old,
                                        size_t new) {
    (void)context;
    const struct model_specialization *a = &difference->old->specializations[old];
    const struct model_specialization *b = &difference->new->specializations[new];
    return difference_named(a->name.text, b->former_names, b->former_count) ||
           difference_named(b->name.text, a->former_names, a->former_count);
}

/* ---- Measures of two specializations ---- */

static const struct model_measure *match_old(const void *context, size_t old) {
    const struct difference_specialization *specialization = context;
    return &specialization->old->measures[old];
}

static const struct model_measure *match_new_measure(const void *context, size_t new) {
    const struct difference_specialization *specialization = context;
    return &specialization->new->measures[new];
}

static bool match_measure_name(const struct difference *difference, const void *context, size_t old, size_t new) {
    (void)difference;
    return difference_same(match_old(context, old)->name.text, match_new_measure(context, new)->name.text);
}

static bool match_measure_period(const struct difference *difference, const void *context, size_t old, size_t new) {
    const struct model_measure *a = match_old(context, old), *b = match_new_measure(context, new);
    return a->from == b->from && a->until == b->until && match_measure_name(difference, context, old, new);
}

/* Of several periods of one name the one with the same first or last day. */
static bool match_measure_end(const struct difference *difference, const void *context, size_t old, size_t new) {
    const struct model_measure *a = match_old(context, old), *b = match_new_measure(context, new);
    return (a->from == b->from || a->until == b->until) && match_measure_name(difference, context, old, new);
}

static bool match_measure_former(const struct difference *difference, const void *context, size_t old, size_t new) {
    (void)difference;
    const struct model_measure *a = match_old(context, old), *b = match_new_measure(context, new);
    return difference_named(a->name.text, b->former_names, b->former_count) ||
           difference_named(b->name.text, a->former_names, a->former_count);
}

static bool match_measure_region(const struct difference *difference, const void *context, size_t old, size_t new) {
    struct region a = region_of_rule(difference->space, 0, &match_old(context, old)->rule);
    struct region b = region_of_rule(difference->space, 1, &match_new_measure(context, new)->rule);
    struct space_budget budget = {DIFFERENCE_BUDGET / 100, false};
    return a.count && region_equal(difference->space, &a, &b, &budget) && !budget.exceeded;
}

static struct difference_measure match_measure(const struct difference_specialization *specialization,
                                               struct match_pair pair) {
    struct difference_measure measure = {0};
    if (pair.old != MATCH_NONE) measure.old = &specialization->old->measures[pair.old];
    if (pair.new != MATCH_NONE) measure.new = &specialization->new->measures[pair.new];
    measure.filter.old = measure.old ? &measure.old->rule : NULL;
    measure.filter.new = measure.new ? &measure.new->rule : NULL;
    return measure;
}

static void match_measures(struct difference *difference, struct difference_specialization *specialization) {
    static match_test *const tests[] = {match_measure_period, match_measure_end, match_measure_name,
                                        match_measure_former, match_measure_region};
    size_t old_count = specialization->old ? specialization->old->measure_count : 0;
    size_t new_count = specialization->new ? specialization->new->measure_count : 0;
    struct match match = match_new(difference->arena, old_count, new_count);
    for (size_t i = 0; i < sizeof tests / sizeof *tests; i++)
        match_by(&match, tests[i], difference, specialization);
    struct match_pair *pairs = match_pairs(&match, difference->arena, &specialization->measure_count);
    specialization->measures =
        ARENA_ARRAY(difference->arena, specialization->measure_count + 1, struct difference_measure);
    for (size_t i = 0; i < specialization->measure_count; i++)
        specialization->measures[i] = match_measure(specialization, pairs[i]);
}

static void match_specializations(struct difference *difference) {
    struct match match =
        match_new(difference->arena, difference->old->specialization_count, difference->new->specialization_count);
    match_by(&match, match_specialization_name, difference, NULL);
    match_by(&match, match_specialization_former, difference, NULL);
    struct match_pair *pairs = match_pairs(&match, difference->arena, &difference->specialization_count);
    difference->specializations =
        ARENA_ARRAY(difference->arena, difference->specialization_count + 1, struct difference_specialization);
    for (size_t i = 0; i < difference->specialization_count; i++) {
        struct difference_specialization *specialization = &difference->specializations[i];
        if (pairs[i].old != MATCH_NONE) specialization->old = &difference->old->specializations[pairs[i].old];
        if (pairs[i].new != MATCH_NONE) specialization->new = &difference->new->specializations[pairs[i].new];
        match_measures(difference, specialization);
    }
}

/* ---- Eligibilities ---- */

static bool match_reason(const struct difference *difference, const void *context, size_t old, size_t new) {
    (void)context;
    return difference_same(difference->old->eligibilities[old].reason, difference->new->eligibilities[new].reason);
}

/* A reason told otherwise. */
static bool match_eligibility_region(const struct difference *difference, const void *context, size_t old, size_t new) {
    (void)context;
    struct region a = region_of_rule(difference->space, 0, &difference->old->eligibilities[old].rule);
    struct region b = region_of_rule(difference->space, 1, &difference->new->eligibilities[new].rule);
    struct space_budget budget = {DIFFERENCE_BUDGET / 100, false};
    return region_equal(difference->space, &a, &b, &budget) && !budget.exceeded;
}

static void match_eligibilities(struct difference *difference) {
    const struct model *old = difference->old, *new = difference->new;
    struct match match = match_new(difference->arena, old->eligibility_count, new->eligibility_count);
    match_by(&match, match_reason, difference, NULL);
    match_by(&match, match_eligibility_region, difference, NULL);
    struct match_pair *pairs = match_pairs(&match, difference->arena, &difference->eligibility_count);
    difference->eligibilities =
        ARENA_ARRAY(difference->arena, difference->eligibility_count + 1, struct difference_eligibility);
    for (size_t i = 0; i < difference->eligibility_count; i++) {
        struct difference_eligibility *eligibility = &difference->eligibilities[i];
        if (pairs[i].old != MATCH_NONE) eligibility->old = &old->eligibilities[pairs[i].old];
        if (pairs[i].new != MATCH_NONE) eligibility->new = &new->eligibilities[pairs[i].new];
        eligibility->filter.old = eligibility->old ? &eligibility->old->rule : NULL;
        eligibility->filter.new = eligibility->new ? &eligibility->new->rule : NULL;
    }
}

void difference_match(struct difference *difference) {
    match_specializations(difference);
    match_eligibilities(difference);
}
