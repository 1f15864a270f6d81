#include "tests/oracle/cells.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

uint64_t cells_next(struct cells_random *random) {
    uint64_t x = random->state;
    x ^= x >> 12;
    x ^= x << 25;
    x ^= x >> 27;
    random->state = x;
    return x * UINT64_C(0x2545F4914F6CDD1D);
}

size_t cells_below(struct cells_random *random, size_t bound) {
    return (size_t)((cells_next(random) >> 16) % bound);
}

/* Specializations stand in another order in the tables: they are matched by name. */
static void cells_match_measures(struct cells *cells) {
    uint32_t number = 0;
    for (size_t i = 0; i < cells->rules->specialization_count; i++) {
        const char *name = cells->rules->specializations[i]->name;
        const struct model_specialization *from = cells->model->specializations;
        while (strcmp(from->name.text, name) != 0)
            from++;
        for (size_t k = 0; k < from->measure_count; k++)
            cells->measures[number++] = &from->measures[k];
    }
}

static uint64_t cells_bit(size_t field) {
    return UINT64_C(1) << (field < 63 ? field : 63);
}

static uint64_t cells_looks(const struct model_expression *expression) {
    if (expression->kind == MODEL_CONDITION) return cells_bit(expression->condition->field);
    uint64_t looks = 0;
    for (size_t i = 0; i < expression->child_count; i++)
        looks |= cells_looks(expression->children[i]);
    return looks;
}

struct cells cells_begin(const struct model *model, const struct assay_ruleset *rules, struct arena *arena,
                         uint64_t seed) {
    struct cells cells = {.model = model, .rules = rules, .arena = arena, .random = {seed * 2 + 1}};
    size_t words = assay_measure_words(rules);
    cells.eval = eval_new(model, arena);
    cells.measures = ARENA_ARRAY(arena, rules->index->measure_count, const struct model_measure *);
    cells.row = ARENA_ARRAY(arena, model->field_count, struct model_cell);
    cells.codes = ARENA_ARRAY(arena, model->field_count, uint16_t);
    cells.texts = arena_array(arena, model->field_count, sizeof *cells.texts);
    cells.work = malloc(assay_work_size(rules)); /* of its own, so that a sanitizer sees its bounds */
    cells.sets = malloc(4 * words * sizeof(uint64_t) + 1);
    if (!cells.work || !cells.sets) abort();
    cells_match_measures(&cells);
    cells.changed = UINT64_MAX;
    cells.known_measures = ARENA_ARRAY(arena, rules->index->measure_count, struct cells_known);
    cells.known_eligibilities = ARENA_ARRAY(arena, model->eligibility_count, struct cells_known);
    for (uint32_t i = 0; i < rules->index->measure_count; i++) {
        cells.known_measures[i].looks = cells_looks(cells.measures[i]->rule.where);
    }
    for (size_t i = 0; i < model->eligibility_count; i++) {
        cells.known_eligibilities[i].looks = cells_looks(model->eligibilities[i].rule.where);
        cells.known_eligible.looks |= cells.known_eligibilities[i].looks;
    }
    return cells;
}

size_t cells_weight(const struct cells *cells, size_t field) {
    size_t weight = 0;
    for (uint32_t i = 0; i < cells->rules->index->measure_count; i++) {
        weight += (cells->known_measures[i].looks & cells_bit(field)) != 0;
    }
    return weight + (cells->known_eligible.looks & cells_bit(field) ? 4 : 0);
}

void cells_end(struct cells *cells) {
    free(cells->work);
    free(cells->sets);
}

/* ---- Cells ---- */

/* Writes a text otherwise, so that it still folds to the same. */
static size_t cells_disguise(struct cells *cells, char *out, const char *folded) {
    static const char *const blanks[] = {" ", "  ", "\t", "\xC2\xA0", " \xE2\x80\x83"};
    size_t length = 0;
    uint64_t bits = cells_next(&cells->random);
    if (bits & 1) out[length++] = ' ';
    for (; *folded; folded++, bits = bits >> 1 | bits << 63) {
        const char *blank = blanks[bits % 5];
        if (*folded == ' ') {
            memcpy(out + length, blank, strlen(blank));
            length += strlen(blank);
        } else {
            bool upper = *folded >= 'a' && *folded <= 'z' && (bits & 2);
            out[length++] = upper ? (char)(*folded - 'a' + 'A') : *folded;
        }
    }
    if (bits & 4) out[length++] = '\n';
    return length;
}

void cells_put(struct cells *cells, size_t field, const char *folded) {
    static const char *const blanks[] = {"", " ", "NULL", " null\t", "\xC2\xA0", "\xE3\x80\x80 "};
    char *text = cells->texts[field];
    size_t length;
    if (folded) {
        length = cells_disguise(cells, text, folded);
        cells->row[field] = (struct model_cell){.kind = MODEL_CELL_TEXT, .folded = folded};
    } else {
        const char *blank = blanks[cells_below(&cells->random, sizeof blanks / sizeof *blanks)];
        length = strlen(blank);
        memcpy(text, blank, length);
        cells->row[field] = (struct model_cell){.kind = MODEL_CELL_BLANK};
    }
    cells->codes[field] = assay_intern(cells->rules, (uint16_t)field, text, length);
    cells->changed |= cells_bit(field);
}

