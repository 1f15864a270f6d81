/* Where a partner stands: sums, columns that are absent, alternatives, effective dates. */
#include "tests/unit/standing_case.h"

#define LINE_3_MONTHS(needed, n)                                                                                       \
    {                                                                                                                  \
        .kind = ASSAY_REQUIRES_AMOUNT, .text = "sum of A", .amount = needed, .months = 3, .customers = n,              \
        CASE_TEXTS("A")                                                                                                \
    }

/* ---- Amounts ---- */

static void R23_amount_at_the_threshold(void **state) {
    (void)state;
    const struct assay_requirement line = LINE_3_MONTHS("30000", 0);
    const struct {
        const char *amount;
        enum assay_answer met;
    } tried[] = {{"9999.99", ASSAY_NO},
                 {"10000", ASSAY_YES},
                 {"10000.01", ASSAY_YES},
                 {"9999.999999999999999999999999", ASSAY_NO}};
    for (size_t i = 0; i < PARTNER_COUNT(tried); i++) {
        struct standing_case it;
        case_begin(&it, &line, 1, 20240401);
        CASE_ROWS(&it, {CASE_A, "a", 202401, "10000"}, {CASE_A, "b", 202402, "10000"},
                  {CASE_A, "", 202403, tried[i].amount}, {CASE_B, "b", 202403, "99999"});
        struct standing_verdict verdict = case_verdict(&it);
        assert_int_equal(verdict.met, tried[i].met);
        assert_int_equal(verdict.doubt, STANDING_CERTAIN);
        assert_false(verdict.count.asked);
        case_free(&it);
    }
}

static void R22_customers_at_the_threshold(void **state) {
    (void)state;
    for (uint16_t needed = 1; needed <= 4; needed++) {
        const struct assay_requirement line = LINE_3_MONTHS("1", needed);
        struct standing_case it;
        case_begin(&it, &line, 1, 20240401);
        CASE_ROWS(&it, {CASE_A, "a", 202401, "10"}, {CASE_A, "b", 202402, "10"}, {CASE_A, "c", 202403, "0.01"},
                  {CASE_A, "d", 202403, "5"}, {CASE_A, "d", 202401, "-5"}, {CASE_A, "", 202403, "7"},
                  {CASE_B, "e", 202403, "7"}, {CASE_A, "f", 202312, "7"});
        struct standing_verdict verdict = case_verdict(&it);
        assert_int_equal(verdict.met, needed <= 3 ? ASSAY_YES : ASSAY_NO);
        assert_int_equal(verdict.count.certain, 3);
        assert_int_equal(verdict.amount_met, ASSAY_YES);
        case_assert_money(verdict.certain, "27.01");
        case_free(&it);
    }
}

static void R21_window_is_complete_months_before_the_day(void **state) {
    (void)state;
    const struct assay_requirement line = LINE_3_MONTHS("1", 0);
    const struct {
        uint32_t as_of;
        const char *from, *until;
    } tried[] = {{20240401, "2024-01", "2024-03"}, {20240430, "2024-01", "2024-03"}, {20240331, "2023-12", "2024-02"},
                 {20240229, "2023-11", "2024-01"}, {20240301, "2023-12", "2024-02"}, {20250301, "2024-12", "2025-02"}};
    for (size_t i = 0; i < PARTNER_COUNT(tried); i++) {
        struct standing_case it;
        case_begin(&it, &line, 1, tried[i].as_of);
        int32_t first = month_parse(tried[i].from, 7), last = month_parse(tried[i].until, 7);
        assert_int_equal(last - first, 2);
        for (int32_t month = first - 1; month <= last + 1; month++)
            case_add(&it, (struct case_row){CASE_A, "a", month / 12 * 100 + month % 12 + 1,
                                            month < first || month > last ? "1000" : "1"});
        struct standing_verdict verdict = case_verdict(&it);
        assert_true(verdict.has_window);
        assert_int_equal(verdict.from, first);
        assert_int_equal(verdict.until, last);
        case_assert_money(verdict.certain, "3");
        case_free(&it);
    }
}

