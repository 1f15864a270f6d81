/* ruleset_check.c - whether tables stay within their arrays. */
#include "runtime/cli/ruleset.h"

#include "runtime/base/address.h"

#include <string.h>

/* ---- Reviewed tables ---- */

static bool check_address(const char *address) {
    return !address || address_is_good(address);
}

static bool check_cites(const struct assay_citation *cites) {
    return check_address(cites->address);
}

static bool check_texts(const char *const *texts, size_t count) {
    if (count && !texts) return false;
    for (size_t i = 0; i < count; i++)
        if (!texts[i]) return false;
    return true;
}

static bool check_values(const struct assay_values *values, const uint32_t *lines) {
    if (!lines || (values->text_count && !values->texts) || (values->list_count && !values->lists)) return false;
    for (uint16_t t = 0; t < values->text_count; t++)
        if (!values->texts[t]) return false;
    for (uint16_t l = 0; l < values->list_count; l++)
        if (!values->lists[l]) return false;
    return true;
}

static const char *check_condition(const struct assay_usage *usage, const struct assay_condition *condition) {
    if (condition->field >= usage->field_count) return "a condition is on a field that is none";
    if (condition->test < ASSAY_ANY_OF || condition->test > ASSAY_ANYTHING_EXCEPT)
        return "a condition has a test that is none";
    return check_values(&condition->values, condition->lines) ? NULL : "a condition lacks its values";
}

static const char *check_clauses(const struct assay_usage *usage, const struct assay_clause *clauses, size_t count) {
    const char *broken = NULL;
    if (count && !clauses) return "a rule lacks its clauses";
    for (size_t c = 0; c < count && !broken; c++) {
        if (clauses[c].condition_count && !clauses[c].conditions) return "a clause lacks its conditions";
        for (size_t i = 0; i < clauses[c].condition_count && !broken; i++)
            broken = check_condition(usage, &clauses[c].conditions[i]);
    }
    return broken;
}

static const char *check_lists(const struct assay_ruleset *rules) {
    if (rules->list_count && !rules->lists) return "the lists are missing";
    for (uint16_t l = 0; l < rules->list_count; l++) {
        const struct assay_list *list = rules->lists[l];
        if (!list || !list->name || !list->file || !list->values || !list->lines || !list->value_count)
            return "a list is not whole";
        if (list->field >= rules->usage->field_count) return "a list is of a field that is none";
    }
    return NULL;
}

static bool check_fields_within(const struct assay_usage *usage, const uint16_t *fields, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (fields[i] >= usage->field_count) return false;
    return true;
}

static const char *check_once(const struct assay_usage *usage, const struct assay_once *once) {
    if ((once->key_count && !once->key) || (once->least_count && !once->least) ||
        (once->preferred_count && !once->preferred))
        return "counting once lacks its fields";
    bool within = check_fields_within(usage, once->key, once->key_count) &&
                  check_fields_within(usage, once->least, once->least_count) &&
                  check_fields_within(usage, &once->preferred_field, 1);
    return within ? NULL : "counting once is by a field that is none";
}

static const char *check_aliases(const struct assay_usage *usage) {
    if (usage->alias_count && !usage->aliases) return "the aliases are missing";
    for (uint16_t a = 0; a < usage->alias_count; a++) {
        const struct assay_alias *alias = usage->aliases[a];
        if (!alias || !alias->means || !alias->texts || !alias->fields || !alias->lines) return "an alias is not whole";
        if (!check_fields_within(usage, alias->fields, alias->field_count))
            return "an alias is of a field that is none";
    }
    return NULL;
}

static const char *check_fields(const struct assay_usage *usage) {
    size_t amounts = 0;
    for (uint16_t f = 0; f < usage->field_count; f++) {
        const struct assay_field *field = &usage->fields[f];
        if (!field->name || !field->column_count || !field->columns) return "a field has no column";
        if (field->role > ASSAY_MONTH) return "a field has a role that is none";
        if (!check_address(field->address)) return "an address is none";
        amounts += field->role == ASSAY_AMOUNT;
    }
    return amounts == 1 ? NULL : "there is not one amount";
}

