/* explain.c - conditions and clauses, read from the reviewed tables alone. */
#include "runtime/core/internal.h"

static struct assay_cell cell_of(const char *text) {
    return (struct assay_cell){text, text_length(text)};
}

static int alias_is_in(const struct assay_alias *alias, uint16_t field) {
    for (uint16_t i = 0; i < alias->field_count; i++) {
        if (alias->fields[i] == field) return 1;
    }
    return 0;
}

struct assay_cell assay_meaning(const struct assay_usage *usage, uint16_t field, struct assay_cell cell) {
    for (uint16_t i = 0; i < usage->alias_count; i++) {
        const struct assay_alias *alias = usage->aliases[i];
        if (!alias_is_in(alias, field)) continue;
        for (uint16_t k = 0; k < alias->text_count; k++) {
            const char *text = alias->texts[k];
            if (assay_same(text, text_length(text), cell.text, cell.length)) return cell_of(alias->means);
        }
    }
    return cell;
}

size_t assay_value_count(const struct assay_values *values) {
    size_t count = values->text_count;
    for (uint16_t i = 0; i < values->list_count; i++)
        count += values->lists[i]->value_count;
    return count;
}

const char *assay_value_at(const struct assay_values *values, size_t i) {
    if (i < values->text_count) return values->texts[i];
    i -= values->text_count;
    uint16_t list = 0;
    for (; i >= values->lists[list]->value_count; list++)
        i -= values->lists[list]->value_count;
    return values->lists[list]->values[i];
}

/* 1 when a cell that has a value is among the values listed. */
static int condition_lists(const struct assay_usage *usage, const struct assay_condition *condition,
                           struct assay_cell cell) {
    size_t count = assay_value_count(&condition->values);
    cell = assay_meaning(usage, condition->field, cell);
    for (size_t i = 0; i < count; i++) {
        const char *text = assay_value_at(&condition->values, i);
        struct assay_cell value = assay_meaning(usage, condition->field, cell_of(text));
        if (assay_same(cell.text, cell.length, value.text, value.length)) return 1;
    }
    return 0;
}

enum assay_answer assay_condition_holds(const struct assay_ruleset *rules, const struct assay_condition *condition,
                                        const struct assay_cell *cell) {
    if (!cell->text) return ASSAY_CANNOT_TELL;
    int blank = assay_is_blank(cell->text, cell->length);
    int listed = blank ? condition->blank : condition_lists(rules->usage, condition, *cell);
    switch ((enum assay_test)condition->test) {
    case ASSAY_ANY_OF:
        return listed ? ASSAY_YES : ASSAY_NO;
    case ASSAY_NONE_OF:
        return listed ? ASSAY_NO : ASSAY_YES;
    case ASSAY_ANYTHING_EXCEPT:
        return blank || listed ? ASSAY_NO : ASSAY_YES;
    }
    return ASSAY_CANNOT_TELL;
}

enum assay_answer assay_clause_holds(const struct assay_ruleset *rules, const struct assay_clause *clause,
                                     const struct assay_cell *cells) {
    enum assay_answer answer = ASSAY_YES;
    for (uint16_t i = 0; i < clause->condition_count; i++) {
        const struct assay_condition *condition = &clause->conditions[i];
        enum assay_answer one = assay_condition_holds(rules, condition, &cells[condition->field]);
        if (one == ASSAY_NO) return ASSAY_NO;
        if (one == ASSAY_CANNOT_TELL) answer = ASSAY_CANNOT_TELL;
    }
    return answer;
}

int assay_measure_at(const struct assay_ruleset *rules, uint32_t measure,
                     const struct assay_specialization **specialization, const struct assay_measure **found) {
    for (uint16_t i = 0; i < rules->specialization_count; i++) {
        const struct assay_specialization *here = rules->specializations[i];
        if (measure < here->measure_count) {
            *specialization = here;
            *found = &here->measures[measure];
            return ASSAY_OK;
        }
        measure -= here->measure_count;
    }
    return ASSAY_E_MEASURE;
}
