/* said_usage.c - the usage declaration: fields, aliases, eligibility, counting once. */
#include "compiler/proof/said.h"

static void said_usage_field(struct proof *proof, size_t number) {
    const struct assay_field *table = &proof->tables->usage->fields[number];
    const struct model_field *field = &proof->model->fields[number];
    static const char *const roles[] = {"none", "amount", "customer", "month"};
    static const char *const assumptions[] = {"unsaid", "nothing", "blank", "a value"};
    struct said said = {proof, "field", field->name.text, NULL, field->name.span, NULL};
    said_text(&said, "the name", table->name, field->name.text);
    said_word(&said, "the role", (struct said_words){roles, 4}, table->role, field->role);
    said_word(&said, "what is assumed when it is absent", (struct said_words){assumptions, 4}, table->assume,
              field->assume);
    said_text(&said, "the value that is assumed", table->assumed, field->assumed);
    said_text(&said, "what it means", table->means, field->means);
    said_text(&said, "the address of what it means", table->address, field->address);
    said_texts(&said, "the columns", table->columns, table->column_count, field->columns, field->column_count);
    said_texts(&said, "the texts that name no customer", table->except, table->except_count, field->except,
               field->except_count);
    said_line(&said, "the line", proof->tables->usage->field_lines[number], field->name.span);
}

/* ---- Aliases ----
 * The model has an alias for each text in each field of a declaration, sorted by field and folded text; the tables have
 * one for each declaration. */

/* The tables' alias of a declaration says what the model's says of one text in one field. */
static bool said_alias(struct proof *proof, const struct assay_alias *table, const struct model_alias *alias,
                       size_t field, size_t text) {
    struct said said = {proof, "alias", alias->text, NULL, alias->span, NULL};
    return said_text(&said, "what it means", table->means, alias->means) &&
           said_whether(&said, "whether it is a spelling", table->spelling, alias->spelling) &&
           said_field(&said, "its field", field < table->field_count ? table->fields[field] : UINT16_MAX,
                      alias->field) &&
           said_text(&said, "the text", text < table->text_count ? table->texts[text] : NULL, alias->text) &&
           said_line(&said, "the line of the declaration", table->lines[0], alias->head) &&
           said_line(&said, "the line", table->lines[1 + text], alias->span);
}

struct said_declaration {
    size_t field, text; /* of the alias that comes next */
    size_t seen;
    uint16_t last;
};

static void said_aliases(struct proof *proof) {
    const struct model *model = proof->model;
    const struct assay_usage *usage = proof->tables->usage;
    struct said said = {proof, "usage", model->name.text, NULL, model->span, NULL};
    if (!said_number(&said, "the number of aliases", usage->alias_count, model->alias_declaration_count)) return;
    struct said_declaration *all = ARENA_ARRAY(proof->arena, model->alias_declaration_count, struct said_declaration);
    for (size_t i = 0; i < model->alias_count; i++) {
        const struct model_alias *alias = &model->aliases[i];
        struct said_declaration *at = &all[alias->declaration];
        if (at->seen++ && at->last != alias->field) at->field++, at->text = 0;
        at->last = alias->field;
        if (!said_alias(proof, usage->aliases[alias->declaration], alias, at->field, at->text++)) return;
    }
    for (size_t i = 0; i < model->alias_declaration_count; i++)
        said_number(&said, "the number of texts and fields of an alias",
                    (uint64_t)usage->aliases[i]->text_count * usage->aliases[i]->field_count, all[i].seen);
}

/* ---- Eligibility ---- */

static void said_eligibility(struct proof *proof, size_t number) {
    const struct assay_eligibility *table = &proof->tables->usage->eligibilities[number];
    const struct model_eligibility *from = &proof->model->eligibilities[number];
    struct said said = {proof, "eligibility", from->reason, NULL, from->span, NULL};
    struct said_values known = {from->known, from->known_count, from->known_lists, from->known_list_count};
    said_text(&said, "the reason", table->reason, from->reason);
    said_whether(&said, "whether a blank is known not to count", table->known_blank, from->known_blank);
    said_values(&said, &table->known, table->lines + 1 + table->clause_count, known);
    struct proof_rule *rule = &proof->rules[proof->rule_count++];
    *rule = (struct proof_rule){.rule = &from->rule, .name = from->reason};
    rule->span = from->span;
    rule->clauses = table->clauses;
    rule->clause_count = table->clause_count;
    said_rule(&said, rule, table->lines);
}

