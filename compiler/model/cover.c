#include "compiler/model/cover.h"

#include <string.h>

enum {
    COVER_DEPTH_MAX = 4096, /* splits within one another; counted as beyond any budget */
    COVER_PIECE_COST = 64   /* a box that is made takes memory: it counts as so many looked at */
};

static const uint32_t cover_apart = UINT32_MAX;

struct cover_memory {
    const uint64_t **boxes;
    size_t count, capacity;
    uint64_t **levels; /* by depth: what is left there; made when first needed */
    uint64_t *any;     /* classes that some box which meets the rest admits */
    uint64_t *single;  /* the same, of boxes that the rest exceeds in that field alone */
    size_t *exceeded;  /* by field: boxes that the rest exceeds there */
    uint64_t *piece;
};

struct cover {
    const struct space *space;
    struct cover_memory *memory;
    struct space_budget *budget;
    struct region *rest; /* NULL: the first piece ends the search */
    uint64_t *left;      /* that piece, or NULL */
    bool found;
};

struct cover_memory *cover_memory_new(const struct space *space) {
    struct cover_memory *memory = ARENA_NEW(space->arena, struct cover_memory);
    memory->levels = ARENA_ARRAY(space->arena, COVER_DEPTH_MAX, uint64_t *);
    memory->any = box_new(space);
    memory->single = box_new(space);
    memory->exceeded = ARENA_ARRAY(space->arena, space->field_count, size_t);
    memory->piece = box_new(space);
    return memory;
}

void cover_begin(const struct space *space) {
    space->memory->count = 0;
}

void cover_add(const struct space *space, const uint64_t *box) {
    struct cover_memory *memory = space->memory;
    if (memory->count == memory->capacity) {
        memory->capacity = memory->capacity ? 2 * memory->capacity : 64;
        const uint64_t **boxes = ARENA_ARRAY(space->arena, memory->capacity, const uint64_t *);
        if (memory->count) memcpy(boxes, memory->boxes, memory->count * sizeof *boxes);
        memory->boxes = boxes;
    }
    memory->boxes[memory->count++] = box;
}

void cover_add_region(const struct space *space, const struct region *region) {
    for (size_t i = 0; i < region->count; i++)
        cover_add(space, region_box(space, region, i));
}

/* ---- Looking at the boxes ---- */

static bool cover_exceeds(const struct space_field *field, const uint64_t *rest, const uint64_t *box) {
    uint64_t more = 0;
    for (uint32_t i = field->first_word; i < field->first_word + field->word_count; i++)
        more |= rest[i] & ~box[i];
    return more != 0;
}

/* In how many fields the rest exceeds the box; cover_apart when they do not meet. */
static uint32_t cover_excess(const struct space *space, const uint64_t *rest, const uint64_t *box) {
    uint32_t count = 0;
    for (size_t f = 0; f < space->field_count; f++) {
        const struct space_field *field = &space->fields[f];
        uint64_t more = 0, both = 0;
        for (uint32_t i = field->first_word; i < field->first_word + field->word_count; i++) {
            more |= rest[i] & ~box[i];
            both |= rest[i] & box[i];
        }
        if (!both) return cover_apart;
        count += more != 0;
    }
    return count;
}

static void cover_join_field(const struct space_field *field, uint64_t *to, const uint64_t *box) {
    for (uint32_t i = field->first_word; i < field->first_word + field->word_count; i++)
        to[i] |= box[i];
}

static void cover_note(const struct cover *cover, const uint64_t *rest, const uint64_t *box, uint32_t excess) {
    struct cover_memory *memory = cover->memory;
    for (uint32_t i = 0; i < cover->space->words; i++)
        memory->any[i] |= box[i];
    for (size_t f = 0; f < cover->space->field_count; f++) {
        const struct space_field *field = &cover->space->fields[f];
        if (!cover_exceeds(field, rest, box)) continue;
        memory->exceeded[f]++;
        if (excess == 1) cover_join_field(field, memory->single, box);
    }
}

static void cover_forget(const struct cover *cover) {
    memset(cover->memory->any, 0, cover->space->words * sizeof(uint64_t));
    memset(cover->memory->single, 0, cover->space->words * sizeof(uint64_t));
    memset(cover->memory->exceeded, 0, cover->space->field_count * sizeof(size_t));
}

/* Moves those of the first *count boxes that meet the rest to the front, notes what they say together, and finds the
 * one that the rest exceeds in the fewest fields. False when one of them holds all of the rest. */
static bool cover_look(const struct cover *cover, const uint64_t *rest, size_t *count, const uint64_t **best) {
    const uint64_t **boxes = cover->memory->boxes;
    size_t meeting = 0;
    uint32_t least = cover_apart;
    cover_forget(cover);
    for (size_t i = 0; i < *count; i++) {
        const uint64_t *box = boxes[i];
        uint32_t excess = cover_excess(cover->space, rest, box);
        if (excess == cover_apart) continue;
        if (excess == 0) return false;
        boxes[i] = boxes[meeting];
        boxes[meeting++] = box;
        cover_note(cover, rest, box, excess);
        if (excess >= least) continue;
        least = excess;
        *best = box;
    }
    *count = meeting;
    return true;
}

