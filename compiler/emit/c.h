/* c.h - what the files of the C emitter share. */
#ifndef ASSAY_EMIT_C_H
#define ASSAY_EMIT_C_H

#include "compiler/emit/emit.h"
#include "runtime/base/text.h"

#include <stdbool.h>

/* Symbols of one C file, each once, and the arrays of values that it already holds. */
struct c_symbols {
    struct c_name {
        const char *name;
        unsigned next; /* the number to try for the next symbol of this name */
    } * names;         /* open addressing */
    size_t mask, count;
    struct c_array {
        const struct assay_value *values;
        const char *symbol;
    } * arrays; /* open addressing by address */
    size_t array_mask, array_count;
};

/* One C file being printed. */
struct c_file {
    struct text out;
    struct arena *arena;
    const struct assay_usage *usage;
    const char *const *fields; /* FIELD_SERVICE_LEVEL_2, one per field */
    const char *rule_file;
    struct c_symbols symbols;
};

/* c.c */
const char *const *c_field_symbols(const struct assay_usage *usage, struct arena *arena);

/* c_text.c: texts that can end neither a literal nor a comment. */
void c_literal(struct text *out, const char *text);
void c_comment(struct text *out, const char *text);
void c_date(struct text *out, uint32_t date);                            /* 2023-07-11 */
void c_place(struct c_file *file, const char *rule_file, uint32_t line); /* rule file:line; NULL: the table's */
void c_cites(struct c_file *file, const struct assay_citation *cites);   /* in a comment */

/* c_symbol.c */
void c_symbols_begin(struct c_file *file);
/* A symbol of this kind for these words, not used before in the file. */
const char *c_symbol(struct c_file *file, const char *kind, const char *words, const char *more);
/* The place of the symbol of an array of values; *place is NULL when it is new. */
const char **c_array_symbol(struct c_file *file, const struct assay_value *values);

/* c_table.c: members `.name = ...` of a row, and small arrays. */
struct c_file c_begin(const struct assay_ruleset *rules, const char *rule_file, struct arena *arena);
void c_includes(struct c_file *file);
struct emitted *c_end(struct c_file *file, const char *name);
void c_member_text(struct c_file *file, const char *member, const char *text);
void c_member_array(struct c_file *file, const char *count_member, const char *member, const char *symbol);
/* An array of texts, one per line; its symbol, or NULL when there are none. */
const char *c_texts(struct c_file *file, const char *kind, const char *words, const char *const *texts, size_t count);
void c_member_cites(struct c_file *file, const struct assay_citation *cites);

/* c_clause.c: prints values, conditions and clauses; the symbol of the array of clauses. */
const char *c_clauses(struct c_file *file, const char *words, const struct assay_clause *clauses, size_t count);
const char *c_values(struct c_file *file, const char *words, const char *more, const struct assay_value *values,
                     size_t count);

/* c_usage.c, c_specialization.c, c_index.c: whole files */
struct emitted *c_fields_file(const struct assay_ruleset *rules, struct arena *arena);
struct emitted *c_usage_file(const struct assay_ruleset *rules, struct arena *arena);
struct emitted *c_specialization_file(const struct assay_ruleset *rules, size_t number, const char *slug,
                                      struct arena *arena);
struct emitted *c_index_file(const struct assay_ruleset *rules, const char *const *slugs, struct arena *arena);

/* kubernetes-on-azure -> assay_table_kubernetes_on_azure */
const char *c_table_symbol(const char *slug, struct arena *arena);

#endif
