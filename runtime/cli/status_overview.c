/* status_overview.c - all specializations on one screen: first how many stand where, then each that needs attention
 * with what it lacks. */
#include "runtime/cli/gauge.h"
#include "runtime/cli/report_order.h"
#include "runtime/cli/status_excluded.h"
#include "runtime/cli/status_parts.h"
#include "runtime/cli/status_rows.h"

#include <stdlib.h>
#include <string.h>

#define LEGEND_MARKS 29 /* columns of the answers */

/* ---- How many stand where ---- */

static void overview_part(struct text *words, size_t count, const char *what) {
    if (count) text_addf(words, "%s%zu %s", words->length ? ", " : "", count, what);
}

static void overview_headline(struct style *style, const struct report *report, const struct report_ranked *entries) {
    static const char *const parts[] = {[REPORT_DANGER] = "in danger",
                                        [REPORT_RISK] = "at risk",
                                        [REPORT_LAST_STEP] = "with one step left",
                                        [REPORT_MISSING] = "lacking something",
                                        [REPORT_OPEN] = "cannot be told",
                                        [REPORT_IDLE] = "with a measure that is not in force",
                                        [REPORT_UNPUBLISHED] = "waiting for what is not published",
                                        [REPORT_NOT_BEGUN] = "not begun"};
    size_t counts[REPORT_NOT_BEGUN + 1] = {0}, active = 0;
    struct text words = {0}, bold = {0};
    for (size_t i = 0; i < report->outlooks.count; i++) {
        counts[entries[i].rank]++;
        active += entries[i].outlook->standing->status == STANDING_ACTIVE;
    }
    if (active)
        overview_part(&words, active, "Active");
    else
        text_add(&words, "None Active");
    for (size_t rank = 0; rank <= REPORT_NOT_BEGUN; rank++)
        if (parts[rank]) overview_part(&words, counts[rank], parts[rank]);
    struct style inner = *style;
    inner.out = &bold;
    if (!words.failed) style_words(&inner, words.data, 0, 0);
    text_add_char(style->out, '\n');
    if (words.failed || bold.failed)
        style->out->failed = true;
    else
        style_add(style, STYLE_BOLD, bold.data);
    text_free(&words);
    text_free(&bold);
}

/* ---- One specialization ---- */

/* "2 of 5 met  Not started", in the columns on the right. */
static void overview_title(struct style *style, const struct standing *standing) {
    const char *status = standing_status_word(standing->status), *name = standing->specialization->name;
    struct text met = {0};
    text_addf(&met, "%u of %zu met  ", standing->met, standing->verdict_count);
    size_t taken = style_columns(name), right = (met.failed ? 0 : met.length) + strlen(status);
    bool room = taken + 2 + right <= style->width;
    if (room)
        style_add(style, STYLE_BOLD, name);
    else
        style_title(style, name, "");
    text_add_repeat(style->out, ' ', room ? style->width - taken - right : style->width - right);
    style_add(style, STYLE_DIM, met.failed ? "" : met.data);
    style_add(style, standing->status == STANDING_ACTIVE ? STYLE_GOOD : STYLE_PLAIN, status);
    text_add_char(style->out, '\n');
    if (met.failed) style->out->failed = true;
    text_free(&met);
}

/* A sentence of its own below the rows. */
static void overview_say(struct style *style, const struct text *words) {
    text_add_repeat(style->out, ' ', ROWS_INDENT);
    style_words_of(style, words, ROWS_INDENT + 2, ROWS_INDENT);
}

/* What will break, the most urgent first; the renewal has a sentence of its own. */
static void overview_warnings(struct style *style, const struct outlook *outlook) {
    size_t shown = 0, more = 0;
    for (size_t i = 0; i < outlook->warning_count; i++) {
        struct text words = {0};
        if (outlook_is_renewal(&outlook->warnings[i])) continue;
        if (shown == REPORT_WARNINGS) {
            more++;
            continue;
        }
        text_addf(&words, "! %s", outlook->warnings[i].words);
        overview_say(style, &words);
        text_free(&words);
        shown++;
    }
    struct text words = {0};
    if (more) text_addf(&words, "! And %zu more: --specialization shows all.", more);
    if (more) overview_say(style, &words);
    text_free(&words);
}

