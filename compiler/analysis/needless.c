#include "compiler/analysis/needless.h"

#include "compiler/analysis/product.h"
#include "compiler/model/cover.h"

#include <string.h>

enum { NEEDLESS_COVER_MAX = 64 }; /* alternatives among which the few that cover are looked for */

struct needless {
    const struct space *space;
    const struct model_rule *rule;
    struct space_budget *budget;
    struct products *products;
    struct needless_parts *parts;
    /* The part that is asked. */
    size_t first;      /* its first leaf */
    uint32_t *through; /* the products through it */
    size_t through_count;
    uint32_t *stamps, stamp; /* by product: which have the stamp */
    uint32_t *meeting;       /* room for as many as there are products */
    bool with_through;       /* whether these cover, too */
    uint64_t *box;           /* the rows that the part decides of one product */
};

/* ---- Covering ---- */

static bool needless_may_cover(const struct needless *needless, uint32_t product) {
    return needless->with_through || needless->stamps[product] != needless->stamp;
}

/* Whether the rest of the rule holds all of the box. */
static bool needless_covered(struct needless *needless, const uint64_t *box) {
    const struct box_index *index = needless->products->index;
    size_t count = box_index_meeting(index, box, 0, index->count, needless->meeting);
    cover_begin(needless->space);
    for (size_t i = 0; i < count; i++) {
        if (needless_may_cover(needless, needless->meeting[i]))
            cover_add(needless->space, box_index_box(index, needless->meeting[i]));
    }
    return !cover_leaves(needless->space, box, needless->budget, NULL) && !needless->budget->exceeded;
}

/* Lists the products through the part as covering. */
static void needless_add_through(struct needless *needless) {
    const struct box_index *index = needless->products->index;
    for (size_t i = 0; i < needless->through_count; i++) {
        const uint64_t *box = box_index_box(index, needless->through[i]);
        if (!box_is_empty(needless->space, box)) cover_add(needless->space, box);
    }
}

/* Whether the products through the part, as far as they cover, and those of `few` hold the box; `without` is left out.
 */
static bool needless_few_cover(struct needless *needless, const uint64_t *box, const uint32_t *few, size_t count,
                               size_t without) {
    const struct box_index *index = needless->products->index;
    cover_begin(needless->space);
    if (needless->with_through) needless_add_through(needless);
    for (size_t i = 0; i < count; i++) {
        if (i != without) cover_add(needless->space, box_index_box(index, few[i]));
    }
    return !cover_leaves(needless->space, box, needless->budget, NULL);
}

static bool needless_has_leaf(const struct product *product, size_t begin, size_t end) {
    for (size_t i = 0; i < product->leaf_count; i++) {
        if (product->leaves[i] >= begin && product->leaves[i] < end) return true;
    }
    return false;
}

/* The outermost alternative that a product goes through and the part asked does not stand in; NULL: there is none. */
static const struct model_expression *needless_alternative_of(const struct needless *needless, uint32_t product,
                                                              const struct model_expression *node, size_t first) {
    const struct product *of = &needless->products->items[product];
    const struct model_expression *beside = NULL;
    for (size_t i = 0; i < node->child_count; i++) {
        size_t end = first + product_leaves(node->children[i]);
        bool around = needless->first >= first && needless->first < end, taken = needless_has_leaf(of, first, end);
        if (node->kind == MODEL_ANY && taken && !around) return node->children[i];
        const struct model_expression *within =
            taken ? needless_alternative_of(needless, product, node->children[i], first) : NULL;
        if (within && around) return within;
        if (within && !beside) beside = within;
        first = end;
    }
    return beside;
}

static void needless_add_cover(struct needless *needless, struct needless_part *part, uint32_t product) {
    const struct model_expression *cover = needless_alternative_of(needless, product, needless->rule->where, 0);
    for (size_t i = 0; i < part->cover_count; i++) {
        if (part->covers[i] == cover) return;
    }
    if (cover && part->cover_count < NEEDLESS_COVER_MAX) part->covers[part->cover_count++] = cover;
}

/* Adds to the part the alternatives that hold the box: as few as leaving out one after the other gives. */
static void needless_name_covers(struct needless *needless, struct needless_part *part, const uint64_t *box) {
    const struct box_index *index = needless->products->index;
    uint32_t few[NEEDLESS_COVER_MAX];
    size_t met = box_index_meeting(index, box, 0, index->count, needless->meeting), count = 0;
    for (size_t i = 0; i < met && count < NEEDLESS_COVER_MAX; i++) {
        if (needless->stamps[needless->meeting[i]] != needless->stamp) few[count++] = needless->meeting[i];
    }
    for (size_t i = count; i-- > 0;) {
        if (!needless_few_cover(needless, box, few, count, i)) continue;
        memmove(few + i, few + i + 1, (count - i - 1) * sizeof *few);
        count--;
    }
    for (size_t i = 0; i < count; i++)
        needless_add_cover(needless, part, few[i]);
}