static void R21_average_divides_by_all_months(void **state) {
    (void)state;
    const struct {
        const char *amount;
        enum assay_answer met;
    } tried[] = {{"5999.99", ASSAY_NO}, {"6000", ASSAY_YES}};
    const struct assay_requirement line = {
        .kind = ASSAY_REQUIRES_AMOUNT,
        .text = "average",
        .average = 1,
        .amount = "2000",
        .months = 3,
        CASE_TEXTS("A"),
        CASE_PARTS({.kind = ASSAY_REQUIRES_AMOUNT, .text = "of which", .amount = "2000", CASE_TEXTS("A")})};
    for (size_t i = 0; i < PARTNER_COUNT(tried); i++) {
        struct standing_case it;
        case_begin(&it, &line, 1, 20240401);
        CASE_ROWS(&it, {CASE_A, "a", 202402, tried[i].amount});
        struct standing_verdict verdict = case_verdict(&it);
        assert_int_equal(verdict.met, tried[i].met);
        case_assert_money(verdict.needed, "6000");
        assert_int_equal(verdict.parts[0].met, tried[i].met);
        case_assert_money(verdict.parts[0].needed, "6000");
        case_free(&it);
    }
}

static void R21_empty_window(void **state) {
    (void)state;
    const struct assay_requirement line = LINE_3_MONTHS("1", 2);
    struct standing_case it;
    case_begin(&it, &line, 1, 20240401);
    CASE_ROWS(&it, {CASE_A, "a", 202312, "5"}, {CASE_A, "a", 202404, "5"});
    struct standing_verdict verdict = case_verdict(&it);
    assert_int_equal(verdict.met, ASSAY_NO);
    struct standing_missing missing = standing_missing(&verdict);
    case_assert_money(missing.amount_most, "1");
    assert_int_equal(missing.count_least, 2);
    case_free(&it);
}

static void R23_undecided_rows_least_and_greatest(void **state) {
    (void)state;
    const struct assay_requirement line = LINE_3_MONTHS("100", 0);
    const struct {
        const char *certain, *charge, *credit;
        enum assay_answer met;
    } tried[] = {{"100", "50", "0", ASSAY_YES},
                 {"100", "50", "-0.01", ASSAY_CANNOT_TELL},
                 {"110", "0", "-10", ASSAY_YES},
                 {"50", "49.99", "0", ASSAY_NO},
                 {"50", "50", "-50", ASSAY_CANNOT_TELL}};
    for (size_t i = 0; i < PARTNER_COUNT(tried); i++) {
        struct standing_case it;
        case_begin(&it, &line, 1, 20240401);
        CASE_ROWS(&it, {CASE_A, "a", 202401, tried[i].certain}, {CASE_MAY(CASE_A), "a", 202401, tried[i].charge},
                  {CASE_MAY(CASE_A), "b", 202403, tried[i].credit});
        struct standing_verdict verdict = case_verdict(&it);
        assert_int_equal(verdict.met, tried[i].met);
        assert_int_equal(verdict.doubt, tried[i].met == ASSAY_CANNOT_TELL ? STANDING_UNDECIDED_ROWS : STANDING_CERTAIN);
        case_free(&it);
    }
}

static void R23_undecided_customers(void **state) {
    (void)state;
    const struct assay_requirement two = LINE_3_MONTHS("1", 2);
    const struct assay_requirement three = LINE_3_MONTHS("1", 3), four = LINE_3_MONTHS("1", 4);
    const struct assay_requirement *const lines[] = {&two, &three, &four};
    for (uint32_t i = 0; i < 3; i++) {
        struct standing_case it;
        case_begin(&it, lines[i], 1, 20240401);
        CASE_ROWS(&it, {CASE_A, "a", 202401, "10"}, {CASE_MAY(CASE_A), "a", 202401, "-9.99"}, /* 0.01 at least */
                  {CASE_A, "b", 202402, "5"},                                                 /* certain */
                  {CASE_A, "c", 202402, "5"}, {CASE_MAY(CASE_A), "c", 202403, "-5"},          /* perhaps */
                  {CASE_MAY(CASE_A), "d", 202403, "-5"}, {CASE_A, "", 202403, "100"});        /* never */
        struct standing_verdict verdict = case_verdict(&it);
        static const enum assay_answer expected[] = {ASSAY_YES, ASSAY_CANNOT_TELL, ASSAY_NO};
        assert_int_equal(verdict.met, expected[i]);
        assert_int_equal(verdict.count.certain, 2);
        assert_int_equal(verdict.count.possible, 3);
        assert_int_equal(verdict.doubt, i == 1 ? STANDING_UNDECIDED_ROWS : STANDING_CERTAIN);
        case_free(&it);
    }
}

