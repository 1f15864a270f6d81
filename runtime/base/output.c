#include "runtime/base/output.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- Places ---- */

/* A name for an open descriptor, whatever kind of file is behind it. */
static bool output_is_descriptor(const char *path) {
    return strncmp(path, "/dev/std", 8) == 0 || strncmp(path, "/dev/fd/", 8) == 0 || strncmp(path, "/proc/", 6) == 0;
}

/* What cannot be replaced by renaming: no regular file, or a name for a descriptor. */
static bool output_is_direct(const char *path) {
    struct stat status;
    char link[64] = "";
    if (stat(path, &status) == 0 && !S_ISREG(status.st_mode)) return true;
    ssize_t length = readlink(path, link, sizeof link - 1);
    return output_is_descriptor(path) || (length > 0 && output_is_descriptor(link));
}

/* The place behind links; the path itself where there is nothing yet. */
static char *output_resolve(const char *path) {
    char *real = realpath(path, NULL);
    return real ? real : strdup(path);
}

/* Folder and name of a place that does not exist yet. */
static char *output_future(const char *path) {
    const char *slash = strrchr(path, '/');
    char *folder = slash ? strndup(path, (size_t)(slash - path) + 1) : strdup(".");
    char *real = folder ? realpath(folder, NULL) : NULL;
    const char *name = slash ? slash + 1 : path;
    size_t size = real ? strlen(real) + strlen(name) + 2 : 0;
    char *place = real ? malloc(size) : NULL;
    if (place) snprintf(place, size, "%s/%s", real, name);
    free(folder);
    free(real);
    return place;
}

bool output_same_place(const char *a, const char *b) {
    struct stat left, right;
    bool left_there = stat(a, &left) == 0, right_there = stat(b, &right) == 0;
    if (left_there && right_there)
        return S_ISREG(left.st_mode) && left.st_dev == right.st_dev && left.st_ino == right.st_ino;
    if (left_there || right_there) return false;
    char *left_place = output_future(a), *right_place = output_future(b);
    bool same = left_place && right_place && strcmp(left_place, right_place) == 0;
    free(left_place);
    free(right_place);
    return same;
}

/* ---- Writing ---- */

static char *output_temporary(const char *path) {
    size_t length = strlen(path);
    char *name = malloc(length + 8);
    if (!name) return NULL;
    memcpy(name, path, length);
    memcpy(name + length, ".XXXXXX", 8);
    return name;
}

/* The permissions of the file that stands there, else those that fopen would give. */
static void output_permit(int file, const char *path) {
    struct stat status;
    mode_t mask = umask(0);
    umask(mask);
    (void)fchmod(file, stat(path, &status) == 0 ? status.st_mode & 07777 : 0666 & ~mask);
}

static bool output_open_temporary(struct output *output) {
    output->temporary = output_temporary(output->path);
    if (!output->temporary) return false;
    int file = mkstemp(output->temporary);
    if (file < 0) return false;
    output_permit(file, output->path);
    output->stream = fdopen(file, "wb");
    if (output->stream) return true;
    int error = errno;
    close(file);
    unlink(output->temporary);
    errno = error;
    return false;
}

bool output_open(struct output *output, const char *path) {
    bool direct = output_is_direct(path);
    *output = (struct output){.path = direct ? strdup(path) : output_resolve(path)};
    if (!output->path) return false;
    if (direct) output->stream = fopen(path, "wb");
    if (direct ? output->stream != NULL : output_open_temporary(output)) return true;
    int error = errno;
    free(output->temporary);
    free(output->path);
    *output = (struct output){0};
    errno = error;
    return false;
}

void output_discard(struct output *output) {
    if (output->stream) fclose(output->stream);
    if (output->temporary) unlink(output->temporary);
    free(output->temporary);
    free(output->path);
    *output = (struct output){0};
}

static bool output_alike(FILE *a, FILE *b) {
    char left[8192], right[8192];
    size_t got;
    do {
        got = fread(left, 1, sizeof left, a);
        if (fread(right, 1, sizeof right, b) != got || memcmp(left, right, got) != 0) return false;
    } while (got == sizeof left);
    return !ferror(a) && !ferror(b);
}

static bool output_unchanged(const struct output *output) {
    FILE *before = fopen(output->path, "rb"), *now = before ? fopen(output->temporary, "rb") : NULL;
    bool alike = now && output_alike(before, now);
    if (before) fclose(before);
    if (now) fclose(now);
    return alike;
}

bool output_commit(struct output *output) {
    bool good = !ferror(output->stream);
    good = fclose(output->stream) == 0 && good;
    output->stream = NULL;
    bool replace = good && output->temporary && !output_unchanged(output);
    if (replace) good = rename(output->temporary, output->path) == 0;
    int error = errno;
    if (replace && good) {
        free(output->temporary);
        output->temporary = NULL;
    }
    output_discard(output);
    errno = error;
    return good;
}

bool output_write(const char *path, const char *bytes, size_t length) {
    struct output output;
    if (!output_open(&output, path)) return false;
    if (fwrite(bytes, 1, length, output.stream) == length) return output_commit(&output);
    int error = errno;
    output_discard(&output);
    errno = error;
    return false;
}
