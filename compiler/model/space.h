/* space.h - the cells that rules can tell apart, and boxes of them.
 *
 * A field's *codes* stand for what a cell may hold: SPACE_BLANK, SPACE_OTHER (a text that no rule names), 2 + i for
 * text i. Codes that no clause tells apart are one *class*. A *box* is one set of classes per field, as bits in `words`
 * 64-bit words: class c of field f is bit c % 64 of word first_word + c / 64. A clause is a box; so is any conjunction
 * of conditions.
 *
 * A space is made over one model, or over two whose rules are compared: then fields are matched by name, the texts of
 * both are named, and each model reads a text through its own aliases. Absent cells are no part of it: they are
 * questions about cells. Everything lives in the arena; the models must outlive it. A space answers one question at a
 * time: it keeps the memory that questions work in. */
#ifndef ASSAY_MODEL_SPACE_H
#define ASSAY_MODEL_SPACE_H

#include "compiler/model/model.h"

enum { SPACE_BLANK = 0, SPACE_OTHER = 1, SPACE_MODELS_MAX = 2 };

struct space_field {
    const char *name;
    const char **texts;   /* folded, sorted, each once: what conditions list, and both sides of aliases */
    const char **written; /* the same, as the first condition that lists each writes it, else as the first alias does */
    uint32_t text_count;
    uint32_t *slots; /* hash table: 0, or a text's index + 1 */
    uint32_t slot_mask;
    /* By model and code: the code that the model's aliases make of it, and the next of the codes that mean the same to
     * the model, in a ring. */
    uint32_t *meaning[SPACE_MODELS_MAX], *alike[SPACE_MODELS_MAX];
    uint32_t *class_of; /* by code: 2 + text_count; classes are numbered by their least codes, so blank is of class 0 */
    uint32_t class_count;
    const uint32_t **codes_of; /* by class: its codes, in order of preference for a witness: blank, texts, other */
    uint32_t *code_count;      /* by class */
    uint32_t first_word, word_count;
};

struct space {
    struct arena *arena;
    const struct model *models[SPACE_MODELS_MAX];
    size_t model_count;
    struct space_field *fields; /* those of the first model in its order, then those that only the second has */
    size_t field_count;
    uint16_t *field_of[SPACE_MODELS_MAX]; /* by model and its field: the field of the space */
    uint32_t words;                       /* of a box */
    uint64_t *scratch;                    /* one box, for box_narrow */
    struct cover_memory *memory;          /* of region_covers and its like */
};

/* A bound on work, so that nothing runs for ever: shared by a whole analysis. Every function below that takes it counts
 * boxes looked at, and 64 for every box made; once it is exceeded, results are not to be used, and whoever asked must
 * say so. */
struct space_budget {
    uint64_t left;
    bool exceeded;
};

/* A union of boxes of one space, behind one another; none is empty. */
struct region {
    uint64_t *boxes; /* count * words */
    size_t count, capacity;
};

struct space *space_new(const struct model *const *models, size_t model_count, struct arena *arena);

/* The code of a folded text in a field of the space; SPACE_OTHER when no rule names it. NULL is blank. */
uint32_t space_code(const struct space *space, size_t field, const char *folded);

/* A text that no rule names in this field, so that it is SPACE_OTHER ("other", "other 2", ...). In the arena. */
const char *space_other_text(const struct space *space, size_t field);

/* The number of cells: the product of the class counts; UINT64_MAX when it is that or more. */
uint64_t space_cells(const struct space *space);

/* ---- Boxes ---- */

uint64_t *box_new(const struct space *space);                      /* empty */
void box_fill(const struct space *space, uint64_t *box);           /* all cells */
bool box_is_empty(const struct space *space, const uint64_t *box); /* some field has no class */
bool box_field_is_full(const struct space *space, const uint64_t *box, size_t field);
bool box_has(const struct space *space, const uint64_t *box, size_t field, uint32_t class_);
bool box_contains(const struct space *space, const uint64_t *outer, const uint64_t *inner); /* neither is empty */
bool box_meets(const struct space *space, const uint64_t *a, const uint64_t *b);
/* out = a and b; false when that is empty. out may be a or b. */
bool box_intersect(const struct space *space, uint64_t *out, const uint64_t *a, const uint64_t *b);
uint64_t box_cells(const struct space *space, const uint64_t *box); /* capped like space_cells */

/* Narrows a box by a condition of a rule of a model (0 or 1); false when it is empty then. */
bool box_narrow(const struct space *space, size_t model, const struct model_condition *condition, uint64_t *box);
/* The box of a clause; false when nothing can satisfy it. */
bool box_of_clause(const struct space *space, size_t model, const struct model_clause *clause, uint64_t *box);

/* ---- Regions ---- */

void region_add(const struct space *space, struct region *region, const uint64_t *box); /* a copy */
/* The boxes of a rule's clauses, in their order; those that nothing can satisfy are left out. */
struct region region_of_rule(const struct space *space, size_t model, const struct model_rule *rule);
/* Whether the union of the region holds all of the box. When not and `left` is given, it becomes a box outside of the
 * region. */
bool region_covers(const struct space *space, const struct region *region, const uint64_t *box, uint64_t *left,
                   struct space_budget *budget);
bool region_contains(const struct space *space, const struct region *outer, const struct region *inner,
                     struct space_budget *budget);
bool region_equal(const struct space *space, const struct region *a, const struct region *b,
                  struct space_budget *budget);
bool region_meets(const struct space *space, const struct region *a, const struct region *b,
                  uint64_t *box); /* box or NULL: in both */
struct region region_intersect(const struct space *space, const struct region *a, const struct region *b);
/* a without b, as disjoint boxes. */
struct region region_subtract(const struct space *space, const struct region *a, const struct region *b,
                              struct space_budget *budget);
/* The same cells as disjoint boxes, as few as merging neighbours gives: boxes that differ in one field become one.
 * The result is sorted and does not depend on the order of the boxes. */
struct region region_tidy(const struct space *space, const struct region *region, struct space_budget *budget);
uint64_t region_cells(const struct space *space, const struct region *disjoint); /* capped */

static inline const uint64_t *region_box(const struct space *space, const struct region *region, size_t index) {
    return region->boxes + index * space->words;
}

#endif
