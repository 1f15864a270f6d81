#include "runtime/usage/spool.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void spool_init(struct spool *spool, size_t budget) {
    *spool = (struct spool){.budget = budget};
}

/* A file that vanishes with its last user; TMPDIR says where. */
static FILE *spool_file(void) {
    const char *folder = getenv("TMPDIR");
    if (!folder || !*folder) folder = "/tmp";
    static const char name[] = "/assay.XXXXXX";
    char *path = malloc(strlen(folder) + sizeof name);
    if (!path) return NULL;
    strcpy(path, folder);
    strcat(path, name);
    int file = mkstemp(path);
    if (file >= 0) unlink(path);
    free(path);
    FILE *stream = file >= 0 ? fdopen(file, "w+b") : NULL;
    if (!stream && file >= 0) close(file);
    return stream;
}

static bool spool_grow(struct spool *spool, size_t need) {
    if (need <= spool->room) return true;
    size_t room = spool->room ? spool->room * 2 : 1024;
    while (room < need)
        room *= 2;
    if (room > spool->budget) room = spool->budget;
    char *memory = realloc(spool->memory, room);
    if (!memory) return false;
    spool->memory = memory;
    spool->room = room;
    return true;
}

bool spool_write(struct spool *spool, const void *bytes, size_t length) {
    if (!spool->file && length <= spool->budget - spool->used) {
        if (!spool_grow(spool, spool->used + length)) return false;
        if (length) memcpy(spool->memory + spool->used, bytes, length);
        spool->used += length;
    } else {
        if (!spool->file) spool->file = spool_file();
        if (!spool->file || fwrite(bytes, 1, length, spool->file) != length) return false;
    }
    spool->bytes += length;
    return true;
}

bool spool_rewind(struct spool *spool) {
    spool->position = 0;
    return !spool->file || (fflush(spool->file) == 0 && fseek(spool->file, 0, SEEK_SET) == 0);
}

bool spool_read(struct spool *spool, void *out, size_t length) {
    if (length > spool->bytes - spool->position) {
        errno = 0;
        return false;
    }
    size_t kept = spool->position < spool->used ? spool->used - (size_t)spool->position : 0;
    if (kept > length) kept = length;
    if (kept) memcpy(out, spool->memory + spool->position, kept);
    spool->position += length;
    return kept == length || fread((char *)out + kept, 1, length - kept, spool->file) == length - kept;
}

void spool_free(struct spool *spool) {
    if (spool->file) fclose(spool->file);
    free(spool->memory);
    *spool = (struct spool){0};
}
