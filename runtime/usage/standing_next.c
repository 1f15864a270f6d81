/* standing_next.c - what to do next, in plain words: first what is missing, then what cannot be told, then the audit or
 * the references, then what a change of the rules ahead asks, then when to renew (R25). */
#include "runtime/usage/standing_internal.h"

#include "runtime/base/text.h"
#include "runtime/usage/day.h"

#define NEXT_SHOWN 3   /* lines that are named; the rest is counted */
#define NEXT_AHEAD 120 /* days ahead of which a change of the rules is told */

/* Lines of one answer, as one sentence. */
struct next_list {
    enum assay_answer met;
    bool validation; /* audits and references, or all others */
    bool idle;       /* those that nothing can meet, or all others */
    const char *begin;
    const char *currency;
};

static void next_day(struct text *out, uint32_t day) {
    char text[DAY_TEXT];
    day_text(text, day);
    text_add(out, text);
}

/* Whether a line asks the same as another of other days: of the same kind of thing, and of the same names. */
static bool next_follows(const struct assay_requirement *line, const struct assay_requirement *before) {
    bool same = line->kind == before->kind && line->name_count == before->name_count;
    for (uint16_t i = 0; same && i < line->name_count; i++)
        same = standing_names(before, line->names[i]);
    return same;
}

/* Whether a day is so near ahead that a change of the rules is told. */
static bool next_near(const struct standing_context *context, uint32_t day) {
    uint32_t as_of = context->usage->as_of;
    return as_of && day >= as_of && day_count(day) - day_count(as_of) <= NEXT_AHEAD;
}

/* Of a line that is not met and ends soon: until when it is asked, and what is met that is asked from then on. */
static void next_ending(struct standing_context *context, struct text *out, const struct assay_requirement *line) {
    const struct assay_specialization *specialization = context->specialization;
    if (!line->until || !next_near(context, line->until)) return;
    text_add(out, " (asked until ");
    next_day(out, line->until);
    for (uint16_t i = 0; i < specialization->requirement_count; i++) {
        const struct assay_requirement *later = &specialization->requirements[i];
        struct standing_verdict verdict;
        if (later->from != day_add(line->until, 1) || !next_follows(later, line)) continue;
        standing_verdict(context, later, NULL, &verdict);
        if (verdict.met == ASSAY_YES) text_addf(out, "; what is asked then is met: %s", later->text);
    }
    text_add_char(out, ')');
}

/* Whether nothing can meet a line that is not met. */
static bool next_is_idle(const struct standing_verdict *verdict) {
    return verdict->met == ASSAY_NO && standing_is_idle(verdict);
}

/* " (measure "A" is not in force since 2024-07-01)", of the line and its parts. */
static void next_idle_words(const struct standing_context *context, struct text *out,
                            const struct standing_verdict *verdict) {
    struct text words = {0};
    standing_absent_words(&words, context->usage, context->specialization, verdict->requirement);
    if (words.length) text_addf(out, " (%s)", words.data);
    for (uint16_t i = 0; !words.length && i < verdict->requirement->part_count; i++)
        if (standing_is_idle(&verdict->parts[i])) next_idle_words(context, out, &verdict->parts[i]);
    if (words.failed) out->failed = true;
    text_free(&words);
}

/* A line that is not surely met: how far it is, or what it is, and why it cannot be told. */
static void next_words(struct standing_context *context, struct text *out, const struct standing_verdict *verdict,
                       const char *currency) {
    struct text distance = {0};
    bool either = verdict->requirement->kind == ASSAY_REQUIRES_ANY_OF;
    if ((!either || verdict->met == ASSAY_NO) && !next_is_idle(verdict))
        standing_distance(&distance, verdict, currency);
    if (either || !distance.length) text_add(out, verdict->requirement->text);
    if (distance.length) text_addf(out, "%s%s%s", either ? " (" : "", distance.data, either ? ")" : "");
    if (verdict->met == ASSAY_CANNOT_TELL && verdict->doubt != STANDING_UNPUBLISHED)
        text_addf(out, " (%s)", standing_doubt_words(verdict->doubt));
    if (verdict->requirement->kind == ASSAY_REQUIRES_DESIGNATION && verdict->met == ASSAY_NO && verdict->valid_until) {
        text_add(out, " (ended ");
        next_day(out, verdict->valid_until);
        text_add_char(out, ')');
    }
    if (next_is_idle(verdict)) next_idle_words(context, out, verdict);
    if (distance.failed) out->failed = true;
    text_free(&distance);
}

