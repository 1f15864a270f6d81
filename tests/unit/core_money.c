/* core_money.c - amounts: R20. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include "runtime/core/assay.h"

__extension__ typedef unsigned __int128 magnitude;

static int parse(const char *text, assay_money *out) {
    return assay_money_parse(text, strlen(text), out);
}

static void assert_reads(const char *text, const char *exact) {
    char out[ASSAY_MONEY_TEXT];
    assay_money amount = -1;
    assert_int_equal(parse(text, &amount), ASSAY_OK);
    assert_int_equal(assay_money_exact(out, amount), strlen(exact));
    assert_string_equal(out, exact);
}

static void assert_refuses(const char *text, int error) {
    assay_money amount = 5;
    if (parse(text, &amount) != error) fail_msg("%s: not refused with %d", text, error);
    assert_true(amount == 5);
}

static void R20_reads_plain_amounts(void **state) {
    (void)state;
    static const char *const pairs[][2] = {{"0", "0"},
                                           {"1", "1"},
                                           {"-1", "-1"},
                                           {"+1.5", "1.5"},
                                           {".5", "0.5"},
                                           {"5.", "5"},
                                           {"-.5", "-0.5"},
                                           {"-5.", "-5"},
                                           {"007", "7"},
                                           {"-0", "0"},
                                           {"-0.000", "0"},
                                           {" \t1.25\r\n", "1.25"},
                                           {"12.3400", "12.34"},
                                           {"1e2", "100"},
                                           {"1E+2", "100"},
                                           {"100e-2", "1"},
                                           {"1.5e-3", "0.0015"},
                                           {".5e1", "5"},
                                           {"5.e1", "50"},
                                           {"\xC2\xA0"
                                            "7\xE3\x80\x80",
                                            "7"},
                                           {"1e0000002", "100"},
                                           {"-12e-1", "-1.2"},
                                           {"0.1e-23", "0.000000000000000000000001"}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        assert_reads(pairs[i][0], pairs[i][1]);
}

static void R20_counts_the_digits_of_the_value(void **state) {
    (void)state;
    assert_reads("000000000000000000001.5000000000000000000000000000000", "1.5");
    assert_reads("12345678901234500e-3", "12345678901234.5");
    assert_reads("99999999999999.999999999999999999999999", "99999999999999.999999999999999999999999");
    assert_reads("-99999999999999.999999999999999999999999", "-99999999999999.999999999999999999999999");
    assert_reads("0.000000000000000000000001", "0.000000000000000000000001");
    assert_reads("0.0000000000000000000000010e0", "0.000000000000000000000001");
    assert_reads("1000000000000000000000000e-24", "1");
    assert_reads("0.00000000000000000000000000000000000000012e40", "1.2");
    assert_refuses("100000000000000", ASSAY_E_RANGE);
    assert_refuses("1e14", ASSAY_E_RANGE);
    assert_refuses("0.0000000000000000000000001", ASSAY_E_RANGE);
    assert_refuses("99999999999999.9999999999999999999999991", ASSAY_E_RANGE);
    assert_refuses("1e-25", ASSAY_E_RANGE);
    assert_refuses("-340282366920938463463374607431768211457", ASSAY_E_RANGE);
}

static void R20_survives_huge_exponents(void **state) {
    (void)state;
    assert_reads("0e999999999999", "0");
    assert_reads("-0.00e-99999999999999999999999999999999999999", "0");
    assert_reads("0e99999999999999999999999999999999999999", "0");
    assert_refuses("1e-999", ASSAY_E_RANGE);
    assert_refuses("1e999", ASSAY_E_RANGE);
    assert_refuses("1e9223372036854775807", ASSAY_E_RANGE);
    assert_refuses("1e-9223372036854775808", ASSAY_E_RANGE);
    assert_refuses("1e18446744073709551616", ASSAY_E_RANGE);
    assert_refuses("1e-340282366920938463463374607431768211456", ASSAY_E_RANGE);
}

/* A long run of zeros and an exponent that takes it back. */
static void R20_zeros_and_exponent_cancel(void **state) {
    (void)state;
    enum { ZEROS = 100000 };
    char *text = malloc(ZEROS + 32), exact[ASSAY_MONEY_TEXT];
    assert_non_null(text);
    assay_money amount;
    text[0] = '3';
    memset(text + 1, '0', ZEROS);
    strcpy(text + 1 + ZEROS, "e-100001");
    assert_int_equal(parse(text, &amount), ASSAY_OK);
    assay_money_exact(exact, amount);
    assert_string_equal(exact, "0.3");
    memcpy(text, "0.", 2);
    strcpy(text + 1 + ZEROS, "3e100000");
    assert_int_equal(parse(text, &amount), ASSAY_OK);
    assay_money_exact(exact, amount);
    assert_string_equal(exact, "3");
    free(text);
}

