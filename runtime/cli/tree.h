/* tree.h - the files of a folder and of the folders in it. */
#ifndef ASSAY_TREE_H
#define ASSAY_TREE_H

#include "runtime/base/text.h"
#include "runtime/usage/pool.h"

#include <stdbool.h>
#include <stddef.h>

/* Names of everything that is no folder, from the root on, "counted/a/01-b.csv", by bytes; and of the folders, a folder
 * before those in it. Links are not followed: they are files. */
struct tree {
    const char **files, **folders;
    size_t file_count, folder_count;
    struct pool pool;
};

/* Deeper folders than this are not read. */
#define TREE_DEPTH 32

/* Reads a folder; false with errno set (ELOOP: too deep). Free in any case. */
bool tree_read(struct tree *tree, const char *root);

bool tree_has(const struct tree *tree, const char *file);

/* Whether a folder, or one in it, has a file. */
bool tree_has_within(const struct tree *tree, const char *folder);

void tree_free(struct tree *tree);

/* `root` / `name`; malloc'd, NULL: no memory. */
char *tree_path(const char *root, const char *name);

/* Whether a path is a file, and no link to one, no pipe and the like; false with errno set (EINVAL: something else). */
bool tree_is_plain(const char *path);

/* Whether a path leads to a file, also behind links: what can be read twice. False with errno set (EISDIR; ESPIPE: a
 * pipe and the like). */
bool tree_is_file(const char *path);

/* A whole file, or that behind a link, as a text that has data also when it is empty: of so many bytes at most (EFBIG),
 * no pipe and the like (ESPIPE). False with errno set, and nothing to free then. */
bool tree_load(const char *path, size_t most, struct text *text);

/* Removes a folder with everything in it; false with errno set, and then some of it may be left. */
bool tree_remove(const char *root);

#endif
