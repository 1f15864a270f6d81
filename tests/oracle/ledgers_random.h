/* ledgers_random.h - random worlds and random requirements, with edges more often than chance has them. */
#ifndef ASSAY_TESTS_ORACLE_LEDGERS_RANDOM_H
#define ASSAY_TESTS_ORACLE_LEDGERS_RANDOM_H

#include "tests/oracle/ledgers.h"

enum { RANDOM_LINES = 4, RANDOM_PARTS = 3 };

/* A line with the memory of its parts. */
struct random_line {
    struct assay_requirement line, parts[RANDOM_PARTS], demands[RANDOM_PARTS], which[2];
    char texts[RANDOM_PARTS * 2 + 4][24];
    int texts_used;
};

struct random_state {
    uint64_t seed;
};

/* 0 to below - 1. */
int random_below(struct random_state *random, int below);

void random_world(struct random_state *random, struct world *world);

/* A line whose thresholds are often those that the world just reaches or misses. */
void random_line(struct random_state *random, const struct world *world, struct random_line *line);

#endif
