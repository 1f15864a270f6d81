/* random_sets.h - random rule sets with several measures, and brute force over all of their cells: sets of cells are
 * bits, and every answer comes from eval.h. No boxes, no clauses. */
#ifndef ASSAY_TESTS_RANDOM_SETS_H
#define ASSAY_TESTS_RANDOM_SETS_H

#include "compiler/model/eval.h"
#include "tests/unit/random_rules.h"

enum { ROUNDS = 400, CELLS_MAX = 4096, MEASURES_MAX = 12 };

/* One bit per cell. */
struct set {
    uint64_t words[CELLS_MAX / 64];
};

struct oracle {
    struct from_text from;
    struct model *model;
    struct eval *eval;
    struct model_cell *values[5]; /* per field: blank, a text that no rule names, and all texts */
    uint32_t counts[5];
    size_t field_count, cell_count;
    struct set all, eligible;
    const struct model_measure *measures[MEASURES_MAX];
    const struct model_specialization *of[MEASURES_MAX];
    struct set sets[MEASURES_MAX];
    size_t measure_count;
};

static inline void random_period(struct random_rules *random) {
    if (random_below(random, 3)) return;
    size_t from = 1 + random_below(random, 6), until = from + random_below(random, 5);
    text_add(&random->out, " effective");
    if (random_below(random, 3))
        text_addf(&random->out, " from 2023-01-%02zu", from);
    else
        until = 6;
    if (until == 6 || random_below(random, 2)) text_addf(&random->out, " until 2023-01-%02zu", until);
}

static inline void random_measure(struct random_rules *random, size_t number) {
    text_addf(&random->out, "measure \"M%zu\"", number);
    random_period(random);
    if (random_below(random, 4)) {
        text_add(&random->out, " counts usage where ");
        random_expression(random, 3);
    } else {
        text_add(&random->out, " counts usage under either");
        for (size_t i = 0; i < 1 + random_below(random, 3); i++) {
            text_addf(&random->out, " option \"%zu\" ", i + 1);
            random_expression(random, 2);
        }
    }
    text_add_char(&random->out, '\n');
}

static inline void random_text(struct random_rules *random) {
    static const char *const overlaps[] = {"", "measures may overlap\n", "measures must not overlap\n"};
    random_shape(random);
    if (random->field_count == 4) random->field_count = 3;
    text_clear(&random->out);
    text_add(&random->out, "usage \"U\" edition \"1\" cites \"Page\", 2023-01-03\n");
    for (size_t i = 0; i < random->field_count; i++)
        text_addf(&random->out, "field %c column \"%c\"\n", (int)('A' + i), (int)('A' + i));
    text_add(&random->out, "amount Cost column \"Cost\" in USD\n");
    random_aliases(random);
    for (size_t i = 0; i < random_below(random, 3); i++) {
        text_add(&random->out, "\ncounts only where ");
        random_expression(random, 1);
    }
    text_add(&random->out, "\nend\n");
    for (size_t s = 0, specializations = 1 + random_below(random, 3); s < specializations; s++) {
        text_addf(&random->out,
                  "specialization \"S%zu\" area \"Area\" cites \"Page\", 2023-01-03\n"
                  "requires neither audit nor references\n%s",
                  s, overlaps[random_below(random, 3)]);
        for (size_t i = 0, measures = 1 + random_below(random, 4); i < measures; i++)
            random_measure(random, i);
        text_add(&random->out, "end\n");
    }
}

static inline struct model_cell cell_of(const char *folded) {
    return (struct model_cell){.kind = folded ? MODEL_CELL_TEXT : MODEL_CELL_BLANK, .text = folded, .folded = folded};
}

static inline void oracle_values(struct oracle *oracle, const struct random_rules *random) {
    oracle->field_count = random->field_count;
    oracle->cell_count = 1;
    for (size_t f = 0; f < random->field_count; f++) {
        struct from_text *from = &oracle->from;
        oracle->values[f] = ARENA_ARRAY(&from->arena, 2 + random->texts[f], struct model_cell);
        oracle->values[f][0] = cell_of(NULL);
        oracle->values[f][1] = cell_of("unnamed");
        static const char *const folded[] = {"banjo", "quilt two", "ocean", "say \"hm\"", "tiger", "violet", "zephyr"};
        for (size_t i = 0; i < random->texts[f]; i++)
            oracle->values[f][2 + i] = cell_of(folded[i]);
        oracle->counts[f] = (uint32_t)(2 + random->texts[f]);
        oracle->cell_count *= oracle->counts[f];
    }
    assert_true(oracle->cell_count <= CELLS_MAX);
}

static inline bool set_has(const struct set *set, size_t cell) {
    return set->words[cell / 64] >> (cell % 64) & 1;
}

