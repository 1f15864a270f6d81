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

/* `"Title", 2023`; `nothing`. In the arena. */
const char *fact_citation_text(const struct difference *difference, const struct model_citation *cites);
void fact_citation(const struct fact_place *place, const struct model_citation *old, const struct model_citation *new);
bool fact_same_citation(const struct model_citation *a, const struct model_citation *b);

struct fact_examples {
    const struct model_example *items;
    size_t count;
};
void fact_examples(const struct fact_place *place, struct fact_examples old, struct fact_examples new);

/* A rule that is written otherwise and means the same. */
void fact_wording(const struct fact_place *place, const struct model_rule *old, const struct model_rule *new);

/* The days of one period that are not in another, in words; NULL: none. 0: without an end. In the arena. */
struct fact_period {
    uint32_t from, until;
};
const char *difference_period_beyond(struct arena *arena, struct fact_period days, struct fact_period others);

/* Where the answer of a line flips (difference_flip.c): `at 25,000.00 USD (was 30,000.00), at 2 customers (was 3)`, of
 * the line and of its parts and options; what one designation more or less does, and on which days it is in force now
 * and was not. Empty: nowhere that can be said. In the arena. */
const char *difference_flips(struct difference *difference, const struct model_requirement *old,
                             const struct model_requirement *new);
/* Whether two requirements are about the same: the same kind of thing of the same names. */
bool difference_same_about(const struct model_requirement *a, const struct model_requirement *b);
bool difference_same_names(const struct model_requirement *a, const struct model_requirement *b);

/* "A" in quotes, doubled within; `none` for NULL. In the arena. */
const char *fact_quote(const struct difference *difference, const char *text);

#endif
