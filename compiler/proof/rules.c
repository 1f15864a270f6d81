/* rules.c - the clauses of every rule against its expression as written: cell by cell, or by box algebra. */
#include "compiler/base/fold.h"
#include "compiler/model/space.h"
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

/* ---- By algebra ---- */

/* The region of an expression, as it is written: no clauses are made of it. */
static struct region rules_region(const struct space *space, const struct model_expression *expression) {
    struct region region = {0};
    if (expression->kind == MODEL_CONDITION) {
        uint64_t *box = box_new(space);
        box_fill(space, box);
        if (box_narrow(space, 0, expression->condition, box)) region_add(space, &region, box);
        return region;
    }
    for (size_t i = 0; i < expression->child_count; i++) {
        struct region child = rules_region(space, expression->children[i]);
        if (expression->kind == MODEL_ALL) {
            region = i ? region_intersect(space, &region, &child) : child;
            continue;
        }
        for (size_t k = 0; k < child.count; k++)
            region_add(space, &region, child.boxes + k * space->words);
    }
    return region;
}

/* A condition of the tables in the shape that boxes are narrowed by. */
static struct model_condition *rules_condition(struct arena *arena, const struct assay_condition *from) {
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
    return condition;
}

static struct region rules_clauses(const struct space *space, const struct proof_rule *rule) {
    struct region region = {0};
    uint64_t *box = box_new(space);
    for (size_t i = 0; i < rule->clause_count; i++) {
        const struct assay_clause *clause = &rule->clauses[i];
        bool meets = true;
        box_fill(space, box);
        for (size_t k = 0; meets && k < clause->condition_count; k++)
            meets = box_narrow(space, 0, rules_condition(space->arena, &clause->conditions[k]), box);
        if (meets) region_add(space, &region, box);
    }
    return region;
}

static void rules_by_algebra(struct proof *proof, const struct space *space, const struct proof_rule *rule) {
    struct space_budget budget = {RULES_BOXES_MAX, false};
    struct region written = rules_region(space, rule->rule->where), tables = rules_clauses(space, rule);
    bool same = region_equal(space, &written, &tables, &budget);
    proof->counts.algebra++;
    if (budget.exceeded)
        rules_differ(proof, rule)->what =
            "the rule is too large to be proved: more than 100,000,000 boxes were looked at";
    else if (!same)
        rules_differ(proof, rule);
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
    const struct space *space = space_new(&proof->model, 1, proof->arena);
    proof->counts.rules = proof->rule_count;
    proof->counts.cells = space_cells(space);
    size_t work = proof->counts.cells <= PROOF_CELLS_MAX ? RULE_WORK_LARGE : RULE_WORK_SMALL;
    for (size_t i = 0; i < proof->rule_count; i++)
        rules_one(proof, space, &proof->rules[i], work);
}
