#include "compiler/ast/check.h"

#include "compiler/base/fold.h"
#include "compiler/base/near.h"
#include "runtime/core/assay.h"

#include <stdlib.h>
#include <string.h>

/* A name may have been lost from some word on, or taken with the word behind it. */
static bool check_begins(const char *name, const char *begin) {
    size_t length = strlen(begin);
    return strncmp(name, begin, length) == 0 && (name[length] == '\0' || name[length] == ' ');
}

bool check_lost(const struct check *check, const char *name) {
    const char *folded = fold_text(check->arena, name);
    for (const struct tree_text *lost = check->tree->lost; lost; lost = lost->next) {
        const char *other = fold_text(check->arena, lost->text);
        if (check_begins(folded, other) || check_begins(other, folded)) return true;
    }
    return false;
}

void check_mean(struct check *check, const char *name) {
    if (!name) return;
    struct tree_text *meant = ARENA_NEW(check->arena, struct tree_text);
    *meant = (struct tree_text){.text = name, .next = check->meant};
    check->meant = meant;
}

bool check_is_meant(const struct check *check, const char *name) {
    for (const struct tree_text *meant = check->meant; meant; meant = meant->next)
        if (strcmp(meant->text, name) == 0) return true;
    return false;
}

static int check_find_field(const struct check *check, const char *name) {
    for (size_t i = 0; i < check->field_count; i++)
        if (strcmp(check->fields[i]->name.text, name) == 0) return (int)i;
    return -1;
}

/* "A, B", where a name is those of two fields behind one another; NULL: it is not. */
static const char *check_two_fields(const struct check *check, const char *name) {
    for (const char *blank = strchr(name, ' '); blank; blank = strchr(blank + 1, ' ')) {
        const char *first = arena_string(check->arena, name, (size_t)(blank - name));
        if (check_find_field(check, first) >= 0 && check_find_field(check, blank + 1) >= 0)
            return arena_format(check->arena, "%s, %s", first, blank + 1);
    }
    return NULL;
}

int check_field(struct check *check, const struct tree_text *name) {
    int found = check_find_field(check, name->text);
    if (found >= 0) check->fields[found]->named = true;
    if (found >= 0) return found;
    bool silent = !check->usage || check->tree->lost_field || check->tree->lost_declaration;
    if (silent || check_lost(check, name->text)) return -1;
    check->unresolved = true;
    struct near near = near_start(name->text);
    for (size_t i = 0; i < check->field_count; i++)
        near_offer(&near, check->fields[i]->name.text);
    /* It may be the amount, which is missing, and that is told. */
    if (!near.best && !check_count(check->usage->items, TREE_AMOUNT)) return -1;
    const char *two = check_two_fields(check, name->text);
    const char *hint = two ? arena_format(check->arena, "these are two fields: a comma stands between them, %s", two) : NULL;
    check_unknown_name(check, (struct check_unknown){
                                  .code = A0312,
                                  .kind = TREE_FIELD,
                                  .block = check->usage,
                                  .name = name->text,
                                  .message = arena_format(check->arena, "no field is called '%s'", name->text),
                                  .meant = two,
                                  .hint = hint,
                                  .span = name->span,
                              });
    return -1;
}

void check_title(struct check *check, const char *text, struct span span) {
    if (!text || *fold_text(check->arena, text)) return;
    diagnostic_add(check->diagnostics, A0422, span, "this text is empty")->hint = "write it between the quotes";
}

static void check_no_list(struct check *check, const struct tree_value *value) {
    if (check->tree->lost_list || check_lost(check, value->text)) return;
    check->unresolved = true;
    check_unknown_name(check, (struct check_unknown){
                                  .code = A0313,
                                  .kind = TREE_VALUE_LIST,
                                  .name = value->text,
                                  .message = arena_format(check->arena, "no list is called '%s'", value->text),
                                  .hint = arena_format(check->arena, "a value stands in quotes: \"%s\"", value->text),
                                  .span = value->span,
                              });
}

static struct tree_item *check_find_list(const struct check *check, const char *name) {
    size_t low = 0, high = check->list_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(check->lists_by_name[middle]->name.text, name) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == check->list_count || strcmp(check->lists_by_name[low]->name.text, name) != 0) return NULL;
    return check->lists_by_name[low];
}

bool check_list_value(struct check *check, struct tree_value *value, int field, bool tells) {
    struct tree_item *list = check_find_list(check, value->text);
    value->list = list;
    if (list) list->named = true;
    if (!list) {
        if (tells) check_no_list(check, value);
        return false;
    }
    const char *of = value->list->names->text;
    if (field < 0 || check_find_field(check, of) < 0 || strcmp(of, check->fields[field]->name.text) == 0) return tells;
    struct diagnostic *item = diagnostic_add(check->diagnostics, A0316, value->span, "'%s' is a list of %s, not of %s",
                                             value->text, of, check->fields[field]->name.text);
    item->other = value->list->head;
    item->other_text = "the list";
    return tells;
}

