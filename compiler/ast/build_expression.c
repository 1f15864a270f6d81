#include "compiler/ast/build.h"

#include <string.h>

struct tree_expression *build_condition(struct parse *parse, const char *field, struct span field_span,
                                        enum tree_test test, struct tree_value *values, struct span span) {
    struct tree_expression *node = ARENA_NEW(parse->arena, struct tree_expression);
    node->kind = TREE_CONDITION;
    node->span = span;
    node->field = (struct tree_text){field, field_span, NULL};
    node->test = test;
    node->values = values->next;
    values->next = NULL;
    node->field_index = -1;
    return node;
}

struct tree_expression *build_parenthesised(struct tree_expression *inner, struct span span) {
    inner->parenthesised = true;
    inner->span = span;
    return inner;
}

/* A few words of what stands in a span, for the two readings. */
static const char *build_words(struct parse *parse, struct span begin, struct span end) {
    enum { SHOWN = 28 };
    const char *bytes = parse->lexer.start ? (const char *)parse->lexer.start : "";
    struct text text = {0};
    uint32_t from = begin.begin - parse->lexer.base, to = end.end - parse->lexer.base;
    for (uint32_t i = from; i < to && text.length < SHOWN; i++) {
        char c = bytes[i] == '\n' || bytes[i] == '\r' || bytes[i] == '\t' ? ' ' : bytes[i];
        if (c == ' ' && text.length && text.data[text.length - 1] == ' ') continue;
        text_add_char(&text, c);
    }
    while (text.length && ((unsigned char)text.data[text.length - 1] & 0x80))
        text.length--;
    bool cut = to - from > SHOWN;
    const char *words =
        arena_format(parse->arena, "%.*s%s", (int)text.length, text.data ? text.data : "", cut ? "..." : "");
    text_free(&text);
    return words;
}

static void build_report_mix(struct parse *parse, const struct tree_expression *left,
                             const struct tree_expression *right, const char *joins, const char *mixes,
                             struct span operator_span) {
    const struct tree_expression *last = left->children;
    while (last->next)
        last = last->next;
    const struct tree_expression *before = left->children;
    while (before->next != last)
        before = before->next;
    const char *a = build_words(parse, before->span, before->span);
    const char *b = build_words(parse, last->span, last->span);
    const char *c = build_words(parse, right->span, right->span);
    struct diagnostic *item = diagnostic_add(parse->diagnostics, A0202, operator_span,
                                             "`%s` and `%s` are mixed without parentheses", joins, mixes);
    item->hint = "put parentheses around what belongs together";
    item->note = arena_format(parse->arena, "either  (%s %s %s) %s %s\n      = or      %s %s (%s %s %s)", a, joins, b,
                              mixes, c, a, joins, b, mixes, c);
}

static struct tree_expression *build_pair(struct parse *parse, enum tree_expression_kind kind,
                                          struct tree_expression *left, struct tree_expression *right) {
    struct tree_expression *node = ARENA_NEW(parse->arena, struct tree_expression);
    node->kind = kind;
    node->children = left;
    left->next = right;
    node->field_index = -1;
    return node;
}

static void build_append_child(struct tree_expression *node, struct tree_expression *child) {
    struct tree_expression *last = node->last_child ? node->last_child : node->children;
    while (last->next)
        last = last->next;
    last->next = child;
    node->last_child = child;
}

struct tree_expression *build_join(struct parse *parse, enum tree_expression_kind kind, struct tree_expression *left,
                                   struct tree_expression *right, struct span span, struct span operator_span) {
    static const char *const words[] = {[TREE_AND] = "and", [TREE_OR] = "or", [TREE_THEN] = "then"};
    bool open = !left->parenthesised && left->kind != TREE_CONDITION && left->kind != TREE_THEN;
    bool mixed = kind != TREE_THEN && open && left->kind != kind;
    if (mixed && !left->mixed) build_report_mix(parse, left, right, words[left->kind], words[kind], operator_span);
    bool same = !left->parenthesised && left->kind == kind;
    struct tree_expression *node = same || mixed ? left : build_pair(parse, kind, left, right);
    if (same || mixed) build_append_child(node, right);
    node->mixed = node->mixed || mixed;
    node->span = span;
    return node;
}
