/* difference_agree.h - the comparison against brute force: eval says for every cell of a filter's own fields, on every
 * day on which anything begins or ends and the days around it, what changes sides, and so must the regions. */
#ifndef ASSAY_TESTS_DIFFERENCE_AGREE_H
#define ASSAY_TESTS_DIFFERENCE_AGREE_H

#include "compiler/analysis/difference.h"
#include "compiler/model/eval.h"

#include <string.h>

enum { CELLS = 400000, DAYS = 64, EDITIONS = 64 }; /* filters with more cells are left out */

/* The values of each field of the space to try, as a rule writes or folds them; the first is blank (NULL). */
struct tried {
    const struct difference *difference;
    const struct eval *evals[2];
    const char *texts[64][256];
    size_t counts[64];
    bool mentioned[64];
    size_t index[64];
    struct model_cell *cells[2];
};

static inline void tried_add(struct tried *tried, size_t field, const char *folded) {
    for (size_t i = 1; i < tried->counts[field]; i++)
        if (strcmp(tried->texts[field][i], folded) == 0) return;
    assert_true(tried->counts[field] < 256);
    tried->texts[field][tried->counts[field]++] = folded;
}

static inline void tried_mention(struct tried *tried, size_t field) {
    if (tried->mentioned[field]) return;
    tried->mentioned[field] = true;
    tried_add(tried, field, "\x01");
}

/* The values of a rule, and all that aliases make of them. */
static inline void tried_expression(struct tried *tried, size_t side, const struct model_expression *expression) {
    const struct space *space = tried->difference->space;
    for (size_t i = 0; i < expression->child_count; i++)
        tried_expression(tried, side, expression->children[i]);
    if (expression->kind != MODEL_CONDITION) return;
    size_t field = space->field_of[side][expression->condition->field];
    tried_mention(tried, field);
    for (size_t i = 0; i < expression->condition->value_count; i++)
        tried_add(tried, field, expression->condition->values[i].folded);
    for (size_t model = 0; model < 2; model++) {
        for (size_t i = 0; i < space->models[model]->alias_count; i++) {
            const struct model_alias *alias = &space->models[model]->aliases[i];
            if (space->field_of[model][alias->field] != field) continue;
            tried_add(tried, field, alias->folded);
            tried_add(tried, field, alias->means_folded);
        }
    }
}

static inline bool tried_holds(struct tried *tried, size_t side, const struct model_rule *rule, bool without) {
    enum assay_answer answer = ASSAY_NO;
    const struct space *space = tried->difference->space;
    if (!rule) return without;
    for (size_t f = 0; f < space->models[side]->field_count; f++) {
        size_t field = space->field_of[side][f];
        const char *text = tried->texts[field][tried->index[field]];
        tried->cells[side][f] = (struct model_cell){.kind = text ? MODEL_CELL_TEXT : MODEL_CELL_BLANK, .folded = text};
    }
    assert_true(eval_rule(tried->evals[side], rule, tried->cells[side], &answer));
    return answer == ASSAY_YES;
}

static inline bool part_has(const struct tried *tried, const struct difference_part *part) {
    const struct space *space = tried->difference->space;
    for (size_t i = 0; i < part->boxes.count; i++) {
        const uint64_t *box = region_box(space, &part->boxes, i);
        bool in = true;
        for (size_t f = 0; in && f < space->field_count; f++) {
            uint32_t code = space_code(space, f, tried->texts[f][tried->index[f]]);
            in = box_has(space, box, f, space->fields[f].class_of[code]);
        }
        if (in) return true;
    }
    return false;
}

/* The row that is shown for a part lies in it, whatever the cells hold that are not shown. */
static inline bool witness_is_of(const struct difference *difference, const struct difference_part *part) {
    const struct space *space = difference->space;
    struct region row = {0};
    struct space_budget budget = {DIFFERENCE_BUDGET, false};
    uint64_t *box = box_new(space);
    box_fill(space, box);
    for (size_t i = 0; i < part->witness.count; i++) {
        const struct space_field *field = &space->fields[part->witness.cells[i].field];
        uint32_t class_ = field->class_of[part->witness.codes[part->witness.cells[i].field]];
        memset(box + field->first_word, 0, field->word_count * sizeof *box);
        box[field->first_word + class_ / 64] = UINT64_C(1) << class_ % 64;
    }
    region_add(space, &row, box);
    return region_contains(space, &part->boxes, &row, &budget) && !budget.exceeded;
}

static inline void agree_witnesses(const struct difference *difference, const struct difference_filter *filter) {
    for (size_t i = 0; i < filter->region_count; i++)
        for (size_t p = 0; p < filter->regions[i].part_count; p++)
            assert_true(witness_is_of(difference, &filter->regions[i].parts[p]));
}

