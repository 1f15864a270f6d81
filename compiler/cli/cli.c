#include "compiler/cli/cli.h"

#include <stdarg.h>
#include <stdlib.h>
#include <unistd.h>

enum cli_status cli_front(struct cli_run *run, char *const *paths, size_t count) {
    *run = (struct cli_run){0};
    run->sources.arena = &run->arena;
    run->diagnostics.arena = &run->arena;
    if (!source_load(&run->sources, &run->diagnostics, paths, count)) return CLI_USAGE;
    parse_files(&run->sources, &run->diagnostics, &run->tree);
    check_tree(&run->tree, &run->arena, &run->diagnostics);
    if (run->diagnostics.errors == 0)
        run->model = lower_tree(&run->tree, &run->sources, &run->arena, &run->diagnostics);
    diagnostic_sort(&run->diagnostics);
    return run->model ? CLI_CLEAN : CLI_REPORT;
}

enum cli_status cli_model(struct cli_run *run, char *const *paths, size_t count) {
    enum cli_status status = cli_front(run, paths, count);
    struct text text = {0};
    diagnostic_print_text(&run->diagnostics, &run->sources, cli_colour(stderr), &text);
    text_write(&text, stderr);
    text_free(&text);
    return status;
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
    return fputs(help, stdout) >= 0 && fflush(stdout) == 0 ? CLI_CLEAN : CLI_USAGE;
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
