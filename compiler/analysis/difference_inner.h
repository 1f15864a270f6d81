/* difference_inner.h - what the files of the comparison share. */
#ifndef ASSAY_ANALYSIS_DIFFERENCE_INNER_H
#define ASSAY_ANALYSIS_DIFFERENCE_INNER_H

#include "compiler/analysis/difference.h"

/* Fills in specializations, measures and eligibilities with what they were and are; filters only with rules. */
void difference_match(struct difference *difference);

/* Whether a name is among others, by 3.1 of the language. */
bool difference_same(const char *a, const char *b);
bool difference_named(const char *name, const struct model_text *names, size_t count);

/* Makes regions of what a filter has lost and gained: as few as one field shows. `whole`: one for each. */
void difference_group(struct difference *difference, struct difference_filter *filter, bool whole);

/* Adds a region of one part; nothing when there are no boxes. NULL then. */
struct difference_region *difference_add(struct difference *difference, struct difference_filter *filter,
                                         enum difference_kind kind, const struct region *boxes);

/* Takes boxes out of a region of one part; the region goes when nothing is left. */
void difference_shrink(struct difference *difference, struct difference_filter *filter, size_t number,
                       const struct region *taken);

/* The facts: what is no filter. */
void difference_usage_facts(struct difference *difference);
void difference_specialization_facts(struct difference *difference);
void difference_requirement_facts(struct difference *difference,
                                  const struct difference_specialization *specialization);
void difference_metric_facts(struct difference *difference, const struct difference_specialization *specialization);
void difference_partner_facts(struct difference *difference);
/* difference_step.c */
void difference_step_facts(struct difference *difference);
void difference_meaning_facts(struct difference *difference);
void difference_period_fact(struct difference *difference, const struct difference_specialization *specialization,
                            const struct difference_measure *measure);

#endif
