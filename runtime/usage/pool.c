#include "runtime/usage/pool.h"

#include <stdalign.h>
#include <stdlib.h>
#include <string.h>

#define POOL_BLOCK 8192u

struct pool_block {
    struct pool_block *next;
    size_t used, size;
    alignas(max_align_t) char bytes[];
};

static struct pool_block *pool_grow(struct pool *pool, size_t size) {
    if (size < POOL_BLOCK) size = POOL_BLOCK;
    struct pool_block *block = calloc(1, sizeof *block + size);
    if (!block) {
        pool->failed = true;
        return NULL;
    }
    block->next = pool->blocks;
    block->size = size;
    pool->blocks = block;
    return block;
}

void *pool_take(struct pool *pool, size_t size) {
    size_t rounded = (size + alignof(max_align_t) - 1) / alignof(max_align_t) * alignof(max_align_t);
    struct pool_block *block = pool->blocks;
    if (!block || block->size - block->used < rounded) block = pool_grow(pool, rounded);
    if (!block) return NULL;
    void *taken = block->bytes + block->used;
    block->used += rounded;
    return taken;
}

const char *pool_text(struct pool *pool, const char *text, size_t length) {
    char *copy = pool_take(pool, length + 1);
    if (copy && length) memcpy(copy, text, length);
    return copy;
}

void pool_free(struct pool *pool) {
    while (pool->blocks) {
        struct pool_block *next = pool->blocks->next;
        free(pool->blocks);
        pool->blocks = next;
    }
    pool->failed = false;
}
