#include "compiler/model/clauses.h"
#include "tests/oracle/cells.h"

#include <stdlib.h>
#include <string.h>

struct random_build {
    struct cells_random *random;
    struct arena *arena;
    struct model *model;
    size_t *values; /* per field: how many texts it has */
    uint32_t place; /* every condition stands at a place of its own */
    struct diagnostics diagnostics;
};

/* The texts of a field: "v0", "v1 x", ... */
static const char *random_text(struct random_build *build, size_t number) {
    return arena_format(build->arena, number % 3 ? "v%zu" : "v%zu x", number);
}

static int random_by_folded(const void *left, const void *right) {
    return strcmp(((const struct model_value *)left)->folded, ((const struct model_value *)right)->folded);
}

static struct model_condition *random_condition(struct random_build *build) {
    struct model_condition *condition = ARENA_NEW(build->arena, struct model_condition);
    condition->field = (uint16_t)cells_below(build->random, build->model->field_count);
    condition->test = (enum assay_test)(1 + cells_below(build->random, 3));
    size_t texts = build->values[condition->field];
    condition->values = ARENA_ARRAY(build->arena, texts, struct model_value);
    for (size_t i = 0; i < texts; i++) {
        if (cells_below(build->random, 3)) continue;
        const char *text = random_text(build, i);
        condition->values[condition->value_count++] = (struct model_value){text, text, {0, 0}, NULL};
    }
    qsort(condition->values, condition->value_count, sizeof *condition->values, random_by_folded);
    bool may_blank = condition->test != ASSAY_ANYTHING_EXCEPT;
    condition->blank = may_blank && (condition->value_count == 0 || cells_below(build->random, 4) == 0);
    build->place += 2;
    condition->span = (struct span){build->place, build->place + 1};
    return condition;
}

static struct model_expression *random_expression(struct random_build *build, unsigned depth) {
    struct model_expression *expression = ARENA_NEW(build->arena, struct model_expression);
    if (depth == 0 || cells_below(build->random, 3) == 0) {
        expression->kind = MODEL_CONDITION;
        expression->condition = random_condition(build);
        return expression;
    }
    expression->kind = cells_below(build->random, 2) ? MODEL_ALL : MODEL_ANY;
    expression->child_count = 2 + cells_below(build->random, 2);
    expression->children = ARENA_ARRAY(build->arena, expression->child_count, struct model_expression *);
    for (size_t i = 0; i < expression->child_count; i++)
        expression->children[i] = random_expression(build, depth - 1);
    return expression;
}

static void random_rule(struct random_build *build, struct model_rule *rule) {
    rule->where = random_expression(build, 3);
    struct clauses_option option = {NULL, {0, 0}, rule->where};
    if (!clauses_make(rule, &option, 1, (struct span){0, 0}, build->arena, &build->diagnostics)) abort();
}

/* ---- The parts of a model ---- */

static void random_fields(struct random_build *build) {
    struct model *model = build->model;
    model->field_count = 2 + cells_below(build->random, 5);
    model->fields = ARENA_ARRAY(build->arena, model->field_count, struct model_field);
    build->values = ARENA_ARRAY(build->arena, model->field_count, size_t);
    for (size_t i = 0; i < model->field_count; i++) {
        model->fields[i].name.text = arena_format(build->arena, "Field %zu", i);
        build->values[i] = 1 + cells_below(build->random, 6);
    }
}

/* Text "v6" and up of a field mean one of those below, which conditions may name. Sometimes a condition may name the
 * alias as well: then values[] is raised past it. */
static void random_aliases(struct random_build *build) {
    struct model *model = build->model;
    model->aliases = ARENA_ARRAY(build->arena, model->field_count, struct model_alias);
    for (size_t i = 0; i < model->field_count; i++) {
        if (cells_below(build->random, 2)) continue;
        size_t texts = build->values[i];
        const char *text = random_text(build, texts), *means = random_text(build, cells_below(build->random, texts));
        bool spelling = cells_below(build->random, 2) != 0;
        model->aliases[model->alias_count++] = (struct model_alias){
            text, text, means, means, (uint16_t)i, spelling, {0, 0}, model->alias_declaration_count++, {0, 0}};
        build->values[i] += cells_below(build->random, 2);
    }
}

static void random_eligibilities(struct random_build *build) {
    struct model *model = build->model;
    model->eligibility_count = cells_below(build->random, 4);
    model->eligibilities = ARENA_ARRAY(build->arena, model->eligibility_count, struct model_eligibility);
    for (size_t i = 0; i < model->eligibility_count; i++) {
        model->eligibilities[i].reason = "reason";
        random_rule(build, &model->eligibilities[i].rule);
    }
}

static void random_specialization(struct random_build *build, struct model_specialization *to, size_t number,
                                  bool large) {
    to->name.text = arena_format(build->arena, "Specialization %zu", number);
    to->area = "Area";
    to->measure_count = large ? 10 + cells_below(build->random, 30) : cells_below(build->random, 5);
    to->measures = ARENA_ARRAY(build->arena, to->measure_count, struct model_measure);
    for (size_t i = 0; i < to->measure_count; i++) {
        to->measures[i].name.text = arena_format(build->arena, "Measure %zu", i);
        random_rule(build, &to->measures[i].rule);
    }
}

struct model *cells_random_model(struct cells_random *random, bool large, struct arena *arena) {
    struct random_build build = {.random = random, .arena = arena, .model = ARENA_NEW(arena, struct model)};
    struct sources *sources = ARENA_NEW(arena, struct sources);
    sources->arena = arena;
    build.diagnostics.arena = arena;
    build.model->arena = arena;
    build.model->sources = sources;
    build.model->name.text = "Usage";
    build.model->edition = build.model->currency = "";
    random_fields(&build);
    random_aliases(&build);
    random_eligibilities(&build);
    build.model->specialization_count = 1 + cells_below(random, 4);
    build.model->specializations = ARENA_ARRAY(arena, build.model->specialization_count, struct model_specialization);
    for (size_t i = 0; i < build.model->specialization_count; i++) {
        random_specialization(&build, &build.model->specializations[i], i, large);
    }
    return build.model;
}
