#include "runtime/usage/reader_internal.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Fuzz targets read many small files, and are quicker with smaller ones. */
#ifndef READER_BUFFER
#define READER_BUFFER (512u << 10)
#define READER_WINDOW (32u << 10)
#endif

bool reader_refuse(struct reader_refusal *refusal, uint64_t line, const char *message, const char *remedy) {
    refusal->line = line;
    snprintf(refusal->message, sizeof refusal->message, "%s", message);
    snprintf(refusal->remedy, sizeof refusal->remedy, "%s", remedy);
    return false;
}

static bool refuse_memory(struct reader_refusal *refusal) {
    return reader_refuse(refusal, 0, "out of memory", "give the program more memory");
}

/* ---- The buffer -----------------------------------------------------------------------------------------------------
 */

static bool grow(struct reader *reader) {
    size_t most = reader->sizes.record + reader->sizes.window + 2;
    size_t capacity = reader->capacity * 2 < most ? reader->capacity * 2 : most;
    unsigned char *data = realloc(reader->data, capacity + READER_PADDING);
    if (!data) return false;
    reader->data = data;
    reader->capacity = capacity;
    return true;
}

/* Forgets what is before the current record, and the record too when it is beyond the limit. */
static void drop(struct reader *reader) {
    bool beyond = reader_scan_beyond(&reader->scan, reader->sizes.record);
    size_t from = beyond ? reader->next : reader->start;
    memmove(reader->data, reader->data + from, reader->end - from);
    reader->start = 0;
    reader->next -= from;
    reader->end -= from;
}

bool reader_fill(struct reader *reader, struct reader_refusal *refusal) {
    drop(reader);
    if (reader->end == reader->capacity && !grow(reader)) return refuse_memory(refusal);
    while (!reader->ended && reader->end < reader->capacity) {
        long count = reader->source(reader->context, reader->data + reader->end, reader->capacity - reader->end);
        if (count < 0) {
            char message[128];
            snprintf(message, sizeof message, "cannot be read: %s", strerror(errno));
            return reader_refuse(refusal, 0, message, "see that the file is there and complete, and try again");
        }
        if (count == 0) reader->ended = true;
        reader->end += (size_t)count;
        reader->bytes += (uint64_t)count;
    }
    memset(reader->data + reader->end, 0, READER_PADDING);
    return true;
}

void reader_step(struct reader *reader) {
    reader->start = reader->next;
    reader->line += reader->scan.lines;
    reader_scan_start(&reader->scan);
}

/* ---- Files of another kind ------------------------------------------------------------------------------------------
 */

static bool check_kind(struct reader *reader, struct reader_refusal *refusal) {
    if (!reader_is_text(reader->data, reader->end, refusal)) return false;
    if (reader->end >= 3 && memcmp(reader->data, "\xEF\xBB\xBF", 3) == 0) reader->start = reader->next = 3;
    return true;
}

/* ---- The header -----------------------------------------------------------------------------------------------------
 */

/* A header that is too long is not read to its end, and has no length then: the rest of the file may be in it. */
static bool scan_header(struct reader *reader, struct reader_refusal *refusal) {
    struct reader_scan *scan = &reader->scan;
    for (;;) {
        size_t taken;
        bool ended = reader_scan_run(scan, reader->data + reader->next, reader->end - reader->next, &taken);
        reader->next += taken;
        if (!ended && reader->ended) {
            if (scan->offset == 0)
                return reader_refuse(refusal, 0, "the file is empty", "export it again, with a header");
            reader_scan_finish(scan);
            ended = true;
        }
        bool white = reader_scan_is_white(scan);
        if (ended && !white) return true;
        if (!white && reader_scan_beyond(scan, reader->sizes.record)) return true;
        if (ended)
            reader_step(reader);
        else if (!reader_fill(reader, refusal))
            return false;
    }
}

/* What columns are separated by in files that are not separated by commas. */
static bool is_separator(unsigned char byte) {
    return byte == ';' || byte == '\t' || byte == '|';
}

