#include "compiler/analysis/finding.h"
#include "compiler/model/sentence.h"

#include "compiler/base/fold.h"
#include "compiler/model/witness.h"

#include <string.h>

struct finding *finding_add(struct findings *findings, enum message_code code, struct span span, const char *subject,
                            const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    const char *text = arena_format_list(findings->arena, format, arguments);
    va_end(arguments);
    struct finding *finding = ARENA_NEW(findings->arena, struct finding);
    finding->subject = arena_string(findings->arena, subject, strlen(subject));
    diagnostic_add(findings->diagnostics, code, span, "%s", text)->finding = finding;
    return finding;
}

void finding_mean(struct findings *findings, struct finding *finding, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    finding->meaning = arena_format_list(findings->arena, format, arguments);
    va_end(arguments);
}

/* Whether an array of this many, whose capacity is the next power of two, is full. */
static bool finding_full(size_t count) {
    return (count & (count - 1)) == 0;
}

void finding_remedy(struct findings *findings, struct finding *finding, const char *format, ...) {
    size_t count = finding->remedy_count;
    const char **remedies = ARENA_ARRAY(findings->arena, count + 1, const char *);
    if (count) memcpy(remedies, finding->remedies, count * sizeof *remedies);
    va_list arguments;
    va_start(arguments, format);
    remedies[count] = arena_format_list(findings->arena, format, arguments);
    va_end(arguments);
    finding->remedies = remedies;
    finding->remedy_count++;
}

static const char *finding_cites(struct findings *findings, const struct model_citation *cites) {
    if (!cites || !cites->title.text) return NULL;
    const char *quoted = arena_format(findings->arena, "\"%s\"", cites->title.text);
    return sentence_citation(cites, quoted, findings->arena);
}

void finding_relate(struct findings *findings, struct finding *finding, struct span span,
                    const struct model_citation *cites, const char *format, ...) {
    size_t count = finding->related_count;
    if (finding_full(count)) {
        struct related *related = ARENA_ARRAY(findings->arena, count ? 2 * count : 1, struct related);
        if (count) memcpy(related, finding->related, count * sizeof *related);
        finding->related = related;
    }
    va_list arguments;
    va_start(arguments, format);
    const char *text = arena_format_list(findings->arena, format, arguments);
    va_end(arguments);
    finding->related[finding->related_count++] = (struct related){span, text, finding_cites(findings, cites)};
}

const char *finding_row(struct findings *findings, const uint64_t *box, const struct region *const *in, size_t in_count,
                        const struct region *const *out, size_t out_count) {
    struct witness witness;
    struct text text = {0};
    struct space_budget budget = findings->budget;
    if (!witness_find(findings->space, box, in, in_count, out, out_count, &budget, &witness)) return NULL;
    witness_print(findings->space, &witness, &text);
    return finding_keep(findings, &text);
}

const char *finding_row_of(struct findings *findings, const uint64_t *box, const struct region *const both[2],
                           size_t field, const char *written) {
    struct witness witness;
    struct text text = {0};
    struct space_budget budget = findings->budget;
    if (!witness_find(findings->space, box, both, 2, NULL, 0, &budget, &witness)) return NULL;
    for (size_t i = 0; i < witness.count; i++) {
        if (witness.cells[i].field == field) witness.cells[i].text = written;
    }
    witness_print(findings->space, &witness, &text);
    return finding_keep(findings, &text);
}

/* ---- Words ---- */

const char *finding_keep(struct findings *findings, struct text *text) {
    const char *kept = arena_string(findings->arena, text->data ? text->data : "", text->length);
    text_free(text);
    return kept;
}

void finding_list(struct text *out, const char *value) {
    text_addf(out, "%s\"%s\"", out->length ? ", " : "", value);
}

const char *finding_fold(struct findings *findings, const char *text) {
    return fold_text(findings->arena, text);
}

void finding_add_condition(const struct findings *findings, struct text *out, const struct model_condition *condition) {
    static const char *const tests[] = {
        [ASSAY_ANY_OF] = "any of", [ASSAY_NONE_OF] = "none of", [ASSAY_ANYTHING_EXCEPT] = "anything except"};
    text_addf(out, "%s %s", findings->model->fields[condition->field].name.text, tests[condition->test]);
    for (size_t i = 0; i < condition->value_count; i++)
        text_addf(out, "%s \"%s\"", i ? "," : "", condition->values[i].folded);
    if (condition->blank) text_addf(out, "%s blank", condition->value_count ? "," : "");
}

void finding_add_expression(const struct findings *findings, struct text *out,
                            const struct model_expression *expression) {
    if (expression->kind == MODEL_CONDITION) {
        finding_add_condition(findings, out, expression->condition);
        return;
    }
    for (size_t i = 0; i < expression->child_count; i++) {
        text_add(out, i == 0 ? "(" : expression->kind == MODEL_ALL ? " and " : " or ");
        finding_add_expression(findings, out, expression->children[i]);
    }
    text_add_char(out, ')');
}

const char *finding_measure_name(struct findings *findings, const struct finding_measure *measure) {
    return arena_format(findings->arena, "%s / %s", finding_fold(findings, measure->of->name.text),
                        finding_fold(findings, measure->measure->name.text));
}

/* ---- Periods ---- */

static uint32_t finding_until(const struct model_measure *measure) {
    return measure->until ? measure->until : UINT32_MAX;
}

bool finding_together(const struct model_measure *a, const struct model_measure *b) {
    return a->from <= finding_until(b) && b->from <= finding_until(a);
}

bool finding_throughout(const struct model_measure *outer, const struct model_measure *inner) {
    return outer->from <= inner->from && finding_until(inner) <= finding_until(outer);
}
