#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "compiler/base/fold.h"
#include "compiler/model/eval.h"
#include "tests/unit/from_text.h"

enum { A, B, C };

#define ABSENT "\x02"

/* One measure "M" with this condition, and usage items. */
static struct model *model_of(struct from_text *from, const char *usage, const char *where) {
    struct arena scratch = {0};
    char *text = arena_format(
        &scratch, FROM_TEXT_USAGE("%s") FROM_TEXT_SPECIALIZATION("S", "measure \"M\" counts usage where %s"), usage,
        where);
    struct model *model = from_text(from, text);
    arena_free(&scratch);
    assert_non_null(model);
    return model;
}

/* NULL: blank. */
static void put(struct from_text *from, struct model_cell *cell, const char *text) {
    bool absent = text && strcmp(text, ABSENT) == 0;
    cell->kind = absent ? MODEL_CELL_ABSENT : text ? MODEL_CELL_TEXT : MODEL_CELL_BLANK;
    cell->folded = fold_text(&from->arena, text);
}

struct question {
    const char *usage, *where, *a, *b;
    enum assay_answer filter, measure;
};

static void ask(const struct question *question) {
    struct from_text from;
    struct model *model = model_of(&from, question->usage, question->where);
    struct eval *eval = eval_new(model, &from.arena);
    struct model_cell cells[4] = {{0}};
    enum assay_answer answer;
    put(&from, &cells[A], question->a);
    put(&from, &cells[B], question->b);
    const struct model_measure *measure = &model->specializations[0].measures[0];
    assert_true(eval_rule(eval, &measure->rule, cells, &answer));
    assert_int_equal(answer, question->filter);
    assert_true(eval_measure(eval, measure, cells, &answer));
    assert_int_equal(answer, question->measure);
    from_text_end(&from);
}

static void filter(const char *where, const char *a, const char *b, enum assay_answer answer) {
    ask(&(struct question){"", where, a, b, answer, answer});
}

static void R1_whole_values_without_regard_to_case_and_blanks(void **state) {
    (void)state;
    filter("A is \"Virtual Machines\"", "  VIRTUAL \xC2\xA0 machines", NULL, ASSAY_YES);
    filter("A is \"Windows\"", "WINDOWS-AHUB", NULL, ASSAY_NO);
    filter("A is any of \"x\", \"y\"", "y", NULL, ASSAY_YES);
}

static void R2_blank_is_not_a_value(void **state) {
    (void)state;
    filter("A is any of \"x\"", NULL, NULL, ASSAY_NO);
    filter("A is anything except \"x\"", NULL, NULL, ASSAY_NO);
    filter("A is none of \"x\"", NULL, NULL, ASSAY_YES);
    filter("A is none of \"x\", blank", NULL, NULL, ASSAY_NO);
    filter("A is any of \"x\", blank", NULL, NULL, ASSAY_YES);
    filter("A is blank", NULL, NULL, ASSAY_YES);
    filter("A is blank", "x", NULL, ASSAY_NO);
    filter("A is not blank", NULL, NULL, ASSAY_NO);
    filter("A is not blank", "x", NULL, ASSAY_YES);
}

static void R15_except_and_none_of(void **state) {
    (void)state;
    filter("A is anything except \"UNKNOWN\"", "unknown", NULL, ASSAY_NO);
    filter("A is anything except \"UNKNOWN\"", "x", NULL, ASSAY_YES);
    filter("A is none of \"UNKNOWN\"", "unknown", NULL, ASSAY_NO);
}

static void R5_an_alias_is_the_value_wherever_it_is_listed(void **state) {
    (void)state;
    const char *alias = "alias \"old\" means \"new\" in A";
    ask(&(struct question){alias, "A is \"new\"", "OLD", NULL, ASSAY_YES, ASSAY_YES});
    ask(&(struct question){alias, "A is none of \"new\"", "old", NULL, ASSAY_NO, ASSAY_NO});
    ask(&(struct question){alias, "A is \"new\" or B is \"new\"", NULL, "old", ASSAY_NO, ASSAY_NO});
}

