#include "grammar/lexer.h"

#include "compiler/ast/tree.h"
#include "parser.h"
#include "runtime/base/calendar.h"

#include <string.h>

/*!re2c
    re2c:define:YYCTYPE = "unsigned char";
    re2c:define:YYCURSOR = lexer->cursor;
    re2c:define:YYMARKER = lexer->marker;
    re2c:define:YYLIMIT = lexer->limit;
    re2c:yyfill:enable = 0;
    re2c:eof = 0;

    blank       = [ \t\r\n];
    nul         = "\x00";
    control     = [\x01-\x08\x0b\x0c\x0e-\x1f\x7f] | [\u0080-\u0084\u0086-\u009f];
    wide_blank  = [\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000];
    direction   = [\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069];
    beyond      = [\u00a1-\U0010ffff] \ wide_blank \ direction \ [\u2018-\u201f\ufeff\ud800-\udfff];
    letter      = [a-zA-Z_-] | beyond;
    digit       = [0-9];
    capital     = ([A-Z] | beyond) (letter | digit)*;
    name        = capital ((blank | wide_blank)+ (capital | digit+))*;
    word        = [a-z] (letter | digit)*;
    date        = digit{4} "-" digit{2} "-" digit{2};
    month       = digit{4} "-" digit{2};
    number      = "-"? (digit+ | digit{1,3} ("," digit{3})+) ("." digit{1,2})?;
    any         = [\x01-\x7f] | [\u0080-\U0010ffff];
*/

static const struct keyword keywords[] = {
#define KEYWORD(kind, spelling, role) {kind, spelling, role},
#include "grammar/keywords.def"
#undef KEYWORD
};

const struct keyword *lexer_keyword(size_t index) {
    return index < sizeof keywords / sizeof *keywords ? &keywords[index] : NULL;
}

enum word_role lexer_role(int kind) {
    if (kind == TK_COUNTS_ONLY || kind == TK_COUNTS_ONCE) return WORD_ITEM;
    for (size_t i = 0; i < sizeof keywords / sizeof *keywords; i++)
        if (keywords[i].kind == kind) return keywords[i].role;
    return WORD_INNER;
}

bool lexer_goes_on(int previous, int kind) {
    bool word = kind == TK_AMOUNT || kind == TK_CUSTOMER || kind == TK_MONTH;
    return word && (previous == TK_REQUIRES || previous == TK_NUMBER);
}

int lexer_word_kind(const char *word, size_t length) {
    size_t low = 0, high = sizeof keywords / sizeof *keywords;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strncmp(keywords[middle].spelling, word, length);
        if (order == 0 && keywords[middle].spelling[length]) order = 1;
        if (order == 0) return keywords[middle].kind;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return TK_WORD;
}

void lexer_start(struct lexer *lexer, const struct source *source) {
    lexer->base = source->base;
    lexer->start = lexer->cursor = (const unsigned char *)source->bytes;
    lexer->limit = lexer->start + source->length;
    if (source->length >= 3 && memcmp(source->bytes, "\xEF\xBB\xBF", 3) == 0) lexer->cursor += 3;
}

static struct span lexer_span(const struct lexer *lexer, const unsigned char *begin) {
    return (struct span){lexer->base + (uint32_t)(begin - lexer->start),
                         lexer->base + (uint32_t)(lexer->cursor - lexer->start)};
}

/* "U+00A0 (bytes C2 A0)" */
static const char *lexer_name_character(struct lexer *lexer, const unsigned char *at) {
    struct text text = {0};
    size_t length = (size_t)(lexer->cursor - at);
    uint32_t point = length == 1 ? at[0] : at[0] & (0x7Fu >> length);
    for (size_t i = 1; i < length; i++) point = point << 6 | (at[i] & 0x3Fu);
    text_addf(&text, "U+%04X (%s", point, length == 1 ? "byte" : "bytes");
    for (size_t i = 0; i < length; i++) text_addf(&text, " %02X", at[i]);
    text_add_char(&text, ')');
    const char *name = arena_string(lexer->arena, text.data ? text.data : "", text.length);
    text_free(&text);
    return name;
}

/* A character that may stand nowhere in a rule file. */
static void lexer_refuse(struct lexer *lexer, enum message_code code, const unsigned char *at) {
    if (!lexer->diagnostics) return;
    struct diagnostic *item;
    struct span span = lexer_span(lexer, at);
    if (code == A0101) {
        item = diagnostic_add(lexer->diagnostics, code, span, "the byte %02X is not UTF-8 here", at[0]);
        item->note = "save the file as UTF-8";
        return;
    }
    const char *what = code == A0104   ? "looks like a blank and is none"
                       : code == A0105 ? "changes the direction of text"
                       : code == A0102 ? "is a NUL"
                                       : "is a control character";
    item = diagnostic_add(lexer->diagnostics, code, span, "%s %s", lexer_name_character(lexer, at), what);
    item->hint = code == A0104 ? "replace it by an ordinary blank" : "remove it";
    if (code == A0104) item->suggestion = " ";
}

