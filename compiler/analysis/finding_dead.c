/* Can anything satisfy each measure and each eligibility (A0701), and can an eligible row (A0702)? */
#include "compiler/analysis/finding.h"

static void dead_rule(struct findings *findings, const char *what, const char *name, struct span span) {
    struct text subject = {0};
    text_addf(&subject, "%s %s", what, finding_fold(findings, name));
    struct finding *finding =
        finding_add(findings, A0701, span, finding_keep(findings, &subject), "nothing can satisfy %s '%s'", what, name);
    finding_mean(findings, finding, "its conditions contradict one another in every alternative");
    finding_remedy(findings, finding, "look for two conditions on one field that have no value in common");
}

static void dead_ineligible(struct findings *findings, const struct finding_measure *measure) {
    const struct model *model = findings->model;
    struct finding *finding =
        finding_add(findings, A0702, measure->measure->span, finding_measure_name(findings, measure),
                    "no row that counts at all can satisfy the measure '%s'", measure->measure->name.text);
    finding_mean(findings, finding, "every row that meets its conditions fails what the usage declaration asks for");
    for (size_t i = 0; i < model->eligibility_count; i++)
        finding_relate(findings, finding, model->eligibilities[i].span, &model->cites, "counts only where: %s",
                       model->eligibilities[i].reason);
    finding_remedy(findings, finding, "correct the conditions on the fields that `counts only where` looks at");
}

/* No row is eligible: told once, not for each measure. */
static void dead_eligibilities(struct findings *findings) {
    const struct model *model = findings->model;
    struct finding *finding = finding_add(findings, A0702, model->span, "all", "no row can count at all");
    finding_mean(findings, finding, "what the usage declaration asks for by `counts only where` contradicts itself");
    for (size_t i = 0; i < model->eligibility_count; i++)
        finding_relate(findings, finding, model->eligibilities[i].span, &model->cites, "counts only where: %s",
                       model->eligibilities[i].reason);
}

void finding_dead(struct findings *findings) {
    const struct model *model = findings->model;
    bool one_is_dead = false;
    for (size_t i = 0; i < model->eligibility_count; i++) {
        const struct model_eligibility *eligibility = &model->eligibilities[i];
        if (region_of_rule(findings->space, 0, &eligibility->rule).count) continue;
        dead_rule(findings, "the eligibility", eligibility->reason, eligibility->span);
        one_is_dead = true;
    }
    bool none = findings->eligible_known && findings->eligible.count == 0;
    if (none && !one_is_dead) dead_eligibilities(findings);
    for (size_t i = 0; i < findings->measure_count; i++) {
        const struct finding_measure *measure = &findings->measures[i];
        if (measure->region.count == 0)
            dead_rule(findings, "the measure", measure->measure->name.text, measure->measure->span);
        else if (findings->eligible_known && !none &&
                 !region_meets(findings->space, &measure->region, &findings->eligible, NULL))
            dead_ineligible(findings, measure);
    }
}
