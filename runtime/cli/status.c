/* status.c - `assay status`: where each specialization stands, and what counts. */
#include "runtime/cli/status.h"

#include "runtime/cli/evidence.h"
#include "runtime/cli/interrupt.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

const struct summary_measure *status_measures(const struct report *report,
                                              const struct assay_specialization *specialization) {
    const struct assay_ruleset *rules = report->summary.run->rules;
    const struct summary_measure *measures = report->summary.measures;
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

typedef void status_format(const struct report *report, struct text *out);

void status_write(const struct report *report, enum command_format format, struct text *out) {
    static status_format *const formats[] = {[COMMAND_TEXT] = status_text,
                                             [COMMAND_JSON] = status_json,
                                             [COMMAND_CSV] = status_csv,
                                             [COMMAND_HTML] = status_html};
    formats[format](report, out);
}

/* Writes the report to a file that was opened before. */
static int status_to_file(const struct text *out, struct output *output, const char *path, int status) {
    if (out->failed) return command_error(NULL, "out of memory");
    if (interrupt_came()) return command_error(NULL, "interrupted");
    errno = 0;
    if (text_write(out, output->stream) && output_commit(output)) return status;
    return command_error(NULL, "%s: cannot be written: %s", path, strerror(errno));
}

int status_print(struct report *report, struct output *output) {
    const struct command_options *options = report->options;
    struct text out = {0};
    int status = report_status(report);
    report->to_file = options->output != NULL;
    status_write(report, options->format, &out);
    if (options->output)
        status = status_to_file(&out, output, options->output, status);
    else
        status = interrupt_came() ? command_error(NULL, "interrupted") : command_print(&out, status);
    text_free(&out);
    return status;
}

int status_open(const struct command_options *options, struct output *output) {
    if (command_overwrites(options)) return COMMAND_REFUSED;
    if (!options->output || output_open(output, options->output)) return -1;
    return command_error(NULL, "%s: cannot be written: %s", options->output, strerror(errno));
}

/* The output is opened before the file is read: that it cannot be written is better known at once. */
int status_run(const struct assay_ruleset *rules, const struct command_options *options) {
    struct report report = {0};
    struct run run = {.rules = rules};
    struct output output = {0};
    if (options->evidence) return evidence_run(rules, options);
    if (options->certificate || options->rules_folder || options->include_inputs)
        return command_error("give --evidence DIR", "--certificate, --rules and --include-inputs attach to evidence");
    if (!command_find_specialization(rules, options->specialization, &report.only)) return COMMAND_REFUSED;
    struct command_wish wish = {.need_amount = true, .keep_samples = options->format == COMMAND_HTML};
    int status = status_open(options, &output);
    if (status < 0) status = report_read_partner(&report, rules, options);
    if (status < 0) status = command_read(&run, rules, options, wish);
    if (status < 0) status = report_make(&report, &run);
    if (status < 0) status = status_print(&report, &output);
    if (output.path) output_discard(&output);
    report_free(&report);
    run_free(&run);
    return status;
}
