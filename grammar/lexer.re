#include "grammar/lexer.h"

#include "compiler/ast/tree.h"
#include "compiler/base/unicode.h"
#include "parser.h"
#include "runtime/base/calendar.h"
#include "runtime/base/utf8.h"

#include <string.h>

/*!re2c
    re2c:define:YYCTYPE = "unsigned char";
    re2c:define:YYCURSOR = lexer->cursor;
    re2c:define:YYMARKER = lexer->marker;
    re2c:define:YYCTXMARKER = lexer->context;
    re2c:define:YYLIMIT = lexer->limit;
    re2c:yyfill:enable = 0;
    re2c:eof = 0;

    end         = "\r"? "\n";
    return      = "\r";
    blank       = [ \t] | end;
    nul         = "\x00";
    control     = [\x01-\x08\x0b\x0c\x0e-\x1f\x7f] | [\u0080-\u0084\u0086-\u009f];
    wide_blank  = [\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u2800\u3000];
    direction   = [\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069];
    joiner      = [\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d]
                | [\u2060-\u2065\u206a-\u206f\u3164\ufeff];
    selector    = [\ufe00-\ufe0f\U000e0000-\U000e0fff];
    format      = [\uffa0\ufff0-\ufffb\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a];
    private     = [\ue000-\uf8ff\U000f0000-\U0010ffff];
    lost        = [\ufffc-\uffff\ufdd0-\ufdef\U0001fffe\U0001ffff\U0002fffe\U0002ffff\U0003fffe\U0003ffff]
                | [\U0004fffe\U0004ffff\U0005fffe\U0005ffff\U0006fffe\U0006ffff\U0007fffe\U0007ffff\U0008fffe\U0008ffff]
                | [\U0009fffe\U0009ffff\U000afffe\U000affff\U000bfffe\U000bffff\U000cfffe\U000cffff\U000dfffe\U000dffff]
                | [\U000efffe\U000effff];
    unseen      = direction | joiner | selector | format | private | lost;
    wide_mark   = [\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\ufe50-\ufe6f\u060c]
                | [\u3001\u3002\u3008-\u3011\u3014-\u301f];
    beyond      = [\u00a1-\U0010ffff] \ wide_blank \ wide_mark \ unseen \ [\u2018-\u201f\ud800-\udfff];
    letter      = [a-zA-Z_-] | beyond | unseen;
    digit       = [0-9];
    capital     = ([A-Z] | beyond) (letter | digit)*;
    gap         = blank | return | wide_blank;
    name        = capital (gap (gap | unseen)* (capital | digit+))*;
    word        = [a-z] (letter | digit)*;
    address     = "http" "s"? "://" ([^ \t\r\n"\x00-\x1f\x7f-\U0010ffff])*;
    date        = digit{4} "-" digit{2} "-" digit{2};
    month       = digit{4} "-" digit{2};
    number      = "-"? (digit+ | digit{1,3} ("," digit{3})+) ("." digit{1,2})?;
    any         = [\x01-\x7f] | [\u0080-\U0010ffff];
    sign        = [-<>=!:|&*/+~];
    between     = (blank | "#" (any \ [\n])* "\n")+;
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
    switch (kind) {
    case TK_AMOUNT:
    case TK_KNOWLEDGE:
    case TK_PERFORMANCE:
        return previous == TK_REQUIRES;
    case TK_CUSTOMER:
        return previous == TK_REQUIRES || previous == TK_NUMBER;
    case TK_MONTH:
        return previous == TK_REQUIRES || previous == TK_NUMBER || previous == TK_EVERY;
    case TK_AREA:
        return previous == TK_UNDER || previous == TK_COMMA;
    default:
        return false;
    }
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

/* The character that the lexer has just read. */
static uint32_t lexer_point(const struct lexer *lexer, const unsigned char *at) {
    return utf8_point((const char *)at, (size_t)(lexer->cursor - at));
}

/* "U+00A0 no-break space (bytes C2 A0)" */
static const char *lexer_name_character(struct lexer *lexer, const unsigned char *at) {
    struct text text = {0};
    size_t length = (size_t)(lexer->cursor - at);
    uint32_t point = lexer_point(lexer, at);
    const char *known = unicode_name(point);
    text_addf(&text, "U+%04X%s%s (%s", point, known ? " " : "", known ? known : "", length == 1 ? "byte" : "bytes");
    for (size_t i = 0; i < length; i++) text_addf(&text, " %02X", at[i]);
    text_add_char(&text, ')');
    const char *name = arena_string(lexer->arena, text.data ? text.data : "", text.length);
    text_free(&text);
    return name;
}

