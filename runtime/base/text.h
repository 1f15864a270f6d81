/* text.h - a growing text. Both programs print with it.
 *
 * Out of memory sets `failed`; later additions do nothing, and text_finish tells. So callers check once. */
#ifndef ASSAY_TEXT_H
#define ASSAY_TEXT_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

struct text {
    char *data; /* NUL-terminated once something was added; NULL before */
    size_t length;
    size_t capacity;
    bool failed;
};

void text_add(struct text *text, const char *string);
void text_add_bytes(struct text *text, const char *bytes, size_t length);
void text_add_char(struct text *text, char c);
/* In double quotes, those within doubled: as rules write a text. */
void text_add_quoted(struct text *text, const char *string);
void text_add_repeat(struct text *text, char c, size_t count);
void text_add_uint(struct text *text, uint64_t number);
void text_add_hex(struct text *text, uint64_t number); /* lower case, no prefix, no needless zeros */
void text_addf(struct text *text, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The same with the arguments of the caller. */
void text_add_list(struct text *text, const char *format, va_list arguments);

/* Empties the text and keeps its memory. */
void text_clear(struct text *text);

/* Writes all of it; false when memory ran out before or the stream failed. */
bool text_write(const struct text *text, FILE *stream);

void text_free(struct text *text);

#endif
