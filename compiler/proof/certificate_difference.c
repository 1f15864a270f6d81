/* certificate_difference.c - what differs, and what to do about it. */
#include "compiler/proof/certificate.h"

#include "runtime/base/json.h"

/* ---- For people ---- */

static void difference_text(const struct proof_difference *difference, struct text *out) {
    if (difference->where) text_addf(out, "%s: ", difference->where);
    text_addf(out, "%s\n", difference->what);
    if (difference->rule) text_addf(out, "  rule    %s\n", difference->rule);
    if (difference->tables) text_addf(out, "  tables  %s\n", difference->tables);
    if (difference->rules) text_addf(out, "  rules   %s\n", difference->rules);
    if (!difference->row) return;
    text_addf(out, "  row     %s\n", difference->row);
    if (difference->row_by)
        text_addf(out, "          %s by the %s, and not by the %s\n", difference->row_by,
                  difference->row_counts ? "tables" : "rules", difference->row_counts ? "rules" : "tables");
}

static size_t differences_told(const struct proof *proof) {
    return proof->difference_count < PROOF_TOLD ? proof->difference_count : PROOF_TOLD;
}

static void difference_remedy(const char *remedy, struct text *out) {
    text_addf(out, "\nIf the rules are right, make the tables anew: %s\n", remedy);
}

void certificate_differences_text(const struct proof *proof, const char *folder, const char *remedy, struct text *out) {
    size_t told = differences_told(proof);
    text_addf(out, "%s is not what the rules say.\n\n", folder);
    for (size_t i = 0; i < told; i++)
        difference_text(&proof->differences[i], out);
    if (told < proof->difference_count) text_addf(out, "and %zu more\n", proof->difference_count - told);
    difference_remedy(remedy, out);
}

void certificate_error_text(const struct decode_error *error, const char *folder, const char *remedy,
                            struct text *out) {
    text_addf(out, "%s/%s", folder, error->file);
    if (error->line) text_addf(out, ":%u:%u", error->line, error->column);
    text_addf(out, ": %s%s\n", error->line ? "not as assayc writes it: " : "", error->text);
    difference_remedy(remedy, out);
}

/* ---- For programs ---- */

static void json_difference(const struct proof_difference *difference, struct json *json) {
    json_object(json, NULL);
    json_string(json, "where", difference->where);
    json_string(json, "rule", difference->rule);
    json_string(json, "what", difference->what);
    json_string(json, "tables", difference->tables);
    json_string(json, "rules", difference->rules);
    json_string(json, "row", difference->row);
    if (difference->row && difference->row_by)
        json_string(json, "row_counts_by", difference->row_counts ? "tables" : "rules");
    json_end_object(json);
}

static void json_begin(struct json *json, struct text *out) {
    *json = (struct json){.out = out};
    json_object(json, NULL);
    json_bool(json, "proved", false);
}

void certificate_differences_json(const struct proof *proof, const char *remedy, struct text *out) {
    struct json json;
    json_begin(&json, out);
    json_uint(&json, "difference_count", proof->difference_count);
    json_array(&json, "differences");
    for (size_t i = 0; i < differences_told(proof); i++)
        json_difference(&proof->differences[i], &json);
    json_end_array(&json);
    json_string(&json, "remedy", remedy);
    json_end_object(&json);
    json_finish(&json);
}

void certificate_error_json(const struct decode_error *error, const char *remedy, struct text *out) {
    struct json json;
    json_begin(&json, out);
    json_object(&json, "error");
    json_string(&json, "file", error->file);
    json_uint(&json, "line", error->line);
    json_uint(&json, "column", error->column);
    json_string(&json, "text", error->text);
    json_end_object(&json);
    json_string(&json, "remedy", remedy);
    json_end_object(&json);
    json_finish(&json);
}
