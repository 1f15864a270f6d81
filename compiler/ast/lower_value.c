#include "compiler/ast/lower.h"

#include "compiler/base/fold.h"

#include <stdlib.h>
#include <string.h>

/* ---- Values ---- */

static size_t lower_count_texts(const struct tree_value *values) {
    size_t count = 0;
    for (; values; values = values->next) {
        count += values->kind == TREE_TEXT;
        if (values->kind == TREE_LIST) count += lower_count_texts(values->list->values);
    }
    return count;
}

static void lower_collect(struct lower *lower, struct model_value *to, size_t *count, const struct tree_value *from,
                          const struct model_list *list) {
    for (; from; from = from->next) {
        if (from->kind == TREE_LIST)
            lower_collect(lower, to, count, from->list->values, lower_list_named(lower, from->text));
        if (from->kind != TREE_TEXT) continue;
        to[(*count)++] = (struct model_value){from->text, fold_text(lower->arena, from->text), from->span, list};
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
    lower_collect(lower, sorted, &all, values, NULL);
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

const struct model_list **lower_list_names(struct lower *lower, const struct tree_value *values, size_t *count) {
    *count = 0;
    for (const struct tree_value *value = values; value; value = value->next)
        *count += value->kind == TREE_LIST;
    const struct model_list **lists = ARENA_ARRAY(lower->arena, *count, const struct model_list *);
    for (size_t at = 0; values; values = values->next) {
        if (values->kind == TREE_LIST) lists[at++] = lower_list_named(lower, values->text);
    }
    return lists;
}

/* ---- Lists ---- */

static int lower_by_list_name(const void *left, const void *right) {
    return strcmp(((const struct model_list *)left)->name, ((const struct model_list *)right)->name);
}

const struct model_list *lower_list_named(const struct lower *lower, const char *name) {
    struct model_list key = {.name = name};
    return bsearch(&key, lower->model->lists, lower->model->list_count, sizeof key, lower_by_list_name);
}

void lower_lists(struct lower *lower, const struct tree_item *items) {
    struct model *model = lower->model;
    size_t count = lower_count(items, TREE_VALUE_LIST);
    model->lists = ARENA_ARRAY(lower->arena, count, struct model_list);
    for (const struct tree_item *item = items; item; item = item->next) {
        if (item->kind != TREE_VALUE_LIST) continue;
        bool blank = false;
        struct model_list *list = &model->lists[model->list_count++];
        list->name = item->name.text;
        list->field = lower_field(lower, item->names->text);
        list->values = lower_values(lower, item->values, &list->value_count, &blank);
        list->source = lower_source(lower, item->head);
        list->span = item->head;
    }
    if (count) qsort(model->lists, count, sizeof *model->lists, lower_by_list_name);
}
