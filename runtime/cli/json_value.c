#include "runtime/cli/json_value.h"

#include "runtime/usage/month.h"

#include <stdio.h>

void json_month(struct json *json, const char *key, int32_t month) {
    char text[MONTH_TEXT];
    if (month >= 0) month_text(text, month);
    json_string(json, key, month >= 0 ? text : NULL);
}

void json_date(struct json *json, const char *key, uint32_t date) {
    char text[48];
    snprintf(text, sizeof text, "%04u-%02u-%02u", date / 10000, date / 100 % 100, date % 100);
    json_string(json, key, date ? text : NULL);
}
