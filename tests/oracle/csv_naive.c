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

/* Lines from one place to another: those that hold a byte of it, and the one it begins in. */
static uint64_t lines_between(const struct input *in, size_t from, size_t to) {
    uint64_t lines = 1;
    for (size_t at = from; at < to; ++at)
        lines += in->bytes[at] == '\n' && at + 1 < in->size;
    return lines;
}

static void measure(const struct input *in, struct naive_record *record, size_t from, uint64_t line) {
    uint64_t lines = lines_between(in, from, in->at);
    if (record->tall_column || lines <= READER_TALL) return;
    record->tall_line = line;
    record->tall_lines = lines;
    record->tall_column = (uint32_t)record->cell_count;
}

static struct naive_record read_record(struct input *in, size_t columns, bool *lone_return) {
    struct naive_record record = {.line = in->line};
    struct fault fault = {READER_GOOD, 0, 0};
    size_t start = in->at;
    bool closed;
    for (;;) {
        size_t from = in->at;
        uint64_t line = in->line;
        closed = read_field(in, &record, &fault, start, lone_return);
        measure(in, &record, from, line);
        if (!closed || peek(in, 0) != ',') break;
        advance(in);
    }
    size_t length = in->at - start;
    record.bytes = length;
    record.lines = lines_between(in, start, in->at);
    if (!closed) return record;
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

static int small(int c) {
    return c >= 'A' && c <= 'Z' ? c + 'a' - 'A' : c;
}

static bool is_markup_or_json(const struct input *in) {
    static const char *const tags[] = {"<!doctype", "<html", "<head",     "<body", "<table", "<div",
                                       "<?xml",     "<!--",  "<workbook", "<root", "<feed"};
    size_t at = begins(in, "\xef\xbb\xbf", 3) ? 3 : 0;
    while (at < in->size && strchr(" \t\n\v\f\r", in->bytes[at]) && in->bytes[at])
        ++at;
    for (size_t t = 0; t < sizeof tags / sizeof *tags; ++t) {
        size_t same = 0;
        while (tags[t][same] && at + same < in->size && small(in->bytes[at + same]) == tags[t][same])
            ++same;
        if (!tags[t][same]) return true;
    }
    if (at == in->size || (in->bytes[at] != '{' && in->bytes[at] != '[')) return false;
    const char *wanted = in->bytes[at] == '{' ? "\"}" : "{[]\"";
    for (++at; at < in->size && in->bytes[at] && strchr(" \t\n\v\f\r", in->bytes[at]);)
        ++at;
    return at < in->size && in->bytes[at] && strchr(wanted, in->bytes[at]);
}

/* Parquet, Arrow, ORC: by their first letters, and a control character soon after. */
static bool is_table(const struct input *in) {
    if (!begins(in, "PAR1", 4) && !begins(in, "ARROW1", 6) && !begins(in, "ORC", 3)) return false;
    for (size_t at = 0; at < in->size && at < 64; ++at)
        if ((unsigned char)in->bytes[at] < 32 && !(in->bytes[at] >= 9 && in->bytes[at] <= 13)) return true;
    return false;
}

/* Compressed, or not UTF-8 at all. */
static bool is_other_kind(const struct input *in) {
    if (begins(in, "\x1f\x8b", 2) || begins(in, "\x28\xb5\x2f\xfd", 4) || begins(in, "\xfd\x37\x7a\x58\x5a\x00", 6) ||
        begins(in, "PK\3\4", 4) || begins(in, "PK\5\6", 4) || begins(in, "\xff\xfe", 2) || begins(in, "\xfe\xff", 2))
        return true;
    static const char *const texts[] = {
        "%PDF-",        "{\\rtf",           "version https://git-lfs",          "7z\xBC\xAF\x27\x1C",
        "Rar!\x1A\x07", "\x04\x22\x4D\x18", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "Obj\x01",
        "\x89PNG",      "\xFF\xD8\xFF"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; ++i)
        if (begins(in, texts[i], strlen(texts[i]))) return true;
    if (begins(in, "SQLite format 3", 16) || is_markup_or_json(in) || is_table(in)) return true;
    if (begins(in, "BZh", 3) && in->size >= 10 && in->bytes[3] > '0' && in->bytes[3] <= '9')
        return memcmp(in->bytes + 4, "\x31\x41\x59\x26\x53\x59", 6) == 0 ||
               memcmp(in->bytes + 4, "\x17\x72\x45\x38\x50\x90", 6) == 0;
    return false; /* NULs among the first bytes are NULs in the header */
}

/* ---- Records that are no data ---- */

/* A name without case, white space and underscores. */
static struct naive_cell name_of(const char *text, size_t size) {
    struct naive_cell name = {grown(NULL, size + 1), 0};
    for (size_t at = 0, step; at < size; at += step ? step : 1) {
        char c = text[at];
        step = c == '_' ? 1 : white_at(text + at, size - at);
        if (!step) name.text[name.length++] = c >= 'A' && c <= 'Z' ? (char)(c + 'a' - 'A') : c;
    }
    return name;
}

static bool same(struct naive_cell a, struct naive_cell b) {
    return a.length == b.length && (a.length == 0 || memcmp(a.text, b.text, a.length) == 0);
}

static bool is_blank(struct naive_cell cell) {
    size_t at = 0, end = cell.length, step;
    while (at < end && (step = white_at(cell.text + at, end - at)) > 0)
        at += step;
    if (at == end) return true;
    if (end - at < 4 || memchr(cell.text, '_', cell.length)) return false;
    for (size_t i = at; i < at + 4; ++i)
        if ((cell.text[i] | 0x20) != "null"[i - at]) return false;
    for (at += 4; at < end && (step = white_at(cell.text + at, end - at)) > 0;)
        at += step;
    return at == end;
}

/* Leaves aside a mark of the byte order, and the quotes that it hides. */
static struct naive_cell without_mark(struct naive_cell cell) {
    if (cell.length < 3 || memcmp(cell.text, "\xef\xbb\xbf", 3) != 0) return cell;
    struct naive_cell rest = {cell.text + 3, cell.length - 3};
    if (rest.length < 2 || rest.text[0] != '"' || rest.text[rest.length - 1] != '"') return rest;
    rest.length -= 2; /* doubled quotes do not occur in the names of the tests */
    ++rest.text;
    return rest;
}

static const struct naive_cell nothing = {NULL, 0};

/* Names of a record's cells in place of the cells; the mark in front of a file is not in its header. */
static struct naive_cell *names_of(const struct naive_record *record, bool header) {
    struct naive_cell *names = grown(NULL, (record->cell_count + 1) * sizeof *names);
    for (size_t c = 0; c < record->cell_count; ++c) {
        struct naive_cell cell = c || header ? record->cells[c] : without_mark(record->cells[c]);
        names[c] = name_of(cell.text, cell.length);
    }
    return names;
}

static void free_names(struct naive_cell *names, size_t count) {
    for (size_t c = 0; c < count; ++c)
        free(names[c].text);
    free(names);
}

static bool repeats(const struct naive_file *file, const struct naive_cell *names, size_t count) {
    size_t width = file->header.cell_count, most = width > count ? width : count;
    for (size_t c = 0; c < most; ++c)
        if (!same(c < width ? file->names[c] : nothing, c < count ? names[c] : nothing)) return false;
    return true;
}

/* 2: a name that is declared; 1: one of the header; 0: none. */
static int rank_of(const struct naive_file *file, struct naive_cell name, const char *const *declared) {
    int found = 0;
    if (name.length == 0) return 0;
    for (size_t c = 0; c < file->header.cell_count && !found; ++c)
        found = same(file->names[c], name);
    for (; *declared; ++declared) {
        struct naive_cell wanted = name_of(*declared, strlen(*declared));
        if (same(name, wanted)) found = 2;
        free(wanted.text);
    }
    return found;
}

static int kind_of(const struct naive_file *file, const struct naive_record *record, const char *const *declared) {
    size_t blank = 0, others = 0, known[3] = {0, 0, 0};
    if (record->cell_count > READER_COLUMNS) return READER_GOOD;
    struct naive_cell *names = names_of(record, false);
    for (size_t c = 0; c < record->cell_count; ++c) {
        bool is = is_blank(c ? record->cells[c] : without_mark(record->cells[c]));
        int rank = rank_of(file, names[c], declared);
        ++known[rank];
        blank += is;
        others += rank == 0 && !is;
    }
    bool again = repeats(file, names, record->cell_count);
    free_names(names, record->cell_count);
    if (blank == record->cell_count) return READER_EMPTY;
    if (again) return READER_HEADER;
    if (known[2] > 1 || (others == 0 && (known[2] > 0 || known[1] > 1))) return READER_OTHER;
    return READER_GOOD;
}

/* What a record is when it is no data, and where another file begins. */
static void sort_out(const struct naive_file *file, struct naive_record *record, uint64_t *other,
                     const char *const *declared) {
    bool whole = record->problem == READER_GOOD || record->problem == READER_FIELDS;
    int kind = whole ? kind_of(file, record, declared) : READER_GOOD;
    if (kind == READER_GOOD && !*other) return;
    if (kind != READER_EMPTY && *other) {
        record->problem = READER_BEHIND;
        record->detail = *other;
        record->column = 0;
        return;
    }
    if (kind == READER_OTHER) *other = record->line;
    record->problem = kind;
    record->detail = 0;
}

static void free_record(struct naive_record *record) {
    for (size_t c = 0; c < record->cell_count; ++c)
        free(record->cells[c].text);
    free(record->cells);
}

void naive_free(struct naive_file *file) {
    if (file->names) free_names(file->names, file->header.cell_count);
    free_record(&file->header);
    for (size_t r = 0; r < file->record_count; ++r)
        free_record(&file->records[r]);
    free(file->records);
}

static void read_records(struct input *in, struct naive_file *file, const char *const *declared) {
    uint64_t other = 0;
    size_t room = 0;
    for (skip_white_lines(in); in->at < in->size; skip_white_lines(in)) {
        bool lone_return;
        if (file->record_count == room) {
            room = room * 2 + 16;
            file->records = grown(file->records, room * sizeof *file->records);
        }
        struct naive_record record = read_record(in, file->header.cell_count, &lone_return);
        sort_out(file, &record, &other, declared);
        file->records[file->record_count++] = record;
    }
}

struct naive_file naive_read(const char *bytes, size_t size, size_t limit, const char *const *names) {
    struct input in = {bytes, size, 0, 1, limit};
    struct naive_file file = {.refused = true};
    bool lone_return = false;
    if (is_other_kind(&in)) return file;
    if (begins(&in, "\xef\xbb\xbf", 3)) in.at = 3;
    skip_white_lines(&in);
    if (in.at == in.size) return file;
    file.header = read_record(&in, 0, &lone_return);
    if (file.header.problem != READER_GOOD || lone_return || file.header.cell_count > READER_COLUMNS) return file;
    file.refused = false;
    file.names = names_of(&file.header, true);
    read_records(&in, &file, names);
    return file;
}
