#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "compiler/model/dump.h"
#include "tests/unit/from_text.h"

/* The clauses of the first measure as the dump prints them, one per line. */
static const char *clauses_of(struct from_text *from, const char *items) {
    char *text = NULL;
    struct arena scratch = {0};
    text = arena_format(&scratch, FROM_TEXT_USAGE("") FROM_TEXT_SPECIALIZATION("S", "%s"), items);
    struct model *model = from_text(from, text);
    arena_free(&scratch);
    assert_non_null(model);
    struct text out = {0}, kept = {0};
    dump_model(model, &out);
    for (const char *line = strstr(out.data, "specialization"); line && *line;) {
        const char *end = strchr(line, '\n') + 1;
        const char *clause = strstr(line, "    clause");
        if (clause == line) text_add_bytes(&kept, line + 11, (size_t)(end - line) - 11);
        line = end;
    }
    const char *result = arena_string(&from->arena, kept.data ? kept.data : "", kept.length);
    text_free(&out);
    text_free(&kept);
    return result;
}

static void expect(const char *items, const char *clauses) {
    struct from_text from;
    assert_string_equal(clauses_of(&from, items), clauses);
    from_text_end(&from);
}

static void L3_2_and_is_one_clause(void **state) {
    (void)state;
    expect("measure \"M\" counts usage where A is \"1\" and B is any of \"2\", \"1\"",
           "[A in \"1\"] & [B in \"1\" \"2\"]\n");
}

static void L3_2_or_makes_alternatives_in_order(void **state) {
    (void)state;
    expect("measure \"M\" counts usage where B is \"2\" or A is \"1\" or C is blank",
           "[B in \"2\"]\n[A in \"1\"]\n[C in blank]\n");
}

static void L4_11_product_varies_the_first_slowest(void **state) {
    (void)state;
    expect("measure \"M\" counts usage where (A is \"1\" or A is \"2\") and (B is \"3\" or B is \"4\")",
           "[A in \"1\"] & [B in \"3\"]\n[A in \"1\"] & [B in \"4\"]\n"
           "[A in \"2\"] & [B in \"3\"]\n[A in \"2\"] & [B in \"4\"]\n");
}

static void R11_then_is_and_not_implication(void **state) {
    (void)state;
    expect("measure \"M\" counts usage where C is \"0\" and (A is \"1\" then B is \"2\" or A is \"3\" then B is \"4\")",
           "[C in \"0\"] & [A in \"1\"] & [B in \"2\"]\n[C in \"0\"] & [A in \"3\"] & [B in \"4\"]\n");
}

static void L4_11_conditions_stand_in_order_of_place(void **state) {
    (void)state;
    expect("measure \"M\" counts usage where (B is \"1\" or C is \"2\") and A is \"3\"",
           "[B in \"1\"] & [A in \"3\"]\n[C in \"2\"] & [A in \"3\"]\n");
}

static void L4_11_a_clause_holds_a_condition_once(void **state) {
    (void)state;
    expect("measure \"M\" counts usage where (A is \"1\" or B is \"2\") and (A is any of \" 1 \" or C is \"3\")",
           "[A in \"1\"]\n[A in \"1\"] & [C in \"3\"]\n[A in \"1\"] & [B in \"2\"]\n[B in \"2\"] & [C in \"3\"]\n");
}

static void L4_11_equal_clauses_are_made_once(void **state) {
    (void)state;
    expect("measure \"M\" counts usage where A is \"1\" or B is \"2\" or A is \"1\"", "[A in \"1\"]\n[B in \"2\"]\n");
    expect("measure \"M\" counts usage where (A is \"x\" or B is \"y\") and (B is \"Y\" or A is \"X\")",
           "[A in \"x\"] & [B in \"y\"]\n[A in \"x\"]\n[B in \"y\"]\n");
}

static void L4_8_options_are_kept_apart(void **state) {
    (void)state;
    expect("measure \"M\" counts usage under either option \"1\" A is \"1\" or B is \"1\" option \"2\" A is \"1\"",
           "option \"1\": [A in \"1\"]\noption \"1\": [B in \"1\"]\noption \"2\": [A in \"1\"]\n");
}

