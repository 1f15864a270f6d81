/* answer.h - answers that hang on several others: Kleene's logic (R23). */
#ifndef ASSAY_ANSWER_H
#define ASSAY_ANSWER_H

#include "runtime/core/assay.h"

static inline enum assay_answer answer_and(enum assay_answer a, enum assay_answer b) {
    if (a == ASSAY_NO || b == ASSAY_NO) return ASSAY_NO;
    return a == ASSAY_YES && b == ASSAY_YES ? ASSAY_YES : ASSAY_CANNOT_TELL;
}

static inline enum assay_answer answer_or(enum assay_answer a, enum assay_answer b) {
    if (a == ASSAY_YES || b == ASSAY_YES) return ASSAY_YES;
    return a == ASSAY_NO && b == ASSAY_NO ? ASSAY_NO : ASSAY_CANNOT_TELL;
}

#endif