void cells_put_absent(struct cells *cells, size_t field) {
    cells->row[field] = (struct model_cell){.kind = MODEL_CELL_ABSENT};
    cells->codes[field] = ASSAY_ABSENT;
    cells->changed |= cells_bit(field);
}

void cells_put_code(struct cells *cells, size_t field, uint16_t code) {
    static const char *const others[] = {"unheard of", "x", "null null", "-"};
    const char *text = assay_code_text(cells->rules, (uint16_t)field, code);
    if (code == ASSAY_OTHER) text = others[cells_below(&cells->random, 4)];
    cells_put(cells, field, text);
}

/* ---- Comparison ---- */

static enum assay_answer cells_answer(const uint64_t *yes, const uint64_t *may, uint32_t measure) {
    if (yes[measure / 64] >> (measure % 64) & 1) return ASSAY_YES;
    return may[measure / 64] >> (measure % 64) & 1 ? ASSAY_CANNOT_TELL : ASSAY_NO;
}

static void cells_differ(struct cells *cells, const char *what, const char *name, enum assay_answer expected,
                         enum assay_answer got) {
    if (cells->mismatches++ >= 5) return;
    printf("mismatch: %s %s: the interpreter says %d, the tables %d, for\n", what, name, (int)expected, (int)got);
    for (size_t field = 0; field < cells->model->field_count; field++) {
        const struct model_cell *cell = &cells->row[field];
        const char *text = cell->kind == MODEL_CELL_ABSENT  ? "absent"
                           : cell->kind == MODEL_CELL_BLANK ? "blank"
                                                            : cell->folded;
        printf("  %s: %s\n", cells->model->fields[field].name.text, text);
    }
}

static bool cells_within(const struct cells *cells, uint64_t bound) {
    uint64_t product = 1;
    for (size_t field = 0; field < cells->model->field_count; field++) {
        if (cells->row[field].kind == MODEL_CELL_ABSENT) product *= 2 + cells->rules->index->fields[field].entry_count;
        if (product > bound) return false;
    }
    return true;
}

static bool cells_ask(struct cells *cells, struct cells_known *known, const struct model_rule *rule) {
    if (known->looks & cells->changed) known->good = eval_rule(cells->eval, rule, cells->row, &known->answer);
    return known->good;
}

static void cells_compare_eligible(struct cells *cells, const struct assay_outcome *outcome) {
    struct cells_known *all = &cells->known_eligible;
    if ((all->looks & cells->changed) || all->looks == 0)
        all->good = eval_eligible(cells->eval, cells->row, &all->answer);
    if (all->good && all->answer != outcome->eligible)
        cells_differ(cells, "eligible", "", all->answer, outcome->eligible);
    for (size_t i = 0; i < cells->model->eligibility_count && i < 32; i++) {
        const struct model_eligibility *eligibility = &cells->model->eligibilities[i];
        struct cells_known *known = &cells->known_eligibilities[i];
        bool failed = outcome->ineligible >> i & 1;
        if (!cells_ask(cells, known, &eligibility->rule)) continue;
        if ((known->answer == ASSAY_NO) != failed)
            cells_differ(cells, "eligibility", eligibility->reason, known->answer, failed ? ASSAY_NO : ASSAY_YES);
    }
}

static void cells_compare_measure(struct cells *cells, const struct assay_outcome *outcome, uint32_t number) {
    const struct model_measure *measure = cells->measures[number];
    struct cells_known *filter = &cells->known_measures[number];
    if (!cells_ask(cells, filter, &measure->rule)) return;
    enum assay_answer counts = ASSAY_NO, got = cells_answer(outcome->matches, outcome->may_match, number);
    if (filter->answer != got) cells_differ(cells, "filter", measure->name.text, filter->answer, got);
    if (filter->answer != ASSAY_NO && !eval_measure(cells->eval, measure, cells->row, &counts)) return;
    got = cells_answer(outcome->counts, outcome->may, number);
    if (counts != got) cells_differ(cells, "measure", measure->name.text, counts, got);
}

void cells_compare(struct cells *cells, uint64_t bound) {
    if (!cells_within(cells, bound)) {
        cells->skipped++;
        return;
    }
    uint32_t words = assay_measure_words(cells->rules);
    struct assay_outcome outcome = {.counts = cells->sets, .may = cells->sets + words};
    outcome.matches = cells->sets + 2 * words;
    outcome.may_match = cells->sets + 3 * words;
    if (assay_classify(cells->rules, cells->codes, cells->work, &outcome) != ASSAY_OK) cells->mismatches++;
    cells_compare_eligible(cells, &outcome);
    for (uint32_t i = 0; i < cells->rules->index->measure_count; i++)
        cells_compare_measure(cells, &outcome, i);
    cells->changed = 0;
    cells->compared++;
}
