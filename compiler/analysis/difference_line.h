/* difference_line.h - what the files that compare requirements share. A line is a requirement with all below it. */
#ifndef ASSAY_ANALYSIS_DIFFERENCE_LINE_H
#define ASSAY_ANALYSIS_DIFFERENCE_LINE_H

#include "compiler/analysis/difference_fact.h"

/* All that the specializations of one side require, and their metrics; lines alike stand once. Lines call a
 * measure that was renamed, or all of what was merged or split, by one name, so that they can be compared; their texts
 * stay. */
const struct model_specialization *line_side(struct difference *difference,
                                             const struct difference_specialization *specialization, size_t model);

struct fact_place line_place(struct difference *difference, const struct difference_specialization *specialization);

/* Another source; not where both sides cite what stands above them, of which it is told there. */
void line_cites(const struct fact_place *place, const char *of, const struct model_citation *const old[2],
                const struct model_citation *const new[2]);

/* Whether two lines ask for the same, whenever they are in force. */
bool line_same(const struct model_requirement *a, const struct model_requirement *b);

/* For each of the new lines the old one that it goes on with, or NULL. */
struct lines {
    const struct model_requirement **items;
    size_t count;
};
const struct model_requirement **line_pairs(struct arena *arena, struct lines old, struct lines new);

/* A line with all that stands below it: `either "a": ...; or "b": ... and ...`. In the arena. */
const char *line_say(struct difference *difference, const struct model_requirement *line);

#endif
