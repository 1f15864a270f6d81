#include "runtime/cli/manifest.h"

#include "runtime/cli/tree.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define MANIFEST_HEAD  "# Evidence of assay status, format 1; `sha256sum -c manifest.txt` checks it. By name.\n"
#define MANIFEST_BYTES (16u << 20) /* of a manifest, at most */

bool manifest_measure(const char *path, uint64_t *bytes, char sha256[HASH_TEXT]) {
    char buffer[16384];
    struct hash *hash = hash_open();
    FILE *file = hash ? fopen(path, "rb") : NULL;
    size_t got = 0;
    *bytes = 0;
    while (file && (got = fread(buffer, 1, sizeof buffer, file)) > 0) {
        hash_add(hash, buffer, got);
        *bytes += got;
    }
    int error = errno;
    bool good = file && !ferror(file) && hash_finish(hash, sha256);
    if (file) fclose(file);
    hash_close(hash);
    errno = error;
    return good;
}

static struct manifest_file *manifest_add(struct manifest *manifest, const char *name, size_t length) {
    if ((manifest->count & (manifest->count - 1)) == 0) {
        size_t room = manifest->count ? manifest->count * 2 : 1;
        struct manifest_file *files = realloc(manifest->files, room * sizeof *files);
        if (!files) return NULL;
        manifest->files = files;
    }
    const char *kept = pool_text(&manifest->pool, name, length);
    if (!kept) return NULL;
    struct manifest_file *file = &manifest->files[manifest->count++];
    *file = (struct manifest_file){.name = kept};
    return file;
}

static bool manifest_make_file(struct manifest *manifest, const char *root, const char *name) {
    struct manifest_file *file = manifest_add(manifest, name, strlen(name));
    char *path = file ? tree_path(root, name) : NULL;
    bool good = path && manifest_measure(path, &file->bytes, file->sha256);
    free(path);
    return good;
}

bool manifest_make(struct manifest *manifest, const char *root) {
    struct tree tree;
    *manifest = (struct manifest){0};
    bool good = tree_read(&tree, root);
    for (size_t i = 0; good && i < tree.file_count; i++)
        if (strcmp(tree.files[i], MANIFEST_NAME) != 0) good = manifest_make_file(manifest, root, tree.files[i]);
    tree_free(&tree);
    return good;
}

void manifest_write(const struct manifest *manifest, struct text *out) {
    text_add(out, MANIFEST_HEAD);
    for (size_t i = 0; i < manifest->count; i++) {
        const struct manifest_file *file = &manifest->files[i];
        text_addf(out, "# %llu bytes\n%s  %s\n", (unsigned long long)file->bytes, file->sha256, file->name);
    }
}

/* ---- Reading ---- */

/* Only names that this program writes: letters, digits, `.`, `-`, and `/` between two of them. */
static bool manifest_is_name(const char *name, size_t length) {
    for (size_t i = 0; i < length; i++) {
        char lower = (char)(name[i] | 0x20);
        bool plain = (lower >= 'a' && lower <= 'z') || (name[i] >= '0' && name[i] <= '9') || name[i] == '-';
        bool joins = i > 0 && i + 1 < length && (name[i] == '.' || name[i] == '/') && name[i - 1] != '.' &&
                     name[i - 1] != '/' && name[i + 1] != '/' && name[i + 1] != '.';
        if (!plain && !joins) return false;
    }
    return length > 0;
}

/* Takes "# BYTES bytes\nHASH  NAME\n"; returns what stands behind, or NULL. */
static const char *manifest_take(struct manifest *manifest, const char *at) {
    char *end;
    if (strncmp(at, "# ", 2) != 0 || at[2] < '0' || at[2] > '9') return NULL;
    errno = 0;
    unsigned long long bytes = strtoull(at + 2, &end, 10);
    if (errno || strncmp(end, " bytes\n", 7) != 0) return NULL;
    const char *hash = end + 7;
    if (!hash_begins(hash) || strncmp(hash + HASH_TEXT - 1, "  ", 2) != 0) return NULL;
    const char *name = hash + HASH_TEXT + 1, *line_end = strchr(name, '\n');
    if (!line_end || !manifest_is_name(name, (size_t)(line_end - name))) return NULL;
    struct manifest_file *file = manifest_add(manifest, name, (size_t)(line_end - name));
    if (!file) return NULL;
    file->bytes = bytes;
    memcpy(file->sha256, hash, HASH_TEXT - 1);
    bool sorted = manifest->count < 2 || strcmp(file[-1].name, file->name) < 0;
    return sorted ? line_end + 1 : NULL;
}

/* Whether a text is what is written of it, to the byte. */
static bool manifest_is_written(const struct manifest *manifest, const struct text *text) {
    struct text written = {0};
    manifest_write(manifest, &written);
    bool same =
        !written.failed && written.length == text->length && memcmp(written.data, text->data, text->length) == 0;
    text_free(&written);
    return same;
}

bool manifest_parse(struct manifest *manifest, const struct text *text) {
    size_t head = strlen(MANIFEST_HEAD);
    *manifest = (struct manifest){0};
    const char *at = strncmp(text->data, MANIFEST_HEAD, head) == 0 ? text->data + head : NULL;
    while (at && *at)
        at = manifest_take(manifest, at);
    return at && manifest->count && manifest_is_written(manifest, text);
}

enum manifest_result manifest_read(struct manifest *manifest, const char *root) {
    struct text text;
    *manifest = (struct manifest){0};
    char *path = tree_path(root, MANIFEST_NAME);
    bool loaded = path && tree_is_plain(path) && tree_load(path, MANIFEST_BYTES, &text);
    free(path);
    if (!loaded) return MANIFEST_NONE;
    bool whole = manifest_parse(manifest, &text);
    text_free(&text);
    return whole ? MANIFEST_OK : MANIFEST_FOREIGN;
}

const struct manifest_file *manifest_find(const struct manifest *manifest, const char *name) {
    size_t low = 0, high = manifest->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(manifest->files[middle].name, name);
        if (order == 0) return &manifest->files[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

bool manifest_same(const struct manifest *a, const struct manifest *b) {
    if (a->count != b->count) return false;
    for (size_t i = 0; i < a->count; i++)
        if (strcmp(a->files[i].name, b->files[i].name) != 0 || strcmp(a->files[i].sha256, b->files[i].sha256) != 0)
            return false;
    return true;
}

void manifest_free(struct manifest *manifest) {
    free(manifest->files);
    pool_free(&manifest->pool);
    *manifest = (struct manifest){0};
}
