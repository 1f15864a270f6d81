/* certificate.h - what a proof is told as, to people and to programs. Deterministic: no clock, no folder of the
 * machine.
 */
#ifndef ASSAY_PROOF_CERTIFICATE_H
#define ASSAY_PROOF_CERTIFICATE_H

#include "compiler/proof/proof.h"
#include "runtime/base/text.h"

/* What the tables were proved to be, and how. */
void certificate_text(const struct proof *proof, struct text *out);
void certificate_json(const struct proof *proof, struct text *out);

/* What differs, and what to do. `folder` is where the tables stand; `remedy` is the call that makes them anew. */
void certificate_differences_text(const struct proof *proof, const char *folder, const char *remedy, struct text *out);
void certificate_differences_json(const struct proof *proof, const char *remedy, struct text *out);

/* The same for tables that could not be read. */
void certificate_error_text(const struct decode_error *error, const char *folder, const char *remedy, struct text *out);
void certificate_error_json(const struct decode_error *error, const char *remedy, struct text *out);

#endif
