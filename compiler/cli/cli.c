#include "compiler/cli/cli.h"

#include "runtime/base/output.h"

#include <getopt.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void cli_begin(struct cli_run *run) {
    *run = (struct cli_run){0};
    run->sources.arena = &run->arena;
    run->diagnostics.arena = &run->arena;
}

enum cli_status cli_understand(struct cli_run *run) {
    parse_files(&run->sources, &run->diagnostics, &run->tree);
    check_tree(&run->tree, &run->arena, &run->diagnostics);
    if (run->diagnostics.errors == 0)
        run->model = lower_tree(&run->tree, &run->sources, &run->arena, &run->diagnostics);
    diagnostic_sort(&run->diagnostics);
    return run->model ? CLI_CLEAN : CLI_REPORT;
}

enum cli_status cli_front(struct cli_run *run, char *const *paths, size_t count) {
    cli_begin(run);
    return source_load(&run->sources, &run->diagnostics, paths, count) ? cli_understand(run) : CLI_USAGE;
}

enum cli_status cli_model(struct cli_run *run, char *const *paths, size_t count) {
    enum cli_status status = cli_front(run, paths, count);
    struct text text = {0};
    diagnostic_print_text(&run->diagnostics, &run->sources, cli_colour(stderr), &text);
    text_write(&text, stderr);
    text_free(&text);
    return status;
}

bool cli_was_read(const struct cli_run *run, const char *path) {
    for (size_t i = 0; i < run->sources.count; i++)
        if (output_same_place(path, run->sources.files[i].path)) return true;
    return false;
}

void cli_free(struct cli_run *run) {
    arena_free(&run->arena);
}

bool cli_colour(FILE *stream) {
    const char *refused = getenv("NO_COLOR");
    return (!refused || !*refused) && isatty(fileno(stream));
}

enum cli_status cli_print(const struct text *text, enum cli_status status) {
    if (text_write(text, stdout) && fflush(stdout) == 0) return status;
    fputs("assayc: standard output cannot be written\n", stderr);
    return CLI_USAGE;
}

enum cli_status cli_help(const char *help) {
    struct text text = {0};
    text_add(&text, help);
    enum cli_status status = cli_print(&text, CLI_CLEAN);
    text_free(&text);
    return status;
}

enum cli_status cli_wrong(const char *command, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    fprintf(stderr, "assayc %s: ", command);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    fprintf(stderr, "\nTry 'assayc %s --help'.\n", command);
    return CLI_USAGE;
}

/* ---- Options ---- */

/* `stopped` is ':' or '?' as getopt_long returned it. Where it stopped at a letter, the argument before optind may be
 * another one: letters may stand together. */
static void cli_refuse_option(const char *command, const char *argument, int stopped, const struct option *options) {
    char near[80];
    int length = (int)strcspn(argument, "=");
    if (stopped == ':' && strncmp(argument, "--", 2) == 0)
        cli_wrong(command, "'%s' lacks its value", argument);
    else if (stopped == ':')
        cli_wrong(command, "'-%c' lacks its value", optopt);
    else if (optopt == 0)
        cli_wrong(command, "'%.*s' is no option of this command%s", length, argument,
                  cli_nearest_option(options, argument, near, sizeof near));
    else if (optopt == 'h' || optopt > CLI_LONG)
        cli_wrong(command, "'%.*s' takes no value", length, argument);
    else if (optopt > ' ' && optopt < 0x7F)
        cli_wrong(command, "'-%c' is no option of this command", optopt);
    else
        cli_wrong(command, "what follows - is no option of this command");
}

int cli_option(int count, char **arguments, const char *letters, const struct option *options) {
    opterr = 0;
    if (optind == 1 && !cli_given_once(count, arguments, letters, options)) return '?';
    int option = getopt_long(count, arguments, letters, options, NULL);
    if (option != ':' && option != '?') return option;
    cli_refuse_option(arguments[0], arguments[optind - 1], option, options);
    return '?';
}
