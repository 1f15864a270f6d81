/* Days and what they are added to; products wider than 128 bits. */
#include "runtime/usage/day.h"
#include "runtime/usage/month.h"
#include "runtime/usage/wide.h"

#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

static void days_are_counted_through(void **state) {
    (void)state;
    /* 400 years and a bit around the odd ones, day by day against the reader of days. */
    const uint32_t from[] = {10101, 15991201, 18991201, 19991201, 99960101};
    for (size_t i = 0; i < sizeof from / sizeof *from; i++) {
        uint32_t day = from[i];
        for (int n = 0; n < 1400; n++) {
            uint32_t next = day_add(day, 1);
            char text[16], written[DAY_TEXT];
            assert_int_equal(day_text(written, next), 10);
            snprintf(text, sizeof text, "%04u-%02u-%02u", next / 10000, next / 100 % 100, next % 100);
            assert_string_equal(written, text);
            assert_int_equal(date_parse(text, 10), next);
            assert_true(next > day);
            assert_int_equal(day_count(next), day_count(day) + 1);
            assert_true(next == day + 1 || next % 100 == 1);
            day = next;
        }
    }
    char year[DAY_TEXT];
    assert_int_equal(day_text(year, 20250000), 4);
    assert_string_equal(year, "2025");
    assert_int_equal(day_count(10101), 0);
    assert_int_equal(day_count(99991231), 3652058);
    assert_int_equal(day_count(20000301) - day_count(20000228), 2);
    assert_int_equal(day_count(19000301) - day_count(19000228), 1);
}

static void days_stay_in_the_calendar(void **state) {
    (void)state;
    assert_int_equal(day_add(99991231, 1), 99991231);
    assert_int_equal(day_add(10101, -1), 10101);
    assert_int_equal(day_add_months(99980115, 40), 99991231);
    assert_int_equal(day_reaching(20115, 40), 10101);
}

static void a_period_of_months_ends_on_the_same_day(void **state) {
    (void)state;
    assert_int_equal(day_add_months(20230715, 24), 20250715);
    assert_int_equal(day_add_months(20240229, 12), 20250228);
    assert_int_equal(day_add_months(20240229, 48), 20280229);
    assert_int_equal(day_add_months(20231231, 2), 20240229);
    assert_int_equal(day_month(20240229), 2024 * 12 + 1);
}

/* day_reaching is the least day that day_add_months takes as far; looked for day by day. */
static void the_first_day_that_reaches(void **state) {
    (void)state;
    for (uint32_t months = 1; months <= 24; months += 5) {
        for (uint32_t day = 20240101, n = 0; n < 800; n++, day = day_add(day, 1)) {
            uint32_t first = day_reaching(day, months);
            assert_true(day_add_months(first, months) >= day);
            assert_true(day_add_months(day_add(first, -1), months) < day);
        }
    }
}

#define HALF(high, low) ((wide_half)UINT64_C(high) << 64 | UINT64_C(low))

static void products_are_exact(void **state) {
    (void)state;
    const wide_half most = ~(wide_half)0;
    struct wide square = wide_product(most, most);
    assert_true(square.high == most - 1 && square.low == 1);
    struct wide product = wide_product(HALF(0x0123456789abcdef, 0xfedcba9876543210), HALF(0x1, 0x0));
    assert_true(product.high == 0x0123456789abcdef && product.low == HALF(0xfedcba9876543210, 0x0));
    assert_true(wide_compare(square, product) > 0 && wide_compare(product, square) < 0);
    assert_int_equal(wide_compare(product, product), 0);
}

static void quotients_are_rounded_down(void **state) {
    (void)state;
    wide_half quotient;
    srand(7);
    for (int i = 0; i < 20000; i++) {
        wide_half a = 0, b = 0;
        for (int bit = rand() % 128; bit >= 0; bit -= 15) {
            a = a << 15 | (wide_half)(rand() & 0x7fff);
            b = b << 15 | (wide_half)(rand() & 0x7fff);
        }
        if (b == 0) continue;
        struct wide product = wide_product(a, b);
        assert_true(wide_divide(product, b, &quotient) && quotient == a);
        if (product.low == 0 || a == 0) continue;
        product.low--;
        assert_true(wide_divide(product, b, &quotient) && quotient == a - 1);
    }
    assert_false(wide_divide((struct wide){1, 0}, 1, &quotient));
    assert_false(wide_divide((struct wide){0, 1}, 0, &quotient));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_are_counted_through),
        cmocka_unit_test(days_stay_in_the_calendar),
        cmocka_unit_test(a_period_of_months_ends_on_the_same_day),
        cmocka_unit_test(the_first_day_that_reaches),
        cmocka_unit_test(products_are_exact),
        cmocka_unit_test(quotients_are_rounded_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
