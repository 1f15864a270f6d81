/* The status, and what to do next. */
#include "tests/unit/standing_case.h"

/* ---- Status and what is next ---- */

static const struct assay_requirement audited[] = {
    {.kind = ASSAY_REQUIRES_DESIGNATION, .text = "designation Security", CASE_TEXTS("Security")},
    {.kind = ASSAY_REQUIRES_AMOUNT,
     .text = "at least 30,000 USD of A over 3 months",
     .amount = "30000",
     .months = 3,
     .customers = 3,
     CASE_TEXTS("A")},
    {.kind = ASSAY_REQUIRES_PEOPLE, .text = "at least 2 people with SC-200", .people = 2, CASE_TEXTS("SC-200")},
    {.kind = ASSAY_REQUIRES_AUDIT, .text = "an audit by a third party", .valid_months = 24}};

#define DESIGNATED "designations: [{name: Security, since: 2023-01-01, until: 2024-12-31}]\n"
#define PEOPLE                                                                                                         \
    "certifications:\n  - {person: A, certification: SC-200, since: 2023-01-01}\n"                                     \
    "  - {person: B, certification: SC-200, since: 2023-01-01, until: 2024-09-01}\n"

static void expect_next(const char *statement, bool enough, enum standing_status status, enum assay_answer ready,
                        const char *next) {
    struct standing_case it;
    case_begin(&it, audited, 4, 20240401);
    CASE_ROWS(&it, {CASE_A, "a", 202401, "10000"}, {CASE_A, "b", 202402, "10000"},
              {CASE_A, enough ? "c" : "b", 202403, enough ? "10000" : "9000"});
    if (statement) case_state(&it, statement);
    const struct standing *standing = case_judge(&it);
    assert_string_equal(standing->next, next);
    assert_int_equal(standing->status, status);
    assert_int_equal(standing->prerequisites, ready);
    assert_int_equal(standing->met + standing->not_met + standing->cannot_tell, 4);
    case_free(&it);
}

static void R25_what_is_missing_comes_first(void **state) {
    (void)state;
    expect_next(NULL, false, STANDING_NOT_STARTED, ASSAY_NO,
                "Missing: 1,000.00 USD and 1 customer for at least 30,000 USD of A over 3 months.");
    expect_next(
        "designations: []\ncertifications: []\n", false, STANDING_NOT_STARTED, ASSAY_NO,
        "Missing: designation Security; 1,000.00 USD and 1 customer for at least 30,000 USD of A over 3 months; "
        "2 people for at least 2 people with SC-200.");
}

static void R25_then_what_cannot_be_told(void **state) {
    (void)state;
    expect_next(DESIGNATED, true, STANDING_NOT_STARTED, ASSAY_CANNOT_TELL,
                "Cannot be told: at least 2 people with SC-200 (not stated).");
}

static void R25_then_the_audit(void **state) {
    (void)state;
    expect_next(DESIGNATED PEOPLE "audits: []\n", true, STANDING_NOT_STARTED, ASSAY_YES,
                "Schedule the audit: every other requirement is met.");
    expect_next(DESIGNATED PEOPLE "audits: [{specialization: Threat Protection, passed: 2022-03-31}]\n", true,
                STANDING_NOT_STARTED, ASSAY_YES,
                "Schedule the audit: every other requirement is met; the last audit held until 2024-03-31.");
    expect_next(DESIGNATED PEOPLE, true, STANDING_NOT_STARTED, ASSAY_YES,
                "Every other requirement is met. Cannot be told: an audit by a third party (not stated).");
}

