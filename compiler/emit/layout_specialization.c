#include "compiler/emit/layout.h"

static struct assay_measure layout_measure(struct layout *layout, const struct model_measure *from) {
    struct assay_measure measure = {
        .name = from->name.text,
        .from = from->from,
        .until = from->until,
        .former_count = layout_count(layout, from->former_count),
        .note_count = layout_count(layout, from->note_count),
        .former_names = layout_texts(layout, from->former_names, from->former_count),
        .notes = layout_texts(layout, from->notes, from->note_count),
        .cites = layout_citation(&from->cites),
        .lines = layout_rule_lines(layout, from->span, &from->rule, 0),
    };
    measure.clauses = layout_clauses(layout, &from->rule, &measure.clause_count);
    return measure;
}

const struct assay_specialization *layout_specialization(struct layout *layout,
                                                         const struct model_specialization *from) {
    struct assay_specialization *table = ARENA_NEW(layout->arena, struct assay_specialization);
    struct assay_measure *measures = ARENA_ARRAY(layout->arena, from->measure_count, struct assay_measure);
    uint32_t *lines = ARENA_NEW(layout->arena, uint32_t);
    lines[0] = layout_line(layout, from->span);
    for (size_t i = 0; i < from->measure_count; i++)
        measures[i] = layout_measure(layout, &from->measures[i]);
    *table = (struct assay_specialization){
        .name = from->name.text,
        .area = from->area,
        .file = from->source ? from->source->name : "",
        .former_count = layout_count(layout, from->former_count),
        .note_count = layout_count(layout, from->note_count),
        .measure_count = layout_count(layout, from->measure_count),
        .requirement_count = layout_count(layout, from->requirement_count),
        .metric_count = layout_count(layout, from->metric_count),
        .former_names = layout_texts(layout, from->former_names, from->former_count),
        .notes = layout_texts(layout, from->notes, from->note_count),
        .measures = from->measure_count ? measures : NULL,
        .requirements = layout_requirements(layout, from->requirements, from->requirement_count),
        .metrics = layout_metrics(layout, from),
        .cites = layout_citation(&from->cites),
        .lines = lines,
    };
    return table;
}
