/* core_classify.c - texts to answers and reviewed tables to explanations, on a rule set written by hand: R2, R3, R5. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include "runtime/core/assay.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static enum assay_answer answer_in(const uint64_t *yes, const uint64_t *may, uint32_t measure) {
    int certain = (int)(yes[measure / 64] >> (measure % 64) & 1),
        possible = (int)(may[measure / 64] >> (measure % 64) & 1);
    assert_false(certain && possible);
    return certain ? ASSAY_YES : possible ? ASSAY_CANNOT_TELL : ASSAY_NO;
}

static void *work_for(const struct assay_ruleset *rules) {
    void *work = malloc(assay_work_size(rules));
    assert_non_null(work);
    return work;
}

/* ---- A rule set written by hand ----
 * usage: counts only where Offer is none of "Trial"; counts only where Association is any of "PAL", "DPOR"
 * Cover:  OS is "x" or OS is none of "x"           Clash: Association is "Deal"
 * Both:   OS is any of "x", blank and Offer is anything except "Old"
 * Joint:  Offer is "Trial" or OS is "x"
 * alias "ex" means "x" in OS; alias "was" means "PAL" in Association */

enum { OFFER, ASSOCIATION, OS, HAND_FIELDS };
enum { COVER, CLASH, BOTH, JOINT };

static const char *const trial[] = {"Trial"}, *const deal[] = {"Deal"}, *const x[] = {"X"};
static const char *const old[] = {"Old  Offer"}, *const partners[] = {"DPOR", "PAL"};

/* "X" of the condition on blank comes from a list, that of the others stands in place. */
static const struct assay_list system_list = {.name = "Systems", .field = OS, .value_count = 1, .values = x};
static const struct assay_list *const systems[] = {&system_list};

#define TEXTS(array)                                                                                                   \
    { .text_count = COUNT(array), .texts = array }

static const struct assay_condition conditions[] = {
    {.field = OFFER, .test = ASSAY_NONE_OF, .values = TEXTS(trial)},
    {.field = ASSOCIATION, .test = ASSAY_ANY_OF, .values = TEXTS(partners)},
    {.field = OS, .test = ASSAY_ANY_OF, .values = TEXTS(x)},
    {.field = OS, .test = ASSAY_NONE_OF, .values = TEXTS(x)},
    {.field = ASSOCIATION, .test = ASSAY_ANY_OF, .values = TEXTS(deal)},
    {.field = OS, .test = ASSAY_ANY_OF, .blank = 1, .values = {.list_count = 1, .lists = systems}},
    {.field = OFFER, .test = ASSAY_ANYTHING_EXCEPT, .values = TEXTS(old)},
    {.field = OFFER, .test = ASSAY_ANY_OF, .values = TEXTS(trial)},
};

static const struct assay_clause offer_clause = {.condition_count = 1, .conditions = &conditions[0]};
static const struct assay_clause association_clause = {.condition_count = 1, .conditions = &conditions[1]};
static const struct assay_clause cover_clauses[] = {{.condition_count = 1, .conditions = &conditions[2]},
                                                    {.condition_count = 1, .conditions = &conditions[3]}};
static const struct assay_clause clash_clause = {.condition_count = 1, .conditions = &conditions[4]};
static const struct assay_clause both_clause = {.condition_count = 2, .conditions = &conditions[5]};
static const struct assay_clause joint_clauses[] = {{.condition_count = 1, .conditions = &conditions[7]},
                                                    {.condition_count = 1, .conditions = &conditions[2]}};

static const struct assay_measure first_measures[] = {{.name = "Cover", .clause_count = 2, .clauses = cover_clauses},
                                                      {.name = "Clash", .clause_count = 1, .clauses = &clash_clause}};
static const struct assay_measure last_measures[] = {{.name = "Both", .clause_count = 1, .clauses = &both_clause},
                                                     {.name = "Joint", .clause_count = 2, .clauses = joint_clauses}};
