#include "runtime/usage/once.h"

#include <stdlib.h>

#define ONCE_BITS        6u /* of a fingerprint, for one parting */
#define ONCE_PARTS       (1u << ONCE_BITS)
#define ONCE_PART_BUFFER ((size_t)16 << 10)

void once_init(struct once *once, size_t budget) {
    *once = (struct once){.budget = budget};
}

static bool once_part_add(struct once *once, const struct once_record *record) {
    uint64_t part = record->fingerprint.high >> (64 - ONCE_BITS - once->shift) & (ONCE_PARTS - 1);
    return spool_write(&once->parts[part], record, sizeof *record);
}

/* From memory into parts. */
static bool once_part(struct once *once) {
    once->parts = calloc(ONCE_PARTS, sizeof *once->parts);
    if (!once->parts) return false;
    for (unsigned p = 0; p < ONCE_PARTS; p++)
        spool_init(&once->parts[p], ONCE_PART_BUFFER);
    for (size_t i = 0; i < once->count; i++)
        if (!once_part_add(once, &once->records[i])) return false;
    free(once->records);
    once->records = NULL;
    once->count = once->room = 0;
    return true;
}

/* Equal fingerprints cannot be parted; when most bits are used up, more memory is taken instead. */
static bool once_must_part(const struct once *once) {
    return (once->count + 1) * sizeof *once->records > once->budget && once->shift + ONCE_BITS <= 48;
}

static bool once_grow(struct once *once) {
    if (once->count < once->room) return true;
    size_t room = once->room ? once->room * 2 : 256;
    struct once_record *records = realloc(once->records, room * sizeof *records);
    if (!records) return false;
    once->records = records;
    once->room = room;
    return true;
}

bool once_add(struct once *once, const struct once_record *record) {
    if (!once->parts && once_must_part(once) && !once_part(once)) return false;
    if (once->parts) return once_part_add(once, record);
    if (!once_grow(once)) return false;
    once->records[once->count++] = *record;
    return true;
}

#define ONCE_COMPARE(a, b) (((a) > (b)) - ((a) < (b)))

static int once_compare(const void *a, const void *b) {
    const struct once_record *x = *(const struct once_record *const *)a, *y = *(const struct once_record *const *)b;
    int order = ONCE_COMPARE(x->fingerprint.high, y->fingerprint.high);
    if (!order) order = ONCE_COMPARE(x->fingerprint.low, y->fingerprint.low);
    if (!order) order = ONCE_COMPARE(x->claim, y->claim);
    return order ? order : ONCE_COMPARE(x->row, y->row);
}

static bool once_alike(const struct once_record *a, const struct once_record *b) {
    return a->fingerprint.high == b->fingerprint.high && a->fingerprint.low == b->fingerprint.low;
}

#define ONCE_BUCKET_BITS 14u /* at most */

/* About as many buckets as records. */
static unsigned once_bucket_bits(const struct once *once) {
    unsigned bits = 1;
    while (bits < ONCE_BUCKET_BITS && (size_t)1 << bits < once->count)
        bits++;
    return bits;
}

/* The bucket of a record: the next bits of its fingerprint, which are as good as random. */
static size_t once_bucket(const struct once *once, const struct once_record *record, unsigned bits) {
    return (size_t)(record->fingerprint.high << once->shift >> (64 - bits));
}

/* Sorts by buckets first: moving pointers once, and comparing within a bucket only, is what makes it fast. */
static bool once_sort(const struct once *once, const struct once_record **order) {
    unsigned bits = once_bucket_bits(once);
    size_t buckets = (size_t)1 << bits;
    size_t *ends = calloc(buckets + 1, sizeof *ends);
    if (!ends) return false;
    for (size_t i = 0; i < once->count; i++)
        ends[once_bucket(once, &once->records[i], bits) + 1]++;
    for (size_t b = 0; b < buckets; b++)
        ends[b + 1] += ends[b];
    for (size_t i = 0; i < once->count; i++)
        order[ends[once_bucket(once, &once->records[i], bits)]++] = &once->records[i];
    for (size_t b = 0, begin = 0; b < buckets; begin = ends[b++])
        if (ends[b] - begin > 1) qsort(order + begin, ends[b] - begin, sizeof *order, once_compare);
    free(ends);
    return true;
}

/* Settles what is in memory. Sorted, a group begins with the first row of its best claim. */
static bool once_settle_records(struct once *once, const uint32_t *ranks, once_visit *visit, void *context) {
    const struct once_record **order = malloc((once->count + 1) * sizeof *order);
    for (size_t i = 0; i < once->count; i++)
        once->records[i].claim = ranks[once->records[i].claim];
    bool good = order && once_sort(once, order);
    const struct once_record *best = NULL;
    for (size_t i = 0; good && i < once->count; i++) {
        if (!best || !once_alike(order[i], best)) best = order[i];
        good = visit(context, order[i], order[i]->claim == best->claim ? 0 : best->row);
    }
    free(order);
    return good;
}

/* A part is counting once over again, with fewer bits to part by. */
static bool once_settle_part(const struct once *once, struct spool *part, const uint32_t *ranks, once_visit *visit,
                             void *context) {
    struct once inner;
    struct once_record record;
    once_init(&inner, once->budget);
    inner.shift = once->shift + ONCE_BITS;
    bool good = spool_rewind(part);
    for (uint64_t left = part->bytes / sizeof record; good && left > 0; left--)
        good = spool_read(part, &record, sizeof record) && once_add(&inner, &record);
    spool_free(part);
    good = good && once_settle(&inner, ranks, visit, context);
    once_free(&inner);
    return good;
}

bool once_settle(struct once *once, const uint32_t *ranks, once_visit *visit, void *context) {
    if (!once->parts) return once_settle_records(once, ranks, visit, context);
    for (unsigned p = 0; p < ONCE_PARTS; p++)
        if (!once_settle_part(once, &once->parts[p], ranks, visit, context)) return false;
    return true;
}

void once_free(struct once *once) {
    for (unsigned p = 0; once->parts && p < ONCE_PARTS; p++)
        spool_free(&once->parts[p]);
    free(once->parts);
    free(once->records);
    *once = (struct once){0};
}
