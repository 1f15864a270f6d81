/* meant.h - which names of a list a person may have meant who wrote another text. */
#ifndef ASSAY_MEANT_H
#define ASSAY_MEANT_H

#include "runtime/base/text.h"

#define MEANT_MOST 3u

/* The names that a text may stand for, in their order: those that differ in signs and blanks alone; else the one
 * nearest in spelling, digits being alike; else those that hold all of its words, or the beginnings of words
 * ("Kubernetes", "INF"); else those all of whose words it holds ("Solutions Partner for Security"); else those with its
 * letters as initials, one after the other ("AVD"); else those that hold its words with a slip in each at most
 * ("Kubernets"). Returns how many, 0 also for more than MEANT_MOST. */
size_t meant_names(const char *const *names, size_t count, const char *text, const char *found[MEANT_MOST]);

/* Adds names as words: `"A", "B" or "C"`. */
void meant_words(struct text *out, const char *const *names, size_t count);

#endif
