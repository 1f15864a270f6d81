#include "compiler/model/witness.h"

#include <string.h>

/* A set of fields forces the answer when it holds one field of every *counterexample*: the fields in which a row that
 * lies elsewhere differs from ours. The least set that holds one of each counterexample known so far either forces the
 * answer, and then no smaller one does, or leads to a further counterexample. */
struct witness_search {
    const struct space *space;
    const struct region *const *in, *const *out;
    size_t in_count, out_count;
    struct space_budget *budget;
    uint32_t *classes;   /* the row's, by field */
    uint64_t *cylinder;  /* the rows that are like ours in the chosen fields */
    uint64_t *elsewhere; /* rows of the cylinder for which the answer is another; at last only one */
    size_t set_words;
    uint64_t *sets; /* the counterexamples, as sets of fields: set_count * set_words */
    size_t set_count, set_capacity;
    uint64_t *chosen;
};

/* ---- Sets of fields ---- */

static bool witness_set_has(const uint64_t *set, size_t field) {
    return (set[field / 64] >> field % 64 & 1) != 0;
}

static void witness_set_flip(uint64_t *set, size_t field) {
    set[field / 64] ^= UINT64_C(1) << field % 64;
}

static const uint64_t *witness_set(const struct witness_search *search, size_t index) {
    return search->sets + index * search->set_words;
}

/* The new set is empty. */
static uint64_t *witness_set_add(struct witness_search *search) {
    size_t words = search->set_words;
    if (search->set_count == search->set_capacity) {
        search->set_capacity = search->set_capacity ? 2 * search->set_capacity : 16;
        uint64_t *sets = ARENA_ARRAY(search->space->arena, search->set_capacity * words, uint64_t);
        if (search->set_count) memcpy(sets, search->sets, search->set_count * words * sizeof *sets);
        search->sets = sets;
    }
    return search->sets + search->set_count++ * words;
}

static bool witness_pay(const struct witness_search *search, uint64_t work) {
    if (search->budget->left <= work) search->budget->exceeded = true;
    if (!search->budget->exceeded) search->budget->left -= work + 1;
    return !search->budget->exceeded;
}

/* ---- Choosing fields ---- */

static bool witness_is_hit(const struct witness_search *search, const uint64_t *set) {
    for (size_t i = 0; i < search->set_words; i++) {
        if (set[i] & search->chosen[i]) return true;
    }
    return false;
}

static size_t witness_last_field(const struct witness_search *search, const uint64_t *set) {
    size_t field = search->space->field_count;
    while (!witness_set_has(set, --field)) {
    }
    return field;
}

/* The last field that may come next: the fields behind it miss a set. False when no set is left to be hit. */
static bool witness_next_limit(const struct witness_search *search, size_t *limit) {
    bool any = false;
    *limit = search->space->field_count;
    for (size_t i = 0; i < search->set_count; i++) {
        const uint64_t *set = witness_set(search, i);
        if (witness_is_hit(search, set)) continue;
        size_t last = witness_last_field(search, set);
        if (last < *limit) *limit = last;
        any = true;
    }
    return any;
}

/* Chooses at most `room` more fields, in order, the earliest first, so that each set has one of them. */
static bool witness_choose(const struct witness_search *search, size_t first, size_t room) {
    size_t limit;
    if (!witness_pay(search, search->set_count)) return false;
    if (!witness_next_limit(search, &limit)) return true;
    for (size_t field = first; room > 0 && field <= limit && !search->budget->exceeded; field++) {
        witness_set_flip(search->chosen, field);
        if (witness_choose(search, field + 1, room - 1)) return true;
        witness_set_flip(search->chosen, field);
    }
    return false;
}

/* ---- Counterexamples ---- */

static void witness_put_class(const struct space *space, uint64_t *box, size_t field, uint32_t class_) {
    const struct space_field *of = &space->fields[field];
    memset(box + of->first_word, 0, of->word_count * sizeof *box);
    box[of->first_word + class_ / 64] = UINT64_C(1) << class_ % 64;
}

static uint32_t witness_first_class(const struct space *space, const uint64_t *box, size_t field) {
    uint32_t class_ = 0;
    while (!box_has(space, box, field, class_))
        class_++;
    return class_;
}

static bool witness_holds(const struct witness_search *search, const struct region *region, const uint64_t *row) {
    witness_pay(search, region->count);
    for (size_t i = 0; i < region->count; i++) {
        if (box_contains(search->space, region_box(search->space, region, i), row)) return true;
    }
    return false;
}

static bool witness_is_elsewhere(const struct witness_search *search, const uint64_t *row) {
    for (size_t i = 0; i < search->in_count; i++) {
        if (!witness_holds(search, search->in[i], row)) return true;
    }
    for (size_t i = 0; i < search->out_count; i++) {
        if (witness_holds(search, search->out[i], row)) return true;
    }
    return false;
}

/* Whether the cylinder has rows that lie elsewhere; some of them are in search->elsewhere then. */
static bool witness_find_elsewhere(const struct witness_search *search) {
    const struct space *space = search->space;
    for (size_t i = 0; i < search->out_count; i++) {
        const struct region *out = search->out[i];
        witness_pay(search, out->count);
        for (size_t k = 0; k < out->count; k++) {
            if (box_intersect(space, search->elsewhere, search->cylinder, region_box(space, out, k))) return true;
        }
    }
    for (size_t i = 0; i < search->in_count; i++) {
        if (!region_covers(space, search->in[i], search->cylinder, search->elsewhere, search->budget)) return true;
    }
    return false;
}

