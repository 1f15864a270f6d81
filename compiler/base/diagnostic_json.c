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

static void json_diagnostic(struct json *json, const struct sources *sources, const struct diagnostic *item) {
    const struct message *message = message_get(item->code);
    json_object(json, NULL);
    json_string(json, "code", message->code);
    json_string(json, "severity", message->severity == SEVERITY_ERROR ? "error" : "warning");
    if (item->path) json_string(json, "file", item->path);
    json_place(json, sources, item->span);
    json_string(json, "message", item->text);
    if (item->suggestion) json_string(json, "suggestion", item->suggestion);
    if (item->hint && !item->suggestion) json_string(json, "hint", item->hint);
    if (item->note) json_string(json, "note", item->note);
    if (item->other.begin) {
        json_object(json, "related");
        json_string(json, "message", item->other_text);
        json_place(json, sources, item->other);
        json_end_object(json);
    }
    json_end_object(json);
}

void diagnostic_print_json(const struct diagnostics *diagnostics, const struct sources *sources, struct text *out) {
    struct json json = {.out = out};
    json_object(&json, NULL);
    json_uint(&json, "errors", diagnostics->errors);
    json_uint(&json, "warnings", diagnostics->count - diagnostics->errors);
    json_array(&json, "diagnostics");
    for (size_t i = 0; i < diagnostics->count; i++)
        json_diagnostic(&json, sources, &diagnostics->items[i]);
    json_end_array(&json);
    json_end_object(&json);
    json_finish(&json);
}
