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

static int slug_find(const void *text, const void *sorted) {
    return strcmp(text, *(const char *const *)sorted);
}

/* Slugs that files of another kind have. */
static bool slug_is_taken(const char *text) {
    return strcmp(text, "usage") == 0 || strcmp(text, "lists") == 0;
}

/* Gives later ones of equal slugs a number that no name has of itself. Sorted, so that equal ones are neighbours. */
static void slug_number(struct slug *slugs, size_t count, struct arena *arena) {
    const char *base = "";
    const char **sorted = ARENA_ARRAY(arena, count, const char *);
    for (size_t i = 0; i < count; i++)
        sorted[i] = slugs[i].text;
    unsigned number = 1;
    for (size_t i = 0; i < count; i++) {
        if (strcmp(sorted[i], base) != 0) {
            base = sorted[i];
            number = 1;
            if (!slug_is_taken(base)) continue;
        }
        do
            slugs[i].text = arena_format(arena, "%s-%u", base, ++number);
        while (bsearch(slugs[i].text, sorted, count, sizeof *sorted, slug_find));
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
