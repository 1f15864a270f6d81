#include "compiler/cli/cli.h"

#include <getopt.h>
#include <string.h>

static const char check_help[] = "Usage: assayc check [--format text|json] RULES...\n"
                                 "\n"
                                 "Reports everything that is wrong in rule files, in one run. RULES are files, or\n"
                                 "folders that are read recursively (*.assay), or - for standard input.\n"
                                 "\n"
                                 "  --format text|json  for people (default) or for programs\n"
                                 "  --help              this text\n"
                                 "\n"
                                 "Exit status: 0 nothing wrong, 1 errors in the rules, 2 a wrong call or an\n"
                                 "unreadable file.\n";

static void check_summary(const struct cli_run *run, struct text *out) {
    size_t errors = run->diagnostics.errors, warnings = run->diagnostics.count - errors;
    if (errors + warnings == 0) {
        text_addf(out, "%zu rule file%s, nothing wrong\n", run->sources.count, run->sources.count == 1 ? "" : "s");
        return;
    }
    text_addf(out, "%zu error%s, %zu warning%s", errors, errors == 1 ? "" : "s", warnings, warnings == 1 ? "" : "s");
    text_add(out, "; `assayc explain CODE` tells the long story of one\n");
}

enum cli_status command_check(int count, char **arguments) {
    static const struct option options[] = {
        {"format", required_argument, NULL, 'f'}, {"help", no_argument, NULL, 'h'}, {NULL, 0, NULL, 0}};
    bool json = false;
    for (int option; (option = cli_option(count, arguments, ":h", options)) != -1;) {
        if (option == 'h') return cli_help(check_help);
        if (option != 'f') return CLI_USAGE;
        json = strcmp(optarg, "json") == 0;
        if (!json && strcmp(optarg, "text") != 0) return cli_wrong("check", "there is no format '%s'", optarg);
    }
    if (optind == count) return cli_wrong("check", "which rules? Name files or folders");
    struct cli_run run;
    enum cli_status status = cli_front(&run, arguments + optind, (size_t)(count - optind));
    struct text text = {0};
    if (json)
        diagnostic_print_json(&run.diagnostics, &run.sources, &text);
    else
        diagnostic_print_text(&run.diagnostics, &run.sources, cli_colour(stdout), &text);
    if (!json) check_summary(&run, &text);
    status = cli_print(&text, status);
    text_free(&text);
    cli_free(&run);
    return status;
}
