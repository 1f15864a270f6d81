/* parse_number.c - numbers and dates as other countries and programs write them. */
#include "compiler/ast/parse.h"

#include "parser.h"
#include "runtime/base/calendar.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { NUMBER_PARTS = 3 };

/* What a date of three parts is made of. */
struct number_parts {
    unsigned value[NUMBER_PARTS];
    size_t digits[NUMBER_PARTS], count;
    char separator;
    bool worded; /* a part is the name of a month */
};

/* The names of months in English, German, French, Spanish, Portuguese, Italian and Dutch. */
static unsigned number_month(const char *word, size_t length) {
    static const char *const names[][12] = {
        {"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
         "december"},
        {"januar", "februar", "m\xC3\xA4rz", "april", "mai", "juni", "juli", "august", "september", "oktober",
         "november", "dezember"},
        {"janvier", "f\xC3\xA9vrier", "mars", "avril", "mai", "juin", "juillet", "ao\xC3\xBBt", "septembre", "octobre",
         "novembre",
         "d\xC3\xA9"
         "cembre"},
        {"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre",
         "diciembre"},
        {"janeiro", "fevereiro", "mar\xC3\xA7o", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro",
         "novembro", "dezembro"},
        {"gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre",
         "novembre", "dicembre"},
        {"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
         "december"},
    };
    for (size_t i = 0; i < sizeof names / sizeof *names && length >= 3; i++)
        for (unsigned month = 0; month < 12; month++)
            if (length <= strlen(names[i][month]) && strncasecmp(word, names[i][month], length) == 0) return month + 1;
    return 0;
}

static bool number_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0xC3;
}

static size_t number_word(const char *at) {
    size_t length = 0;
    while (number_letter(at[length]) || (length && (at[length] & 0xC0) == 0x80))
        length++;
    return length;
}

/* Whether a word is one of some, which a blank divides. */
static bool number_is_of(const char *words, const char *word, size_t length) {
    for (const char *at = words; *at; at += strcspn(at, " "), at += *at == ' ')
        if (strcspn(at, " ") == length && strncasecmp(at, word, length) == 0) return true;
    return false;
}

/* Takes a text apart; false when it is not of digits, names of months and what separates them. */
static bool number_take_apart(const char *text, struct number_parts *parts) {
    static const char *const between = "of the de del di du le la den der am on", *const ordinals = "st nd rd th er do";
    *parts = (struct number_parts){0};
    for (const char *at = text; *at;) {
        size_t length = strspn(at, "0123456789"), letters = length ? 0 : number_word(at);
        unsigned month = letters ? number_month(at, letters) : 0;
        if (!length && (!letters || (!month && (unsigned char)*at >= 0xE0))) { /* of China and Japan */
            parts->separator = *at == ' ' || *at == ',' || (unsigned char)*at >= 0x80 ? parts->separator : *at;
            at += 1;
            continue;
        }
        if (!length && !month && number_is_of(between, at, letters)) {
            at += letters;
            continue;
        }
        if (parts->count == NUMBER_PARTS || length > 9 || (letters && !month)) return false;
        parts->worded = parts->worded || letters;
        parts->value[parts->count] = letters ? month : (unsigned)strtoul(at, NULL, 10);
        parts->digits[parts->count++] = length;
        at += length + letters;
        size_t behind = length ? number_word(at) : 0;
        if (behind && number_is_of(ordinals, at, behind)) at += behind;
    }
    return true;
}

static const char *number_date(struct parse *parse, unsigned year, unsigned month, unsigned day) {
    if (!calendar_exists((int)year, (int)month, (int)day)) return NULL;
    return arena_format(parse->arena, "%04u-%02u-%02u", year, month, day);
}

const char *parse_worded_date(struct parse *parse, const char *text, bool month) {
    struct number_parts parts;
    if (!number_take_apart(text, &parts)) return NULL;
    const unsigned *value = parts.value;
    const size_t *digits = parts.digits;
    if (month && parts.count == 2 && digits[1] == 4 && value[0] >= 1 && value[0] <= 12)
        return arena_format(parse->arena, "%04u-%02u", value[1], value[0]);
    if (month && parts.count == 2 && digits[0] == 4 && value[1] >= 1 && value[1] <= 12)
        return arena_format(parse->arena, "%04u-%02u", value[0], value[1]);
    if (month || parts.count != 3) return NULL;
    if (digits[0] == 4) return number_date(parse, value[0], value[1], value[2]);
    if (digits[2] != 4) return NULL;
    if (digits[0] == 0) return number_date(parse, value[2], value[0], value[1]);
    if (digits[1] == 0 || parts.separator == '.' || value[0] > 12)
        return number_date(parse, value[2], value[1], value[0]);
    return value[1] > 12 || value[0] == value[1] ? number_date(parse, value[2], value[0], value[1]) : NULL;
}

