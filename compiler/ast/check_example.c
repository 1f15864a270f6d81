#include "compiler/ast/check.h"

#include "compiler/base/fold.h"
#include "compiler/base/near.h"
#include "runtime/core/assay.h"

#include <string.h>

static void check_cells(struct check *check, struct tree_item *example) {
    for (struct tree_cell *cell = example->cells; cell; cell = cell->next) {
        cell->field_index = check_field(check, &cell->field);
        if (cell->value->kind == TREE_TEXT) check_value_text(check, cell->value->text, cell->value->span, true);
        for (const struct tree_cell *before = example->cells; before != cell && cell->field_index >= 0;
             before = before->next) {
            if (before->field_index != cell->field_index) continue;
            struct diagnostic *item =
                diagnostic_add(check->diagnostics, A0413, cell->field.span, "%s is given twice", cell->field.text);
            item->other = before->field.span;
            item->other_text = "it is given here already";
            item->hint = "a row has one value of a field: keep one of the two";
        }
    }
}

/* Outcomes that exclude one another: a measure named twice, or something beside `counts as nothing`. */
static void check_contradiction(struct check *check, const struct tree_item *example) {
    bool nothing = false, something = false;
    size_t count = 0;
    for (const struct tree_outcome *outcome = example->outcomes; outcome; outcome = outcome->next) {
        nothing = nothing || outcome->kind == TREE_COUNTS_NOTHING;
        something = something || outcome->kind == TREE_COUNTS || outcome->kind == TREE_MAY_COUNT ||
                    outcome->kind == TREE_NOTHING_ELSE;
        for (const struct tree_text *name = outcome->names; name; name = name->next)
            count++;
    }
    if (nothing && something)
        diagnostic_add(check->diagnostics, A0501, example->head, "something counts here, and nothing does")->hint =
            "keep one of the two";
    struct check_name *names = ARENA_ARRAY(check->arena, count, struct check_name);
    count = 0;
    for (const struct tree_outcome *outcome = example->outcomes; outcome; outcome = outcome->next)
        for (const struct tree_text *name = outcome->names; name; name = name->next)
            names[count++] = (struct check_name){
                .folded = fold_text(check->arena, name->text), .text = name->text, .span = name->span};
    check_unique(check, names, count, A0501, "the measure");
}

static void check_outcomes(struct check *check, const struct tree_item *block, const struct tree_item *example) {
    bool usage = block->kind == TREE_USAGE;
    for (const struct tree_outcome *outcome = example->outcomes; outcome; outcome = outcome->next) {
        bool eligibility =
            !outcome->names && outcome->kind != TREE_COUNTS_NOTHING && outcome->kind != TREE_NOTHING_ELSE;
        if (usage != eligibility) {
            struct diagnostic *item =
                diagnostic_add(check->diagnostics, A0502, outcome->span,
                               usage ? "the usage declaration has no measures" : "which measure?");
            item->hint = usage ? "write: counts | does not count | may count" : "write: counts as \"...\"";
            continue;
        }
        check_declared(check, block, TREE_MEASURE, outcome->names);
    }
    if (usage && example->outcomes->next)
        diagnostic_add(check->diagnostics, A0501, example->outcomes->next->span, "a row is eligible or is not");
    check_contradiction(check, example);
}

void check_examples(struct check *check, struct tree_item *block) {
    for (struct tree_item *item = block->items; item; item = item->next) {
        if (item->kind != TREE_EXAMPLE) continue;
        check_title(check, item->name.text, item->name.span);
        check_cells(check, item);
        check_outcomes(check, block, item);
    }
}
