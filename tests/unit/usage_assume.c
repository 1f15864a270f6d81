/* Assumptions about absent columns. */
#include "tests/unit/usage_file.h"

#include "runtime/usage/bind.h"

struct assumed {
    struct rules_built *built;
    struct assumption of[FIELDS];
    struct reader_refusal refusal;
    bool good;
};

/* Assumes for a file that has the amount alone. */
static struct assumed assume(const char *const *arguments, size_t count) {
    struct assumed assumed = {.built = rules_build()};
    uint32_t columns[FIELDS];
    for (int f = 0; f < FIELDS; f++)
        columns[f] = f == ACR ? 0 : BIND_ABSENT;
    assumed.good = assume_apply(&assumed.built->rules, columns, arguments, count, assumed.of, &assumed.refusal);
    return assumed;
}

#define ASSUME(...) assume((const char *const[]){__VA_ARGS__}, RULES_COUNT(((const char *const[]){__VA_ARGS__})))

static void R3_field_names_and_column_spellings(void **state) {
    (void)state;
    struct assumed assumed = ASSUME("service level2=AKS", "AI OfferType=blank");
    assert_true(assumed.good);
    assert_string_equal(assumed.of[LEVEL_2].text, "AKS");
    assert_string_equal(assumed.of[OFFER].text, "");
    assert_null(assumed.of[ADJUSTMENT].text);
    free(assumed.built);
}

static void R3_declared_applies_what_is_reasonable(void **state) {
    (void)state;
    struct assumed assumed = ASSUME("declared", "Offer Type=Trial");
    assert_true(assumed.good);
    assert_string_equal(assumed.of[ADJUSTMENT].text, "N/A");
    assert_true(assumed.of[ADJUSTMENT].declared);
    assert_string_equal(assumed.of[OFFER].text, "Trial");
    assert_false(assumed.of[OFFER].declared);
    assert_null(assumed.of[ATTRIBUTE].text);
    free(assumed.built);
}

static void refused(const char *argument, const char *message) {
    struct assumed assumed = ASSUME(argument);
    assert_false(assumed.good);
    assert_non_null(strstr(assumed.refusal.message, message));
    free(assumed.built);
}

static void R3_wrong_assumptions_are_errors(void **state) {
    (void)state;
    refused("ACR=1", "present");
    refused("Offer Type=", "missing");
    refused("Offer Type=  ", "not a value");
    refused("Offer Type=null", "NULL");
    refused("Offer Type", "names no value");
    refused("Month=soon", "not a month");
    struct assumed assumed = ASSUME("Offer Type=a", "OfferType=b");
    assert_false(assumed.good);
    free(assumed.built);
}

static void R4_unknown_field_is_suggested(void **state) {
    (void)state;
    struct assumed assumed = ASSUME("Ofer Type=a");
    assert_false(assumed.good);
    assert_non_null(strstr(assumed.refusal.remedy, "'Offer Type'"));
    free(assumed.built);
}

static void R3_an_assumption_behaves_as_a_constant_cell(void **state) {
    (void)state;
    const char *text = "ACR_USD,PartnerAttributionType,ServiceInfluencer\n5,PAL,AKS\n";
    struct usage_file file;
    usage_file_run(&file, text, (struct run_options){.as_of = 20230701});
    usage_assert_measure(&file, AKS, "0", "5");
    usage_file_free(&file);
    const char *blank = "Offer Type=blank", *trial = "Offer Type=trial", *customer = "Customer=c1";
    const char *both[] = {blank, customer};
    usage_file_run(&file, text, (struct run_options){.as_of = 20230701, .assume = both, .assume_count = 2});
    usage_assert_measure(&file, AKS, "5", "5");
    assert_int_equal(file.summary.measures[AKS].total.customers, 1);
    usage_file_free(&file);
    usage_file_run(&file, text, (struct run_options){.as_of = 20230701, .assume = &trial, .assume_count = 1});
    usage_assert_measure(&file, AKS, "0", "0");
    usage_file_free(&file);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(R3_field_names_and_column_spellings),
        cmocka_unit_test(R3_declared_applies_what_is_reasonable),
        cmocka_unit_test(R3_wrong_assumptions_are_errors),
        cmocka_unit_test(R4_unknown_field_is_suggested),
        cmocka_unit_test(R3_an_assumption_behaves_as_a_constant_cell),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
