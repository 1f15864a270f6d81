/* findings.h - what is odd in rules that are not wrong.
 *
 * Each analysis asks one question about the model and adds a diagnostic with a struct finding for each answer. */
#ifndef ASSAY_ANALYSIS_FINDINGS_H
#define ASSAY_ANALYSIS_FINDINGS_H

#include "compiler/model/model.h"

struct findings_options {
    uint64_t bound; /* boxes that one question may look at; 0: as many as take some seconds. Beyond it: A0791 */
    uint32_t as_of; /* YYYYMMDD: what is in force is asked for this day; 0: the day that the usage declaration cites */
};

/* Runs all analyses. What they add lives in the arena, which must live as long as the diagnostics. */
void findings_run(const struct model *model, const struct findings_options *options, struct arena *arena,
                  struct diagnostics *diagnostics);

#endif
