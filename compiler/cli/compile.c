#include "compiler/cli/compile.h"

#include "compiler/cli/cli.h"
#include "compiler/emit/layout_check.h"
#include "compiler/model/dump.h"
#include "runtime/base/output.h"

#include <errno.h>
#include <getopt.h>
#include <string.h>

static const char compile_help[] =
    "Usage: assayc compile RULES... -o DIR\n"
    "       assayc compile RULES... --single FILE.c [--depfile FILE] [--stamp FILE]\n"
    "\n"
    "Writes the decision tables of a rule set: DIR/decisions/*, which are made to be\n"
    "reviewed, and what is derived: DIR/index.c, and DIR/lines/*, the lines of the rules.\n"
    "RULES are files, or folders that are read recursively (*.assay). Files that have not\n"
    "changed are left untouched; those of specializations that are gone are removed.\n"
    "Nothing is written when there are errors in the rules.\n"
    "\n"
    "  -o DIR            where to write\n"
    "  --target c        what to write: C (default)\n"
    "  --single FILE     write all of it as one C file, whose name no rule changes: for\n"
    "                    build systems, not for review\n"
    "  --symbol NAME     what --single calls the rule set (default: assay_rules, which\n"
    "                    assay.h declares), for programs with several\n"
    "  --depfile FILE    also write which rule files and folders were read, for Make and\n"
    "                    Ninja\n"
    "  --stamp FILE      also touch FILE whenever all went well, though nothing changed;\n"
    "                    the depfile then names it first\n"
    "  --help            this text\n"
    "\n"
    "Exit status: 0 done, 1 errors in the rules, 2 a wrong call, or a file that cannot be\n"
    "read or written.\n";

enum { COMPILE_DUMP = CLI_LONG + 1 };

struct compile_options {
    const char *folder, *single, *symbol, *depfile, *stamp;
    bool dump, help;
};

/* CLI_CLEAN, or what the call is to end with. */
static enum cli_status compile_options(int count, char **arguments, struct compile_options *to) {
    static const struct option options[] = {
        {"target", required_argument, NULL, 't'}, {"single", required_argument, NULL, 's'},
        {"symbol", required_argument, NULL, 'y'}, {"depfile", required_argument, NULL, 'd'},
        {"stamp", required_argument, NULL, 'm'},  {"dump-model", no_argument, NULL, COMPILE_DUMP},
        {"help", no_argument, NULL, 'h'},         {NULL, 0, NULL, 0},
    };
    for (int option; (option = cli_option(count, arguments, ":o:h", options)) != -1;) {
        if (option == '?') return CLI_USAGE;
        if (option == 't' && strcmp(optarg, "c") != 0)
            return cli_wrong("compile", "there is no target '%s'; it can be: c", optarg);
        if (option == 'o') to->folder = optarg;
        if (option == 's') to->single = optarg;
        if (option == 'y') to->symbol = optarg;
        if (option == 'd') to->depfile = optarg;
        if (option == 'm') to->stamp = optarg;
        to->dump = to->dump || option == COMPILE_DUMP;
        to->help = to->help || option == 'h';
    }
    return CLI_CLEAN;
}

static bool compile_is_name(const char *name) {
    static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789";
    return *name && strspn(name, letters) == strlen(name) && !(*name >= '0' && *name <= '9');
}

struct compile_place {
    const char *option, *path, *names; /* path NULL: not asked for */
};

enum { COMPILE_PLACES = 4 };

static void compile_places(const struct compile_options *options, struct compile_place to[COMPILE_PLACES]) {
    to[0] = (struct compile_place){"-o", options->folder, "the folder to write to"};
    to[1] = (struct compile_place){"--single", options->single, "the file to write"};
    to[2] = (struct compile_place){"--depfile", options->depfile, "the file to write"};
    to[3] = (struct compile_place){"--stamp", options->stamp, "the file to touch"};
}

/* Whether each output has a place of its own. */
static enum cli_status compile_apart(const struct compile_options *options) {
    struct compile_place places[COMPILE_PLACES];
    compile_places(options, places);
    for (size_t i = 0; i < COMPILE_PLACES; i++) {
        const char *path = places[i].path;
        if (path && !*path) return cli_wrong("compile", "%s is empty; it names %s", places[i].option, places[i].names);
        for (size_t k = 0; path && k < i; k++)
            if (places[k].path && output_same_place(path, places[k].path))
                return cli_wrong("compile", "%s and %s name the same file, '%s'", places[k].option, places[i].option,
                                 path);
    }
    return CLI_CLEAN;
}

