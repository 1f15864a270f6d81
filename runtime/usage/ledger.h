/* ledger.h - what counts, summed: one cell per outcome, month and customer. All figures of a report come from its
 * cells.
 *
 * Sums are exact; charges and credits stand apart, so that bounds can be had (R23). */
#ifndef ASSAY_LEDGER_H
#define ASSAY_LEDGER_H

#include "runtime/usage/dictionary.h"
#include "runtime/usage/outcomes.h"
#include "runtime/usage/tally.h"

#include <limits.h>

#define LEDGER_NOBODY UINT32_MAX /* a cell that names no customer, or no column to tell */
#define LEDGER_NEVER  (-1)       /* the month, where the file has none */

struct ledger_cell {
    uint32_t outcome, customer;
    int32_t month;
    struct tally tally;
};

struct ledger {
    struct dictionary places; /* (outcome, customer, month) -> number of a cell, until sorted */
    struct ledger_cell *cells;
    uint32_t room, count;
};

enum ledger_result { LEDGER_OK = 0, LEDGER_MEMORY, LEDGER_OVERFLOW };

/* Adds one row that counts or may count. */
enum ledger_result ledger_add(struct ledger *ledger, uint32_t outcome, uint32_t customer, int32_t month,
                              assay_money amount);

/* Puts the cells in order of customer, month, outcome. After the last ledger_add. */
void ledger_sort(struct ledger *ledger);

/* What to sum: rows that count towards any of some measures, each row once, within a window of months. */
struct ledger_question {
    const uint64_t *measures; /* a set */
    int32_t from, until;      /* months, both included; LEDGER_ALL_FROM and LEDGER_ALL_UNTIL: every row */
    bool undecided;           /* whether a row lies within the window is not known: none certainly counts */
    bool repeated;            /* the month `until` counts twice: as if the next one brought the same */
};

#define LEDGER_ALL_FROM  INT32_MIN
#define LEDGER_ALL_UNTIL INT32_MAX

/* What rows of an outcome and a month are to a question: they count, may count, or do not. */
enum assay_answer ledger_asked(const struct ledger_question *question, const struct outcomes *outcomes,
                               uint32_t outcome, int32_t month);

struct ledger_total {
    struct tally certain;                   /* rows that certainly count */
    struct tally undecided;                 /* rows that cannot be told */
    struct tally possible;                  /* both */
    uint64_t customers, customers_possible; /* R22, R23 */
    int32_t first_month, last_month;        /* of rows that count or may; first > last: of none */
};

/* Sums over a sorted ledger. */
enum ledger_result ledger_sum(const struct ledger *ledger, const struct outcomes *outcomes,
                              const struct ledger_question *question, struct ledger_total *total);

/* What a customer holds of a question. */
struct ledger_customer {
    uint32_t customer;
    struct tally certain, undecided;
};

/* The least and the greatest amount that it may come to: when the least is above zero, the customer certainly counts,
 * when the greatest is, it may (R23). */
assay_money ledger_least(const struct ledger_customer *customer);
assay_money ledger_greatest(const struct ledger_customer *customer);

typedef void ledger_visit(void *context, const struct ledger_customer *customer);

/* Visits each customer with rows that count or may, once, in ascending order. */
enum ledger_result ledger_customers(const struct ledger *ledger, const struct outcomes *outcomes,
                                    const struct ledger_question *question, ledger_visit *visit, void *context);

/* What a month holds for some measures. */
struct ledger_month {
    int32_t month;
    struct tally certain, possible; /* possible includes certain */
};

/* The months in which rows count or may count towards any of some measures, in order: *count of them at *months, which
 * the caller frees. Rows without a month are in none. */
enum ledger_result ledger_months(const struct ledger *ledger, const struct outcomes *outcomes, const uint64_t *measures,
                                 struct ledger_month **months, size_t *count);

/* Rows and amounts of an outcome, over all its cells. `tallies` has one entry per outcome, zeroed. */
enum ledger_result ledger_by_outcome(const struct ledger *ledger, struct tally *tallies);

void ledger_free(struct ledger *ledger);

#endif
