#include "runtime/usage/summary.h"

#include <stdlib.h>
#include <string.h>

size_t summary_reasons(const struct summary *summary) {
    return summary->run->rules->usage->eligibility_count + 2u;
}

const char *summary_reason(const struct summary *summary, size_t reason) {
    const struct assay_usage *usage = summary->run->rules->usage;
    if (reason < usage->eligibility_count) return usage->eligibilities[reason].reason;
    return reason == usage->eligibility_count ? "duplicate" : "repeat";
}

static bool summary_holds(const uint64_t *set, uint32_t measure) {
    return set[measure / 64] >> measure % 64 & 1;
}

static bool summary_total(struct summary *summary, uint32_t number, uint64_t *set) {
    const struct run *run = summary->run;
    struct summary_measure *measure = &summary->measures[number];
    assay_measure_at(run->rules, number, &measure->specialization, &measure->measure);
    measure->in_force = summary_holds(run->in_force, number);
    set[number / 64] = UINT64_C(1) << number % 64;
    struct ledger_question question = {set, LEDGER_ALL_FROM, LEDGER_ALL_UNTIL, false, false};
    enum ledger_result result = ledger_sum(&run->ledger, &run->outcomes, &question, &measure->total);
    set[number / 64] = 0;
    /* Without the column no customer certainly counts; at most each row with an amount above zero is one of its own. */
    if (!run_knows_customers(run)) measure->total.customers_possible = measure->total.possible.charges;
    return result == LEDGER_OK;
}

bool summary_months(const struct summary *summary, uint32_t number, struct ledger_month **months, size_t *count) {
    const struct run *run = summary->run;
    uint64_t *set = calloc(run->outcomes.measure_words + 1u, sizeof *set);
    *months = NULL;
    *count = 0;
    if (!set) return false;
    set[number / 64] = UINT64_C(1) << number % 64;
    enum ledger_result result = ledger_months(&run->ledger, &run->outcomes, set, months, count);
    free(set);
    return result == LEDGER_OK;
}

static bool summary_totals(struct summary *summary) {
    uint64_t *set = calloc(summary->run->outcomes.measure_words + 1u, sizeof *set);
    bool good = set != NULL;
    for (uint32_t m = 0; good && m < summary->measure_count; m++)
        good = summary_total(summary, m, set);
    free(set);
    return good;
}

/* Adds the rows of an outcome that did not count to the measures they would have counted for. */
static bool summary_exclude(struct summary *summary, const uint64_t *measures, size_t reason,
                            const struct tally *tally) {
    for (uint32_t m = 0; tally->rows && m < summary->measure_count; m++)
        if (summary_holds(measures, m) && !tally_merge(&summary->measures[m].excluded[reason], tally)) return false;
    return true;
}

static bool summary_excluded(struct summary *summary) {
    const struct run *run = summary->run;
    size_t reasons = summary_reasons(summary);
    summary->excluded = calloc(summary->measure_count * reasons + 1, sizeof *summary->excluded);
    if (!summary->excluded) return false;
    for (uint32_t m = 0; m < summary->measure_count; m++)
        summary->measures[m].excluded = summary->excluded + m * reasons;
    for (uint32_t i = 0; i < run->outcomes.count && i < run->excluded.room; i++) {
        const struct outcome *outcome = &run->outcomes.all[i];
        uint32_t first = excluded_first(run->rules->usage, outcome);
        const struct excluded_outcome *excluded = &run->excluded.outcomes[i];
        if (!summary_exclude(summary, outcome->matches, first, &excluded->ineligible) ||
            !summary_exclude(summary, outcome->counts, reasons - 2, &excluded->duplicates) ||
            !summary_exclude(summary, outcome->counts, reasons - 1, &excluded->repeats))
            return false;
    }
    return true;
}

/* ---- Aliases ---- */

static size_t summary_alias_count(const struct assay_usage *usage) {
    size_t count = 0;
    for (size_t i = 0; i < usage->alias_count; i++)
        count += (size_t)usage->aliases[i]->text_count * usage->aliases[i]->field_count;
    return count;
}

static void summary_add_alias(struct summary *summary, const struct assay_alias *from) {
    const struct assay_ruleset *rules = summary->run->rules;
    for (uint16_t f = 0; f < from->field_count; f++) {
        for (uint16_t i = 0; i < from->text_count; i++) {
            struct summary_alias *alias = &summary->aliases[summary->alias_count++];
            alias->text = from->texts[i];
            alias->means = from->means;
            alias->field = from->fields[f];
            alias->code = assay_intern(rules, alias->field, alias->text, strlen(alias->text));
        }
    }
}

/* Codes of a field are in order of folded text. */
static int summary_by_code(const void *left, const void *right) {
    const struct summary_alias *a = left, *b = right;
    if (a->field != b->field) return a->field < b->field ? -1 : 1;
    return (a->code > b->code) - (a->code < b->code);
}

/* The alias that a code of a field is. */
static struct summary_alias *summary_alias(const struct summary *summary, uint16_t field, uint16_t code) {
    struct summary_alias key = {.field = field, .code = code};
    return bsearch(&key, summary->aliases, summary->alias_count, sizeof key, summary_by_code);
}

static bool summary_sum_aliases(struct summary *summary, const struct tally *kept) {
    const struct run *run = summary->run;
    for (uint32_t i = 0; i < run->outcomes.count; i++) {
        const struct outcome *outcome = &run->outcomes.all[i];
        for (size_t a = 0; a < outcome->alias_count; a++) {
            const struct outcome_alias *alias = &outcome->aliases[a];
            if (!outcomes_meet(&run->outcomes, alias->lost, run->in_force)) continue;
            struct summary_alias *to = summary_alias(summary, alias->field, alias->code);
            if (to && !tally_merge(&to->tally, &kept[i])) return false;
        }
    }
    return true;
}

static bool summary_aliases(struct summary *summary, const struct tally *kept) {
    const struct assay_usage *usage = summary->run->rules->usage;
    summary->aliases = calloc(summary_alias_count(usage) + 1, sizeof *summary->aliases);
    if (!summary->aliases) return false;
    for (size_t i = 0; i < usage->alias_count; i++)
        summary_add_alias(summary, usage->aliases[i]);
    qsort(summary->aliases, summary->alias_count, sizeof *summary->aliases, summary_by_code);
    return summary_sum_aliases(summary, kept);
}

bool summary_make(struct summary *summary, struct run *run) {
    *summary = (struct summary){.run = run, .measure_count = run->rules->index->measure_count};
    summary->measures = calloc(summary->measure_count + 1u, sizeof *summary->measures);
    struct tally *kept = calloc(run->outcomes.count + 1u, sizeof *kept);
    bool good = summary->measures && kept && ledger_by_outcome(&run->ledger, kept) == LEDGER_OK &&
                summary_totals(summary) && summary_excluded(summary) && summary_aliases(summary, kept) &&
                undecided_find(&summary->undecided, &run->outcomes, kept, run->in_force, run->uses);
    free(kept);
    return good;
}

void summary_free(struct summary *summary) {
    free(summary->measures);
    free(summary->excluded);
    free(summary->aliases);
    undecided_free(&summary->undecided);
}
