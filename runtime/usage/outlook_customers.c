/* outlook_customers.c - what becomes of a line when a single customer leaves: exact, for every customer that is in any
 * of its sums. */
#include "runtime/usage/outlook_internal.h"

#include "runtime/usage/wide.h"

#include <stdlib.h>
#include <string.h>

/* A verdict with what each customer holds of it; parts alongside. */
struct customers_node {
    const struct standing_verdict *verdict;
    struct ledger_customer *list; /* in order of number */
    size_t count;
    struct customers_node *parts;
};

static const char *customers_text(const struct standing_context *context, uint32_t number) {
    size_t length;
    return context->usage->customers ? dictionary_at(context->usage->customers, number, &length) : "";
}

static int customers_by_number(const void *left, const void *right) {
    const struct ledger_customer *a = left, *b = right;
    return (a->customer > b->customer) - (a->customer < b->customer);
}

/* ---- The tree of sums ---- */

/* Counts a customer, and takes it into the list when there is one. */
static void customers_take(void *context, const struct ledger_customer *customer) {
    struct customers_node *node = context;
    if (node->list) node->list[node->count] = *customer;
    node->count++;
}

/* Counts first, then lists. */
static bool customers_list(struct standing_context *context, struct customers_node *node) {
    struct ledger_question question = standing_question(context, node->verdict);
    const struct standing_usage *usage = context->usage;
    if (ledger_customers(usage->ledger, usage->outcomes, &question, customers_take, node) != LEDGER_OK) return false;
    node->list = malloc((node->count + 1) * sizeof *node->list);
    node->count = 0;
    return node->list && ledger_customers(usage->ledger, usage->outcomes, &question, customers_take, node) == LEDGER_OK;
}

static void customers_load(struct standing_context *context, const struct standing_verdict *verdict,
                           struct customers_node *node) {
    uint16_t parts = verdict->requirement->part_count;
    *node = (struct customers_node){.verdict = verdict};
    node->parts = pool_take(context->memory, (parts + 1u) * sizeof *node->parts);
    if (!node->parts) context->failed = true;
    if (verdict->requirement->kind == ASSAY_REQUIRES_AMOUNT && !customers_list(context, node)) context->failed = true;
    for (uint16_t i = 0; node->parts && i < parts; i++)
        customers_load(context, &verdict->parts[i], &node->parts[i]);
}

static void customers_unload(struct customers_node *node) {
    free(node->list);
    for (uint16_t i = 0; node->parts && i < node->verdict->requirement->part_count; i++)
        customers_unload(&node->parts[i]);
}

/* ---- The largest ---- */

static bool customers_larger(const struct standing_context *context, const struct ledger_customer *customer,
                             const struct outlook_largest *largest) {
    assay_money amount = tally_net(&customer->certain);
    if (amount <= 0 || !largest->customer) return amount > 0;
    if (amount != largest->amount) return amount > largest->amount;
    return strcmp(customers_text(context, customer->customer), largest->customer) < 0;
}

static void customers_largest(const struct standing_context *context, const struct customers_node *node,
                              struct outlook_verdict *out) {
    struct outlook_largest *largest = &out->largest;
    wide_half share;
    for (size_t i = 0; i < node->count; i++) {
        if (!customers_larger(context, &node->list[i], largest)) continue;
        largest->customer = customers_text(context, node->list[i].customer);
        largest->amount = tally_net(&node->list[i].certain);
    }
    largest->sum = node->verdict->certain;
    if (largest->sum > 0 && largest->amount > 0 &&
        wide_divide(wide_product((wide_half)largest->amount, 10000), (wide_half)largest->sum, &share))
        largest->share = share < UINT32_MAX ? (uint32_t)share : UINT32_MAX;
    for (uint16_t i = 0; i < node->verdict->requirement->part_count; i++)
        customers_largest(context, &node->parts[i], &out->parts[i]);
}

/* ---- One leaves ---- */

/* At least `needed`, when it is between two bounds. */
static enum assay_answer customers_reach(bool least, bool greatest) {
    return least ? ASSAY_YES : greatest ? ASSAY_CANNOT_TELL : ASSAY_NO;
}

/* A sum of a line without a customer; what that changes is noted. */
static enum assay_answer customers_sum_without(const struct customers_node *node, uint32_t number,
                                               struct outlook_breaker *breaker, bool *found) {
    const struct standing_verdict *verdict = node->verdict;
    struct ledger_customer key = {.customer = number};
    const struct ledger_customer *customer =
        node->count ? bsearch(&key, node->list, node->count, sizeof key, customers_by_number) : NULL;
    if (!customer) return answer_and(verdict->amount_met, verdict->count.met);
    assay_money least = ledger_least(customer), greatest = ledger_greatest(customer);
    enum assay_answer amount =
        customers_reach(verdict->least - least >= verdict->needed, verdict->greatest - greatest >= verdict->needed);
    enum assay_answer count = customers_reach(verdict->count.certain - (least > 0) >= verdict->count.needed,
                                              verdict->count.possible - (greatest > 0) >= verdict->count.needed);
    if (!*found) breaker->certain = tally_net(&customer->certain);
    *found = true;
    if (verdict->amount_met == ASSAY_YES && amount != ASSAY_YES) breaker->by_amount = true;
    if (verdict->count.met == ASSAY_YES && count != ASSAY_YES) breaker->by_count = true;
    return answer_and(amount, count);
}