/* ---- Parts ---- */

static void needless_begin(struct needless *needless, const struct model_expression *node, size_t first,
                           bool with_through) {
    needless->first = first;
    needless->with_through = with_through;
    needless->through_count = product_through(needless->products, node, first, needless->through);
    needless->stamp++;
    for (size_t i = 0; i < needless->through_count; i++)
        needless->stamps[needless->through[i]] = needless->stamp;
}

static struct needless_part *needless_add(struct needless *needless, enum needless_kind kind,
                                          const struct model_expression *node) {
    struct needless_parts *parts = needless->parts;
    struct arena *arena = needless->space->arena;
    if (parts->count == parts->capacity) {
        parts->capacity = parts->capacity ? 2 * parts->capacity : 8;
        struct needless_part *items = ARENA_ARRAY(arena, parts->capacity, struct needless_part);
        if (parts->count) memcpy(items, parts->items, parts->count * sizeof *items);
        parts->items = items;
    }
    struct needless_part *part = &parts->items[parts->count++];
    *part = (struct needless_part){.kind = kind, .node = node};
    part->covers = ARENA_ARRAY(arena, NEEDLESS_COVER_MAX, const struct model_expression *);
    return part;
}

static void needless_show(struct needless *needless, struct needless_part *part, const uint64_t *box) {
    if (part->shown) return;
    part->shown = box_new(needless->space);
    memcpy(part->shown, box, needless->space->words * sizeof *box);
}

static bool needless_is_empty(const struct needless *needless, uint32_t product) {
    return box_is_empty(needless->space, box_index_box(needless->products->index, product));
}

static bool needless_alternative(struct needless *needless, const struct model_expression *node, size_t first) {
    const struct box_index *index = needless->products->index;
    needless_begin(needless, node, first, false);
    bool dead = true;
    for (size_t i = 0; i < needless->through_count; i++) {
        if (needless_is_empty(needless, needless->through[i])) continue;
        dead = false;
        if (!needless_covered(needless, box_index_box(index, needless->through[i]))) return false;
    }
    struct needless_part *part = needless_add(needless, dead ? NEEDLESS_DEAD : NEEDLESS_ALTERNATIVE, node);
    for (size_t i = 0; i < needless->through_count; i++) {
        uint32_t product = needless->through[i];
        if (!needless_is_empty(needless, product)) {
            needless_show(needless, part, box_index_box(index, product));
            needless_name_covers(needless, part, box_index_box(index, product));
        }
    }
    for (size_t i = 0; i < needless->through_count; i++) {
        needless->products->items[needless->through[i]].removed = true;
        product_refresh(needless->products, needless->through[i]);
    }
    return true;
}

/* Rows that fail the condition, and are in the rule: what of the widened box the products through it do not hold. */
static void needless_show_failing(struct needless *needless, struct needless_part *part, const uint64_t *wide) {
    uint64_t *left = box_new(needless->space);
    cover_begin(needless->space);
    needless_add_through(needless);
    if (cover_leaves(needless->space, wide, needless->budget, left) && !needless->budget->exceeded)
        needless_show(needless, part, left);
}

static bool needless_condition(struct needless *needless, const struct model_expression *node, size_t first) {
    size_t end = first + product_leaves(node);
    needless_begin(needless, node, first, true);
    for (size_t i = 0; i < needless->through_count; i++) {
        bool any = product_box(needless->products, needless->through[i], first, end, needless->box);
        if (any && !needless_covered(needless, needless->box)) return false;
    }
    struct needless_part *part = needless_add(needless, NEEDLESS_CONDITION, node);
    for (size_t i = 0; i < needless->through_count; i++) {
        if (!product_box(needless->products, needless->through[i], first, end, needless->box)) continue;
        needless_show_failing(needless, part, needless->box);
        needless_name_covers(needless, part, needless->box);
    }
    for (size_t leaf = first; leaf < end; leaf++)
        needless->products->leaves[leaf].removed = true;
    for (size_t i = 0; i < needless->through_count; i++)
        product_refresh(needless->products, needless->through[i]);
    return true;
}

/* ---- Values ---- */

/* The rows of a product that the listing of one class decides; false when there are none. */
static bool needless_decided(struct needless *needless, uint32_t product, size_t first, uint32_t class_) {
    const struct product_leaf *leaf = &needless->products->leaves[first];
    const struct space_field *field = &needless->space->fields[leaf->field];
    bool listed_in = leaf->node->condition->test == ASSAY_ANY_OF;
    if (!product_box(needless->products, product, listed_in ? 0 : first, listed_in ? 0 : first + 1, needless->box))
        return false;
    if (!box_has(needless->space, needless->box, leaf->field, class_)) return false;
    memset(needless->box + field->first_word, 0, field->word_count * sizeof *needless->box);
    needless->box[field->first_word + class_ / 64] = UINT64_C(1) << (class_ % 64);
    return true;
}

