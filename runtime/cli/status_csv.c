/* status_csv.c - `assay status --format csv`: one record per requirement line, and per part of one, for spreadsheets.
 *
 * RFC 4180 with line feeds, UTF-8. A text that a spreadsheet would run as a formula gets an apostrophe in front: see
 * csv.h. Numbers, days and months are written bare, and stay what they are. What is not known or not asked is empty. */
#include "runtime/cli/cells.h"
#include "runtime/cli/report_fresh.h"
#include "runtime/cli/report_order.h"
#include "runtime/cli/status.h"
#include "runtime/cli/words.h"
#include "runtime/usage/step.h"

#include <stdlib.h>

#define CSV_HEADER                                                                                                     \
    "specialization,area,status,line,part,requirement,source,source_date,secondary,from,until,window_from,"            \
    "window_to,needed,certain,possible,unit,met,doubt,count_of,count_needed,count_certain,count_possible,"             \
    "valid_until,since,missing_least,missing_most,count_missing_least,count_missing_most,attention,attention_place,"   \
    "rule,least,greatest,next,warnings,cautions,not_in_force,source_address,step,step_available,may_change_until,"     \
    "look_again\n"

/* Where a record stands. */
struct csv_place {
    const struct report *report;
    const struct standing *standing;
    size_t line;      /* of the specialization's lines, from 1 */
    const char *part; /* of the line; "": the line itself */
    bool in_force;
    const struct assay_citation *cites; /* of the line */
    const struct report_ranked *ranked; /* all of them */
};

static void csv_source(struct text *out, const struct assay_citation *cites) {
    cells_text(out, cites->title ? cites->title : "");
    cells_day(out, cites->title ? cites->date : 0);
    text_add(out, !cites->title ? "" : cites->secondary ? "yes" : "no");
    text_add_char(out, ',');
}

static const char *csv_unit(const struct csv_place *place, const struct assay_requirement *requirement) {
    if (requirement->kind == ASSAY_REQUIRES_AMOUNT) return report_currency(place->report);
    return requirement->percent ? "percent" : "number";
}

static void csv_figures(struct text *out, const struct csv_place *place, const struct standing_verdict *verdict) {
    bool has = verdict->has_amount;
    cells_month(out, verdict->has_window && verdict->from <= verdict->until, verdict->from);
    cells_month(out, verdict->has_window && verdict->from <= verdict->until, verdict->until);
    cells_amount(out, has, verdict->needed);
    cells_amount(out, has && verdict->known, verdict->certain);
    cells_amount(out, has && standing_is_bounded(verdict), verdict->possible);
    cells_text(out, has ? csv_unit(place, verdict->requirement) : "");
}

static void csv_counts(struct text *out, const struct standing_verdict *verdict) {
    const struct standing_count *count = &verdict->count;
    cells_text(out, count->asked ? standing_heads(verdict->requirement, 2) : "");
    cells_count(out, count->asked && count->needed, count->needed);
    cells_count(out, count->asked, count->certain);
    cells_count(out, count->asked && count->bounded, count->possible);
}

/* What is missing, at the least and at the most: of the amount, and of those that are counted. */
static void csv_missing(struct text *out, const struct standing_verdict *verdict) {
    struct standing_missing missing = standing_missing(verdict);
    cells_amount(out, missing.amount_told, missing.amount_least);
    cells_amount(out, missing.amount_told, missing.amount_most);
    cells_count(out, missing.count_told, missing.count_least);
    cells_count(out, missing.count_told, missing.count_most);
}

/* Where the specialization stands among those that need attention, and where the rules say the line. */
static void csv_attention(struct text *out, const struct csv_place *place,
                          const struct assay_requirement *requirement) {
    size_t number = (size_t)(place->standing - place->report->standings.all);
    size_t i = report_place(place->ranked, place->report->outlooks.count, number);
    struct text rule = {0};
    cells_text(out, report_rank_name(place->ranked[i].rank));
    cells_count(out, true, i + 1);
    if (requirement->lines) text_addf(&rule, "%s:%u", place->standing->specialization->file, requirement->lines[0]);
    cells_text_of(out, &rule);
    text_free(&rule);
}

/* What comes next of the specialization, and what will break of the line, told at the line and not at its parts. What
 * is about the specialization as a whole stands at each. */
