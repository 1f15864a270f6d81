/* excluded.h - rows that do not count, and why: not eligible (by reason and text, R17, R18), duplicates (R19), or
 * dropped repeats (R31); and the texts that pass though no rule names them (R35). */
#ifndef ASSAY_EXCLUDED_H
#define ASSAY_EXCLUDED_H

#include "runtime/base/text.h"
#include "runtime/usage/column.h"
#include "runtime/usage/outcomes.h"
#include "runtime/usage/tally.h"

/* A text for which rows were not eligible. */
struct excluded_text {
    char *shown; /* as it was first seen, white space folded; NULL: not seen */
    bool known;  /* the rules expect it to fail */
    struct tally tally;
};

/* One eligibility. */
struct excluded_reason {
    uint16_t field;   /* whose text a report names: the field of its first condition */
    struct tally all; /* rows that fail it */
    struct excluded_text blank;
    struct excluded_text *texts; /* by text number of the column */
    uint32_t text_count;
    struct tally others;     /* rows that are in no text above: the column is absent, or remembers no more texts */
    uint64_t others_unknown; /* of them, rows whose text the rules do not expect to fail */
};

/* What did not count of the rows of an outcome. */
struct excluded_outcome {
    struct tally ineligible, duplicates, repeats;
};

struct excluded {
    const struct assay_usage *usage;
    struct excluded_reason *reasons;   /* one per eligibility */
    struct excluded_reason *unnamed;   /* one per eligibility: rows that pass it, or may, by a text no rule names */
    struct excluded_outcome *outcomes; /* one per outcome, as far as `room` */
    uint32_t room;
    struct tally duplicates, repeats; /* of all outcomes; repeats that were dropped */
};

bool excluded_init(struct excluded *excluded, const struct assay_usage *usage);

/* The first eligibility that an ineligible outcome fails. */
uint32_t excluded_first(const struct assay_usage *usage, const struct outcome *outcome);

/* Writes an ineligible row's reason: "association Deal registration". `cell` is that of the reason's field, NULL when
 * its column is absent. */
void excluded_reason_text(const struct assay_usage *usage, uint32_t eligibility, const struct assay_cell *cell,
                          struct text *out);

/* A row failed `eligibility`; `number` is the text number of `cell` (NULL: absent). False: overflow or no memory. */
bool excluded_add_text(struct excluded *excluded, uint32_t eligibility, uint32_t number, const struct assay_cell *cell,
                       assay_money amount);

/* A row passes `eligibility`, or may, by a text that no rule names, if it is one that lets such texts pass. Duplicates
 * and repeats are among these rows. False: likewise. */
bool excluded_add_unnamed(struct excluded *excluded, uint32_t eligibility, uint32_t number,
                          const struct assay_cell *cell, assay_money amount);

/* Rows that fail several eligibilities, and so stand under each of them. */
uint64_t excluded_several(const struct excluded *excluded, const struct outcomes *outcomes);

/* A row of this outcome was not eligible, or a duplicate, or a repeat that is dropped. False: overflow or no memory. */
bool excluded_add_ineligible(struct excluded *excluded, uint32_t outcome, assay_money amount);
bool excluded_add_duplicate(struct excluded *excluded, uint32_t outcome, assay_money amount);
bool excluded_add_repeat(struct excluded *excluded, uint32_t outcome, assay_money amount);

void excluded_free(struct excluded *excluded);

#endif
