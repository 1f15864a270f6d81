#include "runtime/cli/evidence.h"

#include "runtime/cli/interrupt.h"
#include "runtime/cli/record.h"
#include "runtime/cli/rules.h"
#include "runtime/cli/status.h"
#include "runtime/cli/tree.h"
#include "runtime/usage/day.h"
#include "runtime/usage/month.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

const struct evidence_input evidence_inputs[EVIDENCE_INPUT_COUNT] = {{"usage", "usage.csv"},
                                                                     {"partner", "partner.yaml"},
                                                                     {"trainings", "trainings.csv"},
                                                                     {"workloads", "workloads.csv"}};

const char **evidence_path(struct command_options *options, size_t input) {
    const char **const paths[] = {&options->path, &options->partner, &options->trainings, &options->workloads};
    return paths[input];
}

const char *evidence_path_of(const struct command_options *options, size_t input) {
    const char *const paths[] = {options->path, options->partner, options->trainings, options->workloads};
    return paths[input];
}

const char *evidence_program(void) {
    return ASSAY_VERSION;
}

static int evidence_failed(const char *what) {
    if (interrupt_came()) return command_error(NULL, "interrupted");
    if (errno == EBUSY) return command_error("try again", "%s: another run has written it meanwhile", what);
    if (errno != EPROTO)
        return command_error("see that there is room", "%s: cannot be written: %s", what, strerror(errno));
    command_error("please report this", "%s: counted rows do not sum to the report", what);
    return COMMAND_FAULT;
}

/* ---- What decides ---- */

static void evidence_add_customers(struct text *out, size_t customers) {
    char number[24];
    snprintf(number, sizeof number, "%zu", customers);
    record_add(out, "customers", customers == SIZE_MAX ? "all" : number);
}

static void evidence_command(const struct report *report, const struct command_options *called, struct text *out) {
    const struct assay_ruleset *rules = report->summary.run->rules;
    text_add(out, "# What decides the answers in this folder; `assay reproduce` reads it.\nevidence 1\n");
    record_add(out, "program", evidence_program());
    record_add(out, "edition", rules->usage->edition);
    record_add(out, "hash", rules->hash);
    if (called->ruleset) record_add(out, "ruleset", called->ruleset);
    for (size_t i = 0; i < EVIDENCE_INPUT_COUNT; i++)
        if (evidence_path_of(called, i)) record_add(out, evidence_inputs[i].word, evidence_path_of(called, i));
    for (size_t i = 0; i < called->assume_count; i++)
        record_add(out, "assume", called->assume[i]);
    if (called->as_of) {
        char day[DAY_TEXT];
        day_text(day, called->as_of);
        record_add(out, "as-of", day);
    }
    if (called->dates) record_add(out, "dates", dates_order_name(called->dates));
    if (called->repeats) record_add(out, "repeats", options_repeats_word(called->repeats));
    if (called->specialization) record_add(out, "specialization", called->specialization);
    if (called->customers) evidence_add_customers(out, called->customers);
    if (called->all) record_add(out, "all", NULL);
    if (called->measures) record_add(out, "measures", NULL);
}

static void evidence_add_input(struct text *out, size_t input, const char *path, uint64_t bytes, const char *sha256) {
    struct text word = {0};
    const char *const parts[] = {"path", "bytes", "sha256"};
    char number[24];
    snprintf(number, sizeof number, "%llu", (unsigned long long)bytes);
    const char *const values[] = {path, number, sha256};
    text_add_char(out, '\n');
    for (size_t i = 0; i < 3; i++) {
        text_clear(&word);
        text_addf(&word, "%s-%s", evidence_inputs[input].word, parts[i]);
        if (!word.failed) record_add(out, word.data, values[i]);
    }
    out->failed = out->failed || word.failed;
    text_free(&word);
}

static void evidence_add_counts(struct text *out, size_t input, uint64_t rows, uint64_t rejected) {
    text_addf(out, "%s-rows %llu\n%s-rejected %llu\n", evidence_inputs[input].word, (unsigned long long)rows,
              evidence_inputs[input].word, (unsigned long long)rejected);
}

static void evidence_input(const struct report *report, const struct command_options *called, struct text *out) {
    const struct run *run = report->summary.run;
    char month[MONTH_TEXT] = "";
    text_add(out, "# The inputs of this report, by the paths they were called; rows are records, rejected and skipped "
                  "ones included.\n");
    evidence_add_input(out, 0, called->path, run->bytes, run->hash);
    evidence_add_counts(out, 0, run->rows, run->rejects.count);
    text_addf(out, "usage-skipped %llu\n", (unsigned long long)(run->records.headers + run->records.empty));
    if (run_newest_month(run) >= 0) month_text(month, run_newest_month(run));
    record_add(out, "usage-newest-month", month);
    for (size_t i = 1; i < EVIDENCE_INPUT_COUNT; i++) {
        const struct partner_input *input = &report->partner.inputs[i - 1];
        if (!evidence_path_of(called, i)) continue;
        evidence_add_input(out, i, evidence_path_of(called, i), input->bytes, input->sha256);
        if (i - 1 != PARTNER_STATEMENT) evidence_add_counts(out, i, input->rows, input->rejected);
    }
}

