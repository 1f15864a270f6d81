#include "compiler/base/digest.h"

#include <openssl/evp.h>

void digest_begin(struct digest *digest) {
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    if (context && !EVP_DigestInit_ex(context, EVP_sha256(), NULL)) {
        EVP_MD_CTX_free(context);
        context = NULL;
    }
    digest->context = context;
}

void digest_add(struct digest *digest, const char *bytes, size_t length) {
    if (!digest->context || EVP_DigestUpdate(digest->context, bytes, length)) return;
    EVP_MD_CTX_free(digest->context);
    digest->context = NULL;
}

const char *digest_end(struct digest *digest, struct arena *arena) {
    unsigned char bytes[EVP_MAX_MD_SIZE];
    unsigned int length = 0;
    if (!digest->context) return NULL;
    int good = EVP_DigestFinal_ex(digest->context, bytes, &length);
    EVP_MD_CTX_free(digest->context);
    if (!good) return NULL;
    char *hash = arena_alloc(arena, 2 * (size_t)length + 1);
    for (unsigned int i = 0; i < length; i++) {
        hash[2 * i] = "0123456789abcdef"[bytes[i] >> 4];
        hash[2 * i + 1] = "0123456789abcdef"[bytes[i] & 15];
    }
    return hash;
}
