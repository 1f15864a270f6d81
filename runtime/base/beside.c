#include "runtime/base/beside.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#define BESIDE_MOST 10000 /* files of a folder that are looked at */

static int beside_visible(const struct dirent *entry) {
    return entry->d_name[0] != '.';
}

/* The folder of a path, as it is written there. malloc'd. */
static char *beside_folder(const char *path, const char **name) {
    const char *slash = strrchr(path, '/');
    *name = slash ? slash + 1 : path;
    return slash ? strndup(path, (size_t)(slash - path) + 1) : strdup(".");
}

static void beside_pick_of(struct text *out, struct dirent **entries, size_t count, const char *path, const char *name,
                           beside_pick *pick) {
    const char **names = calloc(count + 1, sizeof *names);
    for (size_t i = 0; names && i < count; i++)
        names[i] = entries[i]->d_name;
    const char *found = names ? pick(names, count, name) : NULL;
    if (found) text_add_bytes(out, path, (size_t)(name - path));
    if (found) text_add(out, found);
    free(names);
}

void beside_nearest(struct text *out, const char *path, beside_pick *pick) {
    const char *name;
    struct dirent **entries = NULL;
    char *folder = beside_folder(path, &name);
    int count = folder && *name ? scandir(folder, &entries, beside_visible, alphasort) : -1;
    if (count > 0 && count <= BESIDE_MOST) beside_pick_of(out, entries, (size_t)count, path, name, pick);
    for (int i = 0; i < count; i++)
        free(entries[i]);
    free(entries);
    free(folder);
}
