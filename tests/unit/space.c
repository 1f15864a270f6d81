/* Spaces: the codes and classes of their fields, and the boxes of clauses, against the naive interpreter. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "tests/unit/random_rules.h"

enum { ROUNDS = 150, FIELDS = 8 };

/* What a cell of this code holds, for the interpreter. */
static struct model_cell cell_of(const struct space *space, size_t field, uint32_t code) {
    struct model_cell cell = {.kind = code == SPACE_BLANK ? MODEL_CELL_BLANK : MODEL_CELL_TEXT};
    if (code == SPACE_OTHER) cell.folded = space_other_text(space, field);
    if (code > SPACE_OTHER) cell.folded = space->fields[field].texts[code - 2];
    return cell;
}

static bool box_holds(const struct space *space, const uint64_t *box, const uint32_t *codes) {
    for (size_t f = 0; f < space->field_count; f++) {
        if (!box_has(space, box, f, space->fields[f].class_of[codes[f]])) return false;
    }
    return true;
}

static bool region_holds(const struct space *space, const struct region *region, const uint32_t *codes) {
    for (size_t i = 0; i < region->count; i++) {
        if (box_holds(space, region_box(space, region, i), codes)) return true;
    }
    return false;
}

/* Every combination of codes: the rule's boxes hold it exactly when the interpreter says that the rule does. */
static void compare_rule(const struct random_space *to, size_t m, const struct model_rule *rule) {
    const struct space *space = to->space;
    struct eval *eval = eval_new(to->models[m], to->space->arena);
    struct region region = region_of_rule(space, m, rule);
    uint32_t codes[FIELDS] = {0}, counts[FIELDS];
    struct model_cell row[FIELDS];
    for (size_t f = 0; f < space->field_count; f++)
        counts[f] = 2 + space->fields[f].text_count;
    do {
        for (size_t i = 0; i < to->models[m]->field_count; i++) {
            size_t field = space->field_of[m][i];
            row[i] = cell_of(space, field, codes[field]);
        }
        assert_int_equal(region_holds(space, &region, codes), eval_holds(eval, rule->where, row));
    } while (random_next(codes, counts, space->field_count));
}

static void L3_1_clauses_are_boxes(void **state) {
    (void)state;
    struct random_rules random = {.state = 11};
    for (size_t round = 0; round < ROUNDS; round++) {
        struct random_space to;
        random_space_begin(&random, &to, 2);
        for (size_t m = 0; m < to.model_count; m++) {
            compare_rule(&to, m, &to.models[m]->eligibilities[0].rule);
            for (size_t i = 0; i < 2; i++)
                compare_rule(&to, m, &to.models[m]->specializations[0].measures[i].rule);
        }
        random_space_end(&to);
    }
    text_free(&random.out);
}

/* ---- Classes ---- */

struct conditions {
    const struct space *space;
    const struct eval *eval;
    size_t model, field;
    struct model_cell left, right;
};

static bool told_apart(const struct conditions *by, const struct model_expression *expression) {
    const struct model_condition *condition = expression->condition;
    if (expression->kind == MODEL_CONDITION) {
        if (by->space->field_of[by->model][condition->field] != by->field) return false;
        return eval_condition(by->eval, condition, &by->left) != eval_condition(by->eval, condition, &by->right);
    }
    for (size_t i = 0; i < expression->child_count; i++) {
        if (told_apart(by, expression->children[i])) return true;
    }
    return false;
}

static bool rules_tell_apart(const struct random_space *to, struct eval *const *evals, size_t field, uint32_t left,
                             uint32_t right) {
    struct conditions by = {
        .space = to->space, .left = cell_of(to->space, field, left), .right = cell_of(to->space, field, right)};
    by.field = field;
    for (size_t m = 0; m < to->model_count; m++) {
        const struct model *model = to->models[m];
        by.model = m;
        by.eval = evals[m];
        if (told_apart(&by, model->eligibilities[0].rule.where)) return true;
        for (size_t i = 0; i < model->specializations[0].measure_count; i++) {
            if (told_apart(&by, model->specializations[0].measures[i].rule.where)) return true;
        }
    }
    return false;
}

static void compare_classes(const struct random_space *to, struct eval *const *evals, size_t number) {
    const struct space_field *field = &to->space->fields[number];
    for (uint32_t left = 0; left < 2 + field->text_count; left++) {
        for (uint32_t right = 0; right < left; right++) {
            bool apart = rules_tell_apart(to, evals, number, left, right);
            assert_int_equal(field->class_of[left] != field->class_of[right], apart);
        }
    }
}

