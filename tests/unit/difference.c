#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>

#include "compiler/analysis/difference.h"
#include "tests/unit/from_text.h"

/* Two rule sets, and what changes between them. */
struct pair {
    struct from_text from[2];
    struct arena arena;
    struct difference *difference;
};

#define RULES(usage, items) FROM_TEXT_USAGE(usage) FROM_TEXT_SPECIALIZATION("S", items)

static const struct difference *pair_begin(struct pair *pair, const char *old, const char *new) {
    pair->arena = (struct arena){0};
    const struct model *models[] = {from_text(&pair->from[0], old), from_text(&pair->from[1], new)};
    assert_non_null(models[0]);
    assert_non_null(models[1]);
    pair->difference = difference_find(models[0], models[1], DIFFERENCE_BUDGET, &pair->arena);
    assert_non_null(pair->difference);
    const struct assay_ruleset *rules[] = {layout_ruleset(models[0], &pair->arena),
                                           layout_ruleset(models[1], &pair->arena)};
    assert_null(difference_replay(pair->difference, rules[0], rules[1]));
    return pair->difference;
}

static void pair_end(struct pair *pair) {
    arena_free(&pair->arena);
    from_text_end(&pair->from[0]);
    from_text_end(&pair->from[1]);
}

/* The regions of a filter as `lost(2)`: the kind of each, and how many boxes its parts have. */
static void assert_regions(const struct difference_filter *filter, const char *expected) {
    static const char *const kinds[] = {"lost", "gained", "moved", "replaced"};
    char found[400] = "";
    for (size_t i = 0; i < filter->region_count; i++) {
        const struct difference_region *region = &filter->regions[i];
        size_t at = strlen(found);
        snprintf(found + at, sizeof found - at, "%s%s(%zu", i ? " " : "", kinds[region->kind],
                 region->parts[0].boxes.count);
        if (region->part_count > 1) {
            at = strlen(found);
            snprintf(found + at, sizeof found - at, ",%zu%s", region->parts[1].boxes.count, region->alike ? "=" : "");
        }
        strcat(found, ")");
    }
    assert_string_equal(found, expected);
}

static const struct difference_measure *measure(const struct difference *difference, const char *name) {
    const struct difference_specialization *specialization = &difference->specializations[0];
    for (size_t m = 0; m < specialization->measure_count; m++) {
        const struct difference_measure *found = &specialization->measures[m];
        if (strcmp((found->new ? found->new : found->old)->name.text, name) == 0) return found;
    }
    fail_msg("no measure %s", name);
    return NULL;
}

static void assert_fact(const struct difference *difference, enum difference_heading heading, const char *text) {
    for (size_t i = 0; i < difference->fact_count; i++)
        if (difference->facts[i].heading == heading && strcmp(difference->facts[i].text, text) == 0) return;
    for (size_t i = 0; i < difference->fact_count; i++)
        print_message("fact: %s\n", difference->facts[i].text);
    fail_msg("no fact: %s", text);
}

/* ---- Matching ---- */

static void names_then_former_names_then_filters(void **state) {
    (void)state;
    struct pair pair;
    const struct difference *difference = pair_begin(
        &pair,
        RULES("", "measure \"a\" counts usage where A is \"1\" measure \"b\" counts usage where A is \"2\" "
                  "measure \"c\" counts usage where A is \"3\" measure \"d\" counts usage where A is \"4\""),
        RULES("", "measure \"C\" counts usage where A is \"1\" measure \"bb\" counts usage where A is \"5\" formerly "
                  "\"b\" measure \"a\" counts usage where A is \"3\" measure \"e\" counts usage where A is \"4\""));
    assert_string_equal(measure(difference, "C")->old->name.text, "c");
    assert_string_equal(measure(difference, "bb")->old->name.text, "b");
    assert_string_equal(measure(difference, "a")->old->name.text, "a");
    assert_string_equal(measure(difference, "e")->old->name.text, "d");
    assert_regions(&measure(difference, "e")->filter, "");
    assert_regions(&measure(difference, "bb")->filter, "replaced(1,1=)");
    assert_fact(difference, DIFFERENCE_NO_EFFECT,
                "name is \"e\"; it was \"d\"; if it was renamed, write `formerly \"d\"` below it");
    pair_end(&pair);
}

