/* reader_likeness.c - the bytes that a record's likeness is made of.
 *
 * A record without quotes is its own bytes, separators included: these tell its cells apart. Any other one is written
 * anew, each cell in quotes only where it must be, so that the same cells are the same bytes however they were quoted.
 */
#include "runtime/usage/reader_internal.h"

#include <stdlib.h>
#include <string.h>

void reader_liken(struct reader *reader, const struct likeness *likeness) {
    reader->likeness = likeness;
    for (size_t c = 0; c < reader->column_count; c++)
        reader->has_nameless = reader->has_nameless || reader->names[c].length == 0;
}

/* Doubled at the most, with two quotes and a separator. */
static bool likened_room(struct reader *reader, size_t length) {
    size_t need = 2 * length + 3 * (reader->column_count + 1) + LIKENESS_PADDING;
    if (need <= reader->likened_room) return true;
    unsigned char *likened = realloc(reader->likened, 2 * need);
    if (!likened) return false;
    reader->likened = likened;
    reader->likened_room = 2 * need;
    return true;
}

static bool likened_must_quote(const unsigned char *text, size_t length) {
    return memchr(text, '"', length) || memchr(text, ',', length) || memchr(text, '\n', length);
}

/* Adds what stands in one pair of quotes, where two quotes are one. */
static unsigned char *likened_quoted(unsigned char *to, const unsigned char *text, size_t length) {
    bool quote = likened_must_quote(text, length);
    if (quote) *to++ = '"';
    memcpy(to, text, length);
    to += length;
    if (quote) *to++ = '"';
    return to;
}

/* Adds an unquoted field; a quote in it is an ordinary character, and doubled as in a quoted one. */
static unsigned char *likened_plain(unsigned char *to, const unsigned char *text, size_t length) {
    if (!memchr(text, '"', length)) {
        memcpy(to, text, length);
        return to + length;
    }
    *to++ = '"';
    for (size_t i = 0; i < length; i++) {
        if (text[i] == '"') *to++ = '"';
        *to++ = text[i];
    }
    *to++ = '"';
    return to;
}

static size_t likened_write(struct reader *reader, const unsigned char *base, const uint32_t *marks) {
    unsigned char *to = reader->likened;
    for (size_t c = 0; c < reader->column_count; c++) {
        const unsigned char *text = base + (uint32_t)(marks[c] + 1);
        size_t length = (uint32_t)(marks[c + 1] - marks[c] - 1);
        if (reader->names[c].length == 0) continue;
        to = *text == '"' ? likened_quoted(to, text + 1, length - 2) : likened_plain(to, text, length);
        *to++ = ',';
    }
    memset(to, 0, LIKENESS_PADDING);
    return (size_t)(to - reader->likened);
}

bool reader_likeness(struct reader *reader, const unsigned char *base, const uint32_t *marks,
                     struct fingerprint *out) {
    const unsigned char *record = base + (uint32_t)(marks[0] + 1);
    size_t length = (uint32_t)(marks[reader->column_count] - marks[0] - 1);
    if (!reader->has_nameless && !memchr(record, '"', length)) {
        *out = likeness_of(reader->likeness, record, length);
        return true;
    }
    if (!likened_room(reader, length)) return false;
    size_t likened = likened_write(reader, base, marks);
    /* The last separator is none of a record without quotes. */
    *out = likeness_of(reader->likeness, reader->likened, likened ? likened - 1 : 0);
    return true;
}
