/* standing_renewal.c - when a specialization that the partner has is requalified. */
#include "runtime/usage/standing_internal.h"

#include "runtime/usage/day.h"

/* Since when the partner has the specialization; 0: it has it not, or does not say so. */
static uint32_t renewal_since(const struct standing_context *context) {
    uint32_t since = 0;
    for (size_t i = 0; context->partner && i < context->partner->earned_count; i++) {
        const struct partner_earned *earned = &context->partner->earned[i];
        if (earned->since <= context->usage->as_of && earned->since > since &&
            standing_about(context, &earned->specialization))
            since = earned->since;
    }
    return since;
}

void standing_renew(const struct standing_context *context, struct standing_renewal *renewal) {
    const struct assay_renewal *rule = context->usage->rules->usage->renewal;
    uint32_t day = context->usage->as_of, since = renewal_since(context);
    *renewal = (struct standing_renewal){.since = since};
    if (!rule || !rule->months || !since) return;
    for (uint32_t months = rule->months; renewal->grace_until < day; months += rule->months) {
        renewal->due = day_add_months(since, months);
        renewal->opens = day_add(renewal->due, -(int32_t)rule->opens_days);
        renewal->grace_until = day_add(renewal->due, rule->grace_days);
    }
}
