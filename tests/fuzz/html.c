/* A text in an element and in an attribute: what a reader that knows nothing of the writer makes of it is the same
 * characters, and no markup but the names of those that cannot be seen. */
#include "runtime/base/html.h"
#include "runtime/base/utf8.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void demand(bool kept) {
    if (!kept) abort();
}

/* Skips a literal at *at. */
static void take(const char **at, const char *literal) {
    demand(strncmp(*at, literal, strlen(literal)) == 0);
    *at += strlen(literal);
}

/* The bytes of one character as a reader sees it: an entity, a name between `before` and `after`, or itself. */
static size_t seen(const char **at, const char *before, const char *after, char out[8]) {
    static const char *const entities[][2] = {
        {"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}};
    for (size_t i = 0; i < sizeof entities / sizeof *entities; i++) {
        if (strncmp(*at, entities[i][0], strlen(entities[i][0])) != 0) continue;
        *at += strlen(entities[i][0]);
        out[0] = entities[i][1][0];
        return 1;
    }
    char name[40];
    snprintf(name, sizeof name, "%sU+", before);
    if (strncmp(*at, name, strlen(name)) == 0) {
        char *end;
        *at += strlen(name);
        unsigned long point = strtoul(*at, &end, 16);
        *at = end;
        take(at, after);
        out[0] = (char)0xFF; /* no byte of UTF-8 */
        memcpy(out + 1, &(uint32_t){(uint32_t)point}, 4);
        return 5;
    }
    demand(!strchr("<>&\"'", **at));
    size_t length = utf8_character(*at, strlen(*at));
    demand(length > 0 && (unsigned char)**at >= 0x20 && **at != 0x7F);
    memcpy(out, *at, length);
    *at += length;
    return length;
}

static uint32_t point_of(const char *text, size_t length) {
    uint32_t point = (unsigned char)text[0] & (length == 1 ? 0x7Fu : 0xFFu >> (length + 1));
    for (size_t i = 1; i < length; i++)
        point = point << 6 | ((unsigned char)text[i] & 0x3Fu);
    return point;
}

/* Walks over what was written beside what was meant. A "[U+" that the text itself has is ambiguous in attributes: such
 * texts are left out there. */
static void compare(const char **at, const char *text, size_t size, const char *before, const char *after) {
    for (size_t i = 0; i < size;) {
        char out[8];
        size_t length = utf8_character(text + i, size - i), written = seen(at, before, after, out);
        if (length == 0)
            demand(written == 3 && memcmp(out, "\xEF\xBF\xBD", 3) == 0);
        else if ((unsigned char)out[0] == 0xFF) {
            uint32_t point;
            memcpy(&point, out + 1, 4);
            demand(point == point_of(text + i, length));
        } else
            demand(written == length && memcmp(out, text + i, length) == 0);
        i += length ? length : 1;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct text out = {0};
    struct html html = {.out = &out};
    char *text = malloc(size + 1);
    if (!text) return 0;
    memcpy(text, data, size);
    text[size] = '\0';
    html_begin(&html, "b");
    html_attribute(&html, "title", text);
    html_isolated(&html, text, size);
    html_end(&html);
    demand(!out.failed);
    const char *at = out.data;
    take(&at, "<b title=\"");
    if (strstr(text, "[U+"))
        at = strchr(at, '"');
    else
        compare(&at, text, strlen(text), "[", "]");
    take(&at, "\"><bdi>");
    compare(&at, text, size, "<span class=\"point\">", "</span>");
    take(&at, "</bdi></b>");
    demand(*at == '\0');
    text_free(&out);
    free(text);
    return 0;
}
