/* trial_compare.c - the facts of an example, as the runtime would have read them from an export and from the partner.
 */
#include "compiler/analysis/trial.h"

#include "compiler/base/fold.h"
#include "runtime/usage/partner_internal.h"
#include "runtime/usage/standing.h"

#include <string.h>

struct compare {
    struct arena *arena;
    const struct model *model;
    const struct model_case *from;
    struct assay_specialization table; /* the specialization with one requirement */
    size_t words;                      /* of a set of its measures */
    struct ledger ledger;
    struct dictionary customers;
    struct partner partner;
    struct outcomes outcomes;
    bool failed;
};

/* ---- Usage ---- */

static bool compare_same(const char *a, const char *b) {
    return assay_same(a, strlen(a), b, strlen(b));
}

/* The measures that a fact names. */
static uint64_t *compare_measures(struct compare *compare, const struct model_fact *fact) {
    uint64_t *set = ARENA_ARRAY(compare->arena, compare->words, uint64_t);
    for (uint16_t m = 0; m < compare->table.measure_count; m++)
        for (size_t i = 0; i < fact->name_count; i++)
            if (compare_same(compare->table.measures[m].name, fact->names[i].text))
                set[m / 64] |= UINT64_C(1) << m % 64;
    return set;
}

static uint32_t compare_customer(struct compare *compare, const char *customer) {
    if (!customer) return LEDGER_NOBODY;
    for (size_t f = 0; f < compare->model->field_count; f++)
        for (size_t i = 0; i < compare->model->fields[f].except_count; i++)
            if (compare_same(compare->model->fields[f].except[i].text, customer)) return LEDGER_NOBODY;
    const char *folded = fold_text(compare->arena, customer);
    return dictionary_put(&compare->customers, folded, strlen(folded));
}

static int32_t compare_month(uint32_t date) {
    return (int32_t)(date / 10000 * 12 + date / 100 % 100 - 1);
}

/* Each row has an outcome of its own. */
static void compare_row(struct compare *compare, const struct model_fact *fact) {
    uint64_t *none = ARENA_ARRAY(compare->arena, compare->words, uint64_t), *named = compare_measures(compare, fact);
    uint32_t number = compare->outcomes.count++;
    compare->outcomes.all[number] =
        (struct outcome){.counts = fact->undecided ? none : named, .may = fact->undecided ? named : none};
    uint32_t customer = compare_customer(compare, fact->customer);
    enum ledger_result added = ledger_add(&compare->ledger, number, customer, compare_month(fact->date), fact->amount);
    compare->failed = compare->failed || added != LEDGER_OK;
}

/* ---- The partner ---- */

static struct partner_name compare_name(struct compare *compare, const char *text) {
    return partner_intern(&compare->partner, text, strlen(text));
}

/* The entries of a list of the partner, with one more. */
#define COMPARE_ADD(compare, list, number, ...)                                                                        \
    do {                                                                                                               \
        struct partner *to = &(compare)->partner;                                                                      \
        void *items = partner_room(to, to->list, to->number, sizeof *to->list);                                        \
        if (!items) break;                                                                                             \
        to->list = items;                                                                                              \
        to->list[to->number++] = (__VA_ARGS__);                                                                        \
    } while (0)

static void compare_people(struct compare *compare, const struct model_fact *fact, size_t number) {
    for (uint32_t i = 0; i < fact->count; i++) {
        struct partner_name person = compare_name(compare, arena_format(compare->arena, "person %zu.%u", number, i));
        if (!person.text) return;
        compare->partner.people[person.number].by[PARTNER_STATEMENT] = true;
        for (size_t k = 0; k < fact->name_count; k++) {
            struct partner_certification held = {
                .person = person, .code = compare_name(compare, fact->names[k].text), .certain = true};
            partner_add_certification(&compare->partner, &held);
        }
    }
}

static void compare_references(struct compare *compare, const struct model_fact *fact, size_t number) {
    struct partner_name of = compare_name(compare, compare->table.name);
    for (uint32_t i = 0; i < fact->count; i++) {
        const char *customer = arena_format(compare->arena, "reference %zu.%u", number, i);
        COMPARE_ADD(compare, references, reference_count,
                    (struct partner_reference){
                        .specialization = of, .customer = compare_name(compare, customer), .accepted = fact->date});
    }
}

static void compare_value(struct compare *compare, const struct model_fact *fact) {
    struct partner *partner = &compare->partner;
    struct partner_metric *metric = partner_metric(partner, compare_name(compare, fact->names[0].text),
                                                   (struct partner_place){.input = PARTNER_STATEMENT});
    struct partner_month month = {.month = compare_month(fact->date), .known = true, .value = fact->amount};
    if (metric) partner_add_month(partner, metric, &month);
}

