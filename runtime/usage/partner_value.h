/* partner_value.h - single values of the statement. Each function says what is wrong and then returns false; a node may
 * be NULL, a value that is missing: that was said already. */
#ifndef ASSAY_PARTNER_VALUE_H
#define ASSAY_PARTNER_VALUE_H

#include "runtime/usage/document.h"
#include "runtime/usage/partner.h"

/* Names that a text must be one of; list NULL: any text will do. `what` is the thing named: "designation". */
struct value_names {
    const char *what;
    const char *const *list;
    size_t count;
    const struct partner_certification_name *codes; /* whose titles name them too; NULL: none have titles */
};

/* "a text", "a list", "an entry": what a node is. */
const char *value_kind(const struct document_node *node);

bool value_text(struct partner *partner, const struct document_node *node, struct partner_name *out);
bool value_name(struct partner *partner, const struct document_node *node, const struct value_names *names,
                struct partner_name *out);

/* YYYY-MM-DD */
bool value_day(struct partner *partner, const struct document_node *node, uint32_t *out);

/* YYYY-MM */
bool value_month(struct partner *partner, const struct document_node *node, int32_t *out);

/* An exact decimal, not negative. */
bool value_number(struct partner *partner, const struct document_node *node, assay_money *out);

#endif
