#include "compiler/ast/check.h"

#include "compiler/base/fold.h"
#include "compiler/passes.h"

#include <stdlib.h>
#include <string.h>

/* More would not fit the 16 bits that the tables number with; the rest is for codes with a meaning of their own. */
enum { CHECK_NUMBER_MAX = 65000 };

static size_t check_count_all(const struct tree_item *items) {
    size_t count = 0;
    for (; items; items = items->next)
        count++;
    return count;
}

/* The usage declaration: of several the longest one, which is the least likely to have come by mistake. */
static void check_gather_usage(struct check *check) {
    size_t most = 0;
    for (struct tree_item *item = check->tree->items; item; item = item->next) {
        if (item->kind != TREE_USAGE) continue;
        size_t count = check_count_all(item->items);
        if (!check->usage || count > most) check->usage = item;
        most = count > most ? count : most;
    }
    for (struct tree_item *item = check->tree->items; item; item = item->next) {
        if (item->kind != TREE_USAGE || item == check->usage) continue;
        /* What a rule set of two declarations means, nobody can tell. */
        check->tree->lost_declaration = true;
        struct diagnostic *message =
            diagnostic_add(check->diagnostics, A0402, item->head, "a rule set has one usage declaration");
        message->other = check->usage->head;
        message->other_text = "the other one";
        message->hint = "keep one of them";
    }
    if (!check->usage && !check->tree->lost_declaration) {
        struct diagnostic *message = diagnostic_add(check->diagnostics, A0401, (struct span){0, 0},
                                                    "none of the files holds the usage declaration");
        message->note = "name its file too, or the folder of all rule files";
    }
}

static int check_by_list_name(const void *left, const void *right) {
    const struct tree_item *a = *(struct tree_item *const *)left, *b = *(struct tree_item *const *)right;
    int difference = strcmp(a->name.text, b->name.text);
    return difference ? difference : (a->span.begin > b->span.begin) - (a->span.begin < b->span.begin);
}

static void check_gather_lists(struct check *check) {
    check->list_count = check_count(check->tree->items, TREE_VALUE_LIST);
    check->lists = ARENA_ARRAY(check->arena, check->list_count, struct tree_item *);
    struct check_name *names = ARENA_ARRAY(check->arena, check->list_count, struct check_name);
    size_t count = 0;
    for (struct tree_item *item = check->tree->items; item; item = item->next) {
        if (item->kind != TREE_VALUE_LIST) continue;
        names[count] = (struct check_name){
            .folded = fold_text(check->arena, item->name.text), .text = item->name.text, .span = item->name.span};
        check->lists[count++] = item;
    }
    check_unique(check, names, count, A0315, "the list");
    check->lists_by_name = ARENA_ARRAY(check->arena, count, struct tree_item *);
    if (count == 0) return;
    memcpy(check->lists_by_name, check->lists, count * sizeof *check->lists);
    qsort(check->lists_by_name, count, sizeof *check->lists, check_by_list_name);
}

static void check_lists(struct check *check) {
    for (size_t i = 0; i < check->list_count; i++) {
        struct tree_item *list = check->lists[i];
        check_value_list(check, list->values, check_field(check, list->names), false);
    }
}

/* The most distinct values that a field has. */
static size_t check_most_values(struct check *check) {
    size_t most = 0, count = 0;
    check_values_sort(&check->named);
    for (size_t i = 0; i < check->named.count; i++) {
        const struct check_value *value = &check->named.items[i], *before = i ? value - 1 : value;
        if (value->field != before->field) count = 0;
        count += i == 0 || value->field != before->field || strcmp(value->folded, before->folded) != 0;
        most = count > most ? count : most;
    }
    return most;
}

static void check_numbers(struct check *check) {
    size_t measures = 0;
    for (const struct tree_item *item = check->tree->items; item; item = item->next)
        measures += check_count(item->items, TREE_MEASURE);
    size_t specializations = check_count(check->tree->items, TREE_SPECIALIZATION);
    bool fits = check->field_count <= CHECK_NUMBER_MAX && measures <= CHECK_NUMBER_MAX &&
                specializations <= CHECK_NUMBER_MAX &&
                check_most_values(check) + check->aliases.count <= CHECK_NUMBER_MAX;
    if (!fits)
        diagnostic_add(check->diagnostics, A0421, (struct span){0, 0},
                       "more than %d fields, specializations, measures or values", CHECK_NUMBER_MAX);
}

bool check_is_told(const struct tree *tree, struct span span) {
    for (const struct tree_text *told = tree->told; told; told = told->next)
        if (told->span.begin <= span.begin && span.begin <= told->span.end) return true;
    return false;
}

/* What an item means is not said while its form is wrong: one mistake, one message. */
static void check_forget_told(struct check *check, size_t from) {
    struct diagnostics *all = check->diagnostics;
    size_t kept = from;
    for (size_t i = from; i < all->count; i++)
        if (!check_is_told(check->tree, all->items[i].span)) all->items[kept++] = all->items[i];
    all->count = kept;
    diagnostic_count(all);
}

void check_tree(struct tree *tree, struct arena *arena, struct diagnostics *diagnostics) {
    struct check check = {.arena = arena, .diagnostics = diagnostics, .tree = tree};
    size_t told = diagnostics->count;
    check_gather_usage(&check);
    check_usage_fields(&check);
    check_gather_lists(&check);
    check_usage(&check);
    check_lists(&check);
    check_specializations(&check);
    check_usage_values(&check);
    if (check.usage) check_examples(&check, check.usage);
    check_acceptances(&check);
    check_numbers(&check);
    check_tell_unknown(&check);
    check_forget_told(&check, told);
}
