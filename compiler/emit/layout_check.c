#include "compiler/emit/layout_check.h"

#include <stdbool.h>
#include <string.h>

enum { LAYOUT_CHECK_MAX = 100 * 1000 * 1000 };

/* The values that a condition on a field lists, by code: read from the reviewed tables and the texts of the index. */
struct check_field {
    uint16_t *means;  /* per code: itself, or the code of what an alias means; from the reviewed aliases */
    uint32_t *listed; /* per code: the array of values that last listed it */
    uint8_t *holds;   /* per code: whether a cell of it passes all conditions of a clause on this field */
    size_t codes;
    struct assay_values values; /* those that were listed last */
    uint32_t number;            /* and their number in `listed` */
};

struct layout_check {
    const struct assay_ruleset *rules;
    struct arena *arena;
    struct check_field *fields;
    const char *broken;
};

static void check_broken(struct layout_check *check, const char *what, uint16_t field, const char *text) {
    if (check->broken) return;
    check->broken = arena_format(check->arena, "%s (field '%s', text '%s')", what,
                                 check->rules->usage->fields[field].name, text ? text : "blank or other");
}

/* ---- Codes ---- */

static void check_entry(struct layout_check *check, uint16_t field, size_t number) {
    const struct assay_index_field *index = &check->rules->index->fields[field];
    const struct assay_entry *entry = &index->entries[number];
    if (assay_intern(check->rules, field, entry->text, entry->length) != 2 + number)
        check_broken(check, "a text does not lead to its code", field, entry->text);
    if (number && strcmp(index->entries[number - 1].text, entry->text) >= 0)
        check_broken(check, "texts are not sorted", field, entry->text);
    if (entry->class_ >= index->class_count) check_broken(check, "a class is out of range", field, entry->text);
    if (entry->canonical < 2 || entry->canonical - 2 >= index->entry_count)
        check_broken(check, "an alias means a code that is none", field, entry->text);
    else if (index->entries[entry->canonical - 2].class_ != entry->class_)
        check_broken(check, "an alias is of another class than what it means", field, entry->text);
}

/* ---- Meaning ---- */

static uint16_t check_code(struct layout_check *check, uint16_t field, const char *text) {
    uint16_t code = assay_intern(check->rules, field, text, strlen(text));
    if (code < 2 || code >= check->fields[field].codes)
        check_broken(check, "a text of the tables has no code", field, text);
    return check->broken ? ASSAY_OTHER : code;
}

static void check_alias(struct layout_check *check, const struct assay_alias *alias, uint16_t field) {
    uint16_t means = check_code(check, field, alias->means);
    for (size_t i = 0; i < alias->text_count; i++)
        check->fields[field].means[check_code(check, field, alias->texts[i])] = means;
}

static void check_begin(struct layout_check *check) {
    const struct assay_usage *usage = check->rules->usage;
    check->fields = ARENA_ARRAY(check->arena, usage->field_count, struct check_field);
    for (uint16_t i = 0; i < usage->field_count; i++) {
        struct check_field *field = &check->fields[i];
        field->codes = 2 + (size_t)check->rules->index->fields[i].entry_count;
        field->means = ARENA_ARRAY(check->arena, field->codes, uint16_t);
        field->listed = ARENA_ARRAY(check->arena, field->codes, uint32_t);
        field->holds = ARENA_ARRAY(check->arena, field->codes, uint8_t);
        for (size_t code = 0; code < field->codes; code++)
            field->means[code] = (uint16_t)code;
    }
    for (size_t i = 0; i < usage->alias_count; i++) {
        for (size_t f = 0; f < usage->aliases[i]->field_count; f++)
            check_alias(check, usage->aliases[i], usage->aliases[i]->fields[f]);
    }
}

/* Notes which codes are listed. Alternatives share arrays, so that one is often asked for twice in a row. */
static void check_list(struct layout_check *check, const struct assay_condition *condition) {
    struct check_field *field = &check->fields[condition->field];
    const struct assay_values *values = &condition->values;
    if (field->number && field->values.texts == values->texts && field->values.lists == values->lists) return;
    size_t count = assay_value_count(values);
    field->values = *values;
    field->number++;
    for (size_t i = 0; i < count; i++) {
        uint16_t code = check_code(check, condition->field, assay_value_at(values, i));
        field->listed[field->means[code]] = field->number;
    }
}

