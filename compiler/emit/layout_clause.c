#include "compiler/emit/layout.h"

#include <string.h>

/* ---- Arrays of values, shared ---- */

void layout_begin_table(struct layout *layout, const struct source *source) {
    layout->source = source;
    layout->shared_mask = 15;
    layout->shared_count = 0;
    layout->shared = ARENA_ARRAY(layout->arena, 16, struct layout_shared);
}

/* Values are the same when they stand at the same places. */
static bool layout_same(const struct layout_shared *shared, const struct model_value *values, size_t count) {
    if (shared->count != count) return false;
    for (size_t i = 0; i < count; i++) {
        if (shared->values[i].span.begin != values[i].span.begin) return false;
        if (shared->values[i].text != values[i].text) return false;
    }
    return true;
}

static struct layout_shared *layout_slot(const struct layout *layout, const struct model_value *values, size_t count) {
    uint64_t hash = count;
    for (size_t i = 0; i < count; i++)
        hash = (hash ^ values[i].span.begin) * UINT64_C(0x9E3779B97F4A7C15);
    size_t at = (size_t)(hash >> 20) & layout->shared_mask;
    while (layout->shared[at].table && !layout_same(&layout->shared[at], values, count)) {
        at = (at + 1) & layout->shared_mask;
    }
    return &layout->shared[at];
}

static void layout_grow(struct layout *layout) {
    struct layout_shared *old = layout->shared;
    size_t size = layout->shared_mask + 1;
    layout->shared_mask = 2 * size - 1;
    layout->shared = ARENA_ARRAY(layout->arena, 2 * size, struct layout_shared);
    for (size_t i = 0; i < size; i++) {
        if (old[i].table) *layout_slot(layout, old[i].values, old[i].count) = old[i];
    }
}

static struct assay_value layout_value(const struct layout *layout, const struct model_value *value) {
    struct place place = source_line(layout->model->sources, value->span.begin);
    bool elsewhere = place.source && place.source != layout->source;
    return (struct assay_value){value->text, elsewhere ? place.source->name : NULL, place.line};
}

const struct assay_value *layout_values(struct layout *layout, const struct model_value *values, size_t count) {
    if (count == 0) return NULL;
    if (2 * ++layout->shared_count > layout->shared_mask) layout_grow(layout);
    struct layout_shared *shared = layout_slot(layout, values, count);
    if (shared->table) return shared->table;
    struct assay_value *table = ARENA_ARRAY(layout->arena, count, struct assay_value);
    for (size_t i = 0; i < count; i++)
        table[i] = layout_value(layout, &values[i]);
    *shared = (struct layout_shared){values, count, table};
    return table;
}

/* ---- Clauses ---- */

static struct assay_condition layout_condition(struct layout *layout, const struct model_condition *from) {
    return (struct assay_condition){
        .field = from->field,
        .test = (uint8_t)from->test,
        .blank = from->blank,
        .value_count = layout_count(layout, from->value_count),
        .line = layout_line(layout, from->span),
        .list = from->list,
        .values = layout_values(layout, from->values, from->value_count),
    };
}

static struct assay_clause layout_clause(struct layout *layout, const struct model_clause *from) {
    struct assay_condition *conditions = ARENA_ARRAY(layout->arena, from->condition_count, struct assay_condition);
    for (size_t i = 0; i < from->condition_count; i++) {
        conditions[i] = layout_condition(layout, from->conditions[i]);
    }
    return (struct assay_clause){
        .option = from->option,
        .line = layout_line(layout, from->span),
        .condition_count = layout_count(layout, from->condition_count),
        .conditions = conditions,
    };
}

const struct assay_clause *layout_clauses(struct layout *layout, const struct model_rule *rule, uint16_t *count) {
    *count = layout_count(layout, rule->clause_count);
    struct assay_clause *clauses = ARENA_ARRAY(layout->arena, rule->clause_count, struct assay_clause);
    for (size_t i = 0; i < rule->clause_count; i++)
        clauses[i] = layout_clause(layout, &rule->clauses[i]);
    return clauses;
}
