/* dates.h - in which order a column of an export writes day and month (R32).
 *
 * A value is an ISO day, or `A/B/YYYY` with `/`, `-` or `.`. The order is a property of the column. A value that is a
 * day in one order alone tells it: its day is above 12, or it has points, which stand behind the day. Where no value
 * tells it, a value with A not equal to B is known only to be one of two days. */
#ifndef ASSAY_DATES_H
#define ASSAY_DATES_H

#include "runtime/base/text.h"
#include "runtime/usage/month.h"
#include "runtime/usage/pool.h"
#include "runtime/usage/reader.h"

#include <stdbool.h>

enum dates_order { DATES_UNTOLD, DATES_DAY_FIRST, DATES_MONTH_FIRST, DATES_ORDERS };

struct dates_told {
    uint64_t line;    /* 0: no value */
    const char *text; /* as it was written */
};

struct dates_column {
    const char *name;
    enum dates_order asked; /* by --dates; DATES_UNTOLD: nothing is asked */
    enum dates_order order; /* that was taken; DATES_UNTOLD: no value tells, and nothing is asked */
    /* By order the first value that is a day in it alone, and the first that is one of two days. */
    struct dates_told told[DATES_ORDERS];
    uint64_t twofold; /* values that are one of two days, before the order is settled */
};

/* Looks at a value of the column; returns the days that it may be. Texts that are kept go to the pool. */
struct date_ways dates_see(struct dates_column *column, const struct reader_cell *cell, uint64_t line,
                           struct pool *pool);

/* Settles the order behind the last value. False, said: two values contradict each other, or one what is asked. */
bool dates_settle(struct dates_column *column, struct reader_refusal *refusal);

/* The day of a value in the column's order, in *day; where that is not told, the earlier day, and in *other the later
 * one. *other is 0: the day is known. */
void dates_days(const struct dates_column *column, struct date_ways ways, uint32_t *day, uint32_t *other);

/* Whether the order matters, or is told: a column of ISO days has none. */
bool dates_speaks(const struct dates_column *column);

/* Whether a value is one of two days, since nothing tells which. */
bool dates_doubtful(const struct dates_column *column);

/* Says how the column is read, and by what: `ExpirationDate is read day first: "20/12/2024" in line 8 tells`. */
void dates_words(struct text *out, const struct dates_column *column);

/* The order as the option --dates takes it: "day-first". */
const char *dates_order_name(enum dates_order order);

/* The order of a name; DATES_UNTOLD: it is none. */
enum dates_order dates_order_of(const char *name);

#endif