/* "2023-07-11 or 2023-11-07", where nothing tells the day from the month. */
static const char *number_both(struct parse *parse, const char *text) {
    struct number_parts parts;
    if (!number_take_apart(text, &parts) || parts.count != 3 || parts.digits[2] != 4) return NULL;
    const char *first = number_date(parse, parts.value[2], parts.value[0], parts.value[1]);
    const char *second = number_date(parse, parts.value[2], parts.value[1], parts.value[0]);
    return first && second ? arena_format(parse->arena, "write %s or %s", first, second) : NULL;
}

const char *parse_grouped(struct arena *arena, const char *digits) {
    enum { GROUP = 3 };
    size_t whole = strspn(digits, "0123456789");
    struct text text = {0};
    for (size_t i = 0; i < whole; i++) {
        if (i && (whole - i) % GROUP == 0) text_add_char(&text, ',');
        text_add_char(&text, digits[i]);
    }
    text_add_bytes(&text, digits + whole, strlen(digits + whole));
    const char *grouped = arena_string(arena, text.data ? text.data : "", text.length);
    text_free(&text);
    return grouped;
}

/* 30,000 */
static const char *number_grouped(struct parse *parse, unsigned long value) {
    if (value < 1000) return arena_format(parse->arena, "%lu", value);
    if (value < 1000000) return arena_format(parse->arena, "%lu,%03lu", value / 1000, value % 1000);
    return arena_format(parse->arena, "%lu,%03lu,%03lu", value / 1000000, value / 1000 % 1000, value % 1000);
}

/* `30.000,00`: whole, as it is written where a comma stands before the decimals; NULL: it is not. */
static const char *number_of_comma(struct parse *parse, const char *text) {
    const char *comma = strrchr(text, ',');
    bool whole = comma && comma[1] && comma[1 + strspn(comma + 1, "0")] == '\0' && strlen(comma) <= 3;
    return whole && memchr(text, '.', (size_t)(comma - text)) ? arena_string(parse->arena, text, (size_t)(comma - text))
                                                              : text;
}

/* The whole number that was meant, or NULL: `30.000`, `30'000`, `30_000`, `3,0000`, `30k`, `3e4`. */
static const char *number_whole(struct parse *parse, const char *text) {
    enum { MOST = 999999999 };
    unsigned long value = 0;
    size_t behind = 0, groups = 0;
    text = number_of_comma(parse, text);
    const char *at = text;
    for (; *at && strchr("0123456789.,'_", *at); at++) {
        bool digit = *at >= '0' && *at <= '9';
        if (!digit && groups && behind != 3 && *at != ',') return NULL;
        groups += !digit;
        behind = digit ? behind + 1 : 0;
        if (digit) value = value * 10 + (unsigned long)(*at - '0');
        if (value > MOST) return NULL;
    }
    if (groups && behind != 3 && !(behind == 4 && memchr(text, ',', strlen(text)) && groups == 1)) return NULL;
    if (groups && strchr(text, '.') && strchr(text, ',')) return NULL;
    if (strcasecmp(at, "k") == 0) value *= 1000;
    if (strcasecmp(at, "m") == 0 && value < 1000) value *= 1000000;
    if ((*at == 'e' || *at == 'E') && at[1] >= '0' && at[1] <= '6' && !at[2])
        for (char power = at[1]; power > '0'; power--)
            value *= 10;
    else if (*at && strcasecmp(at, "k") != 0 && strcasecmp(at, "m") != 0)
        return NULL;
    return value > MOST ? NULL : number_grouped(parse, value);
}

/* "0.5" is 50 hundredths. */
static bool number_hundredths(const char *at, size_t length, unsigned long *value) {
    size_t whole = strspn(at, "0123456789"), behind = at[whole] == '.' ? strspn(at + whole + 1, "0123456789") : 0;
    if (!whole || whole > 6 || behind > 2 || whole + behind + (behind > 0) != length) return false;
    *value = strtoul(at, NULL, 10) * 100;
    if (behind) *value += strtoul(at + whole + 1, NULL, 10) * (behind == 1 ? 10 : 1);
    return true;
}

