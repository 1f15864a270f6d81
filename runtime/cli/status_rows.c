#include "runtime/cli/status_rows.h"

#include "runtime/cli/gauge.h"
#include "runtime/usage/makeup.h"

#include <stdlib.h>
#include <string.h>

#define ROWS_NAMES 4 /* of a line; the rest is counted */

/* How rows are laid out. */
struct rows {
    struct style *style;
    const struct report *report;
    const struct outlook *outlook;
    size_t label, bar, cells; /* columns of a label and of a bar, cells of the latter */
    bool stacked;             /* too narrow: the bar stands below its label */
};

static struct rows rows_layout(struct style *style, const struct report *report, const struct outlook *outlook) {
    size_t width = style->width, bar = width >= 100 ? 12 : width >= 70 ? 10 : 7;
    struct rows rows = {style, report, outlook, width / 3, bar, bar - gauge_brackets(style), width < 59};
    if (rows.stacked) rows.label = width - ROWS_INDENT - 2;
    return rows;
}

/* ---- Words ---- */

static void rows_names(struct text *out, const struct assay_requirement *requirement) {
    uint16_t most = requirement->kind == ASSAY_REQUIRES_PEOPLE ? ROWS_NAMES : 1, count = requirement->name_count;
    const char *last = requirement->kind == ASSAY_REQUIRES_AMOUNT ? " and " : " or ";
    if (count <= most + 1) most = count;
    for (uint16_t i = 0; i < most; i++)
        text_addf(out, "%s%s", i == 0 ? "" : i + 1u == count ? last : ", ", requirement->names[i]);
    if (count > most) text_addf(out, "%s%d more", last, count - most);
}

static void rows_label(struct text *out, const struct assay_requirement *requirement) {
    switch (requirement->kind) {
    case ASSAY_REQUIRES_AUDIT:
        text_add(out, "audit");
        break;
    case ASSAY_REQUIRES_REFERENCES:
        text_add(out, "references");
        break;
    case ASSAY_REQUIRES_UNPUBLISHED:
        text_add(out, requirement->subject);
        break;
    case ASSAY_REQUIRES_PEOPLE:
        text_add(out, "people with ");
        rows_names(out, requirement);
        break;
    case ASSAY_REQUIRES_GROWTH:
        text_add(out, "growth, ");
        rows_names(out, requirement);
        break;
    case ASSAY_REQUIRES_AMOUNT:
    case ASSAY_REQUIRES_METRIC:
        rows_names(out, requirement);
        break;
    default:
        text_add(out, requirement->text);
    }
}

/* The months of the window, as one word. */
static void rows_months(const struct rows *rows, const struct standing_verdict *verdict, struct text *words) {
    struct makeup makeup;
    struct style style = *rows->style;
    size_t specialization = (size_t)(rows->outlook - rows->report->outlooks.all);
    style.out = words;
    if (verdict->requirement->kind != ASSAY_REQUIRES_AMOUNT) return;
    if (!makeup_by_month(&makeup, &rows->report->standings, specialization, verdict)) words->failed = true;
    if (makeup.month_count > 1 && makeup.month_count <= 24) {
        text_add_char(words, ' ');
        gauge_months(&style, makeup.months, makeup.month_count);
    }
    makeup_free(&makeup);
}

/* ", not in force since 2024-07-01": of a line with one measure; the details tell of each. */
static void rows_absent(const struct rows *rows, const struct standing_verdict *verdict, struct text *words) {
    const struct assay_requirement *requirement = verdict->requirement;
    struct standing_absence absence;
    text_add(words, requirement->name_count > 1 ? ", measures not in force" : ", not in force");
    if (requirement->name_count > 1 ||
        !standing_absent(&rows->report->standings.usage, rows->outlook->standing->specialization, requirement, 0,
                         &absence))
        return;
    text_add(words, absence.since ? " since " : " before ");
    style_date(words, absence.since ? absence.since : absence.before);
}

/* "159,656 of 200,000 USD, 2 of 3 customers, secondary source" and the months. */
static void rows_figures(const struct rows *rows, const struct standing_verdict *verdict, struct text *words) {
    bool heads = verdict->count.asked && (!verdict->has_amount || verdict->count.met != ASSAY_YES);
    if (verdict->has_amount) gauge_amount(words, verdict, report_currency(rows->report), true);
    if (heads) {
        if (words->length) text_add(words, ", ");
        gauge_heads(words, verdict);
    }
    if (verdict->idle) rows_absent(rows, verdict, words);
    if (verdict->requirement->cites.secondary) text_add(words, ", secondary source");
    if (!verdict->idle) rows_months(rows, verdict, words);
}

/* ---- Rows ---- */

/* Words as lines of at most `width` columns, each ended. */
static void rows_wrap(const struct rows *rows, const char *words, size_t width, struct text *lines) {
    struct style style = *rows->style;
    style.out = lines;
    style.width = width;
    style_words(&style, words, 0, 0);
}

