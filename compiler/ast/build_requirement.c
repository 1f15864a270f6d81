#include "compiler/ast/build.h"

static struct tree_text *requirement_open_texts(struct tree_text *last) {
    struct tree_text *first = last ? last->next : NULL;
    if (last) last->next = NULL;
    return first;
}

/* ---- Lines ---- */

struct tree_requirement *build_requirement(struct parse *parse, enum assay_requirement_kind kind, struct span span) {
    struct tree_requirement *requirement = ARENA_NEW(parse->arena, struct tree_requirement);
    requirement->kind = kind;
    requirement->span = requirement->head = span;
    requirement->next = requirement;
    return requirement;
}

struct tree_requirement *build_numbered(struct parse *parse, enum assay_requirement_kind kind, struct tree_text number,
                                        struct tree_text *names, struct span span) {
    struct tree_requirement *requirement = build_requirement(parse, kind, span);
    bool amount = kind == ASSAY_REQUIRES_AMOUNT || kind == ASSAY_REQUIRES_GROWTH || kind == ASSAY_REQUIRES_METRIC;
    *(amount ? &requirement->amount : &requirement->count) = number;
    requirement->names = requirement_open_texts(names);
    return requirement;
}

struct tree_requirement *build_amount_of(struct parse *parse, struct tree_text amount, const char *currency,
                                         struct span currency_span, struct tree_text *measures, struct span span) {
    struct tree_requirement *requirement = build_numbered(parse, ASSAY_REQUIRES_AMOUNT, amount, measures, span);
    requirement->currency = (struct tree_text){currency, currency_span, NULL};
    return requirement;
}

struct tree_requirement *build_unpublished(struct parse *parse, const char *subject, struct span span) {
    struct tree_requirement *requirement = build_requirement(parse, ASSAY_REQUIRES_UNPUBLISHED, span);
    requirement->subject = subject;
    return requirement;
}

struct tree_requirement *build_average(struct tree_requirement *amount, struct span span) {
    amount->average = true;
    amount->span = span;
    return amount;
}

struct tree_requirement *build_window(struct tree_requirement *requirement, struct tree_duration window,
                                      struct tree_text customers, bool percent, struct span span) {
    requirement->window = window;
    requirement->percent = percent;
    if (customers.text) requirement->count = customers;
    requirement->span = span;
    return requirement;
}

struct tree_requirement *build_named_by(struct tree_requirement *requirement, struct tree_text *names,
                                        struct span span) {
    requirement->names = requirement_open_texts(names);
    requirement->span = span;
    return requirement;
}

/* ---- What stands behind commas ---- */

static struct tree_requirement *requirement_tail(struct parse *parse, struct tree_requirement *tail) {
    return tail ? tail : build_requirement(parse, 0, (struct span){0, 0});
}

struct tree_requirement *build_tail_part(struct tree_requirement *part, struct tree_text *names, struct span head,
                                         struct parse *parse, struct tree_requirement *tail) {
    tail = requirement_tail(parse, tail);
    part->names = requirement_open_texts(names);
    part->head = head;
    part->next = tail->parts;
    tail->parts = part;
    return tail;
}

struct tree_requirement *build_tail_valid(struct parse *parse, struct tree_duration valid, struct span span,
                                          struct tree_requirement *tail) {
    tail = requirement_tail(parse, tail);
    if (tail->valid.number.text)
        diagnostic_add(parse->diagnostics, A0404, tail->valid.number.span, "how long it is valid may be said once");
    tail->valid = valid;
    tail->head = span;
    return tail;
}

struct tree_requirement *build_tail_period(struct parse *parse, struct tree_period period) {
    struct tree_requirement *tail = requirement_tail(parse, NULL);
    tail->period = period;
    return tail;
}

struct tree_requirement *build_with_tail(struct tree_requirement *requirement, struct tree_requirement *tail,
                                         struct span span) {
    requirement->parts = tail->parts;
    requirement->valid = tail->valid;
    requirement->period = tail->period;
    requirement->span = span;
    return requirement;
}

/* ---- Options ---- */

struct tree_requirement *build_append_requirement(struct tree_requirement *last, struct tree_requirement *requirement) {
    requirement->next = last ? last->next : requirement;
    if (last) last->next = requirement;
    return requirement;
}

static struct tree_requirement *requirement_open(struct tree_requirement *last) {
    struct tree_requirement *first = last->next;
    last->next = NULL;
    return first;
}

/* An option of one line is that line. */
struct tree_requirement *build_choice(struct parse *parse, const char *name, struct span name_span,
                                      struct tree_requirement *lines, struct span span) {
    struct tree_requirement *choice = requirement_open(lines);
    if (choice->next) {
        struct tree_requirement *all = build_requirement(parse, ASSAY_REQUIRES_ALL_OF, span);
        all->parts = choice;
        choice = all;
    }
    choice->option = (struct tree_text){name, name_span, NULL};
    return build_append_requirement(NULL, choice);
}

struct tree_requirement *build_either(struct parse *parse, struct tree_period period, struct tree_requirement *choices,
                                      struct span span, struct span head) {
    struct tree_requirement *either = build_requirement(parse, ASSAY_REQUIRES_ANY_OF, span);
    either->head = head;
    either->period = period;
    either->parts = requirement_open(choices);
    return either;
}

struct tree_item *build_requires(struct parse *parse, struct tree_requirement *requirement, struct span span,
                                 struct span word) {
    struct tree_item *item = build_titled(parse, TREE_REQUIRES, NULL, span, span_join(word, requirement->head));
    requirement->next = NULL;
    item->requirement = requirement;
    return item;
}

/* ---- Examples ---- */

struct tree_fact *build_fact(struct parse *parse, enum tree_fact_kind kind, struct tree_text number,
                             struct tree_text *names, struct tree_date date, struct span span) {
    struct tree_fact *fact = ARENA_NEW(parse->arena, struct tree_fact);
    *fact = (struct tree_fact){
        .kind = kind, .span = span, .number = number, .names = requirement_open_texts(names), .date = date};
    fact->next = fact;
    return fact;
}

struct tree_fact *build_money(struct tree_fact *fact, const char *currency, struct span currency_span,
                              struct tree_text customer) {
    fact->currency = (struct tree_text){currency, currency_span, NULL};
    fact->customer = customer;
    return fact;
}

struct tree_fact *build_undecided(struct tree_fact *fact, struct span span) {
    fact->undecided = true;
    fact->span = span;
    return fact;
}

struct tree_fact *build_append_fact(struct tree_fact *last, struct tree_fact *fact) {
    fact->next = last ? last->next : fact;
    if (last) last->next = fact;
    return fact;
}

struct tree_item *build_case(struct parse *parse, const char *name, struct span name_span, struct tree_date as_of,
                             struct tree_fact *facts, struct span span, struct span head) {
    struct tree_item *item = build_titled(parse, TREE_CASE, NULL, span, head);
    item->name = (struct tree_text){name, name_span, NULL};
    item->trial = ARENA_NEW(parse->arena, struct tree_case);
    item->trial->as_of = as_of;
    if (!facts) return item;
    item->trial->facts = facts->next;
    facts->next = NULL;
    return item;
}

struct tree_item *build_verdict(struct tree_item *item, enum assay_answer expected, struct span span) {
    item->trial->expected = expected;
    item->trial->verdict = span;
    item->span.end = span.end;
    return item;
}
