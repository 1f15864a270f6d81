/* reader_kind.c - records that are no data: headers that come again, headers of another file, blank records (R34).
 *
 * Every record is looked at, so the look must be cheap: a table says by the first two bytes of a cell how long it must
 * be to be a name. Few cells of data are as long, and only those are compared with the names. */
#include "runtime/usage/reader_internal.h"

#include "runtime/base/utf8.h"
#include "runtime/core/assay.h"

#include <stdlib.h>
#include <string.h>

#define NEVER               255u /* no cell that begins so is a name */
#define PAIR(first, second) ((size_t)(first) << 8 | (second))

#define NO_NAME    UINT32_MAX       /* a cell that is no name; also DICTIONARY_NONE */
#define EMPTY_NAME (UINT32_MAX - 1) /* a cell of white space and underscores */

static const unsigned char mark_of_byte_order[] = {0xEF, 0xBB, 0xBF};

static unsigned char lower(unsigned char byte) {
    return byte >= 'A' && byte <= 'Z' ? (unsigned char)(byte - 'A' + 'a') : byte;
}

static unsigned char upper(unsigned char byte) {
    return byte >= 'a' && byte <= 'z' ? (unsigned char)(byte - 'a' + 'A') : byte;
}

static bool may_be_white(unsigned byte) {
    return byte <= ' ' || byte == '_' || byte == 0xC2 || byte == 0xE2 || byte == 0xE3;
}

static void allow(struct reader_names *names, unsigned first, unsigned second, unsigned shortest) {
    unsigned char *known = &names->shortest[PAIR(first, second)];
    if (shortest < *known) *known = (unsigned char)shortest;
}

/* White space may stand before a name, and a mark of the byte order. */
static void begin_table(struct reader_names *names) {
    memset(names->shortest, NEVER, sizeof names->shortest);
    for (unsigned byte = 0; byte < 256; ++byte) {
        if (may_be_white(byte) || byte == mark_of_byte_order[0]) memset(&names->shortest[PAIR(byte, 0)], 1, 256);
        if (may_be_white(byte)) allow(names, '"', byte, 1);
    }
}

/* Cells that begin like a name of this key, in quotes or not. A name of one letter has its separator behind it. */
static void allow_key(struct reader_names *names, const unsigned char *key, size_t length) {
    unsigned shortest = length < NEVER ? (unsigned)length : NEVER - 1;
    const unsigned firsts[] = {key[0], upper(key[0])};
    for (size_t i = 0; i < 2; ++i) {
        allow(names, '"', firsts[i], shortest);
        for (unsigned second = 0; second < 256; ++second)
            if (length == 1 || may_be_white(second) || lower((unsigned char)second) == key[1])
                allow(names, firsts[i], second, shortest);
    }
}

/* Where the first three letters of a name are marked, whatever their case. */
static size_t beginning(const unsigned char *text) {
    return (size_t)(text[0] & 31u) << 10 | (size_t)(text[1] & 31u) << 5 | (text[2] & 31u);
}

static void mark_key(struct reader_names *names, const unsigned char *key, size_t length) {
    if (length >= 3) names->begins[beginning(key)] = true;
    names->ends[key[length - 1]] = names->ends[upper(key[length - 1])] = true;
}

/* Takes a name in, compared as R29 has it: `key` is without case, white space and underscores. */
static bool take_name(struct reader_names *names, const char *key, size_t length, bool declared) {
    uint32_t number = dictionary_put(&names->keys, key, length);
    if (number == DICTIONARY_NONE || number >= names->room) return false;
    names->declared[number] = names->declared[number] || declared;
    allow_key(names, (const unsigned char *)key, length);
    mark_key(names, (const unsigned char *)key, length);
    return true;
}

/* The name of a text without case, white space and underscores, in names->key; its length, or more than
 * names->longest when it is too long. `quoted`: quotes in it are doubled. */
