/* utf8.h - is a cell UTF-8, and where is its white space. */
#ifndef ASSAY_UTF8_H
#define ASSAY_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* True when the bytes are well-formed UTF-8: no overlong forms, no surrogates, nothing above U+10FFFF, nothing cut off.
 */
bool utf8_valid(const char *text, size_t length);

/* The length in bytes of the well-formed character that `text` begins with, 0 when it begins with none; `length` is at
 * least 1. */
size_t utf8_character(const char *text, size_t length);

/* The code point of a well-formed character of `size` bytes. */
uint32_t utf8_point(const char *text, size_t size);

/* White space is that of R1: ASCII's, U+00A0, U+2000-U+200A, U+202F, U+205F, U+3000. */

/* The length in bytes of the white space character that `text` begins with; 0 when it begins with none. */
size_t utf8_white(const char *text, size_t length);

/* True when there is nothing but white space; so it is for no bytes at all. */
bool utf8_all_white(const char *text, size_t length);

/* The same for bytes that come one at a time. Start with UTF8_WHITE and hand the state back in; the bytes so far are
 * nothing but white space when it is UTF8_WHITE; UTF8_NOT_WHITE stays. Other states are within a character. */
#define UTF8_WHITE     0
#define UTF8_NOT_WHITE (-1)
int utf8_white_step(int state, unsigned char byte);

#endif
