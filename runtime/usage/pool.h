/* pool.h - memory that is freed all at once. Zeroed memory is an empty pool. */
#ifndef ASSAY_POOL_H
#define ASSAY_POOL_H

#include <stdbool.h>
#include <stddef.h>

struct pool {
    struct pool_block *blocks;
    bool failed; /* memory ran out, once at least */
};

/* Zeroed memory, aligned for anything; NULL when there is none. */
void *pool_take(struct pool *pool, size_t size);

/* A copy with a NUL; NULL when memory ran out. */
const char *pool_text(struct pool *pool, const char *text, size_t length);

void pool_free(struct pool *pool);

#endif