static void R25_active_and_when_to_renew(void **state) {
    (void)state;
    expect_next(DESIGNATED PEOPLE "audits: [{specialization: Threat Protection, passed: 2023-03-31}]\n", true,
                STANDING_ACTIVE, ASSAY_YES, "Nothing is missing. The first end date is 2024-09-01.");
    expect_next(DESIGNATED PEOPLE "audits: [{specialization: Threat Protection, passed: 2023-03-31}]\n"
                                  "specializations: [{name: Kubernetes, active since: 2022-06-30}]\n",
                true, STANDING_ACTIVE, ASSAY_YES,
                "Nothing is missing. The first end date is 2024-09-01. Renew by 2024-06-30; the window "
                "opens on 2024-05-01.");
    expect_next("designations: []\nspecializations: [{name: Kubernetes, active since: 2022-03-05}]\n", true,
                STANDING_NOT_STARTED, ASSAY_NO,
                "Missing: designation Security. Its renewal was due on 2024-03-05; the grace ends on 2024-04-04.");
    expect_next("designations: []\nspecializations: [{name: Kubernetes, active since: 2022-04-01}]\n", true,
                STANDING_NOT_STARTED, ASSAY_NO,
                "Missing: designation Security. Renew by 2024-04-01; the window is open.");
}

static void R25_distances_are_rounded_up_and_of_parts(void **state) {
    (void)state;
    const struct assay_requirement lines[] = {
        {.kind = ASSAY_REQUIRES_AMOUNT,
         .text = "sum",
         .amount = "100",
         .months = 3,
         .customers = 2,
         CASE_TEXTS("A", "B"),
         CASE_PARTS({.kind = ASSAY_REQUIRES_AMOUNT, .text = "part", .amount = "10", CASE_TEXTS("B")})}};
    const struct {
        const char *amount, *part, *may, *next;
    } tried[] = {
        {"98", "1.999", "0", "Missing: 0.01 USD for sum, and 8.01 USD for part."},
        {"98", "9.5", "0", "Missing: 0.50 USD for part, part of sum."},
        {"8", "9.5", "2", "Missing: 80.50 to 82.50 USD for sum, and 0.50 USD for part."},
        {"8", "9.5", "82.5", "Missing: up to 82.50 USD for sum, and 0.50 USD for part."},
        {"8", "89.5", "2.5", "Cannot be told: up to 2.50 USD for sum (rows that cannot be told could turn it)."}};
    for (size_t i = 0; i < PARTNER_COUNT(tried); i++) {
        struct standing_case it;
        case_begin(&it, lines, 1, 20240401);
        CASE_ROWS(&it, {CASE_A, "a", 202401, tried[i].amount}, {CASE_B, "b", 202403, tried[i].part},
                  {CASE_MAY(CASE_A), "b", 202403, tried[i].may});
        assert_string_equal(case_judge(&it)->next, tried[i].next);
        case_free(&it);
    }
}

static void expect_case(const struct assay_requirement *lines, size_t count, uint32_t day, const char *statement,
                        const char *next) {
    struct standing_case it;
    case_begin(&it, lines, count, day);
    CASE_ROWS(&it, {CASE_A, "a", 202403, "10"}, {CASE_B, "b", 202402, "3"}, {CASE_MAY(CASE_B), "b", 202402, "1"});
    if (statement) case_state(&it, statement);
    assert_string_equal(case_judge(&it)->next, next);
    case_free(&it);
}

#define SUM(measure, stated, ...)                                                                                      \
    {                                                                                                                  \
        .kind = ASSAY_REQUIRES_AMOUNT, .text = stated " of " measure, .amount = stated, .months = 3,                   \
        CASE_TEXTS(measure), __VA_ARGS__                                                                               \
    }
#define HELD "certifications:\n  - {person: A, certification: SC-200, since: 2023-01-01, until: "

static void what_begins_after_the_day_has_not_ended(void **state) {
    (void)state;
    const struct assay_requirement line = {
        .kind = ASSAY_REQUIRES_DESIGNATION, .text = "designation Security", CASE_TEXTS("Security")};
#define ENDED "{name: Security, since: 2023-01-01, until: 2024-03-31}"
#define LATER "{name: Security, since: 2024-04-02, until: 2025-04-01}"
    expect_case(&line, 1, 20240401, "designations: [" ENDED "]\n", "Missing: designation Security (ended 2024-03-31).");
    expect_case(&line, 1, 20240401, "designations: [" LATER "]\n", "Missing: designation Security.");
    expect_case(&line, 1, 20240401, "designations: [" ENDED ", " LATER "]\n",
                "Missing: designation Security (ended 2024-03-31).");
    expect_case(&line, 1, 20240402, "designations: [" ENDED ", " LATER "]\n",
                "Nothing is missing. The first end date is 2025-04-01.");
}

