#include "runtime/usage/duplicates.h"

#include <stdlib.h>
#include <string.h>

#define DUPLICATES_RANGE  ((uint64_t)1 << 20) /* rows */
#define DUPLICATES_MEMORY ((size_t)256 << 10) /* bytes kept per range before a file is used */

struct duplicates_pair {
    uint64_t row, winner;
};

void duplicates_init(struct duplicates *duplicates) {
    *duplicates = (struct duplicates){.current = SIZE_MAX};
}

static bool duplicates_grow(struct duplicates *duplicates, size_t range) {
    if (range < duplicates->count) return true;
    struct spool *ranges = realloc(duplicates->ranges, (range + 1) * sizeof *ranges);
    if (!ranges) return false;
    duplicates->ranges = ranges;
    while (duplicates->count <= range)
        spool_init(&ranges[duplicates->count++], DUPLICATES_MEMORY);
    return true;
}

bool duplicates_add(struct duplicates *duplicates, uint64_t row, uint64_t winner) {
    struct duplicates_pair pair = {row, winner};
    size_t range = (size_t)(row / DUPLICATES_RANGE);
    return duplicates_grow(duplicates, range) && spool_write(&duplicates->ranges[range], &pair, sizeof pair);
}

static bool duplicates_load(struct duplicates *duplicates, size_t range) {
    if (!duplicates->winners) duplicates->winners = malloc(DUPLICATES_RANGE * sizeof *duplicates->winners);
    if (!duplicates->winners) return false;
    memset(duplicates->winners, 0, DUPLICATES_RANGE * sizeof *duplicates->winners);
    struct spool *spool = &duplicates->ranges[range];
    struct duplicates_pair pair;
    bool good = spool_rewind(spool);
    for (uint64_t left = spool->bytes / sizeof pair; good && left > 0; left--) {
        good = spool_read(spool, &pair, sizeof pair);
        if (good) duplicates->winners[pair.row % DUPLICATES_RANGE] = pair.winner;
    }
    spool_free(spool);
    duplicates->current = range;
    return good;
}

bool duplicates_find(struct duplicates *duplicates, uint64_t row, uint64_t *winner) {
    size_t range = (size_t)(row / DUPLICATES_RANGE);
    *winner = 0;
    if (range >= duplicates->count) return true;
    if (range != duplicates->current && !duplicates_load(duplicates, range)) return false;
    *winner = duplicates->winners[row % DUPLICATES_RANGE];
    return true;
}

void duplicates_free(struct duplicates *duplicates) {
    for (size_t i = 0; i < duplicates->count; i++)
        spool_free(&duplicates->ranges[i]);
    free(duplicates->ranges);
    free(duplicates->winners);
    *duplicates = (struct duplicates){0};
}
