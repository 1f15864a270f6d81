/* diff_usage.h - the difference of two rule sets on the rows of an export: `assayc diff --usage`.
 *
 * The export is read twice, by the runtime's own code, once with each rule set; eligibility and counting once are
 * included. A row's answers and amount are kept in temporary files beyond some megabytes, so that memory stays flat. */
#ifndef ASSAY_COMPILER_CLI_DIFF_USAGE_H
#define ASSAY_COMPILER_CLI_DIFF_USAGE_H

#include "compiler/analysis/difference.h"
#include "compiler/cli/cli.h"
#include "runtime/base/json.h"
#include "runtime/usage/tally.h"

struct diff_usage_options {
    const char *path; /* NULL: no export is wanted */
    const char **assume;
    size_t assume_count;
    uint32_t as_of; /* YYYYMMDD; 0: as the runtime finds it */
};

/* What changes sides: rows with their amounts, and customers (R22). */
struct diff_usage_change {
    struct tally lost, gained;
    uint64_t customers_lost, customers_gained;
};

/* Rows that go on under another name. */
struct diff_usage_move {
    const struct difference_edition *old, *new;
    struct tally certain, possible; /* with the amounts of the new rules */
};

/* A measure for which rows change sides. `possible` includes what is certain (R23). */
struct diff_usage_measure {
    const struct difference_measure *measure;
    struct diff_usage_change certain, possible;
    struct diff_usage_move *moves;
    size_t move_count;
};

/* Rows whose reason for not counting changes. */
struct diff_usage_reason {
    const char *old, *new; /* "association", "duplicate", "no measure", "rejected"; "counts" */
    struct tally tally;    /* with the amounts of the new rules */
};

struct diff_usage {
    struct arena arena;
    const char *path, *currency, *hash;
    uint64_t rows, rejected[2]; /* by the old and the new rules */
    uint32_t as_of[2];
    bool customers_known;                /* the export says who the customers are */
    uint64_t changed;                    /* rows that change sides for some measure */
    struct diff_usage_measure *measures; /* in order of the comparison */
    size_t measure_count;
    struct diff_usage_reason *reasons; /* most rows first */
    size_t reason_count;
};

/* CLI_CLEAN, or what the call is to end with, said on standard error. Free in any case. */
enum cli_status diff_usage_make(struct diff_usage *usage, const struct difference *difference,
                                const struct assay_ruleset *old, const struct assay_ruleset *new,
                                const struct diff_usage_options *options);
void diff_usage_free(struct diff_usage *usage);

void diff_usage_text(const struct diff_usage *usage, struct text *out);
void diff_usage_json(const struct diff_usage *usage, struct json *json);
void diff_usage_markdown(const struct diff_usage *usage, struct text *out);

/* Adds a text to Markdown so that it is nothing but text. */
void diff_markdown_text(struct text *out, const char *text);

#endif
