/* assay.h - classify usage rows with compiled decision tables.
 *
 * This header is the manual. The core is freestanding: it allocates nothing, keeps no state between calls, has no
 * globals and uses nothing of the C library but mem*. All memory is the caller's. Every function is re-entrant; a rule
 * set is constant and may be shared by any number of threads.
 *
 * A rule set consists of reviewed tables (struct assay_usage, struct assay_specialization), written to be read, and of
 * a derived index (struct assay_index) over the same content, written to be fast. `assayc compile` emits both as C; the
 * compiler can also build them in memory.
 *
 * The words. A *field* is a column by meaning. A *cell* is what a row holds in a field. A *condition* compares one
 * field. A *clause* is a conjunction of conditions. A *measure* is a union of clauses. A row is *eligible* when every
 * *eligibility* (a `counts only where` of the rules) has a clause that holds.
 *
 * The three answers. A cell may be a text, blank, or absent (the file lacks the column). With absent cells a question
 * is answered YES when it is so for every value that the absent cells could hold, NO when for none, else CANNOT_TELL.
 * The answer is exact: it is found over all absent fields together, not condition by condition.
 *
 *     uint16_t codes[FIELDS];            // one per field of the rule set
 *     codes[f] = assay_intern(&assay_rules, f, cell, length);
 *     uint64_t counts[1], may[1];        // assay_measure_words() words each
 *     struct assay_outcome outcome = {.counts = counts, .may = may};
 *     assay_classify(&assay_rules, codes, work, &outcome);
 *
 * Functions that can fail return a negative enum assay_error.
 */
#ifndef ASSAY_H
#define ASSAY_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Tables state the ABI they were written for and refuse, by #error, to be compiled against another. */
#define ASSAY_ABI 4

enum assay_error {
    ASSAY_OK = 0,
    ASSAY_E_ABI = -1,      /* the tables were written for another ABI */
    ASSAY_E_FIELD = -2,    /* no such field */
    ASSAY_E_CODE = -3,     /* a code that the field does not have */
    ASSAY_E_MEASURE = -4,  /* no such measure */
    ASSAY_E_SYNTAX = -5,   /* not an amount */
    ASSAY_E_RANGE = -6,    /* an amount with more than 14 integer digits or 24 decimals */
    ASSAY_E_OVERFLOW = -7, /* a sum beyond 128 bits */
    ASSAY_E_SPACE = -8     /* the caller's buffer is too small */
};

enum assay_answer { ASSAY_NO = 0, ASSAY_YES = 1, ASSAY_CANNOT_TELL = 2 };

/* ---- Reviewed tables ------------------------------------------------------------------------------------------------
 * Texts are UTF-8, NUL-terminated, as the rule's author wrote them. Dates are numbers YYYYMMDD, 0 where there is none.
 * Arrays may be NULL when their count is 0.
 *
 * Where a rule stands is kept apart from what it says: `lines` are arrays of line numbers, counted from 1, in the rule
 * file of the table (`file` of the usage declaration, the specialization or the list). They are derived, not reviewed,
 * so that a line put into a rule file moves nothing in the tables. No answer depends on them, but `lines` is never
 * NULL in what the compiler makes. */

struct assay_citation {
    const char *title;   /* NULL: cites nothing itself */
    uint32_t date;       /* 20250000: only the year is known */
    uint8_t secondary;   /* 1: not the publisher's own word */
    const char *address; /* where it can be read: http:// or https://, printable ASCII; or NULL */
};

/* A value list that rules name: `list MS Series of Service Level 4`. It stands once, whoever uses it. */
struct assay_list {
    const char *name, *file;   /* file: the rule file that holds it */
    uint16_t field;            /* index in assay_usage.fields */
    uint16_t value_count;      /* at least 1 */
    const char *const *values; /* sorted by folded text, each once */
    const uint32_t *lines;     /* [0] its own, [1 + i] of value i */
};

