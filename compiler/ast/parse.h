/* parse.h - the state of reading files, between lexer, grammar and tree.
 *
 * A file is read as tokens, which the grammar takes at once. Where it refuses them, they are mended first: each item on
 * its own is tried with one small edit after the other, and what had to be edited is told, once and with the edit. What
 * cannot be mended is told and left out. So the grammar never sees a mistake, and one mistake gives one message. */
#ifndef ASSAY_PARSE_H
#define ASSAY_PARSE_H

#include "compiler/ast/tree.h"
#include "grammar/lexer.h"

enum { PARSE_EXPECTED_MAX = 160, PARSE_DEPTH = 100 };

struct parse_tokens {
    struct token *items;
    size_t count, capacity;
};

struct parse {
    struct lexer lexer;
    struct arena *arena;
    struct diagnostics *diagnostics;
    const struct sources *sources;
    struct tree *tree;
    struct tree_item *last;   /* the last declaration: a circle, see grammar/parser.y */
    const struct token *feed; /* what the grammar takes; the last one is the end of the file */
    size_t fed;
    const char *expected[PARSE_EXPECTED_MAX]; /* what could have stood where the grammar refused a token */
    size_t expected_count;
    bool merge, brace, fence;   /* within a side of an unfinished merge; behind a brace; behind a fence of Markdown */
    struct parse_tokens *names; /* that fields and lists are declared by, in all files; NULL: not gathered yet */
    const char *currency;       /* likewise */
    size_t messages;            /* how many there were before this file */
    size_t phrases;             /* how many items of this file had whole phrases tried */
    size_t repairs;             /* how often an item of this file was tried with one more step */
};

/* ---- What the generated parser calls ---- */

union RULE_YYSTYPE;
int rule_yylex(union RULE_YYSTYPE *value, struct span *span, struct parse *parse);
void rule_yyerror(const struct span *span, struct parse *parse, const char *message);

/* Adds a declaration to the tree. */
void parse_declare(struct parse *parse, struct tree_item *item);

/* ---- Tokens: parse_token.c ---- */

void parse_add(struct parse *parse, struct parse_tokens *tokens, struct token token);

/* All tokens of a file, the end of it last. What is odd is told, and put right where only one thing can have been
 * meant. */
void parse_read(struct parse *parse, struct parse_tokens *tokens);

/* The tokens of a piece of text, without an end; they stand at `span`. */
void parse_read_text(struct parse *parse, const char *text, struct span span, struct parse_tokens *tokens);

/* What is written in a span, as a copy. */
const char *parse_written(const struct parse *parse, struct span span);

/* Whether nothing but white space stands before a token on its line, or behind it. */
bool parse_first_on_line(const struct parse *parse, struct span span);
bool parse_last_on_line(const struct parse *parse, struct span span);

/* Whether a line ends between two places. */
bool parse_line_between(const struct parse *parse, uint32_t begin, uint32_t end);

/* ---- What is odd: parse_odd.c, parse_number.c ---- */

/* Tells of an odd token that was just read behind `tokens`, and puts it right where only one thing can have been meant;
 * false: it is to be skipped. Signs stay odd: what they stand for, the item tells. */
bool parse_odd(struct parse *parse, struct parse_tokens *tokens, struct token *token);

/* A name that begins with a mark, such as a bullet, is cut behind it, and the mark is odd. */
void parse_mark(struct parse *parse, struct token *token);

/* The number or date that one of another form stands for; NULL: that cannot be told. `hint`: what to write. */
const char *parse_odd_number(struct parse *parse, const char *text, bool *date, const char **hint);

/* How a date or month of words is written here, or NULL: "11 July 2023" becomes "2023-07-11". `month`: a month is
 * wanted. */
const char *parse_worded_date(struct parse *parse, const char *text, bool month);

/* Digits with thousands separators: 30,000. */
const char *parse_grouped(struct arena *arena, const char *digits);

/* The digits of a number in words: "thirty thousand", "30 thousand"; NULL: it is none. */
const char *parse_worded_number(struct parse *parse, const char *text);

