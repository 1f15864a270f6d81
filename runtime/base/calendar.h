/* calendar.h - which days exist, in the Gregorian calendar. */
#ifndef ASSAY_CALENDAR_H
#define ASSAY_CALENDAR_H

#include <stdbool.h>

static inline int calendar_days(int year, int month) {
    static const signed char days[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return days[month - 1] + (month == 2 && leap);
}

/* Whether there is such a day; years count from 1. */
static inline bool calendar_exists(int year, int month, int day) {
    return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= calendar_days(year, month);
}

#endif
