/* slug.h - names of files made of names in rules. */
#ifndef ASSAY_SLUG_H
#define ASSAY_SLUG_H

#define SLUG_MAX 61 /* bytes, with the NUL */

/* Lower case letters and digits of ASCII; everything between two of them becomes one '-'. "x" when nothing is left;
 * names of devices get "-x" behind them. Different names may come out alike: callers number them. */
void slug_make(char out[SLUG_MAX], const char *name);

#endif
