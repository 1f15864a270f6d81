/* Written by assayc from rule files: change the rule, not this file. */
/*
 * The value lists of Azure usage report, by name. A table that uses one names it.
 */
#include "assay.h"
#include "fields.h"
#include "../lines/lists.h"

#if ASSAY_ABI != 4
#error "these tables were written for ABI 4 of assay.h"
#endif

/* ---- MS Series, of Service Level 4 ---- */

static const char *const values_ms_series[] = {
    "Cloud Services MS Series",
    "MS Series Dedicated Host",
    "MSv2 Series Dedicated Host",
    "Virtual Machines MS Series",
    "Virtual Machines MS Series Windows",
    "Virtual Machines MSv2 Series",
    "Virtual Machines MSv2 Series Windows",
};

extern const struct assay_list assay_list_ms_series;
const struct assay_list assay_list_ms_series = {
    .name = "MS Series",
    .file = "lists.assay",
    .field = FIELD_SERVICE_LEVEL_4,
    .value_count = ASSAY_COUNT(values_ms_series),
    .values = values_ms_series,
    .lines = lines_ms_series,
};
