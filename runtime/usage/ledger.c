#include "runtime/usage/ledger.h"

#include <stdlib.h>
#include <string.h>

static bool ledger_grow(struct ledger *ledger) {
    if (ledger->count < ledger->room) return true;
    uint32_t room = ledger->room ? ledger->room * 2 : 256;
    struct ledger_cell *cells = realloc(ledger->cells, room * sizeof *cells);
    if (!cells) return false;
    ledger->cells = cells;
    ledger->room = room;
    return true;
}

enum ledger_result ledger_add(struct ledger *ledger, uint32_t outcome, uint32_t customer, int32_t month,
                              assay_money amount) {
    uint32_t place[3] = {outcome, customer, (uint32_t)month};
    uint32_t number = dictionary_put(&ledger->places, place, sizeof place);
    if (number == DICTIONARY_NONE || !ledger_grow(ledger)) return LEDGER_MEMORY;
    if (number == ledger->count)
        ledger->cells[ledger->count++] = (struct ledger_cell){.outcome = outcome, .customer = customer, .month = month};
    return tally_add(&ledger->cells[number].tally, amount) ? LEDGER_OK : LEDGER_OVERFLOW;
}

#define LEDGER_COMPARE(a, b) (((a) > (b)) - ((a) < (b)))

static int ledger_compare(const void *a, const void *b) {
    const struct ledger_cell *x = a, *y = b;
    int order = LEDGER_COMPARE(x->customer, y->customer);
    if (!order) order = LEDGER_COMPARE(x->month, y->month);
    return order ? order : LEDGER_COMPARE(x->outcome, y->outcome);
}

void ledger_sort(struct ledger *ledger) {
    if (ledger->count) qsort(ledger->cells, ledger->count, sizeof *ledger->cells, ledger_compare);
    dictionary_free(&ledger->places);
}

/* Beyond 128 bits the sign is that of the certain part, since both have it. */
static assay_money ledger_bound(const struct tally *certain, assay_money undecided) {
    assay_money sum;
    return __builtin_add_overflow(tally_net(certain), undecided, &sum) ? tally_net(certain) : sum;
}

assay_money ledger_least(const struct ledger_customer *customer) {
    return ledger_bound(&customer->certain, customer->undecided.negative);
}

assay_money ledger_greatest(const struct ledger_customer *customer) {
    return ledger_bound(&customer->certain, customer->undecided.positive);
}

struct ledger_visitor {
    ledger_visit *visit;
    void *context;
};

/* Blank cells and texts that name no customer never count. */
static void ledger_end_customer(struct ledger_total *total, const struct ledger_customer *sums,
                                const struct ledger_visitor *visitor) {
    if (sums->customer == LEDGER_NOBODY) return;
    total->customers += ledger_least(sums) > 0;
    total->customers_possible += ledger_greatest(sums) > 0;
    if (visitor) visitor->visit(visitor->context, sums);
}

static bool ledger_add_cell(const struct ledger_cell *cell, enum assay_answer answer, struct ledger_customer *sums,
                            struct ledger_total *total) {
    if (cell->month != LEDGER_NEVER) {
        if (cell->month < total->first_month) total->first_month = cell->month;
        if (cell->month > total->last_month) total->last_month = cell->month;
    }
    if (answer == ASSAY_YES)
        return tally_merge(&total->certain, &cell->tally) && tally_merge(&sums->certain, &cell->tally);
    return tally_merge(&total->undecided, &cell->tally) && tally_merge(&sums->undecided, &cell->tally);
}

/* Whether rows of an outcome count towards any measure of a set. */
static enum assay_answer ledger_answer(const struct outcomes *outcomes, uint32_t number, const uint64_t *measures) {
    const struct outcome *outcome = &outcomes->all[number];
    if (outcomes_meet(outcomes, outcome->counts, measures)) return ASSAY_YES;
    return outcomes_meet(outcomes, outcome->may, measures) ? ASSAY_CANNOT_TELL : ASSAY_NO;
}

/* The answers of all outcomes for a set of measures, malloc'd. */
static uint8_t *ledger_answers(const struct outcomes *outcomes, const uint64_t *measures) {
    uint8_t *answers = malloc(outcomes->count + 1u);
    for (uint32_t i = 0; answers && i < outcomes->count; i++)
        answers[i] = (uint8_t)ledger_answer(outcomes, i, measures);
    return answers;
}

/* What rows of a month are to a question whose measures answer so. */
static enum assay_answer ledger_within(const struct ledger_question *question, enum assay_answer answer,
                                       int32_t month) {
    if (month < question->from || month > question->until) return ASSAY_NO;
    return answer == ASSAY_YES && question->undecided ? ASSAY_CANNOT_TELL : answer;
}

enum assay_answer ledger_asked(const struct ledger_question *question, const struct outcomes *outcomes,
                               uint32_t outcome, int32_t month) {
    return ledger_within(question, ledger_answer(outcomes, outcome, question->measures), month);
}

