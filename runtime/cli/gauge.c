#include "runtime/cli/gauge.h"

#include <string.h>

/* ---- Answers ---- */

void gauge_mark(struct style *style, enum assay_answer met) {
    static const char *const plain[] = {"-", "+", "?"}, *const drawn[] = {"\u2717", "\u2713", "?"};
    style_add(style, gauge_tone(met), style->drawn ? drawn[met] : plain[met]);
}

const char *gauge_words(enum assay_answer met) {
    static const char *const words[] = {"not met", "met", "cannot tell"};
    return words[met];
}

enum style_tone gauge_tone(enum assay_answer met) {
    static const enum style_tone tones[] = {STYLE_BAD, STYLE_GOOD, STYLE_OPEN};
    return tones[met];
}

/* ---- Bars ---- */

/* How many of `cells` an amount fills: cell i is full when the amount reaches (i + 1) / cells of what is needed. No
 * product is wider than the amount that is needed. */
static size_t gauge_filled(assay_money amount, assay_money needed, size_t cells) {
    assay_money whole = needed / (assay_money)cells, rest = needed % (assay_money)cells;
    size_t filled = 0;
    while (filled < cells) {
        assay_money next = (assay_money)filled + 1;
        assay_money part = (rest * next + (assay_money)cells - 1) / (assay_money)cells;
        if (amount < 0 || amount < whole * next + part) break;
        filled++;
    }
    return filled;
}

static void gauge_cells(struct style *style, enum style_tone tone, const char *drawn, char plain, size_t count) {
    struct text cells = {0};
    for (size_t i = 0; i < count; i++)
        if (style->drawn)
            text_add(&cells, drawn);
        else
            text_add_char(&cells, plain);
    if (cells.failed) style->out->failed = true;
    if (cells.length && !cells.failed) style_add(style, tone, cells.data);
    text_free(&cells);
}

/* What a bar shows: of so much that is needed. */
struct gauge_span {
    assay_money least, greatest, needed;
    bool known, bounded;
};

static void gauge_draw(struct style *style, const struct gauge_span *span, enum style_tone tone, size_t cells) {
    size_t full = span->known ? gauge_filled(span->least, span->needed, cells) : 0;
    size_t half = span->known ? gauge_filled(span->greatest, span->needed, cells) : 0;
    if (half <= full) half = full + (span->known && span->greatest > span->least && span->greatest > 0 && full < cells);
    if (!span->bounded) half = cells;
    if (!style->drawn) text_add_char(style->out, '[');
    gauge_cells(style, tone, "\u2588", '#', full);
    gauge_cells(style, STYLE_OPEN, "\u2592", span->known ? '=' : '?', half - full);
    gauge_cells(style, STYLE_DIM, "\u2591", '.', cells - half);
    if (!style->drawn) text_add_char(style->out, ']');
}

bool gauge_has_bar(const struct standing_verdict *verdict) {
    return verdict->has_amount || (verdict->count.asked && verdict->count.needed);
}

void gauge_bar(struct style *style, const struct standing_verdict *verdict, size_t cells) {
    bool sum = verdict->requirement->kind == ASSAY_REQUIRES_AMOUNT;
    const struct standing_count *count = &verdict->count;
    struct gauge_span span = {sum ? verdict->least : verdict->certain, sum ? verdict->greatest : verdict->possible,
                              verdict->needed, verdict->known, verdict->bounded};
    if (verdict->has_amount) {
        gauge_draw(style, &span, gauge_tone(verdict->amount_met), cells);
        return;
    }
    bool known = count->bounded || count->certain;
    span = (struct gauge_span){count->certain, count->possible, count->needed, known, count->bounded};
    gauge_draw(style, &span, gauge_tone(count->met), cells);
}

size_t gauge_brackets(const struct style *style) {
    return style->drawn ? 0 : 2;
}

/* ---- Months ---- */

/* How high a month stands among the others, from 1 to `levels`; 0: nothing, or less. */
static size_t gauge_level(assay_money amount, assay_money most, size_t levels) {
    if (amount <= 0) return 0;
    size_t level = gauge_filled(amount, most, levels);
    return level ? level : 1;
}

void gauge_months(struct style *style, const struct ledger_month *months, size_t count) {
    static const char *const drawn[] = {"\u00B7", "\u2581", "\u2582", "\u2583", "\u2584",
                                        "\u2585", "\u2586", "\u2587", "\u2588"};
    static const char *const plain[] = {"_", ".", ":", "+", "#"};
    size_t levels = style->drawn ? 8 : 4;
    assay_money most = 0;
    for (size_t i = 0; i < count; i++)
        if (tally_net(&months[i].possible) > most) most = tally_net(&months[i].possible);
    for (size_t i = 0; i < count; i++) {
        size_t level = gauge_level(tally_net(&months[i].possible), most, levels);
        text_add(style->out, style->drawn ? drawn[level] : plain[level]);
    }
}

/* ---- Numbers ---- */