static void needless_list_values(struct needless *needless, struct needless_part *part, size_t first, uint32_t class_) {
    const struct product_leaf *leaf = &needless->products->leaves[first];
    const struct model_condition *condition = part->node->condition;
    const struct space_field *field = &needless->space->fields[leaf->field];
    part->values = ARENA_ARRAY(needless->space->arena, condition->value_count, const struct model_value *);
    for (size_t i = 0; i < condition->value_count; i++) {
        uint32_t code = space_code(needless->space, leaf->field, condition->values[i].folded);
        if (field->class_of[code] == class_) part->values[part->value_count++] = &condition->values[i];
    }
    part->blank = condition->blank && field->class_of[SPACE_BLANK] == class_;
}

static bool needless_class(struct needless *needless, const struct model_expression *node, size_t first,
                           uint32_t class_) {
    for (size_t i = 0; i < needless->through_count; i++) {
        bool any = needless_decided(needless, needless->through[i], first, class_);
        if (any && !needless_covered(needless, needless->box)) return false;
    }
    struct needless_part *part = needless_add(needless, NEEDLESS_VALUES, node);
    needless_list_values(needless, part, first, class_);
    for (size_t i = 0; i < needless->through_count; i++) {
        if (!needless_decided(needless, needless->through[i], first, class_)) continue;
        needless_show(needless, part, needless->box);
        needless_name_covers(needless, part, needless->box);
    }
    needless->products->leaves[first].classes[class_ / 64] ^= UINT64_C(1) << (class_ % 64);
    for (size_t i = 0; i < needless->through_count; i++)
        product_refresh(needless->products, needless->through[i]);
    return true;
}

/* One word of the set of classes that the condition lists, so that they can be left out. A blank always fails `anything
 * except`, listed or not. */
static uint64_t needless_listed(const struct needless *needless, const struct product_leaf *leaf, uint32_t word) {
    const struct space_field *field = &needless->space->fields[leaf->field];
    enum assay_test test = leaf->node->condition->test;
    if (test == ASSAY_ANY_OF) return leaf->classes[word];
    uint64_t listed = ~leaf->classes[word];
    uint32_t blank = field->class_of[SPACE_BLANK];
    if (test == ASSAY_ANYTHING_EXCEPT && blank / 64 == word) listed &= ~(UINT64_C(1) << (blank % 64));
    return word + 1 < field->word_count ? listed : listed & UINT64_MAX >> (64 * field->word_count - field->class_count);
}

static void needless_values(struct needless *needless, const struct model_expression *node, size_t first) {
    const struct product_leaf *leaf = &needless->products->leaves[first];
    uint32_t words = needless->space->fields[leaf->field].word_count;
    size_t listed = 0;
    for (uint32_t word = 0; word < words; word++)
        listed += (size_t)__builtin_popcountll(needless_listed(needless, leaf, word));
    if (listed < 2) return;
    needless_begin(needless, node, first, false);
    for (uint32_t word = words; word-- > 0;) {
        for (uint64_t bits = needless_listed(needless, leaf, word);
             bits && listed > 1 && !needless->budget->exceeded;) {
            uint32_t bit = 63 - (uint32_t)__builtin_clzll(bits);
            bits ^= UINT64_C(1) << bit;
            listed -= needless_class(needless, node, first, 64 * word + bit);
        }
    }
}

/* ---- The walk ---- */

static void needless_walk(struct needless *needless, const struct model_expression *node, size_t first) {
    if (node->kind == MODEL_CONDITION) {
        needless_values(needless, node, first);
        return;
    }
    size_t count = node->child_count, left = count;
    bool *stays = ARENA_ARRAY(needless->products->arena, count, bool);
    size_t end = first + product_leaves(node);
    for (size_t i = count, at = end; i-- > 0;) {
        at -= product_leaves(node->children[i]);
        bool gone =
            left > 1 && !needless->budget->exceeded &&
            (node->kind == MODEL_ANY ? needless_alternative : needless_condition)(needless, node->children[i], at);
        stays[i] = !gone;
        left -= gone;
    }
    for (size_t i = count, at = end; i-- > 0;) {
        at -= product_leaves(node->children[i]);
        if (stays[i]) needless_walk(needless, node->children[i], at);
    }
}

struct needless_parts needless_find(const struct space *space, const struct model_rule *rule, struct arena *scratch,
                                    struct space_budget *budget) {
    struct needless_parts parts = {0};
    struct needless needless = {.space = space, .rule = rule, .budget = budget, .parts = &parts};
    needless.products = products_new(space, rule, scratch);
    size_t count = needless.products->count;
    needless.through = ARENA_ARRAY(scratch, count, uint32_t);
    needless.stamps = ARENA_ARRAY(scratch, count, uint32_t);
    needless.meeting = ARENA_ARRAY(scratch, count, uint32_t);
    needless.box = ARENA_ARRAY(scratch, space->words, uint64_t);
    needless_walk(&needless, rule->where, 0);
    return parts;
}
