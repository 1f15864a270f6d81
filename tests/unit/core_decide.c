/* core_decide.c - exact answers with absent fields: R3. Random rule sets are compared with a reference that visits
 * every cell of the absent fields, clause by clause. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include "runtime/core/assay.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static uint64_t random_state = 3;

static uint32_t random_below(uint32_t bound) {
    random_state = random_state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)((random_state >> 33) % bound);
}

/* ---- Random rule sets ---- */

enum { FIELDS = 6, CLASSES = 6, CLAUSES = 320, GROUPS = 140, WORDS = CLAUSES / 64, MEASURE_WORDS = 3 };

/* A rule set of classes alone: entry i of a field is of class i + 2 (or of a smaller one), blank of 0, other of 1. */
struct sample {
    uint8_t admits[CLAUSES][FIELDS][CLASSES];
    uint8_t is_free[CLAUSES][FIELDS];
    uint32_t first[GROUPS + 1];
    uint64_t masks[FIELDS][CLASSES * WORDS], free_sets[FIELDS][WORDS];
    struct assay_entry entries[FIELDS][CLASSES];
    struct assay_index_field index_fields[FIELDS];
    struct assay_index index;
    struct assay_usage usage;
    struct assay_ruleset rules;
};

/* How a sample is drawn. */
struct shape {
    uint32_t fields, eligibilities, measures, most_clauses, free_percent, admit_percent;
};

static void sample_clause(struct sample *sample, const struct shape *shape, uint32_t clause) {
    for (uint32_t field = 0; field < shape->fields; field++) {
        int unlooked = random_below(100) < shape->free_percent;
        sample->is_free[clause][field] = (uint8_t)unlooked;
        for (uint32_t class_ = 0; class_ < CLASSES; class_++)
            sample->admits[clause][field][class_] = unlooked || random_below(100) < shape->admit_percent;
    }
    /* Often the complement of the clause before in one field: unions that are covered only jointly. */
    if (clause == 0 || random_below(3)) return;
    uint32_t turned = random_below(shape->fields);
    memcpy(sample->admits[clause], sample->admits[clause - 1], sizeof sample->admits[clause]);
    memcpy(sample->is_free[clause], sample->is_free[clause - 1], sizeof sample->is_free[clause]);
    sample->is_free[clause][turned] = 0;
    for (uint32_t class_ = 0; class_ < CLASSES; class_++)
        sample->admits[clause][turned][class_] ^= 1;
}

static void sample_groups(struct sample *sample, const struct shape *shape) {
    uint32_t groups = shape->eligibilities + shape->measures, clauses = 0;
    for (uint32_t group = 0; group < groups; group++) {
        uint32_t count = random_below(shape->most_clauses + 1);
        if (group < shape->eligibilities && count == 0) count = random_below(4) ? 1 : 0;
        sample->first[group] = clauses;
        for (uint32_t i = 0; i < count && clauses < CLAUSES; i++)
            sample_clause(sample, shape, clauses++);
    }
    sample->first[groups] = clauses;
    sample->index.clause_count = clauses;
    sample->index.words = (clauses + 63) / 64;
}

static void sample_field(struct sample *sample, uint32_t field) {
    struct assay_index_field *index = &sample->index_fields[field];
    uint16_t classes = (uint16_t)(2 + random_below(CLASSES - 1));
    *index = (struct assay_index_field){.entries = sample->entries[field],
                                        .masks = sample->masks[field],
                                        .free_ = sample->free_sets[field],
                                        .entry_count = (uint16_t)(classes - 2),
                                        .class_count = classes,
                                        .other_class = 1};
    for (uint16_t i = 0; i < index->entry_count; i++)
        sample->entries[field][i].class_ = (uint16_t)(i + 2);
    for (uint32_t clause = 0; clause < sample->index.clause_count; clause++) {
        uint64_t bit = UINT64_C(1) << (clause % 64);
        if (sample->is_free[clause][field]) sample->free_sets[field][clause / 64] |= bit;
        for (uint32_t class_ = 0; class_ < classes; class_++)
            if (sample->admits[clause][field][class_])
                sample->masks[field][class_ * sample->index.words + clause / 64] |= bit;
    }
}

