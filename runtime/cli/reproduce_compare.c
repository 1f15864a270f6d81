#include "runtime/cli/reproduce.h"

#include "runtime/base/show.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

static void differs_add(struct reproduce *reproduce, const char *kind, const char *name, const char *format,
                        va_list arguments) {
    struct reproduce_difference *grown =
        realloc(reproduce->differences, (reproduce->count + 1) * sizeof *reproduce->differences);
    struct text raw = {0}, message = {0}, shown = {0};
    text_add_list(&raw, format, arguments); /* which quotes what others wrote */
    show_string(&message, raw.failed ? "" : raw.data, SHOW_ALL);
    show_string(&shown, name, SHOW_ALL);
    if (grown) reproduce->differences = grown;
    const char *texts[] = {
        raw.failed || message.failed ? NULL : pool_text(&reproduce->pool, message.data, message.length),
        shown.failed ? NULL : pool_text(&reproduce->pool, shown.data ? shown.data : "", shown.length)};
    if (grown && texts[0] && texts[1])
        grown[reproduce->count++] = (struct reproduce_difference){kind, texts[1], texts[0], false};
    else
        reproduce->failed = true;
    text_free(&raw);
    text_free(&message);
    text_free(&shown);
}

void reproduce_differs(struct reproduce *reproduce, const char *kind, const char *name, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    differs_add(reproduce, kind, name, format, arguments);
    va_end(arguments);
}

/* A file that is as the manifest tells, and not what is made. */
static void differs_otherwise(struct reproduce *reproduce, const char *name, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    differs_add(reproduce, "file", name, format, arguments);
    va_end(arguments);
    if (!reproduce->failed) reproduce->differences[reproduce->count - 1].otherwise = true;
}

/* ---- Files ---- */

/* What a file is in the folder; false with errno set: it is not there, cannot be read, or is none (EINVAL). */
static bool compare_measure(const struct reproduce *reproduce, const char *name, struct manifest_file *file) {
    char *path = tree_path(reproduce->root, name);
    bool good = path && tree_is_plain(path) && manifest_measure(path, &file->bytes, file->sha256);
    file->name = name;
    free(path);
    return good;
}

static bool compare_same(const struct manifest_file *a, const struct manifest_file *b) {
    return a && b && a->bytes == b->bytes && strcmp(a->sha256, b->sha256) == 0;
}

bool reproduce_is_untouched(struct reproduce *reproduce, const char *name) {
    struct manifest_file file = {0};
    const struct manifest_file *told = manifest_find(&reproduce->told, name);
    return compare_measure(reproduce, name, &file) && (!reproduce->has_told || compare_same(told, &file));
}

static void compare_changed(struct reproduce *reproduce, const struct manifest_file *file,
                            const struct manifest_file *told, const char *more) {
    reproduce_differs(
        reproduce, "file", file->name, "changed by hand: %llu bytes, SHA-256 %s; written were %llu bytes, SHA-256 %s%s",
        (unsigned long long)file->bytes, file->sha256, (unsigned long long)told->bytes, told->sha256, more);
}

/* A file that is attached, or one of a folder that could not be made again. */
static void compare_told(struct reproduce *reproduce, const struct manifest_file *file,
                         const struct manifest_file *told) {
    if (!reproduce->has_told || compare_same(file, told)) return;
    if (told)
        compare_changed(reproduce, file, told, "");
    else
        reproduce_differs(reproduce, "file", file->name, "put there by hand: the manifest does not tell of it");
}

/* command.txt is made again out of itself: when only the manifest disagrees, either of them was changed. */
static void compare_manifest(struct reproduce *reproduce, const char *name) {
    if (strcmp(name, EVIDENCE_COMMAND) == 0)
        reproduce_differs(reproduce, "file", name, "changed by hand, or what the manifest tells of it");
    else
        reproduce_differs(reproduce, "file", MANIFEST_NAME,
                          "changed by hand: of %s, which is as it was made, it tells otherwise", name);
}

static void compare_made(struct reproduce *reproduce, const struct manifest_file *file,
                         const struct manifest_file *told) {
    const struct manifest_file *made = manifest_find(&reproduce->made, file->name);
    bool as_told = !reproduce->has_told || compare_same(file, told);
    if (!made && told)
        differs_otherwise(reproduce, file->name, "is not made again: no such file comes out");
    else if (!made)
        compare_told(reproduce, file, told);
    else if (compare_same(file, made) && !as_told)
        compare_manifest(reproduce, file->name);
    else if (!compare_same(file, made) && as_told)
        differs_otherwise(reproduce, file->name, "comes out otherwise: %llu bytes, SHA-256 %s",
                          (unsigned long long)made->bytes, made->sha256);
    else if (!as_told && told)
        compare_changed(reproduce, file, told, compare_same(made, told) ? "" : "; and it comes out otherwise again");
    else if (!as_told)
        reproduce_differs(reproduce, "file", file->name, "changed by hand, and the manifest does not tell of it");
}

static void compare_file(struct reproduce *reproduce, const char *name, bool again) {
    struct manifest_file file = {0};
    const struct manifest_file *told = manifest_find(&reproduce->told, name);
    bool attached = evidence_is_attached(name);
    reproduce->attached += attached;
    reproduce->compared += !attached;
    if (!compare_measure(reproduce, name, &file))
        reproduce_differs(reproduce, "file", name, "%s",
                          errno == EINVAL ? "is no file, but a link or the like: put there by hand" : "cannot be read");
    else if (attached || !again)
        compare_told(reproduce, &file, told);
    else
        compare_made(reproduce, &file, told);
}

/* Files that a manifest tells of and the folder lacks. */
static void compare_missing(struct reproduce *reproduce, const struct manifest *manifest, const struct manifest *said) {
    for (size_t i = 0; i < manifest->count; i++) {
        const char *name = manifest->files[i].name;
        if (tree_has(&reproduce->tree, name) || (said && manifest_find(said, name))) continue;
        reproduce_differs(reproduce, "file", name, said ? "is made again, and was not there" : "missing");
    }
}

/* A folder without a file is told by no manifest. */
static void compare_folder(struct reproduce *reproduce, const char *folder) {
    if (!tree_has_within(&reproduce->tree, folder))
        reproduce_differs(reproduce, "file", folder, "is an empty folder: put there by hand");
}

static void compare_has_manifest(struct reproduce *reproduce) {
    if (!tree_has(&reproduce->tree, MANIFEST_NAME))
        reproduce_differs(reproduce, "file", MANIFEST_NAME, "missing");
    else if (!reproduce->has_told)
        reproduce_differs(reproduce, "file", MANIFEST_NAME, "changed by hand: it is no manifest any more");
}

void reproduce_compare(struct reproduce *reproduce, bool again) {
    compare_has_manifest(reproduce);
    for (size_t i = 0; i < reproduce->tree.folder_count; i++)
        compare_folder(reproduce, reproduce->tree.folders[i]);
    for (size_t i = 0; i < reproduce->tree.file_count; i++)
        if (strcmp(reproduce->tree.files[i], MANIFEST_NAME) != 0)
            compare_file(reproduce, reproduce->tree.files[i], again);
    compare_missing(reproduce, &reproduce->told, NULL);
    if (again) compare_missing(reproduce, &reproduce->made, &reproduce->told);
    reproduce_attached(reproduce);
}
