/* Boxes and regions against brute force over all cells of small spaces. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "tests/unit/random_rules.h"

enum { ROUNDS = 150, FIELDS = 8 };

/* The cells of a region, one flag per cell, in the order of random_next. */
struct cells {
    bool *has;
    size_t count, most; /* how many are in it; in how many boxes the fullest cell is */
};

static struct cells cells_of(const struct space *space, const struct region *region) {
    struct cells cells = {ARENA_ARRAY(space->arena, (size_t)space_cells(space), bool), 0, 0};
    uint32_t cell[FIELDS] = {0}, counts[FIELDS];
    for (size_t f = 0; f < space->field_count; f++)
        counts[f] = space->fields[f].class_count;
    size_t index = 0;
    do {
        size_t boxes = 0;
        for (size_t i = 0; i < region->count; i++) {
            size_t in = 0;
            for (size_t f = 0; f < space->field_count; f++)
                in += box_has(space, region_box(space, region, i), f, cell[f]);
            boxes += in == space->field_count;
        }
        cells.has[index++] = boxes > 0;
        cells.count += boxes > 0;
        if (boxes > cells.most) cells.most = boxes;
    } while (random_next(cell, counts, space->field_count));
    assert_int_equal(index, space_cells(space));
    return cells;
}

/* Cells that are in a and, as `with` says, in b or not in b. */
static size_t cells_both(const struct space *space, struct cells a, struct cells b, bool with) {
    size_t count = 0;
    for (size_t i = 0; i < space_cells(space); i++)
        count += a.has[i] && b.has[i] == with;
    return count;
}

static struct region region_one(const struct space *space, const uint64_t *box) {
    struct region region = {0};
    region_add(space, &region, box);
    return region;
}

static struct space_budget plenty(void) {
    return (struct space_budget){UINT64_C(100000000), false};
}

/* ---- Random regions ---- */

/* The boxes of a rule, or random ones: few or many. */
static struct region random_region(struct random_rules *random, const struct random_space *to) {
    const struct space *space = to->space;
    size_t measures = to->models[0]->specializations[0].measure_count;
    const struct model_measure *measure = &to->models[0]->specializations[0].measures[random_below(random, measures)];
    if (random_below(random, 3) == 0) return region_of_rule(space, 0, &measure->rule);
    struct region region = {0};
    uint64_t *box = box_new(space);
    for (size_t count = random_below(random, random_below(random, 2) ? 4 : 20); count; count--) {
        if (random_box(random, space, box)) region_add(space, &region, box);
    }
    return region;
}

/* ---- One pair of regions ---- */

static void check_covers(const struct space *space, const struct region *region, const struct region *boxes) {
    for (size_t i = 0; i < boxes->count; i++) {
        const uint64_t *box = region_box(space, boxes, i);
        struct space_budget budget = plenty();
        uint64_t *left = box_new(space);
        struct region one = region_one(space, box);
        bool covered = cells_both(space, cells_of(space, &one), cells_of(space, region), false) == 0;
        assert_int_equal(region_covers(space, region, box, left, &budget), covered);
        assert_int_equal(region_covers(space, region, box, NULL, &budget), covered);
        assert_false(budget.exceeded);
        if (covered) continue;
        struct region outside = region_one(space, left);
        assert_false(box_is_empty(space, left));
        assert_true(box_contains(space, box, left));
        assert_int_equal(cells_both(space, cells_of(space, &outside), cells_of(space, region), true), 0);
    }
}

static void check_questions(const struct space *space, const struct region *a, const struct region *b) {
    struct cells in_a = cells_of(space, a), in_b = cells_of(space, b);
    struct space_budget budget = plenty();
    size_t both = cells_both(space, in_a, in_b, true), only_a = in_a.count - both, only_b = in_b.count - both;
    assert_int_equal(region_contains(space, a, b, &budget), only_b == 0);
    assert_int_equal(region_equal(space, a, b, &budget), only_a + only_b == 0);
    uint64_t *box = box_new(space);
    assert_int_equal(region_meets(space, a, b, box), both > 0);
    assert_int_equal(region_meets(space, a, b, NULL), both > 0);
    if (both == 0) return;
    struct region met = region_one(space, box);
    struct cells in_met = cells_of(space, &met);
    assert_true(in_met.count > 0);
    assert_int_equal(cells_both(space, in_met, in_a, true), in_met.count);
    assert_int_equal(cells_both(space, in_met, in_b, true), in_met.count);
}

