/* standing_stated.c - people, designations, audits and customer references, as the partner states them. */
#include "runtime/usage/standing_internal.h"

#include "runtime/usage/day.h"

#include <stdlib.h>

/* Whether a section is said in full. */
static bool stated_complete(const struct standing_context *context, enum partner_section section) {
    return context->partner && partner_complete(context->partner, section);
}

static enum standing_doubt stated_doubt(const struct standing_context *context, enum partner_section section) {
    if (!standing_said(context, section)) return STANDING_SILENT;
    return context->usage->as_of ? STANDING_UNSURE : STANDING_NO_DAY;
}

/* Whether one end is later than another; 0: without end. */
static bool stated_later(uint32_t end, uint32_t than) {
    return than && (!end || end > than);
}

/* ---- People ---- */

static int stated_earlier_first(const void *left, const void *right) {
    const uint32_t *a = left, *b = right;
    return (*a > *b) - (*a < *b);
}

/* The days on which entries of the line end, from the day on, each once and in order. *later: whether entries begin
 * after the day. */
static size_t stated_ends(struct standing_context *context, const struct assay_requirement *line, uint32_t **ends,
                          bool *later) {
    const struct partner *partner = context->partner;
    size_t count = 0, kept = 0;
    *ends = pool_take(context->memory, (partner->certification_count + 1) * sizeof **ends);
    *later = false;
    if (!*ends) context->failed = true;
    for (size_t i = 0; *ends && i < partner->certification_count; i++) {
        const struct partner_certification *entry = &partner->certifications[i];
        if (!standing_names(line, entry->code.text)) continue;
        *later = *later || partner_sure_since(entry) > context->usage->as_of;
        if (partner_sure_until(entry) >= context->usage->as_of) (*ends)[count++] = partner_sure_until(entry);
    }
    if (count) qsort(*ends, count, sizeof **ends, stated_earlier_first);
    for (size_t i = 0; i < count; i++)
        if (!kept || (*ends)[kept - 1] != (*ends)[i]) (*ends)[kept++] = (*ends)[i];
    return kept;
}

/* The last day on which there are still enough, as far as entries end: 0 when none of them ends it. Where none begins
 * later, people only become fewer, so that half of the ends can be left out at each step. */
static uint32_t stated_people_until(struct standing_context *context, const struct assay_requirement *line) {
    uint32_t *ends;
    bool later;
    size_t first = 0, count = stated_ends(context, line, &ends, &later), past = count;
    while (first < past) {
        size_t middle = later ? first : first + (past - first) / 2;
        struct partner_count then =
            partner_people(context->partner, line->names, line->name_count, day_add(ends[middle], 1));
        if (partner_at_least(then, line->people) == ASSAY_YES)
            first = middle + 1;
        else
            past = middle;
    }
    return first < count ? ends[first] : 0;
}

void standing_people(struct standing_context *context, struct standing_verdict *verdict) {
    const struct assay_requirement *requirement = verdict->requirement;
    struct standing_count *count = &verdict->count;
    *count = (struct standing_count){.asked = true, .needed = requirement->people};
    if (context->partner && context->usage->as_of) {
        struct partner_count people =
            partner_people(context->partner, requirement->names, requirement->name_count, context->usage->as_of);
        count->certain = people.certain;
        count->possible = people.possible;
        count->bounded = people.bounded;
        count->met = partner_at_least(people, count->needed);
    } else {
        count->met = ASSAY_CANNOT_TELL;
    }
    verdict->met = count->met;
    verdict->doubt = stated_doubt(context, PARTNER_CERTIFICATIONS);
    if (count->met == ASSAY_YES) verdict->valid_until = stated_people_until(context, requirement);
}

/* ---- Designations ---- */

/* Whether an entry decides rather than another: one that is held before one that is not, then the later end. */
static bool stated_decides(const struct partner_designation *entry, const struct partner_designation *other,
                           uint32_t day) {
    if (!other) return true;
    bool held = day_within(day, entry->since, entry->until);
    if (held != day_within(day, other->since, other->until)) return held;
    return stated_later(entry->until, other->until);
}

static const struct partner_designation *stated_designation(const struct standing_context *context,
                                                            const struct assay_requirement *requirement) {
    const struct partner_designation *found = NULL;
    for (size_t i = 0; context->partner && i < context->partner->designation_count; i++) {
        const struct partner_designation *entry = &context->partner->designations[i];
        if (context->usage->as_of && entry->since > context->usage->as_of) continue;
        if (standing_names(requirement, entry->name.text) && stated_decides(entry, found, context->usage->as_of))
            found = entry;
    }
    return found;
}

struct stated_period {
    uint32_t since, until;
};

static int stated_begins_first(const void *left, const void *right) {
    const struct stated_period *a = left, *b = right;
    return (a->since > b->since) - (a->since < b->since);
}

/* The periods of the name of an entry, in the order in which they begin; NULL: no memory. */
static struct stated_period *stated_periods(struct standing_context *context, const struct partner_designation *entry,
                                            size_t *count) {
    const struct partner *partner = context->partner;
    struct stated_period *periods = pool_take(context->memory, partner->designation_count * sizeof *periods);
    *count = 0;
    if (!periods) context->failed = true;
    for (size_t i = 0; periods && i < partner->designation_count; i++) {
        const struct partner_designation *other = &partner->designations[i];
        if (other->name.number == entry->name.number)
            periods[(*count)++] = (struct stated_period){other->since, other->until};
    }
    if (*count) qsort(periods, *count, sizeof *periods, stated_begins_first);
    return periods;
}

