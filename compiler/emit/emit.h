/* emit.h - the emitters: they print what the layout made, and decide nothing. */
#ifndef ASSAY_EMIT_EMIT_H
#define ASSAY_EMIT_EMIT_H

#include "compiler/base/arena.h"
#include "compiler/passes.h"
#include "runtime/core/assay.h"

/* The first line of every emitted C file. Files without it are not ours, and are left alone. */
#define EMIT_HEADER "/* Written by assayc from rule files: change the rule, not this file. */"

/* Slugs of names, in their order: lower-case ASCII letters and digits, words joined by '-'. Names that give the same
 * slug get -2, -3, ... in order of their bytes, whatever their order here. No slug is "usage" or "lists". */
const char *const *emit_slugs(const char *const *names, size_t count, struct arena *arena);

/* Compares two slugs as the file names "SLUG.c" compare, by bytes. */
int emit_file_compare(const char *a, const char *b);

/* The reviewed files (decisions/...) alone, sorted by name. Does not read index and hash. */
struct emitted *emit_decisions(const struct assay_ruleset *rules, struct arena *arena);

#endif
