/* reader_bench FILE [COLUMNS] - reads FILE, mapped, with the first, third, ... of its columns selected (COLUMNS of
 * them, 20 by default), best of five. Prints bytes, rows, and MB per second, with each engine that the machine
 * has. The sum of the lengths of the cells is there so that the work is not optimised away, and to compare runs. */
#include "runtime/usage/reader_internal.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define RUNS 5

struct mapped {
    const char *bytes;
    size_t size, at;
};

struct tally {
    uint64_t rows, bad, cells;
};

static long give_mapped(void *context, void *buffer, size_t size) {
    struct mapped *file = context;
    size_t count = file->size - file->at < size ? file->size - file->at : size;
    memcpy(buffer, file->bytes + file->at, count);
    file->at += count;
    return (long)count;
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

static void add_batch(struct tally *tally, const struct reader_batch *batch, size_t columns) {
    tally->rows += batch->rows;
    for (size_t r = 0; r < batch->rows; ++r)
        tally->bad += batch->records[r].problem != READER_GOOD;
    for (size_t c = 0; c < columns; ++c)
        for (size_t r = 0; r < batch->rows; ++r)
            tally->cells += batch->columns[c][r].length;
}

static bool run(struct mapped *file, const struct reader_sizes *sizes, size_t wanted, struct tally *tally) {
    struct reader_refusal refusal = {0, "", ""};
    struct reader_batch batch = {0};
    uint32_t columns[READER_COLUMNS];
    size_t count = 0;
    file->at = 0;
    struct reader *reader = reader_open_sized(give_mapped, file, sizes, &refusal);
    bool good = reader != NULL;
    for (size_t c = 0; good && c < reader_column_count(reader) && count < wanted; c += 2)
        columns[count++] = (uint32_t)c;
    *tally = (struct tally){0, 0, 0};
    good = good && reader_select(reader, columns, count);
    while ((good = good && reader_next(reader, &batch, &refusal)) && batch.rows > 0)
        add_batch(tally, &batch, count);
    if (!good) fprintf(stderr, "%s\n", refusal.message);
    reader_close(reader);
    return good;
}

static bool measure(struct mapped *file, unsigned choice, size_t wanted) {
    struct reader_sizes sizes = {512u << 10, 32u << 10, READER_RECORD, reader_engine_choice(choice)};
    struct tally tally = {0, 0, 0};
    double best = 1e9;
    for (int i = 0; i < RUNS; ++i) {
        double start = now();
        if (!run(file, &sizes, wanted, &tally)) return false;
        double seconds = now() - start;
        if (seconds < best) best = seconds;
    }
    printf("%s: %zu bytes, %llu rows, %llu bad, cells %llu, %.0f MB/s\n", sizes.engine->name, file->size,
           (unsigned long long)tally.rows, (unsigned long long)tally.bad, (unsigned long long)tally.cells,
           (double)file->size / best / 1e6);
    return true;
}

int main(int argc, char **argv) {
    struct stat status;
    int descriptor = argc > 1 ? open(argv[1], O_RDONLY) : -1;
    if (descriptor < 0 || fstat(descriptor, &status) != 0) {
        fprintf(stderr, "usage: reader_bench FILE [COLUMNS]\n");
        return 2;
    }
    size_t size = (size_t)status.st_size;
    void *bytes = mmap(NULL, size, PROT_READ, MAP_PRIVATE, descriptor, 0);
    if (bytes == MAP_FAILED) return 2;
    struct mapped file = {bytes, size, 0};
    size_t wanted = argc > 2 ? (size_t)atol(argv[2]) : 20;
    for (unsigned choice = 0; reader_engine_choice(choice); ++choice)
        if (!measure(&file, choice, wanted)) return 1;
    return 0;
}