bool check_value_text(struct check *check, const char *text, struct span span, bool blank) {
    if (assay_is_blank(text, strlen(text))) {
        bool null = strchr(text, 'l') || strchr(text, 'L');
        struct diagnostic *item = diagnostic_add(check->diagnostics, A0406, span,
                                                 null ? "\"%s\" is how exports write a blank cell; it is no value"
                                                      : "an empty text is a blank cell; it is no value",
                                                 text);
        item->hint = blank ? "write blank, without quotes" : "leave it out";
        item->suggestion = blank ? "blank" : NULL;
        return false;
    }
    if (strlen(text) <= ASSAY_TEXT_MAX) return true;
    diagnostic_add(check->diagnostics, A0409, span, "this value has %zu bytes; %d are allowed", strlen(text),
                   ASSAY_TEXT_MAX);
    return false;
}

int check_compare_names(const void *a, const void *b) {
    const struct check_name *left = a, *right = b;
    int order = strcmp(left->folded, right->folded);
    if (order) return order;
    return left->order < right->order ? -1 : left->order > right->order;
}

void check_unique(struct check *check, struct check_name *names, size_t count, enum message_code code,
                  const char *what) {
    for (size_t i = 0; i < count; i++)
        names[i].order = i;
    if (count) qsort(names, count, sizeof *names, check_compare_names);
    for (size_t i = 1, first = 0; i < count; i++) {
        if (strcmp(names[i].folded, names[first].folded) != 0) {
            first = i;
            continue;
        }
        /* Both from one named list: the list itself was told. */
        if (names[i].span.begin == names[first].span.begin) continue;
        struct diagnostic *item =
            diagnostic_add(check->diagnostics, code, names[i].span, "%s '%s' stands here twice", what, names[i].text);
        item->hint = code == A0315 ? "give one of them another name, or leave it out" : "leave one of them out";
        item->other = names[first].span;
        item->other_text = "it stands here already";
    }
}

void check_values_add(struct check *check, struct check_values *values, int field, const char *text, struct span span) {
    if (values->count == values->capacity) {
        size_t capacity = values->capacity ? values->capacity * 2 : 64;
        struct check_value *items = ARENA_ARRAY(check->arena, capacity, struct check_value);
        if (values->count) memcpy(items, values->items, values->count * sizeof *items);
        values->items = items;
        values->capacity = capacity;
    }
    values->items[values->count++] = (struct check_value){field, fold_text(check->arena, text), text, span};
}

static int check_compare_values(const void *a, const void *b) {
    const struct check_value *left = a, *right = b;
    if (left->field != right->field) return left->field < right->field ? -1 : 1;
    int order = strcmp(left->folded, right->folded);
    if (order) return order;
    return left->span.begin < right->span.begin ? -1 : left->span.begin > right->span.begin;
}

void check_values_sort(struct check_values *values) {
    if (values->count) qsort(values->items, values->count, sizeof *values->items, check_compare_values);
}

const struct check_value *check_values_find(const struct check_values *values, int field, const char *folded) {
    size_t low = 0, high = values->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct check_value *value = &values->items[middle];
        bool before = value->field != field ? value->field < field : strcmp(value->folded, folded) < 0;
        if (before)
            low = middle + 1;
        else
            high = middle;
    }
    bool found =
        low < values->count && values->items[low].field == field && strcmp(values->items[low].folded, folded) == 0;
    return found ? &values->items[low] : NULL;
}

size_t check_count(const struct tree_item *items, enum tree_item_kind kind) {
    size_t count = 0;
    for (; items; items = items->next)
        count += items->kind == kind;
    return count;
}

struct tree_item *check_only(struct check *check, const struct tree_item *block, enum tree_item_kind kind,
                             const char *words) {
    struct tree_item *first = NULL;
    for (struct tree_item *item = block->items; item; item = item->next) {
        if (item->kind != kind) continue;
        if (!first) {
            first = item;
            continue;
        }
        struct diagnostic *message =
            diagnostic_add(check->diagnostics, A0404, item->head, "`%s` may stand once here", words);
        message->hint = "keep one of the two";
        message->other = first->head;
        message->other_text = "it stands here already";
    }
    return first;
}

void check_missing(struct check *check, const struct tree_item *block, enum tree_item_kind kind, const char *item,
                   const char *how) {
    if (block->lost & (tree_lost(kind) | TREE_LOST_UNKNOWN)) return;
    struct diagnostics *all = check->diagnostics;
    struct diagnostic *before = all->count ? &all->items[all->count - 1] : NULL;
    bool same = before && before->code == A0403 && before->span.begin == block->head.begin;
    if (!same) {
        struct diagnostic *message = diagnostic_add(all, A0403, block->head, "%s is missing", item);
        message->hint = arena_format(check->arena, "write: %s", how);
        return;
    }
    /* One declaration that is not finished is one mistake. */
    const char *and = strstr(before->text, " and "), *end = strstr(before->text, and ? " are missing" : " is missing");
    const char *named = arena_string(check->arena, before->text, (size_t)((and ? and : end) - before->text));
    if (and) named = arena_format(check->arena, "%s, %.*s", named, (int)(end - and - 5), and + 5);
    before->text = arena_format(check->arena, "%s and %s are missing", named, item);
    before->hint = arena_format(check->arena, "%s; %s", before->hint, how);
}