/* ---- Clause sets ---- */

static void check_condition(struct layout_check *check, const struct assay_condition *condition) {
    struct check_field *field = &check->fields[condition->field];
    check_list(check, condition);
    for (size_t code = 0; code < field->codes; code++) {
        bool listed = code == ASSAY_BLANK ? condition->blank : field->listed[field->means[code]] == field->number;
        bool holds = listed == (condition->test == ASSAY_ANY_OF);
        if (code == ASSAY_BLANK && condition->test == ASSAY_ANYTHING_EXCEPT) holds = false;
        field->holds[code] = field->holds[code] && holds;
    }
}

/* One clause, for blank, for a text that no rule names, and for all texts of a field. */
static void check_clause(struct layout_check *check, const struct assay_clause *clause, uint32_t number,
                         uint16_t field) {
    const struct assay_index *index = check->rules->index;
    const struct assay_index_field *here = &index->fields[field];
    struct check_field *to = &check->fields[field];
    memset(to->holds, 1, to->codes);
    for (size_t i = 0; i < clause->condition_count; i++) {
        if (clause->conditions[i].field == field) check_condition(check, &clause->conditions[i]);
    }
    for (size_t code = 0; code < to->codes; code++) {
        const struct assay_entry *entry = code < 2 ? NULL : &here->entries[code - 2];
        uint16_t class_ = entry ? entry->class_ : code ? here->other_class : here->blank_class;
        bool passes = here->masks[(size_t)class_ * index->words + number / 64] >> (number % 64) & 1;
        if (passes != to->holds[code])
            check_broken(check, "a clause set is not what the table says", field, entry ? entry->text : NULL);
    }
}

static bool check_looks(const struct assay_clause *clause, uint16_t field) {
    for (size_t i = 0; i < clause->condition_count; i++) {
        if (clause->conditions[i].field == field) return true;
    }
    return false;
}

static void check_clauses(struct layout_check *check, const struct assay_clause *clauses, size_t count,
                          uint32_t first) {
    for (uint32_t i = 0; i < count && !check->broken; i++) {
        for (uint16_t field = 0; field < check->rules->usage->field_count; field++) {
            uint64_t word = check->rules->index->fields[field].free_[(first + i) / 64];
            bool looks = check_looks(&clauses[i], field);
            if (looks == (word >> ((first + i) % 64) & 1)) check_broken(check, "free_ is wrong", field, NULL);
            if (looks) check_clause(check, &clauses[i], first + i, field);
        }
    }
}

static void check_sets(struct layout_check *check) {
    const struct assay_ruleset *rules = check->rules;
    const uint32_t *first = rules->index->first;
    for (size_t i = 0; i < rules->usage->eligibility_count; i++) {
        const struct assay_eligibility *eligibility = &rules->usage->eligibilities[i];
        check_clauses(check, eligibility->clauses, eligibility->clause_count, *first++);
    }
    for (size_t s = 0; s < rules->specialization_count; s++) {
        const struct assay_specialization *specialization = rules->specializations[s];
        for (size_t i = 0; i < specialization->measure_count; i++) {
            const struct assay_measure *measure = &specialization->measures[i];
            check_clauses(check, measure->clauses, measure->clause_count, *first++);
        }
    }
}

const char *layout_check(const struct assay_ruleset *rules, struct arena *arena) {
    struct layout_check check = {.rules = rules, .arena = arena};
    if (assay_check(rules) != ASSAY_OK) return "the tables are of another ABI";
    uint64_t work = 0;
    check_begin(&check);
    for (uint16_t field = 0; field < rules->usage->field_count; field++) {
        size_t entries = rules->index->fields[field].entry_count;
        for (size_t i = 0; i < entries && !check.broken; i++)
            check_entry(&check, field, i);
        work += (uint64_t)(2 + entries) * rules->index->clause_count;
    }
    if (work <= LAYOUT_CHECK_MAX && !check.broken) check_sets(&check);
    return check.broken;
}
