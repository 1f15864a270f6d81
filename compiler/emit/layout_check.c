#include "compiler/emit/layout_check.h"

#include <stdbool.h>
#include <string.h>

enum { LAYOUT_CHECK_MAX = 20 * 1000 * 1000 };

struct layout_check {
    const struct assay_ruleset *rules;
    struct arena *arena;
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

/* ---- Clause sets ---- */

static bool check_holds(const struct layout_check *check, const struct assay_clause *clause, uint16_t field,
                        const struct assay_cell *cell) {
    for (size_t i = 0; i < clause->condition_count; i++) {
        const struct assay_condition *condition = &clause->conditions[i];
        if (condition->field == field && assay_condition_holds(check->rules, condition, cell) != ASSAY_YES)
            return false;
    }
    return true;
}

/* One clause, for blank, for a text that no rule names, and for all texts of a field. */
static void check_clause(struct layout_check *check, const struct assay_clause *clause, uint32_t number,
                         uint16_t field) {
    const struct assay_index *index = check->rules->index;
    const struct assay_index_field *here = &index->fields[field];
    for (size_t code = 0; code < 2 + (size_t)here->entry_count; code++) {
        const struct assay_entry *entry = code < 2 ? NULL : &here->entries[code - 2];
        struct assay_cell cell = {entry ? entry->text : code ? "\x01" : "", entry ? entry->length : code};
        uint16_t class_ = entry ? entry->class_ : code ? here->other_class : here->blank_class;
        uint64_t word = here->masks[(size_t)class_ * index->words + number / 64];
        bool passes = word >> (number % 64) & 1;
        if (passes != check_holds(check, clause, field, &cell))
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
    struct layout_check check = {rules, arena, NULL};
    if (assay_check(rules) != ASSAY_OK) return "the tables are of another ABI";
    uint64_t work = 0;
    for (uint16_t field = 0; field < rules->usage->field_count; field++) {
        size_t entries = rules->index->fields[field].entry_count;
        for (size_t i = 0; i < entries && !check.broken; i++)
            check_entry(&check, field, i);
        work += (uint64_t)(2 + entries) * rules->index->clause_count;
    }
    if (work <= LAYOUT_CHECK_MAX && !check.broken) check_sets(&check);
    return check.broken;
}
