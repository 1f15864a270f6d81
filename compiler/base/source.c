#include "compiler/base/source.h"

#include "compiler/base/diagnostic.h"
#include "compiler/base/near.h"

#include "runtime/base/beside.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static struct source *source_new(struct sources *sources) {
    if (sources->count == sources->capacity) {
        size_t capacity = sources->capacity ? sources->capacity * 2 : 16;
        struct source *files = ARENA_ARRAY(sources->arena, capacity, struct source);
        if (sources->count) memcpy(files, sources->files, sources->count * sizeof *files);
        sources->files = files;
        sources->capacity = capacity;
    }
    return &sources->files[sources->count++];
}

struct source *source_add(struct sources *sources, const char *path, const char *bytes, size_t length) {
    struct source *source = source_new(sources);
    source->path = arena_string(sources->arena, path, strlen(path));
    source->name = source->path;
    source->real = source->path;
    source->bytes = arena_string(sources->arena, bytes, length);
    source->length = (uint32_t)length;
    return source;
}

static void source_refuse(struct diagnostics *diagnostics, enum message_code code, const char *path, const char *what) {
    diagnostic_add(diagnostics, code, (struct span){0, 0}, "%s", what)->path =
        arena_string(diagnostics->arena, path, strlen(path));
}

static bool source_known(const struct sources *sources, const char *real) {
    for (size_t i = 0; i < sources->count; i++)
        if (strcmp(sources->files[i].real, real) == 0) return true;
    return false;
}

/* All bytes of a stream; NULL with errno set, or with errno 0 when there are more than SOURCE_FILE_MAX. */
static char *source_read(struct arena *arena, FILE *stream, size_t *length) {
    struct text text = {0};
    char buffer[16384];
    size_t got;
    while (text.length <= SOURCE_FILE_MAX && (got = fread(buffer, 1, sizeof buffer, stream)) > 0)
        text_add_bytes(&text, buffer, got);
    int error = ferror(stream) ? errno : text.failed ? ENOMEM : 0;
    bool good = error == 0 && text.length <= SOURCE_FILE_MAX;
    char *bytes = good ? arena_string(arena, text.data ? text.data : "", text.length) : NULL;
    *length = text.length;
    text_free(&text);
    errno = error;
    return bytes;
}

static void source_keep(struct sources *sources, const char *path, const char *real, const char *bytes, size_t length) {
    struct source *source = source_new(sources);
    source->path = arena_string(sources->arena, path, strlen(path));
    source->real = arena_string(sources->arena, real, strlen(real));
    source->bytes = bytes;
    source->length = (uint32_t)length;
}

/* Reads the stream, unless it could not be opened (errno says why), and closes it. */
static void source_load_stream(struct sources *sources, struct diagnostics *diagnostics, FILE *stream, const char *path,
                               const char *real) {
    size_t length = 0;
    char *bytes = stream ? source_read(sources->arena, stream, &length) : NULL;
    int error = errno;
    if (stream && stream != stdin) fclose(stream);
    if (bytes)
        source_keep(sources, path, real, bytes, length);
    else if (error)
        source_refuse(diagnostics, A0601, path, strerror(error));
    else
        source_refuse(diagnostics, A0602, path, "the file has more than 16 MiB");
}

/* A pipe behind /dev/stdin or /dev/fd/N cannot be resolved to a path: then it is known by the path as it was given. */
static void source_load_file(struct sources *sources, struct diagnostics *diagnostics, const char *path) {
    char *resolved = realpath(path, NULL);
    const char *real = resolved ? resolved : path;
    if (!source_known(sources, real)) source_load_stream(sources, diagnostics, fopen(path, "rb"), path, real);
    free(resolved);
}

static void source_load_input(struct sources *sources, struct diagnostics *diagnostics) {
    static const char name[] = "<stdin>";
    if (!source_known(sources, name)) source_load_stream(sources, diagnostics, stdin, name, name);
}

/* ---- Folders ---- */

/* One call of source_load. */
struct source_walk {
    struct sources *sources;
    struct diagnostics *diagnostics;
    struct source_folder {
        dev_t device;
        ino_t inode;
    } * visited;
    size_t count, capacity;
};

