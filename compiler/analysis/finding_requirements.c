/* Does every number that a specialization requires say something?
 *
 * It does not when another one asks for as much, whenever both are in force (A0761). An option does not when whoever
 * meets it meets another one (A0762), and an `either` when the lines beside it ask for one of its options, or another
 * `either` for as much (A0763).
 *
 * A line, an option or a part is compared by what it measures: the sum of the same measures over the same window,
 * people who hold one of some certifications, growth of one of some metrics, the value of one of some metrics. Whoever
 * has the more of the one has the less of the other: nothing else is concluded, so that credits, which let a sum over
 * more months or of more measures be smaller, spoil no answer. */
#include "compiler/analysis/finding.h"
#include "compiler/model/requirement.h"

#include <string.h>

/* One number that is asked for. */
struct ask {
    const struct model_requirement *line, *whole, *of; /* what has the period; the window; the number and the names */
    const char **names;                                /* folded */
};

struct asks {
    struct ask *items;
    size_t count;
};

/* ---- Whether one asks for as much as another ---- */

static bool asks_name(const struct ask *ask, const char *name) {
    for (size_t i = 0; i < ask->of->name_count; i++)
        if (strcmp(ask->names[i], name) == 0) return true;
    return false;
}

static bool asks_within(const struct ask *inner, const struct ask *outer) {
    for (size_t i = 0; i < inner->of->name_count; i++)
        if (!asks_name(outer, inner->names[i])) return false;
    return true;
}

static bool asks_as_much_growth(const struct ask *a, const struct ask *b) {
    return a->of->percent == b->of->percent && a->of->months == b->of->months && a->of->months &&
           requirement_needed(a->of, a->whole) >= requirement_needed(b->of, b->whole);
}

/* Whether whoever meets `a` meets `b`. */
static bool asks_as_much(const struct ask *a, const struct ask *b) {
    if (a->of->kind != b->of->kind || !asks_within(a, b)) return false;
    switch (a->of->kind) {
    case ASSAY_REQUIRES_AMOUNT:
        return asks_within(b, a) && a->whole->months == b->whole->months &&
               requirement_needed(a->of, a->whole) >= requirement_needed(b->of, b->whole) &&
               a->of->customers >= b->of->customers;
    case ASSAY_REQUIRES_PEOPLE:
        return a->of->people >= b->of->people;
    case ASSAY_REQUIRES_GROWTH:
        return asks_as_much_growth(a, b);
    case ASSAY_REQUIRES_METRIC:
        return requirement_needed(a->of, a->whole) >= requirement_needed(b->of, b->whole);
    default:
        return false;
    }
}

static bool asks_throughout(const struct model_requirement *outer, const struct model_requirement *inner) {
    return outer->from <= inner->from && (!outer->until || (inner->until && inner->until <= outer->until));
}

/* What asks for as much as `ask` whenever it is in force; of two that ask for the same, the later says nothing. */
static const struct ask *asks_stronger(const struct asks *among, const struct ask *ask) {
    for (size_t i = 0; i < among->count; i++) {
        const struct ask *other = &among->items[i];
        if (other->of == ask->of || !asks_throughout(other->line, ask->line)) continue;
        if (!asks_as_much(other, ask)) continue;
        bool same = asks_as_much(ask, other) && asks_throughout(ask->line, other->line);
        if (!same || other->of->span.begin < ask->of->span.begin) return other;
    }
    return NULL;
}

/* ---- Gathering ---- */

static bool asks_counts(const struct model_requirement *of) {
    return of->kind == ASSAY_REQUIRES_AMOUNT || of->kind == ASSAY_REQUIRES_PEOPLE ||
           of->kind == ASSAY_REQUIRES_GROWTH || of->kind == ASSAY_REQUIRES_METRIC;
}

static size_t asks_most(const struct model_requirement *of) {
    size_t most = 1;
    for (size_t i = 0; i < of->part_count; i++)
        most += asks_most(&of->parts[i]);
    return most;
}

static void asks_put(struct findings *findings, struct asks *asks, struct ask ask) {
    ask.names = ARENA_ARRAY(findings->arena, ask.of->name_count, const char *);
    for (size_t i = 0; i < ask.of->name_count; i++)
        ask.names[i] = finding_fold(findings, ask.of->names[i].text);
    asks->items[asks->count++] = ask;
}

