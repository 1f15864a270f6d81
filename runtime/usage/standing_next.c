/* standing_next.c - what to do next, in plain words: first what is missing, then what cannot be told, then the audit or
 * the references, then when to renew (R25). */
#include "runtime/usage/standing_internal.h"

#include "runtime/base/text.h"

#define NEXT_SHOWN 3 /* lines that are named; the rest is counted */

/* Money is rounded up to the cent, so that what is named suffices. */
static void next_amount(struct text *out, const struct standing_verdict *verdict, assay_money amount) {
    char text[ASSAY_MONEY_TEXT];
    assay_money cent = 0, rest;
    assay_money_parse("0.01", 4, &cent);
    rest = amount % cent;
    if (verdict->requirement->kind != ASSAY_REQUIRES_AMOUNT)
        assay_money_exact(text, amount);
    else
        assay_money_cents(text, rest ? amount - rest + cent : amount);
    text_add(out, text);
}

static void next_unit(struct text *out, const struct standing_verdict *verdict, const char *currency) {
    if (verdict->requirement->kind == ASSAY_REQUIRES_AMOUNT) text_addf(out, " %s", currency);
    if (verdict->requirement->percent) text_add(out, " percent");
}

static void next_heads(struct text *out, const struct standing_verdict *verdict, uint64_t count) {
    const char *one = "customer", *many = "customers";
    if (verdict->requirement->kind == ASSAY_REQUIRES_PEOPLE) one = "person", many = "people";
    if (verdict->requirement->kind == ASSAY_REQUIRES_REFERENCES) one = "reference", many = "references";
    text_add_uint(out, count);
    text_addf(out, " %s", count == 1 ? one : many);
}

static void next_range(struct text *out, bool from_zero) {
    text_add(out, from_zero ? "up to " : " to ");
}

/* "5,000.00 USD and 1 customer"; a range where what cannot be told makes one. Nothing when nothing is missing. */
static void next_own_distance(struct text *out, const struct standing_verdict *verdict, const char *currency) {
    struct standing_missing missing = standing_missing(verdict);
    size_t before = out->length;
    if (missing.amount_most > 0 && verdict->known) {
        bool range = missing.amount_least != missing.amount_most && verdict->bounded;
        if (range && missing.amount_least) next_amount(out, verdict, missing.amount_least);
        if (range) next_range(out, !missing.amount_least);
        next_amount(out, verdict, missing.amount_most);
        next_unit(out, verdict, currency);
    }
    if (missing.count_most > 0) {
        bool range = missing.count_least != missing.count_most && verdict->count.bounded;
        if (out->length > before) text_add(out, " and ");
        if (range && missing.count_least) text_add_uint(out, missing.count_least);
        if (range) next_range(out, !missing.count_least);
        next_heads(out, verdict, missing.count_most);
    }
}

/* Of the line, else of its first part that is not met; behind it, what it is a distance to. */
static void next_distance(struct text *out, const struct standing_verdict *verdict, const char *currency) {
    size_t before = out->length;
    bool whole =
        verdict->requirement->kind == ASSAY_REQUIRES_AMOUNT || verdict->requirement->kind == ASSAY_REQUIRES_PEOPLE;
    next_own_distance(out, verdict, currency);
    if (out->length > before) text_add(out, " for ");
    for (uint16_t i = 0; whole && out->length == before && i < verdict->requirement->part_count; i++) {
        if (verdict->parts[i].met != ASSAY_NO) continue;
        next_own_distance(out, &verdict->parts[i], currency);
        if (out->length > before) text_add(out, " for a part of ");
    }
}

/* Lines of one answer, each with what `say` adds about it. */
struct next_list {
    enum assay_answer met;
    bool validation; /* audits and references, or all others */
    const char *begin;
    const char *currency;
};

static bool next_validates(const struct standing_verdict *verdict) {
    return verdict->requirement->kind == ASSAY_REQUIRES_AUDIT ||
           verdict->requirement->kind == ASSAY_REQUIRES_REFERENCES;
}

static void next_line(struct text *out, const struct standing_verdict *verdict, const struct next_list *list) {
    struct text distance = {0};
    if (list->met == ASSAY_NO) next_distance(&distance, verdict, list->currency);
    if (distance.length) text_add(out, distance.data);
    text_add(out, verdict->requirement->text);
    if (verdict->met == ASSAY_CANNOT_TELL && verdict->doubt != STANDING_UNPUBLISHED)
        text_addf(out, " (%s)", standing_doubt_words(verdict->doubt));
    if (verdict->requirement->kind == ASSAY_REQUIRES_DESIGNATION && verdict->met == ASSAY_NO && verdict->valid_until)
        text_addf(out, " (ended %04u-%02u-%02u)", verdict->valid_until / 10000, verdict->valid_until / 100 % 100,
                  verdict->valid_until % 100);
    if (distance.failed) out->failed = true;
    text_free(&distance);
}