/* Bytes of the white space at the front, 0 when there is none. */
static size_t lexer_white(const unsigned char *at) {
    const unsigned char *cursor = at, *YYMARKER;
    (void)YYMARKER;
    for (;;) {
        /*!local:re2c
            re2c:define:YYCTYPE = "unsigned char";
            re2c:define:YYCURSOR = cursor;
            re2c:define:YYMARKER = YYMARKER;
            re2c:yyfill:enable = 0;
            re2c:eof = -1;
            [ \t\r\n] | [\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000] { return (size_t)(cursor - at); }
            *          { return 0; }
        */
    }
}

/* Skips the rest of a run of bytes that are not UTF-8, so that a run is one message. */
static void lexer_skip_run(struct lexer *lexer) {
    while (lexer->cursor < lexer->limit && *lexer->cursor >= 0x80 && *lexer->cursor < 0xC2) lexer->cursor++;
}

/* Reports a blank that is none, within a name that ends at `end`. */
static void lexer_refuse_within(struct lexer *lexer, const unsigned char *at, const unsigned char *behind) {
    const unsigned char *end = lexer->cursor;
    lexer->cursor = behind;
    lexer_refuse(lexer, A0104, at);
    lexer->cursor = end;
}

/* A name, its inner blanks folded. Blanks that are none are reported, and taken for what they were meant to be. */
static const char *lexer_fold_name(struct lexer *lexer, const unsigned char *begin) {
    struct text name = {0};
    for (const unsigned char *at = begin, *next; at < lexer->cursor; at = next) {
        size_t white = lexer_white(at);
        next = at + (white ? white : 1);
        if (white > 1) lexer_refuse_within(lexer, at, next);
        if (!white)
            text_add_char(&name, (char)*at);
        else if (name.data[name.length - 1] != ' ')
            text_add_char(&name, ' ');
    }
    const char *folded = arena_string(lexer->arena, name.data, name.length);
    text_free(&name);
    return folded;
}

static uint32_t lexer_digits(const unsigned char *at, size_t count) {
    uint32_t value = 0;
    for (size_t i = 0; i < count; i++) value = value * 10 + (uint32_t)(at[i] - '0');
    return value;
}

static struct token lexer_date(struct lexer *lexer, const unsigned char *begin) {
    uint32_t year = lexer_digits(begin, 4), month = lexer_digits(begin + 5, 2), day = lexer_digits(begin + 8, 2);
    struct token token = {TK_DATE, lexer_span(lexer, begin), NULL, year * 10000 + month * 100 + day};
    bool exists = calendar_exists((int)year, (int)month, (int)day);
    if (!exists && lexer->diagnostics)
        diagnostic_add(lexer->diagnostics, A0108, token.span, "there is no day %.10s", (const char *)begin);
    return token;
}

static struct token lexer_month(struct lexer *lexer, const unsigned char *begin) {
    uint32_t year = lexer_digits(begin, 4), month = lexer_digits(begin + 5, 2);
    struct token token = {TK_YEAR_MONTH, lexer_span(lexer, begin), NULL, year * 100 + month};
    if (!calendar_exists((int)year, (int)month, 1) && lexer->diagnostics)
        diagnostic_add(lexer->diagnostics, A0108, token.span, "there is no month %.7s", (const char *)begin);
    return token;
}

static struct token lexer_number(struct lexer *lexer, const unsigned char *begin) {
    struct token token = {TK_NUMBER, lexer_span(lexer, begin), NULL, 0};
    char *digits = arena_alloc(lexer->arena, (size_t)(lexer->cursor - begin) + 1), *end = digits;
    for (const unsigned char *at = begin; at < lexer->cursor; at++)
        if (*at != ',') *end++ = (char)*at;
    token.text = digits;
    return token;
}

static void lexer_add(struct text *text, const struct lexer *lexer, const unsigned char *at) {
    text_add_bytes(text, (const char *)at, (size_t)(lexer->cursor - at));
}

/* The body of a text, behind the opening quote. */
static struct token lexer_text(struct lexer *lexer, const unsigned char *begin) {
    struct text text = {0};
    bool open = true;
    while (open) {
        const unsigned char *at = lexer->cursor;
        /*!re2c
            "\"\""      { text_add_char(&text, '"'); continue; }
            "\""        { open = false; continue; }
            [\r\n]      { lexer->cursor = at; break; }
            $           { break; }
            nul         { lexer_refuse(lexer, A0102, at); continue; }
            control     { lexer_refuse(lexer, A0103, at); continue; }
            wide_blank  { lexer_refuse(lexer, A0104, at); text_add_char(&text, ' '); continue; }
            direction   { lexer_refuse(lexer, A0105, at); continue; }
            any         { lexer_add(&text, lexer, at); continue; }
            *           { lexer_refuse(lexer, A0101, at); lexer_skip_run(lexer); continue; }
        */
    }
    struct token token = {TK_TEXT, lexer_span(lexer, begin), NULL, 0};
    token.text = arena_string(lexer->arena, text.data ? text.data : "", text.length);
    text_free(&text);
    if (open && lexer->diagnostics && !lexer->quiet) {
        struct diagnostic *item =
            diagnostic_add(lexer->diagnostics, A0106, (struct span){token.span.begin, token.span.begin + 1},
                           "this text has no closing quote on its line");
        item->hint = "add the closing \"";
    }
    if (open) token.kind = TOKEN_WRONG;
    return token;
}

