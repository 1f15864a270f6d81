/* column.h - the cells of one column, as numbers.
 *
 * A cell has a code (what it means to the rules) and a text number (which folded text it is). Both are remembered by
 * the raw bytes of the cell, so that a value that repeats costs one look-up. What is remembered is bounded; text
 * numbers are exact and never change: a text either has one for good, or never gets one. */
#ifndef ASSAY_COLUMN_H
#define ASSAY_COLUMN_H

#include "runtime/core/assay.h"
#include "runtime/usage/dictionary.h"
#include "runtime/usage/reader.h"

#define COLUMN_BLANK    0xFFFFFFFEu     /* text number of a blank */
#define COLUMN_UNLISTED DICTIONARY_NONE /* a text without a number */

struct column_cell {
    uint32_t text; /* text number, COLUMN_BLANK or COLUMN_UNLISTED */
    uint16_t code; /* of assay_intern; 0 when the column is not coded */
    bool bad;      /* not UTF-8; the rest says nothing */
};

struct column {
    const struct assay_ruleset *rules;
    uint16_t field;
    bool coded;                /* whether codes are wanted */
    bool complete;             /* every text gets a number, however many there are */
    bool direct;               /* no text gets a number, and nothing is remembered: see column_go_direct */
    struct dictionary raw;     /* raw bytes -> number of `known` */
    struct dictionary texts;   /* folded texts; their numbers are the text numbers */
    struct dictionary spelled; /* of a complete column: how each text was written first, by the same numbers */
    struct column_cell *known;
    uint32_t known_room;
    char *buffer; /* a folded text */
    size_t buffer_room;
    bool failed; /* memory ran out */
};

/* `complete` is for columns whose texts must all be told apart by number, and be shown: customers. */
void column_init(struct column *column, const struct assay_ruleset *rules, uint16_t field, bool coded, bool complete);

/* Gives a text of the rules the next number, before any cell is read; blank texts get none. False: no memory. */
bool column_preload(struct column *column, const char *text);

/* For a column that is not coded and whose texts hardly repeat (quantities, identifiers): remembering them costs more
 * than it saves. Only before the first number was used. */
void column_go_direct(struct column *column);

/* Reads one cell. */
struct column_cell column_read(struct column *column, const char *text, size_t length);

/* Folds a text into the column's buffer, blank to nothing; valid until the next call. NULL when memory ran out. */
const char *column_fold(struct column *column, const char *text, size_t length, size_t *folded);

void column_free(struct column *column);

#endif
