#include "runtime/usage/reader_internal.h"

#define BLOCK 64
#define GROUP 16 /* blocks whose masks are made at once */

/* All of this is compiled into each of the variants at the end, for other instructions. */
#define VARIANT static inline __attribute__((always_inline))

/* What a block must know of the blocks before it. */
struct carry {
    uint64_t inside;        /* all ones: the block starts within quotes */
    uint64_t boundary;      /* bit 0: the byte before the block is a separator, a line end or a quote */
    uint64_t closed;        /* bit 0: the byte before the block closed a quoted field */
    uint64_t closed_return; /* bit 0: likewise, and a CR stands between */
};

/* Where the next of each is written. */
struct progress {
    struct carry carry;
    uint32_t *mark;
    struct reader_end *end;
    uint32_t lines; /* line ends seen */
};

/* Bit i is the parity of the bits up to i, included: with quotes, whether the byte is within them. */
VARIANT uint64_t parity(uint64_t bits) {
    bits ^= bits << 1;
    bits ^= bits << 2;
    bits ^= bits << 4;
    bits ^= bits << 8;
    bits ^= bits << 16;
    return bits ^ bits << 32;
}

/* The lowest bit that is set, and all below it. */
VARIANT uint64_t up_to_first(uint64_t bits) {
    return bits ^ (bits - 1);
}

/* Finds which bytes are within quotes, taking each quote to open or to close in turn. Returns where that is wrong: a
 * quote that opens must stand where a field starts, or double a quote that just closed; what follows a closing quote
 * must be a quote, a separator or a line end. Up to the first such place *inside is right. */
VARIANT uint64_t find_quoted(const struct reader_masks *masks, struct carry *carry, uint64_t *inside) {
    if ((masks->quote | carry->inside | carry->closed | carry->closed_return) == 0) {
        carry->boundary = (masks->comma | masks->line_feed) >> (BLOCK - 1);
        return *inside = 0;
    }
    uint64_t within = parity(masks->quote) ^ carry->inside;
    uint64_t opening = masks->quote & within;
    uint64_t closing = masks->quote & ~within;
    uint64_t boundary = masks->comma | masks->line_feed | masks->quote;
    uint64_t closed = closing << 1 | carry->closed;
    uint64_t closed_return = closed & masks->carriage_return;
    uint64_t bad = (opening & ~(boundary << 1 | carry->boundary)) | (closed & ~(boundary | masks->carriage_return)) |
                   ((closed_return << 1 | carry->closed_return) & ~masks->line_feed);
    carry->inside = UINT64_C(0) - (within >> (BLOCK - 1));
    carry->boundary = boundary >> (BLOCK - 1);
    carry->closed = closing >> (BLOCK - 1);
    carry->closed_return = closed_return >> (BLOCK - 1);
    *inside = within;
    return bad;
}

/* Writes the offsets of the lowest four bits; what is written for bits that are not there means nothing. */
VARIANT uint64_t append_four(uint32_t *mark, uint64_t bits, uint32_t base) {
    const uint64_t top = UINT64_C(1) << (BLOCK - 1); /* counting the zeros of 0 is undefined */
    mark[0] = base + (uint32_t)__builtin_ctzll(bits | top);
    bits &= bits - 1;
    mark[1] = base + (uint32_t)__builtin_ctzll(bits | top);
    bits &= bits - 1;
    mark[2] = base + (uint32_t)__builtin_ctzll(bits | top);
    bits &= bits - 1;
    mark[3] = base + (uint32_t)__builtin_ctzll(bits | top);
    return bits & (bits - 1);
}

/* Appends the offsets of the bits, twelve at a time whether there are as many or not: a loop that ends with the bits
 * would be mispredicted in every block. Returns the end; up to READER_OVERRUN marks beyond it are written. */
VARIANT uint32_t *append_marks(uint32_t *mark, uint64_t bits, uint32_t base) {
    uint32_t *end = mark + __builtin_popcountll(bits);
    for (; bits; mark += 12) {
        bits = append_four(mark, bits, base);
        bits = append_four(mark + 4, bits, base);
        bits = append_four(mark + 8, bits, base);
    }
    return end;
}

/* Adds one block, of which the bits of `valid` are bytes, to the index; false at a place that is not ordinary. */
VARIANT bool add_block(const uint32_t *first, struct progress *progress, const struct reader_masks *masks,
                       uint32_t base, uint64_t valid) {
    uint64_t inside;
    uint64_t bad = (find_quoted(masks, &progress->carry, &inside) | masks->nul) & valid;
    if (bad) valid &= up_to_first(bad) >> 1;
    uint64_t fields = (masks->comma | masks->line_feed) & ~inside & valid;
    uint64_t quoted_lines = masks->line_feed & inside & valid;
    for (uint64_t ends = masks->line_feed & ~inside & valid; ends; ends &= ends - 1) {
        uint64_t record = up_to_first(ends);
        uint32_t marks = (uint32_t)(progress->mark - first) + (uint32_t)__builtin_popcountll(fields & record);
        progress->lines += 1 + (uint32_t)__builtin_popcountll(quoted_lines & record);
        *progress->end++ = (struct reader_end){marks - 1, progress->lines};
        quoted_lines &= ~record;
    }
    if (quoted_lines) progress->lines += (uint32_t)__builtin_popcountll(quoted_lines);
    progress->mark = append_marks(progress->mark, fields, base);
    return bad == 0;
}

VARIANT bool build(struct reader *reader) {
    struct reader_index *index = &reader->index;
    reader_mask_function *make_masks = reader->sizes.engine->masks;
    const unsigned char *bytes = reader->data + reader->start;
    size_t left = reader->end - reader->start;
    size_t size = left < reader->sizes.window ? left : reader->sizes.window;
    struct progress progress = {{0, 1, 0, 0}, index->marks + 1, index->ends, 0};
    struct reader_masks masks[GROUP];
    bool ordinary = true;

    for (size_t at = 0; ordinary && at < size; at += BLOCK) {
        size_t blocks = (size - at + BLOCK - 1) / BLOCK;
        if (at % (BLOCK * GROUP) == 0) make_masks(bytes + at, blocks < GROUP ? blocks : GROUP, masks);
        uint64_t valid = size - at >= BLOCK ? UINT64_MAX : (UINT64_C(1) << (size - at)) - 1;
        ordinary = add_block(index->marks, &progress, &masks[at / BLOCK % GROUP], (uint32_t)at, valid);
    }
    index->marks[0] = UINT32_MAX;
    index->count = (size_t)(progress.end - index->ends);
    index->next = index->mark = 0;
    index->line = reader->line;
    index->start = reader->start;
    return index->count > 0;
}

bool reader_index_plain(struct reader *reader) {
    return build(reader);
}

#ifdef READER_X86
__attribute__((target("bmi,popcnt"))) bool reader_index_bmi(struct reader *reader) {
    return build(reader);
}
#endif