static void next_list(struct standing_context *context, struct text *out, const struct standing *standing,
                      const struct next_list *list) {
    size_t shown = 0;
    for (size_t i = 0; i < standing->verdict_count; i++) {
        const struct standing_verdict *verdict = &standing->verdicts[i];
        if (verdict->met != list->met || standing_validates(verdict->requirement) != list->validation ||
            next_is_idle(verdict) != list->idle)
            continue;
        if (shown < NEXT_SHOWN) {
            if (!shown && out->length) text_add_char(out, ' ');
            text_add(out, shown ? "; " : list->begin);
            next_words(context, out, verdict, list->currency);
            if (list->met == ASSAY_NO) next_ending(context, out, verdict->requirement);
        }
        shown++;
    }
    if (shown > NEXT_SHOWN) text_addf(out, "; and %zu more", shown - NEXT_SHOWN);
    if (shown) text_add_char(out, '.');
}

/* The audit or the references. `ready`: every prerequisite is met, so that the audit may be scheduled; references may
 * be provided before that too. */
static void next_validation(struct text *out, const struct standing *standing, bool ready) {
    for (size_t i = 0; i < standing->verdict_count; i++) {
        const struct standing_verdict *verdict = &standing->verdicts[i];
        bool audit = verdict->requirement->kind == ASSAY_REQUIRES_AUDIT;
        if (!standing_validates(verdict->requirement) || verdict->met != ASSAY_NO) continue;
        uint64_t missing = standing_missing(verdict).count_least;
        if (out->length) text_add_char(out, ' ');
        if (audit)
            text_add(out, ready ? "Schedule the audit" : "Then the audit");
        else if (missing)
            text_addf(out, "Provide %llu more customer reference%s", (unsigned long long)missing,
                      missing == 1 ? "" : "s");
        else
            text_add(out, "Provide customer references (how many is not published)");
        if (ready) text_add(out, ": every other requirement is met");
        if (audit && verdict->since) {
            text_add(out, "; the last audit held until ");
            next_day(out, verdict->valid_until);
        }
        text_add_char(out, '.');
    }
}

/* Whether some prerequisites are met, and of all others nothing is published. */
static bool next_unpublished(const struct standing *standing) {
    bool unpublished = standing->prerequisites == ASSAY_CANNOT_TELL, met = false;
    for (size_t i = 0; unpublished && i < standing->verdict_count; i++) {
        const struct standing_verdict *verdict = &standing->verdicts[i];
        if (standing_validates(verdict->requirement)) continue;
        met = met || verdict->met == ASSAY_YES;
        unpublished = verdict->met == ASSAY_YES || verdict->doubt == STANDING_UNPUBLISHED;
    }
    return unpublished && met;
}

static void next_prerequisites(struct standing_context *context, struct text *out, const struct standing *standing,
                               const char *currency) {
    const char *begin = standing->prerequisites == ASSAY_NO ? "Missing: "
                        : next_unpublished(standing)        ? "Every published prerequisite is met; "
                                                            : "Cannot be told: ";
    const struct next_list list = {standing->prerequisites, false, false, begin, currency};
    const struct next_list idle = {ASSAY_NO, false, true, "Cannot be met: ", currency};
    next_list(context, out, standing, &list);
    if (standing->prerequisites == ASSAY_NO) next_list(context, out, standing, &idle);
}

