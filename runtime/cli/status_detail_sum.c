/* status_detail_sum.c - what a sum or a number of a requirement is made of. */
#include "runtime/cli/status_detail.h"

#include "runtime/base/show.h"
#include "runtime/cli/gauge.h"
#include "runtime/usage/makeup.h"
#include "runtime/usage/month.h"

#define SUM_GAP   3  /* columns between months */
#define SUM_SHOWN 8  /* customers, unless --customers says otherwise */
#define SUM_NAME  40 /* characters of a customer */

static void sum_month(struct text *words, int32_t month) {
    char text[MONTH_TEXT];
    month_text(text, month);
    text_add(words, text);
}

void detail_window(struct text *words, const struct standing_verdict *verdict) {
    if (!verdict->has_window || verdict->from > verdict->until || verdict->from < 0) return;
    text_add(words, ", ");
    sum_month(words, verdict->from);
    if (verdict->until != verdict->from) text_add(words, " to ");
    if (verdict->until != verdict->from) sum_month(words, verdict->until);
}

/* "9,500.50", "7,500.00 to 9,800.00": at the least and at the most. */
static void sum_range(struct text *words, const struct standing_verdict *verdict, assay_money least,
                      assay_money greatest) {
    style_money(words, standing_reached(verdict, least));
    if (greatest == least) return;
    text_add(words, " to ");
    style_money(words, standing_reached(verdict, greatest));
}

/* Of tallies, `possible` including `certain`; the ledger's sums do not overflow within a line that was judged. */
static void sum_month_range(struct text *words, const struct standing_verdict *verdict,
                            const struct ledger_month *month) {
    assay_money certain = tally_net(&month->certain);
    sum_range(words, verdict, certain + (month->possible.negative - month->certain.negative),
              certain + (month->possible.positive - month->certain.positive));
}

/* ---- Months ---- */

static size_t sum_widest(const struct standing_verdict *verdict, const struct ledger_month *months, size_t count) {
    size_t widest = 0;
    for (size_t i = 0; i < count; i++) {
        struct text figure = {0};
        sum_month_range(&figure, verdict, &months[i]);
        if (figure.length > widest) widest = figure.length;
        text_free(&figure);
    }
    return widest;
}

/* "2024-01  9,500.50", the figure on the right. */
static void sum_cell(struct style *style, const struct standing_verdict *verdict, const struct ledger_month *month,
                     size_t widest) {
    struct text figure = {0};
    sum_month_range(&figure, verdict, month);
    sum_month(style->out, month->month);
    text_add_char(style->out, ' ');
    if (figure.failed)
        style->out->failed = true;
    else
        style_right(style->out, figure.data, widest);
    text_free(&figure);
}

/* Months side by side, as many as a line has room for. */
static void sum_months(const struct detail *detail, const struct standing_verdict *verdict,
                       const struct ledger_month *months, size_t count) {
    struct style *style = detail->style;
    size_t column = detail->indent + DETAIL_LABEL;
    size_t widest = sum_widest(verdict, months, count), cell = MONTH_TEXT + widest, room = style->width - column;
    size_t beside = (room + SUM_GAP) / (cell + SUM_GAP);
    for (size_t i = 0; i < count; i++) {
        bool begins = beside == 0 || i % beside == 0;
        if (begins && i) text_add_char(style->out, '\n');
        text_add_repeat(style->out, ' ', !begins ? SUM_GAP : i ? column : detail->indent);
        if (i == 0) style_left(style->out, "by month", DETAIL_LABEL);
        sum_cell(style, verdict, &months[i], widest);
    }
    if (count) text_add_char(style->out, '\n');
}

/* ---- Customers ---- */

static struct ledger_customer sum_held(const struct makeup_customer *customer) {
    return (struct ledger_customer){customer->number, customer->certain, customer->undecided};
}

static void sum_customer(const struct detail *detail, const struct standing_verdict *verdict,
                         const struct makeup_customer *customer, struct text *words) {
    const struct ledger_customer held = sum_held(customer);
    size_t length;
    show_string(words, makeup_customer_text(&detail->report->standings, customer->number, &length), SUM_NAME);
    text_add_char(words, ' ');
    sum_range(words, verdict, ledger_least(&held), ledger_greatest(&held));
    if (ledger_least(&held) <= 0) text_add(words, " (perhaps)");
}

/* Those that count, or may (R22, R23). */
static void sum_customers(const struct detail *detail, const struct standing_verdict *verdict,
                          const struct makeup *makeup) {
    struct text words = {0};
    size_t count = 0, most = report_customers(detail->report, SUM_SHOWN);
    if (verdict->count.asked) gauge_count(&words, &verdict->count);
    for (size_t i = 0; i < makeup->customer_count; i++) {
        const struct ledger_customer held = sum_held(&makeup->customers[i]);
        if (ledger_greatest(&held) <= 0 || count++ >= most) continue;
        if (words.length) text_add(&words, count > 1 ? "; " : ": ");
        sum_customer(detail, verdict, &makeup->customers[i], &words);
    }
    if (count > most) text_addf(&words, "; and %zu more: --customers all lists them", count - most);
    detail_row(detail, "customers", &words);
    text_free(&words);
}

/* ---- What matters next ---- */

/* What has to come in, at the most, for what stays to suffice; of a part that does not, only that more has to. */
static void sum_comes(struct text *words, const struct standing_verdict *stays, const char *currency) {
    struct standing_missing missing = standing_missing(stays);
    bool amount = missing.amount_most > 0, customers = missing.count_most > 0;
    text_add(words, ", unless ");
    if (amount) gauge_number(words, stays, standing_suffices(stays, missing.amount_most));
    if (amount) standing_unit(words, stays->requirement, currency);
    if (amount && customers) text_add(words, " and ");
    if (customers) text_add_uint(words, missing.count_most);
    if (customers) text_addf(words, " %s", standing_heads(stays->requirement, missing.count_most));
    text_add(words, amount || customers ? " more come in" : "more comes in");
}

