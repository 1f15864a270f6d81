#include "compiler/base/unicode.h"

#include "runtime/base/utf8.h"

#include <string.h>

/* ---- What cannot be seen ---- */

static const struct unicode_range {
    uint32_t first, last;
    enum unicode_sight sight;
    const char *name; /* of each of them, or NULL */
} unicode_ranges[] = {
#define RANGE(first, last, sight, name) {first, last, sight, name},
#include "compiler/base/unicode_unseen.def"
#undef RANGE
};

static const struct unicode_range *unicode_find_range(uint32_t point) {
    size_t low = 0, high = sizeof unicode_ranges / sizeof *unicode_ranges;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (unicode_ranges[middle].last < point)
            low = middle + 1;
        else
            high = middle;
    }
    bool within = low < sizeof unicode_ranges / sizeof *unicode_ranges && unicode_ranges[low].first <= point;
    return within ? &unicode_ranges[low] : NULL;
}

enum unicode_sight unicode_sight(uint32_t point) {
    if ((point & 0xFFFE) == 0xFFFE) return UNICODE_UNCERTAIN; /* the last two of each plane are no characters */
    const struct unicode_range *range = unicode_find_range(point);
    return range ? range->sight : UNICODE_SEEN;
}

/* ---- Look-alikes ---- */

static const struct unicode_look {
    uint32_t point;
    const char *looks, *name;
} unicode_looks[] = {
#define ALIKE(point, looks, name) {point, looks, name},
#include "compiler/base/unicode_alike.def"
#undef ALIKE
};

