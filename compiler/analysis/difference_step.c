/* difference_step.c - how fresh figures are, where steps are taken, what fields and being Active mean.
 *
 * Days and steps change what a report tells a partner to do, so the rule sets differ. What fields and being Active
 * mean, and citations, explain and change no answer: they are told apart. */
#include "compiler/analysis/difference_line.h"
#include "compiler/model/sentence.h"

#include <string.h>

/* Another source than the one that the declaration cites. */
static void step_cites(const struct fact_place *place, const char *of, const struct model_citation *old,
                       const struct model_citation *new) {
    const struct difference *difference = place->difference;
    struct fact_place none = {.difference = place->difference, .heading = DIFFERENCE_NO_EFFECT};
    line_cites(&none, of, (const struct model_citation *[]){old, &difference->old->cites},
               (const struct model_citation *[]){new, &difference->new->cites});
}

/* ---- How fresh figures are ---- */

static const char *step_refresh_words(const struct difference *difference, const char *subject,
                                      const struct model_refresh *refresh, bool of_month) {
    return of_month
               ? arena_format(difference->arena, "%s is refreshed by day %u of every month", subject, refresh->number)
               : arena_format(difference->arena, "%s is refreshed within %u days", subject, refresh->number);
}

static void step_refresh(const struct fact_place *place, const char *subject, const struct model_refresh *old,
                         const struct model_refresh *new, bool of_month) {
    struct difference *difference = place->difference;
    if (!old || !new) {
        const struct model_refresh *one = new ? new : old;
        if (one)
            fact_add(place, "refresh", "%s: %s", step_refresh_words(difference, subject, one, of_month),
                     new ? "new" : "gone");
        return;
    }
    if (old->number != new->number)
        fact_add(place, "refresh", "%s; it was %u", step_refresh_words(difference, subject, new, of_month),
                 old->number);
    step_cites(place, arena_format(difference->arena, "%s is refreshed", subject), &old->cites, &new->cites);
}

/* ---- Where steps are taken ---- */

static const struct model_step *step_of(const struct model *model, enum assay_step_kind kind) {
    for (size_t i = 0; i < model->step_count; i++)
        if (model->steps[i].kind == kind) return &model->steps[i];
    return NULL;
}

static void step_places_words(struct text *out, const struct difference *difference, const struct model_step *step) {
    for (size_t i = 0; i < step->place_count; i++) {
        const struct model_place *place = &step->places[i];
        const char *word = place->kind == ASSAY_PLACE_AREA   ? "area"
                           : place->kind == ASSAY_PLACE_NAME ? "name"
                                                             : fact_quote(difference, place->text.text);
        text_addf(out, "%s%s", i ? ", " : " under ", word);
    }
}

/* The step as the language writes it. In the arena. */
static const char *step_words(const struct difference *difference, const struct model_step *step) {
    struct text out = {0};
    text_addf(&out, "%s in %s", fact_quote(difference, step->action), fact_quote(difference, step->site));
    if (step->address) text_addf(&out, " at %s", step->address);
    for (size_t i = 0; i < step->role_count; i++)
        text_addf(&out, "%s%s", i ? ", " : " as ", fact_quote(difference, step->roles[i].text));
    step_places_words(&out, difference, step);
    if (step->waits) text_add(&out, " when all else is met");
    const char *kept = arena_string(difference->arena, out.data ? out.data : "", out.length);
    text_free(&out);
    return kept;
}

static void step_compare(const struct fact_place *place, enum assay_step_kind kind) {
    struct difference *difference = place->difference;
    const struct model_step *old = step_of(difference->old, kind), *new = step_of(difference->new, kind);
    const char *called = arena_format(difference->arena, "step for %s", sentence_step_kind(kind));
    if (!old && !new) return;
    if (!old || !new) {
        fact_add(place, "step", "%s: %s: %s", called, step_words(difference, new ? new : old), new ? "new" : "gone");
        return;
    }
    const char *before = step_words(difference, old), *after = step_words(difference, new);
    if (strcmp(before, after) != 0) fact_add(place, "step", "%s: %s; it was %s", called, after, before);
    step_cites(place, called, &old->cites, &new->cites);
}

void difference_step_facts(struct difference *difference) {
    const struct model *old = difference->old, *new = difference->new;
    struct fact_place place = {.difference = difference, .heading = DIFFERENCE_REQUIREMENTS};
    step_refresh(&place, "performance", old->performance, new->performance, true);
    step_refresh(&place, "knowledge", old->knowledge, new->knowledge, false);
    for (int kind = ASSAY_STEP_AUDIT; kind <= ASSAY_STEP_NEITHER; kind++)
        step_compare(&place, (enum assay_step_kind)kind);
}

/* ---- What is meant ---- */

static const char *step_meaning(const struct difference *difference, const char *means, const char *address) {
    const char *quoted = fact_quote(difference, means);
    return address ? arena_format(difference->arena, "%s at %s", quoted, address) : quoted;
}

/* `X means "a"; it meant "b"`, with the addresses; none where one side says nothing. */
static void step_means(const struct fact_place *place, const char *of, const char *const old[2],
                       const char *const new[2]) {
    if (fact_same_text(old[0], new[0]) && fact_same_text(old[1], new[1])) return;
    fact_add(place, "means", "%s means %s; it meant %s", of, step_meaning(place->difference, new[0], new[1]),
             step_meaning(place->difference, old[0], old[1]));
}

void difference_meaning_facts(struct difference *difference) {
    struct fact_place place = {.difference = difference, .heading = DIFFERENCE_NO_EFFECT};
    const struct model *old = difference->old, *new = difference->new;
    static const struct model_active none;
    const struct model_active *before = old->active ? old->active : &none, *after = new->active ? new->active : &none;
    for (size_t i = 0; i < new->field_count; i++) {
        const struct model_field *field = &new->fields[i];
        for (size_t k = 0; k < old->field_count; k++)
            if (difference_same(old->fields[k].name.text, field->name.text))
                step_means(&place, field->name.text, (const char *[]){old->fields[k].means, old->fields[k].address},
                           (const char *[]){field->means, field->address});
    }
    step_means(&place, "Active", (const char *[]){before->means, before->address},
               (const char *[]){after->means, after->address});
    if (old->active && new->active) step_cites(&place, "what Active means", &before->cites, &after->cites);
}