static void R25_parts_of_people_are_named(void **state) {
    (void)state;
    const struct assay_requirement lines[] = {{.kind = ASSAY_REQUIRES_PEOPLE,
                                               .text = "at least 1 person with any of SC-200, AZ-500",
                                               .people = 1,
                                               CASE_TEXTS("SC-200", "AZ-500"),
                                               CASE_PARTS({.kind = ASSAY_REQUIRES_PEOPLE,
                                                           .text = "of which at least 1 with SC-200",
                                                           .people = 1,
                                                           CASE_TEXTS("SC-200")},
                                                          {.kind = ASSAY_REQUIRES_PEOPLE,
                                                           .text = "of which at least 1 with AZ-500",
                                                           .people = 1,
                                                           CASE_TEXTS("AZ-500")})}};
    expect_case(lines, 1, 20240401, HELD "2024-12-01}\n",
                "Missing: 1 person for at least 1 with AZ-500, part of at least 1 person with any of SC-200, AZ-500.");
    expect_case(lines, 1, 20240401, "certifications: []\n",
                "Missing: 1 person for at least 1 person with any of SC-200, AZ-500, and 1 person for at least 1 with "
                "SC-200, and 1 person for at least 1 with AZ-500.");
    expect_case(lines, 1, 20240401, NULL, "Cannot be told: at least 1 person with any of SC-200, AZ-500 (not stated).");
    expect_case(lines, 1, 20240401, HELD "2024-06-01}\n  - {person: B, certification: AZ-500, since: 2023-01-01}\n",
                "Nothing is missing. The first end date is 2024-06-01.");
}

static void R25_each_alternative_has_its_distance(void **state) {
    (void)state;
    const struct assay_requirement lines[] = {
        {.kind = ASSAY_REQUIRES_ANY_OF,
         .text = "either",
         CASE_PARTS(SUM("A", "12", .option = "a"),
                    {.kind = ASSAY_REQUIRES_ALL_OF,
                     .option = "both",
                     .text = "both",
                     CASE_PARTS(SUM("B", "5", .from = 0), {.kind = ASSAY_REQUIRES_PEOPLE,
                                                           .text = "1 person with SC-200",
                                                           .people = 1,
                                                           CASE_TEXTS("SC-200")})})}};
    expect_case(lines, 1, 20240401, "certifications: []\n",
                "Missing: either (2.00 USD for a, or 1.00 to 2.00 USD and 1 person for both).");
    expect_case(lines, 1, 20240401, HELD "2024-06-01}\n",
                "Missing: either (2.00 USD for a, or 1.00 to 2.00 USD for both).");
    const struct assay_requirement parts[] = {{.kind = ASSAY_REQUIRES_ANY_OF,
                                               .text = "either",
                                               CASE_PARTS({.kind = ASSAY_REQUIRES_AMOUNT,
                                                           .option = "a",
                                                           .text = "11 of A, B",
                                                           .amount = "11",
                                                           .months = 3,
                                                           CASE_TEXTS("A", "B"),
                                                           CASE_PARTS(SUM("B", "5", .from = 0))},
                                                          SUM("B", "5", .option = "b"))}};
    expect_case(parts, 1, 20240401, NULL,
                "Missing: either (1.00 to 2.00 USD of a part for a, or 1.00 to 2.00 USD for b).");
    const struct assay_requirement met[] = {
        {.kind = ASSAY_REQUIRES_ANY_OF,
         .text = "either",
         CASE_PARTS(
             SUM("A", "12", .option = "a"),
             {.kind = ASSAY_REQUIRES_PEOPLE, .text = "1 person with SC-200", .people = 1, CASE_TEXTS("SC-200")})}};
    expect_case(met, 1, 20240401, HELD "2024-06-01}\n", "Nothing is missing. The first end date is 2024-06-01.");
    const struct assay_requirement twice[] = {
        {.kind = ASSAY_REQUIRES_ANY_OF,
         .text = "either",
         CASE_PARTS(
             SUM("A", "10", .option = "a"),
             {.kind = ASSAY_REQUIRES_PEOPLE, .text = "1 person with SC-200", .people = 1, CASE_TEXTS("SC-200")})}};
    expect_case(twice, 1, 20240401, HELD "2024-06-01}\n", "Nothing is missing.");
}

