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
    {"diff", command_diff, "says what changes between two rule sets"},
    {"explain", command_explain, "tells the long story of a message"},
    {"fmt", command_fmt, "prints rule files in the one layout"},
    {"test", command_test, "runs the examples in rule files"},
    {"verify", command_verify, "proves that decision tables are what the rules say"},
};

/* To standard output when it was asked for, else to standard error: the call was wrong. */
static enum cli_status main_help(bool asked) {
    struct text text = {0};
    text_add(&text, "Usage: assayc COMMAND ...\n\nThe compiler of usage rules.\n\n");
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        text_addf(&text, "  %-9s %s\n", commands[i].name, commands[i].does);
    text_add(&text, "\n'assayc COMMAND --help' tells more. The language: grammar/LANGUAGE.md.\n");
    if (!asked) text_write(&text, stderr);
    enum cli_status status = asked ? cli_print(&text, CLI_CLEAN) : CLI_USAGE;
    text_free(&text);
    return status;
}

static bool main_asks_help(const char *word) {
    return strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0 || strcmp(word, "help") == 0;
}

int main(int count, char **arguments) {
    if (count < 2) return (int)main_help(false);
    if (main_asks_help(arguments[1])) return (int)main_help(true);
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        if (strcmp(arguments[1], commands[i].name) == 0) return (int)commands[i].run(count - 1, arguments + 1);
    fprintf(stderr, "assayc: there is no command '%s'\n", arguments[1]);
    return (int)main_help(false);
}
