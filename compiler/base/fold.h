/* fold.h - the form in which texts are compared (language 3.1). */
#ifndef ASSAY_COMPILER_FOLD_H
#define ASSAY_COMPILER_FOLD_H

#include "compiler/base/arena.h"

#include <stdbool.h>

/* The folded text, NUL-terminated, in the arena. NULL stays NULL. */
const char *fold_text(struct arena *arena, const char *text);

/* Whether two texts fold to the same; nothing is kept. */
bool fold_same(const char *a, const char *b);

/* The form in which header spellings are compared: folded, then without blanks and underscores. */
const char *fold_header(struct arena *arena, const char *text);

#endif
