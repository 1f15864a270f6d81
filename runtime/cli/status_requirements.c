#include "runtime/cli/status_requirements.h"

#include "runtime/cli/json_value.h"
#include "runtime/cli/words.h"
#include "runtime/usage/makeup.h"
#include "runtime/usage/step.h"

#define JSON_CUSTOMERS 25 /* of a sum, unless --customers says otherwise */

static const char *requirements_kind(uint8_t kind) {
    static const char *const names[] = {
        [ASSAY_REQUIRES_AMOUNT] = "amount",           [ASSAY_REQUIRES_GROWTH] = "growth",
        [ASSAY_REQUIRES_METRIC] = "metric",           [ASSAY_REQUIRES_PEOPLE] = "people",
        [ASSAY_REQUIRES_DESIGNATION] = "designation", [ASSAY_REQUIRES_AUDIT] = "audit",
        [ASSAY_REQUIRES_REFERENCES] = "references",   [ASSAY_REQUIRES_ANY_OF] = "any of",
        [ASSAY_REQUIRES_ALL_OF] = "all of",           [ASSAY_REQUIRES_UNPUBLISHED] = "not published"};
    return kind < sizeof names / sizeof *names ? names[kind] : NULL;
}

/* Where a line stands. */
struct place {
    const struct report *report;
    const struct outlook *outlook;
};

static void json_known_money(struct json *json, const char *key, bool known, assay_money amount) {
    if (known)
        json_money(json, key, amount);
    else
        json_null(json, key);
}

/* Where the rules say it; a part has a line of its own. */
static void json_rule(struct json *json, const char *file, const struct assay_requirement *requirement) {
    if (!requirement->lines) return;
    json_object(json, "rule");
    json_string(json, "file", file);
    json_uint(json, "line", requirement->lines[0]);
    json_end_object(json);
}

/* ---- What is needed, held and missing ---- */

static void json_amount(struct json *json, const struct outlook_verdict *line) {
    const struct standing_verdict *verdict = line->verdict;
    json_known_money(json, "needed", verdict->has_amount, verdict->needed);
    json_known_money(json, "certain", verdict->has_amount && verdict->known, verdict->certain);
    json_known_money(json, "possible", verdict->has_amount && standing_is_bounded(verdict), verdict->possible);
    if (!verdict->has_amount) return;
    if (verdict->requirement->kind == ASSAY_REQUIRES_AMOUNT) {
        json_known_money(json, "least", verdict->known, verdict->least);
        json_known_money(json, "greatest", verdict->known, verdict->greatest);
    }
    if (!line->missing.amount_told) {
        json_null(json, "missing");
        return;
    }
    json_object(json, "missing");
    json_money(json, "least", line->missing.amount_least);
    json_money(json, "most", line->missing.amount_most);
    json_end_object(json);
}

/* Measures of a sum that are not in force, where there are any. */
static void json_absent(struct json *json, const struct place *place, const struct standing_verdict *verdict) {
    const struct assay_requirement *requirement = verdict->requirement;
    bool any = false;
    for (uint16_t i = 0; requirement->kind == ASSAY_REQUIRES_AMOUNT && i < requirement->name_count; i++) {
        struct standing_absence absence;
        if (!standing_absent(&place->report->standings.usage, place->outlook->standing->specialization, requirement, i,
                             &absence))
            continue;
        if (!any) json_array(json, "not_in_force");
        any = true;
        json_object(json, NULL);
        json_string(json, "measure", absence.name);
        json_date(json, "since", absence.since);
        json_date(json, "before", absence.before);
        json_end_object(json);
    }
    if (any) json_end_array(json);
}

static void json_window(struct json *json, const struct standing_verdict *verdict) {
    if (!verdict->has_window) {
        json_null(json, "window");
        return;
    }
    json_object(json, "window");
    json_month(json, "from", verdict->from);
    json_month(json, "to", verdict->until);
    json_end_object(json);
}

