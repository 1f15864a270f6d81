/* The matrix of a list of boxes, against looking at them one by one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "compiler/model/matrix.h"
#include "tests/unit/random_rules.h"

enum { ROUNDS = 60 };

static struct space_budget plenty(void) {
    return (struct space_budget){UINT64_C(100000000), false};
}

static bool in_set(const uint64_t *set, size_t index) {
    return (set[index / 64] >> index % 64 & 1) != 0;
}

/* Nothing stands in a set behind the last box. */
static void check_end(const struct matrix *matrix, const uint64_t *set) {
    for (size_t i = matrix->list->count; i < 64 * matrix->words; i++)
        assert_false(in_set(set, i));
}

static void check_box(const struct matrix *matrix, const uint64_t *box) {
    const struct space *space = matrix->space;
    uint64_t *meeting = matrix_set(matrix), *containing = matrix_set(matrix);
    struct region some = {0};
    matrix_meeting(matrix, box, meeting);
    matrix_containing(matrix, box, containing);
    check_end(matrix, meeting);
    check_end(matrix, containing);
    for (size_t i = 0; i < matrix->list->count; i++) {
        const uint64_t *other = region_box(space, matrix->list, i);
        assert_int_equal(in_set(meeting, i), box_meets(space, box, other));
        assert_int_equal(in_set(containing, i), box_contains(space, other, box));
        if (in_set(containing, i)) meeting[i / 64] ^= UINT64_C(1) << i % 64;
        if (in_set(meeting, i)) region_add(space, &some, other);
    }
    struct space_budget budget = plenty();
    uint64_t *left = box_new(space);
    bool covered = region_covers(space, &some, box, NULL, &budget);
    assert_int_equal(matrix_covers(matrix, meeting, box, left, &budget), covered);
    if (covered) return;
    assert_true(box_contains(space, box, left));
    for (size_t i = 0; i < some.count; i++)
        assert_false(box_meets(space, left, region_box(space, &some, i)));
}

static void check_list(struct random_rules *random, const struct space *space, size_t count) {
    struct region list = {0};
    uint64_t *box = box_new(space);
    while (list.count < count) {
        if (random_box(random, space, box)) region_add(space, &list, box);
    }
    struct matrix *matrix = matrix_new(space, &list);
    for (size_t i = 0; i < list.count && i < 40; i++)
        check_box(matrix, region_box(space, &list, i));
    box_fill(space, box);
    check_box(matrix, box);
    for (size_t i = 0; i < 10; i++) {
        if (random_box(random, space, box)) check_box(matrix, box);
    }
}

static void a_matrix_answers_for_all_boxes_at_once(void **state) {
    (void)state;
    static const size_t counts[] = {0, 1, 63, 64, 65, 200};
    struct random_rules random = {.state = 41};
    for (size_t round = 0; round < ROUNDS; round++) {
        struct random_space to;
        random_space_begin(&random, &to, 3);
        check_list(&random, to.space, counts[round % 6]);
        random_space_end(&to);
    }
    text_free(&random.out);
}

/* One field of 150 texts, each told apart, beside small ones. */
static void fields_may_have_many_classes(void **state) {
    (void)state;
    struct random_rules random = {.state = 42};
    struct random_space to = {.model_count = 1};
    text_add(&random.out, FROM_TEXT_USAGE("") "specialization \"S\" area \"Area\" cites \"Page\", 2023-07-11\n"
                                              "requires neither audit nor references\n");
    for (size_t i = 0; i < 150; i++)
        text_addf(&random.out, "measure \"M%zu\" counts usage where A is \"a%zu\" and B is \"b%zu\"\n", i, i, i % 3);
    text_add(&random.out, "end\n");
    to.models[0] = from_text(&to.from[0], random.out.data);
    assert_non_null(to.models[0]);
    to.space = space_new(to.models, 1, &to.arena);
    assert_true(to.space->words > to.space->field_count);
    check_list(&random, to.space, 300);
    struct region rules = {0};
    for (size_t i = 0; i < 150; i++) {
        struct region rule = region_of_rule(to.space, 0, &to.models[0]->specializations[0].measures[i].rule);
        region_add(to.space, &rules, rule.boxes);
    }
    struct matrix *matrix = matrix_new(to.space, &rules);
    for (size_t i = 0; i < rules.count; i++)
        check_box(matrix, region_box(to.space, &rules, i));
    random_space_end(&to);
    text_free(&random.out);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_matrix_answers_for_all_boxes_at_once),
        cmocka_unit_test(fields_may_have_many_classes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