/* Whether the file is another kind of file altogether, which is told. */
bool parse_is_foreign(struct parse *parse, const struct source *source);

/* ---- Spelling: parse_spell.c ---- */

/* Keywords in capitals or in letters of another script are told and put right. */
void parse_spell(struct parse *parse, struct parse_tokens *tokens);

/* Whether a field or list is declared by that name, in any file; the one that is near; the currency of amounts. */
bool parse_is_name(struct parse *parse, const char *name);
const char *parse_near_name(struct parse *parse, const char *name);
const char *parse_currency(struct parse *parse);

/* ---- Mending: parse_mend.c, parse_edit.c, parse_remedy.c, parse_words.c ---- */

/* Tokens that the grammar takes, in place of those that it does not. */
void parse_mend(struct parse *parse, const struct parse_tokens *tokens, struct parse_tokens *mended);

/* Some tokens within a declaration: `open` is the word that opens it, TK_YYEOF: they are one. */
struct parse_item {
    int open;
    const struct token *tokens;
    size_t count;
};

/* A token of an item; behind the last one, the end of the file. */
const struct token *parse_token_at(const struct parse_item *item, size_t at);

/* Where the grammar refuses an item, and what it expected there. */
struct parse_failure {
    size_t at; /* count: at the end; above: nowhere */
    const char *expected[PARSE_EXPECTED_MAX];
    size_t expected_count;
    size_t messages; /* what is wrong in an item that the grammar takes */
};

/* Tries an item; true when the grammar takes it. */
bool parse_try(const struct parse *parse, const struct parse_item *item, struct parse_failure *failure);

/* Tokens [from, to) are replaced by a text. */
struct parse_edit {
    enum message_code code; /* 0: what the odd token at the place gives, or A0201 */
    size_t from, to;
    const char *text;    /* what is put there; NULL: no edit is known, but what is said of it */
    const char *message; /* NULL: what was expected, and found */
    const char *hint;
    struct span span; /* of the message; {0,0}: that of the edit */
    const char *put;  /* what is put there instead; NULL: the text */
    struct span other;
    const char *other_text;
};

/* The edit that lets the grammar take an item; false: there is none. */
bool parse_find_edit(struct parse *parse, const struct parse_item *item, const struct parse_failure *failure,
                     struct parse_edit *edit);

/* The shortest phrase that is missing at the place, with numbers and texts made up; NULL: there is none. */
const char *parse_missing_phrase(struct parse *parse, const struct parse_item *item,
                                 const struct parse_failure *failure);

/* The tokens of an item after an edit. */
struct parse_item parse_apply(struct parse *parse, const struct parse_item *item, const struct parse_edit *edit);

/* What is written instead, where the mistake is a known one that nobody can mend but its author. */
bool parse_remedy(const struct parse_item *item, const struct parse_failure *failure, struct parse_edit *edit);

/* The same where no edit was found; NULL: nothing is known. */
const char *parse_hint(struct parse *parse, const struct parse_item *item, const struct parse_failure *failure);

/* Whether that speaks of the very word that was found. */
bool parse_is_known(const struct parse_item *item, const struct parse_failure *failure);

/* Of several messages within one of the items the first is kept; and nothing more is said of such an item. */
void parse_keep_first(struct parse *parse, const struct parse_tokens *items);

/* How an item is written: "area \"AREA\""; NULL: there is no such. */
const char *parse_form(int kind);

/* The same by what else the item says: of an audit, of growth. */
const char *parse_form_of(const struct parse_item *item);

bool parse_expects(const struct parse_failure *failure, const char *name);

/* "expected X, found Y" */
const char *parse_refused(struct parse *parse, const struct parse_item *item, const struct parse_failure *failure);
const char *parse_found(struct parse *parse, const struct token *token);

/* Whether a word declares a field, by the name behind it. */
bool parse_declares_field(int kind);

/* The bits of tree_item.lost that stand for an item which begins with a word. */
uint64_t parse_lost_kinds(int item);

/* The keyword that differs from a word in its capitals alone; NULL. */
const struct keyword *parse_keyword(const char *spelling, size_t length);

#endif
