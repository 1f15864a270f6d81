/* difference_agree.h - the comparison against brute force: eval says for every cell of a filter's own fields what
 * changes sides, and so must the regions. */
#ifndef ASSAY_TESTS_DIFFERENCE_AGREE_H
#define ASSAY_TESTS_DIFFERENCE_AGREE_H

#include "compiler/analysis/difference.h"
#include "compiler/model/eval.h"

#include <string.h>

enum { CELLS = 400000 }; /* filters with more are left out */

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

/* How many parts of a filter say that the cell is lost, and gained. */
static inline void told_by(const struct tried *tried, const struct difference_filter *filter, size_t told[2]) {
    for (size_t i = 0; i < filter->region_count; i++)
        for (size_t p = 0; p < filter->regions[i].part_count; p++) {
            const struct difference_part *part = &filter->regions[i].parts[p];
            if (part_has(tried, part)) told[part->kind == DIFFERENCE_GAINED]++;
        }
}

static inline void told_moved(const struct tried *tried, const struct difference_specialization *specialization,
                              size_t to, size_t told[2]) {
    for (size_t m = 0; specialization && m < specialization->measure_count; m++) {
        const struct difference_filter *filter = &specialization->measures[m].filter;
        for (size_t i = 0; i < filter->region_count; i++)
            if (filter->regions[i].kind == DIFFERENCE_MOVED && filter->regions[i].to == to)
                told[1] += part_has(tried, &filter->regions[i].parts[0]);
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

/* Complete, disjoint and no more, over every cell of the filter's own fields. Returns the cells that were tried. */
static inline size_t agree(struct tried *tried, const struct difference_filter *filter,
                           const struct difference_specialization *specialization, size_t number) {
    size_t cells = 0, changed = 0;
    memset(tried->mentioned, 0, sizeof tried->mentioned);
    memset(tried->index, 0, sizeof tried->index);
    for (size_t f = 0; f < 64; f++)
        tried->counts[f] = 1;
    if (filter->old) tried_expression(tried, 0, filter->old->where);
    if (filter->new) tried_expression(tried, 1, filter->new->where);
    if (tried_cells(tried) > CELLS) return 0;
    do {
        bool before = tried_holds(tried, 0, filter->old, !specialization);
        bool after = tried_holds(tried, 1, filter->new, !specialization);
        size_t told[2] = {0, 0};
        told_by(tried, filter, told);
        told_moved(tried, specialization, number, told);
        assert_int_equal(told[0], before && !after);
        assert_int_equal(told[1], after && !before);
        changed += before != after;
        cells++;
    } while (tried_next(tried));
    if (filter->region_count) assert_true(changed > 0);
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
