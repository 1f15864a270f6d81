/* key.h - fingerprints of the keys of counting once (R19).
 *
 * A key is written down column by column, always in the same order, so that no two keys run together: blank, a text
 * number of the column, or length and folded text; amounts and months by value. The fingerprint is its SHA-256, cut to
 * 128 bits. */
#ifndef ASSAY_KEY_H
#define ASSAY_KEY_H

#include "runtime/core/assay.h"

#include <stdbool.h>

struct fingerprint {
    uint64_t high, low;
};

struct key {
    unsigned char *bytes;
    size_t length, room;
    void *hash;  /* the hash function's state, used again and again */
    bool failed; /* memory ran out */
};

bool key_init(struct key *key);
void key_begin(struct key *key);
void key_add_blank(struct key *key);
void key_add_number(struct key *key, uint32_t number);
void key_add_text(struct key *key, const char *folded, size_t length);
void key_add_amount(struct key *key, assay_money amount);
void key_add_month(struct key *key, int month);

/* False when memory ran out or the hash failed. */
bool key_end(struct key *key, struct fingerprint *fingerprint);

void key_free(struct key *key);

#endif
