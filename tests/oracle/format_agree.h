/* format_agree.h - what must hold of a file and of what the formatter makes of it, told from the tokens alone. */
#ifndef ASSAY_FORMAT_AGREE_H
#define ASSAY_FORMAT_AGREE_H

#include "compiler/ast/tree.h"
#include "compiler/passes.h"
#include "grammar/lexer.h"
#include "parser.h"

#include <stdbool.h>
#include <string.h>

/* A walk over the tokens and comments of a file, without the commas of lists. */
struct format_walk {
    struct lexer lexer;
    const struct source *source;
    const char *bytes; /* of what was read last; names folded, comments without white space at the end */
    size_t length;
    int kind;
    bool own_line; /* a comment on a line of its own */
    bool list;
    uint32_t end;
};

static inline void format_walk_start(struct format_walk *walk, struct arena *arena, const struct source *source) {
    *walk = (struct format_walk){.lexer = {.arena = arena, .comments = true}, .source = source, .kind = TOKEN_COMMENT};
    lexer_start(&walk->lexer, source);
    walk->end = source->base;
    walk->own_line = true;
}

static inline void format_walk_next(struct format_walk *walk) {
    struct token token;
    bool line = false, after_comment = walk->kind == TOKEN_COMMENT;
    do {
        token = lexer_next(&walk->lexer);
        const char *gap = walk->source->bytes + (walk->end - walk->source->base);
        line = memchr(gap, '\n', token.span.begin - walk->end) != NULL;
        walk->end = token.span.end;
    } while (token.kind == TK_COMMA && walk->list);
    walk->kind = token.kind;
    walk->bytes = walk->source->bytes + (token.span.begin - walk->source->base);
    walk->length = token.span.end - token.span.begin;
    if (token.kind == TK_NAME) walk->bytes = token.text;
    if (token.kind == TK_NAME) walk->length = strlen(token.text);
    if (token.kind == TK_LIST || token.kind == TK_END) walk->list = token.kind == TK_LIST;
    if (token.kind != TOKEN_COMMENT) return;
    while (strchr(" \t\r", walk->bytes[walk->length - 1]))
        walk->length--;
    walk->own_line = line || after_comment;
}

static inline bool format_walk_same(const struct format_walk *a, const struct format_walk *b) {
    if (a->kind != b->kind || a->length != b->length || memcmp(a->bytes, b->bytes, a->length) != 0) return false;
    return a->kind != TOKEN_COMMENT || a->own_line == b->own_line;
}

/* The same tokens and comments, each comment behind the same token or on a line of its own. */
static inline bool format_same_tokens(const struct source *a, const struct source *b) {
    struct arena arena = {0};
    struct format_walk left, right;
    format_walk_start(&left, &arena, a);
    format_walk_start(&right, &arena, b);
    bool same = true;
    do {
        format_walk_next(&left);
        format_walk_next(&right);
        same = format_walk_same(&left, &right);
    } while (same && left.kind != TK_YYEOF);
    arena_free(&arena);
    return same;
}

/* NULL, or what a laid out file may not have. */
static inline const char *format_blemish(const struct text *text) {
    if (text->length == 0) return NULL;
    if (text->data[text->length - 1] != '\n') return "the last line is not ended";
    if (text->data[0] == '\n') return "the file begins with a blank line";
    if (text->length > 1 && text->data[text->length - 2] == '\n') return "the file ends with a blank line";
    if (strstr(text->data, "\n\n\n")) return "two blank lines";
    if (strstr(text->data, "\n\nend\n")) return "a blank line before `end`";
    if (strstr(text->data, " \n")) return "white space at the end of a line";
    if (strstr(text->data, "\r\n")) return "a line ends in CRLF";
    if (strncmp(text->data, "\xEF\xBB\xBF", 3) == 0) return "a byte order mark";
    return NULL;
}

static inline struct source *format_only_source(struct sources *sources, const char *bytes, size_t length) {
    struct source *source = source_add(sources, "test.assay", bytes, length);
    source->base = 1;
    return source;
}

/* NULL when the formatter does with these bytes what it must; else what is wrong. `*parsed`: they have no errors, so
 * that anything was tried. */
static inline const char *format_agree(const char *bytes, size_t length, bool *parsed) {
    struct arena arena = {0};
    struct sources first = {.arena = &arena}, second = {.arena = &arena};
    struct diagnostics diagnostics = {.arena = &arena};
    struct tree tree = {0};
    struct text once = {0}, twice = {0};
    const char *wrong = NULL;
    struct source *source = format_only_source(&first, bytes, length);
    parse_files(&first, &diagnostics, &tree);
    *parsed = diagnostics.errors == 0;
    if (*parsed) {
        format_source(source, &once);
        struct source *formatted = format_only_source(&second, once.data ? once.data : "", once.length);
        format_source(formatted, &twice);
        parse_files(&second, &diagnostics, &tree);
        if (diagnostics.errors)
            wrong = "what was laid out has errors";
        else if (!format_same_tokens(source, formatted))
            wrong = "a token or a comment was lost, changed or moved";
        else if (once.length != twice.length || (once.length && memcmp(once.data, twice.data, once.length) != 0))
            wrong = "laid out twice is not laid out once";
        else
            wrong = format_blemish(&once);
    }
    text_free(&once);
    text_free(&twice);
    arena_free(&arena);
    return wrong;
}

#endif
