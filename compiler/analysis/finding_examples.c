/* Does every example guard something (A0751), and are there two of the same row (A0752)?
 *
 * An example that expects something to count guards it. One that only expects what does not count *bites* when a change
 * of one of the cells it gives would make it count, or may: then it guards against the loss of one condition. It bites,
 * too, when its own texts would make it count if they stood in other columns: then it guards against a rule that looks
 * at the wrong column. Else it fails for two reasons and more, and would still hold if either were lost. */
#include "compiler/analysis/finding.h"

#include <stdlib.h>
#include <string.h>

struct examples {
    struct findings *findings;
    const struct model_example *example;
    uint64_t *row;           /* its box: one class per field, all where the column is absent */
    const uint64_t *nearest; /* the alternative that fails in fewest fields */
    size_t nearest_missed;
};

static uint32_t examples_class(const struct findings *findings, size_t field, const struct model_cell *cell) {
    const char *folded = cell->kind == MODEL_CELL_TEXT ? cell->folded : NULL;
    return findings->space->fields[field].class_of[space_code(findings->space, field, folded)];
}

static void examples_put(struct examples *examples, uint64_t *box, size_t field, uint32_t class_) {
    const struct space_field *of = &examples->findings->space->fields[field];
    memset(box + of->first_word, 0, of->word_count * sizeof *box);
    box[of->first_word + class_ / 64] = UINT64_C(1) << (class_ % 64);
}

static void examples_row(struct examples *examples, const struct model_example *example) {
    const struct findings *findings = examples->findings;
    examples->example = example;
    examples->nearest = NULL;
    examples->nearest_missed = 0;
    box_fill(findings->space, examples->row);
    for (size_t i = 0; i < findings->model->field_count; i++) {
        size_t field = findings->space->field_of[0][i];
        if (example->cells[i].kind != MODEL_CELL_ABSENT)
            examples_put(examples, examples->row, field, examples_class(findings, field, &example->cells[i]));
    }
}

static bool examples_misses(const struct examples *examples, const uint64_t *box, size_t field) {
    const struct space_field *of = &examples->findings->space->fields[field];
    uint64_t both = 0;
    for (uint32_t i = of->first_word; i < of->first_word + of->word_count; i++)
        both |= box[i] & examples->row[i];
    return both == 0;
}

/* Whether a text that the example gives for another field would do in this one. */
static bool examples_misplaced(const struct examples *examples, const uint64_t *box, size_t missed) {
    const struct findings *findings = examples->findings;
    size_t field = findings->space->field_of[0][missed];
    for (size_t i = 0; i < findings->model->field_count; i++) {
        const struct model_cell *cell = &examples->example->cells[i];
        if (i == missed || !cell->given || cell->kind != MODEL_CELL_TEXT) continue;
        uint32_t code = space_code(findings->space, field, cell->folded);
        if (code == SPACE_OTHER) continue;
        if (box_has(findings->space, box, field, findings->space->fields[field].class_of[code])) return true;
    }
    return false;
}

/* Whether the example bites by this alternative: or it counts by it, which is for `assayc test` to tell. */
static bool examples_bites_box(struct examples *examples, const uint64_t *box) {
    const struct findings *findings = examples->findings;
    size_t missed = 0, given = 0;
    bool misplaced = true;
    for (size_t i = 0; i < findings->model->field_count; i++) {
        if (!examples_misses(examples, box, findings->space->field_of[0][i])) continue;
        missed++;
        given += examples->example->cells[i].given;
        misplaced = misplaced && examples_misplaced(examples, box, i);
    }
    if (!examples->nearest || missed < examples->nearest_missed) {
        examples->nearest = box;
        examples->nearest_missed = missed;
    }
    return misplaced || (missed == 1 && given == 1);
}

static bool examples_bites_measure(struct examples *examples, const struct finding_measure *measure) {
    for (size_t i = 0; i < measure->region.count; i++) {
        if (examples_bites_box(examples, region_box(examples->findings->space, &measure->region, i))) return true;
    }
    return false;
}

/* ---- Telling ---- */

static void examples_list_missed(const struct examples *examples, struct text *out) {
    const struct model *model = examples->findings->model;
    size_t told = 0;
    for (size_t i = 0; i < model->field_count; i++) {
        if (!examples_misses(examples, examples->nearest, examples->findings->space->field_of[0][i])) continue;
        told++;
        const char *joint = told == 1 ? "" : told == examples->nearest_missed ? " and " : ", ";
        text_addf(out, "%s%s", joint, model->fields[i].name.text);
    }
}

/* The cells as the example has them: for subjects, and to compare rows. */
static const char *examples_cells(struct findings *findings, const struct model_example *example) {
    struct text text = {0};
    for (size_t i = 0; i < findings->model->field_count; i++) {
        const struct model_cell *cell = &example->cells[i];
        bool blank = cell->kind == MODEL_CELL_BLANK;
        if (!cell->given) continue;
        text_addf(&text, "%s%s", text.length ? ", " : "", findings->model->fields[i].name.text);
        if (cell->kind == MODEL_CELL_TEXT)
            text_addf(&text, " \"%s\"", cell->text);
        else
            text_add(&text, blank ? " blank" : " absent");
    }
    return finding_keep(findings, &text);
}

