/* diagnostic.h - what is wrong, where, what was expected, what to write instead.
 *
 * Messages are collected, sorted by place, and printed once at the end. Codes are registered in message.def; they never
 * change their meaning. */
#ifndef ASSAY_DIAGNOSTIC_H
#define ASSAY_DIAGNOSTIC_H

#include "compiler/base/source.h"
#include "runtime/base/text.h"

enum severity { SEVERITY_ERROR, SEVERITY_WARNING };

enum message_code {
#define MESSAGE(code, severity, title, story) code,
#include "compiler/base/message.def"
#undef MESSAGE
    MESSAGE_COUNT
};

struct message {
    const char *code; /* "A0312" */
    enum severity severity;
    const char *title; /* one line */
    const char *story; /* what it means, why it matters, the ways out */
};

const struct message *message_get(enum message_code code);

/* By its text, in any case ("a0312"); NULL when there is none. */
const struct message *message_named(const char *code);

struct diagnostic {
    enum message_code code;
    struct span span; /* {0,0}: no place; then `path` may name a file */
    const char *path;
    const char *text;       /* what is wrong */
    const char *hint;       /* behind the caret: "did you mean 'X'?", or NULL */
    const char *suggestion; /* what to write instead of the span, or NULL */
    const char *note;       /* a further line: a remedy, both readings; or NULL */
    struct span other;      /* a second place ("first declared here"), or {0,0} */
    const char *other_text;
    size_t order;
};

struct diagnostics {
    struct arena *arena;
    struct diagnostic *items;
    size_t count, capacity;
    size_t errors;
};

/* Adds a message and returns it, so that hint, suggestion, note, other may be set. */
struct diagnostic *diagnostic_add(struct diagnostics *diagnostics, enum message_code code, struct span span,
                                  const char *format, ...) __attribute__((format(printf, 4, 5)));

/* Sets hint and suggestion: "did you mean '%s'?". Nothing when near is NULL. */
void diagnostic_suggest(struct diagnostics *diagnostics, struct diagnostic *diagnostic, const char *near);

/* Sorts by place and drops what was said twice of one place. */
void diagnostic_sort(struct diagnostics *diagnostics);

void diagnostic_print_text(const struct diagnostics *diagnostics, const struct sources *sources, bool colour,
                           struct text *out);
void diagnostic_print_json(const struct diagnostics *diagnostics, const struct sources *sources, struct text *out);

#endif
