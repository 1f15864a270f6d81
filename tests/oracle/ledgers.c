/* ledgers.c - oracle-ledgers [LEDGERS] [SEED]: where a partner stands, over random ledgers, against the slow evaluator.
 *
 * Compared are each line with all its parts: the answer, the sums, the customers; what stays when the oldest month
 * leaves; the customers whose departure breaks a met line, one by one; until when what is stated holds; the status.
 * Prints what was compared; status 1 when anything differs. */
#include "tests/oracle/ledgers_random.h"

#include "runtime/usage/day.h"
#include "runtime/usage/outlook.h"
#include "runtime/usage/partner_internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

struct totals {
    uint64_t ledgers, lines, sums, breakers, warnings, days, answers[3], mismatches;
};

/* One world, for the runtime. */
struct subject {
    struct assay_measure measures[3];
    struct assay_usage usage;
    struct assay_requirement lines[RANDOM_LINES];
    struct assay_specialization specialization;
    const struct assay_specialization *specializations[1];
    struct assay_ruleset rules;
    uint64_t sets[64][2], in_force;
    struct outcome all[64];
    struct outcomes outcomes;
    struct dictionary customers;
    struct ledger ledger;
    struct partner partner;
    struct standings standings;
    struct outlooks outlooks;
};

static void fault(const char *what) {
    fprintf(stderr, "oracle-ledgers: %s\n", what);
    exit(3);
}

/* ---- Making it ---- */

static void subject_rules(struct subject *subject, const struct random_line *lines) {
    static const char *const names[] = {"A", "B", "C"};
    for (int m = 0; m < 3; m++)
        subject->measures[m].name = names[m];
    for (int i = 0; i < RANDOM_LINES; i++)
        subject->lines[i] = lines[i].line;
    subject->usage.currency = "USD";
    subject->specialization = (struct assay_specialization){.name = "S",
                                                            .measures = subject->measures,
                                                            .measure_count = 3,
                                                            .requirements = subject->lines,
                                                            .requirement_count = RANDOM_LINES};
    subject->specializations[0] = &subject->specialization;
    subject->rules.usage = &subject->usage;
    subject->rules.specializations = subject->specializations;
    subject->rules.specialization_count = 1;
}

static void subject_ledger(struct subject *subject, const struct world *world) {
    for (uint32_t i = 0; i < 64; i++) {
        subject->sets[i][0] = i & 7;
        subject->sets[i][1] = i >> 3;
        subject->all[i] = (struct outcome){.counts = &subject->sets[i][0], .may = &subject->sets[i][1]};
    }
    subject->outcomes = (struct outcomes){.measure_words = 1, .all = subject->all, .count = 64};
    subject->in_force = world->in_force;
    assay_money cent = 0;
    assay_money_parse("0.01", 4, &cent);
    for (char name = 'a'; name < 'f'; name++)
        dictionary_put(&subject->customers, &name, 1);
    for (int r = 0; r < world->row_count; r++) {
        const struct world_row *row = &world->rows[r];
        bool named = world->has_customers && row->customer != WORLD_NOBODY;
        if (ledger_add(&subject->ledger, row->counts | row->may << 3, named ? (uint32_t)row->customer : LEDGER_NOBODY,
                       world->has_months ? row->month : LEDGER_NEVER, row->cents * cent) != LEDGER_OK)
            fault("a row cannot be added");
    }
    ledger_sort(&subject->ledger);
}

static struct partner_name subject_name(struct subject *subject, const char *stem, int number) {
    char text[16];
    int length = snprintf(text, sizeof text, "%s%d", stem, number);
    return partner_intern(&subject->partner, text, (size_t)length);
}

/* The entries of a section, and that it is said. */
static size_t subject_section(struct subject *subject, enum partner_section section, const struct world_facts *facts) {
    subject->partner.said[section].by[PARTNER_STATEMENT] = facts->said;
    return (size_t)facts->count;
}

#define SUBJECT_ENTRIES(subject, section, facts, items, item_count, ...)                                               \
    (subject)->partner.item_count = subject_section(subject, section, facts);                                          \
    (subject)->partner.items = calloc((subject)->partner.item_count + 1, sizeof *(subject)->partner.items);            \
    for (size_t i = 0; (subject)->partner.items && i < (subject)->partner.item_count; i++) {                           \
        const struct world_fact *fact = &(facts)->all[i];                                                              \
        uint32_t since = (uint32_t)fact->since;                                                                        \
        (subject)->partner.items[i] = __VA_ARGS__;                                                                     \
    }

