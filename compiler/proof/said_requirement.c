/* said_requirement.c - what is required: lines with their parts, metrics, certifications, the renewal. */
#include "compiler/proof/said.h"

static void said_requirement(const struct said *of, const struct assay_requirement *table,
                             const struct model_requirement *from);

static void said_asked(const struct said *said, const struct assay_requirement *table,
                       const struct model_requirement *from) {
    static const char *const kinds[] = {NULL,         "an amount",     "growth",     "a metric",
                                        "people",     "a designation", "an audit",   "references",
                                        "any one of", "all of",        "unpublished"};
    said_word(said, "the kind", (struct said_words){kinds, sizeof kinds / sizeof *kinds}, table->kind, from->kind);
    said_whether(said, "whether it is an average", table->average, from->average);
    said_whether(said, "whether it is in percent", table->percent, from->percent);
    said_text(said, "what is not published", table->subject, from->subject);
    said_text(said, "the amount", table->amount, from->amount);
    said_number(said, "the months", table->months, from->months);
    said_number(said, "the customers", table->customers, from->customers);
    said_number(said, "the people", table->people, from->people);
    said_number(said, "the references", table->references, from->references);
    said_number(said, "for how many months it is valid", table->valid_months, from->valid_months);
    said_date(said, "from when it is in force", table->from, from->from);
    said_date(said, "until when it is in force", table->until, from->until);
    said_text(said, "the option", table->option, from->option);
    said_texts(said, "the names", table->names, table->name_count, from->names, from->name_count);
}

static void said_lines(const struct said *said, const struct assay_requirement *tables, size_t table_count,
                       const struct model_requirement *lines, size_t count, const char *what) {
    if (!said_number(said, what, table_count, count)) return;
    for (size_t i = 0; i < count; i++)
        said_requirement(said, &tables[i], &lines[i]);
}

static void said_requirement(const struct said *of, const struct assay_requirement *table,
                             const struct model_requirement *from) {
    struct said said = {of->proof, "requirement", from->text, of->of ? of->of : of->name, from->span, NULL};
    said_asked(&said, table, from);
    said_texts(&said, "the notes", table->notes, table->note_count, from->notes, from->note_count);
    said_citation(&said, &table->cites, &from->cites);
    said_text(&said, "the words", table->text, from->text);
    said_line(&said, "the line", table->lines[0], from->span);
    said_lines(&said, table->parts, table->part_count, from->parts, from->part_count, "the number of parts");
}

static void said_metric(struct proof *proof, const struct assay_metric *table, const struct model_metric *from,
                        const struct model_specialization *in) {
    struct said said = {proof, "metric", from->name.text, in->name.text, from->span, NULL};
    said_text(&said, "the name", table->name, from->name.text);
    said_texts(&said, "the workloads", table->workloads, table->workload_count, from->workloads, from->workload_count);
    said_texts(&said, "the notes", table->notes, table->note_count, from->notes, from->note_count);
    said_citation(&said, &table->cites, &from->cites);
    said_line(&said, "the line", table->lines[0], from->span);
}

void said_requirements(struct proof *proof, const struct assay_specialization *table,
                       const struct model_specialization *in) {
    struct said said = {proof, "specialization", in->name.text, NULL, in->span, NULL};
    said_lines(&said, table->requirements, table->requirement_count, in->requirements, in->requirement_count,
               "the number of requirements");
    if (!said_number(&said, "the number of metrics", table->metric_count, in->metric_count)) return;
    for (size_t i = 0; i < in->metric_count; i++)
        said_metric(proof, &table->metrics[i], &in->metrics[i], in);
}

/* ---- Of the usage declaration ---- */

static void said_certification(struct proof *proof, const struct assay_certification *table,
                               const struct model_certification *from) {
    struct said said = {proof, "certification", from->code.text, NULL, from->span, NULL};
    said_text(&said, "the code", table->code, from->code.text);
    said_texts(&said, "the titles", table->titles, table->title_count, from->titles, from->title_count);
    said_line(&said, "the line", table->lines[0], from->span);
}

static void said_renewal(struct proof *proof, const struct assay_renewal *table, const struct model_renewal *from) {
    struct said said = {proof, "renewal", NULL, NULL, from->span, NULL};
    said_number(&said, "the months between", table->months, from->months);
    said_number(&said, "how many days before it opens", table->opens_days, from->opens_days);
    said_number(&said, "the days of grace", table->grace_days, from->grace_days);
    said_citation(&said, &table->cites, &from->cites);
    said_line(&said, "the line", table->lines[0], from->span);
}

void said_partner(struct proof *proof) {
    const struct assay_usage *usage = proof->tables->usage;
    const struct model *model = proof->model;
    struct said said = {proof, "usage", model->name.text, NULL, model->span, NULL};
    if (said_number(&said, "the number of certifications", usage->certification_count, model->certification_count)) {
        for (size_t i = 0; i < model->certification_count; i++)
            said_certification(proof, &usage->certifications[i], &model->certifications[i]);
    }
    if (said_whether(&said, "whether there is a renewal", usage->renewal != NULL, model->renewal != NULL) &&
        usage->renewal)
        said_renewal(proof, usage->renewal, model->renewal);
}
