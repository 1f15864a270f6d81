/* standing.h - where a partner stands: each requirement of each specialization, in three answers (R21-R26).
 *
 * Pure over a ledger, what the partner states, and a day. It knows no specialization by name.
 *
 * Windows are complete calendar months before the month of the day (R21). Growth over N months compares the newest of
 * them with the month N months before it. The newest value of a metric is that of its newest month that has begun on
 * the day.
 *
 * What is valid for some months is so up to and including the same day of the month, that many months later; where
 * there is no such day, the last of that month (day.h). Days that a partner states as the end are the last valid ones.
 *
 * When the day is not known (0), what hangs on it cannot be told, and lines that are in force for a time only may be.
 */
#ifndef ASSAY_STANDING_H
#define ASSAY_STANDING_H

#include "runtime/usage/partner.h"
#include "runtime/usage/run.h"

/* Why an answer is CANNOT_TELL: of the first part that cannot be told, the first that applies. */
enum standing_doubt {
    STANDING_CERTAIN = 0,
    STANDING_UNPUBLISHED,    /* nothing is published, or not the number */
    STANDING_NO_DAY,         /* the day is not known */
    STANDING_NO_MONTH,       /* the export lacks the month */
    STANDING_UNDECIDED_ROWS, /* rows that cannot be told could turn it */
    STANDING_NO_CUSTOMER,    /* the export lacks the customer */
    STANDING_SILENT,         /* the partner's inputs say nothing of it */
    STANDING_NO_METRIC,      /* a month of the metric is not known */
    STANDING_UNSURE          /* entries of the partner's inputs that are not certain could turn it */
};

/* At least so many: customers, people, references. */
struct standing_count {
    bool asked;
    uint64_t needed, certain, possible; /* needed 0: the number is not published */
    bool bounded;                       /* false: there may be more than `possible` */
    enum assay_answer met;
};

/* A requirement, judged. */
struct standing_verdict {
    const struct assay_requirement *requirement;
    enum assay_answer met; /* of all of it */
    enum standing_doubt doubt;
    bool has_window;     /* AMOUNT: its months; GROWTH: the two months compared. Not when the day is not known */
    int32_t from, until; /* months, both included; see month.h. from > until: none */
    bool has_amount;     /* AMOUNT: money; GROWTH (percent: of 100), METRIC: numbers */
    bool known;          /* false: certain and possible say nothing, since nothing is known */
    bool bounded;        /* false: it may be more than `possible` */
    bool limited;        /* GROWTH, METRIC: something is not known, and `possible` is the most that it may be */
    assay_money needed;  /* of an average: times the months */
    assay_money certain, possible;  /* percents are rounded down */
    assay_money least, greatest;    /* AMOUNT: what the sum may be at the least and at the most (R23) */
    enum assay_answer amount_met;   /* of has_amount, without customers and parts */
    struct standing_count count;    /* customers of AMOUNT, people, references */
    bool idle;                      /* AMOUNT: none of its measures is in force on the day, so that nothing can count */
    const char *name;               /* GROWTH, METRIC, DESIGNATION: which of the names decides; NULL: none */
    uint32_t since, valid_until;    /* PEOPLE, DESIGNATION, AUDIT, REFERENCES: of what meets it; of DESIGNATION and
                                       AUDIT also of what did so last. 0: not known, without end */
    struct standing_verdict *parts; /* requirement->part_count */
};

enum standing_status { STANDING_NOT_STARTED, STANDING_ACTIVE }; /* R25: no other word exists */

/* The requalification that comes next, or whose grace has not ended: on an anniversary of the day since when the
 * partner has the specialization. */
struct standing_renewal {
    uint32_t since, opens, due, grace_until; /* due 0: none; all but since are days that belong to it */
};

struct standing {
    const struct assay_specialization *specialization;
    struct standing_verdict *verdicts; /* those in force on the day, in the rule's order */
    size_t verdict_count;
    enum standing_status status;
    enum assay_answer prerequisites; /* all lines but audit and references; YES: these may begin (R25) */
    uint32_t met, not_met, cannot_tell;
    struct standing_renewal renewal;
    const char *next; /* what to do next, in plain words (R25) */
};

/* What the judgement is made over. Everything is the caller's, and must outlive the standings. */
struct standing_usage {
    const struct assay_ruleset *rules;
    const struct ledger *ledger; /* sorted */
    const struct outcomes *outcomes;
    const uint64_t *in_force;           /* measures */
    const struct dictionary *customers; /* texts of the ledger's customers; NULL: they have none */
    uint32_t as_of;                     /* 0: not known */
    bool has_months, has_customers;     /* false: the export cannot tell */
};

struct standings {
    struct standing *all; /* one per specialization of the rule set, in its order */
    size_t count;
    struct standing_usage usage;
    const struct partner *partner; /* NULL: nothing is stated */
    struct pool memory;            /* of everything within */
};

