#include "runtime/cli/rules_requirements.h"

#include "runtime/cli/rules.h"
#include "runtime/cli/style.h"
#include "runtime/cli/words.h"

#include <string.h>

/* ---- Text ---- */

static bool requirements_cite_alike(const struct assay_citation *a, const struct assay_citation *b) {
    bool address = a->address == b->address || (a->address && b->address && strcmp(a->address, b->address) == 0);
    return a->title && b->title && strcmp(a->title, b->title) == 0 && a->date == b->date &&
           a->secondary == b->secondary && address;
}

static void requirements_text_period(struct text *out, const struct assay_requirement *requirement) {
    if (requirement->from) text_add(out, ", from "), style_date(out, requirement->from);
    if (requirement->until) text_add(out, ", until "), style_date(out, requirement->until);
}

static void requirements_text_line(struct text *out, const struct assay_requirement *requirement, size_t indent) {
    struct text line = {0};
    if (requirement->option) text_addf(&line, "option %s: ", requirement->option);
    text_addf(&line, "%s%s (line %u)", indent > 2 ? "" : "requires ", requirement->text, requirement->lines[0]);
    requirements_text_period(&line, requirement);
    text_add_repeat(out, ' ', indent);
    if (!line.failed) style_wrap(out, line.data, indent + 2, indent);
    out->failed = out->failed || line.failed;
    text_free(&line);
    for (uint16_t i = 0; i < requirement->part_count; i++)
        requirements_text_line(out, &requirement->parts[i], indent + 2);
}

static void requirements_text_cites(struct text *out, const struct assay_citation *cites,
                                    const struct assay_citation *of) {
    if (!cites->title || requirements_cite_alike(cites, of)) return;
    struct text line = {0};
    words_source(&line, cites);
    text_add(out, "    ");
    if (!line.failed) style_wrap(out, line.data, 6, 4);
    out->failed = out->failed || line.failed;
    text_free(&line);
}

static void requirements_text_notes(struct text *out, const char *const *notes, size_t count) {
    for (size_t i = 0; i < count; i++) {
        text_add(out, "    note: ");
        style_wrap(out, notes[i], 10, 10);
    }
}

static bool requirements_validate(const struct assay_specialization *specialization) {
    for (uint16_t i = 0; i < specialization->requirement_count; i++) {
        uint8_t kind = specialization->requirements[i].kind;
        if (kind == ASSAY_REQUIRES_AUDIT || kind == ASSAY_REQUIRES_REFERENCES) return true;
    }
    return false;
}

void requirements_text(struct text *out, const struct assay_specialization *specialization) {
    for (uint16_t i = 0; i < specialization->requirement_count; i++) {
        const struct assay_requirement *requirement = &specialization->requirements[i];
        requirements_text_line(out, requirement, 2);
        requirements_text_cites(out, &requirement->cites, &specialization->cites);
        requirements_text_notes(out, requirement->notes, requirement->note_count);
    }
    if (!requirements_validate(specialization)) text_add(out, "  requires neither audit nor references\n");
    for (uint16_t i = 0; i < specialization->metric_count; i++) {
        const struct assay_metric *metric = &specialization->metrics[i];
        text_addf(out, "  metric %s (line %u)\n", metric->name, metric->lines[0]);
        requirements_text_cites(out, &metric->cites, &specialization->cites);
        requirements_text_notes(out, metric->notes, metric->note_count);
    }
}

/* ---- JSON ---- */

void requirements_json_texts(struct json *json, const char *key, const char *const *texts, size_t count) {
    json_array(json, key);
    for (size_t i = 0; i < count; i++)
        json_string(json, NULL, texts[i]);
    json_end_array(json);
}

void requirements_json_date(struct json *json, const char *key, uint32_t date) {
    struct text text = {0};
    style_date(&text, date);
    json_string(json, key, date ? text.data : NULL);
    text_free(&text);
}

void requirements_json_cites(struct json *json, const struct assay_citation *cites) {
    if (!cites->title) {
        json_null(json, "cites");
        return;
    }
    json_object(json, "cites");
    json_string(json, "title", cites->title);
    requirements_json_date(json, "date", cites->date);
    json_bool(json, "secondary", cites->secondary);
    json_string(json, "address", cites->address);
    json_end_object(json);
}

