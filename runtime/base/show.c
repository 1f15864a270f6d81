#include "runtime/base/show.h"

#include "runtime/base/utf8.h"

#include <string.h>

#define SHOW_REPLACEMENT "\xEF\xBF\xBD"

bool show_steers(const char *text, size_t size) {
    uint32_t point = utf8_point(text, size);
    return point < 0x20 || (point >= 0x7F && point <= 0x9F) || point == 0x61C || point == 0x200E || point == 0x200F ||
           (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
}

void show_add(struct text *out, const char *text, size_t length, size_t most) {
    size_t at = 0;
    for (size_t shown = 0; at < length && shown < most; shown++) {
        size_t size = utf8_character(text + at, length - at);
        if (size && !show_steers(text + at, size))
            text_add_bytes(out, text + at, size);
        else
            text_add(out, SHOW_REPLACEMENT);
        at += size ? size : 1;
    }
    text_add(out, at < length ? "..." : "");
}

void show_string(struct text *out, const char *string, size_t most) {
    show_add(out, string, strlen(string), most);
}

void show_utf8(struct text *out, const char *text, size_t length) {
    text_add(out, "");
    for (size_t at = 0; at < length;) {
        size_t size = utf8_character(text + at, length - at);
        if (size)
            text_add_bytes(out, text + at, size);
        else
            text_add(out, SHOW_REPLACEMENT);
        at += size ? size : 1;
    }
}
