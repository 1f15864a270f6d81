#include "compiler/emit/c.h"

#include <string.h>

/* Octal escapes have at most three digits, so that what follows is never part of them. A question mark behind another
 * one is escaped: it could begin a trigraph. */
void c_literal(struct text *out, const char *text) {
    text_add_char(out, '"');
    for (const char *at = text; *at; at++) {
        unsigned char byte = (unsigned char)*at;
        if (byte < 0x20 || byte >= 0x7F)
            text_addf(out, "\\%03o", byte);
        else if (byte == '"' || byte == '\\' || (byte == '?' && at > text && at[-1] == '?'))
            text_addf(out, "\\%c", byte);
        else
            text_add_char(out, *at);
    }
    text_add_char(out, '"');
}

static bool c_comment_splits(char before, char now) {
    return (before == '*' && now == '/') || (before == '/' && now == '*') || (before == '?' && now == '?');
}

/* UTF-8 is kept. What could end the comment, begin another or be a trigraph is pulled apart by a blank. */
void c_comment(struct text *out, const char *text) {
    for (; *text; text++) {
        unsigned char byte = (unsigned char)*text;
        char before = out->length ? out->data[out->length - 1] : ' ';
        if (c_comment_splits(before, *text)) text_add_char(out, ' ');
        text_add_char(out, byte < 0x20 || byte == 0x7F ? ' ' : *text);
    }
}

void c_date(struct text *out, uint32_t date) {
    text_addf(out, "%04u", date / 10000);
    if (date % 10000) text_addf(out, "-%02u-%02u", date / 100 % 100, date % 100);
}

void c_cites(struct c_file *file, const struct assay_citation *cites) {
    if (!cites->title) {
        text_add(&file->out, "nothing");
        return;
    }
    c_comment(&file->out, cites->title);
    if (cites->date) text_add(&file->out, ", "), c_date(&file->out, cites->date);
    if (cites->secondary) text_add(&file->out, " (secondary source)");
}
