#include "compiler/cli/diff.h"

#include "compiler/base/git.h"
#include "runtime/usage/month.h"

#include <getopt.h>
#include <string.h>
#include <unistd.h>

static const char diff_help[] =
    "Usage: assayc diff OLD NEW [--usage FILE] [--format text|json|markdown]\n"
    "\n"
    "Says what changes between two rule sets: exactly which usage changes sides, from\n"
    "and until when, as a complete list of disjoint regions with a smallest example row\n"
    "each, and what else changes. Each example was put through both rule sets before it\n"
    "is printed. Names are matched by `formerly` too, also where they merge or split.\n"
    "OLD and NEW are a rule file, a folder that is read recursively (*.assay), - for\n"
    "standard input, or git:REV:PATH: a file or folder at a revision, such as\n"
    "git:HEAD~1:rules (PATH begins at the top of the repository, or with ./). A file\n"
    "whose name begins with git: is written ./git:...\n"
    "\n"
    "  --usage FILE        also tell the rows, amounts and customers of an export that\n"
    "                      change sides, counting once included\n"
    "  --assume 'F=VALUE'  with --usage: what an absent column holds, as `assay` says it\n"
    "  --as-of YYYY-MM-DD  with --usage: the day to judge by\n"
    "  --format text|json|markdown\n"
    "                      for people (default), for programs, for a pull request\n"
    "  --help              this text\n"
    "\n"
    "JSON: old, new {rules, edition, hash}; equal; cells, the number compared; regions\n"
    "and eligibility, each with kind (lost, gained, moved, replaced), words and parts:\n"
    "kind, words, all (conditions that all rows of it meet), any (alternatives), witness\n"
    "and cells; old and new, where it is written: place and cites. Regions also have from\n"
    "and until (null: without an end); old and new list the editions in force; what moves\n"
    "has to, to_specialization and entered, the editions it moves into. moved, the\n"
    "rows that go on under another name, has old, new, from, until, words, whole, parts;\n"
    "usage_declaration, measures, requirements and no_effect have what and words, measures\n"
    "and requirements also from and until; a measure of usage has moved, too. There is\n"
    "usage when asked for; its as_of_old and as_of_new are the days that picked the\n"
    "editions. A condition has field, words, values (or except) and blank.\n"
    "\n"
    "Exit status: 0 equal (nothing changes but names, notes, examples, layout and the like),\n"
    "1 different, 2 a wrong call, an unreadable file, or errors in one of the rule sets, 3\n"
    "internal fault.\n";

enum diff_format { DIFF_TEXT, DIFF_JSON, DIFF_MARKDOWN };

struct diff_call {
    enum diff_format format;
    struct diff_usage_options usage;
};

bool diff_is_different(const struct diff *diff) {
    return difference_any(diff->difference);
}

/* ---- The two rule sets ---- */

static void diff_print_errors(const struct diff_side *side, const char *which) {
    struct text text = {0};
    text_addf(&text, "assayc diff: the %s rules, %s:\n", which, side->name);
    diagnostic_print_text(&side->run.diagnostics, &side->run.sources, cli_colour(stderr), &text);
    text_write(&text, stderr);
    text_free(&text);
}

static enum cli_status diff_load(struct diff_side *side, char *path, const char *which) {
    struct cli_run *run = &side->run;
    side->name = path;
    bool loaded = git_is_revision(path) ? git_load(&run->sources, &run->diagnostics, path)
                                        : source_load(&run->sources, &run->diagnostics, &path, 1);
    enum cli_status status = loaded ? cli_understand(run) : CLI_USAGE;
    if (run->diagnostics.errors) diff_print_errors(side, which);
    if (status != CLI_CLEAN) return CLI_USAGE;
    side->rules = layout_ruleset(run->model, &run->arena);
    if (side->rules) return CLI_CLEAN;
    fprintf(stderr, "assayc diff: the %s rules hold more than the tables can number with 16 bits\n", which);
    return CLI_USAGE;
}

/* Whether the files read otherwise. Their order is that of their names. */
static bool diff_files_differ(const struct diff *diff) {
    const struct sources *old = &diff->sides[0].run.sources, *new = &diff->sides[1].run.sources;
    bool same = old->count == new->count;
    for (size_t i = 0; same && i < old->count; i++)
        same = old->files[i].length ==
               new->files[i].length &&memcmp(old->files[i].bytes, new->files[i].bytes, old->files[i].length) == 0;
    return !same;
}