static void R23_a_row_counts_once_in_a_line_and_lines_are_independent(void **state) {
    (void)state;
    const struct assay_requirement lines[] = {{.kind = ASSAY_REQUIRES_AMOUNT,
                                               .text = "both",
                                               .amount = "9",
                                               .months = 1,
                                               .customers = 2,
                                               CASE_TEXTS("a", "B")},
                                              {.kind = ASSAY_REQUIRES_AMOUNT,
                                               .text = "one",
                                               .amount = "9",
                                               .months = 1,
                                               .customers = 2,
                                               CASE_TEXTS("old  A")}};
    struct standing_case it;
    case_begin(&it, lines, 2, 20240401);
    CASE_ROWS(&it, {CASE_A | CASE_B, "a", 202403, "5"}, {CASE_B, "b", 202403, "4"},
              {CASE_A | CASE_MAY(CASE_B), "a", 202403, "1"});
    const struct standing *standing = case_judge(&it);
    case_assert_money(standing->verdicts[0].certain, "10");
    case_assert_money(standing->verdicts[0].possible, "10");
    assert_int_equal(standing->verdicts[0].met, ASSAY_YES);
    case_assert_money(standing->verdicts[1].certain, "6");
    assert_int_equal(standing->verdicts[1].count.certain, 1);
    assert_int_equal(standing->verdicts[1].met, ASSAY_NO);
    case_free(&it);
}

static void R23_of_which_has_a_sum_and_customers_of_its_own(void **state) {
    (void)state;
    const struct assay_requirement line = {
        .kind = ASSAY_REQUIRES_AMOUNT,
        .text = "mix",
        .amount = "9",
        .months = 1,
        .customers = 2,
        CASE_TEXTS("A", "B"),
        CASE_PARTS({.kind = ASSAY_REQUIRES_AMOUNT, .text = "part", .amount = "3", .customers = 1, CASE_TEXTS("B")})};
    const struct {
        const char *amount;
        enum assay_answer met;
    } tried[] = {{"2.99", ASSAY_NO}, {"3", ASSAY_YES}};
    for (size_t i = 0; i < PARTNER_COUNT(tried); i++) {
        struct standing_case it;
        case_begin(&it, &line, 1, 20240401);
        CASE_ROWS(&it, {CASE_A, "a", 202403, "50"}, {CASE_B, "b", 202403, tried[i].amount},
                  {CASE_B, "b", 202402, "100"});
        struct standing_verdict verdict = case_verdict(&it);
        assert_int_equal(verdict.met, tried[i].met);
        assert_int_equal(verdict.amount_met == ASSAY_YES && verdict.count.met == ASSAY_YES, true);
        case_assert_money(verdict.parts[0].certain, tried[i].amount);
        case_free(&it);
    }
}

static void measures_out_of_force_count_nothing(void **state) {
    (void)state;
    const struct assay_requirement line = {
        .kind = ASSAY_REQUIRES_AMOUNT, .text = "mix", .amount = "9", .months = 1, CASE_TEXTS("A", "B")};
    struct standing_case it;
    case_begin(&it, &line, 1, 20240401);
    it.in_force = CASE_B;
    CASE_ROWS(&it, {CASE_A, "a", 202403, "50"}, {CASE_B, "b", 202403, "5"});
    struct standing_verdict verdict = case_verdict(&it);
    case_assert_money(verdict.certain, "5");
    case_free(&it);
}

/* ---- Absent columns ---- */

static void R3_absent_month(void **state) {
    (void)state;
    const struct assay_requirement line = LINE_3_MONTHS("10", 2);
    const struct {
        const char *amount;
        enum assay_answer met;
    } tried[] = {{"4.99", ASSAY_NO}, {"5", ASSAY_CANNOT_TELL}, {"5000", ASSAY_CANNOT_TELL}};
    for (size_t i = 0; i < PARTNER_COUNT(tried); i++) {
        struct standing_case it;
        case_begin(&it, &line, 1, 20240401);
        it.usage.has_months = false;
        CASE_ROWS(&it, {CASE_A, "a", 0, tried[i].amount}, {CASE_A, "b", 0, "5"}, {CASE_A, "b", 0, "-8"});
        struct standing_verdict verdict = case_verdict(&it);
        assert_int_equal(verdict.met, tried[i].met);
        assert_int_equal(verdict.doubt, i ? STANDING_NO_MONTH : STANDING_CERTAIN);
        case_assert_money(verdict.certain, "0");
        case_free(&it);
    }
}

