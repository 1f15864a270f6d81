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

void lower_renewal(struct lower *lower, const struct tree_item *items) {
    const struct tree_item *item = lower_first(items, TREE_RENEWAL);
    if (!item) return;
    const struct tree_item *cites = item->next && item->next->kind == TREE_CITES ? item->next : NULL;
    struct model_renewal *renewal = ARENA_NEW(lower->arena, struct model_renewal);
    *renewal = (struct model_renewal){
        .months = lower_months(&item->renewal->every),
        .opens_days = lower_number(item->renewal->opens.text),
        .grace_days = lower_number(item->renewal->grace.text),
        .cites = cites ? lower_citation(cites) : lower->model->cites,
        .span = item->span,
    };
    lower->model->renewal = renewal;
}
