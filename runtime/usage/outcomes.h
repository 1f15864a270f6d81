/* outcomes.h - the few different answers that the rows of a file have, numbered.
 *
 * Rows whose present cells leave the same clauses have the same answers, so each such set is decided once. Rows that
 * lean on an alias have outcomes of their own, which also say what would be lost without it (R5). */
#ifndef ASSAY_OUTCOMES_H
#define ASSAY_OUTCOMES_H

#include "runtime/core/assay.h"
#include "runtime/usage/dictionary.h"

#define OUTCOMES_NONE DICTIONARY_NONE

/* An alias at work: the measures that count with it and would not certainly count if the cell were any other text. */
struct outcome_alias {
    uint16_t field, code;
    uint64_t *lost;
};

/* What one outcome means. Sets are of measures, assay_measure_words() words each; survivors is a clause set. */
struct outcome {
    uint64_t *survivors; /* owns the memory of all the sets */
    uint64_t *counts, *may, *matches, *may_match;
    uint32_t ineligible; /* bit e: eligibility e is NO */
    uint8_t eligible;    /* enum assay_answer */
    uint8_t alias_count;
    uint8_t by_once;    /* 1: counting once leaves its rows undecided, so no assumption settles them */
    uint32_t undecided; /* the outcome that its rows have where counting once leaves them undecided; OUTCOMES_NONE: not
                           made yet */
    struct outcome_alias *aliases;
};

struct outcomes {
    const struct assay_ruleset *rules;
    uint32_t clause_words, measure_words;
    uint16_t *codes; /* a row: ASSAY_ABSENT where the file lacks the column; the caller fills in the others */
    struct outcome *all;
    uint32_t count, room;
    /* The rest is the module's own. */
    struct dictionary keys;
    uint64_t *key; /* scratch: survivors, then (cell, survivors without it) per alias */
    void *work;
    uint16_t *alias_fields;
    uint16_t alias_field_count;
};

/* All codes begin as ASSAY_ABSENT. False when memory ran out. */
bool outcomes_init(struct outcomes *outcomes, const struct assay_ruleset *rules);

/* The number of the outcome of the row in outcomes->codes, or OUTCOMES_NONE when memory ran out. */
uint32_t outcomes_of_row(struct outcomes *outcomes);

/* Whether any measure is in `set`; and in both of two sets. */
bool outcomes_any(const struct outcomes *outcomes, const uint64_t *set);
bool outcomes_meet(const struct outcomes *outcomes, const uint64_t *set, const uint64_t *other);

/* Decides what a row with these survivors would be if the absent `field` held `code`: `outcome` is as of assay_decide.
 */
bool outcomes_suppose(struct outcomes *outcomes, const struct outcome *outcome, uint16_t field, uint16_t code,
                      struct assay_outcome *answer);

/* The number of the outcome that counts nothing and may count what `number` counts or may: of rows that counting once
 * leaves undecided (R19, R31). OUTCOMES_NONE when memory ran out. May move outcomes->all. */
uint32_t outcomes_undecided(struct outcomes *outcomes, uint32_t number);

/* One number per outcome, equal where eligibility and all measures have the same answers; malloc'd, NULL when memory
 * ran out. */
uint32_t *outcomes_answers(const struct outcomes *outcomes);

void outcomes_free(struct outcomes *outcomes);

#endif
