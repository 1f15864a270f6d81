#include "compiler/ast/check.h"

#include "compiler/base/fold.h"

#include <string.h>

/* The value that a text means, by the aliases of the field. */
static const char *check_canonical(const struct check *check, int field, const char *folded) {
    const struct check_value *alias = check_values_find(&check->aliases, field, folded);
    return alias ? alias->text : folded;
}

static size_t check_list_length(const struct tree_value *values) {
    size_t count = 0;
    for (; values; values = values->next) {
        const struct tree_item *list = values->list;
        count++;
        for (const struct tree_value *inner = list ? list->values : NULL; inner; inner = inner->next)
            count++;
    }
    return count;
}

static size_t check_gather_value(const struct check *check, const struct tree_value *value, int field, struct span span,
                                 struct check_name *names, size_t count) {
    if (value->kind == TREE_TEXT && !*fold_text(check->arena, value->text)) return count;
    const char *text = value->kind == TREE_BLANK ? "blank" : value->text;
    const char *folded =
        value->kind == TREE_BLANK ? "" : check_canonical(check, field, fold_text(check->arena, value->text));
    names[count] = (struct check_name){.folded = folded, .text = text, .span = span};
    return count + 1;
}

/* A value may stand once in a list, by the way values are compared. */
static void check_twice(struct check *check, const struct tree_value *values, int field) {
    struct check_name *names = ARENA_ARRAY(check->arena, check_list_length(values), struct check_name);
    size_t count = 0;
    for (const struct tree_value *value = values; value; value = value->next) {
        if (value->kind == TREE_TEXT || value->kind == TREE_BLANK)
            count = check_gather_value(check, value, field, value->span, names, count);
        for (const struct tree_value *inner = value->list ? value->list->values : NULL; inner; inner = inner->next)
            count = check_gather_value(check, inner, field, value->span, names, count);
    }
    check_unique(check, names, count, A0408, "the value");
}

void check_value_list(struct check *check, struct tree_value *values, int field, bool blank) {
    bool listed = true; /* of values without quotes the first is told */
    for (struct tree_value *value = values; value; value = value->next) {
        if (value->kind == TREE_TEXT) check_value_text(check, value->text, value->span, blank);
        if (value->kind == TREE_LIST) listed = check_list_value(check, value, field, listed);
        if (value->kind == TREE_BLANK && !blank) {
            struct diagnostic *item = diagnostic_add(check->diagnostics, A0407, value->span,
                                                     "`anything except` needs a value: a blank fails it already");
            item->hint = "leave it out";
        }
    }
    if (field >= 0) check_twice(check, values, field);
}

static void check_name_values(struct check *check, const struct tree_value *values, int field) {
    for (; values; values = values->next) {
        if (values->kind == TREE_TEXT) check_values_add(check, &check->named, field, values->text, values->span);
        if (values->list) check_name_values(check, values->list->values, field);
    }
}

static void check_condition(struct check *check, struct tree_expression *condition) {
    condition->field_index = check_field(check, &condition->field);
    int field = condition->field_index;
    if (field >= 0) {
        enum tree_item_kind kind = check->fields[field]->kind;
        if (kind == TREE_AMOUNT || kind == TREE_MONTH)
            diagnostic_add(check->diagnostics, A0410, condition->field.span, "%s is %s: conditions compare texts",
                           condition->field.text, kind == TREE_MONTH ? "the month" : "the amount");
    }
    check_value_list(check, condition->values, field, condition->test != TREE_ANYTHING_EXCEPT);
    if (field >= 0) check_name_values(check, condition->values, field);
}

void check_expression(struct check *check, struct tree_expression *expression) {
    if (expression->kind == TREE_CONDITION) check_condition(check, expression);
    for (struct tree_expression *child = expression->children; child; child = child->next)
        check_expression(check, child);
}