static void next_list(struct text *out, const struct standing *standing, const struct next_list *list) {
    size_t shown = 0;
    for (size_t i = 0; i < standing->verdict_count; i++) {
        const struct standing_verdict *verdict = &standing->verdicts[i];
        if (verdict->met != list->met || next_validates(verdict) != list->validation) continue;
        if (shown < NEXT_SHOWN) {
            text_add(out, shown ? "; " : list->begin);
            next_line(out, verdict, list);
        }
        shown++;
    }
    if (shown > NEXT_SHOWN) text_addf(out, "; and %zu more", shown - NEXT_SHOWN);
    if (shown) text_add_char(out, '.');
}

static void next_day(struct text *out, uint32_t day) {
    text_addf(out, "%04u-%02u-%02u", day / 10000, day / 100 % 100, day % 100);
}

/* Every prerequisite is met: the audit or the references. */
static void next_validation(struct text *out, const struct standing *standing) {
    for (size_t i = 0; i < standing->verdict_count; i++) {
        const struct standing_verdict *verdict = &standing->verdicts[i];
        bool audit = verdict->requirement->kind == ASSAY_REQUIRES_AUDIT;
        if (!next_validates(verdict) || verdict->met != ASSAY_NO) continue;
        uint64_t missing = standing_missing(verdict).count_least;
        if (out->length) text_add_char(out, ' ');
        text_add(out, audit ? "Schedule the audit" : "Provide ");
        if (!audit && missing)
            text_addf(out, "%llu more customer reference%s", (unsigned long long)missing, missing == 1 ? "" : "s");
        else if (!audit)
            text_add(out, "customer references (how many is not published)");
        text_add(out, ": every other requirement is met");
        if (audit && verdict->since) {
            text_add(out, "; the last audit held until ");
            next_day(out, verdict->valid_until);
        }
        text_add_char(out, '.');
    }
}

static void next_prerequisites(struct text *out, const struct standing *standing, const char *currency) {
    bool missing = standing->prerequisites == ASSAY_NO;
    struct next_list list = {standing->prerequisites, false, missing ? "Missing: " : "Cannot be told: ", currency};
    next_list(out, standing, &list);
}

static void next_renewal(struct text *out, const struct standing *standing, uint32_t as_of) {
    const struct standing_renewal *renewal = &standing->renewal;
    if (!renewal->due) return;
    text_add(out, as_of > renewal->due ? " Its renewal was due on " : " Renew by ");
    next_day(out, renewal->due);
    if (as_of > renewal->due) {
        text_add(out, "; the grace ends on ");
        next_day(out, renewal->grace_until);
    } else if (as_of >= renewal->opens) {
        text_add(out, "; the window is open");
    } else {
        text_add(out, "; the window opens on ");
        next_day(out, renewal->opens);
    }
    text_add_char(out, '.');
}

/* What ends first, of what makes it active. */
static void next_active(struct text *out, const struct standing *standing) {
    uint32_t end = 0;
    for (size_t i = 0; i < standing->verdict_count; i++) {
        const struct standing_verdict *verdict = &standing->verdicts[i];
        if (verdict->valid_until && (!end || verdict->valid_until < end)) end = verdict->valid_until;
    }
    text_add(out, "Nothing is missing.");
    if (!end) return;
    text_add(out, " The first that it rests on ends on ");
    next_day(out, end);
    text_add_char(out, '.');
}

const char *standing_next(struct standing_context *context, const struct standing *standing) {
    const char *currency = context->usage->rules->usage->currency;
    struct text out = {0};
    if (!standing->verdict_count)
        text_add(&out, "No requirement is published.");
    else if (standing->prerequisites != ASSAY_YES)
        next_prerequisites(&out, standing, currency);
    else if (standing->status == STANDING_ACTIVE)
        next_active(&out, standing);
    else {
        const struct next_list open = {ASSAY_CANNOT_TELL, true,
                                       "Every other requirement is met. Cannot be told: ", currency};
        next_validation(&out, standing);
        if (!out.length) next_list(&out, standing, &open);
    }
    next_renewal(&out, standing, context->usage->as_of);
    const char *text = out.failed ? NULL : pool_text(context->memory, out.data, out.length);
    if (!text) context->failed = true;
    text_free(&out);
    return text;
}
