/* input.h - the bytes of a usage file, counted and hashed as they pass (SHA-256), so that a report can name its input.
 */
#ifndef ASSAY_INPUT_H
#define ASSAY_INPUT_H

#include "runtime/usage/hash.h"
#include "runtime/usage/reader.h"

struct input;

/* Opens a file; "-" is standard input. NULL with *refusal filled. */
struct input *input_open(const char *path, struct reader_refusal *refusal);

/* A reader_source; `context` is the struct input. */
long input_read(void *context, void *buffer, size_t size);

/* Reads on to the end, so that all bytes are counted and hashed. False on a read error (errno set). */
bool input_drain(struct input *input);

uint64_t input_bytes(const struct input *input);

/* The hash of all bytes read, in hex with a NUL. Once, after input_drain. False when the hash cannot be had. */
bool input_hash(struct input *input, char out[HASH_TEXT]);

void input_close(struct input *input);

#endif
