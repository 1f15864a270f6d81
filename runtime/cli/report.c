#include "runtime/cli/report.h"

#include "runtime/usage/day.h"
#include "runtime/usage/partner_rules.h"

#include <string.h>

/* ---- The partner ---- */

/* Standard input can be read once. */
static bool report_inputs_clash(const struct command_options *options) {
    const char *const inputs[] = {options->path, options->partner, options->trainings, options->workloads};
    int taken = 0;
    for (size_t i = 0; i < sizeof inputs / sizeof *inputs; i++)
        taken += inputs[i] && strcmp(inputs[i], "-") == 0;
    if (taken < 2) return false;
    command_error("name files", "standard input, '-', is named more than once");
    return true;
}

/* All that are not there are said. */
static bool report_inputs_there(const struct command_options *options) {
    const char *const inputs[] = {options->path, options->partner, options->trainings, options->workloads};
    bool there = true;
    for (size_t i = 0; i < sizeof inputs / sizeof *inputs; i++)
        if (inputs[i]) there = command_is_there(inputs[i]) && there;
    return there;
}

/* All that is wrong in all of the inputs, in one run. */
static bool report_inputs(struct report *report, const struct assay_ruleset *rules, const struct partner_rules *known,
                          const struct command_options *options) {
    struct partner *partner = &report->partner;
    bool good = true;
    partner->dates_asked = options->dates;
    partner->usage = rules->usage;
    if (options->partner) {
        good = partner_read_statement(partner, options->partner, &known->names);
        partner_note_unasked(partner, rules);
    }
    if (options->trainings)
        good =
            partner_read_training(partner, options->trainings, known->codes, known->names.certification_count) && good;
    if (options->workloads)
        good = partner_read_workloads(partner, options->workloads, known->metrics, known->names.metric_count) && good;
    return good;
}

static bool report_remarks(const struct remarks *remarks) {
    struct text out = {0};
    remarks_write(remarks, &out);
    bool good = !out.failed && !remarks->failed;
    if (good && out.length) text_write(&out, stderr);
    text_free(&out);
    return good;
}

int report_read_partner(struct report *report, const struct assay_ruleset *rules,
                        const struct command_options *options) {
    struct partner_rules known;
    report->options = options;
    report->path = options->path;
    report->has_partner = options->partner || options->trainings || options->workloads;
    if (report_inputs_clash(options) || !report_inputs_there(options)) return COMMAND_REFUSED;
    if (options->dates && !options->trainings && !options->workloads)
        return command_error("leave it out, or give --trainings or --workloads",
                             "--dates is about the exports of the partner, and none is named");
    if (!report->has_partner) return -1;
    bool memory = partner_rules_make(&known, rules);
    bool good = memory && report_inputs(report, rules, &known, options);
    partner_rules_free(&known);
    if (!memory || !report_remarks(&report->partner.remarks) || report->partner.failed)
        return command_error(NULL, "out of memory");
    return good ? -1 : COMMAND_REFUSED;
}

/* What begins after the day that is judged by may be meant so, or be a slip of the pen. False when memory runs out. */
static bool report_later(const struct partner *partner, uint32_t day) {
    struct remarks remarks = {0};
    uint64_t line, count = day ? partner_later(partner, day, &line) : 0;
    char judged[DAY_TEXT];
    if (!count) return true;
    remarks_begin(&remarks, partner->inputs[PARTNER_STATEMENT].path);
    day_text(judged, day);
    remarks_note(&remarks, "%llu entr%s after %s and so %s not count yet; the first in line %llu",
                 (unsigned long long)count, count == 1 ? "y begins" : "ies begin", judged, count == 1 ? "does" : "do",
                 (unsigned long long)line);
    bool good = report_remarks(&remarks);
    remarks_free(&remarks);
    return good;
}

/* ---- The rest ---- */

/* No row tells the newest month. What is wrong with all rows alike is said already. */
static int report_no_row(const struct report *report, const struct run *run) {
    const char *path = strcmp(report->path, "-") == 0 ? "<stdin>" : report->path;
    if (run->rejects.fault.data && run->rejects.messages) return COMMAND_REFUSED;
    if (run->rejects.count) return command_error("correct the rejected rows", "%s: no row can be read", path);
    return command_error("give --as-of YYYY-MM-DD", "%s: no row tells the newest month", path);
}

int report_make(struct report *report, struct run *run) {
    const struct partner *partner = report->has_partner ? &report->partner : NULL;
    if (!summary_make(&report->summary, run) || !standing_make(&report->standings, run, partner) ||
        !outlook_make(&report->outlooks, &report->standings))
        return command_error("split the file", "a sum of amounts is beyond 128 bits, or memory ran out");
    if (!report_later(&report->partner, run->as_of)) return command_error(NULL, "out of memory");
    if (!run->as_of && !run_has_rows(run)) return report_no_row(report, run);
    return -1;
}

int report_status(const struct report *report) {
    bool rejected = report->summary.run->rejects.count > 0 || report->partner.remarks.errors > 0;
    for (int i = 0; i < PARTNER_KINDS; i++)
        rejected = rejected || report->partner.inputs[i].rejected;
    return rejected ? COMMAND_REPORT : COMMAND_DONE;
}

void report_free(struct report *report) {
    outlook_free(&report->outlooks);
    standing_free(&report->standings);
    if (report->summary.run) summary_free(&report->summary);
    partner_free(&report->partner);
}

size_t report_customers(const struct report *report, size_t usual) {
    return report->options->customers ? report->options->customers : usual;
}

const char *report_currency(const struct report *report) {
    return report->standings.usage.rules->usage->currency;
}

const struct outlook *report_outlook(const struct report *report, const struct assay_specialization *specialization) {
    const struct assay_ruleset *rules = report->standings.usage.rules;
    size_t number = 0;
    while (rules->specializations[number] != specialization)
        number++;
    return &report->outlooks.all[number];
}
