/* Findings about what rules mean, against brute force over all cells of small rule sets: the oracle knows no boxes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "compiler/analysis/findings.h"
#include "tests/unit/random_sets.h"

enum { DAYS = 12 };

static const uint32_t first_day = 20230101;

/* ---- What is told of measures ---- */

static bool in_force(const struct model_measure *measure, uint32_t day) {
    return (measure->from == 0 || measure->from <= day) && (measure->until == 0 || day <= measure->until);
}

static bool throughout(const struct model_measure *outer, const struct model_measure *inner) {
    for (uint32_t day = first_day - 1; day < first_day + DAYS; day++) {
        if (in_force(inner, day) && !in_force(outer, day)) return false;
    }
    return true;
}

static bool together(const struct model_measure *a, const struct model_measure *b) {
    for (uint32_t day = first_day - 1; day < first_day + DAYS; day++) {
        if (in_force(a, day) && in_force(b, day)) return true;
    }
    return false;
}

/* How often a finding with this code stands at a place and speaks of another, or of none. */
static size_t told(const struct oracle *oracle, enum message_code code, struct span at, const struct span *other,
                   const char *words) {
    size_t count = 0;
    for (size_t i = 0; i < oracle->from.diagnostics.count; i++) {
        const struct diagnostic *item = &oracle->from.diagnostics.items[i];
        if (item->code != code || item->span.begin != at.begin || !strstr(item->text, words)) continue;
        const struct finding *finding = item->finding;
        count += !other || (finding->related_count && finding->related[0].span.begin == other->begin);
    }
    return count;
}

static size_t told_in_all(const struct oracle *oracle, enum message_code code) {
    size_t count = 0;
    for (size_t i = 0; i < oracle->from.diagnostics.count; i++)
        count += oracle->from.diagnostics.items[i].code == code;
    return count;
}

static bool inside(const struct oracle *oracle, size_t inner, size_t outer) {
    return throughout(oracle->measures[outer], oracle->measures[inner]) &&
           set_contains(&oracle->sets[outer], &oracle->sets[inner]);
}

/* Every pair that is equal or contained is told, and nothing else. */
static void check_pairs(const struct oracle *oracle) {
    size_t counts[4] = {0};
    static const enum message_code codes[] = {A0711, A0712, A0713, A0714};
    for (size_t a = 0; a < oracle->measure_count; a++) {
        for (size_t b = 0; b < oracle->measure_count; b++) {
            if (a == b || set_is_empty(&oracle->sets[a]) || set_is_empty(&oracle->sets[b])) continue;
            if (!inside(oracle, a, b)) continue;
            bool equal = inside(oracle, b, a), across = oracle->of[a] != oracle->of[b];
            if (equal && b < a) continue;
            size_t kind = (across ? 2u : 0u) + (equal ? 0u : 1u);
            counts[kind]++;
            size_t found = told(oracle, codes[kind], oracle->measures[a]->span, &oracle->measures[b]->span,
                                equal ? "counts the same rows as" : "is contained in '");
            assert_int_equal(found, 1);
        }
    }
    for (size_t kind = 0; kind < 4; kind++) {
        if (kind != 1) assert_int_equal(told_in_all(oracle, codes[kind]), counts[kind]);
    }
}

/* The related measures hold it together, and each of them is needed. */
static void check_cover(const struct oracle *oracle, size_t measure, const struct finding *finding) {
    for (size_t without = 0; without <= finding->related_count; without++) {
        struct set covered = {{0}};
        for (size_t i = 0; i < finding->related_count; i++) {
            for (size_t k = 0; k < oracle->measure_count && i != without; k++) {
                if (oracle->measures[k]->span.begin == finding->related[i].span.begin)
                    covered = set_either(covered, &oracle->sets[k]);
            }
        }
        assert_int_equal(set_contains(&covered, &oracle->sets[measure]), without == finding->related_count);
    }
}

