#include "runtime/usage/reader_internal.h"
#include "runtime/base/utf8.h"

void reader_scan_start(struct reader_scan *scan) {
    scan->offset = scan->length = scan->fields = scan->lines = 0;
    scan->quote_offset = scan->quote_lines = scan->quote_column = 0;
    scan->problem_offset = scan->problem_column = 0;
    scan->state = READER_AT_FIELD;
    scan->problem = READER_GOOD;
    scan->white = UTF8_WHITE;
    scan->lone_return = false;
    scan->field_lines = scan->line_start = 0;
    scan->tall.column = 0;
    scan->marks[0] = UINT32_MAX;
}

/* The first problem counts. */
static void set_problem(struct reader_scan *scan, enum reader_problem problem, uint64_t offset) {
    if (scan->problem != READER_GOOD) return;
    scan->problem = problem;
    scan->problem_offset = offset;
    scan->problem_column = scan->fields + 1;
}

/* The first field of many lines is kept. A quote that never closes ends with the last line, not behind it. */
static void measure_field(struct reader_scan *scan, uint64_t offset) {
    bool behind = scan->problem == READER_UNCLOSED && scan->line_start == offset;
    uint64_t lines = scan->lines - scan->field_lines + !behind;
    if (lines > READER_TALL && !scan->tall.column)
        scan->tall =
            (struct reader_tall){.line = scan->field_lines, .lines = lines, .column = (uint32_t)(scan->fields + 1)};
    scan->field_lines = scan->lines;
}

/* Marks beyond the limit of a record are cut off: nobody looks at them. */
static void end_field(struct reader_scan *scan, uint64_t offset) {
    measure_field(scan, offset);
    ++scan->fields;
    if (scan->fields <= READER_COLUMNS) scan->marks[scan->fields] = (uint32_t)offset;
    scan->state = READER_AT_FIELD;
}

static void end_record(struct reader_scan *scan, uint64_t length) {
    end_field(scan, length);
    scan->length = scan->tall.bytes = length;
    scan->tall.taken = scan->lines + !(scan->problem == READER_UNCLOSED && scan->line_start == length);
}

static void open_quote(struct reader_scan *scan) {
    scan->quote_offset = scan->offset;
    scan->quote_lines = scan->lines;
    scan->quote_column = scan->fields + 1;
    scan->state = READER_QUOTED;
}

/* A byte outside quotes; true when it ends the record. `behind_return`: a CR stands before it, so LF ends both. */
static bool step_plain(struct reader_scan *scan, unsigned char byte, bool behind_return) {
    if (byte == '\n') {
        end_record(scan, scan->offset - behind_return);
        ++scan->lines;
        return true;
    }
    if (behind_return) scan->lone_return = true;
    if (byte == ',') {
        end_field(scan, scan->offset);
        return false;
    }
    if (byte == '\0') set_problem(scan, READER_NUL, scan->offset);
    scan->state = byte == '\r' ? READER_PLAIN_RETURN : READER_PLAIN;
    return false;
}

static bool step_quoted(struct reader_scan *scan, unsigned char byte) {
    if (byte == '"') scan->state = READER_CLOSED;
    if (byte == '\n') {
        ++scan->lines;
        scan->line_start = scan->offset + 1;
    }
    if (byte == '\0') set_problem(scan, READER_NUL, scan->offset);
    return false;
}

/* Behind a closing quote. What may not stand there is read on as an unquoted field; a NUL is named as such. */
static bool step_closed(struct reader_scan *scan, unsigned char byte) {
    if (byte == '"') {
        scan->state = READER_QUOTED;
    } else if (byte == '\r') {
        scan->state = READER_CLOSED_RETURN;
    } else {
        if (byte != ',' && byte != '\n') set_problem(scan, byte ? READER_AFTER : READER_NUL, scan->offset);
        return step_plain(scan, byte, false);
    }
    return false;
}

static bool step(struct reader_scan *scan, unsigned char byte) {
    switch (scan->state) {
    case READER_QUOTED:
        return step_quoted(scan, byte);
    case READER_PLAIN:
        return step_plain(scan, byte, false);
    case READER_PLAIN_RETURN:
        return step_plain(scan, byte, true);
    case READER_CLOSED:
        return step_closed(scan, byte);
    case READER_CLOSED_RETURN:
        if (byte != '\n') set_problem(scan, READER_AFTER, scan->offset - 1);
        return step_plain(scan, byte, true);
    case READER_AT_FIELD:
        break;
    }
    if (byte != '"') return step_plain(scan, byte, false);
    open_quote(scan);
    return false;
}

/* How many of the next bytes change nothing but the offset. */
static size_t uneventful(const struct reader_scan *scan, const unsigned char *bytes, size_t count) {
    size_t at = 0;
    if (scan->white != UTF8_NOT_WHITE) return 0;
    if (scan->state == READER_PLAIN)
        while (at < count && bytes[at] != ',' && bytes[at] != '\n' && bytes[at] != '\r' && bytes[at] != '\0')
            ++at;
    if (scan->state == READER_QUOTED)
        while (at < count && bytes[at] != '"' && bytes[at] != '\n' && bytes[at] != '\0')
            ++at;
    return at;
}

bool reader_scan_run(struct reader_scan *scan, const unsigned char *bytes, size_t count, size_t *taken) {
    bool ended = false;
    size_t at = 0;
    while (at < count && !ended) {
        size_t skipped = uneventful(scan, bytes + at, count - at);
        at += skipped;
        scan->offset += skipped;
        if (at == count) break;
        unsigned char byte = bytes[at++];
        ended = step(scan, byte);
        if (!ended && scan->white != UTF8_NOT_WHITE) scan->white = utf8_white_step(scan->white, byte);
        ++scan->offset;
    }
    *taken = at;
    return ended;
}

void reader_scan_finish(struct reader_scan *scan) {
    bool behind_return = scan->state == READER_PLAIN_RETURN || scan->state == READER_CLOSED_RETURN;
    if (scan->state == READER_QUOTED) scan->problem = READER_UNCLOSED;
    if (behind_return) scan->lone_return = true;
    end_record(scan, scan->offset - behind_return);
}

bool reader_scan_is_white(const struct reader_scan *scan) {
    return scan->white == UTF8_WHITE;
}

bool reader_scan_beyond(const struct reader_scan *scan, uint64_t limit) {
    return scan->offset > limit + 1; /* the last byte may be a CR, and belong to the line end */
}

struct reader_record reader_scan_record(const struct reader_scan *scan, uint64_t limit, uint64_t line) {
    struct reader_record record = {line, 0, 0, READER_GOOD};
    if (scan->problem == READER_UNCLOSED) {
        record.problem = READER_UNCLOSED;
        record.line = line + scan->quote_lines;
        record.column = (uint32_t)scan->quote_column;
        record.detail = scan->offset - scan->quote_offset - 1;
    } else if (scan->problem != READER_GOOD && scan->problem_offset < limit) {
        record.problem = (uint8_t)scan->problem;
        record.column = (uint32_t)scan->problem_column;
        record.detail = scan->problem_column;
    } else if (scan->length > limit) {
        record.problem = READER_TOO_LONG;
    }
    return record;
}
