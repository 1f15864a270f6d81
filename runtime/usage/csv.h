/* csv.h - writes CSV by RFC 4180. */
#ifndef ASSAY_CSV_H
#define ASSAY_CSV_H

#include "runtime/base/text.h"

/* Adds one field, in quotes where needed. Commas and line ends are the caller's. */
void csv_add(struct text *out, const char *field, size_t length);

/* The same for a text from elsewhere: one that a spreadsheet would run as a formula, since it begins with = + - @, also
 * in full width or behind white space, or with a control character, gets an apostrophe in front. */
void csv_add_text(struct text *out, const char *field, size_t length);

#endif
