/* Months, days, and the UTF-8 of cells. */
#include "runtime/usage/month.h"
#include "runtime/base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#define APRIL_2023 (2023 * 12 + 3)

static int month(const char *text) {
    return month_parse(text, strlen(text));
}

static void R21_reads_every_spelling_of_a_month(void **state) {
    static const char *const texts[] = {"APR-2023",   "Apr-2023", "apr-2023",  "2023-04",   "202304",    "20230401",
                                        "2023-04-01", "4/1/2023", "04/1/2023", "4/01/2023", "04/01/2023"};
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; ++i)
        assert_int_equal(month(texts[i]), APRIL_2023);
    assert_int_equal(month("JAN-2024"), 2024 * 12);
    assert_int_equal(month("OCT-2023"), 2023 * 12 + 9); /* its T starts no time part */
    assert_int_equal(month("DEC-9998"), 9998 * 12 + 11);
    assert_int_equal(month("0001-01"), 12);
}

static void R21_year_9999_is_no_month_of_usage(void **state) {
    (void)state;
    assert_int_equal(month("DEC-9999"), MONTH_UNREADABLE);
    assert_int_equal(month("9999-12-31"), MONTH_UNREADABLE);
    assert_int_equal(month("9999-01"), MONTH_UNREADABLE);
}

static void R21_any_iso_day_stands_for_its_month(void **state) {
    (void)state;
    assert_int_equal(month("2023-04-30"), APRIL_2023);
    assert_int_equal(month("20230415"), APRIL_2023);
    assert_int_equal(month("2024-02-29"), 2024 * 12 + 1);
    assert_int_equal(month("2000-02-29"), 2000 * 12 + 1);
}

static void R21_ignores_a_time_part(void **state) {
    static const char *const parts[] = {" 0",           " 00:00:00",      "T00:00:00",      "T00:00:00Z",
                                        " 12:00:00 AM", " 12:00:00 pm",   " 1:00PM",        "T00:00:00.0000000",
                                        "T00:00+02:00", "T00:00:00-0530", "T0000+02",       " 00:00:00 +00:00",
                                        "  12:00 AM Z", "\u00A012:00",    "T00:00:00.000Z "};
    static const char *const days[] = {"APR-2023", "2023-04", "202304", "20230401", "2023-04-17", "4/1/2023"};
    (void)state;
    for (size_t d = 0; d < sizeof days / sizeof *days; ++d)
        for (size_t p = 0; p < sizeof parts / sizeof *parts; ++p) {
            char text[64];
            strcpy(text, days[d]);
            strcat(text, parts[p]);
            assert_int_equal(month(text), APRIL_2023);
        }
}

static void R33_reads_months_as_spreadsheets_write_them(void **state) {
    static const char *const texts[] = {
        "APR-23",     "Apr-23",    "apr 23",       "APR  23",    "APR\u00A023",       "1.4.2023",
        "01.04.2023", "1.04.2023", "apr-23 00:00", "APR-23T00Z", "1.4.2023 00:00:00", " 01.4.2023 12:00 AM"};
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; ++i)
        assert_int_equal(month(texts[i]), APRIL_2023);
    assert_int_equal(month("DEC-00"), 2000 * 12 + 11);
    assert_int_equal(month("JAN 99"), 2099 * 12);
}

static void R21_trims_white_space(void **state) {
    (void)state;
    assert_int_equal(month("  2023-04\t"), APRIL_2023);
    assert_int_equal(month("\xC2\xA0"
                           "APR-2023\xE3\x80\x80"),
                     APRIL_2023);
    assert_int_equal(month("2023-04\r"), APRIL_2023);
    assert_int_equal(month("\xE2\x80\x8B"
                           "2023-04"),
                     MONTH_UNREADABLE); /* U+200B is no white space */
}

