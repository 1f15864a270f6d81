/* wide.h - exact products of two 128-bit numbers, for what is compared in percent. */
#ifndef ASSAY_WIDE_H
#define ASSAY_WIDE_H

#include <stdbool.h>

__extension__ typedef unsigned __int128 wide_half;

struct wide {
    wide_half high, low;
};

struct wide wide_product(wide_half a, wide_half b);

/* Below zero, zero or above it, as a is less than, equal to or greater than b. */
int wide_compare(struct wide a, struct wide b);

/* The quotient, rounded down; false when it is beyond 128 bits or `by` is 0. */
bool wide_divide(struct wide dividend, wide_half by, wide_half *quotient);

#endif