static void subject_metrics(struct subject *subject, const struct world *world) {
    assay_money one = 0;
    assay_money_parse("1", 1, &one);
    subject->partner.said[PARTNER_METRICS].by[PARTNER_STATEMENT] = world->metrics_said;
    for (int m = 0; m < WORLD_METRICS && world->metrics_said; m++) {
        struct partner_metric *metric =
            partner_metric(&subject->partner, subject_name(subject, "M", m), (struct partner_place){0});
        for (int i = 0; metric && i < WORLD_MONTHS; i++) {
            if (world->metrics[m][i] == WORLD_UNKNOWN) continue;
            struct partner_month month = {
                .month = world->first_month + i, .known = true, .value = world->metrics[m][i] * one};
            partner_add_month(&subject->partner, metric, &month);
        }
    }
}

static void subject_state(struct subject *subject, const struct world *world) {
    struct partner_name itself = partner_intern(&subject->partner, "s", 1);
    SUBJECT_ENTRIES(
        subject, PARTNER_DESIGNATIONS, &world->designations, designations, designation_count,
        (struct partner_designation){subject_name(subject, "D", fact->name), since, (uint32_t)fact->until, {0}})
    SUBJECT_ENTRIES(subject, PARTNER_CERTIFICATIONS, &world->people, certifications, certification_count,
                    (struct partner_certification){.person = subject_name(subject, "P", fact->who),
                                                   .code = subject_name(subject, "K", fact->name),
                                                   .since = since,
                                                   .until = (uint32_t)fact->until,
                                                   .certain = true})
    SUBJECT_ENTRIES(subject, PARTNER_AUDITS, &world->audits, audits, audit_count,
                    (struct partner_audit){itself, since, {0}})
    SUBJECT_ENTRIES(subject, PARTNER_REFERENCES, &world->references, references, reference_count,
                    (struct partner_reference){itself, subject_name(subject, "R", fact->who), since, {0}})
    for (size_t i = 0; i < subject->partner.certification_count; i++)
        subject->partner.people[subject->partner.certifications[i].person.number].by[PARTNER_STATEMENT] = true;
    subject_metrics(subject, world);
    partner_merge(&subject->partner);
    if (subject->partner.failed) fault("out of memory");
}

static void subject_judge(struct subject *subject, const struct world *world) {
    struct standing_usage usage = {&subject->rules,     &subject->ledger,     &subject->outcomes, &subject->in_force,
                                   &subject->customers, (uint32_t)world->day, world->has_months,  world->has_customers};
    if (world->stated) subject_state(subject, world);
    if (!standing_judge(&subject->standings, &usage, world->stated ? &subject->partner : NULL) ||
        !outlook_make(&subject->outlooks, &subject->standings))
        fault("out of memory");
}

static void subject_free(struct subject *subject) {
    outlook_free(&subject->outlooks);
    standing_free(&subject->standings);
    partner_free(&subject->partner);
    ledger_free(&subject->ledger);
    dictionary_free(&subject->customers);
    free(subject);
}

/* ---- Comparing ---- */

struct comparison {
    struct totals *totals;
    uint64_t ledger;
};

static void differ(const struct comparison *comparison, bool differs, const char *what) {
    if (!differs) return;
    if (comparison->totals->mismatches++ < 20)
        fprintf(stderr, "ledger %llu: %s differs\n", (unsigned long long)comparison->ledger, what);
}

static bool cents_are(assay_money amount, long cents) {
    assay_money cent = 0;
    assay_money_parse("0.01", 4, &cent);
    return amount == cents * cent;
}

static void compare_sum(const struct comparison *comparison, const struct world *world,
                        const struct standing_verdict *verdict, const struct assay_requirement *whole) {
    struct naive_sum sum = naive_sum(world, verdict->requirement, whole);
    comparison->totals->sums++;
    differ(comparison, !cents_are(verdict->certain, sum.certain), "the certain sum");
    differ(comparison, !cents_are(verdict->possible, sum.possible), "the possible sum");
    differ(comparison, verdict->count.certain != (uint64_t)sum.customers, "the certain customers");
    differ(comparison, verdict->count.possible != (uint64_t)sum.customers_possible, "the possible customers");
}