/* The rows of a condition. */
static inline struct set set_of_condition(const struct oracle *oracle, const struct model_condition *condition) {
    struct set set = {{0}};
    bool holds[16];
    for (size_t v = 0; v < oracle->counts[condition->field]; v++)
        holds[v] = eval_condition(oracle->eval, condition, &oracle->values[condition->field][v]);
    uint32_t cell[5] = {0};
    size_t index = 0;
    do {
        if (holds[cell[condition->field]]) set.words[index / 64] |= UINT64_C(1) << (index % 64);
        index++;
    } while (random_next(cell, oracle->counts, oracle->field_count));
    return set;
}

static inline struct set set_both(struct set a, const struct set *b) {
    for (size_t i = 0; i < CELLS_MAX / 64; i++)
        a.words[i] &= b->words[i];
    return a;
}

static inline struct set set_either(struct set a, const struct set *b) {
    for (size_t i = 0; i < CELLS_MAX / 64; i++)
        a.words[i] |= b->words[i];
    return a;
}

static inline bool set_is_empty(const struct set *set) {
    for (size_t i = 0; i < CELLS_MAX / 64; i++) {
        if (set->words[i]) return false;
    }
    return true;
}

static inline bool set_contains(const struct set *outer, const struct set *inner) {
    for (size_t i = 0; i < CELLS_MAX / 64; i++) {
        if (inner->words[i] & ~outer->words[i]) return false;
    }
    return true;
}

/* ---- An expression of which parts may be left out ---- */

struct node {
    const struct model_expression *expression;
    struct node *children;
    size_t left; /* children that were not left out */
    bool out;
    bool values_out[16]; /* of a condition: those left out; behind the last one: blank */
};

static inline struct node *node_new(struct arena *arena, const struct model_expression *expression) {
    struct node *node = ARENA_NEW(arena, struct node);
    node->expression = expression;
    node->left = expression->child_count;
    node->children = ARENA_ARRAY(arena, expression->child_count, struct node);
    for (size_t i = 0; i < expression->child_count; i++)
        node->children[i] = *node_new(arena, expression->children[i]);
    return node;
}

static inline struct model_condition node_condition(const struct node *node, struct model_value *values) {
    struct model_condition condition = *node->expression->condition;
    size_t count = 0;
    for (size_t i = 0; i < condition.value_count; i++) {
        if (!node->values_out[i]) values[count++] = condition.values[i];
    }
    if (node->values_out[condition.value_count]) condition.blank = false;
    condition.values = values;
    condition.value_count = count;
    return condition;
}

static inline struct set set_of_node(const struct oracle *oracle, const struct node *node) {
    if (node->expression->kind == MODEL_CONDITION) {
        struct model_value values[16];
        struct model_condition condition = node_condition(node, values);
        return set_of_condition(oracle, &condition);
    }
    bool all = node->expression->kind == MODEL_ALL;
    struct set set = all ? oracle->all : (struct set){{0}};
    for (size_t i = 0; i < node->expression->child_count; i++) {
        if (node->children[i].out) continue;
        struct set child = set_of_node(oracle, &node->children[i]);
        set = all ? set_both(set, &child) : set_either(set, &child);
    }
    return set;
}

/* ---- A rule set ---- */

static inline void oracle_of_text(struct oracle *oracle, const struct random_rules *random) {
    *oracle = (struct oracle){0};
    oracle->model = from_text(&oracle->from, random->out.data);
    if (!oracle->model) fail_msg("%s", oracle->from.diagnostics.items[0].text);
    oracle->eval = eval_new(oracle->model, &oracle->from.arena);
    oracle_values(oracle, random);
    for (size_t i = 0; i < oracle->cell_count; i++)
        oracle->all.words[i / 64] |= UINT64_C(1) << (i % 64);
    oracle->eligible = oracle->all;
    for (size_t i = 0; i < oracle->model->eligibility_count; i++) {
        struct node *root = node_new(&oracle->from.arena, oracle->model->eligibilities[i].rule.where);
        struct set set = set_of_node(oracle, root);
        oracle->eligible = set_both(oracle->eligible, &set);
    }
    for (size_t s = 0; s < oracle->model->specialization_count; s++) {
        const struct model_specialization *of = &oracle->model->specializations[s];
        for (size_t i = 0; i < of->measure_count; i++) {
            size_t number = oracle->measure_count++;
            oracle->measures[number] = &of->measures[i];
            oracle->of[number] = of;
            oracle->sets[number] = set_of_node(oracle, node_new(&oracle->from.arena, of->measures[i].rule.where));
        }
    }
}

static inline void oracle_begin(struct oracle *oracle, struct random_rules *random) {
    random_text(random);
    oracle_of_text(oracle, random);
}

#endif
