#include "compiler/emit/layout.h"

const uint32_t *layout_own_line(struct layout *layout, struct span span) {
    uint32_t *lines = ARENA_NEW(layout->arena, uint32_t);
    lines[0] = layout_line(layout, span);
    return lines;
}

static struct assay_requirement layout_requirement(struct layout *layout, const struct model_requirement *from) {
    return (struct assay_requirement){
        .kind = (uint8_t)from->kind,
        .average = from->average,
        .percent = from->percent,
        .text = from->text,
        .option = from->option,
        .subject = from->subject,
        .amount = from->amount,
        .months = from->months,
        .customers = from->customers,
        .people = from->people,
        .references = from->references,
        .valid_months = from->valid_months,
        .from = from->from,
        .until = from->until,
        .name_count = layout_count(layout, from->name_count),
        .part_count = layout_count(layout, from->part_count),
        .note_count = layout_count(layout, from->note_count),
        .names = layout_texts(layout, from->names, from->name_count),
        .parts = layout_requirements(layout, from->parts, from->part_count),
        .notes = layout_texts(layout, from->notes, from->note_count),
        .cites = layout_citation(&from->cites),
        .lines = layout_own_line(layout, from->span),
    };
}

const struct assay_requirement *layout_requirements(struct layout *layout, const struct model_requirement *from,
                                                    size_t count) {
    if (count == 0) return NULL;
    struct assay_requirement *requirements = ARENA_ARRAY(layout->arena, count, struct assay_requirement);
    for (size_t i = 0; i < count; i++)
        requirements[i] = layout_requirement(layout, &from[i]);
    return requirements;
}

const struct assay_metric *layout_metrics(struct layout *layout, const struct model_specialization *from) {
    if (from->metric_count == 0) return NULL;
    struct assay_metric *metrics = ARENA_ARRAY(layout->arena, from->metric_count, struct assay_metric);
    for (size_t i = 0; i < from->metric_count; i++) {
        const struct model_metric *metric = &from->metrics[i];
        metrics[i] = (struct assay_metric){
            .name = metric->name.text,
            .workload_count = layout_count(layout, metric->workload_count),
            .note_count = layout_count(layout, metric->note_count),
            .workloads = layout_texts(layout, metric->workloads, metric->workload_count),
            .notes = layout_texts(layout, metric->notes, metric->note_count),
            .cites = layout_citation(&metric->cites),
            .lines = layout_own_line(layout, metric->span),
        };
    }
    return metrics;
}

const struct assay_certification *layout_certifications(struct layout *layout) {
    const struct model *model = layout->model;
    if (model->certification_count == 0) return NULL;
    struct assay_certification *list =
        ARENA_ARRAY(layout->arena, model->certification_count, struct assay_certification);
    for (size_t i = 0; i < model->certification_count; i++) {
        const struct model_certification *from = &model->certifications[i];
        list[i] = (struct assay_certification){
            .code = from->code.text,
            .title_count = layout_count(layout, from->title_count),
            .titles = layout_texts(layout, from->titles, from->title_count),
            .lines = layout_own_line(layout, from->span),
        };
    }
    return list;
}

const struct assay_renewal *layout_renewal(struct layout *layout) {
    const struct model_renewal *from = layout->model->renewal;
    if (!from) return NULL;
    struct assay_renewal *renewal = ARENA_NEW(layout->arena, struct assay_renewal);
    *renewal = (struct assay_renewal){from->months, from->opens_days, from->grace_days, layout_citation(&from->cites),
                                      layout_own_line(layout, from->span)};
    return renewal;
}
