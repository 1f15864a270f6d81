/* R31: records are alike exactly when all of their cells are the same texts, however they were quoted. */
#include "runtime/usage/dictionary.h"
#include "runtime/usage/reader_internal.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#define RECORDS 300
#define COLUMNS 3

struct source {
    const char *text;
    size_t length, at;
};

static long source_read(void *context, void *buffer, size_t size) {
    struct source *source = context;
    size_t left = source->length - source->at, taken = size < left ? size : left;
    memcpy(buffer, source->text + source->at, taken);
    source->at += taken;
    return (long)taken;
}

static uint32_t next(uint32_t *seed) {
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

static size_t put(char *out, const char *cell, uint32_t *seed) {
    size_t length = 0;
    bool must = strpbrk(cell, ",\n") || *cell == '"';
    bool quote = must || next(seed) % 3 == 0;
    if (quote) out[length++] = '"';
    for (; *cell; cell++) {
        out[length++] = *cell;
        if (quote && *cell == '"') out[length++] = '"';
    }
    if (quote) out[length++] = '"';
    return length;
}

/* Few texts, so that many records are alike, and such that differ in where a cell ends. */
static size_t make(char *out, const char *header, uint32_t *seed) {
    static const char *const texts[] = {"",
                                        "a",
                                        "b",
                                        "a,",
                                        ",a",
                                        "\"",
                                        "a\"b",
                                        "\n",
                                        "a\nb",
                                        "a\r b",
                                        "\"\"",
                                        ",",
                                        "a text of more than sixteen bytes, with a comma",
                                        "a text of more than sixteen bytes without"};
    uint32_t few = 1 + next(seed) % (sizeof texts / sizeof *texts);
    size_t length = strlen(strcpy(out, header));
    for (int r = 0; r < RECORDS; r++) {
        for (int c = 0; c < COLUMNS; c++) {
            if (c) out[length++] = ',';
            length += put(out + length, texts[next(seed) % few], seed);
        }
        length += strlen(strcpy(out + length, next(seed) % 2 ? "\n" : "\r\n"));
    }
    return length;
}

/* What has been seen: cells as lengths and bytes, and of each what its likeness was. */
struct seen {
    struct dictionary cells, prints;
};

static void see(struct seen *seen, const struct reader_batch *batch, size_t row, bool nameless) {
    char key[COLUMNS * 64];
    size_t length = 0;
    for (int c = 0; c < COLUMNS; c++) {
        const struct reader_cell *cell = &batch->columns[c][row];
        if (nameless && c == 1) continue;
        memcpy(key + length, &cell->length, sizeof cell->length);
        memcpy(key + length + sizeof cell->length, cell->text, cell->length);
        length += sizeof cell->length + cell->length;
    }
    uint32_t cells = dictionary_put(&seen->cells, key, length);
    uint32_t print = dictionary_put(&seen->prints, &batch->likenesses[row], sizeof *batch->likenesses);
    assert_int_equal(cells, print); /* both numbers are given out in order */
}

static void agree(const char *text, size_t length, bool nameless, const struct likeness *likeness, uint32_t *seed) {
    struct source source = {text, length, 0};
    struct seen seen = {{0}, {0}};
    struct reader_refusal refusal;
    struct reader_batch batch;
    struct reader_sizes sizes = {64 + next(seed) % 2000, 1 + next(seed) % 3000, READER_RECORD, NULL};
    sizes.engine = next(seed) % 2 ? reader_engine_fastest() : reader_engine_choice(0);
    struct reader *reader = reader_open_sized(source_read, &source, &sizes, &refusal);
    static const uint32_t columns[COLUMNS] = {0, 1, 2};
    size_t rows = 0;
    assert_non_null(reader);
    reader_liken(reader, likeness);
    assert_true(reader_select(reader, columns, COLUMNS));
    do {
        assert_true(reader_next(reader, &batch, &refusal));
        for (size_t r = 0; r < batch.rows; r++)
            if (!batch.records[r].problem) see(&seen, &batch, r, nameless);
        rows += batch.rows;
    } while (batch.rows);
    assert_true(rows > RECORDS / 2);
    reader_close(reader);
    dictionary_free(&seen.cells);
    dictionary_free(&seen.prints);
}

static void R31_alike_is_alike_in_every_cell(void **state) {
    static char text[RECORDS * COLUMNS * 110 + 100];
    struct likeness likeness;
    uint32_t seed = 31;
    (void)state;
    assert_true(likeness_init(&likeness));
    for (int i = 0; i < 1500; i++) {
        bool nameless = i % 4 == 3;
        size_t length = make(text, nameless ? "a,,c\n" : "a,b,c\n", &seed);
        agree(text, length, nameless, &likeness, &seed);
    }
}

/* Bytes at any place, and lengths, tell records apart. */
static void R31_each_byte_tells_records_apart(void **state) {
    unsigned char bytes[80 + LIKENESS_PADDING] = {0};
    struct dictionary prints = {0};
    struct likeness likeness;
    uint32_t made = 0;
    (void)state;
    assert_true(likeness_init(&likeness));
    for (size_t length = 0; length <= 80; length++)
        for (size_t at = 0; at <= length; at++) {
            if (at < length) bytes[at] = 0x80;
            struct fingerprint print = likeness_of(&likeness, bytes, length);
            assert_int_equal(dictionary_put(&prints, &print, sizeof print), made++);
            if (at < length) bytes[at] = 0;
        }
    dictionary_free(&prints);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(R31_alike_is_alike_in_every_cell),
        cmocka_unit_test(R31_each_byte_tells_records_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
