/* status_detail.c - one specialization: each line with what its answer rests on, then the days ahead. */
#include "runtime/cli/status_detail.h"

#include "runtime/base/show.h"
#include "runtime/cli/gauge.h"
#include "runtime/cli/status_parts.h"
#include "runtime/cli/words.h"
#include "runtime/usage/names.h"

#include <string.h>

void detail_row(const struct detail *detail, const char *label, const struct text *words) {
    struct text *out = detail->style->out;
    if (words->failed) out->failed = true;
    if (words->failed || !words->length) return;
    text_add_repeat(out, ' ', detail->indent);
    style_left(out, label, DETAIL_LABEL);
    style_words(detail->style, words->data, detail->indent + DETAIL_LABEL, detail->indent + DETAIL_LABEL);
}

/* ---- A line's own figures ---- */

static void detail_source(const struct detail *detail, const struct assay_requirement *requirement) {
    struct text words = {0};
    if (requirement->lines) text_addf(&words, "%s:%u", detail->report->only->file, requirement->lines[0]);
    if (requirement->lines && requirement->cites.title) text_add(&words, ", ");
    words_source(&words, &requirement->cites);
    if (requirement->from || requirement->until) {
        text_add(&words, words.length ? "; in force" : "in force");
        if (requirement->from) text_add(&words, " from ");
        if (requirement->from) style_date(&words, requirement->from);
        if (requirement->until) text_add(&words, " until ");
        if (requirement->until) style_date(&words, requirement->until);
    }
    detail_row(detail, "source", &words);
    for (uint16_t i = 0; i < requirement->note_count; i++) {
        text_clear(&words);
        text_add(&words, requirement->notes[i]);
        detail_row(detail, "note", &words);
    }
    text_free(&words);
}

/* The bar stands before words that may wrap. */
static void detail_amount(const struct detail *detail, const struct standing_verdict *verdict) {
    struct style *style = detail->style;
    size_t cells = style->width / 5, column = detail->indent + DETAIL_LABEL;
    struct text words = {0};
    if (!verdict->has_amount) return;
    text_add_repeat(style->out, ' ', detail->indent);
    style_left(style->out, verdict->requirement->kind == ASSAY_REQUIRES_AMOUNT ? "amount" : "number", DETAIL_LABEL);
    gauge_bar(style, verdict, cells);
    text_add_char(style->out, ' ');
    gauge_amount(&words, verdict, report_currency(detail->report), false);
    detail_window(&words, verdict);
    style_words_of(style, &words, column, column + cells + gauge_brackets(style) + 1);
    text_free(&words);
}

static void detail_valid(const struct detail *detail, const struct standing_verdict *verdict) {
    struct text words = {0};
    if (verdict->since) {
        text_add(&words, "since ");
        style_date(&words, verdict->since);
    }
    if (verdict->valid_until) {
        text_add(&words, words.length ? ", until " : "until ");
        style_date(&words, verdict->valid_until);
    }
    if (verdict->name && verdict->requirement->kind == ASSAY_REQUIRES_DESIGNATION)
        text_addf(&words, "%s%s", words.length ? ": " : "", verdict->name);
    detail_row(detail, "held", &words);
    text_free(&words);
}

/* Measures of a sum that are not in force. */
static void detail_absent(const struct detail *detail, const struct standing_verdict *verdict) {
    struct text words = {0};
    standing_absent_words(&words, &detail->report->standings.usage, detail->report->only, verdict->requirement);
    if (words.length && verdict->idle) text_add(&words, "; nothing can count");
    detail_row(detail, "cannot count", &words);
    text_free(&words);
}

static void detail_heads(const struct detail *detail, const struct standing_verdict *verdict) {
    struct text words = {0};
    if (verdict->count.asked && verdict->requirement->kind != ASSAY_REQUIRES_AMOUNT) {
        gauge_count(&words, &verdict->count);
        if (!verdict->count.needed) text_add(&words, " (how many is not published)");
        detail_row(detail, standing_heads(verdict->requirement, 2), &words);
    }
    text_free(&words);
}

/* ---- Why it cannot be told ---- */

/* Whether an export lists users that one of a line's metrics sums. */
static bool detail_exported(const struct assay_ruleset *rules, const struct assay_requirement *requirement) {
    for (uint16_t s = 0; s < rules->specialization_count; s++)
        for (uint16_t m = 0; m < rules->specializations[s]->metric_count; m++) {
            const struct assay_metric *metric = &rules->specializations[s]->metrics[m];
            if (metric->workload_count && names_listed(requirement->names, requirement->name_count, metric->name))
                return true;
        }
    return false;
}

