#include "runtime/base/text.h"

#include <stdlib.h>
#include <string.h>

static bool text_reserve(struct text *text, size_t more) {
    if (text->failed) return false;
    size_t need = text->length + more + 1;
    if (need <= text->capacity) return true;
    size_t capacity = text->capacity ? text->capacity * 2 : 256;
    if (capacity < need) capacity = need;
    char *data = realloc(text->data, capacity);
    if (!data) {
        text->failed = true;
        return false;
    }
    text->data = data;
    text->capacity = capacity;
    return true;
}

void text_add_bytes(struct text *text, const char *bytes, size_t length) {
    if (!text_reserve(text, length)) return;
    if (length) memcpy(text->data + text->length, bytes, length);
    text->length += length;
    text->data[text->length] = '\0';
}

void text_add(struct text *text, const char *string) {
    text_add_bytes(text, string, strlen(string));
}

void text_add_char(struct text *text, char c) {
    text_add_bytes(text, &c, 1);
}

void text_add_repeat(struct text *text, char c, size_t count) {
    if (!text_reserve(text, count)) return;
    memset(text->data + text->length, c, count);
    text->length += count;
    text->data[text->length] = '\0';
}

void text_add_list(struct text *text, const char *format, va_list arguments) {
    va_list again;
    if (!text_reserve(text, 1)) return;
    size_t room = text->capacity - text->length;
    va_copy(again, arguments);
    int length = vsnprintf(text->data + text->length, room, format, again);
    va_end(again);
    if (length < 0) {
        text->failed = true;
    } else if ((size_t)length < room) {
        text->length += (size_t)length;
    } else if (text_reserve(text, (size_t)length)) {
        vsnprintf(text->data + text->length, (size_t)length + 1, format, arguments);
        text->length += (size_t)length;
    } else {
        text->data[text->length] = '\0';
    }
}

void text_add_quoted(struct text *text, const char *string) {
    text_add_char(text, '"');
    for (; *string; string++) {
        if (*string == '"') text_add_char(text, '"');
        text_add_char(text, *string);
    }
    text_add_char(text, '"');
}

static void text_add_digits(struct text *text, uint64_t number, unsigned base) {
    char digits[20];
    size_t at = sizeof digits;
    do {
        digits[--at] = "0123456789abcdef"[number % base];
        number /= base;
    } while (number);
    text_add_bytes(text, digits + at, sizeof digits - at);
}

void text_add_uint(struct text *text, uint64_t number) {
    text_add_digits(text, number, 10);
}

void text_add_hex(struct text *text, uint64_t number) {
    text_add_digits(text, number, 16);
}

void text_addf(struct text *text, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    text_add_list(text, format, arguments);
    va_end(arguments);
}

void text_clear(struct text *text) {
    text->length = 0;
    if (text->data) text->data[0] = '\0';
}

bool text_write(const struct text *text, FILE *stream) {
    if (text->failed) return false;
    return fwrite(text->data ? text->data : "", 1, text->length, stream) == text->length;
}

void text_free(struct text *text) {
    free(text->data);
    *text = (struct text){0};
}
