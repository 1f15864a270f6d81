/* What matters next: the month that leaves, the customers a line hangs on, the days ahead. */
#include "runtime/usage/day.h"
#include "tests/unit/standing_case.h"

#include <unistd.h>

static const struct outlook *look(struct standing_case *it) {
    case_judge(it);
    assert_true(outlook_make(&it->outlooks, &it->standings));
    return &it->outlooks.all[0];
}

static const struct assay_requirement sum[] = {
    {.kind = ASSAY_REQUIRES_AMOUNT,
     .text = "sum",
     .amount = "100",
     .months = 3,
     .customers = 2,
     CASE_TEXTS("A", "B"),
     CASE_PARTS({.kind = ASSAY_REQUIRES_AMOUNT, .text = "of which", .amount = "10", CASE_TEXTS("B")})}};

static void the_oldest_month_leaves(void **state) {
    (void)state;
    struct standing_case it;
    case_begin(&it, sum, 1, 20240401);
    CASE_ROWS(&it, {CASE_A, "a", 202401, "60"}, {CASE_B, "a", 202402, "15.5"}, {CASE_B, "b", 202401, "40"},
              {CASE_MAY(CASE_A), "c", 202403, "-1"});
    const struct outlook_verdict *line = &look(&it)->verdicts[0];
    assert_int_equal(line->verdict->met, ASSAY_YES);
    assert_true(line->has_leaving);
    assert_int_equal(line->leaving, 2024 * 12);
    assert_int_equal(line->stays.met, ASSAY_NO);
    case_assert_money(line->stays.certain, "15.5");
    assert_int_equal(line->stays.count.certain, 1);
    case_assert_money(standing_missing(&line->stays).amount_most, "85.5");
    assert_int_equal(line->parts[0].stays.met, ASSAY_YES);
    case_assert_money(line->parts[0].stays.certain, "15.5");
    case_free(&it);
}

static void what_breaks_is_told_in_order(void **state) {
    (void)state;
    struct standing_case it;
    case_begin(&it, sum, 1, 20240401);
    CASE_ROWS(&it, {CASE_A, "a", 202401, "90"}, {CASE_B, "b", 202402, "10"}, {CASE_B, "b", 202403, "9.995"});
    const struct outlook *outlook = look(&it);
    assert_int_equal(outlook->warning_count, 2);
    assert_int_equal(outlook->warnings[0].kind, OUTLOOK_WARNS_MONTH);
    assert_int_equal(outlook->warnings[0].day, 20240501);
    assert_int_equal(outlook->warnings[0].days, 30);
    assert_true(outlook->warnings[0].danger);
    assert_string_equal(outlook->warnings[0].words,
                        "From 2024-05-01 on, if nothing new comes in, not met: sum. 2024-01 leaves the window; 19.99 "
                        "of 100.00 USD and 1 "
                        "of 2 customers stay. 80.01 USD and 1 customer must come in; 2024-03 brought 9.99 USD.");
    assert_string_equal(outlook->warnings[1].words, "Depends on each of 2 customers (a, b): sum.");
    assert_int_equal(outlook->warnings[1].day, 0);
    assert_string_equal(outlook->next + strlen(outlook->next) - strlen("Nothing is missing."), "Nothing is missing.");
    case_free(&it);
}

static void a_month_like_the_newest_one_holds(void **state) {
    (void)state;
    struct standing_case it;
    case_begin(&it, sum, 1, 20240401);
    CASE_ROWS(&it, {CASE_A, "a", 202401, "30"}, {CASE_B, "b", 202401, "10"}, {CASE_A, "a", 202402, "20"},
              {CASE_B, "b", 202402, "10"}, {CASE_A, "a", 202403, "30"}, {CASE_B, "b", 202403, "12"});
    const struct outlook *outlook = look(&it);
    assert_int_equal(outlook->verdicts[0].stays.met, ASSAY_NO);
    assert_int_equal(outlook->verdicts[0].as_before, ASSAY_YES);
    assert_int_equal(outlook->warnings[0].kind, OUTLOOK_WARNS_MONTH);
    assert_false(outlook->warnings[0].danger);
    case_free(&it);
}

