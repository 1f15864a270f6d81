#include "compiler/model/clauses.h"

#include <stdlib.h>
#include <string.h>

enum {
    CLAUSES_CONDITION_MAX = 65535,          /* in one clause: the tables count them in 16 bits */
    CLAUSES_REFERENCE_MAX = 4 * 1024 * 1024 /* conditions of all clauses together */
};

/* ---- Counting, so that nothing is built that is too large ---- */

struct clauses_size {
    uint64_t clauses;    /* alternatives */
    uint64_t references; /* conditions in all of them */
    uint64_t longest;    /* conditions in the longest */
};

static const uint64_t clauses_far = UINT32_MAX; /* counts stop here: products of two still fit 64 bits */

static uint64_t clauses_cap(uint64_t count) {
    return count < clauses_far ? count : clauses_far;
}

static struct clauses_size clauses_size_either(struct clauses_size a, struct clauses_size b) {
    return (struct clauses_size){clauses_cap(a.clauses + b.clauses), clauses_cap(a.references + b.references),
                                 a.longest > b.longest ? a.longest : b.longest};
}

static struct clauses_size clauses_size_both(struct clauses_size a, struct clauses_size b) {
    uint64_t left = clauses_cap(a.references * b.clauses);
    uint64_t right = clauses_cap(b.references * a.clauses);
    return (struct clauses_size){clauses_cap(a.clauses * b.clauses), clauses_cap(left + right),
                                 clauses_cap(a.longest + b.longest)};
}

static struct clauses_size clauses_measure(const struct model_expression *expression) {
    if (expression->kind == MODEL_CONDITION) return (struct clauses_size){1, 1, 1};
    bool both = expression->kind == MODEL_ALL;
    struct clauses_size size = {both ? 1 : 0, 0, 0};
    for (size_t i = 0; i < expression->child_count; i++) {
        struct clauses_size child = clauses_measure(expression->children[i]);
        size = both ? clauses_size_both(size, child) : clauses_size_either(size, child);
    }
    return size;
}

static bool clauses_fit(struct clauses_size size, struct span head, struct diagnostics *diagnostics) {
    struct diagnostic *found = NULL;
    if (size.clauses > MODEL_CLAUSE_MAX) {
        const char *more = size.clauses < clauses_far ? "" : " or more";
        found = diagnostic_add(diagnostics, A0420, head, "the conditions become %llu%s alternatives; %d are allowed",
                               (unsigned long long)size.clauses, more, MODEL_CLAUSE_MAX);
    } else if (size.references > CLAUSES_REFERENCE_MAX || size.longest > CLAUSES_CONDITION_MAX) {
        found = diagnostic_add(diagnostics, A0420, head,
                               "the alternatives hold %llu conditions when written out; %d are allowed, %d in one",
                               (unsigned long long)size.references, CLAUSES_REFERENCE_MAX, CLAUSES_CONDITION_MAX);
    }
    if (found) found->note = "write fewer `or` inside of `and`: lists of values in one condition cost nothing";
    return found == NULL;
}

/* ---- Hash tables of pointers ---- */

struct clauses_table {
    void **slots;
    size_t mask;
};

static struct clauses_table clauses_table_new(struct arena *arena, size_t count) {
    size_t size = 4;
    while (size < 2 * count)
        size *= 2;
    return (struct clauses_table){ARENA_ARRAY(arena, size, void *), size - 1};
}

static uint64_t clauses_mix(uint64_t hash, uint64_t value) {
    hash = (hash ^ value) * UINT64_C(0x9E3779B97F4A7C15);
    return hash ^ hash >> 29;
}

/* ---- Conditions that say the same ---- */

static uint64_t clauses_condition_hash(const struct model_condition *condition) {
    uint64_t hash = clauses_mix(condition->field, (uint64_t)condition->test * 2 + condition->blank);
    for (size_t i = 0; i < condition->value_count; i++) {
        for (const char *at = condition->values[i].folded; *at; at++)
            hash = clauses_mix(hash, (unsigned char)*at);
        hash = clauses_mix(hash, 256);
    }
    return hash;
}

static bool clauses_condition_same(const struct model_condition *a, const struct model_condition *b) {
    if (a->field != b->field || a->test != b->test || a->blank != b->blank) return false;
    if (a->value_count != b->value_count) return false;
    for (size_t i = 0; i < a->value_count; i++) {
        if (strcmp(a->values[i].folded, b->values[i].folded) != 0) return false;
    }
    return true;
}

/* The condition that stands for all that say the same: the one met first. */
static struct model_condition *clauses_condition(struct clauses_table *table, struct model_condition *condition) {
    size_t at = (size_t)clauses_condition_hash(condition) & table->mask;
    for (; table->slots[at]; at = (at + 1) & table->mask) {
        if (clauses_condition_same(table->slots[at], condition)) return table->slots[at];
    }
    table->slots[at] = condition;
    return condition;
}

static size_t clauses_conditions(const struct model_expression *expression) {
    if (expression->kind == MODEL_CONDITION) return 1;
    size_t count = 0;
    for (size_t i = 0; i < expression->child_count; i++)
        count += clauses_conditions(expression->children[i]);
    return count;
}

/* ---- Building ---- */

struct clauses_list {
    struct model_clause *items;
    size_t count;
};

struct clauses_build {
    struct arena *arena;
    struct clauses_table conditions;
};

static struct clauses_list clauses_one(struct clauses_build *build, struct model_condition *condition) {
    struct model_clause *clause = ARENA_NEW(build->arena, struct model_clause);
    clause->conditions = ARENA_NEW(build->arena, struct model_condition *);
    clause->conditions[0] = clauses_condition(&build->conditions, condition);
    clause->condition_count = 1;
    return (struct clauses_list){clause, 1};
}

