/* rules.c - `assay rules`: what is linked in. */
#include "runtime/cli/command.h"

#include "runtime/cli/rules.h"
#include "runtime/cli/rules_requirements.h"
#include "runtime/cli/words.h"

/* ---- JSON ---- */

static void rules_json_source(struct json *json, const char *file, uint32_t line) {
    json_string(json, "file", file);
    json_uint(json, "line", line);
}

static void rules_json_field(struct json *json, const struct assay_field *field, uint32_t line) {
    static const char *const roles[] = {"text", "amount", "customer", "month"};
    json_object(json, NULL);
    json_string(json, "name", field->name);
    json_string(json, "role", roles[field->role]);
    json_uint(json, "line", line);
    requirements_json_texts(json, "columns", field->columns, field->column_count);
    json_string(json, "means", field->means);
    json_string(json, "address", field->address);
    if (field->assume == ASSAY_ASSUME_BLANK) json_string(json, "assume", "blank");
    if (field->assume == ASSAY_ASSUME_VALUE) json_string(json, "assume", field->assumed);
    json_end_object(json);
}

static void rules_json_usage(struct json *json, const struct assay_usage *usage) {
    json_object(json, "usage");
    json_string(json, "name", usage->name);
    json_string(json, "currency", usage->currency);
    rules_json_source(json, usage->file, usage->lines[0]);
    requirements_json_cites(json, &usage->cites);
    json_array(json, "fields");
    for (uint16_t f = 0; f < usage->field_count; f++)
        rules_json_field(json, &usage->fields[f], usage->field_lines[f]);
    json_end_array(json);
    requirements_json_usage(json, usage);
    requirements_json_texts(json, "notes", usage->notes, usage->note_count);
    json_end_object(json);
}

static void rules_json_measure(struct json *json, const struct assay_measure *measure) {
    json_object(json, NULL);
    json_string(json, "name", measure->name);
    json_uint(json, "line", measure->lines[0]);
    requirements_json_texts(json, "former_names", measure->former_names, measure->former_count);
    requirements_json_date(json, "from", measure->from);
    requirements_json_date(json, "until", measure->until);
    requirements_json_cites(json, &measure->cites);
    requirements_json_texts(json, "notes", measure->notes, measure->note_count);
    json_end_object(json);
}

static void rules_json_specialization(struct json *json, const struct assay_specialization *specialization) {
    json_object(json, NULL);
    json_string(json, "name", specialization->name);
    json_string(json, "area", specialization->area);
    rules_json_source(json, specialization->file, specialization->lines[0]);
    requirements_json_texts(json, "former_names", specialization->former_names, specialization->former_count);
    requirements_json_cites(json, &specialization->cites);
    requirements_json(json, specialization);
    json_bool(json, "published", specialization->measure_count > 0);
    json_array(json, "measures");
    for (uint16_t m = 0; m < specialization->measure_count; m++)
        rules_json_measure(json, &specialization->measures[m]);
    json_end_array(json);
    requirements_json_texts(json, "notes", specialization->notes, specialization->note_count);
    json_end_object(json);
}

void rules_json(const struct assay_ruleset *rules, struct text *out) {
    struct json json = {.out = out};
    json_object(&json, NULL);
    json_string(&json, "edition", rules->usage->edition);
    json_string(&json, "hash", rules->hash);
    rules_json_usage(&json, rules->usage);
    json_array(&json, "specializations");
    for (uint16_t s = 0; s < rules->specialization_count; s++)
        rules_json_specialization(&json, rules->specializations[s]);
    json_end_array(&json);
    json_end_object(&json);
    json_finish(&json);
}

/* ---- Text ---- */

static void rules_text_list(struct text *out, const char *label, const char *const *texts, size_t count) {
    struct text line = {0};
    if (!count) return;
    text_addf(&line, "%s ", label);
    for (size_t i = 0; i < count; i++)
        text_addf(&line, "%s\"%s\"", i ? ", " : "", texts[i]);
    text_add(out, "  ");
    if (!line.failed) style_wrap(out, line.data, 4, 2);
    text_free(&line);
}

static void rules_text_notes(struct text *out, const char *const *notes, size_t count) {
    for (size_t i = 0; i < count; i++) {
        text_add(out, "  note: ");
        style_wrap(out, notes[i], 8, 8);
    }
}

static void rules_text_fields(struct style *style, const struct assay_usage *usage) {
    text_add_char(style->out, '\n');
    style_add(style, STYLE_BOLD, "Fields");
    text_addf(style->out, "  (%s:%u)\n", usage->file, usage->lines[0]);
    for (uint16_t f = 0; f < usage->field_count; f++) {
        struct text columns = {0};
        text_add(&columns, "");
        for (uint16_t c = 0; c < usage->fields[f].column_count; c++)
            text_addf(&columns, "%s%s", c ? ", " : "", usage->fields[f].columns[c]);
        text_add(style->out, "  ");
        style_left(style->out, usage->fields[f].name, 30);
        text_add_char(style->out, ' ');
        if (!columns.failed) style_wrap(style->out, columns.data, 33, 33);
        text_free(&columns);
        rules_text_meaning(style->out, usage->fields[f].means, usage->fields[f].address, 4);
    }
}

static void rules_text_measure(struct text *out, const struct assay_measure *measure) {
    text_addf(out, "  %s (line %u)", measure->name, measure->lines[0]);
    if (measure->from) {
        text_add(out, ", from ");
        style_date(out, measure->from);
    }
    if (measure->until) {
        text_add(out, ", until ");
        style_date(out, measure->until);
    }
    text_add_char(out, '\n');
}

static void rules_text_specialization(struct style *style, const struct assay_specialization *specialization) {
    struct text *out = style->out;
    text_add_char(out, '\n');
    style_add(style, STYLE_BOLD, specialization->name);
    text_addf(out, " (%s)\n  ", specialization->area);
    struct text source = {0};
    text_addf(&source, "%s:%u%s", specialization->file, specialization->lines[0],
              specialization->cites.title ? ", " : "");
    words_source(&source, &specialization->cites);
    if (!source.failed) style_wrap(out, source.data, 4, 2);
    text_free(&source);
    rules_text_list(out, "formerly", specialization->former_names, specialization->former_count);
    requirements_text(out, specialization);
    if (specialization->measure_count == 0) text_add(out, "  measures not published\n");
    for (uint16_t m = 0; m < specialization->measure_count; m++)
        rules_text_measure(out, &specialization->measures[m]);
    rules_text_notes(out, specialization->notes, specialization->note_count);
}

void rules_text(const struct assay_ruleset *rules, struct style *style) {
    struct text *out = style->out;
    style_add(style, STYLE_BOLD, rules->usage->name);
    text_addf(out, ", rules of %s\nSHA-256 %s\n", rules->usage->edition, rules->hash);
    rules_text_notes(out, rules->usage->notes, rules->usage->note_count);
    rules_text_fields(style, rules->usage);
    rules_text_steps(style, rules->usage);
    for (uint16_t s = 0; s < rules->specialization_count; s++)
        rules_text_specialization(style, rules->specializations[s]);
}

int rules_run(const struct assay_ruleset *rules, const struct command_options *options) {
    struct text out = {0};
    struct style style = style_of_stdout(&out);
    if (options->format == COMMAND_JSON)
        rules_json(rules, &out);
    else
        rules_text(rules, &style);
    int status = command_print(&out, COMMAND_DONE);
    text_free(&out);
    return status;
}