/* False when the folder was visited before: links may lead to one folder in many ways, and back into itself. */
static bool source_visit(struct source_walk *walk, const struct stat *status) {
    for (size_t i = 0; i < walk->count; i++)
        if (walk->visited[i].device == status->st_dev && walk->visited[i].inode == status->st_ino) return false;
    if (walk->count == walk->capacity) {
        walk->capacity = walk->capacity ? 2 * walk->capacity : 64;
        struct source_folder *visited = ARENA_ARRAY(walk->sources->arena, walk->capacity, struct source_folder);
        if (walk->count) memcpy(visited, walk->visited, walk->count * sizeof *visited);
        walk->visited = visited;
    }
    walk->visited[walk->count++] = (struct source_folder){status->st_dev, status->st_ino};
    return true;
}

static bool source_is_rule_file(const char *name) {
    size_t length = strlen(name);
    return length > 6 && strcmp(name + length - 6, ".assay") == 0;
}

static int source_is_visible(const struct dirent *entry) {
    return entry->d_name[0] != '.';
}

static void source_load_path(struct source_walk *walk, const char *path, int depth);

static void source_keep_folder(struct sources *sources, const char *path) {
    if (sources->folder_count == sources->folder_capacity) {
        size_t capacity = sources->folder_capacity ? sources->folder_capacity * 2 : 16;
        const char **folders = ARENA_ARRAY(sources->arena, capacity, const char *);
        if (sources->folder_count) memcpy(folders, sources->folders, sources->folder_count * sizeof *folders);
        sources->folders = folders;
        sources->folder_capacity = capacity;
    }
    sources->folders[sources->folder_count++] = arena_string(sources->arena, path, strlen(path));
}

/* In the order of names, so that a folder with several names is always read by the same one. */
static void source_load_folder(struct source_walk *walk, const char *path, int depth) {
    struct arena *arena = walk->sources->arena;
    struct dirent **entries = NULL;
    source_keep_folder(walk->sources, path);
    int count = depth > 32 ? 0 : scandir(path, &entries, source_is_visible, alphasort);
    if (depth > 32) source_refuse(walk->diagnostics, A0601, path, "folders are nested more than 32 deep");
    if (count < 0) source_refuse(walk->diagnostics, A0601, path, strerror(errno));
    size_t length = strlen(path);
    while (length > 0 && path[length - 1] == '/')
        length--;
    for (int i = 0; i < count; i++) {
        const char *name = entries[i]->d_name;
        const char *inner = arena_format(arena, "%.*s/%s", (int)length, path, name);
        struct stat status;
        bool is_folder = stat(inner, &status) == 0 && S_ISDIR(status.st_mode);
        if (is_folder || source_is_rule_file(name)) source_load_path(walk, inner, depth + 1);
        free(entries[i]);
    }
    free(entries);
}

static const char *source_pick(const char *const *names, size_t count, const char *name) {
    struct near near = near_start(name);
    for (size_t i = 0; i < count; i++)
        near_offer(&near, names[i]);
    return near.best;
}

/* What is not there gets the name beside it that was probably meant. */
static void source_missing(struct diagnostics *diagnostics, const char *path, int error) {
    struct text near = {0};
    if (error == ENOENT) beside_nearest(&near, path, source_pick);
    const char *what = strerror(error);
    if (near.length && !near.failed) what = arena_format(diagnostics->arena, "%s; did you mean '%s'?", what, near.data);
    source_refuse(diagnostics, A0601, path, what);
    text_free(&near);
}

static void source_load_path(struct source_walk *walk, const char *path, int depth) {
    struct stat status;
    if (stat(path, &status) != 0)
        source_missing(walk->diagnostics, path, errno);
    else if (!S_ISDIR(status.st_mode))
        source_load_file(walk->sources, walk->diagnostics, path);
    else if (source_visit(walk, &status))
        source_load_folder(walk, path, depth);
}

