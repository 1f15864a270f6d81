/* The comparison against brute force: literals of the shipped rules are edited at random, one at a time and several at
 * once; random rule sets are compared with one another, and such with periods, merges and splits. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>

#include "tests/unit/difference_agree.h"
#include "tests/unit/difference_names.h"

enum { EDITS = 240, PAIRS = 300, NAMED = 1500, LITERALS = 4000, AT_ONCE = 4 };

/* ---- The literals of the shipped rules ---- */

struct literal {
    struct span span;
    size_t field;
    const char *text;
    bool alias; /* what an alias or spelling is written as */
};

struct shipped {
    struct from_text from;
    const struct model *model;
    struct literal literals[LITERALS];
    size_t count;
};

static void shipped_add(struct shipped *shipped, struct literal literal) {
    for (size_t i = 0; i < shipped->count; i++)
        if (shipped->literals[i].span.begin == literal.span.begin) return;
    assert_true(shipped->count < LITERALS);
    shipped->literals[shipped->count++] = literal;
}

static void shipped_expression(struct shipped *shipped, const struct model_expression *expression) {
    const struct model_condition *condition = expression->condition;
    for (size_t i = 0; i < expression->child_count; i++)
        shipped_expression(shipped, expression->children[i]);
    for (size_t i = 0; expression->kind == MODEL_CONDITION && i < condition->value_count; i++)
        shipped_add(shipped,
                    (struct literal){condition->values[i].span, condition->field, condition->values[i].text, false});
}

static void shipped_load(struct shipped *shipped) {
    static char path[] = "rules";
    char *paths[] = {path};
    memset(shipped, 0, sizeof *shipped);
    from_text_begin(&shipped->from);
    assert_true(source_load(&shipped->from.sources, &shipped->from.diagnostics, paths, 1));
    shipped->model = from_text_model(&shipped->from);
    assert_non_null(shipped->model);
    const struct model *model = shipped->model;
    for (size_t i = 0; i < model->eligibility_count; i++)
        shipped_expression(shipped, model->eligibilities[i].rule.where);
    for (size_t s = 0; s < model->specialization_count; s++)
        for (size_t m = 0; m < model->specializations[s].measure_count; m++)
            shipped_expression(shipped, model->specializations[s].measures[m].rule.where);
    for (size_t i = 0; i < model->alias_count; i++)
        shipped_add(shipped,
                    (struct literal){model->aliases[i].span, model->aliases[i].field, model->aliases[i].text, true});
}

/* ---- Edits ---- */

enum edit { EDIT_REPLACE, EDIT_TAKE_OUT, EDIT_PUT_IN, EDIT_KINDS };

struct edit_of {
    const struct literal *literal;
    enum edit kind;
    const char *other;
};

static struct edit_of edit_random(struct random_rules *random, const struct shipped *shipped) {
    const struct literal *literal = &shipped->literals[random_below(random, shipped->count)];
    const struct literal *other = &shipped->literals[random_below(random, shipped->count)];
    enum edit kind = (enum edit)random_below(random, EDIT_KINDS);
    if (random_below(random, 2) && other->field == literal->field) return (struct edit_of){literal, kind, other->text};
    return (struct edit_of){literal, kind, random_below(random, 2) ? "Quite New" : "UNKNOWN"};
}

/* Where the quotes of a literal begin and end in its file. */
static struct span edit_quotes(const struct source *source, const struct literal *literal) {
    uint32_t begin = literal->span.begin - source->base;
    while (source->bytes[begin] != '"')
        begin++;
    uint32_t end = begin + 1;
    while (source->bytes[end] != '"' || source->bytes[end + 1] == '"')
        end += source->bytes[end] == '"' ? 2 : 1;
    return (struct span){begin, end + 1};
}

/* What of the file goes. */
static struct span edit_gone(const struct source *source, const struct edit_of *edit) {
    struct span gone = edit_quotes(source, edit->literal);
    if (edit->kind == EDIT_PUT_IN) gone.begin = gone.end;
    if (edit->kind != EDIT_TAKE_OUT) return gone;
    uint32_t end = gone.end, begin = gone.begin;
    while (strchr(" \n", source->bytes[end]))
        end++;
    while (strchr(" \n", source->bytes[begin - 1]))
        begin--;
    if (source->bytes[end] == ',')
        gone.end = end + 1;
    else if (source->bytes[begin - 1] == ',')
        gone.begin = begin - 1;
    return gone;
}

