/* notes.h - remarks that a report shows, in the order they came up. */
#ifndef ASSAY_NOTES_H
#define ASSAY_NOTES_H

#include <stdbool.h>
#include <stddef.h>

struct notes {
    char **lines;
    size_t count;
    bool failed; /* memory ran out */
};

void notes_addf(struct notes *notes, const char *format, ...) __attribute__((format(printf, 2, 3)));
void notes_free(struct notes *notes);

#endif
