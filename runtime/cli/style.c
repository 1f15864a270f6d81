#include "runtime/cli/style.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct style style_of_stdout(struct text *out) {
    const char *forbidden = getenv("NO_COLOR"), *terminal = getenv("TERM");
    bool colour = isatty(STDOUT_FILENO) && !(forbidden && *forbidden) && terminal && strcmp(terminal, "dumb") != 0;
    return (struct style){out, colour};
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

static size_t style_columns_of(const char *text, size_t length) {
    size_t columns = 0;
    for (size_t i = 0; i < length; i++)
        columns += ((unsigned char)text[i] & 0xC0) != 0x80;
    return columns;
}

size_t style_columns(const char *text) {
    return style_columns_of(text, strlen(text));
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

/* Adds a word that may be wider than what is left of the line; returns the column behind it. */
static size_t style_word(struct text *out, const char *word, size_t length, size_t indent, size_t column) {
    for (size_t i = 0; i < length; i++) {
        bool begins = ((unsigned char)word[i] & 0xC0) != 0x80;
        if (begins && column >= STYLE_WIDTH) {
            text_add_char(out, '\n');
            text_add_repeat(out, ' ', indent);
            column = indent;
        }
        text_add_char(out, word[i]);
        column += begins;
    }
    return column;
}

void style_wrap(struct text *out, const char *words, size_t indent, size_t column) {
    size_t blanks = 0;
    while (*words) {
        size_t length = strcspn(words, " "), columns = style_columns_of(words, length);
        if (blanks && column + blanks + columns > STYLE_WIDTH) {
            text_add_char(out, '\n');
            text_add_repeat(out, ' ', indent);
            column = indent;
        } else {
            text_add_repeat(out, ' ', blanks);
            column += blanks;
        }
        column = style_word(out, words, length, indent, column);
        words += length;
        blanks = strspn(words, " ");
        words += blanks;
    }
    text_add_char(out, '\n');
}

void style_title(struct style *style, const char *name, const char *rest) {
    bool room = style_columns(name) + style_columns(rest) <= STYLE_WIDTH;
    style_begin(style, STYLE_BOLD);
    if (room)
        text_add(style->out, name);
    else
        style_wrap(style->out, name, 2, 0);
    style_end(style, STYLE_BOLD);
    if (room) text_addf(style->out, "%s\n", rest);
    if (room || !*rest) return;
    text_add(style->out, "  ");
    style_wrap(style->out, rest + strspn(rest, " "), 4, 2);
}

void style_heading(struct style *style, const char *heading) {
    text_add_char(style->out, '\n');
    style_add(style, STYLE_BOLD, heading);
    text_add_char(style->out, '\n');
}

static void style_number(struct text *out, uint64_t number) {
    char digits[24];
    int length = snprintf(digits, sizeof digits, "%llu", (unsigned long long)number);
    for (int i = 0; i < length; i++) {
        if (i && (length - i) % 3 == 0) text_add_char(out, ',');
        text_add_char(out, digits[i]);
    }
}

void style_count(struct text *out, uint64_t count, uint64_t possible) {
    style_number(out, count);
    if (possible == count) return;
    text_add(out, "..");
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
    text_addf(out, "%04u", date / 10000);
    if (date % 10000) text_addf(out, "-%02u-%02u", date / 100 % 100, date % 100);
}
