/* dictionary.h - an exact map from byte strings to small numbers, given out in order: 0, 1, 2, ...
 *
 * Nothing is ever forgotten or renumbered, so a number stands for its bytes for good. A dictionary may have limits;
 * when one is reached, strings that are not in it stay out for good. Zeroed memory is an empty dictionary without
 * limits. */
#ifndef ASSAY_DICTIONARY_H
#define ASSAY_DICTIONARY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define DICTIONARY_NONE UINT32_MAX

struct dictionary_entry {
    size_t offset;
    uint32_t length;
    uint32_t hash;
};

struct dictionary {
    char *bytes; /* the strings, each NUL-terminated */
    size_t used, room;
    struct dictionary_entry *entries;
    uint32_t count, capacity;
    uint64_t *slots; /* hash, then entry number + 1; 0: empty. Open addressing */
    uint32_t slot_mask;
    uint32_t entry_limit; /* 0: none */
    size_t byte_limit;    /* 0: none */
    bool failed;          /* memory ran out */
};

/* The number of `bytes`, or DICTIONARY_NONE. */
uint32_t dictionary_find(const struct dictionary *dictionary, const void *bytes, size_t length);

/* The number of `bytes`, new or old; DICTIONARY_NONE when it is new and a limit is reached or memory ran out. */
uint32_t dictionary_put(struct dictionary *dictionary, const void *bytes, size_t length);

/* The bytes of a number, NUL-terminated; valid until the next dictionary_put. */
const char *dictionary_at(const struct dictionary *dictionary, uint32_t number, size_t *length);

void dictionary_free(struct dictionary *dictionary);

/* Whether two strings of one length are the same. Most cells are short, and a call costs more than they do. */
static inline bool dictionary_same(const void *a, const void *b, size_t length) {
    const unsigned char *x = a, *y = b;
    uint64_t left, right;
    if (length > 32) return memcmp(x, y, length) == 0;
    for (; length >= 8; x += 8, y += 8, length -= 8) {
        memcpy(&left, x, 8);
        memcpy(&right, y, 8);
        if (left != right) return false;
    }
    for (size_t i = 0; i < length; i++)
        if (x[i] != y[i]) return false;
    return true;
}

#endif