/* null: what is not bounded, and a number that is not published. */
static void json_count(struct json *json, const char *key, const struct outlook_verdict *line) {
    const struct standing_count *count = &line->verdict->count;
    if (!count->asked) {
        json_null(json, key);
        return;
    }
    json_object(json, key);
    if (count->needed)
        json_uint(json, "needed", count->needed);
    else
        json_null(json, "needed");
    json_uint(json, "certain", count->certain);
    if (count->bounded)
        json_uint(json, "possible", count->possible);
    else
        json_null(json, "possible");
    if (line->missing.count_told || !count->needed) {
        json_object(json, "missing");
        json_uint(json, "least", line->missing.count_least);
        json_uint(json, "most", line->missing.count_most);
        json_end_object(json);
    } else {
        json_null(json, "missing");
    }
    json_end_object(json);
}

static void json_heads(struct json *json, const struct outlook_verdict *line) {
    uint8_t kind = line->verdict->requirement->kind;
    bool stated = kind == ASSAY_REQUIRES_PEOPLE || kind == ASSAY_REQUIRES_REFERENCES;
    if (stated) json_null(json, "customers");
    json_count(json, stated ? requirements_kind(kind) : "customers", line);
}

static void json_validity(struct json *json, const struct standing_verdict *verdict) {
    if (verdict->name) json_string(json, "name", verdict->name);
    if (verdict->since) json_date(json, "since", verdict->since);
    if (verdict->valid_until) json_date(json, "valid_until", verdict->valid_until);
    const struct assay_requirement *requirement = verdict->requirement;
    if (!requirement->from && !requirement->until) return;
    json_object(json, "effective");
    json_date(json, "from", requirement->from);
    json_date(json, "until", requirement->until);
    json_end_object(json);
}

/* ---- What it is made of ---- */

static void json_by_month(struct json *json, const struct makeup *makeup) {
    json_array(json, "by_month");
    for (size_t i = 0; i < makeup->month_count; i++) {
        json_object(json, NULL);
        json_month(json, "month", makeup->months[i].month);
        json_money(json, "certain", tally_net(&makeup->months[i].certain));
        json_money(json, "possible", tally_net(&makeup->months[i].possible));
        json_end_object(json);
    }
    json_end_array(json);
}

/* The largest customers, those that hold nothing above zero included. */
static void json_held(struct json *json, const struct report *report, const struct makeup *makeup) {
    size_t most = report_customers(report, JSON_CUSTOMERS);
    json_uint(json, "largest_customers_total", makeup->customer_count);
    json_bool(json, "largest_customers_cut", makeup->customer_count > most);
    if (makeup->customer_count > most) json_string(json, "largest_customers_all", "status --customers all");
    json_array(json, "largest_customers");
    for (size_t i = 0; i < makeup->customer_count && i < most; i++) {
        const struct makeup_customer *customer = &makeup->customers[i];
        size_t length;
        json_object(json, NULL);
        json_string(json, "customer", makeup_customer_text(&report->standings, customer->number, &length));
        json_money(json, "certain", tally_net(&customer->certain));
        json_money(json, "possible", tally_net(&customer->certain) + tally_net(&customer->undecided));
        json_end_object(json);
    }
    json_end_array(json);
}

static void json_makeup(struct json *json, const struct place *place, const struct standing_verdict *verdict) {
    struct makeup makeup;
    const struct report *report = place->report;
    if (verdict->requirement->kind != ASSAY_REQUIRES_AMOUNT) return;
    if (!makeup_make(&makeup, &report->standings, (size_t)(place->outlook - report->outlooks.all), verdict, NULL))
        json->out->failed = true;
    json_by_month(json, &makeup);
    json_held(json, report, &makeup);
    makeup_free(&makeup);
}

static void json_value(struct json *json, const struct report *report, const char *key, const char *name,
                       int32_t month) {
    assay_money value = 0;
    bool known = report->has_partner && partner_metric_value(&report->partner, name, month, &value);
    json_known_money(json, key, known, value);
}

