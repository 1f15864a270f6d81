/* why.c - `assay why`: a row, condition by condition. */
#include "runtime/cli/why.h"

#include "runtime/cli/command.h"
#include "runtime/usage/bind.h"
#include "runtime/usage/month.h"
#include "runtime/usage/names.h"
#include "runtime/usage/period.h"
#include "runtime/usage/refuse.h"
#include "runtime/base/show.h"
#include "runtime/usage/uses.h"

#include <stdlib.h>
#include <string.h>

const char *why_verdict_words(enum why_verdict verdict) {
    static const char *const words[] = {[WHY_COUNTS] = "counts",
                                        [WHY_MAY] = "may count",
                                        [WHY_EXCLUDED] = "does not count",
                                        [WHY_NOT] = "does not count"};
    return words[verdict];
}

/* Two conditions of one line may look at one field and still differ. */
static bool why_same_condition(const struct assay_condition *a, const struct assay_condition *b) {
    if (a->lines[0] != b->lines[0] || a->field != b->field || a->test != b->test || a->blank != b->blank) return false;
    size_t count = assay_value_count(&a->values);
    if (count != assay_value_count(&b->values)) return false;
    for (size_t v = 0; v < count; v++)
        if (strcmp(assay_value_at(&a->values, v), assay_value_at(&b->values, v)) != 0) return false;
    return true;
}

static bool why_clause_has(const struct assay_clause *clause, const struct assay_condition *condition) {
    for (uint16_t i = 0; i < clause->condition_count; i++)
        if (why_same_condition(&clause->conditions[i], condition)) return true;
    return false;
}

bool why_is_common(const struct assay_measure *measure, const struct assay_condition *condition) {
    for (uint16_t c = 0; c < measure->clause_count; c++)
        if (!why_clause_has(&measure->clauses[c], condition)) return false;
    return measure->clause_count > 1;
}

static size_t why_missed_in(const struct why *why, const struct assay_clause *clause) {
    size_t missed = 0;
    for (uint16_t i = 0; i < clause->condition_count; i++) {
        const struct assay_condition *condition = &clause->conditions[i];
        missed += assay_condition_holds(why->rules, condition, &why->cells[condition->field]) == ASSAY_NO;
    }
    return missed;
}

static size_t why_missed(const struct why *why, const struct assay_measure *measure) {
    size_t least = SIZE_MAX;
    for (uint16_t c = 0; c < measure->clause_count; c++) {
        size_t missed = why_missed_in(why, &measure->clauses[c]);
        if (missed < least) least = missed;
    }
    return least;
}

static int why_compare(const void *a, const void *b) {
    const struct why_measure *x = a, *y = b;
    if (x->verdict != y->verdict) return x->verdict < y->verdict ? -1 : 1;
    if (x->missed != y->missed) return x->missed < y->missed ? -1 : 1;
    return x->number < y->number ? -1 : 1;
}

static bool why_holds(const uint64_t *set, uint32_t number) {
    return set[number / 64] >> number % 64 & 1;
}

static enum why_verdict why_verdict_of(const struct why *why, const struct assay_outcome *outcome, uint32_t number) {
    bool undecided = why->once.result == ONCE_UNDECIDED, kept = undecided || why->once.result == ONCE_COUNTS;
    if (kept && why_holds(outcome->counts, number)) return undecided ? WHY_MAY : WHY_COUNTS;
    if (kept && why_holds(outcome->may, number)) return WHY_MAY;
    return why_holds(outcome->matches, number) || why_holds(outcome->may_match, number) ? WHY_EXCLUDED : WHY_NOT;
}

/* The measures in question: named by the options, and in force. */
static void why_collect(struct why *why, const struct assay_outcome *outcome, const struct command_options *options,
                        const struct assay_specialization *only) {
    for (uint32_t m = 0; m < why->rules->index->measure_count; m++) {
        struct why_measure found = {.number = m};
        if (assay_measure_at(why->rules, m, &found.specialization, &found.measure) != ASSAY_OK) continue;
        if (only && found.specialization != only) continue;
        if (options->measure && !names_is_measure(found.measure, options->measure)) continue;
        if (why->in_force && !why_holds(why->in_force, m)) continue;
        found.verdict = why_verdict_of(why, outcome, m);
        found.missed = why_missed(why, found.measure);
        why->measures[why->measure_count++] = found;
    }
    if (why->measure_count) qsort(why->measures, why->measure_count, sizeof *why->measures, why_compare);
}

