/* passes.h - the passes of the compiler, in order. Each is one function.
 *
 *   source_load     paths -> bytes                                           compiler/base/source.c
 *   parse_files     bytes -> tree; reports lexical and syntax errors         compiler/ast/parse.c
 *   check_tree      tree -> tree with names resolved; reports what is wrong  compiler/ast/check.c
 *   lower_tree      checked tree without errors -> frozen model              compiler/ast/lower.c
 *   findings_run    model -> what is odd in it, for `assayc check`             compiler/analysis/findings.c
 *   layout_ruleset  model -> tables and index in memory (assay.h)            compiler/emit/layout.c
 *   emit_c          tables -> C files                                        compiler/emit/c.c
 *
 * The way back, for `assayc verify`, shares nothing with layout and emitters:
 *
 *   decode_folder   C files -> tables and index in memory                    compiler/proof/decode.c
 *   proof_make      model, decoded tables -> what differs, or a proof        compiler/proof/proof.c
 *
 * Only lower*.c see both tree and model. layout and emitters see the model and never the tree. */
#ifndef ASSAY_PASSES_H
#define ASSAY_PASSES_H

#include "compiler/base/diagnostic.h"

#include <stdbool.h>

struct tree;
struct model;
struct assay_ruleset;

/* Parses all files. Errors are in diagnostics; the tree holds what could be read. */
void parse_files(struct sources *sources, struct diagnostics *diagnostics, struct tree *tree);

/* Resolves names and checks declarations. */
void check_tree(struct tree *tree, struct arena *arena, struct diagnostics *diagnostics);

/* Requires a tree without errors; may still report (a measure of more than MODEL_CLAUSE_MAX clauses): then NULL. */
struct model *lower_tree(const struct tree *tree, const struct sources *sources, struct arena *arena,
                         struct diagnostics *diagnostics);

/* The tables of a model, with the index and the hash. They live in the arena and share their texts with the model and
 * its sources, whose arenas must live as long. NULL when a count or the texts of a field are more than the tables can
 * number with 16 bits, or when the hash cannot be computed. */
const struct assay_ruleset *layout_ruleset(const struct model *model, struct arena *arena);

/* One emitted file: name relative to the output folder ("decisions/kubernetes.c"). */
struct emitted {
    const char *name;
    const char *bytes;
    size_t length;
    struct emitted *next;
};

/* The C files of a rule set, sorted by name. */
struct emitted *emit_c(const struct assay_ruleset *rules, struct arena *arena);

/* Prints one file in the canonical layout. Requires a file without syntax errors. */
void format_source(const struct source *source, struct text *out);

#endif