static enum assay_answer customers_without(const struct customers_node *node, uint32_t number,
                                           struct outlook_breaker *breaker, bool *found) {
    const struct assay_requirement *requirement = node->verdict->requirement;
    enum assay_answer answer = node->verdict->met;
    if (requirement->kind == ASSAY_REQUIRES_AMOUNT)
        answer = customers_sum_without(node, number, breaker, found);
    else if (requirement->kind == ASSAY_REQUIRES_ANY_OF)
        answer = ASSAY_NO;
    else if (requirement->kind == ASSAY_REQUIRES_ALL_OF)
        answer = ASSAY_YES;
    else
        return answer;
    for (uint16_t i = 0; i < requirement->part_count; i++) {
        enum assay_answer part = customers_without(&node->parts[i], number, breaker, found);
        answer = requirement->kind == ASSAY_REQUIRES_ANY_OF ? answer_or(answer, part) : answer_and(answer, part);
    }
    return answer;
}

/* ---- All that a line hangs on ---- */

static size_t customers_room(const struct customers_node *node) {
    size_t room = node->count;
    for (uint16_t i = 0; i < node->verdict->requirement->part_count; i++)
        room += customers_room(&node->parts[i]);
    return room;
}

static size_t customers_collect(const struct customers_node *node, uint32_t *numbers) {
    size_t count = 0;
    for (; count < node->count; count++)
        numbers[count] = node->list[count].customer;
    for (uint16_t i = 0; i < node->verdict->requirement->part_count; i++)
        count += customers_collect(&node->parts[i], numbers + count);
    return count;
}

static int customers_order(const void *left, const void *right) {
    const uint32_t *a = left, *b = right;
    return (*a > *b) - (*a < *b);
}

static int customers_breaker_order(const void *left, const void *right) {
    const struct outlook_breaker *a = left, *b = right;
    return strcmp(a->customer, b->customer);
}

static bool customers_add(struct outlook_verdict *line, size_t *room, const struct outlook_breaker *breaker) {
    if (line->breaker_count == *room) {
        size_t more = *room ? *room * 2 : 16;
        struct outlook_breaker *breakers = realloc(line->breakers, more * sizeof *breakers);
        if (!breakers) return false;
        line->breakers = breakers;
        *room = more;
    }
    line->breakers[line->breaker_count++] = *breaker;
    return true;
}

/* Moves the list from malloc'd memory to the context's, in order. */
static void customers_keep(struct standing_context *context, struct outlook_verdict *line) {
    size_t size = line->breaker_count * sizeof *line->breakers;
    struct outlook_breaker *kept = pool_take(context->memory, size + 1);
    if (size) qsort(line->breakers, line->breaker_count, sizeof *line->breakers, customers_breaker_order);
    if (kept && size) memcpy(kept, line->breakers, size);
    if (!kept) context->failed = true;
    free(line->breakers);
    line->breakers = kept;
}

static void customers_breakers(struct standing_context *context, const struct customers_node *node,
                               struct outlook_verdict *line) {
    uint32_t *numbers = malloc((customers_room(node) + 1) * sizeof *numbers);
    size_t count = numbers ? customers_collect(node, numbers) : 0, room = 0;
    if (!numbers) context->failed = true;
    if (count) qsort(numbers, count, sizeof *numbers, customers_order);
    for (size_t i = 0; i < count; i++) {
        struct outlook_breaker breaker = {.customer = customers_text(context, numbers[i])};
        bool found = false;
        if (i && numbers[i] == numbers[i - 1]) continue;
        breaker.then = customers_without(node, numbers[i], &breaker, &found);
        if (breaker.then != ASSAY_YES && !customers_add(line, &room, &breaker)) context->failed = true;
    }
    free(numbers);
    customers_keep(context, line);
}

void outlook_customers(struct standing_context *context, struct outlook_verdict *line) {
    struct customers_node root;
    if (!context->usage->has_customers) return;
    customers_load(context, line->verdict, &root);
    if (!context->failed) customers_largest(context, &root, line);
    if (!context->failed && line->verdict->met == ASSAY_YES) customers_breakers(context, &root, line);
    customers_unload(&root);
}
