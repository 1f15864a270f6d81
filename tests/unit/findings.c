/* Findings about what rules mean, against brute force over all cells of small rule sets: the oracle knows no boxes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "compiler/analysis/findings.h"
#include "compiler/analysis/needless.h"
#include "tests/unit/random_rules.h"

enum { ROUNDS = 400, CELLS_MAX = 4096, DAYS = 12, MEASURES_MAX = 12 };

static const uint32_t first_day = 20230101;

/* ---- Rules and their cells ---- */

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

static void random_period(struct random_rules *random) {
    if (random_below(random, 3)) return;
    size_t from = 1 + random_below(random, 6), until = from + random_below(random, 5);
    text_add(&random->out, " effective");
    if (random_below(random, 3))
        text_addf(&random->out, " from 2023-01-%02zu", from);
    else
        until = 6;
    if (until == 6 || random_below(random, 2)) text_addf(&random->out, " until 2023-01-%02zu", until);
}

static void random_measure(struct random_rules *random, size_t number) {
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

static void random_text(struct random_rules *random) {
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

static struct model_cell cell_of(const char *folded) {
    return (struct model_cell){.kind = folded ? MODEL_CELL_TEXT : MODEL_CELL_BLANK, .text = folded, .folded = folded};
}

static void oracle_values(struct oracle *oracle, const struct random_rules *random) {
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

static bool set_has(const struct set *set, size_t cell) {
    return set->words[cell / 64] >> (cell % 64) & 1;
}

/* The rows of a condition. */
static struct set set_of_condition(const struct oracle *oracle, const struct model_condition *condition) {
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

static struct set set_both(struct set a, const struct set *b) {
    for (size_t i = 0; i < CELLS_MAX / 64; i++)
        a.words[i] &= b->words[i];
    return a;
}

static struct set set_either(struct set a, const struct set *b) {
    for (size_t i = 0; i < CELLS_MAX / 64; i++)
        a.words[i] |= b->words[i];
    return a;
}

static bool set_is_empty(const struct set *set) {
    for (size_t i = 0; i < CELLS_MAX / 64; i++) {
        if (set->words[i]) return false;
    }
    return true;
}

static bool set_contains(const struct set *outer, const struct set *inner) {
    for (size_t i = 0; i < CELLS_MAX / 64; i++) {
        if (inner->words[i] & ~outer->words[i]) return false;
    }
    return true;
}

/* ---- Parts that change nothing: the definition of needless.h, word by word ---- */

struct node {
    const struct model_expression *expression;
    struct node *children;
    size_t left; /* children that were not left out */
    bool out;
    bool values_out[16]; /* of a condition: those left out; behind the last one: blank */
};

static struct node *node_new(struct arena *arena, const struct model_expression *expression) {
    struct node *node = ARENA_NEW(arena, struct node);
    node->expression = expression;
    node->left = expression->child_count;
    node->children = ARENA_ARRAY(arena, expression->child_count, struct node);
    for (size_t i = 0; i < expression->child_count; i++)
        node->children[i] = *node_new(arena, expression->children[i]);
    return node;
}

static struct model_condition node_condition(const struct node *node, struct model_value *values) {
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

static struct set set_of_node(const struct oracle *oracle, const struct node *node) {
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

/* ---- What is told of measures ---- */

static bool in_force(const struct model_measure *measure, uint32_t day) {
    return (measure->from == 0 || measure->from <= day) && (measure->until == 0 || day <= measure->until);
}

static bool throughout(const struct model_measure *outer, const struct model_measure *inner) {
    for (uint32_t day = first_day - 1; day < first_day + DAYS; day++) {
        if (in_force(inner, day) && !in_force(outer, day)) return false;
    }
    return true;
}

static bool together(const struct model_measure *a, const struct model_measure *b) {
    for (uint32_t day = first_day - 1; day < first_day + DAYS; day++) {
        if (in_force(a, day) && in_force(b, day)) return true;
    }
    return false;
}

/* How often a finding with this code stands at a place and speaks of another, or of none. */
static size_t told(const struct oracle *oracle, enum message_code code, struct span at, const struct span *other,
                   const char *words) {
    size_t count = 0;
    for (size_t i = 0; i < oracle->from.diagnostics.count; i++) {
        const struct diagnostic *item = &oracle->from.diagnostics.items[i];
        if (item->code != code || item->span.begin != at.begin || !strstr(item->text, words)) continue;
        const struct finding *finding = item->finding;
        count += !other || (finding->related_count && finding->related[0].span.begin == other->begin);
    }
    return count;
}

static size_t told_in_all(const struct oracle *oracle, enum message_code code) {
    size_t count = 0;
    for (size_t i = 0; i < oracle->from.diagnostics.count; i++)
        count += oracle->from.diagnostics.items[i].code == code;
    return count;
}

static bool inside(const struct oracle *oracle, size_t inner, size_t outer) {
    return throughout(oracle->measures[outer], oracle->measures[inner]) &&
           set_contains(&oracle->sets[outer], &oracle->sets[inner]);
}

/* Every pair that is equal or contained is told, and nothing else. */
static void check_pairs(const struct oracle *oracle) {
    size_t counts[4] = {0};
    static const enum message_code codes[] = {A0711, A0712, A0713, A0714};
    for (size_t a = 0; a < oracle->measure_count; a++) {
        for (size_t b = 0; b < oracle->measure_count; b++) {
            if (a == b || set_is_empty(&oracle->sets[a]) || set_is_empty(&oracle->sets[b])) continue;
            if (!inside(oracle, a, b)) continue;
            bool equal = inside(oracle, b, a), across = oracle->of[a] != oracle->of[b];
            if (equal && b < a) continue;
            size_t kind = (across ? 2u : 0u) + (equal ? 0u : 1u);
            counts[kind]++;
            size_t found = told(oracle, codes[kind], oracle->measures[a]->span, &oracle->measures[b]->span,
                                equal ? "counts the same rows as" : "is contained in '");
            assert_int_equal(found, 1);
        }
    }
    for (size_t kind = 0; kind < 4; kind++) {
        if (kind != 1) assert_int_equal(told_in_all(oracle, codes[kind]), counts[kind]);
    }
}

/* The related measures hold it together, and each of them is needed. */
static void check_cover(const struct oracle *oracle, size_t measure, const struct finding *finding) {
    for (size_t without = 0; without <= finding->related_count; without++) {
        struct set covered = {{0}};
        for (size_t i = 0; i < finding->related_count; i++) {
            for (size_t k = 0; k < oracle->measure_count && i != without; k++) {
                if (oracle->measures[k]->span.begin == finding->related[i].span.begin)
                    covered = set_either(covered, &oracle->sets[k]);
            }
        }
        assert_int_equal(set_contains(&covered, &oracle->sets[measure]), without == finding->related_count);
    }
}

static size_t check_union(const struct oracle *oracle, size_t measure) {
    struct set others = {{0}};
    bool alone = false;
    for (size_t i = 0; i < oracle->measure_count; i++) {
        if (i == measure || oracle->of[i] != oracle->of[measure]) continue;
        if (!throughout(oracle->measures[i], oracle->measures[measure])) continue;
        if (!set_is_empty(&oracle->sets[i])) alone = alone || set_contains(&oracle->sets[i], &oracle->sets[measure]);
        others = set_either(others, &oracle->sets[i]);
    }
    bool wanted = !alone && !set_is_empty(&oracle->sets[measure]) && set_contains(&others, &oracle->sets[measure]);
    struct span at = oracle->measures[measure]->span;
    assert_int_equal(told(oracle, A0712, at, NULL, "together"), wanted);
    for (size_t i = 0; i < oracle->from.diagnostics.count && wanted; i++) {
        const struct diagnostic *item = &oracle->from.diagnostics.items[i];
        if (item->code == A0712 && item->span.begin == at.begin && strstr(item->text, "together"))
            check_cover(oracle, measure, item->finding);
    }
    return wanted;
}

static void check_dead(const struct oracle *oracle) {
    bool none = set_is_empty(&oracle->eligible);
    for (size_t i = 0; i < oracle->measure_count; i++) {
        struct span at = oracle->measures[i]->span;
        bool empty = set_is_empty(&oracle->sets[i]);
        struct set counts = set_both(oracle->eligible, &oracle->sets[i]);
        assert_int_equal(told(oracle, A0701, at, NULL, ""), empty);
        assert_int_equal(told(oracle, A0702, at, NULL, ""), !empty && !none && set_is_empty(&counts));
    }
}

static bool overlaps(const struct oracle *oracle, size_t a, size_t b) {
    struct set both = set_both(oracle->sets[a], &oracle->sets[b]);
    both = set_both(both, &oracle->eligible);
    return !set_is_empty(&both) && together(oracle->measures[a], oracle->measures[b]);
}

/* The pairs of a specialization that overlap stand in its finding's subject, and no others. */
static size_t check_overlap(const struct oracle *oracle, const struct model_specialization *of) {
    bool forbidden = of->overlap == MODEL_MUST_NOT_OVERLAP, may = of->overlap == MODEL_MAY_OVERLAP;
    enum message_code code = forbidden ? A0782 : A0781;
    struct span at = forbidden ? of->overlap_span : of->span;
    const char *subject = "";
    for (size_t i = 0; i < oracle->from.diagnostics.count; i++) {
        const struct diagnostic *item = &oracle->from.diagnostics.items[i];
        if (item->code == code && item->span.begin == at.begin) subject = item->finding->subject;
    }
    size_t count = 0;
    for (size_t a = 0; a < oracle->measure_count; a++) {
        for (size_t b = a + 1; b < oracle->measure_count; b++) {
            if (oracle->of[a] != of || oracle->of[b] != of) continue;
            char pair[64];
            snprintf(pair, sizeof pair, "\nm%s and m%s:", oracle->measures[a]->name.text + 1,
                     oracle->measures[b]->name.text + 1);
            bool wanted = overlaps(oracle, a, b);
            assert_int_equal(strstr(subject, pair) != NULL, wanted && !may);
            count += wanted;
        }
    }
    assert_int_equal(told(oracle, code, at, NULL, ""), count && !may);
    assert_int_equal(told(oracle, A0783, of->overlap_span, NULL, ""), may && !count);
    return count;
}

/* ---- Witnesses ---- */

/* Reads `A "banjo", B blank` into a row; the other cells are random. */
static void read_row(const struct oracle *oracle, struct random_rules *random, const char *witness,
                     struct model_cell *row) {
    for (size_t f = 0; f < oracle->model->field_count; f++) {
        row[f] = cell_of(NULL);
        if (f < oracle->field_count) row[f] = oracle->values[f][random_below(random, oracle->counts[f])];
    }
    for (const char *at = witness; *at && strcmp(witness, "any row") != 0;) {
        struct model_cell *cell = &row[*at - 'A'];
        at += 2;
        *cell = cell_of(NULL);
        if (*at == '"') {
            const char *end = strstr(at, "Hm") ? strstr(at, "Hm") + 4 : strchr(at + 1, '"');
            if (strncmp(at, "\"Say", 4) != 0) end = strchr(at + 1, '"');
            static const char *const words[][2] = {
                {"\"Banjo", "banjo"}, {"\"quilt", "quilt two"}, {"\"OCEAN", "ocean"},  {"\"Say", "say \"hm\""},
                {"\"Tiger", "tiger"}, {"\"Violet", "violet"},   {"\"Zephyr", "zephyr"}};
            *cell = cell_of("unnamed");
            for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
                if (strncmp(at, words[i][0], strlen(words[i][0])) == 0) *cell = cell_of(words[i][1]);
            }
            at = end;
        }
        while (*at && strncmp(at, ", ", 2) != 0)
            at++;
        at += *at ? 2 : 0;
    }
}

static void check_row(const struct oracle *oracle, struct random_rules *random, const char *witness,
                      const struct span *places, size_t count) {
    struct model_cell row[8];
    for (size_t round = 0; round < 20; round++) {
        read_row(oracle, random, witness, row);
        for (size_t i = 0; i < oracle->measure_count; i++) {
            for (size_t k = 0; k < count; k++) {
                if (oracle->measures[i]->span.begin != places[k].begin) continue;
                assert_true(eval_holds(oracle->eval, oracle->measures[i]->rule.where, row));
            }
        }
    }
}

static size_t check_witnesses(const struct oracle *oracle, struct random_rules *random) {
    size_t count = 0;
    for (size_t i = 0; i < oracle->from.diagnostics.count; i++) {
        const struct diagnostic *item = &oracle->from.diagnostics.items[i];
        if (item->code < A0711 || item->code > A0714) continue;
        assert_non_null(item->finding->witness);
        bool one = item->code == A0712 && strstr(item->text, "together");
        struct span places[] = {item->span, item->finding->related[0].span};
        check_row(oracle, random, item->finding->witness, places, one ? 1 : 2);
        count++;
    }
    return count;
}

/* ---- Rounds ---- */

static void oracle_of_text(struct oracle *oracle, const struct random_rules *random) {
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

static void oracle_begin(struct oracle *oracle, struct random_rules *random) {
    random_text(random);
    oracle_of_text(oracle, random);
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

static void test_measures(void **state) {
    (void)state;
    struct random_rules random = {.state = 12};
    size_t witnesses = 0, unions = 0, overlapping = 0;
    for (size_t round = 0; round < ROUNDS; round++) {
        struct oracle oracle;
        oracle_begin(&oracle, &random);
        struct findings_options options = {0};
        findings_run(oracle.model, &options, &oracle.from.arena, &oracle.from.diagnostics);
        check_pairs(&oracle);
        check_dead(&oracle);
        for (size_t i = 0; i < oracle.measure_count; i++)
            unions += check_union(&oracle, i);
        for (size_t s = 0; s < oracle.model->specialization_count; s++)
            overlapping += check_overlap(&oracle, &oracle.model->specializations[s]);
        witnesses += check_witnesses(&oracle, &random);
        from_text_end(&oracle.from);
    }
    text_free(&random.out);
    assert_true(witnesses > ROUNDS / 4);
    assert_true(overlapping > ROUNDS / 4);
    assert_true(unions > 5);
}

/* ---- Examples ---- */

/* Whether the row counts, or may, with some other cell in the field. */
static bool changed_counts(const struct oracle *oracle, const struct model_measure *measure, struct model_cell *row,
                           size_t field) {
    bool counts = false;
    struct model_cell held = row[field];
    for (size_t v = 0; v < oracle->counts[field]; v++) {
        enum assay_answer answer = ASSAY_NO;
        row[field] = oracle->values[field][v];
        assert_true(eval_rule(oracle->eval, &measure->rule, row, &answer));
        counts = counts || answer != ASSAY_NO;
    }
    row[field] = held;
    return counts;
}

/* Whether one given cell, changed, makes it count. */
static bool oracle_bites(const struct oracle *oracle, const struct model_example *example, size_t measures) {
    for (size_t m = 0; m < measures; m++) {
        for (size_t f = 0; f < oracle->field_count; f++) {
            if (example->cells[f].given && changed_counts(oracle, oracle->measures[m], example->cells, f)) return true;
        }
    }
    return false;
}

static void random_example(struct random_rules *random, size_t number) {
    text_addf(&random->out, "example \"E%zu\" given", number);
    for (size_t f = 0, given = 0; f < random->field_count; f++) {
        if (random_below(random, 3) == 0 && (given || f + 1 < random->field_count)) continue;
        text_addf(&random->out, "%s %c ", given++ ? "," : "", (int)('A' + f));
        size_t kind = random_below(random, 6);
        if (kind < 2)
            text_add(&random->out, kind ? "blank" : "absent");
        else
            text_addf(&random->out, "\"only %c\"", (int)('a' + f));
    }
    text_add(&random->out, " counts as nothing\n");
}

/* Rules whose examples give texts that no rule names, or nothing: none of them would do in another column. */
static void test_examples(void **state) {
    (void)state;
    struct random_rules random = {.state = 13};
    size_t told_some = 0, bit_some = 0;
    for (size_t round = 0; round < ROUNDS; round++) {
        random_text(&random);
        random.out.length = (size_t)(strstr(random.out.data, "specialization") - random.out.data);
        text_add(&random.out, "specialization \"S\" area \"Area\" cites \"Page\", 2023-01-03\n"
                              "requires neither audit nor references\nmeasure \"M\" counts usage where ");
        random_expression(&random, 3);
        text_add_char(&random.out, '\n');
        for (size_t i = 0; i < 4; i++)
            random_example(&random, i);
        text_add(&random.out, "end\n");
        struct oracle oracle;
        oracle_of_text(&oracle, &random);
        struct findings_options options = {0};
        findings_run(oracle.model, &options, &oracle.from.arena, &oracle.from.diagnostics);
        const struct model_specialization *of = &oracle.model->specializations[0];
        for (size_t i = 0; i < of->example_count; i++) {
            enum assay_answer answer = ASSAY_NO;
            assert_true(eval_rule(oracle.eval, &of->measures[0].rule, of->examples[i].cells, &answer));
            bool bites = oracle_bites(&oracle, &of->examples[i], 1);
            if (answer != ASSAY_NO) continue;
            assert_int_equal(told(&oracle, A0751, of->examples[i].span, NULL, ""), !bites);
            told_some += !bites;
            bit_some += bites;
        }
        from_text_end(&oracle.from);
    }
    text_free(&random.out);
    assert_true(told_some > 50 && bit_some > 50);
}

static void test_the_bound(void **state) {
    (void)state;
    struct from_text from;
    struct model *model = from_text(&from, FROM_TEXT_USAGE("") FROM_TEXT_SPECIALIZATION(
                                               "S", "measure \"M\" counts usage where A is \"a\" or A is \"b\""
                                                    " or A is any of \"a\", \"b\""));
    struct findings_options options = {.bound = 1};
    findings_run(model, &options, &from.arena, &from.diagnostics);
    bool given_up = false;
    for (size_t i = 0; i < from.diagnostics.count; i++)
        given_up = given_up || (from.diagnostics.items[i].code == A0791 &&
                                strstr(from.diagnostics.items[i].text, "does every part of a rule change something"));
    assert_true(given_up);
    assert_int_equal(from.diagnostics.errors, given_up);
    from_text_end(&from);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_parts_that_change_nothing),
                                       cmocka_unit_test(test_measures), cmocka_unit_test(test_examples),
                                       cmocka_unit_test(test_the_bound)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
