#include "compiler/ast/lower.h"

#include "compiler/base/fold.h"

#include <stdlib.h>
#include <string.h>

/* ---- Fields ---- */

static bool lower_is_field(const struct tree_item *item) {
    return item->kind == TREE_FIELD || item->kind == TREE_AMOUNT || item->kind == TREE_CUSTOMER ||
           item->kind == TREE_MONTH;
}

static enum assay_role lower_role(enum tree_item_kind kind) {
    if (kind == TREE_AMOUNT) return ASSAY_AMOUNT;
    if (kind == TREE_CUSTOMER) return ASSAY_CUSTOMER;
    return kind == TREE_MONTH ? ASSAY_MONTH : ASSAY_TEXT;
}

static enum assay_assume lower_assume(const struct tree_value *value) {
    if (!value) return ASSAY_ASSUME_UNSAID;
    if (value->kind == TREE_BLANK) return ASSAY_ASSUME_BLANK;
    return value->kind == TREE_TEXT ? ASSAY_ASSUME_VALUE : ASSAY_ASSUME_NOTHING;
}

static void lower_one_field(struct lower *lower, struct model_field *field, const struct tree_item *item) {
    struct lower_texts columns = {0}, except = {0};
    lower_texts_add(lower, &columns, item->texts);
    for (const struct tree_value *value = item->values; value && item->kind == TREE_CUSTOMER; value = value->next) {
        if (value->kind != TREE_TEXT) continue;
        struct tree_text text = {value->text, value->span, NULL};
        lower_texts_add(lower, &except, &text);
    }
    *field = (struct model_field){.name = lower_text(&item->name), .role = lower_role(item->kind)};
    field->means = item->means.text.text;
    field->address = item->means.address.text;
    field->columns = columns.items;
    field->column_count = columns.count;
    field->except = except.items;
    field->except_count = except.count;
    if (item->kind != TREE_FIELD) return;
    field->assume = lower_assume(item->values);
    if (field->assume == ASSAY_ASSUME_VALUE) field->assumed = item->values->text;
}

static void lower_fields(struct lower *lower, const struct tree_item *items) {
    struct model *model = lower->model;
    size_t count = 0;
    for (const struct tree_item *item = items; item; item = item->next)
        count += lower_is_field(item);
    model->fields = ARENA_ARRAY(lower->arena, count, struct model_field);
    for (const struct tree_item *item = items; item; item = item->next) {
        if (lower_is_field(item)) lower_one_field(lower, &model->fields[model->field_count++], item);
    }
}

/* ---- Aliases and spellings ---- */

static bool lower_is_alias(const struct tree_item *item) {
    return item->kind == TREE_ALIAS || item->kind == TREE_SPELLING;
}

static size_t lower_length(const struct tree_text *texts) {
    size_t count = 0;
    for (; texts; texts = texts->next)
        count++;
    return count;
}

static void lower_alias(struct lower *lower, const struct tree_item *item) {
    struct model *model = lower->model;
    for (const struct tree_text *field = item->names; field; field = field->next) {
        for (const struct tree_text *text = item->texts; text; text = text->next) {
            model->aliases[model->alias_count++] = (struct model_alias){
                .text = text->text,
                .folded = fold_text(lower->arena, text->text),
                .means = item->name.text,
                .means_folded = fold_text(lower->arena, item->name.text),
                .field = lower_field(lower, field->text),
                .spelling = item->kind == TREE_SPELLING,
                .span = text->span,
                .declaration = model->alias_declaration_count,
                .head = item->head,
            };
        }
    }
}

static int lower_by_alias(const void *left, const void *right) {
    const struct model_alias *a = left, *b = right;
    if (a->field != b->field) return a->field < b->field ? -1 : 1;
    int difference = strcmp(a->folded, b->folded);
    if (difference) return difference;
    return (a->span.begin > b->span.begin) - (a->span.begin < b->span.begin);
}

static void lower_aliases(struct lower *lower, const struct tree_item *items) {
    struct model *model = lower->model;
    size_t count = 0;
    for (const struct tree_item *item = items; item; item = item->next) {
        if (lower_is_alias(item)) count += lower_length(item->texts) * lower_length(item->names);
    }
    model->aliases = ARENA_ARRAY(lower->arena, count, struct model_alias);
    for (const struct tree_item *item = items; item; item = item->next) {
        if (!lower_is_alias(item)) continue;
        lower_alias(lower, item);
        model->alias_declaration_count++;
    }
    qsort(model->aliases, count, sizeof *model->aliases, lower_by_alias);
}

/* ---- Which rows count ---- */

static const struct model_condition *lower_first_condition(const struct model_expression *expression) {
    while (expression->kind != MODEL_CONDITION)
        expression = expression->children[0];
    return expression->condition;
}

