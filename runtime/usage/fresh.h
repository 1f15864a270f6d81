/* fresh.h - which figures may still change, and when to look again, by what the rules state of it.
 *
 * No clock is read. The export is taken to be made on the as-of date, or, if it holds later months, on the first day of
 * the newest one: it cannot be older. */
#ifndef ASSAY_FRESH_H
#define ASSAY_FRESH_H

#include "runtime/core/assay.h"

struct fresh {
    const struct assay_refresh *performance; /* NULL: not stated, or the day is not known; so in knowledge */
    uint32_t refreshed;                      /* the last day up to which figures were refreshed, before that day */
    uint32_t refreshes;                      /* the next such day, from that day on */
    uint32_t look;                           /* the day behind it */
    int32_t first, last;                     /* months of the export that may still change; first > last: none */
    const struct assay_refresh *knowledge;
    uint32_t since;     /* certifications from this day on may not be shown yet */
    uint32_t look_then; /* the first day on which all that are earned by the as-of date are shown */
};

/* Months are numbered as in month.h; below zero: the export has none. `as_of` 0: not known. */
void fresh_make(struct fresh *fresh, const struct assay_usage *usage, uint32_t as_of, int32_t oldest, int32_t newest);

/* The last day on which figures of a month may change. */
uint32_t fresh_until(const struct assay_refresh *performance, int32_t month);

#endif
