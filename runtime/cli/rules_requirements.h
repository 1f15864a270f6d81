/* rules_requirements.h - what `assay rules` shows of requirements, metrics, certifications and the renewal. */
#ifndef ASSAY_RULES_REQUIREMENTS_H
#define ASSAY_RULES_REQUIREMENTS_H

#include "runtime/base/json.h"
#include "runtime/core/assay.h"

/* Lines of one specialization, each with where it stands and what it cites; those in force on some days only say when.
 */
void requirements_text(struct text *out, const struct assay_specialization *specialization);

/* Members of the specialization's object: "requirements" and "metrics". */
void requirements_json(struct json *json, const struct assay_specialization *specialization);

/* Members of the usage's object: "certifications", and "renewal", which may be null. */
void requirements_json_usage(struct json *json, const struct assay_usage *usage);

/* "cites": an object, or null. "from", "until" and the like: a date, or null. */
void requirements_json_cites(struct json *json, const struct assay_citation *cites);
void requirements_json_date(struct json *json, const char *key, uint32_t date);
void requirements_json_texts(struct json *json, const char *key, const char *const *texts, size_t count);

#endif
