/* report_fresh.h - which figures may still change and when to look again, in words and for programs. */
#ifndef ASSAY_REPORT_FRESH_H
#define ASSAY_REPORT_FRESH_H

#include "runtime/base/json.h"
#include "runtime/cli/report.h"
#include "runtime/usage/fresh.h"

void report_fresh(struct fresh *fresh, const struct report *report);

/* A sentence each; nothing where the rules do not state it, or the day is not known. */
void report_fresh_performance(struct text *out, const struct report *report);
void report_fresh_knowledge(struct text *out, const struct report *report);

/* "freshness": an object of two, each of which may be null. */
void report_fresh_json(struct json *json, const struct report *report);

#endif