static int why_print(struct why *why, const struct command_options *options, int status) {
    struct text out = {0};
    (options->format == COMMAND_JSON ? why_json : why_text)(why, &out);
    status = command_print(&out, status);
    text_free(&out);
    return status;
}

/* Classifies why->cells and prints the answer. */
static int why_explain(struct why *why, const struct command_options *options, const struct assay_specialization *only,
                       int status) {
    size_t words = assay_measure_words(why->rules) + 1u;
    uint64_t *sets = calloc(4 * words, sizeof *sets);
    void *work = malloc(assay_work_size(why->rules));
    why->measures = calloc(why->rules->index->measure_count + 1u, sizeof *why->measures);
    struct assay_outcome outcome = {sets, sets + words, sets + 2 * words, sets + 3 * words, ASSAY_NO, 0};
    if (!sets || !work || !why->measures) {
        status = command_error(NULL, "out of memory");
    } else if (assay_classify_text(why->rules, why->cells, work, &outcome) != ASSAY_OK) {
        command_error(NULL, "the linked rules are damaged");
        status = COMMAND_FAULT;
    } else {
        why->eligible = outcome.eligible;
        why_collect(why, &outcome, options, only);
        status = why_print(why, options, status);
    }
    free(why->measures);
    free(work);
    free(sets);
    return status;
}

/* ---- A row of a file ---- */

static void why_cells_of_row(const struct run *run, struct assay_cell *cells) {
    for (uint16_t f = 0; f < run->rules->usage->field_count; f++) {
        if (run->slot_of_field[f] >= 0)
            cells[f] = (struct assay_cell){run->row.cells[f].data, run->row.cells[f].length};
        else if (run->assumptions[f].text)
            cells[f] = (struct assay_cell){run->assumptions[f].text, strlen(run->assumptions[f].text)};
    }
}

static int why_row(struct run *run, const struct command_options *options, const struct assay_specialization *only,
                   struct assay_cell *cells) {
    if (!run->row.found)
        return command_error("rows count from 1, rejected ones included", "%s has %llu row%s, so no row %llu",
                             options->path, (unsigned long long)run->rows, run->rows == 1 ? "" : "s",
                             (unsigned long long)options->row);
    int status = run->rejects.count ? COMMAND_REPORT : COMMAND_DONE;
    struct why why = {.rules = run->rules,
                      .run = run,
                      .path = options->path,
                      .row = options->row,
                      .cells = cells,
                      .uses = run->uses,
                      .assumptions = run->assumptions,
                      .in_force = run->as_of ? run->in_force : NULL,
                      .once = run->row.verdict};
    if (run->row.rejected) return why_print(&why, options, status);
    why_cells_of_row(run, cells);
    return why_explain(&why, options, only, status);
}

static int why_file(const struct assay_ruleset *rules, const struct command_options *options,
                    const struct assay_specialization *only, struct assay_cell *cells) {
    struct run run;
    int status = command_read(&run, rules, options, (struct command_wish){0});
    if (status < 0) status = why_row(&run, options, only, cells);
    run_free(&run);
    return status;
}

/* ---- A row made up ---- */

/* Whether an amount or a month is one; blank cells are any field's. */
static bool why_check_cell(const struct assay_field *field, const char *value, struct reader_refusal *refusal) {
    assay_money amount;
    const char *what = NULL;
    if (!*value) return true;
    if (field->role == ASSAY_AMOUNT && assay_money_parse(value, strlen(value), &amount) != ASSAY_OK) what = "an amount";
    if (field->role == ASSAY_MONTH && month_parse(value, strlen(value)) < 0) what = "a month";
    if (!what) return true;
    struct text shown = {0};
    show_string(&shown, value, 40);
    refuse(refusal, NULL, "%s: '%s' is not %s", field->name, shown.failed ? "" : shown.data, what);
    text_free(&shown);
    return false;
}

