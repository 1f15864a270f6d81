/* compile.h - writing what was compiled. */
#ifndef ASSAY_COMPILER_CLI_COMPILE_H
#define ASSAY_COMPILER_CLI_COMPILE_H

#include "compiler/passes.h"

/* Writes the files below `folder`, which is made when it is missing and has a name, index.c last. Then removes from
 * `folder`/decisions what an earlier run wrote and this one did not: regular files that begin with our header line.
 * False, with a message on standard error, when something cannot be written. */
bool compile_write(const char *folder, const struct emitted *files);

/* Writes which files `folder`/index.c depends on, in the syntax of Make. */
bool compile_depfile(const char *path, const char *folder, const struct sources *sources);

#endif