/* The next sentence begins with another day, or with another answer. */
static void next_begin(struct text *out, bool first, uint32_t day, enum assay_answer met) {
    text_add(out, first ? " From " : ". From ");
    next_day(out, day);
    text_addf(out, " on, by what holds today, %s: ", met == ASSAY_NO ? "missing" : "cannot be told");
}

/* What a change of the rules soon asks that is not surely met by what holds on the day. */
static void next_beginning(struct standing_context *context, struct text *out, const char *currency) {
    const struct assay_specialization *specialization = context->specialization;
    enum assay_answer met = ASSAY_YES;
    uint32_t told = 0;
    for (uint16_t i = 0; i < specialization->requirement_count; i++) {
        const struct assay_requirement *line = &specialization->requirements[i];
        struct standing_verdict verdict;
        if (line->from <= context->usage->as_of || !next_near(context, line->from)) continue;
        standing_verdict(context, line, NULL, &verdict);
        if (verdict.met == ASSAY_YES || verdict.doubt == STANDING_UNPUBLISHED) continue;
        if (told != line->from || met != verdict.met)
            next_begin(out, !told, line->from, verdict.met);
        else
            text_add(out, "; ");
        told = line->from;
        met = verdict.met;
        next_words(context, out, &verdict, currency);
    }
    if (told) text_add_char(out, '.');
}

void standing_renewal_words(struct text *out, const struct standing *standing, uint32_t as_of) {
    const struct standing_renewal *renewal = &standing->renewal;
    if (!renewal->due) return;
    text_add(out, as_of > renewal->due ? "Its renewal was due on " : "Renew by ");
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

/* The earlier of two ends, or the later; 0: without end. */
static uint32_t next_earlier(uint32_t a, uint32_t b) {
    return !a || (b && b < a) ? b : a;
}

static uint32_t next_later(uint32_t a, uint32_t b) {
    return a && b ? a > b ? a : b : 0;
}

/* The day on which a line ends first, with its parts; of alternatives, the last of those that are met. */
static uint32_t next_end(const struct standing_verdict *verdict) {
    bool either = verdict->requirement->kind == ASSAY_REQUIRES_ANY_OF, first = true;
    uint32_t end = verdict->valid_until;
    for (uint16_t i = 0; i < verdict->requirement->part_count; i++) {
        const struct standing_verdict *part = &verdict->parts[i];
        if (part->met != ASSAY_YES) continue;
        if (either)
            end = first ? next_end(part) : next_later(end, next_end(part));
        else
            end = next_earlier(end, next_end(part));
        first = false;
    }
    return end;
}

/* What ends first, of what makes it active. */
static void next_active(struct text *out, const struct standing *standing) {
    uint32_t end = 0;
    for (size_t i = 0; i < standing->verdict_count; i++)
        end = next_earlier(end, next_end(&standing->verdicts[i]));
    text_add(out, "Nothing is missing.");
    if (!end) return;
    text_add(out, " The first end date is ");
    next_day(out, end);
    text_add_char(out, '.');
}

const char *standing_next(struct standing_context *context, const struct standing *standing) {
    const char *currency = context->usage->rules->usage->currency;
    struct text out = {0};
    if (!standing->verdict_count)
        text_add(&out, standing->specialization->requirement_count ? "No requirement is in force on the day."
                                                                   : "No requirement is published.");
    else if (standing->prerequisites != ASSAY_YES) {
        next_prerequisites(context, &out, standing, currency);
        next_validation(&out, standing, false);
    } else if (standing->status == STANDING_ACTIVE)
        next_active(&out, standing);
    else {
        const struct next_list open = {ASSAY_CANNOT_TELL, true, false,
                                       "Every other requirement is met. Cannot be told: ", currency};
        next_validation(&out, standing, true);
        if (!out.length) next_list(context, &out, standing, &open);
    }
    next_beginning(context, &out, currency);
    if (out.length && standing->renewal.due) text_add_char(&out, ' ');
    standing_renewal_words(&out, standing, context->usage->as_of);
    const char *text = out.failed ? NULL : pool_text(context->memory, out.data, out.length);
    if (!text) context->failed = true;
    text_free(&out);
    return text;
}
