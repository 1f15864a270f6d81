#include "compiler/analysis/trial.h"

bool trial_any(const struct model *model) {
    for (size_t s = 0; s < model->specialization_count; s++)
        for (size_t r = 0; r < model->specializations[s].requirement_count; r++)
            if (model->specializations[s].requirements[r].case_count) return true;
    return false;
}

static const char *trial_says(enum assay_answer answer) {
    return answer == ASSAY_YES ? "is met" : answer == ASSAY_NO ? "is not met" : "cannot be told";
}

static const char *trial_wants(enum assay_answer answer) {
    return answer == ASSAY_YES ? "be met" : answer == ASSAY_NO ? "not be met" : "be one that cannot be told";
}

static bool trial_holds(const struct model *model, const struct model_requirement *requirement,
                        const struct model_case *from, struct arena *arena, struct diagnostics *diagnostics) {
    enum assay_answer answer = trial_answer(model, requirement, from, arena);
    if (answer == from->expected) return true;
    struct diagnostic *found =
        diagnostic_add(diagnostics, A0503, from->verdict, "example \"%s\": the requirement should %s, but it %s",
                       from->name.text, trial_wants(from->expected), trial_says(answer));
    found->note = trial_words(model, requirement, from, arena);
    found->other = requirement->span;
    found->other_text = "it stands here";
    return false;
}

struct trial_count trial_run_all(const struct model *model, struct arena *arena, struct diagnostics *diagnostics) {
    struct trial_count total = {0};
    for (size_t s = 0; s < model->specialization_count; s++) {
        const struct model_specialization *of = &model->specializations[s];
        for (size_t r = 0; r < of->requirement_count; r++) {
            const struct model_requirement *requirement = &of->requirements[r];
            for (size_t i = 0; i < requirement->case_count; i++)
                total.failed += !trial_holds(model, requirement, &requirement->cases[i], arena, diagnostics);
            total.cases += requirement->case_count;
        }
    }
    return total;
}
