/* model.h - the frozen rule model: what the rules mean, with every name resolved.
 *
 * Made once by lower.c from a checked tree, then read-only. The eval (the oracle) reads `where`, the expressions as
 * written; layout reads `clauses`, their disjunctive form. Each node keeps its span. All of it lives in one arena.
 * Where the tables (runtime/core/assay.h) have a shape for something, the words are the same. */
#ifndef ASSAY_MODEL_H
#define ASSAY_MODEL_H

#include "compiler/base/diagnostic.h"
#include "runtime/core/assay.h"

#define MODEL_CLAUSE_MAX 4096 /* clauses of one measure or eligibility */

struct model_text {
    const char *text;
    struct span span;
};

struct model_value {
    const char *text;              /* as written */
    const char *folded;            /* by 3.1 of the language */
    struct span span;              /* where it stands: in the condition, or in the list */
    const struct model_list *list; /* the list that it comes from; NULL: written in place */
};

/* A named value list. */
struct model_list {
    const char *name;
    uint16_t field;
    struct model_value *values; /* sorted by folded, each once */
    size_t value_count;
    const struct source *source;
    struct span span; /* of `list NAME of FIELD` */
};

struct model_condition {
    uint16_t field;
    enum assay_test test;
    bool blank;                 /* blank is listed */
    struct model_value *values; /* sorted by folded, each once; named lists are expanded */
    size_t value_count;
    const struct model_list **lists; /* the named lists, in order of place */
    size_t list_count;
    struct span span;
};

struct model_expression {
    enum { MODEL_CONDITION, MODEL_ALL, MODEL_ANY } kind;
    struct model_condition *condition;
    struct model_expression **children;
    size_t child_count;
    struct span span;
};

struct model_clause {
    const char *option;                  /* or NULL */
    struct model_condition **conditions; /* in order of place; none twice */
    size_t condition_count;
    struct span span; /* of the option, or of the measure's or eligibility's head */
};

struct model_rule {
    struct model_expression *where; /* options: MODEL_ANY of them */
    struct model_clause *clauses;
    size_t clause_count;
};

struct model_citation {
    struct model_text title; /* text NULL: none */
    uint32_t date;           /* 20250000: the year alone */
    bool secondary;
    const char *address; /* or NULL */
};

struct model_measure {
    struct model_text name;
    uint32_t from, until;
    struct model_rule rule;
    struct model_text *former_names, *notes;
    size_t former_count, note_count;
    struct model_citation cites; /* the specialization's where the measure has none */
    struct span span;            /* of `measure "name"` */
};

enum model_expectation { MODEL_COUNTS, MODEL_DOES_NOT_COUNT, MODEL_MAY_COUNT };

struct model_outcome {
    enum model_expectation expectation;
    size_t measure; /* index in the specialization; unused in the usage declaration */
    struct span span;
};

struct model_cell {
    enum { MODEL_CELL_BLANK, MODEL_CELL_TEXT, MODEL_CELL_ABSENT } kind;
    const char *text; /* as written */
    const char *folded;
    bool given;
    struct span span;
};

struct model_example {
    struct model_text name;
    struct model_cell *cells; /* one per field of the model; those not given are blank */
    struct model_outcome *outcomes;
    size_t outcome_count;
    bool nothing_else; /* no measure that is not in outcomes counts or may count */
    struct span span;
};

/* What an example of a requirement takes as given. */
struct model_fact {
    enum {
        MODEL_FACT_MONEY,  /* amount, names: measures, month, customer */
        MODEL_FACT_METRIC, /* amount, names: one, month */
        MODEL_FACT_PEOPLE, /* count, names: certifications that each of them holds; count 0: there is nobody */
        MODEL_FACT_DESIGNATION,
        MODEL_FACT_AUDIT,     /* date */
        MODEL_FACT_REFERENCES /* count, date */
    } kind;
    bool none;      /* DESIGNATION, AUDIT: it is known that there is none */
    bool undecided; /* MONEY: of a row that may count */
    assay_money amount;
    const char *customer; /* MONEY: as written; NULL: it names none */
    uint32_t count;
    struct model_text *names;
    size_t name_count;
    uint32_t date; /* YYYYMMDD; of MONEY and METRIC the first day of the month */
};

