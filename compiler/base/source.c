#include "compiler/base/source.h"

#include "compiler/base/diagnostic.h"

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

static void source_load_file(struct sources *sources, struct diagnostics *diagnostics, const char *path) {
    char *real = realpath(path, NULL);
    if (!real) {
        source_refuse(diagnostics, A0601, path, strerror(errno));
        return;
    }
    FILE *stream = source_known(sources, real) ? NULL : fopen(path, "rb");
    bool known = source_known(sources, real);
    size_t length = 0;
    char *bytes = stream ? source_read(sources->arena, stream, &length) : NULL;
    int error = errno;
    if (stream) fclose(stream);
    if (bytes) {
        struct source *source = source_new(sources);
        source->path = arena_string(sources->arena, path, strlen(path));
        source->real = arena_string(sources->arena, real, strlen(real));
        source->bytes = bytes;
        source->length = (uint32_t)length;
    } else if (!known) {
        if (error)
            source_refuse(diagnostics, A0601, path, strerror(error));
        else
            source_refuse(diagnostics, A0602, path, "the file has more than 16 MiB");
    }
    free(real);
}

static bool source_is_rule_file(const char *name) {
    size_t length = strlen(name);
    return name[0] != '.' && length > 6 && strcmp(name + length - 6, ".assay") == 0;
}

static void source_load_path(struct sources *sources, struct diagnostics *diagnostics, const char *path, int depth);

static void source_load_folder(struct sources *sources, struct diagnostics *diagnostics, const char *path, int depth) {
    DIR *folder = opendir(path);
    if (!folder || depth > 32) {
        source_refuse(diagnostics, A0601, path, folder ? "folders are nested more than 32 deep" : strerror(errno));
        if (folder) closedir(folder);
        return;
    }
    size_t length = strlen(path);
    while (length > 1 && path[length - 1] == '/')
        length--;
    for (struct dirent *entry; (entry = readdir(folder));) {
        if (entry->d_name[0] == '.') continue;
        char *inner = arena_format(sources->arena, "%.*s/%s", (int)length, path, entry->d_name);
        struct stat status;
        bool is_folder = stat(inner, &status) == 0 && S_ISDIR(status.st_mode);
        if (is_folder || source_is_rule_file(entry->d_name)) source_load_path(sources, diagnostics, inner, depth + 1);
    }
    closedir(folder);
}

static void source_load_path(struct sources *sources, struct diagnostics *diagnostics, const char *path, int depth) {
    struct stat status;
    if (stat(path, &status) != 0)
        source_refuse(diagnostics, A0601, path, strerror(errno));
    else if (S_ISDIR(status.st_mode))
        source_load_folder(sources, diagnostics, path, depth);
    else
        source_load_file(sources, diagnostics, path);
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
    for (size_t i = 0; i < count; i++)
        source_load_path(sources, diagnostics, paths[i], 0);
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
    for (uint32_t i = 0; i < source->length; i++)
        if (source->bytes[i] == '\n') source->lines[++source->line_count] = i + 1;
    source->line_count++;
}

struct place source_place(const struct sources *sources, uint32_t offset) {
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
    struct place place = {.source = source, .line = low + 1, .column = 1, .text = source->bytes + source->lines[low]};
    const char *end = memchr(place.text, '\n', source->length - source->lines[low]);
    place.length = end ? (uint32_t)(end - place.text) : source->length - source->lines[low];
    if (place.length && place.text[place.length - 1] == '\r') place.length--;
    for (uint32_t i = source->lines[low]; i < at; i++)
        place.column += ((unsigned char)source->bytes[i] & 0xC0) != 0x80;
    return place;
}
