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

#define MAIN_COMMANDS (sizeof commands / sizeof *commands)

/* To standard output when it was asked for, else to standard error: the call was wrong. */
static enum cli_status main_help(bool asked) {
    struct text text = {0};
    text_add(&text, "Usage: assayc COMMAND ...\n\nThe compiler of usage rules.\n\n");
    for (size_t i = 0; i < MAIN_COMMANDS; i++)
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

/* Runs a command; what is called otherwise gets the name that was probably meant. */
static enum cli_status main_run(const char *name, int count, char **arguments) {
    const char *names[MAIN_COMMANDS];
    for (size_t i = 0; i < MAIN_COMMANDS; i++) {
        if (strcmp(name, commands[i].name) == 0) return commands[i].run(count, arguments);
        names[i] = commands[i].name;
    }
    const char *near = cli_nearest(names, MAIN_COMMANDS, name);
    fprintf(stderr, "assayc: there is no command '%s'\n", name);
    if (near)
        fprintf(stderr, "Did you mean 'assayc %s'? 'assayc --help' lists the commands.\n", near);
    else
        main_help(false);
    return CLI_USAGE;
}

int main(int count, char **arguments) {
    if (count < 2) return (int)main_help(false);
    if (!main_asks_help(arguments[1])) return (int)main_run(arguments[1], count - 1, arguments + 1);
    if (count == 2) return (int)main_help(true);
    /* `assayc help COMMAND` is `assayc COMMAND --help`. */
    char help[] = "--help", *asked[] = {arguments[2], help, NULL};
    return (int)main_run(arguments[2], 2, asked);
}
