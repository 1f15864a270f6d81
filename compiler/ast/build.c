#include "compiler/ast/build.h"

#include <string.h>

/* Appends a node to a circle. */
#define BUILD_APPEND(last, node)                                                                                       \
    do {                                                                                                               \
        (node)->next = (last) ? (last)->next : (node);                                                                 \
        if (last) (last)->next = (node);                                                                               \
    } while (0)

/* The first node of a circle, which becomes a list that ends. */
#define BUILD_OPEN(type)                                                                                               \
    static struct type *open_##type(struct type *last) {                                                               \
        struct type *first = last ? last->next : NULL;                                                                 \
        if (last) last->next = NULL;                                                                                   \
        return first;                                                                                                  \
    }

BUILD_OPEN(tree_text)
BUILD_OPEN(tree_value)
BUILD_OPEN(tree_cell)
BUILD_OPEN(tree_outcome)
BUILD_OPEN(tree_option)
BUILD_OPEN(tree_item)

struct tree_item *build_open_items(struct tree_item *last) {
    return open_tree_item(last);
}

struct tree_text *build_text(struct parse *parse, struct tree_text *last, const char *text, struct span span) {
    struct tree_text *node = ARENA_NEW(parse->arena, struct tree_text);
    node->text = text;
    node->span = span;
    BUILD_APPEND(last, node);
    return node;
}

struct tree_item *build_append_item(struct tree_item *last, struct tree_item *item) {
    BUILD_APPEND(last, item);
    return item;
}

struct tree_value *build_append_value(struct tree_value *last, struct tree_value *value) {
    BUILD_APPEND(last, value);
    return value;
}

struct tree_cell *build_append_cell(struct tree_cell *last, struct tree_cell *cell) {
    BUILD_APPEND(last, cell);
    return cell;
}

struct tree_outcome *build_append_outcome(struct tree_outcome *last, struct tree_outcome *outcome) {
    BUILD_APPEND(last, outcome);
    return outcome;
}

struct tree_option *build_append_option(struct tree_option *last, struct tree_option *option) {
    BUILD_APPEND(last, option);
    return option;
}

struct tree_value *build_value(struct parse *parse, enum tree_value_kind kind, const char *text, struct span span) {
    struct tree_value *value = ARENA_NEW(parse->arena, struct tree_value);
    value->kind = kind;
    value->text = text;
    value->span = span;
    BUILD_APPEND((struct tree_value *)NULL, value);
    return value;
}

struct tree_cell *build_cell(struct parse *parse, const char *field, struct span span, struct tree_value *value) {
    struct tree_cell *cell = ARENA_NEW(parse->arena, struct tree_cell);
    cell->field = (struct tree_text){field, span, NULL};
    cell->value = open_tree_value(value);
    cell->field_index = -1;
    BUILD_APPEND((struct tree_cell *)NULL, cell);
    return cell;
}

struct tree_outcome *build_outcome(struct parse *parse, enum tree_outcome_kind kind, struct tree_text *names,
                                   struct span span) {
    struct tree_outcome *outcome = ARENA_NEW(parse->arena, struct tree_outcome);
    outcome->kind = kind;
    outcome->names = open_tree_text(names);
    outcome->span = span;
    BUILD_APPEND((struct tree_outcome *)NULL, outcome);
    return outcome;
}

struct tree_option *build_option(struct parse *parse, const char *name, struct span name_span,
                                 struct tree_expression *where, struct span span) {
    (void)span;
    struct tree_option *option = ARENA_NEW(parse->arena, struct tree_option);
    option->name = (struct tree_text){name, name_span, NULL};
    option->where = where;
    BUILD_APPEND((struct tree_option *)NULL, option);
    return option;
}

struct tree_period build_period(struct tree_period from, struct tree_period until) {
    return (struct tree_period){from.from, until.until};
}

/* ---- Items ---- */

static struct tree_item *build_item(struct parse *parse, enum tree_item_kind kind, struct span span, struct span head) {
    struct tree_item *item = ARENA_NEW(parse->arena, struct tree_item);
    item->kind = kind;
    item->span = span;
    item->head = head;
    return item;
}

