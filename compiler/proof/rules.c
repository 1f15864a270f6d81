/* rules.c - the clauses of every rule against its expression as written: cell by cell, or by box algebra. */
#include "compiler/base/fold.h"
#include "compiler/model/witness.h"
#include "compiler/proof/rule.h"

#include <string.h>

enum { RULES_BOXES_MAX = 100 * 1000 * 1000 }; /* boxes that algebra looks at, for one rule */

static struct proof_difference *rules_differ(struct proof *proof, const struct proof_rule *rule) {
    struct place place = source_line(proof->model->sources, rule->span.begin);
    struct proof_difference *difference = proof_differ(proof, "the clauses of the tables are not what the rule says");
    difference->where = proof_where(proof, rule);
    if (place.source) difference->rule = arena_format(proof->arena, "%s:%u", place.source->name, place.line);
    return difference;
}

/* ---- The tables as a second model, so that a space can be made of what both say ---- */

static struct model_expression *tables_node(struct arena *arena, bool all, size_t count) {
    struct model_expression *node = ARENA_NEW(arena, struct model_expression);
    node->kind = all ? MODEL_ALL : MODEL_ANY;
    node->children = ARENA_ARRAY(arena, count, struct model_expression *);
    node->child_count = count;
    return node;
}

static struct model_expression *tables_condition(struct arena *arena, const struct assay_condition *from) {
    struct model_expression *node = ARENA_NEW(arena, struct model_expression);
    struct model_condition *condition = ARENA_NEW(arena, struct model_condition);
    condition->field = from->field;
    condition->test = (enum assay_test)from->test;
    condition->blank = from->blank;
    condition->value_count = assay_value_count(&from->values);
    condition->values = ARENA_ARRAY(arena, condition->value_count, struct model_value);
    for (size_t i = 0; i < condition->value_count; i++) {
        const char *text = assay_value_at(&from->values, i);
        condition->values[i] = (struct model_value){.text = text, .folded = fold_text(arena, text)};
    }
    node->kind = MODEL_CONDITION;
    node->condition = condition;
    return node;
}

/* Any of the clauses, each of which is all of its conditions. */
static struct model_expression *tables_expression(struct arena *arena, const struct proof_rule *rule) {
    struct model_expression *any = tables_node(arena, false, rule->clause_count);
    for (size_t i = 0; i < rule->clause_count; i++) {
        const struct assay_clause *clause = &rule->clauses[i];
        any->children[i] = tables_node(arena, true, clause->condition_count);
        for (size_t k = 0; k < clause->condition_count; k++)
            any->children[i]->children[k] = tables_condition(arena, &clause->conditions[k]);
    }
    return any;
}

/* Measure i stands for rule i. Fields and aliases are those of the rules: what is said once was compared before. */
static const struct model *tables_model(struct proof *proof) {
    struct arena *arena = proof->arena;
    struct model *model = ARENA_NEW(arena, struct model);
    struct model_specialization *all = ARENA_NEW(arena, struct model_specialization);
    *model = (struct model){.arena = arena, .fields = proof->model->fields, .aliases = proof->model->aliases};
    model->field_count = proof->model->field_count;
    model->alias_count = proof->model->alias_count;
    model->specializations = all;
    model->specialization_count = 1;
    all->measure_count = proof->rule_count;
    all->measures = ARENA_ARRAY(arena, proof->rule_count, struct model_measure);
    for (size_t i = 0; i < proof->rule_count; i++)
        all->measures[i].rule.where = tables_expression(arena, &proof->rules[i]);
    return model;
}

/* ---- By algebra ---- */

/* The region of an expression, as it is written: no clauses are made of it. */
static struct region rules_region(const struct space *space, size_t model, const struct model_expression *expression) {
    struct region region = {0};
    if (expression->kind == MODEL_CONDITION) {
        uint64_t *box = box_new(space);
        box_fill(space, box);
        if (box_narrow(space, model, expression->condition, box)) region_add(space, &region, box);
        return region;
    }
    for (size_t i = 0; i < expression->child_count; i++) {
        struct region child = rules_region(space, model, expression->children[i]);
        if (expression->kind == MODEL_ALL) {
            region = i ? region_intersect(space, &region, &child) : child;
            continue;
        }
        for (size_t k = 0; k < child.count; k++)
            region_add(space, &region, region_box(space, &child, k));
    }
    return region;
}

/* A smallest row of one region that is not in the other; NULL when there is none. */
static const char *rules_row(const struct space *space, const struct region *in, const struct region *out) {
    struct space_budget budget = {RULES_BOXES_MAX, false};
    struct region rest = region_subtract(space, in, out, &budget);
    struct witness witness;
    struct text text = {0};
    if (rest.count == 0 || budget.exceeded) return NULL;
    if (!witness_find(space, rest.boxes, &in, 1, &out, 1, &budget, &witness)) return NULL;
    witness_print(space, &witness, &text);
    const char *row = text.failed ? NULL : arena_string(space->arena, text.data, text.length);
    text_free(&text);
    return row;
}

static void rules_tell_row(struct proof_difference *difference, const struct proof_rule *rule,
                           const struct space *space, const struct region *written, const struct region *tables) {
    difference->row_by = proof_says(rule);
    difference->row = rules_row(space, tables, written);
    difference->row_counts = difference->row != NULL;
    if (!difference->row) difference->row = rules_row(space, written, tables);
}

static void rules_by_algebra(struct proof *proof, const struct space *space, const struct proof_rule *rule) {
    struct space_budget budget = {RULES_BOXES_MAX, false};
    const struct model_measure *measures = space->models[1]->specializations[0].measures;
    struct region written = rules_region(space, 0, rule->rule->where);
    struct region tables = rules_region(space, 1, measures[rule - proof->rules].rule.where);
    bool same = region_equal(space, &written, &tables, &budget);
    proof->counts.algebra++;
    if (budget.exceeded)
        rules_differ(proof, rule)->what = "too large to be proved: more than 100,000,000 boxes were looked at";
    else if (!same)
        rules_tell_row(rules_differ(proof, rule), rule, space, &written, &tables);
}

/* ---- The step ---- */

static void rules_one(struct proof *proof, const struct space *space, struct proof_rule *rule, size_t work) {
    proof->counts.clauses += rule->clause_count;
    rule->space = proof->algebra ? NULL : rule_space_make(proof, rule, work);
    if (!rule->space) {
        rules_by_algebra(proof, space, rule);
        return;
    }
    proof->counts.rule_cells += rule->space->cells;
    if (!rule_same(proof, rule, NULL)) rule_same(proof, rule, rules_differ(proof, rule));
}

/* Where the cells of all rules together can be gone through, each rule's own are wanted for that. */
void proof_rules(struct proof *proof) {
    const struct model *models[] = {proof->model, tables_model(proof)};
    const struct space *space = space_new(models, 2, proof->arena);
    proof->counts.rules = proof->rule_count;
    proof->counts.cells = space_cells(space);
    size_t work = proof->counts.cells <= PROOF_CELLS_MAX ? RULE_WORK_LARGE : RULE_WORK_SMALL;
    for (size_t i = 0; i < proof->rule_count; i++)
        rules_one(proof, space, &proof->rules[i], work);
}
