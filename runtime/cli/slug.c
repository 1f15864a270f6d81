#include "runtime/cli/slug.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
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

static bool slug_is_taken(const char (*slugs)[SLUG_NUMBERED], size_t before, const char *const *reserved) {
    for (; reserved && *reserved; reserved++)
        if (strcmp(*reserved, slugs[before]) == 0) return true;
    for (size_t s = 0; s < before; s++)
        if (strcmp(slugs[s], slugs[before]) == 0) return true;
    return false;
}

char (*slug_specializations(const struct assay_ruleset *rules, const char *const *reserved))[SLUG_NUMBERED] {
    char(*slugs)[SLUG_NUMBERED] = calloc(rules->specialization_count + 1u, sizeof *slugs);
    for (size_t s = 0; slugs && s < rules->specialization_count; s++) {
        char slug[SLUG_MAX];
        slug_make(slug, rules->specializations[s]->name);
        strcpy(slugs[s], slug);
        for (unsigned i = 2; slug_is_taken((const char(*)[SLUG_NUMBERED])slugs, s, reserved); i++)
            snprintf(slugs[s], sizeof *slugs, "%s-%u", slug, i);
    }
    return slugs;
}
