/* difference_passage.c - where names were merged or split: which rows that counted as the one name count as the other.
 *
 * They are no loss and no gain of the measure; a region tells those. */
#include "compiler/analysis/difference_inner.h"

#include <stdlib.h>

/* Whether both are called the same, the specialization too. */
static bool passage_stays(const struct difference_edition *old, const struct difference_edition *new) {
    return difference_same(old->specialization->name.text, new->specialization->name.text) &&
           difference_same(old->measure->name.text, new->measure->name.text);
}

static struct difference_period passage_period(const struct model_measure *a, const struct model_measure *b) {
    uint32_t from = a->from > b->from ? a->from : b->from;
    uint32_t until = !a->until || (b->until && b->until < a->until) ? b->until : a->until;
    return (struct difference_period){from, until};
}

static int passage_by_day(const void *left, const void *right) {
    const struct difference_passage *a = left, *b = right;
    return (a->period.from > b->period.from) - (a->period.from < b->period.from);
}

/* All rows in common of two editions; false: there are none. */
static bool passage_make(struct difference *difference, struct difference_passage *passage,
                         const struct difference_edition *old, const struct difference_edition *new) {
    struct difference_period was = {old->measure->from, old->measure->until};
    struct difference_period is = {new->measure->from, new->measure->until};
    if (!difference_meets(was, is)) return false;
    struct region before = region_of_rule(difference->space, 0, &old->measure->rule);
    struct region after = region_of_rule(difference->space, 1, &new->measure->rule);
    struct region both = region_intersect(difference->space, &before, &after);
    both = region_tidy(difference->space, &both, &difference->budget);
    if (!both.count) return false;
    *passage = (struct difference_passage){.old = *old, .new = *new};
    passage->period = passage->first = passage_period(old->measure, new->measure);
    passage->whole = region_contains(difference->space, &after, &before, &difference->budget);
    passage->part = difference_part(difference, DIFFERENCE_MOVED, &both);
    const struct region *in[2] = {&before, &after};
    witness_find(difference->space, both.boxes, in, 2, NULL, 0, &difference->budget, &passage->part.witness);
    return !difference->budget.exceeded;
}

/* What goes on from the day after the last one is told once. */
static bool passage_goes_on(struct difference *difference, struct difference_passage *last,
                            const struct difference_passage *passage) {
    if (!last->period.until || last->whole != passage->whole) return false;
    if (difference_days(last->period.until, 0).from + 1 != difference_days(passage->period.from, 0).from) return false;
    if (!passage->whole &&
        !region_equal(difference->space, &last->part.boxes, &passage->part.boxes, &difference->budget))
        return false;
    last->period.until = passage->period.until;
    return true;
}

/* From one name to another. */
static void passage_pair(struct difference *difference, struct difference_measure *measure,
                         const struct difference_edition *old, const struct difference_edition *new) {
    size_t first = measure->passage_count, kept = first;
    for (size_t i = 0; i < measure->old_count; i++) {
        for (size_t k = 0; k < measure->new_count && !difference->budget.exceeded; k++) {
            if (!difference_same_name(&measure->olds[i], old) || !difference_same_name(&measure->news[k], new))
                continue;
            struct difference_passage *to = &measure->passages[measure->passage_count];
            measure->passage_count += passage_make(difference, to, &measure->olds[i], &measure->news[k]);
        }
    }
    qsort(measure->passages + first, measure->passage_count - first, sizeof *measure->passages, passage_by_day);
    for (size_t i = first; i < measure->passage_count; i++) {
        struct difference_passage *last = kept > first ? &measure->passages[kept - 1] : NULL;
        if (!last || !passage_goes_on(difference, last, &measure->passages[i]))
            measure->passages[kept++] = measure->passages[i];
    }
    measure->passage_count = kept;
}

/* Whether an edition is the first one of its name. */
static bool passage_begins(const struct difference_edition *editions, size_t number) {
    for (size_t i = 0; i < number; i++)
        if (difference_same_name(&editions[i], &editions[number])) return false;
    return true;
}

/* How many pairs of editions are in force on one day. */
static size_t passage_most(const struct difference_measure *measure) {
    size_t most = 0;
    for (size_t i = 0; i < measure->old_count; i++) {
        const struct model_measure *old = measure->olds[i].measure;
        struct difference_period was = {old->from, old->until};
        for (size_t k = 0; k < measure->new_count; k++) {
            const struct model_measure *new = measure->news[k].measure;
            most += difference_meets(was, (struct difference_period){new->from, new->until});
        }
    }
    return most;
}

void difference_passages(struct difference *difference, struct difference_measure *measure) {
    if (!measure->renamed || difference->budget.exceeded) return;
    measure->passages = ARENA_ARRAY(difference->arena, passage_most(measure) + 1, struct difference_passage);
    for (size_t i = 0; i < measure->old_count; i++) {
        for (size_t k = 0; k < measure->new_count && passage_begins(measure->olds, i); k++) {
            const struct difference_edition *old = &measure->olds[i], *new = &measure->news[k];
            if (passage_begins(measure->news, k) && !passage_stays(old, new))
                passage_pair(difference, measure, old, new);
        }
    }
}
