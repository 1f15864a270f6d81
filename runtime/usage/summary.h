/* summary.h - what a report of a run says: figures per measure, what did not count, aliases, what cannot be told. */
#ifndef ASSAY_SUMMARY_H
#define ASSAY_SUMMARY_H

#include "runtime/usage/run.h"
#include "runtime/usage/undecided.h"

struct summary_measure {
    const struct assay_specialization *specialization;
    const struct assay_measure *measure;
    bool in_force;
    struct ledger_total total;
    /* What would have counted: but for eligibility e (the first that fails) in excluded[e], but for counting once in
     * the last but one, but for being a repeat that is dropped in the last one. */
    struct tally *excluded;
};

/* A text of the usage declaration that means another one in a field, and what counts only by it (R5). */
struct summary_alias {
    const char *text, *means;
    uint16_t field, code; /* code: of the text in the field */
    struct tally tally;
};

struct summary {
    const struct run *run;
    struct summary_measure *measures; /* all of the rule set, numbered through */
    uint32_t measure_count;
    struct tally *excluded;        /* memory of the measures' */
    struct summary_alias *aliases; /* sorted by field, then folded text */
    size_t alias_count;
    struct undecided undecided;
};

/* Derives everything from a finished run. False when a sum overflows or memory runs out. Free in any case. */
bool summary_make(struct summary *summary, struct run *run);

/* The months of a measure (its number in summary.measures), see ledger_months. False when memory runs out. */
bool summary_months(const struct summary *summary, uint32_t number, struct ledger_month **months, size_t *count);

/* Number of reasons in summary_measure.excluded; the last two are counting once and repeats. */
size_t summary_reasons(const struct summary *summary);
const char *summary_reason(const struct summary *summary, size_t reason);

void summary_free(struct summary *summary);

#endif
