/* lexer.h - bytes of a rule file to tokens. */
#ifndef ASSAY_LEXER_H
#define ASSAY_LEXER_H

#include "compiler/base/diagnostic.h"

struct lexer {
    struct arena *arena;
    struct diagnostics *diagnostics; /* NULL: keep silent (the formatter) */
    uint32_t base;                   /* offset of the first byte */
    const unsigned char *start, *cursor, *marker, *context, *limit;
    bool comments;               /* hand comments over as TOKEN_COMMENT */
    size_t returns, last_return; /* lone carriage returns so far; the message about the last one that is shown */
};

/* Kinds beyond those of the grammar. */
enum {
    TOKEN_COMMENT = -1,
    TOKEN_ODD = -2,  /* no token of the language: signs, numbers and dates of another form, texts that do not end */
    TOKEN_WRONG = -3 /* likewise, and reported already */
};

struct token {
    int kind; /* enum of the grammar (TK_...), or one of the above */
    struct span span;
    const char *text; /* texts: undone; names: blanks folded; words and what is odd: as written; numbers: without their
                         separators */
    uint64_t date;    /* YYYYMMDD; of a month: YYYYMM; of what was lost: the bits of tree_item.lost */
};

void lexer_start(struct lexer *lexer, const struct source *source);
struct token lexer_next(struct lexer *lexer);

/* The kind of token that a word is: a keyword, or TK_WORD. */
int lexer_word_kind(const char *word, size_t length);

/* What a word begins: nothing, an item of a declaration (`end` counts as one), or a declaration. */
enum word_role { WORD_INNER, WORD_ITEM, WORD_BLOCK };

/* The role of a kind of token. `usage`, `amount`, `customer` and `month` also stand within items. */
enum word_role lexer_role(int kind);

/* Whether a word goes on with an item, though it begins one elsewhere: behind `requires` and behind a number. */
bool lexer_goes_on(int previous, int kind);

struct keyword {
    int kind;
    const char *spelling;
    enum word_role role;
};

/* A keyword, for suggestions; NULL behind the last one. */
const struct keyword *lexer_keyword(size_t index);

#endif
