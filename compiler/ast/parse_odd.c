/* parse_odd.c - what stands in rule files and is no token of the language: comments, quotes and braces of other
 * languages, marks of a merge, files of another kind. */
#include "compiler/ast/parse.h"

#include "parser.h"
#include "runtime/base/utf8.h"

#include <string.h>

/* ---- Comments ---- */

static const unsigned char *odd_line_end(const struct parse *parse, const unsigned char *at) {
    const unsigned char *end = memchr(at, '\n', (size_t)(parse->lexer.limit - at));
    return end ? end : parse->lexer.limit;
}

static const unsigned char *odd_find(const struct parse *parse, const unsigned char *at, const char *what) {
    size_t length = strlen(what);
    for (; at + length <= parse->lexer.limit; at++)
        if (memcmp(at, what, length) == 0) return at + length;
    return parse->lexer.limit;
}

static bool odd_begins(const char *text, const char *with) {
    return strncmp(text, with, strlen(with)) == 0;
}

/* A comment as other languages write it is told, and skipped. */
static bool odd_comment(struct parse *parse, const struct token *token) {
    const char *text = token->text;
    const unsigned char *begin = parse->lexer.start + (token->span.begin - parse->lexer.base);
    const char *closes = odd_begins(text, "/*") ? "*/" : odd_begins(text, "<!--") ? "-->" : NULL;
    bool semicolon =
        text[0] == ';' && parse_first_on_line(parse, token->span) && !parse_last_on_line(parse, token->span);
    if (!closes && !semicolon && !odd_begins(text, "//") && (!odd_begins(text, "--") || odd_begins(text, "-->"))) return false;
    size_t width = closes && closes[0] == '-' ? 4 : semicolon ? 1 : 2;
    struct span span = {token->span.begin, token->span.begin + (uint32_t)width};
    struct diagnostic *item =
        diagnostic_add(parse->diagnostics, A0107, span, "'%.*s' begins no comment here", (int)width, text);
    item->hint = closes ? "a comment begins with `#`, on each of its lines" : "a comment begins with `#`";
    item->suggestion = closes ? NULL : "#";
    parse->lexer.cursor = closes ? odd_find(parse, begin + width, closes) : odd_line_end(parse, begin);
    return true;
}

/* ---- Marks of a merge ---- */

enum { ODD_MERGE = 7 };

/* Of what a merge left the first side is read. */
static bool odd_merge(struct parse *parse, const struct token *token) {
    char mark = token->text[0];
    if (strspn(token->text, (char[]){mark, '\0'}) < ODD_MERGE || !strchr("<=>|", mark)) return false;
    if (!parse_first_on_line(parse, token->span)) return false;
    if (!parse->merge) {
        diagnostic_add(parse->diagnostics, A0207, token->span, "a merge was not finished here")->hint =
            "keep one of the two sides, and take out the lines `<<<<<<<`, `=======` and `>>>>>>>`";
    }
    const unsigned char *at = parse->lexer.cursor;
    if (parse->merge && (mark == '=' || mark == '|')) at = odd_find(parse, at, "\n>>>>>>>");
    parse->merge = mark == '<';
    parse->lexer.cursor = odd_line_end(parse, at);
    return true;
}

/* The lines of three backquotes around a piece of Markdown are told once. */
static bool odd_fence(struct parse *parse, const struct token *token) {
    const unsigned char *begin = parse->lexer.start + (token->span.begin - parse->lexer.base);
    bool fence = parse->lexer.limit - begin >= 3 && memcmp(begin, "```", 3) == 0 && parse_first_on_line(parse, token->span);
    if (!fence) return false;
    parse->lexer.cursor = odd_line_end(parse, begin);
    struct span span = {token->span.begin, parse->lexer.base + (uint32_t)(parse->lexer.cursor - parse->lexer.start)};
    if (!parse->fence)
        diagnostic_add(parse->diagnostics, A0107, span, "a fence of Markdown has no meaning here")->hint =
            "leave this line out, and the one that closes it";
    parse->fence = true;
    return true;
}

/* ---- Quotes ---- */

