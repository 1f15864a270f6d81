#include "compiler/base/diagnostic.h"
#include "compiler/base/unicode.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

const char *severity_name(enum severity severity) {
    static const char *const names[] = {"error", "warning", "note", "off"};
    return names[severity];
}

enum severity diagnostic_severity(const struct diagnostics *diagnostics, enum message_code code) {
    return diagnostics->severities ? diagnostics->severities[code] : message_get(code)->severity;
}

static void diagnostic_count_one(struct diagnostics *diagnostics, const struct diagnostic *item) {
    enum severity severity = diagnostic_severity(diagnostics, item->code);
    bool accepted = item->finding && item->finding->accepted && severity != SEVERITY_OFF;
    diagnostics->accepted += accepted;
    diagnostics->errors += !accepted && severity == SEVERITY_ERROR;
    diagnostics->warnings += !accepted && severity == SEVERITY_WARNING;
    diagnostics->notes += !accepted && severity == SEVERITY_NOTE;
}

void diagnostic_count(struct diagnostics *diagnostics) {
    diagnostics->errors = diagnostics->warnings = diagnostics->notes = diagnostics->accepted = 0;
    for (size_t i = 0; i < diagnostics->count; i++)
        diagnostic_count_one(diagnostics, &diagnostics->items[i]);
}

struct diagnostic *diagnostic_add(struct diagnostics *diagnostics, enum message_code code, struct span span,
                                  const char *format, ...) {
    if (diagnostics->count == diagnostics->capacity) {
        size_t capacity = diagnostics->capacity ? diagnostics->capacity * 2 : 16;
        struct diagnostic *items = ARENA_ARRAY(diagnostics->arena, capacity, struct diagnostic);
        if (diagnostics->count) memcpy(items, diagnostics->items, diagnostics->count * sizeof *items);
        diagnostics->items = items;
        diagnostics->capacity = capacity;
    }
    va_list arguments;
    va_start(arguments, format);
    const char *text = arena_format_list(diagnostics->arena, format, arguments);
    va_end(arguments);
    struct diagnostic *item = &diagnostics->items[diagnostics->count];
    *item = (struct diagnostic){.code = code, .span = span, .text = text, .order = diagnostics->count};
    diagnostics->count++;
    diagnostic_count_one(diagnostics, item);
    return item;
}

void diagnostic_suggest(struct diagnostics *diagnostics, struct diagnostic *diagnostic, const char *near) {
    if (!near) return;
    diagnostic->suggestion = near;
    diagnostic->hint = arena_format(diagnostics->arena, "did you mean '%s'?", near);
}

void diagnostic_suggest_text(struct diagnostics *diagnostics, struct diagnostic *diagnostic, const char *near) {
    diagnostic_suggest(diagnostics, diagnostic, near);
    if (!near) return;
    struct text quoted = {0};
    text_add_quoted(&quoted, near);
    diagnostic->suggestion = arena_string(diagnostics->arena, quoted.data ? quoted.data : "", quoted.length);
    text_free(&quoted);
}

void diagnostic_tell_apart(struct diagnostics *diagnostics, struct diagnostic *diagnostic, const char *written,
                           const char *meant) {
    struct text note = {0};
    bool alike = meant && strcasecmp(written, meant) != 0 && unicode_look_alike(written, meant);
    if (alike) unicode_add_difference(&note, written, meant);
    if (alike || unicode_add_alike(&note, written))
        diagnostic->note = arena_string(diagnostics->arena, note.data ? note.data : "", note.length);
    text_free(&note);
}

static int diagnostic_compare(const void *a, const void *b) {
    const struct diagnostic *left = a, *right = b;
    if (left->span.begin != right->span.begin) return left->span.begin < right->span.begin ? -1 : 1;
    if (!left->path != !right->path) return left->path ? -1 : 1;
    int by_path = left->path ? strcmp(left->path, right->path) : 0;
    if (by_path) return by_path;
    if (left->code != right->code) return left->code < right->code ? -1 : 1;
    return left->order < right->order ? -1 : left->order > right->order;
}

static bool diagnostic_same_text(const char *a, const char *b) {
    return a == b || (a && b && strcmp(a, b) == 0);
}

static bool diagnostic_same(const struct diagnostic *a, const struct diagnostic *b) {
    const char *subject = a->finding ? a->finding->subject : NULL;
    return a->code == b->code && a->span.begin == b->span.begin && strcmp(a->text, b->text) == 0 &&
           diagnostic_same_text(a->path, b->path) &&
           diagnostic_same_text(subject, b->finding ? b->finding->subject : NULL);
}

void diagnostic_sort(struct diagnostics *diagnostics) {
    if (diagnostics->count == 0) return;
    qsort(diagnostics->items, diagnostics->count, sizeof *diagnostics->items, diagnostic_compare);
    size_t kept = 0;
    for (size_t i = 0; i < diagnostics->count; i++) {
        struct diagnostic *item = &diagnostics->items[i];
        if (diagnostic_severity(diagnostics, item->code) == SEVERITY_OFF) continue;
        if (kept && diagnostic_same(&diagnostics->items[kept - 1], item)) continue;
        diagnostics->items[kept++] = *item;
    }
    diagnostics->count = kept;
    diagnostic_count(diagnostics);
}
