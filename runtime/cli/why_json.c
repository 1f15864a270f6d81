/* why_json.c - `assay why --format json`. */
#include "runtime/cli/why.h"

#include "runtime/base/json.h"
#include "runtime/cli/words.h"

static void why_json_cells(struct json *json, const struct why *why) {
    json_array(json, "cells");
    for (uint16_t f = 0; f < why->rules->usage->field_count; f++) {
        const struct assay_cell *cell = &why->cells[f];
        if (!why->uses[f]) continue;
        json_object(json, NULL);
        json_string(json, "field", why->rules->usage->fields[f].name);
        if (why->rules->usage->fields[f].means) json_string(json, "means", why->rules->usage->fields[f].means);
        json_bool(json, "absent", cell->text == NULL);
        if (why->assumptions[f].text) json_bool(json, "assumed", true);
        if (cell->text)
            json_string_bytes(json, "text", cell->text, cell->length);
        else
            json_null(json, "text");
        json_end_object(json);
    }
    json_end_array(json);
}

static void why_json_condition(struct json *json, const struct why *why, const struct assay_condition *condition) {
    struct text words = {0};
    words_condition(&words, why->rules->usage, condition, WORDS_ALL);
    json_object(json, NULL);
    json_string(json, "text", words.data);
    json_uint(json, "line", condition->lines[0]);
    json_string(json, "answer",
                words_answer(assay_condition_holds(why->rules, condition, &why->cells[condition->field])));
    json_end_object(json);
    if (words.failed) json->out->failed = true;
    text_free(&words);
}

static void why_json_clauses(struct json *json, const struct why *why, const struct assay_clause *clauses, size_t count,
                             const uint32_t *lines) {
    json_array(json, "clauses");
    for (size_t c = 0; c < count; c++) {
        json_object(json, NULL);
        json_string(json, "option", clauses[c].option);
        json_uint(json, "line", lines[c]);
        json_string(json, "answer", words_answer(assay_clause_holds(why->rules, &clauses[c], why->cells)));
        json_array(json, "conditions");
        for (uint16_t i = 0; i < clauses[c].condition_count; i++)
            why_json_condition(json, why, &clauses[c].conditions[i]);
        json_end_array(json);
        json_end_object(json);
    }
    json_end_array(json);
}

static void why_json_eligibility(struct json *json, const struct why *why) {
    const struct assay_usage *usage = why->rules->usage;
    json_string(json, "eligible", words_answer(why->eligible));
    json_array(json, "eligibility");
    for (uint16_t e = 0; e < usage->eligibility_count; e++) {
        json_object(json, NULL);
        json_string(json, "reason", usage->eligibilities[e].reason);
        json_string(json, "file", usage->file);
        json_uint(json, "line", usage->eligibilities[e].lines[0]);
        why_json_clauses(json, why, usage->eligibilities[e].clauses, usage->eligibilities[e].clause_count,
                         usage->eligibilities[e].lines + 1);
        json_end_object(json);
    }
    json_end_array(json);
}

static void why_json_measure(struct json *json, const struct why *why, const struct why_measure *measure) {
    json_object(json, NULL);
    json_string(json, "specialization", measure->specialization->name);
    json_string(json, "measure", measure->measure->name);
    json_string(json, "verdict", why_verdict_words(measure->verdict));
    json_string(json, "file", measure->specialization->file);
    json_uint(json, "line", measure->measure->lines[0]);
    struct text cites = {0};
    words_citation(&cites, &measure->measure->cites);
    json_string(json, "cites", cites.data);
    json_string(json, "address", measure->measure->cites.address);
    text_free(&cites);
    why_json_clauses(json, why, measure->measure->clauses, measure->measure->clause_count, measure->measure->lines + 1);
    json_end_object(json);
}

static void why_json_other(struct json *json, const char *key, uint64_t row) {
    if (row)
        json_uint(json, key, row);
    else
        json_null(json, key);
}

/* Why counting once leaves the row undecided; null where it does not. */
static void why_json_once(struct json *json, const struct why *why) {
    const struct assay_usage *usage = why->rules->usage;
    if (why->once.result != ONCE_UNDECIDED) {
        json_null(json, "undecided");
        return;
    }
    json_object(json, "undecided");
    why_json_other(json, "other_row", why->once.other);
    json_array(json, "absent_columns");
    for (uint16_t f = 0; why->once.by_columns && f < usage->field_count; f++)
        if (run_once_lacks(why->run, f)) json_string(json, NULL, usage->fields[f].name);
    json_end_array(json);
    json_end_object(json);
}

static void why_json_row(struct json *json, const struct why *why) {
    json_string(json, "path", why->path);
    json_uint(json, "row", why->row);
    json_uint(json, "line", why->run->row.line);
    if (why->run->row.rejected)
        json_string(json, why->run->row.skipped ? "skipped" : "rejected", why->run->row.reason.data);
    why_json_other(json, "duplicate_of", why->once.result == ONCE_DUPLICATE ? why->once.other : 0);
    why_json_other(json, "repeat_of", why->once.repeats);
    why_json_once(json, why);
}

void why_json(const struct why *why, struct text *out) {
    struct json json = {.out = out};
    json_object(&json, NULL);
    if (why->run) why_json_row(&json, why);
    if (!why->run || !why->run->row.rejected) {
        why_json_cells(&json, why);
        why_json_eligibility(&json, why);
        json_array(&json, "measures");
        for (size_t m = 0; m < why->measure_count; m++)
            why_json_measure(&json, why, &why->measures[m]);
        json_end_array(&json);
    }
    json_end_object(&json);
    json_finish(&json);
}
