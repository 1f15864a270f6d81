/* near.h - which known word was meant. */
#ifndef ASSAY_NEAR_H
#define ASSAY_NEAR_H

#include <stddef.h>

/* Keeps the nearest of the words offered; silent when none is near. */
struct near {
    const char *wanted;
    const char *best;
    unsigned distance; /* of best */
    size_t apart;      /* by how many letters best is longer or shorter: settles a tie */
};

/* Starts with the word as written. Blanks, underscores and case weigh nothing. */
struct near near_start(const char *wanted);
void near_offer(struct near *near, const char *word);

#endif
