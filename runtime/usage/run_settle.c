/* run_settle.c - the end of the input: which rows count once, and what they sum to. */
#include "runtime/usage/run.h"

#include "runtime/usage/refuse.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

static bool settle_overflow(struct run *run) {
    return refuse(&run->refusal, "split the file", "a sum of amounts is beyond 128 bits");
}

/* The flag says dropped (1) or kept (2). */
static void settle_flag(struct run *run, const struct once_record *record, bool dropped) {
    if (run->outcomes.all[record->outcome].eligible == ASSAY_YES && record->flag == (dropped ? 2 : 1))
        run->disagreements++;
}

static bool settle_dropped(struct run *run, const struct once_record *record, uint64_t winner) {
    run->dropped++;
    if (record->row == run->options.row) run->row.winner = winner;
    if (!excluded_add_duplicate(&run->excluded, record->outcome, record->amount)) return settle_overflow(run);
    bool kept = run->options.keep_answers || run->options.keep_counted;
    if (!kept || duplicates_add(&run->duplicates, record->row, winner)) return true;
    return refuse(&run->refusal, NULL, "temporary data: %s", strerror(errno));
}

#define SETTLE_ASK 4096 /* rows between two questions whether to go on */

bool run_settle_row(void *context, const struct once_record *record, uint64_t winner) {
    struct run *run = context;
    if (run->settled++ % SETTLE_ASK == 0 && !run_go_on(run, run->bytes, true)) return false;
    settle_flag(run, record, winner != 0);
    if (winner) return settle_dropped(run, record, winner);
    const struct outcome *outcome = &run->outcomes.all[record->outcome];
    if (!outcomes_any(&run->outcomes, outcome->counts) && !outcomes_any(&run->outcomes, outcome->may)) return true;
    switch (ledger_add(&run->ledger, record->outcome, record->customer, record->month, record->amount)) {
    case LEDGER_OK:
        return !run->options.keep_samples ||
               samples_add(&run->samples, record->outcome, record->customer, record->month, record->row) ||
               refuse_memory(&run->refusal);
    case LEDGER_OVERFLOW:
        return settle_overflow(run);
    case LEDGER_MEMORY:
        break;
    }
    return refuse_memory(&run->refusal);
}

bool run_settle(struct run *run) {
    uint32_t *ranks = claim_ranks(&run->claims);
    if (!ranks) return refuse_memory(&run->refusal);
    run->refusal.message[0] = '\0';
    errno = 0;
    bool good = once_settle(&run->once, ranks, run_settle_row, run);
    free(ranks);
    if (!good && !run->refusal.message[0]) {
        return errno ? refuse(&run->refusal, "set TMPDIR to a folder with room", "temporary data: %s", strerror(errno))
                     : refuse_memory(&run->refusal);
    }
    if (good) ledger_sort(&run->ledger);
    errno = 0;
    if (!good || !run->options.keep_counted || counted_settle(&run->counted, &run->duplicates)) return good;
    return errno ? refuse(&run->refusal, "set TMPDIR to a folder with room", "temporary data: %s", strerror(errno))
                 : refuse_memory(&run->refusal);
}
