/* diff_usage_measure.c - the rows, amounts and customers of an export that change sides, measure by measure: what a row
 * counts as is what any edition in force says, under any of the names. */
#include "compiler/cli/diff_usage_inner.h"

#include "runtime/usage/uses.h"

#include <stdlib.h>
#include <string.h>

/* ---- Measures ---- */

static bool usage_in_force(const struct run *run, uint32_t number) {
    return run->in_force[number / 64] >> number % 64 & 1;
}

/* The measures of one side, in the numbers of its tables, that are in force on the day. */
struct usage_numbers {
    uint32_t *items;
    size_t count;
};

/* `only`, or NULL: of this name. */
static struct usage_numbers usage_numbers(const struct usage_work *work, int side, const struct difference_measure *of,
                                          const struct difference_edition *only) {
    const struct difference_edition *editions = side ? of->news : of->olds;
    size_t count = side ? of->new_count : of->old_count;
    struct usage_numbers numbers = {ARENA_ARRAY(&work->usage->arena, count + 1, uint32_t), 0};
    for (size_t i = 0; i < count; i++) {
        const struct difference_edition *edition = &editions[i];
        if (only && !difference_same_name(only, edition)) continue;
        uint32_t number = difference_measure_number(work->runs[side].rules, edition->specialization, edition->measure);
        if (usage_in_force(&work->runs[side], number)) numbers.items[numbers.count++] = number;
    }
    return numbers;
}

/* What a row counts as under any of the measures. */
static enum assay_answer usage_answer(const struct run *run, uint32_t state, const struct usage_numbers *numbers) {
    enum assay_answer answer = ASSAY_NO;
    if (state >= STATE_EXCLUDED) return ASSAY_NO;
    const struct outcome *outcome = &run->outcomes.all[state];
    for (size_t i = 0; i < numbers->count; i++) {
        uint32_t number = numbers->items[i];
        if (outcome->counts[number / 64] >> number % 64 & 1) return ASSAY_YES;
        if (outcome->may[number / 64] >> number % 64 & 1) answer = ASSAY_CANNOT_TELL;
    }
    return answer;
}

static bool usage_change(struct diff_usage_change *change, bool before, bool after, const struct usage_pair_sum *sum) {
    if (before == after) return true;
    return before ? tally_merge(&change->lost, &sum->old) : tally_merge(&change->gained, &sum->new);
}

struct usage_pair usage_pair(const struct usage_work *work, uint32_t number) {
    struct usage_pair pair;
    size_t length;
    memcpy(&pair, dictionary_at(&work->pairs, number, &length), sizeof pair);
    return pair;
}

static bool usage_sum_measure(struct usage_work *work, struct diff_usage_measure *measure, bool *changed) {
    struct usage_numbers before = usage_numbers(work, 0, measure->measure, NULL);
    struct usage_numbers after = usage_numbers(work, 1, measure->measure, NULL);
    bool good = true;
    for (uint32_t i = 0; good && i < work->pairs.count; i++) {
        struct usage_pair pair = usage_pair(work, i);
        enum assay_answer old = usage_answer(&work->runs[0], pair.old, &before);
        enum assay_answer new = usage_answer(&work->runs[1], pair.new, &after);
        if (old == new) continue;
        changed[i] = true;
        good = usage_change(&measure->certain, old == ASSAY_YES, new == ASSAY_YES, &work->sums[i]) &&
               usage_change(&measure->possible, old != ASSAY_NO, new != ASSAY_NO, &work->sums[i]);
    }
    return good;
}

/* Rows of one name that go on as another: each pair of names once, whatever its periods. */
static bool usage_sum_move(struct usage_work *work, const struct difference_measure *measure,
                           struct diff_usage_move *move) {
    struct usage_numbers before = usage_numbers(work, 0, measure, move->old);
    struct usage_numbers after = usage_numbers(work, 1, measure, move->new);
    bool good = true;
    for (uint32_t i = 0; good && i < work->pairs.count; i++) {
        struct usage_pair pair = usage_pair(work, i);
        enum assay_answer old = usage_answer(&work->runs[0], pair.old, &before);
        enum assay_answer new = usage_answer(&work->runs[1], pair.new, &after);
        if (old == ASSAY_YES && new == ASSAY_YES) good = tally_merge(&move->certain, &work->sums[i].new);
        if (old != ASSAY_NO && new != ASSAY_NO) good = good && tally_merge(&move->possible, &work->sums[i].new);
    }
    return good;
}

static bool usage_moves(struct usage_work *work, struct diff_usage_measure *measure) {
    const struct difference_measure *of = measure->measure;
    measure->moves = ARENA_ARRAY(&work->usage->arena, of->passage_count + 1, struct diff_usage_move);
    for (size_t i = 0; i < of->passage_count; i++) {
        const struct difference_passage *passage = &of->passages[i];
        struct diff_usage_move *last = measure->move_count ? &measure->moves[measure->move_count - 1] : NULL;
        if (last && difference_same_name(last->old, &passage->old) && difference_same_name(last->new, &passage->new))
            continue;
        struct diff_usage_move move = {.old = &passage->old, .new = &passage->new};
        if (!usage_sum_move(work, of, &move)) return false;
        if (move.possible.rows) measure->moves[measure->move_count++] = move;
    }
    return true;
}