static struct tree_item *build_named(struct parse *parse, enum tree_item_kind kind, const char *name,
                                     struct span name_span, struct span span) {
    struct tree_item *item = build_item(parse, kind, span, (struct span){span.begin, name_span.end});
    item->name = (struct tree_text){name, name_span, NULL};
    return item;
}

struct tree_item *build_broken(struct parse *parse, struct tree_item *last, uint64_t kinds) {
    /* What was lost travels in an item of its own: the block that takes the list removes it. */
    struct tree_item *item = build_item(parse, TREE_NOTE, (struct span){0, 0}, (struct span){0, 0});
    item->lost = kinds;
    return build_append_item(last, item);
}

struct tree_item *build_titled(struct parse *parse, enum tree_item_kind kind, struct tree_text *texts, struct span span,
                               struct span head) {
    struct tree_item *item = build_item(parse, kind, span, head);
    item->texts = open_tree_text(texts);
    return item;
}

struct tree_item *build_block(struct parse *parse, enum tree_item_kind kind, struct tree_text *title,
                              struct tree_item *items, struct span span, struct span word) {
    struct tree_item *block = build_item(parse, kind, span, title ? span_join(word, title->span) : word);
    if (title) block->name = (struct tree_text){title->text, title->span, NULL};
    block->lost = title ? 0 : TREE_LOST_UNKNOWN;
    struct tree_item **end = &block->items;
    for (struct tree_item *item = open_tree_item(items), *next; item; item = next) {
        next = item->next;
        item->next = NULL;
        if (item->lost) {
            block->lost |= item->lost;
        } else {
            *end = item;
            end = &item->next;
        }
    }
    return block;
}

struct tree_item *build_field(struct parse *parse, enum tree_item_kind kind, const char *name, struct span name_span,
                              struct tree_text *columns, struct tree_value *assumption, struct span span) {
    struct tree_item *item = build_named(parse, kind, name, name_span, span);
    item->texts = open_tree_text(columns);
    item->values = open_tree_value(assumption);
    return item;
}

struct tree_item *build_amount(struct parse *parse, const char *name, struct span name_span, struct tree_text *columns,
                               const char *currency, struct span currency_span, struct span span) {
    struct tree_item *item = build_field(parse, TREE_AMOUNT, name, name_span, columns, NULL, span);
    item->names = open_tree_text(build_text(parse, NULL, currency, currency_span));
    return item;
}

struct tree_item *build_customer(struct parse *parse, const char *name, struct span name_span,
                                 struct tree_text *columns, struct tree_text *except, struct span span) {
    struct tree_value *values = NULL;
    for (struct tree_text *text = open_tree_text(except); text; text = text->next)
        values = build_append_value(values, build_value(parse, TREE_TEXT, text->text, text->span));
    return build_field(parse, TREE_CUSTOMER, name, name_span, columns, values, span);
}

struct tree_item *build_alias(struct parse *parse, enum tree_item_kind kind, struct tree_text *texts, const char *means,
                              struct span means_span, struct tree_text *fields, struct span span) {
    struct tree_item *item = build_named(parse, kind, means, means_span, span);
    item->texts = open_tree_text(texts);
    item->names = open_tree_text(fields);
    return item;
}

struct tree_item *build_eligibility(struct parse *parse, struct tree_expression *where, const char *reason,
                                    struct span reason_span, struct tree_value *known, struct span span) {
    struct tree_item *item = build_item(parse, TREE_ELIGIBILITY, span, where->span);
    item->options = open_tree_option(build_option(parse, NULL, where->span, where, where->span));
    item->reason = (struct tree_text){reason, reason_span, NULL};
    item->values = open_tree_value(known);
    return item;
}

struct tree_item *build_once(struct parse *parse, struct tree_text *key, const char *preferred,
                             struct span preferred_span, struct tree_text *values, struct tree_text *least,
                             struct span span) {
    struct tree_item *item = build_named(parse, TREE_ONCE, preferred, preferred_span, span);
    item->names = open_tree_text(key);
    item->texts = open_tree_text(values);
    item->least = open_tree_text(least);
    return item;
}

struct tree_item *build_cross_check(struct parse *parse, const char *field, struct span field_span,
                                    struct tree_text *dropped, struct tree_text *kept, struct span span) {
    struct tree_item *item = build_named(parse, TREE_CROSS_CHECK, field, field_span, span);
    item->texts = open_tree_text(dropped);
    item->names = open_tree_text(kept);
    return item;
}

