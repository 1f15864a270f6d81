/* day.h - arithmetic of days. A day is a number YYYYMMDD of the Gregorian calendar; 0: none. Results stay within
 * 0001-01-01 and 9999-12-31. */
#ifndef ASSAY_DAY_H
#define ASSAY_DAY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Longest text of a day, with the NUL. */
#define DAY_TEXT 11

/* Writes `YYYY-MM-DD` and a NUL, of a day of which only the year is known (20250000) `YYYY`; returns the length. */
size_t day_text(char out[DAY_TEXT], uint32_t day);

/* The first day of a month, which is numbered as in month.h. */
uint32_t day_first(int32_t month);

/* The month of a day, numbered as in month.h. */
int32_t day_month(uint32_t day);

/* Days counted through, so that they can be subtracted. */
int32_t day_count(uint32_t day);

/* Whether a day is within a period, both ends included; until 0: without end. */
bool day_within(uint32_t day, uint32_t from, uint32_t until);

/* The day so many days later, or earlier. */
uint32_t day_add(uint32_t day, int32_t days);

/* The last day of a period of months that begins with what happened on `day`: the same day of the month, or the last
 * day of a month that has no such day (2024-02-29 and 12 months: 2025-02-28). */
uint32_t day_add_months(uint32_t day, uint32_t months);

/* The first day from which a period of so many months reaches `day`. */
uint32_t day_reaching(uint32_t day, uint32_t months);

#endif
