#include "compiler/model/eval.h"

#include <stdlib.h>
#include <string.h>

/* What an absent cell of one field may hold. The first two are blank and a text that no rule names: a control
 * character cannot stand in a rule file. */
struct eval_values {
    struct model_cell *cells;
    size_t count, capacity;
};

struct eval {
    const struct model *model;
    struct arena *arena;
    struct eval_values *values; /* per field */
    size_t *aliases;            /* per field and one more: its first alias; the model has them sorted by field */
    /* Scratch of one question. */
    struct model_cell *cells;           /* per field */
    bool *mentioned;                    /* per field */
    const struct model_rule **together; /* the eligibilities and one more */
};

/* ---- The values of each field ---- */

static void eval_add(struct eval *eval, size_t field, const char *folded) {
    struct eval_values *values = &eval->values[field];
    if (values->count == values->capacity) {
        values->capacity = values->capacity ? 2 * values->capacity : 8;
        struct model_cell *cells = ARENA_ARRAY(eval->arena, values->capacity, struct model_cell);
        if (values->count) memcpy(cells, values->cells, values->count * sizeof *cells);
        values->cells = cells;
    }
    struct model_cell *cell = &values->cells[values->count++];
    cell->kind = folded ? MODEL_CELL_TEXT : MODEL_CELL_BLANK;
    cell->folded = folded;
}

static void eval_add_list(struct eval *eval, size_t field, const struct model_value *values, size_t count) {
    for (size_t i = 0; i < count; i++)
        eval_add(eval, field, values[i].folded);
}

static void eval_add_expression(struct eval *eval, const struct model_expression *expression) {
    const struct model_condition *condition = expression->condition;
    if (expression->kind == MODEL_CONDITION)
        eval_add_list(eval, condition->field, condition->values, condition->value_count);
    else
        for (size_t i = 0; i < expression->child_count; i++)
            eval_add_expression(eval, expression->children[i]);
}

static int eval_by_text(const void *left, const void *right) {
    return strcmp(((const struct model_cell *)left)->folded, ((const struct model_cell *)right)->folded);
}

/* Each text once; blank stays first. */
static void eval_tidy(struct eval_values *values) {
    qsort(values->cells + 1, values->count - 1, sizeof *values->cells, eval_by_text);
    size_t kept = 2;
    for (size_t i = 2; i < values->count; i++) {
        if (strcmp(values->cells[kept - 1].folded, values->cells[i].folded) != 0)
            values->cells[kept++] = values->cells[i];
    }
    values->count = kept;
}

static void eval_add_rules(struct eval *eval, const struct model *model) {
    for (size_t i = 0; i < model->eligibility_count; i++) {
        const struct model_eligibility *eligibility = &model->eligibilities[i];
        eval_add_expression(eval, eligibility->rule.where);
    }
    for (size_t s = 0; s < model->specialization_count; s++) {
        const struct model_specialization *specialization = &model->specializations[s];
        for (size_t i = 0; i < specialization->measure_count; i++) {
            eval_add_expression(eval, specialization->measures[i].rule.where);
        }
    }
}

struct eval *eval_new(const struct model *model, struct arena *arena) {
    struct eval *eval = ARENA_NEW(arena, struct eval);
    size_t fields = model->field_count;
    *eval = (struct eval){model,
                          arena,
                          ARENA_ARRAY(arena, fields, struct eval_values),
                          ARENA_ARRAY(arena, fields + 1, size_t),
                          ARENA_ARRAY(arena, fields, struct model_cell),
                          ARENA_ARRAY(arena, fields, bool),
                          ARENA_ARRAY(arena, model->eligibility_count + 1, const struct model_rule *)};
    for (size_t field = 0; field < fields; field++) {
        eval_add(eval, field, NULL);
        eval_add(eval, field, "\x01");
    }
    for (size_t i = 0; i < model->alias_count; i++)
        eval->aliases[model->aliases[i].field + 1] = i + 1;
    for (size_t field = 0; field < fields; field++) {
        if (eval->aliases[field + 1] < eval->aliases[field]) eval->aliases[field + 1] = eval->aliases[field];
    }
    for (size_t i = 0; i < model->alias_count; i++) {
        eval_add(eval, model->aliases[i].field, model->aliases[i].folded);
        eval_add(eval, model->aliases[i].field, model->aliases[i].means_folded);
    }
    eval_add_rules(eval, model);
    for (size_t field = 0; field < fields; field++)
        eval_tidy(&eval->values[field]);
    return eval;
}

/* ---- One row without absent cells ---- */

/* What a text of a field means: aliases are declared one by one and never mean one another. */
static const char *eval_meaning(const struct eval *eval, size_t field, const char *folded) {
    for (size_t i = eval->aliases[field]; i < eval->aliases[field + 1]; i++) {
        const struct model_alias *alias = &eval->model->aliases[i];
        if (alias->folded[0] == folded[0] && strcmp(alias->folded, folded) == 0) return alias->means_folded;
    }
    return folded;
}

static bool eval_listed(const struct eval *eval, const struct model_condition *condition, const char *folded) {
    const char *meaning = eval_meaning(eval, condition->field, folded);
    for (size_t i = 0; i < condition->value_count; i++) {
        const char *listed = eval_meaning(eval, condition->field, condition->values[i].folded);
        if (listed[0] == meaning[0] && strcmp(listed, meaning) == 0) return true;
    }
    return false;
}

