/* mutants.h - the bits of decoded tables, and whether two rule sets mean the same. */
#ifndef ASSAY_TESTS_MUTANTS_H
#define ASSAY_TESTS_MUTANTS_H

#include "compiler/proof/proof.h"

/* A number, or the bytes of a text. */
struct mutants_place {
    void *at;
    size_t bytes;
    const char *object, *member; /* member: "" for elements of an array */
};

struct mutants {
    struct mutants_place *places;
    size_t place_count;
    uint64_t byte_count;
    struct arena *arena;
    const struct decoded *mutant, *original;
};

struct mutants mutants_of(const struct decoded *mutant, const struct decoded *original, struct arena *arena);

/* Whether the mutant means what the original does. The judge shares nothing with the proof: it compares the two rule
 * sets number by number and text by text where the runtime's readers look at them, then the codes of all texts of the
 * original, and the answers of the runtime in the cells of the product of its classes. */
bool mutants_same(const struct mutants *mutants);

/* xorshift64*. */
uint64_t mutants_next(uint64_t *state);

#endif
