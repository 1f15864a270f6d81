/* output.h - files written whole or not at all, and left untouched when nothing changed. */
#ifndef ASSAY_OUTPUT_H
#define ASSAY_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/* A file being written beside its final place. A link is followed; an existing file keeps its permissions. What is no
 * regular file (a pipe, a terminal, /dev/stdout) is written directly. */
struct output {
    FILE *stream;
    char *path;      /* the final place */
    char *temporary; /* what is written; NULL: the place itself */
};

/* Opens; false with errno set. */
bool output_open(struct output *output, const char *path);

/* Puts the file in its place, unless this very content stands there; false with errno set, and then the place is as it
 * was. */
bool output_commit(struct output *output);

/* Gives up: the place is as it was. */
void output_discard(struct output *output);

/* Writes all of `bytes`; false with errno set. */
bool output_write(const char *path, const char *bytes, size_t length);

/* Whether writing to one of two paths would write to the other: the same regular file, or the same place for one. */
bool output_same_place(const char *a, const char *b);

#endif
