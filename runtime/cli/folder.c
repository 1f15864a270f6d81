#include "runtime/cli/folder.h"

#include "runtime/base/show.h"
#include "runtime/cli/command.h"
#include "runtime/cli/manifest.h"
#include "runtime/cli/tree.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- The place ---- */

static bool folder_refuse(const char *place, const char *remedy, const char *what) {
    command_error(remedy, "--evidence: '%s' %s", place, what);
    return false;
}

static bool folder_refuse_error(const char *place) {
    struct text what = {0};
    const char *remedy = errno == ENOENT ? "make the folder above it first" : NULL;
    text_addf(&what, "cannot be written: %s", strerror(errno));
    folder_refuse(place, remedy, what.failed ? "cannot be written" : what.data);
    text_free(&what);
    return false;
}

/* Evidence, whole or damaged, and nothing that was put beside it. */
static bool folder_is_evidence(const char *place, const struct tree *tree, struct text *foreign) {
    struct manifest manifest;
    bool evidence = manifest_read(&manifest, place) == MANIFEST_OK;
    for (size_t i = 0; evidence && i < tree->file_count; i++) {
        if (strcmp(tree->files[i], MANIFEST_NAME) == 0 || manifest_find(&manifest, tree->files[i])) continue;
        text_add(foreign, "holds ");
        show_string(foreign, tree->files[i], 80);
        text_add(foreign, ", which is no part of its evidence");
        evidence = false;
    }
    manifest_free(&manifest);
    return evidence;
}

static bool folder_may_replace(const char *place) {
    struct stat status;
    struct tree tree;
    struct text foreign = {0};
    if (lstat(place, &status) != 0) return errno == ENOENT || folder_refuse_error(place);
    if (!S_ISDIR(status.st_mode)) return folder_refuse(place, "name a new folder", "is no folder");
    bool good = tree_read(&tree, place);
    if (!good)
        folder_refuse_error(place);
    else if (tree.file_count + tree.folder_count && !folder_is_evidence(place, &tree, &foreign))
        good = folder_refuse(place, "name a new folder, or an empty one",
                             foreign.data ? foreign.data : "is neither empty nor evidence written before");
    tree_free(&tree);
    text_free(&foreign);
    return good;
}

/* The place behind links, without slashes at its end. */
static char *folder_resolve(const char *place) {
    char *real = realpath(place, NULL);
    size_t length = strlen(place);
    if (real) return real;
    while (length > 1 && place[length - 1] == '/')
        length--;
    return strndup(place, length);
}

static char *folder_beside(const char *place) {
    struct text name = {0};
    text_addf(&name, "%s.XXXXXX", place);
    if (!name.failed && mkdtemp(name.data)) return name.data;
    text_free(&name);
    return NULL;
}

bool folder_open(struct folder *folder, const char *place) {
    folder->place = *place ? folder_resolve(place) : NULL;
    if (!*place) return folder_refuse(place, "name a new folder", "is no name");
    if (!folder->place) return folder_refuse_error(place);
    if (!folder_may_replace(folder->place)) return false;
    folder->temporary = folder_beside(folder->place);
    return folder->temporary || folder_refuse_error(place);
}

bool folder_open_temporary(struct folder *folder) {
    const char *where = getenv("TMPDIR");
    struct text name = {0};
    text_addf(&name, "%s/assay", where && *where ? where : "/tmp");
    folder->temporary = name.failed ? NULL : folder_beside(name.data);
    if (!folder->temporary) command_error("set TMPDIR to a folder with room", "temporary data: %s", strerror(errno));
    text_free(&name);
    return folder->temporary != NULL;
}

/* ---- Files ---- */

static bool folder_make_folders(char *path, size_t from) {
    for (char *slash = path + from; (slash = strchr(slash, '/')); slash++) {
        *slash = '\0';
        bool good = mkdir(path, 0777) == 0 || errno == EEXIST;
        *slash = '/';
        if (!good) return false;
    }
    return true;
}

