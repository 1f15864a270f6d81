/* difference_requirement.c - what a specialization requires, on every day: one fact for each line that came, went or
 * changed, as long as it stays the same. */
#include "compiler/analysis/difference_line.h"
#include "compiler/model/requirement.h"
#include "compiler/model/sentence.h"

#include <stdlib.h>
#include <string.h>

/* What a line became on some days; NULL: there was, or is, none. */
struct change {
    const struct model_requirement *old, *new;
    struct difference_period period;
};

struct requirements {
    struct difference *difference;
    const struct difference_specialization *of;
    const struct model_specialization *old, *new;
    const struct model_requirement **old_of, **new_of; /* by line: the first one that it was paired with, or NULL */
    bool *changed[2];                                  /* by line of the old and new rules */
    struct change *changes;
    size_t count, capacity;
    size_t *alive; /* changes of the slice before */
    size_t alive_count;
};

/* ---- Slices ---- */

/* The lines of one side that are in force, slice after slice. */
struct in_force {
    const struct model_requirement **items;
    size_t *first; /* by slice: where its lines begin; one more behind the last slice */
};

static struct in_force requirement_in_force(struct arena *arena, const struct model_specialization *side,
                                            const int *days, size_t cuts) {
    struct in_force lines = {NULL, ARENA_ARRAY(arena, cuts + 2, size_t)};
    for (int fill = 0; fill < 2; fill++) {
        for (size_t i = 0; i < side->requirement_count; i++) {
            const struct model_requirement *line = &side->requirements[i];
            struct difference_days period = difference_days(line->from, line->until);
            size_t last = difference_cut_at(days, cuts, period.until);
            for (size_t k = difference_cut_at(days, cuts, period.from); k <= last; k++) {
                if (fill) lines.items[lines.first[k]] = line;
                lines.first[k + !fill]++;
            }
        }
        for (size_t k = 1; k <= cuts && !fill; k++)
            lines.first[k] += lines.first[k - 1];
        if (!fill) lines.items = ARENA_ARRAY(arena, lines.first[cuts] + 1, const struct model_requirement *);
    }
    memmove(lines.first + 1, lines.first, cuts * sizeof *lines.first);
    lines.first[0] = 0;
    return lines;
}

static struct lines requirement_lines(const struct in_force *in_force, size_t slice) {
    size_t first = in_force->first[slice];
    return (struct lines){in_force->items + first, in_force->first[slice + 1] - first};
}

static bool requirement_same_or_none(const struct model_requirement *a, const struct model_requirement *b) {
    return a == b || (a && b && line_same(a, b));
}

static void requirement_add(struct requirements *of, struct change change, size_t *alive, size_t *count) {
    if (change.old) of->changed[0][change.old - of->old->requirements] = true;
    if (change.new) of->changed[1][change.new - of->new->requirements] = true;
    for (size_t i = 0; i < of->alive_count; i++) {
        struct change *before = &of->changes[of->alive[i]];
        if (!requirement_same_or_none(before->old, change.old) || !requirement_same_or_none(before->new, change.new))
            continue;
        before->period.until = change.period.until;
        alive[(*count)++] = of->alive[i];
        return;
    }
    if (of->count == of->capacity) {
        of->capacity = of->capacity ? 2 * of->capacity : 16;
        struct change *changes = ARENA_ARRAY(of->difference->arena, of->capacity, struct change);
        if (of->count) memcpy(changes, of->changes, of->count * sizeof *changes);
        of->changes = changes;
    }
    alive[(*count)++] = of->count;
    of->changes[of->count++] = change;
}

static bool requirement_goes_on(const struct model_requirement *line, const struct model_requirement *const *pairs,
                                size_t count) {
    for (size_t i = 0; i < count; i++)
        if (pairs[i] == line) return true;
    return false;
}

static void requirement_slice(struct requirements *of, struct difference_period period, struct lines old,
                              struct lines new) {
    struct arena *arena = of->difference->arena;
    const struct model_requirement **pairs = line_pairs(arena, old, new);
    size_t *alive = ARENA_ARRAY(arena, old.count + new.count + 1, size_t), count = 0;
    for (size_t i = 0; i < new.count; i++) {
        const struct model_requirement *line = new.items[i], *before = pairs[i];
        if (before) {
            const struct model_requirement **was = &of->old_of[line - of->new->requirements];
            const struct model_requirement **is = &of->new_of[before - of->old->requirements];
            if (!*was) *was = before;
            if (!*is) *is = line;
        }
        if (!before || !line_same(before, line))
            requirement_add(of, (struct change){before, line, period}, alive, &count);
    }
    for (size_t k = 0; k < old.count; k++)
        if (!requirement_goes_on(old.items[k], pairs, new.count))
            requirement_add(of, (struct change){old.items[k], NULL, period}, alive, &count);
    of->alive = alive;
    of->alive_count = count;
}

