#include "compiler/ast/check.h"

#include "compiler/base/near.h"

#include <string.h>

enum { MARK_LENGTH = 8 };

static bool acceptance_is_mark(const char *text) {
    return strlen(text) == MARK_LENGTH && strspn(text, "0123456789abcdef") == MARK_LENGTH;
}

static void acceptance_unknown(struct check *check, const struct tree_text *code) {
    struct diagnostic *item =
        diagnostic_add(check->diagnostics, A0423, code->span, "there is no finding '%s'", code->text);
    struct near near = near_start(code->text);
    for (int i = 0; i < MESSAGE_COUNT; i++)
        if (message_is_acceptable((enum message_code)i)) near_offer(&near, message_get((enum message_code)i)->code);
    diagnostic_suggest(check->diagnostics, item, near.best);
    if (!near.best) item->hint = "a finding has a code like A0781";
}

static bool acceptance_code(struct check *check, const struct tree_text *text) {
    enum message_code code;
    if (!message_find(text->text, &code)) {
        acceptance_unknown(check, text);
        return false;
    }
    if (message_is_acceptable(code)) return true;
    const struct message *message = message_get(code);
    bool mended = !message_is_finding(code) || message->severity == SEVERITY_ERROR;
    diagnostic_add(check->diagnostics, A0423, text->span, "'%s' (%s) cannot be accepted", text->text, message->title)
        ->hint = mended ? "mend what it tells of" : "take out the acceptance it tells of";
    return false;
}

/* The line that `check` prints has "..." for a reason. */
static void acceptance_reason(struct check *check, const struct tree_text *reason) {
    if (*reason->text && reason->text[strspn(reason->text, ". ")] == '\0')
        diagnostic_add(check->diagnostics, A0422, reason->span, "this reason says nothing")->hint =
            "say why it is meant, for those who hold the published page";
}

static bool acceptance_good(struct check *check, const struct tree_item *item) {
    bool good = acceptance_code(check, &item->name);
    acceptance_reason(check, item->texts);
    if (acceptance_is_mark(item->names->text)) return good;
    diagnostic_add(check->diagnostics, A0424, item->names->span, "a mark has %d hexadecimal digits in lower case",
                   MARK_LENGTH)
        ->hint = "copy the line that `assayc check` prints below the finding";
    return false;
}

void check_acceptances(struct check *check) {
    size_t most = 0, count = 0;
    for (const struct tree_item *block = check->tree->items; block; block = block->next)
        most += check_count(block->items, TREE_ACCEPTS);
    struct check_name *names = ARENA_ARRAY(check->arena, most, struct check_name);
    for (const struct tree_item *block = check->tree->items; block; block = block->next) {
        for (const struct tree_item *item = block->items; item; item = item->next) {
            if (item->kind != TREE_ACCEPTS || !acceptance_good(check, item)) continue;
            const char *both = arena_format(check->arena, "%s as %s", item->name.text, item->names->text);
            names[count++] = (struct check_name){.folded = both, .text = both, .span = item->head};
        }
    }
    check_unique(check, names, count, A0404, "the acceptance");
}