static const struct unicode_look *unicode_find_look(uint32_t point) {
    size_t low = 0, high = sizeof unicode_looks / sizeof *unicode_looks;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (unicode_looks[middle].point == point) return &unicode_looks[middle];
        if (unicode_looks[middle].point < point)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

const char *unicode_alike(uint32_t point) {
    const struct unicode_look *look = unicode_find_look(point);
    return look ? look->looks : NULL;
}

/* A fullwidth form or a mathematical letter or digit: the ASCII character that it is a form of; 0: none. Mathematical
 * letters stand in alphabets of 52, the digits behind them in tens. */
static uint32_t unicode_form_of(uint32_t point) {
    if (point >= 0xFF01 && point <= 0xFF5E) return point - 0xFEE0;
    if (point >= 0x1D400 && point <= 0x1D6A3) {
        uint32_t letter = (point - 0x1D400) % 52;
        return letter < 26 ? 'A' + letter : 'a' + letter - 26;
    }
    return point >= 0x1D7CE && point <= 0x1D7FF ? '0' + (point - 0x1D7CE) % 10 : 0;
}

char unicode_ascii(uint32_t point) {
    const char *looks = unicode_alike(point);
    return looks && looks[0] && !looks[1] ? looks[0] : (char)unicode_form_of(point);
}

/* Lower case beyond ASCII, of the alphabets that keep one distance between both cases. */
static uint32_t unicode_lower(uint32_t point) {
    bool latin = point >= 0xC0 && point <= 0xDE && point != 0xD7;
    bool greek = point >= 0x391 && point <= 0x3A9;
    if (latin || greek || (point >= 0x410 && point <= 0x42F)) return point + 0x20;
    return point >= 0x400 && point <= 0x40F ? point + 0x50 : point;
}

/* An ASCII character as it is seen; `rn` and `vv` are seen as one letter, and blanks as one. */
static void unicode_look_ascii(struct text *out, char c) {
    char last = out->length ? out->data[out->length - 1] : '\0';
    if (c == '\t') c = ' ';
    if (c == ' ' && (last == ' ' || !last)) return;
    if (c == 'I' || c == '1' || c == '|') c = 'l';
    if (c == '0') c = 'o';
    if (c >= 'A' && c <= 'Z') c = (char)(c - 'A' + 'a');
    bool joined = (c == 'n' && last == 'r') || (c == 'v' && last == 'v');
    if (joined)
        out->data[out->length - 1] = c == 'n' ? 'm' : 'w';
    else
        text_add_char(out, c);
}

static void unicode_look(struct text *out, uint32_t point) {
    uint32_t form = unicode_form_of(point);
    const char *looks = form ? NULL : unicode_alike(point);
    if (form)
        unicode_look_ascii(out, (char)form);
    else if (!looks)
        unicode_add(out, unicode_lower(point));
    for (; looks && *looks; looks++)
        unicode_look_ascii(out, *looks);
}

static void unicode_look_composed(struct text *out, const char *text) {
    struct text composed = {0};
    unicode_compose(text, &composed);
    size_t size;
    const char *at = composed.data ? composed.data : "";
    for (uint32_t point; point = unicode_next(at, &size), size; at += size) {
        if (point < 0x80)
            unicode_look_ascii(out, (char)point);
        else
            unicode_look(out, point);
    }
    text_free(&composed);
}

void unicode_skeleton(const char *text, struct text *out) {
    if (!unicode_is_ascii(text)) unicode_look_composed(out, text);
    for (bool ascii = unicode_is_ascii(text); ascii && *text; text++)
        unicode_look_ascii(out, *text);
    while (out->length && out->data[out->length - 1] == ' ')
        out->data[--out->length] = '\0';
}

bool unicode_look_alike(const char *a, const char *b) {
    struct text left = {0}, right = {0};
    unicode_skeleton(a, &left);
    unicode_skeleton(b, &right);
    bool same = left.length && left.length == right.length && memcmp(left.data, right.data, left.length) == 0;
    text_free(&left);
    text_free(&right);
    return same;
}

/* ---- Names ---- */

const char *unicode_name(uint32_t point) {
    const struct unicode_look *look = unicode_find_look(point);
    if (look) return look->name;
    const struct unicode_range *range = unicode_find_range(point);
    if (range) return range->name;
    if (!unicode_form_of(point)) return NULL;
    return point < 0x10000 ? "fullwidth form" : "mathematical letter or digit";
}

void unicode_add_point(struct text *out, uint32_t point) {
    const char *name = unicode_name(point);
    text_addf(out, "U+%04X", point);
    if (name) text_addf(out, " (%s)", name);
}

uint32_t unicode_next(const char *text, size_t *size) {
    *size = *text ? utf8_character(text, 4) : 0; /* the end is no byte within a character: nothing behind it is read */
    return *size ? utf8_point(text, *size) : 0;
}

void unicode_add(struct text *out, uint32_t point) {
    static const unsigned char lead[] = {0, 0, 0xC0, 0xE0, 0xF0};
    size_t size = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    text_add_char(out, (char)(lead[size] | point >> 6 * (size - 1)));
    for (size_t i = size - 1; i-- > 0;)
        text_add_char(out, (char)(0x80 | (point >> 6 * i & 0x3F)));
}

/* ---- Scripts ---- */

enum unicode_script unicode_script(uint32_t point) {
    bool ascii = (point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z');
    bool latin = point >= 0xC0 && point <= 0x24F && point != 0xD7 && point != 0xF7;
    if (ascii || latin || (point >= 0x1E00 && point <= 0x1EFF)) return UNICODE_LATIN;
    bool other = (point >= 0x370 && point <= 0x3FF) || (point >= 0x400 && point <= 0x52F) ||   /* Greek, Cyrillic */
                 (point >= 0x531 && point <= 0x588) || (point >= 0x13A0 && point <= 0x13FD) || /* Armenian, Cherokee */
                 (point >= 0x2C80 && point <= 0x2CE3) || (point >= 0xA4D0 && point <= 0xA4F7); /* Coptic, Lisu */
    if (!other || point == 0x37E || point == 0x387) return UNICODE_NO_LETTER;
    return unicode_alike(point) ? UNICODE_ALIKE_LETTER : UNICODE_OTHER_LETTER;
}

/* ---- Telling texts apart ---- */

static uint32_t unicode_ascii_lower(uint32_t point) {
    return point >= 'A' && point <= 'Z' ? point - 'A' + 'a' : point;
}

/* "U+0065 and U+0301": a character, and a mark upon it. */
static void unicode_add_marked(struct text *out, const char *at) {
    size_t size;
    unicode_add_point(out, unicode_next(at, &size));
    uint32_t mark = unicode_next(at + size, &size);
    if (size && unicode_is_mark(mark)) text_addf(out, " and U+%04X", mark);
}

void unicode_add_difference(struct text *out, const char *a, const char *b) {
    for (size_t number = 1, a_size, b_size;; number++, a += a_size, b += b_size) {
        uint32_t left = unicode_next(a, &a_size), right = unicode_next(b, &b_size);
        if (!a_size && !b_size) return;
        if (a_size && b_size && unicode_ascii_lower(left) == unicode_ascii_lower(right)) continue;
        text_addf(out, a_size ? "character %zu is " : "there character %zu is ", number);
        unicode_add_marked(out, a_size ? a : b);
        text_add(out, !a_size ? ", here the text ends" : b_size ? ", there it is " : ", there the text ends");
        if (a_size && b_size) unicode_add_marked(out, b);
        return;
    }
}

void unicode_add_look(struct text *out, const char *at, size_t number) {
    size_t size;
    uint32_t point = unicode_next(at, &size);
    const char *looks = unicode_alike(point);
    text_addf(out, "character %zu is ", number);
    unicode_add_point(out, point);
    if (looks) text_addf(out, ", which looks like \"%s\"", looks);
}

bool unicode_add_alike(struct text *out, const char *text) {
    size_t size, number = 1;
    for (uint32_t point; point = unicode_next(text, &size), size; text += size, number++) {
        if (unicode_script(point) != UNICODE_ALIKE_LETTER) continue;
        unicode_add_look(out, text, number);
        return true;
    }
    return false;
}
