/* internal.h - what the files of the core share. Everything is inline, so that the library exports assay_ names alone.
 */
#ifndef ASSAY_CORE_INTERNAL_H
#define ASSAY_CORE_INTERNAL_H

#include "runtime/core/assay.h"

/* ---- Texts ---- */

/* The bytes of white space that start at `at`, which is before `end`; 0 when there is none. No lead byte used here can
 * be a continuation byte, so text that is not UTF-8 cannot be mistaken for white space. */
static inline size_t fold_space(const unsigned char *at, const unsigned char *end) {
    unsigned char lead = at[0];
    if (lead < 0x80) return lead == ' ' || (lead >= '\t' && lead <= '\r');
    if (lead == 0xC2) return end - at >= 2 && at[1] == 0xA0 ? 2 : 0;
    if ((lead != 0xE2 && lead != 0xE3) || end - at < 3) return 0;
    if (lead == 0xE3) return at[1] == 0x80 && at[2] == 0x80 ? 3 : 0;
    if (at[1] == 0x80) return (at[2] >= 0x80 && at[2] <= 0x8A) || at[2] == 0xAF ? 3 : 0;
    return at[1] == 0x81 && at[2] == 0x9F ? 3 : 0;
}

static inline unsigned char fold_lower(unsigned char byte) {
    return byte >= 'A' && byte <= 'Z' ? (unsigned char)(byte + ('a' - 'A')) : byte;
}

/* Walks through a text as assay_fold would write it. */
struct fold_cursor {
    const unsigned char *at, *end;
    int started;
};

static inline struct fold_cursor fold_begin(const char *text, size_t length) {
    const unsigned char *at = (const unsigned char *)text;
    return (struct fold_cursor){at, length ? at + length : at, 0};
}

/* The next byte of the folded text, or -1 at its end. */
static inline int fold_next(struct fold_cursor *cursor) {
    int gap = 0;
    while (cursor->at != cursor->end) {
        size_t space = fold_space(cursor->at, cursor->end);
        if (space == 0) break;
        cursor->at += space;
        gap = cursor->started;
    }
    if (cursor->at == cursor->end) return -1;
    if (gap) return ' ';
    cursor->started = 1;
    return fold_lower(*cursor->at++);
}

static inline size_t text_length(const char *text) {
    size_t length = 0;
    while (text[length])
        length++;
    return length;
}

/* ---- Scratch memory ----
 * In units of uint64_t: two clause sets and a row of codes for classify.c, then what decide.c needs. */

static inline size_t work_units(size_t count, size_t size) {
    return (count * size + sizeof(uint64_t) - 1) / sizeof(uint64_t);
}

static inline uint64_t *work_clauses(void *work) {
    return work;
}

static inline uint16_t *work_codes(const struct assay_ruleset *rules, void *work) {
    return (void *)(work_clauses(work) + 2 * (size_t)rules->index->words);
}

static inline uint64_t *work_rest(const struct assay_ruleset *rules, void *work) {
    size_t codes = work_units(rules->usage->field_count, sizeof(uint16_t));
    return work_clauses(work) + 2 * (size_t)rules->index->words + codes;
}

#endif
