/* partner.h - what a partner states about itself: designations, certified people, audits, customer references, the
 * specializations it has, and metrics that no usage export carries.
 *
 * Three inputs, each at most once and in any order, are merged into one struct partner:
 *
 *     the statement          a YAML file that a person writes; `assay init` prints a commented template
 *     TrainingCompletions    the CSV export: who holds which certification
 *     CPORM365Usage          the CSV export: active users per customer, workload and date
 *
 * Three answers. A *section* (enum partner_section) that no input says anything of answers CANNOT_TELL. A section that
 * is said is complete: what it does not list is not so; an empty list says that there is none. Only an export with
 * rows that cannot be read is not complete. Entries are certain or not; an entry that is not certain may be so.
 * Months of a metric that no input gives are not known, whatever else the section lists.
 *
 * The statement, each section optional, keys without regard to case, blanks and underscores:
 *
 *     partner: Contoso Services
 *     designations:    - {name: ..., since: DAY, until: DAY}
 *     certifications:  - {person: ..., certification: SC-200, since: DAY, until: DAY}
 *     audits:          - {specialization: ..., passed: DAY}
 *     references:      - {specialization: ..., customer: ..., accepted: DAY}
 *     specializations: - {name: ..., active since: DAY}
 *     metrics:         - {name: ..., months: {2024-01: 1200, 2024-02: 1300}}
 *
 * Days are YYYY-MM-DD. `until` is the last valid day; without it nothing ends. All other keys are required. Names and
 * texts compare by R1.
 *
 * People. A person is a text: an MCP id, or any name that stays the same. The same text in statement and export is one
 * person. Another text need not be another person: one named in the statement alone may be one of those of the export,
 * so counts of people are certain only as far as they hold either way.
 *
 * Days are numbers YYYYMMDD, 0 where there is none; months are those of month.h. Everything is owned by the struct and
 * valid until partner_free; pointers to entries until the next input is read. */
#ifndef ASSAY_PARTNER_H
#define ASSAY_PARTNER_H

#include "runtime/core/assay.h"
#include "runtime/usage/dates.h"
#include "runtime/usage/dictionary.h"
#include "runtime/usage/hash.h"
#include "runtime/usage/remarks.h"

#define PARTNER_TEXT_MAX 256u /* bytes of a name or another text */

enum partner_kind { PARTNER_STATEMENT, PARTNER_TRAINING, PARTNER_WORKLOADS, PARTNER_KINDS };

enum partner_section {
    PARTNER_DESIGNATIONS,
    PARTNER_CERTIFICATIONS,
    PARTNER_AUDITS,
    PARTNER_REFERENCES,
    PARTNER_SPECIALIZATIONS,
    PARTNER_METRICS,
    PARTNER_SECTIONS
};

/* A file that was read. path is NULL: no such input. */
struct partner_input {
    const char *path; /* "-": standard input */
    char sha256[HASH_TEXT];
    uint64_t bytes;
    uint64_t rows, rejected; /* of an export: records, rejected ones included */
};

/* Where an entry stands, for reports to cite. */
struct partner_place {
    enum partner_kind input;
    uint64_t line;
    uint32_t column; /* 0 in exports */
};

/* Texts that are the same by R1 have the same number; `text` is how it was written first, or how the rules write it. */
struct partner_name {
    const char *text;
    uint32_t number;
};

struct partner_designation {
    struct partner_name name;
    uint32_t since, until;
    struct partner_place place;
};

/* A period in which a person holds a certification. since 0: not known since when; until 0: without end. Where a day is
 * only known to be one of two (R32), since is the earlier one and until the later one, so that the period is the
 * longest that it may be; since_or and until_or are the other days. */
struct partner_certification {
    struct partner_name person, code;
    uint32_t since, until;
    bool certain; /* false: it may hold within since and until, or may not */
    bool exam;    /* from a row that is no certification's: an exam, as a rule */
    struct partner_place place;
    uint32_t since_or, until_or; /* 0: the day is known */
};

struct partner_audit {
    struct partner_name specialization;
    uint32_t passed;
    struct partner_place place;
};

struct partner_reference {
    struct partner_name specialization, customer;
    uint32_t accepted;
    struct partner_place place;
};

/* A specialization that the partner has. */
struct partner_earned {
    struct partner_name specialization;
    uint32_t since;
    struct partner_place place;
};

/* What a month has, as one order of day and month has it (R32). */
struct partner_reading {
    bool given, known; /* known: and inputs contradict neither each other nor themselves */
    assay_money value;
};

/* Day first, month first: the orders from DATES_DAY_FIRST on. They differ only where no value of a column tells which.
 */
#define PARTNER_READINGS 2

struct partner_month {
    int32_t month;
    bool known; /* false: inputs contradict each other or themselves, or the readings differ; the value says nothing */
    assay_money value;
    struct partner_place place;
    bool doubtful; /* the readings differ; else `by` holds known and value twice */
    struct partner_reading by[PARTNER_READINGS];
};

struct partner_metric {
    struct partner_name name;
    struct partner_month *months; /* sorted, each once */
    size_t month_count;
    struct partner_place place;
};

#define PARTNER_DATES 4 /* columns of dates, at most */

/* How the dates of a column of an export were read. */
struct partner_dates {
    enum partner_kind input;
    struct dates_column column;
};

struct partner_said {
    bool by[PARTNER_KINDS];
    bool incomplete; /* rows that cannot be read may have said more */
};

struct partner_person {
    bool by[PARTNER_KINDS];
};

