#include "runtime/usage/csv.h"

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

void csv_add_text(struct text *out, const char *field, size_t length) {
    struct text cell = {0};
    if (length == 0 || !memchr("=+-@\t\r", *field, 6)) {
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