/* What a rule lists: texts written in place, and named lists. No value stands in two of them. assay_value_count() and
 * assay_value_at() walk through both. */
struct assay_values {
    uint16_t text_count, list_count;
    const char *const *texts;              /* sorted by folded text, each once */
    const struct assay_list *const *lists; /* in the rule's order */
};

enum assay_test {
    ASSAY_ANY_OF = 1,         /* the cell has a value, and it is listed; or it is blank, and blank is listed */
    ASSAY_NONE_OF = 2,        /* the negation of ASSAY_ANY_OF */
    ASSAY_ANYTHING_EXCEPT = 3 /* the cell has a value, and it is not listed */
};

struct assay_condition {
    uint16_t field; /* index in assay_usage.fields */
    uint8_t test;   /* enum assay_test */
    uint8_t blank;  /* 1: blank is listed */
    struct assay_values values;
    const uint32_t *lines; /* [0] its own, [1 + i] of text i; alternatives made from one condition share the array */
};

struct assay_clause {
    const char *option; /* the option's name, or NULL */
    uint16_t condition_count;
    const struct assay_condition *conditions; /* in the rule's order; a field may occur more than once */
};

struct assay_measure {
    const char *name;
    uint32_t from, until; /* in force, both days included; 0: open */
    uint16_t clause_count, former_count, note_count;
    const struct assay_clause *clauses;
    const char *const *former_names;
    const char *const *notes;
    struct assay_citation cites; /* never empty: the specialization's where the measure has none */
    const uint32_t *lines;       /* [0] its own, [1 + i] of clause i: of its option, or the measure's */
};

/* ---- Requirements. A specialization requires all of its lines that are in force. Amounts are exact plain decimals, as
 * texts. One that needs neither audit nor references has no such line. */

enum assay_requirement_kind {
    ASSAY_REQUIRES_AMOUNT = 1,  /* of measures (names): a row counts once, whichever of them it counts towards */
    ASSAY_REQUIRES_GROWTH,      /* of a metric: any one of names */
    ASSAY_REQUIRES_METRIC,      /* the newest value of a metric: any one of names */
    ASSAY_REQUIRES_PEOPLE,      /* who hold any of the certifications in names */
    ASSAY_REQUIRES_DESIGNATION, /* any one of names */
    ASSAY_REQUIRES_AUDIT,
    ASSAY_REQUIRES_REFERENCES,
    ASSAY_REQUIRES_ANY_OF, /* any one of parts: the options */
    ASSAY_REQUIRES_ALL_OF, /* all of parts: the lines of an option */
    ASSAY_REQUIRES_UNPUBLISHED
};

struct assay_requirement {
    uint8_t kind;          /* enum assay_requirement_kind */
    uint8_t average;       /* AMOUNT: 1: `amount` is that of a month, on the average of the window */
    uint8_t percent;       /* GROWTH: 1: of the value at the beginning */
    const char *subject;   /* UNPUBLISHED: "amount", "knowledge", "performance" */
    const char *amount;    /* AMOUNT, GROWTH, METRIC: at least this */
    uint16_t months;       /* AMOUNT, GROWTH: the window; of parts: 0, that of the whole; GROWTH: 0: not published */
    uint16_t customers;    /* AMOUNT: at least so many; 0: not asked */
    uint16_t people;       /* PEOPLE: at least so many */
    uint16_t references;   /* REFERENCES: at least so many; 0: the number is not published */
    uint16_t valid_months; /* AUDIT, REFERENCES: how long one holds; 0: not stated */
    uint32_t from, until;  /* in force, both days included; 0: open */
    const char *option;    /* its name as an option of ANY_OF, or NULL */
    uint16_t name_count, part_count, note_count;
    const char *const *names;
    const struct assay_requirement *parts; /* AMOUNT, PEOPLE: of which, on the average of the whole; ANY_OF, ALL_OF */
    const char *const *notes;
    struct assay_citation cites; /* never empty: the specialization's where the line has none; of parts: empty */
    const char *text;            /* the line in words, as reports show it: derived, as `lines` are */
    const uint32_t *lines;       /* [0] its own */
};