static void R3_absent_is_undecided_unless_every_value_agrees(void **state) {
    (void)state;
    filter("A is \"x\"", ABSENT, NULL, ASSAY_CANNOT_TELL);
    filter("A is \"x\" and B is \"y\"", ABSENT, "n", ASSAY_NO);
    filter("A is \"x\" or B is \"y\"", ABSENT, "y", ASSAY_YES);
    filter("A is \"x\" or A is none of \"x\"", ABSENT, NULL, ASSAY_YES);
    filter("A is \"x\" and A is \"y\"", ABSENT, NULL, ASSAY_NO);
    filter("A is any of \"x\", blank or A is anything except \"x\"", ABSENT, NULL, ASSAY_YES);
    filter("A is any of \"x\" or A is anything except \"x\"", ABSENT, NULL, ASSAY_CANNOT_TELL);
}

static void R3_absent_fields_are_tried_together(void **state) {
    (void)state;
    filter("(A is \"x\" or B is \"y\") and (A is none of \"x\" or B is none of \"y\")", ABSENT, ABSENT,
           ASSAY_CANNOT_TELL);
    filter("(A is \"x\" and B is \"y\") or A is none of \"x\" or B is none of \"y\"", ABSENT, ABSENT, ASSAY_YES);
}

static void R3_eligibility_and_filter_are_asked_together(void **state) {
    (void)state;
    ask(&(struct question){"counts only where A is \"x\"", "A is \"y\"", ABSENT, NULL, ASSAY_CANNOT_TELL, ASSAY_NO});
    ask(&(struct question){"counts only where A is none of \"x\"", "A is \"y\"", "y", NULL, ASSAY_YES, ASSAY_YES});
    ask(&(struct question){"counts only where A is \"x\" counts only where B is \"y\"", "A is any of \"x\", \"z\"", "x",
                           ABSENT, ASSAY_YES, ASSAY_CANNOT_TELL});
}

static void R3_values_named_elsewhere_are_tried_too(void **state) {
    (void)state;
    struct from_text from;
    struct model *model = model_of(&from, "counts only where A is none of \"p\", \"q\"", "A is \"r\"");
    struct model_cell cells[4] = {{0}};
    enum assay_answer answer;
    cells[A].kind = MODEL_CELL_ABSENT;
    assert_true(eval_eligible(eval_new(model, &from.arena), cells, &answer));
    assert_int_equal(answer, ASSAY_CANNOT_TELL);
    from_text_end(&from);
}

static void too_many_combinations_are_an_error(void **state) {
    (void)state;
    struct text where = {0};
    for (size_t i = 0; i < 300; i++)
        text_addf(&where, "A is \"%zu\" or B is \"%zu\" or C is \"%zu\" or ", i, i, i);
    text_add(&where, "A is blank");
    struct from_text from;
    struct model *model = model_of(&from, "", where.data);
    struct model_cell cells[4] = {{.kind = MODEL_CELL_ABSENT}, {.kind = MODEL_CELL_ABSENT}, {0}};
    struct eval *eval = eval_new(model, &from.arena);
    const struct model_rule *rule = &model->specializations[0].measures[0].rule;
    enum assay_answer answer;
    assert_true(eval_rule(eval, rule, cells, &answer));
    assert_int_equal(answer, ASSAY_CANNOT_TELL);
    cells[C].kind = MODEL_CELL_ABSENT;
    assert_false(eval_rule(eval, rule, cells, &answer));
    text_free(&where);
    from_text_end(&from);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(R1_whole_values_without_regard_to_case_and_blanks),
        cmocka_unit_test(R2_blank_is_not_a_value),
        cmocka_unit_test(R15_except_and_none_of),
        cmocka_unit_test(R5_an_alias_is_the_value_wherever_it_is_listed),
        cmocka_unit_test(R3_absent_is_undecided_unless_every_value_agrees),
        cmocka_unit_test(R3_absent_fields_are_tried_together),
        cmocka_unit_test(R3_eligibility_and_filter_are_asked_together),
        cmocka_unit_test(R3_values_named_elsewhere_are_tried_too),
        cmocka_unit_test(too_many_combinations_are_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
