#include "compiler/model/cover.h"

#include <string.h>

void region_add(const struct space *space, struct region *region, const uint64_t *box) {
    size_t words = space->words;
    if (region->count == region->capacity) {
        region->capacity = region->capacity ? 2 * region->capacity : 4;
        uint64_t *boxes = ARENA_ARRAY(space->arena, region->capacity * words, uint64_t);
        if (region->count) memcpy(boxes, region->boxes, region->count * words * sizeof *boxes);
        region->boxes = boxes;
    }
    memcpy(region->boxes + region->count++ * words, box, words * sizeof *box);
}

struct region region_of_rule(const struct space *space, size_t model, const struct model_rule *rule) {
    struct region region = {0};
    uint64_t *box = box_new(space);
    for (size_t i = 0; i < rule->clause_count; i++) {
        if (box_of_clause(space, model, &rule->clauses[i], box)) region_add(space, &region, box);
    }
    return region;
}

bool region_covers(const struct space *space, const struct region *region, const uint64_t *box, uint64_t *left,
                   struct space_budget *budget) {
    cover_begin(space);
    cover_add_region(space, region);
    return !cover_leaves(space, box, budget, left);
}

bool region_contains(const struct space *space, const struct region *outer, const struct region *inner,
                     struct space_budget *budget) {
    for (size_t i = 0; i < inner->count; i++) {
        if (!region_covers(space, outer, region_box(space, inner, i), NULL, budget)) return false;
    }
    return true;
}

static bool region_same(const struct space *space, const struct region *a, const struct region *b) {
    if (a->count != b->count) return false;
    return a->count == 0 || memcmp(a->boxes, b->boxes, a->count * space->words * sizeof *a->boxes) == 0;
}

bool region_equal(const struct space *space, const struct region *a, const struct region *b,
                  struct space_budget *budget) {
    if (region_same(space, a, b)) return true;
    return region_contains(space, a, b, budget) && region_contains(space, b, a, budget);
}

bool region_meets(const struct space *space, const struct region *a, const struct region *b, uint64_t *box) {
    for (size_t i = 0; i < a->count; i++) {
        for (size_t k = 0; k < b->count; k++) {
            const uint64_t *left = region_box(space, a, i), *right = region_box(space, b, k);
            if (!box_meets(space, left, right)) continue;
            if (box) box_intersect(space, box, left, right);
            return true;
        }
    }
    return false;
}

struct region region_intersect(const struct space *space, const struct region *a, const struct region *b) {
    struct region both = {0};
    uint64_t *box = box_new(space);
    for (size_t i = 0; i < a->count; i++) {
        for (size_t k = 0; k < b->count; k++) {
            if (box_intersect(space, box, region_box(space, a, i), region_box(space, b, k)))
                region_add(space, &both, box);
        }
    }
    return both;
}

struct region region_subtract(const struct space *space, const struct region *a, const struct region *b,
                              struct space_budget *budget) {
    struct region rest = {0};
    for (size_t i = 0; i < a->count && !budget->exceeded; i++) {
        cover_begin(space);
        cover_add_region(space, b);
        for (size_t k = 0; k < i; k++)
            cover_add(space, region_box(space, a, k));
        cover_rest(space, region_box(space, a, i), budget, &rest);
    }
    return rest;
}

uint64_t region_cells(const struct space *space, const struct region *disjoint) {
    uint64_t cells = 0;
    for (size_t i = 0; i < disjoint->count; i++) {
        if (__builtin_add_overflow(cells, box_cells(space, region_box(space, disjoint, i)), &cells)) return UINT64_MAX;
    }
    return cells;
}
