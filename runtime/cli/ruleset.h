/* ruleset.h - a rule set that was compiled elsewhere: a shared object with the symbol assay_rules.
 *
 * Such a file is code. To load one runs it, with all rights of who calls assay, before anything can be checked: so it
 * is to be trusted like a program. The checks here find files that are no rule set, tables of another version, and
 * damage; they are no defence. */
#ifndef ASSAY_CLI_RULESET_H
#define ASSAY_CLI_RULESET_H

#include "runtime/core/assay.h"

#include <stdbool.h>

struct ruleset {
    const struct assay_ruleset *rules;
    void *handle; /* of the dynamic linker; NULL: linked in */
};

/* Loads the rule set of a file. False when that is refused, and then that was said. Close in any case. */
bool ruleset_open(struct ruleset *ruleset, const char *path);

/* Nothing of the rule set may be used behind this. */
void ruleset_close(struct ruleset *ruleset);

/* NULL when the tables of this ABI can be used without leaving their arrays, as far as their counts tell; else what is
 * wrong. The meaning of the index is not checked. */
const char *ruleset_broken(const struct assay_ruleset *rules);

#endif
