/* lower.h - what the files of the lowering share. The pass itself is lower_tree (compiler/passes.h). Only the files
 * lower*.c see both tree and model. */
#ifndef ASSAY_AST_LOWER_H
#define ASSAY_AST_LOWER_H

#include "compiler/ast/tree.h"
#include "compiler/base/diagnostic.h"
#include "compiler/model/model.h"

struct lower {
    const struct sources *sources;
    struct arena *arena;
    struct diagnostics *diagnostics;
    struct model *model; /* fields are filled in first: all the rest names them */
};

/* A growing array of texts. */
struct lower_texts {
    struct model_text *items;
    size_t count, capacity;
};

/* lower.c */
size_t lower_count(const struct tree_item *items, enum tree_item_kind kind);
const struct tree_item *lower_first(const struct tree_item *items, enum tree_item_kind kind);
struct model_text lower_text(const struct tree_text *text);
struct model_citation lower_citation(const struct tree_item *item); /* item NULL: cites nothing */
void lower_texts_add(struct lower *lower, struct lower_texts *texts, const struct tree_text *added);
/* What is said behind an item that is spoken of, up to the next one; `items` is what stands behind it. */
const struct tree_item *lower_cites_here(const struct tree_item *items);
struct lower_texts lower_texts_here(struct lower *lower, const struct tree_item *items, enum tree_item_kind kind);
uint16_t lower_field(const struct lower *lower, const char *name);
const struct source *lower_source(const struct lower *lower, struct span span);

/* lower_value.c. Values are sorted by folded text, each once; named lists are expanded. Lists are lowered before all
 * that may name them. */
void lower_lists(struct lower *lower, const struct tree_item *items);
const struct model_list *lower_list_named(const struct lower *lower, const char *name);
struct model_value *lower_values(struct lower *lower, const struct tree_value *values, size_t *count, bool *blank);
const struct model_list **lower_list_names(struct lower *lower, const struct tree_value *values, size_t *count);

/* lower_expression.c */
void lower_rule(struct lower *lower, struct model_rule *rule, const struct tree_option *options, struct span head);

/* lower_usage.c. `files` are the items of all files: the lists are among them. */
void lower_usage(struct lower *lower, const struct tree_item *usage, const struct tree_item *files);

/* lower_requirement.c */
void lower_requirements(struct lower *lower, struct model_specialization *to, const struct tree_item *items);
uint16_t lower_number(const char *digits);
uint16_t lower_months(const struct tree_duration *duration);
assay_money lower_money(const char *number);

/* lower_case.c: the examples behind a requirement. */
void lower_cases(struct lower *lower, struct model_requirement *to, const struct tree_item *items);

/* lower_partner.c: certifications, the renewal; how fresh figures are, where steps are taken, what Active brings. */
void lower_certifications(struct lower *lower, const struct tree_item *items);
void lower_renewal(struct lower *lower, const struct tree_item *items);
void lower_steps(struct lower *lower, const struct tree_item *items);

/* lower_written.c: the texts and names as they are written, for questions about texts. */
void lower_written(struct lower *lower, const struct tree_item *items);

/* lower_specialization.c */
void lower_specialization(struct lower *lower, struct model_specialization *to, const struct tree_item *item);

/* lower_example.c. `of` is NULL for the examples of the usage declaration. */
void lower_examples(struct lower *lower, struct model_example **examples, size_t *count, const struct tree_item *items,
                    const struct model_specialization *of);

#endif