static void a_window_of_one_month_leaves_nothing(void **state) {
    (void)state;
    const struct assay_requirement one = {
        .kind = ASSAY_REQUIRES_AMOUNT, .text = "one", .amount = "1", .months = 1, CASE_TEXTS("A")};
    struct standing_case it;
    case_begin(&it, &one, 1, 20240401);
    CASE_ROWS(&it, {CASE_A, "a", 202403, "60"}, {CASE_A, "a", 202404, "60"});
    const struct outlook_verdict *line = &look(&it)->verdicts[0];
    assert_int_equal(line->stays.met, ASSAY_NO);
    case_assert_money(line->stays.possible, "0");
    case_free(&it);
}

static void assert_breakers(const struct outlook_verdict *line, const char *expected) {
    struct text out = {0};
    text_add(&out, "");
    for (size_t i = 0; i < line->breaker_count; i++)
        text_addf(&out, "%s%s%s ", line->breakers[i].customer, line->breakers[i].by_amount ? "$" : "",
                  line->breakers[i].by_count ? "#" : "");
    assert_string_equal(out.data, expected);
    text_free(&out);
}

static void customers_whose_departure_breaks_a_line(void **state) {
    (void)state;
    const struct {
        struct case_row rows[5];
        const char *breakers;
    } tried[] = {{{{CASE_A, "a", 202401, "100"}, {CASE_A, "c", 202402, "50"}, {CASE_B, "b", 202403, "10"}}, "a$ b$ "},
                 {{{CASE_A, "a", 202401, "100"}, {CASE_B, "b", 202403, "10"}}, "a$# b$# "},
                 {{{CASE_A, "c", 202401, "100"}, {CASE_B, "a", 202403, "100"}, {CASE_B, "b", 202403, "10"}}, ""},
                 {{{CASE_A, "a", 202401, "90"}, {CASE_B, "b", 202401, "9"}, {CASE_B, "", 202401, "100"}}, "a# b# "},
                 /* A customer of credits may go; one that pays for another's credits may not. */
                 {{{CASE_B, "a", 202401, "111"},
                   {CASE_B, "b", 202402, "10"},
                   {CASE_A, "c", 202401, "-11"},
                   {CASE_A, "d", 202401, "90"}},
                  "a$ "},
                 /* What may be a credit counts against. */
                 {{{CASE_B, "a", 202401, "100"},
                   {CASE_B, "b", 202402, "100"},
                   {CASE_MAY(CASE_A), "a", 202401, "-99.9"},
                   {CASE_A, "c", 202401, "1"}},
                  "b$ "},
                 {{{CASE_B, "a", 202401, "100"},
                   {CASE_B, "b", 202402, "100"},
                   {CASE_MAY(CASE_A), "a", 202401, "-100"},
                   {CASE_A, "c", 202401, "1"}},
                  "b$# c# "}};
    for (size_t i = 0; i < PARTNER_COUNT(tried); i++) {
        struct standing_case it;
        case_begin(&it, sum, 1, 20240401);
        for (size_t r = 0; r < 5 && tried[i].rows[r].amount; r++)
            case_add(&it, tried[i].rows[r]);
        const struct outlook_verdict *line = &look(&it)->verdicts[0];
        assert_int_equal(line->verdict->met, ASSAY_YES);
        assert_breakers(line, tried[i].breakers);
        case_free(&it);
    }
}

static void alternatives_break_together(void **state) {
    (void)state;
#define OPTION(measure, needed)                                                                                        \
    { .kind = ASSAY_REQUIRES_AMOUNT, .text = measure, .amount = needed, .months = 3, CASE_TEXTS(measure) }
    const struct assay_requirement either = {
        .kind = ASSAY_REQUIRES_ANY_OF, .text = "either", CASE_PARTS(OPTION("A", "10"), OPTION("B", "10"))};
#undef OPTION
    struct standing_case it;
    case_begin(&it, &either, 1, 20240401);
    CASE_ROWS(&it, {CASE_A, "a", 202401, "10"}, {CASE_B, "b", 202401, "9"}, {CASE_B, "a", 202401, "1"},
              {CASE_A, "c", 202403, "5"});
    const struct outlook_verdict *line = &look(&it)->verdicts[0];
    assert_int_equal(line->verdict->met, ASSAY_YES);
    /* Without b, A still holds; without a, neither does. */
    assert_breakers(line, "a$ ");
    assert_true(line->has_leaving);
    assert_int_equal(line->stays.met, ASSAY_NO);
    case_assert_money(line->parts[0].stays.certain, "5");
    case_free(&it);
}

