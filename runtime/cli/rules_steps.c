/* rules_steps.c - what `assay rules` shows of how fresh figures are, where steps are taken, what being Active brings.
 */
#include "runtime/cli/rules.h"

#include "runtime/cli/rules_requirements.h"
#include "runtime/cli/words.h"
#include "runtime/usage/step.h"

/* ---- Text ---- */

static void steps_line(struct text *out, const struct text *words, size_t indent) {
    text_add_repeat(out, ' ', indent);
    if (!words->failed) style_wrap(out, words->length ? words->data : "", indent + 2, indent);
    out->failed = out->failed || words->failed;
}

void rules_text_meaning(struct text *out, const char *means, const char *address, size_t indent) {
    struct text words = {0};
    if (!means) return;
    text_add(&words, means);
    if (address) text_addf(&words, " %s", address);
    steps_line(out, &words, indent);
    text_free(&words);
}

static void steps_source(struct text *out, uint32_t line, const struct assay_citation *cites) {
    struct text words = {0};
    text_addf(&words, "line %u%s", line, cites->title ? ", " : "");
    words_source(&words, cites);
    steps_line(out, &words, 4);
    text_free(&words);
}

static void steps_refresh(struct text *out, const struct assay_refresh *refresh) {
    if (!refresh) return;
    if (refresh->day)
        text_addf(out, "  performance is refreshed by day %u of every month\n", refresh->day);
    else
        text_addf(out, "  knowledge is refreshed within %u day%s\n", refresh->days, refresh->days == 1 ? "" : "s");
    steps_source(out, refresh->lines[0], &refresh->cites);
}

static void steps_place(struct text *words, const struct assay_place *place) {
    if (place->kind == ASSAY_PLACE_TEXT)
        text_add(words, place->text);
    else
        text_add(words, place->kind == ASSAY_PLACE_AREA ? "(its area)" : "(its name)");
}

static void steps_step(struct text *out, const struct assay_step *step) {
    struct text words = {0};
    text_addf(&words, "%s: %s", step_kind_name(step), step->action);
    if (step->waits) text_add(&words, ", when every other requirement is met");
    steps_line(out, &words, 2);
    text_clear(&words);
    text_add(&words, step->site);
    for (uint16_t i = 0; i < step->place_count; i++) {
        text_add(&words, i ? " > " : ", ");
        steps_place(&words, &step->places[i]);
    }
    if (step->role_count) text_add(&words, "; as ");
    step_roles(&words, step);
    if (step->address) text_addf(&words, "; %s", step->address);
    steps_line(out, &words, 4);
    text_free(&words);
    steps_source(out, step->lines[0], &step->cites);
}

void rules_text_steps(struct style *style, const struct assay_usage *usage) {
    struct text *out = style->out;
    if (usage->performance || usage->knowledge) style_heading(style, "How fresh figures are");
    steps_refresh(out, usage->performance);
    steps_refresh(out, usage->knowledge);
    if (usage->step_count) style_heading(style, "Where the next step is taken");
    for (uint16_t i = 0; i < usage->step_count; i++)
        steps_step(out, &usage->steps[i]);
    if (!usage->active) return;
    style_heading(style, "What being Active brings");
    rules_text_meaning(out, usage->active->means, usage->active->address, 2);
    steps_source(out, usage->active->lines[0], &usage->active->cites);
}

/* ---- JSON ---- */

static void steps_json_refresh(struct json *json, const char *key, const struct assay_refresh *refresh) {
    if (!refresh) {
        json_null(json, key);
        return;
    }
    json_object(json, key);
    json_uint(json, refresh->day ? "day_of_month" : "within_days", refresh->day ? refresh->day : refresh->days);
    json_uint(json, "line", refresh->lines[0]);
    requirements_json_cites(json, &refresh->cites);
    json_end_object(json);
}

static void steps_json_place(struct json *json, const struct assay_place *place) {
    json_object(json, NULL);
    json_string(json, "kind",
                place->kind == ASSAY_PLACE_TEXT   ? "text"
                : place->kind == ASSAY_PLACE_AREA ? "area"
                                                  : "name");
    if (place->kind == ASSAY_PLACE_TEXT) json_string(json, "text", place->text);
    json_end_object(json);
}

static void steps_json_step(struct json *json, const struct assay_step *step) {
    json_object(json, NULL);
    json_string(json, "kind", step_kind_name(step));
    json_string(json, "action", step->action);
    json_bool(json, "when_all_else_is_met", step->waits);
    json_string(json, "site", step->site);
    json_string(json, "address", step->address);
    requirements_json_texts(json, "roles", step->roles, step->role_count);
    json_array(json, "path");
    for (uint16_t i = 0; i < step->place_count; i++)
        steps_json_place(json, &step->places[i]);
    json_end_array(json);
    json_uint(json, "line", step->lines[0]);
    requirements_json_cites(json, &step->cites);
    json_end_object(json);
}

void rules_json_steps(struct json *json, const struct assay_usage *usage) {
    json_object(json, "refreshed");
    steps_json_refresh(json, "performance", usage->performance);
    steps_json_refresh(json, "knowledge", usage->knowledge);
    json_end_object(json);
    json_array(json, "steps");
    for (uint16_t i = 0; i < usage->step_count; i++)
        steps_json_step(json, &usage->steps[i]);
    json_end_array(json);
    if (!usage->active) {
        json_null(json, "active");
        return;
    }
    json_object(json, "active");
    json_string(json, "means", usage->active->means);
    json_string(json, "address", usage->active->address);
    json_uint(json, "line", usage->active->lines[0]);
    requirements_json_cites(json, &usage->active->cites);
    json_end_object(json);
}
