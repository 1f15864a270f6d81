/* rejects.h - rows that cannot be read: said one by one, counted, and written down on request (R20, R21, R30). What is
 * wrong with every row alike is said once, as a fault of the file (R33). */
#ifndef ASSAY_REJECTS_H
#define ASSAY_REJECTS_H

#include "runtime/base/text.h"
#include "runtime/usage/reader.h"

#define REJECTS_SHOWN 10 /* messages; the rest is only counted */

/* Why a row is rejected: an enum reader_problem, or one of these. */
enum reject_reason {
    REJECT_UTF8 = READER_BEHIND + 1,
    REJECT_AMOUNT_BLANK,
    REJECT_AMOUNT,
    REJECT_AMOUNT_RANGE,
    REJECT_MONTH_BLANK,
    REJECT_MONTH
};

struct rejects {
    const char *path; /* as messages name the file */
    FILE *messages;   /* NULL: none */
    FILE *all;        /* NULL: none; else CSV of row,line,column,reason */
    uint64_t count;
    uint64_t behind;  /* of them, of another file that begins within this one (R34) */
    bool mixed;       /* a row is good, or two rows are rejected for different reasons */
    int first_reason; /* of the first rejected row, and its column */
    uint32_t first_column;
    struct text held;  /* messages that one for the whole file may replace */
    struct text fault; /* what is wrong with every row alike; at the end data is NULL when nothing is */
    uint64_t fault_line;
    struct text reason, scratch;
};

/* One rejected row. */
struct reject {
    uint64_t row, line;
    uint32_t column;         /* from 1; 0: none in particular */
    struct reader_cell name; /* of the column */
    const char *remedy;
    int why; /* enum reject_reason or enum reader_problem */
};

/* Starts; `all` gets its header. */
void rejects_init(struct rejects *rejects, const char *path, FILE *messages, FILE *all);

/* Begins the reason of the next row in rejects->reason, which the caller then writes. */
struct text *rejects_reason(struct rejects *rejects);

/* Shows a cell or a header name in a message: quoted, shortened, as show.h says. */
void rejects_show(struct text *out, const char *cell, size_t length);

/* Reports a row with the reason written before. */
void rejects_add(struct rejects *rejects, const struct reject *reject);

/* A row is good, so not all are rejected. */
static inline void rejects_pass(struct rejects *rejects) {
    rejects->mixed = true;
}

/* The reason of a record that the reader could not read. */
void rejects_problem(struct rejects *rejects, const struct reader_record *record, size_t columns);
const char *rejects_problem_remedy(const struct reader_record *record);

/* Says what was held back, and how many were not shown. */
void rejects_finish(struct rejects *rejects);

void rejects_free(struct rejects *rejects);

#endif
