/* status_text.c - `assay status` for people. */
#include "runtime/cli/status_parts.h"

/* Where no requirement is stated, there is nothing to stand against. */
static bool text_has_requirements(const struct report *report) {
    for (size_t s = 0; s < report->standings.count; s++)
        if (report->standings.all[s].specialization->requirement_count) return true;
    return false;
}

void status_text(const struct report *report, struct text *out) {
    struct style style = report->to_file ? style_of_file(out) : style_of_stdout(out);
    status_head(&style, report);
    bool requirements = !report->options->measures && text_has_requirements(report);
    if (requirements && report->only)
        status_detail(&style, report);
    else if (requirements)
        status_overview(&style, report);
    if (!requirements || report->only) status_usage(&style, report);
}
