/* slug.h - names of files made of names in rules. */
#ifndef ASSAY_SLUG_H
#define ASSAY_SLUG_H

#include "runtime/core/assay.h"

#define SLUG_MAX 61 /* bytes, with the NUL */

/* Lower case letters and digits of ASCII; everything between two of them becomes one '-'. "x" when nothing is left;
 * names of devices get "-x" behind them. Different names may come out alike: callers number them. */
void slug_make(char out[SLUG_MAX], const char *name);

#define SLUG_NUMBERED (SLUG_MAX + 11) /* bytes of a slug with a number behind it */

/* Those of the specializations of a rule set, in its order, each once: one that is taken, or reserved (ended by NULL;
 * NULL: none is), gets "-2", "-3", ... behind it. malloc'd; NULL: no memory. */
char (*slug_specializations(const struct assay_ruleset *rules, const char *const *reserved))[SLUG_NUMBERED];

#endif
