/* compile.h - writing what was compiled. */
#ifndef ASSAY_COMPILER_CLI_COMPILE_H
#define ASSAY_COMPILER_CLI_COMPILE_H

#include "compiler/passes.h"
#include "runtime/base/text.h"

/* Writes the files below `folder`, which is made when it is missing and has a name, index.c last. Then removes from
 * `folder`/decisions what an earlier run wrote and this one did not: regular files that begin with our header line.
 * False, with a message on standard error, when something cannot be written. */
bool compile_write(const char *folder, const struct emitted *files);

/* The name of a rule set that assay.h declares. */
#define COMPILE_SYMBOL "assay_rules"

/* The C files as one: what they include of each other stands in place of the #include, and names that are a file's own
 * are numbered by file. `symbol`: the name of the rule set. Out of memory: `failed`. Free the text. */
struct text compile_single(const struct emitted *files, const char *symbol);

/* Writes which files and folders the targets (NULL behind the last) depend on, in the syntax of Make. */
bool compile_depfile(const char *path, const char *const *targets, const struct sources *sources);

/* Makes the time of an empty file now, and the file where there is none. */
bool compile_stamp(const char *path);

#endif
