/* init.h - the template of a partner file. */
#ifndef ASSAY_INIT_H
#define ASSAY_INIT_H

#include "runtime/base/text.h"
#include "runtime/core/assay.h"

/* Adds the template, all of it comments, so that it states nothing as it is. Lines that begin with `# ` explain; the
 * others are examples, which say something once their `#` is taken away. Names are those of the rules. */
void init_template(const struct assay_ruleset *rules, struct text *out);

#endif
