/* sanity.c - counts and numbers stay within what was defined, before anybody believes them. */
#include "compiler/proof/proof.h"

#include <string.h>

/* ---- Arrays ---- */

/* Whether an array has `count` elements; `what` names it. */
static bool sanity_array(struct proof *proof, const void *data, size_t count, const char *what) {
    const struct decode_object *object = data ? decode_at(proof->decoded, data) : NULL;
    size_t there = object ? object->count : 0;
    if (there == count) return true;
    proof_differ(proof, "%s: %zu where %zu are counted", what, there, count)->where =
        object ? object->file->name : NULL;
    return false;
}

static bool sanity_is(struct proof *proof, bool good, const char *what) {
    if (!good) proof_differ(proof, "%s", what);
    return good;
}

/* A NULL may end them. */
static bool sanity_texts(struct proof *proof, const char *const *texts, size_t count, const char *what) {
    const struct decode_object *object = texts ? decode_at(proof->decoded, texts) : NULL;
    bool ended = object && object->count == count + 1 && !texts[count];
    bool good = sanity_array(proof, texts, count + ended, what);
    for (size_t i = 0; good && i < count; i++)
        good = sanity_is(proof, texts[i] != NULL, "a text is missing in a list of texts");
    return good;
}

/* ---- Reviewed tables ---- */

static bool sanity_values(struct proof *proof, const struct assay_values *values) {
    bool good = sanity_texts(proof, values->texts, values->text_count, "the texts of a condition") &&
                sanity_array(proof, values->lists, values->list_count, "the lists of a condition");
    for (size_t i = 0; good && i < values->list_count; i++)
        good = sanity_is(proof, values->lists[i] != NULL, "a condition names a list that is none");
    return good;
}

static bool sanity_condition(struct proof *proof, const struct assay_condition *condition) {
    return sanity_is(proof, condition->field < proof->tables->usage->field_count, "a condition names no field") &&
           sanity_is(proof, condition->test >= ASSAY_ANY_OF && condition->test <= ASSAY_ANYTHING_EXCEPT,
                     "a condition has a test that there is not") &&
           sanity_values(proof, &condition->values) &&
           sanity_array(proof, condition->lines, 1 + (size_t)condition->values.text_count, "lines of a condition");
}

static bool sanity_clauses(struct proof *proof, const struct assay_clause *clauses, size_t count) {
    bool good = sanity_array(proof, clauses, count, "the clauses of a rule");
    for (size_t i = 0; good && i < count; i++) {
        size_t conditions = clauses[i].condition_count;
        good = sanity_array(proof, clauses[i].conditions, conditions, "the conditions of a clause");
        for (size_t k = 0; good && k < conditions; k++)
            good = sanity_condition(proof, &clauses[i].conditions[k]);
    }
    return good;
}

static bool sanity_field(struct proof *proof, const struct assay_field *field) {
    return sanity_is(proof, field->name != NULL, "a field has no name") &&
           sanity_texts(proof, field->columns, field->column_count, "the columns of a field") &&
           sanity_texts(proof, field->except, field->except_count, "the exceptions of a field");
}

static bool sanity_alias(struct proof *proof, const struct assay_alias *alias) {
    bool good = sanity_is(proof, alias && alias->means, "an alias means nothing") &&
                sanity_texts(proof, alias->texts, alias->text_count, "the texts of an alias") &&
                sanity_array(proof, alias->fields, alias->field_count, "the fields of an alias") &&
                sanity_array(proof, alias->lines, 1 + (size_t)alias->text_count, "lines of an alias");
    for (size_t i = 0; good && i < alias->field_count; i++)
        good = sanity_is(proof, alias->fields[i] < proof->tables->usage->field_count, "an alias names no field");
    return good;
}

static bool sanity_eligibility(struct proof *proof, const struct assay_eligibility *eligibility) {
    size_t lines = 1 + (size_t)eligibility->clause_count + eligibility->known.text_count;
    return sanity_clauses(proof, eligibility->clauses, eligibility->clause_count) &&
           sanity_values(proof, &eligibility->known) &&
           sanity_array(proof, eligibility->lines, lines, "lines of an eligibility");
}

static bool sanity_fields(struct proof *proof, const uint16_t *fields, size_t count, const char *what) {
    bool good = sanity_array(proof, fields, count, what);
    for (size_t i = 0; good && i < count; i++)
        good = sanity_is(proof, fields[i] < proof->tables->usage->field_count, "counting once names no field");
    return good;
}