static bool ledger_walk_cells(const struct ledger *ledger, const uint8_t *answers,
                              const struct ledger_question *question, const struct ledger_visitor *visitor,
                              struct ledger_total *total) {
    struct ledger_customer sums = {.customer = LEDGER_NOBODY};
    bool good = true;
    for (uint32_t i = 0; good && i < ledger->count; i++) {
        const struct ledger_cell *cell = &ledger->cells[i];
        enum assay_answer answer = ledger_within(question, answers[cell->outcome], cell->month);
        if (answer == ASSAY_NO) continue;
        if (cell->customer != sums.customer) {
            ledger_end_customer(total, &sums, visitor);
            sums = (struct ledger_customer){.customer = cell->customer};
        }
        good = ledger_add_cell(cell, answer, &sums, total);
        /* What has no room a second time, beyond 1.7e14, is left out: it is an "as if". */
        if (good && question->repeated && cell->month == question->until) ledger_add_cell(cell, answer, &sums, total);
    }
    ledger_end_customer(total, &sums, visitor);
    return good;
}

static enum ledger_result ledger_walk(const struct ledger *ledger, const struct outcomes *outcomes,
                                      const struct ledger_question *question, const struct ledger_visitor *visitor,
                                      struct ledger_total *total) {
    uint8_t *answers = ledger_answers(outcomes, question->measures);
    if (!answers) return LEDGER_MEMORY;
    *total = (struct ledger_total){.first_month = INT32_MAX, .last_month = INT32_MIN};
    bool good = ledger_walk_cells(ledger, answers, question, visitor, total);
    free(answers);
    total->possible = total->certain;
    good = good && (tally_merge(&total->possible, &total->undecided) || question->repeated);
    return good ? LEDGER_OK : LEDGER_OVERFLOW;
}

enum ledger_result ledger_sum(const struct ledger *ledger, const struct outcomes *outcomes,
                              const struct ledger_question *question, struct ledger_total *total) {
    return ledger_walk(ledger, outcomes, question, NULL, total);
}

enum ledger_result ledger_customers(const struct ledger *ledger, const struct outcomes *outcomes,
                                    const struct ledger_question *question, ledger_visit *visit, void *context) {
    struct ledger_total total;
    struct ledger_visitor visitor = {visit, context};
    return ledger_walk(ledger, outcomes, question, &visitor, &total);
}

static int ledger_compare_months(const void *a, const void *b) {
    const struct ledger_month *x = a, *y = b;
    return LEDGER_COMPARE(x->month, y->month);
}

/* One entry per cell that counts or may count; their number. */
static size_t ledger_month_cells(const struct ledger *ledger, const uint8_t *answers, struct ledger_month *entries) {
    size_t count = 0;
    for (uint32_t i = 0; i < ledger->count; i++) {
        const struct ledger_cell *cell = &ledger->cells[i];
        enum assay_answer answer = answers[cell->outcome];
        if (answer == ASSAY_NO || cell->month == LEDGER_NEVER) continue;
        entries[count] = (struct ledger_month){.month = cell->month, .possible = cell->tally};
        if (answer == ASSAY_YES) entries[count].certain = cell->tally;
        count++;
    }
    return count;
}

/* Sums neighbours of the same month into one; false on overflow. */
static bool ledger_merge_months(struct ledger_month *entries, size_t *count) {
    size_t kept = 0;
    for (size_t i = 0; i < *count; i++) {
        if (kept == 0 || entries[kept - 1].month != entries[i].month) {
            entries[kept++] = entries[i];
        } else if (!tally_merge(&entries[kept - 1].certain, &entries[i].certain) ||
                   !tally_merge(&entries[kept - 1].possible, &entries[i].possible)) {
            return false;
        }
    }
    *count = kept;
    return true;
}

enum ledger_result ledger_months(const struct ledger *ledger, const struct outcomes *outcomes, const uint64_t *measures,
                                 struct ledger_month **months, size_t *count) {
    uint8_t *answers = ledger_answers(outcomes, measures);
    *months = malloc((ledger->count + 1u) * sizeof **months);
    *count = answers && *months ? ledger_month_cells(ledger, answers, *months) : 0;
    free(answers);
    if (!answers || !*months) return LEDGER_MEMORY;
    qsort(*months, *count, sizeof **months, ledger_compare_months);
    return ledger_merge_months(*months, count) ? LEDGER_OK : LEDGER_OVERFLOW;
}

enum ledger_result ledger_by_outcome(const struct ledger *ledger, struct tally *tallies) {
    for (uint32_t i = 0; i < ledger->count; i++)
        if (!tally_merge(&tallies[ledger->cells[i].outcome], &ledger->cells[i].tally)) return LEDGER_OVERFLOW;
    return LEDGER_OK;
}

void ledger_free(struct ledger *ledger) {
    dictionary_free(&ledger->places);
    free(ledger->cells);
    *ledger = (struct ledger){0};
}
