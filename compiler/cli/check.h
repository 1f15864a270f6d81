/* check.h - how `assayc check` is called. */
#ifndef ASSAY_COMPILER_CLI_CHECK_H
#define ASSAY_COMPILER_CLI_CHECK_H

#include "compiler/analysis/findings.h"
#include "compiler/cli/cli.h"

enum check_format { CHECK_TEXT, CHECK_JSON, CHECK_SARIF };

/* A level of --severity. */
struct check_level {
    bool given;
    enum severity level;
};

struct check_options {
    enum check_format format;
    bool accepted; /* show what the rules accept */
    bool help;
    struct findings_options findings;
    struct check_level all, levels[MESSAGE_COUNT]; /* as they are given */
    enum severity severities[MESSAGE_COUNT];       /* in force */
};

/* CLI_CLEAN, with optind at the first path; or CLI_USAGE, and that was said. */
enum cli_status check_options_read(int count, char **arguments, struct check_options *to);

#endif
