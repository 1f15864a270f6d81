#include "runtime/usage/month.h"

#include "runtime/base/calendar.h"
#include "runtime/base/utf8.h"

#include <stdbool.h>
#include <string.h>

#define LAST_YEAR 9998

struct cursor {
    const char *at;
    const char *end;
};

struct day {
    int year, month, day;
    bool first; /* written 4/1/2023 or 1.4.2023: it stands for its month when the day is 1 */
};

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static char upper(char c) {
    return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
}

/* Takes the character if it comes next, whatever its case. */
static bool take(struct cursor *cursor, char expected) {
    if (cursor->at == cursor->end || upper(*cursor->at) != expected) return false;
    ++cursor->at;
    return true;
}

static size_t digits_ahead(const struct cursor *cursor) {
    size_t count = 0;
    while (cursor->at + count < cursor->end && is_digit(cursor->at[count]))
        ++count;
    return count;
}

/* Takes as many digits; the caller has looked that they are there. */
static int take_number(struct cursor *cursor, size_t digits) {
    int number = 0;
    for (size_t i = 0; i < digits; ++i)
        number = number * 10 + (*cursor->at++ - '0');
    return number;
}

/* Takes exactly so many digits: not one more may follow. */
static bool take_digits(struct cursor *cursor, size_t digits, int *number) {
    if (digits_ahead(cursor) != digits) return false;
    *number = take_number(cursor, digits);
    return true;
}

static bool skip_white(struct cursor *cursor) {
    const char *before = cursor->at;
    size_t size;
    while ((size = utf8_white(cursor->at, (size_t)(cursor->end - cursor->at))) > 0)
        cursor->at += size;
    return cursor->at > before;
}

static bool exists(const struct day *day) {
    return calendar_exists(day->year, day->month, day->day);
}

/* APR-2023, APR-23, APR 23 */
static bool take_named(struct cursor *cursor, struct day *day) {
    static const char names[12][4] = {"JAN", "FEB", "MAR", "APR", "MAY", "JUN",
                                      "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"};
    char name[3];
    if (cursor->end - cursor->at < 3) return false;
    for (int i = 0; i < 3; ++i)
        name[i] = upper(*cursor->at++);
    for (day->month = 1; day->month <= 12; ++day->month)
        if (memcmp(names[day->month - 1], name, 3) == 0) break;
    if (take(cursor, '-') && take_digits(cursor, 4, &day->year)) return true;
    if (cursor->at[-1] != '-' && !skip_white(cursor)) return false;
    if (!take_digits(cursor, 2, &day->year)) return false;
    day->year += 2000;
    return true;
}

/* 2023-04, 2023-04-15; the year is taken. */
static bool take_dashed(struct cursor *cursor, struct day *day) {
    if (!take(cursor, '-') || !take_digits(cursor, 2, &day->month)) return false;
    return !take(cursor, '-') || take_digits(cursor, 2, &day->day);
}

/* 4/1/2023, or 1.4.2023, which has the day first; of `digits` digits in the first number */
static bool take_numbered(struct cursor *cursor, size_t digits, struct day *day) {
    int first = take_number(cursor, digits);
    bool dotted = take(cursor, '.');
    if (!dotted && !take(cursor, '/')) return false;
    digits = digits_ahead(cursor);
    if (digits < 1 || digits > 2) return false;
    int second = take_number(cursor, digits);
    day->day = dotted ? first : second;
    day->month = dotted ? second : first;
    day->first = true;
    return take(cursor, dotted ? '.' : '/') && take_digits(cursor, 4, &day->year);
}

static bool take_day(struct cursor *cursor, struct day *day) {
    size_t digits = digits_ahead(cursor);
    if (digits == 0) return take_named(cursor, day);
    if (digits <= 2) return take_numbered(cursor, digits, day);
    if (digits != 4 && digits != 6 && digits != 8) return false;
    day->year = take_number(cursor, 4);
    if (digits == 4) return take_dashed(cursor, day);
    day->month = take_number(cursor, 2);
    if (digits == 8) day->day = take_number(cursor, 2);
    return true;
}