/* The file with all edits that are in it, which stand in the order of the files. */
static void edit_source(struct text *out, const struct source *source, const struct edit_of *edits, size_t count) {
    uint32_t at = 0;
    for (size_t i = 0; i < count; i++) {
        struct span span = edits[i].literal->span;
        if (span.begin < source->base || span.begin >= source->base + source->length) continue;
        struct span gone = edit_gone(source, &edits[i]);
        if (gone.begin < at) continue;
        text_add_bytes(out, source->bytes + at, gone.begin - at);
        if (edits[i].kind != EDIT_TAKE_OUT)
            text_addf(out, "%s\"%s\"", edits[i].kind == EDIT_PUT_IN ? ", " : "", edits[i].other);
        at = gone.end;
    }
    text_add_bytes(out, source->bytes + at, source->length - at);
}

static int edit_by_place(const void *left, const void *right) {
    const struct edit_of *a = left, *b = right;
    return (a->literal->span.begin > b->literal->span.begin) - (a->literal->span.begin < b->literal->span.begin);
}

/* The edited rules; NULL when they are wrong, as after taking out the only value of a condition. */
static const struct model *edit_rules(const struct shipped *shipped, struct from_text *to, struct edit_of *edits,
                                      size_t count) {
    from_text_begin(to);
    qsort(edits, count, sizeof *edits, edit_by_place);
    for (size_t i = 0; i < shipped->from.sources.count; i++) {
        const struct source *source = &shipped->from.sources.files[i];
        struct text text = {0};
        edit_source(&text, source, edits, count);
        source_add(&to->sources, source->path, text.data, text.length);
        text_free(&text);
    }
    return from_text_model(to);
}

/* ---- One region per edit ---- */

static bool mentions(const struct model_expression *expression, struct span span) {
    for (size_t i = 0; i < expression->child_count; i++)
        if (mentions(expression->children[i], span)) return true;
    for (size_t i = 0; expression->kind == MODEL_CONDITION && i < expression->condition->value_count; i++)
        if (expression->condition->values[i].span.begin == span.begin) return true;
    return false;
}

static void one_region(const struct difference_filter *filter, const struct model_rule *old,
                       const struct literal *literal) {
    size_t regions = 0;
    for (size_t i = 0; i < filter->region_count; i++)
        regions += filter->regions[i].kind != DIFFERENCE_MOVED;
    assert_true(regions <= 1);
    if (!literal->alias && old && !mentions(old->where, literal->span)) assert_int_equal(regions, 0);
}

/* Compares, replays, and asks brute force about all filters; returns the cells that were tried. With a literal: its
 * edit makes one region per filter at most. */
static size_t check(const struct model *old, const struct model *new, const struct literal *literal) {
    struct arena arena = {0};
    size_t cells = 0;
    struct difference *difference = difference_find(old, new, DIFFERENCE_BUDGET, &arena);
    assert_non_null(difference);
    const char *fault = difference_replay(difference, layout_ruleset(old, &arena), layout_ruleset(new, &arena));
    if (fault) fail_msg("%s", fault);
    struct tried *tried = tried_new(difference, &arena);
    for (size_t e = 0; e < difference->eligibility_count; e++) {
        const struct difference_eligibility *eligibility = &difference->eligibilities[e];
        if (literal) one_region(&eligibility->filter, eligibility->old ? &eligibility->old->rule : NULL, literal);
        cells += agree_eligibility(tried, eligibility);
    }
    for (size_t s = 0; s < difference->specialization_count; s++) {
        const struct difference_specialization *specialization = &difference->specializations[s];
        for (size_t m = 0; m < specialization->measure_count; m++) {
            const struct difference_measure *measure = &specialization->measures[m];
            if (literal) one_region(&measure->filter, measure->old ? &measure->old->rule : NULL, literal);
            cells += agree(tried, specialization, m);
        }
    }
    arena_free(&arena);
    return cells;
}

static size_t check_edits(struct random_rules *random, const struct shipped *shipped, size_t count) {
    struct edit_of edits[AT_ONCE];
    struct from_text to;
    for (size_t i = 0; i < count; i++)
        edits[i] = edit_random(random, shipped);
    const struct model *new = edit_rules(shipped, &to, edits, count);
    size_t cells = new ? check(shipped->model, new, count == 1 ? edits[0].literal : NULL) : 0;
    from_text_end(&to);
    return cells;
}

static void edited_literals(void **state) {
    (void)state;
    struct random_rules random = {.state = 20230711};
    struct shipped *shipped = malloc(sizeof *shipped);
    assert_non_null(shipped);
    shipped_load(shipped);
    size_t checked = 0, cells = 0;
    for (size_t i = 0; i < EDITS; i++) {
        size_t tried = check_edits(&random, shipped, i % 3 ? 1 : 2 + random_below(&random, AT_ONCE - 1));
        checked += tried > 0;
        cells += tried;
    }
    print_message("%zu edited rule sets, %zu cells\n", checked, cells);
    assert_true(checked > EDITS / 2);
    from_text_end(&shipped->from);
    free(shipped);
}

