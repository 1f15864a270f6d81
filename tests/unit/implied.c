/* Findings about numbers that say nothing (A0761 to A0763), against the naive judge of examples over random facts: the
 * oracle knows no implication, it only answers. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "compiler/analysis/findings.h"
#include "compiler/analysis/trial.h"
#include "tests/unit/random_rules.h"

enum { RULE_SETS = 80, CASES = 1500, FACTS = 6, NAMES = 3 };

struct implied {
    struct from_text from;
    struct random_rules random;
    struct model *model;
    const struct model_specialization *of;
    struct model_case cases[CASES];
};

/* ---- Random requirements ---- */

static void random_names(struct implied *implied, const char *const names[], size_t count) {
    size_t first = random_below(&implied->random, count), more = random_below(&implied->random, count);
    for (size_t i = 0; i <= more; i++)
        text_addf(&implied->random.out, "%s\"%s\"", i ? ", " : "", names[(first + i) % count]);
}

static unsigned random_number(struct implied *implied) {
    return 1 + (unsigned)random_below(&implied->random, 4);
}

static void random_amount(struct implied *implied) {
    static const char *const measures[] = {"M", "N"};
    struct text *out = &implied->random.out;
    bool average = random_below(&implied->random, 3) == 0;
    text_addf(out, "%sat least %u USD of ", average ? "monthly average of " : "", random_number(implied));
    random_names(implied, measures, 2);
    text_addf(out, " over %zu months", 1 + random_below(&implied->random, 2));
    if (random_below(&implied->random, 2))
        text_addf(out, " from at least %u customers", 1 + (unsigned)random_below(&implied->random, 2));
    if (random_below(&implied->random, 4) == 0) text_add(out, ", of which at least 1 USD of \"M\"");
}

static void random_people(struct implied *implied) {
    static const char *const certifications[] = {"P", "Q", "R"};
    text_addf(&implied->random.out, "at least %u people with any of ", random_number(implied));
    random_names(implied, certifications, 3);
    if (random_below(&implied->random, 3) == 0)
        text_addf(&implied->random.out, ", of which at least %u with \"P\"", random_number(implied));
}

static void random_metric(struct implied *implied) {
    static const char *const metrics[] = {"U", "V"};
    bool growth = random_below(&implied->random, 2) == 0, percent = random_below(&implied->random, 3) == 0;
    text_addf(&implied->random.out, "%sat least %u%s in ", growth ? "growth of " : "",
              random_number(implied) * (growth && percent ? 50 : 1), growth && percent ? " percent" : "");
    random_names(implied, metrics, 2);
    if (growth) text_add(&implied->random.out, " over 3 months");
}

static void random_demand(struct implied *implied) {
    size_t kind = random_below(&implied->random, 3);
    (kind == 0 ? random_amount : kind == 1 ? random_people : random_metric)(implied);
}

static void random_line(struct implied *implied) {
    struct text *out = &implied->random.out;
    text_add(out, "requires ");
    if (random_below(&implied->random, 3)) {
        random_demand(implied);
        text_add_char(out, '\n');
        return;
    }
    text_add(out, "either\n");
    for (unsigned i = 0; i < 2; i++) {
        text_addf(out, "option \"%u\" ", i);
        random_demand(implied);
        if (random_below(&implied->random, 2)) {
            text_add(out, " and ");
            random_demand(implied);
        }
        text_add_char(out, '\n');
    }
}

/* ---- Random facts ---- */

