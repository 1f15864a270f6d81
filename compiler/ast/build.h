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

/* Marks a list of items that lost some to an error: kinds as in tree_item.lost. */
struct tree_item *build_broken(struct parse *parse, struct tree_item *last, uint64_t kinds);

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
                                    struct tree_text *dropped, struct tree_text *kept, struct span span);
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
struct tree_item *build_secondary(struct tree_item *cites);
struct tree_item *build_renewal(struct parse *parse, struct tree_duration every, struct tree_text opens,
                                struct tree_text grace, struct span span, struct span head);

/* One number: in names. */
struct tree_item *build_refresh(struct parse *parse, enum tree_item_kind kind, struct tree_text number,
                                struct span span, struct span head);
/* The lists of the step are circles. */
struct tree_item *build_step(struct parse *parse, struct tree_step step, struct tree_text address, struct span span,
                             struct span head);

/* What an item means; where what it cites can be read. */
struct tree_item *build_meaning(struct tree_item *item, struct tree_meaning means);
struct tree_item *build_at(struct tree_item *item, struct tree_text address);

/* The date of a year alone. */
uint32_t build_year(struct parse *parse, const char *number, struct span span);

/* ---- Requirements: build_requirement.c ---- */

struct tree_requirement *build_requirement(struct parse *parse, enum assay_requirement_kind kind, struct span span);
struct tree_requirement *build_amount_of(struct parse *parse, struct tree_text amount, const char *currency,
                                         struct span currency_span, struct tree_text *measures, struct span span);
struct tree_requirement *build_numbered(struct parse *parse, enum assay_requirement_kind kind, struct tree_text number,
                                        struct tree_text *names, struct span span);
struct tree_requirement *build_unpublished(struct parse *parse, const char *subject, struct span span);
struct tree_requirement *build_average(struct tree_requirement *amount, struct span span);
struct tree_requirement *build_window(struct tree_requirement *requirement, struct tree_duration window,
                                      struct tree_text customers, bool percent, struct span span);

/* Names behind the words that ask for them. */
struct tree_requirement *build_named_by(struct tree_requirement *requirement, struct tree_text *names,
                                        struct span span);

/* What stands behind commas travels in a requirement of its own, from the last to the first. */
struct tree_requirement *build_tail_part(struct tree_requirement *part, struct tree_text *names, struct span head,
                                         struct parse *parse, struct tree_requirement *tail);
struct tree_requirement *build_tail_valid(struct parse *parse, struct tree_duration valid, struct span span,
                                          struct tree_requirement *tail);
struct tree_requirement *build_tail_period(struct parse *parse, struct tree_period period);
struct tree_requirement *build_with_tail(struct tree_requirement *requirement, struct tree_requirement *tail,
                                         struct span span);

/* Lists of lines and options: circles. */
struct tree_requirement *build_append_requirement(struct tree_requirement *last, struct tree_requirement *requirement);
struct tree_requirement *build_choice(struct parse *parse, const char *name, struct span name_span,
                                      struct tree_requirement *lines, struct span span);
struct tree_requirement *build_either(struct parse *parse, struct tree_period period, struct tree_requirement *choices,
                                      struct span span, struct span head);
struct tree_item *build_requires(struct parse *parse, struct tree_requirement *requirement, struct span span,
                                 struct span word);

/* Examples of requirements; facts are circles. */
struct tree_fact *build_fact(struct parse *parse, enum tree_fact_kind kind, struct tree_text number,
                             struct tree_text *names, struct tree_date date, struct span span);
struct tree_fact *build_money(struct tree_fact *fact, const char *currency, struct span currency_span,
                              struct tree_text customer);
struct tree_fact *build_undecided(struct tree_fact *fact, struct span span);
struct tree_fact *build_append_fact(struct tree_fact *last, struct tree_fact *fact);
struct tree_item *build_case(struct parse *parse, const char *name, struct span name_span, struct tree_date as_of,
                             struct tree_fact *facts, struct span span, struct span head);
struct tree_item *build_verdict(struct tree_item *item, enum assay_answer expected, struct span span);

#endif
