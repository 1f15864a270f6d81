/* Witnesses against brute force, and boxes in words, read back. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "compiler/model/witness.h"
#include "tests/unit/random_rules.h"

enum { ROUNDS = 400, FIELDS = 8, MEASURES = 4 };

static struct space_budget plenty(void) {
    return (struct space_budget){UINT64_C(100000000), false};
}

/* ---- Witnesses ---- */

/* A row is asked for that these measures of the first model count, and those do not. */
struct question {
    const struct random_space *of;
    struct eval *eval;
    const struct model_rule *rules[MEASURES];
    struct region regions[MEASURES];
    const struct region *pointers[MEASURES];
    size_t in_count, count; /* the first ones are `in` */
};

static void random_question(struct random_rules *random, const struct random_space *of, struct question *question) {
    *question = (struct question){.of = of, .eval = eval_new(of->models[0], of->space->arena)};
    question->count = 1 + random_below(random, MEASURES);
    question->in_count = random_below(random, question->count + 1);
    for (size_t i = 0; i < question->count; i++) {
        question->rules[i] = &of->models[0]->specializations[0].measures[i].rule;
        question->regions[i] = region_of_rule(of->space, 0, question->rules[i]);
        question->pointers[i] = &question->regions[i];
    }
}

/* All boxes that lie as asked. */
static struct region answers(const struct question *question) {
    const struct space *space = question->of->space;
    struct region region = {0};
    struct space_budget budget = plenty();
    uint64_t *all = box_new(space);
    box_fill(space, all);
    region_add(space, &region, all);
    for (size_t i = 0; i < question->count; i++) {
        if (i < question->in_count)
            region = region_intersect(space, &region, &question->regions[i]);
        else
            region = region_subtract(space, &region, &question->regions[i], &budget);
    }
    return region_tidy(space, &region, &budget);
}

static struct model_cell cell_of(const struct space *space, size_t field, uint32_t code) {
    struct model_cell cell = {.kind = code == SPACE_BLANK ? MODEL_CELL_BLANK : MODEL_CELL_TEXT};
    if (code == SPACE_OTHER) cell.folded = space_other_text(space, field);
    if (code > SPACE_OTHER) cell.folded = space->fields[field].texts[code - 2];
    return cell;
}

/* By the interpreter. */
static bool lies_as_asked(const struct question *question, const struct model_cell *row) {
    for (size_t i = 0; i < question->count; i++) {
        if (eval_holds(question->eval, question->rules[i]->where, row) != (i < question->in_count)) return false;
    }
    return true;
}

/* Whether every row that has these codes in the fields of the set lies as asked. */
static bool forces(const struct question *question, const uint32_t *codes, unsigned set) {
    const struct space *space = question->of->space;
    uint32_t at[FIELDS] = {0}, counts[FIELDS];
    struct model_cell row[FIELDS];
    for (size_t f = 0; f < space->field_count; f++)
        counts[f] = set >> f & 1 ? 1 : 2 + space->fields[f].text_count;
    do {
        for (size_t i = 0; i < question->of->models[0]->field_count; i++) {
            size_t field = space->field_of[0][i];
            row[i] = cell_of(space, field, set >> field & 1 ? codes[field] : at[field]);
        }
        if (!lies_as_asked(question, row)) return false;
    } while (random_next(at, counts, space->field_count));
    return true;
}

static bool is_alias(const struct random_space *of, size_t field, uint32_t code) {
    for (size_t m = 0; m < of->model_count; m++) {
        if (of->space->fields[field].meaning[m][code] != code) return true;
    }
    return false;
}

/* How well a code reads: less is better. */
static uint32_t reading(const struct random_space *of, size_t field, uint32_t code) {
    if (code == SPACE_BLANK) return 0;
    if (code == SPACE_OTHER) return 1000;
    return (is_alias(of, field, code) ? 100 : 1) + code;
}

static void best_row(const struct random_space *of, const uint64_t *box, uint32_t *codes) {
    const struct space *space = of->space;
    for (size_t f = 0; f < space->field_count; f++) {
        uint32_t best = UINT32_MAX;
        for (uint32_t code = 0; code < 2 + space->fields[f].text_count; code++) {
            if (!box_has(space, box, f, space->fields[f].class_of[code]) || reading(of, f, code) >= best) continue;
            best = reading(of, f, code);
            codes[f] = code;
        }
    }
}

static size_t set_size(unsigned set) {
    return (size_t)__builtin_popcount(set);
}

/* Whether of two sets of one size the first has the earlier fields. */
static bool set_is_earlier(unsigned a, unsigned b) {
    unsigned differ = a ^ b;
    return differ != 0 && (a & (differ & (0u - differ))) != 0;
}

