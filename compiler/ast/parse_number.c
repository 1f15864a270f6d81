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

static unsigned number_month(const char *word, size_t length) {
    static const char *const names[] = {"january", "february", "march",     "april",   "may",      "june",
                                        "july",    "august",   "september", "october", "november", "december"};
    for (unsigned i = 0; i < sizeof names / sizeof *names; i++)
        if (length >= 3 && length <= strlen(names[i]) && strncasecmp(word, names[i], length) == 0) return i + 1;
    return 0;
}

static bool number_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Takes a text apart; false when it is not of digits, names of months and what separates them. */
static bool number_take_apart(const char *text, struct number_parts *parts) {
    *parts = (struct number_parts){0};
    for (const char *at = text; *at;) {
        size_t length = strspn(at, "0123456789");
        bool word = !length && number_letter(*at);
        while (word && number_letter(at[length]))
            length++;
        if (!length) {
            parts->separator = *at == ' ' || *at == ',' || (unsigned char)*at >= 0x80 ? parts->separator : *at;
            at += 1;
            continue;
        }
        if (parts->count == NUMBER_PARTS || length > 9) return false;
        unsigned value = word ? number_month(at, length) : (unsigned)strtoul(at, NULL, 10);
        if (word && !value) return false;
        parts->worded = parts->worded || word;
        bool ordinal = !word && (strncmp(at + length, "st", 2) == 0 || strncmp(at + length, "nd", 2) == 0 ||
                                 strncmp(at + length, "rd", 2) == 0 || strncmp(at + length, "th", 2) == 0);
        parts->value[parts->count] = value;
        parts->digits[parts->count++] = word ? 0 : length;
        at += length + (ordinal ? 2 : 0);
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

/* 30,000 */
static const char *number_grouped(struct parse *parse, unsigned long value) {
    if (value < 1000) return arena_format(parse->arena, "%lu", value);
    if (value < 1000000) return arena_format(parse->arena, "%lu,%03lu", value / 1000, value % 1000);
    return arena_format(parse->arena, "%lu,%03lu,%03lu", value / 1000000, value / 1000 % 1000, value % 1000);
}

/* The whole number that was meant, or NULL: `30.000`, `30'000`, `30_000`, `3,0000`, `30k`, `3e4`. */
static const char *number_whole(struct parse *parse, const char *text) {
    enum { MOST = 999999999 };
    unsigned long value = 0;
    size_t behind = 0, groups = 0;
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
    if (!date && strchr(text, '.') && strlen(strrchr(text, '.')) == 4)
        return "a number has up to two decimals, and is written 30,000 or 30000";
    if (!date) return "a number is written 30,000 or 30000";
    const char *both = number_both(parse, text);
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
