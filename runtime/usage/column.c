#include "runtime/usage/column.h"

#include "runtime/base/utf8.h"

#include <stdlib.h>
#include <string.h>

#define COLUMN_ENTRIES 32768u     /* values remembered */
#define COLUMN_BYTES   (2u << 20) /* and their bytes */
#define COLUMN_LONGEST 512u       /* longer cells are not worth remembering */

void column_init(struct column *column, const struct assay_ruleset *rules, uint16_t field, bool coded, bool complete) {
    *column = (struct column){.rules = rules, .field = field, .coded = coded, .complete = complete};
    column->raw.entry_limit = COLUMN_ENTRIES;
    column->raw.byte_limit = COLUMN_BYTES;
    column->texts.entry_limit = complete ? 0 : COLUMN_ENTRIES;
    column->texts.byte_limit = complete ? 0 : COLUMN_BYTES;
}

const char *column_fold(struct column *column, const char *text, size_t length, size_t *folded) {
    if (length >= column->buffer_room) {
        char *buffer = realloc(column->buffer, length * 2 + 256);
        if (!buffer) {
            column->failed = true;
            return NULL;
        }
        column->buffer = buffer;
        column->buffer_room = length * 2 + 256;
    }
    *folded = assay_is_blank(text, length) ? 0 : assay_fold(column->buffer, text, length);
    return column->buffer;
}

/* Keeps how a new text is written, white space folded as in R1: two texts that differ are spelled apart. */
static bool column_spell(struct column *column, const char *text, size_t length) {
    size_t kept = 0, white;
    bool gap = false;
    for (size_t at = 0; at < length;) {
        white = utf8_white(text + at, length - at);
        gap = gap || (white && kept);
        at += white;
        if (white) continue;
        if (gap) column->buffer[kept++] = ' ';
        gap = false;
        column->buffer[kept++] = text[at++];
    }
    return dictionary_put(&column->spelled, column->buffer, kept) != DICTIONARY_NONE;
}

/* The number of a text that was folded into the buffer, which it may take. */
static uint32_t column_number(struct column *column, const char *text, size_t length, size_t folded_length) {
    uint32_t before = column->texts.count;
    uint32_t number = dictionary_put(&column->texts, column->buffer, folded_length);
    bool fresh = column->complete && column->texts.count > before;
    return fresh && !column_spell(column, text, length) ? DICTIONARY_NONE : number;
}

bool column_preload(struct column *column, const char *text) {
    size_t folded_length, length = strlen(text);
    if (!column_fold(column, text, length, &folded_length)) return false;
    return folded_length == 0 || column_number(column, text, length, folded_length) != DICTIONARY_NONE;
}

static struct column_cell column_work_out(struct column *column, const char *text, size_t length) {
    struct column_cell cell = {.text = COLUMN_UNLISTED};
    if (!utf8_valid(text, length)) {
        cell.bad = true;
        return cell;
    }
    size_t folded_length;
    if (!column_fold(column, text, length, &folded_length)) return cell;
    cell.text = COLUMN_BLANK;
    if (folded_length) {
        bool listed = column->complete || folded_length <= COLUMN_LONGEST;
        cell.text = listed ? column_number(column, text, length, folded_length) : COLUMN_UNLISTED;
    }
    if (column->coded) cell.code = assay_intern(column->rules, column->field, text, length);
    return cell;
}

static void column_remember(struct column *column, uint32_t number, struct column_cell cell) {
    if (number >= column->known_room) {
        uint32_t room = column->known_room ? column->known_room * 2 : 64;
        struct column_cell *known = realloc(column->known, room * sizeof *known);
        if (!known) {
            column->failed = true;
            return;
        }
        column->known = known;
        column->known_room = room;
    }
    column->known[number] = cell;
}

void column_go_direct(struct column *column) {
    dictionary_free(&column->raw);
    dictionary_free(&column->texts);
    column->direct = true;
}

static struct column_cell column_read_direct(const char *text, size_t length) {
    bool blank = assay_is_blank(text, length);
    return (struct column_cell){.text = blank ? COLUMN_BLANK : COLUMN_UNLISTED, .bad = !utf8_valid(text, length)};
}

struct column_cell column_read(struct column *column, const char *text, size_t length) {
    if (column->direct) return column_read_direct(text, length);
    bool worth = length <= COLUMN_LONGEST;
    uint32_t number = worth ? dictionary_find(&column->raw, text, length) : DICTIONARY_NONE;
    if (number != DICTIONARY_NONE) return column->known[number];
    struct column_cell cell = column_work_out(column, text, length);
    number = cell.bad || !worth ? DICTIONARY_NONE : dictionary_put(&column->raw, text, length);
    if (number != DICTIONARY_NONE) column_remember(column, number, cell);
    if (column->raw.failed || column->texts.failed || column->spelled.failed) column->failed = true;
    return cell;
}

void column_free(struct column *column) {
    dictionary_free(&column->raw);
    dictionary_free(&column->texts);
    dictionary_free(&column->spelled);
    free(column->known);
    free(column->buffer);
    *column = (struct column){0};
}
