/* usage_rules.h - a small rule set for the tests of the hosted runtime, and its index, built the slow and plain way. */
#ifndef ASSAY_USAGE_RULES_H
#define ASSAY_USAGE_RULES_H

#include "runtime/core/assay.h"

#include <stdlib.h>
#include <string.h>

enum {
    ACR,
    SUBSCRIPTION,
    CUSTOMER,
    MONTH,
    LEVEL_2,
    INFLUENCER,
    SYSTEM,
    ATTRIBUTE,
    ADJUSTMENT,
    OFFER,
    ASSOCIATION,
    MPN,
    FLAG,
    QUANTITY,
    FIELDS
};
enum { AVD, AKS, ARO, WINDOWS, MEASURES };

#define RULES_COUNT(array)     (sizeof(array) / sizeof *(array))
#define RULES_TEXTS(name, ...) static const char *const name[] = {__VA_ARGS__}

RULES_TEXTS(columns_acr, "ACR_USD", "AzureConsumedRevenueUSD");
RULES_TEXTS(columns_subscription, "SubscriptionId");
RULES_TEXTS(columns_customer, "CustomerTenantId");
RULES_TEXTS(columns_month, "Month");
RULES_TEXTS(columns_level_2, "ServiceLevel2");
RULES_TEXTS(columns_influencer, "ServiceInfluencer");
RULES_TEXTS(columns_system, "ComputeOS");
RULES_TEXTS(columns_attribute, "ComputeOSAttribute");
RULES_TEXTS(columns_adjustment, "ACRAdjustmentType");
RULES_TEXTS(columns_offer, "AI_OfferType", "Offer Type");
RULES_TEXTS(columns_association, "PartnerAttributionType", "Association Type");
RULES_TEXTS(columns_mpn, "MPNId", "PartnerID");
RULES_TEXTS(columns_flag, "IsACRDuplicateAtPGALevel");
RULES_TEXTS(columns_quantity, "UsageQuantity");
RULES_TEXTS(nobodies, "UNKNOWN", "00000000-0000-0000-0000-000000000000");

#define RULES_COLUMNS(array) .columns = array, .column_count = RULES_COUNT(array)

static const struct assay_field rules_fields[FIELDS] = {
    [ACR] = {.name = "ACR", .role = ASSAY_AMOUNT, RULES_COLUMNS(columns_acr)},
    [SUBSCRIPTION] = {.name = "Subscription", RULES_COLUMNS(columns_subscription)},
    [CUSTOMER] = {.name = "Customer",
                  .role = ASSAY_CUSTOMER,
                  RULES_COLUMNS(columns_customer),
                  .except = nobodies,
                  .except_count = 2},
    [MONTH] = {.name = "Month", .role = ASSAY_MONTH, RULES_COLUMNS(columns_month)},
    [LEVEL_2] = {.name = "Service Level 2", RULES_COLUMNS(columns_level_2)},
    [INFLUENCER] = {.name = "Service Influencer", RULES_COLUMNS(columns_influencer)},
    [SYSTEM] = {.name = "Compute OS", RULES_COLUMNS(columns_system)},
    [ATTRIBUTE] = {.name = "Compute OS Attribute", .assume = ASSAY_ASSUME_NOTHING, RULES_COLUMNS(columns_attribute)},
    [ADJUSTMENT] = {.name = "ACR Adjustment Type",
                    .assume = ASSAY_ASSUME_VALUE,
                    .assumed = "N/A",
                    RULES_COLUMNS(columns_adjustment)},
    [OFFER] = {.name = "Offer Type", .assume = ASSAY_ASSUME_BLANK, RULES_COLUMNS(columns_offer)},
    [ASSOCIATION] = {.name = "Partner Attribution Type", RULES_COLUMNS(columns_association)},
    [MPN] = {.name = "MPN Id", RULES_COLUMNS(columns_mpn)},
    [FLAG] = {.name = "Is Duplicate", RULES_COLUMNS(columns_flag)},
    [QUANTITY] = {.name = "Usage Quantity", RULES_COLUMNS(columns_quantity)},
};

