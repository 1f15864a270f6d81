#include "runtime/cli/style.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct style style_of_stdout(struct text *out) {
    const char *forbidden = getenv("NO_COLOR"), *terminal = getenv("TERM");
    bool colour = isatty(STDOUT_FILENO) && !(forbidden && *forbidden) && terminal && strcmp(terminal, "dumb") != 0;
    return (struct style){out, colour};
}

void style_add(struct style *style, enum style_tone tone, const char *text) {
    static const char *const codes[] = {"", "\033[1m", "\033[2m", "\033[32m", "\033[31m", "\033[33m"};
    bool coloured = style->colour && tone != STYLE_PLAIN;
    if (coloured) text_add(style->out, codes[tone]);
    text_add(style->out, text);
    if (coloured) text_add(style->out, "\033[0m");
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

void style_wrap(struct text *out, const char *words, size_t indent, size_t column) {
    bool first = true;
    while (*words) {
        size_t length = strcspn(words, " "), columns = style_columns_of(words, length);
        if (!first && column + 1 + columns > STYLE_WIDTH) {
            text_add_char(out, '\n');
            text_add_repeat(out, ' ', indent);
            column = indent;
        } else if (!first) {
            text_add_char(out, ' ');
            column++;
        }
        text_add_bytes(out, words, length);
        column += columns;
        first = false;
        words += length;
        words += strspn(words, " ");
    }
    text_add_char(out, '\n');
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
    text_addf(out, "%04u-%02u-%02u", date / 10000, date / 100 % 100, date % 100);
}