static void random_pairs(void **state) {
    (void)state;
    struct random_rules random = {.state = 711};
    size_t cells = 0;
    for (size_t i = 0; i < PAIRS; i++) {
        struct from_text from[2];
        random_shape(&random);
        const struct model *old = random_model(&random, &from[0], 3);
        if (random_below(&random, 4) == 0) random.field_count--;
        const struct model *new = random_model(&random, &from[1], 2 + random_below(&random, 3));
        cells += check(old, new, NULL);
        from_text_end(&from[0]);
        from_text_end(&from[1]);
    }
    print_message("%d pairs, %zu cells\n", PAIRS, cells);
    text_free(&random.out);
}

/* ---- Names and periods ---- */

static bool named_among(const char *name, const struct model_text *names, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (strcmp(names[i].text, name) == 0) return true;
    return false;
}

static bool linked_specializations(const struct model_specialization *a, const struct model_specialization *b) {
    return strcmp(a->name.text, b->name.text) == 0 || named_among(a->name.text, b->former_names, b->former_count) ||
           named_among(b->name.text, a->former_names, a->former_count);
}

static bool linked_measures(const struct model_measure *a, const struct model_measure *b) {
    return strcmp(a->name.text, b->name.text) == 0 || named_among(a->name.text, b->former_names, b->former_count) ||
           named_among(b->name.text, a->former_names, a->former_count);
}

static bool together(const struct difference *difference, const struct model_measure *old,
                     const struct model_measure *new) {
    for (size_t s = 0; s < difference->specialization_count; s++)
        for (size_t m = 0; m < difference->specializations[s].measure_count; m++) {
            const struct difference_measure *measure = &difference->specializations[s].measures[m];
            bool was = false, is = false;
            for (size_t i = 0; i < measure->old_count; i++)
                was = was || measure->olds[i].measure == old;
            for (size_t i = 0; i < measure->new_count; i++)
                is = is || measure->news[i].measure == new;
            if (was || is) return was && is;
        }
    return false;
}

/* All names are matched: those of linked specializations that are linked themselves, and each edition stands once. */
static size_t all_names(const struct difference *difference) {
    size_t links = 0;
    for (size_t a = 0; a < difference->old->specialization_count; a++)
        for (size_t b = 0; b < difference->new->specialization_count; b++) {
            const struct model_specialization *old = &difference->old->specializations[a];
            const struct model_specialization *new = &difference->new->specializations[b];
            for (size_t i = 0; linked_specializations(old, new) && i < old->measure_count; i++)
                for (size_t k = 0; k < new->measure_count; k++)
                    if (linked_measures(&old->measures[i], &new->measures[k])) {
                        assert_true(together(difference, &old->measures[i], &new->measures[k]));
                        links++;
                    }
        }
    return links;
}

static void named_pairs(void **state) {
    (void)state;
    struct random_rules random = {.state = 20260701};
    struct random_names *names = calloc(1, sizeof *names);
    assert_non_null(names);
    names->random = &random;
    size_t cells = 0, links = 0, renamed = 0;
    for (size_t i = 0; i < NAMED; i++) {
        struct from_text from[2];
        struct arena arena = {0};
        random_shape(&random);
        random.field_count = 2;
        for (size_t f = 0; f < random.field_count; f++)
            for (size_t w = 0; w < 8; w++)
                random.means[f][w] = w;
        names_filters(names);
        const struct model *old = names_model(names, &from[0]), *new = names_model(names, &from[1]);
        struct difference *difference = difference_find(old, new, DIFFERENCE_BUDGET, &arena);
        assert_non_null(difference);
        links += all_names(difference);
        for (size_t s = 0; s < difference->specialization_count; s++)
            for (size_t m = 0; m < difference->specializations[s].measure_count; m++)
                renamed += difference->specializations[s].measures[m].renamed;
        arena_free(&arena);
        cells += check(old, new, NULL);
        from_text_end(&from[0]);
        from_text_end(&from[1]);
    }
    print_message("%d pairs with names and periods, %zu cells on days, %zu names linked, %zu merged, split or moved\n",
                  NAMED, cells, links, renamed);
    assert_true(links > NAMED && renamed > NAMED / 4);
    free(names);
    text_free(&random.out);
}

