/* source.h - the rule files of a run, and places in them.
 *
 * All files lie behind one another in one range of offsets, so that a span of 8 bytes names file, begin and end. Line
 * and column are computed when a message is printed. */
#ifndef ASSAY_SOURCE_H
#define ASSAY_SOURCE_H

#include "compiler/base/arena.h"

#include <stdbool.h>
#include <stdint.h>

/* Offsets [begin, end) in the range of all files. {0, 0}: no place. The first file begins at offset 1. */
struct span {
    uint32_t begin, end;
};

#define SOURCE_FILE_MAX (16u << 20)

struct source {
    const char *path;  /* as the caller named it: what messages print */
    const char *name;  /* relative to the deepest folder that holds all files, '/' between: what tables print */
    const char *real;  /* resolved path, to know a file named twice */
    const char *bytes; /* NUL-terminated behind length bytes */
    uint32_t length;
    uint32_t base;   /* offset of the first byte */
    uint32_t *lines; /* offsets in bytes of the lines' beginnings, made when the first place is asked for */
    uint32_t line_count;
};

struct sources {
    struct arena *arena;
    struct source *files; /* sorted by name */
    size_t count;
    size_t capacity;
    const char **folders; /* that were read for rule files, as the caller named them */
    size_t folder_count, folder_capacity;
};

struct place {
    const struct source *source; /* NULL: no place */
    uint32_t line, column;       /* from 1; columns count characters, not bytes */
    const char *text;            /* the line, not NUL-terminated */
    uint32_t length;
};

struct diagnostics;

/* Reads files and folders (recursively, *.assay; hidden ones left out); "-" is standard input, whose path is <stdin>.
 * Files named twice are read once, and so are folders, also where links lead to them again; the order of the arguments
 * does not matter. What cannot be read is reported to `diagnostics`; false when there was any. */
bool source_load(struct sources *sources, struct diagnostics *diagnostics, char *const *paths, size_t count);

/* Adds one file of given bytes (tests, fuzzing). */
struct source *source_add(struct sources *sources, const char *path, const char *bytes, size_t length);

/* Gives all files their names and offsets, and sorts them. Called by source_load. */
void source_arrange(struct sources *sources);

struct place source_place(const struct sources *sources, uint32_t offset);

/* The same with column 0: columns are counted from the line's beginning, which takes long in long lines. */
struct place source_line(const struct sources *sources, uint32_t offset);

static inline struct span span_join(struct span a, struct span b) {
    return (struct span){a.begin, b.end > a.end ? b.end : a.end};
}

#endif