/* A number that no usage export carries, month by month. */
struct assay_metric {
    const char *name;
    uint16_t workload_count, note_count;
    const char *const *workloads; /* WorkloadName texts whose active users it sums */
    const char *const *notes;
    struct assay_citation cites; /* never empty: the specialization's where the metric has none */
    const uint32_t *lines;
};

/* A certification by its code, and the titles under which exports list it. */
struct assay_certification {
    const char *code;
    uint16_t title_count;
    const char *const *titles;
    const uint32_t *lines;
};

/* Every so many months a specialization is requalified: the window opens some days before the day and closes on it. */
struct assay_renewal {
    uint16_t months, opens_days, grace_days;
    struct assay_citation cites;
    const uint32_t *lines;
};

/* How fresh figures are: by that day of each month the month before is complete, or so many days after an event it is
 * shown. */
struct assay_refresh {
    uint16_t day;  /* of a month, or its last where the month is shorter; 0: not stated in this way */
    uint16_t days; /* after the event */
    struct assay_citation cites;
    const uint32_t *lines;
};

/* Where a partner takes the next step, for each kind of validation. */
enum assay_step_kind { ASSAY_STEP_AUDIT = 1, ASSAY_STEP_REFERENCES = 2, ASSAY_STEP_NEITHER = 3 };
enum assay_place_kind { ASSAY_PLACE_TEXT = 0, ASSAY_PLACE_AREA = 1, ASSAY_PLACE_NAME = 2 };

struct assay_place {
    uint8_t kind;     /* enum assay_place_kind: a text, or the specialization's own area or name */
    const char *text; /* ASSAY_PLACE_TEXT */
};

struct assay_step {
    uint8_t kind;               /* enum assay_step_kind */
    uint8_t waits;              /* 1: the step can be taken when all other requirements are met */
    const char *action;         /* what to do there: "Schedule audit" */
    const char *site, *address; /* site: "Partner Center"; address: of the site, or NULL */
    uint16_t role_count, place_count;
    const char *const *roles;         /* who can take it: any one of these */
    const struct assay_place *places; /* the way through the site, in order */
    struct assay_citation cites;
    const uint32_t *lines;
};

/* What being Active brings. */
struct assay_active {
    const char *means, *address; /* address: or NULL */
    struct assay_citation cites;
    const uint32_t *lines;
};

struct assay_specialization {
    const char *name, *area, *file; /* file: the rule file, relative to the folder that holds all of the rule set */
    uint16_t former_count, note_count, measure_count; /* no measure: none is published */
    uint16_t requirement_count, metric_count;
    const char *const *former_names;
    const char *const *notes;
    const struct assay_measure *measures;
    const struct assay_requirement *requirements; /* in the rule's order */
    const struct assay_metric *metrics;           /* likewise */
    struct assay_citation cites;
    const uint32_t *lines; /* [0] its own */
};

enum assay_role { ASSAY_TEXT = 0, ASSAY_AMOUNT = 1, ASSAY_CUSTOMER = 2, ASSAY_MONTH = 3 };
enum assay_assume { ASSAY_ASSUME_UNSAID = 0, ASSAY_ASSUME_NOTHING = 1, ASSAY_ASSUME_BLANK = 2, ASSAY_ASSUME_VALUE = 3 };

struct assay_field {
    const char *name;
    uint8_t role;        /* enum assay_role */
    uint8_t assume;      /* enum assay_assume: which assumption is reasonable when the column is absent */
    const char *assumed; /* the value, with ASSAY_ASSUME_VALUE */
    const char *means;   /* what the column holds, in the publisher's words, or NULL */
    const char *address; /* of more about it, or NULL */
    uint16_t column_count, except_count;
    const char *const *columns; /* header spellings, the preferred one first */
    const char *const *except;  /* customer: texts that name no customer */
};