/* Takes the next line off; the columns it has. */
static size_t rows_take(struct text *out, const char **lines) {
    size_t length = strcspn(*lines, "\n");
    size_t before = out->length;
    text_add_bytes(out, *lines, length);
    *lines += length + ((*lines)[length] == '\n');
    return out->failed ? 0 : style_columns(out->data + before);
}

/* Labels and figures side by side, the bar between them on the first line. */
static void rows_beside(const struct rows *rows, const char *labels, const char *figures,
                        const struct standing_verdict *verdict) {
    struct text *out = rows->style->out;
    for (size_t line = 0; *labels || *figures; line++) {
        if (line) text_add_repeat(out, ' ', ROWS_INDENT + 2);
        size_t taken = rows_take(out, &labels);
        if (line && !*figures) {
            text_add_char(out, '\n');
            continue;
        }
        text_add_repeat(out, ' ', (taken < rows->label ? rows->label - taken : 0) + 2);
        if (line == 0)
            gauge_bar(rows->style, verdict, rows->cells);
        else
            text_add_repeat(out, ' ', rows->bar);
        text_add(out, "  ");
        rows_take(out, &figures);
        text_add_char(out, '\n');
    }
}

static void rows_stacked(const struct rows *rows, const char *labels, const char *figures,
                         const struct standing_verdict *verdict) {
    struct text *out = rows->style->out;
    for (size_t line = 0; *labels; line++) {
        if (line) text_add_repeat(out, ' ', ROWS_INDENT + 2);
        rows_take(out, &labels);
        text_add_char(out, '\n');
    }
    text_add_repeat(out, ' ', ROWS_INDENT + 2);
    gauge_bar(rows->style, verdict, rows->cells);
    for (size_t line = 0; *figures; line++) {
        text_add_repeat(out, ' ', line ? ROWS_INDENT + 2 + rows->bar + 2 : 2);
        rows_take(out, &figures);
        text_add_char(out, '\n');
    }
}

static void rows_quantity(const struct rows *rows, const char *prefix, const struct standing_verdict *verdict) {
    struct text words = {0}, labels = {0}, figures = {0};
    size_t before = ROWS_INDENT + 2 + (rows->stacked ? 0 : rows->label + 2) + 2;
    size_t width = rows->style->width - before - rows->bar;
    text_add(&words, prefix);
    if (verdict->requirement->option)
        text_add(&words, verdict->requirement->option);
    else
        rows_label(&words, verdict->requirement);
    if (!words.failed) rows_wrap(rows, words.data, rows->label, &labels);
    text_clear(&words);
    rows_figures(rows, verdict, &words);
    if (!words.failed) rows_wrap(rows, words.data, width, &figures);
    text_add_repeat(rows->style->out, ' ', ROWS_INDENT);
    gauge_mark(rows->style, verdict->met);
    text_add_char(rows->style->out, ' ');
    if (words.failed || labels.failed || figures.failed)
        rows->style->out->failed = true;
    else
        (rows->stacked ? rows_stacked : rows_beside)(rows, labels.data, figures.data, verdict);
    text_free(&words);
    text_free(&labels);
    text_free(&figures);
}

/* ---- What has a row, and what has none ---- */

/* Whether only the partner could tell, and it states nothing. */
static bool rows_left_out(const struct rows *rows, const struct standing_verdict *verdict) {
    bool out = !rows->report->has_partner && verdict->doubt == STANDING_SILENT;
    for (uint16_t i = 0;
         out && verdict->requirement->kind == ASSAY_REQUIRES_ANY_OF && i < verdict->requirement->part_count; i++)
        out = rows_left_out(rows, &verdict->parts[i]);
    return out;
}

static bool rows_has_row(const struct standing_verdict *verdict) {
    bool stated =
        verdict->requirement->kind == ASSAY_REQUIRES_PEOPLE || verdict->requirement->kind == ASSAY_REQUIRES_REFERENCES;
    return gauge_has_bar(verdict) && !(stated && verdict->doubt == STANDING_SILENT);
}

static void rows_line(const struct rows *rows, const char *prefix, const struct standing_verdict *verdict);

static void rows_parts(const struct rows *rows, const struct standing_verdict *verdict, const char *first,
                       const char *others) {
    size_t shown = 0;
    for (uint16_t i = 0; i < verdict->requirement->part_count; i++)
        if (verdict->parts[i].met != ASSAY_YES) rows_line(rows, shown++ ? others : first, &verdict->parts[i]);
}

/* A line of words alone: an option that is made of lines. */
static void rows_option(const struct rows *rows, const char *prefix, const struct standing_verdict *verdict) {
    struct text words = {0};
    text_addf(&words, "%s%s: all of", prefix, verdict->requirement->option ? verdict->requirement->option : "");
    text_add_repeat(rows->style->out, ' ', ROWS_INDENT);
    gauge_mark(rows->style, verdict->met);
    text_add_char(rows->style->out, ' ');
    style_words_of(rows->style, &words, ROWS_INDENT + 2, ROWS_INDENT + 2);
    text_free(&words);
    rows_parts(rows, verdict, "- ", "- ");
}

