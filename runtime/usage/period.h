/* period.h - the as-of date, and which measures are in force on it (R21, effective dates). */
#ifndef ASSAY_PERIOD_H
#define ASSAY_PERIOD_H

#include "runtime/core/assay.h"

#include <stdbool.h>

/* The as-of date YYYYMMDD: the one asked for, else the first day after the newest month; 0 when there is neither (month
 * -1). */
uint32_t period_as_of(uint32_t asked, int32_t newest_month);

/* The set of measures in force on a day, malloc'd, assay_measure_words() words; all of those without dates when the day
 * is 0. NULL when memory ran out. */
uint64_t *period_in_force(const struct assay_ruleset *rules, uint32_t as_of);

/* Whether any measure has effective dates. */
bool period_matters(const struct assay_ruleset *rules);

#endif