static bool sanity_once(struct proof *proof, const struct assay_once *once) {
    return sanity_fields(proof, once->key, once->key_count, "the key of counting once") &&
           sanity_fields(proof, once->least, once->least_count, "the least fields of counting once") &&
           sanity_is(proof, once->preferred_field < proof->tables->usage->field_count,
                     "counting once prefers no field") &&
           sanity_texts(proof, once->preferred, once->preferred_count, "the preferred values of counting once");
}

static bool sanity_cross_check(struct proof *proof, const struct assay_cross_check *check) {
    return sanity_is(proof, check->field < proof->tables->usage->field_count, "the cross-check names no field") &&
           sanity_texts(proof, check->dropped, check->dropped_count, "what the cross-check says for dropped") &&
           sanity_texts(proof, check->kept, check->kept_count, "what the cross-check says for kept");
}

static bool sanity_partner(struct proof *proof, const struct assay_usage *usage) {
    bool good = sanity_array(proof, usage->certifications, usage->certification_count, "the certifications");
    for (size_t i = 0; good && i < usage->certification_count; i++) {
        const struct assay_certification *certification = &usage->certifications[i];
        good =
            sanity_texts(proof, certification->titles, certification->title_count, "the titles of a certification") &&
            sanity_array(proof, certification->lines, 1, "lines of a certification");
    }
    return good && (!usage->renewal || sanity_array(proof, usage->renewal->lines, 1, "lines of the renewal"));
}

static bool sanity_step(struct proof *proof, const struct assay_step *step) {
    return sanity_is(proof, step->kind >= ASSAY_STEP_AUDIT && step->kind <= ASSAY_STEP_NEITHER,
                     "a step is of a kind that there is not") &&
           sanity_texts(proof, step->roles, step->role_count, "the roles of a step") &&
           sanity_array(proof, step->places, step->place_count, "the places of a step") &&
           sanity_array(proof, step->lines, 1, "lines of a step");
}

static bool sanity_steps(struct proof *proof, const struct assay_usage *usage) {
    const struct assay_refresh *const refreshes[] = {usage->performance, usage->knowledge};
    bool good = sanity_array(proof, usage->steps, usage->step_count, "the steps");
    for (size_t i = 0; good && i < usage->step_count; i++)
        good = sanity_step(proof, &usage->steps[i]);
    for (size_t i = 0; good && i < 2; i++)
        good = !refreshes[i] || sanity_array(proof, refreshes[i]->lines, 1, "lines of how fresh figures are");
    return good && (!usage->active || sanity_array(proof, usage->active->lines, 1, "lines of what Active brings"));
}

static bool sanity_usage(struct proof *proof, const struct assay_usage *usage) {
    bool good = sanity_array(proof, usage->fields, usage->field_count, "the fields") &&
                sanity_array(proof, usage->field_lines, usage->field_count, "lines of the fields") &&
                sanity_array(proof, usage->lines, 4, "lines of the usage declaration") &&
                sanity_array(proof, usage->aliases, usage->alias_count, "the aliases") &&
                sanity_array(proof, usage->eligibilities, usage->eligibility_count, "the eligibilities") &&
                sanity_texts(proof, usage->notes, usage->note_count, "the notes of the usage declaration");
    for (size_t i = 0; good && i < usage->field_count; i++)
        good = sanity_field(proof, &usage->fields[i]);
    for (size_t i = 0; good && i < usage->alias_count; i++)
        good = sanity_alias(proof, usage->aliases[i]);
    for (size_t i = 0; good && i < usage->eligibility_count; i++)
        good = sanity_eligibility(proof, &usage->eligibilities[i]);
    good = good && sanity_partner(proof, usage) && sanity_steps(proof, usage);
    if (good && usage->once) good = sanity_once(proof, usage->once);
    if (good && usage->cross_check) good = sanity_cross_check(proof, usage->cross_check);
    return good;
}

static bool sanity_list(struct proof *proof, const struct assay_list *list) {
    return sanity_is(proof, list != NULL, "a list is none") &&
           sanity_texts(proof, list->values, list->value_count, "the values of a list") &&
           sanity_array(proof, list->lines, 1 + (size_t)list->value_count, "lines of a list");
}

