/* The parts of a rule that change nothing, against the definition of needless.h, word by word, over all cells. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "compiler/analysis/needless.h"
#include "tests/unit/random_sets.h"

/* Whether every condition of all rules treats two values of a field alike. */
static bool alike_in(const struct oracle *oracle, const struct model_expression *expression, size_t field, size_t a,
                     size_t b) {
    for (size_t i = 0; i < expression->child_count; i++) {
        if (!alike_in(oracle, expression->children[i], field, a, b)) return false;
    }
    const struct model_condition *condition = expression->condition;
    if (expression->kind != MODEL_CONDITION || condition->field != field) return true;
    return eval_condition(oracle->eval, condition, &oracle->values[field][a]) ==
           eval_condition(oracle->eval, condition, &oracle->values[field][b]);
}

static bool alike(const struct oracle *oracle, size_t field, size_t a, size_t b) {
    for (size_t i = 0; i < oracle->model->eligibility_count; i++) {
        if (!alike_in(oracle, oracle->model->eligibilities[i].rule.where, field, a, b)) return false;
    }
    for (size_t i = 0; i < oracle->measure_count; i++) {
        if (!alike_in(oracle, oracle->measures[i]->rule.where, field, a, b)) return false;
    }
    return true;
}

struct asked {
    const struct oracle *oracle;
    const struct space *space;
    struct node *root;
    struct set whole;
    const struct needless_parts *parts;
    size_t next; /* the part that must come next */
};

static bool asked_is_same(const struct asked *asked) {
    struct set now = set_of_node(asked->oracle, asked->root);
    return memcmp(&now, &asked->whole, sizeof now) == 0;
}

/* Takes the next part, which must be of this kind and node. */
static const struct needless_part *asked_take(struct asked *asked, enum needless_kind kind, const struct node *node) {
    assert_true(asked->next < asked->parts->count);
    const struct needless_part *part = &asked->parts->items[asked->next++];
    assert_int_equal(part->kind, kind);
    assert_ptr_equal(part->node, node->expression);
    return part;
}

/* Every row of the box that is shown is in the rule; and in the alternative, or not in what the condition holds for, or
 * it has one of the values. */
static void asked_shown(const struct asked *asked, const struct needless_part *part, const struct set *in) {
    const struct oracle *oracle = asked->oracle;
    uint32_t cell[5] = {0};
    size_t index = 0, rows = 0;
    do {
        bool shown = true;
        for (size_t f = 0; f < oracle->field_count; f++) {
            uint32_t code = space_code(asked->space, f, oracle->values[f][cell[f]].folded);
            shown = shown && box_has(asked->space, part->shown, f, asked->space->fields[f].class_of[code]);
        }
        rows += shown;
        if (shown) assert_true(set_has(&asked->whole, index));
        if (shown) assert_int_equal(set_has(in, index), part->kind != NEEDLESS_CONDITION);
        index++;
    } while (random_next(cell, oracle->counts, oracle->field_count));
    assert_true(rows > 0);
}

/* Leaves a child out where that changes nothing. `around`: what stands around it holds. */
static void asked_child(struct asked *asked, struct node *node, struct node *child, struct set around) {
    if (node->left < 2) return;
    struct set in = set_of_node(asked->oracle, child), held = set_both(in, &around);
    child->out = true;
    if (!asked_is_same(asked)) {
        child->out = false;
        return;
    }
    node->left--;
    enum needless_kind kind = node->expression->kind == MODEL_ALL ? NEEDLESS_CONDITION
                              : set_is_empty(&held)               ? NEEDLESS_DEAD
                                                                  : NEEDLESS_ALTERNATIVE;
    const struct needless_part *part = asked_take(asked, kind, child);
    if (kind == NEEDLESS_ALTERNATIVE) assert_non_null(part->shown);
    if (kind == NEEDLESS_DEAD) assert_null(part->shown);
    if (part->shown) asked_shown(asked, part, &in);
}

/* The value of a field that a listed one, or blank, is. */
static size_t value_index(const struct oracle *oracle, const struct model_condition *condition, size_t listed) {
    if (listed == condition->value_count) return 0;
    size_t index = 2;
    while (strcmp(oracle->values[condition->field][index].folded, condition->values[listed].folded) != 0)
        index++;
    return index;
}

/* The order of classes: by their least member; blank, what no rule names, then texts in order. */
static const char *class_rank(const struct oracle *oracle, size_t field, size_t value) {
    const char *least = NULL;
    for (size_t i = 0; i < oracle->counts[field]; i++) {
        if (i != value && !alike(oracle, field, i, value)) continue;
        const char *rank = i == 0 ? "" : i == 1 ? "\x01" : oracle->values[field][i].folded;
        if (!least || strcmp(rank, least) < 0) least = rank;
    }
    return least;
}

