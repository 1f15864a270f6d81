#include "compiler/model/dump_parts.h"
#include "compiler/model/sentence.h"

/* ---- Examples ---- */

static void dump_fact(struct text *out, const struct model_fact *fact) {
    static const char *const kinds[] = {[MODEL_FACT_MONEY] = "money",   [MODEL_FACT_METRIC] = "metric",
                                        [MODEL_FACT_PEOPLE] = "people", [MODEL_FACT_DESIGNATION] = "designation",
                                        [MODEL_FACT_AUDIT] = "audit",   [MODEL_FACT_REFERENCES] = "references"};
    char amount[ASSAY_MONEY_TEXT];
    text_addf(out, " (%s%s", fact->undecided ? "undecided " : "", kinds[fact->kind]);
    if (fact->none) text_add(out, " none");
    bool monthly = fact->kind == MODEL_FACT_MONEY || fact->kind == MODEL_FACT_METRIC;
    if (monthly) (void)assay_money_exact(amount, fact->amount);
    if (monthly) text_addf(out, " %s", amount);
    if (fact->kind == MODEL_FACT_PEOPLE || fact->kind == MODEL_FACT_REFERENCES) text_addf(out, " %u", fact->count);
    dump_texts(out, "", fact->names, fact->name_count);
    if (fact->date) text_addf(out, " %u", fact->date);
    if (fact->customer) text_add(out, " from"), dump_text(out, fact->customer);
    text_add_char(out, ')');
}

static void dump_case(struct text *out, const struct model_case *from) {
    static const char *const expected[] = {[ASSAY_NO] = "no", [ASSAY_YES] = "yes", [ASSAY_CANNOT_TELL] = "cannot-tell"};
    text_add(out, "    example");
    dump_text(out, from->name.text);
    text_addf(out, " %u", from->as_of);
    for (size_t i = 0; i < from->fact_count; i++)
        dump_fact(out, &from->facts[i]);
    text_addf(out, " %s\n", expected[from->expected]);
}

/* ---- Requirements ---- */

static void dump_numbers(struct text *out, const struct model_requirement *requirement) {
    const struct {
        const char *word;
        unsigned value;
    } numbers[] = {
        {"months", requirement->months},         {"customers", requirement->customers}, {"people", requirement->people},
        {"references", requirement->references}, {"valid", requirement->valid_months},  {"from", requirement->from},
        {"until", requirement->until},
    };
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        if (numbers[i].value) text_addf(out, " %s %u", numbers[i].word, numbers[i].value);
    }
}

static void dump_line(struct text *out, const struct model_requirement *requirement, unsigned indent) {
    static const char *const kinds[] = {
        [ASSAY_REQUIRES_AMOUNT] = "amount",           [ASSAY_REQUIRES_GROWTH] = "growth",
        [ASSAY_REQUIRES_METRIC] = "metric",           [ASSAY_REQUIRES_PEOPLE] = "people",
        [ASSAY_REQUIRES_DESIGNATION] = "designation", [ASSAY_REQUIRES_AUDIT] = "audit",
        [ASSAY_REQUIRES_REFERENCES] = "references",   [ASSAY_REQUIRES_ANY_OF] = "any-of",
        [ASSAY_REQUIRES_ALL_OF] = "all-of",           [ASSAY_REQUIRES_UNPUBLISHED] = "unpublished"};
    text_add_repeat(out, ' ', indent);
    text_addf(out, "%s %s", indent > 2 ? "part" : "requires", kinds[requirement->kind]);
    if (requirement->option) text_add(out, " option"), dump_text(out, requirement->option);
    if (requirement->subject) text_addf(out, " %s", requirement->subject);
    if (requirement->average) text_add(out, " average");
    if (requirement->amount) text_addf(out, " %s", requirement->amount);
    if (requirement->percent) text_add(out, " percent");
    dump_texts(out, " of", requirement->names, requirement->name_count);
    dump_numbers(out, requirement);
    dump_cites(out, &requirement->cites);
    text_add(out, " says");
    dump_text(out, requirement->text);
    text_add_char(out, '\n');
    for (size_t i = 0; i < requirement->part_count; i++)
        dump_line(out, &requirement->parts[i], indent + 2);
}

void dump_requirement(struct text *out, const struct model_requirement *requirement) {
    dump_line(out, requirement, 2);
    for (size_t i = 0; i < requirement->case_count; i++)
        dump_case(out, &requirement->cases[i]);
}

void dump_metrics(struct text *out, const struct model_specialization *specialization) {
    for (size_t i = 0; i < specialization->metric_count; i++) {
        const struct model_metric *metric = &specialization->metrics[i];
        text_add(out, "  metric");
        dump_text(out, metric->name.text);
        dump_texts(out, " workloads", metric->workloads, metric->workload_count);
        dump_cites(out, &metric->cites);
        text_add_char(out, '\n');
    }
}

/* ---- Of the usage declaration ---- */

static void dump_end(struct text *out, const struct model_citation *cites) {
    dump_cites(out, cites);
    text_add_char(out, '\n');
}

static void dump_refresh(struct text *out, const char *words, const struct model_refresh *refresh) {
    if (!refresh) return;
    text_addf(out, "  %s %u", words, refresh->number);
    dump_end(out, &refresh->cites);
}

static void dump_step(struct text *out, const struct model_step *step) {
    text_addf(out, "  step %s", sentence_step_kind(step->kind));
    dump_text(out, step->action);
    text_add(out, " in");
    dump_text(out, step->site);
    dump_meaning(out, NULL, step->address);
    dump_texts(out, " as", step->roles, step->role_count);
    text_add(out, " under");
    for (size_t i = 0; i < step->place_count; i++) {
        const struct model_place *place = &step->places[i];
        if (i) text_add_char(out, ',');
        if (place->kind == ASSAY_PLACE_TEXT)
            dump_text(out, place->text.text);
        else
            text_add(out, place->kind == ASSAY_PLACE_AREA ? " area" : " name");
    }
    if (step->waits) text_add(out, " waits");
    dump_end(out, &step->cites);
}

void dump_partner(struct text *out, const struct model *model) {
    for (size_t i = 0; i < model->certification_count; i++) {
        text_add(out, "  certification");
        dump_text(out, model->certifications[i].code.text);
        dump_texts(out, " titles", model->certifications[i].titles, model->certifications[i].title_count);
        text_add_char(out, '\n');
    }
    const struct model_renewal *renewal = model->renewal;
    if (renewal) {
        text_addf(out, "  renewal months %u opens %u grace %u", renewal->months, renewal->opens_days,
                  renewal->grace_days);
        dump_end(out, &renewal->cites);
    }
    dump_refresh(out, "performance refreshed day", model->performance);
    dump_refresh(out, "knowledge refreshed days", model->knowledge);
    for (size_t i = 0; i < model->step_count; i++)
        dump_step(out, &model->steps[i]);
    if (!model->active) return;
    text_add(out, "  active");
    dump_meaning(out, model->active->means, model->active->address);
    dump_end(out, &model->active->cites);
}
