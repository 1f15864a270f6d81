#include "runtime/usage/answers.h"

#include <string.h>

#define ANSWERS_MEMORY  ((size_t)32 << 20)
#define ANSWERS_REASON  0x80000000u /* set: the other bits are the length of the reason that follows */
#define ANSWERS_LONGEST ((size_t)16 << 20)

void answers_init(struct answers *answers) {
    spool_init(&answers->spool, ANSWERS_MEMORY);
}

bool answers_add_outcome(struct answers *answers, uint32_t outcome) {
    return spool_write(&answers->spool, &outcome, sizeof outcome);
}

bool answers_add_reason(struct answers *answers, const char *prefix, const struct text *reason) {
    if (reason->failed) return false;
    size_t front = strlen(prefix), length = reason->length < ANSWERS_LONGEST ? reason->length : ANSWERS_LONGEST;
    uint32_t word = ANSWERS_REASON | (uint32_t)(front + length);
    return spool_write(&answers->spool, &word, sizeof word) && spool_write(&answers->spool, prefix, front) &&
           spool_write(&answers->spool, reason->data, length);
}

bool answers_rewind(struct answers *answers) {
    return spool_rewind(&answers->spool);
}

bool answers_next(struct answers *answers, struct answer *answer) {
    uint32_t word;
    if (!spool_read(&answers->spool, &word, sizeof word)) return false;
    answer->excluded = (word & ANSWERS_REASON) != 0;
    answer->outcome = word;
    text_clear(&answer->reason);
    char piece[512];
    for (uint32_t left = answer->excluded ? word & ~ANSWERS_REASON : 0; left > 0;) {
        size_t size = left < sizeof piece ? left : sizeof piece;
        if (!spool_read(&answers->spool, piece, size)) return false;
        text_add_bytes(&answer->reason, piece, size);
        left -= (uint32_t)size;
    }
    return !answer->reason.failed;
}

void answers_free(struct answers *answers) {
    spool_free(&answers->spool);
}
