/* needless.h - the parts of a rule that change nothing.
 *
 * A part is an alternative of `or`, an option, a condition or a group joined by `and`, or values of a condition. It is
 * needless when leaving it out gives a rule that holds for the same rows: left out, an alternative is as one that never
 * holds, a condition as one that always does, a value as one that is not listed. Also when others cover it only
 * together.
 *
 * The rule is looked at from the outside in and from its end: of the children of one node, the last is asked first;
 * what is needless is left out, and nothing within it is asked; then come the children of those that stay, the last
 * first. What was found is left out when the next one is asked, so that all of it may be left out at once. An
 * alternative that nothing can satisfy is dead; it is one of those that change nothing. The last alternative, condition
 * or value of a place is never asked: nothing would stand there. Values that no rule tells apart are one, and are asked
 * together, those of the greatest class first. */
#ifndef ASSAY_ANALYSIS_NEEDLESS_H
#define ASSAY_ANALYSIS_NEEDLESS_H

#include "compiler/model/space.h"

enum needless_kind { NEEDLESS_DEAD, NEEDLESS_ALTERNATIVE, NEEDLESS_CONDITION, NEEDLESS_VALUES };

struct needless_part {
    enum needless_kind kind;
    const struct model_expression *node; /* of NEEDLESS_VALUES: the condition that lists them */
    const struct model_value **values;   /* those of one class */
    size_t value_count;
    bool blank; /* blank is among them */
    /* A box of rows that show it, or NULL: rows of the alternative; rows that fail the condition and are in the rule;
     * rows with one of the values, which the rule treats as if it were not listed. */
    uint64_t *shown;
    const struct model_expression **covers; /* alternatives that hold these rows without it; none: what stands beside it
                                               in the same alternative settles it */
    size_t cover_count;
};

struct needless_parts {
    struct needless_part *items;
    size_t count, capacity;
};

/* The needless parts of a rule that something can satisfy, in the order found. They live in the space's arena; work in
 * `scratch`, which may be freed then. When the budget is exceeded, those found before it was. */
struct needless_parts needless_find(const struct space *space, const struct model_rule *rule, struct arena *scratch,
                                    struct space_budget *budget);

#endif
