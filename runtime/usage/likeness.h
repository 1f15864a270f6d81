/* likeness.h - which records are alike in every cell (R31): two numbers below 2^61 that stand for all bytes of a
 * record.
 *
 * Each is the value of a polynomial whose coefficients are the bytes, at points that are drawn anew in each run. So no
 * file can be made of which two different records get the same numbers: their chance is below 1 in 2^77, whatever the
 * records are. Answers do not depend on the points. */
#ifndef ASSAY_LIKENESS_H
#define ASSAY_LIKENESS_H

#include "runtime/usage/key.h"

#define LIKENESS_POINTS  4
#define LIKENESS_PADDING 8 /* bytes behind a record that are read and not looked at */

struct likeness {
    uint64_t points[LIKENESS_POINTS];
};

/* Draws the points; false when the system has no random bytes. */
bool likeness_init(struct likeness *likeness);

/* The two numbers of a record. LIKENESS_PADDING bytes behind it must be readable. */
struct fingerprint likeness_of(const struct likeness *likeness, const unsigned char *bytes, size_t length);

#endif
