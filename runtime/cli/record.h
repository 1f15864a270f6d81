/* record.h - the small files of an evidence folder that a program reads again: command.txt and input.txt.
 *
 * Lines of a word, a blank and a value; a word alone has no value. Lines that begin with # and empty ones are for
 * people. In a value \\ is a backslash, and \xHH a byte that is no plain character: a control character, or of a text
 * that is not UTF-8 or would steer a terminal. */
#ifndef ASSAY_RECORD_H
#define ASSAY_RECORD_H

#include "runtime/base/text.h"
#include "runtime/usage/pool.h"

/* Adds a line; a value of NULL: none. */
void record_add(struct text *out, const char *word, const char *value);

struct record_line {
    const char *word, *value; /* value "": none */
};

struct record {
    struct record_line *lines;
    size_t count;
    struct pool pool;
};

/* Reads a file of at most 16 MiB; false: it cannot be read, errno tells, or 0: it is not of this form. Free in any
 * case. */
bool record_read(struct record *record, const char *path);

/* The same of a text that has data, which is used up; false: it is not of this form. */
bool record_parse(struct record *record, struct text *text);

/* The value of the first line with this word; NULL: there is none. */
const char *record_find(const struct record *record, const char *word);

void record_free(struct record *record);

#endif
