/* Where a partner stands: what it states about itself. */
#include "runtime/usage/day.h"
#include "tests/unit/standing_case.h"

#include <unistd.h>

/* ---- What the partner states ---- */

static void judge_stated(struct standing_case *it, const struct assay_requirement *line, uint32_t as_of,
                         const char *statement, enum assay_answer met, enum standing_doubt doubt) {
    case_begin(it, line, 1, as_of);
    if (statement) case_state(it, statement);
    struct standing_verdict verdict = case_verdict(it);
    assert_int_equal(verdict.met, met);
    assert_int_equal(verdict.doubt, doubt);
}

static void designations_begin_and_end(void **state) {
    (void)state;
    const struct assay_requirement line = {
        .kind = ASSAY_REQUIRES_DESIGNATION, .text = "designation", CASE_TEXTS("Infrastructure (Azure)", "Security")};
    static const char statement[] = "designations:\n"
                                    "  - {name: security, since: 2023-05-01, until: 2024-04-30}\n"
                                    "  - {name: Infrastructure (Azure), since: 2022-05-01, until: 2023-05-10}\n";
    const struct {
        uint32_t day;
        enum assay_answer met;
        uint32_t until;
    } tried[] = {{20220430, ASSAY_NO, 0},
                 {20220501, ASSAY_YES, 20230510},
                 {20230510, ASSAY_YES, 20240430},
                 {20240430, ASSAY_YES, 20240430},
                 {20240501, ASSAY_NO, 20240430}};
    struct standing_case it;
    for (size_t i = 0; i < PARTNER_COUNT(tried); i++) {
        judge_stated(&it, &line, tried[i].day, statement, tried[i].met, STANDING_CERTAIN);
        assert_int_equal(it.standings.all[0].verdicts[0].valid_until, tried[i].until);
        case_free(&it);
    }
    judge_stated(&it, &line, 0, statement, ASSAY_CANNOT_TELL, STANDING_NO_DAY);
    case_free(&it);
    judge_stated(&it, &line, 0, "designations: []\n", ASSAY_NO, STANDING_CERTAIN);
    case_free(&it);
    const struct {
        const char *later;
        uint32_t until;
    } renewed[] = {{"{name: Security, since: 2024-10-02, until: 2025-10-01}", 20251001},
                   {"{name: SECURITY, since: 2024-10-02, until: 2025-10-01}, {name: Security, since: 2025-06-01}", 0},
                   {"{name: Security, since: 2024-10-03, until: 2025-10-01}", 20241001},
                   {"{name: Infrastructure (Azure), since: 2024-10-02, until: 2025-10-01}", 20241001}};
    for (size_t i = 0; i < PARTNER_COUNT(renewed); i++) {
        char text[300];
        snprintf(text, sizeof text, "designations: [{name: Security, since: 2023-10-02, until: 2024-10-01}, %s]\n",
                 renewed[i].later);
        judge_stated(&it, &line, 20240901, text, ASSAY_YES, STANDING_CERTAIN);
        assert_int_equal(it.standings.all[0].verdicts[0].valid_until, renewed[i].until);
        case_free(&it);
    }
    judge_stated(&it, &line, 20240101, "designations: []\n", ASSAY_NO, STANDING_CERTAIN);
    case_free(&it);
    judge_stated(&it, &line, 20240101, "audits: []\n", ASSAY_CANNOT_TELL, STANDING_SILENT);
    case_free(&it);
    judge_stated(&it, &line, 20240101, NULL, ASSAY_CANNOT_TELL, STANDING_SILENT);
    case_free(&it);
}

