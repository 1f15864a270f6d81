/* main.c - assay: classify usage, sum what counts, say why. */
#include "runtime/cli/command.h"

#include "runtime/cli/help.h"
#include "runtime/cli/interrupt.h"
#include "runtime/cli/options_given.h"
#include "runtime/cli/ruleset.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

/* The tables of the rules, linked in. */

static const struct command main_commands[] = {
    {"classify", "one record per row: what it counts as, and why not", CLASSIFY_HELP, "oadkrflh", "csv, json", true,
     classify_run},
    {"status", "where each specialization stands, and what is missing", STATUS_HELP, "oadkrfslptwDyKMeCRih",
     "text, json, csv, html", true, status_run},
    {"reproduce", "makes the evidence of a report again, and compares it", REPRODUCE_HELP, "uptwlfh", "text, json",
     true, reproduce_run},
    {"why", "the reason for each measure, condition by condition", WHY_HELP, "adkrfsmnclh", "text, json", true,
     why_run},
    {"init", "prints a template of the partner file", INIT_HELP, "lh", NULL, false, init_run},
    {"rules", "what is linked in", RULES_HELP, "flh", "text, json", false, rules_run},
};

#define MAIN_COMMANDS (sizeof main_commands / sizeof *main_commands)

static void main_help(struct text *out) {
    text_add(out, "assay says which usage counts for which specialization, by the rules linked in.\n\n");
    for (size_t i = 0; i < MAIN_COMMANDS; i++)
        text_addf(out, "  assay %-9s %s\n", main_commands[i].name, main_commands[i].summary);
    text_add(out, "\n`assay COMMAND --help` says more. A file named - is standard input; a file whose\n"
                  "name begins with - is written ./-NAME, or stands behind --.\n"
                  "Exit status: 0 done; 1 done, and rows were rejected; 2 it could not be done;\n"
                  "3 internal fault.\n");
}

/* A closed stream is opened so that it fails; or else the next file would be taken for it. */
static void main_open_streams(void) {
    for (int i = 0; i <= 2; i++)
        if (fcntl(i, F_GETFD) < 0 && open("/dev/null", i ? O_RDONLY : O_WRONLY) != i) return;
}

static int main_tell(bool asked) {
    struct text out = {0};
    main_help(&out);
    int status = COMMAND_REFUSED;
    if (asked)
        status = command_print(&out, COMMAND_DONE);
    else
        text_write(&out, stderr);
    text_free(&out);
    return status;
}

static const struct command *main_find(const char *name) {
    for (size_t i = 0; i < MAIN_COMMANDS; i++)
        if (strcmp(main_commands[i].name, name) == 0) return &main_commands[i];
    return NULL;
}

static int main_run(const struct command *command, int argc, char **argv) {
    struct command_options options;
    struct ruleset ruleset = {.rules = &assay_rules};
    int status = options_parse(command, argc, argv, &options);
    if (status < 0 && options.ruleset && !ruleset_open(&ruleset, options.ruleset)) status = COMMAND_REFUSED;
    if (status < 0) status = command->run(ruleset.rules, &options);
    ruleset_close(&ruleset);
    options_free(&options);
    return status;
}

/* `assay --ruleset FILE COMMAND ...` is `assay COMMAND --ruleset FILE ...`. */
static void main_turn(int argc, char **argv) {
    int words = strcmp(argv[1], "--ruleset") == 0 ? 2 : strncmp(argv[1], "--ruleset=", 10) == 0 ? 1 : 0;
    if (!words || argc < words + 2) return;
    char *command = argv[words + 1];
    memmove(argv + 2, argv + 1, (size_t)words * sizeof *argv);
    argv[1] = command;
}

/* A word that names no command: what was probably meant. */
static int main_unknown(const char *word) {
    const char *names[MAIN_COMMANDS];
    struct text remedy = {0};
    for (size_t i = 0; i < MAIN_COMMANDS; i++)
        names[i] = main_commands[i].name;
    if (*word == '-')
        text_add(&remedy, "the command comes first, then its options. ");
    else if (access(word, F_OK) == 0)
        text_addf(&remedy, "did you mean `assay status %s`? ", word);
    else
        options_meant(&remedy, names, MAIN_COMMANDS, word, "assay ");
    text_add(&remedy, "`assay --help` lists the commands");
    command_error(remedy.failed ? NULL : remedy.data, "no command is called '%s'", word);
    text_free(&remedy);
    return COMMAND_REFUSED;
}

static bool main_asks_help(const char *word) {
    return strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0 || strcmp(word, "help") == 0;
}

/* `assay help`, `assay help COMMAND`. */
static int main_help_of(int argc, char **argv) {
    if (argc < 3) return main_tell(true);
    const struct command *command = main_find(argv[2]);
    return command ? command_help(command->usage) : main_unknown(argv[2]);
}

int main(int argc, char **argv) {
    main_open_streams();
    if (argc < 2) return main_tell(false);
    main_turn(argc, argv);
    if (main_asks_help(argv[1])) return main_help_of(argc, argv);
    const struct command *command = main_find(argv[1]);
    if (!command) return main_unknown(argv[1]);
    if (assay_check(&assay_rules) != ASSAY_OK) {
        command_error("build it again", "the linked rules were written for another version of the runtime");
        return COMMAND_FAULT;
    }
    interrupt_install();
    return main_run(command, argc - 1, argv + 1);
}
