/* spool.h - bytes written now and read back once: in memory up to a budget, beyond it in a temporary file without a
 * name. */
#ifndef ASSAY_SPOOL_H
#define ASSAY_SPOOL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

struct spool {
    char *memory;
    size_t used, room, budget;
    FILE *file;        /* what went beyond the budget */
    uint64_t bytes;    /* all of them */
    uint64_t position; /* read so far */
};

/* An empty spool that keeps at most `budget` bytes in memory. */
void spool_init(struct spool *spool, size_t budget);

/* Appends; false with errno set when memory or the disk is full. */
bool spool_write(struct spool *spool, const void *bytes, size_t length);

/* Goes back to the front, to read. False with errno set. */
bool spool_rewind(struct spool *spool);

/* Reads exactly `length` bytes; false when there are not as many, or on failure (errno set). */
bool spool_read(struct spool *spool, void *out, size_t length);

void spool_free(struct spool *spool);

#endif
