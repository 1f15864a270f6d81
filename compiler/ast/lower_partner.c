#include "compiler/ast/lower.h"

#include <stdlib.h>
#include <string.h>

static int lower_by_code(const void *left, const void *right) {
    const struct model_certification *a = left, *b = right;
    return strcmp(a->code.text, b->code.text);
}

void lower_certifications(struct lower *lower, const struct tree_item *items) {
    struct model *model = lower->model;
    size_t count = lower_count(items, TREE_CERTIFICATION);
    model->certifications = ARENA_ARRAY(lower->arena, count, struct model_certification);
    for (const struct tree_item *item = items; item; item = item->next) {
        if (item->kind != TREE_CERTIFICATION) continue;
        struct lower_texts titles = {0};
        lower_texts_add(lower, &titles, item->texts);
        model->certifications[model->certification_count++] =
            (struct model_certification){lower_text(&item->name), titles.items, titles.count, item->head};
    }
    if (count) qsort(model->certifications, count, sizeof *model->certifications, lower_by_code);
}

/* What an item that can cite for itself cites: right behind it, or else with the declaration. */
static struct model_citation lower_own_cites(const struct lower *lower, const struct tree_item *item) {
    const struct tree_item *cites = item->next && item->next->kind == TREE_CITES ? item->next : NULL;
    return cites ? lower_citation(cites) : lower->model->cites;
}

void lower_renewal(struct lower *lower, const struct tree_item *items) {
    const struct tree_item *item = lower_first(items, TREE_RENEWAL);
    if (!item) return;
    struct model_renewal *renewal = ARENA_NEW(lower->arena, struct model_renewal);
    *renewal = (struct model_renewal){
        .months = lower_months(&item->renewal->every),
        .opens_days = lower_number(item->renewal->opens.text),
        .grace_days = lower_number(item->renewal->grace.text),
        .cites = lower_own_cites(lower, item),
        .span = item->span,
    };
    lower->model->renewal = renewal;
}

/* ---- How fresh figures are ---- */

static struct model_refresh *lower_refresh(struct lower *lower, const struct tree_item *item) {
    if (!item) return NULL;
    struct model_refresh *refresh = ARENA_NEW(lower->arena, struct model_refresh);
    *refresh = (struct model_refresh){lower_number(item->names->text), lower_own_cites(lower, item), item->span};
    return refresh;
}

/* ---- Where steps are taken ---- */

static enum assay_place_kind lower_place_kind(enum tree_value_kind kind) {
    if (kind == TREE_OWN_AREA) return ASSAY_PLACE_AREA;
    return kind == TREE_OWN_NAME ? ASSAY_PLACE_NAME : ASSAY_PLACE_TEXT;
}

static void lower_places(struct lower *lower, struct model_step *to, const struct tree_value *places) {
    for (const struct tree_value *place = places; place; place = place->next)
        to->place_count++;
    to->places = ARENA_ARRAY(lower->arena, to->place_count, struct model_place);
    to->place_count = 0;
    for (; places; places = places->next)
        to->places[to->place_count++] =
            (struct model_place){lower_place_kind(places->kind), {places->text, places->span}};
}

static void lower_step(struct lower *lower, struct model_step *to, const struct tree_item *item) {
    const struct tree_step *step = item->step;
    struct lower_texts roles = {0};
    lower_texts_add(lower, &roles, step->roles);
    *to = (struct model_step){
        .kind = step->kind,
        .waits = step->waits,
        .action = step->action.text,
        .site = step->site.text,
        .address = item->means.address.text,
        .roles = roles.items,
        .role_count = roles.count,
        .cites = lower_own_cites(lower, item),
        .span = item->head,
    };
    lower_places(lower, to, step->places);
}

static struct model_active *lower_active(struct lower *lower, const struct tree_item *item) {
    if (!item) return NULL;
    struct model_active *active = ARENA_NEW(lower->arena, struct model_active);
    *active = (struct model_active){item->means.text.text, item->means.address.text, lower_own_cites(lower, item),
                                    item->head};
    return active;
}

void lower_steps(struct lower *lower, const struct tree_item *items) {
    struct model *model = lower->model;
    model->performance = lower_refresh(lower, lower_first(items, TREE_PERFORMANCE));
    model->knowledge = lower_refresh(lower, lower_first(items, TREE_KNOWLEDGE));
    model->active = lower_active(lower, lower_first(items, TREE_ACTIVE));
    model->steps = ARENA_ARRAY(lower->arena, lower_count(items, TREE_STEP), struct model_step);
    for (const struct tree_item *item = items; item; item = item->next) {
        if (item->kind == TREE_STEP) lower_step(lower, &model->steps[model->step_count++], item);
    }
}
