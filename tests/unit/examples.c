#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "compiler/analysis/coverage.h"
#include "compiler/analysis/example.h"
#include "tests/unit/from_text.h"

/* ---- Outcomes ---- */

/* Runs the examples of these rules; `note` is what the first failure came out as, or NULL when none fails. */
static void expect(const char *rules, size_t failed, const char *text, const char *note) {
    struct from_text from;
    struct model *model = from_text(&from, rules);
    assert_non_null(model);
    struct diagnostics failures = {.arena = &from.arena};
    assert_int_equal(example_run_all(model, &from.arena, &failures).failed, failed);
    assert_int_equal(failures.count > 0, failed > 0);
    for (size_t i = 0; i < failures.count; i++)
        assert_int_equal(failures.items[i].code, A0503);
    if (text) assert_non_null(strstr(failures.items[0].text, text));
    if (note) assert_non_null(strstr(failures.items[0].note, note));
    from_text_end(&from);
}

#define TWO(examples)                                                                                                  \
    FROM_TEXT_USAGE("alias \"old\" means \"1\" in A counts only where C is none of \"trial\"")                         \
    FROM_TEXT_SPECIALIZATION("S", "measure \"M\" counts usage where A is \"1\" and B is none of \"x\"\n"               \
                                  "measure \"N\" counts usage where B is \"2\"\n" examples)

static void L5_1_a_field_that_is_not_given_is_blank(void **state) {
    (void)state;
    expect(TWO("example \"e\" given A \"1\" counts as \"M\" and nothing else"), 0, NULL, NULL);
    expect(TWO("example \"e\" given A \"1\" counts as \"M\", \"N\""), 1, "'N' should count, but it does not count",
           "came out: counts as \"M\"; missed: B is \"2\" (line 9), the cell is blank");
}

static void an_example_that_fails_gives_one_message(void **state) {
    (void)state;
    struct from_text from;
    struct model *model = from_text(&from, TWO("example \"e\" given B \"2\" counts as \"M\" and nothing else\n"
                                               "example \"f\" given A \"1\" counts as nothing"));
    struct diagnostics failures = {.arena = &from.arena};
    assert_non_null(model);
    assert_int_equal(example_run_all(model, &from.arena, &failures).failed, 2);
    assert_int_equal(failures.count, 2);
    assert_string_equal(failures.items[0].text, "example \"e\": 'M' should count, but it does not count; "
                                                "'N' should not count, but it counts");
    assert_string_equal(failures.items[0].note, "came out: counts as \"N\"\n"
                                                "        'M': missed: A is \"1\" (line 8), the cell is blank\n"
                                                "        'N': it counts by line 9, all of whose conditions hold");
    assert_string_equal(failures.items[1].text, "example \"f\": 'M' should not count, but it counts");
    from_text_end(&from);
}

static void L5_1_absent_may_count(void **state) {
    (void)state;
    expect(TWO("example \"e\" given A absent may count as \"M\" and nothing else"), 0, NULL, NULL);
    expect(TWO("example \"e\" given A absent counts as \"M\""), 1, "but it may count (cannot tell)",
           "may count as \"M\"; missed: A is \"1\" (line 8), the column is absent");
    expect(TWO("example \"e\" given A \"1\" may count as \"M\""), 1, "'M' should be undecided, but it counts",
           "it counts by");
    expect(TWO("example \"e\" given A absent, B \"x\" does not count as \"M\""), 0, NULL, NULL);
}

static void L5_2_filters_alone_decide_not_eligibility(void **state) {
    (void)state;
    expect(TWO("example \"e\" given A \"1\", C \"trial\" counts as \"M\""), 0, NULL, NULL);
}

static void L5_2_nothing_else_speaks_of_all_other_measures(void **state) {
    (void)state;
    expect(TWO("example \"e\" given A \"1\", B \"2\" counts as \"M\""), 0, NULL, NULL);
    expect(TWO("example \"e\" given A \"1\", B \"2\" counts as \"M\" and nothing else"), 1, "'N' should not count",
           NULL);
    expect(TWO("example \"e\" given A \"1\", B absent does not count as \"M\" and nothing else"), 1, NULL, NULL);
    expect(TWO("example \"e\" given A \"3\", B absent counts as nothing"), 1, "'N' should not count, but it may", NULL);
    expect(TWO("example \"e\" given A \"3\" counts as nothing"), 0, NULL, NULL);
}

