#include "compiler/emit/layout.h"

#include "compiler/emit/emit.h"

static struct assay_field layout_field(struct layout *layout, const struct model_field *from) {
    return (struct assay_field){
        .name = from->name.text,
        .role = (uint8_t)from->role,
        .assume = (uint8_t)from->assume,
        .assumed = from->assumed,
        .means = from->means,
        .address = from->address,
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

static const uint32_t *layout_field_lines(struct layout *layout) {
    const struct model *model = layout->model;
    uint32_t *lines = ARENA_ARRAY(layout->arena, model->field_count, uint32_t);
    for (size_t i = 0; i < model->field_count; i++)
        lines[i] = layout_line(layout, model->fields[i].name.span);
    return lines;
}

/* ---- Aliases ---- */

/* The model has one alias for each text and field of a declaration, sorted by field, then text. */
struct layout_alias {
    const struct model_alias **rows;
    size_t row_count;
};

static struct layout_alias *layout_alias_rows(struct layout *layout) {
    const struct model *model = layout->model;
    struct layout_alias *aliases = ARENA_ARRAY(layout->arena, model->alias_declaration_count, struct layout_alias);
    for (size_t i = 0; i < model->alias_count; i++)
        aliases[model->aliases[i].declaration].row_count++;
    for (size_t i = 0; i < model->alias_declaration_count; i++) {
        aliases[i].rows = ARENA_ARRAY(layout->arena, aliases[i].row_count, const struct model_alias *);
        aliases[i].row_count = 0;
    }
    for (size_t i = 0; i < model->alias_count; i++) {
        struct layout_alias *to = &aliases[model->aliases[i].declaration];
        to->rows[to->row_count++] = &model->aliases[i];
    }
    return aliases;
}

static const struct assay_alias *layout_alias(struct layout *layout, const struct layout_alias *from) {
    const struct model_alias *first = from->rows[0];
    size_t texts = 0;
    while (texts < from->row_count && from->rows[texts]->field == first->field)
        texts++;
    const char **text = ARENA_ARRAY(layout->arena, texts, const char *);
    uint16_t *fields = ARENA_ARRAY(layout->arena, from->row_count / texts, uint16_t);
    uint32_t *lines = ARENA_ARRAY(layout->arena, texts + 1, uint32_t);
    lines[0] = layout_line(layout, first->head);
    for (size_t i = 0; i < texts; i++) {
        text[i] = from->rows[i]->text;
        lines[1 + i] = layout_line(layout, from->rows[i]->span);
    }
    for (size_t i = 0; i < from->row_count; i += texts)
        fields[i / texts] = from->rows[i]->field;
    struct assay_alias *alias = ARENA_NEW(layout->arena, struct assay_alias);
    *alias = (struct assay_alias){
        .means = first->means,
        .text_count = layout_count(layout, texts),
        .field_count = layout_count(layout, from->row_count / texts),
        .spelling = first->spelling,
        .texts = text,
        .fields = fields,
        .lines = lines,
    };
    return alias;
}

static const struct assay_alias *const *layout_aliases(struct layout *layout) {
    size_t count = layout->model->alias_declaration_count;
    if (count == 0) return NULL;
    const struct layout_alias *rows = layout_alias_rows(layout);
    const struct assay_alias **aliases = ARENA_ARRAY(layout->arena, count, const struct assay_alias *);
    for (size_t i = 0; i < count; i++)
        aliases[i] = layout_alias(layout, &rows[i]);
    return aliases;
}

/* ---- Eligibility ---- */

static const struct assay_eligibility *layout_eligibilities(struct layout *layout) {
    const struct model *model = layout->model;
    if (model->eligibility_count == 0) return NULL;
    struct assay_eligibility *list = ARENA_ARRAY(layout->arena, model->eligibility_count, struct assay_eligibility);
    for (size_t i = 0; i < model->eligibility_count; i++) {
        const struct model_eligibility *from = &model->eligibilities[i];
        struct layout_listed known = {from->known, from->known_count, from->known_lists, from->known_list_count};
        list[i].reason = from->reason;
        list[i].clauses = layout_clauses(layout, &from->rule, &list[i].clause_count);
        list[i].known = layout_values(layout, known);
        list[i].known_blank = from->known_blank;
        uint32_t *lines = layout_rule_lines(layout, from->span, &from->rule, from->known_count);
        layout_value_lines(layout, lines + 1 + from->rule.clause_count, from->known, from->known_count);
        list[i].lines = lines;
    }
    return list;
}

/* ---- Counting once ---- */

static const struct assay_once *layout_once(struct layout *layout) {
    const struct model_once *from = layout->model->once;
    if (!from) return NULL;
    struct assay_once *once = ARENA_NEW(layout->arena, struct assay_once);
    *once = (struct assay_once){
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
    *check = (struct assay_cross_check){
        .field = from->field,
        .dropped_count = layout_count(layout, from->dropped_count),
        .kept_count = layout_count(layout, from->kept_count),
        .dropped = layout_texts(layout, from->dropped, from->dropped_count),
        .kept = layout_texts(layout, from->kept, from->kept_count),
    };
    return check;
}

/* ---- The declaration ---- */

static const uint32_t *layout_usage_lines(struct layout *layout) {
    const struct model *model = layout->model;
    uint32_t *lines = ARENA_ARRAY(layout->arena, 4, uint32_t);
    lines[0] = layout_line(layout, model->span);
    lines[1] = model->once ? layout_line(layout, model->once->span) : 0;
    lines[2] = model->cross_check ? layout_line(layout, model->cross_check->span) : 0;
    lines[3] = model->no_repeats ? layout_line(layout, model->no_repeats_span) : 0;
    return lines;
}

const struct assay_usage *layout_usage(struct layout *layout) {
    const struct model *model = layout->model;
    struct assay_usage *usage = ARENA_NEW(layout->arena, struct assay_usage);
    *usage = (struct assay_usage){
        .name = model->name.text,
        .edition = model->edition,
        .file = model->source ? model->source->name : "",
        .currency = model->currency,
        .field_count = layout_count(layout, model->field_count),
        .alias_count = layout_count(layout, model->alias_declaration_count),
        .eligibility_count = layout_count(layout, model->eligibility_count),
        .note_count = layout_count(layout, model->note_count),
        .fields = layout_fields(layout),
        .aliases = layout_aliases(layout),
        .eligibilities = layout_eligibilities(layout),
        .once = layout_once(layout),
        .no_repeats = model->no_repeats,
        .cross_check = layout_cross_check(layout),
        .notes = layout_texts(layout, model->notes, model->note_count),
        .cites = layout_citation(&model->cites),
        .lines = layout_usage_lines(layout),
        .field_lines = layout_field_lines(layout),
        .certification_count = layout_count(layout, model->certification_count),
        .certifications = layout_certifications(layout),
        .renewal = layout_renewal(layout),
        .performance = layout_performance(layout),
        .knowledge = layout_knowledge(layout),
        .step_count = layout_count(layout, model->step_count),
        .steps = layout_steps(layout),
        .active = layout_active(layout),
    };
    return usage;
}
