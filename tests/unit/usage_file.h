/* usage_file.h - runs the hosted runtime over a usage file that a test writes down as a text. */
#ifndef ASSAY_USAGE_FILE_H
#define ASSAY_USAGE_FILE_H

#include "runtime/usage/summary.h"
#include "tests/unit/usage_rules.h"

#include <stdarg.h>
#include <setjmp.h>
#include <stdio.h>
#include <unistd.h>

#include <cmocka.h>

struct usage_file {
    struct rules_built *built;
    struct run run;
    struct summary summary;
    bool good;
    char path[64];
};

/* Runs `text` with `options` (path is filled in); the summary is made when the run succeeds. */
static inline void usage_file_run(struct usage_file *file, const char *text, struct run_options options) {
    *file = (struct usage_file){.built = rules_build()};
    strcpy(file->path, "/tmp/assay-usage-XXXXXX");
    int descriptor = mkstemp(file->path);
    assert_true(descriptor >= 0);
    assert_int_equal(write(descriptor, text, strlen(text)), strlen(text));
    close(descriptor);
    options.path = file->path;
    file->good = run_usage(&file->run, &file->built->rules, &options);
    unlink(file->path);
    if (file->good) assert_true(summary_make(&file->summary, &file->run));
}

static inline void usage_file_free(struct usage_file *file) {
    if (file->good) summary_free(&file->summary);
    run_free(&file->run);
    free(file->built);
}

static inline void usage_assert_money(assay_money amount, const char *exact) {
    char text[ASSAY_MONEY_TEXT];
    assay_money_exact(text, amount);
    assert_string_equal(text, exact);
}

/* Asserts what is certain and possible of a measure. */
static inline void usage_assert_measure(const struct usage_file *file, int measure, const char *certain,
                                        const char *possible) {
    const struct ledger_total *total = &file->summary.measures[measure].total;
    usage_assert_money(tally_net(&total->certain), certain);
    usage_assert_money(tally_net(&total->possible), possible);
}

#endif
