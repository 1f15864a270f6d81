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
                STANDING_ACTIVE, ASSAY_YES, "Nothing is missing. The first that it rests on ends on 2024-09-01.");
    expect_next(DESIGNATED PEOPLE "audits: [{specialization: Threat Protection, passed: 2023-03-31}]\n"
                                  "specializations: [{name: Kubernetes, active since: 2022-06-30}]\n",
                true, STANDING_ACTIVE, ASSAY_YES,
                "Nothing is missing. The first that it rests on ends on 2024-09-01. Renew by 2024-06-30; the window "
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
    } tried[] = {{"98", "1.999", "0", "Missing: 0.01 USD for sum."},
                 {"98", "9.5", "0", "Missing: 0.50 USD for a part of sum."},
                 {"8", "9.5", "2", "Missing: 80.50 to 82.50 USD for sum."},
                 {"8", "89.5", "2.5", "Cannot be told: sum (rows that cannot be told could turn it)."}};
    for (size_t i = 0; i < PARTNER_COUNT(tried); i++) {
        struct standing_case it;
        case_begin(&it, lines, 1, 20240401);
        CASE_ROWS(&it, {CASE_A, "a", 202401, tried[i].amount}, {CASE_B, "b", 202403, tried[i].part},
                  {CASE_MAY(CASE_A), "b", 202403, tried[i].may});
        assert_string_equal(case_judge(&it)->next, tried[i].next);
        case_free(&it);
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
        cmocka_unit_test(R25_references_to_provide),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