/* The same rules are equal, whatever their names and periods; so they are when each period is cut in two. */
static void same_rules(void **state) {
    (void)state;
    struct random_rules random = {.state = 4711};
    struct random_names *names = calloc(1, sizeof *names);
    assert_non_null(names);
    names->random = &random;
    size_t cut = 0;
    for (size_t i = 0; i < NAMED / 10; i++) {
        struct from_text from[2];
        struct arena arena = {0};
        random_shape(&random);
        random.field_count = 2;
        memset(random.means, 0, sizeof random.means);
        for (size_t f = 0; f < 2; f++)
            for (size_t w = 0; w < 8; w++)
                random.means[f][w] = w;
        names_filters(names);
        uint64_t state_before = random.state;
        names->cut = false;
        const struct model *old = names_model(names, &from[0]);
        random.state = state_before;
        names->cut = i % 2;
        const struct model *new = names_model(names, &from[1]);
        struct difference *difference = difference_find(old, new, DIFFERENCE_BUDGET, &arena);
        assert_non_null(difference);
        assert_false(difference_any(difference));
        if (!names->cut) assert_int_equal(difference->fact_count, 0);
        cut += difference->fact_count > 0;
        arena_free(&arena);
        from_text_end(&from[0]);
        from_text_end(&from[1]);
    }
    assert_true(cut > NAMED / 30);
    free(names);
    text_free(&random.out);
}

/* ---- Requirements ---- */

enum { LINES = 300, LINE_DAYS = 20 };

/* Editions of a threshold, and what is required on each day; 0: nothing. */
static void required_text(struct random_rules *random, unsigned *required) {
    text_add(&random->out, FROM_TEXT_USAGE("month Month column \"Month\""));
    text_add(&random->out,
             "specialization \"S\" area \"A\" cites \"P\", 2024-01-01 requires neither audit nor references\n"
             "measure \"M\" counts usage where A is \"1\"\n");
    for (size_t day = random_below(random, 3); day < LINE_DAYS;) {
        size_t until = day + random_below(random, 6);
        unsigned amount = 1000 + 500 * (unsigned)random_below(random, 3);
        bool open = random_below(random, 4) == 0;
        text_addf(&random->out, "requires at least %u USD of \"M\" over 3 months, effective from 2024-03-%02zu", amount,
                  day + 1);
        if (!open) text_addf(&random->out, " until 2024-03-%02zu", until + 1);
        text_add_char(&random->out, '\n');
        for (size_t d = day; d < LINE_DAYS + 10 && (open || d <= until); d++)
            required[d] = amount;
        day = open ? LINE_DAYS : until + 1 + random_below(random, 2);
    }
    text_add(&random->out, "end\n");
}

/* On each day exactly one fact tells what changed, if anything did: both numbers, or that it is new or gone. */
static void required_on(const struct difference *difference, uint32_t day, unsigned old, unsigned new) {
    size_t told = 0;
    for (size_t i = 0; i < difference->fact_count; i++) {
        const struct difference_fact *fact = &difference->facts[i];
        if (strcmp(fact->what, "requirement") != 0 || !period_has(fact->period, day)) continue;
        char numbers[80];
        snprintf(numbers, sizeof numbers, "%u,%03u instead of %u,%03u ", new / 1000, new % 1000, old / 1000,
                 old % 1000);
        const char *expected = !old ? ": new " : !new ? "no longer requires" : numbers;
        if (!strstr(fact->text, expected)) fail_msg("on %u: %s has no %s", (unsigned)day, fact->text, expected);
        told++;
    }
    assert_int_equal(told, old != new);
}

static void required_days(void **state) {
    (void)state;
    struct random_rules random = {.state = 9000};
    size_t changes = 0;
    for (size_t i = 0; i < LINES; i++) {
        struct from_text from[2];
        struct arena arena = {0};
        unsigned required[2][LINE_DAYS + 10] = {{0}};
        const struct model *models[2];
        for (size_t side = 0; side < 2; side++) {
            text_clear(&random.out);
            required_text(&random, required[side]);
            models[side] = from_text(&from[side], random.out.data);
            if (!models[side]) fail_msg("%s\n%s", random.out.data, from[side].diagnostics.items[0].text);
        }
        const struct difference *difference = difference_find(models[0], models[1], DIFFERENCE_BUDGET, &arena);
        assert_non_null(difference);
        required_on(difference, 20240229, 0, 0);
        for (uint32_t d = 0; d < LINE_DAYS + 10; d++) {
            required_on(difference, 20240301 + d, required[0][d], required[1][d]);
            changes += required[0][d] != required[1][d];
        }
        arena_free(&arena);
        from_text_end(&from[0]);
        from_text_end(&from[1]);
    }
    print_message("%d pairs of thresholds, %zu days on which they differ\n", LINES, changes);
    assert_true(changes > LINES);
    text_free(&random.out);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(edited_literals), cmocka_unit_test(random_pairs),
                                       cmocka_unit_test(named_pairs), cmocka_unit_test(same_rules),
                                       cmocka_unit_test(required_days)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
