#include "compiler/analysis/trial.h"

#include "compiler/base/fold.h"
#include "runtime/base/calendar.h"

#include <string.h>

struct trial {
    const struct model *model;
    const struct model_case *from;
    struct arena *arena;
};

static enum assay_answer trial_is(bool yes) {
    return yes ? ASSAY_YES : ASSAY_NO;
}

/* Between what is certain and what is possible. */
static enum assay_answer trial_reaches(bool certainly, bool possibly) {
    return certainly ? ASSAY_YES : possibly ? ASSAY_CANNOT_TELL : ASSAY_NO;
}

static enum assay_answer trial_and(enum assay_answer a, enum assay_answer b) {
    if (a == ASSAY_NO || b == ASSAY_NO) return ASSAY_NO;
    return a == ASSAY_YES && b == ASSAY_YES ? ASSAY_YES : ASSAY_CANNOT_TELL;
}

static enum assay_answer trial_or(enum assay_answer a, enum assay_answer b) {
    if (a == ASSAY_YES || b == ASSAY_YES) return ASSAY_YES;
    return a == ASSAY_NO && b == ASSAY_NO ? ASSAY_NO : ASSAY_CANNOT_TELL;
}

static bool trial_same(const struct trial *trial, const char *a, const char *b) {
    return strcmp(fold_text(trial->arena, a), fold_text(trial->arena, b)) == 0;
}

/* Whether a fact is about one of a requirement's names. */
static bool trial_about(const struct trial *trial, const struct model_fact *fact,
                        const struct model_requirement *requirement) {
    for (size_t i = 0; i < fact->name_count; i++)
        for (size_t k = 0; k < requirement->name_count; k++)
            if (trial_same(trial, fact->names[i].text, requirement->names[k].text)) return true;
    return false;
}

static assay_money trial_amount(const char *text) {
    assay_money amount = 0;
    (void)assay_money_parse(text, strlen(text), &amount);
    return amount;
}

/* ---- Days ---- */

/* Months since the year 0. */
static int trial_month(uint32_t date) {
    return (int)(date / 10000 * 12 + date / 100 % 100 - 1);
}

/* The same day some months later; the last of the month where there is no such day. */
static uint32_t trial_later(uint32_t date, int months) {
    int month = trial_month(date) + months, days = calendar_days(month / 12, month % 12 + 1);
    uint32_t day = date % 100 < (uint32_t)days ? date % 100 : (uint32_t)days;
    return (uint32_t)(month / 12) * 10000 + (uint32_t)(month % 12 + 1) * 100 + day;
}

/* ---- Amounts: R21 to R23 ---- */

static bool trial_in_window(const struct trial *trial, const struct model_fact *fact, int months) {
    int month = trial_month(fact->date), now = trial_month(trial->from->as_of);
    return month >= now - months && month < now;
}

static bool trial_counts(const struct trial *trial, const struct model_requirement *requirement, int months, size_t i) {
    const struct model_fact *fact = &trial->from->facts[i];
    return fact->kind == MODEL_FACT_MONEY && trial_in_window(trial, fact, months) &&
           trial_about(trial, fact, requirement);
}

/* The sum at its least or at its greatest: of rows that cannot be told those count that make it so. `customer` NULL: of
 * all. */
static assay_money trial_sum(const struct trial *trial, const struct model_requirement *requirement, int months,
                             const char *customer, bool greatest) {
    assay_money sum = 0;
    for (size_t i = 0; i < trial->from->fact_count; i++) {
        const struct model_fact *fact = &trial->from->facts[i];
        if (!trial_counts(trial, requirement, months, i)) continue;
        if (customer && !(fact->customer && trial_same(trial, fact->customer, customer))) continue;
        if (!fact->undecided || greatest == (fact->amount > 0)) (void)assay_money_add(&sum, fact->amount);
    }
    return sum;
}

/* R22: neither nobody, nor one of the texts that name no customer. */
static bool trial_is_customer(const struct trial *trial, const char *customer) {
    for (size_t f = 0; f < trial->model->field_count; f++)
        for (size_t i = 0; i < trial->model->fields[f].except_count; i++)
            if (trial_same(trial, trial->model->fields[f].except[i].text, customer)) return false;
    return true;
}

