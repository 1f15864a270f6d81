/* cli.h - what the commands of assayc share. One file per command; main.c is the table of commands. */
#ifndef ASSAY_COMPILER_CLI_H
#define ASSAY_COMPILER_CLI_H

#include "compiler/ast/tree.h"
#include "compiler/base/diagnostic.h"
#include "compiler/passes.h"

struct option;

enum { CLI_LONG = 256 };

/* Exit status, everywhere. */
enum cli_status {
    CLI_CLEAN = 0,   /* done, and nothing to report */
    CLI_REPORT = 1,  /* done, and there is something to report */
    CLI_USAGE = 2,   /* the call was wrong, or a file could not be read or written */
    CLI_INTERNAL = 3 /* an internal fault */
};

/* One run over rule files. */
struct cli_run {
    struct arena arena;
    struct sources sources;
    struct diagnostics diagnostics;
    struct tree tree;
    struct model *model; /* NULL when there are errors */
};

/* An empty run, into whose sources files may be loaded. */
void cli_begin(struct cli_run *run);

/* Parses, checks and lowers what the sources hold: as cli_front, which loads files first. */
enum cli_status cli_understand(struct cli_run *run);

/* Loads, parses, checks and lowers. CLI_CLEAN: model is set. CLI_REPORT: diagnostics hold errors. CLI_USAGE: a file
 * could not be read (diagnostics say which). Prints nothing. */
enum cli_status cli_front(struct cli_run *run, char *const *paths, size_t count);

/* cli_front, and prints diagnostics as text to standard error. */
enum cli_status cli_model(struct cli_run *run, char *const *paths, size_t count);

/* Whether a path is one of the rule files that were read, so that writing there would write over it. */
bool cli_was_read(const struct cli_run *run, const char *path);

void cli_free(struct cli_run *run);

/* Whether a stream takes colour: a terminal, and NO_COLOR is not set. */
bool cli_colour(FILE *stream);

/* Prints a text to standard output and flushes; CLI_USAGE with a message when that fails, else `status`. */
enum cli_status cli_print(const struct text *text, enum cli_status status);

/* Prints a help to standard output; CLI_USAGE with a message when that fails. */
enum cli_status cli_help(const char *help);

/* The next option of a command, as getopt_long returns it; -1 behind the last. '?': what stands there is none, and that
 * was said; the call ends with CLI_USAGE. `letters` begins with ':'. Options without a value that have no letter have a
 * number beyond CLI_LONG. */
int cli_option(int count, char **arguments, const char *letters, const struct option *options);

/* A wrong call: prints "assayc COMMAND: what" and how to get help; returns CLI_USAGE. */
enum cli_status cli_wrong(const char *command, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Of some words the one that was probably meant; NULL: none is near. */
const char *cli_nearest(const char *const *words, size_t count, const char *wanted);

/* Which of some words it is; -1: none, and that and all of them are said. `what`: "format". */
int cli_choice(const char *command, const char *what, const char *word, const char *const *words, size_t count);

/* What most commands can print. */
extern const char *const cli_text_or_json[2];

/* "; did you mean '--format'?", or "". */
const char *cli_nearest_option(const struct option *options, const char *argument, char *out, size_t room);

/* Whether no option says two things; what does is said. Options are read from the first again. */
bool cli_given_once(int count, char **arguments, const char *letters, const struct option *options);

/* The commands. arguments[0] is the command's name. */
enum cli_status command_check(int count, char **arguments);
enum cli_status command_compile(int count, char **arguments);
enum cli_status command_diff(int count, char **arguments);
enum cli_status command_explain(int count, char **arguments);
enum cli_status command_fmt(int count, char **arguments);
enum cli_status command_test(int count, char **arguments);
enum cli_status command_verify(int count, char **arguments);

#endif
