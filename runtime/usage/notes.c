#include "runtime/usage/notes.h"

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
    struct text line = {0};
    va_list arguments;
    va_start(arguments, format);
    text_add_list(&line, format, arguments);
    va_end(arguments);
    if (!line.failed) {
        notes_take(notes, line.data);
    } else {
        text_free(&line);
        notes->failed = true;
    }
}

void notes_add_text(struct notes *notes, const struct text *words) {
    if (words->failed)
        notes->failed = true;
    else
        notes_addf(notes, "%s", words->data ? words->data : "");
}

void notes_free(struct notes *notes) {
    for (size_t i = 0; i < notes->count; i++)
        free(notes->lines[i]);
    free(notes->lines);
    *notes = (struct notes){0};
}
