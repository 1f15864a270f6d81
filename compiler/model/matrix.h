/* matrix.h - many boxes at once: which of a list meet a box, which hold all of it.
 *
 * For every class of every field there is the set of the boxes that admit it, one bit per box of the list. So a
 * question about one box and all of the list is a few word loops. Budgets are not needed: the work is bounded by the
 * size of the matrix. It lives in the arena of the space; the list must not change. */
#ifndef ASSAY_MODEL_MATRIX_H
#define ASSAY_MODEL_MATRIX_H

#include "compiler/model/space.h"

struct matrix {
    const struct space *space;
    const struct region *list; /* none of its boxes is empty */
    size_t words;              /* of a set of boxes: box i is bit i % 64 of word i / 64 */
    size_t *first_row;         /* by field: the row of its class 0 */
    uint64_t *rows;            /* by field and class: the boxes that admit it */
    uint32_t *order, *sizes;   /* of one question: the fields, the narrow ones of its box first; its classes by field */
};

struct matrix *matrix_new(const struct space *space, const struct region *list);

/* An empty set. */
uint64_t *matrix_set(const struct matrix *matrix);

/* The boxes that share a cell with the box. */
void matrix_meeting(const struct matrix *matrix, const uint64_t *box, uint64_t *set);

/* The boxes that hold all of the box. */
void matrix_containing(const struct matrix *matrix, const uint64_t *box, uint64_t *set);

/* region_covers by those boxes of the list that are in the set. */
bool matrix_covers(const struct matrix *matrix, const uint64_t *set, const uint64_t *box, uint64_t *left,
                   struct space_budget *budget);

#endif
