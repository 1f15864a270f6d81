/* uses.h - what each field of a rule set is needed for. A column of a field that nothing needs is not read. */
#ifndef ASSAY_USES_H
#define ASSAY_USES_H

#include "runtime/core/assay.h"

enum use {
    USE_CONDITION = 1, /* a clause looks at it */
    USE_KEY = 2,       /* counting once: part of the key */
    USE_CLAIM = 4,     /* counting once: part of the claim */
    USE_FLAG = 8,      /* the cross-check */
    USE_AMOUNT = 16,
    USE_CUSTOMER = 32,
    USE_MONTH = 64
};

/* The uses of all fields, one byte of enum use each, malloc'd; NULL when memory ran out. */
uint8_t *uses_of_fields(const struct assay_ruleset *rules);

/* The field of a role, or -1. */
int uses_role(const struct assay_usage *usage, enum assay_role role);

#endif
