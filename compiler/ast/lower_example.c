#include "compiler/ast/lower.h"

#include "compiler/base/fold.h"

#include <string.h>

static void lower_cell(struct lower *lower, struct model_cell *to, const struct tree_cell *from) {
    const struct tree_value *value = from->value;
    to->given = true;
    to->span = span_join(from->field.span, value->span);
    to->kind = value->kind == TREE_TEXT     ? MODEL_CELL_TEXT
               : value->kind == TREE_ABSENT ? MODEL_CELL_ABSENT
                                            : MODEL_CELL_BLANK;
    if (value->kind != TREE_TEXT) return;
    to->text = value->text;
    to->folded = fold_text(lower->arena, value->text);
}

/* The first measure of this name. Measures that share a name, in different periods, are one for an example. */
static size_t lower_measure_named(struct lower *lower, const struct model_specialization *of, const char *name) {
    const char *folded = fold_text(lower->arena, name);
    size_t measure = 0;
    while (measure + 1 < of->measure_count &&
           strcmp(fold_text(lower->arena, of->measures[measure].name.text), folded) != 0)
        measure++;
    return measure;
}

static enum model_expectation lower_expectation(enum tree_outcome_kind kind) {
    if (kind == TREE_MAY_COUNT) return MODEL_MAY_COUNT;
    return kind == TREE_DOES_NOT_COUNT ? MODEL_DOES_NOT_COUNT : MODEL_COUNTS;
}

static size_t lower_outcome_count(const struct tree_outcome *outcomes) {
    size_t count = 0;
    for (; outcomes; outcomes = outcomes->next) {
        count += outcomes->names == NULL;
        for (const struct tree_text *name = outcomes->names; name; name = name->next)
            count++;
    }
    return count;
}

static void lower_outcome(struct lower *lower, struct model_example *to, const struct tree_outcome *from,
                          const struct model_specialization *of) {
    if (from->kind == TREE_COUNTS_NOTHING || from->kind == TREE_NOTHING_ELSE) {
        to->nothing_else = true;
        return;
    }
    enum model_expectation expectation = lower_expectation(from->kind);
    if (!from->names) to->outcomes[to->outcome_count++] = (struct model_outcome){expectation, 0, from->span};
    for (const struct tree_text *name = from->names; name && of; name = name->next) {
        size_t measure = lower_measure_named(lower, of, name->text);
        to->outcomes[to->outcome_count++] = (struct model_outcome){expectation, measure, name->span};
    }
}

static void lower_example(struct lower *lower, struct model_example *to, const struct tree_item *item,
                          const struct model_specialization *of) {
    to->name = lower_text(&item->name);
    to->span = item->head;
    to->cells = ARENA_ARRAY(lower->arena, lower->model->field_count, struct model_cell);
    for (const struct tree_cell *cell = item->cells; cell; cell = cell->next) {
        lower_cell(lower, &to->cells[cell->field_index], cell);
    }
    to->outcomes = ARENA_ARRAY(lower->arena, lower_outcome_count(item->outcomes), struct model_outcome);
    for (const struct tree_outcome *outcome = item->outcomes; outcome; outcome = outcome->next) {
        lower_outcome(lower, to, outcome, of);
    }
}

void lower_examples(struct lower *lower, struct model_example **examples, size_t *count, const struct tree_item *items,
                    const struct model_specialization *of) {
    *examples = ARENA_ARRAY(lower->arena, lower_count(items, TREE_EXAMPLE), struct model_example);
    *count = 0;
    for (; items; items = items->next) {
        if (items->kind == TREE_EXAMPLE) lower_example(lower, &(*examples)[(*count)++], items, of);
    }
}