/* What is asked for by a requirement without options; all of it must be met. */
static void asks_add(struct findings *findings, struct asks *asks, const struct model_requirement *of,
                     const struct model_requirement *line) {
    bool all = of->kind == ASSAY_REQUIRES_ALL_OF;
    if (!all && !asks_counts(of)) return;
    if (!all) asks_put(findings, asks, (struct ask){.line = line, .whole = of, .of = of});
    for (size_t i = 0; i < of->part_count; i++) {
        if (all)
            asks_add(findings, asks, &of->parts[i], line);
        else
            asks_put(findings, asks, (struct ask){.line = line, .whole = of, .of = &of->parts[i]});
    }
}

static struct asks asks_of(struct findings *findings, const struct model_requirement *of,
                           const struct model_requirement *line) {
    struct asks asks = {ARENA_ARRAY(findings->arena, asks_most(of), struct ask), 0};
    asks_add(findings, &asks, of, line);
    return asks;
}

static struct asks asks_gather(struct findings *findings, const struct model_specialization *of) {
    size_t most = 0;
    for (size_t i = 0; i < of->requirement_count; i++)
        most += asks_most(&of->requirements[i]);
    struct asks asks = {ARENA_ARRAY(findings->arena, most, struct ask), 0};
    for (size_t i = 0; i < of->requirement_count; i++)
        asks_add(findings, &asks, &of->requirements[i], &of->requirements[i]);
    return asks;
}

/* ---- Telling ---- */

/* A requirement with all that stands below it. */
static void asks_add_words(struct text *out, const struct model_requirement *of) {
    text_add(out, of->text);
    for (size_t i = 0; i < of->part_count; i++) {
        text_add(out, i ? ", " : ": ");
        asks_add_words(out, &of->parts[i]);
    }
}

static const char *asks_subject(struct findings *findings, const struct model_specialization *of,
                                const struct model_requirement *one, const struct model_requirement *other) {
    struct text subject = {0};
    text_addf(&subject, "%s: ", finding_fold(findings, of->name.text));
    asks_add_words(&subject, one);
    text_add(&subject, "; ");
    asks_add_words(&subject, other);
    return finding_keep(findings, &subject);
}

static void asks_tell(struct findings *findings, const struct model_specialization *of, const struct ask *ask,
                      const struct ask *stronger) {
    struct finding *finding =
        finding_add(findings, A0761, ask->of->span, asks_subject(findings, of, ask->of, stronger->of),
                    "'%s' says nothing: as much is asked for already", ask->of->text);
    finding_relate(findings, finding, stronger->of->span, &stronger->line->cites, "%s", stronger->of->text);
    finding_mean(findings, finding, "whoever meets the other meets this; without it the answers are the same");
    finding_remedy(findings, finding,
                   ask->of->part_count ? "make lines of its parts, or correct the number that is wrong"
                                       : "leave it out, or correct the number that is wrong");
}

/* Each number that says nothing beside those of `beside`, too. */
static void asks_tell_all(struct findings *findings, const struct model_specialization *of, const struct asks *asks,
                          const struct asks *beside) {
    for (size_t i = 0; i < asks->count; i++) {
        const struct ask *stronger = asks_stronger(asks, &asks->items[i]);
        if (!stronger && beside) stronger = asks_stronger(beside, &asks->items[i]);
        if (stronger) asks_tell(findings, of, &asks->items[i], stronger);
    }
}

/* ---- Options ---- */

/* Whether whoever meets all of `stronger` meets all of `asks`. What counts nothing, asks for nothing that is known. */
static bool asks_all_as_much(const struct asks *stronger, const struct asks *asks) {
    for (size_t i = 0; i < asks->count; i++) {
        bool met = false;
        for (size_t k = 0; k < stronger->count && !met; k++)
            met = asks_throughout(stronger->items[k].line, asks->items[i].line) &&
                  asks_as_much(&stronger->items[k], &asks->items[i]);
        if (!met) return false;
    }
    return asks->count > 0;
}

static void asks_tell_either(struct findings *findings, const struct model_specialization *of,
                             const struct model_requirement *either, const struct model_requirement *option) {
    struct finding *finding =
        finding_add(findings, A0763, either->span, asks_subject(findings, of, either, option),
                    "'%s' says nothing: the lines beside it ask for one of its options", either->text);
    finding_relate(findings, finding, option->span, &either->cites, "option \"%s\"", option->option);
    finding_mean(findings, finding, "whoever meets those lines meets this option, so that the others never matter");
    finding_remedy(findings, finding, "leave the `either` out, or correct the number that is wrong");
}

