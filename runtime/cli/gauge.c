#include "runtime/cli/gauge.h"

#include "runtime/base/show.h"

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
        if (amount < 0 || amount < whole * next + rest * next / (assay_money)cells) break;
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

void gauge_bar(struct style *style, const struct standing_verdict *verdict, size_t cells) {
    bool sum = verdict->requirement->kind == ASSAY_REQUIRES_AMOUNT;
    assay_money least = sum ? verdict->least : verdict->certain, greatest = sum ? verdict->greatest : verdict->possible;
    size_t full = verdict->known ? gauge_filled(least, verdict->needed, cells) : 0;
    size_t half = verdict->known ? gauge_filled(greatest, verdict->needed, cells) : 0;
    if (half <= full) half = full + (verdict->known && greatest > least && greatest > 0 && full < cells);
    if (!verdict->bounded) half = cells;
    if (!style->drawn) text_add_char(style->out, '[');
    gauge_cells(style, gauge_tone(verdict->amount_met), "\u2588", '#', full);
    gauge_cells(style, STYLE_OPEN, "\u2592", verdict->known ? '=' : '?', half - full);
    gauge_cells(style, STYLE_DIM, "\u2591", '.', cells - half);
    if (!style->drawn) text_add_char(style->out, ']');
}

/* ---- Numbers ---- */

/* "1234.5" as "1,234.5". */
static void gauge_separated(struct text *out, const char *number) {
    size_t digits = strcspn(number, ".");
    size_t sign = *number == '-';
    for (size_t i = 0; i < digits; i++) {
        if (i > sign && (digits - i) % 3 == 0) text_add_char(out, ',');
        text_add_char(out, number[i]);
    }
    text_add(out, number + digits);
}

void gauge_number(struct text *out, const struct standing_verdict *verdict, assay_money number) {
    char exact[ASSAY_MONEY_TEXT];
    if (verdict->requirement->kind == ASSAY_REQUIRES_AMOUNT) {
        style_money(out, number);
        return;
    }
    assay_money_exact(exact, number);
    gauge_separated(out, exact);
}

void gauge_unit(struct text *out, const struct standing_verdict *verdict, const char *currency) {
    if (verdict->requirement->kind == ASSAY_REQUIRES_AMOUNT) text_addf(out, " %s", currency);
    if (verdict->requirement->percent) text_add(out, " percent");
}

void gauge_amount(struct text *out, const struct standing_verdict *verdict) {
    if (verdict->known) {
        gauge_number(out, verdict, verdict->certain);
        if (verdict->possible != verdict->certain) {
            text_add(out, "..");
            gauge_number(out, verdict, verdict->possible);
        }
    } else {
        text_add(out, "not known");
    }
    text_add(out, " of ");
    gauge_number(out, verdict, verdict->needed);
}

void gauge_count(struct text *out, const struct standing_count *count) {
    if (!count->bounded && !count->certain)
        text_add_char(out, '?');
    else
        style_count(out, count->certain, count->bounded ? count->possible : count->certain);
    text_add_char(out, '/');
    if (count->needed)
        text_add_uint(out, count->needed);
    else
        text_add_char(out, '?');
}

/* ---- Lines ---- */

static void gauge_label(struct text *out, const struct assay_requirement *requirement, size_t most) {
    switch (requirement->kind) {
    case ASSAY_REQUIRES_DESIGNATION:
        text_add(out, "designation");
        return;
    case ASSAY_REQUIRES_AUDIT:
        text_add(out, "audit");
        return;
    case ASSAY_REQUIRES_REFERENCES:
        text_add(out, "references");
        return;
    case ASSAY_REQUIRES_UNPUBLISHED:
        text_addf(out, "%s not published", requirement->subject);
        return;
    default:
        if (requirement->name_count) show_string(out, requirement->names[0], most);
        if (requirement->name_count > 1) text_addf(out, " +%d", requirement->name_count - 1);
    }
}

static void gauge_one(struct style *style, const struct standing_verdict *verdict, const struct gauge_form *form) {
    struct text words = {0};
    gauge_mark(style, verdict->met);
    text_add_char(style->out, ' ');
    if (verdict->requirement->option)
        show_string(style->out, verdict->requirement->option, form->label);
    else
        gauge_label(style->out, verdict->requirement, form->label);
    if (verdict->has_amount) {
        text_add_char(style->out, ' ');
        gauge_bar(style, verdict, form->cells);
        if (form->numbers) text_add_char(&words, ' ');
        if (form->numbers) gauge_amount(&words, verdict);
    }
    if (verdict->count.asked) {
        text_add_char(&words, ' ');
        gauge_count(&words, &verdict->count);
    }
    if (words.failed) style->out->failed = true;
    if (words.length && !words.failed) text_add(style->out, words.data);
    text_free(&words);
}

/* A line may fail, or be open, by a part alone: then the first such part is shown. */
static void gauge_whole(struct style *style, const struct standing_verdict *verdict, const struct gauge_form *form) {
    gauge_one(style, verdict, form);
    for (uint16_t i = 0; i < verdict->requirement->part_count; i++) {
        if (verdict->parts[i].met == ASSAY_YES) continue;
        text_add(style->out, " of which ");
        gauge_one(style, &verdict->parts[i], form);
        return;
    }
}

void gauge_line(struct style *style, const struct standing_verdict *verdict, const struct gauge_form *form) {
    if (verdict->requirement->kind != ASSAY_REQUIRES_ANY_OF) {
        gauge_whole(style, verdict, form);
        return;
    }
    gauge_mark(style, verdict->met);
    text_add(style->out, " either");
    for (uint16_t i = 0; i < verdict->requirement->part_count; i++) {
        text_add(style->out, i ? " or " : " ");
        gauge_one(style, &verdict->parts[i], form);
    }
}
