#include "runtime/usage/bind.h"

#include "runtime/usage/names.h"
#include "runtime/usage/refuse.h"
#include "runtime/base/show.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BIND_SHOWN 40u /* characters of a header name that a message shows */

/* Header names as compared, side by side with the header. */
struct bind_names {
    char *bytes;
    struct reader_cell *keys;
    size_t count;
};

static bool bind_names_make(struct bind_names *names, const struct reader_cell *header, size_t count) {
    size_t room = 1;
    for (size_t i = 0; i < count; i++)
        room += header[i].length;
    *names = (struct bind_names){malloc(room), calloc(count + 1, sizeof *names->keys), count};
    if (!names->bytes || !names->keys) return false;
    char *at = names->bytes;
    for (size_t i = 0; i < count; i++) {
        names->keys[i] = (struct reader_cell){at, (uint32_t)names_key(at, header[i].text, header[i].length)};
        at += header[i].length;
    }
    return true;
}

/* The first column from `start` on whose name is `spelling`, or BIND_ABSENT. */
static uint32_t bind_find(const struct bind_names *names, const char *spelling, size_t start) {
    char key[ASSAY_TEXT_MAX];
    size_t length = strlen(spelling);
    if (length > sizeof key) return BIND_ABSENT;
    length = names_key(key, spelling, length);
    for (size_t i = start; length > 0 && i < names->count; i++)
        if (names->keys[i].length == length && memcmp(names->keys[i].text, key, length) == 0) return (uint32_t)i;
    return BIND_ABSENT;
}

static bool bind_twice(const struct assay_field *field, const struct reader_cell *header, uint32_t first,
                       uint32_t second, struct reader_refusal *refusal) {
    struct text name = {0};
    show_add(&name, header[first].text, header[first].length, BIND_SHOWN);
    refuse(refusal, "remove or rename one of the two columns",
           "columns %lu and %lu are both \"%s\" (%s): which one counts cannot be told", first + 1ul, second + 1ul,
           name.failed ? "" : name.data, field->name);
    text_free(&name);
    return false;
}

/* Notes a column that stands back behind another. */
static void bind_note(const struct assay_field *field, const struct reader_cell *header, uint32_t used, uint32_t unused,
                      struct notes *notes) {
    struct text first = {0}, second = {0};
    show_add(&first, header[used].text, header[used].length, BIND_SHOWN);
    show_add(&second, header[unused].text, header[unused].length, BIND_SHOWN);
    if (first.failed || second.failed)
        notes->failed = true;
    else
        notes_addf(notes, "%s is read from column \"%s\" (%lu); column \"%s\" (%lu) means the same and is not used",
                   field->name, first.data, used + 1ul, second.data, unused + 1ul);
    text_free(&first);
    text_free(&second);
}

bool bind_know(const struct assay_usage *usage, struct reader *reader) {
    for (size_t f = 0; f < usage->field_count; f++)
        if (!reader_know(reader, usage->fields[f].columns, usage->fields[f].column_count)) return false;
    return true;
}

/* Binds one field. Spellings that compare alike are one spelling. */
static bool bind_field(const struct assay_field *field, bool used, const struct bind_names *names,
                       const struct reader_cell *header, uint32_t *column, struct notes *notes,
                       struct reader_refusal *refusal) {
    *column = BIND_ABSENT;
    for (size_t s = 0; s < field->column_count; s++) {
        uint32_t found = bind_find(names, field->columns[s], 0);
        if (found == BIND_ABSENT || found == *column) continue;
        uint32_t again = bind_find(names, field->columns[s], found + 1);
        if (used && again != BIND_ABSENT) *column = found;
        if (used && again != BIND_ABSENT) return bind_twice(field, header, found, again, refusal);
        if (*column == BIND_ABSENT)
            *column = found;
        else if (used)
            bind_note(field, header, *column, found, notes);
    }
    return true;
}

/* What a header of one column is parted by, in place of commas; NULL: nothing. */
static const char *bind_separator(const struct reader_cell *header, size_t count) {
    static const struct {
        char sign;
        const char *name;
    } separators[] = {{';', "semicolons (;)"}, {'\t', "tabs"}, {'|', "vertical bars (|)"}};
    const char *found = NULL;
    size_t most = 0;
    for (size_t s = 0; count == 1 && s < sizeof separators / sizeof *separators; s++) {
        size_t seen = 0;
        for (size_t i = 0; i < header[0].length; i++)
            seen += header[0].text[i] == separators[s].sign;
        if (seen > most) found = separators[s].name;
        if (seen > most) most = seen;
    }
    return found;
}

/* Whether bytes stand in a header that no text has. */
static bool bind_binary(const struct reader_cell *header, size_t count) {
    for (size_t c = 0; c < count; c++)
        for (size_t i = 0; i < header[c].length; i++) {
            unsigned char byte = (unsigned char)header[c].text[i];
            if (byte < '\t' || (byte > '\r' && byte < ' ')) return true;
        }
    return false;
}

static bool bind_nothing(const struct assay_usage *usage, const struct reader_cell *header, size_t count,
                         struct reader_refusal *refusal) {
    const char *separator = bind_separator(header, count);
    if (separator)
        return refuse(refusal, "export the file again, with commas between the columns",
                      "the columns are separated by %s where commas are expected", separator);
    if (bind_binary(header, count))
        return refuse(refusal, "export the report again, as CSV",
                      "the first record holds control characters: the file is no text");
    if (count == 1 && memchr(header[0].text, ',', header[0].length))
        return refuse(refusal, "export the file again, or take away the quotes around each line",
                      "the whole header is in one pair of quotes, so it is one column");
    char remedy[160];
    const struct assay_field *field = &usage->fields[0];
    snprintf(remedy, sizeof remedy, "the first record must name the columns, such as \"%.60s\"",
             field->column_count ? field->columns[0] : field->name);
    return refuse(refusal, remedy, "no column of \"%.80s\" is known in the first record: is the header missing?",
                  usage->name);
}

bool bind_columns(const struct assay_usage *usage, const uint8_t *uses, const struct reader_cell *header, size_t count,
                  uint32_t *columns, struct notes *notes, struct reader_refusal *refusal) {
    struct bind_names names;
    bool good = bind_names_make(&names, header, count) || refuse_memory(refusal);
    size_t known = 0;
    for (size_t f = 0; f < usage->field_count; f++)
        columns[f] = BIND_ABSENT;
    for (size_t f = 0; good && f < usage->field_count; f++) {
        good = bind_field(&usage->fields[f], uses[f] != 0, &names, header, &columns[f], notes, refusal);
        if (good && columns[f] != BIND_ABSENT) known++;
    }
    if (good && known == 0) good = bind_nothing(usage, header, count, refusal);
    if (good && notes->failed) good = refuse_memory(refusal);
    free(names.bytes);
    free(names.keys);
    return good;
}
