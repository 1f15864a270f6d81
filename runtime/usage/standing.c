#include "runtime/usage/standing_internal.h"

#include "runtime/usage/day.h"
#include "runtime/usage/names.h"
#include "runtime/usage/wide.h"

#include <string.h>

static struct standing_usage standing_usage_of(const struct run *run) {
    struct standing_usage usage = {.rules = run->rules,
                                   .ledger = &run->ledger,
                                   .outcomes = &run->outcomes,
                                   .in_force = run->in_force,
                                   .as_of = run->as_of,
                                   .has_months = run_knows_months(run),
                                   .has_customers = run_knows_customers(run)};
    if (run->customer >= 0) usage.customers = &run->slots[run->customer].reader.spelled;
    return usage;
}

/* ---- Small questions ---- */

bool standing_about(const struct standing_context *context, const struct partner_name *name) {
    return names_is_specialization(context->specialization, name->text);
}

bool standing_names(const struct assay_requirement *requirement, const char *text) {
    return names_listed(requirement->names, requirement->name_count, text);
}

bool standing_said(const struct standing_context *context, enum partner_section section) {
    return context->partner && partner_says(context->partner, section);
}

assay_money standing_stated(struct standing_context *context, const struct assay_requirement *requirement) {
    assay_money amount = 0;
    const char *text = requirement->amount ? requirement->amount : "0";
    if (assay_money_parse(text, strlen(text), &amount) != ASSAY_OK) context->failed = true;
    return amount;
}

/* Whether the line is in force on the day; CANNOT_TELL: the day is not known. */
static enum assay_answer standing_in_force(const struct assay_requirement *requirement, uint32_t day) {
    if (!requirement->from && !requirement->until) return ASSAY_YES;
    if (!day) return ASSAY_CANNOT_TELL;
    return day_within(day, requirement->from, requirement->until) ? ASSAY_YES : ASSAY_NO;
}

/* ---- Lines ---- */

static void standing_kind(struct standing_context *context, struct standing_verdict *verdict,
                          const struct standing_verdict *whole) {
    switch (verdict->requirement->kind) {
    case ASSAY_REQUIRES_AMOUNT:
        standing_amount(context, verdict, whole);
        break;
    case ASSAY_REQUIRES_GROWTH:
        standing_growth(context, verdict);
        break;
    case ASSAY_REQUIRES_METRIC:
        standing_metric(context, verdict);
        break;
    case ASSAY_REQUIRES_PEOPLE:
        standing_people(context, verdict);
        break;
    case ASSAY_REQUIRES_DESIGNATION:
        standing_designation(context, verdict);
        break;
    case ASSAY_REQUIRES_AUDIT:
        standing_audit(context, verdict);
        break;
    case ASSAY_REQUIRES_REFERENCES:
        standing_references(context, verdict);
        break;
    case ASSAY_REQUIRES_ANY_OF:
        verdict->met = ASSAY_NO;
        break;
    case ASSAY_REQUIRES_ALL_OF:
        verdict->met = ASSAY_YES;
        break;
    default:
        verdict->met = ASSAY_CANNOT_TELL;
        verdict->doubt = STANDING_UNPUBLISHED;
    }
}

static void standing_parts(struct standing_context *context, struct standing_verdict *verdict) {
    const struct assay_requirement *requirement = verdict->requirement;
    verdict->parts = pool_take(context->memory, (requirement->part_count + 1u) * sizeof *verdict->parts);
    if (!verdict->parts) context->failed = true;
    for (uint16_t i = 0; verdict->parts && i < requirement->part_count; i++) {
        struct standing_verdict *part = &verdict->parts[i];
        standing_verdict(context, &requirement->parts[i], verdict, part);
        bool either = requirement->kind == ASSAY_REQUIRES_ANY_OF;
        verdict->met = either ? answer_or(verdict->met, part->met) : answer_and(verdict->met, part->met);
    }
}

/* The reason is that of the line itself, else of its first part that cannot be told. */
static void standing_settle_doubt(struct standing_verdict *verdict) {
    for (uint16_t i = 0; !verdict->doubt && i < verdict->requirement->part_count; i++)
        verdict->doubt = verdict->parts[i].doubt;
    if (verdict->met != ASSAY_CANNOT_TELL) verdict->doubt = STANDING_CERTAIN;
}

void standing_verdict(struct standing_context *context, const struct assay_requirement *requirement,
                      const struct standing_verdict *whole, struct standing_verdict *verdict) {
    *verdict = (struct standing_verdict){.requirement = requirement};
    standing_kind(context, verdict, whole);
    if (verdict->met != ASSAY_CANNOT_TELL) verdict->doubt = STANDING_CERTAIN;
    standing_parts(context, verdict);
    if (verdict->parts) standing_settle_doubt(verdict);
}

/* ---- Specializations ---- */

bool standing_validates(const struct assay_requirement *requirement) {
    return requirement->kind == ASSAY_REQUIRES_AUDIT || requirement->kind == ASSAY_REQUIRES_REFERENCES;
}

