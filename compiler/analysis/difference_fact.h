/* difference_fact.h - what the files that tell facts share. */
#ifndef ASSAY_ANALYSIS_DIFFERENCE_FACT_H
#define ASSAY_ANALYSIS_DIFFERENCE_FACT_H

#include "compiler/analysis/difference_inner.h"

/* Where facts are told: under which heading, and of what. */
struct fact_place {
    struct difference *difference;
    enum difference_heading heading;
    const char *specialization, *measure; /* or NULL */
};

/* Tells a fact; `what` is one word for programs. */
void fact_add(const struct fact_place *place, const char *what, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Texts of which the order means nothing: `note "X" is new`, `note "X" is gone`. */
struct fact_texts {
    const struct model_text *items;
    size_t count;
};
void fact_set(const struct fact_place *place, const char *what, struct fact_texts old, struct fact_texts new);

/* Texts in an order: `columns are "A", "B"; they were "B"`. */
void fact_list(const struct fact_place *place, const char *what, const char *called, struct fact_texts old,
               struct fact_texts new);

/* One text: `area is "X"; it was "Y"`. NULL is none. */
void fact_one(const struct fact_place *place, const char *what, const char *old, const char *new);

void fact_citation(const struct fact_place *place, const struct model_citation *old, const struct model_citation *new);
bool fact_same_citation(const struct model_citation *a, const struct model_citation *b);

struct fact_examples {
    const struct model_example *items;
    size_t count;
};
void fact_examples(const struct fact_place *place, struct fact_examples old, struct fact_examples new);

/* A rule that is written otherwise and means the same. */
void fact_wording(const struct fact_place *place, const struct model_rule *old, const struct model_rule *new);

/* "A" in quotes, doubled within; `none` for NULL. In the arena. */
const char *fact_quote(const struct difference *difference, const char *text);

#endif
