/* Are two values of a field near-duplicates (A0722)?
 *
 * They are when they differ in blanks, hyphens and other marks alone; in the plural of words; in one letter, which is
 * no digit, of six and more; or when one has a word more than the other, which has two and more. Never when one
 * measure, one eligibility or one value list names both: whoever writes both beside one another means both. Nor when an
 * alias makes them one, or when they look the same: that is A0723. */
#include "compiler/analysis/finding.h"
#include "compiler/analysis/resemble.h"

#include <stdlib.h>
#include <string.h>

/* A value of a field as one rule names it. */
struct near_use {
    size_t field;
    const char *folded;
    uint32_t code; /* in the space; SPACE_OTHER: no condition names it */
    const struct model_value *value;
    uint32_t rule; /* measures, then eligibilities */
    const struct model_citation *cites;
    const char *title; /* of the measure, or of the eligibility */
};

/* A value and the rules that name it. */
struct near_value {
    size_t field;
    const struct near_use *uses;
    size_t use_count;
};

struct near_search {
    struct findings *findings;
    struct near_use *uses;
    size_t use_count;
    struct near_value *values;
    struct resemble_text *texts; /* by value */
    size_t value_count;
};

/* ---- Gathering ---- */

static uint32_t near_code(const struct findings *findings, size_t field, const char *folded) {
    return space_code(findings->space, findings->space->field_of[0][field], folded);
}

static void near_gather_values(struct near_search *search, size_t field, const struct model_value *values, size_t count,
                               struct near_use use) {
    for (size_t i = 0; i < count; i++) {
        use.field = field;
        use.folded = values[i].folded;
        use.value = &values[i];
        if (search->uses) use.code = near_code(search->findings, field, use.folded);
        if (search->uses) search->uses[search->use_count] = use;
        search->use_count++;
    }
}

static void near_gather_rule(struct near_search *search, const struct model_expression *node, struct near_use use) {
    if (node->kind == MODEL_CONDITION)
        near_gather_values(search, node->condition->field, node->condition->values, node->condition->value_count, use);
    for (size_t i = 0; i < node->child_count; i++)
        near_gather_rule(search, node->children[i], use);
}

static size_t near_first_field(const struct model_expression *node) {
    while (node->kind != MODEL_CONDITION)
        node = node->children[0];
    return node->condition->field;
}

static void near_gather(struct near_search *search) {
    struct findings *findings = search->findings;
    const struct model *model = findings->model;
    search->use_count = 0;
    for (size_t i = 0; i < findings->measure_count; i++) {
        const struct model_measure *measure = findings->measures[i].measure;
        struct near_use use = {.rule = (uint32_t)i, .cites = &measure->cites, .title = measure->name.text};
        near_gather_rule(search, measure->rule.where, use);
    }
    for (size_t i = 0; i < model->eligibility_count; i++) {
        const struct model_eligibility *of = &model->eligibilities[i];
        struct near_use use = {
            .rule = (uint32_t)(findings->measure_count + i), .cites = &model->cites, .title = of->reason};
        near_gather_rule(search, of->rule.where, use);
        near_gather_values(search, near_first_field(of->rule.where), of->known, of->known_count, use);
    }
}

static int near_by_value(const void *left, const void *right) {
    const struct near_use *a = left, *b = right;
    if (a->field != b->field) return a->field < b->field ? -1 : 1;
    if (a->code != b->code) return a->code < b->code ? -1 : 1;
    int order = a->code == SPACE_OTHER ? strcmp(a->folded, b->folded) : 0;
    if (order) return order;
    if (a->rule != b->rule) return a->rule < b->rule ? -1 : 1;
    return (a->value->span.begin > b->value->span.begin) - (a->value->span.begin < b->value->span.begin);
}

static void near_values(struct near_search *search) {
    struct arena *arena = search->findings->arena;
    search->values = ARENA_ARRAY(arena, search->use_count, struct near_value);
    search->texts = ARENA_ARRAY(arena, search->use_count, struct resemble_text);
    for (size_t i = 0; i < search->use_count; i++) {
        const struct near_use *use = &search->uses[i];
        struct near_value *last = search->value_count ? &search->values[search->value_count - 1] : NULL;
        if (last && last->field == use->field && strcmp(last->uses->folded, use->folded) == 0) {
            last->use_count++;
            continue;
        }
        search->texts[search->value_count] = resemble_text(use->field, use->folded, use->value->text, arena);
        search->values[search->value_count++] = (struct near_value){use->field, use, 1};
    }
}

/* ---- Telling ---- */

static bool near_together(const struct near_value *a, const struct near_value *b) {
    size_t i = 0, k = 0;
    while (i < a->use_count && k < b->use_count) {
        if (a->uses[i].rule == b->uses[k].rule) return true;
        if (a->uses[i].rule < b->uses[k].rule)
            i++;
        else
            k++;
    }
    return false;
}

static bool near_one_meaning(const struct findings *findings, const struct near_value *a, const struct near_value *b) {
    const struct space_field *field = &findings->space->fields[findings->space->field_of[0][a->field]];
    uint32_t left = a->uses->code, right = b->uses->code;
    return left != SPACE_OTHER && right != SPACE_OTHER && field->meaning[0][left] == field->meaning[0][right];
}

static void near_relate(struct findings *findings, struct finding *finding, const struct near_value *value) {
    finding_relate(findings, finding, value->uses->value->span, value->uses->cites, "\"%s\" stands in '%s'%s",
                   value->uses->value->text, value->uses->title, value->use_count > 1 ? " and elsewhere" : "");
}

static void near_tell(struct findings *findings, const struct near_value *a, const struct near_value *b,
                      const char *how) {
    const char *field = findings->model->fields[a->field].name.text;
    const char *subject = arena_format(findings->arena, "%s \"%s\" \"%s\"", field, a->uses->folded, b->uses->folded);
    bool a_is_rare = a->use_count < b->use_count;
    const struct near_value *rare = a_is_rare ? a : b, *other = a_is_rare ? b : a;
    struct finding *finding = finding_add(findings, A0722, rare->uses->value->span, subject,
                                          "\"%s\" is much like \"%s\", another value of %s: %s",
                                          rare->uses->value->text, other->uses->value->text, field, how);
    near_relate(findings, finding, other);
    finding_mean(findings, finding,
                 "each counts in rules of its own; a row with the one is nothing to rules that name the other");
    finding_remedy(findings, finding, "if one of them is misspelled, correct it");
    finding_remedy(findings, finding,
                   "if exports write one thing in both ways, declare an alias in the usage declaration");
}

void finding_near(struct findings *findings) {
    struct near_search search = {.findings = findings};
    near_gather(&search);
    search.uses = ARENA_ARRAY(findings->arena, search.use_count, struct near_use);
    near_gather(&search);
    if (search.use_count) qsort(search.uses, search.use_count, sizeof *search.uses, near_by_value);
    near_values(&search);
    struct resemble_pairs pairs =
        resemble_find(search.texts, search.value_count, RESEMBLE_VALUES, findings->arena, &findings->budget);
    for (size_t i = 0; i < pairs.count; i++) {
        const struct resemble_pair *pair = &pairs.items[i];
        const struct near_value *a = &search.values[pair->a], *b = &search.values[pair->b];
        if (!near_together(a, b) && !near_one_meaning(findings, a, b)) near_tell(findings, a, b, pair->how);
    }
}
