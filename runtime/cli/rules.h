/* rules.h - what is linked in, for `assay rules` and for evidence. */
#ifndef ASSAY_RULES_H
#define ASSAY_RULES_H

#include "runtime/base/json.h"
#include "runtime/cli/style.h"

void rules_text(const struct assay_ruleset *rules, struct style *style);
void rules_json(const struct assay_ruleset *rules, struct text *out);

/* The conditions of what counts at all and of each measure, written out, each with its line. */
void rules_measures(const struct assay_ruleset *rules, struct style *style);

/* The end of it: what holds for all measures. */
void rules_shared(const struct assay_usage *usage, struct style *style);

/* rules_steps.c: how fresh figures are, where steps are taken, what being Active brings. Members of the usage's object
 * are "refreshed", "steps" and "active". */
void rules_text_steps(struct style *style, const struct assay_usage *usage);
void rules_json_steps(struct json *json, const struct assay_usage *usage);

/* What something means, and where more is said, on lines of its own; nothing where it is not stated. */
void rules_text_meaning(struct text *out, const char *means, const char *address, size_t indent);

#endif
