/* standing.h - where a partner stands: each requirement of each specialization, in three answers (R21-R26).
 *
 * Pure over a finished run, what the partner states, and a day. It knows no specialization by name. */
#ifndef ASSAY_STANDING_H
#define ASSAY_STANDING_H

#include "runtime/usage/partner.h"
#include "runtime/usage/run.h"

/* Why an answer is CANNOT_TELL, the first that applies. */
enum standing_doubt {
    STANDING_CERTAIN = 0,
    STANDING_UNPUBLISHED,    /* nothing is published */
    STANDING_UNDECIDED_ROWS, /* rows that cannot be told could turn it */
    STANDING_NO_MONTH,       /* the export lacks the month */
    STANDING_NO_CUSTOMER,    /* the export lacks the customer */
    STANDING_SILENT,         /* the partner's inputs say nothing of it */
    STANDING_NO_METRIC       /* a month of the metric is not known */
};

/* At least so many: customers, people, references. */
struct standing_count {
    bool asked;
    uint64_t needed, certain, possible;
    bool bounded; /* false: possible is what is known of alone */
    enum assay_answer met;
};

/* A requirement, judged. */
struct standing_verdict {
    const struct assay_requirement *requirement;
    enum assay_answer met; /* of all of it */
    enum standing_doubt doubt;
    int32_t from, until; /* AMOUNT, GROWTH: months of the window, both included; see month.h */
    bool has_amount;     /* AMOUNT: money; GROWTH (percent: of 100), METRIC: numbers */
    assay_money needed;  /* of an average: times the months */
    assay_money certain, possible;
    assay_money least, greatest;    /* what the sum may be at the least and at the most (R23) */
    enum assay_answer amount_met;
    struct standing_count count;    /* customers of AMOUNT, people, references */
    const char *name;               /* GROWTH, METRIC, DESIGNATION: which of the names decides; NULL: none */
    uint32_t since, valid_until;    /* AUDIT, REFERENCES, DESIGNATION: of what meets it; 0: none, open */
    struct standing_verdict *parts; /* requirement->part_count */
};

enum standing_status { STANDING_NOT_STARTED, STANDING_ACTIVE }; /* R25: no other word exists */

struct standing {
    const struct assay_specialization *specialization;
    struct standing_verdict *verdicts; /* those in force on the day, in the rule's order */
    size_t verdict_count;
    enum standing_status status;
    enum assay_answer prerequisites; /* all lines but audit and references */
    uint32_t met, not_met, cannot_tell;
    const char *next; /* what to do next, in plain words (R25) */
};

struct standings {
    struct standing *all; /* one per specialization of the rule set, in its order */
    size_t count;
    uint32_t as_of;
    /* Within: the memory of texts and verdicts. */
    struct pool *memory;
};

/* Judges everything. `partner` may be NULL: nothing is stated. False when a sum overflows or memory runs out. Free in any
 * case. */
bool standing_make(struct standings *standings, const struct run *run, const struct partner *partner);

void standing_free(struct standings *standings);

#endif
