/* difference_line.c - which line of requirements goes on with which.
 *
 * Lines are about the same when they ask for the same kind of thing of the same names; of these, first those alike in
 * all numbers and dates are paired, then the others in their order; at last lines that ask for the same kind of thing
 * of a name that both list. */
#include "compiler/analysis/difference_line.h"
#include "compiler/model/requirement.h"

#include <string.h>

/* ---- Pairs ---- */

bool difference_same_names(const struct model_requirement *a, const struct model_requirement *b) {
    bool same = a->name_count == b->name_count;
    for (size_t i = 0; same && i < a->name_count; i++)
        same = difference_named(a->names[i].text, b->names, b->name_count);
    return same;
}

static bool line_same_numbers(const struct model_requirement *a, const struct model_requirement *b) {
    return fact_same_text(a->amount, b->amount) && a->months == b->months && a->customers == b->customers &&
           a->people == b->people && a->references == b->references && a->valid_months == b->valid_months;
}

bool difference_same_about(const struct model_requirement *a, const struct model_requirement *b) {
    return a->kind == b->kind && a->average == b->average && a->percent == b->percent &&
           fact_same_text(a->subject, b->subject) && difference_same_names(a, b);
}

static bool line_same_period(const struct model_requirement *a, const struct model_requirement *b) {
    return a->from == b->from && a->until == b->until;
}

bool line_same(const struct model_requirement *a, const struct model_requirement *b) {
    bool same = difference_same_about(a, b) && line_same_numbers(a, b) && a->part_count == b->part_count &&
                fact_same_text(a->option, b->option);
    for (size_t i = 0; same && i < a->part_count; i++)
        same = line_same(&a->parts[i], &b->parts[i]);
    return same;
}

static bool line_share_name(const struct model_requirement *a, const struct model_requirement *b) {
    for (size_t i = 0; i < a->name_count; i++)
        if (difference_named(a->names[i].text, b->names, b->name_count)) return true;
    return false;
}

/* How alike two lines are; 0: they are about different things. Of designations, and of an audit or references, there is
 * one line at a time, so that a changed one is known whatever it says. */
static int line_alike(const struct model_requirement *a, const struct model_requirement *b) {
    bool one = a->kind == b->kind && (a->kind == ASSAY_REQUIRES_DESIGNATION || a->kind == ASSAY_REQUIRES_ANY_OF);
    one = one || (requirement_validates(a) && requirement_validates(b));
    if (!one && !difference_same_about(a, b)) return a->kind == b->kind && line_share_name(a, b) ? 1 : 0;
    if (line_same(a, b)) return line_same_period(a, b) ? 7 : 6;
    int window = a->months == b->months ? 2 : 0;
    return window + (line_same_period(a, b) ? 3 : 2);
}

const struct model_requirement **line_pairs(struct arena *arena, struct lines old, struct lines new) {
    const struct model_requirement **of = ARENA_ARRAY(arena, new.count + 1, const struct model_requirement *);
    bool *taken = ARENA_ARRAY(arena, old.count + 1, bool);
    for (int wanted = 7; wanted > 0; wanted--) {
        for (size_t i = 0; i < new.count; i++) {
            for (size_t k = 0; k < old.count && !of[i]; k++) {
                if (taken[k] || line_alike(old.items[k], new.items[i]) != wanted) continue;
                of[i] = old.items[k];
                taken[k] = true;
            }
        }
    }
    return of;
}

/* ---- Words ---- */

static void line_words(struct text *out, const struct model_requirement *line) {
    bool either = line->kind == ASSAY_REQUIRES_ANY_OF, all = line->kind == ASSAY_REQUIRES_ALL_OF;
    if (!either && !all) text_add(out, line->text);
    for (size_t i = 0; i < line->part_count; i++) {
        const struct model_requirement *part = &line->parts[i];
        if (either)
            text_addf(out, "%s \"%s\": ", i ? "; or" : "either", part->option);
        else if (!all || i)
            text_add(out, all ? " and " : ", ");
        line_words(out, part);
    }
}

const char *line_say(struct difference *difference, const struct model_requirement *line) {
    struct text text = {0};
    line_words(&text, line);
    const char *kept = arena_string(difference->arena, text.data ? text.data : "", text.length);
    text_free(&text);
    return kept;
}