/* An example of a requirement: what its line says on a day, of these facts and no others. The ledger is complete, and
 * so is what some fact speaks of; months of a metric that are not given are not known. */
struct model_case {
    struct model_text name;
    uint32_t as_of;
    struct model_fact *facts;
    size_t fact_count;
    enum assay_answer expected;
    struct span span, verdict;
};

/* One line of what a specialization requires, an option of it, or a part: see struct assay_requirement. */
struct model_requirement {
    enum assay_requirement_kind kind;
    bool average, percent;
    const char *text, *option, *subject;
    const char *amount; /* exact plain decimal */
    uint16_t months, customers, people, references, valid_months;
    uint32_t from, until;
    struct model_text *names, *notes;
    size_t name_count, note_count;
    struct model_requirement *parts;
    size_t part_count;
    struct model_citation cites; /* of a line: the specialization's where it has none; of parts and options: none */
    struct model_case *cases;
    size_t case_count;
    struct span span;
};

struct model_metric {
    struct model_text name;
    struct model_text *workloads, *notes;
    size_t workload_count, note_count;
    struct model_citation cites; /* the specialization's where the metric has none */
    struct span span;
};

struct model_certification {
    struct model_text code;
    struct model_text *titles;
    size_t title_count;
    struct span span;
};

struct model_renewal {
    uint16_t months, opens_days, grace_days;
    struct model_citation cites; /* the usage declaration's where it has none */
    struct span span;
};

struct model_refresh {
    uint16_t number;             /* the day of a month, or days */
    struct model_citation cites; /* the usage declaration's where it has none; so in the next two */
    struct span span;
};

struct model_place {
    enum assay_place_kind kind;
    struct model_text text; /* ASSAY_PLACE_TEXT */
};

struct model_step {
    enum assay_step_kind kind;
    bool waits; /* until all other requirements are met */
    const char *action, *site, *address;
    struct model_text *roles;
    size_t role_count;
    struct model_place *places;
    size_t place_count;
    struct model_citation cites;
    struct span span;
};

struct model_active {
    const char *means, *address;
    struct model_citation cites;
    struct span span;
};

/* Whether measures of one specialization claim the same rows. */
enum model_overlap { MODEL_OVERLAP_UNSAID, MODEL_MAY_OVERLAP, MODEL_MUST_NOT_OVERLAP };

struct model_specialization {
    struct model_text name;
    const char *area;
    const struct source *source;
    enum model_overlap overlap;
    struct span overlap_span; /* where it is said; {0, 0}: unsaid */
    struct model_text *former_names, *notes;
    size_t former_count, note_count;
    struct model_measure *measures;
    size_t measure_count;
    struct model_requirement *requirements; /* in the rule's order */
    size_t requirement_count;
    struct model_metric *metrics; /* in the rule's order */
    size_t metric_count;
    struct model_example *examples;
    size_t example_count;
    struct model_citation cites;
    struct span span;
};

struct model_field {
    struct model_text name;
    enum assay_role role;
    enum assay_assume assume;
    const char *assumed;
    const char *means, *address; /* or NULL */
    struct model_text *columns, *except;
    size_t column_count, except_count;
};

struct model_alias {
    const char *text, *folded; /* what is written in the file */
    const char *means, *means_folded;
    uint16_t field;
    bool spelling;
    struct span span;
    size_t declaration; /* its number; a declaration gives one alias for each of its texts in each of its fields */
    struct span head;   /* of the declaration */
};

