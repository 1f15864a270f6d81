/* arena.h - memory by lifetime: everything of one run is freed at once. Out of memory ends the program (status 3). */
#ifndef ASSAY_ARENA_H
#define ASSAY_ARENA_H

#include <stdarg.h>
#include <stddef.h>

struct arena_block;

struct arena {
    struct arena_block *blocks;
};

/* Zeroed memory, aligned for any object. */
void *arena_alloc(struct arena *arena, size_t size);

/* The same for an array; overflow of count * size ends the program too. */
void *arena_array(struct arena *arena, size_t count, size_t size);

/* A NUL-terminated copy. */
char *arena_string(struct arena *arena, const char *bytes, size_t length);

char *arena_format(struct arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The same with the arguments of the caller. */
char *arena_format_list(struct arena *arena, const char *format, va_list arguments);

void arena_free(struct arena *arena);

#define ARENA_NEW(arena, type)          ((type *)arena_alloc((arena), sizeof(type)))
#define ARENA_ARRAY(arena, count, type) ((type *)arena_array((arena), (count), sizeof(type)))

#endif
