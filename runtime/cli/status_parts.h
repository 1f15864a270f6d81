/* status_parts.h - the parts of the text of `assay status`, from top to bottom. */
#ifndef ASSAY_STATUS_PARTS_H
#define ASSAY_STATUS_PARTS_H

#include "runtime/cli/status.h"
#include "runtime/cli/style.h"

/* Rules, usage, assumptions, the partner's inputs. */
void status_head(struct style *style, const struct report *report);

/* All specializations on one screen, what needs attention first:
 *   1. the partner has it, and it is in danger: a line is not met, the renewal is due, or something it rests on ends
 *      within 60 days;
 *   2. only the audit or the references are left;
 *   3. something else is missing: the fewest lines that are not met first;
 *   4. nothing is known to be missing before the audit or the references, but something cannot be told;
 *   5. Active, and nothing is near;
 *   6. nothing is missing, and what cannot be told is not published: their names alone;
 *   7. not begun: nothing counts or may count, nobody is certified, nothing is stated. These are counted in one line.
 * Designations begin nothing, since most specializations share them. */
void status_overview(struct style *style, const struct report *report);

/* What the answers of report->only rest on, line by line, and the days ahead. */
void status_detail(struct style *style, const struct report *report);

/* What counts per measure, what does not and why, what cannot be told. */
void status_usage(struct style *style, const struct report *report);

#endif
