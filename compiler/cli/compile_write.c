#include "compiler/cli/compile.h"

#include "compiler/emit/emit.h"
#include "runtime/base/output.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool write_refused(const char *path) {
    fprintf(stderr, "assayc compile: %s: %s\n", path, strerror(errno));
    return false;
}

static const char *write_path(struct arena *arena, const char *folder, const char *name) {
    size_t length = strlen(folder);
    return arena_format(arena, "%s%s%s", folder, length && folder[length - 1] == '/' ? "" : "/", name);
}

/* An empty name would become the root folder, by the '/' behind it. */
static bool write_is_named(const char *path) {
    errno = ENOENT;
    return *path || write_refused("the name of the output folder is empty");
}

/* Makes a folder and those above it. */
static bool write_folder(struct arena *arena, const char *path) {
    char *part = arena_format(arena, "%s", path);
    for (char *at = part + 1; *part && *at; at++) {
        if (*at != '/') continue;
        *at = '\0';
        if (mkdir(part, 0777) != 0 && errno != EEXIST) return write_refused(part);
        *at = '/';
    }
    if (mkdir(part, 0777) != 0 && errno != EEXIST) return write_refused(part);
    return true;
}

/* ---- Tables that are gone ---- */

static bool write_is_ours(const char *path) {
    struct stat status;
    if (lstat(path, &status) != 0 || !S_ISREG(status.st_mode)) return false;
    FILE *stream = fopen(path, "rb");
    if (!stream) return false;
    char line[sizeof EMIT_HEADER];
    size_t length = sizeof line; /* the header, and its line end in place of the NUL */
    bool ours = fread(line, 1, length, stream) == length && memcmp(line, EMIT_HEADER "\n", length) == 0;
    fclose(stream);
    return ours;
}

/* The names of files, sorted as these are. */
struct write_names {
    const char **names;
    size_t count;
};

static struct write_names write_names(struct arena *arena, const struct emitted *files) {
    size_t count = 0;
    for (const struct emitted *file = files; file; file = file->next)
        count++;
    struct write_names names = {ARENA_ARRAY(arena, count, const char *), 0};
    for (; files; files = files->next)
        names.names[names.count++] = files->name;
    return names;
}

static int write_compare(const void *name, const void *sorted) {
    return strcmp(name, *(const char *const *)sorted);
}

static bool write_has(const struct write_names *names, const char *name) {
    return bsearch(name, names->names, names->count, sizeof *names->names, write_compare) != NULL;
}

/* Of one folder of the output. */
static bool write_remove_old(struct arena *arena, const char *output, const char *name,
                             const struct write_names *emitted) {
    const char *path = write_path(arena, output, name);
    DIR *folder = opendir(path);
    if (!folder) return write_refused(path);
    bool good = true;
    for (struct dirent *entry; good && (entry = readdir(folder));) {
        const char *file = arena_format(arena, "%s/%s", name, entry->d_name);
        path = write_path(arena, output, file);
        if (write_has(emitted, file) || !write_is_ours(path)) continue;
        good = unlink(path) == 0 || write_refused(path);
    }
    closedir(folder);
    return good;
}

bool compile_write(const char *folder, const struct emitted *files) {
    struct arena arena = {0};
    bool good = write_is_named(folder) && write_folder(&arena, write_path(&arena, folder, "decisions")) &&
                write_folder(&arena, write_path(&arena, folder, "lines"));
    for (const struct emitted *file = files; good && file; file = file->next) {
        const char *path = write_path(&arena, folder, file->name);
        good = output_write(path, file->bytes, file->length) || write_refused(path);
    }
    struct write_names names = write_names(&arena, files);
    good = good && write_remove_old(&arena, folder, "decisions", &names) &&
           write_remove_old(&arena, folder, "lines", &names);
    arena_free(&arena);
    return good;
}
