/* tree.h - rule files as written.
 *
 * The tree keeps the order of items and a span on every node. Nothing is resolved in it but for the links that
 * resolve.c fills in (marked "resolved"). All of it lives in one arena. */
#ifndef ASSAY_TREE_H
#define ASSAY_TREE_H

#include "compiler/base/source.h"
#include "runtime/core/assay.h"

/* A text in quotes (quotes and doubled quotes undone) or a name (inner blanks folded). */
struct tree_text {
    const char *text;
    struct span span;
    struct tree_text *next;
};

enum tree_value_kind { TREE_TEXT, TREE_BLANK, TREE_ABSENT, TREE_NOTHING, TREE_LIST, TREE_OWN_AREA, TREE_OWN_NAME };

struct tree_value {
    enum tree_value_kind kind;
    const char *text; /* TREE_TEXT, TREE_LIST: the list's name */
    struct span span;
    struct tree_value *next;
    const struct tree_item *list; /* resolved: the list meant by TREE_LIST */
};

enum tree_test { TREE_ANY_OF, TREE_NONE_OF, TREE_ANYTHING_EXCEPT };

enum tree_expression_kind { TREE_CONDITION, TREE_AND, TREE_OR, TREE_THEN };

struct tree_expression {
    enum tree_expression_kind kind;
    bool parenthesised;
    struct span span;
    struct tree_expression *next;       /* sibling */
    struct tree_expression *children;   /* AND, OR, THEN: at least two */
    struct tree_expression *last_child; /* the last but for the first two, while the list grows */
    bool mixed;                         /* `and` with `or`: reported */
    /* CONDITION: `is "X"` is any of one value, `is blank` any of blank, `is not blank` none of blank */
    struct tree_text field;
    enum tree_test test;
    struct tree_value *values;
    int field_index; /* resolved: index into the model's fields, or -1 */
};

struct tree_date {
    uint32_t date; /* YYYYMMDD, 0: not given */
    struct span span;
};

struct tree_period { /* both days included */
    struct tree_date from, until;
};

/* A span of time in whole months: so many of the unit, which is 1 for months and 12 for years. */
struct tree_duration {
    struct tree_text number; /* text NULL: not given */
    unsigned unit;
};

/* A line behind `requires`, an option of it or a line of an option, or what it says `of which`. Numbers are as written,
 * their separators left out; text NULL where none is given. */
struct tree_requirement {
    enum assay_requirement_kind kind;
    bool average, percent;
    struct span span, head;             /* head: its first words; of a part: `of which` */
    struct tree_text option;            /* its name as an option */
    struct tree_text amount, currency;  /* AMOUNT; GROWTH and METRIC: without currency */
    struct tree_text count;             /* customers, people, references: at least so many */
    const char *subject;                /* UNPUBLISHED */
    struct tree_duration window, valid; /* valid: of AUDIT, REFERENCES */
    struct tree_text *names;
    struct tree_requirement *parts, *last_part;
    struct tree_period period;
    struct tree_requirement *next;
};

/* What an example of a requirement takes as given. */
enum tree_fact_kind {
    TREE_FACT_MONEY,       /* number, currency, names: measures, month, customer or text NULL */
    TREE_FACT_METRIC,      /* number, names: one metric, month */
    TREE_FACT_PEOPLE,      /* number, names: certifications that each of them holds */
    TREE_FACT_DESIGNATION, /* names: one */
    TREE_FACT_AUDIT,       /* date */
    TREE_FACT_REFERENCES,  /* number, date */
    TREE_FACT_NO_PEOPLE,   /* it is known that there are none */
    TREE_FACT_NO_DESIGNATION,
    TREE_FACT_NO_AUDIT,
    TREE_FACT_NO_REFERENCES
};

struct tree_fact {
    enum tree_fact_kind kind;
    bool undecided; /* MONEY: of rows that cannot be told */
    struct span span;
    struct tree_text number, currency, customer;
    struct tree_text *names;
    struct tree_date date; /* of a month: YYYYMM */
    struct tree_fact *next;
};

struct tree_case {
    struct tree_date as_of;
    struct tree_fact *facts;
    enum assay_answer expected;
    struct span verdict;
};

struct tree_renewal {
    struct tree_duration every;
    struct tree_text opens, grace; /* days */
};

/* `means "..." at "https://..."`; text NULL: not given. */
struct tree_meaning {
    struct tree_text text, address;
};

/* `step for audit "ACTION" in "SITE" as any of ROLES under PLACES when all else is met` */
struct tree_step {
    enum assay_step_kind kind;
    bool waits;
    struct tree_text action, site;
    struct tree_text *roles;
    struct tree_value *places; /* TREE_TEXT, TREE_OWN_AREA, TREE_OWN_NAME */
};

struct tree_option {
    struct tree_text name; /* text NULL: `where`, not an option */
    struct tree_expression *where;
    struct tree_option *next;
};

struct tree_cell { /* of an example */
    struct tree_text field;
    struct tree_value *value;
    struct tree_cell *next;
    int field_index; /* resolved */
};