static void the_largest_customer_and_its_share(void **state) {
    (void)state;
    struct standing_case it;
    case_begin(&it, sum, 1, 20240401);
    CASE_ROWS(&it, {CASE_A, "b", 202401, "40"}, {CASE_B, "a", 202402, "50"}, {CASE_B, "a", 202403, "-10"},
              {CASE_A, "c", 202403, "39.99"}, {CASE_MAY(CASE_A), "c", 202403, "100"}, {CASE_A, "", 202403, "500"});
    const struct outlook_verdict *line = &look(&it)->verdicts[0];
    assert_string_equal(line->largest.customer, "a");
    case_assert_money(line->largest.amount, "40");
    case_assert_money(line->largest.sum, "619.99");
    assert_int_equal(line->largest.share, 645);
    assert_int_equal(line->parts[0].largest.share, 10000);
    case_free(&it);
}

static void unknown_customers_say_nothing(void **state) {
    (void)state;
    const struct assay_requirement one = {
        .kind = ASSAY_REQUIRES_AMOUNT, .text = "one", .amount = "1", .months = 1, CASE_TEXTS("A")};
    struct standing_case it;
    case_begin(&it, &one, 1, 20240401);
    it.usage.has_customers = false;
    CASE_ROWS(&it, {CASE_A, "", 202403, "60"});
    const struct outlook_verdict *line = &look(&it)->verdicts[0];
    assert_int_equal(line->verdict->met, ASSAY_YES);
    assert_false(line->has_customers);
    assert_null(line->largest.customer);
    assert_int_equal(line->breaker_count, 0);
    case_free(&it);
}

/* ---- Days ---- */

static void assert_dates(const struct outlook *outlook, const char *expected) {
    struct text out = {0};
    text_add(&out, "");
    for (size_t i = 0; i < outlook->date_count; i++) {
        const struct outlook_date *date = &outlook->dates[i];
        text_addf(&out, "%u %s", date->day, outlook_kind_name(date->kind));
        if (date->person) text_addf(&out, " %s", date->person);
        if (date->name) text_addf(&out, " %s", date->name);
        text_addf(&out, " %d/%u\n", date->days, date->notice);
    }
    assert_string_equal(out.data, expected);
    text_free(&out);
}

static void days_ahead(void **state) {
    (void)state;
    const struct assay_requirement lines[] = {
        {.kind = ASSAY_REQUIRES_DESIGNATION, .text = "designation", CASE_TEXTS("Security")},
        {.kind = ASSAY_REQUIRES_AMOUNT, .text = "old", .amount = "30", .months = 3, .until = 20240430, CASE_TEXTS("A")},
        {.kind = ASSAY_REQUIRES_AMOUNT, .text = "new", .amount = "7.5", .months = 3, .from = 20240501, CASE_TEXTS("A")},
        {.kind = ASSAY_REQUIRES_PEOPLE, .text = "2 people", .people = 2, CASE_TEXTS("SC-200", "AZ-500")},
        {.kind = ASSAY_REQUIRES_AUDIT, .text = "audit", .valid_months = 24}};
    struct standing_case it;
    case_begin(&it, lines, 5, 20240401);
    CASE_ROWS(&it, {CASE_A, "a", 202401, "10"});
    case_state(&it, "designations: [{name: Security, since: 2023-01-01, until: 2024-03-31}]\n"
                    "certifications:\n"
                    "  - {person: A, certification: SC-200, since: 2023-01-01, until: 2024-07-30}\n"
                    "  - {person: B, certification: SC-200, since: 2023-01-01, until: 2024-05-01}\n"
                    "  - {person: B, certification: SC-200, since: 2024-05-02, until: 2025-05-01}\n"
                    "  - {person: B, certification: AZ-500, since: 2023-01-01, until: 2024-04-01}\n"
                    "  - {person: C, certification: AZ-500, since: 2023-01-01}\n"
                    "audits: [{specialization: Threat Protection, passed: 2022-05-31}]\n"
                    "specializations: [{name: Threat Protection, active since: 2022-06-30}]\n");
    const struct outlook *outlook = look(&it);
    assert_dates(outlook, "20240331 designation ends Security -1/0\n"
                          "20240401 certificate ends B AZ-500 0/30\n"
                          "20240430 requirement ends 29/30\n"
                          "20240501 renewal opens 30/30\n"
                          "20240501 requirement begins 30/30\n"
                          "20240531 audit ends 60/60\n"
                          "20240630 renewal due 90/90\n"
                          "20240730 grace ends 120/120\n"
                          "20240730 certificate ends A SC-200 120/120\n"
                          "20250501 people run short 395/0\n");
    assert_int_equal(outlook->dates[2].met, ASSAY_NO);
    assert_int_equal(outlook->dates[4].met, ASSAY_YES);
    case_free(&it);
}