/* Bytes of the quotation mark of another language at the front; 0: there is none. */
static size_t odd_quote(const unsigned char *at, const unsigned char *limit) {
    static const char *const quotes[] = {"'",
                                         "`",
                                         "\xC2\xB4",
                                         "\xE2\x80\x98",
                                         "\xE2\x80\x99",
                                         "\xE2\x80\x9A",
                                         "\xE2\x80\x9B",
                                         "\xE2\x80\x9C",
                                         "\xE2\x80\x9D",
                                         "\xE2\x80\x9E",
                                         "\xE2\x80\x9F",
                                         "\xC2\xAB",
                                         "\xC2\xBB",
                                         "\xE2\x80\xB9",
                                         "\xE2\x80\xBA",
                                         "\xEF\xBC\x82",
                                         "\xEF\xBC\x87",
                                         "\xE3\x80\x8C",
                                         "\xE3\x80\x8D"};
    for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++) {
        size_t length = strlen(quotes[i]);
        if ((size_t)(limit - at) >= length && memcmp(at, quotes[i], length) == 0) return length;
    }
    return 0;
}

/* A text as the language writes it. */
static const char *odd_in_quotes(struct parse *parse, const char *words) {
    struct text text = {0};
    text_add_quoted(&text, words);
    const char *quoted = arena_string(parse->arena, text.data ? text.data : "", text.length);
    text_free(&text);
    return quoted;
}

static void odd_tell_quotes(struct parse *parse, struct span span, const char *suggestion) {
    struct diagnostic *item = diagnostic_add(parse->diagnostics, A0107, span, "texts stand in straight double quotes");
    item->suggestion = suggestion;
    item->hint = suggestion ? arena_format(parse->arena, "write %s", suggestion) : "write \"...\"";
}

/* An apostrophe within a word makes it longer. */
static bool odd_apostrophe(struct parse *parse, struct parse_tokens *tokens, const struct token *token, size_t width) {
    struct token *word = tokens->count ? &tokens->items[tokens->count - 1] : NULL;
    const unsigned char *next = parse->lexer.start + (token->span.begin - parse->lexer.base) + width;
    bool within = word && word->kind == TK_WORD && word->span.end == token->span.begin && next < parse->lexer.limit &&
                  *next >= 'a' && *next <= 'z';
    if (!within) return false;
    const char *rest = (const char *)next;
    while (next < parse->lexer.limit && *next >= 'a' && *next <= 'z')
        next++;
    parse->lexer.cursor = next;
    word->text = arena_format(parse->arena, "%s'%.*s", word->text, (int)((const char *)next - rest), rest);
    word->span.end = parse->lexer.base + (uint32_t)(next - parse->lexer.start);
    return true;
}

/* A text in other quotes is told, and taken for a text. */
static bool odd_text(struct parse *parse, struct token *token, size_t width) {
    const unsigned char *begin = parse->lexer.start + (token->span.begin - parse->lexer.base);
    const unsigned char *end = odd_line_end(parse, begin), *at = begin + width;
    while (at < end && *at != '"' && !odd_quote(at, end))
        at++;
    if (at == begin + width) return true; /* a fence of code */
    if (at == end && parse_first_on_line(parse, token->span)) {
        diagnostic_add(parse->diagnostics, A0107, token->span, "this quote opens a text that has no end on its line")
            ->hint = "a comment begins with `#`; a text stands in straight double quotes";
        parse->lexer.cursor = end;
        token->kind = TOKEN_WRONG;
        return true;
    }
    if (at == end) {
        odd_tell_quotes(parse, token->span, NULL);
        token->kind = TOKEN_WRONG;
        return true;
    }
    parse->lexer.cursor = at + (*at == '"' ? 1 : odd_quote(at, end));
    token->kind = TK_TEXT;
    token->text = arena_string(parse->arena, (const char *)begin + width, (size_t)(at - begin) - width);
    token->span.end = parse->lexer.base + (uint32_t)(parse->lexer.cursor - parse->lexer.start);
    odd_tell_quotes(parse, token->span, odd_in_quotes(parse, token->text));
    return true;
}

/* Whether a text swallowed what separates it from the next one: `"A, "B"`. */
static bool odd_swallowed(const struct parse *parse, const struct token *token) {
    if (token->kind != TK_TEXT) return false;
    size_t length = strlen(token->text);
    bool comma = length && strchr(", ", token->text[length - 1]);
    return comma && !parse_last_on_line(parse, token->span);
}

/* A text that goes on over lines is skipped: its end is the only quote of a line, or one of an odd number. */
static void odd_skip_text(struct parse *parse) {
    enum { LINES_MOST = 5 };
    const unsigned char *line = odd_line_end(parse, parse->lexer.cursor);
    for (size_t i = 0; i < LINES_MOST && line < parse->lexer.limit; i++) {
        const unsigned char *end = odd_line_end(parse, ++line), *first = memchr(line, '"', (size_t)(end - line));
        size_t quotes = 0;
        for (const unsigned char *at = line; at < end; at++)
            quotes += *at == '"';
        if (quotes % 2 == 0 && quotes) return;
        if (quotes % 2) {
            parse->lexer.cursor = first + 1;
            return;
        }
        line = end;
    }
}

