/* names.h - names as people write them: header cells, fields, specializations, measures. */
#ifndef ASSAY_NAMES_H
#define ASSAY_NAMES_H

#include "runtime/core/assay.h"

#include <stdbool.h>

/* A header name as names are compared: without case, white space and underscores. `out` has room for `length` bytes.
 * Returns the length; 0: the name is empty. */
size_t names_key(char *out, const char *text, size_t length);

/* Whether two names are the same by names_key. False as well when memory runs out. */
bool names_same(const char *a, size_t a_length, const char *b, size_t b_length);

/* The field of this name or of this column spelling; -1: none. */
int names_field(const struct assay_ruleset *rules, const char *name, size_t length);

/* The name of the field nearest to a misspelt one, or NULL when none is near. */
const char *names_nearest_field(const struct assay_usage *usage, const char *name, size_t length);

/* Whether a specialization or a measure is called so, former names included (compared by assay_same). */
bool names_is_specialization(const struct assay_specialization *specialization, const char *name);
bool names_is_measure(const struct assay_measure *measure, const char *name);

/* Whether a list has a name (compared by assay_same). */
bool names_listed(const char *const *names, size_t count, const char *name);

/* The name of a list that is nearest to a misspelt one, or NULL when none is near. */
const char *names_nearest(const char *const *names, size_t count, const char *name);

#endif
