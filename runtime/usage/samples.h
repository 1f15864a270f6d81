/* samples.h - the first rows behind each cell of the ledger, so that a report can lead from a sum to rows of the file.
 *
 * Kept are the least row numbers, whatever the order in which rows come. */
#ifndef ASSAY_SAMPLES_H
#define ASSAY_SAMPLES_H

#include "runtime/usage/ledger.h"

#define SAMPLES_KEPT 6u /* rows of a cell */

/* The least row numbers of something, in order. */
struct samples_rows {
    uint64_t rows[SAMPLES_KEPT];
    uint32_t count;
};

/* Zeroed memory is empty. */
struct samples {
    struct dictionary places; /* (outcome, customer, month) -> number */
    struct samples_rows *all;
    uint32_t room;
};

/* Notes a row; false when memory ran out. */
bool samples_add(struct samples *samples, uint32_t outcome, uint32_t customer, int32_t month, uint64_t row);

/* Adds the rows of a cell to those of other cells; the least stay. */
void samples_gather(const struct samples *samples, const struct ledger_cell *cell, struct samples_rows *into);

void samples_free(struct samples *samples);

#endif