static void asked_values(struct asked *asked, struct node *node) {
    const struct oracle *oracle = asked->oracle;
    const struct model_condition *condition = node->expression->condition;
    size_t count = condition->value_count + condition->blank;
    const char *ranks[16], *last = "\xFF";
    for (size_t i = 0; i < condition->value_count; i++)
        ranks[i] = class_rank(oracle, condition->field, value_index(oracle, condition, i));
    ranks[condition->value_count] = class_rank(oracle, condition->field, 0);
    for (;;) {
        const char *greatest = NULL;
        for (size_t i = 0; i < count; i++) {
            if (strcmp(ranks[i], last) < 0 && (!greatest || strcmp(ranks[i], greatest) > 0)) greatest = ranks[i];
        }
        if (!greatest) return;
        last = greatest;
        if (condition->test == ASSAY_ANYTHING_EXCEPT && *greatest == '\0') continue;
        size_t stays = 0;
        bool before[16];
        memcpy(before, node->values_out, sizeof before);
        for (size_t i = 0; i < count; i++) {
            if (strcmp(ranks[i], greatest) == 0) node->values_out[i] = true;
            stays += !node->values_out[i] && !(condition->test == ASSAY_ANYTHING_EXCEPT && *ranks[i] == '\0');
        }
        if (stays == 0 || !asked_is_same(asked)) {
            memcpy(node->values_out, before, sizeof before);
            continue;
        }
        const struct needless_part *part = asked_take(asked, NEEDLESS_VALUES, node);
        for (size_t i = 0; i < part->value_count; i++)
            assert_string_equal(ranks[part->values[i] - condition->values], greatest);
        struct model_condition only = *condition;
        only.test = ASSAY_ANY_OF;
        only.value_count = part->value_count;
        only.blank = part->blank;
        struct model_value values[16];
        for (size_t i = 0; i < part->value_count; i++)
            values[i] = *part->values[i];
        only.values = values;
        struct set with = set_of_condition(oracle, &only);
        if (part->shown) asked_shown(asked, part, &with);
        assert_int_equal(part->blank, condition->blank && strcmp(ranks[condition->value_count], greatest) == 0);
    }
}

static void asked_walk(struct asked *asked, struct node *node, struct set around) {
    if (node->expression->kind == MODEL_CONDITION) {
        asked_values(asked, node);
        return;
    }
    size_t count = node->expression->child_count;
    bool all = node->expression->kind == MODEL_ALL;
    for (size_t i = count; i-- > 0;)
        asked_child(asked, node, &node->children[i], around);
    for (size_t i = count; i-- > 0;) {
        if (node->children[i].out) continue;
        struct set beside = around;
        for (size_t k = 0; k < count && all; k++) {
            if (k == i || node->children[k].out) continue;
            struct set other = set_of_node(asked->oracle, &node->children[k]);
            beside = set_both(beside, &other);
        }
        asked_walk(asked, &node->children[i], beside);
    }
}

static size_t check_needless(const struct oracle *oracle, const struct space *space, const struct model_rule *rule) {
    struct arena scratch = {0};
    struct space_budget budget = {UINT64_C(100000000), false};
    struct needless_parts parts = needless_find(space, rule, &scratch, &budget);
    struct asked asked = {oracle, space, node_new(&scratch, rule->where), {{0}}, &parts, 0};
    asked.whole = set_of_node(oracle, asked.root);
    asked_walk(&asked, asked.root, oracle->all);
    assert_int_equal(asked.next, parts.count);
    assert_false(budget.exceeded);
    arena_free(&scratch);
    return parts.count;
}

static void test_parts_that_change_nothing(void **state) {
    (void)state;
    struct random_rules random = {.state = 11};
    size_t found = 0;
    for (size_t round = 0; round < ROUNDS; round++) {
        struct oracle oracle;
        oracle_begin(&oracle, &random);
        const struct model *model = oracle.model;
        const struct space *space = space_new(&model, 1, &oracle.from.arena);
        for (size_t i = 0; i < oracle.measure_count; i++) {
            if (!set_is_empty(&oracle.sets[i])) found += check_needless(&oracle, space, &oracle.measures[i]->rule);
        }
        from_text_end(&oracle.from);
    }
    text_free(&random.out);
    assert_true(found > ROUNDS);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_parts_that_change_nothing)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
