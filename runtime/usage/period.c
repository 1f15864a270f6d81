#include "runtime/usage/period.h"

#include "runtime/usage/day.h"

#include <stdlib.h>

uint32_t period_as_of(uint32_t asked, int32_t newest_month) {
    if (asked) return asked;
    return newest_month < 0 ? 0 : day_first(newest_month + 1);
}

static bool period_holds(const struct assay_measure *measure, uint32_t day) {
    return (!measure->from || (day && day >= measure->from)) && (!measure->until || (day && day <= measure->until));
}

uint64_t *period_in_force(const struct assay_ruleset *rules, uint32_t as_of) {
    uint64_t *set = calloc(assay_measure_words(rules) + 1u, sizeof *set);
    uint32_t number = 0;
    for (uint16_t s = 0; set && s < rules->specialization_count; s++) {
        const struct assay_specialization *specialization = rules->specializations[s];
        for (uint16_t m = 0; m < specialization->measure_count; m++, number++)
            if (period_holds(&specialization->measures[m], as_of)) set[number / 64] |= UINT64_C(1) << number % 64;
    }
    return set;
}

bool period_matters(const struct assay_ruleset *rules) {
    for (uint16_t s = 0; s < rules->specialization_count; s++) {
        const struct assay_specialization *specialization = rules->specializations[s];
        for (uint16_t m = 0; m < specialization->measure_count; m++)
            if (specialization->measures[m].from || specialization->measures[m].until) return true;
    }
    return false;
}