/* All held, each longer than those before it: what took the square of their number is ended by the alarm. */
static void many_entries_of_one_certification_end_once(void **state) {
    (void)state;
    enum { ENTRIES = 300000 };
    const struct assay_requirement line = {
        .kind = ASSAY_REQUIRES_PEOPLE, .text = "people", .people = 1, CASE_TEXTS("SC-200")};
    struct standing_case it;
    case_begin(&it, &line, 1, 20240101);
    case_state(&it, "certifications: [{person: a, certification: SC-200, since: 1600-01-01, until: 2024-01-01}]\n");
    struct partner_certification *all = realloc(it.partner.certifications, ENTRIES * sizeof *all);
    assert_non_null(all);
    for (int32_t i = 1; i < ENTRIES; i++) {
        all[i] = all[0];
        all[i].since = day_add(all[0].since, i / 2);
        all[i].until = day_add(all[0].until, i);
    }
    it.partner.certifications = all;
    it.partner.certification_count = ENTRIES;
    alarm(20);
    const struct outlook *outlook = look(&it);
    alarm(0);
    size_t certificates = 0;
    for (size_t i = 0; i < outlook->date_count; i++) {
        if (outlook->dates[i].kind != OUTLOOK_CERTIFICATE_ENDS) continue;
        assert_int_equal(outlook->dates[i].day, all[ENTRIES - 1].until);
        certificates++;
    }
    assert_int_equal(certificates, 1);
    case_free(&it);
}

static void days_of_renewal_belong_to_it(void **state) {
    (void)state;
    const struct {
        uint32_t day;
        const char *dates;
    } tried[] = {{20240501, "20240501 renewal opens 0/30\n20240630 renewal due 60/60\n20240730 grace ends 90/90\n"},
                 {20240502, "20240630 renewal due 59/60\n20240730 grace ends 89/90\n"},
                 {20240730, "20240630 renewal due -30/0\n20240730 grace ends 0/30\n"},
                 {20240731, "20250501 renewal opens 274/0\n20250630 renewal due 334/0\n20250730 grace ends 364/0\n"}};
    for (size_t i = 0; i < PARTNER_COUNT(tried); i++) {
        struct standing_case it;
        case_begin(&it, NULL, 0, tried[i].day);
        case_state(&it, "specializations: [{name: Threat Protection, active since: 2022-06-30}]\n");
        assert_dates(look(&it), tried[i].dates);
        case_free(&it);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_oldest_month_leaves),
        cmocka_unit_test(what_breaks_is_told_in_order),
        cmocka_unit_test(a_month_like_the_newest_one_holds),
        cmocka_unit_test(a_window_of_one_month_leaves_nothing),
        cmocka_unit_test(customers_whose_departure_breaks_a_line),
        cmocka_unit_test(alternatives_break_together),
        cmocka_unit_test(the_largest_customer_and_its_share),
        cmocka_unit_test(unknown_customers_say_nothing),
        cmocka_unit_test(days_ahead),
        cmocka_unit_test(many_entries_of_one_certification_end_once),
        cmocka_unit_test(days_of_renewal_belong_to_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
