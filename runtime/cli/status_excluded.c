#include "runtime/cli/status_excluded.h"

#include "runtime/cli/status.h"
#include "runtime/base/show.h"

#include <stdlib.h>

/* Columns of the table. */
enum { NAME_COLUMNS = 34, NAME_NARROW = 26, MONEY_COLUMNS = 16 };

#define EXCLUDED_SHOWN      12 /* texts per reason */
#define EXCLUDED_CHARACTERS 60 /* of a text */

/* One line: a name, what its rows sum to, and what is odd about them (NULL: nothing). What the columns have no room for
 * takes a line of its own. */
static void excluded_line(struct style *style, size_t indent, const char *name, const struct tally *tally,
                          const char *odd) {
    struct text *out = style->out, figures = {0};
    size_t names = style->width < STYLE_WIDTH ? NAME_NARROW : NAME_COLUMNS;
    char cents[ASSAY_MONEY_TEXT];
    assay_money_cents(cents, tally_net(tally));
    text_add_char(&figures, ' ');
    style_right(&figures, cents, MONEY_COLUMNS - 1);
    text_add(&figures, "  ");
    style_rows(&figures, tally->rows);
    text_add_repeat(out, ' ', indent);
    style_left(out, name, names - indent);
    if (style_columns(name) > names - indent) {
        text_add_char(out, '\n');
        text_add_repeat(out, ' ', names);
    }
    if (figures.failed) out->failed = true;
    text_add_bytes(out, figures.data, figures.failed ? 0 : figures.length);
    if (odd) {
        bool room = names + figures.length + 2 + style_columns(odd) <= style->width;
        if (!room) text_add_char(out, '\n');
        text_add_repeat(out, ' ', room ? 2 : indent + 4);
        style_add(style, STYLE_OPEN, odd);
    }
    text_add_char(out, '\n');
    text_free(&figures);
}

/* `unknown`: what is odd about a text that no rule knows, or NULL. */
static void excluded_text_line(struct style *style, const struct excluded_text *text, const char *unknown) {
    struct text shown = {0};
    show_string(&shown, text->shown, EXCLUDED_CHARACTERS);
    excluded_line(style, 4, shown.failed ? "" : shown.data, &text->tally, text->known ? NULL : unknown);
    if (shown.failed) style->out->failed = true;
    text_free(&shown);
}

/* The texts that are not shown; `unknown` of them are no known spellings. */
static void excluded_rest_line(struct style *style, size_t count, size_t unknown, const struct tally *rest) {
    char name[40], odd[64];
    if (!count) return;
    snprintf(name, sizeof name, "%zu other text%s", count, count == 1 ? "" : "s");
    snprintf(odd, sizeof odd, "%zu of unknown spelling", unknown);
    excluded_line(style, 4, name, rest, unknown ? odd : NULL);
}

/* Rows whose texts were not told apart, so that only rows can be counted. */
static void excluded_others_line(struct style *style, const struct excluded_reason *reason, const char *unknown) {
    struct text odd = {0};
    if (!reason->others.rows) return;
    style_rows(&odd, reason->others_unknown);
    text_add(&odd, " of unknown spelling");
    excluded_line(style, 4, "texts not told apart", &reason->others,
                  unknown && reason->others_unknown && !odd.failed ? odd.data : NULL);
    text_free(&odd);
}

/* The texts that stand under the reason of an eligibility, the most rows first. */
static void excluded_by_reason(struct style *style, const char *name, const struct excluded_reason *reason,
                               const char *unknown) {
    size_t count, odd = 0;
    struct tally rest = {0};
    const struct excluded_text **texts = status_texts(reason, &count);
    excluded_line(style, 2, name, &reason->all, NULL);
    if (reason->blank.tally.rows)
        excluded_line(style, 4, "blank", &reason->blank.tally, reason->blank.known ? NULL : unknown);
    for (size_t t = 0; texts && t < count; t++) {
        if (t < EXCLUDED_SHOWN)
            excluded_text_line(style, texts[t], unknown);
        else if (!tally_merge(&rest, &texts[t]->tally))
            style->out->failed = true;
        odd += unknown && t >= EXCLUDED_SHOWN && !texts[t]->known;
    }
    excluded_rest_line(style, texts && count > EXCLUDED_SHOWN ? count - EXCLUDED_SHOWN : 0, odd, &rest);
    excluded_others_line(style, reason, unknown);
    if (!texts) style->out->failed = true;
    free(texts);
}

