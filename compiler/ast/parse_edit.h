/* parse_edit.h - what the kinds of edits share: parse_edit.c (words), parse_edit_value.c (names, texts, numbers, dates),
 * parse_edit_order.c (phrases), parse_edit_repair.c (the fewest steps). */
#ifndef ASSAY_PARSE_EDIT_H
#define ASSAY_PARSE_EDIT_H

#include "compiler/ast/parse.h"

struct edit_search {
    struct parse *parse;
    const struct parse_item *item;
    const struct parse_failure *failure;
    struct parse_edit *edit;
    bool partial; /* whether it does when the grammar takes more of the item than before */
    bool of_two;  /* whether it is one of two edits */
    bool several; /* whether there is more than one edit, and nobody can tell which was meant */
};

/* Whether the grammar takes the item, and nothing is wrong in it, with tokens [from, to) replaced. */
bool edit_try(struct edit_search *search, size_t from, size_t to, const char *text);

/* Whether a word says that something is not so: no edit takes it away, or brings it. */
bool edit_negates(const struct token *token);

/* Whether a word stands where an example says what follows: whoever leaves it out, or guesses, may turn the answer round. */
bool edit_of_answer(const struct edit_search *search);

/* Whether a word says that each of several is meant, or how near something is: it is not left out to make a sentence. */
bool edit_of_each(const struct token *token);

/* What is said of the edit; NULL: what was expected, and found. Returns true. */
bool edit_say(struct edit_search *search, const char *message, const char *hint);

/* A token of the item, and what is written in some. */
const struct token *edit_token(const struct edit_search *search, size_t at);
const char *edit_written(const struct edit_search *search, size_t from, size_t to);

/* Kinds of edits by number, one after the other; those of phrases are not among them. */
size_t edit_kind_count(void);
bool edit_kind(struct edit_search *search, size_t kind);

/* Kinds of edits: each tries those of its kind; true when the grammar takes one. */
bool edit_or_more(struct edit_search *search);
bool edit_numbered(struct edit_search *search);
bool edit_values(struct edit_search *search);
bool edit_parentheses(struct edit_search *search);
bool edit_doubled(struct edit_search *search);
bool edit_inner_quotes(struct edit_search *search);
bool edit_quote(struct edit_search *search);
bool edit_unquote(struct edit_search *search);
bool edit_capitals(struct edit_search *search);
bool edit_date(struct edit_search *search);
bool edit_odd_number(struct edit_search *search);
bool edit_list_of(struct edit_search *search);
bool edit_number(struct edit_search *search);
bool edit_order(struct edit_search *search);
bool edit_two(struct edit_search *search);
bool edit_repair(struct edit_search *search);
bool edit_leave_run(struct edit_search *search);

/* What can be said instead of a word that says more than the language can; NULL: it is none. */
const char *parse_doubt(const struct parse_item *item, const struct parse_failure *failure);

/* The rows of parse_instead.def: what is written instead of `found`; NULL behind the last one. */
const char *edit_instead(size_t index, const char **found);

#endif
