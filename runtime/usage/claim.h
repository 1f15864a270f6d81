/* claim.h - claims of counting once (R19), and which of two is the better one.
 *
 * A claim is the value of the preferred field (in the order the rules list them; others behind, by text), then the
 * texts of the `least` fields (folded, by bytes, blank least). Aliases and spellings of a value are the same claim. */
#ifndef ASSAY_CLAIM_H
#define ASSAY_CLAIM_H

#include "runtime/base/text.h"
#include "runtime/core/assay.h"
#include "runtime/usage/dictionary.h"

struct claims {
    const struct assay_usage *usage;
    struct dictionary all; /* claims as bytes whose order is the order of preference */
    struct text scratch;
};

/* Begins a claim. Then add, in this order and each only when its column is present: the preferred value, the least
 * texts. Texts are folded, blank is no bytes. */
void claim_begin(struct claims *claims);
void claim_add_preferred(struct claims *claims, const char *folded, size_t length);
void claim_add_least(struct claims *claims, const char *folded, size_t length);

/* Ends it: the claim's number, or DICTIONARY_NONE when memory ran out. */
uint32_t claim_end(struct claims *claims);

/* The rank of each claim, 0 the best; malloc'd, one per claim; NULL when memory ran out. */
uint32_t *claim_ranks(const struct claims *claims);

void claims_free(struct claims *claims);

#endif