static struct token lexer_comment(struct lexer *lexer, const unsigned char *begin) {
    for (;;) {
        const unsigned char *at = lexer->cursor;
        /*!re2c
            "\n"        { lexer->cursor = at; break; }
            $           { break; }
            nul         { lexer_refuse(lexer, A0102, at); continue; }
            control     { lexer_refuse(lexer, A0103, at); continue; }
            wide_blank  { lexer_refuse(lexer, A0104, at); continue; }
            direction   { lexer_refuse(lexer, A0105, at); continue; }
            any         { continue; }
            *           { lexer_refuse(lexer, A0101, at); lexer_skip_run(lexer); continue; }
        */
    }
    return (struct token){TOKEN_COMMENT, lexer_span(lexer, begin), NULL, 0};
}

static const char *lexer_meant(const unsigned char *at) {
    if (at[0] == '=') return "write `is`";
    if (at[0] == '\'' || at[0] == '`' || at[0] == 0xE2 || at[0] == 0xC2) return "texts stand in \"double quotes\"";
    if (at[0] == ';' || at[0] == ':' || at[0] == '{' || at[0] == '}') return "leave it out";
    if (at[0] == '/' || at[0] == '*') return "a comment begins with #";
    return NULL;
}

static struct token lexer_unknown(struct lexer *lexer, const unsigned char *at) {
    struct token token = {TOKEN_WRONG, lexer_span(lexer, at), NULL, 0};
    if (lexer->diagnostics && !lexer->quiet) {
        struct diagnostic *item = diagnostic_add(lexer->diagnostics, A0107, token.span, "'%.*s' has no meaning here",
                                                 (int)(lexer->cursor - at), (const char *)at);
        item->hint = lexer_meant(at);
    }
    return token;
}

static struct token lexer_wrong_number(struct lexer *lexer, const unsigned char *at) {
    struct token token = {TOKEN_WRONG, lexer_span(lexer, at), NULL, 0};
    if (!lexer->diagnostics || lexer->quiet) return token;
    bool date = memchr(at, '-', (size_t)(lexer->cursor - at)) != NULL;
    struct diagnostic *item = diagnostic_add(lexer->diagnostics, date ? A0108 : A0109, token.span, "'%.*s' is not a %s",
                                             (int)(lexer->cursor - at), (const char *)at, date ? "date" : "number");
    item->hint = date ? "a date is written 2023-07-11" : "a number is written 30,000 or 30000";
    return token;
}

static struct token lexer_plain(const struct lexer *lexer, int kind, const unsigned char *begin) {
    return (struct token){kind, lexer_span(lexer, begin), NULL, 0};
}

struct token lexer_next(struct lexer *lexer) {
    for (;;) {
        const unsigned char *at = lexer->cursor;
        struct token token;
        /*!re2c
            blank+      { continue; }
            $           { return lexer_plain(lexer, TK_YYEOF, at); }
            "#"         { token = lexer_comment(lexer, at); if (!lexer->comments) continue; return token; }
            "\""        { return lexer_text(lexer, at); }
            ","         { return lexer_plain(lexer, TK_COMMA, at); }
            "("         { return lexer_plain(lexer, TK_OPEN, at); }
            ")"         { return lexer_plain(lexer, TK_CLOSE, at); }
            "counts" blank+ "only"          { return lexer_plain(lexer, TK_COUNTS_ONLY, at); }
            "counts" blank+ "once"          { return lexer_plain(lexer, TK_COUNTS_ONCE, at); }
            name        {
                token = lexer_plain(lexer, TK_NAME, at);
                token.text = lexer_fold_name(lexer, at);
                return token;
            }
            word        {
                token = lexer_plain(lexer, lexer_word_kind((const char *)at, (size_t)(lexer->cursor - at)), at);
                token.text = arena_string(lexer->arena, (const char *)at, (size_t)(lexer->cursor - at));
                return token;
            }
            date        { return lexer_date(lexer, at); }
            month       { return lexer_month(lexer, at); }
            number      { return lexer_number(lexer, at); }
            digit (letter | digit | [.,/] digit)*  { return lexer_wrong_number(lexer, at); }
            nul         { lexer_refuse(lexer, A0102, at); continue; }
            control     { lexer_refuse(lexer, A0103, at); continue; }
            wide_blank  { lexer_refuse(lexer, A0104, at); continue; }
            direction   { lexer_refuse(lexer, A0105, at); continue; }
            any         { return lexer_unknown(lexer, at); }
            *           { lexer_refuse(lexer, A0101, at); lexer_skip_run(lexer); continue; }
        */
    }
}
