/* trial.h - whether a requirement is met by what an example of it states: the naive judge.
 *
 * It is the second opinion on the runtime that judges real exports (runtime/usage/standing.h), and shares nothing with
 * it but the arithmetic of amounts. It walks the facts again for each question. Rulings R21 to R24 say what is right.
 */
#ifndef ASSAY_ANALYSIS_TRIAL_H
#define ASSAY_ANALYSIS_TRIAL_H

#include "compiler/base/diagnostic.h"
#include "compiler/model/model.h"

/* The answer of a line, all of its parts and options included, on the day of the case. Whether the line is in force
 * then is not asked. */
enum assay_answer trial_answer(const struct model *model, const struct model_requirement *requirement,
                               const struct model_case *from, struct arena *arena);

/* What the line and each of its parts and options comes to in the case: "at least 9,000 USD of A over 3 months:
 * 8,999.99 USD in 2024-01 to 2024-03". In the arena. */
const char *trial_words(const struct model *model, const struct model_requirement *requirement,
                        const struct model_case *from, struct arena *arena);

/* Whether there is any example of a requirement. */
bool trial_any(const struct model *model);

struct trial_count {
    size_t cases, failed;
};

/* Runs all examples of requirements. Each that fails is one diagnostic A0503, at its verdict. */
struct trial_count trial_run_all(const struct model *model, struct arena *arena, struct diagnostics *diagnostics);

/* Asks the runtime, over the tables of the model, what each example comes to. NULL when it says what the naive judge
 * says, else what differs (in the arena): an internal fault. */
const char *trial_compare(const struct model *model, const struct assay_ruleset *tables, struct arena *arena);

#endif