/* One after the other, the last first: what took the square of their number is ended by the alarm. */
static void many_designations_are_followed_at_once(void **state) {
    (void)state;
    enum { PERIODS = 100000 };
    const struct assay_requirement line = {
        .kind = ASSAY_REQUIRES_DESIGNATION, .text = "designation", CASE_TEXTS("Security")};
    struct standing_case it;
    case_begin(&it, &line, 1, 20240101);
    case_state(&it, "designations: [{name: Security, since: 2023-12-31, until: 2024-01-01}]\n");
    struct partner_designation one = it.partner.designations[0];
    struct partner_designation *all = realloc(it.partner.designations, PERIODS * sizeof *all);
    assert_non_null(all);
    for (int32_t i = 0; i < PERIODS; i++) {
        all[PERIODS - 1 - i] = one;
        all[PERIODS - 1 - i].since = day_add(one.since, 2 * i);
        all[PERIODS - 1 - i].until = day_add(one.since, 2 * i + 1);
    }
    it.partner.designations = all;
    it.partner.designation_count = PERIODS;
    alarm(20);
    struct standing_verdict verdict = case_verdict(&it);
    alarm(0);
    assert_int_equal(verdict.met, ASSAY_YES);
    assert_int_equal(verdict.valid_until, day_add(one.since, 2 * PERIODS - 1));
    case_free(&it);
}

static void audits_hold_until_the_same_day(void **state) {
    (void)state;
    const struct assay_requirement line = {.kind = ASSAY_REQUIRES_AUDIT, .text = "audit", .valid_months = 24};
    const struct {
        const char *passed;
        uint32_t day;
        enum assay_answer met;
    } tried[] = {{"2022-03-01", 20220228, ASSAY_NO},  {"2022-03-01", 20220301, ASSAY_YES},
                 {"2022-03-01", 20240301, ASSAY_YES}, {"2022-03-01", 20240302, ASSAY_NO},
                 {"2024-02-29", 20260228, ASSAY_YES}, {"2024-02-29", 20260301, ASSAY_NO},
                 {"2022-02-28", 20240228, ASSAY_YES}, {"2022-02-28", 20240229, ASSAY_NO}};
    struct standing_case it;
    char statement[200];
    for (size_t i = 0; i < PARTNER_COUNT(tried); i++) {
        /* The audit was passed under the former name. */
        snprintf(statement, sizeof statement, "audits:\n  - {specialization: kubernetes, passed: %s}\n",
                 tried[i].passed);
        judge_stated(&it, &line, tried[i].day, statement, tried[i].met, STANDING_CERTAIN);
        case_free(&it);
    }
    judge_stated(&it, &line, 0, statement, ASSAY_CANNOT_TELL, STANDING_NO_DAY);
    case_free(&it);
    judge_stated(&it, &line, 20240101, "references: []\n", ASSAY_CANNOT_TELL, STANDING_SILENT);
    case_free(&it);
}

static void references_are_of_different_customers(void **state) {
    (void)state;
    const struct assay_requirement three = {
        .kind = ASSAY_REQUIRES_REFERENCES, .text = "references", .references = 3, .valid_months = 24};
    static const char statement[] = "references:\n"
                                    "  - {specialization: Threat Protection, customer: A, accepted: 2022-01-10}\n"
                                    "  - {specialization: Kubernetes, customer: a, accepted: 2022-06-10}\n"
                                    "  - {specialization: Threat Protection, customer: B, accepted: 2022-03-10}\n"
                                    "  - {specialization: Threat Protection, customer: C, accepted: 2022-04-10}\n";
    const struct {
        uint32_t day;
        uint64_t held;
        uint32_t until;
    } tried[] = {{20220409, 2, 0}, {20220410, 3, 20240110}, {20220610, 3, 20240310}, {20240310, 3, 20240310},
                 {20240311, 2, 0}, {20240610, 1, 0},        {20240611, 0, 0}};
    struct standing_case it;
    for (size_t i = 0; i < PARTNER_COUNT(tried); i++) {
        judge_stated(&it, &three, tried[i].day, statement, tried[i].held >= 3 ? ASSAY_YES : ASSAY_NO, STANDING_CERTAIN);
        const struct standing_verdict *verdict = &it.standings.all[0].verdicts[0];
        assert_int_equal(verdict->count.certain, tried[i].held);
        assert_int_equal(verdict->valid_until, tried[i].until);
        case_free(&it);
    }
}

