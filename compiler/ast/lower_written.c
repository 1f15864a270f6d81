/* lower_written.c - the texts and names of the rules as they are written, each with what it is.
 *
 * Names that must be declared, such as those of the measures that a requirement sums, are left out: a slip in them is
 * an error. So are the facts of examples of requirements: such an example fails. */
#include "compiler/ast/lower.h"

#include <string.h>

struct written {
    struct lower *lower;
    size_t capacity;
    uint32_t owner; /* where the declaration begins */
    uint32_t named; /* where the item begins that `formerly` speaks of */
};

static struct model_written *written_add(struct written *written, enum model_written_kind kind, const char *text,
                                         struct span span) {
    struct model *model = written->lower->model;
    if (model->written_count == written->capacity) {
        written->capacity = written->capacity ? 2 * written->capacity : 1024;
        struct model_written *all = ARENA_ARRAY(written->lower->arena, written->capacity, struct model_written);
        if (model->written_count) memcpy(all, model->written, model->written_count * sizeof *all);
        model->written = all;
    }
    struct model_written *to = &model->written[model->written_count++];
    *to = (struct model_written){.kind = kind, .text = text, .span = span, .owner = written->owner};
    return to;
}

static void written_texts(struct written *written, enum model_written_kind kind, const struct tree_text *texts) {
    for (; texts; texts = texts->next)
        if (texts->text) written_add(written, kind, texts->text, texts->span);
}

static void written_name(struct written *written, enum model_written_kind kind, const struct tree_text *name) {
    if (name->text) written_add(written, kind, name->text, name->span);
}

/* A name that `formerly` may go on. */
static void written_renamed(struct written *written, enum model_written_kind kind, const struct tree_text *name) {
    written->named = name->span.begin;
    written_add(written, kind, name->text, name->span)->named = written->named;
}

/* ---- Of a field ---- */

static void written_field_texts(struct written *written, const char *field, const struct tree_text *texts) {
    uint16_t number = lower_field(written->lower, field);
    for (; texts; texts = texts->next)
        written_add(written, MODEL_WRITTEN_VALUE, texts->text, texts->span)->field = number;
}

static void written_values(struct written *written, enum model_written_kind kind, const char *field,
                           const struct tree_value *values) {
    uint16_t number = lower_field(written->lower, field);
    for (; values; values = values->next)
        if (values->kind == TREE_TEXT) written_add(written, kind, values->text, values->span)->field = number;
}

static void written_expression(struct written *written, const struct tree_expression *node) {
    if (node->kind == TREE_CONDITION) written_values(written, MODEL_WRITTEN_VALUE, node->field.text, node->values);
    for (const struct tree_expression *child = node->children; child; child = child->next)
        written_expression(written, child);
}

static void written_options(struct written *written, const struct tree_option *options) {
    for (; options; options = options->next) {
        written_name(written, MODEL_WRITTEN_OTHER, &options->name);
        written_expression(written, options->where);
    }
}

static void written_alias(struct written *written, const struct tree_item *item) {
    struct tree_text means = {item->name.text, item->name.span, NULL};
    for (const struct tree_text *field = item->names; field; field = field->next) {
        written_field_texts(written, field->text, item->texts);
        written_field_texts(written, field->text, &means);
    }
}

static void written_eligibility(struct written *written, const struct tree_item *item) {
    const struct tree_expression *first = item->options->where;
    written_options(written, item->options);
    while (first->kind != TREE_CONDITION)
        first = first->children;
    written_values(written, MODEL_WRITTEN_VALUE, first->field.text, item->values);
    written_name(written, MODEL_WRITTEN_REASON, &item->reason);
}

static void written_example(struct written *written, const struct tree_item *item) {
    written_name(written, MODEL_WRITTEN_OTHER, &item->name);
    for (const struct tree_cell *cell = item->cells; cell; cell = cell->next) {
        struct tree_value value = *cell->value;
        value.next = NULL;
        written_values(written, MODEL_WRITTEN_CELL, cell->field.text, &value);
    }
}

/* ---- Items ---- */