static const char *check_refresh(const struct assay_refresh *refresh, bool of_month) {
    if (!refresh) return NULL;
    bool stated = of_month ? refresh->day >= 1 && refresh->day <= 31 && !refresh->days : refresh->days && !refresh->day;
    if (!stated || !refresh->lines) return "how fresh figures are is not whole";
    return check_cites(&refresh->cites) ? NULL : "an address is none";
}

static const char *check_step(const struct assay_step *step) {
    bool whole = step->kind >= ASSAY_STEP_AUDIT && step->kind <= ASSAY_STEP_NEITHER && step->action && step->site &&
                 step->lines && check_texts(step->roles, step->role_count) && step->places && step->place_count;
    for (uint16_t i = 0; i < step->place_count && whole; i++)
        whole = step->places[i].kind <= ASSAY_PLACE_NAME &&
                (step->places[i].kind != ASSAY_PLACE_TEXT || step->places[i].text);
    if (!whole) return "a step is not whole";
    return check_address(step->address) && check_cites(&step->cites) ? NULL : "an address is none";
}

static const char *check_steps(const struct assay_usage *usage) {
    const struct assay_active *active = usage->active;
    const char *broken = check_refresh(usage->performance, true);
    if (!broken) broken = check_refresh(usage->knowledge, false);
    if (usage->step_count && !usage->steps) return "the steps are missing";
    for (uint16_t i = 0; i < usage->step_count && !broken; i++)
        broken = check_step(&usage->steps[i]);
    if (broken || !active) return broken;
    if (!active->means || !active->lines) return "what being Active brings is not whole";
    return check_address(active->address) && check_cites(&active->cites) ? NULL : "an address is none";
}

static const char *check_cross_check(const struct assay_usage *usage, const struct assay_cross_check *check) {
    if (check->field >= usage->field_count) return "the cross-check is of a field that is none";
    if (!check->dropped || !check->kept || !check->dropped_count || !check->kept_count)
        return "the cross-check is not whole";
    for (uint16_t i = 0; i < check->dropped_count; i++)
        if (!check->dropped[i]) return "the cross-check is not whole";
    for (uint16_t i = 0; i < check->kept_count; i++)
        if (!check->kept[i]) return "the cross-check is not whole";
    return NULL;
}

static const char *check_usage(const struct assay_usage *usage) {
    if (!usage->name || !usage->edition || !usage->file || !usage->fields || !usage->field_count || !usage->lines ||
        !usage->field_lines)
        return "the usage declaration is not whole";
    const char *broken = check_fields(usage);
    if (!broken) broken = check_aliases(usage);
    if (!broken && usage->cross_check) broken = check_cross_check(usage, usage->cross_check);
    if (!broken && usage->once) broken = check_once(usage, usage->once);
    if (!broken) broken = check_steps(usage);
    if (!broken && !(check_cites(&usage->cites) && (!usage->renewal || check_cites(&usage->renewal->cites))))
        broken = "an address is none";
    return broken;
}

/* ---- Index ---- */

static const char *check_entries(const struct assay_ruleset *rules, uint16_t number) {
    const struct assay_index_field *field = &rules->index->fields[number];
    for (uint16_t i = 0; i < field->entry_count; i++) {
        const struct assay_entry *entry = &field->entries[i];
        if (!entry->text || entry->length != strlen(entry->text)) return "a text has another length";
        if (entry->class_ >= field->class_count) return "a class is out of range";
        if (entry->canonical < 2 || entry->canonical - 2 >= field->entry_count)
            return "an alias means a code that is none";
        if (assay_intern(rules, number, entry->text, entry->length) != 2 + i) return "a text leads to another code";
    }
    return NULL;
}

