/* rule_space.c - the classes that a rule and its clauses tell apart, and both answers in each cell. */
#include "compiler/base/fold.h"
#include "compiler/proof/rule.h"

#include <stdlib.h>
#include <string.h>

/* Any text that no rule can name: a control character cannot stand in a rule file. */
#define RULE_OTHER "\x01"

struct rule_build {
    struct proof *proof;
    const struct proof_rule *rule;
    const struct model_condition **written;  /* of the expression, by field */
    const struct assay_condition **compiled; /* of the clauses, by field */
    size_t written_count, compiled_count;
};

/* ---- Conditions ---- */

static size_t build_count(const struct model_expression *expression) {
    size_t count = expression->kind == MODEL_CONDITION;
    for (size_t i = 0; i < expression->child_count; i++)
        count += build_count(expression->children[i]);
    return count;
}

static void build_collect(struct rule_build *build, const struct model_expression *expression) {
    if (expression->kind == MODEL_CONDITION) build->written[build->written_count++] = expression->condition;
    for (size_t i = 0; i < expression->child_count; i++)
        build_collect(build, expression->children[i]);
}

static int build_by_field(const void *left, const void *right) {
    const struct model_condition *a = *(const struct model_condition *const *)left;
    const struct model_condition *b = *(const struct model_condition *const *)right;
    return (a->field > b->field) - (a->field < b->field);
}

static int build_compiled_by_field(const void *left, const void *right) {
    const struct assay_condition *a = *(const struct assay_condition *const *)left;
    const struct assay_condition *b = *(const struct assay_condition *const *)right;
    return (a->field > b->field) - (a->field < b->field);
}

static void build_conditions(struct rule_build *build) {
    const struct proof_rule *rule = build->rule;
    struct arena *arena = build->proof->arena;
    size_t compiled = 0;
    build->written = ARENA_ARRAY(arena, build_count(rule->rule->where), const struct model_condition *);
    build_collect(build, rule->rule->where);
    for (size_t i = 0; i < rule->clause_count; i++)
        compiled += rule->clauses[i].condition_count;
    build->compiled = ARENA_ARRAY(arena, compiled, const struct assay_condition *);
    for (size_t i = 0; i < rule->clause_count; i++) {
        for (size_t k = 0; k < rule->clauses[i].condition_count; k++)
            build->compiled[build->compiled_count++] = &rule->clauses[i].conditions[k];
    }
    qsort(build->written, build->written_count, sizeof *build->written, build_by_field);
    if (compiled) qsort(build->compiled, compiled, sizeof *build->compiled, build_compiled_by_field);
}

/* ---- Texts of a field ---- */

struct rule_slice { /* the conditions on one field */
    const struct model_condition *const *written;
    const struct assay_condition *const *compiled;
    size_t written_count, compiled_count;
};

static int texts_by_folded(const void *left, const void *right) {
    return strcmp(((const struct rule_text *)left)->folded, ((const struct rule_text *)right)->folded);
}

/* Sorts the texts behind blank and other, each once. */
static void texts_tidy(struct rule_field *field) {
    qsort(field->texts + 2, field->text_count - 2, sizeof *field->texts, texts_by_folded);
    size_t kept = 2;
    for (size_t i = 2; i < field->text_count; i++) {
        if (kept == 2 || texts_by_folded(&field->texts[kept - 1], &field->texts[i]) != 0)
            field->texts[kept++] = field->texts[i];
    }
    field->text_count = kept;
}

static bool texts_have(const struct rule_field *field, const char *folded) {
    struct rule_text key = {.folded = folded};
    return field->text_count > 2 &&
           bsearch(&key, field->texts + 2, field->text_count - 2, sizeof key, texts_by_folded) != NULL;
}

/* The aliases of the field; the model has them sorted by field. */
static size_t texts_aliases(const struct model *model, uint16_t field, const struct model_alias **first) {
    size_t from = 0, until;
    for (size_t high = model->alias_count; from < high;) {
        size_t middle = from + (high - from) / 2;
        if (model->aliases[middle].field < field)
            from = middle + 1;
        else
            high = middle;
    }
    for (until = from; until < model->alias_count && model->aliases[until].field == field;)
        until++;
    *first = model->aliases + from;
    return until - from;
}

