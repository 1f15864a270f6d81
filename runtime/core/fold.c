/* fold.c - texts: when two are the same, when one is blank, and their hash. */
#include "runtime/core/internal.h"

/* Eight bytes at a time. Nothing here depends on the order of bytes in a word. */
#define EVERY(byte) (0x0101010101010101u * (uint64_t)(byte))
#define HIGH        EVERY(0x80)

/* 1 when eight bytes fold to themselves but for case: ASCII, no white space but single blanks, and none of those at
 * either end, where a neighbour could be white space too. */
static int word_is_plain(uint64_t word, const unsigned char *at) {
    uint64_t blanks = ~(word + EVERY(0x7F - ' ')) & HIGH;
    uint64_t printable = (word + EVERY(0x80 - ' ')) & ~word & HIGH;
    return printable == HIGH && (blanks & (blanks << 8)) == 0 && at[0] != ' ' && at[7] != ' ';
}

static uint64_t word_lower(uint64_t word) {
    uint64_t upper = (word + EVERY(0x80 - 'A')) & ~(word + EVERY(0x7F - 'Z')) & HIGH;
    return word | (upper >> 2);
}

size_t assay_fold(char *out, const char *text, size_t length) {
    const unsigned char *at = (const unsigned char *)text, *end = length ? at + length : at;
    unsigned char *start = (unsigned char *)out, *to = start;
    int gap = 0;
    while (at != end) {
        uint64_t word = 0;
        int plain = 0;
        if (end - at >= 8) {
            __builtin_memcpy(&word, at, 8);
            plain = word_is_plain(word, at);
        }
        size_t space = plain ? 0 : fold_space(at, end);
        if (space) {
            gap = to != start;
            at += space;
            continue;
        }
        if (gap) *to++ = ' ';
        gap = 0;
        if (plain) {
            word = word_lower(word);
            __builtin_memcpy(to, &word, 8);
            to += 8;
            at += 8;
        } else {
            *to++ = fold_lower(*at++);
        }
    }
    return (size_t)(to - start);
}

int assay_is_blank(const char *text, size_t length) {
    struct fold_cursor cursor = fold_begin(text, length);
    int byte = fold_next(&cursor);
    if (byte < 0) return 1;
    for (const char *null = "null"; *null; null++) {
        if (byte != *null) return 0;
        byte = fold_next(&cursor);
    }
    return byte < 0;
}

int assay_same(const char *a, size_t a_length, const char *b, size_t b_length) {
    struct fold_cursor left = fold_begin(a, a_length), right = fold_begin(b, b_length);
    for (;;) {
        int byte = fold_next(&left);
        if (byte != fold_next(&right)) return 0;
        if (byte < 0) return 1;
    }
}

uint32_t assay_hash(const char *folded, size_t length) {
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)folded[i]) * 16777619u;
    return hash;
}
