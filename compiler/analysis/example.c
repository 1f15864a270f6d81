#include "compiler/analysis/example.h"

#include "compiler/analysis/trial.h"
#include "compiler/base/fold.h"
#include "runtime/base/text.h"

#include <string.h>

/* A measure of which the example states another answer than came out. */
struct example_failure {
    struct span span; /* of the outcome, or of the example when that says "nothing else" */
    const struct model_measure *measure;
    enum model_expectation expectation;
    enum assay_answer answer;
};

struct example_run {
    const struct model *model;
    const struct eval *eval;
    struct arena *arena;
    struct diagnostics *diagnostics;
    const struct model_example *example;
    const struct model_specialization *of; /* NULL: the usage declaration */
    const char **names;                    /* of its measures, folded */
    enum assay_answer *answers;            /* of its measures */
    bool *named;                           /* whether an outcome speaks of the measure */
    struct example_failure *failures;      /* of the example; one per outcome and measure at most */
    size_t failure_count;
    bool failed;
};

static const char *example_says(enum assay_answer answer) {
    return answer == ASSAY_YES ? "counts" : answer == ASSAY_NO ? "does not count" : "may count (cannot tell)";
}

static const char *example_wants(enum model_expectation expectation) {
    return expectation == MODEL_COUNTS ? "count" : expectation == MODEL_DOES_NOT_COUNT ? "not count" : "be undecided";
}

static bool example_meets(enum model_expectation expectation, enum assay_answer answer) {
    if (expectation == MODEL_MAY_COUNT) return answer == ASSAY_CANNOT_TELL;
    return answer == (expectation == MODEL_COUNTS ? ASSAY_YES : ASSAY_NO);
}

/* The text of a finding; it moves into the arena. */
static const char *example_keep(struct example_run *run, struct text *text) {
    const char *kept = arena_string(run->arena, text->data ? text->data : "", text->length);
    text_free(text);
    return kept;
}

/* ---- Why ---- */

/* A condition in the rule's own words, on one line. */
static void example_words(struct example_run *run, struct text *out, struct span span) {
    enum { WORDS_MAX = 90 };
    struct place place = source_place(run->model->sources, span.begin);
    if (!place.source) return;
    const char *at = place.source->bytes + (span.begin - place.source->base), *end = at + (span.end - span.begin);
    size_t from = out->length;
    for (; at < end && out->length - from < WORDS_MAX; at++) {
        bool blank = *at == ' ' || *at == '\n' || *at == '\t' || *at == '\r';
        if (!blank)
            text_add_char(out, *at);
        else if (out->data[out->length - 1] != ' ')
            text_add_char(out, ' ');
    }
    while (at < end && ((unsigned char)*at & 0xC0) == 0x80)
        text_add_char(out, *at++);
    if (at < end) text_add(out, "...");
    text_addf(out, " (line %u)", place.line);
}

static void example_miss(struct example_run *run, struct text *out, const struct model_condition *condition) {
    const struct model_cell *cell = &run->example->cells[condition->field];
    text_add(out, out->length && out->data[out->length - 1] != ' ' ? "; " : "");
    example_words(run, out, condition->span);
    if (cell->kind == MODEL_CELL_TEXT)
        text_addf(out, ", the cell is \"%s\"", cell->text);
    else
        text_add(out, cell->kind == MODEL_CELL_BLANK ? ", the cell is blank" : ", the column is absent");
}

static bool example_condition_holds(const struct example_run *run, const struct model_condition *condition) {
    const struct model_cell *cell = &run->example->cells[condition->field];
    return cell->kind != MODEL_CELL_ABSENT && eval_condition(run->eval, condition, cell);
}

static size_t example_misses(const struct example_run *run, const struct model_clause *clause) {
    size_t misses = 0;
    for (size_t i = 0; i < clause->condition_count; i++)
        misses += !example_condition_holds(run, clause->conditions[i]);
    return misses;
}

/* The clause that comes nearest to holding: the first with fewest conditions missed. */
static const struct model_clause *example_nearest(const struct example_run *run, const struct model_rule *rule) {
    const struct model_clause *nearest = &rule->clauses[0];
    size_t fewest = example_misses(run, nearest);
    for (size_t i = 1; i < rule->clause_count && fewest; i++) {
        size_t misses = example_misses(run, &rule->clauses[i]);
        if (misses >= fewest) continue;
        fewest = misses;
        nearest = &rule->clauses[i];
    }
    return nearest;
}

