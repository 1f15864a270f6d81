#include "compiler/model/space_class.h"

#include <string.h>

static uint64_t box_bit(uint32_t class_) {
    return UINT64_C(1) << (class_ % 64);
}

uint64_t *box_new(const struct space *space) {
    return ARENA_ARRAY(space->arena, space->words, uint64_t);
}

void box_fill(const struct space *space, uint64_t *box) {
    for (size_t i = 0; i < space->field_count; i++) {
        const struct space_field *field = &space->fields[i];
        uint32_t last = field->first_word + field->word_count - 1, over = 64 * field->word_count - field->class_count;
        memset(box + field->first_word, 0xFF, field->word_count * sizeof *box);
        box[last] >>= over;
    }
}

/* Whether the field has a class that both boxes have. */
static bool box_field_meets(const struct space_field *field, const uint64_t *a, const uint64_t *b) {
    uint64_t both = 0;
    for (uint32_t i = field->first_word; i < field->first_word + field->word_count; i++)
        both |= a[i] & b[i];
    return both != 0;
}

bool box_meets(const struct space *space, const uint64_t *a, const uint64_t *b) {
    for (size_t i = 0; i < space->field_count; i++) {
        if (!box_field_meets(&space->fields[i], a, b)) return false;
    }
    return true;
}

bool box_is_empty(const struct space *space, const uint64_t *box) {
    return !box_meets(space, box, box);
}

static uint64_t box_field_count(const struct space_field *field, const uint64_t *box) {
    uint64_t count = 0;
    for (uint32_t i = field->first_word; i < field->first_word + field->word_count; i++)
        count += (uint64_t)__builtin_popcountll(box[i]);
    return count;
}

bool box_field_is_full(const struct space *space, const uint64_t *box, size_t field) {
    return box_field_count(&space->fields[field], box) == space->fields[field].class_count;
}

bool box_has(const struct space *space, const uint64_t *box, size_t field, uint32_t class_) {
    return (box[space->fields[field].first_word + class_ / 64] & box_bit(class_)) != 0;
}

bool box_contains(const struct space *space, const uint64_t *outer, const uint64_t *inner) {
    for (uint32_t i = 0; i < space->words; i++) {
        if (inner[i] & ~outer[i]) return false;
    }
    return true;
}

bool box_intersect(const struct space *space, uint64_t *out, const uint64_t *a, const uint64_t *b) {
    for (uint32_t i = 0; i < space->words; i++)
        out[i] = a[i] & b[i];
    return !box_is_empty(space, out);
}

uint64_t box_cells(const struct space *space, const uint64_t *box) {
    uint64_t cells = 1;
    bool capped = false;
    for (size_t i = 0; i < space->field_count; i++) {
        uint64_t count = box_field_count(&space->fields[i], box);
        if (count == 0) return 0;
        capped = __builtin_mul_overflow(cells, count, &cells) || capped;
    }
    return capped ? UINT64_MAX : cells;
}

/* ---- Conditions ---- */

static void box_list(void *context, const struct space_field *field, uint32_t code) {
    uint64_t *listed = context;
    uint32_t class_ = field->class_of[code];
    listed[field->first_word + class_ / 64] |= box_bit(class_);
}

bool box_narrow(const struct space *space, size_t model, const struct model_condition *condition, uint64_t *box) {
    const struct space_field *field = &space->fields[space->field_of[model][condition->field]];
    uint64_t *listed = space->scratch;
    memset(listed + field->first_word, 0, field->word_count * sizeof *listed);
    space_listed(space, model, condition, box_list, listed);
    uint64_t flip = condition->test == ASSAY_ANY_OF ? 0 : UINT64_MAX;
    for (uint32_t i = field->first_word; i < field->first_word + field->word_count; i++)
        box[i] &= listed[i] ^ flip;
    return box_field_meets(field, box, box);
}

bool box_of_clause(const struct space *space, size_t model, const struct model_clause *clause, uint64_t *box) {
    box_fill(space, box);
    for (size_t i = 0; i < clause->condition_count; i++) {
        if (!box_narrow(space, model, clause->conditions[i], box)) return false;
    }
    return true;
}
