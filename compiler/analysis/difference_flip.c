/* difference_flip.c - where the answer of a requirement flips when its numbers, window or designations change. */
#include "compiler/analysis/difference_fact.h"
#include "compiler/model/requirement.h"

#include <string.h>

struct flips {
    struct difference *difference;
    struct text out;
};

static void flips_add(struct flips *flips, const char *format, ...) __attribute__((format(printf, 2, 3)));

static void flips_add(struct flips *flips, const char *format, ...) {
    va_list arguments;
    if (flips->out.length) text_add(&flips->out, ", ");
    va_start(arguments, format);
    text_add_list(&flips->out, format, arguments);
    va_end(arguments);
}

/* ` of A, B`, ` with A`, where a part or an option is spoken of: else the line says it. */
static const char *flips_names(struct flips *flips, const struct model_requirement *of, bool below) {
    struct text text = {0};
    const char *word = of->kind == ASSAY_REQUIRES_AMOUNT   ? " of "
                       : of->kind == ASSAY_REQUIRES_PEOPLE ? " with "
                                                           : " in ";
    for (size_t i = 0; below && i < of->name_count; i++)
        text_addf(&text, "%s%s", i ? ", " : word, of->names[i].text);
    const char *kept = arena_string(flips->difference->arena, text.data ? text.data : "", text.length);
    text_free(&text);
    return kept;
}

/* ---- Numbers ---- */

/* What is required, and what it is a part of. */
struct flips_side {
    const struct model_requirement *of, *whole;
};

static void flips_amount(struct flips *flips, struct flips_side old, struct flips_side new, const char *names) {
    char now[ASSAY_MONEY_TEXT], before[ASSAY_MONEY_TEXT];
    if (!new.of->amount || !old.of->amount || new.of->percent != old.of->percent) return;
    assay_money sum = requirement_needed(new.of, new.whole), was = requirement_needed(old.of, old.whole);
    if (sum == was) return;
    bool money = new.of->kind == ASSAY_REQUIRES_AMOUNT;
    (void)(money ? assay_money_cents : assay_money_exact)(now, sum);
    (void)(money ? assay_money_cents : assay_money_exact)(before, was);
    const char *unit = money ? flips->difference->new->currency : new.of->percent ? "percent" : "";
    flips_add(flips, "at %s%s%s%s (was %s)", now, *unit ? " " : "", unit, names, before);
}

static void flips_count(struct flips *flips, const char *one, const char *many, unsigned new, unsigned old,
                        const char *names) {
    if (new != old) flips_add(flips, "at %u %s%s (was %u)", new, new == 1 ? one : many, names, old);
}

/* Whoever has all that is asked for in the months that only the longer window holds. */
static void flips_window(struct flips *flips, struct flips_side old, struct flips_side new, const char *names) {
    unsigned before = old.of->months, now = new.of->months;
    if (before == now || !before || !now) return;
    if (new.of->kind == ASSAY_REQUIRES_GROWTH)
        flips_add(flips, "against the month %u months before the newest (was %u)", now, before);
    bool longer = now > before;
    struct flips_side side = longer ? new : old;
    if (side.of->kind != ASSAY_REQUIRES_AMOUNT || requirement_needed(side.of, side.whole) <= 0) return;
    unsigned first = (longer ? before : now) + 1, last = longer ? now : before;
    const char *met = longer ? "now met" : "no longer met";
    if (first == last)
        flips_add(flips, "for whoever has all%s in month %u before the as-of month: %s", names, first, met);
    else
        flips_add(flips, "for whoever has all%s in months %u to %u before the as-of month: %s", names, first, last,
                  met);
}

static void flips_numbers(struct flips *flips, struct flips_side old, struct flips_side new, bool below) {
    const struct model_requirement *a = old.of, *b = new.of;
    if (!difference_same_names(a, b)) return;
    const char *names = flips_names(flips, b, below);
    flips_amount(flips, old, new, names);
    flips_count(flips, "customer", "customers", b->customers, a->customers, names);
    flips_count(flips, "person", "people", b->people, a->people, names);
    if (a->references && b->references) /* else one of the numbers is not published */
        flips_count(flips, "reference", "references", b->references, a->references, names);
    if (a->valid_months && b->valid_months && a->valid_months != b->valid_months)
        flips_add(flips, "at an age of %u months (was %u)", b->valid_months, a->valid_months);
    flips_window(flips, old, new, *names ? names : " of it");
}

/* ---- Parts ---- */

/* The part or option that one goes on with: an option by its name, else by its place. */
static const struct model_requirement *flips_before(const struct model_requirement *old,
                                                    const struct model_requirement *new, size_t number) {
    const struct model_requirement *part = &new->parts[number];
    for (size_t i = 0; i < old->part_count; i++) {
        const struct model_requirement *other = &old->parts[i];
        bool named = part->option && other->option && strcmp(part->option, other->option) == 0;
        if (named || (!part->option && difference_same_about(part, other))) return other;
    }
    return part->option && old->part_count == new->part_count ? &old->parts[number] : NULL;
}

static void flips_line(struct flips *flips, struct flips_side old, struct flips_side new, bool below) {
    if (old.of->kind != new.of->kind) return;
    flips_numbers(flips, old, new, below);
    bool share = new.of->kind == ASSAY_REQUIRES_AMOUNT;
    for (size_t i = 0; i < new.of->part_count; i++) {
        const struct model_requirement *part = &new.of->parts[i], *before = flips_before(old.of, new.of, i);
        struct flips_side was = {before, share ? old.of : before}, is = {part, share ? new.of : part};
        if (before) flips_line(flips, was, is, true);
    }
}

/* ---- Designations ---- */

static void flips_designations(struct flips *flips, const struct model_requirement *of,
                               const struct model_requirement *other, const char *now) {
    for (size_t i = 0; i < of->name_count; i++)
        if (!difference_named(of->names[i].text, other->names, other->name_count))
            flips_add(flips, "for whoever has only %s: %s", of->names[i].text, now);
}

const char *difference_flips(struct difference *difference, const struct model_requirement *old,
                             const struct model_requirement *new) {
    struct flips flips = {.difference = difference};
    flips_line(&flips, (struct flips_side){old, old}, (struct flips_side){new, new}, false);
    if (old->kind == ASSAY_REQUIRES_DESIGNATION && new->kind == ASSAY_REQUIRES_DESIGNATION) {
        flips_designations(&flips, new, old, "now met");
        flips_designations(&flips, old, new, "no longer met");
    }
    const char *words = arena_string(difference->arena, flips.out.data ? flips.out.data : "", flips.out.length);
    text_free(&flips.out);
    return words;
}
