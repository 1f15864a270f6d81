/* said_rule.c - the clauses of a rule, condition by condition. */
#include "compiler/proof/rule.h"
#include "compiler/proof/said.h"

static const char *said_test(unsigned test) {
    static const char *const words[] = {
        [ASSAY_ANY_OF] = "any of", [ASSAY_NONE_OF] = "none of", [ASSAY_ANYTHING_EXCEPT] = "anything except"};
    return words[test];
}

static bool said_condition(const struct said *of, const struct assay_condition *table,
                           const struct model_condition *condition) {
    const struct model_field *fields = of->proof->model->fields;
    struct said here = *of, *said = &here;
    said->span = condition->span;
    said->field = &fields[condition->field];
    struct said_values values = {condition->values, condition->value_count,
                                 (const struct model_list *const *)condition->lists, condition->list_count};
    return said_text(of, "the field of a condition", fields[table->field].name.text, said->field->name.text) &&
           said_text(said, "the test", said_test(table->test), said_test(condition->test)) &&
           said_whether(said, "whether blank is listed", table->blank, condition->blank) &&
           said_values(said, &table->values, table->lines + 1, values) &&
           said_line(said, "the line of the condition", table->lines[0], condition->span);
}

static bool said_clause(const struct said *said, const struct assay_clause *table, const struct model_clause *clause) {
    bool good = said_text(said, "the name of an option", table->option, clause->option) &&
                said_number(said, "the number of conditions of an alternative", table->condition_count,
                            clause->condition_count);
    for (size_t i = 0; good && i < clause->condition_count; i++)
        good = said_condition(said, &table->conditions[i], clause->conditions[i]);
    return good;
}

void said_rule(const struct said *said, struct proof_rule *rule, const uint32_t *lines) {
    const struct model_rule *from = rule->rule;
    struct proof *proof = said->proof;
    size_t before = proof->difference_count;
    bool good = said_line(said, "the line", lines[0], said->span) &&
                said_number(said, "the number of alternatives", rule->clause_count, from->clause_count);
    for (size_t i = 0; good && i < from->clause_count; i++) {
        good = said_clause(said, &rule->clauses[i], &from->clauses[i]) &&
               said_line(said, "the line of an alternative", lines[1 + i], from->clauses[i].span);
    }
    if (!good && !proof->first && before < PROOF_TOLD) rule_find_row(proof, rule, &proof->differences[before]);
}