static const char *detail_section(const struct assay_ruleset *rules, const struct assay_requirement *requirement) {
    switch (requirement->kind) {
    case ASSAY_REQUIRES_PEOPLE:
        return "`certifications:` in the partner file, or --trainings,";
    case ASSAY_REQUIRES_DESIGNATION:
        return "`designations:` in the partner file";
    case ASSAY_REQUIRES_AUDIT:
        return "`audits:` in the partner file";
    case ASSAY_REQUIRES_REFERENCES:
        return "`references:` in the partner file";
    default:
        return detail_exported(rules, requirement) ? "`metrics:` in the partner file, or --workloads,"
                                                   : "`metrics:` in the partner file";
    }
}

/* The columns that rows hang on, and the assumption that is reasonable. */
static void detail_columns(const struct report *report, struct text *words) {
    const struct undecided *undecided = &report->summary.undecided;
    const struct assay_usage *usage = report->standings.usage.rules->usage;
    for (size_t i = 0; i < undecided->count; i++)
        text_addf(words, "%s%s", i ? ", " : ": the export lacks ", usage->fields[undecided->fields[i].field].name);
    if (undecided->declared.rows) text_add(words, "; --assume declared settles what the rules call reasonable");
    if (run_once_doubts(report->summary.run)) text_add(words, "; what counting once leaves open, the cautions settle");
}

static void detail_doubt(const struct detail *detail, const struct standing_verdict *verdict) {
    const struct assay_ruleset *rules = detail->report->standings.usage.rules;
    const struct assay_usage *usage = rules->usage;
    struct text words = {0};
    if (verdict->doubt != STANDING_CERTAIN) text_add(&words, standing_doubt_words(verdict->doubt));
    switch (verdict->doubt) {
    case STANDING_CERTAIN:
        break;
    case STANDING_UNPUBLISHED:
        text_add(&words, ": nothing that is stated could settle it");
        break;
    case STANDING_NO_DAY:
        text_add(&words, ": --as-of YYYY-MM-DD tells it");
        break;
    case STANDING_UNDECIDED_ROWS:
        detail_columns(detail->report, &words);
        break;
    case STANDING_SILENT:
    case STANDING_NO_METRIC:
        text_addf(&words, ": %s would tell", detail_section(rules, verdict->requirement));
        break;
    case STANDING_NO_MONTH:
    case STANDING_NO_CUSTOMER:
        for (uint16_t f = 0; f < usage->field_count; f++)
            if (usage->fields[f].role == (verdict->doubt == STANDING_NO_MONTH ? ASSAY_MONTH : ASSAY_CUSTOMER))
                text_addf(&words, ": the column %s would tell", usage->fields[f].columns[0]);
        break;
    case STANDING_UNSURE:
        text_add(&words, "; the notes of its inputs say which");
        break;
    }
    detail_row(detail, "not told", &words);
    text_free(&words);
}

/* ---- Lines ---- */

static struct detail detail_within(const struct detail *detail) {
    struct detail inner = *detail;
    inner.indent += 2;
    return inner;
}

static void detail_head(const struct detail *detail, const struct standing_verdict *verdict, bool in_force) {
    struct style *style = detail->style;
    const struct assay_requirement *requirement = verdict->requirement;
    struct text words = {0};
    const char *answer = in_force ? gauge_words(verdict->met) : "not in force";
    text_add_repeat(style->out, ' ', detail->indent - 2);
    if (in_force)
        gauge_mark(style, verdict->met);
    else
        text_add_char(style->out, ' ');
    text_add_char(style->out, ' ');
    style_add(style, in_force ? gauge_tone(verdict->met) : STYLE_DIM, answer);
    if (requirement->option) text_addf(&words, "option \"%s\"%s", requirement->option, *requirement->text ? ": " : "");
    text_add(&words, requirement->text);
    size_t column = detail->indent + DETAIL_LABEL, taken = detail->indent + strlen(answer);
    text_add_repeat(style->out, ' ', taken < column ? column - taken : 1);
    style_words_of(style, &words, column, taken < column ? column : taken + 1);
    text_free(&words);
}

/* Whether a part cannot be told for the same reason, and so says it. */
static bool detail_doubted_within(const struct standing_verdict *verdict) {
    bool within = false;
    for (uint16_t i = 0; !within && i < verdict->requirement->part_count; i++)
        within = verdict->parts[i].doubt == verdict->doubt;
    return within;
}

