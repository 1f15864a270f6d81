/* status.c - `assay status`: what counts per specialization. */
#include "runtime/cli/status.h"

#include "runtime/cli/command.h"

#include <stdlib.h>
#include <string.h>

const struct summary_measure *status_measures(const struct status *status,
                                              const struct assay_specialization *specialization) {
    const struct assay_ruleset *rules = status->summary->run->rules;
    const struct summary_measure *measures = status->summary->measures;
    for (uint16_t s = 0; rules->specializations[s] != specialization; s++)
        measures += rules->specializations[s]->measure_count;
    return measures;
}

/* Looks for the text in one list of clauses. */
static const char *status_written(const struct assay_clause *clauses, size_t count, uint16_t field, const char *text) {
    for (size_t c = 0; c < count; c++) {
        for (size_t i = 0; i < clauses[c].condition_count; i++) {
            const struct assay_condition *condition = &clauses[c].conditions[i];
            size_t values = condition->field == field ? assay_value_count(&condition->values) : 0;
            for (size_t v = 0; v < values; v++) {
                const char *value = assay_value_at(&condition->values, v);
                if (assay_same(value, strlen(value), text, strlen(text))) return value;
            }
        }
    }
    return NULL;
}

const char *status_value(const struct assay_ruleset *rules, uint16_t field, uint16_t code) {
    const char *text = assay_code_text(rules, field, code), *found = NULL;
    if (!text) return NULL;
    for (uint16_t e = 0; !found && e < rules->usage->eligibility_count; e++)
        found = status_written(rules->usage->eligibilities[e].clauses, rules->usage->eligibilities[e].clause_count,
                               field, text);
    for (uint16_t s = 0; !found && s < rules->specialization_count; s++)
        for (uint16_t m = 0; !found && m < rules->specializations[s]->measure_count; m++)
            found = status_written(rules->specializations[s]->measures[m].clauses,
                                   rules->specializations[s]->measures[m].clause_count, field, text);
    return found ? found : text;
}

static int status_compare(const void *a, const void *b) {
    const struct excluded_text *const *x = a, *const *y = b;
    uint64_t left = (*x)->tally.rows, right = (*y)->tally.rows;
    if ((*x)->known != (*y)->known) return (*x)->known ? 1 : -1;
    if (left != right) return left < right ? 1 : -1;
    return strcmp((*x)->shown, (*y)->shown);
}

const struct excluded_text **status_texts(const struct excluded_reason *reason, size_t *count) {
    const struct excluded_text **texts = calloc(reason->text_count + 1u, sizeof *texts);
    *count = 0;
    for (uint32_t t = 0; texts && t < reason->text_count; t++)
        if (reason->texts[t].shown) texts[(*count)++] = &reason->texts[t];
    if (texts) qsort(texts, *count, sizeof *texts, status_compare);
    return texts;
}

/* What the report is made from. */
struct status_figures {
    struct summary summary;
    struct standings standings;
    struct outlooks outlooks;
};

static bool status_make(struct status_figures *figures, struct run *run) {
    *figures = (struct status_figures){0};
    return summary_make(&figures->summary, run) && standing_make(&figures->standings, run, NULL) &&
           outlook_make(&figures->outlooks, &figures->standings);
}

static void status_free(struct status_figures *figures) {
    outlook_free(&figures->outlooks);
    standing_free(&figures->standings);
    summary_free(&figures->summary);
}

static int status_report(struct run *run, const struct command_options *options,
                         const struct assay_specialization *only) {
    struct status_figures figures;
    struct text out = {0};
    struct status status = {&figures.summary, &figures.outlooks, only, options->path};
    int result = COMMAND_REFUSED;
    if (!status_make(&figures, run))
        command_error("split the file", "a sum of amounts is beyond 128 bits, or memory ran out");
    else if (!run->as_of && run->rows == run->rejects.count)
        command_error("give --as-of YYYY-MM-DD", "%s: no row tells the newest month",
                      strcmp(options->path, "-") == 0 ? "<stdin>" : options->path);
    else {
        (options->format == COMMAND_JSON ? status_json : status_text)(&status, &out);
        result = command_print(&out, run->rejects.count ? COMMAND_REPORT : COMMAND_DONE);
    }
    text_free(&out);
    status_free(&figures);
    return result;
}

int status_run(const struct assay_ruleset *rules, const struct command_options *options) {
    const struct assay_specialization *only;
    if (!command_find_specialization(rules, options->specialization, &only)) return COMMAND_REFUSED;
    struct run run;
    int status = command_read(&run, rules, options, (struct command_wish){.need_amount = true});
    if (status < 0) status = status_report(&run, options, only);
    run_free(&run);
    return status;
}