/* Z, +hh, +hhmm, +hh:mm; nothing at all is fine too. */
static bool take_offset(struct cursor *cursor) {
    int number;
    if (take(cursor, 'Z')) return true;
    if (!take(cursor, '+') && !take(cursor, '-')) return true;
    if (take_digits(cursor, 4, &number)) return true;
    return take_digits(cursor, 2, &number) && (!take(cursor, ':') || take_digits(cursor, 2, &number));
}

/* What follows `T` or the blank. */
static bool take_time(struct cursor *cursor) {
    if (cursor->at == cursor->end || !is_digit(*cursor->at)) return false;
    while (cursor->at < cursor->end && (is_digit(*cursor->at) || *cursor->at == ':' || *cursor->at == '.'))
        ++cursor->at;
    skip_white(cursor);
    if ((take(cursor, 'A') || take(cursor, 'P')) && !take(cursor, 'M')) return false;
    skip_white(cursor);
    return take_offset(cursor);
}

/* All that may stand behind the day. */
static bool take_rest(struct cursor *cursor) {
    if (!take(cursor, 'T')) {
        bool parted = skip_white(cursor);
        if (!parted || cursor->at == cursor->end) return cursor->at == cursor->end;
    }
    if (!take_time(cursor)) return false;
    skip_white(cursor);
    return cursor->at == cursor->end;
}

int month_parse(const char *text, size_t length) {
    struct cursor cursor = {text, text + length};
    struct day day = {0, 0, 1, false};
    skip_white(&cursor);
    if (!take_day(&cursor, &day) || !exists(&day) || day.year > LAST_YEAR || !take_rest(&cursor))
        return MONTH_UNREADABLE;
    if (day.first && day.day != 1) return MONTH_UNREADABLE;
    return day.year * 12 + day.month - 1;
}

size_t month_text(char out[MONTH_TEXT], int month) {
    int year = month / 12;
    int divisor = 1000;
    for (int i = 0; i < 4; ++i, divisor /= 10)
        out[i] = (char)('0' + year / divisor % 10);
    out[4] = '-';
    out[5] = (char)('0' + (month % 12 + 1) / 10);
    out[6] = (char)('0' + (month % 12 + 1) % 10);
    out[7] = '\0';
    return MONTH_TEXT - 1;
}

static uint32_t date_number(const struct day *day) {
    return (uint32_t)(day->year * 10000 + day->month * 100 + day->day);
}

uint32_t date_parse(const char *text, size_t length) {
    struct cursor cursor = {text, text + length};
    struct day day = {0};
    if (length != 10 || !take_digits(&cursor, 4, &day.year) || !take_dashed(&cursor, &day) || !exists(&day)) return 0;
    return date_number(&day);
}

/* The day of two numbers in an order; 0: there is none. */
static uint32_t date_ordered(int year, int month, int day) {
    struct day made = {year, month, day, false};
    return exists(&made) ? date_number(&made) : 0;
}

/* 4/12/2023, 4-12-2023, and 4.12.2023, which is day first. */
static bool take_ordered(struct cursor *cursor, size_t digits, struct date_ways *ways) {
    int one = take_number(cursor, digits), two, year;
    char mark = cursor->at < cursor->end ? *cursor->at : ' ';
    if ((mark != '/' && mark != '-' && mark != '.') || !take(cursor, mark)) return false;
    digits = digits_ahead(cursor);
    if (digits < 1 || digits > 2) return false;
    two = take_number(cursor, digits);
    if (!take(cursor, mark) || !take_digits(cursor, 4, &year)) return false;
    ways->day_first = date_ordered(year, two, one);
    ways->month_first = mark == '.' ? 0 : date_ordered(year, one, two);
    return true;
}

struct date_ways date_ways(const char *text, size_t length) {
    struct cursor cursor = {text, text + length};
    struct date_ways ways = {0, 0}, none = {0, 0};
    struct day day = {0};
    skip_white(&cursor);
    size_t digits = digits_ahead(&cursor);
    if (digits == 1 || digits == 2) return take_ordered(&cursor, digits, &ways) && take_rest(&cursor) ? ways : none;
    if (!take_day(&cursor, &day) || !exists(&day) || !take_rest(&cursor)) return none;
    ways.day_first = ways.month_first = date_number(&day);
    return ways;
}
