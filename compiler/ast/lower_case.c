#include "compiler/ast/lower.h"

static void lower_fact_kind(struct model_fact *to, enum tree_fact_kind kind) {
    switch (kind) {
    case TREE_FACT_MONEY:
        to->kind = MODEL_FACT_MONEY;
        break;
    case TREE_FACT_METRIC:
        to->kind = MODEL_FACT_METRIC;
        break;
    case TREE_FACT_PEOPLE:
    case TREE_FACT_NO_PEOPLE:
        to->kind = MODEL_FACT_PEOPLE;
        break;
    case TREE_FACT_DESIGNATION:
    case TREE_FACT_NO_DESIGNATION:
        to->kind = MODEL_FACT_DESIGNATION;
        break;
    case TREE_FACT_AUDIT:
    case TREE_FACT_NO_AUDIT:
        to->kind = MODEL_FACT_AUDIT;
        break;
    case TREE_FACT_REFERENCES:
    case TREE_FACT_NO_REFERENCES:
        to->kind = MODEL_FACT_REFERENCES;
        break;
    }
    to->none = kind == TREE_FACT_NO_DESIGNATION || kind == TREE_FACT_NO_AUDIT;
}

static void lower_fact(struct lower *lower, struct model_fact *to, const struct tree_fact *from) {
    struct lower_texts names = {0};
    lower_texts_add(lower, &names, from->names);
    *to = (struct model_fact){.undecided = from->undecided, .names = names.items, .name_count = names.count};
    lower_fact_kind(to, from->kind);
    bool monthly = to->kind == MODEL_FACT_MONEY || to->kind == MODEL_FACT_METRIC;
    if (monthly)
        to->amount = lower_money(from->number.text);
    else
        to->count = lower_number(from->number.text);
    to->customer = from->customer.text;
    to->date = monthly ? from->date.date * 100 + 1 : from->date.date;
}

static void lower_case(struct lower *lower, struct model_case *to, const struct tree_item *item) {
    size_t count = 0;
    for (const struct tree_fact *fact = item->trial->facts; fact; fact = fact->next)
        count++;
    *to = (struct model_case){.name = lower_text(&item->name), .span = item->head};
    to->as_of = item->trial->as_of.date;
    to->expected = item->trial->expected;
    to->verdict = item->trial->verdict;
    to->facts = ARENA_ARRAY(lower->arena, count, struct model_fact);
    for (const struct tree_fact *fact = item->trial->facts; fact; fact = fact->next)
        lower_fact(lower, &to->facts[to->fact_count++], fact);
}

void lower_cases(struct lower *lower, struct model_requirement *to, const struct tree_item *items) {
    size_t count = 0;
    for (const struct tree_item *item = items; item && !tree_is_spoken_of(item->kind); item = item->next)
        count += item->kind == TREE_CASE;
    to->cases = ARENA_ARRAY(lower->arena, count, struct model_case);
    for (; items && !tree_is_spoken_of(items->kind); items = items->next) {
        if (items->kind == TREE_CASE) lower_case(lower, &to->cases[to->case_count++], items);
    }
}