static inline bool period_has(struct difference_period period, uint32_t day) {
    return (!period.from || period.from <= day) && (!period.until || day <= period.until);
}

/* How many parts of a filter say on a day that the cell is lost, and gained. */
static inline void told_by(const struct tried *tried, const struct difference_filter *filter, uint32_t day,
                           size_t told[2]) {
    for (size_t i = 0; i < filter->region_count; i++)
        for (size_t p = 0; p < filter->regions[i].part_count; p++) {
            const struct difference_part *part = &filter->regions[i].parts[p];
            if (period_has(filter->regions[i].period, day) && part_has(tried, part))
                told[part->kind == DIFFERENCE_GAINED]++;
        }
}

static inline void told_moved(const struct tried *tried, const struct difference_specialization *specialization,
                              size_t to, uint32_t day, size_t told[2]) {
    for (size_t m = 0; m < specialization->measure_count; m++) {
        const struct difference_filter *filter = &specialization->measures[m].filter;
        for (size_t i = 0; i < filter->region_count; i++) {
            const struct difference_region *region = &filter->regions[i];
            if (region->kind == DIFFERENCE_MOVED && region->to == to && period_has(region->period, day))
                told[1] += part_has(tried, &region->parts[0]);
        }
    }
}

static inline bool tried_next(struct tried *tried) {
    for (size_t f = 0; f < tried->difference->space->field_count; f++) {
        if (!tried->mentioned[f]) continue;
        if (++tried->index[f] < tried->counts[f]) return true;
        tried->index[f] = 0;
    }
    return false;
}

static inline size_t tried_cells(const struct tried *tried) {
    size_t product = 1;
    for (size_t f = 0; f < tried->difference->space->field_count; f++)
        product *= tried->mentioned[f] ? tried->counts[f] : 1;
    return product;
}

/* ---- Days ---- */

static inline uint32_t day_after(uint32_t day) {
    static const uint32_t lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    uint32_t year = day / 10000, month = day / 100 % 100, length = lengths[month - 1];
    if (month == 2 && ((year % 4 == 0 && year % 100 != 0) || year % 400 == 0)) length++;
    if (day % 100 < length) return day + 1;
    return month < 12 ? year * 10000 + (month + 1) * 100 + 1 : (year + 1) * 10000 + 101;
}

static inline uint32_t day_before(uint32_t day) {
    uint32_t before = day % 100 > 1 ? day - 1 : day % 10000 == 101 ? day - 10000 + 1130 : day - 100 + 27;
    if (day % 100 > 1) return before;
    while (day_after(before) != day)
        before++;
    return before;
}

struct days {
    uint32_t items[3 * DAYS];
    size_t count;
};

static inline void days_add(struct days *days, uint32_t day) {
    for (size_t i = 0; i < days->count; i++)
        if (days->items[i] == day) return;
    assert_true(days->count < 3 * DAYS);
    days->items[days->count++] = day;
}

/* The day, the one before and the one after. */
static inline void days_around(struct days *days, uint32_t day) {
    if (!day) return;
    days_add(days, day_before(day));
    days_add(days, day);
    days_add(days, day_after(day));
}

static inline void days_of(struct days *days, const struct difference_edition *editions, size_t count) {
    for (size_t i = 0; i < count; i++) {
        days_around(days, editions[i].measure->from);
        days_around(days, editions[i].measure->until);
    }
}

/* ---- One cell ---- */

/* Whether each edition lets the cell through, whenever it is in force. */
struct holding {
    bool of[2][EDITIONS];
};

static inline void holding_find(struct tried *tried, const struct difference_measure *measure,
                                struct holding *holding) {
    assert_true(measure->old_count <= EDITIONS && measure->new_count <= EDITIONS);
    for (size_t i = 0; i < measure->old_count; i++)
        holding->of[0][i] = tried_holds(tried, 0, &measure->olds[i].measure->rule, false);
    for (size_t i = 0; i < measure->new_count; i++)
        holding->of[1][i] = tried_holds(tried, 1, &measure->news[i].measure->rule, false);
}

/* `only`: editions of this name; NULL: all. */
static inline bool holding_on(const struct difference_measure *measure, const struct holding *holding, size_t side,
                              uint32_t day, const struct difference_edition *only) {
    const struct difference_edition *editions = side ? measure->news : measure->olds;
    for (size_t i = 0; i < (side ? measure->new_count : measure->old_count); i++) {
        const struct model_measure *of = editions[i].measure;
        if (only && (only->specialization != editions[i].specialization ||
                     strcmp(only->measure->name.text, of->name.text) != 0))
            continue;
        if (holding->of[side][i] && period_has((struct difference_period){of->from, of->until}, day)) return true;
    }
    return false;
}

