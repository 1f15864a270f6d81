/* reader_internal.h - what the parts of the reader share. Only they and their tests include it.
 *
 * Bytes are read into one buffer. Records are found there in two ways, which must agree:
 *   reader_index.c  many at a time, from bit masks of 64 bytes (reader_masks.c); only whole records that are ordinary:
 * a quote stands where RFC 4180 has it, no NUL reader_scan.c   one at a time, byte by byte; any record, also one that
 * is larger than the buffer Either gives the same description of a record, the marks of its fields, from which reader.c
 * makes cells.
 *
 *   reader_open.c   the buffer, the refusals, the header
 *   reader_foreign.c  files that are not CSV
 *   reader_kind.c   records that are no data: blank ones, headers
 *   reader.c        selection and batches */
#ifndef ASSAY_READER_INTERNAL_H
#define ASSAY_READER_INTERNAL_H

#include "runtime/usage/dictionary.h"
#include "runtime/usage/reader.h"

/* ---- Masks: bit i of each is set when byte i of 64 is that character ------------------------------------------------
 */

struct reader_masks {
    uint64_t comma, line_feed, carriage_return, quote, nul;
};

/* Fills masks[b] from bytes[64 * b ...] for each of `blocks`. Unaligned bytes will do. */
typedef void reader_mask_function(const unsigned char *bytes, size_t blocks, struct reader_masks *masks);

struct reader;

/* A way to find records fast; all give the same. */
struct reader_engine {
    const char *name;
    reader_mask_function *masks;
    bool (*index)(struct reader *reader); /* finds ordinary records from `start` on; false when there is none */
};

#if defined(__x86_64__) && defined(__GNUC__)
#define READER_X86
bool reader_index_bmi(struct reader *reader);
#endif
bool reader_index_plain(struct reader *reader);

/* The engines that this machine can run, slowest first, by `choice` from 0; NULL when there is no such choice. */
const struct reader_engine *reader_engine_choice(unsigned choice);
const struct reader_engine *reader_engine_fastest(void);

/* ---- Marks ----------------------------------------------------------------------------------------------------------
 * Field c of a record is what stands between marks[c] and marks[c + 1], both excluded; marks are offsets of separators
 * and line ends from some base. One that lies just before the base wraps around: all sums of marks are modulo 2^32. */

struct reader_end {
    uint32_t mark;  /* index of the mark of the record's line end */
    uint32_t lines; /* line ends from the start of the window up to this one, included */
};

/* The ordinary records of a window of the buffer. */
struct reader_index {
    uint32_t *marks;         /* marks[0] lies just before the window */
    struct reader_end *ends; /* one per record, in order */
    size_t count, next;      /* records found, records taken */
    uint32_t mark;           /* the mark just before the next record */
    uint64_t line;           /* of the window's start */
    size_t start;            /* of the window in the buffer */
};

/* ---- Scan: a record byte by byte ------------------------------------------------------------------------------------
 */

enum reader_state {
    READER_AT_FIELD,     /* a field starts here */
    READER_PLAIN,        /* in an unquoted field */
    READER_PLAIN_RETURN, /* likewise, behind a CR: the line end, when LF or the end of the file follows */
    READER_QUOTED,       /* in a quoted field */
    READER_CLOSED,       /* behind a quote that closes the field, unless another quote follows */
    READER_CLOSED_RETURN /* likewise, and behind a CR */
};

struct reader_scan {
    uint64_t offset;                    /* bytes of the record looked at, line end included */
    uint64_t length;                    /* bytes of the record without its line end; known at its end */
    uint64_t fields;                    /* whole ones */
    uint64_t lines;                     /* LFs seen */
    uint64_t quote_offset, quote_lines; /* of the quote that opened last; LFs before it */
    uint64_t quote_column;
    uint64_t problem_offset, problem_column; /* of the first READER_NUL or READER_AFTER */
    enum reader_state state;
    enum reader_problem problem;
    int white;                          /* state of utf8_white_step over the record */
    bool lone_return;                   /* a CR outside quotes that ends no line */
    uint64_t field_lines, line_start;   /* LFs before the field; offset behind the last LF in quotes */
    struct reader_tall tall;            /* its line counts from 0, the record's first; column 0: none */
    uint32_t marks[READER_COLUMNS + 1]; /* from the record's start; of the first READER_COLUMNS fields */
};

/* Makes ready for a new record. */
void reader_scan_start(struct reader_scan *scan);

/* Looks at up to `count` further bytes; true when the record ended. *taken says how many bytes were looked at. */
bool reader_scan_run(struct reader_scan *scan, const unsigned char *bytes, size_t count, size_t *taken);

/* The file ends here: ends the record. An open quote becomes READER_UNCLOSED. */
void reader_scan_finish(struct reader_scan *scan);