static bool sanity_measure(struct proof *proof, const struct assay_measure *measure) {
    return sanity_clauses(proof, measure->clauses, measure->clause_count) &&
           sanity_texts(proof, measure->former_names, measure->former_count, "the former names of a measure") &&
           sanity_texts(proof, measure->notes, measure->note_count, "the notes of a measure") &&
           sanity_array(proof, measure->lines, 1 + (size_t)measure->clause_count, "lines of a measure");
}

/* What a table points to stands above it, so that no part holds itself. */
static bool sanity_requirements(struct proof *proof, const struct assay_requirement *requirements, size_t count) {
    bool good = sanity_array(proof, requirements, count, "the requirements of a specialization, or the parts of one");
    for (size_t i = 0; good && i < count; i++) {
        const struct assay_requirement *one = &requirements[i];
        good = sanity_is(proof, one->kind >= ASSAY_REQUIRES_AMOUNT && one->kind <= ASSAY_REQUIRES_UNPUBLISHED,
                         "a requirement is of a kind that there is not") &&
               sanity_texts(proof, one->names, one->name_count, "the names of a requirement") &&
               sanity_texts(proof, one->notes, one->note_count, "the notes of a requirement") &&
               sanity_array(proof, one->lines, 1, "lines of a requirement") &&
               sanity_requirements(proof, one->parts, one->part_count);
    }
    return good;
}

static bool sanity_metric(struct proof *proof, const struct assay_metric *metric) {
    return sanity_texts(proof, metric->workloads, metric->workload_count, "the workloads of a metric") &&
           sanity_texts(proof, metric->notes, metric->note_count, "the notes of a metric") &&
           sanity_array(proof, metric->lines, 1, "lines of a metric");
}

static bool sanity_specialization(struct proof *proof, const struct assay_specialization *table) {
    bool good = sanity_is(proof, table != NULL, "a specialization is none") &&
                sanity_array(proof, table->measures, table->measure_count, "the measures of a specialization") &&
                sanity_texts(proof, table->former_names, table->former_count, "the former names of a specialization") &&
                sanity_texts(proof, table->notes, table->note_count, "the notes of a specialization") &&
                sanity_array(proof, table->lines, 1, "lines of a specialization");
    for (size_t i = 0; good && i < table->measure_count; i++)
        good = sanity_measure(proof, &table->measures[i]);
    good = good && sanity_requirements(proof, table->requirements, table->requirement_count) &&
           sanity_array(proof, table->metrics, table->metric_count, "the metrics of a specialization");
    for (size_t i = 0; good && i < table->metric_count; i++)
        good = sanity_metric(proof, &table->metrics[i]);
    return good;
}

static bool sanity_tables(struct proof *proof) {
    const struct assay_ruleset *tables = proof->tables;
    bool good = sanity_is(proof, tables->abi == ASSAY_ABI, "the tables are of another ABI") &&
                sanity_is(proof, tables->usage != NULL, "the usage declaration is missing") &&
                sanity_array(proof, tables->lists, tables->list_count, "the lists") &&
                sanity_array(proof, tables->specializations, tables->specialization_count, "the specializations");
    for (size_t i = 0; good && i < tables->list_count; i++)
        good = sanity_list(proof, tables->lists[i]);
    good = good && sanity_usage(proof, tables->usage);
    for (size_t i = 0; good && i < tables->specialization_count; i++)
        good = sanity_specialization(proof, tables->specializations[i]);
    return good;
}

/* ---- The index ---- */

/* Every code stands in one slot, and one slot is empty, so that a search ends. */
static bool sanity_slots(struct proof *proof, const struct assay_index_field *field) {
    size_t slots = (size_t)field->slot_mask + 1, filled = 0;
    if (!sanity_is(proof, (slots & (slots - 1)) == 0, "the slots of a field are no power of two") ||
        !sanity_array(proof, field->slots, slots, "the slots of a field"))
        return false;
    uint8_t *seen = arena_alloc(proof->arena, (size_t)field->entry_count + 2);
    for (size_t i = 0; i < slots; i++) {
        uint16_t code = field->slots[i];
        if (code == 0) continue;
        if (!sanity_is(proof, code >= 2 && code - 2 < field->entry_count, "a slot holds a code that there is not") ||
            !sanity_is(proof, !seen[code], "two slots hold one code"))
            return false;
        seen[code] = 1;
        filled++;
    }
    return sanity_is(proof, filled < slots, "no slot of a field is empty") &&
           sanity_is(proof, filled == field->entry_count, "a code stands in no slot");
}