/* Judges everything. `partner` may be NULL. False when a sum overflows or memory runs out. Free in any case. */
bool standing_make(struct standings *standings, const struct run *run, const struct partner *partner);

/* The same over a ledger of one's own. */
bool standing_judge(struct standings *standings, const struct standing_usage *usage, const struct partner *partner);

/* What an AMOUNT asked of the ledger, a verdict of standings->all[specialization] or a part of one; its set is in
 * `memory`. False when that runs out. */
bool standing_asked(const struct standings *standings, size_t specialization, const struct standing_verdict *verdict,
                    struct pool *memory, struct ledger_question *question);

/* Whether a line is the audit or the references, which may begin once all others are met (R25). */
bool standing_validates(const struct assay_requirement *requirement);

/* An entry of the partner's inputs that a line looks at. */
struct standing_entry {
    const char *name;     /* designation, certification, specialization audited, customer of a reference, metric */
    const char *person;   /* of a certification, else NULL */
    uint32_t from, until; /* of validity, both included, as far as they are known; until 0: without end */
    uint32_t from_or, until_or;        /* the other day that each may be (R32); 0: none */
    const struct partner_month *month; /* of a metric, else NULL */
    enum assay_answer stands;          /* whether it is one that the answer rests on */
    struct partner_place place;
};

typedef void standing_entry_visit(void *context, const struct standing_entry *entry);

/* Shows the entries about PEOPLE, DESIGNATION, AUDIT, REFERENCES, GROWTH and METRIC, those that do not stand as well,
 * in the order of the inputs; of standings->all[specialization] or of a part. False when memory runs out. */
bool standing_entries(const struct standings *standings, size_t specialization, const struct standing_verdict *verdict,
                      standing_entry_visit *visit, void *context);

/* Whether `possible` of an amount is a bound: something is known, or what is not known is limited. */
bool standing_is_bounded(const struct standing_verdict *verdict);

/* What is missing: at the least and at the most, as what cannot be told falls out. 0: nothing. A sum lacks what is
 * needed less `greatest`, to what is needed less `least`. */
struct standing_missing {
    bool amount_told; /* false: of no amount, or nobody can tell how much: growth of which a month is not known, or of
                         nothing in percent; or nothing can supply it, since no measure is in force */
    bool count_told;  /* false: of no count, how many is not published, or nothing can supply it */
    assay_money amount_least, amount_most;
    uint64_t count_least, count_most;
};
struct standing_missing standing_missing(const struct standing_verdict *verdict);

/* A measure that a line names and that is not in force on the day, nor another one of its name. */
struct standing_absence {
    const char *name;
    uint32_t since,
        before; /* out of force since and before these days; 0: not before, not again. Both: it comes back */
};

/* Whether that holds of the line's name number `name`. Not told when the day is not known. */
bool standing_absent(const struct standing_usage *usage, const struct assay_specialization *specialization,
                     const struct assay_requirement *requirement, uint16_t name, struct standing_absence *absence);

/* Adds all of them: `measure "A" is not in force since 2024-07-01, measure "B" is not in force before 2025-01-01`. */
void standing_absent_words(struct text *out, const struct standing_usage *usage,
                           const struct assay_specialization *specialization,
                           const struct assay_requirement *requirement);

/* Whether nothing can meet a line, because measures that it or its parts need are not in force. */
bool standing_is_idle(const struct standing_verdict *verdict);

/* An amount that is missing as it is told in text: money is rounded up to the cent, so that what is named suffices. */
assay_money standing_suffices(const struct standing_verdict *verdict, assay_money missing);

/* An amount that is held as it is told in text beside what is missing: money of a line that falls short is rounded down
 * to the cent, so that the two add up to what is needed, and nothing looks reached that is not. */
assay_money standing_reached(const struct standing_verdict *verdict, assay_money held);

/* Charges and credits that cannot be told, as text shows them: what lies between the figures beside them. */
assay_money standing_charges(const struct standing_verdict *verdict);
assay_money standing_credits(const struct standing_verdict *verdict);

/* Adds when to renew, as a sentence; nothing where there is nothing to renew. */
void standing_renewal_words(struct text *out, const struct standing *standing, uint32_t as_of);

void standing_free(struct standings *standings);

/* ---- Words: standing_words.c ---- */

/* The words of a status and of a doubt; "" for STANDING_CERTAIN. */
const char *standing_status_word(enum standing_status status);
const char *standing_doubt_words(enum standing_doubt doubt);

/* What a line counts, for so many: "customer", "customers", "person", "people", "reference", "references". */
const char *standing_heads(const struct assay_requirement *requirement, uint64_t count);

/* Adds what stands behind a number of a line: " USD", " percent", or nothing. */
void standing_unit(struct text *out, const struct assay_requirement *requirement, const char *currency);

#endif
