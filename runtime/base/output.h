/* output.h - files written whole or not at all, and left untouched when nothing changed. */
#ifndef ASSAY_OUTPUT_H
#define ASSAY_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/* A file being written beside its final place. */
struct output {
    FILE *stream;
    char *path;      /* the final place */
    char *temporary; /* what is written; NULL when path is not a regular file (a pipe, /dev/null): written directly */
};

/* Opens; false with errno set. */
bool output_open(struct output *output, const char *path);

/* Puts the file in its place; false with errno set, and then the place is as it was. */
bool output_commit(struct output *output);

/* Gives up: the place is as it was. */
void output_discard(struct output *output);

/* Writes all of `bytes`; leaves a file with this very content untouched (*changed tells, when not NULL). */
bool output_write(const char *path, const char *bytes, size_t length, bool *changed);

#endif
