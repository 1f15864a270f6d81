#include "compiler/emit/layout.h"

#include "compiler/emit/emit.h"

static struct assay_field layout_field(struct layout *layout, const struct model_field *from) {
    return (struct assay_field){
        .name = from->name.text,
        .line = layout_line(layout, from->name.span),
        .role = (uint8_t)from->role,
        .assume = (uint8_t)from->assume,
        .assumed = from->assumed,
        .column_count = layout_count(layout, from->column_count),
        .except_count = layout_count(layout, from->except_count),
        .columns = layout_texts(layout, from->columns, from->column_count),
        .except = layout_texts(layout, from->except, from->except_count),
    };
}

static const struct assay_field *layout_fields(struct layout *layout) {
    const struct model *model = layout->model;
    struct assay_field *fields = ARENA_ARRAY(layout->arena, model->field_count, struct assay_field);
    for (size_t i = 0; i < model->field_count; i++)
        fields[i] = layout_field(layout, &model->fields[i]);
    return fields;
}

static const struct assay_alias *layout_aliases(struct layout *layout) {
    const struct model *model = layout->model;
    if (model->alias_count == 0) return NULL;
    struct assay_alias *aliases = ARENA_ARRAY(layout->arena, model->alias_count, struct assay_alias);
    for (size_t i = 0; i < model->alias_count; i++) {
        const struct model_alias *from = &model->aliases[i];
        uint32_t line = layout_line(layout, from->span);
        aliases[i] = (struct assay_alias){from->text, from->means, line, from->field, from->spelling};
    }
    return aliases;
}

static const struct assay_eligibility *layout_eligibilities(struct layout *layout) {
    const struct model *model = layout->model;
    if (model->eligibility_count == 0) return NULL;
    struct assay_eligibility *list = ARENA_ARRAY(layout->arena, model->eligibility_count, struct assay_eligibility);
    for (size_t i = 0; i < model->eligibility_count; i++) {
        const struct model_eligibility *from = &model->eligibilities[i];
        list[i].reason = from->reason;
        list[i].line = layout_line(layout, from->span);
        list[i].clauses = layout_clauses(layout, &from->rule, &list[i].clause_count);
        list[i].known = layout_values(layout, from->known, from->known_count);
        list[i].known_count = layout_count(layout, from->known_count);
        list[i].known_blank = from->known_blank;
    }
    return list;
}

static const struct assay_once *layout_once(struct layout *layout) {
    const struct model_once *from = layout->model->once;
    if (!from) return NULL;
    struct assay_once *once = ARENA_NEW(layout->arena, struct assay_once);
    *once = (struct assay_once){
        .line = layout_line(layout, from->span),
        .key_count = layout_count(layout, from->key_count),
        .preferred_count = layout_count(layout, from->preferred_count),
        .least_count = layout_count(layout, from->least_count),
        .preferred_field = from->preferred_field,
        .key = from->key_count ? from->key : NULL,
        .preferred = layout_texts(layout, from->preferred, from->preferred_count),
        .least = from->least_count ? from->least : NULL,
    };
    return once;
}

static const struct assay_cross_check *layout_cross_check(struct layout *layout) {
    const struct model_cross_check *from = layout->model->cross_check;
    if (!from) return NULL;
    struct assay_cross_check *check = ARENA_NEW(layout->arena, struct assay_cross_check);
    *check = (struct assay_cross_check){from->field, layout_line(layout, from->span), from->dropped, from->kept};
    return check;
}

const struct assay_usage *layout_usage(struct layout *layout) {
    const struct model *model = layout->model;
    struct assay_usage *usage = ARENA_NEW(layout->arena, struct assay_usage);
    layout_begin_table(layout, model->source);
    *usage = (struct assay_usage){
        .name = model->name.text,
        .edition = model->edition,
        .file = model->source ? model->source->name : "",
        .currency = model->currency,
        .line = layout_line(layout, model->span),
        .field_count = layout_count(layout, model->field_count),
        .alias_count = layout_count(layout, model->alias_count),
        .eligibility_count = layout_count(layout, model->eligibility_count),
        .note_count = layout_count(layout, model->note_count),
        .fields = layout_fields(layout),
        .aliases = layout_aliases(layout),
        .eligibilities = layout_eligibilities(layout),
        .once = layout_once(layout),
        .cross_check = layout_cross_check(layout),
        .notes = layout_texts(layout, model->notes, model->note_count),
        .cites = layout_citation(&model->cites),
    };
    return usage;
}
