/* outlook_dates.c - the days ahead: renewals, ends of what a line rests on, lines that come and go. */
#include "runtime/usage/outlook_internal.h"

#include "runtime/usage/day.h"
#include "runtime/usage/names.h"
#include "runtime/usage/period.h"

#include <stdlib.h>
#include <string.h>

#define DATES_NEAR 60 /* days ahead that are near */

/* The list that grows. */
struct dates {
    struct standing_context *context;
    uint32_t as_of;
    struct outlook_date *items;
    size_t count, room;
    struct dictionary ends; /* of certificates */
};

static uint16_t dates_notice(int32_t days) {
    static const uint16_t notices[] = {30, 60, 90, 120};
    for (size_t i = 0; days >= 0 && i < sizeof notices / sizeof *notices; i++)
        if (days <= notices[i]) return notices[i];
    return 0;
}

static void dates_add(struct dates *dates, struct outlook_date date) {
    if (dates->count == dates->room) {
        size_t room = dates->room ? dates->room * 2 : 16;
        struct outlook_date *items = realloc(dates->items, room * sizeof *items);
        if (!items) {
            dates->context->failed = true;
            return;
        }
        dates->items = items;
        dates->room = room;
    }
    date.days = day_count(date.day) - day_count(dates->as_of);
    date.notice = dates_notice(date.days);
    dates->items[dates->count++] = date;
}

/* ---- Renewal ---- */

static void dates_renewal(struct dates *dates, const struct standing_renewal *renewal) {
    if (!renewal->due) return;
    if (renewal->opens >= dates->as_of)
        dates_add(dates, (struct outlook_date){.kind = OUTLOOK_RENEWAL_OPENS, .day = renewal->opens});
    dates_add(dates, (struct outlook_date){.kind = OUTLOOK_RENEWAL_DUE, .day = renewal->due});
    dates_add(dates, (struct outlook_date){.kind = OUTLOOK_GRACE_ENDS, .day = renewal->grace_until});
}

/* ---- What ends ---- */

/* How many entries of one person and certification stand side by side from the first on. */
static size_t dates_alike(const struct partner_certification *first, size_t most) {
    size_t count = 1;
    while (count < most && first[count].person.number == first->person.number &&
           first[count].code.number == first->code.number)
        count++;
    return count;
}

/* Of alike entries that of which the end is felt: the one that may be held and ends last, when no other surely goes on
 * then; or NULL. */
static const struct partner_certification *dates_felt(const struct partner_certification *alike, size_t count,
                                                      uint32_t as_of) {
    const struct partner_certification *last = NULL;
    for (size_t i = 0; i < count; i++) {
        bool held = alike[i].since <= as_of && alike[i].until >= as_of;
        if (held && (!last || alike[i].until > last->until)) last = &alike[i];
    }
    for (size_t i = 0; last && i < count; i++) {
        uint32_t until = partner_sure_until(&alike[i]);
        bool later = !until || until > last->until;
        if (later && partner_sure_since(&alike[i]) <= day_add(last->until, 1)) return NULL;
    }
    return last;
}

/* Whether this end of a certificate is in the list: another line may rest on it, too. */
static bool dates_known(struct dates *dates, const struct partner_certification *entry) {
    const uint32_t key[3] = {entry->person.number, entry->code.number, entry->until};
    uint32_t before = dates->ends.count, number = dictionary_put(&dates->ends, key, sizeof key);
    if (number == DICTIONARY_NONE) dates->context->failed = true;
    return number < before;
}

static void dates_certificates(struct dates *dates, const struct assay_requirement *requirement) {
    const struct partner *partner = dates->context->partner;
    size_t count = partner ? partner->certification_count : 0;
    for (size_t i = 0, alike; i < count; i += alike) {
        const struct partner_certification *first = &partner->certifications[i];
        alike = dates_alike(first, count - i);
        if (!standing_names(requirement, first->code.text)) continue;
        const struct partner_certification *entry = dates_felt(first, alike, dates->as_of);
        if (!entry || dates_known(dates, entry)) continue;
        bool ahead = entry->until_or >= dates->as_of;
        dates_add(dates, (struct outlook_date){.kind = OUTLOOK_CERTIFICATE_ENDS,
                                               .day = ahead ? entry->until_or : entry->until,
                                               .or_day = ahead ? entry->until : entry->until_or,
                                               .requirement = requirement,
                                               .person = entry->person.text,
                                               .name = entry->code.text});
    }
}

