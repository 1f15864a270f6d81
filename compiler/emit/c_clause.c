#include "compiler/emit/c.h"

/* "Service Level 4 is none of MS Series", "Offer Type is not blank", ... in the words of the rule, the values left out:
 * they stand in the table, once. */
static void c_condition_words(struct c_file *file, const struct assay_condition *condition) {
    static const char *const tests[] = {[ASSAY_ANY_OF] = " is any of",
                                        [ASSAY_NONE_OF] = " is none of",
                                        [ASSAY_ANYTHING_EXCEPT] = " is anything except"};
    const struct assay_values *values = &condition->values;
    c_comment(&file->out, file->usage->fields[condition->field].name);
    if (assay_value_count(values) == 0 && condition->blank) {
        text_add(&file->out, condition->test == ASSAY_ANY_OF ? " is blank" : " is not blank");
        return;
    }
    text_add(&file->out, tests[condition->test]);
    for (size_t i = 0; i < values->list_count; i++) {
        text_add(&file->out, i ? ", " : " ");
        c_comment(&file->out, values->lists[i]->name);
    }
}

/* ---- Conditions ---- */

/* What several alternatives share is printed once. */
static void c_condition_arrays(struct c_file *file, const char *words, const struct assay_condition *condition) {
    const char *field = file->usage->fields[condition->field].name;
    const struct assay_values *values = &condition->values;
    struct c_arrays *arrays = c_shared_arrays(file, condition);
    if (arrays->lines) return;
    if (assay_value_count(values)) {
        text_add(&file->out, "\n/* ");
        c_condition_words(file, condition);
        text_add(&file->out, " */\n");
    }
    *arrays = c_values(file, words, field, values);
    arrays->lines = c_symbol(file, "lines", words, field);
    c_lines_as(file, arrays->lines, condition->lines, 1u + values->text_count);
}

static void c_condition(struct c_file *file, const struct assay_condition *condition) {
    static const char *const tests[] = {[ASSAY_ANY_OF] = "ASSAY_ANY_OF",
                                        [ASSAY_NONE_OF] = "ASSAY_NONE_OF",
                                        [ASSAY_ANYTHING_EXCEPT] = "ASSAY_ANYTHING_EXCEPT"};
    const struct c_arrays *arrays = c_shared_arrays(file, condition);
    text_add(&file->out, "    /* ");
    c_condition_words(file, condition);
    text_addf(&file->out, " */\n    {.field = %s, .test = %s,", file->fields[condition->field], tests[condition->test]);
    if (condition->blank) text_add(&file->out, " .blank = 1,");
    c_member_values(file, "values", &condition->values, arrays);
    text_addf(&file->out, "\n     .lines = %s},\n", arrays->lines);
}

static const char *c_conditions(struct c_file *file, const char *words, const struct assay_clause *clause,
                                size_t number) {
    const char *symbol = c_symbol(file, "conditions", words, arena_format(file->arena, "%zu", number));
    text_add(&file->out, "\n/* ");
    if (clause->option) {
        text_add(&file->out, "Option \"");
        c_comment(&file->out, clause->option);
        text_add(&file->out, "\": all of these hold. */\n");
    } else {
        text_add(&file->out, "All of these hold. */\n");
    }
    text_addf(&file->out, "static const struct assay_condition %s[] = {\n", symbol);
    for (size_t i = 0; i < clause->condition_count; i++)
        c_condition(file, &clause->conditions[i]);
    text_add(&file->out, "};\n");
    return symbol;
}

/* ---- Clauses ---- */

static void c_clause(struct c_file *file, const struct assay_clause *clause, const char *conditions) {
    text_add(&file->out, "    {");
    if (clause->option) {
        text_add(&file->out, ".option = ");
        c_literal(&file->out, clause->option);
        text_add(&file->out, ",\n     ");
    }
    text_addf(&file->out, ".condition_count = ASSAY_COUNT(%s),\n     .conditions = %s},\n", conditions, conditions);
}

const char *c_clauses(struct c_file *file, const char *words, const struct assay_clause *clauses, size_t count) {
    if (count == 0) return NULL;
    const char **conditions = ARENA_ARRAY(file->arena, count, const char *);
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < clauses[i].condition_count; k++) {
            c_condition_arrays(file, words, &clauses[i].conditions[k]);
        }
    }
    for (size_t i = 0; i < count; i++)
        conditions[i] = c_conditions(file, words, &clauses[i], i + 1);
    const char *symbol = c_symbol(file, "clauses", words, NULL);
    text_addf(&file->out, "\n/* Any one of these will do. */\nstatic const struct assay_clause %s[] = {\n", symbol);
    for (size_t i = 0; i < count; i++)
        c_clause(file, &clauses[i], conditions[i]);
    text_add(&file->out, "};\n");
    return symbol;
}
