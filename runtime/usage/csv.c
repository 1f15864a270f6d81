#include "runtime/usage/csv.h"

#include "runtime/base/utf8.h"

#include <string.h>

static bool csv_plain(const char *field, size_t length) {
    for (size_t i = 0; i < length; i++)
        if (field[i] == ',' || field[i] == '"' || field[i] == '\n' || field[i] == '\r') return false;
    return true;
}

void csv_add(struct text *out, const char *field, size_t length) {
    if (csv_plain(field, length)) {
        text_add_bytes(out, field, length);
        return;
    }
    text_add_char(out, '"');
    for (size_t i = 0; i < length; i++) {
        if (field[i] == '"') text_add_char(out, '"');
        text_add_char(out, field[i]);
    }
    text_add_char(out, '"');
}

/* Characters at which a spreadsheet takes a cell for a formula: = + - @, also in full width. */
static bool csv_runs(const char *field, size_t length) {
    static const char *const wide[] = {"\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"};
    if (length && memchr("=+-@", *field, 4)) return true;
    for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
        if (length >= 3 && memcmp(field, wide[i], 3) == 0) return true;
    return false;
}

/* A spreadsheet may drop white space and controls in front of a cell, and then run the rest. */
static bool csv_may_run(const char *field, size_t length) {
    size_t at = 0, white;
    if (length && (unsigned char)*field < ' ') return true;
    while (at < length && (white = (unsigned char)field[at] < ' ' ? 1 : utf8_white(field + at, length - at)) > 0)
        at += white;
    return csv_runs(field + at, length - at);
}

void csv_add_text(struct text *out, const char *field, size_t length) {
    struct text cell = {0};
    if (!csv_may_run(field, length)) {
        csv_add(out, field, length);
        return;
    }
    text_add_char(&cell, '\'');
    text_add_bytes(&cell, field, length);
    if (cell.failed)
        out->failed = true;
    else
        csv_add(out, cell.data, cell.length);
    text_free(&cell);
}