static void R21_refuses_what_is_no_month(void **state) {
    static const char *const texts[] = {"",
                                        " ",
                                        "NULL",
                                        "2023",
                                        "2023-4",
                                        "2023-13",
                                        "2023-00",
                                        "202313",
                                        "202300",
                                        "2023-02-30",
                                        "2023-04-31",
                                        "2023-04-00",
                                        "2023-02-29",
                                        "1900-02-29",
                                        "20230431",
                                        "2023041",
                                        "4/2/2023",
                                        "13/1/2023",
                                        "4/15/2023",
                                        "0/1/2023",
                                        "4/1/23",
                                        "4/1/20231",
                                        "004/1/2023",
                                        "4/001/2023",
                                        "April-2023",
                                        "April-23",
                                        "APR-2",
                                        "APR-023",
                                        "APR/23",
                                        "APR23",
                                        "23-APR",
                                        "1-APR-23",
                                        "APR-  23",
                                        "2.4.2023",
                                        "1.13.2023",
                                        "1.4.23",
                                        "1.4/2023",
                                        "1/4.2023",
                                        "001.4.2023",
                                        "1.4.2023.",
                                        "APR 2023",
                                        "APR2023",
                                        "XYZ-2023",
                                        "AP",
                                        "APR-20233",
                                        "2023/04",
                                        "2023-04-1",
                                        "2023-04-011",
                                        "2023-0401",
                                        "+2023-04",
                                        "-2023-04",
                                        "0000-01",
                                        "2023-04 x",
                                        "2023-04T",
                                        "2023-04-01Z",
                                        "2023-04 :00",
                                        "2023-04 12 A",
                                        "2023-04 12 AMP",
                                        "2023-04 12+2",
                                        "2023-04 12+02:",
                                        "2023-04 12+02:0",
                                        "2023-04 12+02:000",
                                        "2023-04 12+ 02",
                                        "2023-04T 12",
                                        "2023-04-",
                                        "2023-",
                                        "2023-04 12:00 UTC",
                                        "2023.04",
                                        "202304,",
                                        "2023-04 12ZZ",
                                        "2023-04 12:00 AM PM",
                                        "20230401000000"};
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; ++i)
        if (month(texts[i]) != MONTH_UNREADABLE) fail_msg("'%s' was read", texts[i]);
    assert_int_equal(month_parse("2023-04\0", 8), MONTH_UNREADABLE);
    assert_int_equal(month_parse("2023-04-31", 7), APRIL_2023); /* reads no further than the cell */
}

static void R21_reads_back_every_month_it_writes(void **state) {
    char text[MONTH_TEXT];
    (void)state;
    for (int m = 12; m < 9999 * 12; ++m) {
        assert_int_equal(month_text(text, m), 7);
        assert_int_equal(month_parse(text, 7), m);
    }
    month_text(text, APRIL_2023);
    assert_string_equal(text, "2023-04");
}

static uint32_t date(const char *text) {
    return date_parse(text, strlen(text));
}

static void R21_as_of_is_a_strict_iso_day(void **state) {
    static const char *const texts[] = {"",           "2023-04",       "2023-4-01",  "20230401",    "2023-04-31",
                                        "2023-13-01", "2023-00-10",    "2023-01-00", " 2023-04-01", "2023-04-01 ",
                                        "04/01/2023", "2023-04-01T00", "0000-01-01", "2023-02-29",  "2023-04-0a"};
    (void)state;
    assert_int_equal(date("2023-07-11"), 20230711);
    assert_int_equal(date("2024-02-29"), 20240229);
    assert_int_equal(date("9999-12-31"), 99991231);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; ++i)
        if (date(texts[i]) != 0) fail_msg("'%s' was read", texts[i]);
}

/* By the definition: decodes, then compares with the shortest form. */
static bool naive_valid(const unsigned char *text, size_t length) {
    for (size_t at = 0; at < length;) {
        unsigned lead = text[at];
        size_t size = lead < 0x80 ? 1 : (lead >> 5) == 6 ? 2 : (lead >> 4) == 14 ? 3 : (lead >> 3) == 30 ? 4 : 0;
        if (size == 0 || at + size > length) return false;
        unsigned code = size == 1 ? lead : lead & (0x7Fu >> size);
        for (size_t i = 1; i < size; ++i) {
            if (text[at + i] >> 6 != 2) return false;
            code = code << 6 | (text[at + i] & 0x3Fu);
        }
        if (code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) return false;
        if (size != (code < 0x80 ? 1u : code < 0x800 ? 2u : code < 0x10000 ? 3u : 4u)) return false;
        at += size;
    }
    return true;
}

static void R30_utf8_is_strict(void **state) {
    unsigned char text[16];
    (void)state;
    for (uint32_t bytes = 0; bytes < 0x1000000;
         ++bytes) { /* all three bytes, behind an ASCII run and before a letter */
        memcpy(text, "abcdefgh", 8);
        text[8] = (unsigned char)(bytes >> 16);
        text[9] = (unsigned char)(bytes >> 8);
        text[10] = (unsigned char)bytes;
        if (text[8] < 0x80 && bytes % 7) continue;
        if (utf8_valid((char *)text + 6, 5) != naive_valid(text + 6, 5)) fail_msg("%06X", (unsigned)bytes);
    }
    for (uint32_t low = 0; low < 0x400000; ++low) { /* four bytes, F0 to F7 */
        text[0] = (unsigned char)(0xF0 | low >> 19);
        text[1] = (unsigned char)(low >> 11);
        text[2] = (unsigned char)(0x80 | (low >> 5 & 0x7F));
        text[3] = (unsigned char)(0x9C + (low & 0x1F) * 3);
        if (utf8_valid((char *)text, 4) != naive_valid(text, 4)) fail_msg("%06X", (unsigned)low);
    }
    assert_true(utf8_valid("", 0));
    assert_true(utf8_valid("\0", 1));
}