/* Bytes that are no character. A run of them is one message. */
static void lexer_refuse_bytes(struct lexer *lexer, const unsigned char *at) {
    struct span first = lexer_span(lexer, at);
    while (lexer->cursor < lexer->limit && *lexer->cursor >= 0x80 && *lexer->cursor < 0xC2) lexer->cursor++;
    if (!lexer->diagnostics) return;
    diagnostic_add(lexer->diagnostics, A0101, first, "the byte %02X is not UTF-8 here", at[0])->note =
        "save the file as UTF-8";
}

/* What is said of characters that may stand nowhere in a rule file. */
static const struct {
    enum message_code code;
    const char *what, *hint, *suggestion;
} lexer_refused[] = {
    {A0102, "is a NUL", "remove it", ""},
    {A0103, "is a control character", "remove it", ""},
    {A0104, "looks like a blank and is none", "replace it by an ordinary blank", " "},
    {A0105, "changes the direction of text", "remove it", ""},
    {A0111, "cannot be seen", "remove it", ""},
    {A0112, "stands for no character in particular", "write the character that was meant", NULL},
};

static void lexer_refuse(struct lexer *lexer, enum message_code code, const unsigned char *at) {
    if (!lexer->diagnostics) return;
    size_t i = 0;
    while (lexer_refused[i].code != code)
        i++;
    struct diagnostic *item = diagnostic_add(lexer->diagnostics, code, lexer_span(lexer, at), "%s %s",
                                             lexer_name_character(lexer, at), lexer_refused[i].what);
    item->hint = lexer_refused[i].hint;
    item->suggestion = lexer_refused[i].suggestion;
}

static bool lexer_is_digit(unsigned char byte) {
    return byte >= '0' && byte <= '9';
}

/* White space that is not ASCII, between words: within a number it divides thousands. */
static void lexer_refuse_wide(struct lexer *lexer, const unsigned char *at) {
    lexer_refuse(lexer, A0104, at);
    const unsigned char *next = lexer->cursor;
    bool number = at > lexer->start && lexer_is_digit(at[-1]) && next + 3 <= lexer->limit && lexer_is_digit(next[0]) &&
                  lexer_is_digit(next[1]) && lexer_is_digit(next[2]);
    if (!number || !lexer->diagnostics) return;
    struct diagnostic *item = &lexer->diagnostics->items[lexer->diagnostics->count - 1];
    item->hint = "a comma divides thousands: 30,000";
    item->suggestion = ",";
}

static void lexer_refuse_unseen(struct lexer *lexer, const unsigned char *at) {
    enum unicode_sight sight = unicode_sight(lexer_point(lexer, at));
    lexer_refuse(lexer, sight == UNICODE_STEERS ? A0105 : sight == UNICODE_UNSEEN ? A0111 : A0112, at);
}

enum { LEXER_RETURNS_SHOWN = 5 };

/* A carriage return without a line feed: editors begin a line behind it, and nothing else does. */
static void lexer_refuse_return(struct lexer *lexer, const unsigned char *at) {
    if (!lexer->diagnostics) return;
    if (++lexer->returns > LEXER_RETURNS_SHOWN) {
        size_t more = lexer->returns - LEXER_RETURNS_SHOWN;
        lexer->diagnostics->items[lexer->last_return].note =
            arena_format(lexer->arena, "and in %zu more place%s of the file: save it with LF or CRLF line ends", more,
                         more == 1 ? "" : "s");
        return;
    }
    lexer->last_return = lexer->diagnostics->count;
    diagnostic_add(lexer->diagnostics, A0110, lexer_span(lexer, at),
                   "a carriage return (byte 0D) ends no line without a line feed behind it")
        ->hint = "editors show a new line from here: end the line with LF or CRLF";
}

static void lexer_add(struct text *text, const struct lexer *lexer, const unsigned char *at) {
    text_add_bytes(text, (const char *)at, (size_t)(lexer->cursor - at));
}

static void lexer_add_blank(struct text *text) {
    if (text->length && text->data[text->length - 1] != ' ') text_add_char(text, ' ');
}

/* A name or a word, its inner blanks folded. What may not stand in it is reported, and left out. */
static const char *lexer_fold_name(struct lexer *lexer, const unsigned char *begin) {
    const unsigned char *end = lexer->cursor;
    struct text name = {0};
    lexer->cursor = begin;
    while (lexer->cursor < end) {
        const unsigned char *at = lexer->cursor;
        /*!re2c
            blank       { lexer_add_blank(&name); continue; }
            return      { lexer_refuse_return(lexer, at); lexer_add_blank(&name); continue; }
            wide_blank  { lexer_refuse(lexer, A0104, at); lexer_add_blank(&name); continue; }
            unseen      { lexer_refuse_unseen(lexer, at); continue; }
            any         { lexer_add(&name, lexer, at); continue; }
            *           { continue; }
            $           { break; }
        */
    }
    const char *folded = arena_string(lexer->arena, name.data ? name.data : "", name.length);
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
        diagnostic_add(lexer->diagnostics, A0108, token.span, "there is no day %.10s", (const char *)begin)
            ->hint = "a date is written year-month-day: 2023-07-11";
    return token;
}

