#include "runtime/usage/run.h"

#include "runtime/usage/bind.h"
#include "runtime/usage/period.h"
#include "runtime/usage/refuse.h"
#include "runtime/usage/uses.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define RUN_AMOUNTS ((size_t)16 << 20) /* bytes of amounts kept in memory */

static bool run_prepare(struct run *run, const struct assay_ruleset *rules, const struct run_options *options) {
    *run = (struct run){.rules = rules,
                        .options = *options,
                        .newest_eligible = LEDGER_NEVER,
                        .newest_any = LEDGER_NEVER,
                        .oldest_any = LEDGER_NEVER};
    rejects_init(&run->rejects, strcmp(options->path, "-") == 0 ? "<stdin>" : options->path, options->messages,
                 options->rejects);
    once_init(&run->once, options->once_budget ? options->once_budget : ONCE_BUDGET);
    duplicates_init(&run->duplicates);
    answers_init(&run->answers);
    counted_init(&run->counted);
    spool_init(&run->amounts, RUN_AMOUNTS);
    run->claims.usage = rules->usage;
    bool good =
        outcomes_init(&run->outcomes, rules) && excluded_init(&run->excluded, rules->usage) && key_init(&run->key);
    return good || refuse_memory(&run->refusal);
}

static bool run_finish_input(struct run *run, struct input *input) {
    if (!input_drain(input)) return refuse(&run->refusal, NULL, "cannot be read: %s", strerror(errno));
    run->bytes = input_bytes(input);
    if (!input_hash(input, run->hash)) return refuse(&run->refusal, NULL, "the SHA-256 of the file cannot be computed");
    rejects_finish(&run->rejects);
    records_finish(&run->records, run->rejects.behind, &run->notes);
    return !run->notes.failed || refuse_memory(&run->refusal);
}

static bool run_file(struct run *run, struct input *input) {
    struct reader *reader = reader_open(input_read, input, &run->refusal);
    if (!reader) return false;
    bool good = run_bind(run, reader) && run_read(run, reader, input) && run_finish_input(run, input);
    reader_close(reader);
    return good;
}

static bool run_date(struct run *run) {
    run->as_of = period_as_of(run->options.as_of, run_newest_month(run));
    run->in_force = period_in_force(run->rules, run->as_of);
    if (!run->in_force) return refuse_memory(&run->refusal);
    if (run->as_of || !run_has_rows(run) || !period_matters(run->rules)) return true;
    return refuse(&run->refusal, "give --as-of YYYY-MM-DD",
                  "some measures are in force for a time only, and the file has no month to tell the date by");
}

bool run_usage(struct run *run, const struct assay_ruleset *rules, const struct run_options *options) {
    if (!run_prepare(run, rules, options)) return false;
    struct input *input = input_open(options->path, &run->refusal);
    if (!input) return false;
    bool good = run_file(run, input);
    input_close(input);
    return good && run_settle(run) && run_date(run) && (run_caution(run) || refuse_memory(&run->refusal));
}

int32_t run_newest_month(const struct run *run) {
    return run->newest_eligible != LEDGER_NEVER ? run->newest_eligible : run->newest_any;
}

bool run_has_rows(const struct run *run) {
    return run->rows > run->rejects.count + run->records.headers + run->records.empty;
}

bool run_knows_customers(const struct run *run) {
    int field = uses_role(run->rules->usage, ASSAY_CUSTOMER);
    return field >= 0 && (run->customer >= 0 || run->assumptions[field].text);
}

bool run_knows_months(const struct run *run) {
    return run->month >= 0 || run->month_assumed != LEDGER_NEVER;
}

bool run_once_lacks(const struct run *run, uint16_t field) {
    return run->uses[field] & (USE_KEY | USE_CLAIM) && run->columns[field] == BIND_ABSENT;
}

bool run_once_doubts(const struct run *run) {
    return run->by_columns.rows > 0 || (run->repeated.rows > 0 && run->repeats == ONCE_REPEATS_UNDECIDED);
}

bool run_disagreements(const struct run *run, uint64_t *rows) {
    *rows = run->disagreements;
    return run->compared > 0;
}

bool run_fault(struct run *run) {
    return errno ? refuse(&run->refusal, "set TMPDIR to a folder with room", "temporary data: %s", strerror(errno))
                 : refuse_memory(&run->refusal);
}

static void run_free_slots(struct run *run) {
    for (size_t s = 0; s < run->slot_count; s++) {
        column_free(&run->slots[s].reader);
        free(run->slots[s].cells);
    }
    free(run->slots);
    free(run->slot_of_field);
}

static void run_free_row(struct run *run) {
    for (size_t f = 0; run->row.cells && f < run->rules->usage->field_count; f++)
        text_free(&run->row.cells[f]);
    free(run->row.cells);
    text_free(&run->row.reason);
}

void run_free(struct run *run) {
    run_free_row(run);
    run_free_slots(run);
    outcomes_free(&run->outcomes);
    key_free(&run->key);
    claims_free(&run->claims);
    dictionary_free(&run->claim_memo);
    once_free(&run->once);
    ledger_free(&run->ledger);
    samples_free(&run->samples);
    excluded_free(&run->excluded);
    duplicates_free(&run->duplicates);
    answers_free(&run->answers);
    counted_free(&run->counted);
    spool_free(&run->amounts);
    rejects_free(&run->rejects);
    notes_free(&run->notes);
    notes_free(&run->cautions);
    free(run->claim_numbers);
    free(run->uses);
    free(run->columns);
    free(run->assumptions);
    free(run->in_force);
}
