/* status_excluded.h - what did not count, in the text of `assay status`. */
#ifndef ASSAY_STATUS_EXCLUDED_H
#define ASSAY_STATUS_EXCLUDED_H

#include "runtime/cli/style.h"
#include "runtime/usage/run.h"

/* Prints the rows that did not count, by reason and text; nothing when there are none. */
void status_excluded(struct style *style, const struct run *run);

/* Adds a sentence for each eligibility of whose texts some are named by no rule (R17, R35): rows and net amount. */
void status_odd_texts(struct text *words, const struct run *run);

#endif