static void R3_absent_month_and_too_few_customers(void **state) {
    (void)state;
    const struct assay_requirement line = LINE_3_MONTHS("10", 2);
    struct standing_case it;
    case_begin(&it, &line, 1, 20240401);
    it.usage.has_months = false;
    CASE_ROWS(&it, {CASE_A, "a", 0, "500"}, {CASE_A, "b", 0, "-8"});
    assert_int_equal(case_verdict(&it).met, ASSAY_NO);
    case_free(&it);
}

static void R3_absent_customer(void **state) {
    (void)state;
    for (uint16_t needed = 0; needed <= 3; needed++) {
        const struct assay_requirement line = LINE_3_MONTHS("10", needed);
        struct standing_case it;
        case_begin(&it, &line, 1, 20240401);
        it.usage.has_customers = false;
        CASE_ROWS(&it, {CASE_A, "", 202401, "8"}, {CASE_A, "", 202403, "5"}, {CASE_A, "", 202403, "-1"},
                  {CASE_A, "", 202404, "99"});
        static const enum assay_answer expected[] = {ASSAY_YES, ASSAY_CANNOT_TELL, ASSAY_CANNOT_TELL, ASSAY_NO};
        struct standing_verdict verdict = case_verdict(&it);
        assert_int_equal(verdict.met, expected[needed]);
        assert_int_equal(verdict.amount_met, ASSAY_YES);
        if (expected[needed] == ASSAY_CANNOT_TELL) assert_int_equal(verdict.doubt, STANDING_NO_CUSTOMER);
        case_free(&it);
    }
}

static void an_unknown_day_decides_only_what_no_day_could_meet(void **state) {
    (void)state;
    const struct assay_requirement lines[] = {LINE_3_MONTHS("10", 0),
                                              LINE_3_MONTHS("100", 0),
                                              {.kind = ASSAY_REQUIRES_AMOUNT,
                                               .text = "later",
                                               .amount = "100",
                                               .months = 3,
                                               .from = 20250101,
                                               CASE_TEXTS("A")}};
    struct standing_case it;
    case_begin(&it, lines, 3, 0);
    it.usage.has_months = false;
    CASE_ROWS(&it, {CASE_A, "a", 0, "50"});
    const struct standing *standing = case_judge(&it);
    assert_int_equal(standing->verdicts[0].met, ASSAY_CANNOT_TELL);
    assert_int_equal(standing->verdicts[0].doubt, STANDING_NO_DAY);
    assert_false(standing->verdicts[0].has_window);
    assert_int_equal(standing->verdicts[1].met, ASSAY_NO);
    /* Not met, but perhaps not in force either. */
    assert_int_equal(standing->verdicts[2].met, ASSAY_CANNOT_TELL);
    assert_int_equal(standing->verdicts[2].doubt, STANDING_NO_DAY);
    case_free(&it);
}

/* ---- Either, all, not published, effective dates ---- */

static void R23_either_and_all_by_Kleene(void **state) {
    (void)state;
    /* In January 5 are certain and 5 more possible: 5 is met, 10 cannot be told, 11 is not met. */
#define SUM(needed)                                                                                                    \
    { .kind = ASSAY_REQUIRES_AMOUNT, .text = needed, .amount = needed, .months = 1, CASE_TEXTS("A") }
    const struct assay_requirement sums[] = {
        [ASSAY_NO] = SUM("11"), [ASSAY_YES] = SUM("5"), [ASSAY_CANNOT_TELL] = SUM("10")};
#undef SUM
    static const enum assay_answer both[3][3] = {
        [ASSAY_NO] = {ASSAY_NO, ASSAY_NO, ASSAY_NO},
        [ASSAY_YES] = {ASSAY_NO, ASSAY_YES, ASSAY_CANNOT_TELL},
        [ASSAY_CANNOT_TELL] = {ASSAY_NO, ASSAY_CANNOT_TELL, ASSAY_CANNOT_TELL}};
    static const enum assay_answer either[3][3] = {
        [ASSAY_NO] = {ASSAY_NO, ASSAY_YES, ASSAY_CANNOT_TELL},
        [ASSAY_YES] = {ASSAY_YES, ASSAY_YES, ASSAY_YES},
        [ASSAY_CANNOT_TELL] = {ASSAY_CANNOT_TELL, ASSAY_YES, ASSAY_CANNOT_TELL}};
    for (uint32_t i = 0; i < 9; i++) {
        const struct assay_requirement parts[] = {sums[i / 3], sums[i % 3]};
        const struct assay_requirement all = {
            .kind = ASSAY_REQUIRES_ALL_OF, .text = "all", .parts = parts, .part_count = 2};
        const struct assay_requirement lines[] = {
            {.kind = ASSAY_REQUIRES_ANY_OF, .text = "any", .parts = parts, .part_count = 2},
            {.kind = ASSAY_REQUIRES_ANY_OF, .text = "any of all", .parts = &all, .part_count = 1}};
        struct standing_case it;
        case_begin(&it, lines, 2, 20240201);
        CASE_ROWS(&it, {CASE_A, "a", 202401, "5"}, {CASE_MAY(CASE_A), "a", 202401, "5"});
        const struct standing *standing = case_judge(&it);
        assert_int_equal(standing->verdicts[0].met, either[i / 3][i % 3]);
        assert_int_equal(standing->verdicts[1].met, both[i / 3][i % 3]);
        case_free(&it);
    }
}

