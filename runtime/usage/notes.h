/* notes.h - remarks that a report shows, in the order they came up. */
#ifndef ASSAY_NOTES_H
#define ASSAY_NOTES_H

#include "runtime/base/text.h"

struct notes {
    char **lines;
    size_t count;
    bool failed; /* memory ran out */
};

void notes_addf(struct notes *notes, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* The same of words that may have failed. */
void notes_add_text(struct notes *notes, const struct text *words);

void notes_free(struct notes *notes);

#endif
