#include "runtime/usage/makeup.h"

#include "runtime/usage/standing_internal.h"

#include <stdlib.h>

/* What is put together, and out of what. */
struct making {
    struct makeup *makeup;
    const struct standings *standings;
    const struct samples *samples;
    struct ledger_question question;
    size_t room; /* for customers */
};

static struct makeup_customer *making_customer(struct making *making, uint32_t number) {
    struct makeup *makeup = making->makeup;
    if (makeup->customer_count && makeup->customers[makeup->customer_count - 1].number == number)
        return &makeup->customers[makeup->customer_count - 1];
    if (makeup->customer_count == making->room) {
        size_t room = making->room ? making->room * 2 : 64;
        struct makeup_customer *customers = realloc(makeup->customers, room * sizeof *customers);
        if (!customers) return NULL;
        makeup->customers = customers;
        making->room = room;
    }
    makeup->customers[makeup->customer_count] = (struct makeup_customer){.number = number};
    return &makeup->customers[makeup->customer_count++];
}

static bool making_add_customer(struct making *making, const struct ledger_cell *cell, enum assay_answer answer) {
    bool certain = answer == ASSAY_YES;
    struct makeup *makeup = making->makeup;
    if (cell->customer == LEDGER_NOBODY)
        return tally_merge(certain ? &makeup->nobody_certain : &makeup->nobody_undecided, &cell->tally);
    struct makeup_customer *customer = making_customer(making, cell->customer);
    if (!customer) return false;
    if (making->samples) samples_gather(making->samples, cell, &customer->rows);
    return tally_merge(certain ? &customer->certain : &customer->undecided, &cell->tally);
}

static bool making_add_month(struct making *making, const struct ledger_cell *cell, enum assay_answer answer) {
    struct makeup *makeup = making->makeup;
    if (!makeup->month_count) return true;
    struct ledger_month *month = &makeup->months[cell->month - makeup->months[0].month];
    return tally_merge(&month->possible, &cell->tally) &&
           (answer != ASSAY_YES || tally_merge(&month->certain, &cell->tally));
}

static bool making_window(struct makeup *makeup, const struct standing_verdict *verdict, bool has_months) {
    if (!has_months || !verdict->has_window || verdict->from > verdict->until) return true;
    size_t count = (size_t)(verdict->until - verdict->from) + 1;
    makeup->months = calloc(count, sizeof *makeup->months);
    if (!makeup->months) return false;
    makeup->month_count = count;
    for (size_t i = 0; i < count; i++)
        makeup->months[i].month = verdict->from + (int32_t)i;
    return true;
}

const char *makeup_customer_text(const struct standings *standings, uint32_t number, size_t *length) {
    *length = 0;
    if (!standings->usage.customers || number >= standings->usage.customers->count) return "";
    return dictionary_at(standings->usage.customers, number, length);
}

/* ---- Order ---- */

/* A customer and its text, while they are sorted. */
struct makeup_sorted {
    struct makeup_customer customer;
    const char *text;
};

static int makeup_compare(const void *a, const void *b) {
    const struct makeup_sorted *x = a, *y = b;
    assay_money left = tally_net(&x->customer.certain), right = tally_net(&y->customer.certain);
    if (left != right) return left < right ? 1 : -1;
    left = ledger_greatest(&(struct ledger_customer){0, x->customer.certain, x->customer.undecided});
    right = ledger_greatest(&(struct ledger_customer){0, y->customer.certain, y->customer.undecided});
    if (left != right) return left < right ? 1 : -1;
    return strcmp(x->text, y->text);
}

static bool makeup_sort(struct makeup *makeup, const struct standings *standings) {
    struct makeup_sorted *sorted = malloc((makeup->customer_count + 1) * sizeof *sorted);
    size_t length;
    if (!sorted) return false;
    for (size_t i = 0; i < makeup->customer_count; i++) {
        sorted[i].customer = makeup->customers[i];
        sorted[i].text = makeup_customer_text(standings, makeup->customers[i].number, &length);
    }
    qsort(sorted, makeup->customer_count, sizeof *sorted, makeup_compare);
    for (size_t i = 0; i < makeup->customer_count; i++)
        makeup->customers[i] = sorted[i].customer;
    free(sorted);
    return true;
}

/* Goes through the ledger once. */
static bool makeup_gather(struct makeup *makeup, const struct standings *standings, size_t specialization,
                          const struct standing_verdict *verdict, const struct samples *samples, bool customers) {
    struct pool memory = {0};
    struct standing_context context;
    struct making making = {.makeup = makeup, .standings = standings, .samples = samples};
    const struct ledger *ledger = standings->usage.ledger;
    *makeup = (struct makeup){0};
    bool good = making_window(makeup, verdict, standings->usage.has_months) &&
                standing_begin(&context, &memory, &standings->usage, standings->partner, specialization);
    if (good) making.question = standing_question(&context, verdict);
    for (uint32_t i = 0; good && i < ledger->count; i++) {
        const struct ledger_cell *cell = &ledger->cells[i];
        enum assay_answer answer =
            ledger_asked(&making.question, standings->usage.outcomes, cell->outcome, cell->month);
        if (answer == ASSAY_NO) continue;
        good = making_add_month(&making, cell, answer) && (!customers || making_add_customer(&making, cell, answer));
    }
    pool_free(&memory);
    return good;
}

bool makeup_make(struct makeup *makeup, const struct standings *standings, size_t specialization,
                 const struct standing_verdict *verdict, const struct samples *samples) {
    return makeup_gather(makeup, standings, specialization, verdict, samples, true) && makeup_sort(makeup, standings);
}

bool makeup_by_month(struct makeup *makeup, const struct standings *standings, size_t specialization,
                     const struct standing_verdict *verdict) {
    return makeup_gather(makeup, standings, specialization, verdict, NULL, false);
}

void makeup_free(struct makeup *makeup) {
    free(makeup->months);
    free(makeup->customers);
    *makeup = (struct makeup){0};
}