/* Of GROWTH: the two values of each metric that are compared; null: not known. */
static void json_metrics(struct json *json, const struct report *report, const struct standing_verdict *verdict) {
    const struct assay_requirement *requirement = verdict->requirement;
    if (requirement->kind != ASSAY_REQUIRES_GROWTH || !verdict->has_window) return;
    json_array(json, "metrics");
    for (uint16_t i = 0; i < requirement->name_count; i++) {
        json_object(json, NULL);
        json_string(json, "name", requirement->names[i]);
        json_value(json, report, "from", requirement->names[i], verdict->from);
        json_value(json, report, "to", requirement->names[i], verdict->until);
        json_end_object(json);
    }
    json_end_array(json);
}

/* ---- What matters next ---- */

static void json_leaving(struct json *json, const struct outlook_verdict *line) {
    const struct standing_verdict *stays = &line->stays;
    bool sum = stays->has_amount;
    if (!line->has_leaving) return;
    json_object(json, "without_oldest_month");
    if (sum) json_month(json, "month", line->leaving);
    if (sum) json_money(json, "certain", stays->certain);
    if (sum) json_money(json, "possible", stays->possible);
    if (stays->count.asked) json_uint(json, "customers", stays->count.certain);
    if (stays->count.asked) json_uint(json, "customers_possible", stays->count.possible);
    json_string(json, "met", words_answer(stays->met));
    json_end_object(json);
}

static void json_share(struct json *json, uint32_t share) {
    char text[16];
    snprintf(text, sizeof text, "%u.%02u", share / 100, share % 100);
    json_string(json, "percent", text);
}

static void json_largest(struct json *json, const struct outlook_verdict *line) {
    if (!line->largest.customer) return;
    json_object(json, "largest_customer");
    json_string(json, "customer", line->largest.customer);
    json_money(json, "certain", line->largest.amount);
    json_share(json, line->largest.share);
    json_end_object(json);
}

static void json_breakers(struct json *json, const struct outlook_verdict *line) {
    if (!line->breaker_count) return;
    json_array(json, "hangs_on_customers");
    for (size_t i = 0; i < line->breaker_count; i++) {
        const struct outlook_breaker *breaker = &line->breakers[i];
        json_object(json, NULL);
        json_string(json, "customer", breaker->customer);
        json_money(json, "certain", breaker->certain);
        json_bool(json, "by_amount", breaker->by_amount);
        json_bool(json, "by_count", breaker->by_count);
        json_string(json, "met_without", words_answer(breaker->then));
        json_end_object(json);
    }
    json_end_array(json);
}

static void json_date_ahead(struct json *json, const struct outlook_date *date) {
    json_object(json, NULL);
    json_string(json, "what", outlook_kind_name(date->kind));
    json_date(json, "day", date->day);
    if (date->or_day) json_date(json, "or_day", date->or_day);
    json_bool(json, "over", date->days < 0);
    json_uint(json, "days", (uint64_t)(date->days < 0 ? -date->days : date->days));
    if (date->notice)
        json_uint(json, "notice", date->notice);
    else
        json_null(json, "notice");
    if (date->requirement) json_string(json, "requirement", date->requirement->text);
    if (date->person) json_string(json, "person", date->person);
    if (date->name) json_string(json, "name", date->name);
    if (outlook_says_met(date)) json_string(json, "met_today", words_answer(date->met));
    json_end_object(json);
}

/* ---- Lines ---- */

static void json_line(struct json *json, const struct place *place, const struct outlook_verdict *line);

static void json_parts(struct json *json, const struct place *place, const struct outlook_verdict *line) {
    const struct assay_requirement *requirement = line->verdict->requirement;
    bool any = requirement->kind == ASSAY_REQUIRES_ANY_OF, all = requirement->kind == ASSAY_REQUIRES_ALL_OF;
    if (!requirement->part_count) return;
    json_array(json, any ? "any_of" : all ? "all_of" : "of_which");
    for (uint16_t i = 0; i < requirement->part_count; i++)
        json_line(json, place, &line->parts[i]);
    json_end_array(json);
}

/* Which line of the specialization it is, lines out of force counted too: as CSV, evidence and anchors of the page say
 * it. Parts have no number here, since they stand in their line. */
static void json_number(struct json *json, const struct place *place, const struct assay_requirement *requirement) {
    const struct assay_specialization *specialization = place->outlook->standing->specialization;
    for (uint16_t i = 0; i < specialization->requirement_count; i++)
        if (&specialization->requirements[i] == requirement) json_uint(json, "line", i + 1u);
}

