/* build.h - constructors of the tree, called by the grammar.
 *
 * Lists are circles while they grow: the value is the last node, whose next is the first. The constructor that takes a
 * finished list opens it. Every constructor copies nothing: texts live in the arena already. */
#ifndef ASSAY_BUILD_H
#define ASSAY_BUILD_H

#include "compiler/ast/parse.h"

/* Lists: append to a circle (NULL: empty) and return the new last node. */
struct tree_text *build_text(struct parse *parse, struct tree_text *last, const char *text, struct span span);
struct tree_item *build_append_item(struct tree_item *last, struct tree_item *item);
struct tree_value *build_append_value(struct tree_value *last, struct tree_value *value);
struct tree_cell *build_append_cell(struct tree_cell *last, struct tree_cell *cell);
struct tree_outcome *build_append_outcome(struct tree_outcome *last, struct tree_outcome *outcome);
struct tree_option *build_append_option(struct tree_option *last, struct tree_option *option);

/* Marks a list of items that lost one to an error. */
struct tree_item *build_broken(struct parse *parse, struct tree_item *last);

/* Opens a circle: the first node, of a list that ends with NULL. */
struct tree_item *build_open_items(struct tree_item *last);

/* Nodes. */
struct tree_value *build_value(struct parse *parse, enum tree_value_kind kind, const char *text, struct span span);
struct tree_cell *build_cell(struct parse *parse, const char *field, struct span span, struct tree_value *value);
struct tree_outcome *build_outcome(struct parse *parse, enum tree_outcome_kind kind, struct tree_text *names,
                                   struct span span);
struct tree_option *build_option(struct parse *parse, const char *name, struct span name_span,
                                 struct tree_expression *where, struct span span);
struct tree_period build_period(struct tree_period from, struct tree_period until);
struct tree_expression *build_condition(struct parse *parse, const char *field, struct span field_span,
                                        enum tree_test test, struct tree_value *values, struct span span);
struct tree_expression *build_parenthesised(struct tree_expression *inner, struct span span);

/* left OP right. Reports `and` mixed with `or`; operator_span is where the word stands. */
struct tree_expression *build_join(struct parse *parse, enum tree_expression_kind kind, struct tree_expression *left,
                                   struct tree_expression *right, struct span span, struct span operator_span);

/* Items. */
struct tree_item *build_titled(struct parse *parse, enum tree_item_kind kind, struct tree_text *texts, struct span span,
                               struct span head);
struct tree_item *build_block(struct parse *parse, enum tree_item_kind kind, struct tree_text *title,
                              struct tree_item *items, struct span span, struct span word);
struct tree_item *build_field(struct parse *parse, enum tree_item_kind kind, const char *name, struct span name_span,
                              struct tree_text *columns, struct tree_value *assumption, struct span span);
struct tree_item *build_amount(struct parse *parse, const char *name, struct span name_span, struct tree_text *columns,
                               const char *currency, struct span currency_span, struct span span);
struct tree_item *build_customer(struct parse *parse, const char *name, struct span name_span,
                                 struct tree_text *columns, struct tree_text *except, struct span span);
struct tree_item *build_alias(struct parse *parse, enum tree_item_kind kind, struct tree_text *texts, const char *means,
                              struct span means_span, struct tree_text *fields, struct span span);
struct tree_item *build_eligibility(struct parse *parse, struct tree_expression *where, const char *reason,
                                    struct span reason_span, struct tree_value *known, struct span span);
struct tree_item *build_once(struct parse *parse, struct tree_text *key, const char *preferred,
                             struct span preferred_span, struct tree_text *values, struct tree_text *least,
                             struct span span);
struct tree_item *build_cross_check(struct parse *parse, const char *field, struct span field_span,
                                    struct tree_text *says, struct span span);
struct tree_item *build_list(struct parse *parse, const char *name, struct span name_span, const char *field,
                             struct span field_span, struct tree_text *values, struct span span);
struct tree_item *build_measure(struct parse *parse, const char *name, struct span name_span, struct tree_period period,
                                struct tree_option *options, struct span span, struct span head);
struct tree_item *build_example(struct parse *parse, const char *name, struct span name_span, struct tree_cell *cells,
                                struct tree_outcome *outcomes, struct span span, struct span head);
struct tree_item *build_acceptance(struct parse *parse, const char *code, struct span code_span, const char *mark,
                                   struct span mark_span, struct tree_text *reason, struct span span);
struct tree_item *build_cites(struct parse *parse, const char *title, struct span title_span, uint32_t date,
                              struct span date_span, struct span span, struct span head);

#endif
