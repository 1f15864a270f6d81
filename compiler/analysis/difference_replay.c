/* difference_replay.c - each witness once more, through both rule sets: by eval, which shares nothing with boxes, and
 * by the compiled tables. */
#include "compiler/analysis/difference.h"

#include "compiler/model/eval.h"

#include <string.h>

/* One side. */
struct replay_side {
    const struct model *model;
    const struct assay_ruleset *rules;
    const struct eval *eval;
    struct assay_cell *cells;
    struct assay_outcome outcome;
    void *work;
};

struct replay {
    const struct difference *difference;
    struct replay_side sides[2]; /* old, new */
    const char *fault;
};

static struct replay_side replay_side(const struct model *model, const struct assay_ruleset *rules,
                                      struct arena *arena) {
    size_t words = assay_measure_words(rules) + 1u;
    struct replay_side side = {.model = model, .rules = rules, .eval = eval_new(model, arena)};
    side.cells = ARENA_ARRAY(arena, model->field_count + 1, struct assay_cell);
    side.work = arena_alloc(arena, assay_work_size(rules));
    side.outcome = (struct assay_outcome){.counts = ARENA_ARRAY(arena, words, uint64_t),
                                          .may = ARENA_ARRAY(arena, words, uint64_t),
                                          .matches = ARENA_ARRAY(arena, words, uint64_t),
                                          .may_match = ARENA_ARRAY(arena, words, uint64_t)};
    return side;
}

static bool replay_names(const struct witness *witness, size_t field) {
    for (size_t i = 0; i < witness->count; i++)
        if (witness->cells[i].field == field) return true;
    return false;
}

/* Classifies the row; `absent`: fields that do not matter are absent, so that an answer holds whatever they are. */
static bool replay_classify(struct replay *replay, size_t model, const struct witness *witness, bool absent) {
    struct replay_side *side = &replay->sides[model];
    const struct space *space = replay->difference->space;
    const struct model_cell *row = witness_row(space, model, witness);
    for (size_t f = 0; f < side->model->field_count; f++) {
        const char *text = row[f].kind == MODEL_CELL_TEXT ? row[f].text : "";
        if (absent && !replay_names(witness, space->field_of[model][f])) text = NULL;
        side->cells[f] = (struct assay_cell){text, text ? strlen(text) : 0};
    }
    return assay_classify_text(side->rules, side->cells, side->work, &side->outcome) == ASSAY_OK;
}

static void replay_fault(struct replay *replay, size_t model, const char *whose, const char *name,
                         const struct witness *witness) {
    struct text text = {0};
    text_addf(&text, "%s of the %s rules disagree about \"%s\" with the comparison on the row ", whose,
              model ? "new" : "old", name);
    witness_print(replay->difference->space, witness, &text);
    replay->fault = text.failed ? "out of memory" : arena_string(replay->difference->arena, text.data, text.length);
    text_free(&text);
}

static void replay_eval(struct replay *replay, size_t model, const struct model_rule *rule, const char *name,
                        const struct witness *witness, bool expected) {
    enum assay_answer answer = ASSAY_CANNOT_TELL;
    const struct model_cell *row = witness_row(replay->difference->space, model, witness);
    bool known = eval_rule(replay->sides[model].eval, rule, row, &answer);
    if (!known || answer != (expected ? ASSAY_YES : ASSAY_NO))
        replay_fault(replay, model, "the conditions", name, witness);
}

/* ---- Measures ---- */

uint32_t difference_measure_number(const struct assay_ruleset *rules, const struct model_specialization *specialization,
                                   const struct model_measure *measure) {
    uint32_t number = 0;
    for (uint16_t s = 0; s < rules->specialization_count; s++) {
        if (strcmp(rules->specializations[s]->name, specialization->name.text) == 0)
            return number + (uint32_t)(measure - specialization->measures);
        number += rules->specializations[s]->measure_count;
    }
    return number;
}

