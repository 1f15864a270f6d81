#include "compiler/cli/test.h"

#include "runtime/base/text.h"

#include <string.h>

enum { WORDS_MAX = 60, CONDITIONS_MAX = 3 };

/* ---- Words ---- */

static bool words_blank(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/* A condition as the rule has it, on one line, without comments. */
static void words_condition(struct text *out, const struct sources *sources, struct span span) {
    struct place place = source_line(sources, span.begin);
    if (!place.source) return;
    const char *at = place.source->bytes + (span.begin - place.source->base), *end = at + (span.end - span.begin);
    size_t from = out->length;
    bool quoted = false;
    for (; at < end && out->length - from < WORDS_MAX; at++) {
        if (*at == '"') quoted = !quoted;
        if (*at == '#' && !quoted) {
            while (at + 1 < end && *at != '\n')
                at++;
        }
        if (!words_blank(*at))
            text_add_char(out, *at);
        else if (out->length > from && out->data[out->length - 1] != ' ')
            text_add_char(out, ' ');
    }
    while (at < end && ((unsigned char)*at & 0xC0) == 0x80)
        text_add_char(out, *at++);
    if (at < end) text_add(out, "...");
}

/* ---- What the alternatives of an option share ---- */

struct words_shared {
    struct model_condition **conditions; /* in order of place, as in clauses */
    size_t count;
};

/* Both are in order of place: one walk finds which of a clause's conditions are shared. */
static bool words_is_shared(const struct words_shared *shared, size_t *at, const struct model_condition *condition) {
    while (*at < shared->count && shared->conditions[*at]->span.begin < condition->span.begin)
        (*at)++;
    return *at < shared->count && shared->conditions[*at] == condition;
}

static struct words_shared words_share(const struct model_rule *rule, size_t begin, size_t end, struct arena *arena) {
    const struct model_clause *first = &rule->clauses[begin];
    struct words_shared shared = {ARENA_ARRAY(arena, first->condition_count, struct model_condition *), 0};
    for (; shared.count < first->condition_count; shared.count++)
        shared.conditions[shared.count] = first->conditions[shared.count];
    for (size_t i = begin + 1; i < end; i++) {
        const struct model_clause *clause = &rule->clauses[i];
        size_t at = 0, kept = 0;
        for (size_t k = 0; k < clause->condition_count; k++)
            if (words_is_shared(&shared, &at, clause->conditions[k])) shared.conditions[kept++] = clause->conditions[k];
        shared.count = kept;
    }
    return shared;
}

/* ---- Alternatives ---- */

static struct test_alternative words_alternative(const struct model_clause *clause, const struct words_shared *shared,
                                                 const struct sources *sources, struct arena *arena) {
    struct test_alternative alternative = {clause->span, NULL};
    struct text text = {0};
    size_t at = 0, own = 0;
    for (size_t i = 0; i < clause->condition_count; i++) {
        const struct model_condition *condition = clause->conditions[i];
        bool all = shared->count == clause->condition_count;
        if (!all && words_is_shared(shared, &at, condition)) continue;
        if (own++ == 0) alternative.span = condition->span;
        if (own > CONDITIONS_MAX) break;
        text_add(&text, own > 1 ? " and " : "");
        words_condition(&text, sources, condition->span);
    }
    if (own > CONDITIONS_MAX) text_add(&text, " and ...");
    if (text.length) alternative.words = arena_string(arena, text.data, text.length);
    text_free(&text);
    return alternative;
}

const struct test_alternative *test_alternatives(const struct model_rule *rule, const struct sources *sources,
                                                 struct arena *arena) {
    struct test_alternative *list = ARENA_ARRAY(arena, rule->clause_count, struct test_alternative);
    for (size_t begin = 0, end; begin < rule->clause_count; begin = end) {
        /* The clauses of an option lie behind one another and share its name and place. */
        for (end = begin + 1; end < rule->clause_count; end++)
            if (rule->clauses[end].span.begin != rule->clauses[begin].span.begin) break;
        struct words_shared shared = words_share(rule, begin, end, arena);
        list[begin] = (struct test_alternative){rule->clauses[begin].span, NULL};
        for (size_t i = begin; i < end && end - begin > 1; i++)
            list[i] = words_alternative(&rule->clauses[i], &shared, sources, arena);
    }
    return list;
}