static void compare_verdict(const struct comparison *comparison, const struct world *world,
                            const struct standing_verdict *verdict, const struct assay_requirement *whole) {
    const struct assay_requirement *line = verdict->requirement;
    bool sum = line->kind == ASSAY_REQUIRES_AMOUNT;
    comparison->totals->answers[verdict->met]++;
    differ(comparison, verdict->met != naive_line(world, line, whole), "an answer");
    differ(comparison, (verdict->met == ASSAY_CANNOT_TELL) != (verdict->doubt != STANDING_CERTAIN), "a doubt");
    if (sum) compare_sum(comparison, world, verdict, whole);
    for (int p = 0; p < line->part_count; p++)
        compare_verdict(comparison, world, &verdict->parts[p], sum ? line : NULL);
}

/* Leaves out what happens after a day. */
static void forget_later(struct world_facts *facts, int day) {
    int kept = 0;
    for (int f = 0; f < facts->count; f++)
        if (facts->all[f].since <= day) facts->all[kept++] = facts->all[f];
    facts->count = kept;
}

/* Until when a line holds that rests on what is stated: day by day. */
static void compare_until(const struct comparison *comparison, const struct world *world,
                          const struct standing_verdict *verdict) {
    uint8_t kind = verdict->requirement->kind;
    bool stated = kind == ASSAY_REQUIRES_AUDIT || kind == ASSAY_REQUIRES_REFERENCES ||
                  (kind == ASSAY_REQUIRES_PEOPLE && !verdict->requirement->part_count);
    if (!stated || verdict->met != ASSAY_YES) return;
    struct world later = *world;
    uint32_t end = 0;
    forget_later(&later.audits, world->day);
    forget_later(&later.references, world->day);
    for (int n = 0; n < 1600 && !end; n++) {
        uint32_t day = (uint32_t)later.day;
        later.day = (int)day_add(day, 1);
        if (naive_line(&later, verdict->requirement, NULL) != ASSAY_YES) end = day;
        comparison->totals->days++;
    }
    differ(comparison, verdict->valid_until != end, "the day until when a line holds");
}

static void compare_breakers(const struct comparison *comparison, const struct world *world,
                             const struct outlook_verdict *line) {
    size_t next = 0;
    struct world without = *world;
    if (line->verdict->met != ASSAY_YES || !world->has_customers) {
        differ(comparison, line->breaker_count != 0, "the number of breakers");
        return;
    }
    for (without.gone = 0; without.gone < 5; without.gone++) {
        enum assay_answer then = naive_line(&without, line->verdict->requirement, NULL);
        bool listed = next < line->breaker_count && line->breakers[next].customer[0] == 'a' + without.gone;
        differ(comparison, listed != (then != ASSAY_YES), "whether a customer breaks a line");
        if (listed) differ(comparison, line->breakers[next].then != then, "what is left without a customer");
        next += listed;
        comparison->totals->breakers++;
    }
    differ(comparison, next != line->breaker_count, "the number of breakers");
}

static void compare_stays(const struct comparison *comparison, const struct world *world,
                          const struct outlook_verdict *line) {
    struct world later = *world;
    later.left = 1;
    differ(comparison, line->has_leaving && !world->has_months, "whether a month leaves");
    if (!line->moves) return;
    compare_verdict(comparison, &later, &line->stays, NULL);
}

/* Whether a warning of a kind is given of a line. */
static bool compare_warned(const struct outlook *outlook, enum outlook_warning_kind kind,
                           const struct outlook_verdict *line) {
    bool warned = false;
    for (size_t i = 0; i < outlook->warning_count; i++)
        warned = warned || (outlook->warnings[i].kind == kind && outlook->warnings[i].line == line);
    return warned;
}

/* The next month brings the rows of the newest one once more, and nothing else. */
static struct world compare_as_before(const struct world *world) {
    int newest = world->day / 10000 * 12 + world->day / 100 % 100 - 2, rows = world->row_count;
    struct world next = *world;
    next.left = next.come = 1;
    for (int r = 0; r < rows && world->has_months; r++) {
        if (world->rows[r].month == newest + 1) next.rows[r].counts = next.rows[r].may = 0;
        if (world->rows[r].month != newest) continue;
        next.rows[next.row_count] = world->rows[r];
        next.rows[next.row_count++].month++;
    }
    return next;
}

static void compare_warnings(const struct comparison *comparison, const struct world *world,
                             const struct outlook *outlook, const struct outlook_verdict *line) {
    struct world as_before = compare_as_before(world);
    bool met = line->verdict->met == ASSAY_YES;
    bool breaks = met && line->moves && line->stays.met != ASSAY_YES;
    if (line->moves)
        differ(comparison, line->as_before != naive_line(&as_before, line->verdict->requirement, NULL),
               "a line when the next month is like the newest one");
    differ(comparison, compare_warned(outlook, OUTLOOK_WARNS_MONTH, line) != breaks, "a warning of the next month");
    differ(comparison, compare_warned(outlook, OUTLOOK_WARNS_CUSTOMERS, line) != (met && line->breaker_count > 0),
           "a warning of customers");
    comparison->totals->warnings += breaks;
}

