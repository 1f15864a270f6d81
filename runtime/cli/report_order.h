/* report_order.h - specializations in the order in which they need attention. */
#ifndef ASSAY_REPORT_ORDER_H
#define ASSAY_REPORT_ORDER_H

#include "runtime/cli/report.h"

/* Ranks, what needs attention first. Within one, the fewest lines that are not met come first, then the fewest that
 * cannot be told, then the rules' order. Designations begin nothing, since most specializations share them. */
enum report_rank {
    REPORT_DANGER,      /* the partner has it, and a line is not met, the renewal is due, something it rests on ends
                           within 60 days, or a line that is met will not be next month, even if that brings what the
                           newest one did */
    REPORT_RISK,        /* Active, and a line depends on what the next month brings, or on single customers */
    REPORT_LAST_STEP,   /* only the audit or the references are left */
    REPORT_MISSING,     /* something else is missing */
    REPORT_OPEN,        /* nothing is known to be missing before the audit or the references, but something cannot be
                           told */
    REPORT_IDLE,        /* what is not met before the audit or the references, nothing can meet: its measures are not in
                           force */
    REPORT_ACTIVE,      /* Active, and neither */
    REPORT_UNPUBLISHED, /* nothing is missing and what cannot be told is not published or not stated; or beyond
                           designation, audit and references nothing is published */
    REPORT_NOT_BEGUN    /* nothing counts or may count, nobody is certified, nothing is stated */
};

struct report_ranked {
    const struct outlook *outlook;
    size_t number; /* in the rules' order */
    enum report_rank rank;
};

#define REPORT_WARNINGS 3 /* of a specialization in an overview; the rest is counted */

/* Whether an overview tells what will break: of what the partner has, and of what has one step left. */
bool report_warns(const struct report_ranked *ranked);

/* A stable name for programs: "in danger", "at risk", "last step", "missing", "cannot tell", "active", "not published",
 * "not begun".
 */
const char *report_rank_name(enum report_rank rank);

/* Where a specialization, by its number in the rules' order, stands among `count` ranked ones; from 0. */
size_t report_place(const struct report_ranked *ranked, size_t count, size_t number);

/* All of them in order, as many as report->outlooks.count; malloc'd, NULL when memory runs out. */
struct report_ranked *report_order(const struct report *report);

#endif