static void sample_draw(struct sample *sample, const struct shape *shape) {
    memset(sample, 0, sizeof *sample);
    sample->index.first = sample->first;
    sample->index.fields = sample->index_fields;
    sample->index.measure_count = shape->measures;
    sample->usage.field_count = (uint16_t)shape->fields;
    sample->usage.eligibility_count = (uint16_t)shape->eligibilities;
    sample->rules = (struct assay_ruleset){.abi = ASSAY_ABI, .usage = &sample->usage, .index = &sample->index};
    sample_groups(sample, shape);
    for (uint32_t field = 0; field < shape->fields; field++)
        sample_field(sample, field);
}

/* Codes of a row, each field absent with the given chance. Code c of a field is of class c here. */
static void sample_row(const struct sample *sample, uint32_t absent_percent, uint16_t codes[FIELDS]) {
    for (uint32_t field = 0; field < sample->usage.field_count; field++) {
        codes[field] = (uint16_t)random_below(sample->index_fields[field].class_count);
        if (random_below(100) < absent_percent) codes[field] = ASSAY_ABSENT;
    }
}

/* ---- The reference: every cell of the absent fields, clause by clause ---- */

enum { SEEN_NO = 1, SEEN_YES = 2 };

struct reference {
    uint8_t alone[GROUPS];    /* of each group: what was seen */
    uint8_t together[GROUPS]; /* of each measure: the same, with eligibility */
    uint8_t eligible;
};

static int reference_group(const struct sample *sample, uint32_t group, const uint16_t classes[FIELDS]) {
    for (uint32_t clause = sample->first[group]; clause < sample->first[group + 1]; clause++) {
        int holds = 1;
        for (uint32_t field = 0; field < sample->usage.field_count; field++)
            holds = holds && sample->admits[clause][field][classes[field]];
        if (holds) return 1;
    }
    return 0;
}

static void reference_cell(const struct sample *sample, const uint16_t classes[FIELDS], struct reference *reference) {
    uint32_t eligibilities = sample->usage.eligibility_count;
    int eligible = 1;
    for (uint32_t group = 0; group < eligibilities + sample->index.measure_count; group++) {
        int holds = reference_group(sample, group, classes);
        reference->alone[group] |= holds ? SEEN_YES : SEEN_NO;
        if (group < eligibilities)
            eligible = eligible && holds;
        else
            reference->together[group - eligibilities] |= holds && eligible ? SEEN_YES : SEEN_NO;
    }
    reference->eligible |= eligible ? SEEN_YES : SEEN_NO;
}

static void reference_visit(const struct sample *sample, const uint16_t *codes, uint16_t classes[FIELDS],
                            uint32_t field, struct reference *reference) {
    if (field == sample->usage.field_count) {
        reference_cell(sample, classes, reference);
        return;
    }
    uint16_t from = codes[field], until = (uint16_t)(from + 1);
    if (codes[field] == ASSAY_ABSENT) {
        from = 0;
        until = sample->index_fields[field].class_count;
    }
    for (classes[field] = from; classes[field] < until; classes[field]++)
        reference_visit(sample, codes, classes, field + 1, reference);
}

static enum assay_answer answer_of(uint8_t seen) {
    return seen == (SEEN_NO | SEEN_YES) ? ASSAY_CANNOT_TELL : seen == SEEN_YES ? ASSAY_YES : ASSAY_NO;
}

static enum assay_answer answer_in(const uint64_t *yes, const uint64_t *may, uint32_t measure) {
    int certain = (int)(yes[measure / 64] >> (measure % 64) & 1),
        possible = (int)(may[measure / 64] >> (measure % 64) & 1);
    assert_false(certain && possible);
    return certain ? ASSAY_YES : possible ? ASSAY_CANNOT_TELL : ASSAY_NO;
}

/* ---- Comparing ---- */

struct sets {
    uint64_t counts[MEASURE_WORDS], may[MEASURE_WORDS], matches[MEASURE_WORDS], may_match[MEASURE_WORDS];
};

/* How often each kind of answer was met: a test that never meets one proves nothing. */
struct tally {
    long answers[3], eligible[3], joint; /* joint: both parts cannot be told, together NO */
};

static void *work_for(const struct assay_ruleset *rules) {
    void *work = malloc(assay_work_size(rules));
    assert_non_null(work);
    return work;
}

