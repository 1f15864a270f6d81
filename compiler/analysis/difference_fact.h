/* difference_fact.h - what the files that tell facts share. */
#ifndef ASSAY_ANALYSIS_DIFFERENCE_FACT_H
#define ASSAY_ANALYSIS_DIFFERENCE_FACT_H

#include "compiler/analysis/difference_inner.h"

/* Where facts are told: under which heading, and of what. */
struct fact_place {
    struct difference *difference;
    enum difference_heading heading;
    const char *specialization, *measure; /* or NULL */
    struct difference_period period;
    bool beside; /* regions tell it too */
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

/* Where facts of a measure are told: under its name, and that of its specialization. */
struct fact_place fact_measure(struct difference *difference, const struct difference_measure *measure,
                               enum difference_heading heading);

/* A period at the end of a sentence, with a blank before it, and empty for every day: ` from 2024-01-01 until
 * 2024-12-31 (366 days)`, ` on the days until 2024-12-31`, because "no longer requires ... until" could be read both
 * ways. In the arena. */
const char *fact_when(struct arena *arena, struct difference_period period);

/* Where the answer of a line flips (difference_flip.c): `at 25,000.00 USD (was 30,000.00), at 2 customers (was 3)`, of
 * the line and of its parts and options; what one designation more or less does; which months a longer window adds.
 * Empty: nowhere that can be said. In the arena. */
const char *difference_flips(struct difference *difference, const struct model_requirement *old,
                             const struct model_requirement *new);
/* Whether two requirements are about the same: the same kind of thing of the same names. */
bool difference_same_about(const struct model_requirement *a, const struct model_requirement *b);
bool difference_same_names(const struct model_requirement *a, const struct model_requirement *b);

/* "A" in quotes, doubled within; `none` for NULL. Of several: "A", "B". In the arena. */
const char *fact_quote(const struct difference *difference, const char *text);
const char *fact_quote_all(const struct difference *difference, struct fact_texts texts);

/* Whether two texts are the same; NULL is the same as NULL alone. */
bool fact_same_text(const char *a, const char *b);

#endif
