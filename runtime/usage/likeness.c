#include "runtime/usage/likeness.h"

#include <openssl/rand.h>
#include <string.h>

__extension__ typedef unsigned __int128 likeness_product;

#define LIKENESS_BITS  61u
#define LIKENESS_PRIME ((UINT64_C(1) << LIKENESS_BITS) - 1)
#define LIKENESS_WORD  7u /* bytes of a coefficient, which so is below the prime */

bool likeness_init(struct likeness *likeness) {
    if (RAND_bytes((unsigned char *)likeness->points, sizeof likeness->points) != 1) return false;
    for (unsigned i = 0; i < LIKENESS_POINTS; i++)
        likeness->points[i] = likeness->points[i] >> 4 | 1; /* below 2^60, so that a sum stays below 2^63 */
    return true;
}

/* sum * point + word, modulo the prime but for a multiple of it. */
static inline uint64_t likeness_step(uint64_t sum, uint64_t point, uint64_t word) {
    likeness_product product = (likeness_product)sum * point + word;
    return ((uint64_t)product & LIKENESS_PRIME) + (uint64_t)(product >> LIKENESS_BITS);
}

static inline uint64_t likeness_word(const unsigned char *bytes) {
    uint64_t word;
    memcpy(&word, bytes, sizeof word);
    return word & ((UINT64_C(1) << 8 * LIKENESS_WORD) - 1);
}

static uint64_t likeness_whole(uint64_t sum) {
    sum = (sum & LIKENESS_PRIME) + (sum >> LIKENESS_BITS);
    return sum >= LIKENESS_PRIME ? sum - LIKENESS_PRIME : sum;
}

/* Words in turn go to two polynomials, so that one need not wait for the other; each pair has its two points twice. */
struct fingerprint likeness_of(const struct likeness *likeness, const unsigned char *bytes, size_t length) {
    const uint64_t *points = likeness->points;
    uint64_t sums[LIKENESS_POINTS] = {length + 1, length + 1, length + 1, length + 1};
    unsigned char rest[2 * LIKENESS_WORD + LIKENESS_PADDING] = {0};
    size_t left = length;
    for (; left >= 2 * LIKENESS_WORD; bytes += 2 * LIKENESS_WORD, left -= 2 * LIKENESS_WORD) {
        uint64_t first = likeness_word(bytes), second = likeness_word(bytes + LIKENESS_WORD);
        sums[0] = likeness_step(sums[0], points[0], first);
        sums[1] = likeness_step(sums[1], points[1], first);
        sums[2] = likeness_step(sums[2], points[2], second);
        sums[3] = likeness_step(sums[3], points[3], second);
    }
    memcpy(rest, bytes, left);
    /* Multiplied once more: each polynomial is without a constant, or else what one gains the other could lose. */
    for (unsigned i = 0; i < LIKENESS_POINTS; i++) {
        sums[i] = likeness_step(sums[i], points[i], likeness_word(rest + (i < 2 ? 0 : LIKENESS_WORD)));
        sums[i] = likeness_step(sums[i], points[i], 0);
    }
    uint64_t high = likeness_whole(likeness_whole(sums[0]) + likeness_whole(sums[2]));
    uint64_t low = likeness_whole(likeness_whole(sums[1]) + likeness_whole(sums[3]));
    return (struct fingerprint){high << (64 - LIKENESS_BITS), low << (64 - LIKENESS_BITS)};
}
