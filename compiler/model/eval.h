/* eval.h - the naive interpreter: what the rules say of a row, by walking the expressions as they are written.
 *
 * It is the second opinion on the tables and on the runtime. It knows no index, no clauses and no codes, and shares
 * nothing with them but folding. Absent cells are answered by brute force: every value that any rule names for the
 * field, one text that none names, and blank are tried, over all absent fields of the question together. One eval
 * answers one question at a time. */
#ifndef ASSAY_MODEL_EVAL_H
#define ASSAY_MODEL_EVAL_H

#include "compiler/model/model.h"

/* Combinations of absent cells that are tried for one question; more are an error. */
#define EVAL_BOUND 10000000

struct eval;

/* Gathers the values of each field. Lives in the arena; the model must outlive it. */
struct eval *eval_new(const struct model *model, struct arena *arena);

/* Whether all of `rules` hold for a row: `cells` has one cell per field of the model, of which kind and folded are
 * read. ASSAY_YES when they do whatever the absent cells hold, ASSAY_NO when they never do, else ASSAY_CANNOT_TELL.
 * False when more than EVAL_BOUND combinations would have to be tried. */
bool eval_rules(const struct eval *eval, const struct model_rule *const *rules, size_t count,
                const struct model_cell *cells, enum assay_answer *answer);

/* One rule: the filter of a measure, or an eligibility. */
bool eval_rule(const struct eval *eval, const struct model_rule *rule, const struct model_cell *cells,
               enum assay_answer *answer);

/* All eligibilities together. */
bool eval_eligible(const struct eval *eval, const struct model_cell *cells, enum assay_answer *answer);

/* Eligibility and the measure's filter together. */
bool eval_measure(const struct eval *eval, const struct model_measure *measure, const struct model_cell *cells,
                  enum assay_answer *answer);

/* Whether an expression or a condition holds for a row without absent cells. */
bool eval_holds(const struct eval *eval, const struct model_expression *expression, const struct model_cell *cells);
bool eval_condition(const struct eval *eval, const struct model_condition *condition, const struct model_cell *cell);

#endif
