#include "compiler/analysis/coverage.h"

#include "compiler/model/eval.h"

#include <stdlib.h>
#include <string.h>

struct coverage_run {
    const struct eval *eval;
    struct arena *arena;
    const struct model_example *example;
};

/* ---- The conditions of a rule ---- */

static int coverage_by_place(const void *left, const void *right) {
    const struct model_condition *a = ((const struct coverage_condition *)left)->condition;
    const struct model_condition *b = ((const struct coverage_condition *)right)->condition;
    return (a->span.begin > b->span.begin) - (a->span.begin < b->span.begin);
}

static struct coverage_condition *coverage_find(const struct coverage_rule *rule,
                                                const struct model_condition *condition) {
    struct coverage_condition key = {condition, NULL, 0};
    return bsearch(&key, rule->conditions, rule->condition_count, sizeof key, coverage_by_place);
}

static void coverage_conditions(struct coverage_rule *to, struct arena *arena) {
    size_t count = 0;
    for (size_t i = 0; i < to->rule->clause_count; i++)
        count += to->rule->clauses[i].condition_count;
    to->conditions = ARENA_ARRAY(arena, count, struct coverage_condition);
    count = 0;
    for (size_t i = 0; i < to->rule->clause_count; i++) {
        const struct model_clause *clause = &to->rule->clauses[i];
        for (size_t k = 0; k < clause->condition_count; k++)
            to->conditions[count++].condition = clause->conditions[k];
    }
    if (count) qsort(to->conditions, count, sizeof *to->conditions, coverage_by_place);
    for (size_t i = 0; i < count; i++) {
        const struct model_condition *condition = to->conditions[i].condition;
        if (i && condition == to->conditions[to->condition_count - 1].condition) continue;
        struct coverage_condition *kept = &to->conditions[to->condition_count++];
        *kept = (struct coverage_condition){condition, ARENA_ARRAY(arena, condition->value_count, bool), 0};
    }
}

/* ---- One example ---- */

static bool coverage_holds(const struct coverage_run *run, const struct model_condition *condition) {
    const struct model_cell *cell = &run->example->cells[condition->field];
    return cell->kind != MODEL_CELL_ABSENT && eval_condition(run->eval, condition, cell);
}

/* The place of the first condition that does not hold, and how many do not. */
static size_t coverage_misses(const struct coverage_run *run, const struct model_clause *clause, size_t *first) {
    size_t misses = 0;
    for (size_t i = 0; i < clause->condition_count; i++) {
        if (coverage_holds(run, clause->conditions[i])) continue;
        if (misses++ == 0) *first = i;
    }
    return misses;
}

/* Marks the values of a condition that the example's cell equals. */
static void coverage_values(const struct coverage_run *run, struct coverage_rule *rule,
                            const struct model_condition *condition) {
    const struct model_cell *cell = &run->example->cells[condition->field];
    struct coverage_condition *to = coverage_find(rule, condition);
    if (cell->kind != MODEL_CELL_TEXT) return;
    for (size_t i = 0; i < condition->value_count; i++) {
        if (to->reached[i]) continue;
        struct model_condition one = *condition;
        one.test = ASSAY_ANY_OF;
        one.values = &condition->values[i];
        one.value_count = 1;
        to->reached[i] = eval_condition(run->eval, &one, cell);
        to->reached_count += to->reached[i];
    }
}

static void coverage_clause(const struct coverage_run *run, struct coverage_rule *rule, size_t number) {
    const struct model_clause *clause = &rule->rule->clauses[number];
    size_t first = 0, misses = coverage_misses(run, clause, &first);
    if (misses == 0 && !rule->reached[number]) {
        rule->reached[number] = true;
        rule->reached_count++;
    }
    for (size_t i = 0; i < clause->condition_count; i++) {
        bool any_of = clause->conditions[i]->test == ASSAY_ANY_OF;
        bool alone = misses == 1 && first == i;
        if (any_of ? misses == 0 : alone) coverage_values(run, rule, clause->conditions[i]);
    }
}

static void coverage_rule(struct coverage_run *run, struct coverage_rule *rule, const struct model_example *examples,
                          size_t count) {
    rule->reached = ARENA_ARRAY(run->arena, rule->rule->clause_count, bool);
    coverage_conditions(rule, run->arena);
    for (size_t i = 0; i < count; i++) {
        run->example = &examples[i];
        for (size_t k = 0; k < rule->rule->clause_count; k++)
            coverage_clause(run, rule, k);
    }
}

/* ---- All ---- */

static size_t coverage_rule_count(const struct model *model) {
    size_t count = model->eligibility_count;
    for (size_t i = 0; i < model->specialization_count; i++)
        count += model->specializations[i].measure_count;
    return count;
}

static void coverage_sum(struct coverage *coverage) {
    for (size_t i = 0; i < coverage->rule_count; i++) {
        const struct coverage_rule *rule = &coverage->rules[i];
        coverage->clauses += rule->rule->clause_count;
        coverage->clauses_reached += rule->reached_count;
        for (size_t k = 0; k < rule->condition_count; k++) {
            coverage->values += rule->conditions[k].condition->value_count;
            coverage->values_reached += rule->conditions[k].reached_count;
        }
    }
}

static bool coverage_asks(const struct model_requirement *of) {
    bool untold = of->kind == ASSAY_REQUIRES_GROWTH && !of->months;
    return (of->amount && !untold) || of->people || of->references || of->kind == ASSAY_REQUIRES_ANY_OF;
}

static void coverage_requirements(struct coverage *coverage, const struct model *model, struct arena *arena) {
    size_t most = 0;
    for (size_t s = 0; s < model->specialization_count; s++)
        most += model->specializations[s].requirement_count;
    coverage->unreached = ARENA_ARRAY(arena, most, struct coverage_requirement);
    for (size_t s = 0; s < model->specialization_count; s++) {
        const struct model_specialization *of = &model->specializations[s];
        for (size_t i = 0; i < of->requirement_count; i++) {
            const struct model_requirement *one = &of->requirements[i];
            if (!coverage_asks(one)) continue;
            if (!one->case_count)
                coverage->unreached[coverage->requirements - coverage->requirements_reached] =
                    (struct coverage_requirement){of, one};
            coverage->requirements_reached += one->case_count > 0;
            coverage->requirements++;
        }
    }
}

struct coverage coverage_measure(const struct model *model, struct arena *arena) {
    struct coverage_run run = {.eval = eval_new(model, arena), .arena = arena};
    struct coverage coverage = {.rules = ARENA_ARRAY(arena, coverage_rule_count(model), struct coverage_rule)};
    for (size_t i = 0; i < model->eligibility_count; i++) {
        struct coverage_rule *to = &coverage.rules[coverage.rule_count++];
        to->rule = &model->eligibilities[i].rule;
        to->block = model->name.text;
        to->name = model->eligibilities[i].reason;
        coverage_rule(&run, to, model->examples, model->example_count);
    }
    for (size_t s = 0; s < model->specialization_count; s++) {
        const struct model_specialization *from = &model->specializations[s];
        for (size_t i = 0; i < from->measure_count; i++) {
            struct coverage_rule *to = &coverage.rules[coverage.rule_count++];
            to->rule = &from->measures[i].rule;
            to->block = from->name.text;
            to->name = from->measures[i].name.text;
            coverage_rule(&run, to, from->examples, from->example_count);
        }
    }
    coverage_sum(&coverage);
    coverage_requirements(&coverage, model, arena);
    return coverage;
}
