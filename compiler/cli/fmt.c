#include "compiler/cli/cli.h"

#include "runtime/base/output.h"

#include <errno.h>
#include <getopt.h>
#include <string.h>

static const char fmt_help[] = "Usage: assayc fmt [--check | --write] FILES...\n"
                               "\n"
                               "Prints rule files in the one layout. FILES are files, or folders that are read\n"
                               "recursively (*.assay); - alone is standard input.\n"
                               "\n"
                               "  --check  write nothing, and name the files that are laid out otherwise\n"
                               "  --write  rewrite these files\n"
                               "  --help   this text\n"
                               "\n"
                               "A file with a syntax error is reported and left as it is.\n"
                               "\n"
                               "Exit status: 0 done, 1 syntax errors or, with --check, files that are laid out\n"
                               "otherwise, 2 a wrong call, or a file that cannot be read or written.\n";

enum fmt_mode { FMT_PRINT, FMT_CHECK, FMT_WRITE };
enum { FMT_OPTION_CHECK = CLI_LONG + 1, FMT_OPTION_WRITE };

static enum cli_status fmt_worse(enum cli_status a, enum cli_status b) {
    return a > b ? a : b;
}

static bool fmt_load_input(struct cli_run *run) {
    struct text text = {0};
    char buffer[16384];
    size_t got;
    while (text.length <= SOURCE_FILE_MAX && (got = fread(buffer, 1, sizeof buffer, stdin)) > 0)
        text_add_bytes(&text, buffer, got);
    bool read = !ferror(stdin) && !text.failed, small = text.length <= SOURCE_FILE_MAX;
    if (read && small) {
        source_add(&run->sources, "-", text.data ? text.data : "", text.length);
        source_arrange(&run->sources);
    } else {
        const char *what = read ? "standard input has more than 16 MiB" : "standard input cannot be read";
        diagnostic_add(&run->diagnostics, read ? A0602 : A0601, (struct span){0, 0}, "%s", what)->path = "-";
    }
    text_free(&text);
    return read && small;
}

static bool fmt_is_broken(const struct cli_run *run, const struct source *source) {
    for (size_t i = 0; i < run->diagnostics.count; i++) {
        const struct diagnostic *item = &run->diagnostics.items[i];
        bool error = diagnostic_severity(&run->diagnostics, item->code) == SEVERITY_ERROR;
        if (error && item->span.begin >= source->base && item->span.begin <= source->base + source->length) return true;
    }
    return false;
}

static enum cli_status fmt_write(const struct source *source, const struct text *text) {
    /* The resolved path: a link stays a link. */
    if (output_write(source->real, text->data ? text->data : "", text->length)) return CLI_CLEAN;
    fprintf(stderr, "assayc fmt: %s cannot be written: %s\n", source->path, strerror(errno));
    return CLI_USAGE;
}

static enum cli_status fmt_file(const struct source *source, enum fmt_mode mode, struct text *out) {
    struct text text = {0};
    enum cli_status status = CLI_CLEAN;
    format_source(source, &text);
    bool same = text.length == source->length && (!text.length || memcmp(text.data, source->bytes, text.length) == 0);
    if (text.failed) {
        fprintf(stderr, "assayc fmt: %s: out of memory\n", source->path);
        status = CLI_INTERNAL;
    } else if (mode == FMT_PRINT) {
        text_add_bytes(out, text.data ? text.data : "", text.length);
    } else if (mode == FMT_WRITE) {
        status = same ? CLI_CLEAN : fmt_write(source, &text);
    } else if (!same) {
        text_addf(out, "%s\n", source->path);
        status = CLI_REPORT;
    }
    text_free(&text);
    return status;
}

static enum cli_status fmt_files(struct cli_run *run, enum fmt_mode mode) {
    enum cli_status status = CLI_CLEAN;
    struct text out = {0};
    parse_files(&run->sources, &run->diagnostics, &run->tree);
    for (size_t i = 0; i < run->sources.count; i++) {
        const struct source *source = &run->sources.files[i];
        status = fmt_worse(status, fmt_is_broken(run, source) ? CLI_REPORT : fmt_file(source, mode, &out));
    }
    status = fmt_worse(status, cli_print(&out, status));
    text_free(&out);
    return status;
}

static enum cli_status fmt_run(char *const *paths, size_t count, enum fmt_mode mode) {
    struct cli_run run = {0};
    run.sources.arena = run.diagnostics.arena = &run.arena;
    bool input = strcmp(paths[0], "-") == 0;
    bool read = input ? fmt_load_input(&run) : source_load(&run.sources, &run.diagnostics, paths, count);
    enum cli_status status = read ? fmt_files(&run, mode) : CLI_USAGE;
    struct text text = {0};
    diagnostic_sort(&run.diagnostics);
    diagnostic_print_text(&run.diagnostics, &run.sources, cli_colour(stderr), &text);
    text_write(&text, stderr);
    text_free(&text);
    cli_free(&run);
    return status;
}

enum cli_status command_fmt(int count, char **arguments) {
    static const struct option options[] = {{"check", no_argument, NULL, FMT_OPTION_CHECK},
                                            {"write", no_argument, NULL, FMT_OPTION_WRITE},
                                            {"help", no_argument, NULL, 'h'},
                                            {NULL, 0, NULL, 0}};
    bool check = false, write = false;
    for (int option; (option = cli_option(count, arguments, ":h", options)) != -1;) {
        if (option == 'h') return cli_help(fmt_help);
        if (option == '?') return CLI_USAGE;
        check = check || option == FMT_OPTION_CHECK;
        write = write || option == FMT_OPTION_WRITE;
    }
    if (check && write) return cli_wrong("fmt", "--check writes nothing; leave out --check or --write");
    if (optind == count) return cli_wrong("fmt", "which files? Name files or folders, or - for standard input");
    for (int i = optind; i < count; i++) {
        if (strcmp(arguments[i], "-") != 0) continue;
        if (count - optind > 1) return cli_wrong("fmt", "- stands alone");
        if (write) return cli_wrong("fmt", "standard input cannot be rewritten; leave out --write");
    }
    enum fmt_mode mode = check ? FMT_CHECK : write ? FMT_WRITE : FMT_PRINT;
    return fmt_run(arguments + optind, (size_t)(count - optind), mode);
}
