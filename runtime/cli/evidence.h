/* evidence.h - the folder from which a second person makes a report again, byte for byte.
 *
 *     README.txt              what is in the folder, for its reader
 *     report.json .txt .csv .html   the report
 *     lines.csv               each line of each requirement, where it stands in the rules, and what it rests on
 *     stated.csv              the entries of the partner's inputs that lines look at, and whether they stand
 *     counted/SPECIALIZATION/NN-REQUIREMENT.csv            the rows that a requirement's sum is made of
 *     counted/SPECIALIZATION/NN-REQUIREMENT.customers.csv  the same per customer, and the total
 *     duplicates.csv          rows that counting once dropped, and for which row
 *     repeats.csv             rows that were dropped because they repeat another in every cell
 *     undecided.csv           rows that counting once leaves undecided, and why
 *     rejected.csv            rows that could not be read
 *     input.txt               each input: path as called, bytes, SHA-256; see record.h
 *     command.txt             program, rules and options that decide the answer; see record.h
 *     rules/linked.txt .json  the rules in words: sources, requirements, measures, each with file and line
 *     rules/measures.txt      the conditions of each measure
 *     manifest.txt            all files; see manifest.h
 *
 * and attached, as they were given: certificate.txt; rules/source/ with rules/source.txt; inputs/ (--include-inputs).
 * Everything else follows from inputs, options and rules alone: no clock, no machine, no terminal. */
#ifndef ASSAY_EVIDENCE_H
#define ASSAY_EVIDENCE_H

#include "runtime/cli/folder.h"
#include "runtime/cli/report.h"

#define EVIDENCE_COMMAND     "command.txt"
#define EVIDENCE_INPUT       "input.txt"
#define EVIDENCE_README      "README.txt"
#define EVIDENCE_LINES       "lines.csv"
#define EVIDENCE_STATED      "stated.csv"
#define EVIDENCE_DUPLICATES  "duplicates.csv"
#define EVIDENCE_REPEATS     "repeats.csv"
#define EVIDENCE_UNDECIDED   "undecided.csv"
#define EVIDENCE_CERTIFICATE "certificate.txt"
#define EVIDENCE_SOURCE      "rules/source.txt"
#define EVIDENCE_SOURCES     "rules/source/"
#define EVIDENCE_INPUTS      "inputs/"

/* What certificate.txt says when none was attached. */
#define EVIDENCE_NO_CERTIFICATE                                                                                        \
    "No certificate was given; `assayc verify RULES TABLES -o FILE` writes one, --certificate FILE attaches it.\n"

/* An input of the report: the word for it in input.txt and command.txt, and its name in inputs/. */
struct evidence_input {
    const char *word, *name;
};

#define EVIDENCE_INPUT_COUNT 4 /* usage first, then as enum partner_kind */
extern const struct evidence_input evidence_inputs[EVIDENCE_INPUT_COUNT];

/* The path of an input among options; NULL: it is not named. */
const char **evidence_path(struct command_options *options, size_t input);
const char *evidence_path_of(const struct command_options *options, size_t input);

/* The version of the program. */
const char *evidence_program(void);

/* Reads the inputs at the paths of `opened` and writes all that follows from them into the folder, under the paths and
 * options as `called`. The report and the run are filled in on the way. -1, or the exit status, all of it said. */
int evidence_fill(const struct folder *folder, const struct assay_ruleset *rules, const struct command_options *called,
                  const struct command_options *opened, struct report *report, struct run *run);

/* Adds what is attached: certificate, rule files, copies of inputs. The certificate must be about the rules and about
 * the rule files. Likewise. */
int evidence_attach(const struct folder *folder, const struct assay_ruleset *rules,
                    const struct command_options *options);

/* Whether a file of the folder is attached, rather than made. */
bool evidence_is_attached(const char *name);

/* ---- The lines of requirements in force, and parts of lines, each behind the line it is a part of ---- */

struct evidence_line {
    size_t specialization; /* of the rule set */
    const struct standing_verdict *verdict;
    const char *number; /* "03", of a part "03.1" */
    const char *rows;   /* AMOUNT: its file of rows, without the ending; else NULL */
};

struct evidence_lines {
    struct evidence_line *all;
    size_t count;
    struct pool memory;
};

/* False when memory runs out. Free in any case. */
bool evidence_lines_make(struct evidence_lines *lines, const struct report *report);
void evidence_lines_free(struct evidence_lines *lines);

/* ---- The parts of evidence_fill: false with errno set (0: interrupted) ---- */

bool evidence_counted(const struct folder *folder, const struct report *report, const struct evidence_lines *lines,
                      struct run *run);
bool evidence_stated(const struct folder *folder, const struct report *report, const struct evidence_lines *lines);
bool evidence_readme(const struct folder *folder);

/* `assay status --evidence`. */
int evidence_run(const struct assay_ruleset *rules, const struct command_options *options);

#endif
