/* csv_agree.h - runs the reader over bytes in some way and compares all that it hands over with the naive reader. */
#ifndef ASSAY_CSV_AGREE_H
#define ASSAY_CSV_AGREE_H

#include <stddef.h>
#include <stdint.h>

/* Ways to read that must not matter, but for `record`. */
struct csv_way {
    size_t buffer, window; /* as in struct reader_sizes */
    size_t record;         /* greatest length of a record */
    unsigned engine;       /* choice of the engine; one that the machine lacks becomes another */
    uint32_t seed;         /* of the sizes of the chunks that the source gives, and of the columns selected */
};

/* NULL when both say the same, else what differs. */
const char *csv_agree(const char *bytes, size_t size, const struct csv_way *way);

#endif
