/* status_csv.c - `assay status --format csv`: one record per requirement line, and per part of one, for spreadsheets.
 *
 * RFC 4180 with line feeds, UTF-8. A text that a spreadsheet would run as a formula gets an apostrophe in front: one
 * that begins with = + - @, a tab or a carriage return. Numbers, days and months are written bare, and stay what they
 * are. What is not known or not asked is empty. */
#include "runtime/cli/status.h"

#include "runtime/usage/csv.h"
#include "runtime/usage/month.h"

#include <string.h>

#define CSV_HEADER                                                                                                     \
    "specialization,area,status,line,part,requirement,source,source_date,secondary,from,until,window_from,"            \
    "window_to,needed,certain,possible,unit,met,doubt,count_of,count_needed,count_certain,count_possible,"             \
    "valid_until\n"

/* Where a record stands. */
struct csv_place {
    const struct report *report;
    const struct standing *standing;
    size_t line;      /* of the specialization's lines, from 1 */
    const char *part; /* of the line; "": the line itself */
    bool in_force;
    const struct assay_citation *cites; /* of the line */
};

/* ---- Cells ---- */

static void csv_end(struct text *out) {
    text_add_char(out, ',');
}

/* Texts come from rules that anybody may write. */
static void csv_text(struct text *out, const char *text) {
    csv_add_text(out, text, strlen(text));
    csv_end(out);
}

static void csv_count(struct text *out, bool known, uint64_t count) {
    if (known) text_add_uint(out, count);
    csv_end(out);
}

static void csv_amount(struct text *out, bool known, assay_money amount) {
    char exact[ASSAY_MONEY_TEXT];
    assay_money_exact(exact, amount);
    if (known) text_add(out, exact);
    csv_end(out);
}

/* A day, or the year of one of which no more is known. */
static void csv_day(struct text *out, uint32_t day) {
    if (day && day % 10000 == 0)
        text_addf(out, "%04u", day / 10000);
    else if (day)
        text_addf(out, "%04u-%02u-%02u", day / 10000, day / 100 % 100, day % 100);
    csv_end(out);
}

static void csv_month(struct text *out, bool known, int32_t month) {
    char text[MONTH_TEXT];
    if (known && month >= 0) {
        month_text(text, month);
        text_add(out, text);
    }
    csv_end(out);
}

/* ---- Records ---- */

static void csv_source(struct text *out, const struct assay_citation *cites) {
    csv_text(out, cites->title ? cites->title : "");
    csv_day(out, cites->title ? cites->date : 0);
    text_add(out, !cites->title ? "" : cites->secondary ? "yes" : "no");
    csv_end(out);
}

static const char *csv_unit(const struct csv_place *place, const struct assay_requirement *requirement) {
    if (requirement->kind == ASSAY_REQUIRES_AMOUNT) return place->report->standings.usage.rules->usage->currency;
    return requirement->percent ? "percent" : "number";
}

static void csv_figures(struct text *out, const struct csv_place *place, const struct standing_verdict *verdict) {
    bool has = verdict->has_amount;
    csv_month(out, verdict->has_window && verdict->from <= verdict->until, verdict->from);
    csv_month(out, verdict->has_window && verdict->from <= verdict->until, verdict->until);
    csv_amount(out, has, verdict->needed);
    csv_amount(out, has && verdict->known, verdict->certain);
    csv_amount(out, has && verdict->known, verdict->possible);
    csv_text(out, has ? csv_unit(place, verdict->requirement) : "");
}

static void csv_counts(struct text *out, const struct standing_verdict *verdict) {
    const struct standing_count *count = &verdict->count;
    csv_text(out, count->asked ? status_heads(verdict->requirement, 2) : "");
    csv_count(out, count->asked && count->needed, count->needed);
    csv_count(out, count->asked, count->certain);
    csv_count(out, count->asked && count->bounded, count->possible);
}

static void csv_record(struct text *out, const struct csv_place *place, const struct standing_verdict *verdict) {
    static const char *const answers[] = {"no", "yes", "cannot tell"};
    const struct assay_requirement *requirement = verdict->requirement;
    csv_text(out, place->standing->specialization->name);
    csv_text(out, place->standing->specialization->area);
    csv_text(out, standing_status_word(place->standing->status));
    csv_count(out, true, place->line);
    csv_text(out, place->part);
    csv_text(out, requirement->text);
    csv_source(out, place->cites);
    csv_day(out, requirement->from);
    csv_day(out, requirement->until);
    csv_figures(out, place, verdict);
    csv_text(out, place->in_force ? answers[verdict->met] : "not in force");
    csv_text(out, standing_doubt_words(verdict->doubt));
    csv_counts(out, verdict);
    csv_day(out, verdict->valid_until);
    if (!out->failed) out->data[out->length - 1] = '\n'; /* for the last comma */
}

static void csv_line(struct text *out, const struct csv_place *place, const struct standing_verdict *verdict);

static void csv_parts(struct text *out, const struct csv_place *place, const struct standing_verdict *verdict) {
    const struct assay_requirement *requirement = verdict->requirement;
    for (uint16_t i = 0; verdict->parts && i < requirement->part_count; i++) {
        struct csv_place inner = *place;
        struct text part = {0};
        if (*place->part) text_addf(&part, "%s, ", place->part);
        if (requirement->kind == ASSAY_REQUIRES_ANY_OF && requirement->parts[i].option)
            text_addf(&part, "option %s", requirement->parts[i].option);
        else
            text_addf(&part, "%s %u", requirement->kind == ASSAY_REQUIRES_ALL_OF ? "line" : "of which", i + 1u);
        inner.part = part.failed ? "" : part.data;
        csv_line(out, &inner, &verdict->parts[i]);
        if (part.failed) out->failed = true;
        text_free(&part);
    }
}

static void csv_line(struct text *out, const struct csv_place *place, const struct standing_verdict *verdict) {
    csv_record(out, place, verdict);
    csv_parts(out, place, verdict);
}

/* Lines out of force are shown when all are asked for; nothing is judged of them. */
static void csv_specialization(struct text *out, const struct report *report, const struct standing *standing) {
    const struct assay_specialization *specialization = standing->specialization;
    size_t judged = 0;
    for (uint16_t i = 0; i < specialization->requirement_count; i++) {
        const struct assay_requirement *requirement = &specialization->requirements[i];
        bool in_force = judged < standing->verdict_count && standing->verdicts[judged].requirement == requirement;
        const struct standing_verdict none = {.requirement = requirement};
        const struct csv_place place = {report, standing, i + 1u, "", in_force, &requirement->cites};
        if (in_force)
            csv_line(out, &place, &standing->verdicts[judged++]);
        else if (report->options->all)
            csv_line(out, &place, &none);
    }
}

void status_csv(const struct report *report, struct text *out) {
    text_add(out, CSV_HEADER);
    for (size_t s = 0; s < report->standings.count; s++) {
        const struct standing *standing = &report->standings.all[s];
        if (!report->only || report->only == standing->specialization) csv_specialization(out, report, standing);
    }
}
