/* help.h - the texts of --help. */
#ifndef ASSAY_HELP_H
#define ASSAY_HELP_H

#define HELP_FILE                                                                                                      \
    "A file named - is standard input; a file whose name begins with - is written\n"                                   \
    "./-NAME, or stands behind --.\n\n"

#define HELP_ASSUME                                                                                                    \
    "  --assume 'FIELD=VALUE'  what an absent column holds in every row; FIELD=blank;\n"                               \
    "                          or `declared`: what the rules call reasonable\n"                                        \
    "  --as-of YYYY-MM-DD      the day to judge by (default: the first day after the\n"                                \
    "                          newest month)\n"                                                                        \
    "  --repeats count|drop    rows alike in every cell to an earlier row: count, or\n"                                \
    "                          drop them (default: they cannot be told)\n"                                             \
    "  --rejects FILE          write all rejected rows: row,line,column,reason\n"

#define HELP_RULESET                                                                                                   \
    "  --ruleset FILE.so       the rules of this file instead of those linked in; the\n"                               \
    "                          file is code that is run: load what you trust\n"

#define CLASSIFY_HELP                                                                                                  \
    "assay classify USAGE.csv [-o OUT.csv]\n\n"                                                                        \
    "Writes one record per row of the file: what it certainly counts as, what it may\n"                                \
    "count as (cannot be told), and the reason when nothing counts.\n\n" HELP_FILE                                     \
    "  -o, --output FILE       instead of standard output; whole or not at all\n" HELP_ASSUME                          \
    "  --format csv|json       json: one object per line\n" HELP_RULESET

#define STATUS_HELP                                                                                                    \
    "assay status USAGE.csv [--partner FILE.yaml]\n\n"                                                                 \
    "Says where each specialization stands: what is met, what is not, what cannot be\n"                                \
    "told, what is missing, and what to do next.\n\n" HELP_FILE                                                        \
    "  --specialization NAME   this one alone, with all that its answers rest on; the\n"                               \
    "                          beginning of a name will do\n"                                                          \
    "  --measures              what counts per measure, instead of requirements\n"                                     \
    "  --all                   also what is not begun, and lines not in force\n"                                       \
    "  --customers N           list the N largest customers of each sum, or `all`: text\n"                             \
    "                          lists 8, json and html 25\n"                                                            \
    "  --partner FILE.yaml     what the partner states; see `assay init`\n"                                            \
    "  --trainings FILE.csv    the export TrainingCompletions: who is certified\n"                                     \
    "  --workloads FILE.csv    the export CPORM365Usage: active users\n"                                               \
    "  --dates day-first|month-first\n"                                                                                \
    "                          how these two exports write days such as 4/12/2024,\n"                                  \
    "                          where no value of the column tells it\n" HELP_ASSUME                                    \
    "  -o, --output FILE       instead of standard output; whole or not at all, and left\n"                            \
    "                          as it is where nothing changed; text is plain ASCII\n"                                  \
    "  --format text|json|csv|html   html: one page, to print or send on\n" HELP_RULESET "\nFor auditors:\n"           \
    "  --evidence DIR          also write a folder from which `assay reproduce` makes\n"                               \
    "                          the report again: all formats, the rows and entries\n"                                  \
    "                          that each line rests on, the rules in words, hashes.\n"                                 \
    "                          DIR is new, empty, or evidence, which is replaced\n"                                    \
    "  --certificate FILE      attach what `assayc verify ... -o FILE` wrote\n"                                        \
    "  --rules DIR             attach the rule files\n"                                                                \
    "  --include-inputs        attach copies of what the partner states\n"

#define REPRODUCE_HELP                                                                                                 \
    "assay reproduce DIR\n\n"                                                                                          \
    "Checks the folder that `assay status` wrote as evidence: that no file was changed,\n"                             \
    "and that the same inputs and the rules of this program make the same files again,\n"                              \
    "byte for byte. Says what differs: an input, the rules, the program, a file.\n"                                    \
    "Exit status: 0 the same; 1 it differs; 2 it cannot be told.\n\n"                                                  \
    "  --usage FILE            where the usage file is now, if not where it was\n"                                     \
    "  --partner FILE.yaml     likewise\n"                                                                             \
    "  --trainings FILE.csv    likewise\n"                                                                             \
    "  --workloads FILE.csv    likewise\n"                                                                             \
    "  --format text|json\n" HELP_RULESET

#define WHY_HELP                                                                                                       \
    "assay why USAGE.csv --row N\n"                                                                                    \
    "assay why --set 'FIELD=VALUE' ...\n\n"                                                                            \
    "Explains a row of a file, or a row made up, condition by condition. Fields that\n"                                \
    "are not set are absent, unless --assume fills them; FIELD=blank is a blank cell.\n\n" HELP_FILE                   \
    "  --row N                 rows count from 1, rejected ones included\n"                                            \
    "  --set 'FIELD=VALUE'     repeatable\n"                                                                           \
    "  --specialization NAME   its measures alone\n"                                                                   \
    "  --measure NAME          this measure alone\n" HELP_ASSUME "  --format text|json\n" HELP_RULESET

#define INIT_HELP                                                                                                      \
    "assay init > partner.yaml\n\n"                                                                                    \
    "Prints a template of the partner file, in which the partner states its\n"                                         \
    "designations, certified people, audits, references and metrics. As it is it says\n"                               \
    "nothing; its comments tell how to fill it in.\n\n" HELP_RULESET

#define RULES_HELP                                                                                                     \
    "assay rules\n\n"                                                                                                  \
    "Lists the rules that are linked in: edition, hash, fields, specializations,\n"                                    \
    "measures, sources.\n\n"                                                                                           \
    "  --format text|json\n" HELP_RULESET

#endif