/* The codes of a class are those that have it: blank first, other last, texts sorted between. */
static void check_codes(const struct space_field *field) {
    uint32_t all = 0;
    assert_int_equal(field->class_of[SPACE_BLANK], 0);
    for (uint32_t c = 0; c < field->class_count; c++) {
        assert_true(field->code_count[c] > 0);
        all += field->code_count[c];
        for (uint32_t i = 0; i < field->code_count[c]; i++) {
            uint32_t code = field->codes_of[c][i], next = i + 1 < field->code_count[c] ? field->codes_of[c][i + 1] : 1;
            assert_int_equal(field->class_of[code], c);
            assert_true(next == SPACE_OTHER || (code != SPACE_OTHER && code < next));
        }
    }
    assert_int_equal(all, 2 + field->text_count);
}

static void two_codes_are_one_class_when_no_condition_tells_them_apart(void **state) {
    (void)state;
    struct random_rules random = {.state = 12};
    for (size_t round = 0; round < ROUNDS; round++) {
        struct random_space to;
        random_space_begin(&random, &to, 1 + round % 3);
        struct eval *evals[SPACE_MODELS_MAX];
        for (size_t m = 0; m < to.model_count; m++)
            evals[m] = eval_new(to.models[m], &to.arena);
        for (size_t f = 0; f < to.space->field_count; f++) {
            compare_classes(&to, evals, f);
            check_codes(&to.space->fields[f]);
        }
        random_space_end(&to);
    }
    text_free(&random.out);
}

/* ---- Texts ---- */

static const struct model *model_of(struct from_text *from, const char *text) {
    const struct model *model = from_text(from, text);
    assert_non_null(model);
    return model;
}

static void texts_are_known_as_the_first_rule_writes_them(void **state) {
    (void)state;
    struct from_text from;
    const struct model *model = model_of(
        &from, FROM_TEXT_USAGE("alias \"OLD\" means \"New\" in A counts only where A is any of \"other\", \"NEW\"")
                   FROM_TEXT_SPECIALIZATION("S", "measure \"M\" counts usage where A is \"Other\" and B is \"x\""));
    struct space *space = space_new(&model, 1, &from.arena);
    const struct space_field *field = &space->fields[0];
    assert_int_equal(field->text_count, 3);
    assert_string_equal(field->texts[0], "new");
    assert_string_equal(field->written[0], "NEW");
    assert_string_equal(field->written[1], "OLD");
    assert_string_equal(field->written[2], "other");
    assert_int_equal(space_code(space, 0, "other"), 4);
    assert_int_equal(space_code(space, 0, "unheard of"), SPACE_OTHER);
    assert_int_equal(space_code(space, 0, NULL), SPACE_BLANK);
    assert_string_equal(space_other_text(space, 0), "other 2");
    assert_string_equal(space_other_text(space, 1), "other");
    assert_int_equal(field->meaning[0][3], 2);
    from_text_end(&from);
}

static void fields_of_two_models_are_matched_by_name(void **state) {
    (void)state;
    struct from_text old, new;
    const struct model *models[] = {
        model_of(&old, FROM_TEXT_USAGE("") FROM_TEXT_SPECIALIZATION("S", "measures not published")),
        model_of(&new, "usage \"U\" edition \"1\" cites \"Page\", 2023-07-11 amount Cost column \"Cost\" in USD\n"
                       "field New column \"N\" field B column \"B\" end\n" FROM_TEXT_SPECIALIZATION(
                           "S", "measure \"M\" counts usage where New is \"x\""))};
    struct space *space = space_new(models, 2, &old.arena);
    assert_int_equal(space->field_count, 5);
    assert_string_equal(space->fields[space->field_of[1][models[1]->field_count - 1]].name, "B");
    assert_string_equal(space->fields[4].name, "New");
    assert_int_equal(space->fields[4].class_count, 2);
    assert_int_equal(space_cells(space), 2);
    from_text_end(&new);
    from_text_end(&old);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(L3_1_clauses_are_boxes),
        cmocka_unit_test(two_codes_are_one_class_when_no_condition_tells_them_apart),
        cmocka_unit_test(texts_are_known_as_the_first_rule_writes_them),
        cmocka_unit_test(fields_of_two_models_are_matched_by_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