static void example_why(struct example_run *run, struct text *out, const struct model_rule *rule) {
    const struct model_clause *clause = example_nearest(run, rule);
    if (example_misses(run, clause) == 0) {
        text_addf(out, "it counts by ");
        if (clause->option) text_addf(out, "option \"%s\" of ", clause->option);
        struct place place = source_place(run->model->sources, clause->span.begin);
        text_addf(out, "line %u, all of whose conditions hold", place.line);
        return;
    }
    text_add(out, rule->clause_count > 1 ? "the nearest alternative misses: " : "missed: ");
    for (size_t i = 0; i < clause->condition_count; i++) {
        if (!example_condition_holds(run, clause->conditions[i])) example_miss(run, out, clause->conditions[i]);
    }
}

/* ---- Specializations ---- */

/* "came out: counts as "A"; may count as "B"". */
static void example_came_out(struct example_run *run, struct text *out) {
    text_add(out, "came out:");
    bool any = false;
    for (size_t i = 0; i < run->of->measure_count; i++) {
        if (run->answers[i] == ASSAY_NO) continue;
        text_addf(out, "%s %s \"%s\"", any ? "," : "", run->answers[i] == ASSAY_YES ? "counts as" : "may count as",
                  run->of->measures[i].name.text);
        any = true;
    }
    if (!any) text_add(out, " counts as nothing");
}

/* Measures that share a name, in different periods, are one for an example: it counts when one of them counts. */
static enum assay_answer example_answer(const struct example_run *run, size_t measure, size_t *decided_by) {
    enum assay_answer answer = run->answers[measure];
    *decided_by = measure;
    for (size_t i = 0; i < run->of->measure_count; i++) {
        if (strcmp(run->names[i], run->names[measure]) != 0) continue;
        bool better = run->answers[i] == ASSAY_YES || (run->answers[i] == ASSAY_CANNOT_TELL && answer == ASSAY_NO);
        if (!better || answer == ASSAY_YES) continue;
        answer = run->answers[i];
        *decided_by = i;
    }
    return answer;
}

static void example_fail(struct example_run *run, struct span span, size_t measure, enum model_expectation expectation,
                         enum assay_answer answer) {
    run->failures[run->failure_count++] =
        (struct example_failure){span, &run->of->measures[measure], expectation, answer};
    run->failed = true;
}

/* Why each measure came out as it did: behind what came out, or on a line each. */
static const char *example_note(struct example_run *run) {
    struct text note = {0};
    example_came_out(run, &note);
    for (size_t i = 0; i < run->failure_count; i++) {
        const struct model_measure *measure = run->failures[i].measure;
        if (run->failure_count == 1)
            text_add(&note, "; ");
        else
            text_addf(&note, "\n        '%s': ", measure->name.text);
        example_why(run, &note, &measure->rule);
    }
    return example_keep(run, &note);
}

/* One message, at the outcome when only one failed. */
static void example_report(struct example_run *run) {
    struct text said = {0};
    if (run->failure_count == 0) return;
    for (size_t i = 0; i < run->failure_count; i++) {
        const struct example_failure *failure = &run->failures[i];
        text_addf(&said, "%s'%s' should %s, but it %s", i ? "; " : "", failure->measure->name.text,
                  example_wants(failure->expectation), example_says(failure->answer));
    }
    struct span span = run->failure_count == 1 ? run->failures[0].span : run->example->span;
    struct diagnostic *found = diagnostic_add(run->diagnostics, A0503, span, "example \"%s\": %s",
                                              run->example->name.text, example_keep(run, &said));
    found->note = example_note(run);
}

static void example_outcome(struct example_run *run, const struct model_outcome *outcome) {
    size_t decided_by = 0;
    enum assay_answer answer = example_answer(run, outcome->measure, &decided_by);
    for (size_t i = 0; i < run->of->measure_count; i++) {
        if (strcmp(run->names[i], run->names[outcome->measure]) == 0) run->named[i] = true;
    }
    if (example_meets(outcome->expectation, answer)) return;
    example_fail(run, outcome->span, decided_by, outcome->expectation, answer);
}

static void example_nothing_else(struct example_run *run) {
    for (size_t i = 0; i < run->of->measure_count; i++) {
        if (run->named[i] || run->answers[i] == ASSAY_NO) continue;
        example_fail(run, run->example->span, i, MODEL_DOES_NOT_COUNT, run->answers[i]);
    }
}

static void example_too_many(struct example_run *run) {
    diagnostic_add(run->diagnostics, A0503, run->example->span,
                   "example \"%s\" cannot be run: its absent columns stand for more than %d combinations",
                   run->example->name.text, EVAL_BOUND);
    run->failed = true;
}

