/* Any bytes as a usage export, by the shipped rules: the whole way from bytes to sums. Counting once in memory and
 * through temporary files must give the same, and no record may vanish. */
#define _GNU_SOURCE
#include "runtime/usage/summary.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

struct pass {
    struct run run;
    struct summary summary;
    bool read, good; /* the run; and the summary, which a sum beyond 128 bits refuses */
};

static void pass_run(struct pass *pass, const char *path, size_t budget) {
    static const char *const declared[] = {"declared"};
    struct run_options options = {
        .path = path, .keep_answers = true, .row = 2, .once_budget = budget, .assume = declared, .assume_count = 1};
    pass->read = run_usage(&pass->run, &assay_rules, &options);
    pass->good = pass->read && summary_make(&pass->summary, &pass->run);
}

static void pass_free(struct pass *pass) {
    if (pass->read) summary_free(&pass->summary);
    run_free(&pass->run);
}

static void expect(bool holds) {
    if (!holds) abort();
}

static void compare_measures(const struct summary *a, const struct summary *b) {
    for (uint32_t m = 0; m < a->measure_count; m++) {
        const struct ledger_total *x = &a->measures[m].total, *y = &b->measures[m].total;
        expect(tally_net(&x->certain) == tally_net(&y->certain) && x->certain.rows == y->certain.rows);
        expect(tally_net(&x->possible) == tally_net(&y->possible) && x->possible.rows == y->possible.rows);
        expect(x->customers == y->customers && x->customers_possible == y->customers_possible);
        expect(x->certain.rows <= x->possible.rows && x->customers <= x->customers_possible);
    }
}

static void compare(const struct pass *a, const struct pass *b) {
    expect(a->good == b->good);
    if (!a->good) return;
    expect(a->run.rows == b->run.rows && a->run.rejects.count == b->run.rejects.count);
    const struct records *records = &a->run.records;
    expect(a->run.rejects.count + records->headers + records->empty <= a->run.rows);
    expect(a->run.dropped == b->run.dropped);
    compare_measures(&a->summary, &b->summary);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    char path[64];
    int file = memfd_create("export", 0);
    if (file < 0 || write(file, bytes, size) != (ssize_t)size) abort();
    snprintf(path, sizeof path, "/proc/self/fd/%d", file);
    struct pass *passes = calloc(2, sizeof *passes);
    if (!passes) abort();
    pass_run(&passes[0], path, 0);
    pass_run(&passes[1], path, 1024);
    compare(&passes[0], &passes[1]);
    pass_free(&passes[0]);
    pass_free(&passes[1]);
    free(passes);
    close(file);
    return 0;
}
