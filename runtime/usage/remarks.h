/* remarks.h - what is to be said of an input: errors with their places, and notes.
 *
 * Written down as `FILE:LINE:COLUMN: error: WHAT; REMEDY`, so that a person finds the place and knows what to write
 * instead. Texts from outside are made harmless (show.h) when they are written down. */
#ifndef ASSAY_REMARKS_H
#define ASSAY_REMARKS_H

#include "runtime/base/text.h"
#include "runtime/usage/pool.h"

#define REMARKS_MOST 200 /* errors kept; the rest is counted */

struct remark {
    const char *path;
    uint64_t line;   /* from 1; 0: none in particular */
    uint32_t column; /* in characters, from 1; 0: none in particular */
    bool error;      /* else a note */
    size_t order;    /* as it came up */
    const char *what;
    const char *remedy; /* NULL: none */
};

struct remarks {
    struct remark *items;
    size_t count;
    uint64_t errors;  /* those not kept included */
    const char *path; /* of those to come; remarks_begin sets it */
    size_t first;     /* of them */
    struct pool pool;
    bool failed; /* memory ran out */
};

struct remark_place {
    uint64_t line;
    uint32_t column;
};

/* What follows is about this file; "-" is shown as <stdin>. */
void remarks_begin(struct remarks *remarks, const char *path);

/* `remedy` may be NULL. Both texts are copied. */
void remarks_error(struct remarks *remarks, struct remark_place place, const char *remedy, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
void remarks_note(struct remarks *remarks, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Puts what was said since remarks_begin in the order of places; what has none comes last. */
void remarks_sort(struct remarks *remarks);

/* Adds all of it to a text, one line each; then how many errors were not kept. */
void remarks_write(const struct remarks *remarks, struct text *out);

void remarks_free(struct remarks *remarks);

#endif