static size_t make_key(const struct reader_names *names, const unsigned char *text, const unsigned char *end,
                       bool quoted) {
    size_t length = 0;
    while (text < end) {
        bool letter = *text > ' ' && *text < 0x80;
        size_t white = letter ? *text == '_' : utf8_white((const char *)text, (size_t)(end - text));
        text += white;
        if (white) continue;
        if (length == names->longest) return length + 1;
        names->key[length++] = (char)lower(*text);
        text += quoted && *text == '"' ? 2 : 1;
    }
    return length;
}

static uint32_t find_name(const struct reader_names *names, const unsigned char *text, const unsigned char *end,
                          bool quoted) {
    size_t length = make_key(names, text, end, quoted);
    if (length > names->longest) return NO_NAME;
    return length ? dictionary_find(&names->keys, names->key, length) : EMPTY_NAME;
}

static bool take_text(struct reader_names *names, const char *text, size_t length, bool declared) {
    const unsigned char *bytes = (const unsigned char *)text;
    size_t key = make_key(names, bytes, bytes + length, false);
    return key == 0 || take_name(names, names->key, key, declared);
}

/* Room for `count` more names, the longest of them of `longest` bytes. */
static bool make_room(struct reader_names *names, size_t count, size_t longest) {
    size_t room = names->room + count;
    bool *declared = realloc(names->declared, (room + 1) * sizeof *declared);
    if (!declared) return false;
    memset(declared + names->room, 0, count * sizeof *declared);
    names->declared = declared;
    names->room = room;
    if (names->key && longest <= names->longest) return true;
    char *key = realloc(names->key, longest + 1);
    if (!key) return false;
    names->key = key;
    names->longest = longest;
    return true;
}

static bool keep_header(struct reader *reader) {
    struct reader_names *names = &reader->known;
    names->header = malloc((reader->column_count + 1) * sizeof *names->header);
    if (!names->header) return false;
    for (size_t c = 0; c < reader->column_count; ++c) {
        const struct reader_cell *name = &reader->names[c];
        const unsigned char *text = (const unsigned char *)name->text;
        if (!take_text(names, name->text, name->length, false)) return false;
        names->header[c] = find_name(names, text, text + name->length, false);
        if (names->header[c] != EMPTY_NAME) names->width = c + 1;
    }
    return true;
}

bool reader_names_make(struct reader *reader) {
    size_t longest = 0;
    for (size_t c = 0; c < reader->column_count; ++c)
        if (reader->names[c].length > longest) longest = reader->names[c].length;
    begin_table(&reader->known);
    return make_room(&reader->known, reader->column_count, longest) && keep_header(reader);
}

bool reader_know(struct reader *reader, const char *const *names, size_t count) {
    size_t longest = 0;
    for (size_t i = 0; i < count; ++i)
        if (strlen(names[i]) > longest) longest = strlen(names[i]);
    if (!make_room(&reader->known, count, longest)) return false;
    for (size_t i = 0; i < count; ++i)
        if (!take_text(&reader->known, names[i], strlen(names[i]), true)) return false;
    return true;
}

void reader_names_free(struct reader_names *names) {
    dictionary_free(&names->keys);
    free(names->declared);
    free(names->header);
    free(names->key);
}

/* ---- Cells ----------------------------------------------------------------------------------------------------------
 */

struct span {
    const unsigned char *text, *end;
    bool quoted;
};

/* Where a cell's text stands, quotes off, doubled quotes still in it. */
static struct span span_of(const unsigned char *base, const uint32_t *marks, size_t column) {
    struct span span = {base + (uint32_t)(marks[column] + 1), base + marks[column + 1], false};
    static const size_t mark = sizeof mark_of_byte_order;
    if (column == 0 && (size_t)(span.end - span.text) >= mark && memcmp(span.text, mark_of_byte_order, mark) == 0) {
        span.text += mark;
        if (span.end - span.text >= 2 && *span.text == '"' && span.end[-1] == '"') span.quoted = true;
    } else {
        span.quoted = span.text < span.end && *span.text == '"';
    }
    span.text += span.quoted;
    span.end -= span.quoted;
    return span;
}