static void check_witness(const struct question *question, const uint64_t *box) {
    const struct space *space = question->of->space;
    const struct region *const *pointers = (const struct region *const *)question->pointers;
    struct space_budget budget = plenty();
    struct witness witness;
    uint32_t codes[FIELDS];
    unsigned set = 0;
    assert_true(witness_find(space, box, pointers, question->in_count, pointers + question->in_count,
                             question->count - question->in_count, &budget, &witness));
    best_row(question->of, box, codes);
    for (size_t i = 0; i < witness.count; i++)
        set |= 1u << witness.cells[i].field;
    for (size_t f = 0; f < space->field_count; f++)
        assert_int_equal(witness.codes[f], set >> f & 1 ? codes[f] : SPACE_BLANK);
    assert_true(forces(question, codes, set));
    for (unsigned other = 0; other < 1u << space->field_count; other++) {
        bool better = set_size(other) < set_size(set);
        if (set_size(other) == set_size(set)) better = set_is_earlier(other, set);
        if (better) assert_false(forces(question, codes, other));
    }
    assert_true(lies_as_asked(question, witness_row(space, 0, &witness)));
}

static void no_smaller_set_of_fields_forces_the_answer(void **state) {
    (void)state;
    struct random_rules random = {.state = 31};
    size_t asked = 0;
    for (size_t round = 0; round < ROUNDS; round++) {
        struct random_space to;
        random_space_begin(&random, &to, MEASURES);
        struct question question;
        random_question(&random, &to, &question);
        struct region region = answers(&question);
        for (size_t i = 0; i < region.count && i < 5; i++, asked++)
            check_witness(&question, region_box(to.space, &region, i));
        random_space_end(&to);
    }
    assert_true(asked > ROUNDS);
    text_free(&random.out);
}

/* ---- Words, read back ---- */

/* The space's texts in a usage declaration whose aliases are those that all models share. */
static void add_shared_usage(const struct space *space, struct text *out) {
    text_add(out, "usage \"U\" edition \"1\" cites \"Page\", 2023-07-11 amount Cost column \"Cost\" in USD\n");
    for (size_t f = 0; f < space->field_count; f++) {
        if (strcmp(space->fields[f].name, "Cost") != 0)
            text_addf(out, "field %s column \"%s\"\n", space->fields[f].name, space->fields[f].name);
    }
    for (size_t f = 0; f < space->field_count; f++) {
        const struct space_field *field = &space->fields[f];
        for (uint32_t code = 2; code < 2 + field->text_count; code++) {
            for (uint32_t first = 2; first < code; first++) {
                bool same = true;
                for (size_t m = 0; m < space->model_count; m++)
                    same = same && field->meaning[m][code] == field->meaning[m][first];
                if (!same) continue;
                text_addf(out, "alias \"%s\" means \"%s\" in %s\n",
                          strchr(field->texts[code - 2], '"') ? random_word(3) : field->texts[code - 2],
                          strchr(field->texts[first - 2], '"') ? random_word(3) : field->texts[first - 2], field->name);
                break;
            }
        }
    }
    text_add(out, "end\n");
}

/* The words are a condition that holds for exactly the cells of the box. */
static void check_words(const struct space *space, const uint64_t *box, const struct text *words) {
    struct text rules = {0};
    struct from_text from;
    add_shared_usage(space, &rules);
    text_addf(&rules, FROM_TEXT_SPECIALIZATION("S", "measure \"M\" counts usage where %s"), words->data);
    const struct model *model = from_text(&from, rules.data);
    if (!model) fail_msg("%s\n%s", rules.data, from.diagnostics.items[0].text);
    struct eval *eval = eval_new(model, &from.arena);
    uint32_t codes[FIELDS] = {0}, counts[FIELDS];
    struct model_cell row[FIELDS];
    for (size_t f = 0; f < space->field_count; f++)
        counts[f] = 2 + space->fields[f].text_count;
    do {
        bool in = true;
        for (size_t f = 0; f < space->field_count; f++)
            in = in && box_has(space, box, f, space->fields[f].class_of[codes[f]]);
        for (size_t i = 0; i < model->field_count; i++) {
            size_t field = 0;
            while (strcmp(space->fields[field].name, model->fields[i].name.text) != 0)
                field++;
            row[i] = cell_of(space, field, codes[field]);
        }
        assert_int_equal(eval_holds(eval, model->specializations[0].measures[0].rule.where, row), in);
    } while (random_next(codes, counts, space->field_count));
    from_text_end(&from);
    text_free(&rules);
}

static void L3_1_the_words_of_a_box_are_a_condition_that_means_it(void **state) {
    (void)state;
    struct random_rules random = {.state = 32};
    size_t read = 0;
    for (size_t round = 0; round < ROUNDS; round++) {
        struct random_space to;
        random_space_begin(&random, &to, MEASURES);
        uint64_t *box = box_new(to.space);
        struct text words = {0};
        for (size_t i = 0; i < 6; i++) {
            text_clear(&words);
            if (!random_box(&random, to.space, box)) continue;
            box_print(to.space, box, NULL, &words);
            if (strcmp(words.data, "any row") == 0) continue;
            check_words(to.space, box, &words);
            read++;
        }
        text_free(&words);
        random_space_end(&to);
    }
    assert_true(read > ROUNDS);
    text_free(&random.out);
}

/* ---- Words, by hand ---- */

