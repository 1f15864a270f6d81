/* hash.h - SHA-256 of a stream, computed beside the work in a thread of its own (hashing takes about as long as
 * reading); short ones in place. */
#ifndef ASSAY_HASH_H
#define ASSAY_HASH_H

#include <stdbool.h>
#include <stddef.h>

struct hash;

#define HASH_TEXT 65

/* NULL when memory ran out. Without a thread to be had, the hash is computed in place. */
struct hash *hash_open(void);

/* Adds bytes; they are copied. */
void hash_add(struct hash *hash, const void *bytes, size_t length);

/* The hash of all bytes, in hex with a NUL. Once. False when it could not be computed. */
bool hash_finish(struct hash *hash, char out[HASH_TEXT]);

/* Whether a text begins with a hash as it is written, and no further such digit. */
bool hash_begins(const char *text);

/* Also in the middle of the work. NULL is fine. */
void hash_close(struct hash *hash);

#endif