static void examples_tell(struct examples *examples, const char *block) {
    struct findings *findings = examples->findings;
    const struct model_example *example = examples->example;
    const char *cells = examples_cells(findings, example);
    struct text subject = {0}, fields = {0};
    text_addf(&subject, "%s: %s: %s", finding_fold(findings, block), finding_fold(findings, example->name.text), cells);
    struct finding *finding = finding_add(findings, A0751, example->span, finding_keep(findings, &subject),
                                          "the example \"%s\" guards nothing", example->name.text);
    finding->witness = cells;
    if (examples->nearest) examples_list_missed(examples, &fields);
    const char *missed = finding_keep(findings, &fields);
    if (examples->nearest_missed == 1)
        finding_mean(findings, finding, "what decides is a cell that it does not give: %s", missed);
    else
        finding_mean(findings, finding, "it fails for several reasons, at best in %s: each of them may be lost unseen",
                     missed);
    finding_remedy(findings, finding, "give it cells that make it count, all but one");
    finding_remedy(findings, finding, "leave it out");
}

/* ---- Specializations ---- */

static bool examples_expects_some(const struct model_example *example) {
    for (size_t i = 0; i < example->outcome_count; i++) {
        if (example->outcomes[i].expectation != MODEL_DOES_NOT_COUNT) return true;
    }
    return false;
}

static bool examples_bites(struct examples *examples, const struct model_example *example, size_t first, size_t count) {
    const struct findings *findings = examples->findings;
    if (examples_expects_some(example)) return true;
    for (size_t i = 0; i < example->outcome_count; i++) {
        if (examples_bites_measure(examples, &findings->measures[first + example->outcomes[i].measure])) return true;
    }
    for (size_t i = 0; i < count && example->nothing_else; i++) {
        if (examples_bites_measure(examples, &findings->measures[first + i])) return true;
    }
    return false;
}

/* ---- The usage declaration ---- */

static bool examples_gives(const struct model_example *example, const struct model_expression *node) {
    if (node->kind == MODEL_CONDITION) return example->cells[node->condition->field].given;
    for (size_t i = 0; i < node->child_count; i++) {
        if (examples_gives(example, node->children[i])) return true;
    }
    return false;
}

/* What the example asks: the eligibilities of which it gives a field (language 5.3). */
static struct region examples_asked(struct findings *findings, const struct model_example *example) {
    struct region asked = {0};
    uint64_t *all = box_new(findings->space);
    box_fill(findings->space, all);
    region_add(findings->space, &asked, all);
    for (size_t i = 0; i < findings->model->eligibility_count; i++) {
        const struct model_rule *rule = &findings->model->eligibilities[i].rule;
        if (!examples_gives(example, rule->where)) continue;
        struct region one = region_of_rule(findings->space, 0, rule);
        asked = region_intersect(findings->space, &asked, &one);
    }
    return asked;
}

static void examples_usage(struct examples *examples) {
    struct findings *findings = examples->findings;
    const struct model *model = findings->model;
    for (size_t i = 0; i < model->example_count && findings->eligible_known; i++) {
        examples_row(examples, &model->examples[i]);
        struct finding_measure asked = {.region = examples_asked(findings, &model->examples[i])};
        bool some = examples_expects_some(&model->examples[i]);
        if (!some && !examples_bites_measure(examples, &asked)) examples_tell(examples, "usage");
    }
}

/* ---- The same row twice ---- */

struct examples_same {
    const struct model_example *example;
    const char *cells;
};

static int examples_by_cells(const void *left, const void *right) {
    const struct examples_same *a = left, *b = right;
    int order = strcmp(a->cells, b->cells);
    if (order) return order;
    return (a->example > b->example) - (a->example < b->example);
}

/* Cells written otherwise are no repetition: such an example shows that case, blanks or an alias mean nothing. */
static void examples_same(struct findings *findings, const char *block, const struct model_example *examples,
                          size_t count) {
    struct examples_same *same = ARENA_ARRAY(findings->arena, count, struct examples_same);
    for (size_t i = 0; i < count; i++)
        same[i] = (struct examples_same){&examples[i], examples_cells(findings, &examples[i])};
    if (count) qsort(same, count, sizeof *same, examples_by_cells);
    for (size_t i = 1; i < count; i++) {
        if (strcmp(same[i].cells, same[i - 1].cells) != 0) continue;
        const struct model_example *one = same[i - 1].example, *two = same[i].example;
        struct text subject = {0};
        text_addf(&subject, "%s: %s, %s: %s", finding_fold(findings, block), finding_fold(findings, one->name.text),
                  finding_fold(findings, two->name.text), same[i].cells);
        struct finding *finding =
            finding_add(findings, A0752, two->span, finding_keep(findings, &subject),
                        "the example \"%s\" gives the same row as \"%s\"", two->name.text, one->name.text);
        finding->witness = *same[i].cells ? same[i].cells : NULL;
        finding_relate(findings, finding, one->span, NULL, "example \"%s\"", one->name.text);
        finding_mean(findings, finding, "one row shows nothing twice");
        finding_remedy(findings, finding, "make one example of both, or change the cell that was to differ");
    }
}

void finding_examples(struct findings *findings) {
    const struct model *model = findings->model;
    struct examples examples = {.findings = findings, .row = box_new(findings->space)};
    examples_usage(&examples);
    examples_same(findings, "usage", model->examples, model->example_count);
    for (size_t s = 0; s < model->specialization_count; s++) {
        const struct model_specialization *of = &model->specializations[s];
        for (size_t i = 0; i < of->example_count; i++) {
            examples_row(&examples, &of->examples[i]);
            if (!examples_bites(&examples, &of->examples[i], findings->first_measure[s], of->measure_count))
                examples_tell(&examples, of->name.text);
        }
        examples_same(findings, of->name.text, of->examples, of->example_count);
    }
}
