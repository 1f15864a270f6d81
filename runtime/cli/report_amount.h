/* report_amount.h - what the sum of a requirement is made of: its months, and the customers that count. */
#ifndef ASSAY_REPORT_AMOUNT_H
#define ASSAY_REPORT_AMOUNT_H

#include "runtime/cli/report.h"

/* A customer that counts, or may, by what it holds within the window (R22, R23). */
struct report_customer {
    const char *name; /* folded text */
    assay_money certain, possible;
    bool counts; /* false: it may */
};

/* Those of an AMOUNT's verdict: who certainly counts first, then by amount, greatest first, then by name; malloc'd,
 * *count of them. None where the file does not tell customers. False when memory runs out. */
bool report_customers(const struct report *report, const struct standing *standing,
                      const struct standing_verdict *verdict, struct report_customer **customers, size_t *count);

/* The months of an AMOUNT's window in order, those without rows too; malloc'd, *count of them, 0 where the window or
 * the months are not known. False when memory runs out. */
bool report_months(const struct report *report, const struct standing *standing, const struct standing_verdict *verdict,
                   struct ledger_month **months, size_t *count);

#endif