static void R25_only_what_is_not_published_is_open(void **state) {
    (void)state;
    const struct assay_requirement lines[] = {
        SUM("A", "10", .from = 0),
        {.kind = ASSAY_REQUIRES_UNPUBLISHED, .text = "knowledge not published", .subject = "knowledge"},
        {.kind = ASSAY_REQUIRES_AUDIT, .text = "audit", .valid_months = 24}};
    const struct assay_requirement open[] = {
        SUM("B", "4", .from = 0),
        {.kind = ASSAY_REQUIRES_UNPUBLISHED, .text = "knowledge not published", .subject = "knowledge"}};
    expect_case(lines, 3, 20240401, NULL, "Every published prerequisite is met; knowledge not published.");
    expect_case(open, 2, 20240401, NULL,
                "Cannot be told: up to 1.00 USD for 4 of B (rows that cannot be told could turn it); knowledge not "
                "published.");
}

static void R24_a_change_of_the_rules_ahead_is_told(void **state) {
    (void)state;
    const struct assay_requirement lines[] = {
        SUM("A", "12", .until = 20240430),
        SUM("A", "7", .from = 20240501),
        SUM("B", "5", .from = 20240501),
        {.kind = ASSAY_REQUIRES_PEOPLE, .text = "1 person", .people = 1, .from = 20240501, CASE_TEXTS("SC-200")},
        {.kind = ASSAY_REQUIRES_UNPUBLISHED, .text = "amount not published", .subject = "amount", .from = 20240501}};
#define ENDING "Missing: 2.00 USD for 12 of A (asked until 2024-04-30; what is asked then is met: 7 of A)."
    expect_case(lines, 2, 20240401, NULL, ENDING);
    expect_case(lines, 2, 20240430, NULL, ENDING);
    expect_case(lines, 2, 20240501, NULL, "Nothing is missing.");
    expect_case(lines, 5, 20240401, "certifications: []\n",
                ENDING " From 2024-05-01 on, by what holds today, missing: 1.00 to 2.00 USD for 5 of B; "
                       "1 person for 1 person.");
    expect_case(lines + 1, 1, 20240401, NULL, "No requirement is in force on the day.");
    const struct assay_requirement gap[] = {SUM("A", "12", .until = 20240430), SUM("A", "7", .from = 20240502)};
    expect_case(gap, 2, 20240401, NULL, "Missing: 2.00 USD for 12 of A (asked until 2024-04-30).");
    const struct assay_requirement other[] = {SUM("A", "12", .until = 20240430), SUM("B", "1", .from = 20240501)};
    expect_case(other, 2, 20240401, NULL, "Missing: 2.00 USD for 12 of A (asked until 2024-04-30).");
    const struct assay_requirement open[] = {SUM("B", "5", .until = 20240430), SUM("B", "4", .from = 20240501)};
    expect_case(
        open, 2, 20240401, NULL,
        "Missing: 1.00 to 2.00 USD for 5 of B (asked until 2024-04-30). From 2024-05-01 on, by what holds today, "
        "cannot be told: up to 1.00 USD for 4 of B (rows that cannot be told could turn it).");
    const struct assay_requirement begun = SUM("A", "12", .from = 20240401);
    expect_case(&begun, 1, 20240401, NULL, "Missing: 2.00 USD for 12 of A.");
    const struct assay_requirement later[] = {SUM("A", "10", .from = 0), SUM("B", "5", .from = 20240730),
                                              SUM("B", "6", .from = 20240731)};
    /* 120 days ahead, and no further. */
    expect_case(later, 3, 20240401, NULL,
                "Nothing is missing. From 2024-07-30 on, by what holds today, missing: 1.00 to 2.00 USD for 5 of "
                "B.");
    expect_case(later, 3, 20240402, NULL,
                "Nothing is missing. From 2024-07-30 on, by what holds today, missing: 1.00 to 2.00 USD for 5 of "
                "B. From 2024-07-31 on, by what holds today, missing: 2.00 to 3.00 USD for 6 of B.");
}