static size_t check_union(const struct oracle *oracle, size_t measure) {
    struct set others = {{0}};
    bool alone = false;
    for (size_t i = 0; i < oracle->measure_count; i++) {
        if (i == measure || oracle->of[i] != oracle->of[measure]) continue;
        if (!throughout(oracle->measures[i], oracle->measures[measure])) continue;
        if (!set_is_empty(&oracle->sets[i])) alone = alone || set_contains(&oracle->sets[i], &oracle->sets[measure]);
        others = set_either(others, &oracle->sets[i]);
    }
    bool wanted = !alone && !set_is_empty(&oracle->sets[measure]) && set_contains(&others, &oracle->sets[measure]);
    struct span at = oracle->measures[measure]->span;
    assert_int_equal(told(oracle, A0712, at, NULL, "together"), wanted);
    for (size_t i = 0; i < oracle->from.diagnostics.count && wanted; i++) {
        const struct diagnostic *item = &oracle->from.diagnostics.items[i];
        if (item->code == A0712 && item->span.begin == at.begin && strstr(item->text, "together"))
            check_cover(oracle, measure, item->finding);
    }
    return wanted;
}

static void check_dead(const struct oracle *oracle) {
    bool none = set_is_empty(&oracle->eligible);
    for (size_t i = 0; i < oracle->measure_count; i++) {
        struct span at = oracle->measures[i]->span;
        bool empty = set_is_empty(&oracle->sets[i]);
        struct set counts = set_both(oracle->eligible, &oracle->sets[i]);
        assert_int_equal(told(oracle, A0701, at, NULL, ""), empty);
        assert_int_equal(told(oracle, A0702, at, NULL, ""), !empty && !none && set_is_empty(&counts));
    }
}

static bool overlaps(const struct oracle *oracle, size_t a, size_t b) {
    struct set both = set_both(oracle->sets[a], &oracle->sets[b]);
    both = set_both(both, &oracle->eligible);
    return !set_is_empty(&both) && together(oracle->measures[a], oracle->measures[b]);
}

/* The pairs of a specialization that overlap stand in its finding's subject, and no others. */
static size_t check_overlap(const struct oracle *oracle, const struct model_specialization *of) {
    bool forbidden = of->overlap == MODEL_MUST_NOT_OVERLAP, may = of->overlap == MODEL_MAY_OVERLAP;
    enum message_code code = forbidden ? A0782 : A0781;
    struct span at = forbidden ? of->overlap_span : of->span;
    const char *subject = "";
    for (size_t i = 0; i < oracle->from.diagnostics.count; i++) {
        const struct diagnostic *item = &oracle->from.diagnostics.items[i];
        if (item->code == code && item->span.begin == at.begin) subject = item->finding->subject;
    }
    size_t count = 0;
    for (size_t a = 0; a < oracle->measure_count; a++) {
        for (size_t b = a + 1; b < oracle->measure_count; b++) {
            if (oracle->of[a] != of || oracle->of[b] != of) continue;
            char pair[64];
            snprintf(pair, sizeof pair, "\nm%s and m%s:", oracle->measures[a]->name.text + 1,
                     oracle->measures[b]->name.text + 1);
            bool wanted = overlaps(oracle, a, b);
            assert_int_equal(strstr(subject, pair) != NULL, wanted && !may);
            count += wanted;
        }
    }
    assert_int_equal(told(oracle, code, at, NULL, ""), count && !may);
    assert_int_equal(told(oracle, A0783, of->overlap_span, NULL, ""), may && !count);
    return count;
}

/* ---- Witnesses ---- */

/* Reads `A "banjo", B blank` into a row; the other cells are random. */
static void read_row(const struct oracle *oracle, struct random_rules *random, const char *witness,
                     struct model_cell *row) {
    for (size_t f = 0; f < oracle->model->field_count; f++) {
        row[f] = cell_of(NULL);
        if (f < oracle->field_count) row[f] = oracle->values[f][random_below(random, oracle->counts[f])];
    }
    for (const char *at = witness; *at && strcmp(witness, "any row") != 0;) {
        struct model_cell *cell = &row[*at - 'A'];
        at += 2;
        *cell = cell_of(NULL);
        if (*at == '"') {
            const char *end = strstr(at, "Hm") ? strstr(at, "Hm") + 4 : strchr(at + 1, '"');
            if (strncmp(at, "\"Say", 4) != 0) end = strchr(at + 1, '"');
            static const char *const words[][2] = {
                {"\"Banjo", "banjo"}, {"\"quilt", "quilt two"}, {"\"OCEAN", "ocean"},  {"\"Say", "say \"hm\""},
                {"\"Tiger", "tiger"}, {"\"Violet", "violet"},   {"\"Zephyr", "zephyr"}};
            *cell = cell_of("unnamed");
            for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
                if (strncmp(at, words[i][0], strlen(words[i][0])) == 0) *cell = cell_of(words[i][1]);
            }
            at = end;
        }
        while (*at && strncmp(at, ", ", 2) != 0)
            at++;
        at += *at ? 2 : 0;
    }
}