/* True when the ended record is a line of nothing but white space, which is to be skipped. */
bool reader_scan_is_white(const struct reader_scan *scan);

/* True when the record is certain to have more than `limit` bytes, so that nobody will want to see them. */
bool reader_scan_beyond(const struct reader_scan *scan, uint64_t limit);

/* What is wrong with the ended record as a whole, but for the number of its fields. `line` is that of its start. */
struct reader_record reader_scan_record(const struct reader_scan *scan, uint64_t limit, uint64_t line);

/* ---- Records that are no data ---------------------------------------------------------------------------------------
 */

/* Names of columns: those of the header, and others that such files may have. */
struct reader_names {
    struct dictionary keys; /* without case, white space and underscores */
    bool *declared;         /* by number: known by reader_know */
    uint32_t *header;       /* numbers of the header's names */
    size_t width;           /* of the header, empty names at its end left aside */
    size_t room, longest;   /* names at most; bytes of the longest */
    char *key;              /* room for one */
    unsigned char
        shortest[1 << 16]; /* by the first two bytes of a cell: bytes that it has at least when it is a name */
    bool begins[1 << 15], ends[256]; /* by the first three letters of a name, five bits each; by its last */
};

/* Takes the header's names in. False: no memory. */
bool reader_names_make(struct reader *reader);
void reader_names_free(struct reader_names *names);

/* READER_EMPTY, READER_HEADER, READER_OTHER, or READER_GOOD for data. A record of more than READER_COLUMNS fields is
 * taken for data. */
enum reader_problem reader_kind(const struct reader_names *names, const unsigned char *base, const uint32_t *marks,
                                size_t fields);

/* ---- The reader -----------------------------------------------------------------------------------------------------
 */

/* Sizes in bytes. Results do not depend on `buffer`, `window` and `engine`. */
struct reader_sizes {
    size_t buffer; /* at first */
    size_t window; /* that is indexed at once */
    size_t record; /* at most: READER_RECORD */
    const struct reader_engine *engine;
};

struct reader {
    struct reader_sizes sizes;
    reader_source *source;
    void *context;
    uint64_t bytes;
    bool ended; /* the source has no more */

    unsigned char *data; /* followed by READER_PADDING bytes of 0 behind `end` */
    size_t capacity;
    size_t start; /* of the current record */
    size_t next;  /* first byte not looked at by `scan` */
    size_t end;
    uint64_t line; /* of the current record */
    uint64_t row;  /* of the last record handed over */
    struct reader_index index;
    struct reader_scan scan;

    size_t column_count;
    struct reader_cell *names;
    char *name_text;
    struct reader_names known;
    uint64_t other; /* line of a READER_OTHER; 0: none so far */

    uint32_t *picks; /* the selected columns, each once */
    size_t pick_count;
    struct reader_cell *cells; /* pick by pick, `stride` apart */
    const struct reader_cell **columns;
    struct reader_record *records;
    struct reader_tall *tall;
    size_t tall_count;
    size_t batch_rows, stride;

    const struct likeness *likeness; /* NULL: not asked for */
    struct fingerprint *likenesses;
    bool has_nameless;      /* a column without a name, which is ignored */
    unsigned char *likened; /* a record whose bytes are not those of its cells, written otherwise */
    size_t likened_room;
    bool failed; /* memory ran out */
};

/* The likeness of a record of `fields` good fields: before its cells are made, since quotes are undone in place. False:
 * no memory. */
bool reader_likeness(struct reader *reader, const unsigned char *base, const uint32_t *marks, struct fingerprint *out);

/* Masks are made of whole blocks of 64 bytes. */
#define READER_PADDING 64

/* Marks that may be written behind the last one. */
#define READER_OVERRUN 12

/* As reader_open, with other sizes than the usual ones. For tests. */
struct reader *reader_open_sized(reader_source *source, void *context, const struct reader_sizes *sizes,
                                 struct reader_refusal *refusal);

/* Makes room behind the current record and reads until the buffer is full or the file ends. What is before the record
 * is lost, and so is the record itself when it is beyond the limit. */
bool reader_fill(struct reader *reader, struct reader_refusal *refusal);

/* Steps behind the scanned record, to the next. */
void reader_step(struct reader *reader);

/* The text of a field from `from` up to `to`: quotes off and doubled quotes undone, in place. base[to] must be
 * readable. */
struct reader_cell reader_cell_at(unsigned char *base, uint32_t from, uint32_t to);

/* Whether bytes at the beginning of a file may be CSV; false with *refusal saying what they are. */
bool reader_is_text(const unsigned char *data, size_t length, struct reader_refusal *refusal);

/* Fills in a refusal; always false. */
bool reader_refuse(struct reader_refusal *refusal, uint64_t line, const char *message, const char *remedy);

#endif
