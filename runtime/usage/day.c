#include "runtime/usage/day.h"

#include "runtime/base/calendar.h"

#define DAY_FIRST_MONTH 12               /* of the year 1 */
#define DAY_LAST_MONTH  (9999 * 12 + 11) /* of the year 9999 */
#define DAY_LAST_COUNT  3652058          /* 9999-12-31 */

size_t day_text(char out[DAY_TEXT], uint32_t day) {
    size_t length = day % 10000 ? DAY_TEXT - 1 : 4;
    uint32_t left = day % 10000 ? day : day / 10000;
    for (size_t i = length; i-- > 0;) {
        bool dash = i == 4 || i == 7;
        out[i] = dash ? '-' : (char)('0' + left % 10);
        if (!dash) left /= 10;
    }
    out[length] = '\0';
    return length;
}

static uint32_t day_make(int32_t month, uint32_t day) {
    return (uint32_t)(month / 12) * 10000 + (uint32_t)(month % 12 + 1) * 100 + day;
}

uint32_t day_first(int32_t month) {
    return day_make(month, 1);
}

static uint32_t day_last_of(int32_t month) {
    return (uint32_t)calendar_days(month / 12, month % 12 + 1);
}

int32_t day_month(uint32_t day) {
    return (int32_t)(day / 10000 * 12 + day / 100 % 100) - 1;
}

/* The days before the first of a month, from 0001-01-01. */
static int32_t day_count_before(int32_t month) {
    int32_t years = month / 12 - 1, count = years * 365 + years / 4 - years / 100 + years / 400;
    for (int32_t m = month / 12 * 12; m < month; m++)
        count += (int32_t)day_last_of(m);
    return count;
}

int32_t day_count(uint32_t day) {
    return day_count_before(day_month(day)) + (int32_t)(day % 100) - 1;
}

/* The day of a count. */
static uint32_t day_at(int32_t count) {
    if (count < 0) count = 0;
    if (count > DAY_LAST_COUNT) count = DAY_LAST_COUNT;
    /* No month has fewer than 28 days, so the search goes down from a month that is late enough. */
    int32_t month = DAY_FIRST_MONTH + count / 28;
    if (month > DAY_LAST_MONTH) month = DAY_LAST_MONTH;
    int32_t early = DAY_FIRST_MONTH + count / 32;
    while (early < month) {
        int32_t middle = early + (month - early + 1) / 2;
        if (day_count_before(middle) <= count)
            early = middle;
        else
            month = middle - 1;
    }
    return day_make(month, (uint32_t)(count - day_count_before(month)) + 1);
}

bool day_within(uint32_t day, uint32_t from, uint32_t until) {
    return from <= day && (!until || day <= until);
}

uint32_t day_add(uint32_t day, int32_t days) {
    return day_at(day_count(day) + days);
}

uint32_t day_add_months(uint32_t day, uint32_t months) {
    int32_t month = day_month(day) + (int32_t)months;
    if (month > DAY_LAST_MONTH) return day_make(DAY_LAST_MONTH, 31);
    uint32_t last = day_last_of(month);
    return day_make(month, day % 100 < last ? day % 100 : last);
}

uint32_t day_reaching(uint32_t day, uint32_t months) {
    int32_t month = day_month(day) - (int32_t)months;
    if (month < DAY_FIRST_MONTH) return day_make(DAY_FIRST_MONTH, 1);
    /* From a month without such a day no period ends before the next month does. */
    return day % 100 <= day_last_of(month) ? day_make(month, day % 100) : day_make(month + 1, 1);
}