static void check_row(const struct oracle *oracle, struct random_rules *random, const char *witness,
                      const struct span *places, size_t count) {
    struct model_cell row[8];
    for (size_t round = 0; round < 20; round++) {
        read_row(oracle, random, witness, row);
        for (size_t i = 0; i < oracle->measure_count; i++) {
            for (size_t k = 0; k < count; k++) {
                if (oracle->measures[i]->span.begin != places[k].begin) continue;
                assert_true(eval_holds(oracle->eval, oracle->measures[i]->rule.where, row));
            }
        }
    }
}

static size_t check_witnesses(const struct oracle *oracle, struct random_rules *random) {
    size_t count = 0;
    for (size_t i = 0; i < oracle->from.diagnostics.count; i++) {
        const struct diagnostic *item = &oracle->from.diagnostics.items[i];
        if (item->code < A0711 || item->code > A0714) continue;
        assert_non_null(item->finding->witness);
        bool one = item->code == A0712 && strstr(item->text, "together");
        struct span places[] = {item->span, item->finding->related[0].span};
        check_row(oracle, random, item->finding->witness, places, one ? 1 : 2);
        count++;
    }
    return count;
}

/* ---- Rounds ---- */

static void test_measures(void **state) {
    (void)state;
    struct random_rules random = {.state = 12};
    size_t witnesses = 0, unions = 0, overlapping = 0;
    for (size_t round = 0; round < ROUNDS; round++) {
        struct oracle oracle;
        oracle_begin(&oracle, &random);
        struct findings_options options = {0};
        findings_run(oracle.model, &options, &oracle.from.arena, &oracle.from.diagnostics);
        check_pairs(&oracle);
        check_dead(&oracle);
        for (size_t i = 0; i < oracle.measure_count; i++)
            unions += check_union(&oracle, i);
        for (size_t s = 0; s < oracle.model->specialization_count; s++)
            overlapping += check_overlap(&oracle, &oracle.model->specializations[s]);
        witnesses += check_witnesses(&oracle, &random);
        from_text_end(&oracle.from);
    }
    text_free(&random.out);
    assert_true(witnesses > ROUNDS / 4);
    assert_true(overlapping > ROUNDS / 4);
    assert_true(unions > 5);
}

/* ---- Examples ---- */

/* Whether the row counts, or may, with some other cell in the field. */
static bool changed_counts(const struct oracle *oracle, const struct model_measure *measure, struct model_cell *row,
                           size_t field) {
    bool counts = false;
    struct model_cell held = row[field];
    for (size_t v = 0; v < oracle->counts[field]; v++) {
        enum assay_answer answer = ASSAY_NO;
        row[field] = oracle->values[field][v];
        assert_true(eval_rule(oracle->eval, &measure->rule, row, &answer));
        counts = counts || answer != ASSAY_NO;
    }
    row[field] = held;
    return counts;
}

/* Whether one given cell, changed, makes it count. */
static bool oracle_bites(const struct oracle *oracle, const struct model_example *example, size_t measures) {
    for (size_t m = 0; m < measures; m++) {
        for (size_t f = 0; f < oracle->field_count; f++) {
            if (example->cells[f].given && changed_counts(oracle, oracle->measures[m], example->cells, f)) return true;
        }
    }
    return false;
}

static void random_example(struct random_rules *random, size_t number) {
    text_addf(&random->out, "example \"E%zu\" given", number);
    for (size_t f = 0, given = 0; f < random->field_count; f++) {
        if (random_below(random, 3) == 0 && (given || f + 1 < random->field_count)) continue;
        text_addf(&random->out, "%s %c ", given++ ? "," : "", (int)('A' + f));
        size_t kind = random_below(random, 6);
        if (kind < 2)
            text_add(&random->out, kind ? "blank" : "absent");
        else
            text_addf(&random->out, "\"only %c\"", (int)('a' + f));
    }
    text_add(&random->out, " counts as nothing\n");
}

