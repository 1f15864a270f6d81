#include "runtime/usage/excluded.h"

#include "runtime/base/utf8.h"

#include <stdlib.h>
#include <string.h>

/* The field whose text explains why an eligibility fails. */
static uint16_t excluded_field(const struct assay_eligibility *eligibility) {
    return eligibility->clauses[0].conditions[0].field;
}

bool excluded_init(struct excluded *excluded, const struct assay_usage *usage) {
    *excluded = (struct excluded){.usage = usage};
    excluded->reasons = calloc(usage->eligibility_count + 1u, sizeof *excluded->reasons);
    excluded->unnamed = calloc(usage->eligibility_count + 1u, sizeof *excluded->unnamed);
    if (!excluded->reasons || !excluded->unnamed) return false;
    for (uint16_t e = 0; e < usage->eligibility_count; e++)
        excluded->reasons[e].field = excluded->unnamed[e].field = excluded_field(&usage->eligibilities[e]);
    return true;
}

uint32_t excluded_first(const struct assay_usage *usage, const struct outcome *outcome) {
    for (uint32_t e = 0; e < usage->eligibility_count && e < 32; e++)
        if (outcome->ineligible >> e & 1) return e;
    return 0; /* none fails alone, but together they do */
}

/* A text as it stands, white space trimmed and folded, case kept. */
static void excluded_show(const char *cell, size_t length, struct text *out) {
    bool pending = false, begun = false;
    for (size_t i = 0; i < length;) {
        size_t white = utf8_white(cell + i, length - i);
        if (!white) {
            if (pending && begun) text_add_char(out, ' ');
            text_add_char(out, cell[i]);
            begun = true;
        }
        pending = white != 0;
        i += white ? white : 1;
    }
}

void excluded_reason_text(const struct assay_usage *usage, uint32_t eligibility, const struct assay_cell *cell,
                          struct text *out) {
    text_add(out, usage->eligibilities[eligibility].reason);
    if (!cell) return;
    text_add_char(out, ' ');
    if (assay_is_blank(cell->text, cell->length))
        text_add(out, "blank");
    else
        excluded_show(cell->text, cell->length, out);
}

static bool excluded_listed(const struct assay_usage *usage, uint16_t field, const struct assay_values *values,
                            const char *text) {
    struct assay_cell wanted = assay_meaning(usage, field, (struct assay_cell){text, strlen(text)});
    size_t count = assay_value_count(values);
    for (size_t i = 0; i < count; i++) {
        const char *listed = assay_value_at(values, i);
        struct assay_cell value = assay_meaning(usage, field, (struct assay_cell){listed, strlen(listed)});
        if (assay_same(value.text, value.length, wanted.text, wanted.length)) return true;
    }
    return false;
}

/* A text is expected to fail when it is declared so, or when a condition of the eligibility itself names it. */
static bool excluded_known(const struct assay_usage *usage, const struct assay_eligibility *eligibility,
                           const char *text) {
    uint16_t field = excluded_field(eligibility);
    if (excluded_listed(usage, field, &eligibility->known, text)) return true;
    for (size_t c = 0; c < eligibility->clause_count; c++) {
        const struct assay_clause *clause = &eligibility->clauses[c];
        for (size_t i = 0; i < clause->condition_count; i++) {
            const struct assay_condition *condition = &clause->conditions[i];
            if (condition->field == field && excluded_listed(usage, field, &condition->values, text)) return true;
        }
    }
    return false;
}

static bool excluded_first_seen(const struct excluded *excluded, uint32_t e, struct excluded_text *text,
                                const struct assay_cell *cell) {
    struct text shown = {0};
    text_add(&shown, "");
    excluded_show(cell->text, cell->length, &shown);
    if (shown.failed) return false;
    text->shown = shown.data;
    text->known = excluded_known(excluded->usage, &excluded->usage->eligibilities[e], shown.data);
    return true;
}

static struct excluded_text *excluded_place(struct excluded_reason *reason, uint32_t number) {
    if (number < reason->text_count) return &reason->texts[number];
    uint32_t count = reason->text_count ? reason->text_count * 2 : 64;
    if (count <= number) count = number + 1;
    struct excluded_text *texts = realloc(reason->texts, count * sizeof *texts);
    if (!texts) return NULL;
    memset(texts + reason->text_count, 0, (count - reason->text_count) * sizeof *texts);
    reason->texts = texts;
    reason->text_count = count;
    return &texts[number];
}