enum tree_outcome_kind {
    TREE_COUNTS,         /* names; none: eligible (usage example) */
    TREE_COUNTS_NOTHING, /* counts as nothing */
    TREE_NOTHING_ELSE,
    TREE_DOES_NOT_COUNT, /* names; none: not eligible */
    TREE_MAY_COUNT       /* names; none: cannot tell */
};

struct tree_outcome {
    enum tree_outcome_kind kind;
    struct span span;
    struct tree_text *names;
    struct tree_outcome *next;
};

enum tree_item_kind {
    /* of the file */
    TREE_USAGE,          /* name, items */
    TREE_VALUE_LIST,     /* name, names: the field, values */
    TREE_SPECIALIZATION, /* name, items */
    /* of the usage declaration */
    TREE_EDITION,     /* texts: one */
    TREE_FIELD,       /* name, texts: columns, values: the assumption or NULL */
    TREE_AMOUNT,      /* name, texts: columns, names: the currency */
    TREE_CUSTOMER,    /* name, texts: columns, values: exceptions */
    TREE_MONTH,       /* name, texts: columns */
    TREE_ALIAS,       /* texts: the aliases, name: what they mean, names: fields */
    TREE_SPELLING,    /* the same */
    TREE_ELIGIBILITY, /* options: one, reason or text NULL, values: known not to count */
    TREE_ONCE,        /* names: key, name: the preferred field, texts: its values, least: names */
    TREE_NO_REPEATS,
    TREE_CROSS_CHECK,   /* name: field, texts: dropped, names: kept */
    TREE_CERTIFICATION, /* name: the code, texts: titles */
    TREE_RENEWAL,       /* renewal */
    TREE_PERFORMANCE,   /* names: the day of a month by which figures are refreshed */
    TREE_KNOWLEDGE,     /* names: the days within which certifications are shown */
    TREE_STEP,          /* step, means.address: of the site */
    TREE_ACTIVE,        /* means */
    /* of a specialization */
    TREE_AREA,     /* texts: one */
    TREE_FORMERLY, /* texts */
    TREE_REQUIRES, /* requirement */
    TREE_NO_VALIDATION,
    TREE_NOT_PUBLISHED,
    TREE_MAY_OVERLAP,
    TREE_MUST_NOT_OVERLAP,
    TREE_MEASURE, /* name, period, options */
    TREE_METRIC,  /* name, texts: workloads */
    TREE_CASE,    /* name, trial: an example of a requirement */
    /* of both */
    TREE_CITES,   /* texts: one, date, secondary, means.address */
    TREE_NOTE,    /* texts: one */
    TREE_EXAMPLE, /* name, cells, outcomes */
    TREE_ACCEPTS, /* name: the code, names: the mark, texts: the reason */
};

struct tree_item {
    enum tree_item_kind kind;
    struct span span; /* the whole item */
    struct span head; /* its first words, for messages about the item */
    struct tree_item *next;
    struct tree_text name;
    struct tree_text *texts, *names, *least;
    struct tree_text reason;
    struct tree_value *values;
    struct tree_date date;
    bool secondary;
    struct tree_period period;
    struct tree_option *options;
    struct tree_requirement *requirement;
    struct tree_case *trial;
    struct tree_renewal *renewal;
    struct tree_step *step;
    struct tree_meaning means; /* also of the items that declare a field */
    struct tree_cell *cells;
    struct tree_outcome *outcomes;
    struct tree_item *items;
    bool named;    /* a field, list, measure, metric or certification: something names it */
    uint64_t lost; /* a block: kinds of the items that errors swallowed, tree_lost() of each; else 0 */
};

/* Whether what stands behind an item, `cites`, `note` and examples, may speak of it. Before the first such item of a
 * specialization it speaks of the specialization. */
static inline bool tree_is_spoken_of(enum tree_item_kind kind) {
    return kind == TREE_MEASURE || kind == TREE_METRIC || kind == TREE_REQUIRES;
}

/* Whether `cites` right behind an item of the usage declaration is the item's own. */
static inline bool tree_cites_itself(enum tree_item_kind kind) {
    return kind == TREE_RENEWAL || kind == TREE_PERFORMANCE || kind == TREE_KNOWLEDGE || kind == TREE_STEP ||
           kind == TREE_ACTIVE;
}

/* The bit of an item kind in `lost`; and the one of an item whose kind could not be read. */
#define TREE_LOST_UNKNOWN (UINT64_C(1) << 63)
static inline uint64_t tree_lost(enum tree_item_kind kind) {
    return UINT64_C(1) << kind;
}

/* All files of a run: items in order of file name, then of place.
 *
 * What a syntax error swallowed is remembered, so that nobody is told that a name is missing which stands there. */
struct tree {
    struct tree_item *items;
    struct tree_text *lost; /* names that broken items would have declared */
    struct tree_text *told; /* spans of items of which an error is told: no more is said of them */
    bool lost_field, lost_list, lost_declaration; /* broken ones whose name could not be read */
};

#endif