/* `kind`: 0 usage, 1 people, 2 a metric. */
static void random_fact(struct implied *implied, struct model_fact *fact, size_t kind) {
    static const char *const names[] = {"M", "N", "P", "Q", "R", "U", "V"}, *const customers[] = {"a", "b", "c", NULL};
    size_t most = kind == 1 ? 3 : 2, begin = kind == 0 ? 0 : kind == 1 ? 2 : 5;
    *fact = (struct model_fact){.kind = kind == 0   ? MODEL_FACT_MONEY
                                        : kind == 1 ? MODEL_FACT_PEOPLE
                                                    : MODEL_FACT_METRIC};
    fact->name_count = kind == 2 ? 1 : 1 + random_below(&implied->random, most);
    fact->names = ARENA_ARRAY(&implied->from.arena, NAMES, struct model_text);
    size_t first = random_below(&implied->random, most);
    for (size_t i = 0; i < fact->name_count; i++)
        fact->names[i].text = names[begin + (first + i) % most];
    static const char *const amounts[] = {"-8", "-1", "0.5", "1", "2", "3", "4", "8"};
    const char *amount = amounts[random_below(&implied->random, 8)];
    if (kind == 2 && *amount == '-') amount = "0";
    (void)assay_money_parse(amount, strlen(amount), &fact->amount);
    fact->undecided = kind == 0 && random_below(&implied->random, 4) == 0;
    fact->customer = customers[random_below(&implied->random, 4)];
    fact->count = kind == 1 ? 1 + (uint32_t)random_below(&implied->random, 3) : 0;
    fact->date = 20240001 + 100 * (kind == 2 ? (random_below(&implied->random, 2) ? 6 : 3)
                                             : 5 + (uint32_t)random_below(&implied->random, 2));
}

/* A month of a metric has one value. */
static bool fact_stands(const struct model_case *from, const struct model_fact *fact) {
    for (size_t i = 0; i < from->fact_count && fact->kind == MODEL_FACT_METRIC; i++) {
        const struct model_fact *other = &from->facts[i];
        if (other->kind == fact->kind && other->date == fact->date && *other->names->text == *fact->names->text)
            return false;
    }
    return true;
}

static void random_case(struct implied *implied, struct model_case *from) {
    *from = (struct model_case){.as_of = 20240701};
    from->facts = ARENA_ARRAY(&implied->from.arena, FACTS, struct model_fact);
    size_t about = random_below(&implied->random, 4); /* one kind alone, or all of them */
    for (size_t i = random_below(&implied->random, FACTS); i < FACTS; i++) {
        struct model_fact fact;
        random_fact(implied, &fact, about < 3 ? about : random_below(&implied->random, 3));
        if (fact_stands(from, &fact)) from->facts[from->fact_count++] = fact;
    }
}

/* ---- What a place of the rules asks ---- */

static bool node_find(const struct model_requirement *of, const struct model_requirement *whole, struct span at,
                      struct model_requirement *found) {
    if (of->span.begin == at.begin && of->span.end == at.end) {
        *found = *of;
        if (of->kind == ASSAY_REQUIRES_ANY_OF || of->kind == ASSAY_REQUIRES_ALL_OF) return true;
        found->part_count = 0; /* the number alone */
        found->months = whole->months;
        found->average = whole->average;
        return true;
    }
    bool share = of->kind == ASSAY_REQUIRES_AMOUNT;
    for (size_t i = 0; i < of->part_count; i++)
        if (node_find(&of->parts[i], share ? of : &of->parts[i], at, found)) return true;
    return false;
}

static struct model_requirement node_at(const struct implied *implied, struct span at) {
    struct model_requirement found = {.kind = ASSAY_REQUIRES_UNPUBLISHED};
    for (size_t i = 0; i < implied->of->requirement_count; i++) {
        const struct model_requirement *line = &implied->of->requirements[i];
        if (node_find(line, line, at, &found)) return found;
    }
    fail_msg("a finding stands where no requirement does");
    return found;
}

static int rank(enum assay_answer answer) {
    return answer == ASSAY_NO ? 0 : answer == ASSAY_CANNOT_TELL ? 1 : 2;
}

static int answer_of(struct implied *implied, const struct model_requirement *of, size_t number) {
    return rank(trial_answer(implied->model, of, &implied->cases[number], &implied->from.arena));
}

/* Of all lines but the `either`s, the least. */
static int answer_beside(struct implied *implied, size_t number) {
    int least = 2;
    for (size_t i = 0; i < implied->of->requirement_count; i++) {
        const struct model_requirement *line = &implied->of->requirements[i];
        int one = line->kind == ASSAY_REQUIRES_ANY_OF ? 2 : answer_of(implied, line, number);
        least = one < least ? one : least;
    }
    return least;
}

/* Whoever meets the stronger meets the weaker, and as certainly: of two options the stronger says nothing, else the
 * weaker. */
