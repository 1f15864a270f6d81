#include "runtime/base/utf8.h"

#include <string.h>

/* Bytes at the start of `text` that are ASCII, found eight at a time; may stop up to seven bytes early. */
static size_t ascii_run(const unsigned char *text, size_t length) {
    size_t at = 0;
    for (; length - at >= 8; at += 8) {
        uint64_t word;
        memcpy(&word, text + at, 8);
        if (word & UINT64_C(0x8080808080808080)) break;
    }
    return at;
}

/* The least and greatest second byte rule out overlong forms (E0, F0), surrogates (ED) and what is beyond U+10FFFF
 * (F4). */
static bool second_fits(unsigned char lead, unsigned char second) {
    unsigned char least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    unsigned char greatest = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    return second >= least && second <= greatest;
}

static size_t character(const unsigned char *text, size_t length) {
    unsigned char lead = text[0];
    if (lead < 0x80) return 1;
    size_t size = lead >= 0xC2 && lead <= 0xDF ? 2 : (lead & 0xF0) == 0xE0 ? 3 : lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
    if (size == 0 || size > length || !second_fits(lead, text[1])) return 0;
    for (size_t i = 2; i < size; ++i)
        if ((text[i] & 0xC0) != 0x80) return 0;
    return size;
}

size_t utf8_character(const char *text, size_t length) {
    return character((const unsigned char *)text, length);
}

bool utf8_valid(const char *text, size_t length) {
    const unsigned char *bytes = (const unsigned char *)text;
    size_t at = 0;
    while (at < length) {
        at += ascii_run(bytes + at, length - at);
        if (at == length) break;
        size_t size = character(bytes + at, length - at);
        if (size == 0) return false;
        at += size;
    }
    return true;
}

/* States within a character, named after the bytes seen. */
enum { AFTER_C2 = 1, AFTER_E2, AFTER_E2_80, AFTER_E2_81, AFTER_E3, AFTER_E3_80 };

static int first_byte(unsigned char byte) {
    if (byte == ' ' || (byte >= '\t' && byte <= '\r')) return UTF8_WHITE;
    return byte == 0xC2 ? AFTER_C2 : byte == 0xE2 ? AFTER_E2 : byte == 0xE3 ? AFTER_E3 : UTF8_NOT_WHITE;
}

int utf8_white_step(int state, unsigned char byte) {
    switch (state) {
    case UTF8_WHITE:
        return first_byte(byte);
    case AFTER_C2:
        return byte == 0xA0 ? UTF8_WHITE : UTF8_NOT_WHITE;
    case AFTER_E2:
        return byte == 0x80 ? AFTER_E2_80 : byte == 0x81 ? AFTER_E2_81 : UTF8_NOT_WHITE;
    case AFTER_E2_80:
        return (byte >= 0x80 && byte <= 0x8A) || byte == 0xAF ? UTF8_WHITE : UTF8_NOT_WHITE;
    case AFTER_E2_81:
        return byte == 0x9F ? UTF8_WHITE : UTF8_NOT_WHITE;
    case AFTER_E3:
        return byte == 0x80 ? AFTER_E3_80 : UTF8_NOT_WHITE;
    case AFTER_E3_80:
        return byte == 0x80 ? UTF8_WHITE : UTF8_NOT_WHITE;
    default:
        return UTF8_NOT_WHITE;
    }
}

size_t utf8_white(const char *text, size_t length) {
    int state = UTF8_WHITE;
    for (size_t i = 0; i < length; ++i) {
        state = utf8_white_step(state, (unsigned char)text[i]);
        if (state == UTF8_WHITE) return i + 1;
        if (state == UTF8_NOT_WHITE) break;
    }
    return 0;
}

bool utf8_all_white(const char *text, size_t length) {
    int state = UTF8_WHITE;
    for (size_t i = 0; i < length && state != UTF8_NOT_WHITE; ++i)
        state = utf8_white_step(state, (unsigned char)text[i]);
    return state == UTF8_WHITE;
}

uint32_t utf8_point(const char *text, size_t size) {
    static const unsigned char lead[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
    uint32_t point = (unsigned char)text[0] & lead[size];
    for (size_t i = 1; i < size; i++)
        point = point << 6 | ((unsigned char)text[i] & 0x3F);
    return point;
}
