#include "runtime/cli/report_fresh.h"

#include "runtime/cli/json_value.h"
#include "runtime/cli/style.h"
#include "runtime/usage/month.h"

void report_fresh(struct fresh *fresh, const struct report *report) {
    const struct run *run = report->summary.run;
    bool months = run->newest_any != LEDGER_NEVER;
    fresh_make(fresh, run->rules->usage, run->as_of, months ? run->oldest_any : -1, months ? run->newest_any : -1);
}

/* "2023-04 may still change until 2023-05-20, 2023-05 until 2023-06-20" */
static void fresh_months(struct text *out, const struct fresh *fresh) {
    for (int32_t month = fresh->first; month <= fresh->last; month++) {
        char name[MONTH_TEXT];
        month_text(name, month);
        text_addf(out, "%s%s%s until ", month > fresh->first ? ", " : "", name,
                  month > fresh->first ? "" : " may still change");
        style_date(out, fresh_until(fresh->performance, month));
    }
}

void report_fresh_performance(struct text *out, const struct report *report) {
    struct fresh fresh;
    report_fresh(&fresh, report);
    if (!fresh.performance) return;
    if (fresh.first <= fresh.last) {
        text_add(out, "Figures of ");
        fresh_months(out, &fresh);
        text_add(out, "; look again on ");
    } else {
        text_add(out, "Figures were refreshed by ");
        style_date(out, fresh.refreshed);
        text_add(out, "; export again if the file is older. Look again on ");
    }
    style_date(out, fresh.look);
    text_add_char(out, '.');
}

void report_fresh_knowledge(struct text *out, const struct report *report) {
    struct fresh fresh;
    report_fresh(&fresh, report);
    if (!fresh.knowledge || !report->summary.run->rules->usage->certification_count) return;
    text_add(out, "Certifications earned since ");
    style_date(out, fresh.since);
    text_add(out, " may not be shown yet; look again on ");
    style_date(out, fresh.look_then);
    text_add_char(out, '.');
}

/* ---- For programs ---- */

static void fresh_json_performance(struct json *json, const struct fresh *fresh) {
    json_object(json, "performance");
    json_uint(json, "day_of_month", fresh->performance->day);
    json_date(json, "refreshed", fresh->refreshed);
    json_array(json, "may_change");
    for (int32_t month = fresh->first; month <= fresh->last; month++) {
        json_object(json, NULL);
        json_month(json, "month", month);
        json_date(json, "until", fresh_until(fresh->performance, month));
        json_end_object(json);
    }
    json_end_array(json);
    json_date(json, "look_again", fresh->look);
    json_source(json, &fresh->performance->cites);
    json_end_object(json);
}

static void fresh_json_knowledge(struct json *json, const struct fresh *fresh) {
    json_object(json, "knowledge");
    json_uint(json, "within_days", fresh->knowledge->days);
    json_date(json, "may_lack_since", fresh->since);
    json_date(json, "look_again", fresh->look_then);
    json_source(json, &fresh->knowledge->cites);
    json_end_object(json);
}

void report_fresh_json(struct json *json, const struct report *report) {
    struct fresh fresh;
    report_fresh(&fresh, report);
    json_object(json, "freshness");
    if (fresh.performance)
        fresh_json_performance(json, &fresh);
    else
        json_null(json, "performance");
    if (fresh.knowledge)
        fresh_json_knowledge(json, &fresh);
    else
        json_null(json, "knowledge");
    json_end_object(json);
}
