/* coverage.h - which clauses, listed values and requirements the examples in rule files reach.
 *
 * A clause is reached when some example of its block makes it hold. A value listed in a condition is reached when some
 * example has a cell that equals it (or is an alias of it) and makes a clause with that condition hold; in *none of*
 * and *anything except*, when the cell makes the clause fail that would hold otherwise. Absent cells reach nothing.
 * A requirement of which a number is published, or that has options, is reached when it has an example. */
#ifndef ASSAY_ANALYSIS_COVERAGE_H
#define ASSAY_ANALYSIS_COVERAGE_H

#include "compiler/model/model.h"

struct coverage_condition {
    const struct model_condition *condition;
    bool *reached; /* one per value */
    size_t reached_count;
};

/* Of one measure or eligibility. */
struct coverage_rule {
    const struct model_rule *rule;
    const char *block, *name; /* specialization and measure, or usage declaration and reason */
    bool *reached;            /* one per clause */
    size_t reached_count;
    struct coverage_condition *conditions; /* those of its clauses, each once, in order of place */
    size_t condition_count;
};

/* A requirement without an example. */
struct coverage_requirement {
    const struct model_specialization *of;
    const struct model_requirement *requirement;
};

struct coverage {
    struct coverage_rule *rules;
    size_t rule_count;
    struct coverage_requirement *unreached; /* requirements - requirements_reached of them */
    size_t requirements, requirements_reached;
    size_t clauses, clauses_reached, values, values_reached;
};

struct coverage coverage_measure(const struct model *model, struct arena *arena);

#endif