static void compare_row(const struct sample *sample, const uint16_t *codes, void *work, struct tally *tally) {
    struct reference reference = {0};
    struct sets sets, short_sets;
    uint16_t classes[FIELDS] = {0};
    memset(&sets, 0xAA, sizeof sets);
    memset(&short_sets, 0xAA, sizeof short_sets);
    struct assay_outcome outcome = {sets.counts, sets.may, sets.matches, sets.may_match, ASSAY_NO, 0xFFFF};
    struct assay_outcome shorter = {short_sets.counts, short_sets.may, NULL, NULL, ASSAY_NO, 0xFFFF};
    reference_visit(sample, codes, classes, 0, &reference);
    assert_int_equal(assay_classify(&sample->rules, codes, work, &outcome), ASSAY_OK);
    assert_int_equal(assay_classify(&sample->rules, codes, work, &shorter), ASSAY_OK);
    assert_int_equal(outcome.eligible, answer_of(reference.eligible));
    assert_int_equal(shorter.eligible, outcome.eligible);
    assert_int_equal(shorter.ineligible, outcome.ineligible);
    tally->eligible[outcome.eligible]++;
    uint32_t eligibilities = sample->usage.eligibility_count, ineligible = 0;
    for (uint32_t group = 0; group < eligibilities; group++)
        if (answer_of(reference.alone[group]) == ASSAY_NO) ineligible |= UINT32_C(1) << group;
    assert_int_equal(outcome.ineligible, ineligible);
    for (uint32_t measure = 0; measure < sample->index.measure_count; measure++) {
        enum assay_answer together = answer_of(reference.together[measure]);
        enum assay_answer alone = answer_of(reference.alone[eligibilities + measure]);
        assert_int_equal(answer_in(sets.counts, sets.may, measure), together);
        assert_int_equal(answer_in(short_sets.counts, short_sets.may, measure), together);
        assert_int_equal(answer_in(sets.matches, sets.may_match, measure), alone);
        tally->answers[together]++;
        tally->joint += together == ASSAY_NO && alone == ASSAY_CANNOT_TELL && outcome.eligible == ASSAY_CANNOT_TELL;
    }
}

/* Draws many samples of a shape and compares rows of each with the reference. */
static struct tally compare_shape(struct shape shape, int samples, int rows) {
    struct sample *sample = malloc(sizeof *sample);
    struct tally tally = {0};
    assert_non_null(sample);
    for (int i = 0; i < samples; i++) {
        sample_draw(sample, &shape);
        void *work = work_for(&sample->rules);
        for (int row = 0; row < rows; row++) {
            uint16_t codes[FIELDS];
            sample_row(sample, random_below(4) * 33, codes);
            compare_row(sample, codes, work, &tally);
        }
        free(work);
    }
    free(sample);
    return tally;
}

static void assert_tally(struct tally tally, long least) {
    for (int answer = 0; answer < 3; answer++)
        assert_true(tally.answers[answer] >= least && tally.eligible[answer] >= least);
    assert_true(tally.joint >= least);
}

static void R3_exact_on_small_rule_sets(void **state) {
    (void)state;
    assert_tally(compare_shape((struct shape){3, 1, 4, 3, 40, 50}, 4000, 8), 500);
    assert_tally(compare_shape((struct shape){4, 2, 6, 5, 50, 60}, 2000, 8), 500);
    assert_tally(compare_shape((struct shape){5, 3, 6, 4, 60, 60}, 500, 6), 100);
}

static void R3_exact_without_eligibilities(void **state) {
    (void)state;
    struct tally tally = compare_shape((struct shape){4, 0, 6, 6, 50, 60}, 1000, 8);
    assert_int_equal(tally.eligible[ASSAY_NO] + tally.eligible[ASSAY_CANNOT_TELL], 0);
    assert_true(tally.answers[ASSAY_CANNOT_TELL] > 500);
}

static void R3_exact_with_clause_sets_of_several_words(void **state) {
    (void)state;
    assert_tally(compare_shape((struct shape){3, 2, 4, 60, 15, 25}, 300, 6), 20);
    assert_tally(compare_shape((struct shape){4, 3, 120, 4, 40, 50}, 300, 4), 10);
    assert_tally(compare_shape((struct shape){6, 2, 9, 30, 30, 35}, 40, 4), 2);
    struct tally covered = compare_shape((struct shape){3, 3, 2, 90, 10, 40}, 100, 6);
    assert_true(covered.answers[ASSAY_YES] > 100);
}

static void R3_exact_with_measures_in_several_words(void **state) {
    (void)state;
    assert_tally(compare_shape((struct shape){3, 1, 130, 1, 40, 50}, 300, 6), 50);
}