static void specializations_by_former_names(void **state) {
    (void)state;
    struct pair pair;
    const char *old = FROM_TEXT_USAGE("") FROM_TEXT_SPECIALIZATION("S", "measure \"m\" counts usage where A is \"1\"")
        FROM_TEXT_SPECIALIZATION("Gone", "measures not published");
    const char *new =
        FROM_TEXT_USAGE("") FROM_TEXT_SPECIALIZATION("T", "formerly \"s\" measure \"m\" counts usage where A is \"1\"")
            FROM_TEXT_SPECIALIZATION("New", "measures not published");
    const struct difference *difference = pair_begin(&pair, old, new);
    assert_int_equal(difference->specialization_count, 3);
    assert_fact(difference, DIFFERENCE_NO_EFFECT, "name is \"T\"; it was \"S\"");
    assert_fact(difference, DIFFERENCE_MEASURES, "the specialization is new");
    assert_fact(difference, DIFFERENCE_MEASURES, "the specialization is gone");
    assert_int_equal(difference_region_count(difference), 0);
    assert_true(difference_any(difference));
    pair_end(&pair);
}

static void a_new_measure_is_one_region(void **state) {
    (void)state;
    struct pair pair;
    const struct difference *difference =
        pair_begin(&pair, RULES("", "measure \"m\" counts usage where A is \"1\""),
                   RULES("", "measure \"m\" counts usage where A is \"1\" measure \"n\" counts usage where B is \"1\" "
                             "or C is \"2\" or A is \"3\""));
    assert_regions(&measure(difference, "m")->filter, "");
    assert_regions(&measure(difference, "n")->filter, "gained(3)");
    pair_end(&pair);
}

/* ---- Grouping ---- */

#define CONTEXT " and (B is \"1\" or C is \"1\")"

static void one_edit_is_one_region(void **state) {
    (void)state;
    static const struct {
        const char *old, *new, *expected;
    } edits[] = {
        {"A is \"1\"" CONTEXT, "A is \"2\"" CONTEXT, "replaced(2,2=)"},
        {"A is any of \"1\", \"2\"" CONTEXT, "A is \"1\"" CONTEXT, "lost(2)"},
        {"A is \"1\"" CONTEXT, "A is any of \"1\", blank" CONTEXT, "gained(2)"},
        {"A is none of \"1\"" CONTEXT, "A is none of \"2\"" CONTEXT, "replaced(2,2=)"},
        {"A is none of \"1\"" CONTEXT, "A is anything except \"1\"" CONTEXT, "lost(2)"},
        /* The other alternative holds part of what is lost: the rests differ. */
        {"(A is \"1\" and B is any of \"1\", \"2\") or (A is \"1\" and C is \"x\")",
         "(A is \"2\" and B is any of \"1\", \"2\") or (A is \"1\" and C is \"x\")", "replaced(1,1)"},
        {"A is \"1\" or B is \"1\"", "A is \"2\" or B is \"1\"", "replaced(1,1=)"},
        /* Two edits. */
        {"A is \"1\" and B is \"1\"", "A is \"2\" and B is \"2\"", "lost(1) gained(1)"},
        {"A is \"1\"", "A is \"1\" or (A is \"1\" and B is \"2\")", ""},
        {"A is \"1\"", "B is \"1\"", "lost(1) gained(1)"},
        {"A is blank", "A is not blank", "replaced(1,1=)"},
    };
    for (size_t i = 0; i < sizeof edits / sizeof *edits; i++) {
        char old[2000], new[2000];
        struct pair pair;
        const char *rules = FROM_TEXT_USAGE("") "specialization \"S\" area \"A\" cites \"P\", 2023-07-11 requires "
                                                "neither audit nor references measure \"m\" counts usage where ";
        snprintf(old, sizeof old, "%s%s end", rules, edits[i].old);
        snprintf(new, sizeof new, "%s%s end", rules, edits[i].new);
        const struct difference *difference = pair_begin(&pair, old, new);
        assert_regions(&measure(difference, "m")->filter, edits[i].expected);
        pair_end(&pair);
    }
}

static void what_moves_is_no_loss(void **state) {
    (void)state;
    struct pair pair;
    const struct difference *difference = pair_begin(
        &pair,
        RULES("", "measure \"m\" counts usage where A is any of \"1\", \"2\" measure \"n\" counts usage where A is "
                  "\"3\" and B is \"1\" measure \"o\" counts usage where C is \"1\""),
        RULES("", "measure \"m\" counts usage where A is \"1\" measure \"n\" counts usage where A is any of \"2\", "
                  "\"3\" and B is \"1\" measure \"o\" counts usage where C is any of \"1\", \"2\""));
    /* n takes a part of what m loses; that o gains rows of it by chance is no move. */
    assert_regions(&measure(difference, "m")->filter, "lost(1) moved(1)");
    assert_regions(&measure(difference, "n")->filter, "");
    assert_regions(&measure(difference, "o")->filter, "gained(1)");
    pair_end(&pair);
}

