/* cover.h - what of a box lies outside of a list of boxes: the engine of regions.
 *
 * The rest of a box is split along one of the boxes that meet it, until every part lies in one box or meets none. */
#ifndef ASSAY_MODEL_COVER_H
#define ASSAY_MODEL_COVER_H

#include "compiler/model/space.h"

/* The memory that all questions of a space share, in its arena. Once, by space_new. */
struct cover_memory *cover_memory_new(const struct space *space);

/* A question begins with an empty list; the boxes added must live until it is answered. */
void cover_begin(const struct space *space);
void cover_add(const struct space *space, const uint64_t *box);
void cover_add_region(const struct space *space, const struct region *region);

/* Appends what is left of the box to `rest`, as disjoint boxes. */
void cover_rest(const struct space *space, const uint64_t *box, struct space_budget *budget, struct region *rest);

/* Whether anything is left; `left`, or NULL, becomes one box of it. */
bool cover_leaves(const struct space *space, const uint64_t *box, struct space_budget *budget, uint64_t *left);

#endif
