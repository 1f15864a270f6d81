/* status_csv.c - `assay status --format csv`: one record per requirement line, and per part of one, for spreadsheets.
 *
 * RFC 4180 with line feeds, UTF-8. A text that a spreadsheet would run as a formula gets an apostrophe in front: one
 * that begins with = + - @, a tab or a carriage return. Numbers, days and months are written bare, and stay what they
 * are. What is not known or not asked is empty. */
#include "runtime/cli/status.h"

#include "runtime/cli/cells.h"

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

static void csv_source(struct text *out, const struct assay_citation *cites) {
    cells_text(out, cites->title ? cites->title : "");
    cells_day(out, cites->title ? cites->date : 0);
    text_add(out, !cites->title ? "" : cites->secondary ? "yes" : "no");
    text_add_char(out, ',');
}

static const char *csv_unit(const struct csv_place *place, const struct assay_requirement *requirement) {
    if (requirement->kind == ASSAY_REQUIRES_AMOUNT) return place->report->standings.usage.rules->usage->currency;
    return requirement->percent ? "percent" : "number";
}

static void csv_figures(struct text *out, const struct csv_place *place, const struct standing_verdict *verdict) {
    bool has = verdict->has_amount;
    cells_month(out, verdict->has_window && verdict->from <= verdict->until, verdict->from);
    cells_month(out, verdict->has_window && verdict->from <= verdict->until, verdict->until);
    cells_amount(out, has, verdict->needed);
    cells_amount(out, has && verdict->known, verdict->certain);
    cells_amount(out, has && verdict->known, verdict->possible);
    cells_text(out, has ? csv_unit(place, verdict->requirement) : "");
}

static void csv_counts(struct text *out, const struct standing_verdict *verdict) {
    const struct standing_count *count = &verdict->count;
    cells_text(out, count->asked ? status_heads(verdict->requirement, 2) : "");
    cells_count(out, count->asked && count->needed, count->needed);
    cells_count(out, count->asked, count->certain);
    cells_count(out, count->asked && count->bounded, count->possible);
}

static void csv_record(struct text *out, const struct csv_place *place, const struct standing_verdict *verdict) {
    static const char *const answers[] = {"no", "yes", "cannot tell"};
    const struct assay_requirement *requirement = verdict->requirement;
    cells_text(out, place->standing->specialization->name);
    cells_text(out, place->standing->specialization->area);
    cells_text(out, standing_status_word(place->standing->status));
    cells_count(out, true, place->line);
    cells_text(out, place->part);
    cells_text(out, requirement->text);
    csv_source(out, place->cites);
    cells_day(out, requirement->from);
    cells_day(out, requirement->until);
    csv_figures(out, place, verdict);
    cells_text(out, place->in_force ? answers[verdict->met] : "not in force");
    cells_text(out, standing_doubt_words(verdict->doubt));
    csv_counts(out, verdict);
    cells_day(out, verdict->valid_until);
    cells_end(out);
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
