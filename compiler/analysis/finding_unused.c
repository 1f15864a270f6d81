/* Is everything used that is declared: value lists (A0731), fields (A0732), certifications (A0736), and measures, where
 * amounts are published (A0737)? And does every text that is known not to count indeed not count (A0733)? Of a part of
 * the rules alone, with fewer than two specializations, nothing is asked about lists, fields and certifications: others
 * may use them. */
#include "compiler/analysis/finding.h"

#include <string.h>

struct unused {
    struct findings *findings;
    bool *fields; /* used, by field */
    bool *lists;  /* used, by list */
};

/* ---- Use ---- */

static void unused_lists(struct unused *unused, const struct model_list *const *lists, size_t count) {
    for (size_t i = 0; i < count; i++)
        unused->lists[lists[i] - unused->findings->model->lists] = true;
}

static void unused_expression(struct unused *unused, const struct model_expression *node) {
    for (size_t i = 0; i < node->child_count; i++)
        unused_expression(unused, node->children[i]);
    if (node->kind != MODEL_CONDITION) return;
    unused->fields[node->condition->field] = true;
    unused_lists(unused, node->condition->lists, node->condition->list_count);
}

static void unused_once(struct unused *unused, const struct model_once *once) {
    for (size_t i = 0; i < once->key_count; i++)
        unused->fields[once->key[i]] = true;
    for (size_t i = 0; i < once->least_count; i++)
        unused->fields[once->least[i]] = true;
    unused->fields[once->preferred_field] = true;
}

static void unused_gather(struct unused *unused) {
    const struct model *model = unused->findings->model;
    for (size_t i = 0; i < model->field_count; i++)
        unused->fields[i] = model->fields[i].role != ASSAY_TEXT;
    for (size_t i = 0; i < model->eligibility_count; i++) {
        unused_expression(unused, model->eligibilities[i].rule.where);
        unused_lists(unused, model->eligibilities[i].known_lists, model->eligibilities[i].known_list_count);
    }
    if (model->once) unused_once(unused, model->once);
    if (model->cross_check) unused->fields[model->cross_check->field] = true;
    for (size_t i = 0; i < unused->findings->measure_count; i++)
        unused_expression(unused, unused->findings->measures[i].measure->rule.where);
}

static void unused_tell(struct unused *unused) {
    struct findings *findings = unused->findings;
    const struct model *model = findings->model;
    for (size_t i = 0; i < model->list_count; i++) {
        if (unused->lists[i]) continue;
        const struct model_list *list = &model->lists[i];
        struct finding *finding =
            finding_add(findings, A0731, list->span, list->name, "no rule uses the list '%s'", list->name);
        finding_mean(findings, finding, "whatever is changed in it changes nothing");
        finding_remedy(findings, finding, "leave it out, or write its name where its values stand");
    }
    for (size_t i = 0; i < model->field_count; i++) {
        if (unused->fields[i]) continue;
        const struct model_text *name = &model->fields[i].name;
        struct finding *finding =
            finding_add(findings, A0732, name->span, name->text, "nothing uses the field '%s'", name->text);
        finding_mean(findings, finding, "no condition, key, claim or cross-check looks at it");
        finding_remedy(findings, finding, "leave it out, or write the condition that was to look at it");
    }
}

/* ---- Certifications, measures ---- */

static bool unused_named(struct findings *findings, const struct model_requirement *lines, size_t count,
                         enum assay_requirement_kind kind, const char *folded) {
    for (size_t i = 0; i < count; i++) {
        const struct model_requirement *line = &lines[i];
        for (size_t k = 0; line->kind == kind && k < line->name_count; k++)
            if (strcmp(finding_fold(findings, line->names[k].text), folded) == 0) return true;
        if (unused_named(findings, line->parts, line->part_count, kind, folded)) return true;
    }
    return false;
}

static void unused_certification(struct findings *findings, const struct model_certification *certification) {
    const struct model *model = findings->model;
    const char *code = certification->code.text, *folded = finding_fold(findings, code);
    for (size_t s = 0; s < model->specialization_count; s++) {
        const struct model_specialization *of = &model->specializations[s];
        if (unused_named(findings, of->requirements, of->requirement_count, ASSAY_REQUIRES_PEOPLE, folded)) return;
    }
    struct finding *finding = finding_add(findings, A0736, certification->span, folded,
                                          "no requirement asks for the certification '%s'", code);
    finding_mean(findings, finding, "whoever holds it, no answer depends on it");
    finding_remedy(findings, finding, "leave it out, or write the requirement that was to name it");
}

