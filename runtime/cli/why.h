/* why.h - what `assay why` explains, in its two forms. */
#ifndef ASSAY_WHY_H
#define ASSAY_WHY_H

#include "runtime/base/text.h"
#include "runtime/usage/run.h"

enum why_verdict { WHY_COUNTS, WHY_MAY, WHY_EXCLUDED, WHY_NOT };

struct why_measure {
    uint32_t number;
    const struct assay_specialization *specialization;
    const struct assay_measure *measure;
    enum why_verdict verdict; /* WHY_EXCLUDED: the filter holds, but the row is not eligible, or dropped */
    size_t missed;            /* conditions missed in the clause that comes nearest */
};

struct why {
    const struct assay_ruleset *rules;
    const struct run *run; /* NULL: a row made up */
    const char *path;
    uint64_t row;                   /* 0: a row made up */
    const struct assay_cell *cells; /* one per field, assumptions filled in */
    const uint8_t *uses;
    const struct assumption *assumptions; /* one per field */
    const uint64_t *in_force;             /* the measures in question; NULL: all */
    enum assay_answer eligible;
    struct once_verdict once;     /* what counting once says of a row of a file */
    struct why_measure *measures; /* those in question, those that count first */
    size_t measure_count;
};

/* Whether a condition stands in every one of several clauses of a measure, so that it is said once. */
bool why_is_common(const struct assay_measure *measure, const struct assay_condition *condition);

const char *why_verdict_words(enum why_verdict verdict);

void why_text(const struct why *why, struct text *out);
void why_json(const struct why *why, struct text *out);

#endif
