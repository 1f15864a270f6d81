/* standing_amount.c - sums over a window, and from how many customers they come. */
#include "runtime/usage/standing_internal.h"

#include "runtime/usage/day.h"

#include <string.h>

bool standing_sums(const struct assay_requirement *requirement, const struct assay_measure *measure) {
    if (standing_names(requirement, measure->name)) return true;
    for (uint16_t i = 0; i < measure->former_count; i++)
        if (standing_names(requirement, measure->former_names[i])) return true;
    return false;
}

/* The measures of the line that are in force. */
static void amount_measures(struct standing_context *context, const struct assay_requirement *requirement) {
    const struct standing_usage *usage = context->usage;
    memset(context->measures, 0, usage->outcomes->measure_words * sizeof *context->measures);
    for (uint16_t m = 0; m < context->specialization->measure_count; m++) {
        uint32_t number = context->first_measure + m;
        uint64_t bit = UINT64_C(1) << number % 64;
        if (usage->in_force[number / 64] & bit && standing_sums(requirement, &context->specialization->measures[m]))
            context->measures[number / 64] |= bit;
    }
}

struct ledger_question standing_question(struct standing_context *context, const struct standing_verdict *verdict) {
    amount_measures(context, verdict->requirement);
    struct ledger_question question = {context->measures, LEDGER_ALL_FROM, LEDGER_ALL_UNTIL, true, false};
    if (!context->usage->has_months || !verdict->has_window) return question;
    question.from = verdict->from;
    question.until = verdict->until;
    question.undecided = false;
    /* Of a window of one month the one that comes in is all there is. */
    question.repeated = context->repeated && question.from <= question.until;
    if (context->repeated && !question.repeated) question.from = question.until;
    return question;
}

bool standing_asked(const struct standings *standings, size_t specialization, const struct standing_verdict *verdict,
                    struct pool *memory, struct ledger_question *question) {
    struct standing_context context;
    if (!standing_begin(&context, memory, &standings->usage, standings->partner, specialization)) return false;
    *question = standing_question(&context, verdict);
    return true;
}

static void amount_window(const struct standing_context *context, struct standing_verdict *verdict, int32_t months) {
    verdict->has_window = context->usage->as_of != 0;
    if (!verdict->has_window) return;
    verdict->until = day_month(context->usage->as_of) - 1;
    verdict->from = verdict->until - months + 1 + context->left;
}

static void amount_need(struct standing_context *context, struct standing_verdict *verdict, int32_t months,
                        bool average) {
    assay_money stated = standing_stated(context, verdict->requirement);
    verdict->has_amount = verdict->known = verdict->bounded = true;
    if (__builtin_mul_overflow(stated, (assay_money)(average ? months : 1), &verdict->needed)) context->failed = true;
}

/* R23; no sum overflows, since neither all charges nor all credits do. */
static void amount_sum(struct standing_verdict *verdict, const struct ledger_total *total) {
    verdict->certain = tally_net(&total->certain);
    verdict->possible = tally_net(&total->possible);
    verdict->least = verdict->certain + total->undecided.negative;
    verdict->greatest = verdict->certain + total->undecided.positive;
    verdict->amount_met = verdict->least >= verdict->needed     ? ASSAY_YES
                          : verdict->greatest < verdict->needed ? ASSAY_NO
                                                                : ASSAY_CANNOT_TELL;
}

/* Where no one tells the customers, each row above zero may be one of its own. */
static void amount_customers(const struct standing_context *context, struct standing_verdict *verdict,
                             const struct ledger_total *total) {
    struct standing_count *count = &verdict->count;
    bool told = context->usage->has_customers;
    count->needed = verdict->requirement->customers;
    count->asked = count->needed > 0;
    count->certain = told ? total->customers : 0;
    count->possible = told ? total->customers_possible : total->possible.charges;
    count->bounded = true;
    count->met = count->certain >= count->needed   ? ASSAY_YES
                 : count->possible < count->needed ? ASSAY_NO
                                                   : ASSAY_CANNOT_TELL;
}

static enum standing_doubt amount_doubt(const struct standing_context *context,
                                        const struct standing_verdict *verdict) {
    if (verdict->amount_met != ASSAY_CANNOT_TELL && verdict->count.met != ASSAY_CANNOT_TELL) return STANDING_CERTAIN;
    if (!verdict->has_window) return STANDING_NO_DAY;
    if (!context->usage->has_months) return STANDING_NO_MONTH;
    if (verdict->amount_met == ASSAY_CANNOT_TELL || context->usage->has_customers) return STANDING_UNDECIDED_ROWS;
    return STANDING_NO_CUSTOMER;
}

/* Whether the day is known, and no measure of the line is in force on it. */
static bool amount_is_idle(const struct standing_context *context, const struct assay_requirement *requirement) {
    bool idle = context->usage->as_of && requirement->name_count;
    struct standing_absence absence;
    for (uint16_t i = 0; idle && i < requirement->name_count; i++)
        idle = standing_absent(context->usage, context->specialization, requirement, i, &absence);
    return idle;
}

void standing_amount(struct standing_context *context, struct standing_verdict *verdict,
                     const struct standing_verdict *whole) {
    const struct assay_requirement *requirement = verdict->requirement;
    /* A part has the window of its whole, and is an average where that is one. */
    bool part = whole && whole->requirement->kind == ASSAY_REQUIRES_AMOUNT;
    int32_t months = part && !requirement->months ? whole->requirement->months : requirement->months;
    bool average = requirement->average || (part && whole->requirement->average);
    struct ledger_total total;
    verdict->idle = amount_is_idle(context, requirement);
    amount_window(context, verdict, months);
    amount_need(context, verdict, months, average);
    struct ledger_question question = standing_question(context, verdict);
    if (ledger_sum(context->usage->ledger, context->usage->outcomes, &question, &total) != LEDGER_OK) {
        context->failed = true;
        return;
    }
    amount_sum(verdict, &total);
    amount_customers(context, verdict, &total);
    verdict->met = answer_and(verdict->amount_met, verdict->count.met);
    verdict->doubt = amount_doubt(context, verdict);
}
