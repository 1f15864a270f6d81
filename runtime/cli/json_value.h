/* json_value.h - months, days, amounts and sources as JSON members, the same in all reports. */
#ifndef ASSAY_JSON_VALUE_H
#define ASSAY_JSON_VALUE_H

#include "runtime/base/json.h"
#include "runtime/core/assay.h"

/* "2024-05"; null when the month is below zero. */
void json_month(struct json *json, const char *key, int32_t month);

/* "2024-06-01" of YYYYMMDD; null when it is 0. */
void json_date(struct json *json, const char *key, uint32_t date);

/* An exact plain decimal, as a text. */
void json_money(struct json *json, const char *key, assay_money amount);

/* Members "source", "Title, 2023-07-11" or, of a date of which only the year is known, the year; "secondary" and
 * "source_address". Nothing where nothing is cited. */
void json_source(struct json *json, const struct assay_citation *cites);

#endif