static bool why_set(const struct assay_ruleset *rules, const struct command_options *options,
                    struct assay_cell *cells) {
    for (size_t i = 0; i < options->set_count; i++) {
        struct reader_refusal refusal;
        int field;
        const char *value;
        if (!assume_parse(rules, options->set[i], &field, &value, &refusal) ||
            !why_check_cell(&rules->usage->fields[field], value, &refusal)) {
            command_refuse(NULL, &refusal);
            return false;
        }
        if (cells[field].text && !assay_same(cells[field].text, cells[field].length, value, strlen(value))) {
            command_error("leave one of them out", "'%s' is set twice: '%s' and '%s'", rules->usage->fields[field].name,
                          *cells[field].text ? cells[field].text : "blank", *value ? value : "blank");
            return false;
        }
        cells[field] = (struct assay_cell){value, strlen(value)};
    }
    return true;
}

/* What assume_apply would say of a file and not of a row made up. */
static int why_check_assumption(const struct assay_ruleset *rules, const char *argument,
                                const struct assay_cell *cells) {
    int field;
    const char *value;
    struct reader_refusal refusal;
    if (strcmp(argument, "declared") == 0) return -1;
    if (!assume_parse(rules, argument, &field, &value, &refusal)) return command_refuse(NULL, &refusal);
    const char *name = rules->usage->fields[field].name;
    if (cells[field].text) return command_error("leave one of them out", "'%s' is both set and assumed", name);
    if (rules->usage->fields[field].role == ASSAY_AMOUNT)
        return command_error("--set gives it", "'%s', the amount, cannot be assumed", name);
    return -1;
}

/* Fills cells that are not set with what is assumed of them. */
static int why_assume(const struct assay_ruleset *rules, const struct command_options *options,
                      struct assay_cell *cells, uint32_t *columns, struct assumption *assumptions) {
    struct reader_refusal refusal;
    int status = -1;
    for (size_t i = 0; status < 0 && i < options->assume_count; i++)
        status = why_check_assumption(rules, options->assume[i], cells);
    if (status >= 0) return status;
    for (uint16_t f = 0; f < rules->usage->field_count; f++)
        columns[f] = cells[f].text ? 0 : BIND_ABSENT;
    if (!assume_apply(rules, columns, options->assume, options->assume_count, assumptions, &refusal))
        return command_refuse(NULL, &refusal);
    for (uint16_t f = 0; f < rules->usage->field_count; f++)
        if (assumptions[f].text) cells[f] = (struct assay_cell){assumptions[f].text, strlen(assumptions[f].text)};
    return -1;
}

static int why_made_up(const struct assay_ruleset *rules, const struct command_options *options,
                       const struct assay_specialization *only, struct assay_cell *cells) {
    if (!why_set(rules, options, cells)) return COMMAND_REFUSED;
    uint8_t *uses = uses_of_fields(rules);
    uint32_t *columns = calloc(rules->usage->field_count + 1u, sizeof *columns);
    struct assumption *assumptions = calloc(rules->usage->field_count + 1u, sizeof *assumptions);
    uint64_t *in_force = period_in_force(rules, options->as_of);
    int status = uses && columns && assumptions && in_force ? why_assume(rules, options, cells, columns, assumptions)
                                                            : command_error(NULL, "out of memory");
    struct why why = {.rules = rules, .cells = cells, .uses = uses, .assumptions = assumptions};
    if (options->as_of) why.in_force = in_force;
    if (status < 0) status = why_explain(&why, options, only, COMMAND_DONE);
    free(in_force);
    free(assumptions);
    free(columns);
    free(uses);
    return status;
}

/* Without --set a row is needed; with it, nothing that speaks of a file. */
static int why_check(const struct command_options *options) {
    static const char remedy[] = "assay why USAGE.csv --row N, or assay why --set 'FIELD=VALUE' ...";
    const char *odd = options->path ? options->path : options->row ? "--row" : options->rejects ? "--rejects" : NULL;
    if (options->set_count == 0) return options->row ? -1 : command_error(remedy, "which row? --row N says it");
    return odd ? command_error(remedy, "--set makes a row up, without a file: '%s' does not go with it", odd) : -1;
}

int why_run(const struct assay_ruleset *rules, const struct command_options *options) {
    const struct assay_specialization *only;
    if (!command_find_specialization(rules, options->specialization, &only) ||
        !command_find_measure(rules, only, options->measure))
        return COMMAND_REFUSED;
    int status = why_check(options);
    if (status >= 0) return status;
    struct assay_cell *cells = calloc(rules->usage->field_count + 1u, sizeof *cells);
    if (!cells) return command_error(NULL, "out of memory");
    status = options->set_count ? why_made_up(rules, options, only, cells) : why_file(rules, options, only, cells);
    free(cells);
    return status;
}