/* The text is not kept, so each row asks anew whether the rules know it; texts without end are rare. */
static bool excluded_add_other(struct excluded *excluded, struct excluded_reason *reason, uint32_t eligibility,
                               const struct assay_cell *cell, assay_money amount) {
    struct text shown = {0};
    text_add(&shown, "");
    if (cell) excluded_show(cell->text, cell->length, &shown);
    if (cell && !shown.failed &&
        !excluded_known(excluded->usage, &excluded->usage->eligibilities[eligibility], shown.data))
        reason->others_unknown++;
    bool good = !shown.failed && tally_add(&reason->others, amount);
    text_free(&shown);
    return good;
}

/* Counts a row under a reason; `cell` NULL: its text is absent. */
static bool excluded_count(struct excluded *excluded, struct excluded_reason *reason, uint32_t eligibility,
                           uint32_t number, const struct assay_cell *cell, assay_money amount) {
    if (!tally_add(&reason->all, amount)) return false;
    if (!cell) return excluded_add_other(excluded, reason, eligibility, NULL, amount);
    if (number == COLUMN_BLANK) {
        reason->blank.known = excluded->usage->eligibilities[eligibility].known_blank != 0;
        return tally_add(&reason->blank.tally, amount);
    }
    if (number == COLUMN_UNLISTED) return excluded_add_other(excluded, reason, eligibility, cell, amount);
    struct excluded_text *text = excluded_place(reason, number);
    if (!text || (!text->shown && !excluded_first_seen(excluded, eligibility, text, cell))) return false;
    return tally_add(&text->tally, amount);
}

bool excluded_add_text(struct excluded *excluded, uint32_t eligibility, uint32_t number, const struct assay_cell *cell,
                       assay_money amount) {
    return excluded_count(excluded, &excluded->reasons[eligibility], eligibility, number, cell, amount);
}

static bool excluded_lets_pass(const struct assay_eligibility *eligibility) {
    for (size_t c = 0; c < eligibility->clause_count; c++) {
        const struct assay_clause *clause = &eligibility->clauses[c];
        for (size_t i = 0; i < clause->condition_count; i++)
            if (clause->conditions[i].field == excluded_field(eligibility) &&
                clause->conditions[i].test != ASSAY_ANY_OF)
                return true;
    }
    return false;
}

bool excluded_add_unnamed(struct excluded *excluded, uint32_t eligibility, uint32_t number,
                          const struct assay_cell *cell, assay_money amount) {
    return !excluded_lets_pass(&excluded->usage->eligibilities[eligibility]) ||
           excluded_count(excluded, &excluded->unnamed[eligibility], eligibility, number, cell, amount);
}

static bool excluded_grow(struct excluded *excluded, uint32_t outcome) {
    if (outcome < excluded->room) return true;
    uint32_t room = outcome * 2 + 64;
    struct excluded_outcome *outcomes = realloc(excluded->outcomes, room * sizeof *outcomes);
    if (!outcomes) return false;
    memset(outcomes + excluded->room, 0, (room - excluded->room) * sizeof *outcomes);
    excluded->outcomes = outcomes;
    excluded->room = room;
    return true;
}

bool excluded_add_ineligible(struct excluded *excluded, uint32_t outcome, assay_money amount) {
    return excluded_grow(excluded, outcome) && tally_add(&excluded->outcomes[outcome].ineligible, amount);
}

bool excluded_add_duplicate(struct excluded *excluded, uint32_t outcome, assay_money amount) {
    return excluded_grow(excluded, outcome) && tally_add(&excluded->duplicates, amount) &&
           tally_add(&excluded->outcomes[outcome].duplicates, amount);
}

bool excluded_add_repeat(struct excluded *excluded, uint32_t outcome, assay_money amount) {
    return excluded_grow(excluded, outcome) && tally_add(&excluded->repeats, amount) &&
           tally_add(&excluded->outcomes[outcome].repeats, amount);
}

uint64_t excluded_several(const struct excluded *excluded, const struct outcomes *outcomes) {
    uint64_t rows = 0;
    for (uint32_t i = 0; i < outcomes->count && i < excluded->room; i++) {
        uint32_t failed = outcomes->all[i].ineligible;
        if (failed & (failed - 1)) rows += excluded->outcomes[i].ineligible.rows;
    }
    return rows;
}

static void excluded_free_reasons(struct excluded_reason *reasons, uint16_t count) {
    for (uint16_t e = 0; reasons && e < count; e++) {
        for (uint32_t t = 0; t < reasons[e].text_count; t++)
            free(reasons[e].texts[t].shown);
        free(reasons[e].texts);
    }
    free(reasons);
}

void excluded_free(struct excluded *excluded) {
    uint16_t count = excluded->usage ? excluded->usage->eligibility_count : 0;
    excluded_free_reasons(excluded->reasons, count);
    excluded_free_reasons(excluded->unnamed, count);
    free(excluded->outcomes);
    *excluded = (struct excluded){0};
}
