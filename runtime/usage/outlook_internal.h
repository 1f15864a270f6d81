/* outlook_internal.h - what the parts of the outlook share. */
#ifndef ASSAY_OUTLOOK_INTERNAL_H
#define ASSAY_OUTLOOK_INTERNAL_H

#include "runtime/usage/outlook.h"
#include "runtime/usage/standing_internal.h"

/* The customers that a line hangs on, and of each of its sums the largest one. */
void outlook_customers(struct standing_context *context, struct outlook_verdict *line);

/* The days ahead of a specialization. */
void outlook_dates(struct standing_context *context, struct outlook *outlook);

/* What will break, and what comes next by it. */
void outlook_warnings(struct standing_context *context, struct outlook *outlook);

#endif
