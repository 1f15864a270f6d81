/* undecided.h - rows for which some measure cannot be told, and what assumptions about absent columns would settle
 * (R3). */
#ifndef ASSAY_UNDECIDED_H
#define ASSAY_UNDECIDED_H

#include "runtime/usage/outcomes.h"
#include "runtime/usage/tally.h"

/* What one assumption would settle: rows that would be fully decided, and the sum of their absolute amounts. */
struct undecided_value {
    uint16_t code; /* ASSAY_OTHER: any text that no rule names */
    uint64_t rows;
    assay_money amount;
};

/* An absent field that is not assumed. */
struct undecided_field {
    uint16_t field;
    struct undecided_value best; /* the single value that settles most */
    bool has_declared;
    struct undecided_value declared; /* what the usage declaration calls reasonable */
};

/* What all declared assumptions of absent fields together would settle; `fields`: how many they are. */
struct undecided_declared {
    size_t fields;
    uint64_t rows;
    assay_money amount;
};

struct undecided {
    uint64_t rows;
    assay_money amount;
    struct undecided_field *fields;
    size_t count;
    /* The field whose declared value settles most. When no declared value settles anything, the field whose best value
     * does; count: none settles anything. */
    size_t best;
    struct undecided_declared declared;
};

/* The value of field `best`, which is below `count`: the declared one if it settles anything, else the best one. */
const struct undecided_value *undecided_best(const struct undecided *undecided);

/* `kept` has the rows and amounts per outcome, after counting once; `in_force` is the set of measures that matter.
 * False: overflow or no memory. Free with undecided_free in any case. */
bool undecided_find(struct undecided *undecided, struct outcomes *outcomes, const struct tally *kept,
                    const uint64_t *in_force, const uint8_t *uses);

void undecided_free(struct undecided *undecided);

#endif
