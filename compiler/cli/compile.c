#include "compiler/cli/compile.h"

#include "compiler/cli/cli.h"
#include "compiler/emit/layout_check.h"
#include "compiler/model/dump.h"

#include <getopt.h>
#include <string.h>

static const char compile_help[] =
    "Usage: assayc compile RULES... -o DIR [--target c] [--depfile FILE]\n"
    "\n"
    "Writes the decision tables of a rule set: DIR/decisions/*, which are made to be\n"
    "reviewed, and what is derived: DIR/index.c, and DIR/lines/*, the lines of the rules.\n"
    "RULES are files, or folders that are read recursively (*.assay). Files that have not\n"
    "changed are left untouched; those of specializations that are gone are removed.\n"
    "Nothing is written when there are errors in the rules.\n"
    "\n"
    "  -o DIR            where to write\n"
    "  --target c        what to write: C (default)\n"
    "  --depfile FILE    also write which rule files were read, for Make and Ninja\n"
    "  --help            this text\n"
    "\n"
    "Exit status: 0 done, 1 errors in the rules, 2 a wrong call, or a file that cannot be\n"
    "read or written.\n";

enum { COMPILE_DUMP = CLI_LONG + 1 };

struct compile_options {
    const char *folder, *depfile;
    bool dump, help;
};

/* CLI_CLEAN, or what the call is to end with. */
static enum cli_status compile_options(int count, char **arguments, struct compile_options *to) {
    static const struct option options[] = {
        {"target", required_argument, NULL, 't'},
        {"depfile", required_argument, NULL, 'd'},
        {"dump-model", no_argument, NULL, COMPILE_DUMP},
        {"help", no_argument, NULL, 'h'},
        {NULL, 0, NULL, 0},
    };
    for (int option; (option = cli_option(count, arguments, ":o:h", options)) != -1;) {
        if (option == '?') return CLI_USAGE;
        if (option == 't' && strcmp(optarg, "c") != 0)
            return cli_wrong("compile", "there is no target '%s'; it can be: c", optarg);
        if (option == 'o') to->folder = optarg;
        if (option == 'd') to->depfile = optarg;
        to->dump = to->dump || option == COMPILE_DUMP;
        to->help = to->help || option == 'h';
    }
    if (to->help) return CLI_CLEAN;
    if (to->folder && !*to->folder) return cli_wrong("compile", "-o is empty; it names the folder to write to");
    if (to->depfile && !*to->depfile) return cli_wrong("compile", "--depfile is empty; it names the file to write");
    if (optind == count) return cli_wrong("compile", "which rules? Name files or folders");
    for (int i = optind; i < count; i++)
        if (strcmp(arguments[i], "-") == 0)
            return cli_wrong("compile", "tables name the files of their rules, and - has no name");
    if (!to->folder && !to->dump) return cli_wrong("compile", "where to? Say -o DIR");
    return CLI_CLEAN;
}

static enum cli_status compile_dump(const struct model *model) {
    struct text text = {0};
    dump_model(model, &text);
    enum cli_status status = cli_print(&text, CLI_CLEAN);
    text_free(&text);
    return status;
}

static enum cli_status compile_model(struct cli_run *run, const struct compile_options *options) {
    const struct assay_ruleset *rules = layout_ruleset(run->model, &run->arena);
    if (!rules) {
        fputs("assayc compile: the rules hold more than the tables can number with 16 bits\n", stderr);
        return CLI_REPORT;
    }
    const char *broken = layout_check(rules, &run->arena);
    if (broken) {
        fprintf(stderr, "assayc compile: internal fault: %s; nothing was written\n", broken);
        return CLI_INTERNAL;
    }
    const struct emitted *files = emit_c(rules, &run->arena);
    if (!compile_write(options->folder, files)) return CLI_USAGE;
    if (options->depfile && !compile_depfile(options->depfile, options->folder, &run->sources)) return CLI_USAGE;
    return CLI_CLEAN;
}

enum cli_status command_compile(int count, char **arguments) {
    struct compile_options options = {0};
    enum cli_status status = compile_options(count, arguments, &options);
    if (status != CLI_CLEAN) return status;
    if (options.help) return cli_help(compile_help);
    struct cli_run run;
    status = cli_model(&run, arguments + optind, (size_t)(count - optind));
    if (status == CLI_CLEAN) status = options.dump ? compile_dump(run.model) : compile_model(&run, &options);
    cli_free(&run);
    return status;
}
