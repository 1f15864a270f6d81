/* duplicates.h - the rows that counting once dropped or left undecided, asked for in ascending order (memory flat). */
#ifndef ASSAY_DUPLICATES_H
#define ASSAY_DUPLICATES_H

#include "runtime/usage/once.h"

struct duplicates {
    struct spool *ranges; /* one per range of rows: (row, fate) pairs in any order */
    size_t count;
    uint64_t *fates; /* of the range being read */
    size_t current;  /* its number; SIZE_MAX: none */
};

/* What became of a row. */
struct duplicates_fate {
    enum once_result result;
    bool repeats;   /* an undecided row, because it repeats another */
    uint64_t other; /* as of once_verdict */
};

void duplicates_init(struct duplicates *duplicates);

/* Notes what became of a row that does not count as its columns say; false with errno set. */
bool duplicates_add(struct duplicates *duplicates, uint64_t row, const struct once_verdict *verdict);

/* What became of a row. Rows must be asked for in ascending order, after the last duplicates_add. False with errno set.
 */
bool duplicates_find(struct duplicates *duplicates, uint64_t row, struct duplicates_fate *fate);

void duplicates_free(struct duplicates *duplicates);

#endif
