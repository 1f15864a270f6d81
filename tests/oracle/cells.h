/* cells.h - what the files of oracle-cells share: the runtime against the naive interpreter. */
#ifndef ASSAY_TESTS_CELLS_H
#define ASSAY_TESTS_CELLS_H

#include "compiler/model/eval.h"
#include "compiler/model/model.h"

/* xorshift64*: the same rows on every machine. */
struct cells_random {
    uint64_t state;
};
uint64_t cells_next(struct cells_random *random);
size_t cells_below(struct cells_random *random, size_t bound);

/* What the interpreter said of a rule, for the row as it is. */
struct cells_known {
    uint64_t looks; /* the fields that the rule looks at */
    enum assay_answer answer;
    bool good;
};

/* A model and its tables, and the count of what was compared. */
struct cells {
    const struct model *model;
    const struct assay_ruleset *rules;
    struct eval *eval;
    struct arena *arena;
    struct cells_random random;
    const struct model_measure **measures; /* by the number they have in the tables */
    struct model_cell *row;
    uint16_t *codes;
    char (*texts)[2 * ASSAY_TEXT_MAX]; /* what the runtime sees of each cell */
    void *work;
    uint64_t *sets;
    /* The interpreter is asked again only when a cell that the rule looks at has changed: fields beyond 63 share a bit.
     */
    uint64_t changed; /* bit f: field f was put since the last comparison */
    struct cells_known *known_measures, *known_eligibilities, known_eligible;
    uint64_t compared, skipped, mismatches;
};

struct cells cells_begin(const struct model *model, const struct assay_ruleset *rules, struct arena *arena,
                         uint64_t seed);
void cells_end(struct cells *cells);

/* How many rules look at a field. */
size_t cells_weight(const struct cells *cells, size_t field);

/* Puts a value in a cell, for the runtime with random case and white space. folded NULL: blank. */
void cells_put(struct cells *cells, size_t field, const char *folded);
void cells_put_absent(struct cells *cells, size_t field);
void cells_put_code(struct cells *cells, size_t field, uint16_t code);

/* Compares all answers for the row; skips it when the interpreter would have to try more than `bound` combinations. */
void cells_compare(struct cells *cells, uint64_t bound);

/* Emits the tables, reads them back and has them proved, by cells and by box algebra; how many proofs failed. */
uint64_t cells_emitted(const struct model *model, const struct assay_ruleset *rules, struct arena *arena);

/* A random model with its clauses, in the arena. `large` makes several words of clauses. */
struct model *cells_random_model(struct cells_random *random, bool large, struct arena *arena);

#endif
