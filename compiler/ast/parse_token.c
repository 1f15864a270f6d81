/* parse_token.c - the tokens of a file, and where they stand. */
#include "compiler/ast/parse.h"

#include "parser.h"

#include <string.h>

void parse_add(struct parse *parse, struct parse_tokens *tokens, struct token token) {
    if (tokens->count == tokens->capacity) {
        size_t capacity = tokens->capacity ? tokens->capacity * 2 : 64;
        struct token *items = ARENA_ARRAY(parse->arena, capacity, struct token);
        if (tokens->count) memcpy(items, tokens->items, tokens->count * sizeof *items);
        tokens->items = items;
        tokens->capacity = capacity;
    }
    tokens->items[tokens->count++] = token;
}

const struct token *parse_token_at(const struct parse_item *item, size_t at) {
    static const struct token none = {.kind = TK_YYEOF, .text = ""};
    return at < item->count ? &item->tokens[at] : &none;
}

bool parse_declares_field(int kind) {
    return kind == TK_FIELD || kind == TK_AMOUNT || kind == TK_CUSTOMER || kind == TK_MONTH;
}

/* ---- Places ---- */

static const char *parse_at(const struct parse *parse, uint32_t offset) {
    return (const char *)parse->lexer.start + (offset - parse->lexer.base);
}

const char *parse_written(const struct parse *parse, struct span span) {
    return arena_string(parse->arena, parse_at(parse, span.begin), span.end - span.begin);
}

bool parse_first_on_line(const struct parse *parse, struct span span) {
    const char *start = (const char *)parse->lexer.start, *at = parse_at(parse, span.begin);
    while (at > start && (at[-1] == ' ' || at[-1] == '\t'))
        at--;
    return at == start || at[-1] == '\n' || (at - start == 3 && memcmp(start, "\xEF\xBB\xBF", 3) == 0);
}

bool parse_last_on_line(const struct parse *parse, struct span span) {
    const char *end = (const char *)parse->lexer.limit, *at = parse_at(parse, span.end);
    while (at < end && (*at == ' ' || *at == '\t' || *at == '\r'))
        at++;
    return at == end || *at == '\n' || *at == '#';
}

bool parse_line_between(const struct parse *parse, uint32_t begin, uint32_t end) {
    return begin < end && memchr(parse_at(parse, begin), '\n', end - begin);
}

/* ---- Reading ---- */

static bool parse_too_deep(struct parse *parse, const struct token *token, unsigned *depth) {
    if (lexer_role(token->kind) != WORD_INNER) *depth = 0;
    if (token->kind == TK_CLOSE && *depth) --*depth;
    if (token->kind != TK_OPEN || ++*depth != PARSE_DEPTH + 1) return false;
    diagnostic_add(parse->diagnostics, A0203, token->span, "parentheses are nested more than %d deep", PARSE_DEPTH)
        ->hint = "write options, or split the measure";
    return true;
}

void parse_read(struct parse *parse, struct parse_tokens *tokens) {
    unsigned depth = 0;
    struct token token;
    do {
        token = lexer_next(&parse->lexer);
        if (token.kind == TK_NAME) parse_mark(parse, &token);
        if (token.kind == TOKEN_ODD && !parse_odd(parse, tokens, &token)) continue;
        if (parse_too_deep(parse, &token, &depth)) token.kind = TOKEN_WRONG;
        parse_add(parse, tokens, token);
    } while (token.kind != TK_YYEOF);
}

void parse_read_text(struct parse *parse, const char *text, struct span span, struct parse_tokens *tokens) {
    struct lexer lexer = {.arena = parse->arena};
    struct source source = {.bytes = text, .length = (uint32_t)strlen(text)};
    lexer_start(&lexer, &source);
    for (struct token token; (token = lexer_next(&lexer)).kind != TK_YYEOF;) {
        token.span = span;
        parse_add(parse, tokens, token);
    }
}
