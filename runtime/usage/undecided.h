/* undecided.h - rows for which some measure cannot be told, and what assuming one absent column would settle (R3). */
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

struct undecided {
    uint64_t rows;
    assay_money amount;
    struct undecided_field *fields;
    size_t count;
    size_t best; /* the field whose best value settles most; count: none settles anything */
};

/* `kept` has the rows and amounts per outcome, after counting once; `in_force` is the set of measures that matter.
 * False: overflow or no memory. Free with undecided_free in any case. */
bool undecided_find(struct undecided *undecided, struct outcomes *outcomes, const struct tally *kept,
                    const uint64_t *in_force, const uint8_t *uses);

void undecided_free(struct undecided *undecided);

#endif