static struct clauses_list clauses_either(struct arena *arena, struct clauses_list a, struct clauses_list b) {
    struct clauses_list both = {ARENA_ARRAY(arena, a.count + b.count, struct model_clause), a.count + b.count};
    if (a.count) memcpy(both.items, a.items, a.count * sizeof *a.items);
    if (b.count) memcpy(both.items + a.count, b.items, b.count * sizeof *b.items);
    return both;
}

static struct model_clause clauses_join(struct arena *arena, const struct model_clause *a,
                                        const struct model_clause *b) {
    struct model_clause joined = {.condition_count = a->condition_count + b->condition_count};
    joined.conditions = ARENA_ARRAY(arena, joined.condition_count, struct model_condition *);
    if (a->condition_count) memcpy(joined.conditions, a->conditions, a->condition_count * sizeof *a->conditions);
    if (b->condition_count) {
        memcpy(joined.conditions + a->condition_count, b->conditions, b->condition_count * sizeof *b->conditions);
    }
    return joined;
}

static struct clauses_list clauses_product(struct arena *arena, struct clauses_list a, struct clauses_list b) {
    struct clauses_list product = {ARENA_ARRAY(arena, a.count * b.count, struct model_clause), 0};
    for (size_t i = 0; i < a.count; i++) {
        for (size_t k = 0; k < b.count; k++) {
            product.items[product.count++] = clauses_join(arena, &a.items[i], &b.items[k]);
        }
    }
    return product;
}

static struct clauses_list clauses_expand(struct clauses_build *build, const struct model_expression *expression);

/* Children are joined two by two as in a tournament: joining one after another would copy the first ones every time. */
static struct clauses_list clauses_range(struct clauses_build *build, const struct model_expression *expression,
                                         size_t begin, size_t end) {
    if (end - begin == 1) return clauses_expand(build, expression->children[begin]);
    size_t middle = begin + (end - begin) / 2;
    struct clauses_list a = clauses_range(build, expression, begin, middle);
    struct clauses_list b = clauses_range(build, expression, middle, end);
    return expression->kind == MODEL_ALL ? clauses_product(build->arena, a, b) : clauses_either(build->arena, a, b);
}

static struct clauses_list clauses_expand(struct clauses_build *build, const struct model_expression *expression) {
    if (expression->kind == MODEL_CONDITION) return clauses_one(build, expression->condition);
    if (expression->child_count == 0) return (struct clauses_list){0};
    return clauses_range(build, expression, 0, expression->child_count);
}

/* ---- Tidying ---- */

static int clauses_by_place(const void *left, const void *right) {
    const struct model_condition *a = *(struct model_condition *const *)left;
    const struct model_condition *b = *(struct model_condition *const *)right;
    if (a->span.begin != b->span.begin) return a->span.begin < b->span.begin ? -1 : 1;
    return (a->span.end > b->span.end) - (a->span.end < b->span.end);
}

/* Sorts by place and keeps each condition once. Different conditions never begin at one place. */
static void clauses_tidy(struct model_clause *clause) {
    qsort(clause->conditions, clause->condition_count, sizeof(struct model_condition *), clauses_by_place);
    size_t kept = 0;
    for (size_t i = 0; i < clause->condition_count; i++) {
        if (kept && clause->conditions[kept - 1] == clause->conditions[i]) continue;
        clause->conditions[kept++] = clause->conditions[i];
    }
    clause->condition_count = kept;
}

static bool clauses_same(const struct model_clause *a, const struct model_clause *b) {
    return a->condition_count == b->condition_count &&
           memcmp(a->conditions, b->conditions, a->condition_count * sizeof(struct model_condition *)) == 0;
}

static bool clauses_is_new(struct clauses_table *table, struct model_clause *clause) {
    uint64_t hash = 0;
    for (size_t i = 0; i < clause->condition_count; i++)
        hash = clauses_mix(hash, clause->conditions[i]->span.begin);
    size_t at = (size_t)hash & table->mask;
    for (; table->slots[at]; at = (at + 1) & table->mask) {
        if (clauses_same(table->slots[at], clause)) return false;
    }
    table->slots[at] = clause;
    return true;
}

/* Appends the clauses of one option to the rule. */
static void clauses_add(struct model_rule *rule, const struct clauses_option *option, struct arena *arena) {
    struct clauses_build build = {arena, clauses_table_new(arena, clauses_conditions(option->where))};
    struct clauses_list list = clauses_expand(&build, option->where);
    struct clauses_table seen = clauses_table_new(arena, list.count);
    for (size_t i = 0; i < list.count; i++) {
        struct model_clause *clause = &list.items[i];
        clauses_tidy(clause);
        if (!clauses_is_new(&seen, clause)) continue;
        clause->option = option->name;
        clause->span = option->span;
        rule->clauses[rule->clause_count++] = *clause;
    }
}

bool clauses_make(struct model_rule *rule, const struct clauses_option *options, size_t count, struct span head,
                  struct arena *arena, struct diagnostics *diagnostics) {
    struct clauses_size size = {0};
    for (size_t i = 0; i < count; i++)
        size = clauses_size_either(size, clauses_measure(options[i].where));
    if (!clauses_fit(size, head, diagnostics)) return false;
    rule->clauses = ARENA_ARRAY(arena, (size_t)size.clauses, struct model_clause);
    rule->clause_count = 0;
    for (size_t i = 0; i < count; i++)
        clauses_add(rule, &options[i], arena);
    return true;
}
