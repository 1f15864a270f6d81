/* decode.c - a folder of emitted files, read in the order in which they need one another. */
#include "compiler/base/digest.h"
#include "compiler/proof/decode_internal.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* ---- The folder ---- */

struct folder {
    const char *path;
    struct arena *arena;
    struct decode_file *files;
    size_t count, capacity;
    struct decode_error *error;
};

static bool folder_refused(struct folder *folder, const char *name) {
    *folder->error = (struct decode_error){.file = name, .unreadable = true};
    folder->error->text = arena_format(folder->arena, "%s", strerror(errno));
    return false;
}

static bool folder_load(struct folder *folder, const char *name, const char *path) {
    FILE *stream = fopen(path, "rb");
    struct stat status;
    if (!stream) return folder_refused(folder, name);
    bool good = fstat(fileno(stream), &status) == 0 && status.st_size >= 0;
    size_t length = good ? (size_t)status.st_size : 0;
    char *bytes = arena_alloc(folder->arena, length + 1);
    errno = EIO;
    good = good && fread(bytes, 1, length, stream) == length;
    fclose(stream);
    if (!good) return folder_refused(folder, name);
    if (folder->count == folder->capacity) {
        folder->capacity = folder->capacity ? 2 * folder->capacity : 64;
        struct decode_file *files = ARENA_ARRAY(folder->arena, folder->capacity, struct decode_file);
        if (folder->count) memcpy(files, folder->files, folder->count * sizeof *files);
        folder->files = files;
    }
    folder->files[folder->count++] = (struct decode_file){name, bytes, length, false};
    return true;
}

static bool folder_is_c(const char *name) {
    size_t length = strlen(name);
    return length > 2 && name[length - 2] == '.' && (name[length - 1] == 'c' || name[length - 1] == 'h');
}

/* Regular files that a compiler would take. */
static bool folder_list(struct folder *folder, const char *below) {
    DIR *stream = opendir(arena_format(folder->arena, "%s/%s", folder->path, below));
    if (!stream) return errno == ENOENT || folder_refused(folder, below);
    bool good = true;
    for (struct dirent *entry; good && (entry = readdir(stream));) {
        const char *name = arena_format(folder->arena, "%s/%s", below, entry->d_name);
        const char *path = arena_format(folder->arena, "%s/%s", folder->path, name);
        struct stat status;
        if (!folder_is_c(entry->d_name) || stat(path, &status) != 0 || !S_ISREG(status.st_mode)) continue;
        good = folder_load(folder, name, path);
    }
    closedir(stream);
    return good;
}

static int folder_by_name(const void *left, const void *right) {
    return strcmp(((const struct decode_file *)left)->name, ((const struct decode_file *)right)->name);
}

bool decode_folder(const char *path, struct arena *arena, struct decoded *decoded, struct decode_error *error) {
    struct folder folder = {.path = path, .arena = arena, .error = error};
    struct stat status;
    *error = (struct decode_error){0};
    if (stat(path, &status) != 0) return folder_refused(&folder, NULL);
    if (!S_ISDIR(status.st_mode)) return errno = ENOTDIR, folder_refused(&folder, NULL);
    if (!folder_list(&folder, "decisions") || !folder_list(&folder, "lines")) return false;
    const char *index = arena_format(arena, "%s/index.c", path);
    if (stat(index, &status) == 0 && !folder_load(&folder, "index.c", index)) return false;
    if (folder.count) qsort(folder.files, folder.count, sizeof *folder.files, folder_by_name);
    return decode_files(folder.files, folder.count, arena, decoded, error);
}

/* ---- The files ---- */

static int decode_by_address(const void *left, const void *right) {
    uintptr_t a = (uintptr_t)((const struct decode_object *)left)->data;
    uintptr_t b = (uintptr_t)((const struct decode_object *)right)->data;
    return (a > b) - (a < b);
}

const struct decode_object *decode_at(const struct decoded *decoded, const void *data) {
    struct decode_object key = {.data = (void *)(uintptr_t)data};
    if (!decoded->object_count) return NULL;
    return bsearch(&key, decoded->objects, decoded->object_count, sizeof key, decode_by_address);
}

static bool decode_is_table(const char *name) {
    return strncmp(name, "decisions/", 10) == 0 && name[strlen(name) - 1] == 'c';
}

static bool decode_missing(struct decode *decode, const char *name, const char *what) {
    decode->error->file = name;
    decode->error->text = what;
    return false;
}

/* Of the reviewed files, or of the rest; both in order of file name. */
static const char *decode_hash(const struct decode *decode, bool reviewed) {
    struct digest digest;
    digest_begin(&digest);
    for (size_t i = 0; i < decode->file_count; i++) {
        const struct decode_file *file = &decode->files[i];
        if ((strncmp(file->name, "decisions/", 10) == 0) == reviewed) digest_add(&digest, file->bytes, file->length);
    }
    const char *hash = digest_end(&digest, decode->arena);
    return hash ? hash : "unknown";
}

/* Value lists first, which the other tables name; the index, which names all of them, last. */
static bool decode_all(struct decode *decode) {
    static const char lists[] = "decisions/lists.c", index[] = "index.c";
    uint32_t scope = 0;
    for (int turn = 0; turn < 3; turn++) {
        for (size_t i = 0; i < decode->file_count; i++) {
            struct decode_file *file = &decode->files[i];
            int when = strcmp(file->name, lists) == 0 ? 0 : decode_is_table(file->name) ? 1 : 2;
            if (when != turn || (when == 2 && strcmp(file->name, index) != 0)) continue;
            if (!decode_read(decode, file, ++scope)) return false;
        }
    }
    return true;
}

bool decode_files(struct decode_file *files, size_t count, struct arena *arena, struct decoded *decoded,
                  struct decode_error *error) {
    struct decode decode = {.arena = arena, .files = files, .file_count = count, .error = error};
    *error = (struct decode_error){0};
    bool indexed = false;
    for (size_t i = 0; i < count; i++)
        indexed = indexed || strcmp(files[i].name, "index.c") == 0;
    if (!indexed) return decode_missing(&decode, "index.c", "the file is missing: there are no tables of assayc here");
    if (!decode_all(&decode)) return false;
    const struct decode_symbol *symbol = decode.symbols ? decode_symbol_global(&decode, "assay_rules") : NULL;
    if (!symbol || symbol->object.type != decode_type_named("struct assay_ruleset") || symbol->object.array)
        return decode_missing(&decode, "index.c", "it does not define assay_rules");
    const struct decode_symbol *undefined = decode_symbol_undefined(&decode);
    if (undefined)
        return decode_missing(&decode, undefined->object.file->name,
                              arena_format(arena, "it announces %s, which no file defines so", undefined->name));
    qsort(decode.objects, decode.object_count, sizeof *decode.objects, decode_by_address);
    *decoded = (struct decoded){
        symbol->object.data,        decode.objects, decode.object_count, files, count, decode_hash(&decode, true),
        decode_hash(&decode, false)};
    return true;
}
