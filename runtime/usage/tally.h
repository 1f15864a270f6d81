/* tally.h - rows and what they sum to. */
#ifndef ASSAY_TALLY_H
#define ASSAY_TALLY_H

#include "runtime/core/assay.h"

#include <stdbool.h>

/* Charges and credits apart, so that bounds (R23) and absolute amounts (R3) can be had as well as the net sum. */
struct tally {
    uint64_t rows;
    uint64_t charges; /* rows with an amount above zero */
    assay_money positive, negative;
};

/* Adds one row; false on overflow. */
bool tally_add(struct tally *tally, assay_money amount);

/* Adds another tally; false on overflow. */
bool tally_merge(struct tally *tally, const struct tally *other);

/* The net sum. It cannot overflow: the two parts have opposite signs. */
assay_money tally_net(const struct tally *tally);

/* The sum of absolute amounts; false on overflow. */
bool tally_absolute(const struct tally *tally, assay_money *sum);

#endif
