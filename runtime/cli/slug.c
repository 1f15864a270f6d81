#include "runtime/cli/slug.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

static char slug_letter(char c) {
    if (c >= 'A' && c <= 'Z') return (char)(c - 'A' + 'a');
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : '\0';
}

void slug_make(char out[SLUG_MAX], const char *name) {
    size_t length = 0;
    bool parted = false;
    for (; *name; name++) {
        char letter = slug_letter(*name);
        if (letter && length + 1 + (parted && length) >= SLUG_MAX) break;
        if (letter && parted && length) out[length++] = '-';
        if (letter) out[length++] = letter;
        parted = !letter;
    }
    if (!length) out[length++] = 'x';
    out[length] = '\0';
}