/* Each pair of names of a measure that was merged or split: told is what counts as both, and nothing else. */
static inline void agree_passages(const struct tried *tried, const struct difference_measure *measure,
                                  const struct holding *holding, uint32_t day) {
    for (size_t i = 0; i < measure->old_count; i++) {
        for (size_t k = 0; k < measure->new_count; k++) {
            const struct difference_edition *old = &measure->olds[i], *new = &measure->news[k];
            bool stays = strcmp(old->measure->name.text, new->measure->name.text) == 0 &&
                         strcmp(old->specialization->name.text, new->specialization->name.text) == 0;
            bool both = holding_on(measure, holding, 0, day, old) && holding_on(measure, holding, 1, day, new);
            size_t told = 0;
            for (size_t p = 0; p < measure->passage_count; p++) {
                const struct difference_passage *passage = &measure->passages[p];
                if (passage->old.specialization != old->specialization ||
                    passage->new.specialization != new->specialization ||
                    strcmp(passage->old.measure->name.text, old->measure->name.text) != 0 ||
                    strcmp(passage->new.measure->name.text, new->measure->name.text) != 0 ||
                    !period_has(passage->period, day))
                    continue;
                if (passage->whole) assert_true(both || !holding_on(measure, holding, 0, day, old));
                told += passage->whole ? both : part_has(tried, &passage->part);
            }
            assert_int_equal(told, both && !stays && measure->renamed);
        }
    }
}

/* ---- All cells ---- */

static inline void tried_begin(struct tried *tried) {
    memset(tried->mentioned, 0, sizeof tried->mentioned);
    memset(tried->index, 0, sizeof tried->index);
    for (size_t f = 0; f < 64; f++)
        tried->counts[f] = 1;
}

/* Complete, disjoint and no more, over every cell of the measure's own fields and every day. Returns the cells, times
 * days, that were tried. */
static inline size_t agree(struct tried *tried, const struct difference_specialization *specialization, size_t number) {
    const struct difference_measure *measure = &specialization->measures[number];
    size_t cells = 0, changed = 0;
    struct days days = {{20240101}, 1};
    agree_witnesses(tried->difference, &measure->filter);
    tried_begin(tried);
    days_of(&days, measure->olds, measure->old_count);
    days_of(&days, measure->news, measure->new_count);
    for (size_t i = 0; i < measure->old_count; i++)
        tried_expression(tried, 0, measure->olds[i].measure->rule.where);
    for (size_t i = 0; i < measure->new_count; i++)
        tried_expression(tried, 1, measure->news[i].measure->rule.where);
    if (tried_cells(tried) > CELLS) return 0;
    do {
        struct holding holding;
        holding_find(tried, measure, &holding);
        for (size_t d = 0; d < days.count; d++) {
            bool before = holding_on(measure, &holding, 0, days.items[d], NULL);
            bool after = holding_on(measure, &holding, 1, days.items[d], NULL);
            size_t told[2] = {0, 0};
            told_by(tried, &measure->filter, days.items[d], told);
            told_moved(tried, specialization, number, days.items[d], told);
            assert_int_equal(told[0], before && !after);
            assert_int_equal(told[1], after && !before);
            agree_passages(tried, measure, &holding, days.items[d]);
            changed += before != after;
        }
        cells += days.count;
    } while (tried_next(tried));
    if (measure->filter.region_count) assert_true(changed > 0);
    return cells;
}

/* The same of an eligibility, which has no days. */
static inline size_t agree_eligibility(struct tried *tried, const struct difference_eligibility *eligibility) {
    const struct model_rule *old = eligibility->old ? &eligibility->old->rule : NULL;
    const struct model_rule *new = eligibility->new ? &eligibility->new->rule : NULL;
    size_t cells = 0;
    agree_witnesses(tried->difference, &eligibility->filter);
    tried_begin(tried);
    if (old) tried_expression(tried, 0, old->where);
    if (new) tried_expression(tried, 1, new->where);
    if (tried_cells(tried) > CELLS) return 0;
    do {
        bool before = tried_holds(tried, 0, old, true), after = tried_holds(tried, 1, new, true);
        size_t told[2] = {0, 0};
        told_by(tried, &eligibility->filter, 20240101, told);
        assert_int_equal(told[0], before && !after);
        assert_int_equal(told[1], after && !before);
        cells++;
    } while (tried_next(tried));
    return cells;
}

static inline struct tried *tried_new(const struct difference *difference, struct arena *arena) {
    struct tried *tried = ARENA_NEW(arena, struct tried);
    *tried = (struct tried){.difference = difference};
    assert_true(difference->space->field_count <= 64);
    for (size_t side = 0; side < 2; side++) {
        tried->evals[side] = eval_new(difference->space->models[side], arena);
        tried->cells[side] = ARENA_ARRAY(arena, 64, struct model_cell);
    }
    return tried;
}

#endif
