/* Which column holds which field. */
#include "tests/unit/usage_file.h"

#include "runtime/usage/bind.h"
#include "runtime/usage/uses.h"

struct bound {
    struct rules_built *built;
    uint32_t columns[FIELDS];
    struct notes notes;
    struct reader_refusal refusal;
    bool good;
};

static struct bound bind_header(const char *const *names, size_t count) {
    struct bound bound = {.built = rules_build()};
    struct reader_cell header[16];
    for (size_t i = 0; i < count; i++)
        header[i] = (struct reader_cell){names[i], (uint32_t)strlen(names[i])};
    uint8_t *uses = uses_of_fields(&bound.built->rules);
    bound.good = bind_columns(&rules_usage, uses, header, count, bound.columns, &bound.notes, &bound.refusal);
    free(uses);
    return bound;
}

static void bound_free(struct bound *bound) {
    notes_free(&bound->notes);
    free(bound->built);
}

#define BIND(...) bind_header((const char *const[]){__VA_ARGS__}, RULES_COUNT(((const char *const[]){__VA_ARGS__})))

static void R29_header_names_fold(void **state) {
    (void)state;
    struct bound bound = BIND(" service_LEVEL\xC2\xA0 2 ", "", "acr usd", "_", "Other");
    assert_true(bound.good);
    assert_int_equal(bound.columns[LEVEL_2], 0);
    assert_int_equal(bound.columns[ACR], 2);
    assert_int_equal(bound.columns[MONTH], BIND_ABSENT);
    assert_int_equal(bound.notes.count, 0);
    bound_free(&bound);
}

static void R29_spelling_declared_first_wins(void **state) {
    (void)state;
    struct bound bound = BIND("Association Type", "PartnerAttributionType", "OfferType");
    assert_true(bound.good);
    assert_int_equal(bound.columns[ASSOCIATION], 1);
    assert_int_equal(bound.columns[OFFER], 2);
    assert_int_equal(bound.notes.count, 1);
    assert_non_null(strstr(bound.notes.lines[0], "Association Type"));
    bound_free(&bound);
}

static void R29_same_spelling_twice_refuses(void **state) {
    (void)state;
    struct bound bound = BIND("ACR_USD", "Month", "acr usd");
    assert_false(bound.good);
    assert_non_null(strstr(bound.refusal.message, "columns 1 and 3"));
    assert_string_not_equal(bound.refusal.remedy, "");
    bound_free(&bound);
    bound = BIND("Association Type", "AssociationType", "PartnerAttributionType");
    assert_false(bound.good);
    bound_free(&bound);
}

static void R29_no_known_column_refuses(void **state) {
    (void)state;
    struct bound bound = BIND("s1", "c1", "12.5");
    assert_false(bound.good);
    assert_non_null(strstr(bound.refusal.message, "header"));
    assert_string_not_equal(bound.refusal.remedy, "");
    bound_free(&bound);
}

static void R29_another_separator_is_named(void **state) {
    (void)state;
    struct bound bound = BIND("ServiceInfluencer;ACR_USD;Month");
    assert_false(bound.good);
    assert_non_null(strstr(bound.refusal.message, "semicolons"));
    assert_non_null(strstr(bound.refusal.remedy, "commas"));
    bound_free(&bound);
    bound = BIND("ServiceInfluencer\tACR_USD; in dollars\tMonth");
    assert_non_null(strstr(bound.refusal.message, "tabs"));
    bound_free(&bound);
    bound = BIND("One;", "Two;Three");
    assert_non_null(strstr(bound.refusal.message, "header"));
    bound_free(&bound);
}

static void R29_header_names_in_messages_cannot_steer(void **state) {
    (void)state;
    struct bound bound = BIND("\xE2\x80\x87Month\v", "month");
    assert_false(bound.good);
    assert_non_null(strstr(bound.refusal.message, "\"\xE2\x80\x87Month\xEF\xBF\xBD\""));
    bound_free(&bound);
    bound = BIND("Association\vType", "PartnerAttributionType");
    assert_int_equal(bound.notes.count, 1);
    assert_non_null(strstr(bound.notes.lines[0], "Association\xEF\xBF\xBDType"));
    bound_free(&bound);
}

static void R3_status_requires_the_amount(void **state) {
    (void)state;
    struct usage_file file;
    usage_file_run(&file, "Month\n2023-04\n", (struct run_options){.need_amount = true});
    assert_false(file.good);
    assert_non_null(strstr(file.run.refusal.message, "ACR_USD"));
    usage_file_free(&file);
    usage_file_run(&file, "Month\n2023-04\n", (struct run_options){0});
    assert_true(file.good);
    usage_file_free(&file);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(R29_header_names_fold),           cmocka_unit_test(R29_spelling_declared_first_wins),
        cmocka_unit_test(R29_same_spelling_twice_refuses), cmocka_unit_test(R29_no_known_column_refuses),
        cmocka_unit_test(R29_another_separator_is_named),  cmocka_unit_test(R29_header_names_in_messages_cannot_steer),
        cmocka_unit_test(R3_status_requires_the_amount),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
