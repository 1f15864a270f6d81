/* resemble.h - which texts of a group are much like one another: in n log n, by keys that such texts share. */
#ifndef ASSAY_ANALYSIS_RESEMBLE_H
#define ASSAY_ANALYSIS_RESEMBLE_H

#include "compiler/model/space.h"

enum resemble_kind {
    RESEMBLE_VALUES, /* one letter of six and more, or a word more beside two and more */
    RESEMBLE_NAMES   /* one letter within a word of three and more; never a word more */
};

struct resemble_text {
    size_t group; /* only texts of one group are compared */
    const char *folded;
    const char *squeezed; /* letters and digits alone */
    const char *singular; /* the same, of words without their plural */
    const char *written;  /* texts that look alike (A0723) do not resemble */
};

struct resemble_text resemble_text(size_t group, const char *folded, const char *written, struct arena *arena);

struct resemble_pair {
    uint32_t a, b;   /* a < b */
    const char *how; /* "they differ in one letter" */
    size_t word;     /* of names that differ in a letter: how many the word has */
};

struct resemble_pairs {
    struct resemble_pair *items; /* by a, then b; each once */
    size_t count, capacity;
};

/* Texts that fold alike must be given once. Stops when the budget is exceeded. */
struct resemble_pairs resemble_find(const struct resemble_text *texts, size_t count, enum resemble_kind kind,
                                    struct arena *arena, struct space_budget *budget);

/* The skeleton of a text, in the arena. */
const char *resemble_skeleton(const char *text, struct arena *arena);

#endif
