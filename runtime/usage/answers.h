/* answers.h - one answer per row, noted in order while a file is read and read back at its end, when it is known which
 * rows counting once dropped. */
#ifndef ASSAY_ANSWERS_H
#define ASSAY_ANSWERS_H

#include "runtime/base/text.h"
#include "runtime/usage/spool.h"

struct answers {
    struct spool spool;
};

/* A row's answer: an outcome, or the reason why it does not count whatever it matches. */
struct answer {
    bool excluded;
    uint32_t outcome;
    struct text reason; /* kept from row to row; free it at the end */
};

void answers_init(struct answers *answers);
bool answers_add_outcome(struct answers *answers, uint32_t outcome);
bool answers_add_reason(struct answers *answers, const char *prefix, const struct text *reason);
bool answers_rewind(struct answers *answers);

/* The next row's; false on failure. */
bool answers_next(struct answers *answers, struct answer *answer);
void answers_free(struct answers *answers);

#endif
