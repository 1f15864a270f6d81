/* product.h - a rule as a union of boxes that remember the conditions they are made of.
 *
 * The model's clauses hold conditions that say the same once, and forget where else they stand. Here every condition of
 * the expression is a *leaf* of its own, numbered in order of place, and every *product* lists the leaves that it is
 * the conjunction of. So parts of the expression can be taken out and put back. */
#ifndef ASSAY_ANALYSIS_PRODUCT_H
#define ASSAY_ANALYSIS_PRODUCT_H

#include "compiler/analysis/box_index.h"

struct product_leaf {
    const struct model_expression *node;
    size_t field;
    uint64_t *classes; /* as many words as the field has: the classes that satisfy it */
    bool removed;      /* taken as satisfied by everything */
    uint32_t *products;
    size_t product_count; /* the products made of it */
};

struct product {
    const uint32_t *leaves; /* ascending */
    size_t leaf_count;
    bool removed; /* taken as satisfied by nothing */
};

struct products {
    const struct space *space;
    struct arena *arena;
    struct product_leaf *leaves;
    size_t leaf_count;
    struct product *items;
    size_t count;
    uint64_t *box;           /* room for one */
    struct box_index *index; /* their boxes; none for those that are removed, or that nothing can satisfy */
};

/* All products of a rule, whose clauses lowering has counted. */
struct products *products_new(const struct space *space, const struct model_rule *rule, struct arena *arena);

/* How many leaves an expression has. Those of its children follow one another. */
size_t product_leaves(const struct model_expression *expression);

/* The box of a product without the leaves [begin, end); false when it is empty. */
bool product_box(const struct products *products, size_t number, size_t begin, size_t end, uint64_t *box);

/* Makes a product's box anew, after leaves were changed or it was removed. */
void product_refresh(struct products *products, size_t number);

/* The products that go through a node, whose first leaf is `first`: each once, in `out`; returns how many. Removed ones
 * are left out. */
size_t product_through(const struct products *products, const struct model_expression *node, size_t first,
                       uint32_t *out);

#endif
