#include "runtime/usage/key.h"

#include <openssl/evp.h>
#include <string.h>

bool key_init(struct key *key) {
    *key = (struct key){.hash = EVP_MD_CTX_new()};
    return key->hash && EVP_DigestInit_ex(key->hash, EVP_sha256(), NULL) == 1;
}

void key_begin(struct key *key) {
    text_clear(&key->bytes);
}

/* A kind, then bytes whose number follows from the kind or stands in front. */
static void key_add(struct key *key, char kind, const void *bytes, size_t length) {
    text_add_char(&key->bytes, kind);
    text_add_bytes(&key->bytes, bytes, length);
}

void key_add_blank(struct key *key) {
    text_add_char(&key->bytes, 'b');
}

void key_add_number(struct key *key, uint32_t number) {
    key_add(key, 'n', &number, sizeof number);
}

void key_add_text(struct key *key, const char *folded, size_t length) {
    uint64_t size = length;
    key_add(key, 't', &size, sizeof size);
    text_add_bytes(&key->bytes, folded, length);
}

void key_add_amount(struct key *key, assay_money amount) {
    key_add(key, 'a', &amount, sizeof amount);
}

void key_add_month(struct key *key, int month) {
    key_add(key, 'm', &month, sizeof month);
}

bool key_end(struct key *key, struct fingerprint *fingerprint) {
    unsigned char digest[EVP_MAX_MD_SIZE];
    if (key->bytes.failed || EVP_DigestInit_ex(key->hash, NULL, NULL) != 1) return false;
    if (EVP_DigestUpdate(key->hash, key->bytes.data ? key->bytes.data : "", key->bytes.length) != 1) return false;
    if (EVP_DigestFinal_ex(key->hash, digest, NULL) != 1) return false;
    memcpy(&fingerprint->high, digest, 8);
    memcpy(&fingerprint->low, digest + 8, 8);
    return true;
}

void key_free(struct key *key) {
    EVP_MD_CTX_free(key->hash);
    text_free(&key->bytes);
}
