#include "compiler/ast/lower.h"

#include "compiler/passes.h"

#include <stdlib.h>
#include <string.h>

size_t lower_count(const struct tree_item *items, enum tree_item_kind kind) {
    size_t count = 0;
    for (; items; items = items->next)
        count += items->kind == kind;
    return count;
}

const struct tree_item *lower_first(const struct tree_item *items, enum tree_item_kind kind) {
    while (items && items->kind != kind)
        items = items->next;
    return items;
}

struct model_text lower_text(const struct tree_text *text) {
    return text ? (struct model_text){text->text, text->span} : (struct model_text){0};
}

struct model_citation lower_citation(const struct tree_item *item) {
    if (!item) return (struct model_citation){0};
    return (struct model_citation){lower_text(item->texts), item->date.date, item->secondary, item->means.address.text};
}

void lower_texts_add(struct lower *lower, struct lower_texts *texts, const struct tree_text *added) {
    for (; added; added = added->next) {
        if (texts->count == texts->capacity) {
            texts->capacity = texts->capacity ? texts->capacity * 2 : 4;
            struct model_text *items = ARENA_ARRAY(lower->arena, texts->capacity, struct model_text);
            if (texts->count) memcpy(items, texts->items, texts->count * sizeof *items);
            texts->items = items;
        }
        texts->items[texts->count++] = lower_text(added);
    }
}

struct lower_texts lower_texts_here(struct lower *lower, const struct tree_item *items, enum tree_item_kind kind) {
    struct lower_texts texts = {0};
    for (; items && !tree_is_spoken_of(items->kind); items = items->next) {
        if (items->kind == kind) lower_texts_add(lower, &texts, items->texts);
    }
    return texts;
}

const struct tree_item *lower_cites_here(const struct tree_item *items) {
    while (items && !tree_is_spoken_of(items->kind) && items->kind != TREE_CITES)
        items = items->next;
    return items && items->kind == TREE_CITES ? items : NULL;
}

uint16_t lower_field(const struct lower *lower, const char *name) {
    size_t field = 0;
    while (field + 1 < lower->model->field_count && strcmp(lower->model->fields[field].name.text, name) != 0)
        field++;
    return (uint16_t)field;
}

const struct source *lower_source(const struct lower *lower, struct span span) {
    return source_place(lower->sources, span.begin).source;
}

static int lower_letter(char c) {
    return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : (unsigned char)c;
}

/* By name, ASCII case apart, then by bytes: the order of files on the command line must not matter. */
static int lower_by_name(const void *left, const void *right) {
    const char *a = ((const struct model_specialization *)left)->name.text;
    const char *b = ((const struct model_specialization *)right)->name.text;
    size_t i = 0;
    while (a[i] && lower_letter(a[i]) == lower_letter(b[i]))
        i++;
    int difference = lower_letter(a[i]) - lower_letter(b[i]);
    return difference ? difference : strcmp(a, b);
}

static void lower_specializations(struct lower *lower, const struct tree_item *items) {
    struct model *model = lower->model;
    size_t count = lower_count(items, TREE_SPECIALIZATION);
    model->specializations = ARENA_ARRAY(lower->arena, count, struct model_specialization);
    for (const struct tree_item *item = items; item; item = item->next) {
        if (item->kind != TREE_SPECIALIZATION) continue;
        lower_specialization(lower, &model->specializations[model->specialization_count++], item);
    }
    qsort(model->specializations, count, sizeof *model->specializations, lower_by_name);
}

static void lower_acceptance(struct lower *lower, const struct tree_item *item) {
    struct model_acceptance to = {.mark = item->names->text, .reason = item->texts->text, .span = item->head};
    if (message_find(item->name.text, &to.code)) lower->model->acceptances[lower->model->acceptance_count++] = to;
}

static void lower_acceptances(struct lower *lower, const struct tree_item *blocks) {
    size_t count = 0;
    for (const struct tree_item *block = blocks; block; block = block->next)
        count += lower_count(block->items, TREE_ACCEPTS);
    lower->model->acceptances = ARENA_ARRAY(lower->arena, count, struct model_acceptance);
    for (const struct tree_item *block = blocks; block; block = block->next)
        for (const struct tree_item *item = block->items; item; item = item->next)
            if (item->kind == TREE_ACCEPTS) lower_acceptance(lower, item);
}

struct model *lower_tree(const struct tree *tree, const struct sources *sources, struct arena *arena,
                         struct diagnostics *diagnostics) {
    size_t errors = diagnostics->errors;
    struct lower lower = {sources, arena, diagnostics, ARENA_NEW(arena, struct model)};
    lower.model->arena = arena;
    lower.model->sources = sources;
    lower_usage(&lower, lower_first(tree->items, TREE_USAGE), tree->items);
    lower_specializations(&lower, tree->items);
    lower_acceptances(&lower, tree->items);
    lower_written(&lower, tree->items);
    return diagnostics->errors == errors ? lower.model : NULL;
}
