#include "compiler/cli/check.h"

#include "compiler/analysis/accept.h"

#include <getopt.h>

static const char check_help[] =
    "Usage: assayc check RULES... [--format text|json|sarif] [--severity CODE=LEVEL]\n"
    "                    [--as-of DATE] [--accepted]\n"
    "\n"
    "Reports everything that is wrong in rule files, and what is odd in them (findings,\n"
    "A07..), in one run. RULES are files, or folders that are read recursively (*.assay),\n"
    "or - for standard input. Findings are told when nothing is wrong.\n"
    "\n"
    "  --format text|json|sarif  for people (default), for programs, or SARIF 2.1.0\n"
    "  --severity CODE=LEVEL     what CODE weighs in this run: error, warning, note or off;\n"
    "                            may be repeated. CODE all means all findings. An error of\n"
    "                            the language stays one.\n"
    "  --as-of DATE              what is in force is asked for this day, 2023-07-11 or\n"
    "                            today; without it for the day that the usage declaration\n"
    "                            cites\n"
    "  --accepted                show what the rules accept, too\n"
    "  --help                    this text\n"
    "\n"
    "Exit status: 0 nothing, or notes and what is accepted alone; 1 an error or a warning;\n"
    "2 a wrong call or an unreadable file.\n";

static void check_count(struct text *out, const char *before, size_t count, const char *what) {
    text_addf(out, "%s%zu %s%s", before, count, what, count == 1 ? "" : "s");
}

static void check_summary(const struct cli_run *run, const struct check_options *options, struct text *out) {
    const struct diagnostics *all = &run->diagnostics;
    if (all->count == 0) {
        check_count(out, "", run->sources.count, "rule file");
        text_add(out, ", nothing wrong\n");
        return;
    }
    check_count(out, "", all->errors, "error");
    check_count(out, ", ", all->warnings, "warning");
    if (all->notes) check_count(out, ", ", all->notes, "note");
    if (all->accepted) text_addf(out, ", %zu accepted", all->accepted);
    bool shown = all->count > all->accepted || options->accepted;
    text_add(out, shown ? "; `assayc explain CODE` tells the long story of one\n" : " (--accepted shows what)\n");
}

static void check_print(const struct cli_run *run, const struct check_options *options, bool successful,
                        struct text *out) {
    if (options->format == CHECK_SARIF) {
        diagnostic_print_sarif(&run->diagnostics, &run->sources, successful, out);
        return;
    }
    if (options->format == CHECK_JSON) {
        diagnostic_print_json(&run->diagnostics, &run->sources, out);
        return;
    }
    diagnostic_print_text(&run->diagnostics, &run->sources, cli_colour(stdout), out);
    check_summary(run, options, out);
}

static void check_findings(struct cli_run *run, const struct check_options *options) {
    run->diagnostics.severities = options->severities;
    run->diagnostics.show_accepted = options->accepted;
    if (run->model) {
        findings_run(run->model, &options->findings, &run->arena, &run->diagnostics);
        accept_findings(run->model, &run->diagnostics);
    }
    diagnostic_sort(&run->diagnostics);
}

enum cli_status command_check(int count, char **arguments) {
    struct check_options options;
    enum cli_status status = check_options_read(count, arguments, &options);
    if (status != CLI_CLEAN) return status;
    if (options.help) return cli_help(check_help);
    struct cli_run run;
    status = cli_front(&run, arguments + optind, (size_t)(count - optind));
    check_findings(&run, &options);
    if (status == CLI_CLEAN && run.diagnostics.errors + run.diagnostics.warnings) status = CLI_REPORT;
    struct text text = {0};
    check_print(&run, &options, status != CLI_USAGE, &text);
    status = cli_print(&text, status);
    text_free(&text);
    cli_free(&run);
    return status;
}
