/* absent.c - random rows with absent cells: the runtime's search over what they could hold, against brute force. */
#include "compiler/proof/proof.h"

#include <string.h>

enum {
    ABSENT_IN = 6,      /* one cell of this many is absent */
    ABSENT_BOUND = 500, /* combinations of what the absent cells of a row could hold */
    ABSENT_ROWS_MIN = 20,
    ABSENT_ROWS_MAX = 400,
    ABSENT_QUESTIONS = 20 * 1000 /* rows times rules, roughly */
};

struct absent {
    struct proof *proof;
    uint64_t random;
    struct model_cell *cells;
    struct assay_cell *texts;
    void *work;
    uint64_t *sets;
    uint32_t words;
};

/* xorshift64*: the same rows on every machine. */
static size_t absent_below(struct absent *absent, size_t bound) {
    uint64_t x = absent->random;
    x ^= x >> 12;
    x ^= x << 25;
    x ^= x >> 27;
    absent->random = x;
    return (size_t)((x * UINT64_C(0x2545F4914F6CDD1D) >> 33) % bound);
}

/* ---- Rows ---- */

static void absent_put(struct absent *absent, size_t field, size_t *bound) {
    const struct proof_lexicon *lexicon = &absent->proof->lexicon[field];
    size_t codes = 2 + lexicon->count, code = absent_below(absent, codes);
    const char *text = code == ASSAY_BLANK ? NULL : code == ASSAY_OTHER ? "\x01" : lexicon->texts[code - 2];
    absent->cells[field] = (struct model_cell){.kind = text ? MODEL_CELL_TEXT : MODEL_CELL_BLANK, .folded = text};
    absent->texts[field] = (struct assay_cell){text ? text : "", text ? strlen(text) : 0};
    if (codes > *bound || absent_below(absent, ABSENT_IN)) return;
    *bound /= codes;
    absent->cells[field] = (struct model_cell){.kind = MODEL_CELL_ABSENT};
    absent->texts[field] = (struct assay_cell){NULL, 0};
}

static const char *absent_row(const struct absent *absent) {
    const char *row = NULL;
    struct arena *arena = absent->proof->arena;
    for (size_t i = 0; i < absent->proof->model->field_count; i++) {
        const struct model_cell *cell = &absent->cells[i];
        const char *name = absent->proof->model->fields[i].name.text;
        if (cell->kind == MODEL_CELL_BLANK) continue;
        const char *one = cell->kind == MODEL_CELL_ABSENT ? arena_format(arena, "%s absent", name)
                                                          : arena_format(arena, "%s \"%s\"", name, cell->folded);
        row = row ? arena_format(arena, "%s, %s", row, one) : one;
    }
    return row;
}

/* ---- Comparison ---- */

static const char *absent_word(enum assay_answer answer) {
    return answer == ASSAY_YES ? "yes" : answer == ASSAY_NO ? "no" : "cannot tell";
}

static void absent_same(struct absent *absent, const struct proof_rule *rule, const char *what,
                        enum assay_answer tables, enum assay_answer rules) {
    if (tables == rules) return;
    struct proof_difference *difference = proof_differ(absent->proof, "%s, of a row with absent cells", what);
    if (rule) difference->where = proof_where(absent->proof, rule);
    difference->tables = absent_word(tables);
    difference->rules = absent_word(rules);
    difference->row = absent_row(absent);
}

static enum assay_answer absent_answer(const uint64_t *yes, const uint64_t *may, size_t measure) {
    if (yes[measure / 64] >> measure % 64 & 1) return ASSAY_YES;
    return may[measure / 64] >> measure % 64 & 1 ? ASSAY_CANNOT_TELL : ASSAY_NO;
}

/* Whether eligibility and the rule hold together. */
static bool absent_counts(const struct absent *absent, const struct proof_rule *rule, const struct model_rule **all,
                          enum assay_answer *answer) {
    size_t count = absent->proof->model->eligibility_count;
    all[count] = rule->rule;
    return eval_rules(absent->proof->eval, all, count + 1, absent->cells, answer);
}

static void absent_compare(struct absent *absent, const struct assay_outcome *outcome) {
    struct proof *proof = absent->proof;
    size_t eligibilities = proof->model->eligibility_count;
    const struct model_rule **all = ARENA_ARRAY(proof->arena, eligibilities + 1, const struct model_rule *);
    enum assay_answer answer;
    if (eval_eligible(proof->eval, absent->cells, &answer))
        absent_same(absent, NULL, "whether it is eligible", outcome->eligible, answer);
    for (size_t i = 0; i < proof->rule_count; i++) {
        const struct proof_rule *rule = &proof->rules[i];
        size_t measure = i - eligibilities;
        if (i < eligibilities) all[i] = rule->rule;
        if (!eval_rule(proof->eval, rule->rule, absent->cells, &answer)) continue;
        if (i < eligibilities) {
            bool failed = i < 32 ? outcome->ineligible >> i & 1 : answer == ASSAY_NO;
            if (failed != (answer == ASSAY_NO))
                absent_same(absent, rule, "whether it fails", failed ? ASSAY_NO : ASSAY_YES, answer);
            continue;
        }
        absent_same(absent, rule, "whether it holds", absent_answer(outcome->matches, outcome->may_match, measure),
                    answer);
        if (answer != ASSAY_NO && !absent_counts(absent, rule, all, &answer)) continue;
        absent_same(absent, rule, "whether it counts", absent_answer(outcome->counts, outcome->may, measure), answer);
    }
}

static void absent_one(struct absent *absent) {
    size_t bound = ABSENT_BOUND;
    uint32_t words = absent->words;
    uint64_t *sets = absent->sets;
    struct assay_outcome outcome = {sets, sets + words, sets + 2 * words, sets + 3 * words, ASSAY_NO, 0};
    for (size_t field = 0; field < absent->proof->model->field_count; field++)
        absent_put(absent, field, &bound);
    if (assay_classify_text(absent->proof->tables, absent->texts, absent->work, &outcome) != ASSAY_OK)
        proof_differ(absent->proof, "the runtime refuses a row")->row = absent_row(absent);
    else
        absent_compare(absent, &outcome);
    absent->proof->counts.rows++;
}

void proof_absent(struct proof *proof) {
    struct absent absent = {.proof = proof, .random = UINT64_C(0x9E3779B97F4A7C15)};
    absent.cells = ARENA_ARRAY(proof->arena, proof->model->field_count, struct model_cell);
    absent.texts = ARENA_ARRAY(proof->arena, proof->model->field_count, struct assay_cell);
    absent.work = arena_alloc(proof->arena, assay_work_size(proof->tables));
    absent.words = assay_measure_words(proof->tables);
    absent.sets = ARENA_ARRAY(proof->arena, 4 * (size_t)absent.words, uint64_t);
    /* Brute force asks every rule of every row. */
    size_t rows = ABSENT_QUESTIONS / (proof->rule_count + 1) + ABSENT_ROWS_MIN;
    for (size_t i = 0; i < rows && i < ABSENT_ROWS_MAX; i++)
        absent_one(&absent);
}
