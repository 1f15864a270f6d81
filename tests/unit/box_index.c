/* The index of boxes against looking at each of them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "compiler/analysis/box_index.h"
#include "tests/unit/random_rules.h"

enum { ROUNDS = 60, BOXES = 200, QUESTIONS = 40 };

/* Each class with the chance of one in `sparse`, and one at least. */
static void random_box_of(struct random_rules *random, const struct space *space, uint64_t *box) {
    memset(box, 0, space->words * sizeof *box);
    for (size_t f = 0; f < space->field_count; f++) {
        const struct space_field *field = &space->fields[f];
        size_t sparse = 1 + random_below(random, 4), one = random_below(random, field->class_count);
        for (uint32_t c = 0; c < field->class_count; c++) {
            if (c == one || random_below(random, sparse) == 0)
                box[field->first_word + c / 64] |= UINT64_C(1) << (c % 64);
        }
    }
}

static void check_question(struct random_rules *random, const struct space *space, const struct box_index *index,
                           const uint64_t *boxes, const bool *there) {
    uint64_t *box = box_new(space);
    uint32_t found[BOXES];
    random_box_of(random, space, box);
    size_t begin = random_below(random, BOXES), end = begin + random_below(random, BOXES - begin + 1);
    size_t count = box_index_meeting(index, box, begin, end, found), expected = 0;
    for (size_t i = begin; i < end; i++) {
        if (!there[i] || !box_meets(space, boxes + i * space->words, box)) continue;
        assert_true(expected < count);
        assert_int_equal(found[expected++], i);
    }
    assert_int_equal(expected, count);
}

static void test_meeting(void **state) {
    (void)state;
    struct random_rules random = {.state = 5};
    for (size_t round = 0; round < ROUNDS; round++) {
        struct random_space of;
        random_space_begin(&random, &of, 3);
        struct box_index *index = box_index_new(of.space, BOXES, &of.arena);
        uint64_t *boxes = ARENA_ARRAY(&of.arena, BOXES * of.space->words, uint64_t);
        bool there[BOXES] = {false};
        for (size_t i = 0; i < 3 * BOXES; i++) {
            size_t number = random_below(&random, BOXES);
            uint64_t *box = boxes + number * of.space->words;
            there[number] = random_below(&random, 4) != 0;
            random_box_of(&random, of.space, box);
            box_index_put(index, number, there[number] ? box : NULL);
        }
        for (size_t i = 0; i < QUESTIONS; i++)
            check_question(&random, of.space, index, boxes, there);
        random_space_end(&of);
    }
    text_free(&random.out);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_meeting)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
