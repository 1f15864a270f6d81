#include "runtime/usage/uses.h"

#include <stdlib.h>

static void uses_clauses(uint8_t *uses, const struct assay_clause *clauses, size_t count) {
    for (size_t c = 0; c < count; c++)
        for (size_t i = 0; i < clauses[c].condition_count; i++)
            uses[clauses[c].conditions[i].field] |= USE_CONDITION;
}

static void uses_once(uint8_t *uses, const struct assay_once *once) {
    for (size_t i = 0; i < once->key_count; i++)
        uses[once->key[i]] |= USE_KEY;
    for (size_t i = 0; i < once->least_count; i++)
        uses[once->least[i]] |= USE_CLAIM;
    uses[once->preferred_field] |= USE_CLAIM;
}

static void uses_roles(uint8_t *uses, const struct assay_usage *usage) {
    static const uint8_t of_role[] = {
        [ASSAY_TEXT] = 0, [ASSAY_AMOUNT] = USE_AMOUNT, [ASSAY_CUSTOMER] = USE_CUSTOMER, [ASSAY_MONTH] = USE_MONTH};
    for (size_t f = 0; f < usage->field_count; f++)
        uses[f] |= of_role[usage->fields[f].role];
}

uint8_t *uses_of_fields(const struct assay_ruleset *rules) {
    const struct assay_usage *usage = rules->usage;
    uint8_t *uses = calloc((size_t)usage->field_count + 1, 1);
    if (!uses) return NULL;
    uses_roles(uses, usage);
    for (size_t e = 0; e < usage->eligibility_count; e++)
        uses_clauses(uses, usage->eligibilities[e].clauses, usage->eligibilities[e].clause_count);
    for (size_t s = 0; s < rules->specialization_count; s++) {
        const struct assay_specialization *specialization = rules->specializations[s];
        for (size_t m = 0; m < specialization->measure_count; m++)
            uses_clauses(uses, specialization->measures[m].clauses, specialization->measures[m].clause_count);
    }
    if (usage->once) uses_once(uses, usage->once);
    if (usage->cross_check) uses[usage->cross_check->field] |= USE_FLAG;
    return uses;
}

int uses_role(const struct assay_usage *usage, enum assay_role role) {
    for (int f = 0; f < usage->field_count; f++)
        if (usage->fields[f].role == role) return f;
    return -1;
}
