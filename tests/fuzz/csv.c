/* The reader and the naive reader must hand over the same, however the bytes come in. The first eight bytes of the
 * input say how to read the rest. */
#include "tests/oracle/csv_agree.c" /* a test is one program of one file */
#include "tests/oracle/csv_naive.c"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size < 8) return 0;
    struct csv_way way = {.buffer = 64u + 16u * data[0], .record = 40u + 8u * data[1], .engine = data[2] % 4};
    way.window = 1 + (size_t)data[3] * 8 % way.record;
    memcpy(&way.seed, data + 4, sizeof way.seed);
    const char *difference = csv_agree((const char *)data + 8, size - 8, &way);
    if (difference) {
        fprintf(stderr, "the readers differ: %s\n", difference);
        abort();
    }
    return 0;
}
