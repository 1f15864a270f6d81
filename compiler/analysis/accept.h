/* accept.h - findings that the rules accept.
 *
 * A finding is known by its code and its mark. The mark is made of all that the finding says and of no place, so that
 * an acceptance outlives lines put in above it, and ends when what was accepted means something else. */
#ifndef ASSAY_ANALYSIS_ACCEPT_H
#define ASSAY_ANALYSIS_ACCEPT_H

#include "compiler/model/model.h"

enum { FINDING_MARK_LENGTH = 8 };

/* The first 8 hexadecimal digits of the SHA-256 of the code, a line end and the subject. In the arena; NULL when it
 * cannot be computed. */
const char *finding_mark(enum message_code code, const char *subject, struct arena *arena);

/* After all findings were added: gives them their marks, accepts those that an acceptance of the model names, adds
 * A0790 for each acceptance that names none, and counts anew. Acceptances of codes that are off are left alone. */
void accept_findings(const struct model *model, struct diagnostics *diagnostics);

#endif
