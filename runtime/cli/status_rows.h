/* status_rows.h - what one specialization lacks, in the overview of `assay status`: a row with a bar for each number,
 * then those without one in a line. Lines that are met are not shown. */
#ifndef ASSAY_STATUS_ROWS_H
#define ASSAY_STATUS_ROWS_H

#include "runtime/cli/status.h"
#include "runtime/cli/style.h"

#define ROWS_INDENT ((size_t)2)

/* Nothing where all is met. Without what the partner states, lines that only it could settle are left out. */
void status_rows(struct style *style, const struct report *report, const struct outlook *outlook);

#endif