static const struct assay_specialization hand_first = {.name = "A", .measure_count = 2, .measures = first_measures};
static const struct assay_specialization hand_empty = {.name = "B"};
static const struct assay_specialization hand_last = {.name = "C", .measure_count = 2, .measures = last_measures};
static const struct assay_specialization *const hand_specializations[] = {&hand_first, &hand_empty, &hand_last};

static const struct assay_field hand_fields[] = {{.name = "Offer"}, {.name = "Association"}, {.name = "OS"}};
static const char *const was[] = {"was"}, *const ex[] = {"ex"};
static const uint16_t association_field[] = {ASSOCIATION}, os_field[] = {OS};
static const struct assay_alias was_alias = {"PAL", 1, 1, 0, was, association_field, NULL};
static const struct assay_alias ex_alias = {"X", 1, 1, 0, ex, os_field, NULL};
static const struct assay_alias *const hand_aliases[] = {&was_alias, &ex_alias};
static const struct assay_eligibility hand_eligibilities[] = {
    {.reason = "offer type", .clause_count = 1, .clauses = &offer_clause},
    {.reason = "association", .clause_count = 1, .clauses = &association_clause}};
static const struct assay_usage hand_usage = {.name = "hand",
                                              .field_count = HAND_FIELDS,
                                              .alias_count = COUNT(hand_aliases),
                                              .eligibility_count = COUNT(hand_eligibilities),
                                              .fields = hand_fields,
                                              .aliases = hand_aliases,
                                              .eligibilities = hand_eligibilities};

/* Clauses by number: 0 offer, 1 association, 2 3 cover, 4 clash, 5 both, 6 7 joint. */
static const uint32_t hand_firsts[] = {0, 1, 2, 4, 5, 6, 8};
static const struct assay_entry offer_entries[] = {{.text = "old offer", .length = 9, .class_ = 2, .canonical = 2},
                                                   {.text = "trial", .length = 5, .class_ = 3, .canonical = 3}};
static const struct assay_entry association_entries[] = {
    {.text = "deal", .length = 4, .class_ = 1, .canonical = 2},
    {.text = "dpor", .length = 4, .class_ = 2, .canonical = 3},
    {.text = "pal", .length = 3, .class_ = 2, .canonical = 4},
    {.text = "was", .length = 3, .class_ = 2, .canonical = 4, .alias = 1}};
static const struct assay_entry os_entries[] = {{.text = "ex", .length = 2, .class_ = 2, .canonical = 3, .alias = 1},
                                                {.text = "x", .length = 1, .class_ = 2, .canonical = 3}};
static const uint64_t offer_masks[] = {0x9F, 0xBF, 0x9F, 0xFE}, offer_free[] = {0x9E};
static const uint64_t association_masks[] = {0xED, 0xFD, 0xEF}, association_free[] = {0xED};
static const uint64_t os_masks[] = {0x7B, 0x5B, 0xF7}, os_free[] = {0x53};

struct hand {
    uint16_t slots[HAND_FIELDS][8];
    struct assay_index_field fields[HAND_FIELDS];
    struct assay_index index;
    struct assay_ruleset rules;
    void *work;
};

static void hand_field(struct hand *hand, uint16_t field, const struct assay_entry *entries, uint16_t count,
                       const uint64_t *masks, const uint64_t *free_, uint16_t classes) {
    for (uint16_t i = 0; i < count; i++) {
        uint32_t slot = assay_hash(entries[i].text, entries[i].length);
        while (hand->slots[field][slot % 8])
            slot++;
        hand->slots[field][slot % 8] = (uint16_t)(i + 2);
    }
    hand->fields[field] = (struct assay_index_field){.entries = entries,
                                                     .slots = hand->slots[field],
                                                     .masks = masks,
                                                     .free_ = free_,
                                                     .slot_mask = 7,
                                                     .entry_count = count,
                                                     .class_count = classes,
                                                     .other_class = 1};
}

