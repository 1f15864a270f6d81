#include "compiler/ast/lower.h"

static void lower_measure(struct lower *lower, struct model_measure *to, const struct tree_item *item,
                          struct model_citation inherited) {
    struct lower_texts former = lower_texts_here(lower, item->next, TREE_FORMERLY);
    struct lower_texts notes = lower_texts_here(lower, item->next, TREE_NOTE);
    const struct tree_item *cites = lower_cites_here(item->next);
    *to = (struct model_measure){.name = lower_text(&item->name), .span = item->head};
    to->from = item->period.from.date;
    to->until = item->period.until.date;
    to->former_names = former.items;
    to->former_count = former.count;
    to->notes = notes.items;
    to->note_count = notes.count;
    to->cites = cites ? lower_citation(cites) : inherited;
    lower_rule(lower, &to->rule, item->options, item->head);
}

static void lower_overlap(struct model_specialization *to, const struct tree_item *items) {
    const struct tree_item *may = lower_first(items, TREE_MAY_OVERLAP);
    const struct tree_item *said = may ? may : lower_first(items, TREE_MUST_NOT_OVERLAP);
    if (!said) return;
    to->overlap = may ? MODEL_MAY_OVERLAP : MODEL_MUST_NOT_OVERLAP;
    to->overlap_span = said->span;
}

void lower_specialization(struct lower *lower, struct model_specialization *to, const struct tree_item *item) {
    const struct tree_item *items = item->items, *area = lower_first(items, TREE_AREA);
    struct lower_texts former = lower_texts_here(lower, items, TREE_FORMERLY);
    struct lower_texts notes = lower_texts_here(lower, items, TREE_NOTE);
    *to = (struct model_specialization){.name = lower_text(&item->name), .span = item->head};
    to->area = area ? area->texts->text : "";
    to->source = lower_source(lower, item->head);
    to->former_names = former.items;
    to->former_count = former.count;
    to->notes = notes.items;
    to->note_count = notes.count;
    to->cites = lower_citation(lower_cites_here(items));
    lower_overlap(to, items);
    to->measures = ARENA_ARRAY(lower->arena, lower_count(items, TREE_MEASURE), struct model_measure);
    for (const struct tree_item *measure = items; measure; measure = measure->next) {
        if (measure->kind != TREE_MEASURE) continue;
        lower_measure(lower, &to->measures[to->measure_count++], measure, to->cites);
    }
    lower_requirements(lower, to, items);
    lower_examples(lower, &to->examples, &to->example_count, items, to);
}