static void check_results(const struct space *space, const struct region *a, const struct region *b) {
    struct cells in_a = cells_of(space, a), in_b = cells_of(space, b);
    struct space_budget budget = plenty();
    struct region both = region_intersect(space, a, b), rest = region_subtract(space, a, b, &budget);
    struct cells in_both = cells_of(space, &both), in_rest = cells_of(space, &rest);
    assert_int_equal(in_both.count, cells_both(space, in_a, in_b, true));
    assert_int_equal(cells_both(space, in_a, in_both, true), in_both.count);
    assert_int_equal(cells_both(space, in_b, in_both, true), in_both.count);
    assert_int_equal(in_rest.count, in_a.count - in_both.count);
    assert_int_equal(cells_both(space, in_rest, in_b, true), 0);
    assert_int_equal(cells_both(space, in_rest, in_a, true), in_rest.count);
    assert_true(in_rest.most <= 1);
    assert_int_equal(region_cells(space, &rest), in_rest.count);
}

static bool same_boxes(const struct space *space, const struct region *a, const struct region *b) {
    return a->count == b->count &&
           (a->count == 0 || memcmp(a->boxes, b->boxes, a->count * space->words * sizeof *a->boxes) == 0);
}

static bool differ_in_one_field(const struct space *space, const uint64_t *a, const uint64_t *b) {
    size_t count = 0;
    for (size_t f = 0; f < space->field_count; f++) {
        const struct space_field *field = &space->fields[f];
        count += memcmp(a + field->first_word, b + field->first_word, field->word_count * sizeof *a) != 0;
    }
    return count <= 1;
}

static void check_tidy(const struct space *space, const struct region *a) {
    struct cells in_a = cells_of(space, a);
    struct space_budget budget = plenty();
    struct region tidy = region_tidy(space, a, &budget), again = region_tidy(space, &tidy, &budget), backwards = {0};
    struct cells in_tidy = cells_of(space, &tidy);
    assert_int_equal(in_tidy.count, in_a.count);
    assert_int_equal(cells_both(space, in_a, in_tidy, true), in_a.count);
    assert_true(in_tidy.most <= 1);
    assert_true(same_boxes(space, &tidy, &again));
    for (size_t i = a->count; i > 0; i--)
        region_add(space, &backwards, region_box(space, a, i - 1));
    backwards = region_tidy(space, &backwards, &budget);
    assert_true(same_boxes(space, &tidy, &backwards));
    for (size_t i = 0; i < tidy.count; i++) {
        for (size_t k = 0; k < i; k++)
            assert_false(differ_in_one_field(space, region_box(space, &tidy, i), region_box(space, &tidy, k)));
    }
}

static void check_pairs(struct random_rules *random, struct random_space *to, size_t pairs) {
    for (size_t pair = 0; pair < pairs; pair++) {
        struct region a = random_region(random, to), b = random_region(random, to);
        check_covers(to->space, &a, &b);
        check_questions(to->space, &a, &b);
        check_results(to->space, &a, &b);
        check_tidy(to->space, &a);
    }
}

static void regions_are_their_cells(void **state) {
    (void)state;
    struct random_rules random = {.state = 21};
    for (size_t round = 0; round < ROUNDS; round++) {
        struct random_space to;
        random_space_begin(&random, &to, 3);
        check_pairs(&random, &to, 10);
        random_space_end(&to);
    }
    text_free(&random.out);
}

