/* digest.h - SHA-256 of bytes that come in parts. */
#ifndef ASSAY_DIGEST_H
#define ASSAY_DIGEST_H

#include "compiler/base/arena.h"

struct digest {
    void *context; /* NULL: it cannot be computed */
};

void digest_begin(struct digest *digest);
void digest_add(struct digest *digest, const char *bytes, size_t length);

/* Ends it: 64 hexadecimal digits in the arena, or NULL when it could not be computed. */
const char *digest_end(struct digest *digest, struct arena *arena);

#endif
