/* reader_likeness.c - the bytes that a record's likeness is made of.
 *
 * A record is its own bytes, separators included, but for what is not needed to tell its cells apart: a pair of quotes
 * around a cell without separator, quote and line end. So the same cells are the same bytes however they were quoted.
 */
#include "runtime/usage/reader_internal.h"

#include <stdlib.h>
#include <string.h>

void reader_liken(struct reader *reader, const struct likeness *likeness) {
    reader->likeness = likeness;
    for (size_t c = 0; c < reader->column_count; c++)
        reader->has_nameless = reader->has_nameless || reader->names[c].length == 0;
}

#define LIKENED_STEP 16 /* bytes that are copied at once, beyond the end too */

/* Doubled at the most, with two quotes and a separator. */
static bool likened_room(struct reader *reader, size_t length) {
    size_t need = 2 * length + 3 * (reader->column_count + 1) + LIKENED_STEP + LIKENESS_PADDING;
    if (need <= reader->likened_room) return true;
    unsigned char *likened = realloc(reader->likened, 2 * need);
    if (!likened) return false;
    reader->likened = likened;
    reader->likened_room = 2 * need;
    return true;
}

/* ---- Cell by cell: where a column has no name, or a quote stands within an unquoted field ---- */

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

/* ---- Quote by quote ---- */

/* The bytes of a word that are `byte`: the highest bit of each, the first byte lowest. */
static inline uint64_t likened_find(uint64_t word, unsigned char byte) {
    const uint64_t low = UINT64_MAX / 255 * 0x7F;
    uint64_t odd = word ^ UINT64_MAX / 255 * byte;
    return ~(((odd & low) + low) | odd | low);
}

static inline uint64_t likened_load(const unsigned char *bytes) {
    uint64_t word;
    memcpy(&word, bytes, sizeof word);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    word = __builtin_bswap64(word);
#endif
    return word;
}

/* The quote that closes a cell, of which the text begins here; `needed`: the cell is another one without its quotes. */
static const unsigned char *likened_close(const unsigned char *text, bool *needed) {
    for (;;) {
        uint64_t word = likened_load(text), quotes = likened_find(word, '"');
        uint64_t marks = likened_find(word, ',') | likened_find(word, '\n');
        *needed = *needed || (marks & (quotes - 1) & ~quotes);
        text += quotes ? (unsigned)__builtin_ctzll(quotes) / 8 : sizeof word;
        if (!quotes) continue;
        if (text[1] != '"') return text;
        *needed = true;
        text += 2;
    }
}

static unsigned char *likened_add(unsigned char *to, const unsigned char *from, const unsigned char *until) {
    for (size_t i = 0, length = (size_t)(until - from); i < length; i += LIKENED_STEP)
        memcpy(to + i, from + i, LIKENED_STEP);
    return to + (until - from);
}

static const unsigned char *likened_next(const unsigned char *at, const unsigned char *end) {
    if (at + 1 < end && at[0] == ',' && at[1] == '"') return at + 1;
    return at < end ? memchr(at, '"', (size_t)(end - at)) : NULL;
}

/* Leaves out the quotes that are not needed; returns the end of what was written, or NULL where a quote stands within
 * an unquoted field. */
static unsigned char *likened_strip(struct reader *reader, const unsigned char *record, const unsigned char *end,
                                    const unsigned char *quote) {
    unsigned char *to = reader->likened;
    const unsigned char *from = record;
    while (quote) {
        bool needed = false;
        if (quote > record && quote[-1] != ',') return NULL;
        const unsigned char *close = likened_close(quote + 1, &needed);
        if (!needed) {
            to = likened_add(to, from, quote);
            to = likened_add(to, quote + 1, close);
            from = close + 1;
        }
        quote = likened_next(close + 1, end);
    }
    return likened_add(to, from, end);
}

bool reader_likeness(struct reader *reader, const unsigned char *base, const uint32_t *marks, struct fingerprint *out) {
    const unsigned char *record = base + (uint32_t)(marks[0] + 1);
    size_t length = (uint32_t)(marks[reader->column_count] - marks[0] - 1);
    const unsigned char *quote = memchr(record, '"', length);
    unsigned char *end = NULL;
    if (!reader->has_nameless && !quote) {
        *out = likeness_of(reader->likeness, record, length);
        return true;
    }
    if (!likened_room(reader, length)) return false;
    if (!reader->has_nameless) end = likened_strip(reader, record, record + length, quote);
    /* Written cell by cell, a separator stands behind the last one too. */
    size_t likened = end ? (size_t)(end - reader->likened) : likened_write(reader, base, marks) - 1;
    *out = likeness_of(reader->likeness, reader->likened, likened);
    return true;
}
