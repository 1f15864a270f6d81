/* month.h - the month that a cell names (R21), and the days of `--as-of`.
 *
 * A month is a number: year * 12 + month - 1, so that months can be counted and compared. */
#ifndef ASSAY_MONTH_H
#define ASSAY_MONTH_H

#include <stddef.h>
#include <stdint.h>

#define MONTH_UNREADABLE (-1)

/* The month of a cell, or MONTH_UNREADABLE. Read are, whatever the case of the letters and with white space around:
 *     APR-2023   2023-04   202304   4/1/2023 (US order; the day must be 1)
 *     APR-23   APR 23 (of 2023)   1.4.2023 (the day first; it must be 1), as spreadsheets write them
 *     2023-04-15   20230415   (a day that exists; it stands for its month)
 * each of them alone or with a time part, which is ignored: after white space or `T`, a digit, then digits, colons and
 * points; then, white space before it or not, AM or PM; then likewise an offset: Z, +hh, +hhmm, +hh:mm, or with minus.
 * Years are 0001 to 9998. A 9999 stands for "never", not for a month of usage: as the newest month it would empty every
 * window, and the day after its December has no date. */
int month_parse(const char *text, size_t length);

/* Longest text of a month, with the NUL. */
#define MONTH_TEXT 8

/* Writes `YYYY-MM` and a NUL; returns the length, 7. `month` is within the years 0000 to 9999. */
size_t month_text(char out[MONTH_TEXT], int month);

/* The day of an ISO date `YYYY-MM-DD`, all of the text, as the number YYYYMMDD; 0 when it is none or does not exist. */
uint32_t date_parse(const char *text, size_t length);

/* The days that a cell may be, by the order of day and month; 0: none in this order. */
struct date_ways {
    uint32_t day_first, month_first;
};

/* Read are, with white space around and a time part as months have: ISO days, whose ways are the same; `4/12/2023` and
 * `4-12-2023`; `4.12.2023`, which is day first. Years have four digits, 0001 to 9999. */
struct date_ways date_ways(const char *text, size_t length);

#endif
