/* example.h - whether the examples in rule files hold (language 5). */
#ifndef ASSAY_ANALYSIS_EXAMPLE_H
#define ASSAY_ANALYSIS_EXAMPLE_H

#include "compiler/base/diagnostic.h"
#include "compiler/model/eval.h"

struct example_count {
    size_t examples, failed;
};

/* Runs all examples, those of requirements too (trial.h). Each example that fails is one diagnostic A0503: what was expected, what came out for every
 * measure that counts or may count, and for each measure in question the conditions that it misses. */
struct example_count example_run_all(const struct model *model, struct arena *arena, struct diagnostics *diagnostics);

#endif
