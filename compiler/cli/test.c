#include "compiler/analysis/coverage.h"
#include "compiler/analysis/example.h"
#include "compiler/analysis/trial.h"
#include "compiler/cli/cli.h"
#include "compiler/cli/test.h"
#include "compiler/passes.h"
#include "runtime/base/json.h"

#include <getopt.h>

static const char test_help[] = "Usage: assayc test RULES... [--format text|json]\n"
                                "\n"
                                "Runs the examples in rule files. Says which fail, and why; then which alternatives\n"
                                "of the rules, which listed values and which requirements no example reaches.\n"
                                "RULES are files, or folders that are read recursively (*.assay), or - for\n"
                                "standard input.\n"
                                "\n"
                                "  --format text|json  for people (default) or for programs\n"
                                "  --help              this text\n"
                                "\n"
                                "Exit status: 0 all examples hold, 1 one fails or there are errors in the rules,\n"
                                "2 a wrong call or an unreadable file.\n";

struct test_result {
    struct arena *arena;
    const struct cli_run *run;
    struct diagnostics failures;
    struct example_count count;
    struct coverage coverage;
};

/* ---- Text ---- */

static void test_place(struct text *out, const struct sources *sources, struct span span) {
    struct place place = source_place(sources, span.begin);
    if (place.source) text_addf(out, "  %s:%u:%u: ", place.source->path, place.line, place.column);
}

static void test_clauses(struct text *out, const struct test_result *result, const struct coverage_rule *rule) {
    const struct sources *sources = &result->run->sources;
    if (rule->reached_count == rule->rule->clause_count) return;
    const struct test_alternative *alternatives = test_alternatives(rule->rule, sources, result->arena);
    for (size_t i = 0; i < rule->rule->clause_count; i++) {
        const struct model_clause *clause = &rule->rule->clauses[i];
        if (rule->reached[i]) continue;
        test_place(out, sources, alternatives[i].span);
        text_addf(out, "%s / %s: ", rule->block, rule->name);
        if (clause->option) text_addf(out, "option \"%s\", ", clause->option);
        text_addf(out, "alternative %zu of %zu never holds", i + 1, rule->rule->clause_count);
        if (alternatives[i].words) text_addf(out, ": %s", alternatives[i].words);
        text_add_char(out, '\n');
    }
}

/* The values of one condition that are not reached: those of one of its lists, or (NULL) those written in place. */
static void test_values_of(struct text *out, const struct test_result *result, const struct coverage_rule *rule,
                           const struct coverage_condition *at, const struct model_list *list) {
    const struct model_condition *condition = at->condition;
    size_t shown = 0;
    for (size_t k = 0; k < condition->value_count; k++) {
        if (at->reached[k] || condition->values[k].list != list) continue;
        if (shown++ == 0) {
            test_place(out, &result->run->sources, condition->span);
            const char *field = result->run->model->fields[condition->field].name.text;
            text_addf(out, "%s / %s: %s", rule->block, rule->name, field);
            if (list) text_addf(out, " (%s)", list->name);
        }
        text_addf(out, "%s \"%s\"", shown == 1 ? ":" : ",", condition->values[k].text);
    }
    if (shown) text_add_char(out, '\n');
}

static void test_values(struct text *out, const struct test_result *result, const struct coverage_rule *rule) {
    for (size_t i = 0; i < rule->condition_count; i++) {
        const struct model_condition *condition = rule->conditions[i].condition;
        test_values_of(out, result, rule, &rule->conditions[i], NULL);
        for (size_t k = 0; k < condition->list_count; k++)
            test_values_of(out, result, rule, &rule->conditions[i], condition->lists[k]);
    }
}

static void test_requirements(struct text *out, const struct test_result *result) {
    const struct coverage *coverage = &result->coverage;
    size_t count = coverage->requirements - coverage->requirements_reached;
    if (count) text_add(out, "No example speaks of these requirements:\n");
    for (size_t i = 0; i < count; i++) {
        const struct coverage_requirement *one = &coverage->unreached[i];
        test_place(out, &result->run->sources, one->requirement->span);
        text_addf(out, "%s: %s\n", one->of->name.text, one->requirement->text);
    }
}

