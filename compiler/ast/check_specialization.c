#include "compiler/ast/check.h"

#include "compiler/base/fold.h"

#include <stdlib.h>
#include <string.h>

/* ---- One specialization ---- */

/* Of some kinds of items, the bits tree_lost() of each, one may stand: the first; others are reported. */
static const struct tree_item *check_said_once(struct check *check, const struct tree_item *block, uint64_t kinds,
                                               const char *what) {
    const struct tree_item *first = NULL;
    for (const struct tree_item *item = block->items; item; item = item->next) {
        if (!(tree_lost(item->kind) & kinds)) continue;
        if (first) {
            struct diagnostic *message =
                diagnostic_add(check->diagnostics, A0404, item->head, "%s may be said once", what);
            message->other = first->head;
            message->other_text = "it is said here already";
            message->hint = "keep one of the two";
        }
        first = first ? first : item;
    }
    return first;
}

static void check_overlap_said(struct check *check, const struct tree_item *block) {
    uint64_t kinds = tree_lost(TREE_MAY_OVERLAP) | tree_lost(TREE_MUST_NOT_OVERLAP);
    check_said_once(check, block, kinds, "whether measures overlap");
}

static bool check_has_cites(const struct tree_item *block) {
    for (const struct tree_item *item = block->items; item && !tree_is_spoken_of(item->kind); item = item->next)
        if (item->kind == TREE_CITES) return true;
    return false;
}

static void check_published(struct check *check, struct tree_item *block) {
    struct tree_item *unpublished = check_only(check, block, TREE_NOT_PUBLISHED, "measures not published");
    bool measures = check_count(block->items, TREE_MEASURE) > 0;
    if (unpublished && measures)
        diagnostic_add(check->diagnostics, A0416, unpublished->head, "'%s' has measures as well", block->name.text)
            ->hint = "leave out either `measures not published` or the measures";
    if (!unpublished && !measures)
        check_missing(check, block, TREE_MEASURE, "a measure",
                      "measure \"...\" counts usage where ..., or: measures not published");
}

static bool check_is_example(enum tree_item_kind kind) {
    return kind == TREE_EXAMPLE || kind == TREE_CASE;
}

/* `cites`, `note` and `formerly` speak of what stands before them, which is not an example; cites once each. Only
 * specializations and measures had other names. */
static void check_attachments(struct check *check, const struct tree_item *block) {
    const struct tree_item *cited = NULL, *spoken_of = NULL;
    bool example = false;
    for (const struct tree_item *item = block->items; item; item = item->next) {
        if (tree_is_spoken_of(item->kind)) {
            cited = NULL;
            spoken_of = item;
        }
        example = check_is_example(item->kind) || (example && !tree_is_spoken_of(item->kind));
        bool attaches = item->kind == TREE_CITES || item->kind == TREE_NOTE || item->kind == TREE_FORMERLY;
        if (example && attaches)
            diagnostic_add(check->diagnostics, A0417, item->head,
                           "behind an example nobody can say what this speaks of")
                ->hint = "put it behind what it speaks of, or at the top";
        if (item->kind == TREE_FORMERLY && spoken_of && spoken_of->kind != TREE_MEASURE && !example)
            diagnostic_add(check->diagnostics, A0417, item->head, "what stands before this has no name of its own")
                ->hint = "put it behind its measure, or at the top";
        if (item->kind != TREE_CITES) continue;
        if (cited && !example && !block->lost) {
            struct diagnostic *message =
                diagnostic_add(check->diagnostics, A0404, item->head, "`cites` may stand once here");
            message->hint = "keep one of the two; of a measure or a requirement it stands behind that";
            message->other = cited->head;
            message->other_text = "it stands here already";
        }
        cited = item;
    }
}

bool check_overlap(const struct tree_period *a, const struct tree_period *b) {
    bool a_first = a->until.date && b->from.date && a->until.date < b->from.date;
    bool b_first = b->until.date && a->from.date && b->until.date < a->from.date;
    return !a_first && !b_first;
}

/* Names of measures: alike only when their periods do not overlap. */
static void check_measure_names(struct check *check, struct tree_item *block) {
    size_t count = check_count(block->items, TREE_MEASURE), at = 0;
    struct check_name *names = ARENA_ARRAY(check->arena, count, struct check_name);
    const struct tree_item **measures = ARENA_ARRAY(check->arena, count, const struct tree_item *);
    for (const struct tree_item *item = block->items; item; item = item->next) {
        if (item->kind != TREE_MEASURE) continue;
        measures[at] = item;
        names[at] = (struct check_name){fold_text(check->arena, item->name.text), item->name.text, item->name.span, at};
        at++;
    }
    if (count) qsort(names, count, sizeof *names, check_compare_names);
    for (size_t i = 1, first = 0; i < count; i++) {
        if (strcmp(names[i].folded, names[first].folded) != 0) first = i;
        for (size_t j = first; j < i; j++) {
            if (!check_overlap(&measures[names[i].order]->period, &measures[names[j].order]->period)) continue;
            struct diagnostic *message =
                diagnostic_add(check->diagnostics, A0315, names[i].span,
                               "the measure '%s' stands here twice, in force on the same days", names[i].text);
            message->hint = "write `effective from` and `until` so that they share no day, or give one another name";
            message->other = names[j].span;
            message->other_text = "it stands here already";
            block->lost |= tree_lost(TREE_MEASURE); /* the name that was meant is missing elsewhere */
            break;
        }
    }
}