static bool check_header(const struct reader *reader, struct reader_refusal *refusal) {
    const struct reader_scan *scan = &reader->scan;
    uint64_t quote_line = reader->line + scan->quote_lines;
    if (scan->lone_return)
        return reader_refuse(refusal, reader->line, "a lone CR in the header: these are old Mac line ends",
                             "convert the line ends: tr '\\r' '\\n' < FILE | assay ... -");
    if (scan->problem == READER_UNCLOSED)
        return reader_refuse(refusal, quote_line, "a quote in the header never closes", "close the quote");
    if (scan->problem == READER_NUL)
        return reader_refuse(refusal, reader->line, "a NUL byte in the header: this is no CSV in UTF-8",
                             "export the file as CSV in UTF-8");
    if (scan->problem == READER_AFTER && is_separator(reader->data[reader->start + scan->problem_offset]))
        return reader_refuse(refusal, reader->line, "the columns are not separated by commas",
                             "export the file again, with commas between the columns");
    if (scan->problem == READER_AFTER)
        return reader_refuse(refusal, reader->line, "text after a closing quote in the header",
                             "put a separator behind the quote, or double the quotes within the name");
    if (scan->length > reader->sizes.record || (scan->length == 0 && reader_scan_beyond(scan, reader->sizes.record)))
        return reader_refuse(refusal, scan->state == READER_QUOTED ? quote_line : reader->line,
                             "the header is longer than 16 MiB", "see whether a quote in it lacks its closing quote");
    if (scan->fields > READER_COLUMNS)
        return reader_refuse(refusal, reader->line, "the header has more than 4,096 columns",
                             "export the file with the columns that are needed");
    return true;
}

/* Copies the header out of the buffer. */
static bool keep_names(struct reader *reader, struct reader_refusal *refusal) {
    const struct reader_scan *scan = &reader->scan;
    reader->column_count = (size_t)scan->fields;
    reader->names = malloc(reader->column_count * sizeof *reader->names);
    reader->name_text = malloc((size_t)scan->length + 1);
    if (!reader->names || !reader->name_text) return refuse_memory(refusal);
    memcpy(reader->name_text, reader->data + reader->start, (size_t)scan->length);
    reader->name_text[scan->length] = '\0';
    for (size_t c = 0; c < reader->column_count; ++c)
        reader->names[c] = reader_cell_at((unsigned char *)reader->name_text, scan->marks[c] + 1, scan->marks[c + 1]);
    return true;
}

static bool read_header(struct reader *reader, struct reader_refusal *refusal) {
    if (!reader_fill(reader, refusal) || !check_kind(reader, refusal) || !scan_header(reader, refusal)) return false;
    if (!check_header(reader, refusal) || !keep_names(reader, refusal)) return false;
    if (!reader_names_make(reader)) return refuse_memory(refusal);
    reader_step(reader);
    return true;
}

/* ---- Open and close -------------------------------------------------------------------------------------------------
 */

static struct reader *create(reader_source *source, void *context, const struct reader_sizes *sizes) {
    struct reader *reader = calloc(1, sizeof *reader);
    if (!reader) return NULL;
    reader->sizes = *sizes;
    reader->source = source;
    reader->context = context;
    reader->capacity = sizes->buffer;
    reader->line = 1;
    reader->data = malloc(sizes->buffer + READER_PADDING);
    reader->index.marks = malloc((1 + sizes->window + READER_OVERRUN) * sizeof *reader->index.marks);
    reader->index.ends = malloc(sizes->window * sizeof *reader->index.ends);
    reader_scan_start(&reader->scan);
    if (reader->data && reader->index.marks && reader->index.ends) return reader;
    reader_close(reader);
    return NULL;
}

struct reader *reader_open_sized(reader_source *source, void *context, const struct reader_sizes *sizes,
                                 struct reader_refusal *refusal) {
    struct reader *reader = create(source, context, sizes);
    if (!reader) {
        refuse_memory(refusal);
        return NULL;
    }
    if (read_header(reader, refusal)) return reader;
    reader_close(reader);
    return NULL;
}

struct reader *reader_open(reader_source *source, void *context, struct reader_refusal *refusal) {
    struct reader_sizes sizes = {READER_BUFFER, READER_WINDOW, READER_RECORD, reader_engine_fastest()};
    return reader_open_sized(source, context, &sizes, refusal);
}

void reader_close(struct reader *reader) {
    if (!reader) return;
    free(reader->data);
    free(reader->index.marks);
    free(reader->index.ends);
    free(reader->names);
    free(reader->name_text);
    reader_names_free(&reader->known);
    free(reader->picks);
    free(reader->cells);
    free(reader->columns);
    free(reader->records);
    free(reader->likenesses);
    free(reader->likened);
    free(reader->tall);
    free(reader);
}