static void example_specialization(struct example_run *run) {
    for (size_t i = 0; i < run->of->measure_count; i++) {
        run->named[i] = false;
        if (eval_rule(run->eval, &run->of->measures[i].rule, run->example->cells, &run->answers[i])) continue;
        example_too_many(run);
        return;
    }
    size_t most = run->example->outcome_count + run->of->measure_count;
    run->failures = ARENA_ARRAY(run->arena, most, struct example_failure);
    run->failure_count = 0;
    for (size_t i = 0; i < run->example->outcome_count; i++)
        example_outcome(run, &run->example->outcomes[i]);
    if (run->example->nothing_else) example_nothing_else(run);
    example_report(run);
}

/* ---- The usage declaration ---- */

static bool example_gives(const struct model_example *example, const struct model_expression *expression) {
    if (expression->kind == MODEL_CONDITION) return example->cells[expression->condition->field].given;
    for (size_t i = 0; i < expression->child_count; i++) {
        if (example_gives(example, expression->children[i])) return true;
    }
    return false;
}

/* Eligibilities none of whose fields is given are taken as met (language 5.3). */
static size_t example_asked(const struct example_run *run, const struct model_rule **rules) {
    size_t count = 0;
    for (size_t i = 0; i < run->model->eligibility_count; i++) {
        const struct model_rule *rule = &run->model->eligibilities[i].rule;
        if (example_gives(run->example, rule->where)) rules[count++] = rule;
    }
    return count;
}

static void example_usage(struct example_run *run) {
    const struct model_rule **rules = ARENA_ARRAY(run->arena, run->model->eligibility_count, const struct model_rule *);
    size_t count = example_asked(run, rules);
    enum assay_answer answer = ASSAY_NO, one = ASSAY_NO;
    if (!eval_rules(run->eval, rules, count, run->example->cells, &answer)) {
        example_too_many(run);
        return;
    }
    for (size_t i = 0; i < run->example->outcome_count; i++) {
        const struct model_outcome *outcome = &run->example->outcomes[i];
        if (example_meets(outcome->expectation, answer)) continue;
        struct text note = {0};
        text_addf(&note, "came out: %s", example_says(answer));
        for (size_t k = 0; k < count; k++) {
            bool told = eval_rule(run->eval, rules[k], run->example->cells, &one);
            if (!told || (one == ASSAY_YES && count > 1)) continue;
            text_add(&note, "; ");
            example_why(run, &note, rules[k]);
        }
        diagnostic_add(run->diagnostics, A0503, outcome->span, "example \"%s\": the row should %s, but it %s",
                       run->example->name.text, example_wants(outcome->expectation), example_says(answer))
            ->note = example_keep(run, &note);
        run->failed = true;
    }
}

/* ---- All ---- */

static struct example_count example_run_block(struct example_run *run, const struct model_example *examples,
                                              size_t count) {
    struct example_count result = {count, 0};
    for (size_t i = 0; i < count; i++) {
        run->example = &examples[i];
        run->failed = false;
        if (run->of)
            example_specialization(run);
        else
            example_usage(run);
        result.failed += run->failed;
    }
    return result;
}

static struct example_count example_run_specialization(struct example_run *run, const struct model_specialization *of) {
    run->of = of;
    run->names = ARENA_ARRAY(run->arena, of->measure_count, const char *);
    run->answers = ARENA_ARRAY(run->arena, of->measure_count, enum assay_answer);
    run->named = ARENA_ARRAY(run->arena, of->measure_count, bool);
    for (size_t i = 0; i < of->measure_count; i++)
        run->names[i] = fold_text(run->arena, of->measures[i].name.text);
    return example_run_block(run, of->examples, of->example_count);
}

struct example_count example_run_all(const struct model *model, struct arena *arena, struct diagnostics *diagnostics) {
    struct example_run run = {.model = model, .arena = arena, .diagnostics = diagnostics};
    run.eval = eval_new(model, arena);
    struct example_count total = example_run_block(&run, model->examples, model->example_count);
    for (size_t i = 0; i < model->specialization_count; i++) {
        struct example_count one = example_run_specialization(&run, &model->specializations[i]);
        total.examples += one.examples;
        total.failed += one.failed;
    }
    struct trial_count trials = trial_run_all(model, arena, diagnostics);
    total.examples += trials.cases;
    total.failed += trials.failed;
    diagnostic_sort(diagnostics);
    return total;
}