static void requirement_slices(struct requirements *of) {
    size_t olds = of->old->requirement_count, news = of->new->requirement_count, cuts;
    struct difference_days *periods = ARENA_ARRAY(of->difference->arena, olds + news + 1, struct difference_days);
    for (size_t i = 0; i < olds; i++)
        periods[i] = difference_days(of->old->requirements[i].from, of->old->requirements[i].until);
    for (size_t i = 0; i < news; i++)
        periods[olds + i] = difference_days(of->new->requirements[i].from, of->new->requirements[i].until);
    int *days = difference_cuts(of->difference->arena, periods, olds + news, &cuts);
    struct in_force old = requirement_in_force(of->difference->arena, of->old, days, cuts);
    struct in_force new = requirement_in_force(of->difference->arena, of->new, days, cuts);
    for (size_t i = 0; i < cuts; i++)
        requirement_slice(of, difference_dates((struct difference_days){days[i], days[i + 1] - 1}),
                          requirement_lines(&old, i), requirement_lines(&new, i));
}

/* ---- What changed ---- */

static void requirement_number(struct text *out, const char *new, const char *old, const char *of) {
    text_addf(out, "%s%s instead of %s%s", out->length ? ", " : "", new, old, of);
}

static void requirement_count(struct difference *difference, struct text *out, unsigned new, unsigned old,
                              const char *of) {
    if (new == old) return;
    requirement_number(out, arena_format(difference->arena, "%u", new), arena_format(difference->arena, "%u", old), of);
}

/* The numbers that changed, `9,000 instead of 7,500`; false when something else did. */
static bool requirement_numbers(struct difference *difference, struct text *out, const struct model_requirement *old,
                                const struct model_requirement *new) {
    bool same = difference_same_about(old, new) && old->months == new->months && old->part_count == new->part_count &&
                !old->references == !new->references && !old->valid_months == !new->valid_months &&
                !old->customers == !new->customers && !old->amount == !new->amount;
    if (!same) return false;
    if (new->amount && strcmp(new->amount, old->amount) != 0)
        requirement_number(out, sentence_grouped(new->amount, difference->arena),
                           sentence_grouped(old->amount, difference->arena), "");
    requirement_count(difference, out, new->customers, old->customers, " customers");
    requirement_count(difference, out, new->people, old->people, " people");
    requirement_count(difference, out, new->references, old->references, " references");
    requirement_count(difference, out, new->valid_months, old->valid_months, " months of validity");
    for (size_t i = 0; same && i < new->part_count; i++)
        same = requirement_numbers(difference, out, &old->parts[i], &new->parts[i]);
    return same;
}

static void requirement_both(const struct fact_place *place, const struct change *change) {
    struct difference *difference = place->difference;
    const char *now = line_say(difference, change->new), *before = line_say(difference, change->old);
    const char *where = difference_flips(difference, change->old, change->new);
    const char *flips = *where ? "; the answer flips " : "";
    const char *when = fact_when(difference->arena, change->period);
    struct text numbers = {0};
    if (!change->period.from && !change->period.until)
        fact_add(place, "requirement", "requires %s; it required %s%s%s", now, before, flips, where);
    else if (requirement_numbers(difference, &numbers, change->old, change->new) && numbers.length)
        fact_add(place, "requirement", "requires %s: %s%s%s%s", now, numbers.data, when, flips, where);
    else
        fact_add(place, "requirement", "requires %s instead of %s%s%s%s", now, before, when, flips, where);
    text_free(&numbers);
}

/* Whose line it is, where a specialization was split. */
static const char *requirement_whose(const struct requirements *of, const struct model_requirement *line) {
    for (size_t i = 0; i < of->of->new_count; i++) {
        const struct model_specialization *specialization = of->of->news[i];
        for (size_t k = 0; k < specialization->requirement_count; k++)
            if (specialization->requirements[k].span.begin == line->span.begin) return specialization->name.text;
    }
    return of->of->new->name.text;
}

static void requirement_tell(struct requirements *of, const struct change *change) {
    struct difference *difference = of->difference;
    struct fact_place place = line_place(difference, of->of);
    if (change->new) place.specialization = requirement_whose(of, change->new);
    place.period = change->period;
    const char *when = fact_when(difference->arena, change->period);
    if (change->old && change->new)
        requirement_both(&place, change);
    else if (change->new)
        fact_add(&place, "requirement", "requires %s: new%s", line_say(difference, change->new), when);
    else
        fact_add(&place, "requirement", "no longer requires %s%s", line_say(difference, change->old), when);
}