static void sum_leaving(const struct detail *detail, const struct outlook_verdict *outlook) {
    const struct standing_verdict *stays = &outlook->stays;
    struct text words = {0};
    if (!outlook->has_leaving || outlook->verdict->idle) return;
    sum_month(&words, outlook->leaving);
    text_add(&words, " leaves; ");
    sum_range(&words, stays, stays->least, stays->greatest);
    standing_unit(&words, stays->requirement, report_currency(detail->report));
    if (stays->count.asked) {
        text_add(&words, " and ");
        gauge_heads(&words, stays);
    }
    text_addf(&words, " stay: %s", gauge_words(stays->met));
    if (stays->met != ASSAY_YES) sum_comes(&words, stays, report_currency(detail->report));
    detail_row(detail, "next month", &words);
    text_free(&words);
}

/* The customers without whom a met line is not surely met any more. */
static void sum_breakers(const struct detail *detail, const struct outlook_verdict *outlook) {
    struct text words = {0};
    size_t most = report_customers(detail->report, SUM_SHOWN);
    for (size_t i = 0; i < outlook->breaker_count && i < most; i++) {
        const struct outlook_breaker *breaker = &outlook->breakers[i];
        text_add(&words, i ? "; " : "");
        show_string(&words, *breaker->customer ? breaker->customer : "a customer", SUM_NAME);
        text_add(&words, ": without it ");
        text_add(&words, gauge_words(breaker->then));
    }
    if (outlook->breaker_count > most)
        text_addf(&words, "; and %zu more: --customers all lists them", outlook->breaker_count - most);
    detail_row(detail, "depends on", &words);
    text_free(&words);
}

/* Where credits cannot be told, certain and possible are not the least and the most: what makes them differ. */
static void sum_credits(const struct detail *detail, const struct standing_verdict *verdict) {
    struct text words = {0};
    if (verdict->least == verdict->certain && verdict->greatest == verdict->possible) return;
    text_add(&words, "charges of ");
    gauge_number(&words, verdict, standing_charges(verdict));
    text_add(&words, " and credits of ");
    gauge_number(&words, verdict, standing_credits(verdict));
    standing_unit(&words, verdict->requirement, report_currency(detail->report));
    text_add(&words, "; certain ");
    gauge_number(&words, verdict, standing_reached(verdict, verdict->certain));
    text_add(&words, ", possible with all of them ");
    gauge_number(&words, verdict, standing_reached(verdict, verdict->possible));
    detail_row(detail, "undecided", &words);
    text_free(&words);
}

/* "10,499.50 USD and 1 customer" */
void detail_missing(const struct detail *detail, const struct outlook_verdict *outlook) {
    const struct standing_missing *missing = &outlook->missing;
    const struct standing_verdict *verdict = outlook->verdict;
    struct text words = {0};
    if (missing->amount_most > 0 && verdict->known) {
        gauge_number(&words, verdict, standing_suffices(verdict, missing->amount_least));
        if (missing->amount_least != missing->amount_most) text_add(&words, " to ");
        if (missing->amount_least != missing->amount_most)
            gauge_number(&words, verdict, standing_suffices(verdict, missing->amount_most));
        standing_unit(&words, verdict->requirement, report_currency(detail->report));
    }
    if (missing->count_most > 0) {
        if (words.length) text_add(&words, " and ");
        style_count(&words, missing->count_least, missing->count_most);
        text_addf(&words, " %s", standing_heads(verdict->requirement, missing->count_most));
    }
    detail_row(detail, "missing", &words);
    text_free(&words);
}

void detail_sum(const struct detail *detail, const struct outlook_verdict *outlook) {
    const struct report *report = detail->report;
    struct makeup makeup;
    if (outlook->verdict->requirement->kind != ASSAY_REQUIRES_AMOUNT) return;
    if (!makeup_make(&makeup, &report->standings, (size_t)(detail->outlook - report->outlooks.all), outlook->verdict,
                     NULL))
        detail->style->out->failed = true;
    sum_credits(detail, outlook->verdict);
    sum_months(detail, outlook->verdict, makeup.months, makeup.month_count);
    sum_customers(detail, outlook->verdict, &makeup);
    sum_leaving(detail, outlook);
    sum_breakers(detail, outlook);
    makeup_free(&makeup);
}

/* ---- Metrics ---- */

static void sum_value(const struct detail *detail, const struct standing_verdict *verdict, const char *name,
                      int32_t month, struct text *words) {
    assay_money value = 0;
    bool known = detail->report->has_partner && partner_metric_value(&detail->report->partner, name, month, &value);
    if (known)
        gauge_number(words, verdict, value);
    else
        text_add(words, "not known");
    text_add(words, " in ");
    sum_month(words, month);
}

void detail_metric(const struct detail *detail, const struct standing_verdict *verdict) {
    const struct assay_requirement *requirement = verdict->requirement;
    bool growth = requirement->kind == ASSAY_REQUIRES_GROWTH;
    if (!growth || !verdict->has_window || verdict->from < 0) return;
    for (uint16_t i = 0; i < requirement->name_count; i++) {
        struct text words = {0};
        text_addf(&words, "%s: ", requirement->names[i]);
        sum_value(detail, verdict, requirement->names[i], verdict->from, &words);
        text_add(&words, ", ");
        sum_value(detail, verdict, requirement->names[i], verdict->until, &words);
        detail_row(detail, "metric", &words);
        text_free(&words);
    }
}
