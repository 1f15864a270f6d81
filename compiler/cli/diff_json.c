/* diff_json.c - `assayc diff` for programs. The names are a contract: more may be added. */
#include "compiler/cli/diff.h"

#include "runtime/base/json.h"

struct diff_json {
    struct json json;
    const struct diff *diff;
    const struct space *space;
};

static void json_words(struct diff_json *to, const char *key, struct text *words) {
    json_string_bytes(&to->json, key, words->data ? words->data : "", words->length);
    to->json.out->failed = to->json.out->failed || words->failed;
    text_free(words);
}

/* ---- Conditions ---- */

static bool json_is_in(const struct space_field *field, const uint64_t *box, uint32_t code) {
    uint32_t class_ = field->class_of[code];
    return box[field->first_word + class_ / 64] >> class_ % 64 & 1;
}

/* The texts of a field that are in the box; with `except`, those that are not. */
static void json_field(struct diff_json *to, const uint64_t *box, size_t number) {
    const struct space_field *field = &to->space->fields[number];
    struct json *json = &to->json;
    bool except = json_is_in(field, box, SPACE_OTHER);
    struct text words = {0};
    json_object(json, NULL);
    json_string(json, "field", field->name);
    box_print_field(to->space, box, number, &words);
    json_words(to, "words", &words);
    json_array(json, except ? "except" : "values");
    for (uint32_t i = 0; i < field->text_count; i++)
        if (json_is_in(field, box, 2 + i) != except) json_string(json, NULL, field->written[i]);
    json_end_array(json);
    json_bool(json, "blank", json_is_in(field, box, SPACE_BLANK));
    json_end_object(json);
}

static void json_box(struct diff_json *to, const char *key, const uint64_t *box, const uint64_t *without) {
    json_array(&to->json, key);
    for (size_t field = 0; field < to->space->field_count; field++)
        if (diff_limits(to->space, box, without, field)) json_field(to, box, field);
    json_end_array(&to->json);
}

/* ---- Regions ---- */

static void json_witness(struct diff_json *to, const struct witness *witness) {
    json_array(&to->json, "witness");
    for (size_t i = 0; i < witness->count; i++) {
        json_object(&to->json, NULL);
        json_string(&to->json, "field", to->space->fields[witness->cells[i].field].name);
        json_string(&to->json, "value", witness->cells[i].text);
        json_end_object(&to->json);
    }
    json_end_array(&to->json);
}

static void json_part(struct diff_json *to, const struct difference_part *part) {
    struct text words = {0};
    json_object(&to->json, NULL);
    json_string(&to->json, "kind", diff_kind_name(part->kind));
    diff_words_part(to->space, part, DIFF_NO_FIELD, &words);
    json_words(to, "words", &words);
    json_box(to, "all", part->common, NULL);
    json_array(&to->json, "any");
    for (size_t i = 0; part->boxes.count > 1 && i < part->boxes.count; i++)
        json_box(to, NULL, region_box(to->space, &part->boxes, i), part->common);
    json_end_array(&to->json);
    json_witness(to, &part->witness);
    if (part->cells == UINT64_MAX)
        json_null(&to->json, "cells");
    else
        json_uint(&to->json, "cells", part->cells);
    json_end_object(&to->json);
}

static void json_region_rest(struct diff_json *to, const struct difference_region *region) {
    struct text words = {0};
    json_string(&to->json, "kind", diff_kind_name(region->kind));
    diff_words_region(to->space, region, &words);
    json_words(to, "words", &words);
    if (region->kind == DIFFERENCE_REPLACED) json_string(&to->json, "field", to->space->fields[region->pivot].name);
    json_array(&to->json, "parts");
    for (size_t i = 0; i < region->part_count; i++)
        json_part(to, &region->parts[i]);
    json_end_array(&to->json);
}

