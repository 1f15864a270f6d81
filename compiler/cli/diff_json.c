/* diff_json.c - `assayc diff` for programs. The names are a contract: more may be added. */
#include "compiler/cli/diff.h"

#include "runtime/base/json.h"
#include "runtime/usage/day.h"

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

/* ---- Where it is written ---- */

static void json_place(struct diff_json *to, const struct span *span, size_t model) {
    struct text place = {0};
    diff_words_place(to->diff, model ? NULL : span, model ? span : NULL, &place);
    json_words(to, "place", &place);
}

static void json_cites(struct diff_json *to, const struct model_citation *cites) {
    json_object(&to->json, "cites");
    json_string(&to->json, "title", cites->title.text ? cites->title.text : "");
    char date[DAY_TEXT];
    day_text(date, cites->date);
    json_string(&to->json, "date", date);
    json_bool(&to->json, "secondary", cites->secondary);
    if (cites->address) json_string(&to->json, "address", cites->address);
    json_end_object(&to->json);
}

/* Null: it is not in these rules. */
static void json_eligibility(struct diff_json *to, const char *key, const struct model_eligibility *eligibility,
                             size_t model) {
    if (!eligibility) {
        json_null(&to->json, key);
        return;
    }
    json_object(&to->json, key);
    json_place(to, &eligibility->span, model);
    json_cites(to, &to->diff->sides[model].run.model->cites);
    json_end_object(&to->json);
}

static void json_eligibilities(struct diff_json *to) {
    const struct difference *difference = to->diff->difference;
    json_array(&to->json, "eligibility");
    for (size_t e = 0; e < difference->eligibility_count; e++) {
        const struct difference_eligibility *eligibility = &difference->eligibilities[e];
        for (size_t i = 0; i < eligibility->filter.region_count; i++) {
            json_object(&to->json, NULL);
            json_string(&to->json, "reason", diff_eligibility_name(eligibility));
            json_eligibility(to, "old", eligibility->old, 0);
            json_eligibility(to, "new", eligibility->new, 1);
            json_region_rest(to, &eligibility->filter.regions[i]);
            json_end_object(&to->json);
        }
    }
    json_end_array(&to->json);
    json_bool(&to->json, "eligibility_reasons_only", difference->eligible_alike);
}

static void json_day(struct diff_json *to, const char *key, uint32_t day) {
    char text[DAY_TEXT];
    day_text(text, day);
    if (day)
        json_string(&to->json, key, text);
    else
        json_null(&to->json, key);
}

static void json_period(struct diff_json *to, struct difference_period period) {
    json_day(to, "from", period.from);
    json_day(to, "until", period.until);
}

static void json_edition(struct diff_json *to, const char *key, const struct difference_edition *edition,
                         size_t model) {
    json_object(&to->json, key);
    json_string(&to->json, "specialization", edition->specialization->name.text);
    json_string(&to->json, "measure", edition->measure->name.text);
    json_place(to, &edition->measure->span, model);
    json_cites(to, &edition->measure->cites);
    json_end_object(&to->json);
}

/* The editions of one side that are in force in a period. */
struct json_side_of {
    struct diff_json *to;
    size_t model;
    const struct difference_edition *first; /* of both sides, the new one before the old one */
    size_t first_model;
};

static void json_first_edition(void *context, const struct difference_edition *edition, size_t model) {
    struct json_side_of *side = context;
    if (side->first) return;
    side->first = edition;
    side->first_model = model;
}

static void json_side_edition(void *context, const struct difference_edition *edition, size_t model) {
    const struct json_side_of *side = context;
    if (side->model == model) json_edition(side->to, NULL, edition, model);
}

/* What rows moved into. */
static void json_entered(struct diff_json *to, const struct difference_measure *entered,
                         struct difference_period period) {
    struct json_side_of side = {to, 1, NULL, 0};
    json_string(&to->json, "to", diff_measure_name(entered));
    json_string(&to->json, "to_specialization", diff_measure_of(entered));
    json_array(&to->json, "entered");
    diff_editions(entered, period, json_side_edition, &side);
    json_end_array(&to->json);
}

static void json_editions(struct diff_json *to, const struct difference_measure *measure,
                          struct difference_period period) {
    for (size_t model = 0; model < 2; model++) {
        struct json_side_of side = {to, model, NULL, 0};
        json_array(&to->json, model ? "new" : "old");
        diff_editions(measure, period, json_side_edition, &side);
        json_end_array(&to->json);
    }
}

static void json_measure(struct diff_json *to, const struct difference_specialization *specialization,
                         const struct difference_measure *measure) {
    for (size_t i = 0; i < measure->filter.region_count; i++) {
        const struct difference_region *region = &measure->filter.regions[i];
        struct json_side_of side = {to, 0, NULL, 0};
        diff_editions(measure, region->period, json_first_edition, &side);
        json_object(&to->json, NULL);
        json_string(&to->json, "specialization", diff_measure_of(measure));
        json_string(&to->json, "measure", diff_measure_name(measure));
        json_place(to, &side.first->measure->span, side.first_model);
        if (region->kind == DIFFERENCE_MOVED) json_entered(to, &specialization->measures[region->to], region->period);
        json_period(to, region->period);
        json_editions(to, measure, region->period);
        json_region_rest(to, region);
        json_end_object(&to->json);
    }
}

/* Rows that go on under another name. */
static void json_passages(struct diff_json *to, const struct difference_measure *measure) {
    for (size_t i = 0; i < measure->passage_count; i++) {
        const struct difference_passage *passage = &measure->passages[i];
        struct text words = {0};
        json_object(&to->json, NULL);
        json_edition(to, "old", &passage->old, 0);
        json_edition(to, "new", &passage->new, 1);
        json_period(to, passage->period);
        diff_words_passage(passage, &words);
        json_words(to, "words", &words);
        json_bool(&to->json, "whole", passage->whole);
        json_array(&to->json, "parts");
        json_part(to, &passage->part);
        json_end_array(&to->json);
        json_end_object(&to->json);
    }
}

static void json_moved(struct diff_json *to) {
    const struct difference *difference = to->diff->difference;
    json_array(&to->json, "moved");
    for (size_t s = 0; s < difference->specialization_count; s++)
        for (size_t m = 0; m < difference->specializations[s].measure_count; m++)
            json_passages(to, &difference->specializations[s].measures[m]);
    json_end_array(&to->json);
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
        if (heading == DIFFERENCE_MEASURES || heading == DIFFERENCE_REQUIREMENTS) json_period(to, fact->period);
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
    json_moved(&to);
    json_eligibilities(&to);
    json_facts(&to, "usage_declaration", DIFFERENCE_USAGE);
    json_facts(&to, "measures", DIFFERENCE_MEASURES);
    json_facts(&to, "requirements", DIFFERENCE_REQUIREMENTS);
    json_facts(&to, "no_effect", DIFFERENCE_NO_EFFECT);
    if (diff->usage) diff_usage_json(diff->usage, &to.json);
    json_end_object(&to.json);
    json_finish(&to.json);
}
