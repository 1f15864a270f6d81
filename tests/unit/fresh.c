#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "runtime/usage/day.h"
#include "runtime/usage/fresh.h"

/* What is stated: performance by a day of each month, knowledge within days. */
static struct assay_usage usage_of(struct assay_refresh *performance, struct assay_refresh *knowledge) {
    return (struct assay_usage){.name = "Case", .performance = performance, .knowledge = knowledge};
}

static int32_t month_of(int32_t year, int32_t month) {
    return year * 12 + month - 1;
}

static void of_2023_05_10(void **state) {
    (void)state;
    struct assay_refresh performance = {.day = 20}, knowledge = {.days = 10};
    struct assay_usage usage = usage_of(&performance, &knowledge);
    struct fresh fresh;
    fresh_make(&fresh, &usage, 20230510, month_of(2022, 6), month_of(2023, 4));
    assert_int_equal(fresh.first, month_of(2023, 4));
    assert_int_equal(fresh.last, month_of(2023, 4));
    assert_int_equal(fresh_until(&performance, fresh.first), 20230520);
    assert_int_equal(fresh.refreshed, 20230420);
    assert_int_equal(fresh.refreshes, 20230520);
    assert_int_equal(fresh.look, 20230521);
    assert_int_equal(fresh.since, 20230430);
    assert_int_equal(fresh.look_then, 20230521);
}

/* Both days of a refresh: on the day itself figures may still change, on the next they are complete. */
static void around_the_day(void **state) {
    (void)state;
    struct assay_refresh performance = {.day = 20};
    struct assay_usage usage = usage_of(&performance, NULL);
    struct fresh fresh;
    fresh_make(&fresh, &usage, 20230520, month_of(2023, 4), month_of(2023, 4));
    assert_int_equal(fresh.first, fresh.last);
    assert_int_equal(fresh.look, 20230521);
    fresh_make(&fresh, &usage, 20230521, month_of(2023, 4), month_of(2023, 4));
    assert_true(fresh.first > fresh.last);
    assert_int_equal(fresh.refreshed, 20230520);
    assert_int_equal(fresh.look, 20230621);
    assert_null(fresh.knowledge);
}

/* An export that holds later months was made later, whatever day is asked for. */
static void the_export_is_not_older_than_its_months(void **state) {
    (void)state;
    struct assay_refresh performance = {.day = 20};
    struct assay_usage usage = usage_of(&performance, NULL);
    struct fresh fresh;
    fresh_make(&fresh, &usage, 20230310, month_of(2023, 1), month_of(2023, 6));
    assert_int_equal(fresh.first, month_of(2023, 5));
    assert_int_equal(fresh.last, month_of(2023, 6));
    assert_int_equal(fresh.look, 20230621);
}

static void nothing_stated_and_no_day(void **state) {
    (void)state;
    struct assay_refresh performance = {.day = 20}, knowledge = {.days = 10};
    struct assay_usage none = usage_of(NULL, NULL), both = usage_of(&performance, &knowledge);
    struct fresh fresh;
    fresh_make(&fresh, &none, 20230510, 0, 0);
    assert_true(!fresh.performance && !fresh.knowledge && fresh.first > fresh.last);
    fresh_make(&fresh, &both, 0, month_of(2023, 1), month_of(2023, 6));
    assert_true(!fresh.performance && !fresh.knowledge && fresh.first > fresh.last);
    fresh_make(&fresh, &both, 20230510, -1, -1);
    assert_true(fresh.performance && fresh.first > fresh.last);
    assert_int_equal(fresh.look, 20230521);
}

static uint32_t last_of(int32_t month) {
    uint32_t first = (uint32_t)(month / 12) * 10000 + (uint32_t)(month % 12 + 1) * 100 + 1;
    return day_add(day_add(first, 31), -(int32_t)(day_add(first, 31) % 100));
}

/* Day by day through four years, for each day of a month: a month may change as long as the day of the month behind it,
 * or that month's end, is not over. */
static void by_walking_through_days(void **state) {
    (void)state;
    for (uint16_t stated = 1; stated <= 31; stated++) {
        struct assay_refresh performance = {.day = stated};
        struct assay_usage usage = usage_of(&performance, NULL);
        for (uint32_t day = 20230101; day < 20270101; day = day_add(day, stated % 3 + 1)) {
            int32_t month = day_month(day);
            struct fresh fresh;
            fresh_make(&fresh, &usage, day, month - 14, month - 1);
            uint32_t until = last_of(month) % 100 < stated ? last_of(month) : day / 100 * 100 + stated;
            assert_int_equal(fresh.first <= fresh.last, day <= until);
            assert_int_equal(fresh.look, day_add(fresh.refreshes, 1));
            assert_true(fresh.refreshed < day && day <= fresh.refreshes);
            assert_int_equal(fresh_until(&performance, month - 1), until);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(of_2023_05_10),
        cmocka_unit_test(around_the_day),
        cmocka_unit_test(the_export_is_not_older_than_its_months),
        cmocka_unit_test(nothing_stated_and_no_day),
        cmocka_unit_test(by_walking_through_days),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
