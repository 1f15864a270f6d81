/* Any bytes as a rule file: the compiler says what is wrong, or makes tables of it and says what is odd, and prints
 * all. */
#include "compiler/analysis/accept.h"
#include "compiler/analysis/findings.h"
#include "compiler/base/diagnostic.h"
#include "compiler/ast/tree.h"
#include "compiler/passes.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void fuzz_print(const struct diagnostics *diagnostics, const struct sources *sources) {
    struct text text = {0};
    diagnostic_print_text(diagnostics, sources, false, &text);
    diagnostic_print_json(diagnostics, sources, &text);
    diagnostic_print_sarif(diagnostics, sources, true, &text);
    text_free(&text);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    struct arena arena = {0};
    struct sources sources = {.arena = &arena};
    struct diagnostics diagnostics = {.arena = &arena};
    struct tree tree = {0};
    source_add(&sources, "fuzz.assay", (const char *)bytes, size);
    source_arrange(&sources);
    parse_files(&sources, &diagnostics, &tree);
    check_tree(&tree, &arena, &diagnostics);
    const struct model *model = diagnostics.errors ? NULL : lower_tree(&tree, &sources, &arena, &diagnostics);
    if (model && !emit_c(layout_ruleset(model, &arena), &arena)) abort();
    if (model) findings_run(model, &(struct findings_options){.bound = 100000}, &arena, &diagnostics);
    if (model) accept_findings(model, &diagnostics);
    diagnostic_sort(&diagnostics);
    fuzz_print(&diagnostics, &sources);
    arena_free(&arena);
    return 0;
}
