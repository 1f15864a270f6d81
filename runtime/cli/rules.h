/* rules.h - what is linked in, for `assay rules` and for evidence. */
#ifndef ASSAY_RULES_H
#define ASSAY_RULES_H

#include "runtime/cli/style.h"

void rules_text(const struct assay_ruleset *rules, struct style *style);
void rules_json(const struct assay_ruleset *rules, struct text *out);

/* The conditions of what counts at all and of each measure, written out, each with its line. */
void rules_measures(const struct assay_ruleset *rules, struct style *style);

/* The end of it: what holds for all measures. */
void rules_shared(const struct assay_usage *usage, struct style *style);

#endif
