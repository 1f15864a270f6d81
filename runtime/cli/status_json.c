/* status_json.c - `assay status --format json`. The names of the members are a contract. */
#include "runtime/cli/status.h"
#include "runtime/cli/json_value.h"
#include "runtime/cli/report_fresh.h"
#include "runtime/cli/report_months.h"
#include "runtime/cli/report_order.h"
#include "runtime/cli/status_requirements.h"

#include "runtime/base/json.h"
#include "runtime/usage/bind.h"

#include <stdlib.h>
#include <string.h>

static void json_ruleset(struct json *json, const struct assay_ruleset *rules) {
    json_object(json, "ruleset");
    json_string(json, "edition", rules->usage->edition);
    json_string(json, "hash", rules->hash);
    json_end_object(json);
}

/* Field names, as --assume takes them. */
static void json_absent(struct json *json, const struct run *run) {
    const struct assay_usage *usage = run->rules->usage;
    json_array(json, "absent_columns");
    for (uint16_t f = 0; f < usage->field_count; f++)
        if (run->uses[f] && run->columns[f] == BIND_ABSENT) json_string(json, NULL, usage->fields[f].name);
    json_end_array(json);
}

/* Keys are field names, which the language keeps to plain words; blank is null. */
static void json_assumed(struct json *json, const struct run *run) {
    const struct assay_usage *usage = run->rules->usage;
    json_object(json, "assumed");
    for (uint16_t f = 0; f < usage->field_count; f++)
        if (run->assumptions[f].text)
            json_string(json, usage->fields[f].name, *run->assumptions[f].text ? run->assumptions[f].text : "blank");
    json_end_object(json);
}

/* Records that are no data. */
static void json_skipped(struct json *json, const struct records *records) {
    json_object(json, "skipped");
    json_uint(json, "headers", records->headers);
    json_uint(json, "empty", records->empty);
    json_end_object(json);
}

static void json_input(struct json *json, const struct run *run, const char *path) {
    json_object(json, "input");
    json_string(json, "path", path);
    json_uint(json, "bytes", run->bytes);
    json_string(json, "sha256", run->hash);
    json_uint(json, "rows", run->rows);
    json_uint(json, "rejected", run->rejects.count);
    json_skipped(json, &run->records);
    if (run->rejects.fault.data)
        json_string(json, "fault", run->rejects.fault.data);
    else
        json_null(json, "fault");
    json_month(json, "oldest_month", run->oldest_any);
    json_month(json, "newest_month", run_newest_month(run));
    json_absent(json, run);
    json_assumed(json, run);
    json_end_object(json);
}

/* Which of the inputs a remark is about. Paths are not told: a report is the same wherever its inputs lie. */
static const char *json_remark_input(const struct report *report, const char *path) {
    const struct command_options *options = report->options;
    if (options->partner && strcmp(options->partner, path) == 0) return "statement";
    return options->trainings && strcmp(options->trainings, path) == 0 ? "trainings" : "workloads";
}

/* What was said of the partner's inputs on the way, in order. */
static void json_remarks(struct json *json, const struct report *report) {
    const struct remarks *remarks = &report->partner.remarks;
    json_array(json, "remarks");
    for (size_t i = 0; i < remarks->count; i++) {
        const struct remark *remark = &remarks->items[i];
        json_object(json, NULL);
        json_string(json, "input", json_remark_input(report, remark->path));
        if (remark->line) json_uint(json, "line", remark->line);
        if (remark->column) json_uint(json, "column", remark->column);
        json_string(json, "severity", remark->error ? "error" : "note");
        json_string(json, "text", remark->what);
        if (remark->remedy) json_string(json, "remedy", remark->remedy);
        json_end_object(json);
    }
    json_end_array(json);
}

/* How each column of days of an export is read: by which value, or by --dates; null: nothing tells. */
static void json_dates(struct json *json, const struct report *report, enum partner_kind input) {
    const struct partner *partner = &report->partner;
    json_array(json, "dates");
    for (size_t i = 0; i < partner->date_count; i++) {
        const struct dates_column *column = &partner->dates[i].column;
        const struct dates_told *told = &column->told[column->order];
        if (partner->dates[i].input != input || !dates_speaks(column)) continue;
        json_object(json, NULL);
        json_string(json, "column", column->name);
        json_string(json, "order", column->order ? dates_order_name(column->order) : NULL);
        json_string(json, "told_by", !column->order ? NULL : told->line ? "value" : "option");
        if (told->line) json_uint(json, "line", told->line);
        if (told->line) json_string(json, "value", told->text);
        json_uint(json, "undecided", dates_doubtful(column) ? column->twofold : 0);
        json_end_object(json);
    }
    json_end_array(json);
}

