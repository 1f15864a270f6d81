/* rule.c - a smallest row on which a rule and its clauses do not agree. */
#include "compiler/proof/rule.h"

#include <string.h>

enum { ROW_WORK_MAX = 20 * 1000 * 1000 };

struct row {
    const struct rule_space *space;
    uint64_t cell;
    uint64_t kept; /* bit i: field i of the space matters; fields beyond 63 always do */
};

static bool bit_of(const uint64_t *bits, uint64_t cell) {
    return bits[cell / 64] >> cell % 64 & 1;
}

static uint32_t row_class(const struct rule_space *space, uint64_t cell, size_t field) {
    return (uint32_t)(cell / space->fields[field].stride % space->fields[field].class_count);
}

static bool row_keeps(const struct row *row, size_t field) {
    return field > 63 || row->kept >> field & 1;
}

/* Whether both answers stay what they are in the row's cell, whatever the fields that do not matter hold. */
static bool row_forces(const struct row *row) {
    const struct rule_space *space = row->space;
    bool holds = bit_of(space->holds, row->cell), passes = bit_of(space->passes, row->cell);
    uint64_t base = row->cell, count = 1;
    for (size_t i = 0; i < space->field_count; i++) {
        if (row_keeps(row, i)) continue;
        base -= row_class(space, row->cell, i) * space->fields[i].stride;
        count *= space->fields[i].class_count;
    }
    for (uint64_t turn = 0; turn < count; turn++) {
        uint64_t rest = turn, cell = base;
        for (size_t i = 0; i < space->field_count; i++) {
            if (row_keeps(row, i)) continue;
            cell += rest % space->fields[i].class_count * space->fields[i].stride;
            rest /= space->fields[i].class_count;
        }
        if (bit_of(space->holds, cell) != holds || bit_of(space->passes, cell) != passes) return false;
    }
    return true;
}

/* Leaves out one field after the other, as long as the answers are forced. */
static struct row row_shrink(const struct rule_space *space, uint64_t cell) {
    struct row row = {space, cell, ~UINT64_C(0)};
    for (size_t i = space->field_count; i-- > 0;) {
        if (i > 63) continue;
        row.kept &= ~(UINT64_C(1) << i);
        if (!row_forces(&row)) row.kept |= UINT64_C(1) << i;
    }
    return row;
}

static size_t row_size(const struct row *row) {
    size_t size = 0;
    for (size_t i = 0; i < row->space->field_count; i++)
        size += row_keeps(row, i);
    return size;
}

/* ---- In words ---- */

/* A text that nobody names in this field. */
static const char *row_other(struct proof *proof, uint16_t field) {
    const char *text = "other";
    for (unsigned i = 2; proof->lexicon && lexicon_code(&proof->lexicon[field], text) != ASSAY_OTHER; i++)
        text = arena_format(proof->arena, "other %u", i);
    return text;
}

static const char *row_print(struct proof *proof, const struct row *row) {
    const char *text = NULL;
    for (size_t i = 0; i < row->space->field_count; i++) {
        if (!row_keeps(row, i)) continue;
        const struct rule_field *field = &row->space->fields[i];
        uint32_t sample = field->sample[row_class(row->space, row->cell, i)];
        const char *written = sample == 1 ? row_other(proof, field->field) : field->texts[sample].written;
        const char *name = proof->model->fields[field->field].name.text;
        const char *cell = sample == 0 ? arena_format(proof->arena, "%s blank", name)
                                       : arena_format(proof->arena, "%s \"%s\"", name, written);
        text = text ? arena_format(proof->arena, "%s, %s", text, cell) : cell;
    }
    return text ? text : "any row";
}

bool rule_same(struct proof *proof, const struct proof_rule *rule, struct proof_difference *difference) {
    const struct rule_space *space = rule->space;
    struct row best = {space, 0, 0};
    size_t tries = (size_t)(ROW_WORK_MAX / (space->cells * (space->field_count + 1))) + 1;
    bool same = true;
    for (uint64_t cell = 0; tries && cell < space->cells; cell++) {
        if (bit_of(space->holds, cell) == bit_of(space->passes, cell)) continue;
        if (!difference) return false;
        struct row row = row_shrink(space, cell);
        if (same || row_size(&row) < row_size(&best)) best = row;
        same = false;
        tries--;
    }
    if (same) return true;
    difference->row = row_print(proof, &best);
    difference->row_by = proof_says(rule);
    difference->row_counts = bit_of(space->passes, best.cell);
    return false;
}

void rule_find_row(struct proof *proof, struct proof_rule *rule, struct proof_difference *difference) {
    rule->space = rule_space_make(proof, rule, RULE_WORK_LARGE);
    if (rule->space) rule_same(proof, rule, difference);
}