static bool sanity_entries(struct proof *proof, const struct assay_index_field *field, uint8_t *used) {
    bool good = sanity_array(proof, field->entries, field->entry_count, "the entries of a field");
    for (size_t i = 0; good && i < field->entry_count; i++) {
        const struct assay_entry *entry = &field->entries[i];
        good = sanity_is(proof, entry->text && strlen(entry->text) == entry->length,
                         "an entry has another length than its text") &&
               sanity_is(proof, entry->class_ < field->class_count, "an entry is of a class that there is not") &&
               sanity_is(proof, entry->canonical >= 2 && entry->canonical - 2 < field->entry_count,
                         "an entry means a code that there is not") &&
               sanity_is(proof, entry->alias <= 1, "an entry is neither an alias nor none");
        if (good) used[entry->class_] = 1;
    }
    return good;
}

/* No set holds a clause that there is not. */
static bool sanity_sets(struct proof *proof, const uint64_t *sets, size_t count, const char *what) {
    const struct assay_index *index = proof->tables->index;
    uint32_t rest = index->clause_count % 64;
    uint64_t beyond = index->clause_count == 0 ? ~UINT64_C(0) : rest ? ~UINT64_C(0) << rest : 0;
    if (!sanity_array(proof, sets, count * index->words, what)) return false;
    for (size_t i = 0; i < count; i++) {
        if (!sanity_is(proof, (sets[(i + 1) * index->words - 1] & beyond) == 0,
                       "a set holds a clause that there is not"))
            return false;
    }
    return true;
}

static bool sanity_index_field(struct proof *proof, const struct assay_index_field *field) {
    size_t classes = field->class_count;
    uint8_t *used = arena_alloc(proof->arena, classes + 1);
    if (!sanity_is(proof, field->blank_class < classes && field->other_class < classes,
                   "blank cells or other texts are of a class that there is not"))
        return false;
    used[field->blank_class] = used[field->other_class] = 1;
    bool good = sanity_sets(proof, field->masks, classes, "the masks of a field") &&
                sanity_sets(proof, field->free_, 1, "the free clauses of a field") &&
                sanity_entries(proof, field, used) && sanity_slots(proof, field);
    for (size_t i = 0; good && i < classes; i++)
        good = sanity_is(proof, used[i], "a class has no text");
    return good;
}

/* first[] counts the clauses of the reviewed tables. */
static bool sanity_first(struct proof *proof) {
    const struct assay_ruleset *tables = proof->tables;
    const struct assay_index *index = tables->index;
    size_t eligibilities = tables->usage->eligibility_count, group = 0, clauses = 0;
    if (!sanity_array(proof, index->first, eligibilities + index->measure_count + 1, "first[] of the index"))
        return false;
    bool good = true;
    for (size_t i = 0; i < eligibilities; clauses += tables->usage->eligibilities[i++].clause_count)
        good = good && index->first[group++] == clauses;
    for (size_t s = 0; s < tables->specialization_count; s++) {
        const struct assay_specialization *table = tables->specializations[s];
        for (size_t i = 0; good && i < table->measure_count; clauses += table->measures[i++].clause_count)
            good = group < eligibilities + index->measure_count && index->first[group++] == clauses;
    }
    good = good && group == eligibilities + index->measure_count && index->first[group] == clauses;
    return sanity_is(proof, good && index->clause_count == clauses, "the index numbers clauses that there are not");
}

static bool sanity_index(struct proof *proof) {
    const struct assay_ruleset *tables = proof->tables;
    const struct assay_index *index = tables->index;
    bool good = sanity_is(proof, index != NULL, "the index is missing") && sanity_first(proof) &&
                sanity_is(proof, index->words == (index->clause_count ? (index->clause_count + 63) / 64 : 1),
                          "a set of clauses has another number of words") &&
                sanity_array(proof, index->fields, tables->usage->field_count, "the fields of the index");
    for (size_t i = 0; good && i < tables->usage->field_count; i++)
        good = sanity_index_field(proof, &index->fields[i]);
    return good;
}

void proof_sanity(struct proof *proof) {
    bool tables = sanity_tables(proof);
    if (tables && sanity_index(proof)) return;
    if (!proof->differences[0].where) proof->differences[0].where = tables ? "index.c" : "decisions/";
}