const char *check_turned(struct check *check, const struct tree_period *period) {
    return arena_format(check->arena, "it ends before it begins: is it from %04u-%02u-%02u until %04u-%02u-%02u?",
                        period->until.date / 10000, period->until.date / 100 % 100, period->until.date % 100,
                        period->from.date / 10000, period->from.date / 100 % 100, period->from.date % 100);
}

static void check_option_names(struct check *check, const struct tree_item *measure) {
    size_t count = 0;
    for (const struct tree_option *option = measure->options; option; option = option->next)
        count++;
    struct check_name *names = ARENA_ARRAY(check->arena, count, struct check_name);
    count = 0;
    for (const struct tree_option *option = measure->options; option; option = option->next)
        if (option->name.text)
            names[count++] = (struct check_name){.folded = fold_text(check->arena, option->name.text),
                                                 .text = option->name.text,
                                                 .span = option->name.span};
    check_unique(check, names, count, A0315, "the option");
}

static void check_measure(struct check *check, struct tree_item *measure) {
    check_title(check, measure->name.text, measure->name.span);
    const struct tree_period *period = &measure->period;
    if (period->from.date && period->until.date && period->until.date < period->from.date)
        diagnostic_add(check->diagnostics, A0415, period->until.span, "this measure is never in force")->hint =
            check_turned(check, period);
    check_option_names(check, measure);
    for (struct tree_option *option = measure->options; option; option = option->next)
        check_expression(check, option->where);
}

static void check_specialization(struct check *check, struct tree_item *block) {
    if (!check_only(check, block, TREE_AREA, "area"))
        check_missing(check, block, TREE_AREA, "the area", "area \"AREA\"");
    if (!check_has_cites(block))
        check_missing(check, block, TREE_CITES, "the citation", "cites \"DOCUMENT\", 2023-07-11");
    check_measure_names(check, block);
    check_requirements(check, block);
    check_published(check, block);
    check_overlap_said(check, block);
    check_attachments(check, block);
    for (struct tree_item *item = block->items; item; item = item->next) {
        if (item->kind == TREE_MEASURE) check_measure(check, item);
        check_address(check, &item->means.address);
        for (const struct tree_text *text = item->texts; text && item->kind != TREE_METRIC; text = text->next)
            check_title(check, text->text, text->span);
    }
}

/* ---- All of them ---- */

static size_t check_name_count(const struct tree_item *block) {
    size_t count = 1;
    for (const struct tree_item *item = block->items; item && !tree_is_spoken_of(item->kind); item = item->next)
        for (const struct tree_text *text = item->kind == TREE_FORMERLY ? item->texts : NULL; text; text = text->next)
            count++;
    return count;
}

static size_t check_add_names(struct check *check, const struct tree_item *block, struct check_name *names,
                              size_t count) {
    if (block->name.text)
        names[count++] = (struct check_name){
            .folded = fold_text(check->arena, block->name.text), .text = block->name.text, .span = block->name.span};
    for (const struct tree_item *item = block->items; item && !tree_is_spoken_of(item->kind); item = item->next)
        for (const struct tree_text *text = item->kind == TREE_FORMERLY ? item->texts : NULL; text; text = text->next)
            names[count++] = (struct check_name){
                .folded = fold_text(check->arena, text->text), .text = text->text, .span = text->span};
    return count;
}

static void check_specialization_names(struct check *check) {
    size_t most = 0, count = 0;
    for (const struct tree_item *item = check->tree->items; item; item = item->next)
        if (item->kind == TREE_SPECIALIZATION) most += check_name_count(item);
    struct check_name *names = ARENA_ARRAY(check->arena, most, struct check_name);
    for (const struct tree_item *item = check->tree->items; item; item = item->next)
        if (item->kind == TREE_SPECIALIZATION) count = check_add_names(check, item, names, count);
    check_unique(check, names, count, A0315, "the specialization");
}

void check_specializations(struct check *check) {
    check_specialization_names(check);
    for (struct tree_item *item = check->tree->items; item; item = item->next) {
        if (item->kind != TREE_SPECIALIZATION) continue;
        check_title(check, item->name.text, item->name.span);
        check_specialization(check, item);
        check_examples(check, item);
        check_cases(check, item);
    }
}