bool eval_condition(const struct eval *eval, const struct model_condition *condition, const struct model_cell *cell) {
    bool blank = cell->kind == MODEL_CELL_BLANK;
    bool listed = blank ? condition->blank : eval_listed(eval, condition, cell->folded);
    switch (condition->test) {
    case ASSAY_ANY_OF:
        return listed;
    case ASSAY_NONE_OF:
        return !listed;
    case ASSAY_ANYTHING_EXCEPT:
        break;
    }
    return !blank && !listed;
}

bool eval_holds(const struct eval *eval, const struct model_expression *expression, const struct model_cell *cells) {
    if (expression->kind == MODEL_CONDITION)
        return eval_condition(eval, expression->condition, &cells[expression->condition->field]);
    bool all = expression->kind == MODEL_ALL;
    for (size_t i = 0; i < expression->child_count; i++) {
        if (eval_holds(eval, expression->children[i], cells) != all) return !all;
    }
    return all;
}

/* ---- Absent cells ---- */

struct eval_trial {
    const struct eval *eval;
    const struct model_rule *const *rules;
    size_t rule_count;
    struct model_cell *cells; /* the row, absent cells replaced in turn */
    bool *mentioned;          /* per field: absent, and looked at by a rule */
    bool yes, no;             /* seen so far */
};

static void eval_mention(bool *mentioned, const struct model_expression *expression) {
    if (expression->kind == MODEL_CONDITION) mentioned[expression->condition->field] = true;
    for (size_t i = 0; i < expression->child_count; i++)
        eval_mention(mentioned, expression->children[i]);
}

static bool eval_all(const struct model_rule *const *rules, size_t count, const struct eval *eval,
                     const struct model_cell *cells) {
    for (size_t i = 0; i < count; i++) {
        if (!eval_holds(eval, rules[i]->where, cells)) return false;
    }
    return true;
}

static void eval_try(struct eval_trial *trial, size_t field) {
    while (field < trial->eval->model->field_count && !trial->mentioned[field])
        field++;
    if (field == trial->eval->model->field_count) {
        bool holds = eval_all(trial->rules, trial->rule_count, trial->eval, trial->cells);
        trial->yes = trial->yes || holds;
        trial->no = trial->no || !holds;
        return;
    }
    const struct eval_values *values = &trial->eval->values[field];
    for (size_t i = 0; i < values->count && !(trial->yes && trial->no); i++) {
        trial->cells[field] = values->cells[i];
        eval_try(trial, field + 1);
    }
}

static bool eval_within_bound(const struct eval_trial *trial) {
    size_t product = 1;
    for (size_t field = 0; field < trial->eval->model->field_count; field++) {
        if (!trial->mentioned[field]) continue;
        if (trial->eval->values[field].count > EVAL_BOUND / product) return false;
        product *= trial->eval->values[field].count;
    }
    return true;
}

/* Which fields are absent and looked at by a rule. */
static bool eval_gaps(struct eval_trial *trial, const struct model_cell *cells) {
    size_t fields = trial->eval->model->field_count;
    bool any = false;
    for (size_t i = 0; i < fields; i++)
        any = any || cells[i].kind == MODEL_CELL_ABSENT;
    if (!any) return false;
    memset(trial->mentioned, 0, fields * sizeof *trial->mentioned);
    for (size_t i = 0; i < trial->rule_count; i++)
        eval_mention(trial->mentioned, trial->rules[i]->where);
    for (size_t i = 0; i < fields; i++) {
        trial->mentioned[i] = trial->mentioned[i] && cells[i].kind == MODEL_CELL_ABSENT;
    }
    memcpy(trial->cells, cells, fields * sizeof *cells);
    return true;
}

bool eval_rules(const struct eval *eval, const struct model_rule *const *rules, size_t count,
                const struct model_cell *cells, enum assay_answer *answer) {
    struct eval_trial trial = {eval, rules, count, eval->cells, eval->mentioned, false, false};
    if (!eval_gaps(&trial, cells)) {
        *answer = eval_all(rules, count, eval, cells) ? ASSAY_YES : ASSAY_NO;
        return true;
    }
    bool good = eval_within_bound(&trial);
    if (good) eval_try(&trial, 0);
    *answer = !trial.yes ? ASSAY_NO : trial.no ? ASSAY_CANNOT_TELL : ASSAY_YES;
    return good;
}

bool eval_rule(const struct eval *eval, const struct model_rule *rule, const struct model_cell *cells,
               enum assay_answer *answer) {
    return eval_rules(eval, &rule, 1, cells, answer);
}

/* The eligibilities and, unless it is NULL, one more rule. */
static bool eval_with_eligibility(const struct eval *eval, const struct model_rule *rule,
                                  const struct model_cell *cells, enum assay_answer *answer) {
    size_t count = eval->model->eligibility_count;
    for (size_t i = 0; i < count; i++)
        eval->together[i] = &eval->model->eligibilities[i].rule;
    if (rule) eval->together[count++] = rule;
    return eval_rules(eval, eval->together, count, cells, answer);
}

bool eval_eligible(const struct eval *eval, const struct model_cell *cells, enum assay_answer *answer) {
    return eval_with_eligibility(eval, NULL, cells, answer);
}

bool eval_measure(const struct eval *eval, const struct model_measure *measure, const struct model_cell *cells,
                  enum assay_answer *answer) {
    return eval_with_eligibility(eval, &measure->rule, cells, answer);
}
