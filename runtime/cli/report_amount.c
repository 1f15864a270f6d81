#include "runtime/cli/report_amount.h"

#include "runtime/usage/names.h"

#include <stdlib.h>
#include <string.h>

/* The measures that a line names, as far as they are in force: a set, malloc'd; NULL: no memory. */
static uint64_t *amount_measures(const struct report *report, const struct standing *standing,
                                 const struct standing_verdict *verdict) {
    const struct standing_usage *usage = &report->standings.usage;
    const struct assay_requirement *requirement = verdict->requirement;
    uint64_t *set = calloc(usage->outcomes->measure_words + 1u, sizeof *set);
    uint32_t number = 0;
    for (uint16_t s = 0; usage->rules->specializations[s] != standing->specialization; s++)
        number += usage->rules->specializations[s]->measure_count;
    for (uint16_t m = 0; set && m < standing->specialization->measure_count; m++, number++) {
        uint64_t bit = UINT64_C(1) << number % 64;
        bool named = false;
        for (uint16_t n = 0; !named && n < requirement->name_count; n++)
            named = names_is_measure(&standing->specialization->measures[m], requirement->names[n]);
        if (named && usage->in_force[number / 64] & bit) set[number / 64] |= bit;
    }
    return set;
}

/* ---- Customers ---- */

static int amount_compare(const void *a, const void *b) {
    const struct report_customer *x = a, *y = b;
    if (x->counts != y->counts) return x->counts ? -1 : 1;
    if (x->certain != y->certain) return x->certain > y->certain ? -1 : 1;
    if (x->possible != y->possible) return x->possible > y->possible ? -1 : 1;
    return strcmp(x->name, y->name);
}

/* Customers that are counted first and listed then. */
struct amount_list {
    const struct dictionary *texts;
    struct report_customer *customers; /* NULL: they are counted */
    size_t count;
};

static void amount_take(void *context, const struct ledger_customer *held) {
    struct amount_list *list = context;
    size_t length;
    if (ledger_greatest(held) <= 0) return;
    if (list->customers)
        list->customers[list->count] =
            (struct report_customer){dictionary_at(list->texts, held->customer, &length), tally_net(&held->certain),
                                     tally_net(&held->certain) + tally_net(&held->undecided), ledger_least(held) > 0};
    list->count++;
}

static bool amount_customers(const struct standing_usage *usage, const struct ledger_question *question,
                             struct amount_list *list) {
    list->texts = usage->customers;
    if (ledger_customers(usage->ledger, usage->outcomes, question, amount_take, list) != LEDGER_OK) return false;
    list->customers = calloc(list->count + 1, sizeof *list->customers);
    list->count = 0;
    return list->customers &&
           ledger_customers(usage->ledger, usage->outcomes, question, amount_take, list) == LEDGER_OK;
}

bool report_customers(const struct report *report, const struct standing *standing,
                      const struct standing_verdict *verdict, struct report_customer **customers, size_t *count) {
    const struct standing_usage *usage = &report->standings.usage;
    struct amount_list list = {0};
    *customers = NULL;
    *count = 0;
    if (!usage->has_customers || !usage->has_months || !usage->customers || !verdict->has_window) return true;
    uint64_t *set = amount_measures(report, standing, verdict);
    struct ledger_question question = {set, verdict->from, verdict->until, false};
    bool good = set && amount_customers(usage, &question, &list);
    if (good) qsort(list.customers, list.count, sizeof *list.customers, amount_compare);
    *customers = list.customers;
    *count = good ? list.count : 0;
    free(set);
    return good;
}

/* ---- Months ---- */

bool report_months(const struct report *report, const struct standing *standing, const struct standing_verdict *verdict,
                   struct ledger_month **months, size_t *count) {
    const struct standing_usage *usage = &report->standings.usage;
    struct ledger_month *held = NULL;
    size_t held_count = 0;
    *months = NULL;
    *count = 0;
    if (!usage->has_months || !verdict->has_window || verdict->from > verdict->until) return true;
    uint64_t *set = amount_measures(report, standing, verdict);
    bool good = set && ledger_months(usage->ledger, usage->outcomes, set, &held, &held_count) == LEDGER_OK;
    size_t window = (size_t)(verdict->until - verdict->from) + 1;
    if (good) *months = calloc(window, sizeof **months);
    good = good && *months;
    for (size_t i = 0; good && i < window; i++)
        (*months)[i].month = verdict->from + (int32_t)i;
    for (size_t i = 0; good && i < held_count; i++)
        if (held[i].month >= verdict->from && held[i].month <= verdict->until)
            (*months)[held[i].month - verdict->from] = held[i];
    if (good) *count = window;
    free(held);
    free(set);
    return good;
}