static bool trial_seen(const struct trial *trial, size_t fact) {
    for (size_t i = 0; i < fact; i++) {
        const char *other = trial->from->facts[i].customer;
        if (other && trial_same(trial, other, trial->from->facts[fact].customer)) return true;
    }
    return false;
}

static size_t trial_customers(const struct trial *trial, const struct model_requirement *requirement, int months,
                              bool greatest) {
    size_t count = 0;
    for (size_t i = 0; i < trial->from->fact_count; i++) {
        const char *customer = trial->from->facts[i].customer;
        if (!customer || !trial_is_customer(trial, customer) || trial_seen(trial, i)) continue;
        count += trial_sum(trial, requirement, months, customer, greatest) > 0;
    }
    return count;
}

/* `whole`: the line that a part belongs to, else the line itself. */
static enum assay_answer trial_money(const struct trial *trial, const struct model_requirement *requirement,
                                     const struct model_requirement *whole) {
    assay_money needed = 0, stated = trial_amount(requirement->amount);
    int months = whole->months;
    for (int i = 0; i < (whole->average ? months : 1); i++)
        (void)assay_money_add(&needed, stated);
    enum assay_answer sum = trial_reaches(trial_sum(trial, requirement, months, NULL, false) >= needed,
                                          trial_sum(trial, requirement, months, NULL, true) >= needed);
    size_t customers = requirement->customers;
    return trial_and(sum, trial_reaches(trial_customers(trial, requirement, months, false) >= customers,
                                        trial_customers(trial, requirement, months, true) >= customers));
}

/* ---- Metrics ---- */

/* The value that a metric has in a month; NULL: it is not known. */
static const struct model_fact *trial_value(const struct trial *trial, const char *metric, int month) {
    for (size_t i = 0; i < trial->from->fact_count; i++) {
        const struct model_fact *fact = &trial->from->facts[i];
        if (fact->kind != MODEL_FACT_METRIC || trial_month(fact->date) != month) continue;
        if (trial_same(trial, fact->names[0].text, metric)) return fact;
    }
    return NULL;
}

/* In hundredths: a number of a rule file has no more than two decimals. */
static assay_money trial_hundredths(assay_money amount) {
    return amount / trial_amount("0.01");
}

/* Growth of which one month is not known, or over months that are not published. No number is below zero: growth is at
 * most the newer number, and in percent there is none of nothing or to nothing. */
static enum assay_answer trial_partly(const struct model_requirement *requirement, const struct model_fact *before,
                                      const struct model_fact *after) {
    bool none = after && after->amount < trial_amount(requirement->amount);
    if (requirement->percent) none = (before && before->amount == 0) || (after && after->amount == 0);
    return none ? ASSAY_NO : ASSAY_CANNOT_TELL;
}

/* Growth of nothing in percent does not exist, so it reaches nothing. */
static enum assay_answer trial_growth(const struct trial *trial, const struct model_requirement *requirement,
                                      const char *metric) {
    int newest = trial_month(trial->from->as_of) - 1;
    const struct model_fact *after = trial_value(trial, metric, newest);
    const struct model_fact *before =
        requirement->months ? trial_value(trial, metric, newest - requirement->months) : NULL;
    if (!after || !before) return trial_partly(requirement, before, after);
    assay_money growth = after->amount - before->amount, needed = trial_amount(requirement->amount);
    if (!requirement->percent) return trial_is(growth >= needed);
    assay_money base = trial_hundredths(before->amount), percent = trial_hundredths(needed);
    return trial_is(base > 0 && trial_hundredths(growth) * 10000 >= base * percent);
}

static enum assay_answer trial_newest(const struct trial *trial, const struct model_requirement *requirement,
                                      const char *metric) {
    const struct model_fact *newest = NULL;
    for (int month = trial_month(trial->from->as_of); month >= 0 && !newest; month--)
        newest = trial_value(trial, metric, month);
    return newest ? trial_is(newest->amount >= trial_amount(requirement->amount)) : ASSAY_CANNOT_TELL;
}

