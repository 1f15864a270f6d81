/* status.h - the report of `assay status`, in its formats. */
#ifndef ASSAY_STATUS_H
#define ASSAY_STATUS_H

#include "runtime/base/output.h"
#include "runtime/base/text.h"
#include "runtime/cli/report.h"

/* One function per format. */
void status_text(const struct report *report, struct text *out);
void status_json(const struct report *report, struct text *out);
void status_csv(const struct report *report, struct text *out);
void status_html(const struct report *report, struct text *out); /* see page.h */

/* The report in any format. */
void status_write(const struct report *report, enum command_format format, struct text *out);

/* Opens what -o names, before anything is read; -1 to go on, else the exit status. Then prints the report there, or to
 * standard output; the exit status. `output` starts zeroed; where its path is set at the end, discard it. */
int status_open(const struct command_options *options, struct output *output);
int status_print(struct report *report, struct output *output);

/* The first measure of a specialization in summary.measures. */
const struct summary_measure *status_measures(const struct report *report,
                                              const struct assay_specialization *specialization);

/* The shown text of a code of an absent field: the value as the rules' author wrote it; NULL for a blank or any other.
 */
const char *status_value(const struct assay_ruleset *rules, uint16_t field, uint16_t code);

/* The texts of an eligibility that failed, unknown spellings first, then most rows first; malloc'd pointers, *count of
 * them; NULL: no memory. Blank is not among them. */
const struct excluded_text **status_texts(const struct excluded_reason *reason, size_t *count);

#endif