static bool dates_ending(const struct standing_verdict *verdict, enum outlook_kind *kind) {
    switch (verdict->requirement->kind) {
    case ASSAY_REQUIRES_DESIGNATION:
        *kind = OUTLOOK_DESIGNATION_ENDS;
        break;
    case ASSAY_REQUIRES_AUDIT:
        *kind = OUTLOOK_AUDIT_ENDS;
        break;
    case ASSAY_REQUIRES_REFERENCES:
        *kind = OUTLOOK_REFERENCES_END;
        break;
    case ASSAY_REQUIRES_PEOPLE:
        *kind = OUTLOOK_PEOPLE_END;
        break;
    default:
        return false;
    }
    return verdict->valid_until != 0;
}

static void dates_ends(struct dates *dates, const struct standing_verdict *verdict) {
    const struct assay_requirement *requirement = verdict->requirement;
    enum outlook_kind kind;
    if (dates_ending(verdict, &kind))
        dates_add(dates,
                  (struct outlook_date){
                      .kind = kind, .day = verdict->valid_until, .requirement = requirement, .name = verdict->name});
    if (requirement->kind == ASSAY_REQUIRES_PEOPLE) dates_certificates(dates, requirement);
    for (uint16_t i = 0; i < requirement->part_count; i++)
        dates_ends(dates, &verdict->parts[i]);
}

/* ---- Lines that come and go ---- */

static void dates_line(struct dates *dates, const struct assay_requirement *requirement, enum outlook_kind kind,
                       uint32_t day) {
    struct standing_verdict verdict;
    standing_verdict(dates->context, requirement, NULL, &verdict);
    dates_add(dates, (struct outlook_date){.kind = kind, .day = day, .requirement = requirement, .met = verdict.met});
}

static void dates_lines(struct dates *dates) {
    const struct assay_specialization *specialization = dates->context->specialization;
    for (uint16_t i = 0; i < specialization->requirement_count; i++) {
        const struct assay_requirement *requirement = &specialization->requirements[i];
        if (requirement->from > dates->as_of) dates_line(dates, requirement, OUTLOOK_LINE_BEGINS, requirement->from);
        if (requirement->until >= dates->as_of) dates_line(dates, requirement, OUTLOOK_LINE_ENDS, requirement->until);
    }
}

/* Whether a measure of the same name is in force on a day. */
static bool dates_measure_follows(const struct assay_specialization *specialization,
                                  const struct assay_measure *measure, uint32_t day) {
    for (uint16_t m = 0; m < specialization->measure_count; m++) {
        const struct assay_measure *other = &specialization->measures[m];
        if (other != measure && names_is_measure(other, measure->name) && day_within(day, other->from, other->until))
            return true;
    }
    return false;
}

/* A line without a measure that ends: its answer by the measures in force on the day behind. */
static void dates_measure(struct dates *dates, const struct standing_verdict *verdict,
                          const struct assay_measure *measure) {
    struct standing_context *context = dates->context;
    const struct standing_usage *today = context->usage;
    struct standing_usage then = *today;
    struct standing_verdict without;
    uint32_t behind = day_add(measure->until, 1);
    bool follows = dates_measure_follows(context->specialization, measure, behind);
    uint64_t *in_force = period_in_force(today->rules, behind);
    if (!in_force) {
        context->failed = true;
        return;
    }
    then.in_force = in_force;
    context->usage = &then;
    standing_verdict(context, verdict->requirement, NULL, &without);
    context->usage = today;
    free(in_force);
    dates_add(dates, (struct outlook_date){.kind = follows ? OUTLOOK_MEASURE_CHANGES : OUTLOOK_MEASURE_ENDS,
                                           .day = measure->until,
                                           .requirement = verdict->requirement,
                                           .name = measure->name,
                                           .met = without.met});
}

/* Whether a line or a part of it sums a measure. */
static bool dates_sums(const struct assay_requirement *requirement, const struct assay_measure *measure) {
    bool sums = requirement->kind == ASSAY_REQUIRES_AMOUNT && standing_sums(requirement, measure);
    for (uint16_t i = 0; !sums && i < requirement->part_count; i++)
        sums = dates_sums(&requirement->parts[i], measure);
    return sums;
}

