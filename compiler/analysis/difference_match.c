/* difference_match.c - which eligibility was which, and when names are the same. */
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
    }
}

void difference_match(struct difference *difference) {
    difference_match_names(difference);
    match_eligibilities(difference);
}