/* In the order of the new lines, those that are gone last; of one line, in the order of time. */
static int requirement_by_line(const void *left, const void *right) {
    const struct change *a = left, *b = right;
    if (!a->new != !b->new) return a->new ? -1 : 1;
    const struct model_requirement *x = a->new ? a->new : a->old, *y = a->new ? b->new : b->old;
    if (x != y) return x < y ? -1 : 1;
    return (a->period.from > b->period.from) - (a->period.from < b->period.from);
}

/* ---- What changes no answer ---- */

static const struct model_case *requirement_case(const struct model_requirement *among, const char *name) {
    for (size_t i = 0; i < among->case_count; i++)
        if (difference_same(among->cases[i].name.text, name)) return &among->cases[i];
    return NULL;
}

/* Whether a new line goes on with an old one, on any day. */
static bool requirement_continues(const struct requirements *of, size_t new, const struct model_requirement *old) {
    const struct model_requirement *line = &of->new->requirements[new];
    return of->old_of[new] == old || of->new_of[old - of->old->requirements] == line;
}

static bool requirement_case_kept(const struct requirements *of, const struct model_requirement *old,
                                  const char *name) {
    for (size_t i = 0; i < of->new->requirement_count; i++)
        if (requirement_continues(of, i, old) && requirement_case(&of->new->requirements[i], name)) return true;
    return false;
}

static const struct model_case *requirement_case_before(const struct requirements *of, size_t new, const char *name) {
    for (size_t k = 0; k < of->old->requirement_count; k++) {
        const struct model_requirement *old = &of->old->requirements[k];
        const struct model_case *found = requirement_continues(of, new, old) ? requirement_case(old, name) : NULL;
        if (found) return found;
    }
    return NULL;
}

static void requirement_cases(const struct requirements *of, const struct fact_place *place, size_t number) {
    const struct model_requirement *new = &of->new->requirements[number];
    for (size_t i = 0; i < new->case_count; i++) {
        const struct model_case *now = &new->cases[i];
        const struct model_case *before = requirement_case_before(of, number, now->name.text);
        if (before && before->expected == now->expected && requirement_same_given(before, now)) continue;
        fact_add(place, "example", "%s: example %s %s", new->text, fact_quote(place->difference, now->name.text),
                 before ? "says otherwise" : "is new");
    }
    for (size_t k = 0; k < of->old->requirement_count; k++) {
        const struct model_requirement *old = &of->old->requirements[k];
        for (size_t i = 0; of->new_of[k] == new &&i < old->case_count; i++)
            if (!requirement_case_kept(of, old, old->cases[i].name.text))
                fact_add(place, "example", "%s: example %s is gone", new->text,
                         fact_quote(place->difference, old->cases[i].name.text));
    }
}

/* The same on all days, in other periods. */
static void requirement_wording(const struct requirements *of, const struct fact_place *place, size_t number) {
    const struct model_requirement *new = &of->new->requirements[number], *old = of->old_of[number];
    bool told = of->changed[1][number] || of->changed[0][old - of->old->requirements];
    if (told || of->new_of[old - of->old->requirements] != new || (old->from == new->from && old->until == new->until))
        return;
    fact_add(place, "wording", "%s: is written in other periods and means the same", new->text);
}

static void requirement_no_effect(const struct requirements *of, size_t number) {
    const struct model_requirement *new = &of->new->requirements[number], *old = of->old_of[number];
    struct fact_place place = line_place(of->difference, of->of);
    place.heading = DIFFERENCE_NO_EFFECT;
    if (!old) return;
    line_cites(&place, new->text, (const struct model_citation *[]){&old->cites, &of->old->cites},
               (const struct model_citation *[]){&new->cites, &of->new->cites});
    if (of->new_of[old - of->old->requirements] == new)
        fact_set(&place, "note", (struct fact_texts){old->notes, old->note_count},
                 (struct fact_texts){new->notes, new->note_count});
    requirement_cases(of, &place, number);
    requirement_wording(of, &place, number);
}

void difference_requirement_facts(struct difference *difference,
                                  const struct difference_specialization *specialization) {
    struct requirements of = {.difference = difference, .of = specialization};
    of.old = line_side(difference, specialization, 0);
    of.new = line_side(difference, specialization, 1);
    of.old_of = ARENA_ARRAY(difference->arena, of.new->requirement_count + 1, const struct model_requirement *);
    of.new_of = ARENA_ARRAY(difference->arena, of.old->requirement_count + 1, const struct model_requirement *);
    of.changed[0] = ARENA_ARRAY(difference->arena, of.old->requirement_count + 1, bool);
    of.changed[1] = ARENA_ARRAY(difference->arena, of.new->requirement_count + 1, bool);
    requirement_slices(&of);
    if (of.count) qsort(of.changes, of.count, sizeof *of.changes, requirement_by_line);
    for (size_t i = 0; i < of.count; i++)
        requirement_tell(&of, &of.changes[i]);
    for (size_t i = 0; i < of.new->requirement_count; i++)
        requirement_no_effect(&of, i);
}