/* What the partner states, input by input; null where none was named. */
static void json_partner(struct json *json, const struct report *report) {
    static const char *const kinds[] = {
        [PARTNER_STATEMENT] = "statement", [PARTNER_TRAINING] = "trainings", [PARTNER_WORKLOADS] = "workloads"};
    if (!report->has_partner) {
        json_null(json, "partner");
        return;
    }
    json_object(json, "partner");
    json_string(json, "name", report->partner.name.text);
    for (int i = 0; i < PARTNER_KINDS; i++) {
        const struct partner_input *input = &report->partner.inputs[i];
        if (!input->path) continue;
        json_object(json, kinds[i]);
        json_string(json, "path", input->path);
        json_uint(json, "bytes", input->bytes);
        json_string(json, "sha256", input->sha256);
        if (i != PARTNER_STATEMENT) json_uint(json, "rows", input->rows);
        if (i != PARTNER_STATEMENT) json_uint(json, "rejected", input->rejected);
        if (i != PARTNER_STATEMENT) json_dates(json, report, (enum partner_kind)i);
        json_end_object(json);
    }
    json_string(json, "dates", report->options->dates ? dates_order_name(report->options->dates) : NULL);
    json_remarks(json, report);
    json_end_object(json);
}

/* Charges and credits added up, as of undecided rows. */
static void json_absolute(struct json *json, const struct tally *tally) {
    assay_money amount;
    if (!tally_absolute(tally, &amount)) json->out->failed = true;
    json_uint(json, "rows", tally->rows);
    json_money(json, "amount", amount);
}

static void json_duplicates(struct json *json, const struct run *run) {
    uint64_t disagreements;
    json_object(json, "duplicates");
    json_uint(json, "dropped", run->dropped);
    json_object(json, "undecided");
    json_absolute(json, &run->by_columns);
    json_array(json, "absent_columns");
    for (uint16_t f = 0; f < run->rules->usage->field_count; f++)
        if (run_once_lacks(run, f)) json_string(json, NULL, run->rules->usage->fields[f].name);
    json_end_array(json);
    json_end_object(json);
    if (run_disagreements(run, &disagreements))
        json_uint(json, "flag_disagreements", disagreements);
    else
        json_null(json, "flag_disagreements");
    json_end_object(json);
}

/* Null where the rules do not say that an export holds no record twice. */
static void json_repeats(struct json *json, const struct run *run) {
    static const char *const words[] = {
        [ONCE_REPEATS_UNDECIDED] = "undecided", [ONCE_REPEATS_COUNTED] = "counted", [ONCE_REPEATS_DROPPED] = "dropped"};
    if (run->repeats == ONCE_REPEATS_UNKNOWN) {
        json_null(json, "repeats");
        return;
    }
    json_object(json, "repeats");
    json_absolute(json, &run->repeated);
    json_string(json, "treated", words[run->repeats]);
    json_end_object(json);
}

static void json_tally(struct json *json, const struct tally *tally) {
    json_uint(json, "rows", tally->rows);
    json_money(json, "amount", tally_net(tally));
}

static void json_months(struct json *json, const struct ledger_total *total) {
    if (total->first_month > total->last_month) {
        json_null(json, "months");
        return;
    }
    json_object(json, "months");
    json_month(json, "first", total->first_month);
    json_month(json, "last", total->last_month);
    json_end_object(json);
}

static void json_by_month(struct json *json, const struct summary *summary, const struct summary_measure *measure) {
    struct ledger_month *months;
    size_t count;
    if (!summary_months(summary, (uint32_t)(measure - summary->measures), &months, &count)) json->out->failed = true;
    json_array(json, "by_month");
    for (size_t i = 0; i < count; i++) {
        json_object(json, NULL);
        json_month(json, "month", months[i].month);
        json_money(json, "certain", tally_net(&months[i].certain));
        json_money(json, "possible", tally_net(&months[i].possible));
        json_uint(json, "rows", months[i].certain.rows);
        json_uint(json, "rows_possible", months[i].possible.rows);
        json_end_object(json);
    }
    json_end_array(json);
    free(months);
}

static void json_excluded(struct json *json, const struct summary *summary, const struct summary_measure *measure) {
    json_array(json, "excluded");
    for (size_t r = 0; r < summary_reasons(summary); r++) {
        if (!measure->excluded[r].rows) continue;
        json_object(json, NULL);
        json_string(json, "reason", summary_reason(summary, r));
        json_tally(json, &measure->excluded[r]);
        json_end_object(json);
    }
    json_end_array(json);
}

