#include "runtime/cli/tree.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

char *tree_path(const char *root, const char *name) {
    size_t first = strlen(root), second = strlen(name);
    char *path = malloc(first + second + 2);
    if (!path) return NULL;
    memcpy(path, root, first);
    path[first] = '/';
    memcpy(path + first + 1, name, second + 1);
    return path;
}

/* Appends a name to one of the lists, which grow when their count is a power of two. */
static bool tree_add(struct tree *tree, const char ***names, size_t *count, const char *name) {
    if ((*count & (*count - 1)) == 0) {
        const char **grown = realloc(*names, (*count ? *count * 2 : 1) * sizeof *grown);
        if (!grown) return false;
        *names = grown;
    }
    const char *kept = pool_text(&tree->pool, name, strlen(name));
    if (!kept) return false;
    (*names)[(*count)++] = kept;
    return true;
}

static bool tree_read_folder(struct tree *tree, const char *root, const char *name, int depth);

static bool tree_read_entry(struct tree *tree, const char *root, const char *name, int depth) {
    struct stat status;
    char *path = tree_path(root, name);
    bool good = path && lstat(path, &status) == 0;
    free(path);
    if (!good) return false;
    if (!S_ISDIR(status.st_mode)) return tree_add(tree, &tree->files, &tree->file_count, name);
    return tree_add(tree, &tree->folders, &tree->folder_count, name) && tree_read_folder(tree, root, name, depth + 1);
}

/* `name` is "" for the root itself. */
static bool tree_read_folder(struct tree *tree, const char *root, const char *name, int depth) {
    char *path = *name ? tree_path(root, name) : strdup(root);
    if (depth > TREE_DEPTH) errno = ELOOP;
    DIR *folder = path && depth <= TREE_DEPTH ? opendir(path) : NULL;
    free(path);
    if (!folder) return false;
    bool good = true;
    errno = 0;
    for (struct dirent *entry; good && (entry = readdir(folder)); errno = 0) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) continue;
        char *inner = *name ? tree_path(name, entry->d_name) : strdup(entry->d_name);
        good = inner && tree_read_entry(tree, root, inner, depth);
        free(inner);
    }
    int error = errno;
    closedir(folder);
    errno = error;
    return good && error == 0;
}

static int tree_compare(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

bool tree_read(struct tree *tree, const char *root) {
    *tree = (struct tree){0};
    if (!tree_read_folder(tree, root, "", 0)) return false;
    if (tree->file_count) qsort(tree->files, tree->file_count, sizeof *tree->files, tree_compare);
    if (tree->folder_count) qsort(tree->folders, tree->folder_count, sizeof *tree->folders, tree_compare);
    return true;
}

bool tree_has(const struct tree *tree, const char *file) {
    return tree->file_count && bsearch(&file, tree->files, tree->file_count, sizeof *tree->files, tree_compare);
}

/* Where a file stands beside those within a folder, by name. */
static int tree_beside(const char *file, const char *folder, size_t length) {
    int order = strncmp(file, folder, length);
    return order ? order : (unsigned char)file[length] - '/';
}

bool tree_has_within(const struct tree *tree, const char *folder) {
    size_t low = 0, high = tree->file_count, length = strlen(folder);
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = tree_beside(tree->files[middle], folder, length);
        if (order == 0) return true;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return false;
}

void tree_free(struct tree *tree) {
    free(tree->files);
    free(tree->folders);
    pool_free(&tree->pool);
    *tree = (struct tree){0};
}

bool tree_is_plain(const char *path) {
    struct stat status;
    if (lstat(path, &status) != 0) return false;
    if (!S_ISREG(status.st_mode)) errno = EINVAL;
    return S_ISREG(status.st_mode);
}

bool tree_is_file(const char *path) {
    struct stat status;
    if (stat(path, &status) != 0) return false;
    if (!S_ISREG(status.st_mode)) errno = S_ISDIR(status.st_mode) ? EISDIR : ESPIPE;
    return S_ISREG(status.st_mode);
}

bool tree_load(const char *path, size_t most, struct text *text) {
    *text = (struct text){0};
    FILE *file = tree_is_file(path) ? fopen(path, "rb") : NULL;
    char buffer[16384];
    if (!file) return false;
    text_add(text, "");
    for (size_t got; (got = fread(buffer, 1, sizeof buffer, file)) > 0 && text->length <= most;)
        text_add_bytes(text, buffer, got);
    int error = ferror(file) ? errno : text->failed ? ENOMEM : text->length > most ? EFBIG : 0;
    fclose(file);
    if (error) text_free(text);
    errno = error;
    return error == 0;
}

static bool tree_remove_entry(const char *root, const char *name, int (*take)(const char *)) {
    char *path = tree_path(root, name);
    bool good = path && take(path) == 0;
    free(path);
    return good;
}

bool tree_remove(const char *root) {
    struct tree tree;
    bool good = tree_read(&tree, root);
    for (size_t i = 0; good && i < tree.file_count; i++)
        good = tree_remove_entry(root, tree.files[i], unlink);
    for (size_t i = tree.folder_count; good && i-- > 0;)
        good = tree_remove_entry(root, tree.folders[i], rmdir);
    int error = errno;
    tree_free(&tree);
    errno = error;
    return good && rmdir(root) == 0;
}