struct partner {
    struct partner_name name; /* text NULL: not stated */
    struct partner_place place;
    struct partner_input inputs[PARTNER_KINDS];
    const struct assay_usage
        *usage;                   /* set before anything is read: a usage export in another's place is named; or NULL */
    enum dates_order dates_asked; /* --dates, set before anything is read; DATES_UNTOLD: nothing is asked */
    struct partner_dates dates[PARTNER_DATES]; /* of the columns read, in order */
    size_t date_count;
    struct partner_said said[PARTNER_SECTIONS];
    struct partner_designation *designations;
    struct partner_certification
        *certifications; /* sorted by person and code, in order of first mention, then by day */
    struct partner_audit *audits;
    struct partner_reference *references;
    struct partner_earned *earned;
    struct partner_metric *metrics;
    size_t designation_count, certification_count, audit_count, reference_count, earned_count, metric_count;
    struct remarks remarks; /* all errors and notes of all inputs */
    /* Within. */
    struct pool pool;
    struct dictionary numbers;     /* folded texts */
    struct partner_person *people; /* by number of the text; people_count of them */
    const char **texts;            /* likewise */
    size_t text_room;
    bool failed; /* memory ran out */
};

/* ---- Reading --------------------------------------------------------------------------------------------------------
 * Each returns false when the file cannot be taken; remarks say why, all of it in one run. The partner then may hold a
 * part of the file, and only its remarks are of use. Rows of an export that cannot be read are errors too, but do not
 * make it false: inputs[].rejected counts them. Start with zeroed memory and free in any case. A second input of a kind
 * is refused. */

/* A certification, and the titles under which an export lists it. */
struct partner_certification_name {
    const char *code;
    const char *const *titles;
    size_t title_count;
};

/* What the rules call things, former names included. A list that is NULL is not checked. A
 * certification may be named by a title, too, where `codes` has them: as many as there are certifications, in their
 * order. */
struct partner_names {
    const char *const *specializations;
    size_t specialization_count;
    const char *const *designations;
    size_t designation_count;
    const char *const *metrics;
    size_t metric_count;
    const char *const *certifications;
    size_t certification_count;
    const struct partner_certification_name *codes;
};

/* The YAML file. Errors: see document.h; unknown, doubled and missing keys, wrong types, days that do not exist, since
 * after until, numbers that are no exact decimals (R20) or negative, doubled entries, texts that are blank or too long,
 * names that the rules do not have. */
bool partner_read_statement(struct partner *partner, const char *path, const struct partner_names *names);

/* TrainingCompletions. Columns MCPID, TrainingTitle, TrainingType, TrainingCompletionDate are needed; without
 * ExpirationDate or ActivationStatus nothing is certain (R3). A row of TrainingType `certification` or `exam` is one of
 * a certification when its title is one of the titles (R1), or has the code as a word of its own in any case: neither
 * letters, digits, `-` nor `_` beside it. A blank ExpirationDate of a certification is none. Not certain are rows of an
 * ActivationStatus other than Active (R38), rows of another TrainingType, and rejected rows whose person and
 * title can be read; notes count them. An exam is left aside where the person completed the certification on that day
 * or later; else it counts as the certification does, but is not certain without an ExpirationDate, since nobody then
 * says until when that holds. */
bool partner_read_training(struct partner *partner, const char *path, const struct partner_certification_name *codes,
                           size_t count);

/* A metric, and the WorkloadName texts whose active users it sums. */
struct partner_metric_name {
    const char *name;
    const char *const *workloads;
    size_t workload_count;
};

/* CPORM365Usage. Columns CustomerTenantId, WorkloadName, MonthlyActiveUsers and Date are needed. A month's value is the
 * sum over customers and workloads of the active users at the newest date that a workload has in the month; the same
 * row over again (per claim and association) counts once. Not known are months where such rows contradict each other,
 * where a customer has an older date in the month but not the newest, and where a row was rejected; rows whose
 * workload or date cannot be read leave every month of the export unknown. */
bool partner_read_workloads(struct partner *partner, const char *path, const struct partner_metric_name *metrics,
                            size_t count);

void partner_free(struct partner *partner);

/* ---- Questions ------------------------------------------------------------------------------------------------------
 * Pure. Names are compared by R1. */

/* Whether any input says something of a section. */
bool partner_says(const struct partner *partner, enum partner_section section);

/* Whether a section is said in full: what it does not list is not so. */
bool partner_complete(const struct partner *partner, enum partner_section section);

/* How many there are: at least `certain`, and at most `possible` unless that is not bounded. */
struct partner_count {
    uint64_t certain, possible;
    bool bounded; /* false: the section is not said or not complete, and possible is what is known of alone */
};

/* Whether there are at least `needed`. */
enum assay_answer partner_at_least(struct partner_count count, uint64_t needed);

/* The people who hold any of some certifications on a day. */
struct partner_count partner_people(const struct partner *partner, const char *const *codes, size_t count,
                                    uint32_t day);

/* How many entries of the statement begin after a day, and so do not count on it; the first of them stands in *line. */
uint64_t partner_later(const struct partner *partner, uint32_t day, uint64_t *line);

/* The value of a metric in a month; false: it is not known, and *value is left alone. */
bool partner_metric_value(const struct partner *partner, const char *metric, int32_t month, assay_money *value);

/* The same in one reading of the dates, below PARTNER_READINGS. */
bool partner_metric_reading(const struct partner *partner, const char *metric, int32_t month, int reading,
                            assay_money *value);

/* Whether a certification holds on a day: NO where no reading of its dates lets it. */
enum assay_answer partner_holds(const struct partner_certification *certification, uint32_t day);

/* The first and the last day on which a certification surely holds, as far as its dates tell; until 0: without end. */
uint32_t partner_sure_since(const struct partner_certification *certification);
uint32_t partner_sure_until(const struct partner_certification *certification);

#endif
