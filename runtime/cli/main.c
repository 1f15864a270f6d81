/* main.c - assay: classify usage, sum what counts, say why. */
#include "runtime/cli/command.h"

#include "runtime/cli/help.h"
#include "runtime/cli/interrupt.h"

#include <string.h>

/* The tables of the rules, linked in. */

static const struct command main_commands[] = {
    {"classify", "one record per row: what it counts as, and why not", CLASSIFY_HELP, "oadrfh", true, classify_run},
    {"status", "what counts per specialization, and what does not", STATUS_HELP, "adrfsh", true, status_run},
    {"why", "the reason for each measure, condition by condition", WHY_HELP, "adrfsmnch", true, why_run},
    {"rules", "what is linked in", RULES_HELP, "fh", false, rules_run},
};

#define MAIN_COMMANDS (sizeof main_commands / sizeof *main_commands)

static void main_help(FILE *stream) {
    fputs("assay says which usage counts for which specialization, by the rules linked in.\n\n", stream);
    for (size_t i = 0; i < MAIN_COMMANDS; i++)
        fprintf(stream, "  assay %-9s %s\n", main_commands[i].name, main_commands[i].summary);
    fputs("\n`assay COMMAND --help` says more. A file named - is standard input.\n"
          "Exit status: 0 done; 1 done, and rows were rejected; 2 it could not be done;\n"
          "3 internal fault.\n",
          stream);
}

static const struct command *main_find(const char *name) {
    for (size_t i = 0; i < MAIN_COMMANDS; i++)
        if (strcmp(main_commands[i].name, name) == 0) return &main_commands[i];
    return NULL;
}

static int main_run(const struct command *command, int argc, char **argv) {
    struct command_options options;
    int status = options_parse(command, argc, argv, &options);
    if (status < 0) status = command->run(&assay_rules, &options);
    options_free(&options);
    return status;
}

int main(int argc, char **argv) {
    if (argc < 2 || strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0 || strcmp(argv[1], "help") == 0) {
        main_help(argc < 2 ? stderr : stdout);
        return argc < 2 ? COMMAND_REFUSED : COMMAND_DONE;
    }
    const struct command *command = main_find(argv[1]);
    if (!command) return command_error("`assay --help` lists the commands", "no command is called '%s'", argv[1]);
    if (assay_check(&assay_rules) != ASSAY_OK) {
        command_error("build it again", "the linked rules were written for another version of the runtime");
        return COMMAND_FAULT;
    }
    interrupt_install();
    return main_run(command, argc - 1, argv + 1);
}
