/* words.h - conditions, sources and answers in words. */
#ifndef ASSAY_WORDS_H
#define ASSAY_WORDS_H

#include "runtime/base/text.h"
#include "runtime/core/assay.h"

#define WORDS_ALL SIZE_MAX

/* `Service Level 4 is any of "A", "B" and 19 more`; at most `shown` values are written out. */
void words_condition(struct text *out, const struct assay_usage *usage, const struct assay_condition *condition,
                     size_t shown);

/* `Month, Service Level 1`: fields by their numbers. */
void words_fields(struct text *out, const struct assay_usage *usage, const uint16_t *fields, size_t count);

/* `"Apply for specializations", 2023-07-11`; nothing when there is no citation. */
void words_citation(struct text *out, const struct assay_citation *cites);

/* The same and, where it has one, its address: `"Apply for specializations", 2023-07-11, https://...`. */
void words_source(struct text *out, const struct assay_citation *cites);

/* Of a question: yes, no, cannot tell. */
const char *words_answer(enum assay_answer answer);

/* Of a condition: met, missed, cannot tell. */
const char *words_met(enum assay_answer answer);

#endif