/* ---- Narrowing the rest ---- */

/* Takes from the rest what lies in a box that it exceeds in one field alone. All of them at once: what is left is a
 * box. */
static bool cover_take_single(const struct cover *cover, uint64_t *rest) {
    uint64_t taken = 0;
    for (uint32_t i = 0; i < cover->space->words; i++) {
        taken |= rest[i] & cover->memory->single[i];
        rest[i] &= ~cover->memory->single[i];
    }
    return taken != 0;
}

static bool cover_pay(const struct cover *cover, size_t boxes) {
    struct space_budget *budget = cover->budget;
    if (budget->left <= boxes) budget->exceeded = true;
    if (!budget->exceeded) budget->left -= boxes + 1;
    return !budget->exceeded;
}

static void cover_emit(struct cover *cover, const uint64_t *piece) {
    cover->found = true;
    if (cover->rest && !cover_pay(cover, COVER_PIECE_COST)) return;
    if (cover->rest) region_add(cover->space, cover->rest, piece);
    if (cover->left) memcpy(cover->left, piece, cover->space->words * sizeof *piece);
}

static bool cover_done(const struct cover *cover) {
    return cover->budget->exceeded || (cover->found && !cover->rest);
}

/* Classes that no box admits are left, with all that the rest has in the other fields. */
static bool cover_take_bare(struct cover *cover, uint64_t *rest) {
    uint64_t *piece = cover->memory->piece;
    const uint64_t *any = cover->memory->any;
    bool taken = false;
    for (size_t f = 0; f < cover->space->field_count && !cover_done(cover); f++) {
        const struct space_field *field = &cover->space->fields[f];
        if (!cover_exceeds(field, rest, any)) continue;
        memcpy(piece, rest, cover->space->words * sizeof *piece);
        for (uint32_t i = field->first_word; i < field->first_word + field->word_count; i++) {
            piece[i] &= ~any[i];
            rest[i] &= any[i];
        }
        cover_emit(cover, piece);
        taken = true;
    }
    return taken;
}

/* Of the fields in which the rest exceeds the box, the one in which it exceeds the most boxes. */
static const struct space_field *cover_split_field(const struct cover *cover, const uint64_t *rest,
                                                   const uint64_t *box) {
    const struct space_field *fields = cover->space->fields;
    size_t best = cover->space->field_count;
    for (size_t f = 0; f < cover->space->field_count; f++) {
        if (!cover_exceeds(&fields[f], rest, box)) continue;
        if (best == cover->space->field_count || cover->memory->exceeded[f] > cover->memory->exceeded[best]) best = f;
    }
    return &fields[best];
}

/* ---- The search ---- */

static uint64_t *cover_level(const struct cover *cover, uint32_t depth) {
    uint64_t **level = &cover->memory->levels[depth];
    if (!*level) *level = box_new(cover->space);
    return *level;
}

/* Moves what the rest and the box share in the field to the next level; the rest keeps what is outside. */
static void cover_split(const struct cover *cover, const struct space_field *field, const uint64_t *box, uint64_t *rest,
                        uint64_t *inside) {
    memcpy(inside, rest, cover->space->words * sizeof *inside);
    for (uint32_t i = field->first_word; i < field->first_word + field->word_count; i++) {
        inside[i] &= box[i];
        rest[i] &= ~box[i];
    }
}

/* Emits what the first `count` boxes leave of the level's box. Of several boxes only the order changes, so the caller's
 * are still the first ones. */
static void cover_walk(struct cover *cover, size_t count, uint32_t depth) {
    uint64_t *rest = cover_level(cover, depth);
    if (depth + 1 >= COVER_DEPTH_MAX) cover->budget->exceeded = true;
    while (!cover_done(cover) && cover_pay(cover, count)) {
        const uint64_t *best = NULL;
        if (!cover_look(cover, rest, &count, &best)) return;
        if (count == 0) {
            cover_emit(cover, rest);
            return;
        }
        if (cover_take_single(cover, rest)) {
            if (box_is_empty(cover->space, rest)) return;
            continue;
        }
        if (cover_take_bare(cover, rest)) continue;
        cover_split(cover, cover_split_field(cover, rest, best), best, rest, cover_level(cover, depth + 1));
        cover_walk(cover, count, depth + 1);
    }
}

static void cover_begin_walk(struct cover *cover, const uint64_t *box) {
    memcpy(cover_level(cover, 0), box, cover->space->words * sizeof *box);
    cover_walk(cover, cover->memory->count, 0);
}

void cover_rest(const struct space *space, const uint64_t *box, struct space_budget *budget, struct region *rest) {
    struct cover cover = {space, space->memory, budget, rest, NULL, false};
    cover_begin_walk(&cover, box);
}

bool cover_leaves(const struct space *space, const uint64_t *box, struct space_budget *budget, uint64_t *left) {
    struct cover cover = {space, space->memory, budget, NULL, left, false};
    cover_begin_walk(&cover, box);
    return cover.found;
}
