/* check.c - whether a rule set and this library fit together. */
#include "runtime/core/assay.h"

int assay_check(const struct assay_ruleset *rules) {
    return rules->abi == ASSAY_ABI ? ASSAY_OK : ASSAY_E_ABI;
}
