/* status_excluded.h - what did not count, in the text of `assay status`. */
#ifndef ASSAY_STATUS_EXCLUDED_H
#define ASSAY_STATUS_EXCLUDED_H

#include "runtime/cli/style.h"
#include "runtime/usage/run.h"

/* Prints the rows that did not count, by reason and text; nothing when there are none. */
void status_excluded(struct style *style, const struct run *run);

#endif