static void compare_status(const struct comparison *comparison, const struct world *world,
                           const struct standing *standing, size_t in_force) {
    const struct assay_requirement *lines = standing->specialization->requirements;
    bool all = in_force > 0, no = false, doubt = in_force == 0;
    for (int i = 0; i < RANDOM_LINES; i++) {
        if (!naive_in_force(world, &lines[i])) continue;
        enum assay_answer answer = naive_line(world, &lines[i], NULL);
        all = all && answer == ASSAY_YES;
        if (lines[i].kind == ASSAY_REQUIRES_AUDIT || lines[i].kind == ASSAY_REQUIRES_REFERENCES) continue;
        no = no || answer == ASSAY_NO;
        doubt = doubt || answer == ASSAY_CANNOT_TELL;
    }
    differ(comparison, (standing->status == STANDING_ACTIVE) != all, "the status");
    differ(comparison,
           standing->prerequisites != (no      ? ASSAY_NO
                                       : doubt ? ASSAY_CANNOT_TELL
                                               : ASSAY_YES),
           "whether all prerequisites are met");
}

static void compare(const struct comparison *comparison, const struct world *world, const struct subject *subject) {
    const struct outlook *outlook = &subject->outlooks.all[0];
    const struct standing *standing = outlook->standing;
    size_t next = 0;
    for (int i = 0; i < RANDOM_LINES; i++) {
        if (!naive_in_force(world, &subject->lines[i])) continue;
        bool listed = next < standing->verdict_count && standing->verdicts[next].requirement == &subject->lines[i];
        differ(comparison, !listed, "which lines are in force");
        if (!listed) return;
        comparison->totals->lines++;
        compare_verdict(comparison, world, &standing->verdicts[next], NULL);
        compare_stays(comparison, world, &outlook->verdicts[next]);
        compare_breakers(comparison, world, &outlook->verdicts[next]);
        compare_warnings(comparison, world, outlook, &outlook->verdicts[next]);
        compare_until(comparison, world, &standing->verdicts[next]);
        next++;
    }
    differ(comparison, next != standing->verdict_count, "how many lines are in force");
    compare_status(comparison, world, standing, next);
}

static void compare_ledger(struct totals *totals, uint64_t seed, uint64_t number) {
    struct random_state random = {seed + number * UINT64_C(0x9E3779B97F4A7C15)};
    struct comparison comparison = {totals, number};
    struct random_line lines[RANDOM_LINES];
    struct world world;
    struct subject *subject = calloc(1, sizeof *subject);
    if (!subject) fault("out of memory");
    random_world(&random, &world);
    for (int i = 0; i < RANDOM_LINES; i++)
        random_line(&random, &world, &lines[i]);
    subject_rules(subject, lines);
    subject_ledger(subject, &world);
    subject_judge(subject, &world);
    compare(&comparison, &world, subject);
    subject_free(subject);
    totals->ledgers++;
}

int main(int argc, char **argv) {
    uint64_t ledgers = argc > 1 ? strtoull(argv[1], NULL, 10) : 20000,
             seed = argc > 2 ? strtoull(argv[2], NULL, 10) : 1;
    struct totals totals = {0};
    clock_t begin = clock();
    for (uint64_t i = 0; i < ledgers; i++)
        compare_ledger(&totals, seed, i);
    double seconds = (double)(clock() - begin) / CLOCKS_PER_SEC;
    printf("ledgers %llu (%.0f/s), lines %llu, sums %llu, departures %llu, warnings %llu, days %llu\n",
           (unsigned long long)totals.ledgers, (double)totals.ledgers / (seconds > 0 ? seconds : 1),
           (unsigned long long)totals.lines, (unsigned long long)totals.sums, (unsigned long long)totals.breakers,
           (unsigned long long)totals.warnings, (unsigned long long)totals.days);
    printf("answers: yes %llu, no %llu, cannot tell %llu; mismatches %llu\n",
           (unsigned long long)totals.answers[ASSAY_YES], (unsigned long long)totals.answers[ASSAY_NO],
           (unsigned long long)totals.answers[ASSAY_CANNOT_TELL], (unsigned long long)totals.mismatches);
    return totals.mismatches != 0;
}
