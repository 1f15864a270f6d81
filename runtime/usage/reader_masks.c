#include "runtime/usage/reader_internal.h"

/* Portable: eight bytes at a time in a word, the first byte lowest whatever the machine's byte order. */

/* Written out, because compilers make one load of it. */
static uint64_t load(const unsigned char *bytes) {
    return (uint64_t)bytes[0] | (uint64_t)bytes[1] << 8 | (uint64_t)bytes[2] << 16 | (uint64_t)bytes[3] << 24 |
           (uint64_t)bytes[4] << 32 | (uint64_t)bytes[5] << 40 | (uint64_t)bytes[6] << 48 | (uint64_t)bytes[7] << 56;
}

/* Bit i is set when byte i of the word is `character`. The multiplication gathers the top bits of the bytes. */
static uint64_t equal(uint64_t word, unsigned char character) {
    const uint64_t low = UINT64_C(0x7F7F7F7F7F7F7F7F);
    uint64_t differs = word ^ (UINT64_C(0x0101010101010101) * character);
    uint64_t zero = ~(((differs & low) + low) | differs | low);
    return ((zero >> 7) * UINT64_C(0x0102040810204080)) >> 56;
}

static void masks_portable(const unsigned char *bytes, size_t blocks, struct reader_masks *masks) {
    for (size_t b = 0; b < blocks; ++b) {
        struct reader_masks sum = {0, 0, 0, 0, 0};
        for (unsigned i = 0; i < 64; i += 8) {
            uint64_t word = load(bytes + 64 * b + i);
            sum.comma |= equal(word, ',') << i;
            sum.line_feed |= equal(word, '\n') << i;
            sum.carriage_return |= equal(word, '\r') << i;
            sum.quote |= equal(word, '"') << i;
            sum.nul |= equal(word, '\0') << i;
        }
        masks[b] = sum;
    }
}

#ifdef READER_X86
#include <immintrin.h>

static inline uint64_t equal_sse2(const __m128i part[4], char character) {
    __m128i wanted = _mm_set1_epi8(character);
    uint64_t mask = 0;
    for (unsigned i = 0; i < 4; ++i)
        mask |= (uint64_t)(uint16_t)_mm_movemask_epi8(_mm_cmpeq_epi8(part[i], wanted)) << (16 * i);
    return mask;
}

static void masks_sse2(const unsigned char *bytes, size_t blocks, struct reader_masks *masks) {
    for (size_t b = 0; b < blocks; ++b) {
        __m128i part[4];
        for (unsigned i = 0; i < 4; ++i)
            part[i] = _mm_loadu_si128((const __m128i *)(const void *)(bytes + 64 * b + 16 * i));
        masks[b].comma = equal_sse2(part, ',');
        masks[b].line_feed = equal_sse2(part, '\n');
        masks[b].carriage_return = equal_sse2(part, '\r');
        masks[b].quote = equal_sse2(part, '"');
        masks[b].nul = equal_sse2(part, '\0');
    }
}

__attribute__((target("avx2"))) static inline uint64_t equal_avx2(__m256i low, __m256i high, char character) {
    __m256i wanted = _mm256_set1_epi8(character);
    uint32_t first = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(low, wanted));
    uint32_t second = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(high, wanted));
    return (uint64_t)second << 32 | first;
}

__attribute__((target("avx2"))) static void masks_avx2(const unsigned char *bytes, size_t blocks,
                                                       struct reader_masks *masks) {
    for (size_t b = 0; b < blocks; ++b) {
        __m256i low = _mm256_loadu_si256((const __m256i *)(const void *)(bytes + 64 * b));
        __m256i high = _mm256_loadu_si256((const __m256i *)(const void *)(bytes + 64 * b + 32));
        masks[b].comma = equal_avx2(low, high, ',');
        masks[b].line_feed = equal_avx2(low, high, '\n');
        masks[b].carriage_return = equal_avx2(low, high, '\r');
        masks[b].quote = equal_avx2(low, high, '"');
        masks[b].nul = equal_avx2(low, high, '\0');
    }
}

__attribute__((target("avx512bw"))) static void masks_avx512(const unsigned char *bytes, size_t blocks,
                                                             struct reader_masks *masks) {
    for (size_t b = 0; b < blocks; ++b) {
        __m512i block = _mm512_loadu_si512((const void *)(bytes + 64 * b));
        masks[b].comma = _mm512_cmpeq_epi8_mask(block, _mm512_set1_epi8(','));
        masks[b].line_feed = _mm512_cmpeq_epi8_mask(block, _mm512_set1_epi8('\n'));
        masks[b].carriage_return = _mm512_cmpeq_epi8_mask(block, _mm512_set1_epi8('\r'));
        masks[b].quote = _mm512_cmpeq_epi8_mask(block, _mm512_set1_epi8('"'));
        masks[b].nul = _mm512_cmpeq_epi8_mask(block, _mm512_setzero_si512());
    }
}

const struct reader_engine *reader_engine_choice(unsigned choice) {
    static const struct reader_engine engines[] = {{"portable", masks_portable, reader_index_plain},
                                                   {"SSE2", masks_sse2, reader_index_plain},
                                                   {"AVX2", masks_avx2, reader_index_bmi},
                                                   {"AVX-512", masks_avx512, reader_index_bmi}};
    bool bits = __builtin_cpu_supports("bmi") && __builtin_cpu_supports("popcnt");
    if (choice == 2 && !(bits && __builtin_cpu_supports("avx2"))) return NULL;
    if (choice == 3 && !(bits && __builtin_cpu_supports("avx512bw"))) return NULL;
    return choice < sizeof engines / sizeof *engines ? &engines[choice] : NULL;
}

#else

const struct reader_engine *reader_engine_choice(unsigned choice) {
    static const struct reader_engine portable = {"portable", masks_portable, reader_index_plain};
    return choice == 0 ? &portable : NULL;
}

#endif

const struct reader_engine *reader_engine_fastest(void) {
    unsigned choice = 0;
    while (reader_engine_choice(choice + 1))
        ++choice;
    return reader_engine_choice(choice);
}
