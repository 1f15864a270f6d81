#include "compiler/model/dump_parts.h"

void dump_text(struct text *out, const char *text) {
    text_add(out, " \"");
    for (; *text; text++) {
        if (*text == '"' || *text == '\\') text_add_char(out, '\\');
        text_add_char(out, *text);
    }
    text_add_char(out, '"');
}

void dump_texts(struct text *out, const char *word, const struct model_text *texts, size_t count) {
    for (size_t i = 0; i < count; i++) {
        text_add(out, i ? "," : word);
        dump_text(out, texts[i].text);
    }
}

static void dump_fields(const struct model *model, struct text *out, const uint16_t *fields, size_t count) {
    for (size_t i = 0; i < count; i++)
        text_addf(out, "%s %s", i ? "," : "", model->fields[fields[i]].name.text);
}

void dump_cites(struct text *out, const struct model_citation *cites) {
    if (!cites->title.text) return;
    text_add(out, cites->secondary ? " cites secondary" : " cites");
    dump_text(out, cites->title.text);
    text_addf(out, " %u", cites->date);
    if (cites->address) text_add(out, " at"), dump_text(out, cites->address);
}

void dump_meaning(struct text *out, const char *means, const char *address) {
    if (means) text_add(out, " means"), dump_text(out, means);
    if (address) text_add(out, " at"), dump_text(out, address);
}

/* ---- Rules ---- */

/* The lists whose values are among those that stand before. */
static void dump_lists(struct text *out, const struct model_list *const *lists, size_t count) {
    for (size_t i = 0; i < count; i++)
        text_addf(out, "%s %s", i ? "," : " from", lists[i]->name);
}

static void dump_condition(const struct model *model, struct text *out, const struct model_condition *condition) {
    const char *test = condition->test == ASSAY_ANY_OF ? "in" : condition->test == ASSAY_NONE_OF ? "not-in" : "except";
    text_addf(out, " [%s %s", model->fields[condition->field].name.text, test);
    for (size_t i = 0; i < condition->value_count; i++)
        dump_text(out, condition->values[i].folded);
    if (condition->blank) text_add(out, " blank");
    dump_lists(out, condition->lists, condition->list_count);
    text_add_char(out, ']');
}

static void dump_expression(const struct model *model, struct text *out, const struct model_expression *expression) {
    if (expression->kind == MODEL_CONDITION) {
        dump_condition(model, out, expression->condition);
        return;
    }
    text_add(out, expression->kind == MODEL_ALL ? " (all" : " (any");
    for (size_t i = 0; i < expression->child_count; i++)
        dump_expression(model, out, expression->children[i]);
    text_add_char(out, ')');
}

static void dump_rule(const struct model *model, struct text *out, const struct model_rule *rule) {
    text_add(out, "    where");
    dump_expression(model, out, rule->where);
    text_add_char(out, '\n');
    for (size_t i = 0; i < rule->clause_count; i++) {
        const struct model_clause *clause = &rule->clauses[i];
        text_add(out, "    clause");
        if (clause->option) text_add(out, " option"), dump_text(out, clause->option), text_add_char(out, ':');
        for (size_t k = 0; k < clause->condition_count; k++) {
            if (k) text_add(out, " &");
            dump_condition(model, out, clause->conditions[k]);
        }
        text_add_char(out, '\n');
    }
}

static void dump_examples(struct text *out, const struct model_example *examples, size_t count) {
    for (size_t i = 0; i < count; i++) {
        text_add(out, "  example");
        dump_text(out, examples[i].name.text);
        for (size_t k = 0; k < examples[i].outcome_count; k++) {
            const struct model_outcome *outcome = &examples[i].outcomes[k];
            text_addf(out, " %c%zu", "+-?"[outcome->expectation], outcome -> measure);
        }
        text_add(out, examples[i].nothing_else ? " !\n" : "\n");
    }
}

/* ---- The usage declaration ---- */

static void dump_field(struct text *out, const struct model_field *field) {
    static const char *const roles[] = {"text", "amount", "customer", "month"};
    text_addf(out, "  field %s %s", field->name.text, roles[field->role]);
    if (field->assume != ASSAY_ASSUME_UNSAID) text_add(out, " assume");
    if (field->assume == ASSAY_ASSUME_NOTHING) text_add(out, " nothing");
    if (field->assume == ASSAY_ASSUME_BLANK) text_add(out, " blank");
    if (field->assumed) dump_text(out, field->assumed);
    dump_meaning(out, field->means, field->address);
    dump_texts(out, " columns", field->columns, field->column_count);
    dump_texts(out, " except", field->except, field->except_count);
    text_add_char(out, '\n');
}

static void dump_list(const struct model *model, struct text *out, const struct model_list *list) {
    text_addf(out, "  list %s of %s", list->name, model->fields[list->field].name.text);
    for (size_t i = 0; i < list->value_count; i++)
        dump_text(out, list->values[i].folded);
    text_add_char(out, '\n');
}

static void dump_alias(const struct model *model, struct text *out, const struct model_alias *alias) {
    text_add(out, alias->spelling ? "  spelling" : "  alias");
    dump_text(out, alias->folded);
    text_add(out, " means");
    dump_text(out, alias->means_folded);
    text_addf(out, " in %s\n", model->fields[alias->field].name.text);
}

