#include "compiler/analysis/difference_inner.h"

/* ---- Measures ---- */

/* A lost region of one measure, and a gained one of another. */
struct difference_move {
    struct difference_filter *from, *to;
    size_t lost, gained, entered; /* the regions; the measure entered */
};

/* Tells as a move what one region holds of the other, when it holds all of it, on the same days: regions that only
 * happen to meet are two edits. */
static bool difference_move(struct difference *difference, const struct difference_move *move) {
    const struct space *space = difference->space;
    struct difference_region *lost = &move->from->regions[move->lost];
    const struct difference_region *gained = &move->to->regions[move->gained];
    if (lost->period.from != gained->period.from || lost->period.until != gained->period.until) return false;
    struct region left = lost->parts[0].boxes, entered = gained->parts[0].boxes;
    bool all = region_contains(space, &entered, &left, &difference->budget);
    if (!all && !region_contains(space, &left, &entered, &difference->budget)) return false;
    if (all) {
        lost->kind = lost->parts[0].kind = DIFFERENCE_MOVED;
        lost->to = move->entered;
        difference_shrink(difference, move->to, move->gained, &left);
    } else {
        struct difference_region like = *lost;
        difference_shrink(difference, move->from, move->lost, &entered);
        difference_add(difference, move->from, &like, DIFFERENCE_MOVED, &entered)->to = move->entered;
        difference_shrink(difference, move->to, move->gained, &entered);
    }
    return true;
}

/* Moves between two measures, one after another: a move may leave others. */
static void difference_moves(struct difference *difference, struct difference_specialization *specialization,
                             size_t from, size_t to) {
    struct difference_filter *left = &specialization->measures[from].filter;
    struct difference_filter *entered = &specialization->measures[to].filter;
    for (size_t i = 0; i < left->region_count; i++) {
        for (size_t k = 0; k < entered->region_count && left->regions[i].kind == DIFFERENCE_LOST; k++) {
            if (entered->regions[k].kind != DIFFERENCE_GAINED) continue;
            struct difference_move move = {left, entered, i, k, to};
            if (difference_move(difference, &move)) k = SIZE_MAX;
        }
    }
}

static void difference_measures(struct difference *difference, struct difference_specialization *specialization) {
    size_t count = specialization->measure_count;
    for (size_t i = 0; i < count && !difference->budget.exceeded; i++) {
        difference_slices(difference, &specialization->measures[i]);
        difference_passages(difference, &specialization->measures[i]);
    }
    for (size_t from = 0; from < count; from++)
        for (size_t to = 0; to < count && !difference->budget.exceeded; to++)
            if (from != to) difference_moves(difference, specialization, from, to);
}

/* ---- Eligibilities ---- */

enum { ELIGIBLE_MAX = 100000 }; /* boxes of all eligibilities together that are worth a remark */

/* The rows that pass all eligibilities of one model; false when they are too many boxes. */
static bool difference_eligible(const struct difference *difference, size_t model, struct region *all) {
    uint64_t *box = box_new(difference->space);
    box_fill(difference->space, box);
    *all = (struct region){0};
    region_add(difference->space, all, box);
    for (size_t i = 0; i < difference->eligibility_count; i++) {
        const struct difference_filter *filter = &difference->eligibilities[i].filter;
        const struct region *passing = model ? &filter->slices->after : &filter->slices->before;
        if (all->count && passing->count > ELIGIBLE_MAX / all->count) return false;
        *all = region_intersect(difference->space, all, passing);
    }
    return true;
}

static void difference_all_eligibilities(struct difference *difference) {
    bool differ = false;
    for (size_t i = 0; i < difference->eligibility_count; i++) {
        difference_one_slice(difference, &difference->eligibilities[i]);
        if (difference->budget.exceeded) return;
        differ = differ || difference->eligibilities[i].filter.region_count;
    }
    struct region before, after;
    difference->eligible_alike = differ && difference_eligible(difference, 0, &before) &&
                                 difference_eligible(difference, 1, &after) &&
                                 region_equal(difference->space, &before, &after, &difference->budget);
}

/* ---- Witnesses ---- */

/* A row of each part: whatever its other cells are, it lies in that part and in no other one. */
static void difference_witnesses(struct difference *difference, struct difference_filter *filter) {
    for (size_t i = 0; i < filter->region_count; i++) {
        struct difference_region *region = &filter->regions[i];
        for (size_t p = 0; p < region->part_count && !difference->budget.exceeded; p++) {
            const struct region *boxes = &region->parts[p].boxes;
            witness_find(difference->space, boxes->boxes, &boxes, 1, NULL, 0, &difference->budget,
                         &region->parts[p].witness);
        }
    }
}

/* ---- All of it ---- */

struct difference *difference_find(const struct model *old, const struct model *new, uint64_t budget,
                                   struct arena *arena) {
    struct difference *difference = ARENA_NEW(arena, struct difference);
    const struct model *const models[] = {old, new};
    *difference = (struct difference){.arena = arena, .old = old, .new = new, .budget = {budget, false}};
    difference->space = space_new(models, 2, arena);
    difference_match(difference);
    difference_all_eligibilities(difference);
    for (size_t e = 0; e < difference->eligibility_count; e++)
        difference_witnesses(difference, &difference->eligibilities[e].filter);
    for (size_t s = 0; s < difference->specialization_count && !difference->budget.exceeded; s++) {
        struct difference_specialization *specialization = &difference->specializations[s];
        difference_measures(difference, specialization);
        for (size_t m = 0; m < specialization->measure_count; m++)
            difference_witnesses(difference, &specialization->measures[m].filter);
    }
    if (difference->budget.exceeded) return NULL;
    difference_usage_facts(difference);
    difference_partner_facts(difference);
    difference_step_facts(difference);
    difference_meaning_facts(difference);
    difference_specialization_facts(difference);
    return difference;
}

size_t difference_region_count(const struct difference *difference) {
    size_t count = 0;
    for (size_t e = 0; e < difference->eligibility_count; e++)
        count += difference->eligibilities[e].filter.region_count;
    for (size_t s = 0; s < difference->specialization_count; s++)
        for (size_t m = 0; m < difference->specializations[s].measure_count; m++)
            count += difference->specializations[s].measures[m].filter.region_count;
    return count;
}

size_t difference_fact_count(const struct difference *difference, enum difference_heading heading) {
    size_t count = 0;
    for (size_t i = 0; i < difference->fact_count; i++)
        count += difference->facts[i].heading == heading;
    return count;
}

size_t difference_fact_count_apart(const struct difference *difference, enum difference_heading heading) {
    size_t count = 0;
    for (size_t i = 0; i < difference->fact_count; i++)
        count += difference->facts[i].heading == heading && !difference->facts[i].beside;
    return count;
}

bool difference_any(const struct difference *difference) {
    return difference_region_count(difference) > 0 ||
           difference->fact_count > difference_fact_count(difference, DIFFERENCE_NO_EFFECT);
}