static void json_eligibilities(struct diff_json *to) {
    const struct difference *difference = to->diff->difference;
    json_array(&to->json, "eligibility");
    for (size_t e = 0; e < difference->eligibility_count; e++) {
        const struct difference_eligibility *eligibility = &difference->eligibilities[e];
        for (size_t i = 0; i < eligibility->filter.region_count; i++) {
            json_object(&to->json, NULL);
            json_string(&to->json, "reason", diff_eligibility_name(eligibility));
            json_region_rest(to, &eligibility->filter.regions[i]);
            json_end_object(&to->json);
        }
    }
    json_end_array(&to->json);
    json_bool(&to->json, "eligibility_reasons_only", difference->eligible_alike);
}

static void json_measure(struct diff_json *to, const struct difference_specialization *specialization,
                         const struct difference_measure *measure) {
    struct text place = {0};
    diff_words_place(to->diff, measure->old ? &measure->old->span : NULL, measure->new ? &measure->new->span : NULL,
                     &place);
    for (size_t i = 0; i < measure->filter.region_count; i++) {
        const struct difference_region *region = &measure->filter.regions[i];
        json_object(&to->json, NULL);
        json_string(&to->json, "specialization", diff_specialization_name(specialization));
        json_string(&to->json, "measure", diff_measure_name(measure));
        json_string(&to->json, "place", place.data);
        if (region->kind == DIFFERENCE_MOVED)
            json_string(&to->json, "to", diff_measure_name(&specialization->measures[region->to]));
        json_region_rest(to, region);
        json_end_object(&to->json);
    }
    text_free(&place);
}

static void json_measures(struct diff_json *to) {
    const struct difference *difference = to->diff->difference;
    json_array(&to->json, "regions");
    for (size_t s = 0; s < difference->specialization_count; s++)
        for (size_t m = 0; m < difference->specializations[s].measure_count; m++)
            json_measure(to, &difference->specializations[s], &difference->specializations[s].measures[m]);
    json_end_array(&to->json);
}

/* ---- The rest ---- */

static void json_facts(struct diff_json *to, const char *key, enum difference_heading heading) {
    const struct difference *difference = to->diff->difference;
    json_array(&to->json, key);
    for (size_t i = 0; i < difference->fact_count; i++) {
        const struct difference_fact *fact = &difference->facts[i];
        if (fact->heading != heading) continue;
        json_object(&to->json, NULL);
        if (fact->specialization) json_string(&to->json, "specialization", fact->specialization);
        if (fact->measure) json_string(&to->json, "measure", fact->measure);
        json_string(&to->json, "what", fact->what);
        json_string(&to->json, "words", fact->text);
        json_end_object(&to->json);
    }
    if (heading == DIFFERENCE_NO_EFFECT && to->diff->layout_only) {
        json_object(&to->json, NULL);
        json_string(&to->json, "what", "layout");
        json_string(&to->json, "words", "the files differ in layout, order, comments or letters alone");
        json_end_object(&to->json);
    }
    json_end_array(&to->json);
}

static void json_side(struct diff_json *to, const char *key, const struct diff_side *side) {
    json_object(&to->json, key);
    json_string(&to->json, "rules", side->name);
    json_string(&to->json, "edition", side->run.model->edition);
    json_string(&to->json, "hash", side->rules->hash);
    json_end_object(&to->json);
}

void diff_print_json(const struct diff *diff, struct text *out) {
    struct diff_json to = {{.out = out}, diff, diff->difference->space};
    uint64_t cells = space_cells(to.space);
    json_object(&to.json, NULL);
    json_side(&to, "old", &diff->sides[0]);
    json_side(&to, "new", &diff->sides[1]);
    json_bool(&to.json, "equal", !diff_is_different(diff));
    if (cells == UINT64_MAX)
        json_null(&to.json, "cells");
    else
        json_uint(&to.json, "cells", cells);
    json_measures(&to);
    json_eligibilities(&to);
    json_facts(&to, "usage_declaration", DIFFERENCE_USAGE);
    json_facts(&to, "measures", DIFFERENCE_MEASURES);
    json_facts(&to, "requirements", DIFFERENCE_REQUIREMENTS);
    json_facts(&to, "no_effect", DIFFERENCE_NO_EFFECT);
    if (diff->usage) diff_usage_json(diff->usage, &to.json);
    json_end_object(&to.json);
    json_finish(&to.json);
}
