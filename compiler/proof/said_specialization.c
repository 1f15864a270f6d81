/* said_specialization.c - specializations and their measures, each found by its name. */
#include "compiler/proof/said.h"

#include <string.h>

static bool said_same(const char *a, const char *b) {
    return a == b || (a && b && strcmp(a, b) == 0);
}

/* ---- Measures ---- */

static void said_measure(struct proof *proof, const struct model_specialization *in, const struct assay_measure *table,
                         const struct model_measure *measure) {
    struct said said = {proof, "measure", measure->name.text, in->name.text, measure->span, NULL};
    said_date(&said, "from when it is in force", table->from, measure->from);
    said_date(&said, "until when it is in force", table->until, measure->until);
    said_texts(&said, "the former names", table->former_names, table->former_count, measure->former_names,
               measure->former_count);
    said_texts(&said, "the notes", table->notes, table->note_count, measure->notes, measure->note_count);
    said_citation(&said, &table->cites, &measure->cites);
    struct proof_rule *rule = &proof->rules[proof->rule_count++];
    *rule = (struct proof_rule){.rule = &measure->rule, .specialization = in, .name = measure->name.text};
    rule->span = measure->span;
    rule->clauses = table->clauses;
    rule->clause_count = table->clause_count;
    said_rule(&said, rule, table->lines);
}

/* The table of a measure: at the same place, else any of its name. */
static const struct assay_measure *said_measure_find(const struct assay_specialization *table,
                                                     const struct model_specialization *in, size_t number) {
    const char *name = in->measures[number].name.text;
    if (number < table->measure_count && said_same(table->measures[number].name, name)) return &table->measures[number];
    for (size_t i = 0; i < table->measure_count; i++)
        if (said_same(table->measures[i].name, name)) return &table->measures[i];
    return NULL;
}

static void said_measures(struct proof *proof, const struct assay_specialization *table,
                          const struct model_specialization *in) {
    struct said said = {proof, "specialization", in->name.text, NULL, in->span, NULL};
    said_number(&said, "the number of measures", table->measure_count, in->measure_count);
    for (size_t i = 0; i < in->measure_count; i++) {
        const struct model_measure *measure = &in->measures[i];
        struct said of = {proof, "measure", measure->name.text, in->name.text, measure->span, NULL};
        const struct assay_measure *found = said_measure_find(table, in, i);
        if (!found)
            said_differ(&of, "the tables do not have it", NULL, NULL);
        else if (said_number(&of, "its place among the measures", (uint64_t)(found - table->measures), i))
            said_measure(proof, in, found, measure);
    }
}

/* ---- Specializations ---- */

static void said_specialization(struct proof *proof, const struct assay_specialization *table,
                                const struct model_specialization *from) {
    struct said said = {proof, "specialization", from->name.text, NULL, from->span, NULL};
    said_text(&said, "the area", table->area, from->area);
    said_text(&said, "the rule file", table->file, from->source ? from->source->name : "");
    said_texts(&said, "the former names", table->former_names, table->former_count, from->former_names,
               from->former_count);
    said_texts(&said, "the notes", table->notes, table->note_count, from->notes, from->note_count);
    said_citation(&said, &table->cites, &from->cites);
    said_line(&said, "the line", table->lines[0], from->span);
    said_requirements(proof, table, from);
    said_measures(proof, table, from);
}

static const struct model_specialization *said_find(const struct proof *proof, const char *name) {
    for (size_t i = 0; i < proof->model->specialization_count; i++)
        if (said_same(proof->model->specializations[i].name.text, name)) return &proof->model->specializations[i];
    return NULL;
}

/* Tables are sorted by the names of their files: their measures are numbered in this order. */
static bool said_order(struct proof *proof) {
    const struct decode_object *before = NULL;
    for (size_t i = 0; i < proof->tables->specialization_count; i++) {
        const struct decode_object *now = decode_at(proof->decoded, proof->tables->specializations[i]);
        if (before && strcmp(before->file->name, now->file->name) >= 0) {
            proof_differ(proof, "the tables are not sorted by file name, or one stands twice")->where = now->file->name;
            return false;
        }
        before = now;
    }
    return true;
}

static bool said_is_named(const struct proof *proof, const void *table) {
    for (size_t i = 0; i < proof->tables->specialization_count; i++)
        if (proof->tables->specializations[i] == table) return true;
    return false;
}

/* Files that nothing names are linked all the same, or left over from other rules. */
static void said_left_over(struct proof *proof) {
    size_t tables = 0;
    for (size_t i = 0; i < proof->decoded->file_count; i++) {
        const struct decode_file *file = &proof->decoded->files[i];
        if (!file->used) proof_differ(proof, "no table needs this file")->where = file->name;
    }
    for (size_t i = 0; i < proof->decoded->object_count; i++)
        tables += strcmp(proof->decoded->objects[i].type->name, "struct assay_specialization") == 0;
    proof->counts.facts++;
    for (size_t i = 0; tables != proof->tables->specialization_count && i < proof->decoded->object_count; i++) {
        const struct decode_object *object = &proof->decoded->objects[i];
        if (strcmp(object->type->name, "struct assay_specialization") == 0 && !said_is_named(proof, object->data))
            proof_differ(proof, "the index does not name the table in this file")->where = object->file->name;
    }
}

void said_specializations(struct proof *proof) {
    const struct assay_ruleset *tables = proof->tables;
    bool *seen = ARENA_ARRAY(proof->arena, proof->model->specialization_count, bool);
    if (!said_order(proof)) return;
    said_left_over(proof);
    for (size_t i = 0; i < tables->specialization_count; i++) {
        const struct assay_specialization *table = tables->specializations[i];
        const struct model_specialization *from = said_find(proof, table->name);
        if (from && !seen[from - proof->model->specializations]) {
            seen[from - proof->model->specializations] = true;
            said_specialization(proof, table, from);
        } else {
            struct said said = {proof, "specialization", table->name, NULL, {0, 0}, NULL};
            said_differ(&said, from ? "the tables have it twice" : "the rules do not have it", NULL, NULL);
        }
    }
    for (size_t i = 0; i < proof->model->specialization_count; i++) {
        const struct model_specialization *from = &proof->model->specializations[i];
        struct said said = {proof, "specialization", from->name.text, NULL, from->span, NULL};
        if (!seen[i]) said_differ(&said, "the tables do not have it", NULL, NULL);
    }
}
