/* diagnostic.h - what is wrong, where, what was expected, what to write instead.
 *
 * Messages are collected, sorted by place, and printed once at the end. Codes are registered in message.def; they never
 * change their meaning. */
#ifndef ASSAY_DIAGNOSTIC_H
#define ASSAY_DIAGNOSTIC_H

#include "compiler/base/source.h"
#include "runtime/base/text.h"

enum severity { SEVERITY_ERROR, SEVERITY_WARNING, SEVERITY_NOTE, SEVERITY_OFF };

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

/* Findings (A07xx) speak of something odd in rules that mean something; all other messages of what is wrong or unused.
 */
bool message_is_finding(enum message_code code);

/* Whether `accepts CODE` may stand in rules: for findings, but those that are errors by what the rules say themselves,
 * and those about acceptances. */
bool message_is_acceptable(enum message_code code);

/* By its text, in any case ("a0312"); false when there is none. */
bool message_find(const char *text, enum message_code *code);

/* A further place that a finding speaks of. */
struct related {
    struct span span;
    const char *text;  /* "measure \"Linux ACR\"" */
    const char *cites; /* "Apply for specializations", 2023-07-11 - as a text; or NULL */
};

/* What a diagnostic says beyond its message, when it is a finding: something odd in rules that are not wrong. */
struct finding {
    const char *subject; /* all that the finding says of what the rules mean, and no places: its mark is made of this */
    const char *mark;    /* what `accepts CODE as "MARK"` names; changes when the subject does. Set by finding_mark() */
    const char *meaning; /* what it means for rows; or NULL */
    const char *witness; /* a smallest row: `Compute OS "Linux", Service Level 4 blank`; or NULL */
    struct related *related;
    size_t related_count;
    const char *const *remedies; /* ways out */
    size_t remedy_count;
    const char *accepted; /* the reason with which the rules accept it; NULL: open */
    struct span acceptance;
};

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
    struct finding *finding; /* or NULL */
    size_t order;
};

/* The counters hold what is open, by the severity in force; what the rules accept is counted apart. */
struct diagnostics {
    struct arena *arena;
    struct diagnostic *items;
    size_t count, capacity;
    size_t errors, warnings, notes, accepted;
    const enum severity *severities; /* in force, by code; NULL: those of message.def */
    bool show_accepted;              /* the text tells what the rules accept, too */
};

/* The severity in force for a code. */
enum severity diagnostic_severity(const struct diagnostics *diagnostics, enum message_code code);

/* "error", "warning", "note", "off". */
const char *severity_name(enum severity severity);

/* Adds a message and returns it, so that hint, suggestion, note, other may be set. */
struct diagnostic *diagnostic_add(struct diagnostics *diagnostics, enum message_code code, struct span span,
                                  const char *format, ...) __attribute__((format(printf, 4, 5)));

/* Sets hint and suggestion: "did you mean '%s'?". Nothing when near is NULL. */
void diagnostic_suggest(struct diagnostics *diagnostics, struct diagnostic *diagnostic, const char *near);

/* The same where the span is a text: what is to be put there is in quotes. */
void diagnostic_suggest_text(struct diagnostics *diagnostics, struct diagnostic *diagnostic, const char *near);

/* Where what is written looks like what is meant, or holds letters that look Latin and are not, a note shows the first
 * such character by code point. `meant` may be NULL. */
void diagnostic_tell_apart(struct diagnostics *diagnostics, struct diagnostic *diagnostic, const char *written,
                           const char *meant);

/* Counts anew, after severities were set or findings accepted. */
void diagnostic_count(struct diagnostics *diagnostics);

/* Sorts by place, drops what was said twice of one place and what is off, and counts. */
void diagnostic_sort(struct diagnostics *diagnostics);

void diagnostic_print_text(const struct diagnostics *diagnostics, const struct sources *sources, bool colour,
                           struct text *out);
void diagnostic_print_json(const struct diagnostics *diagnostics, const struct sources *sources, struct text *out);

/* SARIF 2.1.0. `successful`: all files could be read. */
void diagnostic_print_sarif(const struct diagnostics *diagnostics, const struct sources *sources, bool successful,
                            struct text *out);

#endif