static void written_requirement(struct written *written, const struct tree_requirement *line) {
    written_name(written, MODEL_WRITTEN_OTHER, &line->option);
    if (line->kind == ASSAY_REQUIRES_DESIGNATION) written_texts(written, MODEL_WRITTEN_DESIGNATION, line->names);
    for (const struct tree_requirement *part = line->parts; part; part = part->next)
        written_requirement(written, part);
}

static void written_formerly(struct written *written, const struct tree_item *item, enum model_written_kind kind) {
    for (const struct tree_text *former = item->texts; former; former = former->next)
        written_add(written, kind, former->text, former->span)->named = written->named;
}

static void written_cites(struct written *written, const struct tree_item *item) {
    if (item->texts)
        written_add(written, MODEL_WRITTEN_CITED, item->texts->text, item->texts->span)->date = item->date.date;
}

/* Items of both kinds of declarations, and those of the usage declaration. */
static void written_usage_item(struct written *written, const struct tree_item *item) {
    switch (item->kind) {
    case TREE_FIELD:
    case TREE_AMOUNT:
    case TREE_CUSTOMER:
    case TREE_MONTH:
        written_name(written, MODEL_WRITTEN_FIELD, &item->name);
        written_texts(written, MODEL_WRITTEN_COLUMN, item->texts);
        written_values(written, MODEL_WRITTEN_VALUE, item->name.text, item->values);
        break;
    case TREE_ALIAS:
    case TREE_SPELLING:
        written_alias(written, item);
        break;
    case TREE_ELIGIBILITY:
        written_eligibility(written, item);
        break;
    case TREE_ONCE:
        written_field_texts(written, item->name.text, item->texts);
        break;
    case TREE_CROSS_CHECK:
        written_field_texts(written, item->name.text, item->texts);
        written_field_texts(written, item->name.text, item->names);
        break;
    case TREE_CERTIFICATION:
        written_name(written, MODEL_WRITTEN_CERTIFICATION, &item->name);
        written_texts(written, MODEL_WRITTEN_TITLE, item->texts);
        break;
    case TREE_EXAMPLE:
        written_example(written, item);
        break;
    case TREE_CITES:
        written_cites(written, item);
        break;
    default:
        written_texts(written, MODEL_WRITTEN_OTHER, item->texts);
    }
}

static void written_specialization_item(struct written *written, const struct tree_item *item,
                                        enum model_written_kind *spoken_of) {
    switch (item->kind) {
    case TREE_AREA:
        written_texts(written, MODEL_WRITTEN_AREA, item->texts);
        break;
    case TREE_MEASURE:
        *spoken_of = MODEL_WRITTEN_MEASURE;
        written_renamed(written, MODEL_WRITTEN_MEASURE, &item->name);
        written_options(written, item->options);
        break;
    case TREE_FORMERLY:
        written_formerly(written, item, *spoken_of);
        break;
    case TREE_METRIC:
        written_name(written, MODEL_WRITTEN_METRIC, &item->name);
        written_texts(written, MODEL_WRITTEN_WORKLOAD, item->texts);
        break;
    case TREE_REQUIRES:
        written_requirement(written, item->requirement);
        break;
    case TREE_CASE:
        written_name(written, MODEL_WRITTEN_OTHER, &item->name);
        break;
    default:
        written_usage_item(written, item);
    }
}

static void written_block(struct written *written, const struct tree_item *block) {
    written->owner = block->span.begin;
    if (block->kind == TREE_VALUE_LIST) {
        written_name(written, MODEL_WRITTEN_LIST, &block->name);
        written_values(written, MODEL_WRITTEN_VALUE, block->names->text, block->values);
        return;
    }
    bool usage = block->kind == TREE_USAGE;
    enum model_written_kind spoken_of = MODEL_WRITTEN_SPECIALIZATION;
    if (usage)
        written_name(written, MODEL_WRITTEN_OTHER, &block->name);
    else
        written_renamed(written, MODEL_WRITTEN_SPECIALIZATION, &block->name);
    for (const struct tree_item *item = block->items; item; item = item->next) {
        if (usage)
            written_usage_item(written, item);
        else
            written_specialization_item(written, item, &spoken_of);
    }
}

void lower_written(struct lower *lower, const struct tree_item *items) {
    struct written written = {.lower = lower};
    for (; items; items = items->next)
        written_block(&written, items);
}
