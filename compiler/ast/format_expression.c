#include "compiler/ast/format.h"

#include "parser.h"

/* ---- Words with a value list ---- */

/* The words behind which a list begins. */
static bool list_follows(const struct format_token *token) {
    switch (token->kind) {
    case TK_OF:
    case TK_EXCEPT:
    case TK_COLUMN:
    case TK_ALIAS:
    case TK_SPELLING:
    case TK_FORMERLY:
    case TK_IN:
    case TK_COUNT:
    case TK_PER:
    case TK_LEAST:
    case TK_TITLED:
    case TK_WORKLOAD:
        return true;
    case TK_UNDER:
        return token[1].kind != TK_EITHER;
    case TK_NAME:
        return token[-1].kind == TK_PREFERRING;
    default:
        return false;
    }
}

void format_list(struct format *format, size_t from, size_t to, size_t indent) {
    size_t list = to;
    while (list > from && !list_follows(&format->tokens[list - 1]))
        list--;
    if (list == from) list = to;
    format_flat(format, from, list);
    if (format_fits(format, list, to)) {
        format_flat(format, list, to);
        return;
    }
    if (format->tokens[list - 1].forced > format->tokens[from].forced)
        indent += FORMAT_STEP; /* the words have two lines */
    for (size_t i = list, next; i < to; i = next) {
        next = i + 1 < to && format->tokens[i + 1].kind == TK_COMMA ? i + 2 : i + 1;
        format_line(format, indent + FORMAT_STEP);
        format_flat(format, i, next);
    }
}

/* ---- Conditions ---- */

/* The next word of the kinds given that stands in no parentheses, behind `from`; `to` when there is none. */
static size_t expression_find(const struct format *format, size_t from, size_t to, int kind, int other) {
    const struct format_token *tokens = format->tokens;
    for (size_t i = from; i < to; i++) {
        if (i > from && (tokens[i].kind == kind || tokens[i].kind == other)) return i;
        if (tokens[i].kind == TK_OPEN && tokens[i].match > i) i = tokens[i].match;
    }
    return to;
}

/* A condition or parentheses, with the word that joins it to what stands before. */
static void expression_atom(struct format *format, size_t from, size_t to, size_t indent) {
    int first = format->tokens[from].kind;
    size_t open = first == TK_AND || first == TK_OR || first == TK_THEN ? from + 1 : from;
    if (format->tokens[open].kind != TK_OPEN || format_fits(format, from, to)) {
        format_list(format, from, to, indent);
        return;
    }
    format_flat(format, from, open + 1);
    format_expression(format, open + 1, to - 1, indent + FORMAT_STEP);
    if (format_must_begin_line(format, to - 1)) format_line(format, indent);
    format_flat(format, to - 1, to);
}

/* Conditions joined by `then`. */
static void expression_pair(struct format *format, size_t from, size_t to, size_t indent) {
    if (format_fits(format, from, to)) {
        format_flat(format, from, to);
        return;
    }
    for (size_t i = from, next; i < to; i = next) {
        next = expression_find(format, i, to, TK_THEN, TK_THEN);
        if (i > from) format_line(format, indent + FORMAT_STEP);
        expression_atom(format, i, next, i > from ? indent + FORMAT_STEP : indent);
    }
}

void format_expression(struct format *format, size_t from, size_t to, size_t indent) {
    for (size_t i = from, next; i < to; i = next) {
        next = expression_find(format, i, to, TK_AND, TK_OR);
        if (i > from || format_must_begin_line(format, i))
            format_line(format, indent);
        else
            format->indent = indent;
        expression_pair(format, i, next, indent);
    }
}