static void R20_rejects_what_is_no_amount(void **state) {
    (void)state;
    static const char *const texts[] = {"",
                                        " ",
                                        "NULL",
                                        "null",
                                        ".",
                                        "-",
                                        "+",
                                        "-.",
                                        "e5",
                                        ".e5",
                                        "1e",
                                        "1e+",
                                        "1e-",
                                        "1.2.3",
                                        "1..2",
                                        "--1",
                                        "+-1",
                                        "- 1",
                                        "1 2",
                                        "1e 5",
                                        "1e5.0",
                                        "1e5e5",
                                        "0x10",
                                        "NaN",
                                        "inf",
                                        "-inf",
                                        "1f",
                                        "1-",
                                        "(1)",
                                        "1%",
                                        "\xE2\x88\x92"
                                        "1",
                                        "\xE2\x80\x8B"
                                        "1",
                                        "1e999x",
                                        "1d5",
                                        "'1",
                                        "1_000",
                                        "\xEF\xBC\x91"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_refuses(texts[i], ASSAY_E_SYNTAX);
    assay_money amount;
    assert_int_equal(assay_money_parse("1\0", 2, &amount), ASSAY_E_SYNTAX);
    assert_int_equal(assay_money_parse(NULL, 0, &amount), ASSAY_E_SYNTAX);
}

static void R20_rejects_thousands_separators(void **state) {
    (void)state;
    assert_refuses("1,000", ASSAY_E_SYNTAX);
    assert_refuses("1,5", ASSAY_E_SYNTAX);
    assert_refuses("1 000", ASSAY_E_SYNTAX);
    assert_refuses("$1", ASSAY_E_SYNTAX);
    assert_refuses("1 USD", ASSAY_E_SYNTAX);
}

/* ---- A second reader, on strings of digits ---- */

static uint64_t random_state = 20;

static uint32_t random_below(uint32_t bound) {
    random_state = random_state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)((random_state >> 33) % bound);
}

/* Matches [ws] sign? digits with at most one point, exponent? [ws], cut into its parts. */
struct parts {
    int negative;
    char digits[128];
    int point; /* digits before the point */
    long exponent;
};

static int reference_split(const char *text, struct parts *parts) {
    const char *blanks = " \t", *at = text + strspn(text, blanks);
    memset(parts, 0, sizeof *parts);
    parts->negative = *at == '-';
    at += *at == '-' || *at == '+';
    size_t before = strspn(at, "0123456789");
    size_t after = at[before] == '.' ? strspn(at + before + 1, "0123456789") : 0;
    if (before + after == 0) return 0;
    memcpy(parts->digits, at, before);
    memcpy(parts->digits + before, at + before + 1, after);
    parts->point = (int)before;
    at += before;
    at += *at == '.' ? after + 1 : 0;
    if (*at == 'e' || *at == 'E') {
        const char *digits = at + 1 + (at[1] == '-' || at[1] == '+');
        size_t length = strspn(digits, "0123456789");
        if (length == 0) return 0;
        parts->exponent = strtol(at + 1, NULL, 10);
        at = digits + length;
    }
    at += strspn(at, blanks);
    return *at == '\0';
}