static bool unused_has(const struct model_requirement *lines, size_t count, enum assay_requirement_kind kind) {
    for (size_t i = 0; i < count; i++)
        if (lines[i].kind == kind || unused_has(lines[i].parts, lines[i].part_count, kind)) return true;
    return false;
}

static bool unused_amount_unpublished(const struct model_specialization *of) {
    for (size_t i = 0; i < of->requirement_count; i++) {
        const struct model_requirement *line = &of->requirements[i];
        if (line->kind == ASSAY_REQUIRES_UNPUBLISHED && strcmp(line->subject, "knowledge") != 0) return true;
    }
    return false;
}

/* Where some amount is required, and nothing is left unpublished of amounts. */
static void unused_measures(struct findings *findings, const struct model_specialization *of) {
    if (unused_amount_unpublished(of)) return;
    if (!unused_has(of->requirements, of->requirement_count, ASSAY_REQUIRES_AMOUNT)) return;
    for (size_t i = 0; i < of->measure_count; i++) {
        const struct model_measure *measure = &of->measures[i];
        const char *folded = finding_fold(findings, measure->name.text);
        if (unused_named(findings, of->requirements, of->requirement_count, ASSAY_REQUIRES_AMOUNT, folded)) continue;
        struct text subject = {0};
        text_addf(&subject, "%s / %s", finding_fold(findings, of->name.text), folded);
        struct finding *finding = finding_add(findings, A0737, measure->span, finding_keep(findings, &subject),
                                              "no requirement sums the measure '%s'", measure->name.text);
        finding_mean(findings, finding, "amounts are required of other measures, and usage of this one helps nobody");
        finding_remedy(findings, finding, "name it in the line that was to sum it, or leave it out");
    }
}

/* ---- What is known not to count ---- */

static size_t unused_first_field(const struct model_expression *node) {
    while (node->kind != MODEL_CONDITION)
        node = node->children[0];
    return node->condition->field;
}

/* Whether a row with this text (NULL: blank) in the eligibility's first field can meet it. */
static void unused_known(struct findings *findings, const struct model_eligibility *of, const char *written,
                         const char *folded, struct span span) {
    size_t named = unused_first_field(of->rule.where), field = findings->space->field_of[0][named];
    uint32_t class_ = findings->space->fields[field].class_of[space_code(findings->space, field, folded)];
    struct region region = region_of_rule(findings->space, 0, &of->rule);
    for (size_t i = 0; i < region.count; i++) {
        if (!box_has(findings->space, region_box(findings->space, &region, i), field, class_)) continue;
        const char *name = findings->model->fields[named].name.text;
        const char *text = written ? arena_format(findings->arena, "\"%s\"", written) : "blank";
        struct text subject = {0};
        text_addf(&subject, "%s: %s \"%s\"", of->reason, name, folded ? folded : "");
        struct finding *finding =
            finding_add(findings, A0733, span, finding_keep(findings, &subject),
                        "%s is known not to count, but a row with it can meet this condition", text);
        finding_relate(findings, finding, of->span, &findings->model->cites, "counts only where: %s", of->reason);
        finding_mean(findings, finding, "reports stay silent about the rows with it that fail, as if all of them did");
        finding_remedy(findings, finding, "take it out of what is known not to count, or narrow the condition");
        return;
    }
}

void finding_unused(struct findings *findings) {
    const struct model *model = findings->model;
    struct unused unused = {findings, ARENA_ARRAY(findings->arena, model->field_count, bool),
                            ARENA_ARRAY(findings->arena, model->list_count, bool)};
    unused_gather(&unused);
    bool all = model->specialization_count >= 2;
    if (all) unused_tell(&unused);
    for (size_t i = 0; all && i < model->certification_count; i++)
        unused_certification(findings, &model->certifications[i]);
    for (size_t s = 0; s < model->specialization_count; s++)
        unused_measures(findings, &model->specializations[s]);
    for (size_t i = 0; i < model->eligibility_count; i++) {
        const struct model_eligibility *of = &model->eligibilities[i];
        for (size_t k = 0; k < of->known_count; k++)
            unused_known(findings, of, of->known[k].text, of->known[k].folded, of->known[k].span);
        if (of->known_blank) unused_known(findings, of, NULL, NULL, of->span);
    }
}