/* Each of the texts means `means`, in each of the fields. A text has one meaning in a field, and no alias means another
 * alias. */
struct assay_alias {
    const char *means;
    uint16_t text_count, field_count;
    uint8_t spelling;         /* 1: a spelling, nothing to report; 0: an alias, reported */
    const char *const *texts; /* sorted by folded text */
    const uint16_t *fields;   /* sorted */
    const uint32_t *lines;    /* [0] its own, [1 + i] of text i */
};

struct assay_eligibility {
    const char *reason; /* "association": what a report calls rows that fail */
    uint16_t clause_count;
    uint8_t known_blank; /* 1: a blank is expected to fail */
    const struct assay_clause *clauses;
    struct assay_values known; /* values that are expected to fail; others are reported */
    const uint32_t *lines;     /* [0] its own, [1 + i] of clause i, then [1 + clause_count + i] of known text i */
};

/* Counting once. key: alike in all these fields. The claim is (preferred, least...). */
struct assay_once {
    uint16_t key_count, preferred_count, least_count;
    uint16_t preferred_field;
    const uint16_t *key;          /* sorted by field */
    const char *const *preferred; /* values of preferred_field, best first */
    const uint16_t *least;        /* in order */
};

/* A published flag to compare with counting once. */
struct assay_cross_check {
    uint16_t field, dropped_count, kept_count;
    const char *const *dropped, *const *kept; /* what the flag says for dropped and for kept rows; no text is in both */
};

struct assay_usage {
    const char *name, *edition, *file, *currency;
    uint16_t field_count, alias_count, eligibility_count, note_count;
    const struct assay_field *fields;
    const struct assay_alias *const *aliases; /* in order of declaration */
    const struct assay_eligibility *eligibilities;
    const struct assay_once *once; /* NULL: every row is its own consumption */
    uint8_t no_repeats; /* 1: an export holds no record twice, so one that is alike in every cell is a repeat */
    const struct assay_cross_check *cross_check; /* NULL: none */
    const char *const *notes;
    struct assay_citation cites;
    const uint32_t *lines;       /* [0] its own, [1] of once, [2] of cross_check, [3] of no_repeats; 0: none */
    const uint32_t *field_lines; /* one per field */
    uint16_t certification_count;
    const struct assay_certification *certifications; /* sorted by code */
    const struct assay_renewal *renewal;              /* NULL: none stated */
    const struct assay_refresh *performance;          /* of the figures of usage, by `day`; NULL: not stated */
    const struct assay_refresh *knowledge;            /* of certifications, by `days`; NULL: not stated */
    uint16_t step_count;
    const struct assay_step *steps;    /* at most one of each kind, in order of declaration */
    const struct assay_active *active; /* NULL: not stated */
};

/* ---- Derived index --------------------------------------------------------------------------------------------------
 * Clauses are numbered through: those of the eligibilities in order, then those of the measures in order of
 * specialization and measure. A clause set is a bit set of `words` 64-bit words, bit c in word c/64. */

struct assay_entry {
    const char *text; /* folded */
    uint16_t length;
    uint16_t class_;    /* values that no clause tells apart are one class */
    uint16_t canonical; /* code of the value an alias or spelling means; else the entry's own code */
    uint8_t alias;      /* 1: an alias (not a spelling) */
};

/* Codes of a field: ASSAY_BLANK, ASSAY_OTHER, then 2 + i for entry i. */
struct assay_index_field {
    const struct assay_entry *entries; /* sorted by text */
    const uint16_t *slots;             /* open addressing by assay_hash(): code, or 0 for an empty slot */
    const uint64_t *masks;             /* class_count clause sets: the clauses that a cell of that class passes */
    const uint64_t *free_;             /* one clause set: the clauses that do not look at the field */
    uint32_t slot_mask;                /* number of slots - 1, a power of two - 1 */
    uint16_t entry_count;
    uint16_t class_count;
    uint16_t blank_class, other_class;
};