static enum assay_answer trial_metric(const struct trial *trial, const struct model_requirement *requirement) {
    enum assay_answer answer = ASSAY_NO;
    for (size_t i = 0; i < requirement->name_count; i++) {
        const char *metric = requirement->names[i].text;
        answer =
            trial_or(answer, requirement->kind == ASSAY_REQUIRES_GROWTH ? trial_growth(trial, requirement, metric)
                                                                        : trial_newest(trial, requirement, metric));
    }
    return answer;
}

/* ---- What the partner states ---- */

/* Whether some fact speaks of it: then what is not stated is not so. */
static bool trial_said(const struct trial *trial, int kind) {
    for (size_t i = 0; i < trial->from->fact_count; i++)
        if ((int)trial->from->facts[i].kind == kind) return true;
    return false;
}

static uint64_t trial_holders(const struct trial *trial, const struct model_requirement *requirement) {
    uint64_t count = 0;
    for (size_t i = 0; i < trial->from->fact_count; i++) {
        const struct model_fact *fact = &trial->from->facts[i];
        if (fact->kind == MODEL_FACT_PEOPLE && trial_about(trial, fact, requirement)) count += fact->count;
    }
    return count;
}

static enum assay_answer trial_people(const struct trial *trial, const struct model_requirement *requirement) {
    return trial_reaches(trial_holders(trial, requirement) >= requirement->people,
                         !trial_said(trial, MODEL_FACT_PEOPLE));
}

static enum assay_answer trial_designation(const struct trial *trial, const struct model_requirement *requirement) {
    for (size_t i = 0; i < trial->from->fact_count; i++) {
        const struct model_fact *fact = &trial->from->facts[i];
        if (fact->kind == MODEL_FACT_DESIGNATION && trial_about(trial, fact, requirement)) return ASSAY_YES;
    }
    return trial_reaches(false, !trial_said(trial, MODEL_FACT_DESIGNATION));
}

/* How many audits or references are valid on the day. */
static uint64_t trial_valid(const struct trial *trial, const struct model_requirement *requirement, int kind) {
    uint64_t count = 0;
    for (size_t i = 0; i < trial->from->fact_count; i++) {
        const struct model_fact *fact = &trial->from->facts[i];
        if ((int)fact->kind != kind || fact->none || fact->date == 0 || fact->date > trial->from->as_of) continue;
        bool ended =
            requirement->valid_months && trial_later(fact->date, requirement->valid_months) < trial->from->as_of;
        if (!ended) count += kind == MODEL_FACT_AUDIT ? 1 : fact->count;
    }
    return count;
}

/* R24: where the number is not published, one is needed at the least, and whether some are enough cannot be told. */
static enum assay_answer trial_references(const struct trial *trial, const struct model_requirement *requirement) {
    uint64_t valid = trial_valid(trial, requirement, MODEL_FACT_REFERENCES);
    bool open = !trial_said(trial, MODEL_FACT_REFERENCES);
    if (!requirement->references) return trial_reaches(false, open || valid > 0);
    return trial_reaches(valid >= requirement->references, open);
}

/* ---- Lines ---- */

static enum assay_answer trial_line(const struct trial *trial, const struct model_requirement *requirement,
                                    const struct model_requirement *whole);

static enum assay_answer trial_parts(const struct trial *trial, const struct model_requirement *of,
                                     enum assay_answer answer) {
    for (size_t i = 0; i < of->part_count; i++) {
        bool either = of->kind == ASSAY_REQUIRES_ANY_OF, all = of->kind == ASSAY_REQUIRES_ALL_OF;
        const struct model_requirement *part = &of->parts[i];
        enum assay_answer one = trial_line(trial, part, either || all ? part : of);
        answer = either ? trial_or(answer, one) : trial_and(answer, one);
    }
    return answer;
}

