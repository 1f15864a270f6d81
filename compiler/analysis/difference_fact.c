#include "compiler/analysis/difference_fact.h"
#include "compiler/model/sentence.h"

#include <stdarg.h>
#include <string.h>

void fact_add(const struct fact_place *place, const char *what, const char *format, ...) {
    struct difference *difference = place->difference;
    if (difference->fact_count == difference->fact_capacity) {
        difference->fact_capacity = difference->fact_capacity ? 2 * difference->fact_capacity : 16;
        struct difference_fact *facts =
            ARENA_ARRAY(difference->arena, difference->fact_capacity, struct difference_fact);
        if (difference->fact_count) memcpy(facts, difference->facts, difference->fact_count * sizeof *facts);
        difference->facts = facts;
    }
    va_list arguments;
    va_start(arguments, format);
    const char *text = arena_format_list(difference->arena, format, arguments);
    va_end(arguments);
    difference->facts[difference->fact_count++] = (struct difference_fact){
        place->heading, place->specialization, place->measure, what, text, place->period, place->beside};
}

struct fact_place fact_measure(struct difference *difference, const struct difference_measure *measure,
                               enum difference_heading heading) {
    const struct difference_edition *first = measure->new_count ? measure->news : measure->olds;
    return (struct fact_place){.difference = difference,
                               .heading = heading,
                               .specialization = first->specialization->name.text,
                               .measure = first->measure->name.text};
}

/* ---- Texts ---- */

bool fact_same_text(const char *a, const char *b) {
    return a == b || (a && b && strcmp(a, b) == 0);
}

static const char *fact_keep(const struct difference *difference, struct text *text) {
    const char *kept = text->length ? arena_string(difference->arena, text->data, text->length) : "none";
    text_free(text);
    return kept;
}

const char *fact_quote(const struct difference *difference, const char *text) {
    struct text out = {0};
    if (text) text_add_quoted(&out, text);
    return fact_keep(difference, &out);
}

const char *fact_quote_all(const struct difference *difference, struct fact_texts texts) {
    struct text out = {0};
    for (size_t i = 0; i < texts.count; i++) {
        if (i) text_add(&out, ", ");
        text_add_quoted(&out, texts.items[i].text);
    }
    return fact_keep(difference, &out);
}

static void fact_set_side(const struct fact_place *place, const char *what, struct fact_texts side,
                          struct fact_texts other, const char *verb) {
    for (size_t i = 0; i < side.count; i++)
        if (!difference_named(side.items[i].text, other.items, other.count))
            fact_add(place, what, "%s %s is %s", what, fact_quote(place->difference, side.items[i].text), verb);
}

void fact_set(const struct fact_place *place, const char *what, struct fact_texts old, struct fact_texts new) {
    fact_set_side(place, what, new, old, "new");
    fact_set_side(place, what, old, new, "gone");
}

void fact_list(const struct fact_place *place, const char *what, const char *called, struct fact_texts old,
               struct fact_texts new) {
    bool same = old.count == new.count;
    for (size_t i = 0; same && i < old.count; i++)
        same = difference_same(old.items[i].text, new.items[i].text);
    if (same) return;
    fact_add(place, what, "%s: %s; it was %s", called, fact_quote_all(place->difference, new),
             fact_quote_all(place->difference, old));
}

void fact_one(const struct fact_place *place, const char *what, const char *old, const char *new) {
    if (old == new || (old && new &&strcmp(old, new) == 0)) return;
    fact_add(place, what, "%s is %s; it was %s", what, fact_quote(place->difference, new),
             fact_quote(place->difference, old));
}

/* ---- Citations ---- */

bool fact_same_citation(const struct model_citation *a, const struct model_citation *b) {
    if (!a->title.text || !b->title.text) return a->title.text == b->title.text;
    return a->date == b->date && a->secondary == b->secondary && fact_same_text(a->address, b->address) &&
           fact_same_text(a->title.text, b->title.text);
}

const char *fact_citation_text(const struct difference *difference, const struct model_citation *cites) {
    if (!cites->title.text) return "nothing";
    return sentence_citation(cites, fact_quote(difference, cites->title.text), difference->arena);
}

