/* status_requirements.h - where a partner stands, in the JSON of `assay status`. */
#ifndef ASSAY_STATUS_REQUIREMENTS_H
#define ASSAY_STATUS_REQUIREMENTS_H

#include "runtime/base/json.h"
#include "runtime/cli/report.h"

/* Members of the specialization's object: "status", "next", "prerequisites". */
void status_requirements_head(struct json *json, const struct report *report, const struct outlook *outlook);

/* Likewise "warnings", what will break, "requirements", and "dates", the days ahead. */
void status_requirements_json(struct json *json, const struct report *report, const struct outlook *outlook);

#endif