static void overview_one(struct style *style, const struct report *report, const struct report_ranked *entry) {
    const struct standing *standing = entry->outlook->standing;
    struct text words = {0};
    overview_title(style, standing);
    status_rows(style, report, entry->outlook);
    if (report_warns(entry)) overview_warnings(style, entry->outlook);
    if (entry->rank == REPORT_LAST_STEP || entry->rank == REPORT_ACTIVE || entry->rank == REPORT_RISK)
        text_add(&words, standing->next);
    else
        standing_renewal_words(&words, standing, report->standings.usage.as_of);
    if (words.failed || words.length) overview_say(style, &words);
    if (entry->rank == REPORT_LAST_STEP) status_step(style, report, standing, ROWS_INDENT);
    text_free(&words);
}

/* ---- Groups ---- */

static void overview_group(struct style *style, enum report_rank rank) {
    static const char *const headings[] = {
        [REPORT_DANGER] = "In danger: the partner has it, and it is not met, ends or breaks soon",
        [REPORT_RISK] = "At risk: Active, but depends on new usage or on single customers",
        [REPORT_LAST_STEP] = "Only the audit or the customer references are left",
        [REPORT_MISSING] = "Something is missing",
        [REPORT_OPEN] = "Cannot be told",
        [REPORT_IDLE] = "Cannot be met: a measure is not in force",
        [REPORT_ACTIVE] = "Active",
        [REPORT_UNPUBLISHED] = "Begun; what else they require is not published",
        [REPORT_NOT_BEGUN] = "Not begun"};
    text_add_char(style->out, '\n');
    style_title(style, headings[rank], "");
}

static void overview_name(struct text *names, const struct standing *standing) {
    text_addf(names, "%s%s", names->length ? "; " : "", standing->specialization->name);
    for (size_t i = 0; i < standing->verdict_count; i++)
        if (standing->verdicts[i].requirement->kind == ASSAY_REQUIRES_DESIGNATION &&
            standing->verdicts[i].met == ASSAY_NO)
            text_add(names, " (designation missing)");
}

/* The names of those of a rank. */
static void overview_names(struct style *style, const struct report_ranked *entries, size_t count,
                           enum report_rank rank) {
    struct text names = {0};
    for (size_t i = 0; i < count; i++)
        if (entries[i].rank == rank) overview_name(&names, entries[i].outlook->standing);
    if (names.failed) style->out->failed = true;
    if (names.length && !names.failed) {
        overview_group(style, rank);
        text_add(style->out, "  ");
        style_words(style, names.data, 2, 2);
    }
    text_free(&names);
}

/* ---- The foot ---- */

static void overview_legend(struct style *style) {
    static const enum assay_answer answers[] = {ASSAY_NO, ASSAY_CANNOT_TELL};
    text_add_char(style->out, '\n');
    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++) {
        gauge_mark(style, answers[i]);
        text_addf(style->out, " %s   ", gauge_words(answers[i]));
    }
    style_words(style,
                style->drawn ? "\u2588 certain   \u2592 possible   \u2581\u2584\u2588 month by month"
                             : "# certain   = possible   .:# month by month",
                0, LEGEND_MARKS);
}

/* What the rows do not show, in a line or two. */
static void overview_more(struct style *style, const struct report *report, bool folded) {
    struct text words = {0};
    if (folded)
        text_add(&words,
                 "--all also shows what is not begun: nothing counts, nobody is certified, nothing is stated. ");
    if (report->summary.undecided.rows) {
        style_rows(&words, report->summary.undecided.rows);
        text_add(&words, " cannot be told. ");
    }
    status_odd_texts(&words, report->summary.run);
    if (!report->has_partner)
        text_add(&words, "Without --partner, designations, people, audits, references and metrics cannot be told; "
                         "`assay init` prints a template. ");
    text_add(&words, "--specialization NAME shows one in full, --measures what counts and what does not.");
    style_words_of(style, &words, 0, 0);
    text_free(&words);
}

void status_overview(struct style *style, const struct report *report) {
    size_t count = report->outlooks.count;
    bool all = report->options->all;
    struct report_ranked *entries = report_order(report);
    if (!entries) {
        style->out->failed = true;
        return;
    }
    overview_headline(style, report, entries);
    for (size_t i = 0; i < count; i++) {
        if (!all && entries[i].rank >= REPORT_UNPUBLISHED) continue;
        if (i == 0 || entries[i].rank != entries[i - 1].rank) overview_group(style, entries[i].rank);
        overview_one(style, report, &entries[i]);
    }
    if (!all) overview_names(style, entries, count, REPORT_UNPUBLISHED);
    overview_legend(style);
    overview_more(style, report, !all && entries[count - 1].rank == REPORT_NOT_BEGUN);
    free(entries);
}
