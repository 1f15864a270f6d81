/* check.h - what the checks of a tree share. One file per subject; check.c is the pass.
 *
 * Checks report everything that is wrong independently of the rest. What an earlier error swallowed (tree.lost, broken
 * items) is not reported a second time as missing. */
#ifndef ASSAY_CHECK_H
#define ASSAY_CHECK_H

#include "compiler/ast/tree.h"
#include "compiler/base/diagnostic.h"

/* A value that some condition names for a field. */
struct check_value {
    int field;
    const char *folded, *text;
    struct span span;
};

struct check_values {
    struct check_value *items;
    size_t count, capacity;
};

/* A name that is used and not declared. */
struct check_unknown {
    enum message_code code;
    enum tree_item_kind kind;      /* what would declare it */
    const struct tree_item *block; /* where; of a list: NULL */
    const char *name, *message;
    const char *meant, *hint; /* what is known of it beyond what is near; or NULL */
    struct span span;         /* the first place */
    size_t places;
    struct check_unknown *next;
};

struct check {
    struct arena *arena;
    struct diagnostics *diagnostics;
    struct tree *tree;
    struct tree_item *usage; /* NULL: there is none */
    struct tree_item **fields;
    size_t field_count;
    struct tree_item **lists, **lists_by_name; /* in order of place; of lists of one name the first is found */
    size_t list_count;
    struct check_unknown *unknown; /* names that are not declared */
    bool currency_named;           /* some amount is in the currency that is declared */
    struct tree_text *meant;       /* names that were suggested for those that are not declared */
    bool unresolved;               /* some name was not found: what hangs on it keeps silent */
    struct check_values named;     /* by conditions; sorted by field, folded before check_usage_values */
    struct check_values aliases;   /* text: what the alias means, folded; sorted likewise */
};

/* check_names.c */
bool check_lost(const struct check *check, const char *name);

/* Remembers a name that was suggested (NULL: none): it is not told as one that nothing uses. */
void check_mean(struct check *check, const char *name);
bool check_is_meant(const struct check *check, const char *name);

/* Whether an error of the form of an item at this place was told. */
bool check_is_told(const struct tree *tree, struct span span);

/* check_unknown.c: remembers a name that is not declared, unless its item was told; tells of all of them. */
void check_unknown_name(struct check *check, struct check_unknown unknown);
void check_tell_unknown(struct check *check);

/* The same of a currency: the one of the amount is named, or another one. */
void check_unit(struct check *check, const struct tree_item *amount, const struct tree_text *currency);

/* The index of a field, or -1 with a message. */
int check_field(struct check *check, const struct tree_text *name);

/* Links a value that names a list, and sees that it is a list of this field. False when there is no such list, which is
 * told where `tells`. */
bool check_list_value(struct check *check, struct tree_value *value, int field, bool tells);

/* A text that is to be a value: neither blank nor too long. False with a message. `blank`: the word may stand here. */
bool check_value_text(struct check *check, const char *text, struct span span, bool blank);

/* A title, name or remark: not empty. */
void check_title(struct check *check, const char *text, struct span span);

/* Reports names that are alike. Each entry: its folded name, where it stands, and what to call it. */
struct check_name {
    const char *folded, *text;
    struct span span;
    size_t order;
};
/* A qsort comparison: by folded name, then by order. */
int check_compare_names(const void *a, const void *b);

void check_unique(struct check *check, struct check_name *names, size_t count, enum message_code code,
                  const char *what);

void check_values_add(struct check *check, struct check_values *values, int field, const char *text, struct span span);
void check_values_sort(struct check_values *values);
const struct check_value *check_values_find(const struct check_values *values, int field, const char *folded);

/* Items of one kind: the first, the number of them; a second one is reported when only one may stand. */
struct tree_item *check_only(struct check *check, const struct tree_item *block, enum tree_item_kind kind,
                             const char *words);
size_t check_count(const struct tree_item *items, enum tree_item_kind kind);

/* Reports an item that a block cannot do without; silent when an error may have swallowed it. */
void check_missing(struct check *check, const struct tree_item *block, enum tree_item_kind kind, const char *item,
                   const char *how);

/* check_rule.c: an expression's fields, lists and values. */
void check_expression(struct check *check, struct tree_expression *expression);

/* A list of values of one field: linked, not blank, none twice. `blank`: the word may stand in it. */
void check_value_list(struct check *check, struct tree_value *values, int field, bool blank);

/* check_usage.c */
void check_usage(struct check *check);
void check_usage_fields(struct check *check);
void check_usage_values(struct check *check); /* after all conditions were seen */

/* check_step.c: where something can be read, text NULL: not given; all of the usage declaration. */
void check_address(struct check *check, const struct tree_text *address);
void check_steps(struct check *check);

/* check_specialization.c */
void check_specializations(struct check *check);

/* Whether there is a day in both periods. */
bool check_overlap(const struct tree_period *a, const struct tree_period *b);

/* What is asked of a period that ends before it begins. */
const char *check_turned(struct check *check, const struct tree_period *period);

/* check_requirement.c: one requirement, with its parts; and what others need of it. */
void check_requirement(struct check *check, const struct tree_item *block, const struct tree_requirement *requirement);
void check_currency(struct check *check, const struct tree_text *currency);
void check_duration(struct check *check, const struct tree_duration *duration, const char *what);

/* How many months a duration has; 0: not given. */
unsigned check_months(const struct tree_duration *duration);

/* Titles none of which is empty or stands twice. */
void check_texts_once(struct check *check, const struct tree_text *texts, const char *what);

/* Numbers; false with a message. A whole number may be from `least` to 9,999; text NULL: not given. */
bool check_whole(struct check *check, const struct tree_text *number, const char *what, unsigned least);
bool check_amount(struct check *check, const struct tree_text *number, assay_money *value);

/* check_unknown.c: each of the names is that of an item of the block; whether one was told that is not. */
void check_declared(struct check *check, const struct tree_item *block, enum tree_item_kind kind,
                 const struct tree_text *names);
bool check_has_unknown(const struct check *check, const struct tree_item *block, enum tree_item_kind kind);

/* check_requirements.c: all requirements and metrics of a specialization. */
void check_requirements(struct check *check, struct tree_item *block);

/* check_case.c: the examples of its requirements. */
void check_cases(struct check *check, struct tree_item *block);

/* check_example.c: block is the usage declaration or a specialization. */
void check_examples(struct check *check, struct tree_item *block);

/* check_acceptance.c: all acceptances of the rule set. */
void check_acceptances(struct check *check);

#endif