void gauge_number(struct text *out, const struct standing_verdict *verdict, assay_money number) {
    char exact[ASSAY_MONEY_TEXT];
    if (verdict->requirement->kind == ASSAY_REQUIRES_AMOUNT) {
        style_money(out, number);
        return;
    }
    assay_money_exact(exact, number);
    style_grouped(out, exact);
}

/* Money without its cents: never more than there is. */
static void gauge_whole(struct text *out, const struct standing_verdict *verdict, assay_money number) {
    char exact[ASSAY_MONEY_TEXT];
    assay_money one, rest;
    if (verdict->requirement->kind != ASSAY_REQUIRES_AMOUNT || assay_money_parse("1", 1, &one) != ASSAY_OK) {
        gauge_number(out, verdict, number);
        return;
    }
    rest = number % one;
    assay_money_exact(exact, rest < 0 ? number - rest - one : number - rest);
    style_grouped(out, exact);
}

static void gauge_of_needed(struct text *out, const struct standing_verdict *verdict, bool whole) {
    if (whole)
        gauge_whole(out, verdict, verdict->needed);
    else
        gauge_number(out, verdict, verdict->needed);
}

/* Of a sum what it may be at the least and at the most: with credits that cannot be told, possible may be below
 * certain. */
static void gauge_held(struct text *out, const struct standing_verdict *verdict, bool whole) {
    bool sum = verdict->requirement->kind == ASSAY_REQUIRES_AMOUNT;
    assay_money least = standing_reached(verdict, sum ? verdict->least : verdict->certain);
    assay_money most = standing_reached(verdict, sum ? verdict->greatest : verdict->possible);
    for (int i = 0; i < (least == most ? 1 : 2); i++) {
        text_add(out, i ? " to " : "");
        if (whole)
            gauge_whole(out, verdict, i ? most : least);
        else
            gauge_number(out, verdict, i ? most : least);
    }
}

/* "159,656 of 200,000 USD", but "250,000 USD (200,000 needed)": nothing is more than all of it. */
static void gauge_reached(struct text *out, const struct standing_verdict *verdict, const char *currency, bool whole) {
    bool sum = verdict->requirement->kind == ASSAY_REQUIRES_AMOUNT;
    bool over = (sum ? verdict->greatest : verdict->possible) > verdict->needed;
    gauge_held(out, verdict, whole);
    if (over) standing_unit(out, verdict->requirement, currency);
    text_add(out, over ? " (" : " of ");
    gauge_of_needed(out, verdict, whole);
    if (over)
        text_add(out, " needed)");
    else
        standing_unit(out, verdict->requirement, currency);
}

/* Why there is no number: of nothing there is no growth in percent. */
static const char *gauge_unknown(const struct standing_verdict *verdict) {
    if (verdict->requirement->percent && verdict->met == ASSAY_NO) return "no growth in percent";
    return verdict->doubt == STANDING_NO_METRIC ? "no value for a month" : "not known";
}

void gauge_amount(struct text *out, const struct standing_verdict *verdict, const char *currency, bool whole) {
    if (verdict->known) {
        gauge_reached(out, verdict, currency, whole);
        return;
    }
    bool bounded = standing_is_bounded(verdict);
    text_add(out, bounded ? "at most " : gauge_unknown(verdict));
    if (bounded) gauge_number(out, verdict, verdict->possible);
    text_add(out, bounded ? " of " : ", ");
    gauge_of_needed(out, verdict, whole);
    standing_unit(out, verdict->requirement, currency);
    if (!bounded) text_add(out, " needed");
}

/* Whether nothing is known of so many that are needed. */
static bool gauge_blind(const struct standing_count *count) {
    return !count->bounded && !count->certain;
}

static uint64_t gauge_most(const struct standing_count *count) {
    return count->bounded ? count->possible : count->certain;
}

/* "2 of 3 customers", but "7 customers (3 needed)": nobody reads that 7 of 3 are there. */
static void gauge_add_count(struct text *out, const struct standing_count *count, const char *heads) {
    uint64_t most = gauge_most(count);
    if (gauge_blind(count)) {
        text_add(out, "not known");
        if (count->needed) text_addf(out, ", %llu%s needed", (unsigned long long)count->needed, heads);
        return;
    }
    style_count(out, count->certain, most);
    if (!count->bounded) text_add(out, " or more");
    if (count->needed && most <= count->needed) text_addf(out, " of %llu", (unsigned long long)count->needed);
    text_add(out, heads);
    if (count->needed && most > count->needed) text_addf(out, " (%llu needed)", (unsigned long long)count->needed);
}

void gauge_count(struct text *out, const struct standing_count *count) {
    gauge_add_count(out, count, "");
}

void gauge_heads(struct text *out, const struct standing_verdict *verdict) {
    const struct standing_count *count = &verdict->count;
    struct text heads = {0};
    bool of = count->needed && gauge_most(count) <= count->needed;
    text_addf(&heads, " %s", standing_heads(verdict->requirement, of ? count->needed : gauge_most(count)));
    if (heads.failed)
        out->failed = true;
    else
        gauge_add_count(out, count, heads.data);
    text_free(&heads);
}