static int hand_set_up(void **state) {
    struct hand *hand = calloc(1, sizeof *hand);
    assert_non_null(hand);
    hand_field(hand, OFFER, offer_entries, COUNT(offer_entries), offer_masks, offer_free, COUNT(offer_masks));
    hand_field(hand, ASSOCIATION, association_entries, COUNT(association_entries), association_masks, association_free,
               COUNT(association_masks));
    hand_field(hand, OS, os_entries, COUNT(os_entries), os_masks, os_free, COUNT(os_masks));
    /* No clause tells a blank from any other text in Association. */
    hand->fields[ASSOCIATION].other_class = 0;
    hand->index = (struct assay_index){.clause_count = 8, .words = 1, .measure_count = 4, .first = hand_firsts};
    hand->index.fields = hand->fields;
    hand->rules = (struct assay_ruleset){.abi = ASSAY_ABI,
                                         .usage = &hand_usage,
                                         .specializations = hand_specializations,
                                         .specialization_count = COUNT(hand_specializations),
                                         .index = &hand->index};
    hand->work = work_for(&hand->rules);
    *state = hand;
    return 0;
}

static int hand_tear_down(void **state) {
    struct hand *hand = *state;
    free(hand->work);
    free(hand);
    return 0;
}

/* The answers of a row of texts (NULL: absent) as a word of `Y`, `N` and `?`: eligible, then the four measures. */
static void hand_answers(const struct hand *hand, const char *const texts[HAND_FIELDS], char answers[6]) {
    struct assay_cell cells[HAND_FIELDS];
    uint64_t counts[1], may[1];
    struct assay_outcome outcome = {.counts = counts, .may = may};
    for (int field = 0; field < HAND_FIELDS; field++)
        cells[field] = (struct assay_cell){texts[field], texts[field] ? strlen(texts[field]) : 0};
    assert_int_equal(assay_classify_text(&hand->rules, cells, hand->work, &outcome), ASSAY_OK);
    answers[0] = "NY?"[outcome.eligible];
    for (uint32_t measure = 0; measure < 4; measure++)
        answers[1 + measure] = "NY?"[answer_in(counts, may, measure)];
    answers[5] = '\0';
}

static void assert_answers(const struct hand *hand, const char *offer, const char *association, const char *os,
                           const char *expected) {
    char answers[6];
    hand_answers(hand, (const char *const[]){offer, association, os}, answers);
    assert_string_equal(answers, expected);
}

static void R2_blank_fails_any_of_and_passes_none_of(void **state) {
    const struct hand *hand = *state;
    assert_answers(hand, "NULL", "PAL", "x", "YYNNY");
    assert_answers(hand, " ", "PAL", "", "YYNNN");
    assert_answers(hand, "Pay", "PAL", "", "YYNYN");
    assert_answers(hand, "Old\tOffer", "PAL", "", "YYNNN");
    assert_answers(hand, "Pay", "", "x", "NNNNN");
    assert_answers(hand, "TRIAL", "PAL", "x", "NNNNN");
    assert_answers(hand, "Pay", "NULL", "x", "NNNNN");
}

static void R3_a_union_covered_jointly_is_certain(void **state) {
    const struct hand *hand = *state;
    assert_answers(hand, "Pay", "PAL", NULL, "YYN??");
    assert_answers(hand, "", "PAL", NULL, "YYNN?");
}

static void R3_fields_shared_with_eligibility_are_not_told_apart(void **state) {
    const struct hand *hand = *state;
    /* Association absent: Clash may match, and may be eligible, never both. */
    assert_answers(hand, "Pay", NULL, "x", "??N??");
    /* Offer absent: Joint may match as a trial, which is not eligible. */
    assert_answers(hand, NULL, "PAL", "y", "??NNN");
    assert_answers(hand, NULL, "PAL", "x", "??N??");
    assert_answers(hand, NULL, "Deal", "x", "NNNNN");
}

static void R3_all_fields_absent(void **state) {
    const struct hand *hand = *state;
    assert_answers(hand, NULL, NULL, NULL, "??N??");
}