static void replay_measure(struct replay *replay, const struct difference_specialization *specialization,
                           const struct difference_measure *measure, const struct witness *witness, size_t model,
                           bool expected) {
    const struct model_measure *of = model ? measure->new : measure->old;
    const struct model_specialization *within = model ? specialization->new : specialization->old;
    if (!of || replay->fault) return;
    replay_eval(replay, model, &of->rule, of->name.text, witness, expected);
    uint32_t number = difference_measure_number(replay->sides[model].rules, within, of);
    for (int absent = 0; absent < 2 && !replay->fault; absent++) {
        bool good = replay_classify(replay, model, witness, absent);
        const struct assay_outcome *outcome = &replay->sides[model].outcome;
        bool matches = outcome->matches[number / 64] >> number % 64 & 1;
        bool may = outcome->may_match[number / 64] >> number % 64 & 1;
        if (!good || may || matches != expected) replay_fault(replay, model, "the tables", of->name.text, witness);
    }
}

static void replay_measure_parts(struct replay *replay, const struct difference_specialization *specialization,
                                 const struct difference_measure *measure) {
    for (size_t i = 0; i < measure->filter.region_count && !replay->fault; i++) {
        const struct difference_region *region = &measure->filter.regions[i];
        for (size_t p = 0; p < region->part_count; p++) {
            const struct difference_part *part = &region->parts[p];
            bool gained = part->kind == DIFFERENCE_GAINED;
            replay_measure(replay, specialization, measure, &part->witness, 0, !gained);
            replay_measure(replay, specialization, measure, &part->witness, 1, gained);
            if (part->kind != DIFFERENCE_MOVED) continue;
            const struct difference_measure *to = &specialization->measures[region->to];
            replay_measure(replay, specialization, to, &part->witness, 0, false);
            replay_measure(replay, specialization, to, &part->witness, 1, true);
        }
    }
}

/* ---- Eligibilities ---- */

static void replay_eligibility(struct replay *replay, const struct model_eligibility *of, const struct witness *witness,
                               size_t model, bool expected) {
    if (!of || replay->fault) return;
    replay_eval(replay, model, &of->rule, of->reason, witness, expected);
    size_t number = (size_t)(of - replay->sides[model].model->eligibilities);
    if (number >= 32 || replay->fault) return;
    bool good = replay_classify(replay, model, witness, false);
    bool passes = !(replay->sides[model].outcome.ineligible >> number & 1);
    if (!good || passes != expected) replay_fault(replay, model, "the tables", of->reason, witness);
}

static void replay_eligibility_parts(struct replay *replay, const struct difference_eligibility *eligibility) {
    for (size_t i = 0; i < eligibility->filter.region_count && !replay->fault; i++) {
        const struct difference_region *region = &eligibility->filter.regions[i];
        for (size_t p = 0; p < region->part_count; p++) {
            bool gained = region->parts[p].kind == DIFFERENCE_GAINED;
            replay_eligibility(replay, eligibility->old, &region->parts[p].witness, 0, !gained);
            replay_eligibility(replay, eligibility->new, &region->parts[p].witness, 1, gained);
        }
    }
}

const char *difference_replay(const struct difference *difference, const struct assay_ruleset *old,
                              const struct assay_ruleset *new) {
    struct replay replay = {.difference = difference};
    replay.sides[0] = replay_side(difference->old, old, difference->arena);
    replay.sides[1] = replay_side(difference->new, new, difference->arena);
    for (size_t e = 0; e < difference->eligibility_count; e++)
        replay_eligibility_parts(&replay, &difference->eligibilities[e]);
    for (size_t s = 0; s < difference->specialization_count; s++)
        for (size_t m = 0; m < difference->specializations[s].measure_count; m++)
            replay_measure_parts(&replay, &difference->specializations[s], &difference->specializations[s].measures[m]);
    return replay.fault;
}