static void renewals_fall_on_the_anniversary(void **state) {
    (void)state;
    const struct assay_requirement lines[] = {SUM("A", "0", .from = 0)};
    const struct {
        uint32_t day;
        const char *next;
    } tried[] = {{20240228, ""}, /* not yet held */
                 {20240229, " Renew by 2025-02-28; the window opens on 2024-12-30."},
                 {20241229, " Renew by 2025-02-28; the window opens on 2024-12-30."},
                 {20241230, " Renew by 2025-02-28; the window is open."},
                 {20250228, " Renew by 2025-02-28; the window is open."},
                 {20250301, " Its renewal was due on 2025-02-28; the grace ends on 2025-03-30."},
                 {20250330, " Its renewal was due on 2025-02-28; the grace ends on 2025-03-30."},
                 {20250331, " Renew by 2026-02-28; the window opens on 2025-12-30."},
                 {20280229, " Renew by 2028-02-29; the window is open."},
                 {20280301, " Its renewal was due on 2028-02-29; the grace ends on 2028-03-30."}};
    /* The newest entry counts, also under a former name. */
    expect_case(
        lines, 1, 20240401,
        "specializations: [{name: Threat Protection, active since: 2023-06-30}, {name: Kubernetes, active since: "
        "2022-05-31}]\n",
        "Nothing is missing. Renew by 2024-06-30; the window opens on 2024-05-01.");
    for (size_t i = 0; i < PARTNER_COUNT(tried); i++) {
        char next[200];
        snprintf(next, sizeof next, "Nothing is missing.%s", tried[i].next);
        expect_case(lines, 1, tried[i].day, "specializations: [{name: Threat Protection, active since: 2024-02-29}]\n",
                    next);
    }
}

static void R25_references_to_provide(void **state) {
    (void)state;
    const struct assay_requirement lines[] = {
        {.kind = ASSAY_REQUIRES_REFERENCES, .text = "3 references", .references = 3, .valid_months = 24}};
    struct standing_case it;
    case_begin(&it, lines, 1, 20240401);
    case_state(&it, "references:\n  - {specialization: Kubernetes, customer: A, accepted: 2023-01-10}\n");
    assert_string_equal(case_judge(&it)->next, "Provide 2 more customer references: every other requirement is met.");
    case_free(&it);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(R25_what_is_missing_comes_first),
        cmocka_unit_test(R25_then_what_cannot_be_told),
        cmocka_unit_test(R25_then_the_audit),
        cmocka_unit_test(R25_active_and_when_to_renew),
        cmocka_unit_test(R25_distances_are_rounded_up_and_of_parts),
        cmocka_unit_test(what_begins_after_the_day_has_not_ended),
        cmocka_unit_test(R25_parts_of_people_are_named),
        cmocka_unit_test(R25_each_alternative_has_its_distance),
        cmocka_unit_test(R25_only_what_is_not_published_is_open),
        cmocka_unit_test(R24_a_change_of_the_rules_ahead_is_told),
        cmocka_unit_test(renewals_fall_on_the_anniversary),
        cmocka_unit_test(R25_references_to_provide),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
