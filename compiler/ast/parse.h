/* parse.h - the state of reading one file, between lexer, grammar and tree. */
#ifndef ASSAY_PARSE_H
#define ASSAY_PARSE_H

#include "compiler/ast/tree.h"
#include "grammar/lexer.h"

/* An item on its way. */
struct parse_item {
    int kind;              /* of the word that began it */
    struct token declares; /* the name that it declares; text NULL: not seen yet */
};

struct parse {
    struct lexer lexer;
    struct arena *arena;
    struct diagnostics *diagnostics;
    const struct sources *sources;
    struct tree *tree;
    struct tree_item *last; /* the last declaration: a circle, see grammar/parser.y */
    struct token token;     /* handed to the parser last */
    struct token previous;  /* the one before it */
    struct token waiting;   /* pushed back behind an `end` that was missing; kind TOKEN_COMMENT: none */
    struct token block;     /* the word that opened the declaration that is open; kind TOKEN_COMMENT: none */
    struct parse_item item, before;
    bool turned;    /* whether the token handed over last began the item */
    unsigned depth; /* of parentheses */
    uint64_t lost;  /* what the last error swallowed, for the block: see tree_item.lost */
};

/* What the generated parser calls. */
union RULE_YYSTYPE;
int rule_yylex(union RULE_YYSTYPE *value, struct span *span, struct parse *parse);
void rule_yyerror(const struct span *span, struct parse *parse, const char *message);

/* Reports a syntax error at the token handed over last. `expected`: what could stand there. */
void parse_syntax_error(struct parse *parse, struct span span, const char *const *expected, size_t count);

/* What is written instead in a requirement or an example of one, where the mistake is a known one (parse_remedy.c); NULL:
 * it is none of these. */
const char *parse_remedy_requirement(const struct parse *parse, const struct token *previous,
                                     const char *const *expected, size_t count);

/* Reading goes on behind an error. */
void parse_resume(struct parse *parse);

/* Adds a declaration to the tree; NULL: it was lost. */
void parse_declare(struct parse *parse, struct tree_item *item);

#endif