static void csv_warnings(struct text *out, const struct csv_place *place) {
    size_t number = (size_t)(place->standing - place->report->standings.all);
    const struct outlook *outlook = &place->report->outlooks.all[number];
    struct text words = {0};
    cells_text(out, outlook->next);
    for (size_t i = 0; !*place->part && i < outlook->warning_count; i++) {
        const struct outlook_warning *warning = &outlook->warnings[i];
        size_t line = outlook_line_number(place->standing->specialization, outlook_warned_of(warning));
        if (!line || line == place->line) text_addf(&words, "%s%s", words.length ? " " : "", warning->words);
    }
    cells_text_of(out, &words);
    text_free(&words);
}

/* In each record, so that none is read without. */
static void csv_cautions(struct text *out, const struct run *run) {
    struct text words = {0};
    for (size_t i = 0; i < run->cautions.count; i++)
        text_addf(&words, "%s%s", i ? " " : "", run->cautions.lines[i]);
    cells_text_of(out, &words);
    text_free(&words);
}

/* Where the specialization's next step is taken. */
static void csv_step(struct text *out, const struct csv_place *place) {
    const struct assay_step *step = step_of(place->report->summary.run->rules->usage, place->standing);
    struct text words = {0};
    if (step) step_words(&words, step, place->standing);
    cells_text_of(out, &words);
    cells_text(out, step ? words_answer(step_available(step, place->standing)) : "");
    text_free(&words);
}

/* Until when a month of the line's window may still change, and when to look again: of people likewise. */
static void csv_fresh(struct text *out, const struct csv_place *place, const struct standing_verdict *verdict) {
    struct fresh fresh;
    report_fresh(&fresh, place->report);
    int32_t last = verdict->has_window && verdict->until < fresh.last ? verdict->until : fresh.last;
    bool sum = fresh.performance && verdict->has_window;
    bool people = fresh.knowledge && verdict->requirement->kind == ASSAY_REQUIRES_PEOPLE;
    bool changes = sum && verdict->from <= verdict->until && fresh.first <= last;
    cells_day(out, changes ? fresh_until(fresh.performance, last) : 0);
    cells_day(out, sum ? fresh.look : people ? fresh.look_then : 0);
}

/* Measures of a sum that are not in force. */
static void csv_absent(struct text *out, const struct csv_place *place, const struct assay_requirement *requirement) {
    struct text words = {0};
    if (place->in_force)
        standing_absent_words(&words, &place->report->standings.usage, place->standing->specialization, requirement);
    cells_text_of(out, &words);
    text_free(&words);
}

static void csv_record(struct text *out, const struct csv_place *place, const struct standing_verdict *verdict) {
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
    cells_text(out, place->in_force ? words_answer(verdict->met) : "not in force");
    cells_text(out, standing_doubt_words(verdict->doubt));
    csv_counts(out, verdict);
    cells_day(out, verdict->valid_until);
    cells_day(out, verdict->since);
    csv_missing(out, verdict);
    csv_attention(out, place, requirement);
    cells_amount(out, verdict->known && requirement->kind == ASSAY_REQUIRES_AMOUNT, verdict->least);
    cells_amount(out, verdict->known && requirement->kind == ASSAY_REQUIRES_AMOUNT, verdict->greatest);
    csv_warnings(out, place);
    csv_cautions(out, place->report->summary.run);
    csv_absent(out, place, requirement);
    cells_text(out, place->cites->address ? place->cites->address : "");
    csv_step(out, place);
    csv_fresh(out, place, verdict);
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
static void csv_specialization(struct text *out, const struct report *report, const struct report_ranked *ranked,
                               const struct standing *standing) {
    const struct assay_specialization *specialization = standing->specialization;
    size_t judged = 0;
    for (uint16_t i = 0; i < specialization->requirement_count; i++) {
        const struct assay_requirement *requirement = &specialization->requirements[i];
        bool in_force = judged < standing->verdict_count && standing->verdicts[judged].requirement == requirement;
        const struct standing_verdict none = {.requirement = requirement};
        const struct csv_place place = {report, standing, i + 1u, "", in_force, &requirement->cites, ranked};
        if (in_force)
            csv_line(out, &place, &standing->verdicts[judged++]);
        else if (report->options->all)
            csv_line(out, &place, &none);
    }
}

void status_csv(const struct report *report, struct text *out) {
    struct report_ranked *ranked = report_order(report);
    if (!ranked) out->failed = true;
    text_add(out, CSV_HEADER);
    for (size_t s = 0; ranked && s < report->standings.count; s++) {
        const struct standing *standing = &report->standings.all[s];
        if (!report->only || report->only == standing->specialization)
            csv_specialization(out, report, ranked, standing);
    }
    free(ranked);
}
