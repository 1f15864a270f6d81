/* clauses.h - the disjunctive form of an expression. */
#ifndef ASSAY_MODEL_CLAUSES_H
#define ASSAY_MODEL_CLAUSES_H

#include "compiler/base/diagnostic.h"
#include "compiler/model/model.h"

/* One option of a measure, or the whole condition of a measure or eligibility. */
struct clauses_option {
    const char *name; /* NULL: not an option */
    struct span span; /* what the clauses carry as their place */
    const struct model_expression *where;
};

/* Fills rule->clauses: option by option, the alternatives of `or` in the order written, the first condition varying
 * slowest. Within a clause the conditions stand in order of place; conditions that say the same are held once, where
 * they stand first. Within an option, clauses that say the same are made once.
 *
 * False, with A0420 at `head`, when there are more than MODEL_CLAUSE_MAX alternatives before any are found to be the
 * same, or when writing them out would take an unreasonable number of conditions: the work is bounded by counting
 * first. */
bool clauses_make(struct model_rule *rule, const struct clauses_option *options, size_t count, struct span head,
                  struct arena *arena, struct diagnostics *diagnostics);

#endif
