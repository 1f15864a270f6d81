/* standing_case.h - requirements over a ledger that a test writes down: three measures, and one specialization. */
#ifndef ASSAY_STANDING_CASE_H
#define ASSAY_STANDING_CASE_H

#include "runtime/usage/month.h"
#include "runtime/usage/outlook.h"
#include "tests/unit/partner_file.h"

#define CASE_MAY(measures) ((measures) << 3) /* beside what certainly counts, a bit per measure */
#define CASE_A             1u
#define CASE_B             2u
#define CASE_C             4u

struct case_row {
    uint32_t measures; /* CASE_A | ..., CASE_MAY(...) */
    const char *customer;
    int month; /* 202401; 0: none */
    const char *amount;
};

#define CASE_TEXTS(...)                                                                                                \
    .names = (const char *const[]){__VA_ARGS__}, .name_count = PARTNER_COUNT(((const char *[]){__VA_ARGS__}))
#define CASE_PARTS(...)                                                                                                \
    .parts = (const struct assay_requirement[]){__VA_ARGS__},                                                          \
    .part_count = PARTNER_COUNT(((const struct assay_requirement[]){__VA_ARGS__}))

static const struct assay_measure case_measures[] = {
    {.name = "A", .former_names = (const char *const[]){"Old A"}, .former_count = 1}, {.name = "B"}, {.name = "C"}};
static const struct assay_renewal case_renewal = {.months = 12, .opens_days = 60, .grace_days = 30};
static const struct assay_usage case_usage = {.name = "Case", .currency = "USD", .renewal = &case_renewal};

struct standing_case {
    struct assay_specialization specialization;
    const struct assay_specialization *specializations[1];
    struct assay_ruleset rules;
    uint64_t sets[64][2], in_force;
    struct outcome all[64];
    struct outcomes outcomes;
    struct dictionary customers;
    struct ledger ledger;
    struct partner partner;
    struct standing_usage usage;
    struct standings standings;
    struct outlooks outlooks;
    bool stated;
};

/* A case without rows, on a day. */
static inline void case_begin(struct standing_case *it, const struct assay_requirement *lines, size_t count,
                              uint32_t as_of) {
    *it = (struct standing_case){.in_force = 7};
    static const char *const former[] = {"Kubernetes"};
    it->specialization = (struct assay_specialization){.name = "Threat Protection",
                                                       .former_names = former,
                                                       .former_count = 1,
                                                       .measures = case_measures,
                                                       .measure_count = 3,
                                                       .requirements = lines,
                                                       .requirement_count = (uint16_t)count};
    it->specializations[0] = &it->specialization;
    it->rules =
        (struct assay_ruleset){.usage = &case_usage, .specializations = it->specializations, .specialization_count = 1};
    for (uint32_t i = 0; i < 64; i++) {
        it->sets[i][0] = i & 7;
        it->sets[i][1] = i >> 3 & ~i & 7;
        it->all[i] = (struct outcome){.counts = &it->sets[i][0], .may = &it->sets[i][1]};
    }
    it->outcomes = (struct outcomes){.measure_words = 1, .all = it->all, .count = 64};
    it->usage = (struct standing_usage){&it->rules,     &it->ledger, &it->outcomes, &it->in_force,
                                        &it->customers, as_of,       true,          true};
}

static inline assay_money case_money(const char *text) {
    assay_money amount = 0;
    assert_int_equal(assay_money_parse(text, strlen(text), &amount), ASSAY_OK);
    return amount;
}

/* A customer "" is none. */
static inline void case_add(struct standing_case *it, struct case_row row) {
    uint32_t customer =
        *row.customer ? dictionary_put(&it->customers, row.customer, strlen(row.customer)) : LEDGER_NOBODY;
    int32_t month = row.month ? row.month / 100 * 12 + row.month % 100 - 1 : LEDGER_NEVER;
    assert_int_equal(ledger_add(&it->ledger, row.measures, customer, month, case_money(row.amount)), LEDGER_OK);
}

#define CASE_ROWS(it, ...)                                                                                             \
    for (size_t row_ = 0; row_ < PARTNER_COUNT(((const struct case_row[]){__VA_ARGS__})); row_++)                      \
    case_add(it, ((const struct case_row[]){__VA_ARGS__})[row_])

/* What the partner states, as the partner file says it. */
static inline void case_state(struct standing_case *it, const char *statement) {
    file_good(&it->partner, PARTNER_STATEMENT, statement);
    it->stated = true;
}

static inline const struct standing *case_judge(struct standing_case *it) {
    ledger_sort(&it->ledger);
    assert_true(standing_judge(&it->standings, &it->usage, it->stated ? &it->partner : NULL));
    return &it->standings.all[0];
}

/* Judges one line over what was added, on a day. */
static inline struct standing_verdict case_verdict(struct standing_case *it) {
    const struct standing *standing = case_judge(it);
    assert_int_equal(standing->verdict_count, 1);
    return standing->verdicts[0];
}

static inline void case_free(struct standing_case *it) {
    outlook_free(&it->outlooks);
    standing_free(&it->standings);
    ledger_free(&it->ledger);
    dictionary_free(&it->customers);
    partner_free(&it->partner);
}

static inline void case_assert_money(assay_money amount, const char *exact) {
    char text[ASSAY_MONEY_TEXT];
    assay_money_exact(text, amount);
    assert_string_equal(text, exact);
}

#endif
