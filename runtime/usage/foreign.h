/* foreign.h - a header that is none: what stands in its place, told when columns could not be bound (R29). */
#ifndef ASSAY_FOREIGN_H
#define ASSAY_FOREIGN_H

#include "runtime/core/assay.h"
#include "runtime/usage/reader.h"

/* Tells the reader the columns of the other exports: one that was joined to this file is another file (R34). False: no
 * memory. */
bool foreign_know(struct reader *reader);

/* Says better than *refusal does what the first record is, if it can be told: a line for spreadsheets (`sep=;`), another
 * export of the partner's, a title above the header. `option` is the one that the file was given with, NULL for the
 * usage file. `usage`: what the usage export looks like, NULL when that is not known or the file
 * was given as such. Reads on. Always false. */
bool foreign_explain(struct reader *reader, const char *option, const struct assay_usage *usage,
                     struct reader_refusal *refusal);

/* Whether a header without the usage's amount may be of usage all the same; false with *refusal when it is of another
 * export of the partner's. */
bool foreign_may_be_usage(const struct reader *reader, struct reader_refusal *refusal);

#endif
