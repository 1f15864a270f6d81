#include "tests/oracle/csv_naive.h"

#include "runtime/usage/reader.h"

#include <stdlib.h>
#include <string.h>

struct input {
    const char *bytes;
    size_t size, at;
    uint64_t line;
    size_t limit;
};

/* What is wrong with a record, and where it first went wrong. */
struct fault {
    int problem;
    size_t offset;
    uint64_t column;
};

static void *grown(void *items, size_t size) {
    void *more = realloc(items, size);
    if (!more) abort();
    return more;
}

/* The next byte and those after it; -1 behind the end. */
static int peek(const struct input *in, size_t ahead) {
    return in->at + ahead < in->size ? (unsigned char)in->bytes[in->at + ahead] : -1;
}

/* 0, or the bytes of the line end that comes next: LF, CR LF, CR at the end of the file. */
static size_t line_end(const struct input *in) {
    if (peek(in, 0) == '\n') return 1;
    if (peek(in, 0) == '\r' && peek(in, 1) == '\n') return 2;
    if (peek(in, 0) == '\r' && peek(in, 1) == -1) return 1;
    return 0;
}

static void advance(struct input *in) {
    if (peek(in, 0) == '\n') ++in->line;
    ++in->at;
}

static void blame(struct fault *fault, int problem, size_t offset, uint64_t column) {
    if (fault->problem == READER_GOOD) *fault = (struct fault){problem, offset, column};
}

/* Appends the next byte to the cell and steps behind it. */
static void keep(struct input *in, struct naive_cell *cell, struct fault *fault, size_t start, uint64_t column) {
    if (peek(in, 0) == 0) blame(fault, READER_NUL, in->at - start, column);
    cell->text[cell->length++] = in->bytes[in->at];
    advance(in);
}

/* Reads a field up to its separator or line end. *lone_return is set when a CR stands unquoted and ends no line.
 * Returns false when a quote never closes; *line and *detail then say where and how much. */
static bool read_field(struct input *in, struct naive_record *record, struct fault *fault, size_t start,
                       bool *lone_return) {
    record->cells = grown(record->cells, (record->cell_count + 1) * sizeof *record->cells);
    struct naive_cell *cell = &record->cells[record->cell_count++];
    uint64_t column = record->cell_count;
    cell->text = grown(NULL, in->size - in->at + 1);
    cell->length = 0;
    if (peek(in, 0) == '"') {
        uint64_t line = in->line;
        size_t behind = in->at + 1;
        advance(in);
        while (peek(in, 0) != -1 && (peek(in, 0) != '"' || peek(in, 1) == '"')) {
            if (peek(in, 0) == '"') advance(in);
            keep(in, cell, fault, start, column);
        }
        if (peek(in, 0) == -1) {
            record->problem = READER_UNCLOSED;
            record->line = line;
            record->column = (uint32_t)column;
            record->detail = in->size - behind;
            return false;
        }
        advance(in);
        if (peek(in, 0) != ',' && peek(in, 0) != -1 && line_end(in) == 0)
            blame(fault, peek(in, 0) == 0 ? READER_NUL : READER_AFTER, in->at - start, column);
    }
    while (peek(in, 0) != ',' && peek(in, 0) != -1 && line_end(in) == 0) {
        if (peek(in, 0) == '\r') *lone_return = true;
        keep(in, cell, fault, start, column);
    }
    return true;
}

static struct naive_record read_record(struct input *in, size_t columns, bool *lone_return) {
    struct naive_record record = {in->line, 0, 0, READER_GOOD, NULL, 0};
    struct fault fault = {READER_GOOD, 0, 0};
    size_t start = in->at;
    for (;;) {
        if (!read_field(in, &record, &fault, start, lone_return)) return record;
        if (peek(in, 0) != ',') break;
        advance(in);
    }
    size_t length = in->at - start;
    if (peek(in, 0) == '\r' && peek(in, 1) == -1) *lone_return = true;
    for (size_t left = line_end(in); left > 0; --left)
        advance(in);
    if (fault.problem != READER_GOOD && fault.offset < in->limit) {
        record.problem = fault.problem;
        record.column = (uint32_t)fault.column;
        record.detail = fault.column;
    } else if (length > in->limit) {
        record.problem = READER_TOO_LONG;
    } else if (columns > 0 && record.cell_count != columns) {
        record.problem = READER_FIELDS;
        record.detail = record.cell_count;
    }
    return record;
}

