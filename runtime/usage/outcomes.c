#include "runtime/usage/outcomes.h"

#include <stdlib.h>
#include <string.h>

static bool outcomes_has_alias(const struct assay_index_field *field) {
    for (uint16_t i = 0; i < field->entry_count; i++)
        if (field->entries[i].alias) return true;
    return false;
}

bool outcomes_init(struct outcomes *outcomes, const struct assay_ruleset *rules) {
    uint16_t fields = rules->usage->field_count;
    *outcomes = (struct outcomes){.rules = rules, .clause_words = rules->index->words};
    outcomes->measure_words = assay_measure_words(rules);
    outcomes->codes = malloc((fields + 1u) * sizeof *outcomes->codes);
    outcomes->alias_fields = malloc((fields + 1u) * sizeof *outcomes->alias_fields);
    outcomes->key = calloc(outcomes->clause_words + fields * (outcomes->clause_words + 1u) + 1u, sizeof(uint64_t));
    outcomes->work = malloc(assay_work_size(rules));
    if (!outcomes->codes || !outcomes->alias_fields || !outcomes->key || !outcomes->work) return false;
    for (uint16_t f = 0; f < fields; f++) {
        outcomes->codes[f] = ASSAY_ABSENT;
        if (outcomes_has_alias(&rules->index->fields[f])) outcomes->alias_fields[outcomes->alias_field_count++] = f;
    }
    return true;
}

static bool outcomes_is_alias(const struct outcomes *outcomes, uint16_t field) {
    uint16_t code = outcomes->codes[field];
    return code >= 2 && code != ASSAY_ABSENT && outcomes->rules->index->fields[field].entries[code - 2].alias;
}

/* Writes the row's key; returns its length in words. */
static size_t outcomes_make_key(struct outcomes *outcomes) {
    size_t words = outcomes->clause_words;
    uint64_t *at = outcomes->key;
    if (assay_survivors(outcomes->rules, outcomes->codes, at) != ASSAY_OK) return 0; /* codes are of assay_intern */
    at += words;
    for (uint16_t i = 0; i < outcomes->alias_field_count; i++) {
        uint16_t field = outcomes->alias_fields[i], code = outcomes->codes[field];
        if (!outcomes_is_alias(outcomes, field)) continue;
        *at++ = (uint64_t)field << 16 | code;
        outcomes->codes[field] = ASSAY_OTHER;
        int error = assay_survivors(outcomes->rules, outcomes->codes, at);
        outcomes->codes[field] = code;
        if (error != ASSAY_OK) return 0;
        at += words;
    }
    return (size_t)(at - outcomes->key);
}

/* Decides one alias: what counts with it and not certainly without. */
static bool outcomes_decide_alias(struct outcomes *outcomes, struct outcome *outcome, const uint64_t *part,
                                  uint64_t *lost) {
    uint64_t *may = lost + outcomes->measure_words; /* scratch behind it */
    struct assay_outcome without = {.counts = lost, .may = may};
    if (assay_decide(outcomes->rules, outcomes->codes, part + 1, outcomes->work, &without) != ASSAY_OK) return false;
    for (uint32_t w = 0; w < outcomes->measure_words; w++)
        lost[w] = outcome->counts[w] & ~lost[w];
    outcome->aliases[outcome->alias_count++] =
        (struct outcome_alias){.field = (uint16_t)(part[0] >> 16), .code = (uint16_t)part[0], .lost = lost};
    return true;
}

/* Lays an outcome out in one piece: survivors, four sets, then one set and a spare per alias. */
static bool outcomes_make(struct outcomes *outcomes, size_t key_words, struct outcome *outcome) {
    size_t words = outcomes->clause_words, measures = outcomes->measure_words;
    size_t aliases = (key_words - words) / (words + 1);
    uint64_t *piece = calloc(words + 4 * measures + aliases * measures + measures + 1, sizeof *piece);
    *outcome = (struct outcome){.survivors = piece, .undecided = OUTCOMES_NONE};
    if (aliases) outcome->aliases = calloc(aliases, sizeof *outcome->aliases);
    if (!piece || (aliases && !outcome->aliases)) return false;
    memcpy(piece, outcomes->key, words * sizeof *piece);
    uint64_t *sets = piece + words;
    outcome->counts = sets;
    outcome->may = sets + measures;
    outcome->matches = sets + 2 * measures;
    outcome->may_match = sets + 3 * measures;
    struct assay_outcome answer = {outcome->counts, outcome->may, outcome->matches, outcome->may_match, ASSAY_NO, 0};
    if (assay_decide(outcomes->rules, outcomes->codes, piece, outcomes->work, &answer) != ASSAY_OK) return false;
    outcome->eligible = (uint8_t)answer.eligible;
    outcome->ineligible = answer.ineligible;
    for (size_t a = 0; a < aliases; a++) {
        const uint64_t *part = outcomes->key + words + a * (words + 1);
        if (!outcomes_decide_alias(outcomes, outcome, part, sets + (4 + a) * measures)) return false;
    }
    return true;
}