/* ---- Customers ---- */

/* The customers of one measure under one rule set: bit 0 certainly, bit 1 possibly; by their numbers in the old run,
 * those that only the new run knows behind them. */
struct usage_customers {
    const struct run *old, *run;
    uint8_t *marks;
};

static uint32_t usage_customer(const struct usage_customers *customers, uint32_t number) {
    const struct run *old = customers->old, *run = customers->run;
    if (run == old || run->customer < 0 || old->customer < 0) return number;
    size_t length;
    const char *text = dictionary_at(&run->slots[run->customer].reader.texts, number, &length);
    const struct dictionary *texts = &old->slots[old->customer].reader.texts;
    uint32_t found = dictionary_find(texts, text, length);
    return found != DICTIONARY_NONE ? found : texts->count + number;
}

static void usage_mark(void *context, const struct ledger_customer *customer) {
    const struct usage_customers *customers = context;
    uint8_t mark = ledger_least(customer) > 0 ? 3 : ledger_greatest(customer) > 0 ? 2 : 0;
    customers->marks[usage_customer(customers, customer->customer)] |= mark;
}

static size_t usage_customer_count(const struct run *run) {
    return run->customer >= 0 ? run->slots[run->customer].reader.texts.count : 1;
}

static bool usage_mark_all(const struct usage_work *work, int side, const struct difference_measure *measure,
                           uint8_t *marks) {
    const struct run *run = &work->runs[side];
    struct usage_customers customers = {&work->runs[0], run, marks};
    struct usage_numbers numbers = usage_numbers(work, side, measure, NULL);
    if (!numbers.count) return true;
    uint64_t *set = calloc(run->outcomes.measure_words + 1u, sizeof *set);
    if (!set) return false;
    for (size_t i = 0; i < numbers.count; i++)
        set[numbers.items[i] / 64] |= UINT64_C(1) << numbers.items[i] % 64;
    struct ledger_question question = {set, LEDGER_ALL_FROM, LEDGER_ALL_UNTIL, false, false};
    enum ledger_result result = ledger_customers(&run->ledger, &run->outcomes, &question, usage_mark, &customers);
    free(set);
    return result == LEDGER_OK;
}

static void usage_count_customers(struct diff_usage_change *change, bool before, bool after) {
    change->customers_lost += before && !after;
    change->customers_gained += after && !before;
}

static bool usage_sum_customers(struct usage_work *work, struct diff_usage_measure *measure) {
    size_t count = usage_customer_count(&work->runs[0]) + usage_customer_count(&work->runs[1]);
    uint8_t *marks = calloc(2 * count + 2, 1);
    bool good = marks && usage_mark_all(work, 0, measure->measure, marks) &&
                usage_mark_all(work, 1, measure->measure, marks + count);
    for (size_t i = 0; good && i < count; i++) {
        usage_count_customers(&measure->certain, marks[i] & 1, marks[count + i] & 1);
        usage_count_customers(&measure->possible, marks[i] & 2, marks[count + i] & 2);
    }
    free(marks);
    return good;
}

static bool usage_knows_customers(const struct run *run) {
    int field = uses_role(run->rules->usage, ASSAY_CUSTOMER);
    return field >= 0 && (run->customer >= 0 || run->assumptions[field].text);
}

/* ---- All measures ---- */

static bool usage_measure(struct usage_work *work, struct diff_usage_measure measure, bool *changed) {
    struct diff_usage *usage = work->usage;
    if (!usage_sum_measure(work, &measure, changed) || !usage_moves(work, &measure)) return false;
    if (usage->customers_known && !usage_sum_customers(work, &measure)) return false;
    if (measure.possible.lost.rows + measure.possible.gained.rows + measure.certain.lost.rows +
            measure.certain.gained.rows + measure.possible.customers_lost + measure.possible.customers_gained +
            measure.move_count ==
        0)
        return true;
    usage->measures[usage->measure_count++] = measure;
    return true;
}

bool usage_measures(struct usage_work *work) {
    const struct difference *difference = work->difference;
    struct diff_usage *usage = work->usage;
    bool *changed = ARENA_ARRAY(&usage->arena, work->pairs.count + 1u, bool);
    size_t count = 0;
    for (size_t s = 0; s < difference->specialization_count; s++)
        count += difference->specializations[s].measure_count;
    usage->measures = ARENA_ARRAY(&usage->arena, count + 1, struct diff_usage_measure);
    usage->customers_known = usage_knows_customers(&work->runs[0]) && usage_knows_customers(&work->runs[1]);
    for (size_t s = 0; s < difference->specialization_count; s++) {
        const struct difference_specialization *specialization = &difference->specializations[s];
        for (size_t m = 0; m < specialization->measure_count; m++) {
            struct diff_usage_measure measure = {.measure = &specialization->measures[m]};
            if (!usage_measure(work, measure, changed)) return false;
        }
    }
    for (uint32_t i = 0; i < work->pairs.count; i++)
        usage->changed += changed[i] ? work->sums[i].new.rows : 0;
    return true;
}