static void dates_measures(struct dates *dates, const struct standing_verdict *verdict) {
    const struct assay_specialization *specialization = dates->context->specialization;
    for (uint16_t m = 0; m < specialization->measure_count; m++) {
        const struct assay_measure *measure = &specialization->measures[m];
        if (measure->until && day_within(dates->as_of, measure->from, measure->until) &&
            dates_sums(verdict->requirement, measure))
            dates_measure(dates, verdict, measure);
    }
}

/* ---- In order ---- */

static int dates_text_order(const char *a, const char *b) {
    return strcmp(a ? a : "", b ? b : "");
}

static int dates_order(const void *left, const void *right) {
    const struct outlook_date *a = left, *b = right;
    if (a->day != b->day) return a->day < b->day ? -1 : 1;
    if (a->kind != b->kind) return a->kind < b->kind ? -1 : 1;
    int order = dates_text_order(a->person, b->person);
    if (!order) order = dates_text_order(a->name, b->name);
    if (!order && a->requirement && b->requirement)
        order = dates_text_order(a->requirement->text, b->requirement->text);
    return order;
}

static void dates_keep(struct dates *dates, struct outlook *outlook) {
    size_t size = dates->count * sizeof *dates->items;
    outlook->dates = pool_take(dates->context->memory, size + 1);
    outlook->date_count = outlook->dates ? dates->count : 0;
    if (!outlook->dates) dates->context->failed = true;
    if (size) qsort(dates->items, dates->count, sizeof *dates->items, dates_order);
    if (outlook->dates && size) memcpy(outlook->dates, dates->items, size);
    free(dates->items);
    dictionary_free(&dates->ends);
}

void outlook_dates(struct standing_context *context, struct outlook *outlook) {
    struct dates dates = {.context = context, .as_of = context->usage->as_of};
    if (dates.as_of) {
        dates_renewal(&dates, &outlook->standing->renewal);
        for (size_t i = 0; i < outlook->standing->verdict_count; i++)
            dates_ends(&dates, &outlook->standing->verdicts[i]);
        for (size_t i = 0; !context->failed && i < outlook->standing->verdict_count; i++)
            dates_measures(&dates, &outlook->standing->verdicts[i]);
        dates_lines(&dates);
    }
    dates_keep(&dates, outlook);
}

bool outlook_is_near(const struct outlook_date *date) {
    bool ends = false;
    switch (date->kind) {
    case OUTLOOK_RENEWAL_OPENS:
    case OUTLOOK_CERTIFICATE_ENDS:
    case OUTLOOK_LINE_ENDS:
        break;
    case OUTLOOK_LINE_BEGINS:
        ends = date->met == ASSAY_NO;
        break;
    case OUTLOOK_MEASURE_ENDS:
    case OUTLOOK_MEASURE_CHANGES:
        ends = date->met != ASSAY_YES;
        break;
    case OUTLOOK_RENEWAL_DUE:
    case OUTLOOK_GRACE_ENDS:
    case OUTLOOK_DESIGNATION_ENDS:
    case OUTLOOK_AUDIT_ENDS:
    case OUTLOOK_REFERENCES_END:
    case OUTLOOK_PEOPLE_END:
        ends = true;
    }
    return ends && date->days <= DATES_NEAR;
}

bool outlook_says_met(const struct outlook_date *date) {
    return date->kind == OUTLOOK_LINE_BEGINS || date->kind == OUTLOOK_LINE_ENDS || date->kind == OUTLOOK_MEASURE_ENDS ||
           date->kind == OUTLOOK_MEASURE_CHANGES;
}

const char *outlook_kind_name(enum outlook_kind kind) {
    static const char *const names[] = {
        [OUTLOOK_RENEWAL_OPENS] = "renewal opens",    [OUTLOOK_RENEWAL_DUE] = "renewal due",
        [OUTLOOK_GRACE_ENDS] = "grace ends",          [OUTLOOK_DESIGNATION_ENDS] = "designation ends",
        [OUTLOOK_AUDIT_ENDS] = "audit ends",          [OUTLOOK_REFERENCES_END] = "references end",
        [OUTLOOK_PEOPLE_END] = "people run short",    [OUTLOOK_CERTIFICATE_ENDS] = "certificate ends",
        [OUTLOOK_LINE_BEGINS] = "requirement begins", [OUTLOOK_LINE_ENDS] = "requirement ends",
        [OUTLOOK_MEASURE_ENDS] = "measure ends",      [OUTLOOK_MEASURE_CHANGES] = "measure changes"};
    return names[kind];
}
