/* standing_absent.c - measures that a line names and that are not in force: what they would supply is not missing,
 * since nothing can supply it. */
#include "runtime/usage/standing_internal.h"

#include "runtime/usage/day.h"
#include "runtime/usage/names.h"

/* Takes a measure out of force into account: the end nearest behind the day, the begin nearest ahead. */
static void absent_take(const struct assay_measure *measure, uint32_t day, struct standing_absence *absence) {
    if (measure->until && measure->until < day) {
        uint32_t since = day_add(measure->until, 1);
        if (since > absence->since) absence->since = since;
    } else if (!absence->before || measure->from < absence->before) {
        absence->before = measure->from;
    }
}

bool standing_absent(const struct standing_usage *usage, const struct assay_specialization *specialization,
                     const struct assay_requirement *requirement, uint16_t name, struct standing_absence *absence) {
    bool found = false, in_force = false;
    *absence = (struct standing_absence){.name = requirement->names[name]};
    for (uint16_t m = 0; usage->as_of && m < specialization->measure_count; m++) {
        const struct assay_measure *measure = &specialization->measures[m];
        if (!names_is_measure(measure, absence->name)) continue;
        found = true;
        in_force = in_force || day_within(usage->as_of, measure->from, measure->until);
        if (!in_force) absent_take(measure, usage->as_of, absence);
    }
    return found && !in_force;
}

static void absent_day(struct text *out, const char *before, uint32_t day) {
    char text[DAY_TEXT];
    if (!day) return;
    day_text(text, day);
    text_addf(out, "%s%s", before, text);
}

void standing_absent_words(struct text *out, const struct standing_usage *usage,
                           const struct assay_specialization *specialization,
                           const struct assay_requirement *requirement) {
    size_t shown = 0;
    for (uint16_t i = 0; requirement->kind == ASSAY_REQUIRES_AMOUNT && i < requirement->name_count; i++) {
        struct standing_absence absence;
        if (!standing_absent(usage, specialization, requirement, i, &absence)) continue;
        text_addf(out, "%smeasure \"%s\" is not in force", shown++ ? ", " : "", absence.name);
        absent_day(out, " since ", absence.since);
        absent_day(out, absence.since ? " until it begins on " : " before ", absence.before);
    }
}

bool standing_is_idle(const struct standing_verdict *verdict) {
    bool either = verdict->requirement->kind == ASSAY_REQUIRES_ANY_OF, idle = either;
    if (verdict->idle) return true;
    for (uint16_t i = 0; i < verdict->requirement->part_count; i++) {
        bool part = standing_is_idle(&verdict->parts[i]);
        idle = either ? idle && part : idle || part;
    }
    return idle && verdict->requirement->part_count;
}