/* A line that may be out of force fails nothing for certain. */
static void standing_line(struct standing_context *context, const struct assay_requirement *requirement,
                          struct standing_verdict *verdict) {
    standing_verdict(context, requirement, NULL, verdict);
    if (verdict->met != ASSAY_NO || standing_in_force(requirement, context->usage->as_of) == ASSAY_YES) return;
    verdict->met = ASSAY_CANNOT_TELL;
    verdict->doubt = STANDING_NO_DAY;
}

static void standing_lines(struct standing_context *context, struct standing *standing) {
    const struct assay_specialization *specialization = context->specialization;
    for (uint16_t i = 0; i < specialization->requirement_count; i++) {
        const struct assay_requirement *requirement = &specialization->requirements[i];
        if (standing_in_force(requirement, context->usage->as_of) == ASSAY_NO) continue;
        struct standing_verdict *verdict = &standing->verdicts[standing->verdict_count++];
        standing_line(context, requirement, verdict);
        standing->met += verdict->met == ASSAY_YES;
        standing->not_met += verdict->met == ASSAY_NO;
        standing->cannot_tell += verdict->met == ASSAY_CANNOT_TELL;
        if (!standing_validates(requirement))
            standing->prerequisites = answer_and(standing->prerequisites, verdict->met);
    }
}

/* Where no line is in force, nothing is published. */
static void standing_fill(struct standing_context *context, struct standing *standing) {
    const struct assay_specialization *specialization = context->specialization;
    *standing = (struct standing){.specialization = specialization, .prerequisites = ASSAY_YES};
    standing->verdicts =
        pool_take(context->memory, (specialization->requirement_count + 1u) * sizeof *standing->verdicts);
    if (!standing->verdicts) {
        context->failed = true;
        return;
    }
    standing_lines(context, standing);
    if (!standing->verdict_count) standing->prerequisites = ASSAY_CANNOT_TELL;
    bool active = standing->verdict_count && standing->met == standing->verdict_count;
    standing->status = active ? STANDING_ACTIVE : STANDING_NOT_STARTED;
    standing_renew(context, &standing->renewal);
    standing->next = standing_next(context, standing);
}

bool standing_begin(struct standing_context *context, struct pool *memory, const struct standing_usage *usage,
                    const struct partner *partner, size_t specialization) {
    *context = (struct standing_context){.memory = memory, .usage = usage, .partner = partner};
    context->specialization = usage->rules->specializations[specialization];
    for (size_t s = 0; s < specialization; s++)
        context->first_measure += usage->rules->specializations[s]->measure_count;
    context->measures = pool_take(memory, (usage->outcomes->measure_words + 1u) * sizeof *context->measures);
    return context->measures != NULL;
}

bool standing_judge(struct standings *standings, const struct standing_usage *usage, const struct partner *partner) {
    *standings = (struct standings){.usage = *usage, .partner = partner};
    size_t count = usage->rules->specialization_count;
    standings->all = pool_take(&standings->memory, (count + 1) * sizeof *standings->all);
    bool good = standings->all != NULL;
    for (; good && standings->count < count; standings->count++) {
        struct standing_context context;
        good = standing_begin(&context, &standings->memory, &standings->usage, partner, standings->count);
        if (good) standing_fill(&context, &standings->all[standings->count]);
        good = good && !context.failed && !standings->memory.failed;
    }
    return good;
}

bool standing_make(struct standings *standings, const struct run *run, const struct partner *partner) {
    struct standing_usage usage = standing_usage_of(run);
    return standing_judge(standings, &usage, partner);
}

void standing_free(struct standings *standings) {
    pool_free(&standings->memory);
    *standings = (struct standings){0};
}

/* ---- What is missing ---- */

static assay_money standing_short(assay_money needed, assay_money held) {
    assay_money most = (assay_money)(~(wide_half)0 >> 1), missing;
    if (held >= needed) return 0;
    return __builtin_sub_overflow(needed, held, &missing) ? most : missing;
}

bool standing_is_bounded(const struct standing_verdict *verdict) {
    return verdict->bounded && (verdict->known || verdict->limited);
}

struct standing_missing standing_missing(const struct standing_verdict *verdict) {
    struct standing_missing missing = {0};
    if (verdict->idle) return missing;
    const struct standing_count *count = &verdict->count;
    bool sum = verdict->requirement->kind == ASSAY_REQUIRES_AMOUNT;
    bool negative = verdict->requirement->kind == ASSAY_REQUIRES_GROWTH; /* what is not known may be below zero */
    missing.amount_told = verdict->has_amount && (verdict->known || !negative);
    if (missing.amount_told) {
        assay_money held = sum ? verdict->least : verdict->known ? verdict->certain : 0;
        missing.amount_most = standing_short(verdict->needed, held);
        if (verdict->bounded)
            missing.amount_least = standing_short(verdict->needed, sum ? verdict->greatest : verdict->possible);
    }
    missing.count_told = count->asked && count->needed;
    if (count->asked && count->certain < count->needed) {
        missing.count_most = count->needed - count->certain;
        if (count->bounded && count->possible < count->needed) missing.count_least = count->needed - count->possible;
    }
    return missing;
}
