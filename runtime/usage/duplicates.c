#include "runtime/usage/duplicates.h"

#include <stdlib.h>
#include <string.h>

#define DUPLICATES_RANGE  ((uint64_t)1 << 20) /* rows */
#define DUPLICATES_MEMORY ((size_t)256 << 10) /* bytes kept per range before a file is used */

struct duplicates_pair {
    uint64_t row, fate; /* of duplicates_pack */
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

/* 0 stands for a row that counts as its columns say. */
static uint64_t duplicates_pack(const struct once_verdict *verdict) {
    bool repeats = verdict->result == ONCE_UNDECIDED && verdict->repeats;
    return verdict->other << 3 | (uint64_t)repeats << 2 | verdict->result;
}

bool duplicates_add(struct duplicates *duplicates, uint64_t row, const struct once_verdict *verdict) {
    struct duplicates_pair pair = {row, duplicates_pack(verdict)};
    size_t range = (size_t)(row / DUPLICATES_RANGE);
    return duplicates_grow(duplicates, range) && spool_write(&duplicates->ranges[range], &pair, sizeof pair);
}

static bool duplicates_load(struct duplicates *duplicates, size_t range) {
    if (!duplicates->fates) duplicates->fates = malloc(DUPLICATES_RANGE * sizeof *duplicates->fates);
    if (!duplicates->fates) return false;
    memset(duplicates->fates, 0, DUPLICATES_RANGE * sizeof *duplicates->fates);
    struct spool *spool = &duplicates->ranges[range];
    struct duplicates_pair pair;
    bool good = spool_rewind(spool);
    for (uint64_t left = spool->bytes / sizeof pair; good && left > 0; left--) {
        good = spool_read(spool, &pair, sizeof pair);
        if (good) duplicates->fates[pair.row % DUPLICATES_RANGE] = pair.fate;
    }
    spool_free(spool);
    duplicates->current = range;
    return good;
}

bool duplicates_find(struct duplicates *duplicates, uint64_t row, struct duplicates_fate *fate) {
    size_t range = (size_t)(row / DUPLICATES_RANGE);
    *fate = (struct duplicates_fate){ONCE_COUNTS, false, 0};
    if (range >= duplicates->count) return true;
    if (range != duplicates->current && !duplicates_load(duplicates, range)) return false;
    uint64_t packed = duplicates->fates[row % DUPLICATES_RANGE];
    *fate = (struct duplicates_fate){(enum once_result)(packed & 3), packed >> 2 & 1, packed >> 3};
    return true;
}

void duplicates_free(struct duplicates *duplicates) {
    for (size_t i = 0; i < duplicates->count; i++)
        spool_free(&duplicates->ranges[i]);
    free(duplicates->ranges);
    free(duplicates->fates);
    *duplicates = (struct duplicates){0};
}
