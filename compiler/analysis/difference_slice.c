/* difference_slice.c - a measure on every day: time is cut where an edition begins or ends on either side, each slice
 * is compared by itself, and what stays the same from slice to slice is one region. */
#include "compiler/analysis/difference_inner.h"

/* ---- Slices ---- */

/* Lets the rows of a rule pass in a slice, too. The first rule's boxes are shared by all of its slices. */
static void slice_pass(const struct space *space, struct region *passing, const struct region *of) {
    if (passing->count == 0) {
        *passing = *of;
        passing->capacity = of->count;
        return;
    }
    for (size_t i = 0; i < of->count; i++)
        region_add(space, passing, region_box(space, of, i));
}

static void slice_edition(const struct difference *difference, struct difference_filter *filter, const int *cuts,
                          const struct difference_edition *edition, size_t model) {
    const struct model_measure *measure = edition->measure;
    struct region rows = region_of_rule(difference->space, model, &measure->rule);
    struct difference_days days = difference_days(measure->from, measure->until);
    size_t last = difference_cut_at(cuts, filter->slice_count, days.until);
    for (size_t i = difference_cut_at(cuts, filter->slice_count, days.from); i <= last; i++) {
        struct difference_slice *slice = &filter->slices[i];
        slice_pass(difference->space, model ? &slice->after : &slice->before, &rows);
        if (model)
            slice->is = true;
        else
            slice->was = true;
    }
}

static void slice_cut(struct difference *difference, struct difference_measure *measure) {
    struct difference_filter *filter = &measure->filter;
    size_t count = measure->old_count + measure->new_count;
    struct difference_days *periods = ARENA_ARRAY(difference->arena, count + 1, struct difference_days);
    for (size_t i = 0; i < count; i++) {
        const struct difference_edition *edition =
            i < measure->old_count ? &measure->olds[i] : &measure->news[i - measure->old_count];
        periods[i] = difference_days(edition->measure->from, edition->measure->until);
    }
    int *cuts = difference_cuts(difference->arena, periods, count, &filter->slice_count);
    filter->slices = ARENA_ARRAY(difference->arena, filter->slice_count + 1, struct difference_slice);
    for (size_t i = 0; i < filter->slice_count; i++)
        filter->slices[i].period = difference_dates((struct difference_days){cuts[i], cuts[i + 1] - 1});
    for (size_t i = 0; i < measure->old_count; i++)
        slice_edition(difference, filter, cuts, &measure->olds[i], 0);
    for (size_t i = 0; i < measure->new_count; i++)
        slice_edition(difference, filter, cuts, &measure->news[i], 1);
}

/* ---- Comparing ---- */

static struct region slice_without(struct difference *difference, const struct region *from,
                                   const struct region *taken) {
    struct region left = region_subtract(difference->space, from, taken, &difference->budget);
    return region_tidy(difference->space, &left, &difference->budget);
}

/* `before`: the slice before it, or NULL. */
static void slice_compare(struct difference *difference, struct difference_slice *slice,
                          const struct difference_slice *before) {
    bool known = before && before->before.boxes == slice->before.boxes && before->before.count == slice->before.count &&
                 before->after.boxes == slice->after.boxes && before->after.count == slice->after.count;
    slice->lost = known ? before->lost : slice_without(difference, &slice->before, &slice->after);
    slice->gained = known ? before->gained : slice_without(difference, &slice->after, &slice->before);
}

/* A slice in which nothing is in force on one side shows no edit. */
static bool slice_whole(const struct difference_slice *slice) {
    return !slice->was || !slice->is;
}

static bool slice_same(struct difference *difference, const struct difference_slice *a,
                       const struct difference_slice *b) {
    return slice_whole(a) == slice_whole(b) && a->lost.count == b->lost.count && a->gained.count == b->gained.count &&
           region_equal(difference->space, &a->lost, &b->lost, &difference->budget) &&
           region_equal(difference->space, &a->gained, &b->gained, &difference->budget);
}

