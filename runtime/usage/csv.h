/* csv.h - writes CSV by RFC 4180. */
#ifndef ASSAY_CSV_H
#define ASSAY_CSV_H

#include "runtime/base/text.h"

/* Adds one field, in quotes where needed. Commas and line ends are the caller's. */
void csv_add(struct text *out, const char *field, size_t length);

#endif