static void test_print_text(struct text *out, const struct test_result *result) {
    const struct coverage *coverage = &result->coverage;
    diagnostic_print_text(&result->failures, &result->run->sources, cli_colour(stdout), out);
    if (coverage->clauses_reached < coverage->clauses) text_add(out, "No example reaches these alternatives:\n");
    for (size_t i = 0; i < coverage->rule_count; i++)
        test_clauses(out, result, &coverage->rules[i]);
    if (coverage->values_reached < coverage->values) text_add(out, "No example reaches these values:\n");
    for (size_t i = 0; i < coverage->rule_count; i++)
        test_values(out, result, &coverage->rules[i]);
    test_requirements(out, result);
    text_addf(out, "%zu examples, %zu failed; %zu of %zu clauses", result->count.examples, result->count.failed,
              coverage->clauses_reached, coverage->clauses);
    if (coverage->requirements)
        text_addf(out, ", %zu of %zu requirements", coverage->requirements_reached, coverage->requirements);
    text_addf(out, " and %zu of %zu values reached\n", coverage->values_reached, coverage->values);
}

/* ---- JSON ---- */

static void test_json_place(struct json *json, const struct sources *sources, struct span span) {
    struct place place = source_place(sources, span.begin);
    if (!place.source) return;
    json_string(json, "file", place.source->path);
    json_uint(json, "line", place.line);
    json_uint(json, "column", place.column);
}

static void test_json_failures(struct json *json, const struct test_result *result) {
    json_array(json, "failures");
    for (size_t i = 0; i < result->failures.count; i++) {
        const struct diagnostic *failure = &result->failures.items[i];
        json_object(json, NULL);
        json_string(json, "code", message_get(failure->code)->code);
        test_json_place(json, &result->run->sources, failure->span);
        json_string(json, "message", failure->text);
        json_string(json, "note", failure->note);
        json_end_object(json);
    }
    json_end_array(json);
}

static void test_json_total(struct json *json, const char *key, size_t total, size_t reached) {
    json_object(json, key);
    json_uint(json, "total", total);
    json_uint(json, "reached", reached);
    json_end_object(json);
}

/* What is not reached: an object with the measure, and either the alternative's number and what tells
 * it from the others, or field and value. */
static void test_json_begin(struct json *json, const struct test_result *result, const struct coverage_rule *rule,
                            struct span span) {
    json_object(json, NULL);
    test_json_place(json, &result->run->sources, span);
    json_string(json, "block", rule->block);
    json_string(json, "measure", rule->name);
}

static void test_json_clauses(struct json *json, const struct test_result *result, const struct coverage_rule *rule) {
    const struct sources *sources = &result->run->sources;
    if (rule->reached_count == rule->rule->clause_count) return;
    const struct test_alternative *alternatives = test_alternatives(rule->rule, sources, result->arena);
    for (size_t i = 0; i < rule->rule->clause_count; i++) {
        const struct model_clause *clause = &rule->rule->clauses[i];
        if (rule->reached[i]) continue;
        test_json_begin(json, result, rule, alternatives[i].span);
        if (clause->option) json_string(json, "option", clause->option);
        json_uint(json, "alternative", i + 1);
        if (alternatives[i].words) json_string(json, "where", alternatives[i].words);
        json_end_object(json);
    }
}

static void test_json_values(struct json *json, const struct test_result *result, const struct coverage_rule *rule) {
    for (size_t i = 0; i < rule->condition_count; i++) {
        const struct model_condition *condition = rule->conditions[i].condition;
        for (size_t k = 0; k < condition->value_count; k++) {
            if (rule->conditions[i].reached[k]) continue;
            test_json_begin(json, result, rule, condition->values[k].span);
            json_string(json, "field", result->run->model->fields[condition->field].name.text);
            if (condition->values[k].list) json_string(json, "list", condition->values[k].list->name);
            json_string(json, "value", condition->values[k].text);
            json_end_object(json);
        }
    }
}

