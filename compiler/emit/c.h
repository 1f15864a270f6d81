/* c.h - what the files of the C emitter share. */
#ifndef ASSAY_EMIT_C_H
#define ASSAY_EMIT_C_H

#include "compiler/emit/emit.h"
#include "runtime/base/text.h"

#include <stdbool.h>

/* The arrays that conditions made from one share. NULL: there is none. */
struct c_arrays {
    const char *texts, *lists, *lines;
};

/* Symbols of one C file, each once, and the arrays that it already holds. */
struct c_symbols {
    struct c_name {
        const char *name;
        unsigned next; /* the number to try for the next symbol of this name */
    } * names;         /* open addressing */
    size_t mask, count;
    struct c_shared {
        const uint32_t *lines; /* of the condition: no two conditions share them that were not one */
        struct c_arrays arrays;
    } * arrays; /* open addressing by the address of the lines */
    size_t array_mask, array_count;
};

/* What all files of a rule set name. */
struct c_names {
    const struct assay_ruleset *rules;
    const char *const *fields; /* FIELD_SERVICE_LEVEL_2, one per field */
    const char *const *lists;  /* assay_list_ms_series, one per list */
    const char *const *slugs;  /* one per specialization */
};

/* One reviewed C file being printed, and beside it the file of its lines, which it includes. */
struct c_file {
    struct text out, lines;
    struct arena *arena;
    const struct assay_ruleset *rules;
    const struct assay_usage *usage;
    const char *const *fields; /* FIELD_SERVICE_LEVEL_2, one per field */
    const char *const *lists;  /* assay_list_ms_series, one per list */
    struct c_symbols symbols;
};

/* c_field.c */
const char *const *c_field_symbols(const struct assay_usage *usage, struct arena *arena);
/* Prints the fields; the symbol of their lines. */
const char *c_fields(struct c_file *file);

/* c_text.c: texts that can end neither a literal nor a comment. */
void c_literal(struct text *out, const char *text);
void c_comment(struct text *out, const char *text);
void c_date(struct text *out, uint32_t date);                          /* 2023-07-11, 2023 */
void c_cites(struct c_file *file, const struct assay_citation *cites); /* in a comment */

/* c_symbol.c */
void c_symbols_begin(struct c_file *file);
/* A symbol of this kind for these words, not used before in the file. */
const char *c_symbol(struct c_file *file, const char *kind, const char *words, const char *more);
/* Takes a symbol that is made elsewhere; false when the file has it already. */
bool c_symbol_take(struct c_file *file, const char *name);
/* The arrays of a condition; their `lines` is NULL when it is new. */
struct c_arrays *c_shared_arrays(struct c_file *file, const struct assay_condition *condition);

/* c_table.c: members `.name = ...` of a row, and small arrays. */
struct c_file c_begin(const struct c_names *names, struct arena *arena);
/* The includes of a table; among them lines/SLUG.h, which says that these are lines of the rule file. */
void c_includes(struct c_file *file, const char *slug, const char *rule_file);
struct emitted *c_end(struct c_file *file, const char *name);
/* decisions/SLUG.c, followed by lines/SLUG.h. */
struct emitted *c_end_table(struct c_file *file, const char *slug);
void c_member_text(struct c_file *file, const char *member, const char *text);
void c_member_array(struct c_file *file, const char *count_member, const char *member, const char *symbol);
/* An array of texts, one per line; its symbol, or NULL when there are none. */
const char *c_texts(struct c_file *file, const char *kind, const char *words, const char *const *texts, size_t count);
/* The same with a given symbol; `open` ends it with NULL, so that it may be empty. */
void c_texts_as(struct c_file *file, const char *symbol, const char *const *texts, size_t count, bool open);
/* An array of fields, one per line; its symbol, or NULL when there are none. */
const char *c_field_list(struct c_file *file, const char *symbol, const uint16_t *fields, size_t count);
/* An array of line numbers in the file of the lines; its symbol. */
const char *c_lines(struct c_file *file, const char *kind, const char *words, const uint32_t *lines, size_t count);
void c_lines_as(struct c_file *file, const char *symbol, const uint32_t *lines, size_t count);
void c_member_cites(struct c_file *file, const struct assay_citation *cites);
/* {.title = ..., .date = ...} */
void c_cites_value(struct c_file *file, const struct assay_citation *cites);

/* c_value.c: prints texts in place and the use of named lists. */
struct c_arrays c_values(struct c_file *file, const char *words, const char *more, const struct assay_values *values);
void c_member_values(struct c_file *file, const char *member, const struct assay_values *values,
                     const struct c_arrays *arrays);

/* c_clause.c: prints conditions and clauses; the symbol of the array of clauses. */
const char *c_clauses(struct c_file *file, const char *words, const struct assay_clause *clauses, size_t count);

/* c_requirement.c: prints what is required, and what that names; the symbols of the arrays, or NULL when there are none. */
const char *c_requirements(struct c_file *file, const struct assay_specialization *table);
const char *c_metrics(struct c_file *file, const struct assay_specialization *table);
const char *c_certifications(struct c_file *file);
/* Prints the renewal; false when there is none. */
bool c_renewal(struct c_file *file);

/* c_step.c: prints how fresh figures are, where steps are taken, what being Active brings; false, or NULL, where nothing
 * is stated. */
bool c_refresh(struct c_file *file, const char *symbol, const struct assay_refresh *refresh);
const char *c_steps(struct c_file *file);
bool c_active(struct c_file *file);

/* c_alias.c: prints the aliases; the symbol of their array, or NULL when there are none. */
const char *c_aliases(struct c_file *file);

/* c_field.c, c_list.c, c_usage.c, c_specialization.c, c_index.c: whole files. There is none of no lists. */
const char *const *c_list_symbols(const struct assay_ruleset *rules, struct arena *arena);
struct emitted *c_fields_file(const struct c_names *names, struct arena *arena);
struct emitted *c_lists_file(const struct c_names *names, struct arena *arena);
struct emitted *c_usage_file(const struct c_names *names, struct arena *arena);
struct emitted *c_specialization_file(const struct c_names *names, size_t number, struct arena *arena);
struct emitted *c_index_file(const struct c_names *names, struct arena *arena);

/* kubernetes-on-azure -> assay_table_kubernetes_on_azure */
const char *c_table_symbol(const char *slug, struct arena *arena);

#endif
