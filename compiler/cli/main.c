#include "compiler/cli/cli.h"

#include <stdio.h>
#include <string.h>

static const struct {
    const char *name;
    enum cli_status (*run)(int count, char **arguments);
    const char *does;
} commands[] = {
    {"check", command_check, "says what is wrong in rule files"},
    {"compile", command_compile, "writes decision tables"},
    {"explain", command_explain, "tells the long story of a message"},
    {"fmt", command_fmt, "prints rule files in the one layout"},
    {"test", command_test, "runs the examples in rule files"},
};

static void main_help(FILE *stream) {
    fputs("Usage: assayc COMMAND ...\n\nThe compiler of usage rules.\n\n", stream);
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        fprintf(stream, "  %-9s %s\n", commands[i].name, commands[i].does);
    fputs("\n'assayc COMMAND --help' tells more. The language: grammar/LANGUAGE.md.\n", stream);
}

int main(int count, char **arguments) {
    if (count < 2) {
        main_help(stderr);
        return CLI_USAGE;
    }
    if (strcmp(arguments[1], "--help") == 0 || strcmp(arguments[1], "-h") == 0 || strcmp(arguments[1], "help") == 0) {
        main_help(stdout);
        return CLI_CLEAN;
    }
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        if (strcmp(arguments[1], commands[i].name) == 0) return (int)commands[i].run(count - 1, arguments + 1);
    fprintf(stderr, "assayc: there is no command '%s'\n", arguments[1]);
    main_help(stderr);
    return CLI_USAGE;
}
