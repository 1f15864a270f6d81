#include "compiler/emit/c.h"

/* "Service Level 4 is none of", "Offer Type is not blank", ... in the words of the rule, the values left out: they
 * stand in the table, once. */
static void c_condition_words(struct c_file *file, const struct assay_condition *condition) {
    static const char *const tests[] = {[ASSAY_ANY_OF] = " is any of",
                                        [ASSAY_NONE_OF] = " is none of",
                                        [ASSAY_ANYTHING_EXCEPT] = " is anything except"};
    c_comment(&file->out, file->usage->fields[condition->field].name);
    if (condition->value_count == 0 && condition->blank) {
        text_add(&file->out, condition->test == ASSAY_ANY_OF ? " is blank" : " is not blank");
        return;
    }
    text_add(&file->out, tests[condition->test]);
    if (!condition->list) return;
    text_add(&file->out, " ");
    c_comment(&file->out, condition->list);
}

/* ---- Values ---- */

static void c_value(struct c_file *file, const struct assay_value *value) {
    text_add(&file->out, "    {.text = ");
    c_literal(&file->out, value->text);
    if (value->file) {
        text_add(&file->out, ", .file = ");
        c_literal(&file->out, value->file);
    }
    text_addf(&file->out, ", .line = %u}, /* ", value->line);
    c_place(file, value->file, value->line);
    text_add(&file->out, " */\n");
}

const char *c_values(struct c_file *file, const char *words, const char *more, const struct assay_value *values,
                     size_t count) {
    if (count == 0) return NULL;
    const char *symbol = c_symbol(file, "values", words, more);
    text_addf(&file->out, "static const struct assay_value %s[] = {\n", symbol);
    for (size_t i = 0; i < count; i++)
        c_value(file, &values[i]);
    text_add(&file->out, "};\n");
    return symbol;
}

/* Arrays that come from value lists are named after them: several conditions may share one. */
static void c_condition_values(struct c_file *file, const char *words, const struct assay_condition *condition) {
    if (condition->value_count == 0) return;
    const char **symbol = c_array_symbol(file, condition->values);
    if (*symbol) return;
    const char *field = file->usage->fields[condition->field].name;
    text_add(&file->out, "\n/* ");
    if (condition->list)
        c_comment(&file->out, field), text_add(&file->out, ": "), c_comment(&file->out, condition->list);
    else
        c_condition_words(file, condition);
    text_add(&file->out, " */\n");
    *symbol = c_values(file, condition->list ? condition->list : words, condition->list ? NULL : field,
                       condition->values, condition->value_count);
}

/* ---- Conditions ---- */

static void c_condition(struct c_file *file, const struct assay_condition *condition) {
    static const char *const tests[] = {[ASSAY_ANY_OF] = "ASSAY_ANY_OF",
                                        [ASSAY_NONE_OF] = "ASSAY_NONE_OF",
                                        [ASSAY_ANYTHING_EXCEPT] = "ASSAY_ANYTHING_EXCEPT"};
    const char *values = condition->value_count ? *c_array_symbol(file, condition->values) : NULL;
    text_add(&file->out, "    /* ");
    c_condition_words(file, condition);
    text_add(&file->out, ": ");
    c_place(file, NULL, condition->line);
    text_addf(&file->out, " */\n    {.field = %s, .test = %s,", file->fields[condition->field], tests[condition->test]);
    if (condition->blank) text_add(&file->out, " .blank = 1,");
    if (values) text_addf(&file->out, "\n     .value_count = ASSAY_COUNT(%s),", values);
    text_addf(&file->out, "\n     .line = %u", condition->line);
    if (condition->list) {
        text_add(&file->out, ", .list = ");
        c_literal(&file->out, condition->list);
    }
    if (values) text_addf(&file->out, ", .values = %s", values);
    text_add(&file->out, "},\n");
}

static const char *c_conditions(struct c_file *file, const char *words, const struct assay_clause *clause,
                                size_t number) {
    const char *symbol = c_symbol(file, "conditions", words, arena_format(file->arena, "%zu", number));
    text_add(&file->out, "\n/* ");
    if (clause->option) {
        text_add(&file->out, "Option \"");
        c_comment(&file->out, clause->option);
        text_add(&file->out, "\", ");
    }
    c_place(file, NULL, clause->line);
    text_addf(&file->out, ": all of these hold. */\nstatic const struct assay_condition %s[] = {\n", symbol);
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
        text_add(&file->out, ", ");
    }
    text_addf(&file->out, ".line = %u,\n     .condition_count = ASSAY_COUNT(%s),\n     .conditions = %s},\n",
              clause->line, conditions, conditions);
}

const char *c_clauses(struct c_file *file, const char *words, const struct assay_clause *clauses, size_t count) {
    if (count == 0) return NULL;
    const char **conditions = ARENA_ARRAY(file->arena, count, const char *);
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < clauses[i].condition_count; k++) {
            c_condition_values(file, words, &clauses[i].conditions[k]);
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
