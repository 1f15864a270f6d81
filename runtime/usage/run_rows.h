/* run_rows.h - a batch and a row on their way, for the parts of reading rows: run_rows.c takes them, run_reject.c those
 * that are no rows of usage. Only they include it. */
#ifndef ASSAY_RUN_ROWS_H
#define ASSAY_RUN_ROWS_H

#include "runtime/usage/run.h"

/* Months read lately, by their texts: an export has few. */
struct rows_month {
    char text[15];
    uint8_t length; /* 0: none */
    int month;
};

#define ROWS_MONTHS 64u

/* A batch on its way: beside the reader's cells, which rows are bad, and the last month read. */
struct rows {
    struct run *run;
    const struct reader *reader;
    struct reader_batch batch;
    uint32_t bad[READER_BATCH]; /* slot + 1 of a cell that is not UTF-8; 0: none */
    struct rows_month months[ROWS_MONTHS];
};

/* A row on its way. */
struct row {
    size_t index; /* in the batch */
    uint64_t number;
    assay_money amount;
    int32_t month;
    uint32_t outcome;
};

static inline const struct reader_cell *row_cell(const struct rows *rows, const struct row *row, size_t slot) {
    return &rows->batch.columns[slot][row->index];
}

/* Keeps a row's amount, when amounts are kept. */
bool row_keep_amount(struct run *run, assay_money amount);

/* ---- Rows that are rejected or skipped: false when the run cannot go on ---- */

/* A record that the reader could not read. */
bool row_reject_problem(struct rows *rows, const struct row *row);

/* A cell of a slot, for `why` (enum reject_reason), told in words. */
bool row_reject_words(struct rows *rows, const struct row *row, int why, size_t slot, const char *what,
                      const char *remedy);

/* An amount that cannot be read, by the error of assay_money_parse; and a month. */
bool row_reject_amount(struct rows *rows, const struct row *row, int error);
bool row_reject_month(struct rows *rows, const struct row *row);

/* A record that is no data is numbered, and no more. */
bool row_skip(struct rows *rows, const struct row *row);

#endif
