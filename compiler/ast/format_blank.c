#include "compiler/ast/format.h"

#include "parser.h"

/* `opener`: the word of the declaration that is open, or TK_YYEOF. */
static enum format_start blank_find_start(const struct format *format, size_t i, int opener) {
    int kind = format->tokens[i].kind, previous = i ? format->tokens[i - 1].kind : TK_YYEOF;
    bool year = previous == TK_NUMBER && i > 1 && format->tokens[i - 2].kind == TK_COMMA; /* it ends a citation */
    if (kind == TK_YYEOF) return FORMAT_FILE_END;
    if (kind == TK_END) return FORMAT_END;
    if (opener == TK_YYEOF) return FORMAT_DECLARATION;
    if (opener == TK_LIST) return kind == TK_TEXT ? FORMAT_ITEM : FORMAT_INNER;
    if (kind == TK_OPTION) return FORMAT_OPTION;
    return lexer_role(kind) == WORD_ITEM && (year || !lexer_goes_on(previous, kind)) ? FORMAT_ITEM : FORMAT_INNER;
}

/* The flag of the first line of what is printed at a token: of its first comment, or its own. */
static bool *blank_first(struct format_token *token) {
    return token->before ? &token->before->blank : &token->blank;
}

static void blank_settle(struct format *format, size_t i) {
    struct format_token *token = &format->tokens[i];
    bool *first = blank_first(token);
    if (token->start == FORMAT_INNER) {
        token->blank = false;
        for (struct format_comment *comment = token->before; comment; comment = comment->next)
            comment->blank = false;
    }
    if (token->start == FORMAT_END) token->blank = false;
    if (token->start == FORMAT_DECLARATION || token->start == FORMAT_FILE_END) *first = i > 0;
    if (token->start == FORMAT_OPTION && token[-1].kind == TK_EITHER) *first = false;
}

void format_settle_blanks(struct format *format) {
    int opener = TK_YYEOF;
    bool head = false; /* the first line of a declaration is all there was so far */
    for (size_t i = 0; i < format->count; i++) {
        struct format_token *token = &format->tokens[i];
        token->start = blank_find_start(format, i, opener);
        blank_settle(format, i);
        if (head && token->start != FORMAT_INNER) {
            *blank_first(token) = false;
            head = false;
        }
        if (token->start == FORMAT_DECLARATION) {
            opener = token->kind;
            head = true;
        }
        if (token->start == FORMAT_END) opener = TK_YYEOF;
    }
}
