#include "runtime/cli/report_order.h"

#include "runtime/cli/status.h"

#include <stdlib.h>

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
        begun = measures[m].total.possible.rows > 0;
    for (size_t i = 0; !begun && i < standing->verdict_count; i++)
        begun = order_verdict_begun(&standing->verdicts[i]);
    return begun;
}

/* Whether something will break that needs more than the next month being like the newest one. */
static bool order_breaks(const struct outlook *outlook) {
    bool breaks = false;
    for (size_t i = 0; !breaks && i < outlook->warning_count; i++)
        breaks = outlook->warnings[i].danger;
    return breaks;
}

static bool order_is_formal(const struct standing_verdict *verdict) {
    return verdict->requirement->kind == ASSAY_REQUIRES_DESIGNATION ||
           verdict->requirement->kind == ASSAY_REQUIRES_AUDIT ||
           verdict->requirement->kind == ASSAY_REQUIRES_REFERENCES;
}

/* Whether all that is left beyond designation, audit and references is not published. */
static bool order_unpublished(const struct standing *standing) {
    size_t unpublished = 0, other = 0;
    for (size_t i = 0; i < standing->verdict_count; i++) {
        if (standing->verdicts[i].met == ASSAY_YES || order_is_formal(&standing->verdicts[i])) continue;
        if (standing->verdicts[i].requirement->kind == ASSAY_REQUIRES_UNPUBLISHED)
            unpublished++;
        else
            other++;
    }
    return unpublished > 0 && other == 0;
}

/* Whether anything beyond designation, audit and references is published. */
static bool order_judged(const struct standing *standing) {
    bool judged = false;
    for (size_t i = 0; !judged && i < standing->verdict_count; i++)
        judged = !order_is_formal(&standing->verdicts[i]) &&
                 standing->verdicts[i].requirement->kind != ASSAY_REQUIRES_UNPUBLISHED;
    return judged;
}

/* Whether nothing is missing that anything could supply: the measures of all that is not met are not in force. */
static bool order_is_idle(const struct standing *standing) {
    bool idle = true;
    for (size_t i = 0; idle && i < standing->verdict_count; i++) {
        const struct standing_verdict *verdict = &standing->verdicts[i];
        idle = verdict->met != ASSAY_NO || standing_validates(verdict->requirement) || standing_is_idle(verdict);
    }
    return idle;
}

static enum report_rank order_rank(const struct report *report, const struct outlook *outlook) {
    const struct standing *standing = outlook->standing;
    bool active = standing->status == STANDING_ACTIVE, has = standing->renewal.since != 0;
    if (!order_begun(report, standing)) return REPORT_NOT_BEGUN;
    if (has && (standing->not_met > 0 || order_breaks(outlook))) return REPORT_DANGER;
    if (active) return order_breaks(outlook) ? REPORT_DANGER : outlook->warning_count ? REPORT_RISK : REPORT_ACTIVE;
    if (standing->prerequisites == ASSAY_YES) return REPORT_LAST_STEP;
    bool missing = standing->prerequisites == ASSAY_NO;
    if (order_unpublished(standing) && !(missing && order_judged(standing))) return REPORT_UNPUBLISHED;
    return !missing ? REPORT_OPEN : order_is_idle(standing) ? REPORT_IDLE : REPORT_MISSING;
}

static int order_compare(const void *a, const void *b) {
    const struct report_ranked *x = a, *y = b;
    const struct standing *left = x->outlook->standing, *right = y->outlook->standing;
    if (x->rank != y->rank) return x->rank < y->rank ? -1 : 1;
    if (left->not_met != right->not_met) return left->not_met < right->not_met ? -1 : 1;
    if (left->cannot_tell != right->cannot_tell) return left->cannot_tell < right->cannot_tell ? -1 : 1;
    return x->number < y->number ? -1 : 1;
}

bool report_warns(const struct report_ranked *ranked) {
    return ranked->rank == REPORT_DANGER || ranked->rank == REPORT_RISK || ranked->rank == REPORT_LAST_STEP;
}

const char *report_rank_name(enum report_rank rank) {
    static const char *const names[] = {[REPORT_DANGER] = "in danger",    [REPORT_RISK] = "at risk",
                                        [REPORT_LAST_STEP] = "last step", [REPORT_MISSING] = "missing",
                                        [REPORT_OPEN] = "cannot tell",    [REPORT_IDLE] = "not in force",
                                        [REPORT_ACTIVE] = "active",       [REPORT_UNPUBLISHED] = "not published",
                                        [REPORT_NOT_BEGUN] = "not begun"};
    return names[rank];
}

size_t report_place(const struct report_ranked *ranked, size_t count, size_t number) {
    size_t place = 0;
    while (place + 1 < count && ranked[place].number != number)
        place++;
    return place;
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
