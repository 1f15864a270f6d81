#include "compiler/analysis/findings.h"

#include "compiler/analysis/finding.h"
#include "compiler/analysis/written.h"

#include <string.h>

static const uint64_t findings_bound = UINT64_C(50000000); /* some seconds; rules of 10,000 clauses take a hundredth */

/* The analyses, in the order of their codes. Each asks of rules that mean something: lowering has found no error, and
 * what nothing can satisfy has no box, so that only the first speaks of it. */
static const struct {
    const char *question;
    void (*run)(struct findings *findings);
} findings_table[] = {
    {"can anything satisfy each measure", finding_dead},
    {"does every part of a rule change something", finding_needless},
    {"is a measure contained in others", finding_contained},
    {"is a list treated unlike its siblings", finding_siblings},
    {"are two values near-duplicates", finding_near},
    {"do two texts look alike", finding_alike},
    {"are names that rules share near-duplicates", finding_shared},
    {"is everything used that is declared", finding_unused},
    {"is a step stated for each kind of validation", finding_steps},
    {"are names told apart", finding_names},
    {"is everything in force that should be", finding_dates},
    {"does every example guard something", finding_examples},
    {"does every example of a requirement guard something", finding_cases},
    {"does every number that is required say something", finding_requirements},
    {"is every text made of the characters that it seems to be made of", finding_characters},
    {"does one pair of quotes hold one text", finding_lists},
    {"is every text in quotes as exports write it", finding_quoted},
    {"do measures of a specialization overlap", finding_overlap},
};

static void findings_gather(struct findings *findings) {
    const struct model *model = findings->model;
    findings->first_measure = ARENA_ARRAY(findings->arena, model->specialization_count + 1, size_t);
    size_t count = 0;
    for (size_t s = 0; s < model->specialization_count; s++) {
        findings->first_measure[s] = count;
        count += model->specializations[s].measure_count;
    }
    findings->first_measure[model->specialization_count] = findings->measure_count = count;
    findings->measures = ARENA_ARRAY(findings->arena, count, struct finding_measure);
    for (size_t s = 0; s < model->specialization_count; s++) {
        const struct model_specialization *of = &model->specializations[s];
        for (size_t i = 0; i < of->measure_count; i++) {
            struct finding_measure *measure = &findings->measures[findings->first_measure[s] + i];
            measure->of = of;
            measure->measure = &of->measures[i];
            measure->region = region_of_rule(findings->space, 0, &of->measures[i].rule);
        }
    }
}

static void findings_index(struct findings *findings) {
    size_t boxes = 0;
    for (size_t i = 0; i < findings->measure_count; i++)
        boxes += findings->measures[i].region.count;
    findings->index = box_index_new(findings->space, boxes, findings->arena);
    findings->owner = ARENA_ARRAY(findings->arena, boxes, uint32_t);
    findings->scratch = ARENA_ARRAY(findings->arena, boxes, uint32_t);
    size_t at = 0;
    for (size_t i = 0; i < findings->measure_count; i++) {
        struct finding_measure *measure = &findings->measures[i];
        measure->begin = at;
        for (size_t k = 0; k < measure->region.count; k++, at++) {
            box_index_put(findings->index, at, region_box(findings->space, &measure->region, k));
            findings->owner[at] = (uint32_t)i;
        }
        measure->end = at;
    }
}

/* All eligibilities together. Where they have more alternatives than anyone writes, nothing is known of them. */
static void findings_eligible(struct findings *findings) {
    enum { ELIGIBLE_MAX = 1 << 20 };
    uint64_t *all = box_new(findings->space);
    box_fill(findings->space, all);
    region_add(findings->space, &findings->eligible, all);
    for (size_t i = 0; i < findings->model->eligibility_count; i++) {
        struct region one = region_of_rule(findings->space, 0, &findings->model->eligibilities[i].rule);
        if (findings->eligible.count * one.count > ELIGIBLE_MAX) return;
        findings->eligible = region_intersect(findings->space, &findings->eligible, &one);
    }
    findings->eligible_known = true;
}

static void findings_give_up(struct findings *findings, const char *question, uint64_t bound) {
    const struct model *model = findings->model;
    struct finding *finding =
        finding_add(findings, A0791, model->span, question, "the question '%s?' was given up", question);
    finding_mean(findings, finding, "its answer takes more than %llu steps; what it found until then is told",
                 (unsigned long long)bound);
    finding_remedy(findings, finding, "write fewer `or` inside of `and`, or split the rule set");
}

void findings_run(const struct model *model, const struct findings_options *options, struct arena *arena,
                  struct diagnostics *diagnostics) {
    struct findings findings = {.model = model, .arena = arena, .diagnostics = diagnostics};
    findings.as_of = options->as_of ? options->as_of : model->cites.date;
    uint64_t bound = options->bound ? options->bound : findings_bound;
    findings.space = space_new(&model, 1, arena);
    findings_gather(&findings);
    findings_index(&findings);
    findings_eligible(&findings);
    struct written written = written_gather(&findings);
    findings.written = &written;
    for (size_t i = 0; i < sizeof findings_table / sizeof *findings_table; i++) {
        findings.budget = (struct space_budget){bound, false};
        findings_table[i].run(&findings);
        if (findings.budget.exceeded) findings_give_up(&findings, findings_table[i].question, bound);
    }
}
