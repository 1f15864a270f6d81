/* reproduce.h - what `assay reproduce` finds when it makes evidence again. */
#ifndef ASSAY_REPRODUCE_H
#define ASSAY_REPRODUCE_H

#include "runtime/cli/evidence.h"
#include "runtime/cli/manifest.h"
#include "runtime/cli/record.h"
#include "runtime/cli/tree.h"

/* Something that differs. Kinds are a contract: "input", "rules", "program", "file". */
struct reproduce_difference {
    const char *kind, *name, *message; /* name "": none */
    bool otherwise;                    /* a file as the manifest tells, that comes out otherwise */
};

struct reproduce {
    const char *root;
    struct tree tree;
    struct manifest told, made; /* of the folder as it was written; of what is made again */
    bool has_told;              /* false: the manifest is none any more */
    struct record command, input;
    struct reproduce_difference *differences;
    size_t count, compared, attached;
    struct pool pool;
    bool failed; /* memory ran out */
};

void reproduce_differs(struct reproduce *reproduce, const char *kind, const char *name, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* Whether a file of the folder is as the manifest tells. */
bool reproduce_is_untouched(struct reproduce *reproduce, const char *name);

/* Compares each file of the folder with the manifest and with what was made again. `again`: something was. */
void reproduce_compare(struct reproduce *reproduce, bool again);

/* Compares what is attached with the rest of the folder. */
void reproduce_attached(struct reproduce *reproduce);

void reproduce_free(struct reproduce *reproduce);

/* The options as they were called, out of command.txt, in whose record their texts live. False: it says what this
 * program does not know, or memory ran out, and then `assume` is NULL. Free `assume` in any case. */
bool reproduce_call(const struct record *command, struct command_options *called);

/* ---- Inputs ---- */

/* What input.txt tells of an input: "path", "bytes", "sha256"; "": nothing. */
const char *reproduce_input_told(const struct reproduce *reproduce, size_t input, const char *what);

/* Finds the inputs: sets the paths of `opened` (which live in the reproduce's pool) for those that were `called`. An
 * input of other bytes is a difference. -1, or the exit status, all of it said. */
int reproduce_inputs(struct reproduce *reproduce, const struct command_options *options,
                     const struct command_options *called, struct command_options *opened);

#endif
