/* columns.h - how wide a text is on a terminal.
 *
 * Most characters take one column; those of East Asian scripts, and emoji, take two; marks that combine with what
 * stands before them, joiners and variation selectors take none. The table is short: blocks, not single characters. */
#ifndef ASSAY_COLUMNS_H
#define ASSAY_COLUMNS_H

#include <stddef.h>

/* The columns of so many bytes of UTF-8; a byte that is not of it takes one. */
size_t columns_of(const char *text, size_t length);

/* The bytes of the character that `text` begins with (1 where there is none), and its columns; length is at least 1. */
size_t columns_character(const char *text, size_t length, size_t *columns);

#endif
