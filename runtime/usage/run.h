/* run.h - one pass over a usage file: what each row is, what counts, and everything a report needs.
 *
 *     open - bind columns - read batches - per row: check, code, decide - count once - ledger
 *
 * Memory stays flat: rows go through, and only outcomes, customers, claims and ledger cells are kept. */
#ifndef ASSAY_RUN_H
#define ASSAY_RUN_H

#include "runtime/usage/answers.h"
#include "runtime/usage/assume.h"
#include "runtime/usage/claim.h"
#include "runtime/usage/column.h"
#include "runtime/usage/counted.h"
#include "runtime/usage/duplicates.h"
#include "runtime/usage/excluded.h"
#include "runtime/usage/input.h"
#include "runtime/usage/ledger.h"
#include "runtime/usage/notes.h"
#include "runtime/usage/records.h"
#include "runtime/usage/once.h"
#include "runtime/usage/rejects.h"
#include "runtime/usage/samples.h"

struct run_options {
    const char *path; /* "-": standard input */
    const char *const *assume;
    size_t assume_count;
    uint32_t as_of;            /* YYYYMMDD; 0: as R21 says */
    bool need_amount;          /* refuse a file without the amount */
    bool keep_answers;         /* keep each row's answer, to be read back in order */
    bool keep_amounts;         /* keep each row's amount, to be read back in order */
    bool keep_samples;         /* keep some rows of each cell of the ledger */
    bool keep_counted;         /* keep the rows that count or may; not with keep_answers */
    uint64_t row;              /* keep what is known of this row; 0: none */
    size_t once_budget;        /* bytes; 0: ONCE_BUDGET */
    enum once_repeats repeats; /* ONCE_REPEATS_UNKNOWN: not said, so undecided where the rules know repeats */
    FILE *messages, *rejects;  /* of struct rejects */
    bool (*stopped)(void);     /* asked now and then; NULL: never */
    /* Told now and then; NULL: not wanted. `settling`: all bytes are read, and rows are counted once. */
    void (*progress)(void *context, uint64_t bytes, bool settling);
    void *context;
};

/* A column that is read. */
struct run_slot {
    uint32_t column; /* in the header, from 0 */
    uint8_t uses;    /* enum use */
    struct column reader;
    struct column_cell *cells; /* of a batch */
};

/* What is known of one row. */
struct run_row {
    bool found, rejected;
    bool skipped; /* rejected as well: it is no data */
    uint64_t line;
    struct once_verdict verdict; /* of counting once */
    uint32_t outcome;
    struct text reason; /* of a rejected or skipped row */
    struct text *cells; /* one per field; data is NULL when the row has no such cell */
};

struct run {
    const struct assay_ruleset *rules;
    struct run_options options;
    uint8_t *uses;     /* of uses_of_fields */
    uint32_t *columns; /* of bind_columns */
    struct assumption *assumptions;
    struct notes notes;
    /* The input. */
    uint64_t bytes, rows;
    char hash[HASH_TEXT];
    struct rejects rejects;
    struct records records;
    /* Columns, and the slots of those with a role; -1: absent. */
    struct run_slot *slots;
    size_t slot_count;
    int amount, month, customer, flag;
    int *slot_of_field;
    uint32_t nobodies; /* customer texts below this number name no customer */
    int32_t month_assumed;
    uint32_t customer_assumed;
    /* What came of the rows. */
    struct outcomes outcomes;
    struct key key;
    struct claims claims;
    struct dictionary claim_memo;
    uint32_t *claim_numbers;
    struct once once;
    enum once_repeats repeats;     /* how they are treated */
    struct likeness likeness;      /* where they are known */
    bool key_absent, claim_absent; /* counting once lacks a column of it; an assumption is none */
    struct ledger ledger;
    struct samples samples;
    struct excluded excluded;
    struct duplicates duplicates;
    struct answers answers;
    struct counted counted;
    struct spool amounts; /* one assay_money per row, 0 for a rejected one */
    uint64_t settled, dropped;
    uint64_t compared, disagreements; /* with the flag of the cross-check */
    struct tally by_columns;          /* rows that counting once leaves undecided because a column is absent */
    struct tally repeated;            /* rows that repeat an earlier one, however they are treated */
    struct notes cautions;            /* what has to be known before any figure is read */
    struct run_row row;
    /* Newest month of rows that are or may be eligible, of all rows; LEDGER_NEVER: none. */
    int32_t newest_eligible, newest_any;
    int32_t oldest_any; /* likewise, of all rows */
    uint32_t as_of;     /* 0: cannot be known */
    uint64_t *in_force; /* the measures in force then */
    bool interrupted;
    struct reader_refusal refusal;
};

/* Reads the whole file. False with run->refusal filled (or run->interrupted). Free the run in any case. */
bool run_usage(struct run *run, const struct assay_ruleset *rules, const struct run_options *options);

/* The month that R21 calls newest; LEDGER_NEVER: none. */
int32_t run_newest_month(const struct run *run);

/* Whether there is a row that is neither rejected nor skipped. */
bool run_has_rows(const struct run *run);

/* Whether the file, or an assumption, says who the customer of a row is; and its month. */
bool run_knows_customers(const struct run *run);
bool run_knows_months(const struct run *run);

/* Whether counting once lacks the column of a field of its key or its claim. */
bool run_once_lacks(const struct run *run, uint16_t field);

/* Whether counting once leaves any row undecided, by an absent column or as a repeat. */
bool run_once_doubts(const struct run *run);

/* Rows whose flag disagrees with counting once: false where no row could be compared. */
bool run_disagreements(const struct run *run, uint64_t *rows);

void run_free(struct run *run);

/* ---- Within the run ---- */

/* Sets the columns up for a header (bind, assume, slots). */
bool run_bind(struct run *run, struct reader *reader);

/* Takes all rows in. */
bool run_read(struct run *run, struct reader *reader, struct input *input);

/* A fault of memory or of temporary data, by errno; always false. */
bool run_fault(struct run *run);

/* Says how far work is, and asks whether to go on. */
bool run_go_on(struct run *run, uint64_t bytes, bool settling);

/* Settles counting once, and the ledger. */
bool run_settle(struct run *run);

/* A once_visit: `context` is the run. */
bool run_settle_row(void *context, const struct once_record *record, const struct once_verdict *verdict);

/* Writes run->cautions, once all is settled. False when memory ran out. */
bool run_caution(struct run *run);

#endif