/* Rules whose examples give texts that no rule names, or nothing: none of them would do in another column. */
static void test_examples(void **state) {
    (void)state;
    struct random_rules random = {.state = 13};
    size_t told_some = 0, bit_some = 0;
    for (size_t round = 0; round < ROUNDS; round++) {
        random_text(&random);
        random.out.length = (size_t)(strstr(random.out.data, "specialization") - random.out.data);
        text_add(&random.out, "specialization \"S\" area \"Area\" cites \"Page\", 2023-01-03\n"
                              "requires neither audit nor references\nmeasure \"M\" counts usage where ");
        random_expression(&random, 3);
        text_add_char(&random.out, '\n');
        for (size_t i = 0; i < 4; i++)
            random_example(&random, i);
        text_add(&random.out, "end\n");
        struct oracle oracle;
        oracle_of_text(&oracle, &random);
        struct findings_options options = {0};
        findings_run(oracle.model, &options, &oracle.from.arena, &oracle.from.diagnostics);
        const struct model_specialization *of = &oracle.model->specializations[0];
        for (size_t i = 0; i < of->example_count; i++) {
            enum assay_answer answer = ASSAY_NO;
            assert_true(eval_rule(oracle.eval, &of->measures[0].rule, of->examples[i].cells, &answer));
            bool bites = oracle_bites(&oracle, &of->examples[i], 1);
            if (answer != ASSAY_NO) continue;
            assert_int_equal(told(&oracle, A0751, of->examples[i].span, NULL, ""), !bites);
            told_some += !bites;
            bit_some += bites;
        }
        from_text_end(&oracle.from);
    }
    text_free(&random.out);
    assert_true(told_some > 50 && bit_some > 50);
}

static void test_the_bound(void **state) {
    (void)state;
    struct from_text from;
    struct model *model = from_text(&from, FROM_TEXT_USAGE("") FROM_TEXT_SPECIALIZATION(
                                               "S", "measure \"M\" counts usage where A is \"a\" or A is \"b\""
                                                    " or A is any of \"a\", \"b\""));
    struct findings_options options = {.bound = 1};
    findings_run(model, &options, &from.arena, &from.diagnostics);
    bool given_up = false;
    for (size_t i = 0; i < from.diagnostics.count; i++)
        given_up = given_up || (from.diagnostics.items[i].code == A0791 &&
                                strstr(from.diagnostics.items[i].text, "does every part of a rule change something"));
    assert_true(given_up);
    assert_int_equal(from.diagnostics.errors, given_up);
    from_text_end(&from);
}

/* Values of one pattern share all words but one: the work for them grows with their number, not with its square. */
static void test_values_of_one_pattern(void **state) {
    (void)state;
    enum { VALUES = 1000, BOUND = 200 * VALUES };
    struct text rules = {0};
    text_add(&rules, FROM_TEXT_USAGE("") "list Many of A");
    for (unsigned i = 0; i < VALUES; i++)
        text_addf(&rules, " \"Machine %u of many\"", i);
    text_add(&rules, " end " FROM_TEXT_SPECIALIZATION("S", "measure \"M\" counts usage where A is any of Many"
                                                           " measure \"N\" counts usage where B is \"b\" and"
                                                           " A is \"Machine 7 of very many\""));
    struct from_text from;
    struct model *model = from_text(&from, rules.data);
    assert_non_null(model);
    struct findings_options options = {.bound = BOUND};
    findings_run(model, &options, &from.arena, &from.diagnostics);
    size_t near = 0;
    for (size_t i = 0; i < from.diagnostics.count; i++) {
        assert_int_not_equal(from.diagnostics.items[i].code, A0791);
        near += from.diagnostics.items[i].code == A0722;
    }
    assert_int_equal(near, 1);
    from_text_end(&from);
    text_free(&rules);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_measures), cmocka_unit_test(test_examples),
                                       cmocka_unit_test(test_the_bound), cmocka_unit_test(test_values_of_one_pattern)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