static size_t white_at(const char *bytes, size_t size) {
    static const char *const whites[] = {" ",      "\t",     "\n",     "\v",     "\f",     "\r",     "\u00A0",
                                         "\u2000", "\u2001", "\u2002", "\u2003", "\u2004", "\u2005", "\u2006",
                                         "\u2007", "\u2008", "\u2009", "\u200A", "\u202F", "\u205F", "\u3000"};
    for (size_t i = 0; i < sizeof whites / sizeof *whites; ++i) {
        size_t length = strlen(whites[i]);
        if (length <= size && memcmp(bytes, whites[i], length) == 0) return length;
    }
    return 0;
}

/* Skips lines of nothing but white space. */
static void skip_white_lines(struct input *in) {
    size_t at = in->at;
    size_t step;
    uint64_t line = in->line;
    while (at < in->size && (step = white_at(in->bytes + at, in->size - at)) > 0) {
        if (in->bytes[at] == '\n') ++line;
        at += step;
        if (at == in->size || in->bytes[at - 1] == '\n') {
            in->at = at;
            in->line = line;
        }
    }
}

static bool begins(const struct input *in, const char *bytes, size_t length) {
    return in->size >= length && memcmp(in->bytes, bytes, length) == 0;
}

/* Compressed, or not UTF-8 at all. */
static bool is_other_kind(const struct input *in) {
    if (begins(in, "\x1f\x8b", 2) || begins(in, "\x28\xb5\x2f\xfd", 4) || begins(in, "\xfd\x37\x7a\x58\x5a\x00", 6) ||
        begins(in, "PK\3\4", 4) || begins(in, "PK\5\6", 4) || begins(in, "\xff\xfe", 2) || begins(in, "\xfe\xff", 2))
        return true;
    if (begins(in, "BZh", 3) && in->size >= 10 && in->bytes[3] > '0' && in->bytes[3] <= '9')
        return memcmp(in->bytes + 4, "\x31\x41\x59\x26\x53\x59", 6) == 0 ||
               memcmp(in->bytes + 4, "\x17\x72\x45\x38\x50\x90", 6) == 0;
    return false; /* NULs among the first bytes are NULs in the header */
}

static void free_record(struct naive_record *record) {
    for (size_t c = 0; c < record->cell_count; ++c)
        free(record->cells[c].text);
    free(record->cells);
}

void naive_free(struct naive_file *file) {
    free_record(&file->header);
    for (size_t r = 0; r < file->record_count; ++r)
        free_record(&file->records[r]);
    free(file->records);
}

static void read_records(struct input *in, struct naive_file *file) {
    size_t room = 0;
    for (skip_white_lines(in); in->at < in->size; skip_white_lines(in)) {
        bool lone_return;
        if (file->record_count == room) {
            room = room * 2 + 16;
            file->records = grown(file->records, room * sizeof *file->records);
        }
        file->records[file->record_count++] = read_record(in, file->header.cell_count, &lone_return);
    }
}

struct naive_file naive_read(const char *bytes, size_t size, size_t limit) {
    struct input in = {bytes, size, 0, 1, limit};
    struct naive_file file = {true, {0, 0, 0, READER_GOOD, NULL, 0}, NULL, 0};
    bool lone_return = false;
    if (is_other_kind(&in)) return file;
    if (begins(&in, "\xef\xbb\xbf", 3)) in.at = 3;
    skip_white_lines(&in);
    if (in.at == in.size) return file;
    file.header = read_record(&in, 0, &lone_return);
    if (file.header.problem != READER_GOOD || lone_return || file.header.cell_count > READER_COLUMNS) return file;
    file.refused = false;
    read_records(&in, &file);
    return file;
}