static void words(const char *condition, const char *expected) {
    struct from_text from;
    struct arena scratch = {0};
    struct text out = {0};
    char *rules = arena_format(
        &scratch,
        FROM_TEXT_USAGE("alias \"old\" means \"New\" in A") FROM_TEXT_SPECIALIZATION(
            "S",
            "measure \"M\" counts usage where %s\n"
            "measure \"N\" counts usage under either option \"1\" A is \"New\" option \"2\" A is \"Say \"\"x\"\"\" "
            "option \"3\" A is \"Zoo\" option \"4\" A is blank"),
        condition);
    const struct model *model = from_text(&from, rules);
    assert_non_null(model);
    struct space *space = space_new(&model, 1, &from.arena);
    struct region region = region_of_rule(space, 0, &model->specializations[0].measures[0].rule);
    if (region.count == 0) text_add(&out, "no row");
    if (region.count) box_print(space, region.boxes, NULL, &out);
    assert_string_equal(out.data, expected);
    text_free(&out);
    arena_free(&scratch);
    from_text_end(&from);
}

static void L3_1_the_shortest_words_are_taken(void **state) {
    (void)state;
    words("A is any of \"zoo\"", "A is \"zoo\"");
    words("A is \"OLD\"", "A is \"New\"");
    words("A is any of \"Say \"\"x\"\"\", \"old\"", "A is any of \"New\", \"Say \"\"x\"\"\"");
    words("A is any of \"New\", blank", "A is any of \"New\", blank");
    words("A is blank", "A is blank");
    words("A is none of \"New\", blank", "A is anything except \"New\"");
    words("A is none of \"New\"", "A is none of \"New\"");
    words("A is none of blank", "A is not blank");
    words("A is none of \"New\" and A is anything except \"Zoo\"", "A is anything except \"New\", \"Zoo\"");
    words("A is any of \"New\", \"Zoo\" and A is none of \"New\"", "A is \"Zoo\"");
    words("A is not blank and B is \"b\"", "A is not blank and B is \"b\"");
    words("A is \"New\" and A is \"Zoo\"", "no row");
}

static void what_is_known_already_is_left_out(void **state) {
    (void)state;
    struct from_text from;
    const struct model *model =
        from_text(&from, FROM_TEXT_USAGE("") FROM_TEXT_SPECIALIZATION(
                             "S", "measure \"M\" counts usage where (A is \"x\" and B is \"y\") or A is \"x\""));
    assert_non_null(model);
    struct space *space = space_new(&model, 1, &from.arena);
    struct region region = region_of_rule(space, 0, &model->specializations[0].measures[0].rule);
    const uint64_t *narrow = region_box(space, &region, 0), *wide = region_box(space, &region, 1);
    struct text out = {0};
    box_print(space, narrow, wide, &out);
    text_add(&out, "; ");
    box_print(space, wide, narrow, &out);
    text_add(&out, "; ");
    box_print_field(space, wide, 1, &out);
    assert_string_equal(out.data, "B is \"y\"; any row; is anything or blank");
    text_free(&out);
    from_text_end(&from);
}

static void a_witness_in_words(void **state) {
    (void)state;
    struct from_text from;
    const struct model *model = from_text(
        &from, FROM_TEXT_USAGE("") FROM_TEXT_SPECIALIZATION(
                   "S", "measure \"M\" counts usage where A is \"Say \"\"x\"\"\" and B is blank and C is not blank\n"
                        "measure \"N\" counts usage where C is \"c\""));
    assert_non_null(model);
    struct space *space = space_new(&model, 1, &from.arena);
    struct region m = region_of_rule(space, 0, &model->specializations[0].measures[0].rule);
    struct region n = region_of_rule(space, 0, &model->specializations[0].measures[1].rule);
    const struct region *in = &m, *out = &n;
    struct space_budget budget = plenty();
    struct witness witness;
    struct text words = {0};
    struct region only = region_subtract(space, &m, &n, &budget);
    assert_true(witness_find(space, only.boxes, &in, 1, &out, 1, &budget, &witness));
    witness_print(space, &witness, &words);
    assert_string_equal(words.data, "A \"Say \"\"x\"\"\", B blank, C \"other\"");
    struct model_cell *row = witness_row(space, 0, &witness);
    assert_string_equal(row[2].text, "other");
    assert_true(row[1].given);
    assert_false(row[3].given);
    text_clear(&words);
    assert_true(witness_find(space, only.boxes, NULL, 0, NULL, 0, &budget, &witness));
    witness_print(space, &witness, &words);
    assert_string_equal(words.data, "any row");
    /* Its row counts as M: it cannot be forced not to. */
    assert_false(witness_find(space, only.boxes, NULL, 0, &in, 1, &budget, &witness));
    assert_false(budget.exceeded);
    budget.left = 3;
    assert_false(witness_find(space, only.boxes, &in, 1, &out, 1, &budget, &witness));
    assert_true(budget.exceeded);
    text_free(&words);
    from_text_end(&from);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_smaller_set_of_fields_forces_the_answer),
        cmocka_unit_test(L3_1_the_words_of_a_box_are_a_condition_that_means_it),
        cmocka_unit_test(L3_1_the_shortest_words_are_taken),
        cmocka_unit_test(what_is_known_already_is_left_out),
        cmocka_unit_test(a_witness_in_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
