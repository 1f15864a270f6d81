/* counted.h - the rows that match a measure, or may: noted in order while a file is read, and read back as often as
 * wanted once it is settled which of them counting once dropped, and for which row.
 *
 * Memory stays flat: what goes beyond a budget is in temporary files. */
#ifndef ASSAY_COUNTED_H
#define ASSAY_COUNTED_H

#include "runtime/base/text.h"
#include "runtime/core/assay.h"
#include "runtime/usage/duplicates.h"
#include "runtime/usage/outcomes.h"

struct counted_row {
    assay_money amount;
    uint64_t row, line; /* from 1: the record in the file, and the line it begins at */
    struct duplicates_fate fate;
    uint32_t outcome, customer; /* outcome: once settled, that of an undecided row is of outcomes_undecided */
    int32_t month;              /* as in the ledger */
    uint32_t length;            /* bytes of the claim's text */
};

struct counted {
    struct spool noted, rows;
    uint64_t count;
};

void counted_init(struct counted *counted);

/* Notes a row and the text of its claim, `row->length` bytes. Rows come in ascending order. False with errno set. */
bool counted_add(struct counted *counted, const struct counted_row *row, const char *claim);

/* Finds the fates of all rows among the duplicates, which this reads to their end. False with errno set. */
bool counted_settle(struct counted *counted, struct duplicates *duplicates, const struct outcomes *outcomes);

/* Goes back to the first row. False with errno set. */
bool counted_rewind(struct counted *counted);

/* The next row, one of count, and its claim's text. False with errno set. */
bool counted_next(struct counted *counted, struct counted_row *row, struct text *claim);

void counted_free(struct counted *counted);

#endif