static void R24_references_without_a_number(void **state) {
    (void)state;
    const struct assay_requirement some = {.kind = ASSAY_REQUIRES_REFERENCES, .text = "references", .valid_months = 24};
    struct standing_case it;
    judge_stated(&it, &some, 20240101, "references: []\n", ASSAY_NO, STANDING_CERTAIN);
    case_free(&it);
    judge_stated(&it, &some, 20240101,
                 "references:\n  - {specialization: Kubernetes, customer: A, accepted: 2023-01-10}\n",
                 ASSAY_CANNOT_TELL, STANDING_UNPUBLISHED);
    case_free(&it);
    judge_stated(&it, &some, 20240101, NULL, ASSAY_CANNOT_TELL, STANDING_UNPUBLISHED);
    case_free(&it);
}

static void people_and_of_which(void **state) {
    (void)state;
    const struct assay_requirement line = {
        .kind = ASSAY_REQUIRES_PEOPLE,
        .text = "3 people",
        .people = 3,
        CASE_TEXTS("SC-200", "AZ-500"),
        CASE_PARTS({.kind = ASSAY_REQUIRES_PEOPLE, .text = "1 with AZ-500", .people = 1, CASE_TEXTS("AZ-500")})};
    static const char statement[] = "certifications:\n"
                                    "  - {person: A, certification: SC-200, since: 2023-01-01, until: 2024-06-30}\n"
                                    "  - {person: A, certification: AZ-500, since: 2023-01-01, until: 2024-03-31}\n"
                                    "  - {person: B, certification: SC-200, since: 2023-01-01, until: 2024-07-31}\n"
                                    "  - {person: C, certification: sc-200, since: 2023-02-01}\n";
    const struct {
        uint32_t day;
        uint64_t people, those;
        enum assay_answer met;
    } tried[] = {{20230131, 2, 1, ASSAY_NO},
                 {20230201, 3, 1, ASSAY_YES},
                 {20240331, 3, 1, ASSAY_YES},
                 {20240401, 3, 0, ASSAY_NO},
                 {20240701, 2, 0, ASSAY_NO}};
    struct standing_case it;
    for (size_t i = 0; i < PARTNER_COUNT(tried); i++) {
        judge_stated(&it, &line, tried[i].day, statement, tried[i].met, STANDING_CERTAIN);
        const struct standing_verdict *verdict = &it.standings.all[0].verdicts[0];
        assert_int_equal(verdict->count.certain, tried[i].people);
        assert_int_equal(verdict->parts[0].count.certain, tried[i].those);
        if (tried[i].people == 3) assert_int_equal(verdict->valid_until, 20240630);
        if (tried[i].those == 1) assert_int_equal(verdict->parts[0].valid_until, 20240331);
        case_free(&it);
    }
    judge_stated(&it, &line, 20240101, "audits: []\n", ASSAY_CANNOT_TELL, STANDING_SILENT);
    case_free(&it);
}