static void R3_reasons_name_what_fails_alone(void **state) {
    const struct hand *hand = *state;
    uint64_t counts[1], may[1], matches[1], may_match[1];
    struct assay_outcome outcome = {.counts = counts, .may = may, .matches = matches, .may_match = may_match};
    const uint16_t trial_deal[] = {3, 2, ASSAY_ABSENT}, unknown[] = {ASSAY_ABSENT, ASSAY_BLANK, 3};
    assert_int_equal(assay_classify(&hand->rules, trial_deal, hand->work, &outcome), ASSAY_OK);
    assert_int_equal(outcome.ineligible, 3);
    assert_int_equal(matches[0], 1u << COVER | 1u << CLASH | 1u << JOINT);
    assert_int_equal(may_match[0], 1u << BOTH);
    assert_int_equal(counts[0] | may[0], 0);
    assert_int_equal(assay_classify(&hand->rules, unknown, hand->work, &outcome), ASSAY_OK);
    assert_int_equal(outcome.ineligible, 2);
    assert_int_equal(outcome.eligible, ASSAY_NO);
}

static const char *const sample_texts[HAND_FIELDS][6] = {{NULL, "", "trial", " Old Offer", "Pay", "null"},
                                                         {NULL, " ", "DEAL", "dpor", "Was", "Pal "},
                                                         {NULL, "\t", "EX", "x", "y", "xx"}};

/* All groups of a row from the reviewed tables, in the order of the index. */
static void tables_answer(const struct hand *hand, const struct assay_cell *cells, uint32_t group, int *holds) {
    const struct assay_clause *clauses[] = {&offer_clause, &association_clause, cover_clauses,
                                            &clash_clause, &both_clause,        joint_clauses};
    *holds = 0;
    for (uint32_t i = 0; i < hand_firsts[group + 1] - hand_firsts[group]; i++)
        *holds |= assay_clause_holds(&hand->rules, clauses[group] + i, cells) == ASSAY_YES;
}

static void R5_reviewed_tables_and_index_agree_on_every_text(void **state) {
    const struct hand *hand = *state;
    for (int row = 0; row < 5 * 5 * 5; row++) {
        const char *texts[] = {sample_texts[0][1 + row % 5], sample_texts[1][1 + row / 5 % 5],
                               sample_texts[2][1 + row / 25]};
        struct assay_cell cells[HAND_FIELDS];
        char answers[6], expected[6] = "NNNNN";
        int offer, association, holds;
        for (int field = 0; field < HAND_FIELDS; field++)
            cells[field] = (struct assay_cell){texts[field], strlen(texts[field])};
        tables_answer(hand, cells, 0, &offer);
        tables_answer(hand, cells, 1, &association);
        expected[0] = offer && association ? 'Y' : 'N';
        for (uint32_t group = 2; group < 6; group++) {
            tables_answer(hand, cells, group, &holds);
            expected[group - 1] = holds && offer && association ? 'Y' : 'N';
        }
        hand_answers(hand, texts, answers);
        assert_string_equal(answers, expected);
    }
}

static enum assay_answer holds(const struct hand *hand, size_t condition, const char *text) {
    struct assay_cell cell = {text, text ? strlen(text) : 0};
    return assay_condition_holds(&hand->rules, &conditions[condition], &cell);
}

static void R2_conditions_read_from_the_tables(void **state) {
    const struct hand *hand = *state;
    assert_int_equal(holds(hand, 0, "TRIAL "), ASSAY_NO);
    assert_int_equal(holds(hand, 0, "null"), ASSAY_YES);
    assert_int_equal(holds(hand, 0, NULL), ASSAY_CANNOT_TELL);
    assert_int_equal(holds(hand, 5, ""), ASSAY_YES);
    assert_int_equal(holds(hand, 5, "x"), ASSAY_YES);
    assert_int_equal(holds(hand, 5, "y"), ASSAY_NO);
    assert_int_equal(holds(hand, 6, ""), ASSAY_NO);
    assert_int_equal(holds(hand, 6, "old offer"), ASSAY_NO);
    assert_int_equal(holds(hand, 6, "new"), ASSAY_YES);
}