static void R1_white_space_is_the_listed_characters(void **state) {
    (void)state;
    for (unsigned code = 1; code < 0x10000; ++code) {
        char text[4];
        size_t size = code < 0x80 ? 1 : code < 0x800 ? 2 : 3;
        text[0] = (char)(size == 1 ? code : size == 2 ? 0xC0 | code >> 6 : 0xE0 | code >> 12);
        text[1] = (char)(0x80 | (size == 2 ? code & 0x3F : code >> 6 & 0x3F));
        text[2] = (char)(0x80 | (code & 0x3F));
        bool white = code == ' ' || (code >= 9 && code <= 13) || code == 0xA0 || (code >= 0x2000 && code <= 0x200A) ||
                     code == 0x202F || code == 0x205F || code == 0x3000;
        if (utf8_white(text, size) != (white ? size : 0)) fail_msg("U+%04X", code);
        if (utf8_all_white(text, size) != white) fail_msg("U+%04X", code);
        assert_false(size > 1 && utf8_all_white(text, size - 1));
    }
    assert_true(utf8_all_white("", 0));
    assert_false(utf8_all_white("  x ", 4));
}

/* The day of a cell that has one order only, or that is the same day in both; 0: none. */
static uint32_t day_of(const char *text) {
    struct date_ways ways = date_ways(text, strlen(text));
    return ways.day_first == ways.month_first || !ways.day_first ? ways.month_first
           : ways.month_first                                    ? 1
                                                                 : ways.day_first;
}

static void reads_the_day_of_a_cell(void **state) {
    static const char *const texts[] = {"2024-03-29",
                                        "20240329",
                                        "3/29/2024",
                                        "03-29-2024",
                                        "29/3/2024",
                                        "29.03.2024",
                                        " 3/29/2024\t",
                                        "2024-03-29T00:00:00Z",
                                        "29.3.2024 1:00",
                                        "3/29/2024 1:00:00 PM",
                                        "2024-03-29 00:00:00.000 +02:00"};
    static const char *const none[] = {
        "",         "2024-03",   "MAR-2024",   "202403",        "13/13/2024", "2/30/2024", "2024-3-9", "3.29.2024",
        "3/9/24",   "3/9",       "3/0/2024",   "3/9/2024 noon", "soon",       "9/31/2024", "0/1/2024", "1/1/0",
        "3/9-2024", "31/2/2024", "2024/03/09", "9.3.24",        "9,3,2024",   "3/9/02024", "9..2024",  "9.3.2024."};
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; ++i)
        assert_int_equal(day_of(texts[i]), 20240329);
    for (size_t i = 0; i < sizeof none / sizeof *none; ++i)
        assert_int_equal(day_of(none[i]), 0);
    assert_int_equal(day_of("12/31/9999"), 99991231);
    assert_int_equal(day_of("2/29/2024"), 20240229);
    assert_int_equal(day_of("2/29/2023"), 0);
}

static void assert_ways(const char *text, uint32_t day_first, uint32_t month_first) {
    struct date_ways ways = date_ways(text, strlen(text));
    assert_int_equal(ways.day_first, day_first);
    assert_int_equal(ways.month_first, month_first);
}

static void R32_a_day_of_numbers_is_one_of_two(void **state) {
    (void)state;
    assert_ways("4/12/2023", 20231204, 20230412);
    assert_ways("04-12-2023 12:00:00 AM", 20231204, 20230412);
    assert_ways("5/5/2023", 20230505, 20230505);
    assert_ways("2023-12-04", 20231204, 20231204);
    assert_ways("13/12/2023", 20231213, 0);
    assert_ways("12/13/2023", 0, 20231213);
    assert_ways("4.12.2023", 20231204, 0); /* points are always day first */
    assert_ways("5.5.2023", 20230505, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(R21_reads_every_spelling_of_a_month),
        cmocka_unit_test(R21_year_9999_is_no_month_of_usage),
        cmocka_unit_test(R21_any_iso_day_stands_for_its_month),
        cmocka_unit_test(R21_ignores_a_time_part),
        cmocka_unit_test(R33_reads_months_as_spreadsheets_write_them),
        cmocka_unit_test(R21_trims_white_space),
        cmocka_unit_test(R21_refuses_what_is_no_month),
        cmocka_unit_test(R21_reads_back_every_month_it_writes),
        cmocka_unit_test(R21_as_of_is_a_strict_iso_day),
        cmocka_unit_test(reads_the_day_of_a_cell),
        cmocka_unit_test(R32_a_day_of_numbers_is_one_of_two),
        cmocka_unit_test(R30_utf8_is_strict),
        cmocka_unit_test(R1_white_space_is_the_listed_characters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