void line_cites(const struct fact_place *place, const char *of, const struct model_citation *const old[2],
                const struct model_citation *const new[2]) {
    bool inherited = fact_same_citation(old[0], old[1]) && fact_same_citation(new[0], new[1]);
    if (inherited || fact_same_citation(old[0], new[0])) return;
    fact_add(place, "cites", "%s: cites %s; it cited %s", of, fact_citation_text(place->difference, new[0]),
             fact_citation_text(place->difference, old[0]));
}

struct fact_place line_place(struct difference *difference, const struct difference_specialization *specialization) {
    const struct model_specialization *of = specialization->new ? specialization->new : specialization->old;
    return (struct fact_place){
        .difference = difference, .heading = DIFFERENCE_REQUIREMENTS, .specialization = of->name.text};
}

/* ---- One side ---- */

static bool line_has_name(const struct difference_edition *editions, size_t count, const char *name) {
    for (size_t i = 0; i < count; i++)
        if (difference_same(editions[i].measure->name.text, name)) return true;
    return false;
}

/* The one name for all that a line calls by all of its names on one side: the new name where there is one, else the old
 * one. Other names stay. */
static const char *line_name(const struct difference_specialization *specialization,
                             const struct model_requirement *line, size_t model, const char *name) {
    for (size_t m = 0; m < specialization->measure_count; m++) {
        const struct difference_measure *measure = &specialization->measures[m];
        const struct difference_edition *own = model ? measure->news : measure->olds;
        size_t count = model ? measure->new_count : measure->old_count;
        if (!measure->old || !measure->new || !line_has_name(own, count, name)) continue;
        bool new = measure->one_new, other = model ? !new && measure->one_old : new;
        for (size_t i = 0; other && i < count; i++)
            other = difference_named(own[i].measure->name.text, line->names, line->name_count);
        return other ? (new ? measure->new : measure->old)->name.text : name;
    }
    return name;
}

static void line_translate(struct difference *difference, const struct difference_specialization *specialization,
                           size_t model, struct model_requirement *line) {
    if (line->kind == ASSAY_REQUIRES_AMOUNT) {
        struct model_text *names = ARENA_ARRAY(difference->arena, line->name_count + 1, struct model_text);
        size_t kept = 0;
        for (size_t i = 0; i < line->name_count; i++) {
            const char *now = line_name(specialization, line, model, line->names[i].text);
            if (!difference_named(now, names, kept)) names[kept++] = (struct model_text){now, line->names[i].span};
        }
        line->names = names;
        line->name_count = kept;
    }
    struct model_requirement *parts = ARENA_ARRAY(difference->arena, line->part_count + 1, struct model_requirement);
    if (line->part_count) memcpy(parts, line->parts, line->part_count * sizeof *parts);
    line->parts = parts;
    for (size_t i = 0; i < line->part_count; i++)
        line_translate(difference, specialization, model, &parts[i]);
}

static void line_add(struct difference *difference, const struct difference_specialization *specialization,
                     struct model_specialization *to, const struct model_requirement *line, size_t model) {
    struct model_requirement *added = &to->requirements[to->requirement_count];
    *added = *line;
    line_translate(difference, specialization, model, added);
    bool merged = specialization->old_count > 1 || specialization->new_count > 1;
    for (size_t i = 0; merged && i < to->requirement_count; i++)
        if (line_same(&to->requirements[i], added) && line_same_period(&to->requirements[i], added)) return;
    to->requirement_count++;
}

const struct model_specialization *line_side(struct difference *difference,
                                             const struct difference_specialization *specialization, size_t model) {
    struct model_specialization *to = ARENA_NEW(difference->arena, struct model_specialization);
    const struct model_specialization **from = model ? specialization->news : specialization->olds;
    size_t count = model ? specialization->new_count : specialization->old_count, lines = 0, metrics = 0;
    for (size_t i = 0; i < count; i++) {
        lines += from[i]->requirement_count;
        metrics += from[i]->metric_count;
    }
    if (count) *to = *from[0];
    to->requirements = ARENA_ARRAY(difference->arena, lines + 1, struct model_requirement);
    to->metrics = ARENA_ARRAY(difference->arena, metrics + 1, struct model_metric);
    to->requirement_count = to->metric_count = 0;
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < from[i]->requirement_count; k++)
            line_add(difference, specialization, to, &from[i]->requirements[k], model);
        for (size_t k = 0; k < from[i]->metric_count; k++)
            to->metrics[to->metric_count++] = from[i]->metrics[k];
    }
    return to;
}
