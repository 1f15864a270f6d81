/* The samples of tests/sample are read as a partner would have them read. */
#include "tests/unit/partner_file.h"

static const char *const analyst[] = {"Microsoft Certified: Security Operations Analyst Associate"};
static const char *const engineer[] = {"Microsoft Certified: Azure Security Engineer Associate"};
static const struct partner_certification_name sample_codes[] = {{"SC-200", analyst, 1}, {"AZ-500", engineer, 1}};
static const char *const identity[] = {"Microsoft Defender for Identity"};
static const char *const either[] = {"Microsoft Defender for Identity", "Microsoft Defender for Cloud Apps"};
static const struct partner_metric_name sample_metrics[] = {{"Identity", identity, 1}, {"Either", either, 2}};

/* The names of the rules that are linked in. */
static void sample_statement(struct partner *partner) {
    const char *specializations[64], *designations[256];
    struct partner_names names = {.specializations = specializations, .designations = designations};
    for (uint16_t s = 0; s < assay_rules.specialization_count && s < 64; s++) {
        const struct assay_specialization *specialization = assay_rules.specializations[s];
        specializations[names.specialization_count++] = specialization->name;
        for (uint16_t r = 0; r < specialization->requirement_count; r++) {
            const struct assay_requirement *line = &specialization->requirements[r];
            if (line->kind != ASSAY_REQUIRES_DESIGNATION) continue;
            for (uint16_t d = 0; d < line->name_count && names.designation_count < 256; d++)
                designations[names.designation_count++] = line->names[d];
        }
    }
    assert_true(partner_read_statement(partner, "tests/sample/partner.yaml", &names));
    assert_int_equal(partner->remarks.count, 0);
}

static void the_statement_is_clean_by_the_rules(void **state) {
    struct partner partner = {0};
    (void)state;
    sample_statement(&partner);
    for (int s = 0; s < PARTNER_SECTIONS; s++)
        assert_true(partner_says(&partner, (enum partner_section)s));
    assert_int_equal(partner.designation_count, 3);
    assert_int_equal(partner.designations[1].until, 20240131);
    assert_int_equal(partner.reference_count, 4);
    file_assert_value(&partner, "Monthly active users of Information Protection", "2023-11", "4350.5");
    partner_free(&partner);
}

static void names_are_not_checked_without_lists(void **state) {
    struct partner partner = {0};
    const struct partner_names none = {0};
    (void)state;
    assert_true(partner_read_statement(&partner, "tests/sample/partner.yaml", &none));
    assert_int_equal(partner.remarks.count, 0);
    partner_free(&partner);
}

static void people_of_statement_and_export(void **state) {
    struct partner partner = {0};
    (void)state;
    sample_statement(&partner);
    assert_true(partner_read_training(&partner, "tests/sample/training-completions.csv", sample_codes, 2));
    assert_int_equal(partner.remarks.errors, 0);
    assert_int_equal(file_holds(&partner, "990000", "SC-200", 20240601), ASSAY_YES);
    assert_int_equal(file_holds(&partner, "990001", "SC-200", 20240601), ASSAY_YES);
    assert_int_equal(file_holds(&partner, "990012", "AZ-500", 20240601), ASSAY_CANNOT_TELL);
    struct partner_count count = partner_people(&partner, (const char *const[]){"SC-200"}, 1, 20240601);
    assert_true(count.bounded && count.certain >= 6 && count.certain <= count.possible);
    partner_free(&partner);
}

static void active_users_by_month(void **state) {
    struct partner partner = {0};
    assay_money first, last, growth;
    (void)state;
    assert_true(partner_read_workloads(&partner, "tests/sample/active-users.csv", sample_metrics, 2));
    assert_int_equal(partner.remarks.errors, 0);
    assert_true(partner_metric_value(&partner, "Identity", 2023 * 12 + 4, &first));
    assert_true(partner_metric_value(&partner, "Identity", 2024 * 12 + 4, &last));
    assert_int_equal(assay_money_parse("600", 3, &growth), ASSAY_OK);
    assert_true(last > first && last - first > growth);
    assert_true(partner_metric_value(&partner, "Either", 2023 * 12 + 11, &last)); /* two dates */
    assert_true(partner_metric_value(&partner, "Identity", 2023 * 12 + 7, &last));
    assert_false(partner_metric_value(&partner, "Either", 2023 * 12 + 7, &last)); /* a contradiction */
    partner_free(&partner);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_statement_is_clean_by_the_rules),
        cmocka_unit_test(names_are_not_checked_without_lists),
        cmocka_unit_test(people_of_statement_and_export),
        cmocka_unit_test(active_users_by_month),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
