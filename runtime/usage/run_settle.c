/* run_settle.c - the end of the input: which rows count once, and what they sum to. */
#include "runtime/usage/run.h"

#include "runtime/usage/refuse.h"

#include <errno.h>
#include <stdlib.h>

static bool settle_overflow(struct run *run) {
    return refuse(&run->refusal, "split the file", "a sum of amounts is beyond 128 bits");
}

/* The flag says dropped (1) or kept (2). What is undecided, and repeats that are dropped, are not compared. */
static void settle_flag(struct run *run, const struct once_record *record, enum once_result result) {
    if (run->outcomes.all[record->outcome].eligible != ASSAY_YES || !record->flag) return;
    if (result != ONCE_COUNTS && result != ONCE_DUPLICATE) return;
    run->compared++;
    run->disagreements += record->flag == (result == ONCE_DUPLICATE ? 2 : 1);
}

/* Sums what absent columns leave undecided, and what repeats. */
static bool settle_sums(struct run *run, const struct once_record *record, const struct once_verdict *verdict) {
    bool good = !verdict->by_columns || tally_add(&run->by_columns, record->amount);
    good = good && (!verdict->repeats || tally_add(&run->repeated, record->amount));
    return good || settle_overflow(run);
}

static bool settle_note(struct run *run, const struct once_record *record, const struct once_verdict *verdict) {
    if (record->row == run->options.row) run->row.verdict = *verdict;
    bool kept = run->options.keep_answers || run->options.keep_counted;
    if (!kept || verdict->result == ONCE_COUNTS) return true;
    return duplicates_add(&run->duplicates, record->row, verdict) || run_fault(run);
}

static bool settle_dropped(struct run *run, const struct once_record *record, enum once_result result) {
    run->dropped += result == ONCE_DUPLICATE;
    return (result == ONCE_DUPLICATE ? excluded_add_duplicate(&run->excluded, record->outcome, record->amount)
                                     : excluded_add_repeat(&run->excluded, record->outcome, record->amount)) ||
           settle_overflow(run);
}

/* A row that counts or may. */
static bool settle_counted(struct run *run, const struct once_record *record, uint32_t number) {
    const struct outcome *outcome = &run->outcomes.all[number];
    if (!outcomes_any(&run->outcomes, outcome->counts) && !outcomes_any(&run->outcomes, outcome->may)) return true;
    switch (ledger_add(&run->ledger, number, record->customer, record->month, record->amount)) {
    case LEDGER_OK:
        return !run->options.keep_samples ||
               samples_add(&run->samples, number, record->customer, record->month, record->row) ||
               refuse_memory(&run->refusal);
    case LEDGER_OVERFLOW:
        return settle_overflow(run);
    case LEDGER_MEMORY:
        break;
    }
    return refuse_memory(&run->refusal);
}

#define SETTLE_ASK 4096 /* rows between two questions whether to go on */

bool run_settle_row(void *context, const struct once_record *record, const struct once_verdict *verdict) {
    struct run *run = context;
    if (run->settled++ % SETTLE_ASK == 0 && !run_go_on(run, run->bytes, true)) return false;
    settle_flag(run, record, verdict->result);
    if (!settle_sums(run, record, verdict) || !settle_note(run, record, verdict)) return false;
    if (verdict->result == ONCE_COUNTS) return settle_counted(run, record, record->outcome);
    if (verdict->result != ONCE_UNDECIDED) return settle_dropped(run, record, verdict->result);
    uint32_t undecided = outcomes_undecided(&run->outcomes, record->outcome);
    return undecided == OUTCOMES_NONE ? refuse_memory(&run->refusal) : settle_counted(run, record, undecided);
}

static bool settle_once(struct run *run) {
    uint32_t *ranks = claim_ranks(&run->claims), *answers = outcomes_answers(&run->outcomes);
    const struct once_terms terms = {ranks, answers, run->key_absent, run->claim_absent, run->repeats};
    run->refusal.message[0] = '\0';
    errno = 0;
    bool good = ranks && answers && once_settle(&run->once, &terms, run_settle_row, run);
    free(ranks);
    free(answers);
    return good || (!run->refusal.message[0] && run_fault(run));
}

bool run_settle(struct run *run) {
    if (!settle_once(run)) return false;
    ledger_sort(&run->ledger);
    errno = 0;
    return !run->options.keep_counted || counted_settle(&run->counted, &run->duplicates, &run->outcomes) ||
           run_fault(run);
}
