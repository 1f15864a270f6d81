/* difference_inner.h - what the files of the comparison share. */
#ifndef ASSAY_ANALYSIS_DIFFERENCE_INNER_H
#define ASSAY_ANALYSIS_DIFFERENCE_INNER_H

#include "compiler/analysis/difference.h"

/* Fills in specializations, measures and eligibilities with what they were and are. */
void difference_match(struct difference *difference);

/* Compares the editions of a measure slice by slice, and makes the regions (difference_slice.c). */
void difference_slices(struct difference *difference, struct difference_measure *measure);
/* Whether the same rows pass on every day. Rows that moved in from another measure are told there: no region here. */
bool difference_same_rows(const struct difference_filter *filter);
/* The one slice of an eligibility: all days. */
void difference_one_slice(struct difference *difference, struct difference_eligibility *eligibility);

/* Rows that go on under another name (difference_passage.c). */
void difference_passages(struct difference *difference, struct difference_measure *measure);

/* For what is new: the name of what is gone and resembles it; NULL: nothing does (difference_hint.c). */
const char *difference_hint_specialization(const struct difference *difference,
                                           const struct difference_specialization *specialization);
const char *difference_hint_measure(const struct difference *difference,
                                    const struct difference_specialization *specialization,
                                    const struct difference_measure *measure);

/* Dates in days, so that they can be stepped: DAY_FIRST and DAY_LAST stand for always (difference_period.c). */
enum { DAY_FIRST = -1, DAY_LAST = 10000 * 366 };
struct difference_days {
    int from, until;
};
struct difference_days difference_days(uint32_t from, uint32_t until);
struct difference_period difference_dates(struct difference_days days);
/* The days on which any of `count` periods begins, or has ended, each once, in order, after DAY_FIRST; then beyond
 * DAY_LAST. Their number is in `cuts`. In the arena. */
int *difference_cuts(struct arena *arena, const struct difference_days *periods, size_t count, size_t *cuts);
/* Which of the cuts a day is in: the last one that begins by then. */
size_t difference_cut_at(const int *cuts, size_t count, int day);

/* The specializations and measures of it (difference_names.c). */
void difference_match_names(struct difference *difference);

/* Whether a name is among others, by 3.1 of the language. */
bool difference_same(const char *a, const char *b);
bool difference_named(const char *name, const struct model_text *names, size_t count);

/* Makes regions of what a run of slices has lost and gained: as few as one field shows. `whole`: one for each. */
struct difference_run {
    size_t first, count; /* slices */
    bool whole;
};
void difference_group(struct difference *difference, struct difference_filter *filter, struct difference_run run);

/* Adds a region of one part that holds in the same slices as `like`; nothing when there are no boxes. NULL then. */
struct difference_region *difference_add(struct difference *difference, struct difference_filter *filter,
                                         const struct difference_region *like, enum difference_kind kind,
                                         const struct region *boxes);

/* Takes boxes out of a region of one part; the region goes when nothing is left. */
void difference_shrink(struct difference *difference, struct difference_filter *filter, size_t number,
                       const struct region *taken);

struct difference_part difference_part(const struct difference *difference, enum difference_kind kind,
                                       const struct region *boxes);

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
void difference_period_fact(struct difference *difference, const struct difference_measure *measure);

#endif
