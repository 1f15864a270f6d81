#include "runtime/usage/fresh.h"

#include "runtime/usage/day.h"

/* Figures of a month are complete by that day of the month behind it, or by its last where it is shorter. */
uint32_t fresh_until(const struct assay_refresh *performance, int32_t month) {
    uint32_t day = day_add(day_first(month + 1), performance->day - 1);
    return day_month(day) == month + 1 ? day : day_add(day_first(month + 2), -1);
}

static void fresh_performance(struct fresh *fresh, uint32_t made, int32_t oldest, int32_t newest) {
    int32_t month = day_month(made) - 1;
    if (fresh_until(fresh->performance, month) < made) month++;
    fresh->refreshed = fresh_until(fresh->performance, month - 1);
    fresh->refreshes = fresh_until(fresh->performance, month);
    fresh->look = day_add(fresh->refreshes, 1);
    fresh->first = month > oldest ? month : oldest;
    fresh->last = newest;
}

void fresh_make(struct fresh *fresh, const struct assay_usage *usage, uint32_t as_of, int32_t oldest, int32_t newest) {
    *fresh = (struct fresh){.last = -1};
    if (!as_of) return;
    uint32_t made = newest >= 0 && day_first(newest) > as_of ? day_first(newest) : as_of;
    fresh->performance = usage->performance;
    fresh->knowledge = usage->knowledge;
    if (usage->performance) fresh_performance(fresh, made, oldest, newest);
    if (!usage->knowledge) return;
    fresh->since = day_add(as_of, -(int32_t)usage->knowledge->days);
    fresh->look_then = day_add(as_of, usage->knowledge->days + 1);
}
