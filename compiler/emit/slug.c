#include "compiler/emit/emit.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { SLUG_MAX = 100 }; /* with folder and suffix it fits every file system */

struct slug {
    const char *name, *text;
    size_t index;
};

static char slug_letter(char c) {
    if (c >= 'A' && c <= 'Z') return (char)(c - 'A' + 'a');
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : '-';
}

static const char *slug_make(const char *name, struct arena *arena) {
    char slug[SLUG_MAX + 1];
    size_t length = 0;
    for (; *name && length < SLUG_MAX; name++) {
        char c = slug_letter(*name);
        if (c != '-' || (length && slug[length - 1] != '-')) slug[length++] = c;
    }
    while (length && slug[length - 1] == '-')
        length--;
    return length ? arena_string(arena, slug, length) : "unnamed";
}

int emit_file_compare(const char *a, const char *b) {
    while (*a && *a == *b)
        a++, b++;
    int left = *a ? (unsigned char)*a : '.', right = *b ? (unsigned char)*b : '.';
    return left - right;
}

static int slug_compare(const void *left, const void *right) {
    const struct slug *a = left, *b = right;
    int difference = strcmp(a->text, b->text);
    return difference ? difference : strcmp(a->name, b->name);
}

static bool slug_taken(const struct slug *slugs, size_t count, const char *text) {
    if (strcmp(text, "usage") == 0) return true;
    for (size_t i = 0; i < count; i++) {
        if (strcmp(slugs[i].text, text) == 0) return true;
    }
    return false;
}

/* Gives later ones of equal slugs a number. Sorted, so that equal ones are neighbours. */
static void slug_number(struct slug *slugs, size_t count, struct arena *arena) {
    const char *base = "usage";
    for (size_t i = 0; i < count; i++) {
        if (strcmp(slugs[i].text, base) != 0) {
            base = slugs[i].text;
            if (strcmp(base, "usage") != 0) continue;
        }
        unsigned number = 2;
        const char *text = arena_format(arena, "%s-%u", base, number);
        while (slug_taken(slugs, count, text))
            text = arena_format(arena, "%s-%u", base, ++number);
        slugs[i].text = text;
    }
}

const char *const *emit_slugs(const char *const *names, size_t count, struct arena *arena) {
    struct slug *slugs = ARENA_ARRAY(arena, count, struct slug);
    const char **result = ARENA_ARRAY(arena, count, const char *);
    for (size_t i = 0; i < count; i++)
        slugs[i] = (struct slug){names[i], slug_make(names[i], arena), i};
    if (count) qsort(slugs, count, sizeof *slugs, slug_compare);
    slug_number(slugs, count, arena);
    for (size_t i = 0; i < count; i++)
        result[slugs[i].index] = slugs[i].text;
    return result;
}