struct model_eligibility {
    const char *reason;
    struct model_rule rule;
    struct model_value *known; /* sorted by folded; named lists are expanded */
    size_t known_count;
    const struct model_list **known_lists; /* in order of place */
    size_t known_list_count;
    bool known_blank;
    struct span span;
};

struct model_once {
    uint16_t *key; /* sorted */
    size_t key_count;
    uint16_t preferred_field;
    struct model_text *preferred;
    size_t preferred_count;
    uint16_t *least;
    size_t least_count;
    struct span span;
};

struct model_cross_check {
    uint16_t field;
    struct model_text *dropped, *kept; /* what it says for either */
    size_t dropped_count, kept_count;
    struct span span;
};

/* `accepts CODE as "MARK" because "REASON"`: a finding that is meant. */
struct model_acceptance {
    enum message_code code;
    const char *mark; /* 8 hexadecimal digits in lower case, as finding_mark() makes them */
    const char *reason;
    struct span span; /* up to the mark */
};

/* What a text or a name of the rules is, for questions about texts. */
enum model_written_kind {
    MODEL_WRITTEN_VALUE, /* of a field: in conditions, lists, aliases, assumptions, ... */
    MODEL_WRITTEN_CELL,  /* of a field, given by an example */
    MODEL_WRITTEN_FIELD, /* a field's name, and below a list's: not in quotes */
    MODEL_WRITTEN_LIST,
    MODEL_WRITTEN_COLUMN,
    MODEL_WRITTEN_REASON,
    MODEL_WRITTEN_CERTIFICATION,
    MODEL_WRITTEN_TITLE, /* of a certification */
    MODEL_WRITTEN_CITED,
    MODEL_WRITTEN_AREA,
    MODEL_WRITTEN_DESIGNATION, /* that a requirement names */
    MODEL_WRITTEN_SPECIALIZATION,
    MODEL_WRITTEN_MEASURE,
    MODEL_WRITTEN_METRIC,
    MODEL_WRITTEN_WORKLOAD,
    MODEL_WRITTEN_OTHER /* notes, editions, names of examples and options */
};

struct model_written {
    enum model_written_kind kind;
    uint16_t field; /* of VALUE and CELL */
    const char *text;
    struct span span;
    uint32_t owner; /* where the specialization, the list or the usage declaration that it stands in begins */
    uint32_t named; /* where the item begins whose name, or former name, it is; 0: none */
    uint32_t date;  /* of CITED */
};

struct model {
    struct arena *arena;
    const struct sources *sources;
    struct model_text name;
    const char *edition, *currency;
    const struct source *source; /* of the usage declaration */
    struct span span;
    struct model_citation cites;
    struct model_field *fields; /* in order of declaration */
    size_t field_count;
    struct model_list *lists; /* sorted by name */
    size_t list_count;
    struct model_alias *aliases; /* sorted by field, then folded */
    size_t alias_count, alias_declaration_count;
    struct model_eligibility *eligibilities;
    size_t eligibility_count;
    struct model_once *once; /* NULL: none */
    bool no_repeats;         /* an export holds no record twice */
    struct span no_repeats_span;
    struct model_cross_check *cross_check; /* NULL: none */
    struct model_text *notes;
    size_t note_count;
    struct model_example *examples; /* of the usage declaration */
    size_t example_count;
    struct model_certification *certifications; /* sorted by code */
    size_t certification_count;
    struct model_renewal *renewal;                 /* NULL: none */
    struct model_refresh *performance, *knowledge; /* NULL: not stated */
    struct model_step *steps;                      /* in order of declaration */
    size_t step_count;
    struct model_active *active;                  /* NULL: not stated */
    struct model_specialization *specializations; /* sorted by name, ASCII case apart, then bytes */
    size_t specialization_count;
    struct model_acceptance *acceptances; /* in order of place */
    size_t acceptance_count;
    struct model_written *written; /* what the declarations write, in order of place within each */
    size_t written_count;
};

#endif
