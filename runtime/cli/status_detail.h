/* status_detail.h - what the parts of the details share. */
#ifndef ASSAY_STATUS_DETAIL_H
#define ASSAY_STATUS_DETAIL_H

#include "runtime/cli/status.h"
#include "runtime/cli/style.h"

#define DETAIL_LABEL ((size_t)13) /* columns of a label */

/* Where details are printed, and of what. */
struct detail {
    struct style *style;
    const struct report *report;
    const struct outlook *outlook;
    size_t indent;
};

/* A label and what it is of; nothing where there are no words. */
void detail_row(const struct detail *detail, const char *label, const struct text *words);

/* ", 2024-01 to 2024-03" */
void detail_window(struct text *words, const struct standing_verdict *verdict);

/* How much and how many are missing, from the least to the most; nothing where nothing is. */
void detail_missing(const struct detail *detail, const struct outlook_verdict *outlook);

/* Of an AMOUNT: months, customers, what leaves with the oldest month, whom the line hangs on. Else nothing. */
void detail_sum(const struct detail *detail, const struct outlook_verdict *outlook);

/* Of GROWTH and METRIC: the values that are compared. Else nothing. */
void detail_metric(const struct detail *detail, const struct standing_verdict *verdict);

#endif