static void compare_batch(const struct sample *sample, void *work, uint32_t absent_percent) {
    enum { ROWS = 700 };
    static uint16_t cells[FIELDS][ROWS];
    static uint64_t counts[ROWS * MEASURE_WORDS], may[ROWS * MEASURE_WORDS];
    const uint16_t *columns[FIELDS];
    uint32_t fields = sample->usage.field_count, words = assay_measure_words(&sample->rules);
    for (uint32_t field = 0; field < fields; field++) {
        columns[field] = random_below(100) < absent_percent ? NULL : cells[field];
        for (uint32_t row = 0; row < ROWS; row++)
            cells[field][row] = (uint16_t)random_below(sample->index_fields[field].class_count);
    }
    assert_int_equal(assay_classify_batch(&sample->rules, columns, ROWS, work, counts, may), ASSAY_OK);
    for (uint32_t row = 0; row < ROWS; row++) {
        struct sets sets;
        struct assay_outcome outcome = {.counts = sets.counts, .may = sets.may};
        uint16_t codes[FIELDS];
        for (uint32_t field = 0; field < fields; field++)
            codes[field] = columns[field] ? cells[field][row] : ASSAY_ABSENT;
        assert_int_equal(assay_classify(&sample->rules, codes, work, &outcome), ASSAY_OK);
        assert_memory_equal(counts + row * words, sets.counts, words * sizeof(uint64_t));
        assert_memory_equal(may + row * words, sets.may, words * sizeof(uint64_t));
    }
    for (uint32_t field = 0; field < fields; field++) {
        if (!columns[field]) continue;
        uint16_t kept = cells[field][ROWS - 1];
        cells[field][ROWS - 1] =
            random_below(2) ? ASSAY_ABSENT : (uint16_t)(sample->index_fields[field].entry_count + 2);
        assert_int_equal(assay_classify_batch(&sample->rules, columns, ROWS, work, counts, may), ASSAY_E_CODE);
        cells[field][ROWS - 1] = kept;
    }
}

static void batches_agree_with_rows(void **state) {
    (void)state;
    static const struct shape shapes[] = {{4, 2, 6, 5, 50, 60}, {3, 2, 6, 40, 30, 40}, {3, 1, 130, 2, 40, 50}};
    struct sample *sample = malloc(sizeof *sample);
    assert_non_null(sample);
    for (int i = 0; i < 60; i++) {
        sample_draw(sample, &shapes[(size_t)i % COUNT(shapes)]);
        void *work = work_for(&sample->rules);
        compare_batch(sample, work, (uint32_t)(i / 3 % 3) * 40);
        free(work);
    }
    free(sample);
}

static void survivors_refuse_codes_that_a_field_lacks(void **state) {
    (void)state;
    struct sample *sample = malloc(sizeof *sample);
    assert_non_null(sample);
    sample_draw(sample, &(struct shape){3, 1, 3, 3, 40, 50});
    uint64_t clauses[WORDS], counts[1], may[1];
    struct assay_outcome outcome = {.counts = counts, .may = may};
    void *work = work_for(&sample->rules);
    uint16_t codes[FIELDS] = {0};
    assert_int_equal(assay_survivors(&sample->rules, codes, clauses), ASSAY_OK);
    codes[1] = (uint16_t)(sample->index_fields[1].entry_count + 2);
    assert_int_equal(assay_survivors(&sample->rules, codes, clauses), ASSAY_E_CODE);
    assert_int_equal(assay_classify(&sample->rules, codes, work, &outcome), ASSAY_E_CODE);
    codes[1] = ASSAY_ABSENT - 1;
    assert_int_equal(assay_survivors(&sample->rules, codes, clauses), ASSAY_E_CODE);
    codes[1] = ASSAY_ABSENT;
    assert_int_equal(assay_survivors(&sample->rules, codes, clauses), ASSAY_OK);
    free(work);
    free(sample);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(R3_exact_on_small_rule_sets),
        cmocka_unit_test(R3_exact_without_eligibilities),
        cmocka_unit_test(R3_exact_with_clause_sets_of_several_words),
        cmocka_unit_test(R3_exact_with_measures_in_several_words),
        cmocka_unit_test(batches_agree_with_rows),
        cmocka_unit_test(survivors_refuse_codes_that_a_field_lacks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
