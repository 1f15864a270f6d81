#include "compiler/analysis/box_index.h"

#include <string.h>

enum {
    INDEX_NARROW_MAX = 8, /* classes: the union of more rows costs more than looking at the boxes themselves */
    INDEX_ROWS_MAX = 64   /* rows looked at for one box */
};

struct box_index *box_index_new(const struct space *space, size_t count, struct arena *arena) {
    struct box_index *index = ARENA_NEW(arena, struct box_index);
    index->space = space;
    index->count = count;
    index->words = (count + 63) / 64;
    index->boxes = ARENA_ARRAY(arena, count * space->words, uint64_t);
    index->first_row = ARENA_ARRAY(arena, space->field_count, uint32_t);
    uint32_t rows = 0;
    for (size_t field = 0; field < space->field_count; field++) {
        index->first_row[field] = rows;
        rows += space->fields[field].class_count;
    }
    index->rows = ARENA_ARRAY(arena, rows * index->words, uint64_t);
    return index;
}

static void index_flip(struct box_index *index, size_t number, size_t field, uint32_t word, uint64_t bits) {
    const struct space_field *of = &index->space->fields[field];
    for (; bits; bits &= bits - 1) {
        uint32_t class_ = 64 * (word - of->first_word) + (uint32_t)__builtin_ctzll(bits);
        uint64_t *row = index->rows + (index->first_row[field] + class_) * index->words;
        row[number / 64] ^= UINT64_C(1) << (number % 64);
    }
}

void box_index_put(struct box_index *index, size_t number, const uint64_t *box) {
    uint64_t *held = index->boxes + number * index->space->words;
    for (size_t field = 0; field < index->space->field_count; field++) {
        const struct space_field *of = &index->space->fields[field];
        for (uint32_t word = of->first_word; word < of->first_word + of->word_count; word++) {
            uint64_t wanted = box ? box[word] : 0;
            index_flip(index, number, field, word, held[word] ^ wanted);
            held[word] = wanted;
        }
    }
}

/* The rows of the fields in which the box has few classes, field by field; each field's last one is followed by NULL.
 */
struct index_rows {
    const uint64_t *rows[INDEX_ROWS_MAX + 1];
    size_t count;
};

static uint32_t index_classes(const struct space_field *field, const uint64_t *box) {
    uint32_t count = 0;
    for (uint32_t word = field->first_word; word < field->first_word + field->word_count; word++)
        count += (uint32_t)__builtin_popcountll(box[word]);
    return count;
}

static void index_gather_field(const struct box_index *index, const uint64_t *box, size_t field,
                               struct index_rows *rows) {
    const struct space_field *of = &index->space->fields[field];
    uint32_t classes = index_classes(of, box);
    if (classes > INDEX_NARROW_MAX || classes == of->class_count) return;
    if (rows->count + classes + 1 > INDEX_ROWS_MAX) return;
    for (uint32_t word = of->first_word; word < of->first_word + of->word_count; word++) {
        for (uint64_t bits = box[word]; bits; bits &= bits - 1) {
            uint32_t class_ = 64 * (word - of->first_word) + (uint32_t)__builtin_ctzll(bits);
            rows->rows[rows->count++] = index->rows + (index->first_row[field] + class_) * index->words;
        }
    }
    rows->rows[rows->count++] = NULL;
}

/* One word of the set of boxes that may meet. */
static uint64_t index_word(const struct index_rows *rows, size_t word) {
    uint64_t all = UINT64_MAX, any = 0;
    for (size_t i = 0; i < rows->count && all; i++) {
        if (rows->rows[i]) {
            any |= rows->rows[i][word];
            continue;
        }
        all &= any;
        any = 0;
    }
    return all;
}

size_t box_index_meeting(const struct box_index *index, const uint64_t *box, size_t begin, size_t end, uint32_t *out) {
    struct index_rows rows = {.count = 0};
    for (size_t field = 0; field < index->space->field_count; field++)
        index_gather_field(index, box, field, &rows);
    size_t count = 0;
    for (size_t word = begin / 64; 64 * word < end; word++) {
        uint64_t bits = index_word(&rows, word);
        if (64 * word < begin) bits &= UINT64_MAX << (begin % 64);
        if (64 * (word + 1) > end) bits &= UINT64_MAX >> (64 * (word + 1) - end);
        for (; bits; bits &= bits - 1) {
            size_t number = 64 * word + (size_t)__builtin_ctzll(bits);
            if (box_meets(index->space, box_index_box(index, number), box)) out[count++] = (uint32_t)number;
        }
    }
    return count;
}