/* The parts of a region cover it, and do not without any one of them; the same cells are equal however they are cut. */
static void parts_cover_the_whole(void **state) {
    (void)state;
    struct random_rules random = {.state = 22};
    for (size_t round = 0; round < ROUNDS; round++) {
        struct random_space to;
        random_space_begin(&random, &to, 3);
        struct space_budget budget = plenty();
        struct region a = random_region(&random, &to), whole = {0};
        uint64_t *all = box_new(to.space), *left = box_new(to.space);
        box_fill(to.space, all);
        region_add(to.space, &whole, all);
        struct region parts = region_subtract(to.space, &whole, &a, &budget);
        for (size_t i = 0; i < a.count; i++)
            region_add(to.space, &parts, region_box(to.space, &a, i));
        assert_true(region_equal(to.space, &parts, &whole, &budget));
        parts = region_tidy(to.space, &a, &budget);
        while (parts.count > 1) {
            parts.count--;
            const uint64_t *last = region_box(to.space, &parts, parts.count);
            assert_false(region_covers(to.space, &parts, last, left, &budget));
            assert_memory_equal(left, last, to.space->words * sizeof *left);
            assert_true(region_contains(to.space, &a, &parts, &budget));
        }
        assert_false(budget.exceeded);
        random_space_end(&to);
    }
    text_free(&random.out);
}

/* Two fields of 80 texts, each told apart: boxes of several words per field. */
static void fields_may_have_many_classes(void **state) {
    (void)state;
    struct random_rules random = {.state = 25};
    struct random_space to = {.model_count = 1};
    text_add(&random.out, FROM_TEXT_USAGE("") "specialization \"S\" area \"Area\" cites \"Page\", 2023-07-11\n"
                                              "requires neither audit nor references\n");
    for (size_t i = 0; i < 80; i++)
        text_addf(&random.out, "measure \"M%zu\" counts usage where A is \"a%zu\" and B is \"b%zu\"\n", i, i, i);
    text_add(&random.out, "end\n");
    to.models[0] = from_text(&to.from[0], random.out.data);
    assert_non_null(to.models[0]);
    to.space = space_new(to.models, 1, &to.arena);
    assert_int_equal(space_cells(to.space), 81 * 81);
    check_pairs(&random, &to, 20);
    random_space_end(&to);
    text_free(&random.out);
}

/* ---- By hand ---- */

static void a_budget_ends_the_work(void **state) {
    (void)state;
    struct random_rules random = {.state = 23};
    struct random_space to;
    random_space_begin(&random, &to, 3);
    struct region region = {0};
    uint64_t *box = box_new(to.space);
    while (region.count < 20) {
        if (random_box(&random, to.space, box)) region_add(to.space, &region, box);
    }
    struct space_budget budget = {30, false};
    region_tidy(to.space, &region, &budget);
    assert_true(budget.exceeded);
    budget = (struct space_budget){0, false};
    region_covers(to.space, &region, box, NULL, &budget);
    assert_true(budget.exceeded);
    random_space_end(&to);
    text_free(&random.out);
}

static void nothing_is_covered_by_nothing(void **state) {
    (void)state;
    struct random_rules random = {.state = 24};
    struct random_space to;
    random_space_begin(&random, &to, 1);
    struct region empty = {0};
    struct space_budget budget = plenty();
    uint64_t *box = box_new(to.space);
    assert_true(box_is_empty(to.space, box));
    assert_int_equal(box_cells(to.space, box), 0);
    box_fill(to.space, box);
    assert_int_equal(box_cells(to.space, box), space_cells(to.space));
    assert_false(region_covers(to.space, &empty, box, NULL, &budget));
    assert_true(region_equal(to.space, &empty, &empty, &budget));
    assert_int_equal(region_tidy(to.space, &empty, &budget).count, 0);
    random_space_end(&to);
    text_free(&random.out);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(regions_are_their_cells),       cmocka_unit_test(parts_cover_the_whole),
        cmocka_unit_test(fields_may_have_many_classes),  cmocka_unit_test(a_budget_ends_the_work),
        cmocka_unit_test(nothing_is_covered_by_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