/* Length of the longest prefix, ending behind a '/', that both paths share. */
static size_t source_shared_folder(const char *a, const char *b, size_t most) {
    size_t folder = 0;
    for (size_t i = 0; i < most && a[i] && a[i] == b[i]; i++)
        if (a[i] == '/') folder = i + 1;
    return folder;
}

static int source_compare(const void *a, const void *b) {
    const struct source *left = a, *right = b;
    return strcmp(left->name, right->name);
}

void source_arrange(struct sources *sources) {
    if (sources->count == 0) return;
    const char *first = sources->files[0].real;
    const char *slash = strrchr(first, '/');
    size_t folder = slash ? (size_t)(slash - first) + 1 : 0;
    for (size_t i = 1; i < sources->count; i++)
        folder = source_shared_folder(first, sources->files[i].real, folder);
    for (size_t i = 0; i < sources->count; i++)
        sources->files[i].name = sources->files[i].real + folder;
    qsort(sources->files, sources->count, sizeof *sources->files, source_compare);
    uint32_t base = 1;
    for (size_t i = 0; i < sources->count; i++) {
        sources->files[i].base = base;
        base += sources->files[i].length + 1;
    }
}

bool source_load(struct sources *sources, struct diagnostics *diagnostics, char *const *paths, size_t count) {
    size_t before = diagnostics->errors;
    uint64_t total = 0;
    struct source_walk walk = {.sources = sources, .diagnostics = diagnostics};
    for (size_t i = 0; i < count; i++) {
        if (strcmp(paths[i], "-") == 0)
            source_load_input(sources, diagnostics);
        else
            source_load_path(&walk, paths[i], 0);
    }
    for (size_t i = 0; i < sources->count; i++)
        total += sources->files[i].length + 1;
    if (total > UINT32_MAX - 2)
        source_refuse(diagnostics, A0602, paths[0], "all rule files together have more than 4 GiB");
    else if (sources->count == 0 && diagnostics->errors == before)
        source_refuse(diagnostics, A0603, count ? paths[0] : ".", "no rule file (*.assay) is here");
    source_arrange(sources);
    return diagnostics->errors == before;
}

static const struct source *source_find(const struct sources *sources, uint32_t offset) {
    if (offset == 0) return NULL;
    size_t low = 0, high = sources->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (sources->files[middle].base <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low ? &sources->files[low - 1] : NULL;
}

static void source_index_lines(struct arena *arena, struct source *source) {
    uint32_t count = 1;
    for (uint32_t i = 0; i < source->length; i++)
        count += source->bytes[i] == '\n';
    source->lines = ARENA_ARRAY(arena, count, uint32_t);
    /* A byte order mark is no part of the first line. */
    if (source->length >= 3 && memcmp(source->bytes, "\xEF\xBB\xBF", 3) == 0) source->lines[0] = 3;
    for (uint32_t i = 0; i < source->length; i++)
        if (source->bytes[i] == '\n') source->lines[++source->line_count] = i + 1;
    source->line_count++;
}

struct place source_line(const struct sources *sources, uint32_t offset) {
    const struct source *found = source_find(sources, offset);
    if (!found) return (struct place){0};
    /* The table of lines is a cache of what the bytes say, made on demand. */
    struct source *source = &sources->files[found - sources->files];
    if (!source->lines) source_index_lines(sources->arena, source);
    uint32_t at = offset - source->base;
    uint32_t low = 0, high = source->line_count;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (source->lines[middle] <= at)
            low = middle;
        else
            high = middle;
    }
    uint32_t end = high < source->line_count ? source->lines[high] - 1 : source->length;
    struct place place = {.source = source, .line = low + 1, .text = source->bytes + source->lines[low]};
    place.length = end - source->lines[low];
    if (place.length && place.text[place.length - 1] == '\r') place.length--;
    return place;
}

struct place source_place(const struct sources *sources, uint32_t offset) {
    struct place place = source_line(sources, offset);
    if (!place.source) return place;
    const char *at = place.source->bytes + (offset - place.source->base);
    place.column = 1;
    for (const char *byte = place.text; byte < at; byte++)
        place.column += ((unsigned char)*byte & 0xC0) != 0x80;
    return place;
}
