#include "runtime/usage/reader_internal.h"
#include "runtime/usage/refuse.h"
#include "runtime/base/utf8.h"

#include <stdlib.h>
#include <string.h>

/* The cells of a batch that may be held at once. So many columns are never selected in earnest. */
#define CELLS (256u << 10)

/* Between the cells of one column and the next, so that equal rows of all columns do not fall into one cache set. */
#define GAP 4

size_t reader_column_count(const struct reader *reader) {
    return reader->column_count;
}

struct reader_cell reader_column_name(const struct reader *reader, size_t column) {
    return reader->names[column];
}

uint64_t reader_bytes(const struct reader *reader) {
    return reader->bytes;
}

/* ---- Selection ------------------------------------------------------------------------------------------------------
 */

static bool in_header(const struct reader *reader, const uint32_t *columns, size_t count) {
    for (size_t i = 0; i < count; ++i)
        if (columns[i] >= reader->column_count) return false;
    return true;
}

/* Cells are made once for a column that is selected twice, since quotes are undone in place. */
static void share_columns(struct reader *reader, const uint32_t *columns, size_t count, uint32_t *pick_of) {
    memset(pick_of, 0xFF, reader->column_count * sizeof *pick_of);
    for (size_t i = 0; i < count; ++i) {
        uint32_t *pick = &pick_of[columns[i]];
        if (*pick == UINT32_MAX) {
            *pick = (uint32_t)reader->pick_count;
            reader->picks[reader->pick_count++] = columns[i];
        }
        reader->columns[i] = reader->cells + *pick * reader->stride;
    }
}

bool reader_select(struct reader *reader, const uint32_t *columns, size_t count) {
    if (reader->records || !in_header(reader, columns, count)) return false;
    size_t distinct = count < reader->column_count ? count : reader->column_count;
    reader->batch_rows = distinct * READER_BATCH <= CELLS ? READER_BATCH : CELLS / distinct;
    reader->stride = reader->batch_rows + GAP;
    reader->records = malloc(reader->batch_rows * sizeof *reader->records);
    reader->picks = malloc((distinct + 1) * sizeof *reader->picks);
    reader->cells = malloc((distinct + 1) * reader->stride * sizeof *reader->cells);
    reader->columns = malloc((count + 1) * sizeof *reader->columns);
    if (reader->likeness) reader->likenesses = calloc(reader->batch_rows, sizeof *reader->likenesses);
    uint32_t *pick_of = malloc(reader->column_count * sizeof *pick_of);
    reader->tall = malloc(reader->batch_rows * sizeof *reader->tall);
    bool enough = reader->records && reader->tall && reader->picks && reader->cells && reader->columns && pick_of &&
                  (!reader->likeness || reader->likenesses);
    if (enough) share_columns(reader, columns, count, pick_of);
    free(pick_of);
    return enough;
}

/* ---- Cells ----------------------------------------------------------------------------------------------------------
 */

/* Makes one quote of each two; returns the new length. */
static uint32_t undouble(unsigned char *text, uint32_t length) {
    const unsigned char *quote = memchr(text, '"', length);
    if (!quote) return length;
    uint32_t to = (uint32_t)(quote - text);
    for (uint32_t from = to; from < length; ++from) {
        text[to++] = text[from];
        if (text[from] == '"') ++from;
    }
    return to;
}

static inline struct reader_cell cell_at(unsigned char *base, uint32_t from, uint32_t to) {
    unsigned char *text = base + from;
    uint32_t length = to - from;
    if (*text == '"') {
        ++text;
        length = undouble(text, length - 2);
    }
    return (struct reader_cell){(const char *)text, length};
}

struct reader_cell reader_cell_at(unsigned char *base, uint32_t from, uint32_t to) {
    return cell_at(base, from, to);
}

static void set_cells(struct reader *reader, size_t row, unsigned char *base, const uint32_t *marks) {
    struct reader_cell *cell = reader->cells + row;
    for (size_t i = 0; i < reader->pick_count; ++i, cell += reader->stride) {
        uint32_t column = reader->picks[i];
        *cell = cell_at(base, marks[column] + 1, marks[column + 1]);
    }
}

static void set_no_cells(struct reader *reader, size_t row) {
    struct reader_cell *cell = reader->cells + row;
    for (size_t i = 0; i < reader->pick_count; ++i, cell += reader->stride)
        *cell = (struct reader_cell){"", 0};
}

/* What a good record hands over: its likeness first. */
static void set_record(struct reader *reader, size_t row, unsigned char *base, const uint32_t *marks) {
    if (reader->likeness && !reader_likeness(reader, base, marks, &reader->likenesses[row])) reader->failed = true;
    set_cells(reader, row, base, marks);
}

/* ---- Records --------------------------------------------------------------------------------------------------------
 */

/* What a record that can be parted into fields is; behind another file's header it is none of this file. */
static struct reader_record examine(struct reader *reader, unsigned char *base, const uint32_t *marks, size_t fields) {
    struct reader_record record = {reader->line, 0, 0, READER_GOOD};
    enum reader_problem kind = reader_kind(&reader->known, base, marks, fields);
    record.problem = (uint8_t)kind;
    if (kind != READER_EMPTY && reader->other) {
        record.problem = READER_BEHIND;
        record.detail = reader->other;
    } else if (kind == READER_OTHER) {
        reader->other = reader->line;
    } else if (kind == READER_GOOD && fields != reader->column_count) {
        record.problem = READER_FIELDS;
        record.detail = fields;
    }
    return record;
}

