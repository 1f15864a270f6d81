/* partner_merge.c - what several inputs say, made one. The result does not depend on the order of the inputs, but for
 * the order in which texts were first mentioned. */
#include "runtime/usage/partner_internal.h"

#include "runtime/usage/month.h"

#include <stdlib.h>

#define MERGE_COMPARE(a, b)                                                                                            \
    if ((a) != (b)) return (a) < (b) ? -1 : 1

/* ---- Certifications ---- */

static int merge_order(const void *left, const void *right) {
    const struct partner_certification *a = left, *b = right;
    MERGE_COMPARE(a->person.number, b->person.number);
    MERGE_COMPARE(a->code.number, b->code.number);
    MERGE_COMPARE(a->since, b->since);
    MERGE_COMPARE(a->until, b->until);
    MERGE_COMPARE(a->since_or, b->since_or);
    MERGE_COMPARE(a->until_or, b->until_or);
    MERGE_COMPARE(b->certain, a->certain);
    MERGE_COMPARE(a->exam, b->exam);
    MERGE_COMPARE(a->place.input, b->place.input);
    MERGE_COMPARE(a->place.line, b->place.line);
    MERGE_COMPARE(a->place.column, b->place.column);
    return 0;
}

static bool merge_alike(const struct partner_certification *a, const struct partner_certification *b) {
    return a->person.number == b->person.number && a->code.number == b->code.number;
}

static bool merge_same_days(const struct partner_certification *a, const struct partner_certification *b) {
    return a->since == b->since && a->until == b->until && a->since_or == b->since_or && a->until_or == b->until_or;
}

/* The day up to which exams led to a certification of the export, in every reading of the dates, or in one of them. The
 * statement takes nothing away from what an export says (R38). */
static uint32_t merge_led(const struct partner_certification *first, size_t count, bool sure) {
    uint32_t newest = 0;
    for (size_t i = 0; i < count; i++) {
        uint32_t since = sure ? first[i].since : partner_sure_since(&first[i]);
        if (!first[i].exam && first[i].place.input == PARTNER_TRAINING && since > newest) newest = since;
    }
    return newest;
}

/* Of an exam: whether it may stand for itself. One that may have led to a certification is not certain, and has no day
 * on which it surely did. */
static bool merge_exam_stands(struct partner_certification *exam, uint32_t surely, uint32_t perhaps) {
    if (!exam->since) return true;
    if (partner_sure_since(exam) <= surely) return false;
    if (exam->since <= perhaps) exam->certain = false;
    if (exam->since > surely) return true;
    exam->since = exam->since_or;
    exam->since_or = 0;
    return !exam->until || exam->since <= exam->until;
}

/* The entries of one person and certification, from `first` on: keeps the ones that stand for themselves at `kept`, of
 * the same days the first in order. Returns how many. */
static size_t merge_group(struct partner_certification *first, size_t count, struct partner_certification *kept) {
    size_t keeps = 0;
    uint32_t surely = merge_led(first, count, true), perhaps = merge_led(first, count, false);
    for (size_t i = 0; i < count; i++) {
        struct partner_certification entry = first[i];
        if (entry.exam && !merge_exam_stands(&entry, surely, perhaps)) continue;
        const struct partner_certification *last = keeps ? &kept[keeps - 1] : NULL;
        if (!last || !merge_same_days(last, &entry)) kept[keeps++] = entry;
    }
    return keeps;
}

static void merge_certifications(struct partner *partner) {
    struct partner_certification *items = partner->certifications;
    size_t count = partner->certification_count, kept = 0;
    if (count) qsort(items, count, sizeof *items, merge_order);
    for (size_t first = 0, next; first < count; first = next) {
        for (next = first + 1; next < count && merge_alike(&items[first], &items[next]);)
            next++;
        kept += merge_group(&items[first], next - first, &items[kept]);
    }
    partner->certification_count = kept;
}

/* ---- Metrics ---- */

static int merge_month_order(const void *left, const void *right) {
    const struct partner_month *a = left, *b = right;
    MERGE_COMPARE(a->month, b->month);
    MERGE_COMPARE(a->place.input, b->place.input);
    MERGE_COMPARE(a->place.line, b->place.line);
    MERGE_COMPARE(a->place.column, b->place.column);
    return 0;
}

static void merge_contradiction(struct partner *partner, const struct partner_metric *metric,
                                const struct partner_month *stated, assay_money exported) {
    char month[MONTH_TEXT], said[ASSAY_MONEY_TEXT], summed[ASSAY_MONEY_TEXT];
    month_text(month, stated->month);
    assay_money_exact(said, stated->value);
    assay_money_exact(summed, exported);
    remarks_note(&partner->remarks,
                 "%s of %s cannot be told: the partner file says %s (line %llu), the export of active users %s",
                 metric->name.text, month, said, (unsigned long long)stated->place.line, summed);
}

/* What the statement says settles what the export cannot tell; two values that differ settle nothing. So in each
 * reading. */
static void merge_month(struct partner *partner, const struct partner_metric *metric, struct partner_month *stated,
                        const struct partner_month *exported) {
    bool told = false;
    for (int r = 0; r < PARTNER_READINGS; r++) {
        const struct partner_reading *other = &exported->by[r];
        struct partner_reading *one = &stated->by[r];
        if (!other->known || (one->known && one->value == other->value)) continue;
        if (one->known && !told) merge_contradiction(partner, metric, stated, other->value);
        told = told || one->known;
        one->known = stated->known = false;
    }
}

static void merge_metric(struct partner *partner, struct partner_metric *metric) {
    size_t kept = 0;
    if (metric->month_count) qsort(metric->months, metric->month_count, sizeof *metric->months, merge_month_order);
    for (size_t i = 0; i < metric->month_count; i++) {
        const struct partner_month entry = metric->months[i];
        if (kept && metric->months[kept - 1].month == entry.month)
            merge_month(partner, metric, &metric->months[kept - 1], &entry);
        else
            metric->months[kept++] = entry;
    }
    metric->month_count = kept;
}

void partner_merge(struct partner *partner) {
    merge_certifications(partner);
    for (size_t m = 0; m < partner->metric_count; m++)
        merge_metric(partner, &partner->metrics[m]);
}
