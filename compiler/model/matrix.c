#include "compiler/model/cover.h"
#include "compiler/model/matrix.h"

#include <string.h>

static uint64_t *matrix_row(const struct matrix *matrix, size_t field, uint32_t class_) {
    return matrix->rows + (matrix->first_row[field] + class_) * matrix->words;
}

/* ---- Making it ---- */

static uint64_t matrix_last_word(const struct matrix *matrix) {
    return UINT64_MAX >> (64 * matrix->words - matrix->list->count);
}

static void matrix_put_box(struct matrix *matrix, size_t index) {
    const uint64_t *box = region_box(matrix->space, matrix->list, index);
    for (size_t f = 0; f < matrix->space->field_count; f++) {
        const struct space_field *field = &matrix->space->fields[f];
        for (uint32_t w = 0; w < field->word_count; w++) {
            for (uint64_t bits = box[field->first_word + w]; bits; bits &= bits - 1) {
                uint32_t class_ = 64 * w + (uint32_t)__builtin_ctzll(bits);
                matrix_row(matrix, f, class_)[index / 64] |= UINT64_C(1) << index % 64;
            }
        }
    }
}

struct matrix *matrix_new(const struct space *space, const struct region *list) {
    struct matrix *matrix = ARENA_NEW(space->arena, struct matrix);
    size_t rows = 0;
    *matrix = (struct matrix){.space = space, .list = list, .words = (list->count + 63) / 64};
    matrix->first_row = ARENA_ARRAY(space->arena, space->field_count, size_t);
    for (size_t f = 0; f < space->field_count; f++) {
        matrix->first_row[f] = rows;
        rows += space->fields[f].class_count;
    }
    matrix->rows = ARENA_ARRAY(space->arena, rows * matrix->words, uint64_t);
    matrix->order = ARENA_ARRAY(space->arena, space->field_count, uint32_t);
    matrix->sizes = ARENA_ARRAY(space->arena, space->field_count, uint32_t);
    for (size_t i = 0; i < list->count; i++)
        matrix_put_box(matrix, i);
    return matrix;
}

uint64_t *matrix_set(const struct matrix *matrix) {
    return ARENA_ARRAY(matrix->space->arena, matrix->words, uint64_t);
}

/* ---- Questions ---- */

static void matrix_fill(const struct matrix *matrix, uint64_t *set) {
    if (matrix->words == 0) return;
    memset(set, 0xFF, matrix->words * sizeof *set);
    set[matrix->words - 1] = matrix_last_word(matrix);
}

static uint32_t matrix_field_size(const struct space_field *field, const uint64_t *box) {
    uint32_t size = 0;
    for (uint32_t i = field->first_word; i < field->first_word + field->word_count; i++)
        size += (uint32_t)__builtin_popcountll(box[i]);
    return size;
}

/* Narrow fields leave few boxes, so that wide ones cost little afterwards. */
static void matrix_order_fields(const struct matrix *matrix, const uint64_t *box) {
    for (uint32_t f = 0; f < matrix->space->field_count; f++) {
        uint32_t at = f;
        matrix->sizes[f] = matrix_field_size(&matrix->space->fields[f], box);
        for (; at > 0 && matrix->sizes[matrix->order[at - 1]] > matrix->sizes[f]; at--)
            matrix->order[at] = matrix->order[at - 1];
        matrix->order[at] = f;
    }
}

/* What is asked of each field: that the boxes share a class there, or that theirs are all that our box has. */
enum matrix_question { MATRIX_MEET, MATRIX_CONTAIN };

/* Of 64 boxes, those that answer to the field, from the rows of the classes that our box has. */
static uint64_t matrix_by_rows(const struct matrix *matrix, const uint64_t *box, size_t f, size_t word,
                               enum matrix_question question) {
    const struct space_field *field = &matrix->space->fields[f];
    const uint64_t *rows = matrix_row(matrix, f, 0) + word;
    uint64_t some = 0, every = UINT64_MAX;
    for (uint32_t w = 0; w < field->word_count; w++) {
        for (uint64_t bits = box[field->first_word + w]; bits; bits &= bits - 1) {
            uint64_t row = rows[(64 * w + (uint32_t)__builtin_ctzll(bits)) * matrix->words];
            some |= row;
            every &= row;
        }
    }
    return question == MATRIX_MEET ? some : every;
}

static bool matrix_answers(const struct space_field *field, const uint64_t *box, const uint64_t *other,
                           enum matrix_question question) {
    uint64_t both = 0, more = 0;
    for (uint32_t i = field->first_word; i < field->first_word + field->word_count; i++) {
        both |= box[i] & other[i];
        more |= box[i] & ~other[i];
    }
    return question == MATRIX_MEET ? both != 0 : more == 0;
}

/* The same for those of the 64 boxes that are in the set, by looking at each. */
static uint64_t matrix_by_boxes(const struct matrix *matrix, const uint64_t *box, size_t f, size_t word, uint64_t set,
                                enum matrix_question question) {
    uint64_t kept = set;
    for (uint64_t bits = set; bits; bits &= bits - 1) {
        size_t index = 64 * word + (size_t)__builtin_ctzll(bits);
        const uint64_t *other = region_box(matrix->space, matrix->list, index);
        if (!matrix_answers(&matrix->space->fields[f], box, other, question)) kept &= ~(bits & (0 - bits));
    }
    return kept;
}

static void matrix_ask(const struct matrix *matrix, const uint64_t *box, uint64_t *set, enum matrix_question question) {
    const struct space *space = matrix->space;
    matrix_fill(matrix, set);
    matrix_order_fields(matrix, box);
    for (size_t i = 0; i < space->field_count; i++) {
        size_t f = matrix->order[i];
        const struct space_field *field = &space->fields[f];
        if (question == MATRIX_MEET && matrix->sizes[f] == field->class_count) continue;
        for (size_t w = 0; w < matrix->words; w++) {
            if (!set[w]) continue;
            bool few = (uint32_t)__builtin_popcountll(set[w]) * field->word_count < matrix->sizes[f];
            if (few)
                set[w] = matrix_by_boxes(matrix, box, f, w, set[w], question);
            else
                set[w] &= matrix_by_rows(matrix, box, f, w, question);
        }
    }
}

void matrix_meeting(const struct matrix *matrix, const uint64_t *box, uint64_t *set) {
    matrix_ask(matrix, box, set, MATRIX_MEET);
}

void matrix_containing(const struct matrix *matrix, const uint64_t *box, uint64_t *set) {
    matrix_ask(matrix, box, set, MATRIX_CONTAIN);
}

bool matrix_covers(const struct matrix *matrix, const uint64_t *set, const uint64_t *box, uint64_t *left,
                   struct space_budget *budget) {
    cover_begin(matrix->space);
    for (size_t w = 0; w < matrix->words; w++) {
        for (uint64_t bits = set[w]; bits; bits &= bits - 1)
            cover_add(matrix->space, region_box(matrix->space, matrix->list, 64 * w + (size_t)__builtin_ctzll(bits)));
    }
    return !cover_leaves(matrix->space, box, budget, left);
}