static void assert_implied(struct implied *implied, const struct diagnostic *item) {
    struct span here = item->span, there = item->finding->related[0].span;
    struct model_requirement weak = node_at(implied, item->code == A0762 ? there : here);
    struct model_requirement strong = node_at(implied, item->code == A0762 ? here : there);
    bool beside = item->code == A0763 && strong.kind != ASSAY_REQUIRES_ANY_OF;
    for (size_t i = 0; i < CASES; i++) {
        int stronger = beside ? answer_beside(implied, i) : answer_of(implied, &strong, i);
        if (stronger <= answer_of(implied, &weak, i)) continue;
        print_message("%s\n%s\n", implied->random.out.data, item->text);
        fail_msg("what says nothing, by the finding, says something");
    }
}

static bool told(const struct implied *implied, struct span at) {
    for (size_t i = 0; i < implied->from.diagnostics.count; i++) {
        const struct diagnostic *item = &implied->from.diagnostics.items[i];
        if (item->code == A0761 && item->span.begin == at.begin) return true;
    }
    return false;
}

/* Of two lines without parts of which neither is told, neither implies the other in all of many cases. Returns how
 * often that was asked. */
static size_t assert_independent(struct implied *implied) {
    size_t asked = 0;
    for (size_t a = 0; a < implied->of->requirement_count; a++) {
        const struct model_requirement *one = &implied->of->requirements[a];
        for (size_t b = 0; b < implied->of->requirement_count && !one->part_count; b++) {
            const struct model_requirement *two = &implied->of->requirements[b];
            if (a == b || two->part_count || one->kind != two->kind || told(implied, two->span)) continue;
            if (told(implied, one->span)) continue;
            size_t i = 0;
            while (i < CASES && answer_of(implied, one, i) <= answer_of(implied, two, i))
                i++;
            if (i == CASES) print_message("%s\n%s; %s\n", implied->random.out.data, one->text, two->text);
            assert_true(i < CASES);
            asked++;
        }
    }
    return asked;
}

struct tally {
    size_t models, told[3], independent;
};

static void one_rule_set(struct implied *implied, struct tally *tally) {
    text_clear(&implied->random.out);
    text_add(&implied->random.out, FROM_TEXT_USAGE("month Month column \"Month\" customer Who column \"Who\"\n"
                                                   "certification \"P\" certification \"Q\" certification \"R\""));
    text_add(&implied->random.out, "specialization \"S\" area \"Area\" cites \"Page\", 2023-07-11\n"
                                   "requires neither audit nor references\n");
    for (unsigned i = 0; i < 4; i++)
        random_line(implied);
    text_add(&implied->random.out, "metric \"U\" metric \"V\"\nmeasure \"M\" counts usage where A is \"m\"\n"
                                   "measure \"N\" counts usage where A is \"n\"\nend\n");
    implied->model = from_text(&implied->from, implied->random.out.data);
    if (implied->model) {
        implied->of = implied->model->specializations;
        for (size_t i = 0; i < CASES; i++)
            random_case(implied, &implied->cases[i]);
        findings_run(implied->model, &(struct findings_options){0}, &implied->from.arena, &implied->from.diagnostics);
        for (size_t i = 0; i < implied->from.diagnostics.count; i++) {
            const struct diagnostic *item = &implied->from.diagnostics.items[i];
            if (item->code < A0761 || item->code > A0763) continue;
            tally->told[item->code - A0761]++;
            assert_implied(implied, item);
        }
        tally->independent += assert_independent(implied);
        tally->models++;
    }
    from_text_end(&implied->from);
}

static void what_says_nothing_is_told_and_nothing_else(void **state) {
    (void)state;
    static struct implied implied;
    implied.random.state = UINT64_C(0x9E3779B97F4A7C15);
    struct tally tally = {0};
    for (size_t i = 0; i < RULE_SETS; i++)
        one_rule_set(&implied, &tally);
    text_free(&implied.random.out);
    print_message("%zu rule sets; told %zu, %zu, %zu; %zu pairs independent\n", tally.models, tally.told[0],
                  tally.told[1], tally.told[2], tally.independent);
    assert_true(tally.models > RULE_SETS / 3);
    for (size_t i = 0; i < 3; i++)
        assert_true(tally.told[i] > 2);
    assert_true(tally.independent > 20);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(what_says_nothing_is_told_and_nothing_else)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