static void test_json_requirements(struct json *json, const struct test_result *result) {
    const struct coverage *coverage = &result->coverage;
    for (size_t i = 0; i < coverage->requirements - coverage->requirements_reached; i++) {
        const struct coverage_requirement *one = &coverage->unreached[i];
        json_object(json, NULL);
        test_json_place(json, &result->run->sources, one->requirement->span);
        json_string(json, "block", one->of->name.text);
        json_string(json, "requirement", one->requirement->text);
        json_end_object(json);
    }
}

static void test_print_json(struct text *out, const struct test_result *result) {
    const struct coverage *coverage = &result->coverage;
    struct json json = {.out = out};
    json_object(&json, NULL);
    json_uint(&json, "examples", result->count.examples);
    json_uint(&json, "failed", result->count.failed);
    test_json_failures(&json, result);
    test_json_total(&json, "clauses", coverage->clauses, coverage->clauses_reached);
    test_json_total(&json, "values", coverage->values, coverage->values_reached);
    test_json_total(&json, "requirements", coverage->requirements, coverage->requirements_reached);
    json_array(&json, "unreached");
    for (size_t i = 0; i < coverage->rule_count; i++) {
        test_json_clauses(&json, result, &coverage->rules[i]);
        test_json_values(&json, result, &coverage->rules[i]);
    }
    test_json_requirements(&json, result);
    json_end_array(&json);
    json_end_object(&json);
    json_finish(&json);
}

/* ---- The command ---- */

/* The judge of real exports must say of the examples what the model says. Rules too large for tables have no judge. */
static bool test_agrees(struct cli_run *run) {
    const struct assay_ruleset *tables = trial_any(run->model) ? layout_ruleset(run->model, &run->arena) : NULL;
    const char *fault = tables ? trial_compare(run->model, tables, &run->arena) : NULL;
    if (fault) fprintf(stderr, "assayc test: internal fault: %s; nothing is printed\n", fault);
    return !fault;
}

static enum cli_status test_rules(struct cli_run *run, bool as_json) {
    if (!test_agrees(run)) return CLI_INTERNAL;
    struct test_result result = {.arena = &run->arena, .run = run, .failures = {.arena = &run->arena}};
    result.count = example_run_all(run->model, &run->arena, &result.failures);
    result.coverage = coverage_measure(run->model, &run->arena);
    struct text text = {0};
    if (as_json)
        test_print_json(&text, &result);
    else
        test_print_text(&text, &result);
    enum cli_status status = cli_print(&text, result.count.failed ? CLI_REPORT : CLI_CLEAN);
    text_free(&text);
    return status;
}

static enum cli_status test_print_errors(const struct cli_run *run, enum cli_status status) {
    struct text text = {0};
    diagnostic_print_json(&run->diagnostics, &run->sources, &text);
    status = cli_print(&text, status);
    text_free(&text);
    return status;
}

enum cli_status command_test(int count, char **arguments) {
    static const struct option options[] = {
        {"format", required_argument, NULL, 'f'}, {"help", no_argument, NULL, 'h'}, {NULL, 0, NULL, 0}};
    bool as_json = false;
    for (int option; (option = cli_option(count, arguments, ":h", options)) != -1;) {
        if (option == 'h') return cli_help(test_help);
        if (option != 'f') return CLI_USAGE;
        int choice = cli_choice("test", "format", optarg, cli_text_or_json, 2);
        if (choice < 0) return CLI_USAGE;
        as_json = choice == 1;
    }
    if (optind == count) return cli_wrong("test", "which rules? Name files or folders");
    struct cli_run run;
    char *const *paths = arguments + optind;
    size_t path_count = (size_t)(count - optind);
    enum cli_status status = as_json ? cli_front(&run, paths, path_count) : cli_model(&run, paths, path_count);
    if (status == CLI_CLEAN)
        status = test_rules(&run, as_json);
    else if (as_json)
        status = test_print_errors(&run, status);
    cli_free(&run);
    return status;
}
