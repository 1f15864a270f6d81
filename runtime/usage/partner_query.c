#include "runtime/usage/partner.h"

#include "runtime/usage/partner_internal.h"

bool partner_says(const struct partner *partner, enum partner_section section) {
    const struct partner_said *said = &partner->said[section];
    return said->by[PARTNER_STATEMENT] || said->by[PARTNER_TRAINING] || said->by[PARTNER_WORKLOADS];
}

static bool query_complete(const struct partner *partner, enum partner_section section) {
    return partner_says(partner, section) && !partner->said[section].incomplete;
}

/* What it means that nothing was found. */
static enum assay_answer query_nothing(const struct partner *partner, enum partner_section section) {
    return query_complete(partner, section) ? ASSAY_NO : ASSAY_CANNOT_TELL;
}

static bool query_within(uint32_t since, uint32_t until, uint32_t day) {
    return since <= day && (until == 0 || day <= until);
}

enum assay_answer partner_designated(const struct partner *partner, const char *designation, uint32_t day) {
    uint32_t number;
    bool named = partner_find(partner, designation, &number);
    for (size_t i = 0; named && i < partner->designation_count; i++) {
        const struct partner_designation *entry = &partner->designations[i];
        if (entry->name.number == number && query_within(entry->since, entry->until, day)) return ASSAY_YES;
    }
    return query_nothing(partner, PARTNER_DESIGNATIONS);
}

/* ---- Certifications ---- */

/* What one entry says of a day; NO: nothing. */
static enum assay_answer query_entry(const struct partner_certification *entry, uint32_t day) {
    if (!query_within(entry->since, entry->until, day)) return ASSAY_NO;
    return entry->certain ? ASSAY_YES : ASSAY_CANNOT_TELL;
}

/* YES before CANNOT_TELL before NO. */
static enum assay_answer query_either(enum assay_answer a, enum assay_answer b) {
    if (a == ASSAY_YES || b == ASSAY_YES) return ASSAY_YES;
    return a == ASSAY_CANNOT_TELL || b == ASSAY_CANNOT_TELL ? ASSAY_CANNOT_TELL : ASSAY_NO;
}

enum assay_answer partner_holds(const struct partner *partner, const char *person, const char *code, uint32_t day) {
    uint32_t who, what;
    enum assay_answer answer = query_nothing(partner, PARTNER_CERTIFICATIONS);
    if (!partner_find(partner, person, &who) || !partner_find(partner, code, &what)) return answer;
    for (size_t i = 0; i < partner->certification_count; i++) {
        const struct partner_certification *entry = &partner->certifications[i];
        if (entry->person.number == who && entry->code.number == what)
            answer = query_either(answer, query_entry(entry, day));
    }
    return answer;
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
            enum assay_answer answer = query_entry(&entries[next], day);
            if (answer != ASSAY_NO && query_asked(partner, codes, count, entries[next].code.number))
                holds = query_either(holds, answer);
        }
        const struct partner_person *person = &partner->people[entries[i].person.number];
        if (holds == ASSAY_YES) query_person(person, &certain);
        if (holds != ASSAY_NO) query_person(person, &possible);
    }
    /* Each of those named in the statement alone may be one of those named in the export alone. */
    uint64_t apart = certain.stated > certain.exported ? certain.stated : certain.exported;
    return (struct partner_count){certain.both + apart, possible.both + possible.stated + possible.exported,
                                  query_complete(partner, PARTNER_CERTIFICATIONS)};
}

enum assay_answer partner_at_least(struct partner_count count, uint64_t needed) {
    if (count.certain >= needed) return ASSAY_YES;
    return count.bounded && count.possible < needed ? ASSAY_NO : ASSAY_CANNOT_TELL;
}

/* ---- Audits, references, specializations ---- */

const struct partner_audit *partner_newest_audit(const struct partner *partner, const char *specialization,
                                                 uint32_t day) {
    const struct partner_audit *newest = NULL;
    uint32_t number;
    bool named = partner_find(partner, specialization, &number);
    for (size_t i = 0; named && i < partner->audit_count; i++) {
        const struct partner_audit *audit = &partner->audits[i];
        if (audit->specialization.number != number || audit->passed > day) continue;
        if (!newest || audit->passed > newest->passed) newest = audit;
    }
    return newest;
}

static bool query_referred(const struct partner_reference *reference, uint32_t number, uint32_t from, uint32_t until) {
    return reference->specialization.number == number && from <= reference->accepted && reference->accepted <= until;
}

struct partner_count partner_references(const struct partner *partner, const char *specialization, uint32_t from,
                                        uint32_t until) {
    struct partner_count count = {0, 0, query_complete(partner, PARTNER_REFERENCES)};
    const struct partner_reference *references = partner->references;
    uint32_t number;
    bool named = partner_find(partner, specialization, &number);
    for (size_t i = 0; named && i < partner->reference_count; i++) {
        bool new = query_referred(&references[i], number, from, until);
        for (size_t j = 0; new &&j < i; j++)
            new = references[j].customer.number != references[i].customer.number ||
                  !query_referred(&references[j], number, from, until);
        count.certain += new;
    }
    count.possible = count.certain;
    return count;
}

const struct partner_earned *partner_earned_specialization(const struct partner *partner, const char *specialization) {
    uint32_t number;
    bool named = partner_find(partner, specialization, &number);
    for (size_t i = 0; named && i < partner->earned_count; i++)
        if (partner->earned[i].specialization.number == number) return &partner->earned[i];
    return NULL;
}

/* ---- Metrics ---- */

bool partner_metric_value(const struct partner *partner, const char *metric, int32_t month, assay_money *value) {
    uint32_t number;
    bool named = partner_find(partner, metric, &number);
    for (size_t m = 0; named && m < partner->metric_count; m++) {
        const struct partner_metric *entry = &partner->metrics[m];
        for (size_t i = 0; entry->name.number == number && i < entry->month_count; i++) {
            if (entry->months[i].month != month || !entry->months[i].known) continue;
            *value = entry->months[i].value;
            return true;
        }
    }
    return false;
}
