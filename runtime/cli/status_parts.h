/* status_parts.h - the parts of the text of `assay status`, from top to bottom. */
#ifndef ASSAY_STATUS_PARTS_H
#define ASSAY_STATUS_PARTS_H

#include "runtime/cli/status.h"
#include "runtime/cli/style.h"

/* Rules, usage, assumptions, the partner's inputs. */
void status_head(struct style *style, const struct report *report);

/* All specializations on one screen, what needs attention first (report_order.h). Of those that wait for what is not
 * published the names alone, and how many are not begun. */
void status_overview(struct style *style, const struct report *report);

/* Where the next step is taken, or what being Active brings; nothing where the rules do not state it. */
void status_step(struct style *style, const struct report *report, const struct standing *standing, size_t indent);

/* What the answers of report->only rest on, line by line, and the days ahead. */
void status_detail(struct style *style, const struct report *report);

/* What counts per measure, what does not and why, what cannot be told. */
void status_usage(struct style *style, const struct report *report);

#endif