void fact_citation(const struct fact_place *place, const struct model_citation *old, const struct model_citation *new) {
    if (fact_same_citation(old, new)) return;
    fact_add(place, "cites", "cites %s; it cited %s", fact_citation_text(place->difference, new),
             fact_citation_text(place->difference, old));
}

/* ---- Examples ---- */

/* The cell of an example in a field of the space; NULL: not given. */
static const struct model_cell *fact_cell(const struct space *space, size_t model, const struct model_example *example,
                                          size_t field) {
    for (size_t f = 0; f < space->models[model]->field_count; f++)
        if (space->field_of[model][f] == field) return example->cells[f].given ? &example->cells[f] : NULL;
    return NULL;
}

static bool fact_same_cell(const struct model_cell *a, const struct model_cell *b) {
    if (!a || !b) return a == b;
    return a->kind == b->kind && (a->kind != MODEL_CELL_TEXT || strcmp(a->folded, b->folded) == 0);
}

static bool fact_same_example(const struct difference *difference, const struct model_example *a,
                              const struct model_example *b) {
    bool same = a->outcome_count == b->outcome_count && a->nothing_else == b->nothing_else;
    for (size_t i = 0; same && i < a->outcome_count; i++)
        same = a->outcomes[i].expectation == b->outcomes[i].expectation;
    for (size_t f = 0; same && f < difference->space->field_count; f++)
        same = fact_same_cell(fact_cell(difference->space, 0, a, f), fact_cell(difference->space, 1, b, f));
    return same;
}

static const struct model_example *fact_example(struct fact_examples among, const char *name) {
    for (size_t i = 0; i < among.count; i++)
        if (difference_same(among.items[i].name.text, name)) return &among.items[i];
    return NULL;
}

void fact_examples(const struct fact_place *place, struct fact_examples old, struct fact_examples new) {
    for (size_t i = 0; i < new.count; i++) {
        const char *name = new.items[i].name.text, *quoted = fact_quote(place->difference, name);
        const struct model_example *before = fact_example(old, name);
        if (!before)
            fact_add(place, "example", "example %s is new", quoted);
        else if (!fact_same_example(place->difference, before, &new.items[i]))
            fact_add(place, "example", "example %s says otherwise", quoted);
    }
    for (size_t i = 0; i < old.count; i++)
        if (!fact_example(new, old.items[i].name.text))
            fact_add(place, "example", "example %s is gone", fact_quote(place->difference, old.items[i].name.text));
}

/* ---- Wording ---- */

static bool fact_same_condition(const struct difference *difference, const struct model_condition *a,
                                const struct model_condition *b) {
    const struct space *space = difference->space;
    bool same = space->field_of[0][a->field] == space->field_of[1][b->field] && a->test == b->test &&
                a->blank == b->blank && a->value_count == b->value_count;
    for (size_t i = 0; same && i < a->value_count; i++)
        same = strcmp(a->values[i].folded, b->values[i].folded) == 0;
    return same;
}

static bool fact_same_words(const struct difference *difference, const struct model_expression *a,
                            const struct model_expression *b) {
    if (a->kind != b->kind || a->child_count != b->child_count) return false;
    if (a->kind == MODEL_CONDITION) return fact_same_condition(difference, a->condition, b->condition);
    for (size_t i = 0; i < a->child_count; i++)
        if (!fact_same_words(difference, a->children[i], b->children[i])) return false;
    return true;
}

static bool fact_same_list_names(const struct model_condition *a, const struct model_condition *b) {
    bool same = a->list_count == b->list_count;
    for (size_t i = 0; same && i < a->list_count; i++)
        same = difference_same(a->lists[i]->name, b->lists[i]->name);
    return same;
}

static bool fact_same_lists(const struct model_expression *a, const struct model_expression *b) {
    if (a->kind == MODEL_CONDITION) return fact_same_list_names(a->condition, b->condition);
    for (size_t i = 0; i < a->child_count; i++)
        if (!fact_same_lists(a->children[i], b->children[i])) return false;
    return true;
}

void fact_wording(const struct fact_place *place, const struct model_rule *old, const struct model_rule *new) {
    if (!fact_same_words(place->difference, old->where, new->where)) {
        fact_add(place, "wording", "is written otherwise and means the same");
    } else if (!fact_same_lists(old->where, new->where)) {
        fact_add(place, "wording", "names its values by other lists");
    }
}