static enum assay_answer trial_line(const struct trial *trial, const struct model_requirement *requirement,
                                    const struct model_requirement *whole) {
    switch (requirement->kind) {
    case ASSAY_REQUIRES_AMOUNT:
        return trial_parts(trial, requirement, trial_money(trial, requirement, whole));
    case ASSAY_REQUIRES_GROWTH:
    case ASSAY_REQUIRES_METRIC:
        return trial_metric(trial, requirement);
    case ASSAY_REQUIRES_PEOPLE:
        return trial_parts(trial, requirement, trial_people(trial, requirement));
    case ASSAY_REQUIRES_DESIGNATION:
        return trial_designation(trial, requirement);
    case ASSAY_REQUIRES_AUDIT:
        return trial_reaches(trial_valid(trial, requirement, MODEL_FACT_AUDIT) > 0,
                             !trial_said(trial, MODEL_FACT_AUDIT));
    case ASSAY_REQUIRES_REFERENCES:
        return trial_references(trial, requirement);
    case ASSAY_REQUIRES_ANY_OF:
        return trial_parts(trial, requirement, ASSAY_NO);
    case ASSAY_REQUIRES_ALL_OF:
        return trial_parts(trial, requirement, ASSAY_YES);
    case ASSAY_REQUIRES_UNPUBLISHED:
        break;
    }
    return ASSAY_CANNOT_TELL;
}

/* ---- What it comes to, in words ---- */

static void trial_range(struct text *out, assay_money least, assay_money greatest, const char *unit) {
    char text[ASSAY_MONEY_TEXT];
    (void)assay_money_cents(text, least);
    text_add(out, text);
    (void)assay_money_cents(text, greatest);
    if (least != greatest) text_addf(out, " to %s", text);
    text_addf(out, " %s", unit);
}

static void trial_say_money(const struct trial *trial, struct text *out, const struct model_requirement *requirement,
                            const struct model_requirement *whole) {
    int months = whole->months, last = trial_month(trial->from->as_of) - 1, first = last - months + 1;
    trial_range(out, trial_sum(trial, requirement, months, NULL, false),
                trial_sum(trial, requirement, months, NULL, true), trial->model->currency);
    if (requirement == whole)
        text_addf(out, " in %04d-%02d to %04d-%02d", first / 12, first % 12 + 1, last / 12, last % 12 + 1);
    if (!requirement->customers) return;
    size_t least = trial_customers(trial, requirement, months, false);
    size_t greatest = trial_customers(trial, requirement, months, true);
    text_addf(out, " from %zu", least);
    if (least != greatest) text_addf(out, " to %zu", greatest);
    text_add(out, greatest == 1 ? " customer" : " customers");
}

static const char *trial_verdict(enum assay_answer answer) {
    return answer == ASSAY_YES ? "met" : answer == ASSAY_NO ? "not met" : "cannot be told";
}

static void trial_say(const struct trial *trial, struct text *out, const struct model_requirement *requirement,
                      const struct model_requirement *whole) {
    bool either = requirement->kind == ASSAY_REQUIRES_ANY_OF || requirement->kind == ASSAY_REQUIRES_ALL_OF;
    text_addf(out, "%s%s: ", out->length ? "; " : "", requirement->text);
    if (requirement->kind == ASSAY_REQUIRES_AMOUNT)
        trial_say_money(trial, out, requirement, whole);
    else if (requirement->kind == ASSAY_REQUIRES_PEOPLE && trial_said(trial, MODEL_FACT_PEOPLE))
        text_addf(out, "%llu", (unsigned long long)trial_holders(trial, requirement));
    else
        text_add(out, trial_verdict(trial_line(trial, requirement, whole)));
    for (size_t i = 0; i < requirement->part_count; i++)
        trial_say(trial, out, &requirement->parts[i], either ? &requirement->parts[i] : requirement);
}

const char *trial_words(const struct model *model, const struct model_requirement *requirement,
                        const struct model_case *from, struct arena *arena) {
    struct trial trial = {model, from, arena};
    struct text out = {0};
    trial_say(&trial, &out, requirement, requirement);
    const char *words = arena_string(arena, out.data, out.length);
    text_free(&out);
    return words;
}

enum assay_answer trial_answer(const struct model *model, const struct model_requirement *requirement,
                               const struct model_case *from, struct arena *arena) {
    struct trial trial = {model, from, arena};
    return trial_line(&trial, requirement, requirement);
}
