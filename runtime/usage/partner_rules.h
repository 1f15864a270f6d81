/* partner_rules.h - what the inputs of a partner may name, out of a rule set. */
#ifndef ASSAY_PARTNER_RULES_H
#define ASSAY_PARTNER_RULES_H

#include "runtime/usage/partner.h"

/* Names are the rules' own, each once, in their order; lists without a name are NULL, and so are not checked. */
struct partner_rules {
    struct partner_names names; /* specializations with their former names */
    struct partner_certification_name *codes;
    struct partner_metric_name *metrics; /* a metric of several specializations as the first of them declares it */
    const char **lists[4];               /* memory of the names */
};

/* False when memory runs out. Free in any case. */
bool partner_rules_make(struct partner_rules *known, const struct assay_ruleset *rules);
void partner_rules_free(struct partner_rules *known);

/* Notes the audits and references that the statement has of specializations that ask for none, on no day: they count
 * for nothing. To be called behind partner_read_statement, before another input is read. */
void partner_note_unasked(struct partner *partner, const struct assay_ruleset *rules);

#endif