struct assay_index {
    uint32_t clause_count, words;
    uint32_t measure_count;
    const uint32_t *first;                  /* eligibility_count + measure_count + 1: first clause of each */
    const struct assay_index_field *fields; /* one per field */
};

struct assay_ruleset {
    uint32_t abi;
    const char *hash; /* SHA-256 in hex of the reviewed tables, in order of file name; lines are not part of it */
    const struct assay_usage *usage;
    const struct assay_list *const *lists;                     /* sorted by name */
    const struct assay_specialization *const *specializations; /* sorted by file name of the table */
    uint16_t list_count, specialization_count;
    const struct assay_index *index;
};

/* The rule set that generated/index.c (or the index.c of your own rules) defines. */
extern const struct assay_ruleset assay_rules;

/* ASSAY_OK, or ASSAY_E_ABI. */
int assay_check(const struct assay_ruleset *rules);

/* ---- Texts ----------------------------------------------------------------------------------------------------------
 */

/* Folds a text: trims white space, folds inner runs of it into one blank, lowers ASCII letters. White space: ASCII's,
 * U+00A0, U+2000-U+200A, U+202F, U+205F, U+3000. `out` has room for `length` bytes (the result is never longer; it may
 * be `text` itself). Returns the folded length. Any bytes are accepted. */
size_t assay_fold(char *out, const char *text, size_t length);

/* 1 when a text is blank: empty, only white space, or NULL in any case. */
int assay_is_blank(const char *text, size_t length);

/* 1 when two texts fold to the same bytes. Compares without a buffer. */
int assay_same(const char *a, size_t a_length, const char *b, size_t b_length);

/* The hash of a folded text that the index uses (FNV-1a, 32 bits). */
uint32_t assay_hash(const char *folded, size_t length);

/* ---- Codes ----------------------------------------------------------------------------------------------------------
 */

#define ASSAY_BLANK  ((uint16_t)0)      /* a blank cell */
#define ASSAY_OTHER  ((uint16_t)1)      /* a text that no rule names */
#define ASSAY_ABSENT ((uint16_t)0xFFFF) /* the file lacks the column */

/* Longest text that can be a code; longer ones are ASSAY_OTHER. The compiler refuses longer values. */
#define ASSAY_TEXT_MAX 1024

/* The code of a cell. `field` must be valid. */
uint16_t assay_intern(const struct assay_ruleset *rules, uint16_t field, const char *text, size_t length);

/* The folded text of a code, or NULL for ASSAY_BLANK, ASSAY_OTHER, ASSAY_ABSENT. */
const char *assay_code_text(const struct assay_ruleset *rules, uint16_t field, uint16_t code);

/* The index of the field with this name (compared folded, blanks and underscores apart), or ASSAY_E_FIELD. */
int assay_field_named(const struct assay_ruleset *rules, const char *name, size_t length);

/* ---- Classification -------------------------------------------------------------------------------------------------
 * `codes` has one code per field of the rule set. `work` is scratch memory of assay_work_size() bytes, aligned for
 * uint64_t, one per thread. Measures are numbered through, in order of specialization and measure. */

size_t assay_work_size(const struct assay_ruleset *rules);
uint32_t assay_measure_words(const struct assay_ruleset *rules);

/* The clauses that the present cells pass. Rows with the same set, and the same absent fields, have the same answers:
 * so a caller should remember answers by this set. `clauses` has assay_index.words words. */
int assay_survivors(const struct assay_ruleset *rules, const uint16_t *codes, uint64_t *clauses);

/* The answers, as sets of measures of assay_measure_words() words. */
struct assay_outcome {
    uint64_t *counts;           /* YES: eligible, and the measure's filter holds */
    uint64_t *may;              /* CANNOT_TELL of the same. Disjoint from counts. */
    uint64_t *matches;          /* or NULL: the filter alone is YES, eligibility left aside */
    uint64_t *may_match;        /* or NULL: the filter alone is CANNOT_TELL */
    enum assay_answer eligible; /* all eligibilities together */
    uint32_t ineligible;        /* bit e: eligibility e alone is NO; e < 32 */
};

