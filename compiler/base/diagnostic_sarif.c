/* SARIF 2.1.0: one run, the codes that occur as its rules, one result per diagnostic. */
#include "compiler/base/diagnostic.h"
#include "runtime/base/json.h"

#include <string.h>

struct sarif {
    struct json json;
    const struct diagnostics *diagnostics;
    const struct sources *sources;
    bool occurs[MESSAGE_COUNT];
};

/* ---- Places ---- */

/* A path as a URI: relative as it was named, or a file's. All but the unreserved characters and '/' are encoded, so
 * that no name is taken for a scheme. */
static void sarif_uri(struct sarif *sarif, const char *path) {
    struct text uri = {0};
    text_add(&uri, *path == '/' ? "file://" : "");
    for (; *path; path++) {
        unsigned char c = (unsigned char)*path;
        bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || strchr("-._~/", c);
        text_addf(&uri, plain ? "%c" : "%%%02X", c);
    }
    json_object(&sarif->json, "artifactLocation");
    json_string(&sarif->json, "uri", uri.data);
    json_end_object(&sarif->json);
    text_free(&uri);
}

static void sarif_region(struct sarif *sarif, const char *key, struct span span) {
    struct place begin = source_place(sarif->sources, span.begin), end = source_place(sarif->sources, span.end);
    json_object(&sarif->json, key);
    json_uint(&sarif->json, "startLine", begin.line);
    json_uint(&sarif->json, "startColumn", begin.column);
    json_uint(&sarif->json, "endLine", end.line);
    json_uint(&sarif->json, "endColumn", end.column);
    json_end_object(&sarif->json);
}

/* The members of a location: of a span; of a file when there is no span; else none. */
static void sarif_place(struct sarif *sarif, struct span span, const char *path) {
    const struct source *source = source_line(sarif->sources, span.begin).source;
    if (!source && !path) return;
    json_object(&sarif->json, "physicalLocation");
    sarif_uri(sarif, source ? source->path : path);
    if (source) sarif_region(sarif, "region", span);
    json_end_object(&sarif->json);
}

static void sarif_text(struct sarif *sarif, const char *key, const char *text) {
    json_object(&sarif->json, key);
    json_string(&sarif->json, "text", text);
    json_end_object(&sarif->json);
}

static void sarif_related_one(struct sarif *sarif, const char *text, const char *cites, struct span span) {
    struct text message = {0};
    text_add(&message, text);
    if (cites) text_addf(&message, ", %s", cites);
    json_object(&sarif->json, NULL);
    sarif_place(sarif, span, NULL);
    sarif_text(sarif, "message", message.data ? message.data : "");
    json_end_object(&sarif->json);
    text_free(&message);
}

static void sarif_related(struct sarif *sarif, const struct diagnostic *item) {
    const struct finding *finding = item->finding;
    size_t count = finding ? finding->related_count : 0;
    if (!item->other.begin && count == 0) return;
    json_array(&sarif->json, "relatedLocations");
    if (item->other.begin) sarif_related_one(sarif, item->other_text, NULL, item->other);
    for (size_t i = 0; i < count; i++)
        sarif_related_one(sarif, finding->related[i].text, finding->related[i].cites, finding->related[i].span);
    json_end_array(&sarif->json);
}

/* ---- Results ---- */

static void sarif_line(struct text *text, const char *before, const char *line) {
    if (line) text_addf(text, "\n%s%s", before, line);
}

static void sarif_message(struct sarif *sarif, const struct diagnostic *item) {
    const struct finding *finding = item->finding;
    struct text text = {0};
    text_add(&text, item->text);
    sarif_line(&text, "", item->hint);
    sarif_line(&text, "", item->note);
    if (finding) {
        sarif_line(&text, "For example: ", finding->witness);
        sarif_line(&text, "", finding->meaning);
        for (size_t i = 0; i < finding->remedy_count; i++)
            sarif_line(&text, i ? "or: " : "so: ", finding->remedies[i]);
    }
    sarif_text(sarif, "message", text.data ? text.data : "");
    text_free(&text);
}

static void sarif_fixes(struct sarif *sarif, const struct diagnostic *item) {
    const struct source *source = source_line(sarif->sources, item->span.begin).source;
    struct json *json = &sarif->json;
    if (!item->suggestion || !source) return;
    json_array(json, "fixes");
    json_object(json, NULL);
    if (item->hint) sarif_text(sarif, "description", item->hint);
    json_array(json, "artifactChanges");
    json_object(json, NULL);
    sarif_uri(sarif, source->path);
    json_array(json, "replacements");
    json_object(json, NULL);
    sarif_region(sarif, "deletedRegion", item->span);
    sarif_text(sarif, "insertedContent", item->suggestion);
    json_end_object(json);
    json_end_array(json);
    json_end_object(json);
    json_end_array(json);
    json_end_object(json);
    json_end_array(json);
}