static void growth_in_numbers(void **state) {
    (void)state;
    const struct assay_requirement line = {.kind = ASSAY_REQUIRES_GROWTH,
                                           .text = "growth",
                                           .amount = "1000",
                                           .months = 12,
                                           CASE_TEXTS("Active users of Identity", "Active users of Apps")};
    const struct {
        const char *identity, *apps;
        enum assay_answer met;
        enum standing_doubt doubt;
    } tried[] = {{"{2023-03: 500, 2024-03: 1499}", "{2023-03: 1, 2024-03: 1000}", ASSAY_NO, STANDING_CERTAIN},
                 {"{2023-03: 500, 2024-03: 1500}", "{2023-03: 1, 2024-03: 1000}", ASSAY_YES, STANDING_CERTAIN},
                 {"{2023-03: 500, 2024-03: 1500}", "{2023-03: 1}", ASSAY_YES, STANDING_CERTAIN},
                 {"{2023-03: 500, 2024-03: 1499}", "{2023-03: 1}", ASSAY_CANNOT_TELL, STANDING_NO_METRIC},
                 {"{2023-02: 500, 2024-04: 9999}", "{2023-04: 1}", ASSAY_CANNOT_TELL, STANDING_NO_METRIC}};
    char statement[400];
    struct standing_case it;
    for (size_t i = 0; i < PARTNER_COUNT(tried); i++) {
        snprintf(statement, sizeof statement,
                 "metrics:\n  - {name: Active users of Identity, months: %s}\n"
                 "  - {name: Active users of Apps, months: %s}\n",
                 tried[i].identity, tried[i].apps);
        judge_stated(&it, &line, 20240415, statement, tried[i].met, tried[i].doubt);
        const struct standing_verdict *verdict = &it.standings.all[0].verdicts[0];
        assert_int_equal(verdict->from, 2023 * 12 + 2);
        assert_int_equal(verdict->until, 2024 * 12 + 2);
        assert_int_equal(verdict->known, i != 4);
        if (i == 0) case_assert_money(verdict->certain, "999");
        if (i == 3) case_assert_money(standing_missing(verdict).amount_most, "1");
        /* Of which a month is not known, may also have shrunk. */
        assert_int_equal(standing_missing(verdict).amount_told, i != 4);
        if (i == 1) assert_string_equal(verdict->name, "Active users of Identity");
        case_free(&it);
    }
    judge_stated(&it, &line, 20240415, NULL, ASSAY_CANNOT_TELL, STANDING_SILENT);
    case_free(&it);
}

/* R38: numbers are never below zero. */
static void R38_growth_is_at_most_the_newest_number(void **state) {
    (void)state;
    const struct {
        uint8_t percent;
        uint16_t months;
        const char *values;
        enum assay_answer met;
        const char *most;
    } tried[] = {{0, 12, "{2024-03: 999}", ASSAY_NO, "999"},
                 {0, 12, "{2024-03: 1000}", ASSAY_CANNOT_TELL, "1000"},
                 {0, 12, "{2023-03: 0}", ASSAY_CANNOT_TELL, NULL},
                 {0, 0, "{2024-03: 999}", ASSAY_NO, "999"},
                 {0, 0, "{2023-03: 0, 2024-03: 1000}", ASSAY_CANNOT_TELL, "1000"},
                 {1, 12, "{2024-03: 1}", ASSAY_CANNOT_TELL, NULL},
                 {1, 12, "{2024-03: 0}", ASSAY_NO, NULL},
                 {1, 12, "{2023-03: 0}", ASSAY_NO, NULL},
                 {1, 12, "{2023-03: 1}", ASSAY_CANNOT_TELL, NULL},
                 {1, 0, "{2024-03: 0}", ASSAY_NO, NULL},
                 {1, 0, "{2023-03: 0}", ASSAY_CANNOT_TELL, NULL}};
    char statement[200];
    struct standing_case it;
    for (size_t i = 0; i < PARTNER_COUNT(tried); i++) {
        const struct assay_requirement line = {.kind = ASSAY_REQUIRES_GROWTH,
                                               .text = "growth",
                                               .amount = "1000",
                                               .percent = tried[i].percent,
                                               .months = tried[i].months,
                                               CASE_TEXTS("Active users of Identity")};
        enum standing_doubt doubt = tried[i].met != ASSAY_CANNOT_TELL ? STANDING_CERTAIN
                                    : tried[i].months                 ? STANDING_NO_METRIC
                                                                      : STANDING_UNPUBLISHED;
        snprintf(statement, sizeof statement, "metrics:\n  - {name: Active users of Identity, months: %s}\n",
                 tried[i].values);
        judge_stated(&it, &line, 20240415, statement, tried[i].met, doubt);
        const struct standing_verdict *verdict = &it.standings.all[0].verdicts[0];
        assert_int_equal(standing_is_bounded(verdict), tried[i].most != NULL);
        if (tried[i].most) case_assert_money(verdict->possible, tried[i].most);
        assert_false(verdict->known);
        case_free(&it);
    }
}

