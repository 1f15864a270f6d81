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

static int once_compare_prints(const struct fingerprint *a, const struct fingerprint *b) {
    int order = ONCE_COMPARE(a->high, b->high);
    return order ? order : ONCE_COMPARE(a->low, b->low);
}

static int once_compare(const void *a, const void *b) {
    const struct once_record *x = *(const struct once_record *const *)a, *y = *(const struct once_record *const *)b;
    int order = once_compare_prints(&x->fingerprint, &y->fingerprint);
    if (!order) order = ONCE_COMPARE(x->claim, y->claim);
    if (!order) order = once_compare_prints(&x->cells, &y->cells);
    return order ? order : ONCE_COMPARE(x->row, y->row);
}

static bool once_same(const struct fingerprint *a, const struct fingerprint *b) {
    return a->high == b->high && a->low == b->low;
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

/* ---- A group: records alike in the key, sorted by claim, cells, row ---- */

/* The rows of the best claim of a group. */
struct once_best {
    size_t count;
    uint64_t first, second; /* the least rows; 0: none. Repeats that are dropped are left aside. */
    bool alike;             /* in answers, amount, customer and month */
};

static bool once_answers_alike(const struct once_terms *terms, const struct once_record *a,
                               const struct once_record *b) {
    return terms->answers[a->outcome] == terms->answers[b->outcome] && a->amount == b->amount &&
           a->customer == b->customer && a->month == b->month;
}

static void once_best_add(struct once_best *best, uint64_t row) {
    if (!best->first || row < best->first) {
        best->second = best->first;
        best->first = row;
    } else if (!best->second || row < best->second) {
        best->second = row;
    }
}

/* Whether a record is alike in every cell to the one before it in order. */
static bool once_repeats(const struct once_terms *terms, const struct once_record *before,
                         const struct once_record *record) {
    return terms->repeats != ONCE_REPEATS_UNKNOWN && before->claim == record->claim &&
           once_same(&before->cells, &record->cells);
}

static struct once_best once_find_best(const struct once_terms *terms, const struct once_record *const *group,
                                       size_t count) {
    struct once_best best = {.alike = true};
    for (; best.count < count && group[best.count]->claim == group[0]->claim; best.count++) {
        const struct once_record *record = group[best.count];
        bool repeats = best.count && once_repeats(terms, group[best.count - 1], record);
        if (!repeats || terms->repeats != ONCE_REPEATS_DROPPED) once_best_add(&best, record->row);
        if (terms->claim_absent && best.alike) best.alike = once_answers_alike(terms, group[0], record);
    }
    return best;
}

/* A row of the best claim: where the claim is incomplete, several claims may hide in it, of which one counts. */
static void once_judge_best(const struct once_terms *terms, const struct once_best *best, uint64_t row,
                            struct once_verdict *verdict) {
    if (!terms->claim_absent || !best->second || (best->alike && row == best->first)) return;
    verdict->result = ONCE_UNDECIDED;
    verdict->by_columns = true;
    verdict->other = row == best->first ? best->second : best->first;
}

/* A row of a worse claim: where the key is incomplete, it may be other consumption. */
static void once_judge_worse(const struct once_terms *terms, const struct once_best *best,
                             struct once_verdict *verdict) {
    verdict->result = terms->key_absent ? ONCE_UNDECIDED : ONCE_DUPLICATE;
    verdict->by_columns = terms->key_absent;
    verdict->other = best->first;
}

static void once_judge_repeat(const struct once_terms *terms, struct once_verdict *verdict) {
    if (!verdict->repeats || verdict->result == ONCE_DUPLICATE) return;
    if (terms->repeats == ONCE_REPEATS_UNDECIDED) {
        verdict->result = ONCE_UNDECIDED;
        verdict->other = verdict->repeats;
    }
}

static struct once_verdict once_judge(const struct once_terms *terms, const struct once_best *best, size_t place,
                                      uint64_t row, uint64_t repeats) {
    struct once_verdict verdict = {.result = ONCE_COUNTS, .repeats = repeats};
    if (repeats && terms->repeats == ONCE_REPEATS_DROPPED) {
        verdict.result = ONCE_REPEAT;
        verdict.other = repeats;
        return verdict;
    }
    if (place < best->count)
        once_judge_best(terms, best, row, &verdict);
    else
        once_judge_worse(terms, best, &verdict);
    once_judge_repeat(terms, &verdict);
    return verdict;
}

static bool once_settle_group(const struct once_terms *terms, const struct once_record *const *group, size_t count,
                              once_visit *visit, void *context) {
    struct once_best best = once_find_best(terms, group, count);
    const struct once_record *alike = NULL; /* the first row of those alike in every cell */
    for (size_t i = 0; i < count; i++) {
        if (i == 0 || !once_repeats(terms, group[i - 1], group[i])) alike = group[i];
        uint64_t repeats = alike == group[i] ? 0 : alike->row;
        struct once_verdict verdict = once_judge(terms, &best, i, group[i]->row, repeats);
        if (!visit(context, group[i], &verdict)) return false;
    }
    return true;
}

/* ---- All groups ---- */

static bool once_settle_records(struct once *once, const struct once_terms *terms, once_visit *visit, void *context) {
    const struct once_record **order = malloc((once->count + 1) * sizeof *order);
    for (size_t i = 0; i < once->count; i++)
        once->records[i].claim = terms->ranks[once->records[i].claim];
    bool good = order && once_sort(once, order);
    for (size_t begin = 0, end; good && begin < once->count; begin = end) {
        for (end = begin + 1; end < once->count; end++)
            if (!once_same(&order[begin]->fingerprint, &order[end]->fingerprint)) break;
        good = once_settle_group(terms, order + begin, end - begin, visit, context);
    }
    free(order);
    return good;
}

/* A part is counting once over again, with fewer bits to part by. */
static bool once_settle_part(const struct once *once, struct spool *part, const struct once_terms *terms,
                             once_visit *visit, void *context) {
    struct once inner;
    struct once_record record;
    once_init(&inner, once->budget);
    inner.shift = once->shift + ONCE_BITS;
    bool good = spool_rewind(part);
    for (uint64_t left = part->bytes / sizeof record; good && left > 0; left--)
        good = spool_read(part, &record, sizeof record) && once_add(&inner, &record);
    spool_free(part);
    good = good && once_settle(&inner, terms, visit, context);
    once_free(&inner);
    return good;
}

bool once_settle(struct once *once, const struct once_terms *terms, once_visit *visit, void *context) {
    if (!once->parts) return once_settle_records(once, terms, visit, context);
    for (unsigned p = 0; p < ONCE_PARTS; p++)
        if (!once_settle_part(once, &once->parts[p], terms, visit, context)) return false;
    return true;
}

void once_free(struct once *once) {
    for (unsigned p = 0; once->parts && p < ONCE_PARTS; p++)
        spool_free(&once->parts[p]);
    free(once->parts);
    free(once->records);
    *once = (struct once){0};
}
