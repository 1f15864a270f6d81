/* outlook.h - what matters next: how far it is to each threshold, what leaves with the oldest month, which customers a
 * line hangs on, and which days are ahead.
 *
 * Pure over standings; everything it makes is in a pool of its own. */
#ifndef ASSAY_OUTLOOK_H
#define ASSAY_OUTLOOK_H

#include "runtime/usage/standing.h"

/* A customer without whom a met line is not surely met any more. */
struct outlook_breaker {
    const char *customer;   /* as it is written first; "" when that is not known */
    bool by_amount;         /* the sum does not suffice, of the line or of a part */
    bool by_count;          /* the customers do not suffice, likewise */
    assay_money certain;    /* what it certainly holds of the line's sum; of alternatives: of the first it is in */
    enum assay_answer then; /* NO or CANNOT_TELL */
};

/* The customer that holds the most of a sum; amounts are certain ones. */
struct outlook_largest {
    const char *customer; /* NULL: none */
    assay_money amount, sum;
    uint32_t share; /* of the sum, in hundredths of a percent, rounded down; 0 when the sum is not above zero */
};

/* A verdict's outlook, and that of its parts. */
struct outlook_verdict {
    const struct standing_verdict *verdict;
    struct standing_missing missing;
    bool moves;                    /* next month it is asked of other months: it holds sums or growth, known by month */
    bool has_leaving;              /* it holds sums among them */
    int32_t leaving;               /* AMOUNT: the oldest month of the window, which next month has left */
    struct standing_verdict stays; /* the line next month, as if nothing came in; of GROWTH: as if the number stayed */
    enum assay_answer as_before;   /* likewise, as if the next month brought what the newest one did */
    bool has_customers; /* AMOUNT: false: the export does not tell them, so that nothing can be said of single ones */
    struct outlook_largest largest;   /* AMOUNT */
    struct outlook_breaker *breakers; /* of lines that are met: all there are, in order of their texts. Of no part */
    size_t breaker_count;
    struct outlook_verdict *parts;
};

enum outlook_kind {
    OUTLOOK_RENEWAL_OPENS, /* the first day of the window */
    OUTLOOK_RENEWAL_DUE,   /* its last one */
    OUTLOOK_GRACE_ENDS,
    OUTLOOK_DESIGNATION_ENDS,
    OUTLOOK_AUDIT_ENDS,
    OUTLOOK_REFERENCES_END,
    OUTLOOK_PEOPLE_END,       /* the last day on which enough people are certified */
    OUTLOOK_CERTIFICATE_ENDS, /* of one person */
    OUTLOOK_LINE_BEGINS,      /* the first day on which a line is in force */
    OUTLOOK_LINE_ENDS,        /* the last one */
    OUTLOOK_MEASURE_ENDS,     /* the last day on which a measure of a line is in force */
    OUTLOOK_MEASURE_CHANGES   /* likewise; another of its name follows */
};

/* A day ahead; of RENEWAL_DUE, and what ended lately, also one behind: days is then negative. */
struct outlook_date {
    enum outlook_kind kind;
    uint32_t day;
    uint32_t or_day;                             /* the other day that it may be (R32), later or over; 0: none */
    int32_t days;                                /* left */
    uint16_t notice;                             /* 120, 90, 60 or 30: the days are at most so many; 0: more, or over */
    const struct assay_requirement *requirement; /* NULL: of the specialization */
    const char *person, *name; /* a certified person and the code; the designation; the measure; NULL: none */
    enum assay_answer met;     /* of LINE_ and MEASURE_: the line's answer by what holds today, from that day on */
};

enum outlook_warning_kind {
    OUTLOOK_WARNS_DATE,     /* a day within the next 60 days */
    OUTLOOK_WARNS_MONTH,    /* the next month: with nothing new a line that is met is not surely met any more */
    OUTLOOK_WARNS_CUSTOMERS /* a line that is met depends on single customers */
};

/* What will break of what is met. */
struct outlook_warning {
    enum outlook_warning_kind kind;
    uint32_t day; /* on which it breaks; of CUSTOMERS, which may leave on any day, 0 */
    int32_t days;
    bool danger;                        /* it needs more than the next month being like the newest one */
    const struct outlook_verdict *line; /* of MONTH and CUSTOMERS */
    const struct outlook_date *date;    /* of DATE */
    enum assay_answer then;
    const char *words; /* sentences; the answer first */
};

/* Of a specialization. */
struct outlook {
    const struct standing *standing;
    struct outlook_verdict *verdicts; /* as standing->verdicts */
    struct outlook_date *dates;       /* in order of day */
    size_t date_count;
    struct outlook_warning *warnings; /* the most urgent first: by day, then those that may come on any day */
    size_t warning_count;
    const char *next; /* standing->next, behind what will break of what is Active */
};

struct outlooks {
    struct outlook *all; /* as standings->all */
    size_t count;
    struct pool memory;
};

/* The standings, and what they were made over, must outlive it. False when memory runs out or a sum overflows. Free in
 * any case. */
bool outlook_make(struct outlooks *outlooks, const struct standings *standings);

/* Whether it ends something within 60 days, or ended it lately, or asks for what is not met by what holds today. */
bool outlook_is_near(const struct outlook_date *date);

/* Whether `met` of a date says something: of lines and measures. */
bool outlook_says_met(const struct outlook_date *date);

/* The requirement that a warning is about; NULL: the specialization. */
const struct assay_requirement *outlook_warned_of(const struct outlook_warning *warning);

/* Whether a warning is of the renewal, of which standing->next tells as well. */
bool outlook_is_renewal(const struct outlook_warning *warning);

/* Stable names for programs: "renewal opens"; "date", "month leaves", "depends on customers". */
const char *outlook_kind_name(enum outlook_kind kind);
const char *outlook_warning_name(enum outlook_warning_kind kind);

/* Which line of its specialization a requirement or a part of one is of, lines out of force counted too, from 1; 0: of
 * none. */
size_t outlook_line_number(const struct assay_specialization *specialization,
                           const struct assay_requirement *requirement);

void outlook_free(struct outlooks *outlooks);

#endif
