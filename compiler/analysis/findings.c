#include "compiler/analysis/findings.h"

/* Each row asks one question. */
static const struct {
    void (*run)(const struct model *model, uint32_t as_of, struct arena *arena, struct diagnostics *diagnostics);
} analyses[] = {{NULL}};

void findings_run(const struct model *model, const struct findings_options *options, struct arena *arena,
                  struct diagnostics *diagnostics) {
    uint32_t as_of = options->as_of ? options->as_of : model->cites.date;
    for (size_t i = 0; i < sizeof analyses / sizeof *analyses; i++)
        if (analyses[i].run) analyses[i].run(model, as_of, arena, diagnostics);
}
