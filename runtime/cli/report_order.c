#include "runtime/cli/report_order.h"

#include "runtime/cli/status.h"

#include <stdlib.h>

#define ORDER_NEAR 60 /* days ahead that are near */

static bool order_verdict_begun(const struct standing_verdict *verdict) {
    bool begun = false;
    switch (verdict->requirement->kind) {
    case ASSAY_REQUIRES_PEOPLE:
    case ASSAY_REQUIRES_REFERENCES:
        begun = verdict->count.possible > 0;
        break;
    case ASSAY_REQUIRES_AUDIT:
        begun = verdict->since != 0;
        break;
    case ASSAY_REQUIRES_GROWTH:
    case ASSAY_REQUIRES_METRIC:
        begun = verdict->known;
        break;
    default:
        break;
    }
    for (uint16_t i = 0; !begun && i < verdict->requirement->part_count; i++)
        begun = order_verdict_begun(&verdict->parts[i]);
    return begun;
}

static bool order_begun(const struct report *report, const struct standing *standing) {
    const struct summary_measure *measures = status_measures(report, standing->specialization);
    bool begun = standing->renewal.since != 0;
    for (uint16_t m = 0; !begun && m < standing->specialization->measure_count; m++)
        begun = measures[m].in_force && measures[m].total.possible.rows > 0;
    for (size_t i = 0; !begun && i < standing->verdict_count; i++)
        begun = order_verdict_begun(&standing->verdicts[i]);
    return begun;
}

/* Whether something that it rests on ends soon, or ended lately, or what is not met by what holds today is soon asked.
 */
static bool order_ends(const struct outlook *outlook) {
    for (size_t i = 0; i < outlook->date_count; i++) {
        const struct outlook_date *date = &outlook->dates[i];
        bool ends = date->kind != OUTLOOK_CERTIFICATE_ENDS && date->kind != OUTLOOK_LINE_BEGINS &&
                    date->kind != OUTLOOK_LINE_ENDS && date->kind != OUTLOOK_RENEWAL_OPENS;
        bool asked = date->kind == OUTLOOK_LINE_BEGINS && date->met == ASSAY_NO;
        if ((ends || asked) && date->days <= ORDER_NEAR) return true;
    }
    return false;
}

/* Whether all that is left to be known is not published. */
static bool order_unpublished(const struct standing *standing) {
    bool unpublished = standing->cannot_tell > 0;
    for (size_t i = 0; unpublished && i < standing->verdict_count; i++)
        unpublished = standing->verdicts[i].met != ASSAY_CANNOT_TELL ||
                      standing->verdicts[i].requirement->kind == ASSAY_REQUIRES_UNPUBLISHED;
    return unpublished;
}

static enum report_rank order_rank(const struct report *report, const struct outlook *outlook) {
    const struct standing *standing = outlook->standing;
    bool active = standing->status == STANDING_ACTIVE, has = standing->renewal.since != 0;
    if (!order_begun(report, standing)) return REPORT_NOT_BEGUN;
    if (has && (standing->not_met > 0 || order_ends(outlook))) return REPORT_DANGER;
    if (active) return order_ends(outlook) ? REPORT_DANGER : REPORT_ACTIVE;
    if (standing->prerequisites == ASSAY_YES) return REPORT_LAST_STEP;
    if (standing->prerequisites == ASSAY_NO) return REPORT_MISSING;
    return order_unpublished(standing) ? REPORT_UNPUBLISHED : REPORT_OPEN;
}

static int order_compare(const void *a, const void *b) {
    const struct report_ranked *x = a, *y = b;
    const struct standing *left = x->outlook->standing, *right = y->outlook->standing;
    if (x->rank != y->rank) return x->rank < y->rank ? -1 : 1;
    if (left->not_met != right->not_met) return left->not_met < right->not_met ? -1 : 1;
    if (left->cannot_tell != right->cannot_tell) return left->cannot_tell < right->cannot_tell ? -1 : 1;
    return x->number < y->number ? -1 : 1;
}

struct report_ranked *report_order(const struct report *report) {
    size_t count = report->outlooks.count;
    struct report_ranked *ranked = calloc(count + 1, sizeof *ranked);
    for (size_t i = 0; ranked && i < count; i++) {
        const struct outlook *outlook = &report->outlooks.all[i];
        ranked[i] = (struct report_ranked){outlook, i, order_rank(report, outlook)};
    }
    if (ranked) qsort(ranked, count, sizeof *ranked, order_compare);
    return ranked;
}