static void asks_tell_option(struct findings *findings, const struct model_specialization *of,
                             const struct model_requirement *either, const struct model_requirement *option,
                             const struct model_requirement *other) {
    struct finding *finding = finding_add(findings, A0762, option->span, asks_subject(findings, of, option, other),
                                          "the option \"%s\" says nothing: whoever meets it meets the option \"%s\"",
                                          option->option, other->option);
    finding_relate(findings, finding, other->span, &either->cites, "option \"%s\"", other->option);
    finding_mean(findings, finding, "either of the two will do, so it can be left out and the answers are the same");
    finding_remedy(findings, finding, "leave it out, or write what was meant instead");
}

/* The option that is met by whoever meets this one; of two that ask for the same, the later says nothing. */
static const struct model_requirement *asks_weaker_option(const struct model_requirement *either,
                                                          const struct asks *options, size_t number) {
    for (size_t k = 0; k < either->part_count; k++) {
        if (k == number || !asks_all_as_much(&options[number], &options[k])) continue;
        if (k < number || !asks_all_as_much(&options[k], &options[number])) return &either->parts[k];
    }
    return NULL;
}

static struct asks *asks_options(struct findings *findings, const struct model_requirement *either) {
    struct asks *options = ARENA_ARRAY(findings->arena, either->part_count, struct asks);
    for (size_t i = 0; i < either->part_count; i++)
        options[i] = asks_of(findings, &either->parts[i], either);
    return options;
}

/* Whether each way to meet `stronger` meets `either`. */
static bool asks_either_as_much(const struct model_requirement *stronger, const struct asks *ways,
                                const struct model_requirement *either, const struct asks *options) {
    for (size_t i = 0; i < stronger->part_count; i++) {
        bool met = false;
        for (size_t k = 0; k < either->part_count && !met; k++)
            met = asks_all_as_much(&ways[i], &options[k]);
        if (!met) return false;
    }
    return true;
}

/* Another `either` that asks for as much, whenever this is in force; of two that ask for the same, the later says
 * nothing. */
static const struct model_requirement *asks_other_either(struct findings *findings,
                                                         const struct model_specialization *of,
                                                         const struct model_requirement *either,
                                                         const struct asks *options) {
    for (size_t i = 0; i < of->requirement_count; i++) {
        const struct model_requirement *other = &of->requirements[i];
        if (other == either || other->kind != ASSAY_REQUIRES_ANY_OF || !asks_throughout(other, either)) continue;
        const struct asks *ways = asks_options(findings, other);
        if (!asks_either_as_much(other, ways, either, options)) continue;
        bool same = asks_throughout(either, other) && asks_either_as_much(either, options, other, ways);
        if (!same || other < either) return other;
    }
    return NULL;
}

/* Whether the `either` says nothing: then nothing more is asked of it. */
static bool asks_needless_either(struct findings *findings, const struct model_specialization *of,
                                 const struct model_requirement *either, const struct asks *options,
                                 const struct asks *beside) {
    for (size_t i = 0; i < either->part_count; i++) {
        if (!asks_all_as_much(beside, &options[i])) continue;
        asks_tell_either(findings, of, either, &either->parts[i]);
        return true;
    }
    const struct model_requirement *other = asks_other_either(findings, of, either, options);
    if (!other) return false;
    struct finding *finding = finding_add(findings, A0763, either->span, asks_subject(findings, of, either, other),
                                          "'%s' says nothing: as much is asked for already", either->text);
    finding_relate(findings, finding, other->span, &other->cites, "%s", other->text);
    finding_mean(findings, finding, "whichever option of the other is met, one of this is");
    finding_remedy(findings, finding, "leave it out, or correct what is wrong");
    return true;
}

static void asks_either(struct findings *findings, const struct model_specialization *of,
                        const struct model_requirement *either, const struct asks *beside) {
    struct asks *options = asks_options(findings, either);
    if (asks_needless_either(findings, of, either, options, beside)) return;
    for (size_t i = 0; i < either->part_count; i++) {
        const struct model_requirement *other = asks_weaker_option(either, options, i);
        if (other)
            asks_tell_option(findings, of, either, &either->parts[i], other);
        else
            asks_tell_all(findings, of, &options[i], beside);
    }
}

void finding_requirements(struct findings *findings) {
    for (size_t s = 0; s < findings->model->specialization_count; s++) {
        const struct model_specialization *of = &findings->model->specializations[s];
        struct asks asks = asks_gather(findings, of);
        asks_tell_all(findings, of, &asks, NULL);
        for (size_t i = 0; i < of->requirement_count; i++)
            if (of->requirements[i].kind == ASSAY_REQUIRES_ANY_OF)
                asks_either(findings, of, &of->requirements[i], &asks);
    }
}