/* Of the rows elsewhere, one whose differences from ours are all needed for that; they become a further set. False when
 * there are none: our own row lies elsewhere. */
static bool witness_learn(struct witness_search *search) {
    const struct space *space = search->space;
    uint64_t *row = search->elsewhere, *set = witness_set_add(search);
    for (size_t f = 0; f < space->field_count; f++) {
        bool same = box_has(space, row, f, search->classes[f]);
        if (!same) witness_set_flip(set, f);
        witness_put_class(space, row, f, same ? search->classes[f] : witness_first_class(space, row, f));
    }
    for (size_t f = 0; f < space->field_count; f++) {
        if (!witness_set_has(set, f)) continue;
        uint32_t other = witness_first_class(space, row, f);
        witness_put_class(space, row, f, search->classes[f]);
        if (witness_is_elsewhere(search, row))
            witness_set_flip(set, f);
        else
            witness_put_class(space, row, f, other);
    }
    for (size_t i = 0; i < search->set_words; i++) {
        if (set[i]) return true;
    }
    return false;
}

/* ---- The search ---- */

static void witness_fill_cylinder(const struct witness_search *search) {
    box_fill(search->space, search->cylinder);
    for (size_t f = 0; f < search->space->field_count; f++) {
        if (witness_set_has(search->chosen, f))
            witness_put_class(search->space, search->cylinder, f, search->classes[f]);
    }
}

static bool witness_run(struct witness_search *search) {
    size_t room = 0;
    while (!search->budget->exceeded) {
        witness_fill_cylinder(search);
        if (!witness_find_elsewhere(search)) break;
        if (!witness_learn(search)) return false;
        memset(search->chosen, 0, search->set_words * sizeof *search->chosen);
        while (!search->budget->exceeded && !witness_choose(search, 0, room))
            room++;
    }
    return !search->budget->exceeded;
}

static bool witness_is_alias(const struct space *space, size_t field, uint32_t code) {
    for (size_t m = 0; m < space->model_count; m++) {
        if (space->fields[field].meaning[m][code] != code) return true;
    }
    return false;
}

/* The cell that reads best: blank, a text that is no alias, an alias, a text that no rule names. */
static uint32_t witness_pick(const struct space *space, const uint64_t *box, size_t number) {
    const struct space_field *field = &space->fields[number];
    if (box_has(space, box, number, field->class_of[SPACE_BLANK])) return SPACE_BLANK;
    uint32_t alias = SPACE_OTHER;
    for (uint32_t code = 2; code < 2 + field->text_count; code++) {
        if (!box_has(space, box, number, field->class_of[code])) continue;
        if (!witness_is_alias(space, number, code)) return code;
        if (alias == SPACE_OTHER) alias = code;
    }
    return alias;
}

static const char *witness_text(const struct space *space, size_t field, uint32_t code) {
    if (code == SPACE_BLANK) return NULL;
    return code == SPACE_OTHER ? space_other_text(space, field) : space->fields[field].written[code - 2];
}

/* Leaves blank what does not matter. */
static void witness_keep_chosen(const struct witness_search *search, struct witness *witness) {
    witness->count = 0;
    witness->cells = ARENA_ARRAY(search->space->arena, search->space->field_count, struct witness_cell);
    for (size_t f = 0; f < search->space->field_count; f++) {
        if (!witness_set_has(search->chosen, f)) {
            witness->codes[f] = SPACE_BLANK;
            continue;
        }
        struct witness_cell cell = {f, witness_text(search->space, f, witness->codes[f])};
        witness->cells[witness->count++] = cell;
    }
}

bool witness_find(const struct space *space, const uint64_t *box, const struct region *const *in, size_t in_count,
                  const struct region *const *out, size_t out_count, struct space_budget *budget,
                  struct witness *witness) {
    struct witness_search search = {.space = space,
                                    .in = in,
                                    .out = out,
                                    .in_count = in_count,
                                    .out_count = out_count,
                                    .budget = budget,
                                    .classes = ARENA_ARRAY(space->arena, space->field_count, uint32_t),
                                    .cylinder = box_new(space),
                                    .elsewhere = box_new(space),
                                    .set_words = space->field_count / 64 + 1};
    search.chosen = ARENA_ARRAY(space->arena, search.set_words, uint64_t);
    witness->codes = ARENA_ARRAY(space->arena, space->field_count, uint32_t);
    for (size_t f = 0; f < space->field_count; f++) {
        witness->codes[f] = witness_pick(space, box, f);
        search.classes[f] = space->fields[f].class_of[witness->codes[f]];
    }
    if (!witness_run(&search)) return false;
    witness_keep_chosen(&search, witness);
    return true;
}

/* ---- The row for the interpreter ---- */

struct model_cell *witness_row(const struct space *space, size_t model, const struct witness *witness) {
    size_t count = space->models[model]->field_count;
    struct model_cell *row = ARENA_ARRAY(space->arena, count, struct model_cell);
    for (size_t i = 0; i < count; i++) {
        size_t field = space->field_of[model][i];
        uint32_t code = witness->codes[field];
        row[i].kind = code == SPACE_BLANK ? MODEL_CELL_BLANK : MODEL_CELL_TEXT;
        row[i].text = witness_text(space, field, code);
        row[i].folded = code > SPACE_OTHER ? space->fields[field].texts[code - 2] : row[i].text;
        for (size_t k = 0; k < witness->count; k++)
            row[i].given = row[i].given || witness->cells[k].field == field;
    }
    return row;
}
