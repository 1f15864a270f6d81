/* layout_step.c - how fresh figures are, where steps are taken, what being Active brings. */
#include "compiler/emit/layout.h"

const struct assay_refresh *layout_performance(struct layout *layout) {
    const struct model_refresh *from = layout->model->performance;
    if (!from) return NULL;
    struct assay_refresh *refresh = ARENA_NEW(layout->arena, struct assay_refresh);
    *refresh = (struct assay_refresh){
        .day = from->number, .cites = layout_citation(&from->cites), .lines = layout_own_line(layout, from->span)};
    return refresh;
}

const struct assay_refresh *layout_knowledge(struct layout *layout) {
    const struct model_refresh *from = layout->model->knowledge;
    if (!from) return NULL;
    struct assay_refresh *refresh = ARENA_NEW(layout->arena, struct assay_refresh);
    *refresh = (struct assay_refresh){
        .days = from->number, .cites = layout_citation(&from->cites), .lines = layout_own_line(layout, from->span)};
    return refresh;
}

static const struct assay_place *layout_places(struct layout *layout, const struct model_step *from) {
    struct assay_place *places = ARENA_ARRAY(layout->arena, from->place_count, struct assay_place);
    for (size_t i = 0; i < from->place_count; i++)
        places[i] = (struct assay_place){(uint8_t)from->places[i].kind, from->places[i].text.text};
    return places;
}

const struct assay_step *layout_steps(struct layout *layout) {
    const struct model *model = layout->model;
    if (model->step_count == 0) return NULL;
    struct assay_step *steps = ARENA_ARRAY(layout->arena, model->step_count, struct assay_step);
    for (size_t i = 0; i < model->step_count; i++) {
        const struct model_step *from = &model->steps[i];
        steps[i] = (struct assay_step){
            .kind = (uint8_t)from->kind,
            .waits = from->waits,
            .action = from->action,
            .site = from->site,
            .address = from->address,
            .role_count = layout_count(layout, from->role_count),
            .place_count = layout_count(layout, from->place_count),
            .roles = layout_texts(layout, from->roles, from->role_count),
            .places = layout_places(layout, from),
            .cites = layout_citation(&from->cites),
            .lines = layout_own_line(layout, from->span),
        };
    }
    return steps;
}

const struct assay_active *layout_active(struct layout *layout) {
    const struct model_active *from = layout->model->active;
    if (!from) return NULL;
    struct assay_active *active = ARENA_NEW(layout->arena, struct assay_active);
    *active = (struct assay_active){from->means, from->address, layout_citation(&from->cites),
                                    layout_own_line(layout, from->span)};
    return active;
}
