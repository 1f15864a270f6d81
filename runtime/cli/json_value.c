#include "runtime/cli/json_value.h"

#include "runtime/usage/day.h"
#include "runtime/usage/month.h"

void json_month(struct json *json, const char *key, int32_t month) {
    char text[MONTH_TEXT];
    if (month >= 0) month_text(text, month);
    json_string(json, key, month >= 0 ? text : NULL);
}

void json_date(struct json *json, const char *key, uint32_t date) {
    char text[DAY_TEXT];
    day_text(text, date);
    json_string(json, key, date ? text : NULL);
}

void json_money(struct json *json, const char *key, assay_money amount) {
    char exact[ASSAY_MONEY_TEXT];
    assay_money_exact(exact, amount);
    json_string(json, key, exact);
}

void json_source(struct json *json, const struct assay_citation *cites) {
    struct text source = {0};
    char date[DAY_TEXT];
    if (!cites->title) return;
    day_text(date, cites->date);
    text_addf(&source, "%s, %s", cites->title, date);
    json_string(json, "source", source.failed ? NULL : source.data);
    json_bool(json, "secondary", cites->secondary);
    json_string(json, "source_address", cites->address);
    if (source.failed) json->out->failed = true;
    text_free(&source);
}
