/* status_step.c - where the next step is taken, and what being Active brings. */
#include "runtime/cli/status_parts.h"

#include "runtime/usage/step.h"

void status_step(struct style *style, const struct report *report, const struct standing *standing, size_t indent) {
    const struct assay_usage *usage = report->summary.run->rules->usage;
    const struct assay_step *step = step_of(usage, standing);
    struct text words = {0};
    if (step) {
        text_add(&words, "Where: ");
        step_words(&words, step, standing);
        if (step->address) text_addf(&words, " %s", step->address);
    } else if (standing->status == STANDING_ACTIVE && usage->active) {
        text_addf(&words, "Active: %s", usage->active->means);
        if (usage->active->address) text_addf(&words, " %s", usage->active->address);
    }
    if (words.length || words.failed) {
        text_add_repeat(style->out, ' ', indent);
        style_words_of(style, &words, indent + 2, indent);
    }
    text_free(&words);
}