static void excluded_several_line(struct style *style, const struct run *run) {
    uint64_t rows = excluded_several(&run->excluded, &run->outcomes);
    if (!rows) return;
    text_addf(style->out,
              "  (a row may stand under %s: ", run->rules->usage->eligibility_count > 2 ? "several" : "both");
    style_rows(style->out, rows);
    text_add(style->out, rows == 1 ? " does)\n" : " do)\n");
}

/* Texts that pass though no rule names them. */
static void excluded_unnamed(struct style *style, const struct run *run) {
    bool headed = false;
    for (uint16_t e = 0; e < run->rules->usage->eligibility_count; e++) {
        if (!run->excluded.unnamed[e].all.rows) continue;
        if (!headed) style_heading(style, "Not excluded, and named by no rule");
        headed = true;
        excluded_by_reason(style, run->rules->usage->eligibilities[e].reason, &run->excluded.unnamed[e], NULL);
    }
}

static void odd_say(struct text *words, const struct run *run, const struct excluded_reason *reason, const char *what,
                    const struct tally *tally) {
    if (!tally->rows) return;
    text_addf(words, "%s %s: ", run->rules->usage->fields[reason->field].name, what);
    style_rows(words, tally->rows);
    text_add(words, ", ");
    style_money(words, tally_net(tally));
    if (run->rules->usage->currency) text_addf(words, " %s", run->rules->usage->currency);
    text_add(words, ". ");
}

/* Rows that fail by a text that the rules do not expect to fail. False: overflow. */
static bool odd_unknown(const struct excluded_reason *reason, struct tally *sum) {
    bool good = reason->blank.known || tally_merge(sum, &reason->blank.tally);
    for (uint32_t t = 0; good && t < reason->text_count; t++)
        if (!reason->texts[t].known) good = tally_merge(sum, &reason->texts[t].tally);
    return good;
}

void status_odd_texts(struct text *words, const struct run *run) {
    for (uint16_t e = 0; e < run->rules->usage->eligibility_count; e++) {
        const struct excluded_reason *reason = &run->excluded.reasons[e];
        struct tally unknown = {0};
        if (!odd_unknown(reason, &unknown)) words->failed = true;
        odd_say(words, run, reason, "has texts that no rule names, and their rows do not count", &unknown);
        const struct excluded_reason *unnamed = &run->excluded.unnamed[e];
        odd_say(words, run, unnamed, "has texts that no rule names, and their rows are not excluded", &unnamed->all);
    }
}

void status_excluded(struct style *style, const struct run *run) {
    const struct excluded *excluded = &run->excluded;
    uint64_t rows = excluded->duplicates.rows + excluded->repeats.rows;
    for (uint16_t e = 0; e < run->rules->usage->eligibility_count; e++)
        rows += run->excluded.reasons[e].all.rows;
    excluded_unnamed(style, run);
    if (rows == 0) return;
    style_heading(style, "Not counted");
    for (uint16_t e = 0; e < run->rules->usage->eligibility_count; e++)
        if (run->excluded.reasons[e].all.rows)
            excluded_by_reason(style, run->rules->usage->eligibilities[e].reason, &run->excluded.reasons[e],
                               "unknown spelling");
    excluded_several_line(style, run);
    if (excluded->duplicates.rows) excluded_line(style, 2, "duplicates", &excluded->duplicates, NULL);
    if (excluded->repeats.rows) excluded_line(style, 2, "repeats", &excluded->repeats, NULL);
}
