/* said.c - everything that is said once, table by table against the model. */
#include "compiler/proof/said.h"

#include <string.h>

static const char *said_quoted(const struct said *said, const char *text) {
    return text ? arena_format(said->proof->arena, "\"%s\"", text) : "nothing";
}

static const char *said_where(const struct said *said) {
    struct arena *arena = said->proof->arena;
    const char *name = said->name ? arena_format(arena, "%s \"%s\"", said->kind, said->name) : said->kind;
    return said->of ? arena_format(arena, "%s of \"%s\"", name, said->of) : name;
}

struct proof_difference *said_differ(const struct said *said, const char *what, const char *tables, const char *rules) {
    struct place place = source_line(said->proof->model->sources, said->span.begin);
    const char *of = said->field ? said->field->name.text : "";
    struct proof_difference *difference = proof_differ(said->proof, "%s%s%s", what, *of ? " of " : "", of);
    difference->where = said_where(said);
    if (place.source) difference->rule = arena_format(said->proof->arena, "%s:%u", place.source->name, place.line);
    difference->tables = tables;
    difference->rules = rules;
    return difference;
}

bool said_text(const struct said *said, const char *what, const char *tables, const char *rules) {
    said->proof->counts.facts++;
    if (tables == rules || (tables && rules && strcmp(tables, rules) == 0)) return true;
    said_differ(said, what, said_quoted(said, tables), said_quoted(said, rules));
    return false;
}

static const char *said_word_of(const struct said *said, struct said_words words, uint64_t number) {
    if (number < words.count && words.words[number]) return words.words[number];
    return arena_format(said->proof->arena, "%llu", (unsigned long long)number);
}

bool said_word(const struct said *said, const char *what, struct said_words words, uint64_t tables, uint64_t rules) {
    said->proof->counts.facts++;
    if (tables == rules) return true;
    said_differ(said, what, said_word_of(said, words, tables), said_word_of(said, words, rules));
    return false;
}

bool said_number(const struct said *said, const char *what, uint64_t tables, uint64_t rules) {
    return said_word(said, what, (struct said_words){NULL, 0}, tables, rules);
}

bool said_whether(const struct said *said, const char *what, uint64_t tables, uint64_t rules) {
    static const char *const words[] = {"no", "yes"};
    return said_word(said, what, (struct said_words){words, 2}, tables, rules);
}

static const char *said_day(const struct said *said, uint32_t date) {
    if (date == 0) return "no date";
    return arena_format(said->proof->arena, "%04u-%02u-%02u", date / 10000, date / 100 % 100, date % 100);
}

bool said_date(const struct said *said, const char *what, uint32_t tables, uint32_t rules) {
    said->proof->counts.facts++;
    if (tables == rules) return true;
    said_differ(said, what, said_day(said, tables), said_day(said, rules));
    return false;
}

static const char *said_field_name(const struct said *said, uint64_t number) {
    const struct model *model = said->proof->model;
    return number < model->field_count ? model->fields[number].name.text : "none";
}

bool said_field(const struct said *said, const char *what, uint64_t tables, uint64_t rules) {
    said->proof->counts.facts++;
    if (tables == rules) return true;
    said_differ(said, what, said_field_name(said, tables), said_field_name(said, rules));
    return false;
}

bool said_line(const struct said *said, const char *what, uint32_t tables, struct span span) {
    return said_number(said, what, tables, source_line(said->proof->model->sources, span.begin).line);
}

bool said_texts(const struct said *said, const char *what, const char *const *tables, size_t count,
                const struct model_text *rules, size_t rule_count) {
    bool alike = count == rule_count;
    bool good =
        said_number(said, alike ? what : arena_format(said->proof->arena, "%s, how many", what), count, rule_count);
    for (size_t i = 0; good && i < count; i++)
        good = said_text(said, what, tables[i], rules[i].text);
    return good;
}

bool said_citation(const struct said *said, const struct assay_citation *tables, const struct model_citation *rules) {
    return said_text(said, "what it cites", tables->title, rules->title.text) &&
           said_date(said, "the date that it cites", tables->date, rules->date) &&
           said_whether(said, "whether the source is a secondary one", tables->secondary, rules->secondary) &&
           said_text(said, "the address that it cites", tables->address, rules->address);
}

bool said_values(const struct said *said, const struct assay_values *tables, const uint32_t *lines,
                 struct said_values rules) {
    size_t texts = 0;
    bool good = true;
    for (size_t i = 0; good && i < rules.value_count; i++) {
        const struct model_value *value = &rules.values[i];
        if (value->list) continue;
        good = texts < tables->text_count ? said_text(said, "a value", tables->texts[texts], value->text) &&
                                                said_line(said, "the line of a value", lines[texts], value->span)
                                          : said_text(said, "a value", NULL, value->text);
        texts++;
    }
    good = good && said_number(said, "the number of values", tables->text_count, texts) &&
           said_number(said, "the number of lists", tables->list_count, rules.list_count);
    for (size_t i = 0; good && i < rules.list_count; i++)
        good = said_text(said, "a list", tables->lists[i]->name, rules.lists[i]->name);
    return good;
}

/* ---- Lists ---- */

static void said_list(struct proof *proof, const struct assay_list *table, const struct model_list *list) {
    struct said said = {proof, "list", list->name, NULL, list->span, NULL};
    bool good = said_text(&said, "the name", table->name, list->name) &&
                said_text(&said, "the rule file", table->file, list->source ? list->source->name : "") &&
                said_field(&said, "its field", table->field, list->field) &&
                said_number(&said, "the number of values", table->value_count, list->value_count) &&
                said_line(&said, "the line", table->lines[0], list->span);
    for (size_t i = 0; good && i < list->value_count; i++) {
        good = said_text(&said, "a value", table->values[i], list->values[i].text) &&
               said_line(&said, "the line of a value", table->lines[1 + i], list->values[i].span);
    }
}

static void said_lists(struct proof *proof) {
    const struct model *model = proof->model;
    struct said said = {proof, "lists", NULL, NULL, model->span, NULL};
    if (!said_number(&said, "the number of lists", proof->tables->list_count, model->list_count)) return;
    for (size_t i = 0; i < model->list_count; i++)
        said_list(proof, proof->tables->lists[i], &model->lists[i]);
}

void proof_said(struct proof *proof) {
    said_usage(proof);
    said_lists(proof);
    said_specializations(proof);
    struct said said = {proof, "index.c", NULL, NULL, {0, 0}, NULL};
    if (proof->difference_count == 0)
        said_text(&said, "the hash of decisions/: these files were changed by hand", proof->tables->hash,
                  proof->decoded->hash);
}