/* The mark, and what accepts it. All results say whether they are suppressed, as the standard asks. */
static void sarif_finding(struct sarif *sarif, const struct finding *finding) {
    struct json *json = &sarif->json;
    if (finding && finding->mark) {
        json_object(json, "partialFingerprints");
        json_string(json, "assayMark/v1", finding->mark);
        json_end_object(json);
    }
    json_array(json, "suppressions");
    if (finding && finding->accepted) {
        json_object(json, NULL);
        json_string(json, "kind", "inSource");
        json_string(json, "justification", finding->accepted);
        json_object(json, "location");
        sarif_place(sarif, finding->acceptance, NULL);
        json_end_object(json);
        json_end_object(json);
    }
    json_end_array(json);
}

static const char *sarif_level(enum severity severity) {
    return severity == SEVERITY_OFF ? "none" : severity_name(severity);
}

static void sarif_result(struct sarif *sarif, const struct diagnostic *item) {
    struct json *json = &sarif->json;
    size_t index = 0;
    for (size_t code = 0; code < (size_t)item->code; code++)
        index += sarif->occurs[code];
    json_object(json, NULL);
    json_string(json, "ruleId", message_get(item->code)->code);
    json_uint(json, "ruleIndex", index);
    json_string(json, "level", sarif_level(diagnostic_severity(sarif->diagnostics, item->code)));
    sarif_message(sarif, item);
    if (item->span.begin || item->path) {
        json_array(json, "locations");
        json_object(json, NULL);
        sarif_place(sarif, item->span, item->path);
        json_end_object(json);
        json_end_array(json);
    }
    sarif_related(sarif, item);
    sarif_fixes(sarif, item);
    sarif_finding(sarif, item->finding);
    json_end_object(json);
}

/* ---- The run ---- */

static void sarif_rule(struct sarif *sarif, const struct message *message) {
    struct json *json = &sarif->json;
    json_object(json, NULL);
    json_string(json, "id", message->code);
    sarif_text(sarif, "shortDescription", message->title);
    sarif_text(sarif, "fullDescription", message->story);
    sarif_text(sarif, "help", message->story);
    json_object(json, "defaultConfiguration");
    json_string(json, "level", sarif_level(message->severity));
    json_end_object(json);
    json_end_object(json);
}

static void sarif_tool(struct sarif *sarif) {
    struct json *json = &sarif->json;
    json_object(json, "tool");
    json_object(json, "driver");
    json_string(json, "name", "assayc");
    json_array(json, "rules");
    for (size_t code = 0; code < MESSAGE_COUNT; code++)
        if (sarif->occurs[code]) sarif_rule(sarif, message_get((enum message_code)code));
    json_end_array(json);
    json_end_object(json);
    json_end_object(json);
}

static void sarif_run(struct sarif *sarif, bool successful) {
    struct json *json = &sarif->json;
    json_object(json, NULL);
    sarif_tool(sarif);
    json_array(json, "invocations");
    json_object(json, NULL);
    json_bool(json, "executionSuccessful", successful);
    json_end_object(json);
    json_end_array(json);
    json_string(json, "columnKind", "unicodeCodePoints");
    json_array(json, "results");
    for (size_t i = 0; i < sarif->diagnostics->count; i++)
        sarif_result(sarif, &sarif->diagnostics->items[i]);
    json_end_array(json);
    json_end_object(json);
}

void diagnostic_print_sarif(const struct diagnostics *diagnostics, const struct sources *sources, bool successful,
                            struct text *out) {
    struct sarif sarif = {.json = {.out = out}, .diagnostics = diagnostics, .sources = sources};
    for (size_t i = 0; i < diagnostics->count; i++)
        sarif.occurs[diagnostics->items[i].code] = true;
    json_object(&sarif.json, NULL);
    json_string(&sarif.json, "$schema",
                "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json");
    json_string(&sarif.json, "version", "2.1.0");
    json_array(&sarif.json, "runs");
    sarif_run(&sarif, successful);
    json_end_array(&sarif.json);
    json_end_object(&sarif.json);
    json_finish(&sarif.json);
}
