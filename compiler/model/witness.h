/* witness.h - a smallest example row, and regions in the words of the rules.
 *
 * A witness is one cell of a space, and the fields of it that matter: whatever the other fields hold, the row lies in
 * all regions of `in` and in none of `out`. No smaller set of this row's fields forces that. */
#ifndef ASSAY_MODEL_WITNESS_H
#define ASSAY_MODEL_WITNESS_H

#include "compiler/model/space.h"
#include "runtime/base/text.h"

struct witness_cell {
    size_t field;     /* of the space */
    const char *text; /* as a rule writes it, or a text that no rule names; NULL: blank */
};

struct witness {
    struct witness_cell *cells; /* the fields that matter, in order of the space */
    size_t count;
    uint32_t *codes; /* one per field of the space: the whole row; fields that do not matter are blank */
};

/* A witness from the box, which must lie in all of `in` and meet none of `out`. The row is the one of the box that
 * reads best: in each field blank, else the first text that is no alias, else the first alias, else a text that no rule
 * names. Of equally small sets of fields the one with the earlier fields is taken. False when the budget is exceeded.
 */
bool witness_find(const struct space *space, const uint64_t *box, const struct region *const *in, size_t in_count,
                  const struct region *const *out, size_t out_count, struct space_budget *budget,
                  struct witness *witness);

/* The row as cells of one of the space's models, for eval.h: one per field of that model. */
struct model_cell *witness_row(const struct space *space, size_t model, const struct witness *witness);

/* `Compute OS "Linux", Service Level 4 blank`; "any row" when no field matters. */
void witness_print(const struct space *space, const struct witness *witness, struct text *out);

/* A box, not empty, as the author would write it: `Service Level 2 is any of "A", "B" and Compute OS is not blank`,
 * the shortest wording per field; "any row" when it is full. Fields in `without` (a box, or NULL) that have the same
 * classes there are left out. */
void box_print(const struct space *space, const uint64_t *box, const uint64_t *without, struct text *out);

/* One field of a box: `is any of "A", "B"`. It is a condition of the language, unless the field is full, and holds for
 * exactly the classes of the box: of texts that mean the same to all models one is listed, and stands for all of them;
 * texts that only one of two models takes for the same stand for themselves. A full field `is anything or blank`. */
void box_print_field(const struct space *space, const uint64_t *box, size_t field, struct text *out);

#endif