/* A text that does not end on its line. An earlier one of the line may have taken its quote. */
static void odd_open_text(struct parse *parse, struct parse_tokens *tokens, struct token *token) {
    struct token *guilty = token;
    for (size_t i = tokens->count; i-- > 0;) {
        if (parse_line_between(parse, tokens->items[i].span.begin, token->span.begin)) break;
        if (odd_swallowed(parse, &tokens->items[i])) guilty = &tokens->items[i];
    }
    size_t length = strlen(token->text);
    const char *before =
        tokens->count ? (const char *)parse->lexer.start + (token->span.begin - parse->lexer.base) - 1 : "";
    bool opens = guilty == token && length == 1 && *before != ' ' && *before != '\n';
    struct span span = {guilty->span.begin, guilty->span.begin + 1};
    struct diagnostic *item =
        diagnostic_add(parse->diagnostics, A0106, span, "this text has no closing quote on its line");
    if (opens) item->text = "this quote opens a text that has no end on its line";
    item->hint = opens             ? "is the opening quote of the text before it missing?"
                 : guilty != token ? "add the closing quote \" before the comma"
                                   : "add the closing \"; a text stands on one line";
    const struct token *last = tokens->count ? &tokens->items[tokens->count - 1] : token;
    bool triple = strncmp((const char *)parse->lexer.start + (token->span.begin - parse->lexer.base), "\"\"\"", 3) == 0 ||
                  (last->kind == TK_TEXT && !*last->text && last->span.end == token->span.begin);
    if (triple) item->hint = "a comment begins with `#`, on each of its lines; a text stands on one line";
    if (guilty == token && !opens) odd_skip_text(parse);
    for (size_t i = tokens->count; guilty != token && i-- > 0 && &tokens->items[i] >= guilty;)
        tokens->items[i].kind = TOKEN_WRONG;
    token->kind = TOKEN_WRONG;
}

/* ---- Braces ---- */

static bool odd_brace(struct parse *parse, struct token *token) {
    bool opens = token->text[0] == '{';
    bool block =
        opens ? parse_last_on_line(parse, token->span) : parse->brace || parse_first_on_line(parse, token->span);
    if (!block) return true; /* around values */
    if (opens || !parse->brace) {
        struct diagnostic *item =
            diagnostic_add(parse->diagnostics, A0107, token->span, "'%s' has no meaning here", token->text);
        item->hint = opens ? "leave it out: a declaration ends with `end`" : "a declaration ends with `end`";
        if (!opens) item->suggestion = "end";
    }
    parse->brace = parse->brace || opens;
    if (opens) return false;
    token->kind = TK_END;
    token->text = "end";
    return true;
}

bool parse_odd(struct parse *parse, struct parse_tokens *tokens, struct token *token) {
    const char *text = token->text;
    const unsigned char *begin = (const unsigned char *)text;
    size_t quote = odd_quote(begin, begin + strlen(text));
    if (odd_merge(parse, token) || odd_comment(parse, token) || odd_fence(parse, token)) return false;
    if (text[0] == '"')
        odd_open_text(parse, tokens, token);
    else if (quote && odd_apostrophe(parse, tokens, token, quote))
        return false;
    else if (quote)
        return odd_text(parse, token, quote);
    else if (text[0] == '{' || text[0] == '}')
        return odd_brace(parse, token);
    return true;
}

/* ---- Marks that would be names ---- */

void parse_mark(struct parse *parse, struct token *token) {
    static const char *const marks[] = {"\xE2\x80\xA2", "\xE2\x97\xA6", "\xE2\x97\x8F", "\xE2\x96\xAA", "\xC2\xB7",
                                        "\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x82\xAC", "\xC2\xA3",     "\xE2\x89\xA5",
                                        "\xE2\x89\xA4", "\xE2\x89\xA0", "\xE2\x86\x92"};
    const unsigned char *begin = parse->lexer.start + (token->span.begin - parse->lexer.base);
    size_t width = odd_quote(begin, parse->lexer.limit);
    for (size_t i = 0; !width && i < sizeof marks / sizeof *marks; i++)
        if (odd_begins(token->text, marks[i])) width = strlen(marks[i]);
    if (!width) return;
    token->kind = TOKEN_ODD;
    token->text = arena_string(parse->arena, token->text, width);
    token->span.end = token->span.begin + (uint32_t)width;
    parse->lexer.cursor = begin + width;
}