FILE *folder_create(const struct folder *folder, const char *name) {
    char *path = tree_path(folder->temporary, name);
    bool good = path && folder_make_folders(path, strlen(folder->temporary) + 1);
    FILE *file = good ? fopen(path, "wbx") : NULL;
    free(path);
    return file;
}

bool folder_close(FILE *file) {
    bool good = !ferror(file);
    return fclose(file) == 0 && good;
}

bool folder_write(const struct folder *folder, const char *name, const struct text *text) {
    FILE *file = text->failed ? NULL : folder_create(folder, name);
    if (text->failed) errno = ENOMEM;
    if (!file) return false;
    bool good = text->length == 0 || text_write(text, file);
    return folder_close(file) && good;
}

bool folder_copy(const struct folder *folder, const char *name, const char *from, bool *reading) {
    char buffer[16384];
    FILE *original = fopen(from, "rb"), *copy = original ? folder_create(folder, name) : NULL;
    *reading = !original;
    bool good = copy != NULL;
    for (size_t got; good && (got = fread(buffer, 1, sizeof buffer, original)) > 0;)
        good = fwrite(buffer, 1, got, copy) == got;
    if (good && ferror(original)) *reading = true;
    int error = errno;
    good = copy && folder_close(copy) && good && !*reading;
    if (original) fclose(original);
    if (*reading) errno = error;
    return good;
}

/* ---- The end ---- */

/* Whether the evidence in the place has the bytes of the new one. */
static bool folder_unchanged(const struct folder *folder, const struct manifest *manifest) {
    struct manifest stands = {0}, told = {0};
    bool same = manifest_read(&told, folder->place) == MANIFEST_OK && manifest_make(&stands, folder->place) &&
                manifest_same(&told, manifest) && manifest_same(&stands, manifest);
    manifest_free(&stands);
    manifest_free(&told);
    return same;
}

static bool folder_add_manifest(const struct folder *folder, struct manifest *manifest) {
    struct text text = {0};
    bool good = manifest_make(manifest, folder->temporary);
    if (good) manifest_write(manifest, &text);
    good = good && folder_write(folder, MANIFEST_NAME, &text);
    text_free(&text);
    return good;
}

static void folder_permit(const struct folder *folder) {
    mode_t mask = umask(0);
    umask(mask);
    (void)chmod(folder->temporary, 0777 & ~mask);
}

/* What was moved aside goes back, or away when another run has put its evidence there meanwhile (EBUSY). */
static void folder_move_back(const struct folder *folder, const char *aside) {
    struct manifest other;
    int error = errno;
    if (rename(aside, folder->place) != 0) {
        if (manifest_read(&other, folder->place) == MANIFEST_OK) tree_remove(aside);
        manifest_free(&other);
        error = EBUSY;
    }
    errno = error;
}

/* Renaming takes the place of an empty folder by itself; evidence is moved aside, and back when that fails. */
static bool folder_move(struct folder *folder) {
    if (rename(folder->temporary, folder->place) == 0) return true;
    if (errno != ENOTEMPTY && errno != EEXIST) return false;
    char *aside = folder_beside(folder->place);
    bool moved = aside && rename(folder->place, aside) == 0;
    bool good = moved && rename(folder->temporary, folder->place) == 0;
    int error = errno;
    if (good || !moved) {
        if (aside) tree_remove(aside);
    } else {
        folder_move_back(folder, aside);
        error = errno;
    }
    free(aside);
    errno = error;
    return good;
}

bool folder_commit(struct folder *folder) {
    struct manifest manifest = {0};
    bool good = folder_add_manifest(folder, &manifest);
    if (good && !folder_unchanged(folder, &manifest)) {
        folder_permit(folder);
        good = folder_move(folder);
        if (good) free(folder->temporary);
        if (good) folder->temporary = NULL;
    }
    int error = errno;
    manifest_free(&manifest);
    errno = error;
    return good;
}

void folder_discard(struct folder *folder) {
    if (folder->temporary) tree_remove(folder->temporary);
    free(folder->temporary);
    free(folder->place);
    *folder = (struct folder){0};
}
