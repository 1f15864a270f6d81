/* makeup.h - what the sum of a requirement line is made of: the months of its window, its customers, and rows. */
#ifndef ASSAY_MAKEUP_H
#define ASSAY_MAKEUP_H

#include "runtime/usage/samples.h"
#include "runtime/usage/standing.h"

struct makeup_customer {
    uint32_t number; /* in standing_usage.customers */
    struct tally certain, undecided;
    struct samples_rows rows; /* of both */
};

struct makeup {
    struct ledger_month *months;       /* of the window, each of them, in order */
    size_t month_count;                /* 0: no window, or the export has no months */
    struct makeup_customer *customers; /* most certain first, then most possible, then by text */
    size_t customer_count;
    struct tally nobody_certain, nobody_undecided; /* what names no customer */
};

/* Of a verdict of ASSAY_REQUIRES_AMOUNT, one of those of standings->all[specialization] or a part. `samples` may be
 * NULL. False when a sum overflows or memory runs out. Free in any case. */
bool makeup_make(struct makeup *makeup, const struct standings *standings, size_t specialization,
                 const struct standing_verdict *verdict, const struct samples *samples);

/* Its months alone. */
bool makeup_by_month(struct makeup *makeup, const struct standings *standings, size_t specialization,
                     const struct standing_verdict *verdict);

/* The text of a customer as the export writes it first; "" when it is not known. */
const char *makeup_customer_text(const struct standings *standings, uint32_t number, size_t *length);

void makeup_free(struct makeup *makeup);

#endif
