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
    bool limited; /* what is not known is at most `most` */
    assay_money most;
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

/* Growth of which one month is not known. Numbers are never below zero, so it is at most the newer one; of nothing
 * there is no growth in percent, and to nothing there is none (R38). */
static struct metric_value metric_partly(const struct standing_verdict *verdict, const assay_money *before,
                                         const assay_money *after) {
    struct metric_value result = {.met = ASSAY_CANNOT_TELL};
    if (verdict->requirement->percent) {
        if ((before && *before <= 0) || (after && *after <= 0)) result.met = ASSAY_NO;
        return result;
    }
    result.limited = after != NULL;
    result.most = after ? *after : 0;
    if (after && *after < verdict->needed) result.met = ASSAY_NO;
    return result;
}

/* Over how many months growth is taken may not be published; the newest month is the same then. */
static struct metric_value metric_growth(const struct standing_context *context, const struct standing_verdict *verdict,
                                         const char *name, int reading) {
    assay_money before = 0, after = 0;
    bool day = context->partner && context->usage->as_of, published = verdict->requirement->months > 0;
    int32_t newest = day ? day_month(context->usage->as_of) - 1 : 0;
    bool has_after = day && partner_metric_reading(context->partner, name, newest, reading, &after);
    bool has_before =
        day && published && partner_metric_reading(context->partner, name, verdict->from, reading, &before);
    if (!has_before || !has_after)
        return metric_partly(verdict, has_before ? &before : NULL, has_after ? &after : NULL);
    if (verdict->requirement->percent) return metric_percent(before, after, verdict->needed);
    /* Neither is negative, so the difference does not overflow. */
    assay_money growth = after - before;
    return (struct metric_value){
        .met = growth >= verdict->needed ? ASSAY_YES : ASSAY_NO, .known = true, .value = growth};
}

const struct partner_month *standing_newest_month(const struct standing_context *context, const char *name,
                                                  int reading) {
    const struct partner *partner = context->partner;
    const struct partner_month *newest = NULL;
    for (size_t m = 0; partner && context->usage->as_of && m < partner->metric_count; m++) {
        const struct partner_metric *metric = &partner->metrics[m];
        if (!assay_same(metric->name.text, strlen(metric->name.text), name, strlen(name))) continue;
        for (size_t i = 0; i < metric->month_count; i++) {
            const struct partner_month *month = &metric->months[i];
            if (month->by[reading].given && month->month <= day_month(context->usage->as_of)) newest = month;
        }
    }
    return newest;
}

static struct metric_value metric_count(const struct standing_context *context, const struct standing_verdict *verdict,
                                        const char *name, int reading) {
    const struct partner_month *newest = standing_newest_month(context, name, reading);
    if (!newest || !newest->by[reading].known) return (struct metric_value){.met = ASSAY_CANNOT_TELL};
    assay_money value = newest->by[reading].value;
    return (struct metric_value){.met = value >= verdict->needed ? ASSAY_YES : ASSAY_NO, .known = true, .value = value};
}

typedef struct metric_value metric_ask(const struct standing_context *context, const struct standing_verdict *verdict,
                                       const char *name, int reading);

/* The most that it may be; false: nothing limits it. */
static bool metric_most(const struct metric_value *value, assay_money *most) {
    *most = value->limited ? value->most : value->value;
    return value->limited || value->known;
}

/* What a metric comes to in both readings of the dates: what both say is so. */
static struct metric_value metric_both(const struct standing_context *context, const struct standing_verdict *verdict,
                                       const char *name, metric_ask *ask) {
    struct metric_value one = ask(context, verdict, name, 0), other = ask(context, verdict, name, 1);
    bool same = one.known == other.known && one.value == other.value;
    assay_money most, most_other;
    if (one.met == other.met && same && one.limited == other.limited && one.most == other.most) return one;
    struct metric_value both = {.met = one.met == other.met ? one.met : ASSAY_CANNOT_TELL};
    both.limited = metric_most(&one, &most) && metric_most(&other, &most_other);
    if (both.limited) both.most = most > most_other ? most : most_other;
    both.known = one.known && other.known;
    if (both.known) both.value = one.value < other.value ? one.value : other.value;
    return both;
}

/* The best of the metrics decides; one that is not known may be better still. */
static void metric_add(struct standing_verdict *verdict, const struct metric_value *value, const char *name) {
    assay_money most;
    bool limited = metric_most(value, &most), first = !verdict->known && !verdict->limited;
    verdict->amount_met = answer_or(verdict->amount_met, value->met);
    if (value->met == ASSAY_CANNOT_TELL && !limited) verdict->bounded = false;
    if (limited && (first || most > verdict->possible)) verdict->possible = verdict->greatest = most;
    verdict->limited = verdict->limited || value->limited;
    if (!value->known || (verdict->known && value->value <= verdict->certain)) return;
    verdict->known = true;
    verdict->certain = verdict->least = value->value;
    verdict->name = name;
}

static void metric_judge(struct standing_context *context, struct standing_verdict *verdict, metric_ask *ask) {
    const struct assay_requirement *requirement = verdict->requirement;
    verdict->has_amount = verdict->bounded = true;
    verdict->needed = standing_stated(context, requirement);
    verdict->amount_met = ASSAY_NO;
    for (uint16_t i = 0; i < requirement->name_count; i++) {
        struct metric_value value = metric_both(context, verdict, requirement->names[i], ask);
        metric_add(verdict, &value, requirement->names[i]);
    }
    if (!verdict->bounded) verdict->possible = verdict->greatest = verdict->certain;
    verdict->met = verdict->amount_met;
    verdict->doubt = !standing_said(context, PARTNER_METRICS) ? STANDING_SILENT
                     : !context->usage->as_of                 ? STANDING_NO_DAY
                                                              : STANDING_NO_METRIC;
}

void standing_growth(struct standing_context *context, struct standing_verdict *verdict) {
    bool published = verdict->requirement->months > 0;
    verdict->has_window = published && context->usage->as_of != 0;
    if (verdict->has_window) {
        verdict->until = day_month(context->usage->as_of) - 1;
        verdict->from = verdict->until - verdict->requirement->months + context->left;
    }
    metric_judge(context, verdict, metric_growth);
    if (!published) verdict->doubt = STANDING_UNPUBLISHED; /* R24 */
}

void standing_metric(struct standing_context *context, struct standing_verdict *verdict) {
    metric_judge(context, verdict, metric_count);
}