bool difference_same_rows(const struct difference_filter *filter) {
    for (size_t i = 0; i < filter->slice_count; i++)
        if (filter->slices[i].lost.count + filter->slices[i].gained.count) return false;
    return true;
}

/* ---- Regions that go on ---- */

static bool slice_same_part(struct difference *difference, const struct difference_part *a,
                            const struct difference_part *b) {
    return a->kind == b->kind && a->cells == b->cells &&
           region_equal(difference->space, &a->boxes, &b->boxes, &difference->budget);
}

static bool slice_same_region(struct difference *difference, const struct difference_region *a,
                              const struct difference_region *b) {
    bool same = a->kind == b->kind && a->part_count == b->part_count && a->pivot == b->pivot && a->alike == b->alike;
    for (size_t i = 0; same && i < a->part_count; i++)
        same = slice_same_part(difference, &a->parts[i], &b->parts[i]);
    return same;
}

/* The regions of the run before, by their numbers. */
struct slice_alive {
    size_t *regions;
    size_t count;
};

/* Regions of this run, from number `first` on, that went on from the run before become longer ones. */
static void slice_go_on(struct difference *difference, struct difference_filter *filter, size_t first,
                        struct slice_alive *alive) {
    size_t made = filter->region_count, kept = first, now = 0;
    size_t *numbers = ARENA_ARRAY(difference->arena, made - first + 1, size_t);
    for (size_t i = first; i < made; i++) {
        struct difference_region *region = &filter->regions[i], *longer = NULL;
        for (size_t k = 0; k < alive->count && !longer; k++) {
            struct difference_region *old = &filter->regions[alive->regions[k]];
            if (old->first_slice + old->slice_count != region->first_slice) continue;
            if (!slice_same_region(difference, old, region)) continue;
            longer = old;
            numbers[now++] = alive->regions[k];
        }
        if (longer) {
            longer->slice_count += region->slice_count;
            longer->period.until = region->period.until;
            continue;
        }
        numbers[now++] = kept;
        filter->regions[kept++] = *region;
    }
    filter->region_count = kept;
    *alive = (struct slice_alive){numbers, now};
}

void difference_slices(struct difference *difference, struct difference_measure *measure) {
    struct difference_filter *filter = &measure->filter;
    struct slice_alive alive = {NULL, 0};
    slice_cut(difference, measure);
    for (size_t i = 0; i < filter->slice_count; i++)
        slice_compare(difference, &filter->slices[i], i ? &filter->slices[i - 1] : NULL);
    for (size_t i = 0, next; i < filter->slice_count && !difference->budget.exceeded; i = next) {
        for (next = i + 1; next < filter->slice_count; next++)
            if (!slice_same(difference, &filter->slices[i], &filter->slices[next])) break;
        size_t first = filter->region_count;
        difference_group(difference, filter, (struct difference_run){i, next - i, slice_whole(&filter->slices[i])});
        slice_go_on(difference, filter, first, &alive);
    }
}

/* ---- Eligibilities ---- */

/* Without a rule everything passes. */
static struct region slice_eligible(const struct difference *difference, size_t model,
                                    const struct model_eligibility *eligibility) {
    if (eligibility) return region_of_rule(difference->space, model, &eligibility->rule);
    struct region region = {0};
    uint64_t *box = box_new(difference->space);
    box_fill(difference->space, box);
    region_add(difference->space, &region, box);
    return region;
}

void difference_one_slice(struct difference *difference, struct difference_eligibility *eligibility) {
    struct difference_filter *filter = &eligibility->filter;
    filter->slice_count = 1;
    filter->slices = ARENA_NEW(difference->arena, struct difference_slice);
    filter->slices->was = filter->slices->is = true;
    filter->slices->before = slice_eligible(difference, 0, eligibility->old);
    filter->slices->after = slice_eligible(difference, 1, eligibility->new);
    slice_compare(difference, filter->slices, NULL);
    if (!difference->budget.exceeded) difference_group(difference, filter, (struct difference_run){0, 1, false});
}