/* The canonical text of an amount, by moving the point in a wide field of zeros. */
static int reference_read(const char *text, char exact[ASSAY_MONEY_TEXT]) {
    enum { WIDE = 1024, MIDDLE = WIDE / 2 };
    struct parts parts;
    if (!reference_split(text, &parts)) return ASSAY_E_SYNTAX;
    char field[WIDE + 1];
    memset(field, '0', WIDE);
    field[WIDE] = '\0';
    memcpy(field + MIDDLE - parts.point - parts.exponent, parts.digits, strlen(parts.digits));
    size_t first = strspn(field, "0");
    if (first == WIDE) {
        strcpy(exact, "0");
        return ASSAY_OK;
    }
    size_t last = WIDE;
    while (field[last - 1] == '0')
        last--;
    if (first < MIDDLE - 14 || last > MIDDLE + 24) return ASSAY_E_RANGE;
    if (first > MIDDLE - 1) first = MIDDLE - 1;
    if (last < MIDDLE) last = MIDDLE;
    int integer = (int)(MIDDLE - first), decimals = (int)(last - MIDDLE);
    sprintf(exact, "%s%.*s%s%.*s", parts.negative ? "-" : "", integer, field + first, decimals ? "." : "", decimals,
            field + MIDDLE);
    return ASSAY_OK;
}

static void random_digits(char *text, uint32_t most) {
    char *at = text + strlen(text);
    for (uint32_t digits = random_below(most); digits > 0; digits--)
        *at++ = (char)('0' + (random_below(3) ? random_below(10) : 0));
    *at = '\0';
}

static void random_amount(char *text) {
    static const char *const odd[] = {" ", "\t", "-", "+", ".", "e", ",", "x", "0", "E-"};
    text[0] = '\0';
    if (random_below(10) == 0) strcat(text, " ");
    strcat(text, random_below(3) ? "" : random_below(2) ? "-" : "+");
    random_digits(text, random_below(5) ? 12 : 40);
    if (random_below(4)) {
        strcat(text, ".");
        random_digits(text, random_below(3) ? 12 : 45);
    }
    if (random_below(3) == 0)
        sprintf(text + strlen(text), "%s%d", random_below(2) ? "e" : "E", (int)random_below(90) - 45);
    if (random_below(8) == 0) strcat(text, odd[random_below(sizeof odd / sizeof *odd)]);
}

static void R20_agrees_with_a_second_reader_on_random_texts(void **state) {
    (void)state;
    int seen[3] = {0};
    for (int round = 0; round < 400000; round++) {
        char text[160], expected[ASSAY_MONEY_TEXT], exact[ASSAY_MONEY_TEXT];
        random_amount(text);
        assay_money amount;
        int error = reference_read(text, expected);
        if (parse(text, &amount) != error) fail_msg("%s: expected %d", text, error);
        seen[error == ASSAY_OK ? 0 : error == ASSAY_E_RANGE ? 1 : 2]++;
        if (error) continue;
        assay_money_exact(exact, amount);
        assert_string_equal(exact, expected);
    }
    for (int kind = 0; kind < 3; kind++)
        assert_true(seen[kind] > 10000);
}

/* ---- Sums and printing ---- */

static const magnitude greatest = ~(magnitude)0 >> 1;

static assay_money random_money(void) {
    magnitude bits = 0;
    for (int i = 0; i < 5; i++)
        bits = bits << 31 | random_below(0x7FFFFFFF);
    assay_money amount = (assay_money)(bits >> 1 >> random_below(127));
    return random_below(2) ? amount : -amount;
}

/* Digits by division, rounded with the remainder. */
static void reference_cents(char *out, assay_money amount) {
    const magnitude cent = (magnitude)UINT64_C(10000000000000000000) * 1000u;
    magnitude size = amount < 0 ? -(magnitude)amount : (magnitude)amount;
    magnitude cents = size / cent + (size % cent >= cent / 2);
    char reversed[64];
    int length = 0;
    for (int digit = 0; digit < 3 || cents; digit++, cents /= 10) {
        if (digit == 2) reversed[length++] = '.';
        if (digit > 2 && (digit - 2) % 3 == 0) reversed[length++] = ',';
        reversed[length++] = (char)('0' + (int)(cents % 10));
    }
    reversed[length] = '\0';
    if (amount < 0 && strcspn(reversed, "123456789") != (size_t)length) reversed[length++] = '-';
    for (int i = 0; i < length; i++)
        out[i] = reversed[length - 1 - i];
    out[length] = '\0';
}