static void growth_in_percent(void **state) {
    (void)state;
    const struct assay_requirement line = {.kind = ASSAY_REQUIRES_GROWTH,
                                           .text = "growth",
                                           .amount = "35",
                                           .percent = 1,
                                           .months = 12,
                                           CASE_TEXTS("Active users of Identity")};
    const struct {
        const char *before, *after;
        enum assay_answer met;
        const char *percent;
    } tried[] = {{"1000", "1350", ASSAY_YES, "35"},
                 {"1000", "1349.999", ASSAY_NO, "34.9999"},
                 {"3", "4.05", ASSAY_YES, "35"},
                 {"3", "4", ASSAY_NO, "33.333333333333333333333333"},
                 {"3", "2", ASSAY_NO, "-33.333333333333333333333334"},
                 {"0", "5", ASSAY_NO, NULL},
                 {"99999999999999", "99999999999999", ASSAY_NO, "0"},
                 {"74074074074073", "99999999999999", ASSAY_YES, "35.000000000000607500000000"},
                 {"74074074074074", "99999999999999", ASSAY_NO, NULL}};
    char statement[300];
    struct standing_case it;
    for (size_t i = 0; i < PARTNER_COUNT(tried); i++) {
        snprintf(statement, sizeof statement,
                 "metrics:\n  - {name: Active users of Identity, months: {2023-03: %s, 2024-03: %s}}\n",
                 tried[i].before, tried[i].after);
        judge_stated(&it, &line, 20240401, statement, tried[i].met, STANDING_CERTAIN);
        const struct standing_verdict *verdict = &it.standings.all[0].verdicts[0];
        if (i < 6) assert_int_equal(verdict->known, tried[i].percent != NULL);
        if (i < 5) case_assert_money(verdict->certain, tried[i].percent);
        if (i < 6) assert_int_equal(standing_missing(verdict).amount_told, tried[i].percent != NULL);
        case_free(&it);
    }
}

static void the_newest_value_of_a_metric(void **state) {
    (void)state;
    const struct assay_requirement line = {
        .kind = ASSAY_REQUIRES_METRIC, .text = "count", .amount = "10", CASE_TEXTS("Active users of Identity")};
    static const char statement[] =
        "metrics:\n  - {name: Active users of Identity, months: {2023-01: 50, 2023-05: 9, 2023-08: 10}}\n";
    const struct {
        uint32_t day;
        enum assay_answer met;
    } tried[] = {{20230430, ASSAY_YES}, {20230501, ASSAY_NO}, {20230731, ASSAY_NO}, {20230801, ASSAY_YES}};
    struct standing_case it;
    for (size_t i = 0; i < PARTNER_COUNT(tried); i++) {
        judge_stated(&it, &line, tried[i].day, statement, tried[i].met, STANDING_CERTAIN);
        case_free(&it);
    }
    judge_stated(&it, &line, 20221231, statement, ASSAY_CANNOT_TELL, STANDING_NO_METRIC);
    case_free(&it);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(designations_begin_and_end),
        cmocka_unit_test(many_designations_are_followed_at_once),
        cmocka_unit_test(audits_hold_until_the_same_day),
        cmocka_unit_test(references_are_of_different_customers),
        cmocka_unit_test(R24_references_without_a_number),
        cmocka_unit_test(people_and_of_which),
        cmocka_unit_test(growth_in_numbers),
        cmocka_unit_test(R38_growth_is_at_most_the_newest_number),
        cmocka_unit_test(growth_in_percent),
        cmocka_unit_test(the_newest_value_of_a_metric),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