static void compare_fact(struct compare *compare, const struct model_fact *fact, size_t number) {
    static const enum partner_section sections[] = {[MODEL_FACT_METRIC] = PARTNER_METRICS,
                                                    [MODEL_FACT_PEOPLE] = PARTNER_CERTIFICATIONS,
                                                    [MODEL_FACT_DESIGNATION] = PARTNER_DESIGNATIONS,
                                                    [MODEL_FACT_AUDIT] = PARTNER_AUDITS,
                                                    [MODEL_FACT_REFERENCES] = PARTNER_REFERENCES};
    if (fact->kind != MODEL_FACT_MONEY) compare->partner.said[sections[fact->kind]].by[PARTNER_STATEMENT] = true;
    switch (fact->kind) {
    case MODEL_FACT_MONEY:
        compare_row(compare, fact);
        break;
    case MODEL_FACT_METRIC:
        compare_value(compare, fact);
        break;
    case MODEL_FACT_PEOPLE:
        compare_people(compare, fact, number);
        break;
    case MODEL_FACT_DESIGNATION:
        if (!fact->none)
            COMPARE_ADD(compare, designations, designation_count,
                        (struct partner_designation){.name = compare_name(compare, fact->names[0].text)});
        break;
    case MODEL_FACT_AUDIT:
        if (!fact->none)
            COMPARE_ADD(compare, audits, audit_count,
                        (struct partner_audit){.specialization = compare_name(compare, compare->table.name),
                                               .passed = fact->date});
        break;
    case MODEL_FACT_REFERENCES:
        compare_references(compare, fact, number);
        break;
    }
}

/* ---- The judgement ---- */

static bool compare_judge(struct compare *compare, const struct assay_ruleset *tables, enum assay_answer *answer) {
    const struct assay_specialization *one[] = {&compare->table};
    struct assay_ruleset rules = {.usage = tables->usage, .specializations = one, .specialization_count = 1};
    uint64_t *all = ARENA_ARRAY(compare->arena, compare->words, uint64_t);
    memset(all, 0xFF, compare->words * sizeof *all);
    struct standing_usage usage = {.rules = &rules,
                                   .ledger = &compare->ledger,
                                   .outcomes = &compare->outcomes,
                                   .in_force = all,
                                   .customers = &compare->customers,
                                   .as_of = compare->from->as_of,
                                   .has_months = true,
                                   .has_customers = true};
    struct standings standings;
    bool good = standing_judge(&standings, &usage, &compare->partner) && standings.all[0].verdict_count == 1;
    if (good) *answer = standings.all[0].verdicts[0].met;
    standing_free(&standings);
    return good;
}

/* What the runtime says of the case; false when it fails. */
static bool compare_runtime(const struct model *model, const struct assay_ruleset *tables,
                            const struct assay_specialization *table, size_t requirement, const struct model_case *from,
                            struct arena *arena, enum assay_answer *answer) {
    struct compare compare = {.arena = arena, .model = model, .from = from, .table = *table};
    compare.table.requirements = &table->requirements[requirement];
    compare.table.requirement_count = 1;
    compare.words = (size_t)table->measure_count / 64 + 1;
    compare.outcomes = (struct outcomes){.measure_words = (uint32_t)compare.words};
    compare.outcomes.all = ARENA_ARRAY(arena, from->fact_count, struct outcome);
    for (size_t i = 0; i < from->fact_count; i++)
        compare_fact(&compare, &from->facts[i], i);
    ledger_sort(&compare.ledger);
    partner_merge(&compare.partner);
    bool good = !compare.failed && !compare.partner.failed && compare_judge(&compare, tables, answer);
    ledger_free(&compare.ledger);
    dictionary_free(&compare.customers);
    partner_free(&compare.partner);
    return good;
}

static const struct assay_specialization *compare_table(const struct assay_ruleset *tables, const char *name) {
    uint16_t i = 0;
    while (strcmp(tables->specializations[i]->name, name) != 0)
        i++;
    return tables->specializations[i];
}

const char *trial_compare(const struct model *model, const struct assay_ruleset *tables, struct arena *arena) {
    static const char *const says[] = {"is not met", "is met", "cannot be told"};
    for (size_t s = 0; s < model->specialization_count; s++) {
        const struct model_specialization *of = &model->specializations[s];
        const struct assay_specialization *table = compare_table(tables, of->name.text);
        for (size_t r = 0; r < of->requirement_count; r++) {
            for (size_t i = 0; i < of->requirements[r].case_count; i++) {
                const struct model_case *from = &of->requirements[r].cases[i];
                enum assay_answer naive = trial_answer(model, &of->requirements[r], from, arena), runtime = ASSAY_NO;
                if (!compare_runtime(model, tables, table, r, from, arena, &runtime))
                    return arena_format(arena, "example \"%s\" of \"%s\" cannot be judged", from->name.text,
                                        of->name.text);
                if (naive != runtime)
                    return arena_format(arena,
                                        "of example \"%s\" of \"%s\" the runtime says that it %s, the model that it %s",
                                        from->name.text, of->name.text, says[runtime], says[naive]);
            }
        }
    }
    return NULL;
}
