#include "runtime/usage/partner.h"

#include "runtime/usage/answer.h"
#include "runtime/usage/day.h"
#include "runtime/usage/partner_internal.h"

bool partner_says(const struct partner *partner, enum partner_section section) {
    const struct partner_said *said = &partner->said[section];
    return said->by[PARTNER_STATEMENT] || said->by[PARTNER_TRAINING] || said->by[PARTNER_WORKLOADS];
}

bool partner_complete(const struct partner *partner, enum partner_section section) {
    return partner_says(partner, section) && !partner->said[section].incomplete;
}

/* ---- Certifications ---- */

uint32_t partner_sure_since(const struct partner_certification *certification) {
    return certification->since_or ? certification->since_or : certification->since;
}

uint32_t partner_sure_until(const struct partner_certification *certification) {
    return certification->until_or ? certification->until_or : certification->until;
}

/* The two dates are read each by itself, so that the day is in all readings where it is in the shortest period. */
enum assay_answer partner_holds(const struct partner_certification *certification, uint32_t day) {
    if (!day_within(day, certification->since, certification->until)) return ASSAY_NO;
    bool sure = day_within(day, partner_sure_since(certification), partner_sure_until(certification));
    return certification->certain && sure ? ASSAY_YES : ASSAY_CANNOT_TELL;
}

static bool query_asked(const struct partner *partner, const char *const *codes, size_t count, uint32_t number) {
    uint32_t code;
    for (size_t i = 0; i < count; i++)
        if (partner_find(partner, codes[i], &code) && code == number) return true;
    return false;
}

/* People by who names them: only the statement, only the export, or both. */
struct query_people {
    uint64_t stated, exported, both;
};

static void query_person(const struct partner_person *person, struct query_people *people) {
    if (!person->by[PARTNER_TRAINING])
        people->stated++;
    else if (!person->by[PARTNER_STATEMENT])
        people->exported++;
    else
        people->both++;
}

struct partner_count partner_people(const struct partner *partner, const char *const *codes, size_t count,
                                    uint32_t day) {
    const struct partner_certification *entries = partner->certifications;
    struct query_people certain = {0}, possible = {0};
    for (size_t i = 0, next; i < partner->certification_count; i = next) {
        enum assay_answer holds = ASSAY_NO;
        for (next = i; next < partner->certification_count; next++) {
            if (entries[next].person.number != entries[i].person.number) break;
            enum assay_answer answer = partner_holds(&entries[next], day);
            if (answer != ASSAY_NO && query_asked(partner, codes, count, entries[next].code.number))
                holds = answer_or(holds, answer);
        }
        const struct partner_person *person = &partner->people[entries[i].person.number];
        if (holds == ASSAY_YES) query_person(person, &certain);
        if (holds != ASSAY_NO) query_person(person, &possible);
    }
    /* Each of those named in the statement alone may be one of those named in the export alone. */
    uint64_t apart = certain.stated > certain.exported ? certain.stated : certain.exported;
    return (struct partner_count){certain.both + apart, possible.both + possible.stated + possible.exported,
                                  partner_complete(partner, PARTNER_CERTIFICATIONS)};
}

enum assay_answer partner_at_least(struct partner_count count, uint64_t needed) {
    if (count.certain >= needed) return ASSAY_YES;
    return count.bounded && count.possible < needed ? ASSAY_NO : ASSAY_CANNOT_TELL;
}

/* ---- Entries to come ---- */

struct query_later {
    uint32_t day;
    uint64_t count, line;
};

static void query_begins(struct query_later *later, uint32_t begins, const struct partner_place *place) {
    if (begins <= later->day || place->input != PARTNER_STATEMENT) return;
    if (!later->count || place->line < later->line) later->line = place->line;
    later->count++;
}

uint64_t partner_later(const struct partner *partner, uint32_t day, uint64_t *line) {
    struct query_later later = {.day = day};
    for (size_t i = 0; i < partner->designation_count; i++)
        query_begins(&later, partner->designations[i].since, &partner->designations[i].place);
    for (size_t i = 0; i < partner->certification_count; i++)
        query_begins(&later, partner->certifications[i].since, &partner->certifications[i].place);
    for (size_t i = 0; i < partner->audit_count; i++)
        query_begins(&later, partner->audits[i].passed, &partner->audits[i].place);
    for (size_t i = 0; i < partner->reference_count; i++)
        query_begins(&later, partner->references[i].accepted, &partner->references[i].place);
    for (size_t i = 0; i < partner->earned_count; i++)
        query_begins(&later, partner->earned[i].since, &partner->earned[i].place);
    *line = later.line;
    return later.count;
}

/* ---- Metrics ---- */

static const struct partner_month *query_month(const struct partner *partner, const char *metric, int32_t month) {
    uint32_t number;
    bool named = partner_find(partner, metric, &number);
    for (size_t m = 0; named && m < partner->metric_count; m++) {
        const struct partner_metric *entry = &partner->metrics[m];
        for (size_t i = 0; entry->name.number == number && i < entry->month_count; i++)
            if (entry->months[i].month == month) return &entry->months[i];
    }
    return NULL;
}

bool partner_metric_value(const struct partner *partner, const char *metric, int32_t month, assay_money *value) {
    const struct partner_month *found = query_month(partner, metric, month);
    if (!found || !found->known) return false;
    *value = found->value;
    return true;
}

bool partner_metric_reading(const struct partner *partner, const char *metric, int32_t month, int reading,
                            assay_money *value) {
    const struct partner_month *found = query_month(partner, metric, month);
    if (!found || !found->by[reading].known) return false;
    *value = found->by[reading].value;
    return true;
}
