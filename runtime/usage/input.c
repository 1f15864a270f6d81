#include "runtime/usage/input.h"

#include "runtime/usage/refuse.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct input {
    int file;
    uint64_t bytes;
    struct hash *hash;
};

static bool input_is_folder(int file) {
    struct stat status;
    return fstat(file, &status) == 0 && S_ISDIR(status.st_mode);
}

struct input *input_open(const char *path, struct reader_refusal *refusal) {
    struct input *input = calloc(1, sizeof *input);
    struct hash *hash = hash_open();
    if (!input || !hash) {
        free(input);
        hash_close(hash);
        refuse_memory(refusal);
        return NULL;
    }
    input->hash = hash;
    input->file = strcmp(path, "-") == 0 ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    bool folder = input->file >= 0 && input_is_folder(input->file);
    if (input->file >= 0 && !folder) return input;
    refuse(refusal, folder ? "name a file, not a folder" : NULL, "cannot be read: %s",
           strerror(folder ? EISDIR : errno));
    input_close(input);
    return NULL;
}

long input_read(void *context, void *buffer, size_t size) {
    struct input *input = context;
    ssize_t got = read(input->file, buffer, size);
    if (got <= 0) return (long)got;
    input->bytes += (uint64_t)got;
    hash_add(input->hash, buffer, (size_t)got);
    return (long)got;
}

bool input_drain(struct input *input) {
    char buffer[16384];
    long got;
    while ((got = input_read(input, buffer, sizeof buffer)) > 0)
        continue;
    return got == 0;
}

uint64_t input_bytes(const struct input *input) {
    return input->bytes;
}

bool input_hash(struct input *input, char out[HASH_TEXT]) {
    return hash_finish(input->hash, out);
}

void input_close(struct input *input) {
    if (!input) return;
    if (input->file > STDIN_FILENO) close(input->file);
    hash_close(input->hash);
    free(input);
}