static void R5_an_alias_is_its_value_in_its_field_only(void **state) {
    const struct hand *hand = *state;
    assert_int_equal(holds(hand, 2, "EX"), ASSAY_YES);
    assert_int_equal(holds(hand, 3, "ex"), ASSAY_NO);
    assert_int_equal(holds(hand, 1, " was "), ASSAY_YES);
    assert_int_equal(holds(hand, 1, "ex"), ASSAY_NO);
    assert_int_equal(holds(hand, 2, "was"), ASSAY_NO);
    const struct assay_condition elsewhere = {.field = OFFER, .test = ASSAY_ANY_OF, .values = TEXTS(x)};
    assert_int_equal(assay_condition_holds(&hand->rules, &elsewhere, &(struct assay_cell){"x", 1}), ASSAY_YES);
    assert_int_equal(assay_condition_holds(&hand->rules, &elsewhere, &(struct assay_cell){"ex", 2}), ASSAY_NO);
}

/* A rule may list the alias instead of the value. */
static void R5_a_listed_alias_is_its_value(void **state) {
    const struct hand *hand = *state;
    const char *const listed[] = {"Ex"};
    const struct assay_condition condition = {.field = OS, .test = ASSAY_ANY_OF, .values = TEXTS(listed)};
    assert_int_equal(assay_condition_holds(&hand->rules, &condition, &(struct assay_cell){"x", 1}), ASSAY_YES);
    assert_int_equal(assay_condition_holds(&hand->rules, &condition, &(struct assay_cell){"ex", 2}), ASSAY_YES);
    assert_int_equal(assay_condition_holds(&hand->rules, &condition, &(struct assay_cell){"y", 1}), ASSAY_NO);
}

static void R3_a_clause_holds_cell_by_cell(void **state) {
    const struct hand *hand = *state;
    struct assay_cell cells[HAND_FIELDS] = {{NULL, 0}, {NULL, 0}, {"x", 1}};
    assert_int_equal(assay_clause_holds(&hand->rules, &both_clause, cells), ASSAY_CANNOT_TELL);
    cells[OS] = (struct assay_cell){"y", 1};
    assert_int_equal(assay_clause_holds(&hand->rules, &both_clause, cells), ASSAY_NO);
    cells[OS] = (struct assay_cell){"", 0};
    cells[OFFER] = (struct assay_cell){"Pay", 3};
    assert_int_equal(assay_clause_holds(&hand->rules, &both_clause, cells), ASSAY_YES);
}

static void measures_are_numbered_through(void **state) {
    const struct hand *hand = *state;
    const struct assay_specialization *specialization;
    const struct assay_measure *measure;
    assert_int_equal(assay_measure_at(&hand->rules, CLASH, &specialization, &measure), ASSAY_OK);
    assert_string_equal(measure->name, "Clash");
    assert_string_equal(specialization->name, "A");
    assert_int_equal(assay_measure_at(&hand->rules, BOTH, &specialization, &measure), ASSAY_OK);
    assert_string_equal(measure->name, "Both");
    assert_string_equal(specialization->name, "C");
    assert_int_equal(assay_measure_at(&hand->rules, 4, &specialization, &measure), ASSAY_E_MEASURE);
}

#define hand_test(function) cmocka_unit_test_setup_teardown(function, hand_set_up, hand_tear_down)

int main(void) {
    const struct CMUnitTest tests[] = {
        hand_test(R2_blank_fails_any_of_and_passes_none_of),
        hand_test(R3_a_union_covered_jointly_is_certain),
        hand_test(R3_fields_shared_with_eligibility_are_not_told_apart),
        hand_test(R3_all_fields_absent),
        hand_test(R3_reasons_name_what_fails_alone),
        hand_test(R5_reviewed_tables_and_index_agree_on_every_text),
        hand_test(R2_conditions_read_from_the_tables),
        hand_test(R5_an_alias_is_its_value_in_its_field_only),
        hand_test(R5_a_listed_alias_is_its_value),
        hand_test(R3_a_clause_holds_cell_by_cell),
        hand_test(measures_are_numbered_through),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