static bool outcomes_grow(struct outcomes *outcomes) {
    if (outcomes->count < outcomes->room) return true;
    uint32_t room = outcomes->room ? outcomes->room * 2 : 64;
    struct outcome *all = realloc(outcomes->all, room * sizeof *all);
    if (!all) return false;
    outcomes->all = all;
    outcomes->room = room;
    return true;
}

static void outcome_free(struct outcome *outcome) {
    free(outcome->survivors);
    free(outcome->aliases);
}

uint32_t outcomes_of_row(struct outcomes *outcomes) {
    size_t words = outcomes_make_key(outcomes);
    size_t bytes = words * sizeof *outcomes->key;
    uint32_t number = dictionary_find(&outcomes->keys, outcomes->key, bytes);
    if (number != DICTIONARY_NONE) return number;
    struct outcome outcome;
    if (!outcomes_grow(outcomes)) return OUTCOMES_NONE;
    if (!outcomes_make(outcomes, words, &outcome) ||
        dictionary_put(&outcomes->keys, outcomes->key, bytes) == DICTIONARY_NONE) {
        outcome_free(&outcome);
        return OUTCOMES_NONE;
    }
    outcomes->all[outcomes->count] = outcome;
    return outcomes->count++;
}

uint32_t outcomes_undecided(struct outcomes *outcomes, uint32_t number) {
    size_t words = outcomes->clause_words, measures = outcomes->measure_words;
    if (outcomes->all[number].undecided != OUTCOMES_NONE) return outcomes->all[number].undecided;
    if (!outcomes_grow(outcomes)) return OUTCOMES_NONE;
    struct outcome *of = &outcomes->all[number], *made = &outcomes->all[outcomes->count];
    uint64_t *piece = calloc(words + 4 * measures + 1, sizeof *piece);
    if (!piece) return OUTCOMES_NONE;
    *made = (struct outcome){.survivors = piece, .eligible = of->eligible, .by_once = 1, .undecided = outcomes->count};
    made->counts = piece + words;
    made->may = made->counts + measures;
    made->matches = made->may + measures;
    made->may_match = made->matches + measures;
    memcpy(piece, of->survivors, words * sizeof *piece);
    for (size_t w = 0; w < measures; w++)
        made->may[w] = of->counts[w] | of->may[w];
    memcpy(made->matches, of->matches, 2 * measures * sizeof *piece);
    of->undecided = outcomes->count;
    return outcomes->count++;
}

uint32_t *outcomes_answers(const struct outcomes *outcomes) {
    size_t measures = outcomes->measure_words;
    struct dictionary known = {0};
    uint64_t *key = malloc((2 * measures + 1) * sizeof *key);
    uint32_t *answers = malloc((outcomes->count + 1u) * sizeof *answers);
    bool good = key && answers;
    for (uint32_t i = 0; good && i < outcomes->count; i++) {
        const struct outcome *outcome = &outcomes->all[i];
        key[0] = outcome->eligible;
        memcpy(key + 1, outcome->counts, measures * sizeof *key);
        memcpy(key + 1 + measures, outcome->may, measures * sizeof *key);
        answers[i] = dictionary_put(&known, key, (2 * measures + 1) * sizeof *key);
        good = answers[i] != DICTIONARY_NONE;
    }
    dictionary_free(&known);
    free(key);
    if (good) return answers;
    free(answers);
    return NULL;
}

bool outcomes_any(const struct outcomes *outcomes, const uint64_t *set) {
    return outcomes_meet(outcomes, set, set);
}

bool outcomes_meet(const struct outcomes *outcomes, const uint64_t *set, const uint64_t *other) {
    for (uint32_t w = 0; w < outcomes->measure_words; w++)
        if (set[w] & other[w]) return true;
    return false;
}

static const uint64_t *outcomes_mask(const struct assay_index_field *field, uint32_t words, uint16_t code) {
    uint16_t of_class = code == ASSAY_BLANK   ? field->blank_class
                        : code == ASSAY_OTHER ? field->other_class
                                              : field->entries[code - 2].class_;
    return field->masks + (size_t)of_class * words;
}

bool outcomes_suppose(struct outcomes *outcomes, const struct outcome *outcome, uint16_t field, uint16_t code,
                      struct assay_outcome *answer) {
    const uint64_t *mask = outcomes_mask(&outcomes->rules->index->fields[field], outcomes->clause_words, code);
    for (uint32_t w = 0; w < outcomes->clause_words; w++)
        outcomes->key[w] = outcome->survivors[w] & mask[w];
    uint16_t before = outcomes->codes[field];
    outcomes->codes[field] = code;
    int error = assay_decide(outcomes->rules, outcomes->codes, outcomes->key, outcomes->work, answer);
    outcomes->codes[field] = before;
    return error == ASSAY_OK;
}

void outcomes_free(struct outcomes *outcomes) {
    for (uint32_t i = 0; i < outcomes->count; i++)
        outcome_free(&outcomes->all[i]);
    free(outcomes->all);
    free(outcomes->codes);
    free(outcomes->alias_fields);
    free(outcomes->key);
    free(outcomes->work);
    dictionary_free(&outcomes->keys);
    *outcomes = (struct outcomes){0};
}