const char *parse_worded_number(struct parse *parse, const char *text) {
    static const struct {
        const char *word;
        unsigned long value;
    } words[] = {{"one", 1},     {"two", 2},       {"three", 3},       {"four", 4},          {"five", 5},
                 {"six", 6},     {"seven", 7},     {"eight", 8},       {"nine", 9},          {"ten", 10},
                 {"eleven", 11}, {"twelve", 12},   {"fifteen", 15},    {"twenty", 20},       {"thirty", 30},
                 {"forty", 40},  {"fifty", 50},    {"sixty", 60},      {"seventy", 70},      {"eighty", 80},
                 {"ninety", 90}, {"hundred", 100}, {"thousand", 1000}, {"million", 1000000}, {"mio", 1000000},
                 {"tsd", 1000}};
    enum { MOST = 999999999 };
    unsigned long long sum = 0, part = 0; /* in hundredths */
    bool worded = false;
    for (const char *at = text; *at;) {
        size_t length = strcspn(at, " -"), index = 0, count = sizeof words / sizeof *words;
        while (index < count &&
               (strlen(words[index].word) != length || strncasecmp(words[index].word, at, length) != 0))
            index++;
        unsigned long digits;
        if (index == count && !number_hundredths(at, length, &digits)) return NULL;
        worded = worded || index < count;
        unsigned long value = index < count ? words[index].value : 0;
        part = value >= 100 ? (part ? part : 100) * value : part + (index < count ? value * 100 : digits);
        if (value >= 1000) sum += part, part = 0;
        if (sum > MOST * 100ULL || part > MOST * 100ULL) return NULL;
        at += length + (at[length] != '\0');
    }
    return worded && (sum + part) % 100 == 0 ? number_grouped(parse, (unsigned long)((sum + part) / 100)) : NULL;
}

/* Whether it has the parts of a date, or of a month: a year of four digits, or three parts. */
static bool number_is_date(const char *text) {
    struct number_parts parts;
    bool apart = number_take_apart(text, &parts);
    if (strlen(text) >= 10 && strncmp(text + 4, "-", 1) == 0 && text[7] == '-') return true;
    if (!apart || parts.separator == '\'' || parts.separator == '_' || strchr(text, ',')) return false;
    size_t last = parts.count - 1;
    bool year = parts.count > 1 && (parts.digits[0] == 4 || parts.digits[last] == 4);
    return parts.worded || (parts.count == 3 && parts.digits[last] <= 4 && parts.digits[1] <= 2) ||
           (year && (parts.separator == '/' || parts.separator == '-'));
}

/* A date of which the first ten characters are one: "2024-03-01T00:00". */
static const char *number_front(struct parse *parse, const char *text) {
    if (strlen(text) <= 10 || text[4] != '-' || text[7] != '-') return NULL;
    return number_date(parse, (unsigned)strtoul(text, NULL, 10), (unsigned)strtoul(text + 5, NULL, 10),
                       (unsigned)strtoul(text + 8, NULL, 10));
}

static const char *number_hint(struct parse *parse, const char *text, bool date, const char *meant) {
    if (meant) return arena_format(parse->arena, "write %s", meant);
    bool sign = !date && strspn(text, "0123456789,.") && (unsigned char)text[strspn(text, "0123456789,.")] >= 0x80;
    if (sign) return arena_format(parse->arena, "the currency is a word behind the amount: %.*s %s", (int)strspn(text, "0123456789,."), text, parse_currency(parse));
    if (!date && strchr(text, '.') && strlen(strrchr(text, '.')) == 4)
        return "a number has up to two decimals, and is written 30,000 or 30000";
    if (!date) return "a number is written 30,000 or 30000";
    const char *both = number_both(parse, text);
    if (!both && strlen(text) == 8 && strspn(text, "0123456789-./") == 8 && !strchr("0123456789", text[2]))
        return "a year has four digits: 2023-07-11";
    return both ? both : "a date is written 2023-07-11, a month 2023-07";
}

const char *parse_odd_number(struct parse *parse, const char *text, bool *date, const char **hint) {
    *date = number_is_date(text);
    const char *meant = *date ? parse_worded_date(parse, text, false) : number_whole(parse, text);
    if (*date && !meant) meant = number_front(parse, text);
    if (*date && !meant) meant = parse_worded_date(parse, text, true);
    *hint = number_hint(parse, text, *date, meant);
    return meant;
}
