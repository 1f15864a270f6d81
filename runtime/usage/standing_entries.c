/* standing_entries.c - what a line rests on, entry by entry, as the partner's inputs have them. */
#include "runtime/usage/standing_internal.h"

#include "runtime/usage/day.h"

#include <string.h>

struct entries {
    struct standing_context judge;
    const struct standing_verdict *verdict;
    standing_entry_visit *visit;
    void *context;
};

/* On the day, which may not be known. */
static enum assay_answer entries_on_day(const struct entries *entries, const struct standing_entry *entry) {
    uint32_t day = entries->judge.usage->as_of;
    if (!day) return ASSAY_CANNOT_TELL;
    return day_within(day, entry->from, entry->until) ? ASSAY_YES : ASSAY_NO;
}

static void entries_designations(struct entries *entries) {
    const struct partner *partner = entries->judge.partner;
    for (size_t i = 0; i < partner->designation_count; i++) {
        const struct partner_designation *stated = &partner->designations[i];
        struct standing_entry entry = {
            .name = stated->name.text, .from = stated->since, .until = stated->until, .place = stated->place};
        if (!standing_names(entries->verdict->requirement, entry.name)) continue;
        entry.stands = entries_on_day(entries, &entry);
        entries->visit(entries->context, &entry);
    }
}

static void entries_certifications(struct entries *entries) {
    const struct partner *partner = entries->judge.partner;
    for (size_t i = 0; i < partner->certification_count; i++) {
        const struct partner_certification *stated = &partner->certifications[i];
        struct standing_entry entry = {.name = stated->code.text,
                                       .person = stated->person.text,
                                       .from = stated->since,
                                       .until = stated->until,
                                       .from_or = stated->since_or,
                                       .until_or = stated->until_or,
                                       .place = stated->place};
        uint32_t day = entries->judge.usage->as_of;
        if (!standing_names(entries->verdict->requirement, entry.name)) continue;
        entry.stands = day ? partner_holds(stated, day) : ASSAY_CANNOT_TELL;
        entries->visit(entries->context, &entry);
    }
}

static void entries_audits(struct entries *entries) {
    const struct partner *partner = entries->judge.partner;
    uint32_t months = entries->verdict->requirement->valid_months;
    for (size_t i = 0; i < partner->audit_count; i++) {
        const struct partner_audit *stated = &partner->audits[i];
        struct standing_entry entry = {.name = stated->specialization.text,
                                       .from = stated->passed,
                                       .until = months ? day_add_months(stated->passed, months) : 0,
                                       .place = stated->place};
        if (!standing_about(&entries->judge, &stated->specialization)) continue;
        entry.stands = entries_on_day(entries, &entry);
        entries->visit(entries->context, &entry);
    }
}

static void entries_references(struct entries *entries) {
    const struct partner *partner = entries->judge.partner;
    uint32_t day = entries->judge.usage->as_of, months = entries->verdict->requirement->valid_months;
    for (size_t i = 0; i < partner->reference_count; i++) {
        const struct partner_reference *stated = &partner->references[i];
        struct standing_entry entry = {.name = stated->customer.text,
                                       .from = stated->accepted,
                                       .until = months ? day_add_months(stated->accepted, months) : 0,
                                       .place = stated->place};
        if (!standing_about(&entries->judge, &stated->specialization)) continue;
        entry.stands = entries_on_day(entries, &entry);
        if (entry.stands == ASSAY_YES && !standing_stands(&entries->judge, i, stated->accepted, day))
            entry.stands = ASSAY_NO;
        entries->visit(entries->context, &entry);
    }
}

/* A month is looked at when it is the newest, or an end of the growth. */
static bool entries_month_asked(const struct entries *entries, const struct partner_metric *metric, size_t month) {
    const struct standing_verdict *verdict = entries->verdict;
    const struct partner_month *stated = &metric->months[month];
    if (verdict->requirement->kind == ASSAY_REQUIRES_METRIC)
        return stated == standing_newest_month(&entries->judge, metric->name.text, 0) ||
               stated == standing_newest_month(&entries->judge, metric->name.text, 1);
    return verdict->has_window && (stated->month == verdict->from || stated->month == verdict->until);
}

static void entries_metrics(struct entries *entries) {
    const struct partner *partner = entries->judge.partner;
    for (size_t i = 0; i < partner->metric_count; i++) {
        const struct partner_metric *metric = &partner->metrics[i];
        if (!standing_names(entries->verdict->requirement, metric->name.text)) continue;
        for (size_t m = 0; m < metric->month_count; m++) {
            struct standing_entry entry = {
                .name = metric->name.text, .month = &metric->months[m], .place = metric->months[m].place};
            if (entries_month_asked(entries, metric, m))
                entry.stands = entry.month->known ? ASSAY_YES : ASSAY_CANNOT_TELL;
            entries->visit(entries->context, &entry);
        }
    }
}

bool standing_entries(const struct standings *standings, size_t specialization, const struct standing_verdict *verdict,
                      standing_entry_visit *visit, void *context) {
    static void (*const kinds[])(struct entries *) = {[ASSAY_REQUIRES_GROWTH] = entries_metrics,
                                                      [ASSAY_REQUIRES_METRIC] = entries_metrics,
                                                      [ASSAY_REQUIRES_PEOPLE] = entries_certifications,
                                                      [ASSAY_REQUIRES_DESIGNATION] = entries_designations,
                                                      [ASSAY_REQUIRES_AUDIT] = entries_audits,
                                                      [ASSAY_REQUIRES_REFERENCES] = entries_references,
                                                      [ASSAY_REQUIRES_UNPUBLISHED] = NULL};
    struct entries entries = {.verdict = verdict, .visit = visit, .context = context};
    struct pool memory = {0};
    bool good = standing_begin(&entries.judge, &memory, &standings->usage, standings->partner, specialization);
    void (*show)(struct entries *) = kinds[verdict->requirement->kind];
    if (good && standings->partner && show) show(&entries);
    pool_free(&memory);
    return good;
}
