/* manifest.h - manifest.txt of an evidence folder: what is in it, byte for byte.
 *
 * A line for people, then per file a line "# BYTES bytes" and one of SHA-256, two blanks and the name, sorted by name;
 * `sha256sum -c manifest.txt` checks the latter and passes over the former. The manifest itself is not in it. */
#ifndef ASSAY_MANIFEST_H
#define ASSAY_MANIFEST_H

#include "runtime/base/text.h"
#include "runtime/usage/hash.h"
#include "runtime/usage/pool.h"

#define MANIFEST_NAME "manifest.txt"

struct manifest_file {
    const char *name;
    uint64_t bytes;
    char sha256[HASH_TEXT];
};

struct manifest {
    struct manifest_file *files;
    size_t count;
    struct pool pool;
};

/* Describes all files of a folder but the manifest. False with errno set. Free in any case. */
bool manifest_make(struct manifest *manifest, const char *root);

void manifest_write(const struct manifest *manifest, struct text *out);

/* Reads the manifest of a folder. MANIFEST_NONE: there is none that can be read, errno tells; MANIFEST_FOREIGN: what is
 * called so is none, or it is damaged. Names lead nowhere outside of the folder. Free in any case. */
enum manifest_result { MANIFEST_OK = 0, MANIFEST_NONE, MANIFEST_FOREIGN };
enum manifest_result manifest_read(struct manifest *manifest, const char *root);

/* The same of its text, which has data; false: it is none. */
bool manifest_parse(struct manifest *manifest, const struct text *text);

/* The entry of a name, or NULL. */
const struct manifest_file *manifest_find(const struct manifest *manifest, const char *name);

/* Whether two tell of the same files. */
bool manifest_same(const struct manifest *a, const struct manifest *b);

/* Bytes and SHA-256 of a file; false with errno set. */
bool manifest_measure(const char *path, uint64_t *bytes, char sha256[HASH_TEXT]);

void manifest_free(struct manifest *manifest);

#endif