/* Most cells show by their first byte that they are not blank. */
static bool is_blank(const unsigned char *base, const uint32_t *marks, size_t column) {
    unsigned char first = base[(uint32_t)(marks[column] + 1)];
    if (first > '"' && first < 0x80 && first != ',' && lower(first) != 'n') return false;
    struct span span = span_of(base, marks, column);
    return assay_is_blank((const char *)span.text, (size_t)(span.end - span.text)) != 0;
}

/* Lists the cells that may be names; returns how many. Nothing here hangs on the bytes by a jump: what cells hold
 * cannot be foretold. */
static size_t list_likely(const struct reader_names *names, const unsigned char *base, const uint32_t *marks,
                          size_t fields, uint16_t *likely) {
    size_t count = 0;
    for (size_t c = 0; c < fields; ++c) {
        const unsigned char *text = base + (uint32_t)(marks[c] + 1);
        size_t length = (uint32_t)(marks[c + 1] - marks[c] - 1);
        likely[count] = (uint16_t)c;
        count += length >= names->shortest[PAIR(text[0], text[1])];
    }
    return count;
}

/* A second, closer look: letters and digits that no name begins with, or an end that none has. */
static bool is_unlikely(const struct reader_names *names, const struct span *span) {
    if (span->text == span->end) return true;
    unsigned char last = span->end[-1];
    if (!names->ends[last] && !may_be_white(last) && last < 0x80) return true;
    if (span->end - span->text < 3) return false;
    for (size_t i = 0; i < 3; ++i)
        if (span->text[i] < '0' || span->text[i] >= 0x80 || span->text[i] == '_') return false;
    return !names->begins[beginning(span->text)];
}

static bool has_name(const struct reader_names *names, const unsigned char *base, const uint32_t *marks,
                     size_t fields) {
    uint16_t likely[READER_COLUMNS];
    size_t count = list_likely(names, base, marks, fields, likely);
    for (size_t i = 0; i < count; ++i) {
        struct span span = span_of(base, marks, likely[i]);
        if (is_unlikely(names, &span)) continue;
        if (find_name(names, span.text, span.end, span.quoted) < EMPTY_NAME) return true;
    }
    return false;
}

/* What the cells of a record are. */
struct cells {
    size_t others;          /* neither blank nor a name */
    size_t declared, names; /* of declared columns; of those and the header's */
    bool repeats;           /* they name the header's columns in the same order */
};

static struct cells look_at_cells(const struct reader_names *names, const unsigned char *base, const uint32_t *marks,
                                  size_t fields) {
    struct cells cells = {.repeats = fields >= names->width};
    for (size_t c = 0; c < fields; ++c) {
        struct span span = span_of(base, marks, c);
        uint32_t name = find_name(names, span.text, span.end, span.quoted);
        if (name < EMPTY_NAME) {
            ++cells.names;
            cells.declared += names->declared[name];
        } else if (!is_blank(base, marks, c)) {
            ++cells.others;
        }
        if (name != (c < names->width ? names->header[c] : EMPTY_NAME)) cells.repeats = false;
    }
    return cells;
}

static bool is_empty(const unsigned char *base, const uint32_t *marks, size_t fields) {
    for (size_t c = 0; c < fields; ++c)
        if (!is_blank(base, marks, c)) return false;
    return true;
}

enum reader_problem reader_kind(const struct reader_names *names, const unsigned char *base, const uint32_t *marks,
                                size_t fields) {
    if (fields > READER_COLUMNS) return READER_GOOD;
    if (is_empty(base, marks, fields)) return READER_EMPTY;
    if (!has_name(names, base, marks, fields)) return READER_GOOD;
    struct cells cells = look_at_cells(names, base, marks, fields);
    if (cells.repeats) return READER_HEADER;
    bool all = cells.others == 0 && (cells.declared > 0 || cells.names > 1);
    return cells.declared > 1 || all ? READER_OTHER : READER_GOOD;
}