/* Notes the first field of many lines, if there is one, of an indexed record of `lines` lines. */
static void measure(struct reader *reader, size_t row, const unsigned char *base, const uint32_t *marks, size_t fields,
                    uint64_t lines) {
    struct reader_tall tall = {.row = row, .line = reader->line, .taken = lines};
    tall.bytes = (uint32_t)(marks[fields] - marks[0] - 1);
    for (size_t c = 0; c < fields; ++c) {
        uint64_t before = tall.line;
        for (uint32_t at = marks[c] + 1; at != marks[c + 1]; ++at)
            tall.line += base[at] == '\n';
        tall.lines = tall.line - before + 1;
        if (tall.lines <= READER_TALL) continue;
        tall.line = before;
        tall.column = (uint32_t)(c + 1);
        reader->tall[reader->tall_count++] = tall;
        return;
    }
}

/* Hands over an indexed record of `fields` marks, behind *marks, and of `lines` lines at `row`; false when it is to be
 * skipped. */
static bool take_indexed(struct reader *reader, size_t row, uint32_t *marks, size_t fields, uint64_t lines) {
    unsigned char *base = reader->data + reader->index.start;
    uint32_t from = marks[0] + 1, line_end = marks[fields], to = line_end;
    if (to > from && base[to - 1] == '\r') --to;
    if (fields == 1 && utf8_all_white((const char *)base + from, to - from)) return false;
    marks[fields] = to;
    reader->records[row] = examine(reader, base, marks, fields);
    if (lines > READER_TALL) measure(reader, row, base, marks, fields, lines);
    if (reader->records[row].problem == READER_GOOD)
        set_record(reader, row, base, marks);
    else
        set_no_cells(reader, row);
    marks[fields] = line_end; /* the next record starts behind it */
    return true;
}

/* Takes records from the index while there are some and the batch has room; returns the new number of rows. */
static size_t drain_index(struct reader *reader, size_t rows) {
    struct reader_index *index = &reader->index;
    while (index->next < index->count && rows < reader->batch_rows) {
        const struct reader_end *end = &index->ends[index->next++];
        uint64_t line = index->line + end->lines;
        rows += take_indexed(reader, rows, index->marks + index->mark, end->mark - index->mark, line - reader->line);
        index->mark = end->mark;
        reader->line = line;
        reader->start = reader->next = index->start + index->marks[end->mark] + 1;
    }
    return rows;
}

/* Hands over the scanned record at `row`; false when it is to be skipped. */
static bool take_scanned(struct reader *reader, size_t row) {
    const struct reader_scan *scan = &reader->scan;
    if (reader_scan_is_white(scan)) return false;
    struct reader_record record = reader_scan_record(scan, reader->sizes.record, reader->line);
    if (record.problem == READER_GOOD)
        record = examine(reader, reader->data + reader->start, scan->marks, scan->fields);
    else if (reader->other)
        record = (struct reader_record){record.line, reader->other, 0, READER_BEHIND};
    reader->records[row] = record;
    if (scan->tall.column) {
        reader->tall[reader->tall_count] = scan->tall;
        reader->tall[reader->tall_count].row = row;
        reader->tall[reader->tall_count++].line += reader->line;
    }
    if (record.problem == READER_GOOD)
        set_record(reader, row, reader->data + reader->start, scan->marks);
    else
        set_no_cells(reader, row);
    return true;
}

/* Scans on; true when the record ended, by itself or with the file. */
static bool scan_record(struct reader *reader) {
    size_t taken;
    bool ended = reader_scan_run(&reader->scan, reader->data + reader->next, reader->end - reader->next, &taken);
    reader->next += taken;
    if (ended || !reader->ended || reader->scan.offset == 0) return ended;
    reader_scan_finish(&reader->scan);
    return true;
}

static bool at_end(const struct reader *reader) {
    return reader->ended && reader->next == reader->end && reader->scan.offset == 0;
}

/* Fills the batch. It ends early rather than move the bytes that its cells lie in. */
static bool read_rows(struct reader *reader, size_t *rows, struct reader_refusal *refusal) {
    while (*rows < reader->batch_rows && !at_end(reader)) {
        if (reader->index.next < reader->index.count ||
            (reader->scan.offset == 0 && reader->sizes.engine->index(reader))) {
            *rows = drain_index(reader, *rows);
        } else if (scan_record(reader)) {
            *rows += take_scanned(reader, *rows);
            reader_step(reader);
        } else if (*rows > 0) {
            break;
        } else if (!reader_fill(reader, refusal)) {
            return false;
        }
    }
    return true;
}

bool reader_next(struct reader *reader, struct reader_batch *batch, struct reader_refusal *refusal) {
    *batch = (struct reader_batch){.first_row = reader->row + 1};
    reader->tall_count = 0;
    if (!reader->records && !reader_select(reader, NULL, 0)) return refuse_memory(refusal);
    if (!read_rows(reader, &batch->rows, refusal)) return false;
    if (reader->failed) return refuse_memory(refusal);
    reader->row += batch->rows;
    batch->records = reader->records;
    batch->columns = reader->columns;
    batch->likenesses = reader->likenesses;
    batch->tall = reader->tall;
    batch->tall_count = reader->tall_count;
    return true;
}
