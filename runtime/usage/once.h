/* once.h - counting once (R19) and repeats (R31): of rows alike in the key, the rows of one claim count.
 *
 * A row that is alike in every cell to an earlier one is alike in key and claim too, so repeats are found within the
 * groups. Records are kept in memory up to a budget; beyond it they are parted by fingerprint into temporary files, and
 * each part is settled on its own. What is settled does not depend on whether that happened. */
#ifndef ASSAY_ONCE_H
#define ASSAY_ONCE_H

#include "runtime/usage/key.h"
#include "runtime/usage/spool.h"

#define ONCE_BUDGET ((size_t)48 << 20)

/* A row as counting once and the ledger see it; 80 bytes. */
struct once_record {
    struct fingerprint fingerprint;
    struct fingerprint cells; /* of all cells as they are read; not used where the rules know no repeats */
    assay_money amount;
    uint64_t row;
    uint32_t claim; /* of claim_end */
    uint32_t outcome;
    uint32_t customer;
    int32_t month;
    uint8_t flag; /* what the cross-check says, for the visitor; 0: nothing */
};

_Static_assert(sizeof(struct once_record) <= 80, "a record has at most 80 bytes");

/* What is done with a row that is alike in every cell to an earlier one. */
enum once_repeats {
    ONCE_REPEATS_UNKNOWN = 0, /* the rules do not say that an export holds no record twice: nothing */
    ONCE_REPEATS_UNDECIDED,
    ONCE_REPEATS_COUNTED,
    ONCE_REPEATS_DROPPED
};

/* What groups are settled by. */
struct once_terms {
    const uint32_t *ranks;         /* of claim_ranks */
    const uint32_t *answers;       /* of outcomes_answers; needed where claim_absent */
    bool key_absent, claim_absent; /* the file lacks a column of it */
    enum once_repeats repeats;
};

enum once_result {
    ONCE_COUNTS = 0, /* as its columns say */
    ONCE_DUPLICATE,
    ONCE_REPEAT,   /* a repeat that is dropped */
    ONCE_UNDECIDED /* whether it counts cannot be told, whatever its columns say */
};

/* What came of a row. */
struct once_verdict {
    enum once_result result;
    bool by_columns;  /* undecided because of an absent column */
    uint64_t other;   /* the row it is a duplicate or a repeat of, or may be; 0: none */
    uint64_t repeats; /* the first row that is alike in every cell, however repeats are treated; 0: none */
};

/* Told about each row. False stops. */
typedef bool once_visit(void *context, const struct once_record *record, const struct once_verdict *verdict);

struct once {
    struct once_record *records; /* until the budget is reached */
    size_t count, room, budget;
    struct spool *parts; /* beyond it */
    unsigned shift;      /* bits of the fingerprint used up by partings above */
};

void once_init(struct once *once, size_t budget);

/* Adds a row; rows come in ascending order. False with errno set. */
bool once_add(struct once *once, const struct once_record *record);

/* Settles all groups. Rows come group by group, in no order to rely on. False when the visitor stopped, or with errno
 * set. */
bool once_settle(struct once *once, const struct once_terms *terms, once_visit *visit, void *context);

void once_free(struct once *once);

#endif
