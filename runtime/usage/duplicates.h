/* duplicates.h - the rows that counting once dropped, asked for in ascending order (memory flat). */
#ifndef ASSAY_DUPLICATES_H
#define ASSAY_DUPLICATES_H

#include "runtime/usage/spool.h"

struct duplicates {
    struct spool *ranges; /* one per range of rows: (row, winner) pairs in any order */
    size_t count;
    uint64_t *winners; /* of the range being read */
    size_t current;    /* its number; SIZE_MAX: none */
};

void duplicates_init(struct duplicates *duplicates);

/* Notes that `row` is a duplicate of `winner`; false with errno set. */
bool duplicates_add(struct duplicates *duplicates, uint64_t row, uint64_t winner);

/* Sets *winner to the row that `row` is a duplicate of, 0: of none. Rows must be asked for in ascending order, after
 * the last duplicates_add. False with errno set. */
bool duplicates_find(struct duplicates *duplicates, uint64_t row, uint64_t *winner);

void duplicates_free(struct duplicates *duplicates);

#endif
