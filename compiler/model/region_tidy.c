#include "compiler/model/cover.h"

#include <stdlib.h>
#include <string.h>

/* A box to be sorted. */
struct tidy_item {
    const uint64_t *box;
    uint64_t cells;
    uint32_t words;
};

static int tidy_by_words(const void *left, const void *right) {
    const struct tidy_item *a = left, *b = right;
    for (uint32_t i = 0; i < a->words; i++) {
        if (a->box[i] != b->box[i]) return a->box[i] < b->box[i] ? -1 : 1;
    }
    return 0;
}

static int tidy_by_size(const void *left, const void *right) {
    const struct tidy_item *a = left, *b = right;
    if (a->cells != b->cells) return a->cells > b->cells ? -1 : 1;
    return tidy_by_words(a, b);
}

static struct tidy_item *tidy_sort(const struct space *space, const struct region *region,
                                   int (*by)(const void *, const void *)) {
    struct tidy_item *items = ARENA_ARRAY(space->arena, region->count, struct tidy_item);
    for (size_t i = 0; i < region->count; i++) {
        const uint64_t *box = region_box(space, region, i);
        items[i] = (struct tidy_item){box, box_cells(space, box), space->words};
    }
    qsort(items, region->count, sizeof *items, by);
    return items;
}

/* Large boxes stay whole; smaller ones lose what these hold. */
static struct region tidy_part(const struct space *space, const struct region *region, struct space_budget *budget) {
    struct region parts = {0};
    const struct tidy_item *items = tidy_sort(space, region, tidy_by_size);
    for (size_t i = 0; i < region->count && !budget->exceeded; i++) {
        cover_begin(space);
        for (size_t k = 0; k < i; k++)
            cover_add(space, items[k].box);
        cover_rest(space, items[i].box, budget, &parts);
    }
    return parts;
}

/* ---- Merging ---- */

struct tidy_merge {
    const struct space *space;
    const struct space_field *field; /* the one in which the boxes may differ */
    struct region *region;
    size_t *slots; /* hash table: 0, or a box's index + 1 */
    size_t mask;
};

static uint64_t tidy_hash(const struct tidy_merge *merge, const uint64_t *box) {
    uint32_t begin = merge->field->first_word, end = begin + merge->field->word_count;
    uint64_t hash = 0;
    for (uint32_t i = 0; i < merge->space->words; i++) {
        if (i >= begin && i < end) continue;
        hash = (hash ^ box[i]) * UINT64_C(0x9E3779B97F4A7C15);
        hash ^= hash >> 32;
    }
    return hash;
}

static bool tidy_alike(const struct tidy_merge *merge, const uint64_t *a, const uint64_t *b) {
    uint32_t begin = merge->field->first_word, end = begin + merge->field->word_count;
    return memcmp(a, b, begin * sizeof *a) == 0 &&
           memcmp(a + end, b + end, (merge->space->words - end) * sizeof *a) == 0;
}

/* The box before that differs in the field alone; NULL when there is none: then the box is noted as number `index`. */
static uint64_t *tidy_partner(struct tidy_merge *merge, const uint64_t *box, size_t index) {
    size_t at = (size_t)tidy_hash(merge, box) & merge->mask;
    for (; merge->slots[at]; at = (at + 1) & merge->mask) {
        uint64_t *before = merge->region->boxes + (merge->slots[at] - 1) * merge->space->words;
        if (tidy_alike(merge, before, box)) return before;
    }
    merge->slots[at] = index + 1;
    return NULL;
}

static void tidy_merge_field(struct tidy_merge *merge) {
    struct region *region = merge->region;
    uint32_t words = merge->space->words;
    size_t kept = 0;
    memset(merge->slots, 0, (merge->mask + 1) * sizeof *merge->slots);
    for (size_t i = 0; i < region->count; i++) {
        const uint64_t *box = region->boxes + i * words;
        uint64_t *partner = tidy_partner(merge, box, kept);
        if (!partner) {
            memmove(region->boxes + kept++ * words, box, words * sizeof *box);
            continue;
        }
        for (uint32_t w = 0; w < words; w++)
            partner[w] |= box[w];
    }
    region->count = kept;
}

static void tidy_merge(const struct space *space, struct region *region) {
    size_t size = 4, before;
    while (size < 2 * region->count)
        size *= 2;
    struct tidy_merge merge = {space, NULL, region, ARENA_ARRAY(space->arena, size, size_t), size - 1};
    do {
        before = region->count;
        for (size_t f = 0; f < space->field_count; f++) {
            merge.field = &space->fields[f];
            tidy_merge_field(&merge);
        }
    } while (region->count < before);
}

struct region region_tidy(const struct space *space, const struct region *region, struct space_budget *budget) {
    struct region parts = tidy_part(space, region, budget), tidy = {0};
    tidy_merge(space, &parts);
    const struct tidy_item *items = tidy_sort(space, &parts, tidy_by_words);
    for (size_t i = 0; i < parts.count; i++)
        region_add(space, &tidy, items[i].box);
    return tidy;
}
