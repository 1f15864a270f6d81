/* show.h - texts from outside (cells, header names, paths, arguments) on their way to people.
 *
 * What is shown is well-formed UTF-8 and cannot steer a terminal or reorder a line: C0, DEL, C1, the bidi controls
 * (U+061C, U+200E, U+200F, U+202A-U+202E, U+2066-U+2069) and bytes that are not UTF-8 are each replaced by U+FFFD. */
#ifndef ASSAY_SHOW_H
#define ASSAY_SHOW_H

#include "runtime/base/text.h"

#define SHOW_ALL SIZE_MAX

/* Adds at most `most` characters; "..." follows when there are more. */
void show_add(struct text *out, const char *text, size_t length, size_t most);

/* The same for a NUL-terminated text. */
void show_string(struct text *out, const char *string, size_t most);

/* For files: adds all of it, only bytes that are not UTF-8 replaced. */
void show_utf8(struct text *out, const char *text, size_t length);

/* Whether a terminal acts upon a well-formed character of `size` bytes, or it changes the direction of text. */
bool show_steers(const char *text, size_t size);

#endif
