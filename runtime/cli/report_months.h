/* report_months.h - months that windows hold and the usage file has not. */
#ifndef ASSAY_REPORT_MONTHS_H
#define ASSAY_REPORT_MONTHS_H

#include "runtime/cli/report.h"

/* Adds "No usage of 2024-06 to 2026-10 is in the file; windows sum these months as 0." Months are those of the windows
 * that the report shows, before the file's first month and behind its last one; nothing where there are none. R21 sums
 * an empty month as 0, but whoever reads the sum is to know that the file could not tell. */
void report_months_beyond(struct text *out, const struct report *report);

#endif