static void detail_verdict(const struct detail *detail, const struct outlook_verdict *outlook) {
    const struct standing_verdict *verdict = outlook->verdict;
    const struct assay_requirement *requirement = verdict->requirement;
    detail_head(detail, verdict, true);
    detail_source(detail, requirement);
    detail_amount(detail, verdict);
    detail_heads(detail, verdict);
    detail_missing(detail, outlook);
    detail_absent(detail, verdict);
    detail_sum(detail, outlook);
    detail_metric(detail, verdict);
    detail_valid(detail, verdict);
    if (!detail_doubted_within(verdict)) detail_doubt(detail, verdict);
    for (uint16_t i = 0; i < requirement->part_count; i++) {
        const struct detail inner = detail_within(detail);
        detail_verdict(&inner, &outlook->parts[i]);
    }
}

static void detail_lines(const struct detail *detail) {
    const struct standing *standing = detail->outlook->standing;
    size_t judged = 0;
    for (uint16_t i = 0; i < standing->specialization->requirement_count; i++) {
        const struct assay_requirement *requirement = &standing->specialization->requirements[i];
        const struct standing_verdict none = {.requirement = requirement};
        bool in_force = judged < standing->verdict_count && standing->verdicts[judged].requirement == requirement;
        if (!in_force && !detail->report->options->all) continue;
        text_add_char(detail->style->out, '\n');
        if (in_force) {
            detail_verdict(detail, &detail->outlook->verdicts[judged++]);
            continue;
        }
        detail_head(detail, &none, false);
        detail_source(detail, requirement);
    }
}

/* ---- Days ahead ---- */

/* What a day ahead is about: "designation ends, in 13 days: Security". */
static void detail_day(struct text *words, const struct outlook_date *date) {
    int32_t days = date->days < 0 ? -date->days : date->days;
    text_add(words, outlook_kind_name(date->kind));
    if (date->days == 0)
        text_add(words, ", today");
    else
        text_addf(words, ", %s%d day%s%s", date->days > 0 ? "in " : "", days, days == 1 ? "" : "s",
                  date->days < 0 ? " ago" : "");
    if (date->or_day) text_add(words, ", or on "), style_date(words, date->or_day);
    if (date->person) text_add(words, ": ");
    if (date->person) show_string(words, date->person, SHOW_ALL);
    if (date->name) text_addf(words, "%s%s", date->person ? ", " : ": ", date->name);
    bool measure = date->kind == OUTLOOK_MEASURE_ENDS || date->kind == OUTLOOK_MEASURE_CHANGES;
    if (date->requirement && (!date->name || measure)) text_addf(words, ": %s", date->requirement->text);
    if (outlook_says_met(date)) text_addf(words, " (by what holds today: %s)", gauge_words(date->met));
}

static void detail_date(const struct detail *detail, const struct outlook_date *date) {
    struct text words = {0}, when = {0};
    style_date(&when, date->day);
    detail_day(&words, date);
    detail_row(detail, when.failed ? "" : when.data, &words);
    text_free(&words);
    text_free(&when);
}

/* All that will break, before what comes next. */
static void detail_warnings(const struct detail *detail) {
    for (size_t i = 0; i < detail->outlook->warning_count; i++) {
        struct text words = {0};
        text_addf(&words, "! %s", detail->outlook->warnings[i].words);
        text_add_repeat(detail->style->out, ' ', detail->indent);
        style_words_of(detail->style, &words, detail->indent + 2, detail->indent);
        text_free(&words);
    }
}

void status_detail(struct style *style, const struct report *report) {
    const struct outlook *outlook = report_outlook(report, report->only);
    const struct detail detail = {style, report, outlook, 2};
    struct text status = {0};
    text_addf(&status, " (%s): %s", report->only->area, standing_status_word(outlook->standing->status));
    text_add_char(style->out, '\n');
    style_title(style, report->only->name, status.failed ? "" : status.data);
    detail_warnings(&detail);
    text_add(style->out, "  ");
    style_words(style, outlook->standing->next, 2, 2);
    status_step(style, report, outlook->standing, 2);
    detail_lines(&detail);
    if (outlook->date_count) style_heading(style, "Ahead");
    for (size_t i = 0; i < outlook->date_count; i++)
        detail_date(&detail, &outlook->dates[i]);
    text_free(&status);
}
