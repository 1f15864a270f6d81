/* diff_usage_inner.h - what the files that compare an export share: the rows that go one way, and their sums. */
#ifndef ASSAY_COMPILER_CLI_DIFF_USAGE_INNER_H
#define ASSAY_COMPILER_CLI_DIFF_USAGE_INNER_H

#include "compiler/cli/diff_usage.h"
#include "runtime/usage/run.h"

/* What becomes of a row under one rule set: the number of an outcome, or one of these. */
enum { STATE_DUPLICATE = 0x7FFFFFFF, STATE_EXCLUDED = 0x7FFF0000 }; /* excluded: and the number of the reason */

/* Rows that go one way: from a state to a state. */
struct usage_pair {
    uint32_t old, new;
    uint32_t reason_differs; /* the reasons' words, or the rows that a duplicate is of */
};

struct usage_pair_sum {
    struct tally old, new; /* with the amounts of either rule set */
};

struct usage_work {
    struct diff_usage *usage;
    const struct difference *difference;
    struct run runs[2];
    struct text line[2];
    struct dictionary pairs;
    struct usage_pair_sum *sums; /* by pair */
    uint32_t room;
    bool overflow;
};

/* A pair by its number. */
struct usage_pair usage_pair(const struct usage_work *work, uint32_t number);

/* Fills in the measures for which rows change sides or move. False when a sum overflows or memory runs out. */
bool usage_measures(struct usage_work *work);

#endif
