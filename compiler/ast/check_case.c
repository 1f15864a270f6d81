/* check_case.c - examples of requirements. */
#include "compiler/ast/check.h"

#include "compiler/base/fold.h"

#include <string.h>

/* A case speaks of the requirement before it, behind which there may be `cites`, `note` and further cases. */
static const struct tree_item *case_line(const struct tree_item *block, const struct tree_item *of) {
    const struct tree_item *line = NULL;
    for (const struct tree_item *item = block->items; item != of; item = item->next)
        if (tree_is_spoken_of(item->kind)) line = item;
    return line && line->kind == TREE_REQUIRES ? line : NULL;
}

static void case_fact(struct check *check, const struct tree_item *block, const struct tree_fact *fact) {
    assay_money value = 0;
    switch (fact->kind) {
    case TREE_FACT_MONEY:
        check_currency(check, &fact->currency);
        check_declared(check, block, TREE_MEASURE, fact->names);
        check_amount(check, &fact->number, &value);
        break;
    case TREE_FACT_METRIC:
        check_declared(check, block, TREE_METRIC, fact->names);
        if (check_amount(check, &fact->number, &value) && value < 0)
            diagnostic_add(check->diagnostics, A0425, fact->number.span, "a metric is not below zero")->hint =
                "write a number from 0 on";
        break;
    case TREE_FACT_PEOPLE:
        check_declared(check, check->usage, TREE_CERTIFICATION, fact->names);
        check_whole(check, &fact->number, "a number of people", 1);
        break;
    case TREE_FACT_REFERENCES:
        check_whole(check, &fact->number, "a number of references", 1);
        break;
    default:
        break;
    }
    check_texts_once(check, fact->names, "the name");
    check_title(check, fact->customer.text, fact->customer.span);
}

/* What says that there is none of a fact's kind. */
static enum tree_fact_kind case_opposite(enum tree_fact_kind kind) {
    switch (kind) {
    case TREE_FACT_PEOPLE:
        return TREE_FACT_NO_PEOPLE;
    case TREE_FACT_DESIGNATION:
        return TREE_FACT_NO_DESIGNATION;
    case TREE_FACT_AUDIT:
        return TREE_FACT_NO_AUDIT;
    case TREE_FACT_REFERENCES:
        return TREE_FACT_NO_REFERENCES;
    default:
        return kind;
    }
}

static bool case_contradicts(struct check *check, const struct tree_fact *a, const struct tree_fact *b) {
    bool metric = a->kind == TREE_FACT_METRIC && b->kind == TREE_FACT_METRIC && a->date.date == b->date.date;
    if (metric) return strcmp(fold_text(check->arena, a->names->text), fold_text(check->arena, b->names->text)) == 0;
    return a->kind != b->kind && (case_opposite(a->kind) == b->kind || case_opposite(b->kind) == a->kind);
}

static void case_contradictions(struct check *check, const struct tree_fact *facts) {
    for (const struct tree_fact *fact = facts; fact; fact = fact->next) {
        const struct tree_fact *before = facts;
        while (before != fact && !case_contradicts(check, before, fact))
            before = before->next;
        if (before == fact) continue;
        struct diagnostic *message =
            diagnostic_add(check->diagnostics, A0501, fact->span, "this contradicts what is given before");
        message->hint = "keep one of the two";
        message->other = before->span;
        message->other_text = "here";
    }
}

/* On the day the requirement must be in force: else nobody would ask. */
static void case_day(struct check *check, const struct tree_item *item, const struct tree_item *line) {
    const struct tree_period *period = &line->requirement->period;
    struct tree_period day = {item->trial->as_of, item->trial->as_of};
    if (check_overlap(period, &day)) return;
    struct diagnostic *message = diagnostic_add(check->diagnostics, A0505, item->trial->as_of.span,
                                                "the requirement is not in force on this day");
    message->hint = "name a day on which the requirement is in force";
    message->other = line->head;
    message->other_text = "the requirement";
}

void check_cases(struct check *check, struct tree_item *block) {
    for (struct tree_item *item = block->items; item; item = item->next) {
        if (item->kind != TREE_CASE) continue;
        check_title(check, item->name.text, item->name.span);
        const struct tree_item *line = case_line(block, item);
        if (line) case_day(check, item, line);
        if (!line && !(block->lost & (tree_lost(TREE_REQUIRES) | TREE_LOST_UNKNOWN)))
            diagnostic_add(check->diagnostics, A0504, item->head, "which requirement does this example speak of?")
                ->hint = "put it behind the `requires` line it speaks of";
        for (const struct tree_fact *fact = item->trial->facts; fact; fact = fact->next)
            case_fact(check, block, fact);
        case_contradictions(check, item->trial->facts);
    }
}
