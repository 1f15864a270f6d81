#include "runtime/cli/record.h"

#include "runtime/base/show.h"
#include "runtime/cli/tree.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define RECORD_BYTES (16u << 20) /* of a record, at most */

/* ---- Writing ---- */

/* Whether bytes beyond ASCII may stand as they are. */
static bool record_is_plain(const char *value) {
    struct text shown = {0};
    size_t length = strlen(value), kept = 0;
    show_string(&shown, value, SHOW_ALL);
    for (size_t i = 0; i < length; i++)
        kept += ((unsigned char)value[i] & 0x80) != 0;
    /* What steers a terminal or is not UTF-8 is shown as another text. */
    bool plain = kept == 0 || (!shown.failed && shown.length == length && memcmp(shown.data, value, length) == 0);
    text_free(&shown);
    return plain;
}

void record_add(struct text *out, const char *word, const char *value) {
    text_add(out, word);
    if (value) text_add_char(out, ' ');
    bool plain = !value || record_is_plain(value);
    for (; value && *value; value++) {
        unsigned char c = (unsigned char)*value;
        if (c == '\\')
            text_add(out, "\\\\");
        else if (c < 0x20 || c == 0x7F || (c >= 0x80 && !plain))
            text_addf(out, "\\x%02x", c);
        else
            text_add_char(out, *value);
    }
    text_add_char(out, '\n');
}

/* ---- Reading ---- */

static int record_digit(char c) {
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* Undoes the backslashes of a line in place; false: it has others, or control characters. */
static bool record_undo(char *line) {
    char *to = line;
    for (char *at = line; *at; at++) {
        if ((unsigned char)*at < 0x20) return false;
        if (*at != '\\') {
            *to++ = *at;
        } else if (at[1] == '\\') {
            *to++ = *++at;
        } else {
            int high = at[1] == 'x' ? record_digit(at[2]) : -1, low = high >= 0 ? record_digit(at[3]) : -1;
            if (low < 0 || high + low == 0) return false;
            *to++ = (char)(high * 16 + low);
            at += 3;
        }
    }
    *to = '\0';
    return true;
}

static bool record_take(struct record *record, char *line) {
    if (*line == '#' || *line == '\0') return true;
    if (!record_undo(line)) return false;
    if ((record->count & (record->count - 1)) == 0) {
        size_t room = record->count ? record->count * 2 : 1;
        struct record_line *lines = realloc(record->lines, room * sizeof *lines);
        if (!lines) return false;
        record->lines = lines;
    }
    size_t word = strcspn(line, " "), value = word + (line[word] == ' ');
    const char *words = pool_text(&record->pool, line, word);
    const char *values = pool_text(&record->pool, line + value, strlen(line + value));
    if (!words || !values) return false;
    record->lines[record->count++] = (struct record_line){words, values};
    return true;
}

bool record_parse(struct record *record, struct text *text) {
    *record = (struct record){0};
    char *at = text->data, *end = text->data + text->length;
    for (char *line_end; at < end; at = line_end + 1) {
        line_end = memchr(at, '\n', (size_t)(end - at));
        if (!line_end || memchr(at, '\0', (size_t)(line_end - at))) return false;
        *line_end = '\0';
        if (!record_take(record, at)) return false;
    }
    return true;
}

bool record_read(struct record *record, const char *path) {
    struct text text;
    *record = (struct record){0};
    if (!tree_load(path, RECORD_BYTES, &text)) return false;
    bool good = record_parse(record, &text);
    text_free(&text);
    errno = 0;
    return good;
}

const char *record_find(const struct record *record, const char *word) {
    for (size_t i = 0; i < record->count; i++)
        if (strcmp(record->lines[i].word, word) == 0) return record->lines[i].value;
    return NULL;
}

void record_free(struct record *record) {
    free(record->lines);
    pool_free(&record->pool);
    *record = (struct record){0};
}
