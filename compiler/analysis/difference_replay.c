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

/* Whether the tables say of an edition that the row counts for sure, does not, or may. */
static enum assay_answer replay_table(const struct replay *replay, size_t model, uint32_t number) {
    const struct assay_outcome *outcome = &replay->sides[model].outcome;
    if (outcome->matches[number / 64] >> number % 64 & 1) return ASSAY_YES;
    return outcome->may_match[number / 64] >> number % 64 & 1 ? ASSAY_CANNOT_TELL : ASSAY_NO;
}

/* What one side says of a row on some days. */
struct replay_question {
    const struct difference_measure *measure;
    const struct difference_edition *only; /* of this name; NULL: of all */
    struct difference_period period;
    size_t model;
    bool expected;
};

static bool replay_asks(const struct replay_question *question, const struct difference_edition *edition) {
    if (!difference_in_force(edition->measure, question->period)) return false;
    return !question->only || difference_same_name(question->only, edition);
}

/* The answers of all editions together: eval's, that of the tables, and that with all absent that does not matter. */
struct replay_answers {
    size_t editions;
    enum assay_answer eval, table, absent;
};

static enum assay_answer replay_either(enum assay_answer a, enum assay_answer b) {
    if (a == ASSAY_YES || b == ASSAY_YES) return ASSAY_YES;
    return a == ASSAY_NO && b == ASSAY_NO ? ASSAY_NO : ASSAY_CANNOT_TELL;
}

static struct replay_answers replay_ask(struct replay *replay, const struct replay_question *question,
                                        const struct witness *witness) {
    struct replay_answers answers = {0, ASSAY_NO, ASSAY_NO, ASSAY_NO};
    const struct difference_measure *measure = question->measure;
    const struct difference_edition *editions = question->model ? measure->news : measure->olds;
    size_t count = question->model ? measure->new_count : measure->old_count;
    const struct model_cell *row = witness_row(replay->difference->space, question->model, witness);
    for (size_t i = 0; i < count; i++) {
        const struct model_measure *of = editions[i].measure;
        if (!replay_asks(question, &editions[i])) continue;
        enum assay_answer answer = ASSAY_CANNOT_TELL;
        struct replay_side *side = &replay->sides[question->model];
        uint32_t number = difference_measure_number(side->rules, editions[i].specialization, of);
        bool known = eval_rule(side->eval, &of->rule, row, &answer);
        answers.eval = replay_either(answers.eval, known ? answer : ASSAY_CANNOT_TELL);
        bool good = replay_classify(replay, question->model, witness, false);
        answers.table =
            replay_either(answers.table, good ? replay_table(replay, question->model, number) : ASSAY_CANNOT_TELL);
        good = replay_classify(replay, question->model, witness, true);
        answers.absent =
            replay_either(answers.absent, good ? replay_table(replay, question->model, number) : ASSAY_CANNOT_TELL);
        answers.editions++;
    }
    return answers;
}

/* What several editions let through only together none of them says of absent cells. */
static void replay_measure(struct replay *replay, struct replay_question question, const struct witness *witness) {
    if (replay->fault) return;
    struct replay_answers answers = replay_ask(replay, &question, witness);
    enum assay_answer expected = question.expected ? ASSAY_YES : ASSAY_NO;
    const struct model_measure *named = question.model ? question.measure->new : question.measure->old;
    const char *name = named ? named->name.text : "";
    if (answers.eval != expected)
        replay_fault(replay, question.model, "the conditions", name, witness);
    else if (answers.table != expected || (answers.absent != expected && answers.editions < 2))
        replay_fault(replay, question.model, "the tables", name, witness);
}

/* On the first day of a region and on its last. */
static void replay_part(struct replay *replay, const struct difference_measure *measure,
                        const struct difference_region *region, const struct witness *witness, bool gained) {
    const struct difference_slice *first = NULL, *last = NULL;
    const struct difference_filter *filter = &measure->filter;
    bool own = region >= filter->regions && region < filter->regions + filter->region_count;
    size_t begin = own ? region->first_slice : 0, end = own ? begin + region->slice_count : filter->slice_count;
    for (const struct difference_slice *slice = filter->slices + begin; slice < filter->slices + end; slice++) {
        if (!difference_meets(slice->period, region->period)) continue;
        if (!first) first = slice;
        last = slice;
    }
    for (size_t model = 0; model < 2; model++) {
        struct replay_question question = {measure, NULL, first->period, model, gained == (model == 1)};
        replay_measure(replay, question, witness);
        question.period = last->period;
        if (last != first) replay_measure(replay, question, witness);
    }
}

static void replay_measure_parts(struct replay *replay, const struct difference_specialization *specialization,
                                 const struct difference_measure *measure) {
    for (size_t i = 0; i < measure->filter.region_count && !replay->fault; i++) {
        const struct difference_region *region = &measure->filter.regions[i];
        for (size_t p = 0; p < region->part_count; p++) {
            const struct difference_part *part = &region->parts[p];
            replay_part(replay, measure, region, &part->witness, part->kind == DIFFERENCE_GAINED);
            if (part->kind == DIFFERENCE_MOVED)
                replay_part(replay, &specialization->measures[region->to], region, &part->witness, true);
        }
    }
    for (size_t i = 0; i < measure->passage_count && !replay->fault; i++) {
        const struct difference_passage *passage = &measure->passages[i];
        replay_measure(replay, (struct replay_question){measure, &passage->old, passage->first, 0, true},
                       &passage->part.witness);
        replay_measure(replay, (struct replay_question){measure, &passage->new, passage->first, 1, true},
                       &passage->part.witness);
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
