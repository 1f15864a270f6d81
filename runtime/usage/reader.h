/* reader.h - CSV bytes in, batches of columns out.
 *
 * RFC 4180 with the rulings of the usage export: LF or CRLF; a byte order mark is skipped; lines of nothing but white
 * space are skipped and not numbered; a quote inside an unquoted field is an ordinary character; a lone CR within a
 * record is white space. A record that cannot be read is handed over as a problem, in its place; nothing vanishes, and
 * reading goes on behind it. Memory is flat: one buffer, at most a little over the 16 MiB that a record may have.
 *
 * This header is the seam: everything behind it may be replaced by a faster reader. */
#ifndef ASSAY_READER_H
#define ASSAY_READER_H

#include "runtime/usage/likeness.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define READER_BATCH   1024        /* rows in a batch, at most */
#define READER_COLUMNS 4096        /* columns in a file, at most */
#define READER_TALL    8           /* lines that a field may have part in without being noted */
#define READER_RECORD  (16u << 20) /* bytes in a record, at most */

enum reader_problem {
    READER_GOOD = 0,
    READER_FIELDS,   /* wrong number of fields; detail: how many there are */
    READER_NUL,      /* a NUL byte; detail: column */
    READER_AFTER,    /* text after a closing quote; detail: column */
    READER_TOO_LONG, /* a record over 16 MiB; detail: 0 */
    READER_UNCLOSED, /* a quote that never closes; detail: bytes that could not be read after it; line: where it opened
                      */
    READER_EMPTY,    /* cells that are all blank, whatever their number */
    READER_HEADER,   /* the header once more: its names in its order, blank cells at the end left aside */
    READER_OTHER,    /* the header of another file: two names of columns or more, or nothing but names of columns */
    READER_BEHIND    /* a record behind READER_OTHER; detail: the line of that */
};

struct reader_cell {
    const char *text; /* unquoted, doubled quotes undone; not NUL-terminated; valid until the next batch */
    uint32_t length;
};

struct reader_record {
    uint64_t line; /* from 1: where the record starts; for READER_UNCLOSED where the quote opened */
    uint64_t detail;
    uint32_t column; /* from 1: the column the problem is in; 0: none in particular */
    uint8_t problem; /* enum reader_problem; the cells of a bad record are empty */
};

/* A field of more than READER_TALL lines: often a quote that closes late, and swallowed the lines between. */
struct reader_tall {
    size_t row;            /* of its record in the batch; a record has one at most: its first */
    uint64_t line, lines;  /* where the field begins, and the lines it has part in */
    uint64_t bytes, taken; /* of the whole record: bytes without the line end, lines */
    uint32_t column;       /* from 1 */
};

struct reader_batch {
    size_t rows;                              /* 0: the end */
    uint64_t first_row;                       /* number of the first record, from 1, bad ones included */
    const struct reader_record *records;      /* rows of them */
    const struct reader_cell *const *columns; /* columns[s][r]: the cell of selected column s in row r */
    const struct fingerprint *likenesses;     /* rows of them, when asked for; of a bad record nothing */
    const struct reader_tall *tall;           /* in order */
    size_t tall_count;
};

/* Reads the next bytes into `buffer`, at most `size`; returns their number, 0 at the end, -1 on failure (errno set). */
typedef long reader_source(void *context, void *buffer, size_t size);

struct reader;

/* What refuses a file as a whole. `message` says what is wrong, `remedy` what to do. */
struct reader_refusal {
    uint64_t line; /* 0: none in particular */
    char message[256];
    char remedy[256];
};

/* Reads up to the end of the header record. On failure returns NULL and fills *refusal: an empty file, UTF-16 or
 * UTF-32, a compressed file (gzip, zstd, xz, bzip2, zip: named), a NUL or an unclosed quote in the header, a header
 * ended by a lone CR, more than READER_COLUMNS columns, a read error. A refusal is no fault of the caller: it is the
 * file's. */
struct reader *reader_open(reader_source *source, void *context, struct reader_refusal *refusal);

/* The header's cells, as they stand. */
size_t reader_column_count(const struct reader *reader);
struct reader_cell reader_column_name(const struct reader *reader, size_t column);

/* Names that columns of such files may have, whatever their case, white space and underscores: the header of another
 * file is known by them and by the names of this header. Before the first reader_next. False: no memory. */
bool reader_know(struct reader *reader, const char *const *names, size_t count);

/* Chooses the columns (indices into the header) that batches carry, in this order. Once, before the first reader_next.
 */
bool reader_select(struct reader *reader, const uint32_t *columns, size_t count);

/* Has batches say which records are alike in every cell of a column with a name, as texts: "a" in quotes and a are one.
 * Once, before the first reader_next. `likeness` must outlive the reader. */
void reader_liken(struct reader *reader, const struct likeness *likeness);

/* The next batch; rows is 0 at the end. False on a read error or out of memory: *refusal says so. */
bool reader_next(struct reader *reader, struct reader_batch *batch, struct reader_refusal *refusal);

/* Bytes read so far. */
uint64_t reader_bytes(const struct reader *reader);

void reader_close(struct reader *reader);

/* What a file that begins so is, when it is neither CSV nor YAML: "the file is a PDF, not CSV". NULL: it may be one. */
const char *reader_kind_name(const unsigned char *data, size_t length);

#endif