struct tree_item *build_list(struct parse *parse, const char *name, struct span name_span, const char *field,
                             struct span field_span, struct tree_text *values, struct span span) {
    struct tree_item *item = build_named(parse, TREE_VALUE_LIST, name, name_span, span);
    item->names = open_tree_text(build_text(parse, NULL, field, field_span));
    struct tree_value *circle = NULL;
    for (struct tree_text *text = open_tree_text(values); text; text = text->next)
        circle = build_append_value(circle, build_value(parse, TREE_TEXT, text->text, text->span));
    item->values = open_tree_value(circle);
    return item;
}

struct tree_item *build_measure(struct parse *parse, const char *name, struct span name_span, struct tree_period period,
                                struct tree_option *options, struct span span, struct span head) {
    struct tree_item *item = build_named(parse, TREE_MEASURE, name, name_span, span);
    item->head = head;
    item->period = period;
    item->options = open_tree_option(options);
    return item;
}

struct tree_item *build_example(struct parse *parse, const char *name, struct span name_span, struct tree_cell *cells,
                                struct tree_outcome *outcomes, struct span span, struct span head) {
    struct tree_item *item = build_named(parse, TREE_EXAMPLE, name, name_span, span);
    item->head = head;
    item->cells = open_tree_cell(cells);
    item->outcomes = open_tree_outcome(outcomes);
    return item;
}

struct tree_item *build_cites(struct parse *parse, const char *title, struct span title_span, uint32_t date,
                              struct span date_span, struct span span, struct span head) {
    struct tree_item *item = build_titled(parse, TREE_CITES, build_text(parse, NULL, title, title_span), span, head);
    item->date = (struct tree_date){date, date_span};
    return item;
}

struct tree_item *build_acceptance(struct parse *parse, const char *code, struct span code_span, const char *mark,
                                   struct span mark_span, struct tree_text *reason, struct span span) {
    struct tree_item *item = build_named(parse, TREE_ACCEPTS, code, code_span, span);
    item->head.end = mark_span.end;
    item->names = open_tree_text(build_text(parse, NULL, mark, mark_span));
    item->texts = open_tree_text(reason);
    return item;
}

struct tree_item *build_secondary(struct tree_item *cites) {
    cites->secondary = true;
    return cites;
}

struct tree_item *build_renewal(struct parse *parse, struct tree_duration every, struct tree_text opens,
                                struct tree_text grace, struct span span, struct span head) {
    struct tree_item *item = build_item(parse, TREE_RENEWAL, span, head);
    item->renewal = ARENA_NEW(parse->arena, struct tree_renewal);
    *item->renewal = (struct tree_renewal){every, opens, grace};
    return item;
}

struct tree_item *build_refresh(struct parse *parse, enum tree_item_kind kind, struct tree_text number,
                                struct span span, struct span head) {
    struct tree_item *item = build_item(parse, kind, span, head);
    item->names = open_tree_text(build_text(parse, NULL, number.text, number.span));
    return item;
}

struct tree_item *build_step(struct parse *parse, struct tree_step step, struct tree_text address, struct span span,
                             struct span head) {
    struct tree_item *item = build_item(parse, TREE_STEP, span, head);
    step.roles = open_tree_text(step.roles);
    step.places = open_tree_value(step.places);
    item->step = ARENA_NEW(parse->arena, struct tree_step);
    *item->step = step;
    return build_at(item, address);
}

struct tree_item *build_meaning(struct tree_item *item, struct tree_meaning means) {
    item->means = means;
    return item;
}

struct tree_item *build_at(struct tree_item *item, struct tree_text address) {
    item->means.address = address;
    return item;
}

uint32_t build_year(struct parse *parse, const char *number, struct span span) {
    uint32_t year = 0;
    for (const char *at = number; *at >= '0' && *at <= '9' && year < 10000; at++)
        year = year * 10 + (uint32_t)(*at - '0');
    if (strlen(number) == 4 && span.end - span.begin == 4 && year >= 1900) return year * 10000;
    diagnostic_add(parse->diagnostics, A0108, span, "'%s' is neither a date nor a year", number)->hint =
        "a date is written 2023-07-11, a year 2023";
    return 0;
}
