#include "compiler/analysis/product.h"

#include <string.h>

/* ---- Making ---- */

struct product_list {
    struct product *items;
    size_t count, capacity;
};

static void product_add(struct product_list *list, struct product product, struct arena *arena) {
    if (list->count == list->capacity) {
        list->capacity = list->capacity ? 2 * list->capacity : 8;
        struct product *items = ARENA_ARRAY(arena, list->capacity, struct product);
        if (list->count) memcpy(items, list->items, list->count * sizeof *items);
        list->items = items;
    }
    list->items[list->count++] = product;
}

static struct product product_join(const struct product *a, const struct product *b, struct arena *arena) {
    uint32_t *leaves = ARENA_ARRAY(arena, a->leaf_count + b->leaf_count, uint32_t);
    if (a->leaf_count) memcpy(leaves, a->leaves, a->leaf_count * sizeof *leaves);
    if (b->leaf_count) memcpy(leaves + a->leaf_count, b->leaves, b->leaf_count * sizeof *leaves);
    return (struct product){leaves, a->leaf_count + b->leaf_count, false};
}

static void product_expand(const struct model_expression *node, size_t first, struct product_list *list,
                           struct arena *arena);

/* Each of the products so far with each of the next child. Children of one leaf are put in their places at once. */
static void product_expand_all(const struct model_expression *node, size_t first, struct product_list *list,
                               struct arena *arena) {
    struct product none = {0};
    struct product_list so_far = {0};
    product_add(&so_far, none, arena);
    for (size_t i = 0; i < node->child_count; i++) {
        struct product_list child = {0}, joined = {0};
        product_expand(node->children[i], first, &child, arena);
        first += product_leaves(node->children[i]);
        for (size_t a = 0; a < so_far.count; a++) {
            for (size_t b = 0; b < child.count; b++) {
                product_add(&joined, product_join(&so_far.items[a], &child.items[b], arena), arena);
            }
        }
        so_far = joined;
    }
    for (size_t i = 0; i < so_far.count; i++)
        product_add(list, so_far.items[i], arena);
}

static void product_expand(const struct model_expression *node, size_t first, struct product_list *list,
                           struct arena *arena) {
    if (node->kind == MODEL_ALL) {
        product_expand_all(node, first, list, arena);
        return;
    }
    if (node->kind == MODEL_CONDITION) {
        uint32_t *leaf = ARENA_NEW(arena, uint32_t);
        *leaf = (uint32_t)first;
        product_add(list, (struct product){leaf, 1, false}, arena);
        return;
    }
    for (size_t i = 0; i < node->child_count; i++) {
        product_expand(node->children[i], first, list, arena);
        first += product_leaves(node->children[i]);
    }
}

size_t product_leaves(const struct model_expression *expression) {
    if (expression->kind == MODEL_CONDITION) return 1;
    size_t count = 0;
    for (size_t i = 0; i < expression->child_count; i++)
        count += product_leaves(expression->children[i]);
    return count;
}

static void product_make_leaves(struct products *products, const struct model_expression *node, uint64_t *scratch) {
    for (size_t i = 0; i < node->child_count; i++)
        product_make_leaves(products, node->children[i], scratch);
    if (node->kind != MODEL_CONDITION) return;
    const struct space *space = products->space;
    struct product_leaf *leaf = &products->leaves[products->leaf_count++];
    leaf->node = node;
    leaf->field = space->field_of[0][node->condition->field];
    const struct space_field *field = &space->fields[leaf->field];
    box_fill(space, scratch);
    box_narrow(space, 0, node->condition, scratch);
    leaf->classes = ARENA_ARRAY(products->arena, field->word_count, uint64_t);
    memcpy(leaf->classes, scratch + field->first_word, field->word_count * sizeof *leaf->classes);
}

/* Tells each leaf which products it is in. */
static void product_link(struct products *products) {
    for (size_t i = 0; i < products->count; i++) {
        for (size_t k = 0; k < products->items[i].leaf_count; k++)
            products->leaves[products->items[i].leaves[k]].product_count++;
    }
    for (size_t i = 0; i < products->leaf_count; i++) {
        struct product_leaf *leaf = &products->leaves[i];
        leaf->products = ARENA_ARRAY(products->arena, leaf->product_count, uint32_t);
        leaf->product_count = 0;
    }
    for (size_t i = 0; i < products->count; i++) {
        for (size_t k = 0; k < products->items[i].leaf_count; k++) {
            struct product_leaf *leaf = &products->leaves[products->items[i].leaves[k]];
            leaf->products[leaf->product_count++] = (uint32_t)i;
        }
    }
}

struct products *products_new(const struct space *space, const struct model_rule *rule, struct arena *arena) {
    struct products *products = ARENA_NEW(arena, struct products);
    *products = (struct products){.space = space, .arena = arena};
    products->leaves = ARENA_ARRAY(arena, product_leaves(rule->where), struct product_leaf);
    products->box = ARENA_ARRAY(arena, space->words, uint64_t);
    product_make_leaves(products, rule->where, products->box);
    struct product_list list = {0};
    product_expand(rule->where, 0, &list, arena);
    products->items = list.items;
    products->count = list.count;
    product_link(products);
    products->index = box_index_new(space, list.count, arena);
    for (size_t i = 0; i < list.count; i++)
        product_refresh(products, i);
    return products;
}

/* ---- Boxes ---- */

static bool product_narrow(const struct products *products, const struct product_leaf *leaf, uint64_t *box) {
    const struct space_field *field = &products->space->fields[leaf->field];
    uint64_t any = 0;
    for (uint32_t i = 0; i < field->word_count; i++)
        any |= box[field->first_word + i] &= leaf->classes[i];
    return any != 0;
}

bool product_box(const struct products *products, size_t number, size_t begin, size_t end, uint64_t *box) {
    const struct product *product = &products->items[number];
    bool any = true;
    box_fill(products->space, box);
    for (size_t i = 0; i < product->leaf_count; i++) {
        const struct product_leaf *leaf = &products->leaves[product->leaves[i]];
        bool left_out = leaf->removed || (product->leaves[i] >= begin && product->leaves[i] < end);
        if (!left_out) any = product_narrow(products, leaf, box) && any;
    }
    return any;
}

void product_refresh(struct products *products, size_t number) {
    bool any = !products->items[number].removed && product_box(products, number, 0, 0, products->box);
    box_index_put(products->index, number, any ? products->box : NULL);
}

/* ---- Which products go through a node ---- */

size_t product_through(const struct products *products, const struct model_expression *node, size_t first,
                       uint32_t *out) {
    size_t count = 0;
    if (node->kind == MODEL_ALL) return product_through(products, node->children[0], first, out);
    if (node->kind == MODEL_ANY) {
        for (size_t i = 0; i < node->child_count; i++) {
            count += product_through(products, node->children[i], first, out + count);
            first += product_leaves(node->children[i]);
        }
        return count;
    }
    const struct product_leaf *leaf = &products->leaves[first];
    for (size_t i = 0; i < leaf->product_count; i++) {
        if (!products->items[leaf->products[i]].removed) out[count++] = leaf->products[i];
    }
    return count;
}
