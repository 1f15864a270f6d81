#include "compiler/ast/lower.h"

#include "compiler/model/clauses.h"
#include "compiler/base/fold.h"

#include <stdlib.h>
#include <string.h>

static size_t lower_count_texts(const struct tree_value *values) {
    size_t count = 0;
    for (; values; values = values->next) {
        count += values->kind == TREE_TEXT;
        if (values->kind == TREE_LIST) count += lower_count_texts(values->list->values);
    }
    return count;
}

static void lower_collect(struct lower *lower, struct model_value *to, size_t *count, const struct tree_value *from) {
    for (; from; from = from->next) {
        if (from->kind == TREE_LIST) lower_collect(lower, to, count, from->list->values);
        if (from->kind != TREE_TEXT) continue;
        to[(*count)++] = (struct model_value){from->text, fold_text(lower->arena, from->text), from->span};
    }
}

/* Of values that fold alike the one that stands first in the files comes first. */
static int lower_by_folded(const void *left, const void *right) {
    const struct model_value *a = left, *b = right;
    int difference = strcmp(a->folded, b->folded);
    if (difference) return difference;
    return (a->span.begin > b->span.begin) - (a->span.begin < b->span.begin);
}

struct model_value *lower_values(struct lower *lower, const struct tree_value *values, size_t *count, bool *blank) {
    struct model_value *sorted = ARENA_ARRAY(lower->arena, lower_count_texts(values), struct model_value);
    size_t all = 0, kept = 0;
    lower_collect(lower, sorted, &all, values);
    qsort(sorted, all, sizeof *sorted, lower_by_folded);
    for (size_t i = 0; i < all; i++) {
        if (kept && strcmp(sorted[kept - 1].folded, sorted[i].folded) == 0) continue;
        sorted[kept++] = sorted[i];
    }
    *count = kept;
    for (; values; values = values->next)
        *blank = *blank || values->kind == TREE_BLANK;
    return sorted;
}

/* "MS Series, Other Series", or NULL. */
static const char *lower_list_names(struct lower *lower, const struct tree_value *values) {
    const char *names = NULL;
    for (; values; values = values->next) {
        if (values->kind != TREE_LIST) continue;
        const char *name = values->list->name.text;
        names = names ? arena_format(lower->arena, "%s, %s", names, name) : name;
    }
    return names;
}

static enum assay_test lower_test(enum tree_test test) {
    switch (test) {
    case TREE_ANY_OF:
        return ASSAY_ANY_OF;
    case TREE_NONE_OF:
        return ASSAY_NONE_OF;
    case TREE_ANYTHING_EXCEPT:
        break;
    }
    return ASSAY_ANYTHING_EXCEPT;
}

static struct model_condition *lower_condition(struct lower *lower, const struct tree_expression *from) {
    struct model_condition *condition = ARENA_NEW(lower->arena, struct model_condition);
    condition->field = (uint16_t)from->field_index;
    condition->test = lower_test(from->test);
    condition->values = lower_values(lower, from->values, &condition->value_count, &condition->blank);
    condition->list = lower_list_names(lower, from->values);
    condition->span = from->span;
    return condition;
}

static struct model_expression *lower_expression(struct lower *lower, const struct tree_expression *from) {
    struct model_expression *to = ARENA_NEW(lower->arena, struct model_expression);
    to->span = from->span;
    if (from->kind == TREE_CONDITION) {
        to->kind = MODEL_CONDITION;
        to->condition = lower_condition(lower, from);
        return to;
    }
    to->kind = from->kind == TREE_OR ? MODEL_ANY : MODEL_ALL;
    for (const struct tree_expression *child = from->children; child; child = child->next)
        to->child_count++;
    to->children = ARENA_ARRAY(lower->arena, to->child_count, struct model_expression *);
    size_t count = 0;
    for (const struct tree_expression *child = from->children; child; child = child->next) {
        to->children[count++] = lower_expression(lower, child);
    }
    return to;
}

static struct model_expression *lower_union(struct lower *lower, const struct clauses_option *options, size_t count,
                                            struct model_expression **children) {
    if (count == 1) return children[0];
    struct model_expression *all = ARENA_NEW(lower->arena, struct model_expression);
    *all = (struct model_expression){.kind = MODEL_ANY, .children = children, .child_count = count};
    all->span = (struct span){options[0].span.begin, children[count - 1]->span.end};
    return all;
}

void lower_rule(struct lower *lower, struct model_rule *rule, const struct tree_option *options, struct span head) {
    size_t count = 0;
    for (const struct tree_option *option = options; option; option = option->next)
        count++;
    struct clauses_option *list = ARENA_ARRAY(lower->arena, count, struct clauses_option);
    struct model_expression **children = ARENA_ARRAY(lower->arena, count, struct model_expression *);
    size_t at = 0;
    for (const struct tree_option *option = options; option; option = option->next, at++) {
        children[at] = lower_expression(lower, option->where);
        list[at].name = option->name.text;
        list[at].span = option->name.text ? option->name.span : head;
        list[at].where = children[at];
    }
    rule->where = lower_union(lower, list, count, children);
    clauses_make(rule, list, count, head, lower->arena, lower->diagnostics);
}
