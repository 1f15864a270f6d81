/* status_overview.c - all specializations on one screen. */
#include "runtime/cli/gauge.h"
#include "runtime/cli/report_order.h"
#include "runtime/cli/status_parts.h"

#include <stdlib.h>
#include <string.h>

#define OVERVIEW_NEXT 2 /* lines of what is missing and to be done; --specialization shows all */

/* ---- One specialization ---- */

static void overview_title(struct style *style, const struct standing *standing) {
    const char *status = standing_status_word(standing->status), *name = standing->specialization->name;
    bool room = style_columns(name) + 2 + strlen(status) <= style->width;
    if (!room) {
        style_title(style, name, "");
        text_add(style->out, "  ");
    } else {
        style_add(style, STYLE_BOLD, name);
        text_add_repeat(style->out, ' ', style->width - style_columns(name) - strlen(status));
    }
    style_add(style, standing->status == STANDING_ACTIVE ? STYLE_GOOD : STYLE_PLAIN, status);
    text_add_char(style->out, '\n');
}

/* The columns of a line's gauge. */
static size_t overview_columns(const struct style *style, const struct standing_verdict *verdict,
                               const struct gauge_form *form) {
    struct text plain = {0};
    struct style measured = *style;
    measured.out = &plain;
    measured.colour = false;
    gauge_line(&measured, verdict, form);
    size_t columns = plain.failed ? 0 : style_columns(plain.data);
    text_free(&plain);
    return columns;
}

/* The gauge of each line, as many beside one another as there is room for. */
static void overview_gauges(struct style *style, const struct standing *standing) {
    static const struct gauge_form least = {4, 5, false};
    struct gauge_form most = {style->width / 8, style->width / 4, style->width >= 100};
    if (most.cells > 12) most.cells = 12;
    size_t column = 0;
    for (size_t i = 0; i < standing->verdict_count; i++) {
        const struct gauge_form *form = &most;
        size_t columns = overview_columns(style, &standing->verdicts[i], form);
        if (2 + columns > style->width) form = &least;
        if (form == &least) columns = overview_columns(style, &standing->verdicts[i], form);
        bool breaks = !column || column + 3 + columns > style->width;
        if (column && breaks) text_add_char(style->out, '\n');
        text_add(style->out, breaks ? "  " : "   ");
        column = (breaks ? 2 : column + 3) + columns;
        gauge_line(style, &standing->verdicts[i], form);
    }
    if (column) text_add_char(style->out, '\n');
}

/* The end of the line with this number, from 1; NULL: there are fewer. */
static const char *overview_line_end(const struct text *words, int number) {
    const char *end = words->failed ? NULL : strchr(words->data, '\n');
    for (int line = 1; end && line < number; line++)
        end = strchr(end + 1, '\n');
    return end;
}

/* Wraps it into `words`, which is emptied before. */
static void overview_wrap(const struct style *style, const char *next, size_t width, struct text *words) {
    struct style inner = *style;
    inner.out = words;
    inner.width = width;
    text_clear(words);
    text_add(words, "  ");
    style_words(&inner, next, 2, 2);
}

/* The first lines of it, with "..." for more. */
static void overview_next(struct style *style, const char *next) {
    static const char more[] = " ...";
    struct text words = {0};
    overview_wrap(style, next, style->width, &words);
    bool cut = overview_line_end(&words, OVERVIEW_NEXT + 1) != NULL;
    if (cut) overview_wrap(style, next, style->width - strlen(more), &words);
    const char *end = overview_line_end(&words, cut ? OVERVIEW_NEXT : 1);
    if (!end)
        style->out->failed = true;
    else
        text_add_bytes(style->out, words.data, cut ? (size_t)(end - words.data) : words.length);
    if (cut) text_addf(style->out, "%s\n", more);
    text_free(&words);
}

static void overview_one(struct style *style, const struct standing *standing) {
    text_add_char(style->out, '\n');
    overview_title(style, standing);
    overview_gauges(style, standing);
    overview_next(style, standing->next);
}

/* ---- The foot ---- */

static void overview_legend(struct style *style) {
    static const enum assay_answer answers[] = {ASSAY_YES, ASSAY_NO, ASSAY_CANNOT_TELL};
    text_add_char(style->out, '\n');
    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++) {
        gauge_mark(style, answers[i]);
        text_addf(style->out, " %s   ", gauge_words(answers[i]));
    }
    text_add(style->out, style->drawn ? "\u2588 certain   \u2592 possible\n" : "# certain   = possible\n");
}

/* What the gauges do not show, in a line or two. */
static void overview_more(struct style *style, const struct report *report, size_t folded) {
    struct text words = {0};
    if (folded) {
        text_addf(&words, "%zu %s not begun: nothing counts, nobody is certified, nothing is stated (--all). ", folded,
                  folded == 1 ? "other is" : "others are");
    }
    if (report->summary.undecided.rows) {
        style_rows(&words, report->summary.undecided.rows);
        text_add(&words, " cannot be told. ");
    }
    if (!report->has_partner)
        text_add(&words, "Without --partner, designations, people, audits and references cannot be told; `assay init` "
                         "prints a template. ");
    text_add(&words, "--specialization NAME shows one in full, --measures what counts and what does not.");
    if (words.failed)
        style->out->failed = true;
    else
        style_words(style, words.data, 0, 0);
    text_free(&words);
}

/* The names of those of a rank. */
static void overview_names(struct style *style, const struct report_ranked *entries, size_t count,
                           enum report_rank rank, const char *heading) {
    struct text names = {0};
    for (size_t i = 0; i < count; i++)
        if (entries[i].rank == rank)
            text_addf(&names, "%s%s", names.length ? "; " : "", entries[i].outlook->standing->specialization->name);
    if (names.failed) style->out->failed = true;
    if (names.length && !names.failed) {
        style_heading(style, heading);
        text_add(style->out, "  ");
        style_words(style, names.data, 2, 2);
    }
    text_free(&names);
}

void status_overview(struct style *style, const struct report *report) {
    size_t count = report->outlooks.count, folded = 0;
    bool all = report->options->all;
    struct report_ranked *entries = report_order(report);
    if (!entries) style->out->failed = true;
    for (size_t i = 0; entries && i < count; i++) {
        folded += entries[i].rank == REPORT_NOT_BEGUN;
        if (all || entries[i].rank < REPORT_UNPUBLISHED) overview_one(style, entries[i].outlook->standing);
    }
    if (entries && !all)
        overview_names(style, entries, count, REPORT_UNPUBLISHED, "Begun; what else they require is not published");
    overview_legend(style);
    overview_more(style, report, all ? 0 : folded);
    free(entries);
}