static void json_measure(struct json *json, const struct summary *summary, const struct summary_measure *measure) {
    const struct ledger_total *total = &measure->total;
    json_object(json, NULL);
    json_string(json, "name", measure->measure->name);
    json_money(json, "certain", tally_net(&total->certain));
    json_money(json, "possible", tally_net(&total->possible));
    json_uint(json, "rows", total->certain.rows);
    json_uint(json, "rows_possible", total->possible.rows);
    json_uint(json, "customers", total->customers);
    json_uint(json, "customers_possible", total->customers_possible);
    json_months(json, total);
    json_by_month(json, summary, measure);
    json_excluded(json, summary, measure);
    json_end_object(json);
}

/* Where it stands among those that need attention, from 1, and why. */
static void json_attention(struct json *json, const struct report *report, const struct report_ranked *ranked,
                           uint16_t number) {
    size_t place = report_place(ranked, report->outlooks.count, number);
    json_object(json, "attention");
    json_uint(json, "place", place + 1);
    json_string(json, "rank", report_rank_name(ranked[place].rank));
    json_end_object(json);
}

static void json_specialization(struct json *json, const struct report *report, const struct report_ranked *ranked,
                                uint16_t number) {
    const struct outlook *outlook = &report->outlooks.all[number];
    const struct assay_specialization *specialization = outlook->standing->specialization;
    const struct summary_measure *measures = status_measures(report, specialization);
    json_object(json, NULL);
    json_string(json, "name", specialization->name);
    json_string(json, "area", specialization->area);
    status_requirements_head(json, report, outlook);
    json_attention(json, report, ranked, number);
    json_array(json, "measures");
    for (uint16_t m = 0; m < specialization->measure_count; m++)
        if (measures[m].in_force) json_measure(json, &report->summary, &measures[m]);
    json_end_array(json);
    status_requirements_json(json, report, outlook);
    json_end_object(json);
}

static void json_text(struct json *json, const char *text, bool known, const struct tally *tally) {
    json_object(json, NULL);
    json_string(json, "text", text);
    json_bool(json, "known", known);
    json_tally(json, tally);
    json_end_object(json);
}

/* Texts that pass though no rule names them. */
static void json_unnamed(struct json *json, const struct run *run, uint16_t e) {
    const struct excluded_reason *reason = &run->excluded.unnamed[e];
    size_t count;
    const struct excluded_text **texts = status_texts(reason, &count);
    json_object(json, NULL);
    json_string(json, "field", run->rules->usage->fields[reason->field].name);
    json_tally(json, &reason->all);
    json_array(json, "texts");
    for (size_t t = 0; texts && t < count; t++) {
        json_object(json, NULL);
        json_string(json, "text", texts[t]->shown);
        json_tally(json, &texts[t]->tally);
        json_end_object(json);
    }
    json_end_array(json);
    json_object(json, "others"); /* in no text above, so that the parts add up */
    json_tally(json, &reason->others);
    json_end_object(json);
    json_end_object(json);
    if (!texts) json->out->failed = true;
    free(texts);
}

static void json_reason(struct json *json, const struct run *run, uint16_t e) {
    const struct excluded_reason *reason = &run->excluded.reasons[e];
    size_t count;
    const struct excluded_text **texts = status_texts(reason, &count);
    json_object(json, NULL);
    json_string(json, "reason", run->rules->usage->eligibilities[e].reason);
    json_tally(json, &reason->all);
    json_array(json, "texts");
    if (reason->blank.tally.rows) json_text(json, "", reason->blank.known, &reason->blank.tally);
    for (size_t t = 0; texts && t < count; t++)
        json_text(json, texts[t]->shown, texts[t]->known, &texts[t]->tally);
    json_end_array(json);
    json_object(json, "others"); /* in no text above, so that the parts add up */
    json_tally(json, &reason->others);
    json_uint(json, "rows_unknown", reason->others_unknown);
    json_end_object(json);
    json_end_object(json);
    if (!texts) json->out->failed = true;
    free(texts);
}

static void json_aliases(struct json *json, const struct summary *summary) {
    const struct assay_usage *usage = summary->run->rules->usage;
    json_array(json, "aliases");
    for (size_t a = 0; a < summary->alias_count; a++) {
        const struct summary_alias *alias = &summary->aliases[a];
        if (!alias->tally.rows) continue;
        json_object(json, NULL);
        json_string(json, "field", usage->fields[alias->field].name);
        json_string(json, "text", alias->text);
        json_string(json, "means", alias->means);
        json_tally(json, &alias->tally);
        json_end_object(json);
    }
    json_end_array(json);
}