/* The end of an entry, or of those of the same name that go on where it ends. */
static uint32_t stated_goes_on(struct standing_context *context, const struct partner_designation *entry) {
    uint32_t until = entry->until;
    size_t count;
    const struct stated_period *periods = until ? stated_periods(context, entry, &count) : NULL;
    for (size_t i = 0; periods && until && i < count && periods[i].since <= day_add(until, 1); i++)
        if (stated_later(periods[i].until, until)) until = periods[i].until;
    return until;
}

void standing_designation(struct standing_context *context, struct standing_verdict *verdict) {
    const struct partner_designation *found = stated_designation(context, verdict->requirement);
    uint32_t day = context->usage->as_of;
    verdict->doubt = stated_doubt(context, PARTNER_DESIGNATIONS);
    verdict->met = stated_complete(context, PARTNER_DESIGNATIONS) ? ASSAY_NO : ASSAY_CANNOT_TELL;
    if (!found) return;
    verdict->name = found->name.text;
    verdict->since = found->since;
    verdict->valid_until = stated_goes_on(context, found);
    if (!day) verdict->met = ASSAY_CANNOT_TELL;
    if (day && day_within(day, found->since, found->until)) verdict->met = ASSAY_YES;
}

/* ---- Audits ---- */

static const struct partner_audit *stated_audit(const struct standing_context *context) {
    const struct partner_audit *newest = NULL;
    for (size_t i = 0; context->partner && i < context->partner->audit_count; i++) {
        const struct partner_audit *audit = &context->partner->audits[i];
        if (context->usage->as_of && audit->passed > context->usage->as_of) continue;
        if (standing_about(context, &audit->specialization) && (!newest || audit->passed > newest->passed))
            newest = audit;
    }
    return newest;
}

void standing_audit(struct standing_context *context, struct standing_verdict *verdict) {
    const struct partner_audit *newest = stated_audit(context);
    uint32_t day = context->usage->as_of, months = verdict->requirement->valid_months;
    verdict->doubt = stated_doubt(context, PARTNER_AUDITS);
    verdict->met = stated_complete(context, PARTNER_AUDITS) ? ASSAY_NO : ASSAY_CANNOT_TELL;
    if (!newest) return;
    verdict->since = newest->passed;
    verdict->valid_until = months ? day_add_months(newest->passed, months) : 0;
    if (!day) verdict->met = ASSAY_CANNOT_TELL;
    if (day && day_within(day, newest->passed, verdict->valid_until)) verdict->met = ASSAY_YES;
}

/* ---- References ---- */

static int stated_newest_first(const void *left, const void *right) {
    const uint32_t *a = left, *b = right;
    return (*a < *b) - (*a > *b);
}

bool standing_stands(const struct standing_context *context, size_t number, uint32_t from, uint32_t until) {
    const struct partner_reference *all = context->partner->references, *reference = &all[number];
    if (reference->accepted < from || reference->accepted > until ||
        !standing_about(context, &reference->specialization))
        return false;
    for (size_t i = 0; i < context->partner->reference_count; i++) {
        const struct partner_reference *other = &all[i];
        bool rival = other->customer.number == reference->customer.number && other->accepted <= until &&
                     (other->accepted > reference->accepted || (other->accepted == reference->accepted && i < number));
        if (rival && standing_about(context, &other->specialization)) return false;
    }
    return true;
}

/* The days on which the references of different customers were accepted, newest first; their number. */
static size_t stated_accepted(struct standing_context *context, uint32_t months, uint32_t **days) {
    uint32_t until = context->usage->as_of, from = months ? day_reaching(until, months) : 0;
    size_t count = 0;
    *days = pool_take(context->memory, (context->partner->reference_count + 1) * sizeof **days);
    if (!*days) context->failed = true;
    for (size_t i = 0; *days && i < context->partner->reference_count; i++)
        if (standing_stands(context, i, from, until)) (*days)[count++] = context->partner->references[i].accepted;
    if (count) qsort(*days, count, sizeof **days, stated_newest_first);
    return count;
}

/* A line that does not say how many asks for one at least, and cannot be told to be met (R24). */
static void stated_judge_references(struct standing_verdict *verdict, uint64_t held, bool complete) {
    struct standing_count *count = &verdict->count;
    bool published = count->needed > 0;
    count->certain = count->possible = held;
    count->bounded = complete;
    count->met = complete ? ASSAY_NO : ASSAY_CANNOT_TELL;
    if (held >= (published ? count->needed : 1)) count->met = published ? ASSAY_YES : ASSAY_CANNOT_TELL;
    if (!published && count->met == ASSAY_CANNOT_TELL) verdict->doubt = STANDING_UNPUBLISHED;
    verdict->met = count->met;
}

void standing_references(struct standing_context *context, struct standing_verdict *verdict) {
    const struct assay_requirement *requirement = verdict->requirement;
    bool known = context->partner && context->usage->as_of;
    uint32_t *accepted = NULL;
    size_t held = known ? stated_accepted(context, requirement->valid_months, &accepted) : 0;
    verdict->count = (struct standing_count){.asked = true, .needed = requirement->references};
    verdict->doubt = stated_doubt(context, PARTNER_REFERENCES);
    stated_judge_references(verdict, held, known && stated_complete(context, PARTNER_REFERENCES));
    if (verdict->met != ASSAY_YES || !accepted) return;
    verdict->since = accepted[requirement->references - 1];
    if (requirement->valid_months) verdict->valid_until = day_add_months(verdict->since, requirement->valid_months);
}
