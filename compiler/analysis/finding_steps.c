/* Are steps stated for the kinds of validation that specializations need: does some specialization need each step
 * (A0738), and has each kind that is needed a step, once one is stated (A0739)? Of a part of the rules alone, with
 * fewer than two specializations, nothing is asked of the first: others may need them. */
#include "compiler/analysis/finding.h"

static const char *const steps_words[] = {[ASSAY_STEP_AUDIT] = "an audit",
                                          [ASSAY_STEP_REFERENCES] = "customer references",
                                          [ASSAY_STEP_NEITHER] = "neither audit nor references"};

/* The kind of validation that a line is; 0: of none. */
static int steps_line_kind(const struct model_requirement *line) {
    if (line->kind == ASSAY_REQUIRES_AUDIT) return ASSAY_STEP_AUDIT;
    return line->kind == ASSAY_REQUIRES_REFERENCES ? ASSAY_STEP_REFERENCES : 0;
}

/* Whether a specialization ever needs this kind. */
static bool steps_needs(const struct model_specialization *of, int kind) {
    bool validates = false;
    for (size_t i = 0; i < of->requirement_count; i++) {
        int one = steps_line_kind(&of->requirements[i]);
        if (one == kind) return true;
        validates = validates || one;
    }
    return kind == ASSAY_STEP_NEITHER && !validates;
}

static const struct model_specialization *steps_first(const struct model *model, int kind) {
    for (size_t i = 0; i < model->specialization_count; i++)
        if (steps_needs(&model->specializations[i], kind)) return &model->specializations[i];
    return NULL;
}

static void steps_unused(struct findings *findings, const struct model_step *step) {
    if (steps_first(findings->model, (int)step->kind)) return;
    struct finding *finding =
        finding_add(findings, A0738, step->span, steps_words[step->kind],
                    "no specialization requires %s, for which this step is", steps_words[step->kind]);
    finding_mean(findings, finding, "no report ever shows it");
    finding_remedy(findings, finding, "leave it out, or correct what it is for");
}

static void steps_missing(struct findings *findings, int kind) {
    const struct model *model = findings->model;
    const struct model_specialization *first = steps_first(model, kind);
    for (size_t i = 0; i < model->step_count; i++)
        if ((int)model->steps[i].kind == kind) return;
    if (!first) return;
    struct finding *finding = finding_add(findings, A0739, model->steps[0].span, steps_words[kind],
                                          "steps are stated, and none for %s", steps_words[kind]);
    finding_relate(findings, finding, first->span, &first->cites, "required by '%s'", first->name.text);
    finding_mean(findings, finding, "reports do not say where its next step is taken");
    finding_remedy(findings, finding, "write the step for it");
}

void finding_steps(struct findings *findings) {
    const struct model *model = findings->model;
    if (model->step_count == 0) return;
    for (size_t i = 0; i < model->step_count && model->specialization_count >= 2; i++)
        steps_unused(findings, &model->steps[i]);
    for (int kind = ASSAY_STEP_AUDIT; kind <= ASSAY_STEP_NEITHER; kind++)
        steps_missing(findings, kind);
}
