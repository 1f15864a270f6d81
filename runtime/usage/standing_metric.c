/* standing_metric.c - numbers that no usage export carries: growth, and newest values. Any one of a line's metrics will
 * do (the published "or"); they are not added up. */
#include "runtime/usage/standing_internal.h"

#include "runtime/usage/day.h"
#include "runtime/usage/wide.h"

#include <string.h>

/* A hundred, as money is kept. */
static assay_money metric_hundred(void) {
    assay_money hundred = 0;
    assay_money_parse("100", 3, &hundred);
    return hundred;
}

/* What one metric comes to. */
struct metric_value {
    enum assay_answer met;
    bool known;
    assay_money value;
};

/* Percents of zero do not exist, so none is reached. Rounded down, since what is shown must not look reached when it is
 * not; the answer is that of the exact products. */
static struct metric_value metric_percent(assay_money before, assay_money after, assay_money needed) {
    struct metric_value result = {.met = ASSAY_NO};
    if (before <= 0) return result;
    wide_half base = (wide_half)before, change = (wide_half)(after > before ? after - before : before - after),
              part = 0;
    struct wide grown = wide_product(change, (wide_half)metric_hundred());
    struct wide asked = wide_product(base, (wide_half)needed);
    if (after >= before && wide_compare(grown, asked) >= 0) result.met = ASSAY_YES;
    bool exact = wide_divide(grown, base, &part) && !(part >> 127);
    struct wide back = wide_product(part, base);
    result.known = exact;
    if (exact)
        result.value = after >= before ? (assay_money)part : -(assay_money)part - (wide_compare(back, grown) < 0);
    return result;
}

static struct metric_value metric_growth(const struct standing_context *context, const struct standing_verdict *verdict,
                                         const char *name) {
    assay_money before, after;
    if (!context->partner || !verdict->has_window ||
        !partner_metric_value(context->partner, name, verdict->from, &before) ||
        !partner_metric_value(context->partner, name, verdict->until, &after))
        return (struct metric_value){.met = ASSAY_CANNOT_TELL};
    if (verdict->requirement->percent) return metric_percent(before, after, verdict->needed);
    /* Neither is negative, so the difference does not overflow. */
    assay_money growth = after - before;
    return (struct metric_value){growth >= verdict->needed ? ASSAY_YES : ASSAY_NO, true, growth};
}

const struct partner_month *standing_newest_month(const struct standing_context *context, const char *name) {
    const struct partner *partner = context->partner;
    const struct partner_month *newest = NULL;
    for (size_t m = 0; partner && context->usage->as_of && m < partner->metric_count; m++) {
        const struct partner_metric *metric = &partner->metrics[m];
        if (!assay_same(metric->name.text, strlen(metric->name.text), name, strlen(name))) continue;
        for (size_t i = 0; i < metric->month_count; i++)
            if (metric->months[i].month <= day_month(context->usage->as_of)) newest = &metric->months[i];
    }
    return newest;
}

static struct metric_value metric_count(const struct standing_context *context, const struct standing_verdict *verdict,
                                        const char *name) {
    const struct partner_month *newest = standing_newest_month(context, name);
    if (!newest || !newest->known) return (struct metric_value){.met = ASSAY_CANNOT_TELL};
    return (struct metric_value){newest->value >= verdict->needed ? ASSAY_YES : ASSAY_NO, true, newest->value};
}

/* The best of the metrics decides; one that is not known may be better still. */
static void metric_add(struct standing_verdict *verdict, const struct metric_value *value, const char *name) {
    verdict->amount_met = answer_or(verdict->amount_met, value->met);
    if (value->met == ASSAY_CANNOT_TELL) verdict->bounded = false;
    if (!value->known || (verdict->known && value->value <= verdict->certain)) return;
    verdict->known = true;
    verdict->certain = verdict->possible = verdict->least = verdict->greatest = value->value;
    verdict->name = name;
}

static void metric_judge(struct standing_context *context, struct standing_verdict *verdict,
                         struct metric_value (*ask)(const struct standing_context *, const struct standing_verdict *,
                                                    const char *)) {
    const struct assay_requirement *requirement = verdict->requirement;
    verdict->has_amount = verdict->bounded = true;
    verdict->needed = standing_stated(context, requirement);
    verdict->amount_met = ASSAY_NO;
    for (uint16_t i = 0; i < requirement->name_count; i++) {
        struct metric_value value = ask(context, verdict, requirement->names[i]);
        metric_add(verdict, &value, requirement->names[i]);
    }
    verdict->met = verdict->amount_met;
    verdict->doubt = !standing_said(context, PARTNER_METRICS) ? STANDING_SILENT
                     : !context->usage->as_of                 ? STANDING_NO_DAY
                                                              : STANDING_NO_METRIC;
}

void standing_growth(struct standing_context *context, struct standing_verdict *verdict) {
    if (verdict->requirement->months == 0) { /* over how many is not published (R24) */
        verdict->needed = standing_stated(context, verdict->requirement);
        verdict->has_amount = true;
        verdict->met = verdict->amount_met = ASSAY_CANNOT_TELL;
        verdict->doubt = STANDING_UNPUBLISHED;
        return;
    }
    verdict->has_window = context->usage->as_of != 0;
    if (verdict->has_window) {
        verdict->until = day_month(context->usage->as_of) - 1;
        verdict->from = verdict->until - verdict->requirement->months + context->left;
    }
    metric_judge(context, verdict, metric_growth);
}

void standing_metric(struct standing_context *context, struct standing_verdict *verdict) {
    metric_judge(context, verdict, metric_count);
}
