/* Whatever parses without errors keeps its tokens and comments when it is laid out, and laying it out again changes
 * nothing. */
#include "tests/oracle/format_agree.h"

#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    bool parsed;
    const char *wrong = format_agree(size ? (const char *)data : "", size, &parsed);
    if (wrong) {
        fprintf(stderr, "%s\n", wrong);
        abort();
    }
    return 0;
}
