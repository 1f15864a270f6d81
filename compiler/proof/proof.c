#include "compiler/proof/proof.h"

#include <stdarg.h>

static const struct {
    const char *name;
    void (*run)(struct proof *proof);
    bool cells; /* goes through cells: left out where algebra was asked for */
} steps[] = {
    {"sanity", proof_sanity, false}, {"said", proof_said, false},     {"entries", proof_entries, false},
    {"bits", proof_bits, false},     {"texts", proof_texts, false},   {"rules", proof_rules, false},
    {"cells", proof_cells, true},    {"absent", proof_absent, false},
};

struct proof_difference *proof_differ(struct proof *proof, const char *format, ...) {
    /* Those that are not told any more are written behind the last. */
    size_t at = proof->difference_count < PROOF_TOLD ? proof->difference_count : PROOF_TOLD;
    struct proof_difference *difference = &proof->differences[at];
    proof->difference_count++;
    *difference = (struct proof_difference){0};
    va_list arguments;
    va_start(arguments, format);
    difference->what = arena_format_list(proof->arena, format, arguments);
    va_end(arguments);
    return difference;
}

const char *proof_where(const struct proof *proof, const struct proof_rule *rule) {
    if (!rule->specialization) return arena_format(proof->arena, "eligibility \"%s\"", rule->name);
    return arena_format(proof->arena, "measure \"%s\" of \"%s\"", rule->name, rule->specialization->name.text);
}

const char *proof_says(const struct proof_rule *rule) {
    return rule->specialization ? "it counts" : "it is eligible";
}

static size_t proof_rule_count(const struct model *model) {
    size_t count = model->eligibility_count;
    for (size_t i = 0; i < model->specialization_count; i++)
        count += model->specializations[i].measure_count;
    return count;
}

void proof_make(struct proof *proof) {
    proof->tables = proof->decoded->rules;
    if (!proof->eval) proof->eval = eval_new(proof->model, proof->arena);
    if (!proof->lexicon) proof->lexicon = lexicon_make(proof->model, proof->arena);
    proof->rules = ARENA_ARRAY(proof->arena, proof_rule_count(proof->model), struct proof_rule);
    for (size_t i = 0; i < sizeof steps / sizeof *steps && proof->difference_count == 0; i++) {
        proof->step = steps[i].name;
        if (!steps[i].cells || !proof->algebra) steps[i].run(proof);
    }
}
