#include "tests/oracle/csv_agree.h"

#include "runtime/usage/reader_internal.h"
#include "tests/oracle/csv_naive.h"

#include <stdlib.h>
#include <string.h>

#define PICKS 24

/* Columns that the files may have, of which a header of another file is made. */
static const char *const known_names[] = {"x", "Some Longer_Text", "q", "bb", "\xE2\x82\xAC", NULL};
#define KNOWN_NAMES (sizeof known_names / sizeof *known_names - 1)

struct chunks {
    const char *bytes;
    size_t left;
    uint32_t seed;
};

static uint32_t next_random(uint32_t *seed) {
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

/* Small chunks more often than large ones. */
static long give_chunk(void *context, void *buffer, size_t size) {
    struct chunks *chunks = context;
    size_t count = 1 + next_random(&chunks->seed) % (1u << next_random(&chunks->seed) % 12);
    if (count > chunks->left) count = chunks->left;
    if (count > size) count = size;
    memcpy(buffer, chunks->bytes, count);
    chunks->bytes += count;
    chunks->left -= count;
    return (long)count;
}

static bool same_cell(struct reader_cell cell, const struct naive_cell *naive) {
    return cell.text && cell.length == naive->length && memcmp(cell.text, naive->text, cell.length) == 0;
}

static const char *compare_header(const struct reader *reader, const struct naive_file *file) {
    if (reader_column_count(reader) != file->header.cell_count) return "number of columns";
    for (size_t c = 0; c < file->header.cell_count; ++c)
        if (!same_cell(reader_column_name(reader, c), &file->header.cells[c])) return "column name";
    return NULL;
}

static const char *compare_record(const struct reader_batch *batch, size_t row, const struct naive_record *naive,
                                  const uint32_t *picks, size_t pick_count) {
    const struct reader_record *record = &batch->records[row];
    if (record->problem != naive->problem) return "problem";
    if (record->line != naive->line) return "line";
    if (record->detail != naive->detail) return "detail";
    if (record->column != naive->column) return "column of the problem";
    for (size_t i = 0; i < pick_count; ++i) {
        struct reader_cell cell = batch->columns[i][row];
        if (naive->problem != READER_GOOD && cell.length != 0) return "cell of a bad record";
        if (naive->problem == READER_GOOD && !same_cell(cell, &naive->cells[picks[i]])) return "cell";
    }
    return NULL;
}

/* The record's tall field is the next of the batch, or none. */
static const char *compare_tall(const struct reader_batch *batch, size_t row, const struct naive_record *naive,
                                size_t *next) {
    bool has = *next < batch->tall_count && batch->tall[*next].row == row;
    if (has != (naive->tall_column != 0)) return "a field of many lines";
    if (!has) return NULL;
    const struct reader_tall *tall = &batch->tall[(*next)++];
    if (tall->column != naive->tall_column || tall->line != naive->tall_line) return "place of a field of many lines";
    if (tall->lines != naive->tall_lines || tall->taken != naive->lines) return "lines of a field of many lines";
    return tall->bytes == naive->bytes ? NULL : "bytes of a record of many lines";
}

static const char *compare_records(struct reader *reader, const struct naive_file *file, const uint32_t *picks,
                                   size_t pick_count) {
    struct reader_refusal refusal;
    struct reader_batch batch;
    size_t done = 0;
    for (;; done += batch.rows) {
        if (!reader_next(reader, &batch, &refusal)) return "reading failed";
        if (batch.rows == 0) break;
        if (batch.first_row != done + 1) return "row number";
        if (batch.rows > file->record_count - done) return "more records";
        size_t tall = 0;
        for (size_t row = 0; row < batch.rows; ++row) {
            const struct naive_record *naive = &file->records[done + row];
            const char *difference = compare_record(&batch, row, naive, picks, pick_count);
            if (!difference) difference = compare_tall(&batch, row, naive, &tall);
            if (difference) return difference;
        }
    }
    return done == file->record_count ? NULL : "fewer records";
}

static const char *compare(struct reader *reader, const struct naive_file *file, uint32_t seed, size_t size) {
    if (!reader) return file->refused ? NULL : "refused";
    if (file->refused) return "not refused";
    uint32_t picks[PICKS];
    size_t pick_count = next_random(&seed) % (PICKS + 1);
    for (size_t i = 0; i < pick_count; ++i)
        picks[i] = next_random(&seed) % (uint32_t)file->header.cell_count;
    const char *difference = compare_header(reader, file);
    if (difference) return difference;
    if (!reader_know(reader, known_names, KNOWN_NAMES)) return "names";
    if (!reader_select(reader, picks, pick_count)) return "selection";
    difference = compare_records(reader, file, picks, pick_count);
    if (!difference && reader_bytes(reader) != size) difference = "bytes";
    return difference;
}

const char *csv_agree(const char *bytes, size_t size, const struct csv_way *way) {
    unsigned engine = way->engine;
    while (!reader_engine_choice(engine))
        engine /= 2;
    struct reader_sizes sizes = {way->buffer, way->window, way->record, reader_engine_choice(engine)};
    struct chunks chunks = {bytes, size, way->seed};
    struct naive_file file = naive_read(bytes, size, way->record, known_names);
    struct reader_refusal refusal;
    struct reader *reader = reader_open_sized(give_chunk, &chunks, &sizes, &refusal);
    const char *difference = compare(reader, &file, way->seed, size);
    reader_close(reader);
    naive_free(&file);
    return difference;
}
