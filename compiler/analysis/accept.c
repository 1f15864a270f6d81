#include "compiler/analysis/accept.h"

#include <openssl/evp.h>
#include <string.h>

enum { SHOWN_MAX = 3 };

const char *finding_mark(enum message_code code, const char *subject, struct arena *arena) {
    const char *said = arena_format(arena, "%s\n%s", message_get(code)->code, subject);
    unsigned char digest[EVP_MAX_MD_SIZE];
    if (!EVP_Digest(said, strlen(said), digest, NULL, EVP_sha256(), NULL)) return NULL;
    return arena_format(arena, "%02x%02x%02x%02x", digest[0], digest[1], digest[2], digest[3]);
}

static bool accept_matches(const struct model_acceptance *acceptance, const struct diagnostic *item) {
    return item->finding && item->code == acceptance->code && item->finding->mark &&
           strcmp(item->finding->mark, acceptance->mark) == 0;
}

static bool accept_one(const struct model_acceptance *acceptance, struct diagnostics *diagnostics) {
    bool any = false;
    for (size_t i = 0; i < diagnostics->count; i++) {
        struct diagnostic *item = &diagnostics->items[i];
        if (!accept_matches(acceptance, item)) continue;
        item->finding->accepted = acceptance->reason;
        item->finding->acceptance = acceptance->span;
        any = true;
    }
    return any;
}

/* ---- An acceptance that accepts nothing ---- */

static bool accept_is_candidate(const struct model *model, const struct model_acceptance *acceptance,
                                const struct diagnostic *item) {
    if (item->code != acceptance->code || !item->finding || !item->finding->mark || item->finding->accepted)
        return false;
    const struct source *here = source_line(model->sources, acceptance->span.begin).source;
    return source_line(model->sources, item->span.begin).source == here;
}

/* The findings of the same code that are open in the same file: one of them may be the one that was accepted. */
static const char *accept_candidates(const struct model *model, const struct model_acceptance *acceptance,
                                     const struct diagnostics *diagnostics, size_t *count) {
    const char *list = "";
    *count = 0;
    for (size_t i = 0; i < diagnostics->count; i++) {
        const struct diagnostic *item = &diagnostics->items[i];
        if (!accept_is_candidate(model, acceptance, item) || ++*count > SHOWN_MAX) continue;
        list = arena_format(diagnostics->arena, "%s%s\"%s\" (line %u)", list, *count > 1 ? ", " : "",
                            item->finding->mark, source_line(model->sources, item->span.begin).line);
    }
    if (*count > SHOWN_MAX) list = arena_format(diagnostics->arena, "%s and %zu more", list, *count - SHOWN_MAX);
    return list;
}

static void accept_nothing(const struct model *model, const struct model_acceptance *acceptance,
                           struct diagnostics *diagnostics) {
    size_t count;
    const char *candidates = accept_candidates(model, acceptance, diagnostics, &count);
    const char *code = message_get(acceptance->code)->code;
    struct finding *finding = ARENA_NEW(diagnostics->arena, struct finding);
    finding->subject = arena_format(diagnostics->arena, "%s as %s", code, acceptance->mark);
    finding->mark = finding_mark(A0790, finding->subject, diagnostics->arena);
    finding->meaning = "what it accepted has changed, or is gone";
    struct diagnostic *item = diagnostic_add(diagnostics, A0790, acceptance->span, "no finding %s has the mark \"%s\"",
                                             code, acceptance->mark);
    item->finding = finding;
    item->hint = count ? "look at it again" : "take it out";
    if (!count) return;
    item->note = arena_format(diagnostics->arena, "%s open in this file: %s; write the mark of the one that is meant",
                              code, candidates);
}

void accept_findings(const struct model *model, struct diagnostics *diagnostics) {
    bool *matched = ARENA_ARRAY(diagnostics->arena, model->acceptance_count, bool);
    for (size_t i = 0; i < diagnostics->count; i++) {
        const struct diagnostic *item = &diagnostics->items[i];
        if (item->finding && !item->finding->mark)
            item->finding->mark = finding_mark(item->code, item->finding->subject, diagnostics->arena);
    }
    for (size_t i = 0; i < model->acceptance_count; i++)
        matched[i] = accept_one(&model->acceptances[i], diagnostics);
    for (size_t i = 0; i < model->acceptance_count; i++) {
        const struct model_acceptance *acceptance = &model->acceptances[i];
        bool off = diagnostic_severity(diagnostics, acceptance->code) == SEVERITY_OFF;
        if (!matched[i] && !off) accept_nothing(model, acceptance, diagnostics);
    }
    diagnostic_count(diagnostics);
}