/* A value an absent column could hold: {"value": text, "blank" or null for any other text, ...}. */
static void json_settles(struct json *json, const char *key, const struct assay_ruleset *rules, uint16_t field,
                         const struct undecided_value *value) {
    json_object(json, key);
    json_string(json, "field", rules->usage->fields[field].name);
    json_string(json, "value", value->code == ASSAY_BLANK ? "blank" : status_value(rules, field, value->code));
    json_uint(json, "rows", value->rows);
    json_money(json, "amount", value->amount);
    json_end_object(json);
}

static void json_undecided(struct json *json, const struct summary *summary) {
    const struct undecided *undecided = &summary->undecided;
    const struct assay_ruleset *rules = summary->run->rules;
    json_object(json, "undecided");
    json_uint(json, "rows", undecided->rows);
    json_money(json, "amount", undecided->amount);
    if (undecided->best < undecided->count)
        json_settles(json, "settles", rules, undecided->fields[undecided->best].field, undecided_best(undecided));
    else
        json_null(json, "settles");
    json_object(json, "declared");
    json_uint(json, "rows", undecided->declared.rows);
    json_money(json, "amount", undecided->declared.amount);
    json_end_object(json);
    json_array(json, "fields");
    for (size_t i = 0; i < undecided->count; i++) {
        const struct undecided_field *field = &undecided->fields[i];
        json_object(json, NULL);
        json_string(json, "field", rules->usage->fields[field->field].name);
        if (field->has_declared) json_settles(json, "declared", rules, field->field, &field->declared);
        if (field->best.rows) json_settles(json, "best", rules, field->field, &field->best);
        json_end_object(json);
    }
    json_end_array(json);
    json_end_object(json);
}

static void json_notes(struct json *json, const struct report *report) {
    const struct run *run = report->summary.run;
    struct text months = {0};
    report_months_beyond(&months, report);
    json->out->failed = json->out->failed || months.failed;
    json_array(json, "cautions");
    for (size_t i = 0; i < run->cautions.count; i++)
        json_string(json, NULL, run->cautions.lines[i]);
    json_end_array(json);
    json_array(json, "notes");
    if (months.length) json_string(json, NULL, months.data);
    text_free(&months);
    for (size_t i = 0; i < run->notes.count; i++)
        json_string(json, NULL, run->notes.lines[i]);
    for (uint16_t i = 0; i < run->rules->usage->note_count; i++)
        json_string(json, NULL, run->rules->usage->notes[i]);
    json_end_array(json);
}

static void json_specializations(struct json *json, const struct report *report) {
    const struct assay_ruleset *rules = report->summary.run->rules;
    struct report_ranked *ranked = report_order(report);
    if (!ranked) json->out->failed = true;
    json_array(json, "specializations");
    for (uint16_t s = 0; ranked && s < rules->specialization_count; s++)
        if (!report->only || report->only == rules->specializations[s]) json_specialization(json, report, ranked, s);
    json_end_array(json);
    free(ranked);
}

/* What being Active brings; null: the rules do not state it. */
static void json_active(struct json *json, const struct assay_active *active) {
    if (!active) {
        json_null(json, "active");
        return;
    }
    json_object(json, "active");
    json_string(json, "means", active->means);
    json_string(json, "address", active->address);
    json_end_object(json);
}

void status_json(const struct report *report, struct text *out) {
    const struct run *run = report->summary.run;
    struct json json = {.out = out};
    json_object(&json, NULL);
    json_ruleset(&json, run->rules);
    json_input(&json, run, report->path);
    json_partner(&json, report);
    json_date(&json, "as_of", run->as_of);
    report_fresh_json(&json, report);
    json_active(&json, run->rules->usage->active);
    json_duplicates(&json, run);
    json_repeats(&json, run);
    json_specializations(&json, report);
    json_array(&json, "unnamed");
    for (uint16_t e = 0; e < run->rules->usage->eligibility_count; e++)
        if (run->excluded.unnamed[e].all.rows) json_unnamed(&json, run, e);
    json_end_array(&json);
    json_array(&json, "excluded");
    for (uint16_t e = 0; e < run->rules->usage->eligibility_count; e++)
        if (run->excluded.reasons[e].all.rows) json_reason(&json, run, e);
    json_end_array(&json);
    json_aliases(&json, &report->summary);
    json_undecided(&json, &report->summary);
    json_notes(&json, report);
    json_end_object(&json);
    json_finish(&json);
}