/* ---- Files of another kind ---- */

static const char *odd_kind_of_file(const struct source *source) {
    static const struct {
        const char *begins, *kind;
    } kinds[] = {
        {"PK\x03\x04", "an archive (zip, as xlsx and docx are)"},
        {"%PDF", "a PDF"},
        {"\x1F\x8B", "an archive (gzip)"},
        {"\x28\xB5\x2F\xFD", "an archive (zstd)"},
        {"{\\rtf", "a text of a word processor (RTF)"},
        {"<!DOCTYPE html", "a page of HTML"},
        {"<!doctype html", "a page of HTML"},
        {"<html", "a page of HTML"},
        {"<?xml", "a file of XML"},
        {"---\n", "a file of YAML"},
        {"---\r\n", "a file of YAML"},
        {"{", "a file of JSON"},
        {"[{", "a file of JSON"},
        {"[\n", "a file of JSON"},
    };
    const char *bytes = source->bytes;
    uint32_t left = source->length;
    while (left && strchr(" \t\r\n", *bytes))
        bytes++, left--;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        size_t length = strlen(kinds[i].begins);
        if (left >= length && memcmp(bytes, kinds[i].begins, length) == 0) return kinds[i].kind;
    }
    return NULL;
}

/* Whether some line begins a declaration. */
static bool odd_has_rules(const struct source *source) {
    static const char *const begins[] = {"usage \"", "list ", "specialization \""};
    const char *limit = source->bytes + source->length;
    for (const char *line = source->bytes; line < limit; line++) {
        for (size_t i = 0; i < sizeof begins / sizeof *begins; i++)
            if (strncmp(line, begins[i], strlen(begins[i])) == 0) return true;
        line = memchr(line, '\n', (size_t)(limit - line));
        if (!line) return false;
    }
    return false;
}

/* Whether the first line is a header of a table: words between commas or semicolons, and nothing else. */
static bool odd_is_table(const struct source *source) {
    const char *at = source->bytes, *limit = at + source->length;
    size_t separators = 0, word = strcspn(at, ",; \r\n");
    if (lexer_role(lexer_word_kind(at, word)) != WORD_INNER) return false;
    for (; at < limit && *at != '\n' && *at != '\r'; at++) {
        bool separates = *at == ',' || *at == ';';
        if (separates && (at == source->bytes || strchr(",;", at[-1]))) return false;
        bool letter = (*at >= 'a' && *at <= 'z') || (*at >= 'A' && *at <= 'Z') || (*at >= '0' && *at <= '9');
        if (!separates && !letter && *at != '_') return false;
        separators += separates;
    }
    return separators > 1;
}

/* Whether the first word that is no comment is a key of YAML, and two more lines begin with one. */
static bool odd_is_yaml(const struct source *source) {
    const char *line = source->bytes, *limit = line + source->length;
    size_t keys = 0, lines = 0;
    while (line < limit) {
        const char *end = memchr(line, '\n', (size_t)(limit - line));
        end = end ? end : limit;
        while (line < end && strchr(" -", *line))
            line++;
        size_t word = 0;
        while (line + word < end && ((line[word] >= 'a' && line[word] <= 'z') || line[word] == '_'))
            word++;
        lines += line < end && *line != '\r' && *line != '#';
        keys += word && line + word < end && line[word] == ':';
        line = end + 1;
    }
    return keys > 2 && keys == lines;
}

bool parse_is_foreign(struct parse *parse, const struct source *source) {
    struct span span = {source->base, source->base + (source->length < 2 ? source->length : 2)};
    bool utf16 =
        source->length >= 2 && (memcmp(source->bytes, "\xFF\xFE", 2) == 0 || memcmp(source->bytes, "\xFE\xFF", 2) == 0);
    const char *kind = utf16 ? NULL : odd_kind_of_file(source);
    if (kind && strstr(kind, "YAML") && odd_has_rules(source)) kind = NULL; /* a fence before rules */
    if (!utf16 && !kind && odd_is_table(source)) kind = "a table (CSV)";
    if (!utf16 && !kind && odd_is_yaml(source)) kind = "a file of YAML";
    if (utf16)
        diagnostic_add(parse->diagnostics, A0101, span, "this file is UTF-16, not UTF-8")->note =
            "save the file as UTF-8";
    if (kind)
        diagnostic_add(parse->diagnostics, A0208, span, "this is %s, not a rule file", kind)->hint =
            "write a rule file by hand; give the folder of rule files only";
    return utf16 || kind;
}
