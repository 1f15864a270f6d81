#include "compiler/ast/lower.h"

#include "compiler/model/sentence.h"

#include <string.h>

/* ---- Numbers: they were checked ---- */

uint16_t lower_number(const char *digits) {
    unsigned value = 0;
    for (; digits && *digits; digits++)
        value = value * 10 + (unsigned)(*digits - '0');
    return (uint16_t)value;
}

uint16_t lower_months(const struct tree_duration *duration) {
    return (uint16_t)(lower_number(duration->number.text) * duration->unit);
}

assay_money lower_money(const char *number) {
    assay_money money = 0;
    (void)assay_money_parse(number, strlen(number), &money);
    return money;
}

static const char *lower_amount(struct lower *lower, const char *number) {
    char text[ASSAY_MONEY_TEXT];
    if (!number) return NULL;
    size_t length = assay_money_exact(text, lower_money(number));
    return arena_string(lower->arena, text, length);
}

/* ---- One requirement ---- */

static void lower_requirement_line(struct lower *lower, struct model_requirement *to,
                                   const struct tree_requirement *from, const struct tree_requirement *of);

static void lower_requirement_parts(struct lower *lower, struct model_requirement *to,
                                    const struct tree_requirement *from) {
    size_t count = 0;
    for (const struct tree_requirement *part = from->parts; part; part = part->next)
        count++;
    to->parts = ARENA_ARRAY(lower->arena, count, struct model_requirement);
    for (const struct tree_requirement *part = from->parts; part; part = part->next)
        lower_requirement_line(lower, &to->parts[to->part_count++], part, from);
}

/* `of` is NULL for a line, else what it is an option, a line or a part of. A part is of the same window, and on the
 * same average: it states neither. */
static void lower_requirement_line(struct lower *lower, struct model_requirement *to,
                                   const struct tree_requirement *from, const struct tree_requirement *of) {
    struct lower_texts names = {0};
    lower_texts_add(lower, &names, from->names);
    *to = (struct model_requirement){.kind = from->kind, .average = from->average, .percent = from->percent};
    to->option = from->option.text;
    to->subject = from->subject;
    to->amount = lower_amount(lower, from->amount.text);
    to->months = lower_months(&from->window);
    to->valid_months = lower_months(&from->valid);
    uint16_t count = lower_number(from->count.text);
    if (from->kind == ASSAY_REQUIRES_AMOUNT) to->customers = count;
    if (from->kind == ASSAY_REQUIRES_PEOPLE) to->people = count;
    if (from->kind == ASSAY_REQUIRES_REFERENCES) to->references = count;
    to->from = from->period.from.date;
    to->until = from->period.until.date;
    to->names = names.items;
    to->name_count = names.count;
    to->span = from->span;
    lower_requirement_parts(lower, to, from);
    bool part = of && of->kind != ASSAY_REQUIRES_ANY_OF && of->kind != ASSAY_REQUIRES_ALL_OF;
    to->text = sentence_of(to, lower->model->currency, part, lower->arena);
}

static void lower_requirement(struct lower *lower, struct model_requirement *to, const struct tree_item *item,
                              struct model_citation inherited) {
    struct lower_texts notes = lower_texts_here(lower, item->next, TREE_NOTE);
    const struct tree_item *cites = lower_cites_here(item->next);
    lower_requirement_line(lower, to, item->requirement, NULL);
    to->span = item->head;
    to->notes = notes.items;
    to->note_count = notes.count;
    to->cites = cites ? lower_citation(cites) : inherited;
    lower_cases(lower, to, item->next);
}

static void lower_metric(struct lower *lower, struct model_metric *to, const struct tree_item *item,
                         struct model_citation inherited) {
    struct lower_texts workloads = {0}, notes = lower_texts_here(lower, item->next, TREE_NOTE);
    const struct tree_item *cites = lower_cites_here(item->next);
    lower_texts_add(lower, &workloads, item->texts);
    *to = (struct model_metric){.name = lower_text(&item->name), .span = item->head};
    to->workloads = workloads.items;
    to->workload_count = workloads.count;
    to->notes = notes.items;
    to->note_count = notes.count;
    to->cites = cites ? lower_citation(cites) : inherited;
}

void lower_requirements(struct lower *lower, struct model_specialization *to, const struct tree_item *items) {
    to->requirements = ARENA_ARRAY(lower->arena, lower_count(items, TREE_REQUIRES), struct model_requirement);
    to->metrics = ARENA_ARRAY(lower->arena, lower_count(items, TREE_METRIC), struct model_metric);
    for (; items; items = items->next) {
        if (items->kind == TREE_REQUIRES)
            lower_requirement(lower, &to->requirements[to->requirement_count++], items, to->cites);
        if (items->kind == TREE_METRIC) lower_metric(lower, &to->metrics[to->metric_count++], items, to->cites);
    }
}
