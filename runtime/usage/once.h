/* once.h - counting once (R19): of rows alike in the key, the rows of one claim count.
 *
 * Records are kept in memory up to a budget; beyond it they are parted by fingerprint into temporary files, and each
 * part is settled on its own. What is settled does not depend on whether that happened. */
#ifndef ASSAY_ONCE_H
#define ASSAY_ONCE_H

#include "runtime/usage/key.h"
#include "runtime/usage/spool.h"

#define ONCE_BUDGET ((size_t)48 << 20)

/* A row as counting once and the ledger see it; 64 bytes. */
struct once_record {
    struct fingerprint fingerprint;
    assay_money amount;
    uint64_t row;
    uint32_t claim; /* of claim_end */
    uint32_t outcome;
    uint32_t customer;
    int32_t month;
    uint8_t flag; /* what the cross-check says, for the visitor; 0: nothing */
};

_Static_assert(sizeof(struct once_record) <= 64, "a record has at most 64 bytes");

/* Told about each row: `winner` is 0 when it counts, else the row it is a duplicate of. False stops. */
typedef bool once_visit(void *context, const struct once_record *record, uint64_t winner);

struct once {
    struct once_record *records; /* until the budget is reached */
    size_t count, room, budget;
    struct spool *parts; /* beyond it */
    unsigned shift;      /* bits of the fingerprint used up by partings above */
};

void once_init(struct once *once, size_t budget);

/* Adds a row; rows come in ascending order. False with errno set. */
bool once_add(struct once *once, const struct once_record *record);

/* Settles all groups; `ranks` is of claim_ranks. Rows come group by group, in no order to rely on. False when the
 * visitor stopped, or with errno set. */
bool once_settle(struct once *once, const uint32_t *ranks, once_visit *visit, void *context);

void once_free(struct once *once);

#endif