/* What a report calls rows that fail, where the rule does not say: the first field's name in lower case. */
static const char *lower_reason(struct lower *lower, const struct model_rule *rule) {
    const char *name = lower->model->fields[lower_first_condition(rule->where)->field].name.text;
    char *reason = arena_string(lower->arena, name, strlen(name));
    for (char *at = reason; *at; at++) {
        if (*at >= 'A' && *at <= 'Z') *at = (char)(*at - 'A' + 'a');
    }
    return reason;
}

static void lower_eligibilities(struct lower *lower, const struct tree_item *items) {
    struct model *model = lower->model;
    size_t count = lower_count(items, TREE_ELIGIBILITY);
    model->eligibilities = ARENA_ARRAY(lower->arena, count, struct model_eligibility);
    for (const struct tree_item *item = items; item; item = item->next) {
        if (item->kind != TREE_ELIGIBILITY) continue;
        struct model_eligibility *to = &model->eligibilities[model->eligibility_count++];
        to->span = item->head;
        lower_rule(lower, &to->rule, item->options, item->head);
        to->reason = item->reason.text ? item->reason.text : lower_reason(lower, &to->rule);
        to->known = lower_values(lower, item->values, &to->known_count, &to->known_blank);
        to->known_lists = lower_list_names(lower, item->values, &to->known_list_count);
    }
}

static uint16_t *lower_field_list(struct lower *lower, const struct tree_text *names, size_t *count) {
    uint16_t *fields = ARENA_ARRAY(lower->arena, lower_length(names), uint16_t);
    *count = 0;
    for (; names; names = names->next)
        fields[(*count)++] = lower_field(lower, names->text);
    return fields;
}

static int lower_by_field(const void *left, const void *right) {
    uint16_t a = *(const uint16_t *)left, b = *(const uint16_t *)right;
    return (a > b) - (a < b);
}

static void lower_once(struct lower *lower, const struct tree_item *item) {
    if (!item) return;
    struct model_once *once = ARENA_NEW(lower->arena, struct model_once);
    struct lower_texts preferred = {0};
    lower_texts_add(lower, &preferred, item->texts);
    once->key = lower_field_list(lower, item->names, &once->key_count);
    qsort(once->key, once->key_count, sizeof *once->key, lower_by_field);
    once->preferred_field = lower_field(lower, item->name.text);
    once->preferred = preferred.items;
    once->preferred_count = preferred.count;
    once->least = lower_field_list(lower, item->least, &once->least_count);
    once->span = item->head;
    lower->model->once = once;
}

static void lower_cross_check(struct lower *lower, const struct tree_item *item) {
    if (!item) return;
    struct model_cross_check *check = ARENA_NEW(lower->arena, struct model_cross_check);
    struct lower_texts dropped = {0}, kept = {0};
    check->field = lower_field(lower, item->name.text);
    lower_texts_add(lower, &dropped, item->texts);
    lower_texts_add(lower, &kept, item->names);
    check->dropped = dropped.items;
    check->dropped_count = dropped.count;
    check->kept = kept.items;
    check->kept_count = kept.count;
    check->span = item->head;
    lower->model->cross_check = check;
}

/* Right behind an item that can cite for itself a citation is the item's. */
static struct model_citation lower_usage_cites(const struct tree_item *items) {
    for (const struct tree_item *item = items, *before = NULL; item; before = item, item = item->next) {
        if (item->kind == TREE_CITES && !(before && tree_cites_itself(before->kind))) return lower_citation(item);
    }
    return lower_citation(NULL);
}

void lower_usage(struct lower *lower, const struct tree_item *usage, const struct tree_item *files) {
    struct model *model = lower->model;
    const struct tree_item *items = usage->items, *amount = lower_first(items, TREE_AMOUNT);
    const struct tree_item *edition = lower_first(items, TREE_EDITION);
    struct lower_texts notes = {0};
    model->name = lower_text(&usage->name);
    model->span = usage->head;
    model->source = lower_source(lower, usage->head);
    model->edition = edition ? edition->texts->text : "";
    model->currency = amount ? amount->names->text : "";
    model->cites = lower_usage_cites(items);
    lower_fields(lower, items);
    lower_lists(lower, files);
    lower_aliases(lower, items);
    lower_eligibilities(lower, items);
    lower_once(lower, lower_first(items, TREE_ONCE));
    const struct tree_item *no_repeats = lower_first(items, TREE_NO_REPEATS);
    model->no_repeats = no_repeats != NULL;
    if (no_repeats) model->no_repeats_span = no_repeats->head;
    lower_cross_check(lower, lower_first(items, TREE_CROSS_CHECK));
    lower_certifications(lower, items);
    lower_renewal(lower, items);
    lower_steps(lower, items);
    for (; items; items = items->next) {
        if (items->kind == TREE_NOTE) lower_texts_add(lower, &notes, items->texts);
    }
    model->notes = notes.items;
    model->note_count = notes.count;
    lower_examples(lower, &model->examples, &model->example_count, usage->items, NULL);
}