static const char *check_index_field(const struct assay_ruleset *rules, uint16_t number) {
    const struct assay_index_field *field = &rules->index->fields[number];
    if (!field->slots || !field->masks || !field->free_ || (field->entry_count && !field->entries))
        return "the index of a field is not whole";
    if (field->slot_mask & (field->slot_mask + 1)) return "slots are no power of two";
    if (field->entry_count > UINT16_MAX - 3) return "a field has too many texts";
    if (field->blank_class >= field->class_count || field->other_class >= field->class_count)
        return "a class is out of range";
    for (uint32_t slot = 0; slot <= field->slot_mask; slot++)
        if (field->slots[slot] == 1 || field->slots[slot] > field->entry_count + 1u)
            return "a slot holds a code that is none";
    return check_entries(rules, number);
}

/* Walks through eligibilities and measures as clauses are numbered. */
struct check_numbers {
    const struct assay_ruleset *rules;
    uint32_t rule, clause;
};

static const char *check_numbered(struct check_numbers *at, const struct assay_clause *clauses, uint16_t count) {
    const struct assay_index *index = at->rules->index;
    if (index->first[at->rule] != at->clause) return "clauses are numbered otherwise";
    at->rule++;
    at->clause += count;
    return check_clauses(at->rules->usage, clauses, count);
}

static const char *check_specialization(struct check_numbers *at, const struct assay_specialization *specialization) {
    if (!specialization || !specialization->name || !specialization->area || !specialization->file ||
        !specialization->lines || !check_cites(&specialization->cites))
        return "a specialization is not whole";
    if (specialization->measure_count && !specialization->measures) return "a specialization lacks its measures";
    const char *broken = NULL;
    for (uint16_t m = 0; m < specialization->measure_count && !broken; m++) {
        const struct assay_measure *measure = &specialization->measures[m];
        bool whole = measure->name && measure->lines && check_cites(&measure->cites);
        broken = whole ? check_numbered(at, measure->clauses, measure->clause_count) : "a measure is not whole";
    }
    return broken;
}

static uint64_t check_measures(const struct assay_ruleset *rules) {
    uint64_t measures = 0;
    for (uint16_t s = 0; s < rules->specialization_count; s++)
        measures += rules->specializations[s] ? rules->specializations[s]->measure_count : 0;
    return measures;
}

static const char *check_numbers(const struct assay_ruleset *rules) {
    struct check_numbers at = {.rules = rules};
    const struct assay_usage *usage = rules->usage;
    const char *broken = NULL;
    if (check_measures(rules) != rules->index->measure_count) return "measures are counted otherwise";
    for (uint16_t e = 0; e < usage->eligibility_count && !broken; e++) {
        const struct assay_eligibility *eligibility = &usage->eligibilities[e];
        if (!eligibility->reason || !check_values(&eligibility->known, eligibility->lines))
            return "an eligibility is not whole";
        broken = check_numbered(&at, eligibility->clauses, eligibility->clause_count);
    }
    for (uint16_t s = 0; s < rules->specialization_count && !broken; s++)
        broken = check_specialization(&at, rules->specializations[s]);
    if (broken) return broken;
    bool whole = rules->index->first[at.rule] == at.clause && rules->index->clause_count == at.clause;
    return whole ? NULL : "clauses are counted otherwise";
}

const char *ruleset_broken(const struct assay_ruleset *rules) {
    if (!rules->hash || strlen(rules->hash) != 64) return "its hash is none";
    if (!rules->usage || !rules->index || (rules->specialization_count && !rules->specializations))
        return "a part is missing";
    const char *broken = check_usage(rules->usage);
    if (!broken) broken = check_lists(rules);
    if (broken) return broken;
    const struct assay_index *index = rules->index;
    if (!index->first || !index->fields || (rules->usage->eligibility_count && !rules->usage->eligibilities))
        return "a part of the index is missing";
    if ((uint64_t)index->words * 64 < index->clause_count) return "clause sets are too small";
    broken = check_numbers(rules);
    for (uint16_t f = 0; f < rules->usage->field_count && !broken; f++)
        broken = check_index_field(rules, f);
    return broken;
}
