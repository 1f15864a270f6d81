#include "runtime/usage/step.h"

#include "runtime/base/text.h"

static const struct assay_step *step_stated(const struct assay_usage *usage, enum assay_step_kind kind) {
    for (uint16_t i = 0; i < usage->step_count; i++)
        if (usage->steps[i].kind == kind) return &usage->steps[i];
    return NULL;
}

const struct assay_step *step_of(const struct assay_usage *usage, const struct standing *standing) {
    if (standing->status == STANDING_ACTIVE || !standing->verdict_count) return NULL;
    bool validates = false;
    for (size_t i = 0; i < standing->verdict_count; i++) {
        const struct standing_verdict *verdict = &standing->verdicts[i];
        bool audit = verdict->requirement->kind == ASSAY_REQUIRES_AUDIT;
        if (!audit && verdict->requirement->kind != ASSAY_REQUIRES_REFERENCES) continue;
        validates = true;
        if (verdict->met != ASSAY_YES) return step_stated(usage, audit ? ASSAY_STEP_AUDIT : ASSAY_STEP_REFERENCES);
    }
    return validates ? NULL : step_stated(usage, ASSAY_STEP_NEITHER);
}

enum assay_answer step_available(const struct assay_step *step, const struct standing *standing) {
    return step->waits ? standing->prerequisites : ASSAY_YES;
}

const char *step_kind_name(const struct assay_step *step) {
    static const char *const names[] = {
        [ASSAY_STEP_AUDIT] = "audit", [ASSAY_STEP_REFERENCES] = "references", [ASSAY_STEP_NEITHER] = "neither"};
    return names[step->kind];
}

void step_roles(struct text *out, const struct assay_step *step) {
    for (uint16_t i = 0; i < step->role_count; i++)
        text_addf(out, "%s%s", i == 0 ? "" : i + 1 < step->role_count ? ", " : " or ", step->roles[i]);
}

const char *step_place(const struct assay_place *place, const struct assay_specialization *specialization) {
    if (place->kind == ASSAY_PLACE_AREA) return specialization->area;
    return place->kind == ASSAY_PLACE_NAME ? specialization->name : place->text;
}

static void step_way(struct text *out, const struct assay_step *step,
                     const struct assay_specialization *specialization) {
    text_add(out, step->site);
    for (uint16_t i = 0; i < step->place_count; i++)
        text_addf(out, "%s%s", i ? " > " : ", ", step_place(&step->places[i], specialization));
}

void step_action(struct text *out, const struct assay_step *step, const struct standing *standing) {
    text_add(out, step->action);
    if (step->waits)
        text_add(out, step_available(step, standing) == ASSAY_YES ? ", available: every other requirement is met"
                                                                  : ", available when every other requirement is met");
    if (step->role_count) text_add(out, "; as ");
    step_roles(out, step);
}

void step_words(struct text *out, const struct assay_step *step, const struct standing *standing) {
    step_way(out, step, standing->specialization);
    text_add(out, ": ");
    step_action(out, step, standing);
    text_add_char(out, '.');
}