static void R20_prints_random_amounts(void **state) {
    (void)state;
    for (int round = 0; round < 200000; round++) {
        assay_money amount = random_money(), again;
        char exact[ASSAY_MONEY_TEXT], cents[ASSAY_MONEY_TEXT], expected[64], canonical[ASSAY_MONEY_TEXT];
        size_t length = assay_money_exact(exact, amount);
        assert_int_equal(length, strlen(exact));
        magnitude size = amount < 0 ? -(magnitude)amount : (magnitude)amount;
        if (size / UINT64_C(10000000000000000000) / UINT64_C(10000000000000000000) == 0) {
            assert_int_equal(parse(exact, &again), ASSAY_OK);
            assert_true(again == amount);
            assert_int_equal(reference_read(exact, canonical), ASSAY_OK);
            assert_string_equal(exact, canonical);
        }
        length = assay_money_cents(cents, amount);
        assert_int_equal(length, strlen(cents));
        reference_cents(expected, amount);
        assert_string_equal(cents, expected);
    }
}

static void assert_cents(const char *text, const char *expected) {
    char out[ASSAY_MONEY_TEXT];
    assay_money amount;
    assert_int_equal(parse(text, &amount), ASSAY_OK);
    assert_int_equal(assay_money_cents(out, amount), strlen(expected));
    assert_string_equal(out, expected);
}

static void R20_rounds_half_away_from_zero_to_cents(void **state) {
    (void)state;
    assert_cents("0", "0.00");
    assert_cents("0.005", "0.01");
    assert_cents("-0.005", "-0.01");
    assert_cents("0.004999999999999999999999", "0.00");
    assert_cents("-0.004999999999999999999999", "0.00");
    assert_cents("1234.5", "1,234.50");
    assert_cents("-1234.5", "-1,234.50");
    assert_cents("999.995", "1,000.00");
    assert_cents("-999999.995", "-1,000,000.00");
    assert_cents("123456", "123,456.00");
    assert_cents("99999999999999.999", "100,000,000,000,000.00");
    assert_cents("2.675", "2.68");
    assert_cents("1.015", "1.02");
}

static void R20_prints_the_limits(void **state) {
    (void)state;
    char out[ASSAY_MONEY_TEXT];
    assay_money least = -(assay_money)greatest - 1;
    assay_money_exact(out, (assay_money)greatest);
    assert_string_equal(out, "170141183460469.231731687303715884105727");
    assay_money_exact(out, least);
    assert_string_equal(out, "-170141183460469.231731687303715884105728");
    assay_money_cents(out, least);
    assert_string_equal(out, "-170,141,183,460,469.23");
}

static void R20_sums_detect_overflow(void **state) {
    (void)state;
    assay_money sum = (assay_money)greatest - 1, least = -(assay_money)greatest - 1;
    assert_int_equal(assay_money_add(&sum, 1), ASSAY_OK);
    assert_true(sum == (assay_money)greatest);
    assert_int_equal(assay_money_add(&sum, 1), ASSAY_E_OVERFLOW);
    assert_true(sum == (assay_money)greatest);
    assert_int_equal(assay_money_add(&sum, least), ASSAY_OK);
    assert_true(sum == -1);
    assert_int_equal(assay_money_add(&sum, least), ASSAY_E_OVERFLOW);
    assert_true(sum == -1);
}

/* Tenths are exact: a binary float would drift. */
static void R20_sums_are_exact(void **state) {
    (void)state;
    assay_money sum = 0, tenth;
    assert_int_equal(parse("0.1", &tenth), ASSAY_OK);
    for (int i = 0; i < 1000000; i++)
        assert_int_equal(assay_money_add(&sum, i % 2 ? -tenth : tenth * 3), ASSAY_OK);
    char out[ASSAY_MONEY_TEXT];
    assay_money_exact(out, sum);
    assert_string_equal(out, "100000");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(R20_reads_plain_amounts),
        cmocka_unit_test(R20_counts_the_digits_of_the_value),
        cmocka_unit_test(R20_survives_huge_exponents),
        cmocka_unit_test(R20_zeros_and_exponent_cancel),
        cmocka_unit_test(R20_rejects_what_is_no_amount),
        cmocka_unit_test(R20_rejects_thousands_separators),
        cmocka_unit_test(R20_agrees_with_a_second_reader_on_random_texts),
        cmocka_unit_test(R20_prints_random_amounts),
        cmocka_unit_test(R20_rounds_half_away_from_zero_to_cents),
        cmocka_unit_test(R20_prints_the_limits),
        cmocka_unit_test(R20_sums_detect_overflow),
        cmocka_unit_test(R20_sums_are_exact),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
