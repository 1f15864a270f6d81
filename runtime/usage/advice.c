#include "runtime/usage/advice.h"

#include "runtime/base/utf8.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#define SPREADSHEET "a spreadsheet shows an error or too narrow a column: export the file again"

/* A cell without the white space around it. */
struct cell {
    const char *text;
    size_t length;
};

static struct cell cell_trim(const char *text, size_t length) {
    struct cell cell = {text, length};
    size_t white;
    while (cell.length && (white = utf8_white(cell.text, cell.length)) > 0)
        cell.text += white, cell.length -= white;
    while (cell.length) {
        size_t last = cell.length - 1;
        while (last > 0 && ((unsigned char)cell.text[last] & 0xC0u) == 0x80)
            last--;
        if (utf8_white(cell.text + last, cell.length - last) == 0) break;
        cell.length = last;
    }
    return cell;
}

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static size_t cell_count(struct cell cell, char wanted) {
    size_t count = 0;
    for (size_t i = 0; i < cell.length; i++)
        count += cell.text[i] == wanted;
    return count;
}

/* Where a character stands last, counted from 1; 0: nowhere. */
static size_t cell_last(struct cell cell, char wanted) {
    size_t at = cell.length;
    while (at > 0 && cell.text[at - 1] != wanted)
        at--;
    return at;
}

static bool cell_has(struct cell cell, const char *wanted) {
    size_t length = strlen(wanted);
    for (size_t i = 0; i + length <= cell.length; i++)
        if (memcmp(cell.text + i, wanted, length) == 0) return true;
    return false;
}

/* ---- Amounts ---- */

static bool amount_has_currency(struct cell cell) {
    static const char *const signs[] = {"$", "\u20AC", "\u00A3", "\u00A5", "\u20B9", "USD", "EUR", "GBP"};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (cell_has(cell, signs[i])) return true;
    return false;
}

/* Digits, and nothing that no number has; so letters do not make a thousands separator of a blank. */
static bool amount_has_digits_only(struct cell cell) {
    bool digits = false;
    for (size_t i = 0; i < cell.length; i++) {
        digits = digits || is_digit(cell.text[i]);
        if (is_letter(cell.text[i]) || cell.text[i] == ':' || cell.text[i] == '/') return false;
    }
    return digits;
}

/* What stands between the digits. */
static const char *amount_separators(struct cell cell) {
    size_t commas = cell_count(cell, ','), points = cell_count(cell, '.');
    size_t behind = cell.length - cell_last(cell, ',');
    bool parted = cell_has(cell, " ") || cell_has(cell, "'") || cell_has(cell, "\u00A0") || cell_has(cell, "\u202F") ||
                  cell_has(cell, "\u2019");
    if (commas == 1 && cell_last(cell, ',') > cell_last(cell, '.') && (points > 0 || parted || behind != 3))
        return "write a decimal point, and no thousands separators: 1234.56 for 1.234,56";
    if (commas == 1 && points == 0) return "write 1234 or 1.234 for 1,234, whichever is meant";
    if (commas > 0 || points > 1 || parted) return "leave out the thousands separators: 1234.56 for 1,234.56";
    return NULL;
}

const char *advice_amount(const char *text, size_t length) {
    struct cell cell = cell_trim(text, length);
    const char *remedy = NULL;
    if (cell.length && *cell.text == '#') return SPREADSHEET;
    if (cell.length == 1 && *cell.text == '-') return "write 0 if the dash means no amount";
    if (amount_has_currency(cell)) return "leave out the sign of the currency: a plain decimal such as 1234.56";
    if (cell.length && *cell.text == '(') return "write a negative amount with a minus: -12.00 for (12.00)";
    if (cell_has(cell, "\u2212")) return "write the minus as a hyphen, in front: -12.00";
    if (cell.length && cell.text[cell.length - 1] == '-') return "write the minus in front: -12.00 for 12.00-";
    if (amount_has_digits_only(cell)) remedy = amount_separators(cell);
    return remedy ? remedy : "write a plain decimal such as -1234.56";
}

/* ---- Months ---- */

/* One A for letters, one 0 for digits, others as they are: "4/15/2023" becomes "0/0/0". */
static void month_shape(struct cell cell, char *shape, size_t room) {
    size_t count = 0;
    for (size_t i = 0; i < cell.length && count + 1 < room; i++) {
        char c = is_digit(cell.text[i]) ? '0' : is_letter(cell.text[i]) ? 'A' : cell.text[i];
        bool again = count > 0 && shape[count - 1] == c && (c == '0' || c == 'A');
        if (!again) shape[count++] = c;
    }
    shape[count] = '\0';
}

static bool month_begins(const char *shape, const char *wanted) {
    while (*wanted && *shape == *wanted)
        shape++, wanted++;
    return !*wanted;
}

/* Whether the number in place `place` is 1. */
static bool month_is_first(struct cell cell, size_t place) {
    size_t at = 0, number = 0;
    for (; at < cell.length && place > 0; at++)
        place -= !is_digit(cell.text[at]);
    for (; at < cell.length && is_digit(cell.text[at]) && number < 1000; at++)
        number = number * 10 + (size_t)(cell.text[at] - '0');
    return number == 1;
}

const char *advice_month(const char *text, size_t length) {
    static const char *const plain = "write a month such as 2023-04";
    struct cell cell = cell_trim(text, length);
    char shape[12];
    month_shape(cell, shape, sizeof shape);
    if (cell.length && *cell.text == '#') return SPREADSHEET;
    if (strcmp(shape, "0") == 0 && cell.length == 5)
        return "a spreadsheet's number of a day: format the column as yyyy-mm, or export the file again";
    if (month_begins(shape, "0/0/0") && !month_is_first(cell, 1))
        return "the order is month/day/year, and the day must be 1; write a month such as 2023-04";
    if (month_begins(shape, "0.0.0") && !month_is_first(cell, 0))
        return "the order is day.month.year, and the day must be 1; write a month such as 2023-04";
    if (strcmp(shape, "0-A") == 0 || strcmp(shape, "0 A") == 0)
        return "a spreadsheet made a day of the month, so the year is lost; export the file again";
    if (month_begins(shape, "A 0") || month_begins(shape, "A-0") || month_begins(shape, "A/0"))
        return "write a month such as APR-2023 or 2023-04, its name in English and cut to three letters";
    return plain;
}
