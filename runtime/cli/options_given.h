/* options_given.h - an option that is given a second time, and one that is none. */
#ifndef ASSAY_OPTIONS_GIVEN_H
#define ASSAY_OPTIONS_GIVEN_H

#include "runtime/base/text.h"
#include "runtime/cli/command.h"

#include <getopt.h>

#define GIVEN_LETTERS 128

/* The first value of each option, by its letter; NULL: not given yet. Start zeroed. */
struct options_given {
    const char *values[GIVEN_LETTERS];
};

/* What becomes of an option. */
enum options_fate {
    OPTIONS_TAKEN,  /* it is to be taken */
    OPTIONS_AGAIN,  /* it says what was said: nothing is left to do */
    OPTIONS_REFUSED /* it says something else; that is said */
};

/* Of an option with its letter and value (NULL: it has none): one that may be given several times is always taken, any
 * other once. */
enum options_fate options_given(struct options_given *given, const struct option *option, const char *value);

/* Adds "did you mean ...?" to a remedy, where a word is near to one of some; the remedy begins with it. */
void options_meant(struct text *remedy, const char *const *words, size_t count, const char *word, const char *before);

/* Likewise of the options that a command takes. */
void options_meant_option(struct text *remedy, const struct command *command, const struct option *options,
                          const char *word);

#endif