/* What an alias means, and all that means the same, is looked for as well. */
static void texts_add_aliases(struct proof *proof, struct rule_field *field) {
    const struct model_alias *aliases;
    size_t count = texts_aliases(proof->model, field->field, &aliases);
    for (int pass = 0; count && pass < 2; pass++) {
        size_t before = field->text_count;
        struct rule_text *texts = ARENA_ARRAY(proof->arena, before + 2 * count, struct rule_text);
        memcpy(texts, field->texts, before * sizeof *texts);
        for (size_t i = 0; i < count; i++) {
            if (!texts_have(field, aliases[i].folded) && !texts_have(field, aliases[i].means_folded)) continue;
            texts[before++] = (struct rule_text){aliases[i].folded, aliases[i].text, 0};
            texts[before++] = (struct rule_text){aliases[i].means_folded, aliases[i].means, 0};
        }
        field->texts = texts;
        field->text_count = before;
        texts_tidy(field);
    }
}

static void texts_make(struct proof *proof, struct rule_field *field, const struct rule_slice *slice) {
    size_t count = 2;
    for (size_t i = 0; i < slice->written_count; i++)
        count += slice->written[i]->value_count;
    for (size_t i = 0; i < slice->compiled_count; i++)
        count += assay_value_count(&slice->compiled[i]->values);
    field->texts = ARENA_ARRAY(proof->arena, count, struct rule_text);
    field->texts[1].folded = field->texts[1].written = RULE_OTHER;
    field->text_count = 2;
    for (size_t i = 0; i < slice->written_count; i++) {
        const struct model_condition *condition = slice->written[i];
        for (size_t k = 0; k < condition->value_count; k++)
            field->texts[field->text_count++] =
                (struct rule_text){condition->values[k].folded, condition->values[k].text, 0};
    }
    for (size_t i = 0; i < slice->compiled_count; i++) {
        const struct assay_values *values = &slice->compiled[i]->values;
        for (size_t k = 0; k < assay_value_count(values); k++) {
            const char *text = assay_value_at(values, k), *folded = fold_text(proof->arena, text);
            if (*folded) field->texts[field->text_count++] = (struct rule_text){folded, text, 0};
        }
    }
    texts_tidy(field);
    texts_add_aliases(proof, field);
}

/* ---- Classes of a field ---- */

static struct model_cell cell_written(const struct rule_text *text) {
    return (struct model_cell){.kind = text->folded ? MODEL_CELL_TEXT : MODEL_CELL_BLANK, .folded = text->folded};
}

static struct assay_cell cell_compiled(const struct rule_text *text) {
    const char *folded = text->folded ? text->folded : "";
    return (struct assay_cell){folded, strlen(folded)};
}

/* For which of its conditions a text holds, as bits. */
static void class_signature(const struct proof *proof, const struct rule_slice *slice, const struct rule_text *text,
                            uint64_t *bits) {
    struct model_cell written = cell_written(text);
    struct assay_cell compiled = cell_compiled(text);
    size_t at = 0;
    for (size_t i = 0; i < slice->written_count; i++, at++)
        bits[at / 64] |= (uint64_t)eval_condition(proof->eval, slice->written[i], &written) << at % 64;
    for (size_t i = 0; i < slice->compiled_count; i++, at++) {
        bool holds = assay_condition_holds(proof->tables, slice->compiled[i], &compiled) == ASSAY_YES;
        bits[at / 64] |= (uint64_t)holds << at % 64;
    }
}

static size_t class_hash(const uint64_t *bits, size_t words) {
    uint64_t hash = 0;
    for (size_t i = 0; i < words; i++) {
        hash = (hash ^ bits[i]) * UINT64_C(0x9E3779B97F4A7C15);
        hash ^= hash >> 29;
    }
    return (size_t)hash;
}

/* Numbers the classes by first occurrence. */
static void class_make(struct proof *proof, struct rule_field *field, const struct rule_slice *slice) {
    size_t words = (slice->written_count + slice->compiled_count + 63) / 64, size = 8;
    while (size < 2 * field->text_count)
        size *= 2;
    uint32_t *slots = ARENA_ARRAY(proof->arena, size, uint32_t); /* class + 1 */
    uint64_t *bits = ARENA_ARRAY(proof->arena, field->text_count * words, uint64_t);
    field->sample = ARENA_ARRAY(proof->arena, field->text_count, uint32_t);
    for (size_t i = 0; i < field->text_count; i++) {
        uint64_t *now = bits + i * words;
        class_signature(proof, slice, &field->texts[i], now);
        size_t at = class_hash(now, words) & (size - 1);
        for (; slots[at]; at = (at + 1) & (size - 1))
            if (memcmp(bits + field->sample[slots[at] - 1] * words, now, words * sizeof *now) == 0) break;
        if (!slots[at]) {
            field->sample[field->class_count] = (uint32_t)i;
            slots[at] = ++field->class_count;
        }
        field->texts[i].class_ = slots[at] - 1;
    }
}