/* Decides from surviving clauses. Only which fields are absent is read from `codes`. With absent fields this is a
 * search over what they could hold, as deep as there are absent fields; rules that tell few values apart keep it short.
 */
int assay_decide(const struct assay_ruleset *rules, const uint16_t *codes, const uint64_t *clauses, void *work,
                 struct assay_outcome *outcome);

/* One row of codes: assay_survivors and assay_decide. */
int assay_classify(const struct assay_ruleset *rules, const uint16_t *codes, void *work, struct assay_outcome *outcome);

struct assay_cell {
    const char *text; /* NULL: absent */
    size_t length;
};

/* One row of texts, one cell per field of the rule set. */
int assay_classify_text(const struct assay_ruleset *rules, const struct assay_cell *cells, void *work,
                        struct assay_outcome *outcome);

/* A batch of columns: columns[f] has `rows` codes, or is NULL when field f is absent. counts and may have
 * rows * assay_measure_words() words, row after row. ASSAY_ABSENT within a column is ASSAY_E_CODE; after an error what
 * was written is not to be used. */
int assay_classify_batch(const struct assay_ruleset *rules, const uint16_t *const *columns, size_t rows, void *work,
                         uint64_t *counts, uint64_t *may);

/* ---- Reading the reviewed tables ------------------------------------------------------------------------------------
 * Explanations are read from these alone, not from the index. */

/* How many values are listed, and value number i of them: the texts in place, then list after list. */
size_t assay_value_count(const struct assay_values *values);
const char *assay_value_at(const struct assay_values *values, size_t i);

/* What a text means in a field: itself, or the value that it is an alias or a spelling of. */
struct assay_cell assay_meaning(const struct assay_usage *usage, uint16_t field, struct assay_cell cell);

/* Whether a condition holds for a cell of its field; CANNOT_TELL for an absent one. */
enum assay_answer assay_condition_holds(const struct assay_ruleset *rules, const struct assay_condition *condition,
                                        const struct assay_cell *cell);

/* Measure number `measure` and its specialization; ASSAY_OK or ASSAY_E_MEASURE. */
int assay_measure_at(const struct assay_ruleset *rules, uint32_t measure,
                     const struct assay_specialization **specialization, const struct assay_measure **found);

/* Whether a clause holds, cell by cell: NO when a condition is NO, YES when all are, else CANNOT_TELL. */
enum assay_answer assay_clause_holds(const struct assay_ruleset *rules, const struct assay_clause *clause,
                                     const struct assay_cell *cells);

/* ---- Money ----------------------------------------------------------------------------------------------------------
 * Exact decimals: a 128-bit integer of 10^-24 units. Greatest magnitude about 1.7e14 units. */

__extension__ typedef __int128 assay_money;

#define ASSAY_MONEY_DECIMALS 24

/* Parses an amount: white space around, optional sign, digits with at most one point, optional exponent. The value has
 * at most 14 integer digits and 24 decimals, needless zeros not counted. ASSAY_OK, ASSAY_E_SYNTAX or ASSAY_E_RANGE. */
int assay_money_parse(const char *text, size_t length, assay_money *out);

/* *sum += amount; ASSAY_E_OVERFLOW leaves *sum as it was. */
int assay_money_add(assay_money *sum, assay_money amount);

/* Longest texts that the printers write, with the NUL. */
#define ASSAY_MONEY_TEXT 48

/* Exact plain decimal: no exponent, no needless zeros, no "-0". Returns the length. */
size_t assay_money_exact(char out[ASSAY_MONEY_TEXT], assay_money amount);

/* Rounded half away from zero to cents, with thousands separators: "-1,234.50". Returns the length. */
size_t assay_money_cents(char out[ASSAY_MONEY_TEXT], assay_money amount);

#ifdef __cplusplus
}
#endif

#endif
