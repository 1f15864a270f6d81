/* difference_partner.c - what requirements speak of besides usage: metrics, certifications, the renewal. */
#include "compiler/analysis/difference_fact.h"
#include "compiler/analysis/difference_line.h"

#define TEXTS(of, list, number) ((struct fact_texts){(of)->list, (of)->number})

static const struct model_metric *partner_metric(const struct model_specialization *among, const char *name) {
    for (size_t i = 0; i < among->metric_count; i++)
        if (difference_same(among->metrics[i].name.text, name)) return &among->metrics[i];
    return NULL;
}

void difference_metric_facts(struct difference *difference, const struct difference_specialization *specialization) {
    const struct model_specialization *old = line_side(difference, specialization, 0);
    const struct model_specialization *new = line_side(difference, specialization, 1);
    struct fact_place place = line_place(difference, specialization), none = place;
    none.heading = DIFFERENCE_NO_EFFECT;
    for (size_t i = 0; i < new->metric_count; i++) {
        const struct model_metric *now = &new->metrics[i], *before = partner_metric(old, now->name.text);
        const char *called = arena_format(difference->arena, "metric %s", fact_quote(difference, now->name.text));
        if (!before) fact_add(&place, "metric", "%s is new", called);
        if (!before) continue;
        fact_list(&place, "metric", arena_format(difference->arena, "workloads of %s", called),
                  TEXTS(before, workloads, workload_count), TEXTS(now, workloads, workload_count));
        line_cites(&none, called, (const struct model_citation *[]){&before->cites, &old->cites},
                   (const struct model_citation *[]){&now->cites, &new->cites});
        fact_set(&none, "note", TEXTS(before, notes, note_count), TEXTS(now, notes, note_count));
    }
    for (size_t i = 0; i < old->metric_count; i++)
        if (!partner_metric(new, old->metrics[i].name.text))
            fact_add(&place, "metric", "metric %s is gone", fact_quote(difference, old->metrics[i].name.text));
}

static const struct model_certification *partner_certification(const struct model *model, const char *code) {
    for (size_t i = 0; i < model->certification_count; i++)
        if (difference_same(model->certifications[i].code.text, code)) return &model->certifications[i];
    return NULL;
}

static void partner_renewal(const struct fact_place *place) {
    const struct difference *difference = place->difference;
    const struct model_renewal *a = difference->old->renewal, *b = difference->new->renewal;
    if (!a != !b) fact_add(place, "renewal", "the renewal is %s", b ? "new" : "gone");
    if (!a || !b) return;
    if (a->months != b->months || a->opens_days != b->opens_days || a->grace_days != b->grace_days)
        fact_add(place, "renewal",
                 "renewal every %u months, opens %u days before, with %u days grace; it was %u, %u, %u", b->months,
                 b->opens_days, b->grace_days, a->months, a->opens_days, a->grace_days);
    struct fact_place none = {.difference = place->difference, .heading = DIFFERENCE_NO_EFFECT};
    line_cites(&none, "the renewal", (const struct model_citation *[]){&a->cites, &difference->old->cites},
               (const struct model_citation *[]){&b->cites, &difference->new->cites});
}

void difference_partner_facts(struct difference *difference) {
    const struct model *old = difference->old, *new = difference->new;
    struct fact_place place = {.difference = difference, .heading = DIFFERENCE_REQUIREMENTS};
    for (size_t i = 0; i < new->certification_count; i++) {
        const struct model_certification *now = &new->certifications[i];
        const struct model_certification *before = partner_certification(old, now->code.text);
        const char *called = arena_format(difference->arena, "titles of certification \"%s\"", now->code.text);
        if (before)
            fact_list(&place, "certification", called, TEXTS(before, titles, title_count),
                      TEXTS(now, titles, title_count));
        else
            fact_add(&place, "certification", "certification \"%s\" is new", now->code.text);
    }
    for (size_t i = 0; i < old->certification_count; i++)
        if (!partner_certification(new, old->certifications[i].code.text))
            fact_add(&place, "certification", "certification \"%s\" is gone", old->certifications[i].code.text);
    partner_renewal(&place);
}