/* Whether it is not its parts alone that are not met. */
static bool rows_falls_short(const struct standing_verdict *verdict) {
    bool amount = verdict->has_amount && verdict->amount_met != ASSAY_YES;
    bool count = verdict->count.asked && verdict->count.met != ASSAY_YES;
    return amount || count || (!verdict->has_amount && !verdict->count.asked);
}

static void rows_line(const struct rows *rows, const char *prefix, const struct standing_verdict *verdict) {
    const struct assay_requirement *requirement = verdict->requirement;
    if (requirement->kind == ASSAY_REQUIRES_ANY_OF) {
        rows_parts(rows, verdict, "either ", "or ");
        return;
    }
    if (requirement->kind == ASSAY_REQUIRES_ALL_OF) {
        rows_option(rows, prefix, verdict);
        return;
    }
    bool own = rows_falls_short(verdict);
    if (rows_has_row(verdict) && (own || !requirement->part_count)) rows_quantity(rows, prefix, verdict);
    const char *which = own ? "of which " : ""; /* what is not shown has nothing to be compared with */
    if (verdict->doubt != STANDING_SILENT) rows_parts(rows, verdict, which, which);
}

/* ---- Those without a row ---- */

static bool rows_is_flat(const struct rows *rows, const struct standing_verdict *verdict) {
    uint8_t kind = verdict->requirement->kind;
    return verdict->met != ASSAY_YES && !rows_left_out(rows, verdict) && kind != ASSAY_REQUIRES_ANY_OF &&
           kind != ASSAY_REQUIRES_ALL_OF && !rows_has_row(verdict);
}

static void rows_flat_words(const struct standing_verdict *verdict, struct text *words) {
    rows_label(words, verdict->requirement);
    if (verdict->met == ASSAY_NO && verdict->valid_until) {
        text_add(words, " (ended ");
        style_date(words, verdict->valid_until);
        text_add_char(words, ')');
    }
}

/* Lines of one answer, and where it is open of one doubt, as words. Sets `said` for each. */
static void rows_flat(const struct rows *rows, size_t from, bool *said, struct text *words) {
    const struct standing *standing = rows->outlook->standing;
    const struct standing_verdict *first = &standing->verdicts[from];
    if (first->met == ASSAY_CANNOT_TELL) text_addf(words, "%s: ", standing_doubt_words(first->doubt));
    for (size_t i = from; i < standing->verdict_count; i++) {
        const struct standing_verdict *verdict = &standing->verdicts[i];
        if (said[i] || verdict->met != first->met || verdict->doubt != first->doubt || !rows_is_flat(rows, verdict))
            continue;
        if (i > from) text_add(words, ", ");
        rows_flat_words(verdict, words);
        said[i] = true;
    }
}

/* Beside what stands before where there is room, else on a line of its own. `column`: behind it; 0: nothing does. */
static size_t rows_flat_add(struct style *style, enum assay_answer met, const char *words, size_t column) {
    size_t columns = 2 + style_columns(words);
    if (column && column + 3 + columns > style->width) {
        text_add_char(style->out, '\n');
        column = 0;
    }
    text_add_repeat(style->out, ' ', column ? 3 : ROWS_INDENT);
    column += column ? 3 : ROWS_INDENT;
    gauge_mark(style, met);
    text_add_char(style->out, ' ');
    if (column + columns <= style->width) {
        text_add(style->out, words);
        return column + columns;
    }
    style_words(style, words, ROWS_INDENT + 2, column + 2);
    return 0;
}

static void rows_flats(const struct rows *rows, bool *said) {
    const struct standing *standing = rows->outlook->standing;
    size_t column = 0;
    for (size_t i = 0; i < standing->verdict_count; i++) {
        struct text words = {0};
        if (said[i] || !rows_is_flat(rows, &standing->verdicts[i])) continue;
        rows_flat(rows, i, said, &words);
        if (words.failed)
            rows->style->out->failed = true;
        else
            column = rows_flat_add(rows->style, standing->verdicts[i].met, words.data, column);
        text_free(&words);
    }
    if (column) text_add_char(rows->style->out, '\n');
}

void status_rows(struct style *style, const struct report *report, const struct outlook *outlook) {
    const struct standing *standing = outlook->standing;
    const struct rows rows = rows_layout(style, report, outlook);
    bool *said = calloc(standing->verdict_count + 1, sizeof *said);
    for (size_t i = 0; i < standing->verdict_count; i++) {
        const struct standing_verdict *verdict = &standing->verdicts[i];
        if (verdict->met != ASSAY_YES && !rows_left_out(&rows, verdict)) rows_line(&rows, "", verdict);
    }
    if (said)
        rows_flats(&rows, said);
    else
        style->out->failed = true;
    free(said);
}
