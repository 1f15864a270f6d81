#include "compiler/ast/lower.h"

#include "compiler/model/clauses.h"

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
    condition->lists = lower_list_names(lower, from->values, &condition->list_count);
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
