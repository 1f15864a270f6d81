/* reader_text.h - a text as a file for the reader, and its records as a text. For the tests that include it. */
#ifndef ASSAY_READER_TEXT_H
#define ASSAY_READER_TEXT_H

#include "runtime/usage/reader_internal.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

struct text_source {
    const char *bytes;
    size_t left;
    bool failing; /* at the end, instead of ending */
};

static long give_text(void *context, void *buffer, size_t size) {
    struct text_source *text = context;
    size_t count = text->left < size ? text->left : size;
    if (count == 0 && text->failing) {
        errno = EIO;
        return -1;
    }
    memcpy(buffer, text->bytes, count);
    text->bytes += count;
    text->left -= count;
    return (long)count;
}

static struct reader *open_bytes(struct text_source *source, const char *bytes, size_t size) {
    struct reader_refusal refusal = {0, "", ""};
    *source = (struct text_source){bytes, size, false};
    struct reader *reader = reader_open(give_text, source, &refusal);
    if (!reader) fail_msg("refused: %s", refusal.message);
    return reader;
}

/* Prints cells as [a|b]. */
static size_t print_cells(char *out, size_t room, const struct reader_batch *batch, size_t row, size_t columns) {
    size_t length = (size_t)snprintf(out, room, "[");
    for (size_t c = 0; c < columns; ++c) {
        struct reader_cell cell = batch->columns[c][row];
        length += (size_t)snprintf(out + length, room - length, "%s%.*s", c ? "|" : "", (int)cell.length, cell.text);
    }
    return length + (size_t)snprintf(out + length, room - length, "]");
}

static size_t print_record(char *out, size_t room, const struct reader_batch *batch, size_t row, size_t columns) {
    static const char *const names[] = {"",         "fields", "nul",    "after", "long",
                                        "unclosed", "empty",  "header", "other", "behind"};
    const struct reader_record *record = &batch->records[row];
    size_t length = (size_t)snprintf(out, room, "%llu:", (unsigned long long)record->line);
    if (record->problem == READER_GOOD) return length + print_cells(out + length, room - length, batch, row, columns);
    return length + (size_t)snprintf(out + length, room - length, "%s(%u,%llu)", names[record->problem], record->column,
                                     (unsigned long long)record->detail);
}

#endif
