/* ledgers.h - small ledgers, what a partner states, and a slow evaluator of requirements made from the rulings alone.
 *
 * It asks every predicate in every world: each row that cannot be told counts or does not. It shares nothing with the
 * runtime but the shape of a requirement. Names end in a letter or a digit that tells which one is meant. */
#ifndef ASSAY_TESTS_ORACLE_LEDGERS_H
#define ASSAY_TESTS_ORACLE_LEDGERS_H

#include "runtime/core/assay.h"

#include <stdbool.h>

/* Half of the rows at most are random, the others come in. */
enum { WORLD_ROWS = 20, WORLD_FACTS = 8, WORLD_MONTHS = 40, WORLD_METRICS = 2, WORLD_NOBODY = -1, WORLD_UNKNOWN = -1 };

struct world_row {
    unsigned counts, may; /* measures, a bit each; disjoint */
    int customer;
    int month; /* year * 12 + month - 1 */
    long cents;
};

/* An entry of what the partner states: of which name, person or customer, from and until which day. */
struct world_fact {
    int name, who;
    int since, until; /* YYYYMMDD; until 0: without end */
};

struct world_facts {
    bool said;
    int count;
    struct world_fact all[WORLD_FACTS];
};

struct world {
    struct world_row rows[WORLD_ROWS];
    int row_count;
    int day;
    bool has_months, has_customers;
    unsigned in_force; /* measures */
    bool stated;       /* whether there is a partner file at all */
    struct world_facts designations, people, audits, references;
    bool metrics_said;
    int first_month; /* of the values */
    int metrics[WORLD_METRICS][WORLD_MONTHS];
    int gone; /* a customer that has left, or WORLD_NOBODY */
    int left; /* months that have left the windows */
    int come; /* months that have come in */
};

/* What a sum comes to. */
struct naive_sum {
    long certain, possible;
    int customers, customers_possible;
};

struct naive_sum naive_sum(const struct world *world, const struct assay_requirement *line,
                           const struct assay_requirement *whole);

/* The answer of a line; `whole`: the sum that it is a part of, or NULL. */
enum assay_answer naive_line(const struct world *world, const struct assay_requirement *line,
                             const struct assay_requirement *whole);

/* Whether it is in force on the day. */
bool naive_in_force(const struct world *world, const struct assay_requirement *line);

#endif