static void json_line(struct json *json, const struct place *place, const struct outlook_verdict *line) {
    const struct standing_verdict *verdict = line->verdict;
    const struct assay_requirement *requirement = verdict->requirement;
    json_object(json, NULL);
    json_number(json, place, requirement);
    json_string(json, "text", requirement->text);
    json_string(json, "kind", requirements_kind(requirement->kind));
    if (requirement->option) json_string(json, "option", requirement->option);
    json_source(json, &requirement->cites);
    json_rule(json, place->outlook->standing->specialization->file, requirement);
    json_amount(json, line);
    json_string(json, "met", words_answer(verdict->met));
    if (verdict->doubt) json_string(json, "doubt", standing_doubt_words(verdict->doubt));
    json_absent(json, place, verdict);
    json_window(json, verdict);
    json_heads(json, line);
    json_makeup(json, place, verdict);
    json_metrics(json, place->report, verdict);
    json_validity(json, verdict);
    json_leaving(json, line);
    json_largest(json, line);
    json_breakers(json, line);
    json_parts(json, place, line);
    json_end_object(json);
}

/* The number of the line that a warning is about; null: it is about the specialization. */
static void json_warned_line(struct json *json, const struct place *place, const struct outlook_warning *warning) {
    size_t number = outlook_line_number(place->outlook->standing->specialization, outlook_warned_of(warning));
    if (number)
        json_uint(json, "line", number);
    else
        json_null(json, "line");
}

static void json_warning(struct json *json, const struct place *place, const struct outlook_warning *warning) {
    json_object(json, NULL);
    json_string(json, "what", outlook_warning_name(warning->kind));
    json_string(json, "text", warning->words);
    if (warning->day)
        json_date(json, "day", warning->day);
    else
        json_null(json, "day");
    json_bool(json, "danger", warning->danger);
    json_warned_line(json, place, warning);
    json_string(json, "met_then", words_answer(warning->then));
    json_end_object(json);
}

/* Where the next step is taken; null: nowhere that the rules state. */
static void json_step(struct json *json, const struct assay_usage *usage, const struct standing *standing) {
    const struct assay_step *step = step_of(usage, standing);
    if (!step) {
        json_null(json, "next_step");
        return;
    }
    json_object(json, "next_step");
    json_string(json, "kind", step_kind_name(step));
    json_string(json, "action", step->action);
    json_string(json, "site", step->site);
    json_string(json, "address", step->address);
    json_array(json, "path");
    for (uint16_t i = 0; i < step->place_count; i++)
        json_string(json, NULL, step_place(&step->places[i], standing->specialization));
    json_end_array(json);
    json_array(json, "roles");
    for (uint16_t i = 0; i < step->role_count; i++)
        json_string(json, NULL, step->roles[i]);
    json_end_array(json);
    json_string(json, "available", words_answer(step_available(step, standing)));
    json_source(json, &step->cites);
    json_end_object(json);
}

void status_requirements_head(struct json *json, const struct report *report, const struct outlook *outlook) {
    const struct standing *standing = outlook->standing;
    json_string(json, "status", standing_status_word(standing->status));
    json_string(json, "next", outlook->next);
    json_step(json, report->summary.run->rules->usage, standing);
    json_string(json, "prerequisites", words_answer(standing->prerequisites));
}

void status_requirements_json(struct json *json, const struct report *report, const struct outlook *outlook) {
    const struct place place = {report, outlook};
    json_array(json, "warnings");
    for (size_t i = 0; i < outlook->warning_count; i++)
        json_warning(json, &place, &outlook->warnings[i]);
    json_end_array(json);
    json_array(json, "requirements");
    for (size_t i = 0; i < outlook->standing->verdict_count; i++)
        json_line(json, &place, &outlook->verdicts[i]);
    json_end_array(json);
    json_array(json, "dates");
    for (size_t i = 0; i < outlook->date_count; i++)
        json_date_ahead(json, &outlook->dates[i]);
    json_end_array(json);
}
