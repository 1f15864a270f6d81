#include "compiler/emit/layout.h"

/* ---- Conditions ---- */

static struct layout_shared *layout_slot(const struct layout *layout, const struct model_condition *condition) {
    uint64_t hash = (uintptr_t)condition / sizeof(void *) * UINT64_C(0x9E3779B97F4A7C15) >> 20;
    size_t at = (size_t)hash & layout->shared_mask;
    while (layout->shared[at].condition && layout->shared[at].condition != condition)
        at = (at + 1) & layout->shared_mask;
    return &layout->shared[at];
}

static void layout_grow(struct layout *layout) {
    struct layout_shared *old = layout->shared;
    size_t size = old ? layout->shared_mask + 1 : 0;
    layout->shared_mask = size ? 2 * size - 1 : 63;
    layout->shared = ARENA_ARRAY(layout->arena, layout->shared_mask + 1, struct layout_shared);
    for (size_t i = 0; i < size; i++) {
        if (old[i].condition) *layout_slot(layout, old[i].condition) = old[i];
    }
}

static struct assay_condition layout_condition(struct layout *layout, const struct model_condition *from) {
    struct layout_listed listed = {from->values, from->value_count, from->lists, from->list_count};
    uint32_t *lines = ARENA_ARRAY(layout->arena, from->value_count + 1, uint32_t);
    lines[0] = layout_line(layout, from->span);
    layout_value_lines(layout, lines + 1, from->values, from->value_count);
    return (struct assay_condition){
        .field = from->field,
        .test = (uint8_t)from->test,
        .blank = from->blank,
        .values = layout_values(layout, listed),
        .lines = lines,
    };
}

static struct assay_condition layout_condition_once(struct layout *layout, const struct model_condition *from) {
    if (2 * layout->shared_count >= layout->shared_mask) layout_grow(layout);
    struct layout_shared *shared = layout_slot(layout, from);
    if (!shared->condition) {
        *shared = (struct layout_shared){from, layout_condition(layout, from)};
        layout->shared_count++;
    }
    return shared->table;
}

/* ---- Clauses ---- */

static struct assay_clause layout_clause(struct layout *layout, const struct model_clause *from) {
    struct assay_condition *conditions = ARENA_ARRAY(layout->arena, from->condition_count, struct assay_condition);
    for (size_t i = 0; i < from->condition_count; i++)
        conditions[i] = layout_condition_once(layout, from->conditions[i]);
    return (struct assay_clause){
        .option = from->option,
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

uint32_t *layout_rule_lines(struct layout *layout, struct span span, const struct model_rule *rule, size_t more) {
    uint32_t *lines = ARENA_ARRAY(layout->arena, 1 + rule->clause_count + more, uint32_t);
    lines[0] = layout_line(layout, span);
    for (size_t i = 0; i < rule->clause_count; i++)
        lines[1 + i] = layout_line(layout, rule->clauses[i].span);
    return lines;
}
