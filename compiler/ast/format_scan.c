#include "compiler/ast/format.h"

#include "parser.h"

#include <string.h>

struct scan {
    struct format *format;
    struct arena *arena;
    const struct source *source;
    size_t capacity;
    uint32_t end;                        /* offset behind what was read last */
    struct format_comment *first, *last; /* comments that wait for the token they stand before */
    size_t open[128];                    /* indices of the `(` that are open; the parser allows 100 */
    size_t depth;
    bool list; /* within a list declaration */
};

static unsigned scan_newlines(const struct scan *scan, uint32_t begin) {
    unsigned count = 0;
    for (uint32_t i = scan->end; i < begin; i++)
        count += scan->source->bytes[i - scan->source->base] == '\n';
    return count;
}

static struct format_token *scan_add_token(struct scan *scan) {
    struct format *format = scan->format;
    if (format->count + 1 >= scan->capacity) {
        scan->capacity = scan->capacity ? scan->capacity * 2 : 1024;
        struct format_token *tokens = ARENA_ARRAY(scan->arena, scan->capacity, struct format_token);
        if (format->count) memcpy(tokens, format->tokens, format->count * sizeof *tokens);
        format->tokens = tokens;
    }
    return &format->tokens[format->count++];
}

static struct format_comment scan_comment_bytes(const struct scan *scan, struct span span) {
    struct format_comment comment = {.bytes = scan->source->bytes + (span.begin - scan->source->base),
                                     .length = span.end - span.begin};
    while (strchr(" \t\r", comment.bytes[comment.length - 1]))
        comment.length--;
    return comment;
}

static void scan_comment(struct scan *scan, struct span span) {
    unsigned newlines = scan_newlines(scan, span.begin);
    struct format_comment comment = scan_comment_bytes(scan, span);
    comment.blank = newlines > 1;
    struct format_token *previous = scan->format->count ? &scan->format->tokens[scan->format->count - 1] : NULL;
    /* A comma of a list that is left out may have a comment of its own: one of two comments gets its own line. */
    if (newlines == 0 && previous && !previous->trailing.bytes && !scan->first) {
        previous->trailing = comment;
        return;
    }
    struct format_comment *waiting = ARENA_NEW(scan->arena, struct format_comment);
    *waiting = comment;
    if (scan->last)
        scan->last->next = waiting;
    else
        scan->first = waiting;
    scan->last = waiting;
}

static uint32_t scan_characters(const char *bytes, size_t length) {
    uint32_t count = 0;
    for (size_t i = 0; i < length; i++)
        count += ((unsigned char)bytes[i] & 0xC0) != 0x80;
    return count;
}

static void scan_spell(const struct scan *scan, struct format_token *made, const struct token *token) {
    made->bytes = scan->source->bytes + (token->span.begin - scan->source->base);
    made->length = token->span.end - token->span.begin;
    if (token->kind == TK_NAME) made->bytes = token->text;
    if (token->kind == TK_NAME) made->length = (uint32_t)strlen(made->bytes);
    made->width = scan_characters(made->bytes, made->length);
}

static void scan_match(struct scan *scan, int kind) {
    enum { OPEN_MAX = sizeof scan->open / sizeof *scan->open };
    size_t index = scan->format->count - 1;
    if (kind == TK_OPEN) {
        if (scan->depth < OPEN_MAX) scan->open[scan->depth] = index;
        scan->depth++;
    } else if (kind == TK_CLOSE && scan->depth) {
        scan->depth--;
        if (scan->depth < OPEN_MAX) scan->format->tokens[scan->open[scan->depth]].match = index;
    }
}

static void scan_token(struct scan *scan, const struct token *token) {
    struct format_token *made = scan_add_token(scan);
    made->kind = token->kind;
    made->blank = scan_newlines(scan, token->span.begin) > 1;
    made->before = scan->first;
    scan->first = scan->last = NULL;
    scan_spell(scan, made, token);
    scan_match(scan, token->kind);
    if (token->kind == TK_LIST) scan->list = true;
    if (token->kind == TK_END) scan->list = false;
}

static bool scan_clings(int previous, int kind) {
    return previous == TK_OPEN || kind == TK_CLOSE || kind == TK_COMMA;
}

/* Columns as if all were one line, so that the width of any range is a difference. */
static void scan_measure(struct format *format) {
    for (size_t i = 1; i < format->count; i++) {
        struct format_token *token = &format->tokens[i], *previous = token - 1;
        token->at = previous->at + previous->width + (scan_clings(previous->kind, token->kind) ? 0 : 1);
        token->forced = previous->forced + (token->before || previous->trailing.bytes ? 1 : 0);
    }
}

void format_scan(struct format *format, const struct source *source) {
    struct scan scan = {.format = format, .arena = format->arena, .source = source, .end = source->base};
    struct lexer lexer = {.arena = format->arena, .comments = true};
    lexer_start(&lexer, source);
    struct token token;
    do {
        token = lexer_next(&lexer);
        if (token.kind == TOKEN_COMMENT)
            scan_comment(&scan, token.span);
        else if (!(token.kind == TK_COMMA && scan.list))
            scan_token(&scan, &token);
        scan.end = token.span.end;
    } while (token.kind != TK_YYEOF);
    scan_measure(format);
}