static void L3_5_lists_are_expanded_each_value_once(void **state) {
    (void)state;
    struct from_text from;
    struct model *model =
        from_text(&from, FROM_TEXT_USAGE("") "list Big Ones of A \"b\" \"a\" end\n" FROM_TEXT_SPECIALIZATION(
                             "S", "measure \"M\" counts usage where A is none of \"c\", Big Ones, blank"));
    assert_non_null(model);
    const struct model_condition *condition = model->specializations[0].measures[0].rule.where->condition;
    assert_int_equal(condition->value_count, 3);
    assert_string_equal(condition->values[0].text, "a");
    assert_string_equal(condition->values[2].text, "c");
    assert_int_equal(condition->list_count, 1);
    assert_ptr_equal(condition->lists[0], model->lists);
    assert_string_equal(model->lists[0].name, "Big Ones");
    assert_ptr_equal(condition->values[0].list, model->lists);
    assert_null(condition->values[2].list);
    assert_true(condition->blank);
    assert_true(condition->values[0].span.begin < condition->span.begin);
    from_text_end(&from);
}

/* `pairs` times (A is "n" or B is "n"), joined by and. */
static struct model *product(struct from_text *from, unsigned pairs) {
    struct text text = {0};
    text_add(&text, FROM_TEXT_USAGE("") "specialization \"S\" area \"A\" cites \"P\", 2023-07-11 "
                                        "requires neither audit nor references measure \"M\" counts usage where ");
    for (unsigned i = 0; i < pairs; i++)
        text_addf(&text, "%s(A is \"%u\" or B is \"%u\")", i ? " and " : "", i, i);
    text_add(&text, "\nend\n");
    struct model *model = from_text(from, text.data);
    text_free(&text);
    return model;
}

static void L4_11_4096_clauses_are_allowed(void **state) {
    (void)state;
    struct from_text from;
    struct model *model = product(&from, 12);
    assert_non_null(model);
    assert_int_equal(model->specializations[0].measures[0].rule.clause_count, 4096);
    assert_int_equal(model->specializations[0].measures[0].rule.clauses[4095].condition_count, 12);
    from_text_end(&from);
}

static void L4_11_more_are_refused_before_any_is_built(void **state) {
    (void)state;
    static const unsigned pairs[] = {13, 90, 20000};
    static const char *const counts[] = {"8192 alternatives", "or more alternatives", "or more alternatives"};
    for (size_t i = 0; i < 3; i++) {
        struct from_text from;
        assert_null(product(&from, pairs[i]));
        assert_int_equal(from.diagnostics.errors, 1);
        assert_int_equal(from.diagnostics.items[0].code, A0420);
        assert_non_null(strstr(from.diagnostics.items[0].text, counts[i]));
        from_text_end(&from);
    }
}

static void L4_11_long_clauses_are_bounded_too(void **state) {
    (void)state;
    struct from_text from;
    struct text text = {0};
    text_add(&text, FROM_TEXT_USAGE("") "specialization \"S\" area \"A\" cites \"P\", 2023-07-11 "
                                        "requires neither audit nor references measure \"M\" counts usage where ");
    for (unsigned i = 0; i < 12; i++)
        text_addf(&text, "(A is \"%u\" or B is \"%u\") and ", i, i);
    for (unsigned i = 0; i < 2000; i++)
        text_addf(&text, "C is none of \"%u\" and ", i);
    text_add(&text, "C is \"x\" end");
    assert_null(from_text(&from, text.data));
    assert_int_equal(from.diagnostics.items[0].code, A0420);
    text_free(&text);
    from_text_end(&from);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(L3_2_and_is_one_clause),
        cmocka_unit_test(L3_2_or_makes_alternatives_in_order),
        cmocka_unit_test(L4_11_product_varies_the_first_slowest),
        cmocka_unit_test(R11_then_is_and_not_implication),
        cmocka_unit_test(L4_11_conditions_stand_in_order_of_place),
        cmocka_unit_test(L4_11_a_clause_holds_a_condition_once),
        cmocka_unit_test(L4_11_equal_clauses_are_made_once),
        cmocka_unit_test(L4_8_options_are_kept_apart),
        cmocka_unit_test(L3_5_lists_are_expanded_each_value_once),
        cmocka_unit_test(L4_11_4096_clauses_are_allowed),
        cmocka_unit_test(L4_11_more_are_refused_before_any_is_built),
        cmocka_unit_test(L4_11_long_clauses_are_bounded_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