uint32_t rule_class(const struct rule_field *field, const char *folded) {
    struct rule_text key = {.folded = folded};
    const struct rule_text *found = NULL;
    if (!folded) return field->texts[0].class_;
    if (field->text_count > 2)
        found = bsearch(&key, field->texts + 2, field->text_count - 2, sizeof key, texts_by_folded);
    return found ? found->class_ : field->texts[1].class_;
}

/* ---- Cells ---- */

static bool clauses_hold(const struct rule_build *build, const struct assay_cell *cells) {
    for (size_t i = 0; i < build->rule->clause_count; i++)
        if (assay_clause_holds(build->proof->tables, &build->rule->clauses[i], cells) == ASSAY_YES) return true;
    return false;
}

/* Asks both in every cell, counting through the classes like an odometer; the first field turns fastest. */
static void space_answers(const struct rule_build *build, struct rule_space *space) {
    struct proof *proof = build->proof;
    size_t fields = proof->model->field_count, words = (size_t)(space->cells + 63) / 64;
    struct model_cell *written = ARENA_ARRAY(proof->arena, fields, struct model_cell);
    struct assay_cell *compiled = ARENA_ARRAY(proof->arena, fields, struct assay_cell);
    uint32_t *at = ARENA_ARRAY(proof->arena, space->field_count, uint32_t);
    space->holds = ARENA_ARRAY(proof->arena, words, uint64_t);
    space->passes = ARENA_ARRAY(proof->arena, words, uint64_t);
    for (size_t i = 0; i < fields; i++)
        compiled[i].text = "";
    for (uint64_t cell = 0; cell < space->cells; cell++) {
        bool holds = eval_holds(proof->eval, build->rule->rule->where, written);
        space->holds[cell / 64] |= (uint64_t)holds << cell % 64;
        space->passes[cell / 64] |= (uint64_t)clauses_hold(build, compiled) << cell % 64;
        for (size_t i = 0; i < space->field_count; i++) {
            const struct rule_field *field = &space->fields[i];
            at[i] = (at[i] + 1) % field->class_count;
            const struct rule_text *text = &field->texts[field->sample[at[i]]];
            written[field->field] = cell_written(text);
            compiled[field->field] = cell_compiled(text);
            if (at[i]) break;
        }
    }
}

/* Cuts the next field's conditions out of both lists. */
static struct rule_slice space_slice(const struct rule_build *build, size_t *written, size_t *compiled,
                                     uint16_t *field) {
    struct rule_slice slice = {build->written + *written, build->compiled + *compiled, 0, 0};
    *field = UINT16_MAX;
    if (*written < build->written_count) *field = slice.written[0]->field;
    if (*compiled < build->compiled_count && slice.compiled[0]->field < *field) *field = slice.compiled[0]->field;
    for (; *written < build->written_count && build->written[*written]->field == *field; ++*written)
        slice.written_count++;
    for (; *compiled < build->compiled_count && build->compiled[*compiled]->field == *field; ++*compiled)
        slice.compiled_count++;
    return slice;
}

const struct rule_space *rule_space_make(struct proof *proof, const struct proof_rule *rule, size_t work) {
    struct rule_build build = {.proof = proof, .rule = rule};
    build_conditions(&build);
    size_t conditions = build.written_count + build.compiled_count, written = 0, compiled = 0;
    struct rule_space *space = ARENA_NEW(proof->arena, struct rule_space);
    space->fields = ARENA_ARRAY(proof->arena, proof->model->field_count, struct rule_field);
    space->cells = 1;
    while (written < build.written_count || compiled < build.compiled_count) {
        struct rule_field *field = &space->fields[space->field_count++];
        struct rule_slice slice = space_slice(&build, &written, &compiled, &field->field);
        texts_make(proof, field, &slice);
        if (field->text_count > work / (slice.written_count + slice.compiled_count)) return NULL;
        class_make(proof, field, &slice);
        field->stride = space->cells;
        if (space->cells > work / (conditions * field->class_count)) return NULL;
        space->cells *= field->class_count;
    }
    space_answers(&build, space);
    return space;
}
