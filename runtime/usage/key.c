#include "runtime/usage/key.h"

#include <openssl/evp.h>
#include <stdlib.h>
#include <string.h>

/* Where a text number stands, these say something else; column.h gives no such numbers. */
#define KEY_BLANK UINT32_MAX
#define KEY_TEXT  (UINT32_MAX - 1) /* length and bytes follow */

bool key_init(struct key *key) {
    *key = (struct key){.hash = EVP_MD_CTX_new()};
    return key->hash && EVP_DigestInit_ex(key->hash, EVP_sha256(), NULL) == 1;
}

void key_begin(struct key *key) {
    key->length = 0;
}

static bool key_grow(struct key *key, size_t more) {
    size_t room = (key->length + more) * 2 + 256;
    unsigned char *bytes = realloc(key->bytes, room);
    if (!bytes) return false;
    key->bytes = bytes;
    key->room = room;
    return true;
}

static void key_add(struct key *key, const void *bytes, size_t length) {
    if (key->room - key->length < length && !key_grow(key, length)) {
        key->failed = true;
        return;
    }
    memcpy(key->bytes + key->length, bytes, length);
    key->length += length;
}

void key_add_blank(struct key *key) {
    key_add_number(key, KEY_BLANK);
}

void key_add_number(struct key *key, uint32_t number) {
    key_add(key, &number, sizeof number);
}

void key_add_text(struct key *key, const char *folded, size_t length) {
    uint64_t size = length;
    key_add_number(key, KEY_TEXT);
    key_add(key, &size, sizeof size);
    key_add(key, folded, length);
}

void key_add_amount(struct key *key, assay_money amount) {
    key_add(key, &amount, sizeof amount);
}

void key_add_month(struct key *key, int month) {
    key_add(key, &month, sizeof month);
}

bool key_end(struct key *key, struct fingerprint *fingerprint) {
    unsigned char digest[EVP_MAX_MD_SIZE];
    if (key->failed || EVP_DigestInit_ex(key->hash, NULL, NULL) != 1) return false;
    if (EVP_DigestUpdate(key->hash, key->bytes, key->length) != 1) return false;
    if (EVP_DigestFinal_ex(key->hash, digest, NULL) != 1) return false;
    memcpy(&fingerprint->high, digest, 8);
    memcpy(&fingerprint->low, digest + 8, 8);
    return true;
}

void key_free(struct key *key) {
    EVP_MD_CTX_free(key->hash);
    free(key->bytes);
    *key = (struct key){0};
}
