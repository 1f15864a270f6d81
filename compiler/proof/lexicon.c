/* lexicon.c - the texts that the rules name, field by field, made from the model alone. */
#include "compiler/base/fold.h"
#include "compiler/proof/proof.h"

#include <stdlib.h>
#include <string.h>

struct lexicon_build {
    const struct model *model;
    struct arena *arena;
    struct proof_lexicon *fields;
    size_t *capacity;
};

static void lexicon_add(struct lexicon_build *build, size_t field, const char *folded) {
    struct proof_lexicon *to = &build->fields[field];
    if (!folded) return;
    if (to->count == build->capacity[field]) {
        build->capacity[field] = to->count ? 2 * to->count : 16;
        const char **texts = ARENA_ARRAY(build->arena, build->capacity[field], const char *);
        if (to->count) memcpy(texts, to->texts, to->count * sizeof *texts);
        to->texts = texts;
    }
    to->texts[to->count++] = folded;
}

static void lexicon_add_written(struct lexicon_build *build, size_t field, const char *text) {
    lexicon_add(build, field, fold_text(build->arena, text));
}

/* The values of conditions, or, in their place, those of `known` in each field that is looked at. */
static void lexicon_add_expression(struct lexicon_build *build, const struct model_expression *expression,
                                   const struct model_eligibility *known) {
    const struct model_condition *condition = expression->condition;
    for (size_t i = 0; i < expression->child_count; i++)
        lexicon_add_expression(build, expression->children[i], known);
    if (expression->kind != MODEL_CONDITION) return;
    size_t count = known ? known->known_count : condition->value_count;
    for (size_t i = 0; i < count; i++)
        lexicon_add(build, condition->field, known ? known->known[i].folded : condition->values[i].folded);
}

static void lexicon_add_rules(struct lexicon_build *build) {
    const struct model *model = build->model;
    for (size_t i = 0; i < model->eligibility_count; i++) {
        const struct model_eligibility *eligibility = &model->eligibilities[i];
        lexicon_add_expression(build, eligibility->rule.where, NULL);
        if (eligibility->known_count) lexicon_add_expression(build, eligibility->rule.where, eligibility);
    }
    for (size_t s = 0; s < model->specialization_count; s++) {
        const struct model_specialization *specialization = &model->specializations[s];
        for (size_t i = 0; i < specialization->measure_count; i++)
            lexicon_add_expression(build, specialization->measures[i].rule.where, NULL);
    }
}

static void lexicon_add_usage(struct lexicon_build *build) {
    const struct model *model = build->model;
    for (size_t field = 0; field < model->field_count; field++) {
        const struct model_field *from = &model->fields[field];
        lexicon_add_written(build, field, from->assumed);
        for (size_t i = 0; i < from->except_count; i++)
            lexicon_add_written(build, field, from->except[i].text);
    }
    for (size_t i = 0; i < model->alias_count; i++) {
        lexicon_add(build, model->aliases[i].field, model->aliases[i].folded);
        lexicon_add(build, model->aliases[i].field, model->aliases[i].means_folded);
    }
    for (size_t i = 0; model->once && i < model->once->preferred_count; i++)
        lexicon_add_written(build, model->once->preferred_field, model->once->preferred[i].text);
    const struct model_cross_check *check = model->cross_check;
    for (size_t i = 0; check && i < check->dropped_count; i++)
        lexicon_add_written(build, check->field, check->dropped[i].text);
    for (size_t i = 0; check && i < check->kept_count; i++)
        lexicon_add_written(build, check->field, check->kept[i].text);
}

static int lexicon_by_text(const void *left, const void *right) {
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

static void lexicon_finish(struct lexicon_build *build, size_t field) {
    struct proof_lexicon *to = &build->fields[field];
    size_t kept = 0;
    if (to->count) qsort(to->texts, to->count, sizeof *to->texts, lexicon_by_text);
    for (size_t i = 0; i < to->count; i++)
        if (kept == 0 || strcmp(to->texts[kept - 1], to->texts[i]) != 0) to->texts[kept++] = to->texts[i];
    to->count = kept;
    to->canonical = ARENA_ARRAY(build->arena, kept, uint32_t);
    to->alias = ARENA_ARRAY(build->arena, kept, bool);
    for (size_t i = 0; i < kept; i++)
        to->canonical[i] = (uint32_t)(2 + i);
}

struct proof_lexicon *lexicon_make(const struct model *model, struct arena *arena) {
    size_t fields = model->field_count;
    struct lexicon_build build = {model, arena, ARENA_ARRAY(arena, fields, struct proof_lexicon),
                                  ARENA_ARRAY(arena, fields, size_t)};
    lexicon_add_usage(&build);
    lexicon_add_rules(&build);
    for (size_t field = 0; field < fields; field++)
        lexicon_finish(&build, field);
    for (size_t i = 0; i < model->alias_count; i++) {
        const struct model_alias *alias = &model->aliases[i];
        struct proof_lexicon *to = &build.fields[alias->field];
        size_t text = lexicon_code(to, alias->folded) - 2;
        to->canonical[text] = lexicon_code(to, alias->means_folded);
        to->alias[text] = !alias->spelling;
    }
    return build.fields;
}

uint32_t lexicon_code(const struct proof_lexicon *lexicon, const char *folded) {
    size_t low = 0, high = lexicon->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(lexicon->texts[middle], folded);
        if (order == 0) return (uint32_t)(2 + middle);
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return ASSAY_OTHER;
}
