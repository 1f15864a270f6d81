#include "runtime/cli/slug.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

static char slug_letter(char c) {
    if (c >= 'A' && c <= 'Z') return (char)(c - 'A' + 'a');
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : '\0';
}

/* Some systems keep these names, in any case and with any ending, for devices. */
static bool slug_is_device(const char *slug) {
    static const char *const names[] = {"con", "prn", "aux", "nul"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(slug, names[i]) == 0) return true;
    bool numbered = strncmp(slug, "com", 3) == 0 || strncmp(slug, "lpt", 3) == 0;
    return numbered && slug[3] >= '0' && slug[3] <= '9' && slug[4] == '\0';
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
    if (slug_is_device(out)) strcpy(out + length, "-x");
}
