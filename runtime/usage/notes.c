#include "runtime/usage/notes.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

/* Takes `line` over. */
static void notes_take(struct notes *notes, char *line) {
    char **lines = realloc(notes->lines, (notes->count + 1) * sizeof *lines);
    if (!lines) {
        free(line);
        notes->failed = true;
        return;
    }
    notes->lines = lines;
    lines[notes->count++] = line;
}

void notes_addf(struct notes *notes, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    va_list again;
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    char *line = length < 0 ? NULL : malloc((size_t)length + 1);
    if (line) {
        vsnprintf(line, (size_t)length + 1, format, again);
        notes_take(notes, line);
    } else {
        notes->failed = true;
    }
    va_end(again);
}

void notes_free(struct notes *notes) {
    for (size_t i = 0; i < notes->count; i++)
        free(notes->lines[i]);
    free(notes->lines);
    *notes = (struct notes){0};
}