/* A slip of the hand must not cost a rule file. */
static enum cli_status compile_spares_rules(const struct cli_run *run, const struct compile_options *options) {
    struct compile_place places[COMPILE_PLACES];
    compile_places(options, places);
    for (size_t i = 0; i < COMPILE_PLACES; i++)
        if (places[i].path && cli_was_read(run, places[i].path))
            return cli_wrong("compile", "%s would write over the rule file '%s'", places[i].option, places[i].path);
    return CLI_CLEAN;
}

/* Whether the call makes sense; CLI_CLEAN, or what it is to end with. */
static enum cli_status compile_wanted(const struct compile_options *options, char *const *paths, size_t count) {
    enum cli_status status = compile_apart(options);
    if (status != CLI_CLEAN) return status;
    if (options->symbol && !options->single)
        return cli_wrong("compile", "--symbol names the rule set of --single FILE, which is missing");
    if (options->symbol && !compile_is_name(options->symbol))
        return cli_wrong("compile", "'%s' is no name that C knows: letters, digits and _", options->symbol);
    if (count == 0) return cli_wrong("compile", "which rules? Name files or folders");
    for (size_t i = 0; i < count; i++)
        if (strcmp(paths[i], "-") == 0)
            return cli_wrong("compile", "tables name the files of their rules, and - has no name");
    if (!options->folder && !options->single && !options->dump)
        return cli_wrong("compile", "where to? Say -o DIR, or --single FILE");
    return CLI_CLEAN;
}

static enum cli_status compile_dump(const struct model *model) {
    struct text text = {0};
    dump_model(model, &text);
    enum cli_status status = cli_print(&text, CLI_CLEAN);
    text_free(&text);
    return status;
}

static bool compile_write_single(const struct compile_options *options, const struct emitted *files) {
    const char *path = options->single;
    struct text text = compile_single(files, options->symbol ? options->symbol : COMPILE_SYMBOL);
    bool good = !text.failed && output_write(path, text.data, text.length);
    if (!good) fprintf(stderr, "assayc compile: %s: %s\n", path, strerror(text.failed ? ENOMEM : errno));
    text_free(&text);
    return good;
}

/* The outputs that a build system goes by: the one that is always touched first. */
static bool compile_write_depfile(const struct compile_options *options, struct cli_run *run) {
    const char *targets[4] = {NULL};
    size_t count = 0;
    if (options->stamp) targets[count++] = options->stamp;
    if (options->single) targets[count++] = options->single;
    if (options->folder) {
        size_t length = strlen(options->folder);
        const char *slash = options->folder[length - 1] == '/' ? "" : "/";
        targets[count++] = arena_format(&run->arena, "%s%sindex.c", options->folder, slash);
    }
    return compile_depfile(options->depfile, targets, &run->sources);
}

static enum cli_status compile_output(struct cli_run *run, const struct compile_options *options,
                                      const struct emitted *files) {
    if (options->folder && !compile_write(options->folder, files)) return CLI_USAGE;
    if (options->single && !compile_write_single(options, files)) return CLI_USAGE;
    if (options->depfile && !compile_write_depfile(options, run)) return CLI_USAGE;
    if (options->stamp && !compile_stamp(options->stamp)) return CLI_USAGE;
    return CLI_CLEAN;
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
    return compile_output(run, options, emit_c(rules, &run->arena));
}

enum cli_status command_compile(int count, char **arguments) {
    struct compile_options options = {0};
    enum cli_status status = compile_options(count, arguments, &options);
    if (status != CLI_CLEAN) return status;
    if (options.help) return cli_help(compile_help);
    char *const *paths = arguments + optind;
    size_t path_count = (size_t)(count - optind);
    status = compile_wanted(&options, paths, path_count);
    if (status != CLI_CLEAN) return status;
    struct cli_run run;
    status = cli_model(&run, paths, path_count);
    if (status == CLI_CLEAN) status = compile_spares_rules(&run, &options);
    if (status == CLI_CLEAN) status = options.dump ? compile_dump(run.model) : compile_model(&run, &options);
    cli_free(&run);
    return status;
}