static void dump_eligibility(const struct model *model, struct text *out, const struct model_eligibility *eligibility) {
    text_add(out, "  eligible");
    dump_text(out, eligibility->reason);
    bool known = eligibility->known_count || eligibility->known_blank;
    if (known) text_add(out, " known");
    for (size_t i = 0; i < eligibility->known_count; i++) {
        if (i) text_add_char(out, ',');
        dump_text(out, eligibility->known[i].folded);
    }
    if (eligibility->known_blank) text_add(out, eligibility->known_count ? ", blank" : " blank");
    dump_lists(out, eligibility->known_lists, eligibility->known_list_count);
    text_add_char(out, '\n');
    dump_rule(model, out, &eligibility->rule);
}

static void dump_once(const struct model *model, struct text *out) {
    const struct model_once *once = model->once;
    if (!once) return;
    text_add(out, "  once");
    dump_fields(model, out, once->key, once->key_count);
    text_addf(out, " preferring %s", model->fields[once->preferred_field].name.text);
    dump_texts(out, "", once->preferred, once->preferred_count);
    if (once->least_count) text_add(out, " least");
    dump_fields(model, out, once->least, once->least_count);
    text_add_char(out, '\n');
}

static void dump_cross_check(const struct model *model, struct text *out) {
    const struct model_cross_check *check = model->cross_check;
    text_addf(out, "  cross-check %s dropped", model->fields[check->field].name.text);
    for (size_t i = 0; i < check->dropped_count; i++)
        dump_text(out, check->dropped[i].text);
    text_add(out, " kept");
    for (size_t i = 0; i < check->kept_count; i++)
        dump_text(out, check->kept[i].text);
    text_add_char(out, '\n');
}

static void dump_usage(const struct model *model, struct text *out) {
    text_add(out, "model");
    dump_text(out, model->name.text);
    text_add(out, " edition");
    dump_text(out, model->edition);
    text_add(out, " currency");
    dump_text(out, model->currency);
    text_add_char(out, '\n');
    for (size_t i = 0; i < model->field_count; i++)
        dump_field(out, &model->fields[i]);
    for (size_t i = 0; i < model->list_count; i++)
        dump_list(model, out, &model->lists[i]);
    for (size_t i = 0; i < model->alias_count; i++)
        dump_alias(model, out, &model->aliases[i]);
    for (size_t i = 0; i < model->eligibility_count; i++)
        dump_eligibility(model, out, &model->eligibilities[i]);
    dump_once(model, out);
    if (model->no_repeats) text_add(out, "  holds no record twice\n");
    if (model->cross_check) dump_cross_check(model, out);
    dump_partner(out, model);
    dump_examples(out, model->examples, model->example_count);
}

/* ---- Specializations ---- */

static void dump_former(struct text *out, const char *indent, const struct model_text *names, size_t count) {
    for (size_t i = 0; i < count; i++) {
        text_addf(out, "%sformer", indent);
        dump_text(out, names[i].text);
        text_add_char(out, '\n');
    }
}

static void dump_measure(const struct model *model, struct text *out, const struct model_measure *measure) {
    text_add(out, "  measure");
    dump_text(out, measure->name.text);
    if (measure->from) text_addf(out, " from %u", measure->from);
    if (measure->until) text_addf(out, " until %u", measure->until);
    dump_cites(out, &measure->cites);
    text_add_char(out, '\n');
    dump_former(out, "    ", measure->former_names, measure->former_count);
    dump_rule(model, out, &measure->rule);
}

static void dump_specialization(const struct model *model, struct text *out,
                                const struct model_specialization *specialization) {
    static const char *const overlaps[] = {[MODEL_MAY_OVERLAP] = "may", [MODEL_MUST_NOT_OVERLAP] = "must-not"};
    text_add(out, "specialization");
    dump_text(out, specialization->name.text);
    text_add(out, " area");
    dump_text(out, specialization->area);
    if (specialization->overlap) text_addf(out, " overlap %s", overlaps[specialization->overlap]);
    text_add_char(out, '\n');
    dump_former(out, "  ", specialization->former_names, specialization->former_count);
    for (size_t i = 0; i < specialization->requirement_count; i++)
        dump_requirement(out, &specialization->requirements[i]);
    dump_metrics(out, specialization);
    for (size_t i = 0; i < specialization->measure_count; i++)
        dump_measure(model, out, &specialization->measures[i]);
    dump_examples(out, specialization->examples, specialization->example_count);
}

void dump_model(const struct model *model, struct text *out) {
    dump_usage(model, out);
    for (size_t i = 0; i < model->specialization_count; i++)
        dump_specialization(model, out, &model->specializations[i]);
    for (size_t i = 0; i < model->acceptance_count; i++) {
        const struct model_acceptance *acceptance = &model->acceptances[i];
        text_addf(out, "accepts %s %s", message_get(acceptance->code)->code, acceptance->mark);
        dump_text(out, acceptance->reason);
        text_add_char(out, '\n');
    }
}