static struct token lexer_month(struct lexer *lexer, const unsigned char *begin) {
    uint32_t year = lexer_digits(begin, 4), month = lexer_digits(begin + 5, 2);
    struct token token = {TK_YEAR_MONTH, lexer_span(lexer, begin), NULL, year * 100 + month};
    if (!calendar_exists((int)year, (int)month, 1) && lexer->diagnostics)
        diagnostic_add(lexer->diagnostics, A0108, token.span, "there is no month %.7s", (const char *)begin)
            ->hint = "a month is written year-month: 2023-07";
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

/* The body of a text, behind the opening quote. */
static struct token lexer_text(struct lexer *lexer, const unsigned char *begin) {
    struct text text = {0};
    bool open = true;
    while (open) {
        const unsigned char *at = lexer->cursor;
        /*!re2c
            "\"\""      { text_add_char(&text, '"'); continue; }
            "\""        { open = false; continue; }
            end         { lexer->cursor = at; break; }
            $           { break; }
            return      { lexer_refuse_return(lexer, at); text_add_char(&text, ' '); continue; }
            nul         { lexer_refuse(lexer, A0102, at); continue; }
            control     { lexer_refuse(lexer, A0103, at); continue; }
            wide_blank  { lexer_refuse(lexer, A0104, at); text_add_char(&text, ' '); continue; }
            unseen      { lexer_refuse_unseen(lexer, at); continue; }
            any         { lexer_add(&text, lexer, at); continue; }
            *           { lexer_refuse_bytes(lexer, at); continue; }
        */
    }
    struct token token = {TK_TEXT, lexer_span(lexer, begin), NULL, 0};
    token.text = arena_string(lexer->arena, text.data ? text.data : "", text.length);
    text_free(&text);
    if (open) {
        token.kind = TOKEN_ODD;
        token.text = arena_string(lexer->arena, (const char *)begin, (size_t)(lexer->cursor - begin));
    }
    return token;
}

/* A lone carriage return ends it too, so that what editors show as the next line is read as such. */
static struct token lexer_comment(struct lexer *lexer, const unsigned char *begin) {
    for (;;) {
        const unsigned char *at = lexer->cursor;
        /*!re2c
            end         { lexer->cursor = at; break; }
            $           { break; }
            return      { lexer->cursor = at; break; }
            nul         { lexer_refuse(lexer, A0102, at); continue; }
            control     { lexer_refuse(lexer, A0103, at); continue; }
            wide_blank  { lexer_refuse(lexer, A0104, at); continue; }
            unseen      { lexer_refuse_unseen(lexer, at); continue; }
            any         { continue; }
            *           { lexer_refuse_bytes(lexer, at); continue; }
        */
    }
    return (struct token){TOKEN_COMMENT, lexer_span(lexer, begin), NULL, 0};
}

/* The text with the dashes of web pages and word processors made the one of the keyboard; itself: it has none. */
static const char *lexer_dashed(struct lexer *lexer, const char *text, uint32_t *dash) {
    struct text dashed = {0};
    size_t size;
    for (const char *at = text; *at; at += size) {
        uint32_t point = unicode_next(at, &size);
        const char *looks = unicode_alike(point);
        bool is_dash = looks && strcmp(looks, "-") == 0;
        if (is_dash) *dash = point;
        text_add_bytes(&dashed, is_dash ? looks : at, is_dash ? 1 : size);
    }
    const char *made = *dash ? arena_string(lexer->arena, dashed.data ? dashed.data : "", dashed.length) : text;
    text_free(&dashed);
    return made;
}

/* The token that a text is as a whole, silently; TOKEN_WRONG: none. */
static struct token lexer_again(const struct lexer *lexer, const char *text) {
    struct lexer again = {.arena = lexer->arena, .cursor = (const unsigned char *)text};
    again.start = again.cursor;
    again.limit = again.start + strlen(text);
    struct token token = lexer_next(&again);
    if (again.cursor != again.limit || token.kind == TOKEN_ODD) token.kind = TOKEN_WRONG;
    return token;
}

static void lexer_refuse_dash(struct lexer *lexer, struct span span, const char *written, const char *dashed,
                              uint32_t dash) {
    if (!lexer->diagnostics) return;
    struct text name = {0};
    unicode_add_point(&name, dash);
    struct diagnostic *item = diagnostic_add(lexer->diagnostics, A0108, span, "'%s' has another dash than a date: %s",
                                             written, name.data ? name.data : "");
    item->hint = arena_format(lexer->arena, "write %s", dashed);
    item->suggestion = dashed;
    text_free(&name);
}

/* What begins with a digit, and is no number, date or month as it stands: odd, unless an unseen character or a dash made it
 * so. */
static struct token lexer_wrong_number(struct lexer *lexer, const unsigned char *at) {
    struct token wrong = {TOKEN_ODD, lexer_span(lexer, at), NULL, 0};
    uint32_t dash = 0;
    const char *clean = lexer_fold_name(lexer, at), *dashed = lexer_dashed(lexer, clean, &dash);
    bool unseen = strlen(clean) < wrong.span.end - wrong.span.begin;
    if (unseen || dash) {
        struct token token = lexer_again(lexer, dashed);
        token.span = wrong.span;
        if (dash && token.kind != TOKEN_WRONG) lexer_refuse_dash(lexer, wrong.span, clean, dashed, dash);
        if (unseen || token.kind != TOKEN_WRONG) return token;
    }
    wrong.text = dashed;
    return wrong;
}

static struct token lexer_plain(const struct lexer *lexer, int kind, const unsigned char *begin) {
    return (struct token){kind, lexer_span(lexer, begin), NULL, 0};
}

/* A token whose text is what is written. */
static struct token lexer_slice(const struct lexer *lexer, int kind, const unsigned char *begin) {
    struct token token = lexer_plain(lexer, kind, begin);
    token.text = arena_string(lexer->arena, (const char *)begin, (size_t)(lexer->cursor - begin));
    return token;
}

/* Marks as they are typed beside Chinese, Japanese or Arabic: those that look like a mark of the language are told, and
 * taken for it. */
static struct token lexer_wide_mark(struct lexer *lexer, const unsigned char *at) {
    char looks = unicode_ascii(lexer_point(lexer, at));
    int kind = looks == ',' ? TK_COMMA : looks == '(' ? TK_OPEN : looks == ')' ? TK_CLOSE : TOKEN_ODD;
    struct token token = lexer_slice(lexer, kind, at);
    if (kind == TOKEN_ODD || !lexer->diagnostics) return token;
    const char *mark = arena_format(lexer->arena, "%c", looks);
    struct text name = {0};
    unicode_add_point(&name, lexer_point(lexer, at));
    struct diagnostic *item = diagnostic_add(lexer->diagnostics, A0107, token.span, "'%s' is %s, not `%s`", token.text,
                                             name.data ? name.data : "", mark);
    item->hint = arena_format(lexer->arena, "write %s", mark);
    item->suggestion = mark;
    text_free(&name);
    return token;
}

struct token lexer_next(struct lexer *lexer) {
    for (;;) {
        const unsigned char *at = lexer->cursor;
        struct token token;
        /*!re2c
            blank+      { continue; }
            return      { lexer_refuse_return(lexer, at); continue; }
            $           { return lexer_plain(lexer, TK_YYEOF, at); }
            "#"         { token = lexer_comment(lexer, at); if (!lexer->comments) continue; return token; }
            "\""        { return lexer_text(lexer, at); }
            ","         { return lexer_plain(lexer, TK_COMMA, at); }
            "("         { return lexer_plain(lexer, TK_OPEN, at); }
            ")"         { return lexer_plain(lexer, TK_CLOSE, at); }
            "counts" / between "only"           { return lexer_slice(lexer, TK_COUNTS_ONLY, at); }
            "counts" / between "once"           { return lexer_slice(lexer, TK_COUNTS_ONCE, at); }
            name        {
                token = lexer_plain(lexer, TK_NAME, at);
                token.text = lexer_fold_name(lexer, at);
                return token;
            }
            address     { return lexer_slice(lexer, TOKEN_ODD, at); }
            word        {
                token = lexer_plain(lexer, TK_WORD, at);
                token.text = lexer_fold_name(lexer, at);
                token.kind = lexer_word_kind(token.text, strlen(token.text));
                return token;
            }
            date        { return lexer_date(lexer, at); }
            month       { return lexer_month(lexer, at); }
            number      { return lexer_number(lexer, at); }
            "-"? digit (letter | digit | [.,/:'] unseen* digit)*  { return lexer_wrong_number(lexer, at); }
            sign+       { return lexer_slice(lexer, TOKEN_ODD, at); }
            nul         { lexer_refuse(lexer, A0102, at); continue; }
            control     { lexer_refuse(lexer, A0103, at); continue; }
            wide_blank  { lexer_refuse_wide(lexer, at); continue; }
            unseen      { lexer_refuse_unseen(lexer, at); continue; }
            wide_mark   { return lexer_wide_mark(lexer, at); }
            any         { return lexer_slice(lexer, TOKEN_ODD, at); }
            *           { lexer_refuse_bytes(lexer, at); continue; }
        */
    }
}