static void L5_3_eligibilities_that_are_not_given_are_taken_as_met(void **state) {
    (void)state;
#define USAGE(example)                                                                                                 \
    FROM_TEXT_USAGE("counts only where A is \"1\" counts only where B is \"2\" example \"e\" given " example)
    expect(USAGE("A \"1\" counts"), 0, NULL, NULL);
    expect(USAGE("A \"1\", B blank does not count"), 0, NULL, NULL);
    expect(USAGE("A absent may count"), 0, NULL, NULL);
    expect(USAGE("A absent, B \"3\" may count"), 1, "should be undecided, but it does not count", "missed: B is \"2\"");
    expect(USAGE("A \"2\" counts"), 1, "the row should count, but it does not count", "the cell is \"2\"");
#undef USAGE
}

static void L4_9_measures_of_one_name_are_one(void **state) {
    (void)state;
#define PERIODS(example)                                                                                               \
    FROM_TEXT_USAGE("")                                                                                                \
    FROM_TEXT_SPECIALIZATION("S", "measure \"M\" effective until 2024-12-31 counts usage where A is \"1\"\n"           \
                                  "measure \"M\" effective from 2025-01-01 counts usage where A is \"2\"\n"            \
                                  "example \"e\" given " example)
    expect(PERIODS("A \"1\" counts as \"M\" and nothing else"), 0, NULL, NULL);
    expect(PERIODS("A \"2\" counts as \"M\" and nothing else"), 0, NULL, NULL);
    expect(PERIODS("A \"2\" does not count as \"M\""), 1, NULL, NULL);
    expect(PERIODS("A \"3\" does not count as \"M\""), 0, NULL, NULL);
#undef PERIODS
}

/* ---- Coverage ---- */

static void covers(const char *items, size_t clauses, size_t values) {
    struct from_text from;
    struct arena scratch = {0};
    struct model *model = from_text(
        &from, arena_format(&scratch,
                            FROM_TEXT_USAGE("alias \"old\" means \"1\" in A") FROM_TEXT_SPECIALIZATION(
                                "S", "measure \"M\" counts usage where (A is any of \"1\", \"2\" or C is \"3\") "
                                     "and B is none of \"x\", \"y\" %s"),
                            items));
    assert_non_null(model);
    struct coverage coverage = coverage_measure(model, &from.arena);
    assert_int_equal(coverage.clauses, 2);
    assert_int_equal(coverage.values, 5);
    assert_int_equal(coverage.clauses_reached, clauses);
    assert_int_equal(coverage.values_reached, values);
    arena_free(&scratch);
    from_text_end(&from);
}

static void a_clause_is_reached_when_it_holds(void **state) {
    (void)state;
    covers("", 0, 0);
    covers("example \"e\" given A \"1\" counts as \"M\"", 1, 1);
    covers("example \"e\" given C \" 3\" counts as \"M\"", 1, 1);
    covers("example \"e\" given A \"1\", C \"3\" counts as \"M\"", 2, 2);
    covers("example \"e\" given B \"z\" counts as nothing", 0, 0);
}

static void an_alias_reaches_its_value(void **state) {
    (void)state;
    covers("example \"e\" given A \"OLD\" counts as \"M\"", 1, 1);
}

static void a_value_of_none_of_is_reached_where_it_alone_excludes(void **state) {
    (void)state;
    covers("example \"e\" given A \"1\", B \"x\" counts as nothing", 0, 1);
    covers("example \"e\" given A \"9\", B \"x\" counts as nothing", 0, 0);
    covers("example \"e\" given A \"2\", B \"z\" counts as \"M\"", 1, 1);
}

static void absent_cells_reach_nothing(void **state) {
    (void)state;
    covers("example \"e\" given A \"1\", B absent may count as \"M\"", 0, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(L5_1_a_field_that_is_not_given_is_blank),
        cmocka_unit_test(an_example_that_fails_gives_one_message),
        cmocka_unit_test(L5_1_absent_may_count),
        cmocka_unit_test(L5_2_filters_alone_decide_not_eligibility),
        cmocka_unit_test(L5_2_nothing_else_speaks_of_all_other_measures),
        cmocka_unit_test(L5_3_eligibilities_that_are_not_given_are_taken_as_met),
        cmocka_unit_test(L4_9_measures_of_one_name_are_one),
        cmocka_unit_test(a_clause_is_reached_when_it_holds),
        cmocka_unit_test(an_alias_reaches_its_value),
        cmocka_unit_test(a_value_of_none_of_is_reached_where_it_alone_excludes),
        cmocka_unit_test(absent_cells_reach_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