static void R24_what_is_not_published_cannot_be_told(void **state) {
    (void)state;
    const struct assay_requirement lines[] = {
        {.kind = ASSAY_REQUIRES_UNPUBLISHED, .text = "knowledge not published", .subject = "knowledge"}};
    struct standing_case it;
    case_begin(&it, lines, 1, 20240201);
    const struct standing *standing = case_judge(&it);
    assert_int_equal(standing->verdicts[0].met, ASSAY_CANNOT_TELL);
    assert_int_equal(standing->verdicts[0].doubt, STANDING_UNPUBLISHED);
    assert_int_equal(standing->prerequisites, ASSAY_CANNOT_TELL);
    assert_int_equal(standing->status, STANDING_NOT_STARTED);
    assert_string_equal(standing->next, "Cannot be told: knowledge not published.");
    case_free(&it);
    case_begin(&it, NULL, 0, 20240201);
    standing = case_judge(&it);
    assert_int_equal(standing->status, STANDING_NOT_STARTED);
    assert_int_equal(standing->prerequisites, ASSAY_CANNOT_TELL);
    assert_string_equal(standing->next, "No requirement is published.");
    case_free(&it);
}

static void R24_the_day_picks_the_line(void **state) {
    (void)state;
    const struct assay_requirement lines[] = {
        {.kind = ASSAY_REQUIRES_AMOUNT, .text = "old", .amount = "30", .months = 3, .until = 20251231, CASE_TEXTS("A")},
        {.kind = ASSAY_REQUIRES_AMOUNT,
         .text = "new",
         .amount = "7.5",
         .months = 3,
         .from = 20260101,
         CASE_TEXTS("A")}};
    for (int new = 0; new < 2; new ++) {
        struct standing_case it;
        case_begin(&it, lines, 2, new ? 20260101 : 20251231);
        CASE_ROWS(&it, {CASE_A, "a", 202511, "10"});
        const struct standing *standing = case_judge(&it);
        assert_int_equal(standing->verdict_count, 1);
        assert_string_equal(standing->verdicts[0].requirement->text, new ? "new" : "old");
        assert_int_equal(standing->verdicts[0].met, new ? ASSAY_YES : ASSAY_NO);
        case_free(&it);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(R23_amount_at_the_threshold),
        cmocka_unit_test(R22_customers_at_the_threshold),
        cmocka_unit_test(R21_window_is_complete_months_before_the_day),
        cmocka_unit_test(R21_average_divides_by_all_months),
        cmocka_unit_test(R21_empty_window),
        cmocka_unit_test(R23_undecided_rows_least_and_greatest),
        cmocka_unit_test(R23_undecided_customers),
        cmocka_unit_test(R23_a_row_counts_once_in_a_line_and_lines_are_independent),
        cmocka_unit_test(R23_of_which_has_a_sum_and_customers_of_its_own),
        cmocka_unit_test(measures_out_of_force_count_nothing),
        cmocka_unit_test(R3_absent_month),
        cmocka_unit_test(R3_absent_month_and_too_few_customers),
        cmocka_unit_test(R3_absent_customer),
        cmocka_unit_test(an_unknown_day_decides_only_what_no_day_could_meet),
        cmocka_unit_test(R23_either_and_all_by_Kleene),
        cmocka_unit_test(R24_what_is_not_published_cannot_be_told),
        cmocka_unit_test(R24_the_day_picks_the_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