/* ---- Counting once ---- */

static bool said_fields(const struct said *said, const char *number, const char *what, const uint16_t *tables,
                        size_t count, const uint16_t *rules, size_t rule_count) {
    bool good = said_number(said, number, count, rule_count);
    for (size_t i = 0; good && i < count; i++)
        good = said_field(said, what, tables[i], rules[i]);
    return good;
}

static void said_once(struct proof *proof) {
    const struct assay_once *table = proof->tables->usage->once;
    const struct model_once *once = proof->model->once;
    struct said said = {proof, "counts once", NULL, NULL, once ? once->span : proof->model->span, NULL};
    if (!said_whether(&said, "whether it is said", table != NULL, once != NULL) || !once) return;
    said_fields(&said, "the number of the key's fields", "a field of the key", table->key, table->key_count, once->key,
                once->key_count);
    said_field(&said, "the preferred field", table->preferred_field, once->preferred_field);
    said_texts(&said, "the preferred values", table->preferred, table->preferred_count, once->preferred,
               once->preferred_count);
    said_fields(&said, "the number of the least fields", "one of the least fields", table->least, table->least_count,
                once->least, once->least_count);
    said_line(&said, "the line", proof->tables->usage->lines[1], once->span);
}

static void said_cross_check(struct proof *proof) {
    const struct assay_cross_check *table = proof->tables->usage->cross_check;
    const struct model_cross_check *check = proof->model->cross_check;
    struct said said = {proof, "cross-check", NULL, NULL, check ? check->span : proof->model->span, NULL};
    if (!said_whether(&said, "whether it is said", table != NULL, check != NULL) || !check) return;
    said_field(&said, "its field", table->field, check->field);
    said_texts(&said, "what stands for dropped", table->dropped, table->dropped_count, check->dropped,
               check->dropped_count);
    said_texts(&said, "what stands for kept", table->kept, table->kept_count, check->kept, check->kept_count);
    said_line(&said, "the line", proof->tables->usage->lines[2], check->span);
}

static void said_no_repeats(struct proof *proof) {
    const struct assay_usage *usage = proof->tables->usage;
    const struct model *model = proof->model;
    struct span span = model->no_repeats ? model->no_repeats_span : model->span;
    struct said said = {proof, "holds no record twice", NULL, NULL, span, NULL};
    said_whether(&said, "whether it is said", usage->no_repeats, model->no_repeats);
    if (model->no_repeats)
        said_line(&said, "the line", usage->lines[3], span);
    else
        said_number(&said, "the line", usage->lines[3], 0);
}

void said_usage(struct proof *proof) {
    const struct model *model = proof->model;
    const struct assay_usage *usage = proof->tables->usage;
    struct said said = {proof, "usage", model->name.text, NULL, model->span, NULL};
    said_text(&said, "the name", usage->name, model->name.text);
    said_text(&said, "the edition", usage->edition, model->edition);
    said_text(&said, "the currency", usage->currency, model->currency);
    said_text(&said, "the rule file", usage->file, model->source ? model->source->name : "");
    said_texts(&said, "the notes", usage->notes, usage->note_count, model->notes, model->note_count);
    said_citation(&said, &usage->cites, &model->cites);
    said_line(&said, "the line", usage->lines[0], model->span);
    if (!model->once) said_number(&said, "the line of counting once", usage->lines[1], 0);
    if (!model->cross_check) said_number(&said, "the line of the cross-check", usage->lines[2], 0);
    said_once(proof);
    said_no_repeats(proof);
    said_cross_check(proof);
    if (!said_number(&said, "the number of fields", usage->field_count, model->field_count)) return;
    for (size_t i = 0; i < model->field_count; i++)
        said_usage_field(proof, i);
    said_aliases(proof);
    said_partner(proof);
    said_steps(proof);
    if (!said_number(&said, "the number of eligibilities", usage->eligibility_count, model->eligibility_count)) return;
    for (size_t i = 0; i < model->eligibility_count; i++)
        said_eligibility(proof, i);
}
