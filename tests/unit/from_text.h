/* from_text.h - a model from the text of rules, for unit tests. */
#ifndef ASSAY_TESTS_FROM_TEXT_H
#define ASSAY_TESTS_FROM_TEXT_H

#include "compiler/ast/tree.h"
#include "compiler/base/diagnostic.h"
#include "compiler/model/model.h"
#include "compiler/passes.h"

#include <string.h>

struct from_text {
    struct arena arena;
    struct sources sources;
    struct diagnostics diagnostics;
    struct tree tree;
};

/* A usage declaration with the fields A, B, C and nothing else but `more`. */
#define FROM_TEXT_USAGE(more)                                                                                          \
    "usage \"U\" edition \"1\" cites \"Page\", 2023-07-11\n"                                                           \
    "field A column \"A\" field B column \"B\" field C column \"C\"\n"                                                 \
    "amount Cost column \"Cost\" in USD\n" more "\nend\n"

/* A specialization with these items. */
#define FROM_TEXT_SPECIALIZATION(name, items)                                                                          \
    "specialization \"" name "\" area \"Area\" cites \"Page\", 2023-07-11\n"                                           \
    "requires neither audit nor references\n" items "\nend\n"

static inline void from_text_begin(struct from_text *from) {
    memset(from, 0, sizeof *from);
    from->sources.arena = &from->arena;
    from->diagnostics.arena = &from->arena;
}

static inline void from_text_add(struct from_text *from, const char *path, const char *text) {
    source_add(&from->sources, path, text, strlen(text));
}

/* NULL when there are errors; `diagnostics` has them. */
static inline struct model *from_text_model(struct from_text *from) {
    source_arrange(&from->sources);
    parse_files(&from->sources, &from->diagnostics, &from->tree);
    check_tree(&from->tree, &from->arena, &from->diagnostics);
    if (from->diagnostics.errors) return NULL;
    return lower_tree(&from->tree, &from->sources, &from->arena, &from->diagnostics);
}

static inline struct model *from_text(struct from_text *from, const char *text) {
    from_text_begin(from);
    from_text_add(from, "rules.assay", text);
    return from_text_model(from);
}

static inline void from_text_end(struct from_text *from) {
    arena_free(&from->arena);
}

#endif