#define RULES_ALIAS(name, text, field, ...)                                                                            \
    RULES_TEXTS(name##_texts, text);                                                                                   \
    static const uint16_t name##_fields[] = {field};                                                                   \
    static const struct assay_alias name = {                                                                           \
        .text_count = 1, .field_count = 1, .texts = name##_texts, .fields = name##_fields, __VA_ARGS__}

RULES_ALIAS(alias_desktop, "NATIVE WVD", INFLUENCER, .means = "NATIVE AVD");
RULES_ALIAS(spelling_benefit, "Benefits program", OFFER, .means = "Benefits programs", .spelling = 1);
RULES_ALIAS(spelling_link, "Partner admin link (PAL)", ASSOCIATION, .means = "PAL", .spelling = 1);

static const struct assay_alias *const rules_aliases[] = {&alias_desktop, &spelling_benefit, &spelling_link};

RULES_TEXTS(values_association, "CSP Tier 1", "CSP Tier 2", "DPOR", "PAL");
RULES_TEXTS(values_offer, "Benefits programs", "Trial");
RULES_TEXTS(values_deal, "Deal registration");
RULES_TEXTS(values_avd, "NATIVE AVD");
RULES_TEXTS(values_aks, "AKS", "AKS-Engine");
RULES_TEXTS(values_aro, "ARO");
RULES_TEXTS(values_na, "N/A");
RULES_TEXTS(values_windows, "WINDOWS");
RULES_TEXTS(values_linux, "LINUX");
RULES_TEXTS(values_plain, "UNKNOWN", "WINDOWS");
RULES_TEXTS(values_hybrid, "WINDOWS-AHUB");
RULES_TEXTS(values_machines, "Cloud Services", "Virtual Machines");

#define RULES_LISTED(array)                                                                                            \
    { .texts = array, .text_count = RULES_COUNT(array) }

#define RULES_CONDITION(f, t, v)                                                                                       \
    { .field = f, .test = t, .values = RULES_LISTED(v) }

static const struct assay_condition when_association[] = {
    RULES_CONDITION(ASSOCIATION, ASSAY_ANY_OF, values_association)};
static const struct assay_condition when_offer[] = {RULES_CONDITION(OFFER, ASSAY_NONE_OF, values_offer)};
static const struct assay_condition when_avd[] = {RULES_CONDITION(INFLUENCER, ASSAY_ANY_OF, values_avd)};
static const struct assay_condition when_aks[] = {RULES_CONDITION(INFLUENCER, ASSAY_ANY_OF, values_aks)};
static const struct assay_condition when_aro[] = {RULES_CONDITION(INFLUENCER, ASSAY_ANY_OF, values_aro)};
static const struct assay_condition when_windows[] = {
    RULES_CONDITION(ADJUSTMENT, ASSAY_ANY_OF, values_na), RULES_CONDITION(SYSTEM, ASSAY_ANY_OF, values_windows),
    RULES_CONDITION(ATTRIBUTE, ASSAY_ANY_OF, values_plain), RULES_CONDITION(LEVEL_2, ASSAY_ANY_OF, values_machines)};
static const struct assay_condition when_linux[] = {
    RULES_CONDITION(ADJUSTMENT, ASSAY_ANY_OF, values_na), RULES_CONDITION(SYSTEM, ASSAY_ANY_OF, values_linux),
    RULES_CONDITION(ATTRIBUTE, ASSAY_ANY_OF, values_hybrid), RULES_CONDITION(LEVEL_2, ASSAY_ANY_OF, values_machines)};

#define RULES_CLAUSE(array)                                                                                            \
    { .conditions = array, .condition_count = RULES_COUNT(array) }

static const struct assay_clause clause_association[] = {RULES_CLAUSE(when_association)};
static const struct assay_clause clause_offer[] = {RULES_CLAUSE(when_offer)};
static const struct assay_clause clause_avd[] = {RULES_CLAUSE(when_avd)};
static const struct assay_clause clause_aks[] = {RULES_CLAUSE(when_aks)};
static const struct assay_clause clause_aro[] = {RULES_CLAUSE(when_aro)};
static const struct assay_clause clause_windows[] = {RULES_CLAUSE(when_windows), RULES_CLAUSE(when_linux)};

static const struct assay_eligibility rules_eligibilities[] = {
    {.reason = "association",
     .clause_count = 1,
     .known_blank = 1,
     .clauses = clause_association,
     .known = RULES_LISTED(values_deal)},
    {.reason = "offer type", .clause_count = 1, .clauses = clause_offer},
};

RULES_TEXTS(rules_preferred, "PAL", "DPOR", "CSP Tier 1", "CSP Tier 2");
static const uint16_t rules_key[] = {ACR,        SUBSCRIPTION, CUSTOMER,  MONTH,   LEVEL_2,
                                     INFLUENCER, SYSTEM,       ATTRIBUTE, QUANTITY};
static const uint16_t rules_least[] = {MPN};
static const struct assay_once rules_once = {.key = rules_key,
                                             .key_count = RULES_COUNT(rules_key),
                                             .preferred_field = ASSOCIATION,
                                             .preferred = rules_preferred,
                                             .preferred_count = 4,
                                             .least = rules_least,
                                             .least_count = 1};
static const char *const rules_dropped[] = {"1", "true", "yes", "Y"}, *const rules_kept[] = {"0", "false", "no", "N"};
static const struct assay_cross_check rules_check = {FLAG, 4, 4, rules_dropped, rules_kept};

static const struct assay_usage rules_usage = {.name = "Test usage",
                                               .edition = "2023-07-11",
                                               .file = "usage.assay",
                                               .currency = "USD",
                                               .field_count = FIELDS,
                                               .alias_count = RULES_COUNT(rules_aliases),
                                               .eligibility_count = 2,
                                               .fields = rules_fields,
                                               .aliases = rules_aliases,
                                               .eligibilities = rules_eligibilities,
                                               .once = &rules_once,
                                               .no_repeats = 1,
                                               .cross_check = &rules_check};

static const struct assay_measure measures_desktop[] = {{.name = "AVD ACR", .clauses = clause_avd, .clause_count = 1}};
static const struct assay_measure measures_kubernetes[] = {
    {.name = "AKS ACR", .clauses = clause_aks, .clause_count = 1},
    {.name = "ARO ACR", .until = 20231231, .clauses = clause_aro, .clause_count = 1}};
static const struct assay_measure measures_migration[] = {
    {.name = "Windows ACR", .clauses = clause_windows, .clause_count = 2}};

static const struct assay_specialization rules_desktop = {
    .name = "Desktop", .area = "Azure", .file = "desktop.assay", .measures = measures_desktop, .measure_count = 1};
static const struct assay_specialization rules_kubernetes = {.name = "Kubernetes",
                                                             .area = "Azure",
                                                             .file = "kubernetes.assay",
                                                             .measures = measures_kubernetes,
                                                             .measure_count = 2};
static const struct assay_specialization rules_migration = {.name = "Migration",
                                                            .area = "Azure",
                                                            .file = "migration.assay",
                                                            .measures = measures_migration,
                                                            .measure_count = 1};
static const struct assay_specialization rules_unpublished = {
    .name = "Unpublished", .area = "Security", .file = "unpublished.assay"};
static const struct assay_specialization *const rules_specializations[] = {&rules_desktop, &rules_kubernetes,
                                                                           &rules_migration, &rules_unpublished};

static const struct assay_clause *const rules_clauses[] = {&clause_association[0], &clause_offer[0], &clause_avd[0],
                                                           &clause_aks[0],         &clause_aro[0],   &clause_windows[0],
                                                           &clause_windows[1]};
static const uint32_t rules_first[] = {0, 1, 2, 3, 4, 5, 7};

/* ---- The index: one class per value, masks by asking every condition ---- */

#define RULES_VALUES 16

struct rules_built {
    struct assay_ruleset rules;
    struct assay_index index;
    struct assay_index_field fields[FIELDS];
    struct assay_entry entries[FIELDS][RULES_VALUES];
    char texts[FIELDS][RULES_VALUES][32];
    uint16_t slots[FIELDS][64];
    uint64_t masks[FIELDS][RULES_VALUES + 2];
    uint64_t free_[FIELDS];
};

static int rules_compare(const void *a, const void *b) {
    return strcmp(a, b);
}

static void rules_add_text(struct rules_built *built, int f, uint16_t *count, const char *text) {
    char folded[32];
    folded[assay_fold(folded, text, strlen(text))] = '\0';
    for (uint16_t i = 0; i < *count; i++)
        if (strcmp(built->texts[f][i], folded) == 0) return;
    strcpy(built->texts[f][(*count)++], folded);
}

static uint16_t rules_collect(struct rules_built *built, int f) {
    uint16_t count = 0;
    for (size_t c = 0; c < RULES_COUNT(rules_clauses); c++)
        for (size_t i = 0; i < rules_clauses[c]->condition_count; i++)
            for (size_t v = 0;
                 rules_clauses[c]->conditions[i].field == f && v < rules_clauses[c]->conditions[i].values.text_count;
                 v++)
                rules_add_text(built, f, &count, rules_clauses[c]->conditions[i].values.texts[v]);
    for (size_t a = 0; a < RULES_COUNT(rules_aliases); a++)
        if (rules_aliases[a]->fields[0] == f) rules_add_text(built, f, &count, rules_aliases[a]->texts[0]);
    qsort(built->texts[f], count, sizeof built->texts[f][0], rules_compare);
    return count;
}

static uint64_t rules_mask(const struct assay_ruleset *rules, int f, const char *text) {
    uint64_t mask = 0;
    struct assay_cell cell = {text, strlen(text)};
    for (size_t c = 0; c < RULES_COUNT(rules_clauses); c++) {
        int passes = 1;
        for (size_t i = 0; i < rules_clauses[c]->condition_count; i++) {
            const struct assay_condition *condition = &rules_clauses[c]->conditions[i];
            if (condition->field == f) passes = passes && assay_condition_holds(rules, condition, &cell) == ASSAY_YES;
        }
        mask |= (uint64_t)passes << c;
    }
    return mask;
}

static uint64_t rules_free(int f) {
    uint64_t mask = 0;
    for (size_t c = 0; c < RULES_COUNT(rules_clauses); c++) {
        int looks = 0;
        for (size_t i = 0; i < rules_clauses[c]->condition_count; i++)
            looks |= rules_clauses[c]->conditions[i].field == f;
        if (!looks) mask |= UINT64_C(1) << c;
    }
    return mask;
}

static void rules_entry(struct rules_built *built, int f, uint16_t i) {
    const char *text = built->texts[f][i];
    struct assay_entry *entry = &built->entries[f][i];
    *entry = (struct assay_entry){text, (uint16_t)strlen(text), (uint16_t)(2 + i), (uint16_t)(2 + i), 0};
    for (size_t a = 0; a < RULES_COUNT(rules_aliases); a++) {
        const struct assay_alias *alias = rules_aliases[a];
        const char *spelled = alias->texts[0];
        if (alias->fields[0] != f || !assay_same(spelled, strlen(spelled), text, strlen(text))) continue;
        entry->alias = !alias->spelling;
        for (uint16_t j = 0; built->texts[f][j][0]; j++)
            if (assay_same(alias->means, strlen(alias->means), built->texts[f][j], strlen(built->texts[f][j])))
                entry->canonical = entry->class_ = (uint16_t)(2 + j);
    }
    built->masks[f][2 + i] = rules_mask(&built->rules, f, text);
    uint32_t slot = assay_hash(text, strlen(text)) & 63;
    while (built->slots[f][slot])
        slot = (slot + 1) & 63;
    built->slots[f][slot] = (uint16_t)(2 + i);
}

static void rules_field(struct rules_built *built, int f) {
    uint16_t count = rules_collect(built, f);
    built->masks[f][0] = rules_mask(&built->rules, f, "");
    built->masks[f][1] = rules_mask(&built->rules, f, "\x7Fother");
    built->free_[f] = rules_free(f);
    for (uint16_t i = 0; i < count; i++)
        rules_entry(built, f, i);
    built->fields[f] = (struct assay_index_field){
        built->entries[f], built->slots[f], built->masks[f], &built->free_[f], 63, count, (uint16_t)(count + 2), 0, 1};
}

/* The rule set; free() it. */
static inline struct rules_built *rules_build(void) {
    struct rules_built *built = calloc(1, sizeof *built);
    if (!built) abort();
    built->rules = (struct assay_ruleset){.abi = ASSAY_ABI,
                                          .hash = "0123456789abcdef",
                                          .usage = &rules_usage,
                                          .specializations = rules_specializations,
                                          .specialization_count = 4,
                                          .index = &built->index};
    built->index = (struct assay_index){RULES_COUNT(rules_clauses), 1, MEASURES, rules_first, built->fields};
    for (int f = 0; f < FIELDS; f++)
        rules_field(built, f);
    return built;
}

#endif
