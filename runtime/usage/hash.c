#include "runtime/usage/hash.h"

#include <openssl/evp.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#define HASH_BLOCKS 8u
#define HASH_BLOCK  ((size_t)256 << 10)

/* A ring of blocks: the caller fills at `filled`, the thread hashes at `hashed`. */
struct hash_ring {
    size_t lengths[HASH_BLOCKS];
    unsigned char blocks[HASH_BLOCKS][HASH_BLOCK];
};

/* What is short is hashed in place: a thread of its own would take longer. */
struct hash {
    EVP_MD_CTX *state;
    bool good;
    size_t short_of; /* bytes that may yet come before a thread is tried for */
    bool threaded;
    struct hash_ring *ring; /* NULL: there was no thread yet */
    pthread_t thread;
    pthread_mutex_t lock;
    pthread_cond_t changed;
    unsigned filled, hashed; /* blocks so far; at most HASH_BLOCKS apart */
    bool ended;
};

static void hash_wait(struct hash *hash) {
    pthread_cond_wait(&hash->changed, &hash->lock);
}

static void *hash_work(void *context) {
    struct hash *hash = context;
    pthread_mutex_lock(&hash->lock);
    for (;;) {
        while (hash->hashed == hash->filled && !hash->ended)
            hash_wait(hash);
        if (hash->hashed == hash->filled) break;
        unsigned place = hash->hashed % HASH_BLOCKS;
        pthread_mutex_unlock(&hash->lock);
        bool good = EVP_DigestUpdate(hash->state, hash->ring->blocks[place], hash->ring->lengths[place]) == 1;
        pthread_mutex_lock(&hash->lock);
        hash->good = hash->good && good;
        hash->hashed++;
        pthread_cond_broadcast(&hash->changed);
    }
    pthread_mutex_unlock(&hash->lock);
    return NULL;
}

/* Signals are for the main thread: there they end a read that waits. */
static bool hash_start(struct hash *hash) {
    sigset_t all, before;
    hash->ring = malloc(sizeof *hash->ring);
    if (!hash->ring) return false;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    bool started = pthread_create(&hash->thread, NULL, hash_work, hash) == 0;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return started;
}

struct hash *hash_open(void) {
    struct hash *hash = calloc(1, sizeof *hash);
    if (!hash) return NULL;
    hash->state = EVP_MD_CTX_new();
    hash->good = hash->state && EVP_DigestInit_ex(hash->state, EVP_sha256(), NULL) == 1;
    hash->short_of = HASH_BLOCK;
    pthread_mutex_init(&hash->lock, NULL);
    pthread_cond_init(&hash->changed, NULL);
    return hash;
}

static void hash_add_block(struct hash *hash, const unsigned char *bytes, size_t length) {
    pthread_mutex_lock(&hash->lock);
    while (hash->filled - hash->hashed == HASH_BLOCKS)
        hash_wait(hash);
    pthread_mutex_unlock(&hash->lock);
    unsigned place = hash->filled % HASH_BLOCKS; /* nobody else looks at this block now */
    memcpy(hash->ring->blocks[place], bytes, length);
    hash->ring->lengths[place] = length;
    pthread_mutex_lock(&hash->lock);
    hash->filled++;
    pthread_cond_broadcast(&hash->changed);
    pthread_mutex_unlock(&hash->lock);
}

/* Tries for a thread when so many bytes come that it is worth it, and once. */
static void hash_expect(struct hash *hash, size_t length) {
    if (hash->short_of >= length) {
        hash->short_of -= length;
    } else if (!hash->ring) {
        hash->short_of = 0;
        hash->threaded = hash->good && hash_start(hash);
    }
}

void hash_add(struct hash *hash, const void *bytes, size_t length) {
    hash_expect(hash, length);
    if (!hash->threaded) {
        hash->good = hash->good && EVP_DigestUpdate(hash->state, bytes, length) == 1;
        return;
    }
    const unsigned char *at = bytes;
    for (size_t left = length; left > 0;) {
        size_t piece = left < HASH_BLOCK ? left : HASH_BLOCK;
        hash_add_block(hash, at, piece);
        at += piece;
        left -= piece;
    }
}

/* Lets the thread finish what was added. */
static void hash_join(struct hash *hash) {
    if (!hash->threaded) return;
    pthread_mutex_lock(&hash->lock);
    hash->ended = true;
    pthread_cond_broadcast(&hash->changed);
    pthread_mutex_unlock(&hash->lock);
    pthread_join(hash->thread, NULL);
    hash->threaded = false;
}

bool hash_finish(struct hash *hash, char out[HASH_TEXT]) {
    static const char digits[] = "0123456789abcdef";
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned length = 0;
    hash_join(hash);
    if (!hash->good || EVP_DigestFinal_ex(hash->state, digest, &length) != 1 || length * 2 + 1 != HASH_TEXT)
        return false;
    for (unsigned i = 0; i < length; i++) {
        out[2 * i] = digits[digest[i] >> 4];
        out[2 * i + 1] = digits[digest[i] & 15];
    }
    out[2 * length] = '\0';
    return true;
}

void hash_close(struct hash *hash) {
    if (!hash) return;
    hash_join(hash);
    pthread_cond_destroy(&hash->changed);
    pthread_mutex_destroy(&hash->lock);
    EVP_MD_CTX_free(hash->state);
    free(hash->ring);
    free(hash);
}

bool hash_begins(const char *text) {
    return strspn(text, "0123456789abcdef") == HASH_TEXT - 1;
}
