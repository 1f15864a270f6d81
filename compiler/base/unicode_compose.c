/* unicode_compose.c - the composed form of a text (NFC): one character where a letter and its marks make one.
 *
 * Marks are put in the order of their classes first. Only those of U+0300 to U+036F have classes here; marks of other
 * scripts keep their order. */
#include "compiler/base/unicode.h"

#include <stdlib.h>
#include <string.h>

static const struct unicode_composed {
    uint32_t first, second, made;
} unicode_composites[] = {
#define COMPOSED(first, second, made) {first, second, made},
#include "compiler/base/unicode_composed.def"
#undef COMPOSED
};

/* Hangul: a leading consonant and a vowel make a syllable, which takes a trailing consonant. */
enum {
    HANGUL_LEAD = 0x1100,
    HANGUL_VOWEL = 0x1161,
    HANGUL_TRAIL = 0x11A7, /* one before the first */
    HANGUL_SYLLABLE = 0xAC00,
    HANGUL_LEADS = 19,
    HANGUL_VOWELS = 21,
    HANGUL_TRAILS = 28
};

static uint32_t compose_hangul(uint32_t first, uint32_t second) {
    bool lead = first >= HANGUL_LEAD && first < HANGUL_LEAD + HANGUL_LEADS;
    bool vowel = second >= HANGUL_VOWEL && second < HANGUL_VOWEL + HANGUL_VOWELS;
    if (lead && vowel)
        return HANGUL_SYLLABLE + ((first - HANGUL_LEAD) * HANGUL_VOWELS + second - HANGUL_VOWEL) * HANGUL_TRAILS;
    bool open = first >= HANGUL_SYLLABLE && first < HANGUL_SYLLABLE + HANGUL_LEADS * HANGUL_VOWELS * HANGUL_TRAILS &&
                (first - HANGUL_SYLLABLE) % HANGUL_TRAILS == 0;
    bool trail = second > HANGUL_TRAIL && second < HANGUL_TRAIL + HANGUL_TRAILS;
    return open && trail ? first + second - HANGUL_TRAIL : 0;
}

/* What both make; 0: nothing. */
static uint32_t compose_pair(uint32_t first, uint32_t second) {
    size_t low = 0, high = sizeof unicode_composites / sizeof *unicode_composites;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct unicode_composed *at = &unicode_composites[middle];
        if (at->first == first && at->second == second) return at->made;
        if (at->first < first || (at->first == first && at->second < second))
            low = middle + 1;
        else
            high = middle;
    }
    return compose_hangul(first, second);
}

static const struct unicode_class {
    uint16_t first, last, class;
} unicode_classes[] = {
#define CLASS(first, last, class) {first, last, class},
#include "compiler/base/unicode_class.def"
#undef CLASS
};

static unsigned compose_class(uint32_t point) {
    if (point < 0x300 || point > 0x36F) return 0;
    for (size_t i = 0; i < sizeof unicode_classes / sizeof *unicode_classes; i++)
        if (point <= unicode_classes[i].last) return point >= unicode_classes[i].first ? unicode_classes[i].class : 0;
    return 0;
}

bool unicode_is_mark(uint32_t point) {
    return (point >= 0x300 && point <= 0x36F) || (point >= 0x1AB0 && point <= 0x1AFF) ||
           (point >= 0x1DC0 && point <= 0x1DFF) || (point >= 0x20D0 && point <= 0x20FF) || point == 0x3099 ||
           point == 0x309A;
}

/* Marks of one letter, by class; those of one class keep their order. */
static void compose_order(uint32_t *points, size_t count) {
    for (size_t i = 1; i < count; i++) {
        unsigned class = compose_class(points[i]);
        uint32_t point = points[i];
        size_t at = i;
        for (; class && at > 0 && compose_class(points[at - 1]) > class; at--)
            points[at] = points[at - 1];
        points[at] = point;
    }
}

/* In place: each mark joins the letter before it, unless one of its class or a letter stands between. */
static size_t compose_join(uint32_t *points, size_t count) {
    size_t letter = 0, kept = 0;
    unsigned last = 0;
    for (size_t i = 0; i < count; i++) {
        unsigned class = compose_class(points[i]);
        bool blocked = kept > letter + 1 && (class == 0 || last >= class);
        uint32_t made = kept && !blocked ? compose_pair(points[letter], points[i]) : 0;
        if (made) {
            points[letter] = made;
            continue;
        }
        if (class == 0) letter = kept;
        last = class;
        points[kept++] = points[i];
    }
    return kept;
}

bool unicode_is_ascii(const char *text) {
    while (*text > 0)
        text++;
    return *text == '\0';
}

bool unicode_compose(const char *text, struct text *out) {
    size_t length = strlen(text), count = 0, size, before = out->length;
    uint32_t *points = unicode_is_ascii(text) ? NULL : malloc(length * sizeof *points);
    if (!points) {
        text_add_bytes(out, text, length);
        return false;
    }
    for (const char *at = text;; at += size) {
        uint32_t point = unicode_next(at, &size);
        if (!size) break;
        points[count++] = point;
    }
    compose_order(points, count);
    count = compose_join(points, count);
    for (size_t i = 0; i < count; i++)
        unicode_add(out, points[i]);
    free(points);
    if (out->failed) return false;
    return out->length - before != length || memcmp(out->data + before, text, length) != 0;
}
