/* standing_distance.c - how far it is to what a line asks, in words that name the part that falls short. */
#include "runtime/usage/standing_internal.h"

#include <string.h>

/* Money is written to the cent, a percentage to the hundredth: a quotient seldom ends. */
static bool distance_rounds(const struct assay_requirement *requirement) {
    return requirement->kind == ASSAY_REQUIRES_AMOUNT || requirement->percent;
}

assay_money standing_suffices(const struct standing_verdict *verdict, assay_money missing) {
    assay_money cent = 0, rest, rounded;
    assay_money_parse("0.01", 4, &cent);
    rest = missing % cent;
    if (!distance_rounds(verdict->requirement) || rest <= 0) return missing;
    return __builtin_add_overflow(missing - rest, cent, &rounded) ? missing : rounded;
}

assay_money standing_reached(const struct standing_verdict *verdict, assay_money held) {
    assay_money cent = 0, rest, rounded;
    assay_money_parse("0.01", 4, &cent);
    rest = held % cent;
    if (!distance_rounds(verdict->requirement) || !rest) return held;
    if (!verdict->requirement->percent && verdict->amount_met == ASSAY_YES) return held;
    return __builtin_sub_overflow(held - rest, rest < 0 ? cent : 0, &rounded) ? held : rounded;
}

/* What is held, as it is printed: to the cent, half away from zero where nothing falls short (R20). */
static assay_money distance_printed(const struct standing_verdict *verdict, assay_money held) {
    assay_money cent = 0, printed = standing_reached(verdict, held), rounded;
    assay_money_parse("0.01", 4, &cent);
    assay_money rest = printed % cent, half = cent / 2;
    assay_money up = rest >= half ? cent : rest <= -half ? -cent : 0;
    return __builtin_add_overflow(printed - rest, up, &rounded) ? printed : rounded;
}

assay_money standing_charges(const struct standing_verdict *verdict) {
    return distance_printed(verdict, verdict->greatest) - distance_printed(verdict, verdict->certain);
}

assay_money standing_credits(const struct standing_verdict *verdict) {
    return distance_printed(verdict, verdict->certain) - distance_printed(verdict, verdict->least);
}

static void distance_amount(struct text *out, const struct standing_verdict *verdict, assay_money amount) {
    char text[ASSAY_MONEY_TEXT];
    if (verdict->requirement->kind == ASSAY_REQUIRES_AMOUNT)
        assay_money_cents(text, standing_suffices(verdict, amount));
    else
        assay_money_exact(text, standing_suffices(verdict, amount));
    text_add(out, text);
}

static void distance_range(struct text *out, bool from_zero) {
    text_add(out, from_zero ? "up to " : " to ");
}

/* "5,000.00 USD and 1 customer"; a range where what cannot be told makes one. Nothing when nothing is missing, or when
 * nobody can tell how much. */
static void distance_own(struct text *out, const struct standing_verdict *verdict, const char *currency) {
    struct standing_missing missing = standing_missing(verdict);
    size_t before = out->length;
    if (missing.amount_most > 0 && verdict->known) {
        bool range = missing.amount_least != missing.amount_most && verdict->bounded;
        if (range && missing.amount_least) distance_amount(out, verdict, missing.amount_least);
        if (range) distance_range(out, !missing.amount_least);
        distance_amount(out, verdict, missing.amount_most);
        standing_unit(out, verdict->requirement, currency);
    }
    if (missing.count_most > 0 && (verdict->count.bounded || verdict->met == ASSAY_NO)) {
        bool range = missing.count_least != missing.count_most && verdict->count.bounded;
        if (out->length > before) text_add(out, " and ");
        if (range && missing.count_least) text_add_uint(out, missing.count_least);
        if (range) distance_range(out, !missing.count_least);
        text_add_uint(out, missing.count_most);
        text_addf(out, " %s", standing_heads(verdict->requirement, missing.count_most));
    }
}

const char *standing_part_text(const struct assay_requirement *part) {
    static const char of_which[] = "of which ";
    const char *text = part->text;
    return strncmp(text, of_which, sizeof of_which - 1) ? text : text + sizeof of_which - 1;
}

/* The parts of a line that are not met. */
static void distance_parts(struct text *out, const struct standing_verdict *verdict, const char *currency) {
    bool own = out->length > 0;
    for (uint16_t i = 0; i < verdict->requirement->part_count; i++) {
        const struct standing_verdict *part = &verdict->parts[i];
        struct text words = {0};
        if (part->met != ASSAY_YES) distance_own(&words, part, currency);
        if (words.length) {
            if (out->length) text_add(out, ", and ");
            text_addf(out, "%s for %s", words.data, standing_part_text(part->requirement));
            if (!own) text_addf(out, ", part of %s", verdict->requirement->text);
            own = true;
        }
        if (words.failed) out->failed = true;
        text_free(&words);
    }
}

/* Of each demand that is not met, without its words. */
static void distance_demands(struct text *out, const struct standing_verdict *option, const char *currency) {
    bool all = option->requirement->kind == ASSAY_REQUIRES_ALL_OF;
    if (!all) distance_own(out, option, currency);
    for (uint16_t i = 0; i < option->requirement->part_count; i++) {
        struct text words = {0};
        if (option->parts[i].met != ASSAY_YES) distance_demands(&words, &option->parts[i], currency);
        if (words.length) text_addf(out, "%s%s%s", out->length ? " and " : "", words.data, all ? "" : " of a part");
        if (words.failed) out->failed = true;
        text_free(&words);
    }
}

/* Of each option, by its name. */
static void distance_options(struct text *out, const struct standing_verdict *verdict, const char *currency) {
    for (uint16_t i = 0; i < verdict->requirement->part_count; i++) {
        const struct standing_verdict *option = &verdict->parts[i];
        struct text words = {0};
        distance_demands(&words, option, currency);
        if (words.length)
            text_addf(out, "%s%s for %s", out->length ? ", or " : "", words.data, option->requirement->option);
        if (words.failed) out->failed = true;
        text_free(&words);
    }
}

void standing_distance(struct text *out, const struct standing_verdict *verdict, const char *currency) {
    if (verdict->requirement->kind == ASSAY_REQUIRES_ANY_OF) {
        distance_options(out, verdict, currency);
        return;
    }
    distance_own(out, verdict, currency);
    if (out->length) text_addf(out, " for %s", verdict->requirement->text);
    distance_parts(out, verdict, currency);
}
