/* assume.h - what the caller assumes about columns that a file lacks (R3).
 *
 * An assumed column behaves as if it were present and held the same cell in every row. */
#ifndef ASSAY_ASSUME_H
#define ASSAY_ASSUME_H

#include "runtime/core/assay.h"
#include "runtime/usage/reader.h"

/* What a field is assumed to hold. */
struct assumption {
    const char *text; /* NULL: nothing is assumed; "" is blank */
    bool declared;    /* taken from the usage declaration */
};

/* Splits `FIELD=VALUE` (also `FIELD=blank`) and finds the field. False with *refusal filled: no `=`, an unknown field
 * (the nearest is suggested), an empty value, NULL, a value that is not UTF-8. *value points into `argument`, "" for
 * blank. */
bool assume_parse(const struct assay_ruleset *rules, const char *argument, int *field, const char **value,
                  struct reader_refusal *refusal);

/* Reads `arguments` (`FIELD=VALUE`, `FIELD=blank`, `declared`) into `assumptions`, one per field. `columns` is of
 * bind_columns. `arguments` must outlive `assumptions`. False with *refusal filled as above, or: the column is present,
 * the field is assumed twice, the field is the amount, the value of the month is no month. */
bool assume_apply(const struct assay_ruleset *rules, const uint32_t *columns, const char *const *arguments,
                  size_t count, struct assumption *assumptions, struct reader_refusal *refusal);

#endif