static enum cli_status diff_compare(struct diff *diff) {
    struct difference *difference =
        difference_find(diff->sides[0].run.model, diff->sides[1].run.model, DIFFERENCE_BUDGET, &diff->arena);
    if (!difference) {
        fprintf(stderr, "assayc diff: the rules are too entangled to be compared within %llu steps; nothing is known\n",
                (unsigned long long)DIFFERENCE_BUDGET);
        return CLI_USAGE;
    }
    diff->difference = difference;
    const char *fault = difference_replay(difference, diff->sides[0].rules, diff->sides[1].rules);
    if (fault) {
        fprintf(stderr, "assayc diff: internal fault: %s; nothing is printed\n", fault);
        return CLI_INTERNAL;
    }
    diff->layout_only = difference->fact_count + difference_region_count(difference) == 0 && diff_files_differ(diff);
    return CLI_CLEAN;
}

/* ---- The call ---- */

static enum cli_status diff_print(const struct diff *diff, enum diff_format format) {
    struct text text = {0};
    if (format == DIFF_JSON)
        diff_print_json(diff, &text);
    else if (format == DIFF_MARKDOWN)
        diff_print_markdown(diff, &text);
    else
        diff_print_text(diff, cli_colour(stdout), !isatty(fileno(stdout)), &text);
    enum cli_status status = cli_print(&text, diff_is_different(diff) ? CLI_REPORT : CLI_CLEAN);
    text_free(&text);
    return status;
}

static enum cli_status diff_run(const struct diff_call *call, char **paths) {
    struct diff diff = {0};
    struct diff_usage usage = {0};
    enum cli_status status;
    cli_begin(&diff.sides[0].run);
    cli_begin(&diff.sides[1].run);
    status = diff_load(&diff.sides[0], paths[0], "old");
    enum cli_status second = diff_load(&diff.sides[1], paths[1], "new");
    if (status == CLI_CLEAN) status = second;
    if (status == CLI_CLEAN) status = diff_compare(&diff);
    if (status == CLI_CLEAN && call->usage.path) {
        status = diff_usage_make(&usage, diff.difference, diff.sides[0].rules, diff.sides[1].rules, &call->usage);
        diff.usage = &usage;
    }
    if (status == CLI_CLEAN) status = diff_print(&diff, call->format);
    diff_usage_free(&usage);
    arena_free(&diff.arena);
    cli_free(&diff.sides[0].run);
    cli_free(&diff.sides[1].run);
    return status;
}

static bool diff_format(const char *word, enum diff_format *format) {
    static const char *const words[] = {"text", "json", "markdown"};
    int choice = cli_choice("diff", "format", word, words, sizeof words / sizeof *words);
    if (choice >= 0) *format = (enum diff_format)choice;
    return choice >= 0;
}

/* What makes no sense together. */
static enum cli_status diff_check(const struct diff_call *call, int count, char **arguments) {
    const struct diff_usage_options *usage = &call->usage;
    if (count != 2) return cli_wrong("diff", "which two rule sets? Name OLD and NEW: files, folders or git:REV:PATH");
    if (strcmp(arguments[0], "-") == 0 && strcmp(arguments[1], "-") == 0)
        return cli_wrong("diff", "- can be one side only");
    if (!usage->path && (usage->assume_count || usage->as_of))
        return cli_wrong("diff", "--assume and --as-of speak of an export; name it with --usage");
    return CLI_CLEAN;
}

enum cli_status command_diff(int count, char **arguments) {
    static const struct option options[] = {
        {"format", required_argument, NULL, 'f'}, {"usage", required_argument, NULL, 'u'},
        {"assume", required_argument, NULL, 'a'}, {"as-of", required_argument, NULL, 'd'},
        {"help", no_argument, NULL, 'h'},         {NULL, 0, NULL, 0}};
    struct diff_call call = {0};
    struct arena arena = {0};
    call.usage.assume = ARENA_ARRAY(&arena, (size_t)count, const char *);
    enum cli_status status = CLI_CLEAN;
    bool help = false;
    for (int option; status == CLI_CLEAN && (option = cli_option(count, arguments, ":h", options)) != -1;) {
        if (option == '?') status = CLI_USAGE;
        help = help || option == 'h';
        if (option == 'u') call.usage.path = optarg;
        if (option == 'a') call.usage.assume[call.usage.assume_count++] = optarg;
        if (option == 'd' && !(call.usage.as_of = date_parse(optarg, strlen(optarg))))
            status = cli_wrong("diff", "--as-of: '%s' is not a date; write YYYY-MM-DD", optarg);
        if (option == 'f' && !diff_format(optarg, &call.format)) status = CLI_USAGE;
    }
    if (status == CLI_CLEAN && help)
        status = cli_help(diff_help);
    else if (status == CLI_CLEAN && (status = diff_check(&call, count - optind, arguments + optind)) == CLI_CLEAN)
        status = diff_run(&call, arguments + optind);
    arena_free(&arena);
    return status;
}
