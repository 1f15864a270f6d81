#include "runtime/cli/style.h"

#include "runtime/base/columns.h"
#include "runtime/usage/day.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/ioctl.h>
#include <unistd.h>

/* The locale's variables are read and nothing else of it: reports do not depend on it otherwise. */
static bool style_is_utf8(void) {
    static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *locale = getenv(names[i]), *codes = locale ? strchr(locale, '.') : NULL;
        if (locale && *locale)
            return codes && (strncasecmp(codes, ".utf-8", 6) == 0 || strncasecmp(codes, ".utf8", 5) == 0);
    }
    return false;
}

static size_t style_width(void) {
    const char *columns = getenv("COLUMNS");
    struct winsize size = {0};
    unsigned long width = columns ? strtoul(columns, NULL, 10) : 0;
    if (!width && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) width = size.ws_col;
    return !width ? STYLE_WIDTH : width < STYLE_LEAST ? STYLE_LEAST - 1 : width > 160 ? 159 : width - 1;
}

struct style style_of_stdout(struct text *out) {
    const char *forbidden = getenv("NO_COLOR"), *terminal = getenv("TERM");
    bool dumb = terminal && strcmp(terminal, "dumb") == 0;
    bool colour = isatty(STDOUT_FILENO) && !(forbidden && *forbidden) && terminal && !dumb;
    return (struct style){out, colour, style_is_utf8() && !dumb, style_width()};
}

struct style style_of_file(struct text *out) {
    return (struct style){.out = out, .width = STYLE_WIDTH};
}

static void style_begin(struct style *style, enum style_tone tone) {
    static const char *const codes[] = {"", "\033[1m", "\033[2m", "\033[32m", "\033[31m", "\033[33m"};
    if (style->colour) text_add(style->out, codes[tone]);
}

static void style_end(struct style *style, enum style_tone tone) {
    if (style->colour && tone != STYLE_PLAIN) text_add(style->out, "\033[0m");
}

void style_add(struct style *style, enum style_tone tone, const char *text) {
    style_begin(style, tone);
    text_add(style->out, text);
    style_end(style, tone);
}

size_t style_columns(const char *text) {
    return columns_of(text, strlen(text));
}

void style_left(struct text *out, const char *text, size_t columns) {
    size_t taken = style_columns(text);
    text_add(out, text);
    if (taken < columns) text_add_repeat(out, ' ', columns - taken);
}

void style_right(struct text *out, const char *text, size_t columns) {
    size_t taken = style_columns(text);
    if (taken < columns) text_add_repeat(out, ' ', columns - taken);
    text_add(out, text);
}

/* An address that is broken cannot be followed. */
static bool style_is_address(const char *word, size_t length) {
    return length > 8 && (memcmp(word, "https://", 8) == 0 || memcmp(word, "http://", 7) == 0);
}

/* Adds a word that may be wider than what is left of the line; returns the column behind it. */
static size_t style_word(struct style *style, const char *word, size_t length, size_t indent, size_t column) {
    struct text *out = style->out;
    bool whole = style_is_address(word, length);
    for (size_t i = 0, size; i < length; i += size) {
        size_t columns;
        size = columns_character(word + i, length - i, &columns);
        if (!whole && column + columns > style->width && column > indent) {
            text_add_char(out, '\n');
            text_add_repeat(out, ' ', indent);
            column = indent;
        }
        text_add_bytes(out, word + i, size);
        column += columns;
    }
    return column;
}

void style_words(struct style *style, const char *words, size_t indent, size_t column) {
    struct text *out = style->out;
    size_t blanks = 0;
    while (*words) {
        size_t length = strcspn(words, " "), columns = columns_of(words, length);
        if (blanks && column + blanks + columns > style->width) {
            text_add_char(out, '\n');
            text_add_repeat(out, ' ', indent);
            column = indent;
        } else {
            text_add_repeat(out, ' ', blanks);
            column += blanks;
        }
        column = style_word(style, words, length, indent, column);
        words += length;
        blanks = strspn(words, " ");
        words += blanks;
    }
    text_add_char(out, '\n');
}

void style_words_of(struct style *style, const struct text *words, size_t indent, size_t column) {
    if (words->failed)
        style->out->failed = true;
    else
        style_words(style, words->length ? words->data : "", indent, column);
}

void style_wrap(struct text *out, const char *words, size_t indent, size_t column) {
    struct style plain = {.out = out, .width = STYLE_WIDTH};
    style_words(&plain, words, indent, column);
}

void style_title(struct style *style, const char *name, const char *rest) {
    bool room = style_columns(name) + style_columns(rest) <= style->width;
    style_begin(style, STYLE_BOLD);
    if (room)
        text_add(style->out, name);
    else
        style_words(style, name, 2, 0);
    style_end(style, STYLE_BOLD);
    if (room) text_addf(style->out, "%s\n", rest);
    if (room || !*rest) return;
    text_add(style->out, "  ");
    style_words(style, rest + strspn(rest, ", "), 4, 2);
}

void style_heading(struct style *style, const char *heading) {
    text_add_char(style->out, '\n');
    style_add(style, STYLE_BOLD, heading);
    text_add_char(style->out, '\n');
}

void style_grouped(struct text *out, const char *exact) {
    size_t digits = strcspn(exact, "."), sign = *exact == '-';
    for (size_t i = 0; i < digits; i++) {
        if (i > sign && (digits - i) % 3 == 0) text_add_char(out, ',');
        text_add_char(out, exact[i]);
    }
    text_add(out, exact + digits);
}

static void style_number(struct text *out, uint64_t number) {
    char digits[24];
    snprintf(digits, sizeof digits, "%llu", (unsigned long long)number);
    style_grouped(out, digits);
}

void style_count(struct text *out, uint64_t count, uint64_t possible) {
    style_number(out, count);
    if (possible == count) return;
    text_add(out, " to ");
    style_number(out, possible);
}

void style_money(struct text *out, assay_money amount) {
    char cents[ASSAY_MONEY_TEXT];
    assay_money_cents(cents, amount);
    text_add(out, cents);
}

void style_rows(struct text *out, uint64_t rows) {
    style_number(out, rows);
    text_add(out, rows == 1 ? " row" : " rows");
}

void style_date(struct text *out, uint32_t date) {
    char text[DAY_TEXT];
    day_text(text, date);
    text_add(out, text);
}