static const char *requirements_kind(uint8_t kind) {
    static const char *const kinds[] = {
        [ASSAY_REQUIRES_AMOUNT] = "amount",           [ASSAY_REQUIRES_GROWTH] = "growth",
        [ASSAY_REQUIRES_METRIC] = "metric",           [ASSAY_REQUIRES_PEOPLE] = "people",
        [ASSAY_REQUIRES_DESIGNATION] = "designation", [ASSAY_REQUIRES_AUDIT] = "audit",
        [ASSAY_REQUIRES_REFERENCES] = "references",   [ASSAY_REQUIRES_ANY_OF] = "any of",
        [ASSAY_REQUIRES_ALL_OF] = "all of",           [ASSAY_REQUIRES_UNPUBLISHED] = "not published",
    };
    return kind < sizeof kinds / sizeof *kinds ? kinds[kind] : NULL;
}

static void requirements_json_number(struct json *json, const char *key, uint16_t number) {
    if (number) json_uint(json, key, number);
}

static void requirements_json_asked(struct json *json, const struct assay_requirement *requirement) {
    json_string(json, "kind", requirements_kind(requirement->kind));
    json_string(json, "text", requirement->text);
    if (requirement->option) json_string(json, "option", requirement->option);
    if (requirement->subject) json_string(json, "subject", requirement->subject);
    if (requirement->amount) json_string(json, "amount", requirement->amount);
    if (requirement->average) json_bool(json, "monthly_average", true);
    if (requirement->percent) json_bool(json, "percent", true);
    requirements_json_number(json, "months", requirement->months);
    requirements_json_number(json, "customers", requirement->customers);
    requirements_json_number(json, "people", requirement->people);
    requirements_json_number(json, "references", requirement->references);
    requirements_json_number(json, "valid_months", requirement->valid_months);
    if (requirement->name_count) requirements_json_texts(json, "names", requirement->names, requirement->name_count);
}

/* `parts` are those of a line; `key` says which: of_which, any_of, all_of. */
static void requirements_json_parts(struct json *json, const struct assay_requirement *of) {
    if (of->part_count == 0) return;
    json_array(json, of->kind == ASSAY_REQUIRES_ANY_OF   ? "any_of"
                     : of->kind == ASSAY_REQUIRES_ALL_OF ? "all_of"
                                                         : "of_which");
    for (uint16_t i = 0; i < of->part_count; i++) {
        json_object(json, NULL);
        requirements_json_asked(json, &of->parts[i]);
        json_uint(json, "line", of->parts[i].lines[0]);
        requirements_json_parts(json, &of->parts[i]);
        json_end_object(json);
    }
    json_end_array(json);
}

static void requirements_json_line(struct json *json, const struct assay_requirement *requirement) {
    json_object(json, NULL);
    requirements_json_asked(json, requirement);
    json_uint(json, "line", requirement->lines[0]);
    requirements_json_date(json, "from", requirement->from);
    requirements_json_date(json, "until", requirement->until);
    requirements_json_cites(json, &requirement->cites);
    requirements_json_texts(json, "notes", requirement->notes, requirement->note_count);
    requirements_json_parts(json, requirement);
    json_end_object(json);
}

static void requirements_json_metric(struct json *json, const struct assay_metric *metric) {
    json_object(json, NULL);
    json_string(json, "name", metric->name);
    json_uint(json, "line", metric->lines[0]);
    requirements_json_texts(json, "workloads", metric->workloads, metric->workload_count);
    requirements_json_cites(json, &metric->cites);
    requirements_json_texts(json, "notes", metric->notes, metric->note_count);
    json_end_object(json);
}

void requirements_json(struct json *json, const struct assay_specialization *specialization) {
    json_array(json, "requirements");
    for (uint16_t i = 0; i < specialization->requirement_count; i++)
        requirements_json_line(json, &specialization->requirements[i]);
    json_end_array(json);
    json_array(json, "metrics");
    for (uint16_t i = 0; i < specialization->metric_count; i++)
        requirements_json_metric(json, &specialization->metrics[i]);
    json_end_array(json);
}

void requirements_json_usage(struct json *json, const struct assay_usage *usage) {
    const struct assay_renewal *renewal = usage->renewal;
    json_array(json, "certifications");
    for (uint16_t i = 0; i < usage->certification_count; i++) {
        const struct assay_certification *certification = &usage->certifications[i];
        json_object(json, NULL);
        json_string(json, "code", certification->code);
        json_uint(json, "line", certification->lines[0]);
        requirements_json_texts(json, "titles", certification->titles, certification->title_count);
        json_end_object(json);
    }
    json_end_array(json);
    rules_json_steps(json, usage);
    if (!renewal) {
        json_null(json, "renewal");
        return;
    }
    json_object(json, "renewal");
    json_uint(json, "months", renewal->months);
    json_uint(json, "opens_days", renewal->opens_days);
    json_uint(json, "grace_days", renewal->grace_days);
    json_uint(json, "line", renewal->lines[0]);
    requirements_json_cites(json, &renewal->cites);
    json_end_object(json);
}
