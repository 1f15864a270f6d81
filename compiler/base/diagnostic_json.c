#include "compiler/base/diagnostic.h"
#include "runtime/base/json.h"

static void json_place(struct json *json, const struct sources *sources, struct span span) {
    struct place begin = source_place(sources, span.begin);
    if (!begin.source) return;
    struct place end = source_place(sources, span.end);
    json_string(json, "file", begin.source->path);
    json_uint(json, "line", begin.line);
    json_uint(json, "column", begin.column);
    json_uint(json, "end_line", end.line);
    json_uint(json, "end_column", end.column);
}

static void json_related(struct json *json, const struct sources *sources, const struct finding *finding) {
    json_array(json, "related");
    for (size_t i = 0; i < finding->related_count; i++) {
        json_object(json, NULL);
        json_place(json, sources, finding->related[i].span);
        json_string(json, "message", finding->related[i].text);
        if (finding->related[i].cites) json_string(json, "cites", finding->related[i].cites);
        json_end_object(json);
    }
    json_end_array(json);
}

static void json_finding(struct json *json, const struct sources *sources, const struct finding *finding) {
    json_object(json, "finding");
    json_string(json, "mark", finding->mark);
    json_string(json, "witness", finding->witness);
    json_string(json, "meaning", finding->meaning);
    json_related(json, sources, finding);
    json_array(json, "remedies");
    for (size_t i = 0; i < finding->remedy_count; i++)
        json_string(json, NULL, finding->remedies[i]);
    json_end_array(json);
    if (finding->accepted) {
        json_object(json, "accepted");
        json_string(json, "reason", finding->accepted);
        json_place(json, sources, finding->acceptance);
        json_end_object(json);
    } else {
        json_null(json, "accepted");
    }
    json_end_object(json);
}

static void json_diagnostic(struct json *json, const struct diagnostics *diagnostics, const struct sources *sources,
                            const struct diagnostic *item) {
    const struct message *message = message_get(item->code);
    json_object(json, NULL);
    json_string(json, "code", message->code);
    json_string(json, "severity", severity_name(diagnostic_severity(diagnostics, item->code)));
    if (item->path) json_string(json, "file", item->path);
    json_place(json, sources, item->span);
    json_string(json, "message", item->text);
    if (item->suggestion) json_string(json, "suggestion", item->suggestion);
    if (item->hint) json_string(json, "hint", item->hint);
    if (item->note) json_string(json, "note", item->note);
    if (item->other.begin) {
        json_object(json, "related");
        json_string(json, "message", item->other_text);
        json_place(json, sources, item->other);
        json_end_object(json);
    }
    if (item->finding) json_finding(json, sources, item->finding);
    json_end_object(json);
}

void diagnostic_print_json(const struct diagnostics *diagnostics, const struct sources *sources, struct text *out) {
    struct json json = {.out = out};
    json_object(&json, NULL);
    json_uint(&json, "errors", diagnostics->errors);
    json_uint(&json, "warnings", diagnostics->warnings);
    json_uint(&json, "notes", diagnostics->notes);
    json_uint(&json, "accepted", diagnostics->accepted);
    json_array(&json, "diagnostics");
    for (size_t i = 0; i < diagnostics->count; i++)
        json_diagnostic(&json, diagnostics, sources, &diagnostics->items[i]);
    json_end_array(&json);
    json_end_object(&json);
    json_finish(&json);
}