static void an_alias_touches_each_measure_once(void **state) {
    (void)state;
    struct pair pair;
    const struct difference *difference = pair_begin(
        &pair,
        RULES("alias \"one\" means \"1\" in A",
              "measure \"m\" counts usage where A is \"1\" and B is any of \"1\", \"2\" measure \"n\" counts usage "
              "where A is none of \"1\" measure \"o\" counts usage where B is \"1\""),
        RULES("", "measure \"m\" counts usage where A is \"1\" and B is any of \"1\", \"2\" measure \"n\" counts usage "
                  "where A is none of \"1\" measure \"o\" counts usage where B is \"1\""));
    assert_regions(&measure(difference, "m")->filter, "moved(1)");
    assert_regions(&measure(difference, "n")->filter, "gained(1)");
    assert_regions(&measure(difference, "o")->filter, "");
    assert_fact(difference, DIFFERENCE_USAGE, "alias \"one\" means \"1\" in A: gone");
    pair_end(&pair);
}

static void eligibilities_that_are_alike_together(void **state) {
    (void)state;
    struct pair pair;
    const struct difference *difference = pair_begin(
        &pair, RULES("counts only where A is none of \"1\", \"2\"", "measure \"m\" counts usage where B is \"1\""),
        RULES("counts only where A is none of \"1\" counts only where A is none of \"2\" otherwise \"two\"",
              "measure \"m\" counts usage where B is \"1\""));
    assert_int_equal(difference->eligibility_count, 2);
    assert_regions(&difference->eligibilities[0].filter, "gained(1)");
    assert_regions(&difference->eligibilities[1].filter, "lost(1)");
    assert_true(difference->eligible_alike);
    pair_end(&pair);
}

/* ---- Days ---- */

static void periods_in_days(void **state) {
    (void)state;
    static const struct {
        const char *old, *new, *expected;
    } periods[] = {
        {"until 2024-02-28", "until 2024-03-01",
         "in force until 2024-03-01; before: until 2024-02-28; days added: from 2024-02-29 until 2024-03-01 (2 days)"},
        {"from 2023-01-01 until 2023-12-31", "from 2023-12-31",
         "in force from 2023-12-31; before: from 2023-01-01 until 2023-12-31; days added: from 2024-01-01; days "
         "removed: "
         "from 2023-01-01 until 2023-12-30 (364 days)"},
        {"from 1900-02-28 until 2000-02-29", "from 1900-03-01 until 2000-02-28",
         "in force from 1900-03-01 until 2000-02-28; before: from 1900-02-28 until 2000-02-29; days removed: on "
         "1900-02-28 and on 2000-02-29"},
    };
    for (size_t i = 0; i < sizeof periods / sizeof *periods; i++) {
        char old[2000], new[2000];
        struct pair pair;
        const char *rules = FROM_TEXT_USAGE("") "specialization \"S\" area \"A\" cites \"P\", 2023-07-11 requires "
                                                "neither audit nor references measure \"m\" effective ";
        snprintf(old, sizeof old, "%s%s counts usage where A is \"1\" end", rules, periods[i].old);
        snprintf(new, sizeof new, "%s%s counts usage where A is \"1\" end", rules, periods[i].new);
        assert_fact(pair_begin(&pair, old, new), DIFFERENCE_MEASURES, periods[i].expected);
        pair_end(&pair);
    }
}

static void a_bound_is_kept(void **state) {
    (void)state;
    struct pair pair;
    pair_begin(&pair, RULES("", "measure \"m\" counts usage where A is \"1\""),
               RULES("", "measure \"m\" counts usage where A is \"2\""));
    assert_null(difference_find(pair.difference->old, pair.difference->new, 1, &pair.arena));
    pair_end(&pair);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_then_former_names_then_filters),
        cmocka_unit_test(specializations_by_former_names),
        cmocka_unit_test(a_new_measure_is_one_region),
        cmocka_unit_test(one_edit_is_one_region),
        cmocka_unit_test(what_moves_is_no_loss),
        cmocka_unit_test(an_alias_touches_each_measure_once),
        cmocka_unit_test(eligibilities_that_are_alike_together),
        cmocka_unit_test(periods_in_days),
        cmocka_unit_test(a_bound_is_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
