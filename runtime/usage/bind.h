/* bind.h - which column of a file holds which field (R29). */
#ifndef ASSAY_BIND_H
#define ASSAY_BIND_H

#include "runtime/core/assay.h"
#include "runtime/usage/notes.h"
#include "runtime/usage/reader.h"

#define BIND_ABSENT UINT32_MAX

/* Tells a reader the columns that files of this usage may have (R34). False: no memory. */
bool bind_know(const struct assay_usage *usage, struct reader *reader);

/* Finds the column of each field by header name: columns[f] is an index into `header`, or BIND_ABSENT. `uses` is of
 * uses_of_fields: a field that nothing needs is bound as well, but never a reason to refuse. Of several columns the
 * spelling declared first is used, and a note names the others. False with *refusal filled: a spelling occurs twice for
 * a field in use, or no column is known at all (the separator is named when the header is one column of several). */
bool bind_columns(const struct assay_usage *usage, const uint8_t *uses, const struct reader_cell *header, size_t count,
                  uint32_t *columns, struct notes *notes, struct reader_refusal *refusal);

#endif
