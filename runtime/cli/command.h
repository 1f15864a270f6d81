/* command.h - the commands of assay, and what they share: options, exit status, the run of a file. */
#ifndef ASSAY_COMMAND_H
#define ASSAY_COMMAND_H

#include "runtime/usage/dates.h"
#include "runtime/usage/run.h"

/* Exit status. */
enum { COMMAND_DONE = 0, COMMAND_REPORT = 1, COMMAND_REFUSED = 2, COMMAND_FAULT = 3 };

enum command_format { COMMAND_TEXT = 0, COMMAND_JSON, COMMAND_CSV, COMMAND_HTML };

struct command_options {
    const char *path;           /* the usage file, or NULL */
    const char *output;         /* -o; NULL: standard output */
    const char *rejects;        /* --rejects */
    const char *ruleset;        /* --ruleset; NULL: the rules linked in */
    const char *specialization; /* --specialization */
    const char *measure;        /* --measure */
    const char *partner;        /* --partner, --trainings, --workloads: what the partner states about itself */
    const char *trainings;
    const char *workloads;
    enum dates_order dates; /* --dates */
    const char *usage;      /* --usage: the usage file of evidence */
    const char *evidence;   /* --evidence, and what is attached: --certificate, --rules */
    const char *certificate;
    const char *rules_folder;
    const char **assume, **set; /* --assume and --set, in order */
    size_t assume_count, set_count;
    uint64_t row;              /* --row; 0: none */
    size_t customers;          /* --customers, of a line; 0: as many as a format lists, SIZE_MAX: all */
    uint32_t as_of;            /* --as-of, YYYYMMDD; 0: none */
    enum once_repeats repeats; /* --repeats; ONCE_REPEATS_UNKNOWN: not given */
    bool all, measures;        /* --all, --measures */
    bool include_inputs;       /* --include-inputs */
    enum command_format format;
};

struct command {
    const char *name;
    const char *summary; /* one line */
    const char *usage;   /* the text of --help */
    const char *options; /* the letters of the options it takes, see options.c */
    const char *formats; /* that --format takes, "text, json"; NULL: none */
    bool takes_file;
    int (*run)(const struct assay_ruleset *rules, const struct command_options *options);
};

int classify_run(const struct assay_ruleset *rules, const struct command_options *options);
int status_run(const struct assay_ruleset *rules, const struct command_options *options);
int why_run(const struct assay_ruleset *rules, const struct command_options *options);
int init_run(const struct assay_ruleset *rules, const struct command_options *options);
int reproduce_run(const struct assay_ruleset *rules, const struct command_options *options);
int rules_run(const struct assay_ruleset *rules, const struct command_options *options);

/* ---- Options ---- */

/* Reads the arguments behind the command's name. Returns -1 to go on, else the exit status (--help, a wrong call). Free
 * in any case. */
int options_parse(const struct command *command, int argc, char **argv, struct command_options *options);
/* The number of customers that a text asks for; 0: it is none. */
size_t options_customers(const char *text);

void options_free(struct command_options *options);

/* What --repeats takes, "count" or "drop"; ONCE_REPEATS_UNKNOWN: neither. And the word of what was asked for. */
enum once_repeats options_repeats(const char *word);
const char *options_repeats_word(enum once_repeats repeats);

/* ---- Messages and output ---- */

/* Prints `assay: MESSAGE` with a remedy to standard error; returns COMMAND_REFUSED. `path` may be NULL. */
int command_refuse(const char *path, const struct reader_refusal *refusal);

/* Whether a file is there, or standard input is named; if not, that is said, and which file beside it may be meant. */
bool command_is_there(const char *path);

/* The same with a message and a remedy (NULL: none). */
int command_error(const char *remedy, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Prints the cautions and notes of a run, one line each, as `FILE: caution: ...` to standard error. */
void message_notes(const struct run *run);

/* Writes a text of --help to standard output; the exit status. */
int command_help(const char *help);

/* Says that standard output cannot be written (errno tells why), unless it is a pipe whose reader has enough; returns
 * COMMAND_REFUSED. */
int command_stdout_failed(void);

/* Writes a report to standard output; the exit status, `status` when all went well. */
int command_print(const struct text *report, int status);

/* Finds the specialization that --specialization names (NULL: all of them, *found is NULL): by its name, a former one,
 * or the beginning of either when no other has it; else says what may be meant. */
bool command_find_specialization(const struct assay_ruleset *rules, const char *name,
                                 const struct assay_specialization **found);

/* The same for --measure, which must be one of `within` (NULL: of any). */
bool command_find_measure(const struct assay_ruleset *rules, const struct assay_specialization *within,
                          const char *name);

/* ---- A file ---- */

/* Whether an output would write over the usage file, or over another output; if so, that is said. */
bool command_overwrites(const struct command_options *options);

struct command_wish {
    bool need_amount, keep_answers, keep_samples, keep_counted;
    bool quiet; /* say nothing of single rejected rows */
};

/* Runs a file with what the options say, rejects and progress included. -1 to go on with *run, else the exit status,
 * all of it said. Free the run in any case. */
int command_read(struct run *run, const struct assay_ruleset *rules, const struct command_options *options,
                 struct command_wish wish);

#endif
