/* layout_check.h - whether an index says what the reviewed tables say. */
#ifndef ASSAY_EMIT_LAYOUT_CHECK_H
#define ASSAY_EMIT_LAYOUT_CHECK_H

#include "compiler/base/arena.h"
#include "runtime/core/assay.h"

/* NULL when all is well, else what is not (in the arena). Each text must lead to its own code, aliases must share the
 * class of what they mean, and each clause set must agree with the conditions of the reviewed tables, value by value.
 * The last is left out for rule sets so large that it would take seconds (texts times conditions beyond 100 million).
 */
const char *layout_check(const struct assay_ruleset *rules, struct arena *arena);

#endif
