/* box_index.h - which of many boxes meet a box, without looking at most of them.
 *
 * A transposed bit matrix: per field and class the set of the boxes that admit it. The boxes that meet a box are the
 * intersection, over its fields, of the unions over its classes. */
#ifndef ASSAY_ANALYSIS_BOX_INDEX_H
#define ASSAY_ANALYSIS_BOX_INDEX_H

#include "compiler/model/space.h"

struct box_index {
    const struct space *space;
    size_t count;        /* boxes are numbered below this */
    uint64_t *boxes;     /* behind one another; all bits 0: none of that number */
    size_t words;        /* of a set of boxes */
    uint64_t *rows;      /* per class, those of the first field first: a set of boxes */
    uint32_t *first_row; /* per field */
};

/* Room for `count` boxes; none is there yet. */
struct box_index *box_index_new(const struct space *space, size_t count, struct arena *arena);

/* Puts a box at a number, in place of what was there; NULL: takes it away. The box is copied. */
void box_index_put(struct box_index *index, size_t number, const uint64_t *box);

static inline const uint64_t *box_index_box(const struct box_index *index, size_t number) {
    return index->boxes + number * index->space->words;
}

/* The numbers in [begin, end) whose boxes meet the box, ascending, in `out`; returns how many. */
size_t box_index_meeting(const struct box_index *index, const uint64_t *box, size_t begin, size_t end, uint32_t *out);

#endif
