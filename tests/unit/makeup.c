/* What a sum is made of: its months, customers and rows. */
#include "runtime/usage/makeup.h"

#include "tests/unit/standing_case.h"

static const struct assay_requirement line = {.kind = ASSAY_REQUIRES_AMOUNT,
                                              .text = "sum of A and B",
                                              .amount = "100",
                                              .months = 3,
                                              .customers = 2,
                                              CASE_TEXTS("A", "B")};

/* The line is made of what lies in its window and counts, or may, towards A or B, each row once. */
static void months_and_customers_add_up(void **state) {
    (void)state;
    struct standing_case it;
    struct makeup makeup;
    size_t length;
    case_begin(&it, &line, 1, 20240401);
    CASE_ROWS(&it, {CASE_A, "small", 202401, "5"}, {CASE_A | CASE_B, "large", 202401, "60"},
              {CASE_B, "large", 202403, "-10"}, {CASE_MAY(CASE_A), "maybe", 202403, "70"},
              {CASE_MAY(CASE_B), "small", 202403, "-3"}, {CASE_C, "large", 202402, "999"},
              {CASE_A, "large", 202312, "999"}, {CASE_A, "large", 202404, "999"}, {CASE_A, "", 202401, "7"},
              {CASE_A, "also", 202401, "5"});
    const struct standing *standing = case_judge(&it);
    assert_true(makeup_make(&makeup, &it.standings, 0, &standing->verdicts[0], NULL));
    assert_int_equal(makeup.month_count, 3);
    case_assert_money(tally_net(&makeup.months[0].certain), "77");
    assert_int_equal(makeup.months[1].possible.rows, 0);
    case_assert_money(tally_net(&makeup.months[2].certain), "-10");
    case_assert_money(tally_net(&makeup.months[2].possible), "57");
    const struct {
        const char *name, *certain;
        uint64_t undecided;
    } expected[] = {{"large", "50", 0}, {"also", "5", 0}, {"small", "5", 1}, {"maybe", "0", 1}};
    assert_int_equal(makeup.customer_count, PARTNER_COUNT(expected));
    for (size_t i = 0; i < PARTNER_COUNT(expected); i++) {
        assert_string_equal(makeup_customer_text(&it.standings, makeup.customers[i].number, &length), expected[i].name);
        case_assert_money(tally_net(&makeup.customers[i].certain), expected[i].certain);
        assert_int_equal(makeup.customers[i].undecided.rows, expected[i].undecided);
    }
    case_assert_money(tally_net(&makeup.nobody_certain), "7");
    makeup_free(&makeup);
    case_free(&it);
}

/* Whatever the rows, months and customers sum to the verdict. */
static void sums_are_those_of_the_verdict(void **state) {
    (void)state;
    uint32_t seed = 1;
    for (int round = 0; round < 300; round++) {
        struct standing_case it;
        struct makeup makeup;
        case_begin(&it, &line, 1, 20240401);
        for (int i = 0; i < 40; i++) {
            char amount[16], customer[2] = "";
            seed = seed * 1664525u + 1013904223u;
            snprintf(amount, sizeof amount, "%d", (int)(seed >> 20) % 200 - 60);
            if (seed >> 9 & 3) customer[0] = (char)('a' + (seed >> 12) % 5);
            case_add(&it, (struct case_row){seed >> 24 & 63, customer, 202400 + (int)(seed >> 16) % 5 + 1, amount});
        }
        const struct standing_verdict *verdict = &case_judge(&it)->verdicts[0];
        assert_true(makeup_make(&makeup, &it.standings, 0, verdict, NULL));
        assay_money certain = tally_net(&makeup.nobody_certain);
        assay_money possible = certain + tally_net(&makeup.nobody_undecided);
        assay_money by_month = 0;
        for (size_t i = 0; i < makeup.customer_count; i++) {
            certain += tally_net(&makeup.customers[i].certain);
            possible += tally_net(&makeup.customers[i].certain) + tally_net(&makeup.customers[i].undecided);
            if (i > 0)
                assert_true(tally_net(&makeup.customers[i - 1].certain) >= tally_net(&makeup.customers[i].certain));
        }
        for (size_t i = 0; i < makeup.month_count; i++)
            by_month += tally_net(&makeup.months[i].possible);
        assert_true(certain == verdict->certain && possible == verdict->possible && by_month == verdict->possible);
        makeup_free(&makeup);
        case_free(&it);
    }
}

/* Without months nothing certainly lies in the window, and there is no column to draw. */
static void without_months(void **state) {
    (void)state;
    struct standing_case it;
    struct makeup makeup;
    case_begin(&it, &line, 1, 20240401);
    it.usage.has_months = false;
    CASE_ROWS(&it, {CASE_A, "a", 0, "5"});
    const struct standing *standing = case_judge(&it);
    assert_true(makeup_make(&makeup, &it.standings, 0, &standing->verdicts[0], NULL));
    assert_int_equal(makeup.month_count, 0);
    assert_int_equal(makeup.customers[0].certain.rows, 0);
    assert_int_equal(makeup.customers[0].undecided.rows, 1);
    makeup_free(&makeup);
    case_free(&it);
}

/* ---- Rows ---- */

/* Rows come in any order; the least of all gathered cells stay, in order. */
static void the_least_rows_stay(void **state) {
    (void)state;
    for (uint64_t step = 1; step < 97; step++) {
        struct samples samples = {0};
        struct samples_rows rows = {0};
        for (uint64_t i = 0; i < 97; i++) {
            uint64_t row = i * step % 97 + 1; /* each of 1..97 once */
            assert_true(samples_add(&samples, (uint32_t)(row % 3), 7, 24000, row));
        }
        samples_gather(&samples, &(struct ledger_cell){.outcome = 0, .customer = 7, .month = 24000}, &rows);
        for (uint32_t i = 0; i < SAMPLES_KEPT; i++)
            assert_int_equal(rows.rows[i], 3 * (i + 1));
        samples_gather(&samples, &(struct ledger_cell){.outcome = 2, .customer = 7, .month = 24000}, &rows);
        for (uint32_t i = 0; i < SAMPLES_KEPT; i++)
            assert_int_equal(rows.rows[i], i / 2 * 3 + 2 + i % 2);
        assert_int_equal(rows.count, SAMPLES_KEPT);
        samples_gather(&samples, &(struct ledger_cell){.outcome = 2, .customer = 8, .month = 24000}, &rows);
        assert_int_equal(rows.rows[0], 2);
        samples_free(&samples);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(months_and_customers_add_up),
        cmocka_unit_test(sums_are_those_of_the_verdict),
        cmocka_unit_test(without_months),
        cmocka_unit_test(the_least_rows_stay),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
