/* rejects.h - rows that cannot be read: said one by one, counted, and written down on request (R20, R21, R30). */
#ifndef ASSAY_REJECTS_H
#define ASSAY_REJECTS_H

#include "runtime/base/text.h"
#include "runtime/usage/reader.h"

#define REJECTS_SHOWN 10 /* messages; the rest is only counted */

struct rejects {
    const char *path; /* as messages name the file */
    FILE *messages;   /* NULL: none */
    FILE *all;        /* NULL: none; else CSV of row,line,column,reason */
    uint64_t count;
    struct text reason, scratch;
};

/* One rejected row. */
struct reject {
    uint64_t row, line;
    uint32_t column;         /* from 1; 0: none in particular */
    struct reader_cell name; /* of the column */
    const char *remedy;
};

/* Starts; `all` gets its header. */
void rejects_init(struct rejects *rejects, const char *path, FILE *messages, FILE *all);

/* Begins the reason of the next row in rejects->reason, which the caller then writes. */
struct text *rejects_reason(struct rejects *rejects);

/* Shows a cell or a header name in a message: quoted, shortened, as show.h says. */
void rejects_show(struct text *out, const char *cell, size_t length);

/* Reports a row with the reason written before. */
void rejects_add(struct rejects *rejects, const struct reject *reject);

/* The reason of a record that the reader could not read. */
void rejects_problem(struct rejects *rejects, const struct reader_record *record, size_t columns);
const char *rejects_problem_remedy(const struct reader_record *record);

/* Says how many were not shown. */
void rejects_finish(const struct rejects *rejects);

void rejects_free(struct rejects *rejects);

#endif
