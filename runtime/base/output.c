#include "runtime/base/output.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char *output_temporary(const char *path) {
    size_t length = strlen(path);
    char *name = malloc(length + 8);
    if (!name) return NULL;
    memcpy(name, path, length);
    memcpy(name + length, ".XXXXXX", 8);
    return name;
}

/* The permissions that fopen would have given. */
static void output_permit(int file) {
    mode_t mask = umask(0);
    umask(mask);
    (void)fchmod(file, 0666 & ~mask);
}

static bool output_open_temporary(struct output *output) {
    output->temporary = output_temporary(output->path);
    if (!output->temporary) return false;
    int file = mkstemp(output->temporary);
    if (file < 0) return false;
    output_permit(file);
    output->stream = fdopen(file, "wb");
    if (output->stream) return true;
    int error = errno;
    close(file);
    unlink(output->temporary);
    errno = error;
    return false;
}

bool output_open(struct output *output, const char *path) {
    *output = (struct output){.path = strdup(path)};
    if (!output->path) return false;
    struct stat status;
    bool special = stat(path, &status) == 0 && !S_ISREG(status.st_mode);
    if (special) output->stream = fopen(path, "wb");
    if (special ? output->stream != NULL : output_open_temporary(output)) return true;
    int error = errno;
    free(output->temporary);
    free(output->path);
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

bool output_commit(struct output *output) {
    bool good = !ferror(output->stream);
    good = fclose(output->stream) == 0 && good;
    output->stream = NULL;
    if (good && output->temporary) good = rename(output->temporary, output->path) == 0;
    int error = errno;
    if (good) {
        free(output->temporary);
        output->temporary = NULL;
    }
    output_discard(output);
    errno = error;
    return good;
}

static bool output_unchanged(const char *path, const char *bytes, size_t length) {
    FILE *stream = fopen(path, "rb");
    if (!stream) return false;
    bool same = true;
    char buffer[4096];
    size_t at = 0, got;
    while (same && (got = fread(buffer, 1, sizeof buffer, stream)) > 0) {
        same = got <= length - at && memcmp(buffer, bytes + at, got) == 0;
        at += got;
    }
    same = same && at == length && !ferror(stream);
    fclose(stream);
    return same;
}

bool output_write(const char *path, const char *bytes, size_t length, bool *changed) {
    bool same = output_unchanged(path, bytes, length);
    if (changed) *changed = !same;
    if (same) return true;
    struct output output;
    if (!output_open(&output, path)) return false;
    if (fwrite(bytes, 1, length, output.stream) != length) {
        int error = errno;
        output_discard(&output);
        errno = error;
        return false;
    }
    return output_commit(&output);
}