/* ---- The files ---- */

static bool evidence_reports(const struct folder *folder, const struct report *report) {
    static const struct {
        const char *name;
        enum command_format format;
    } formats[] = {{"report.json", COMMAND_JSON},
                   {"report.txt", COMMAND_TEXT},
                   {"report.csv", COMMAND_CSV},
                   {"report.html", COMMAND_HTML}};
    bool good = true;
    for (size_t i = 0; good && i < sizeof formats / sizeof *formats; i++) {
        struct text out = {0};
        status_write(report, formats[i].format, &out);
        good = folder_write(folder, formats[i].name, &out);
        text_free(&out);
    }
    return good;
}

static bool evidence_records(const struct folder *folder, const struct report *report,
                             const struct command_options *called) {
    struct text command = {0}, input = {0};
    evidence_command(report, called, &command);
    evidence_input(report, called, &input);
    bool good = folder_write(folder, EVIDENCE_COMMAND, &command) && folder_write(folder, EVIDENCE_INPUT, &input);
    text_free(&command);
    text_free(&input);
    return good;
}

static bool evidence_rules(const struct folder *folder, const struct assay_ruleset *rules) {
    struct text linked = {0}, json = {0}, measures = {0};
    struct style linked_style = style_of_file(&linked), measures_style = style_of_file(&measures);
    text_add(&linked, "The rules that answered, in words. They are linked into the program; the tables that were\n"
                      "reviewed stand in the rules' repository and cannot be had from the program. The hash is\n"
                      "that of these tables: `assayc verify RULES TABLES` prints it in its certificate.\n\n");
    rules_text(rules, &linked_style);
    rules_json(rules, &json);
    rules_measures(rules, &measures_style);
    bool good = folder_write(folder, "rules/linked.txt", &linked) && folder_write(folder, "rules/linked.json", &json) &&
                folder_write(folder, "rules/measures.txt", &measures);
    text_free(&linked);
    text_free(&json);
    text_free(&measures);
    return good;
}

static bool evidence_files(const struct folder *folder, const struct command_options *called, struct report *report,
                           struct run *run) {
    struct evidence_lines lines = {0};
    bool good = evidence_lines_make(&lines, report);
    if (!good) errno = ENOMEM;
    good = good && evidence_reports(folder, report) && evidence_records(folder, report, called) &&
           evidence_stated(folder, report, &lines) && evidence_counted(folder, report, &lines, run) &&
           evidence_rules(folder, run->rules) && evidence_readme(folder);
    int error = errno;
    evidence_lines_free(&lines);
    errno = error;
    return good;
}

/* Paths are told as they were called, wherever the files were read. */
static void evidence_rename(struct report *report, const struct command_options *called) {
    report->path = called->path;
    report->to_file = true;
    for (size_t i = 1; i < EVIDENCE_INPUT_COUNT; i++)
        if (report->partner.inputs[i - 1].path) report->partner.inputs[i - 1].path = evidence_path_of(called, i);
}

int evidence_fill(const struct folder *folder, const struct assay_ruleset *rules, const struct command_options *called,
                  const struct command_options *opened, struct report *report, struct run *run) {
    struct command_options options = *opened;
    bool quiet = called != opened;
    if (!command_find_specialization(rules, options.specialization, &report->only)) return COMMAND_REFUSED;
    char *rejects = tree_path(folder->temporary, "rejected.csv");
    if (!rejects) return command_error(NULL, "out of memory");
    options.rejects = rejects;
    int status = report_read_partner(report, rules, &options);
    if (status < 0)
        status = command_read(
            run, rules, &options,
            (struct command_wish){.need_amount = true, .keep_samples = true, .keep_counted = true, .quiet = quiet});
    if (status < 0) status = report_make(report, run);
    if (status < 0) {
        evidence_rename(report, called);
        errno = 0;
        if (!evidence_files(folder, called, report, run)) status = evidence_failed("evidence");
    }
    report->options = called;
    free(rejects);
    return status;
}

/* ---- The command ---- */

static int evidence_commit(struct folder *folder, const char *place) {
    if (interrupt_came()) return command_error(NULL, "interrupted");
    errno = 0;
    return folder_commit(folder) ? -1 : evidence_failed(place);
}

int evidence_run(const struct assay_ruleset *rules, const struct command_options *options) {
    struct report report = {0};
    struct run run = {.rules = rules};
    struct folder folder = {0};
    struct output output = {0};
    if (options->rejects)
        return command_error("leave it out", "--rejects: the folder of --evidence holds rejected.csv");
    int status = status_open(options, &output);
    if (status < 0 && !folder_open(&folder, options->evidence)) status = COMMAND_REFUSED;
    if (status < 0) status = evidence_fill(&folder, rules, options, options, &report, &run);
    if (status < 0) status = evidence_attach(&folder, rules, options);
    if (status < 0) status = evidence_commit(&folder, options->evidence);
    if (status < 0) status = status_print(&report, &output);
    if (output.path) output_discard(&output);
    folder_discard(&folder);
    report_free(&report);
    run_free(&run);
    return status;
}
