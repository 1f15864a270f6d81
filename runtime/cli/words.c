#include "runtime/cli/words.h"

#include "runtime/cli/style.h"

#include <stdlib.h>
#include <string.h>

static int words_by_folded(const void *left, const void *right) {
    const char *a = *(const char *const *)left, *b = *(const char *const *)right;
    char folded_a[ASSAY_TEXT_MAX + 1] = {0}, folded_b[ASSAY_TEXT_MAX + 1] = {0};
    assay_fold(folded_a, a, strnlen(a, ASSAY_TEXT_MAX));
    assay_fold(folded_b, b, strnlen(b, ASSAY_TEXT_MAX));
    return strcmp(folded_a, folded_b);
}

/* The values of texts and lists together, sorted by folded text; malloc'd, NULL when memory is out. */
static const char **words_sorted(const struct assay_values *values, size_t count) {
    const char **sorted = malloc((count + 1) * sizeof *sorted);
    for (size_t i = 0; sorted && i < count; i++)
        sorted[i] = assay_value_at(values, i);
    if (sorted) qsort(sorted, count, sizeof *sorted, words_by_folded);
    return sorted;
}

static void words_values(struct text *out, const struct assay_values *values, size_t count, size_t shown) {
    const char **sorted = words_sorted(values, count);
    for (size_t i = 0; sorted && i < shown; i++)
        text_addf(out, "%s\"%s\"", i ? ", " : "", sorted[i]);
    out->failed = out->failed || !sorted;
    free(sorted);
}

static void words_items(struct text *out, const struct assay_condition *condition, size_t shown) {
    const struct assay_values *values = &condition->values;
    size_t count = assay_value_count(values), written = count <= shown ? count : shown;
    words_values(out, values, count, written);
    if (condition->blank) text_add(out, written ? ", blank" : "blank");
    if (written < count) text_addf(out, " and %zu more", count - written);
    for (uint16_t i = 0; i < values->list_count; i++)
        text_addf(out, "%s%s", i ? ", " : " (", values->lists[i]->name);
    if (values->list_count) text_add(out, ")");
}

/* The verb in front of the items. */
static const char *words_test(const struct assay_condition *condition) {
    bool one = condition->values.text_count + condition->blank == 1 && condition->values.list_count == 0;
    switch ((enum assay_test)condition->test) {
    case ASSAY_ANY_OF:
        return one ? "is " : "is any of ";
    case ASSAY_NONE_OF:
        return "is none of ";
    case ASSAY_ANYTHING_EXCEPT:
        break;
    }
    return "is anything except ";
}

void words_condition(struct text *out, const struct assay_usage *usage, const struct assay_condition *condition,
                     size_t shown) {
    text_addf(out, "%s ", usage->fields[condition->field].name);
    bool none = assay_value_count(&condition->values) == 0;
    if (none && condition->test == (condition->blank ? ASSAY_NONE_OF : ASSAY_ANYTHING_EXCEPT)) {
        text_add(out, "is not blank");
        return;
    }
    text_add(out, words_test(condition));
    words_items(out, condition, shown);
}

void words_fields(struct text *out, const struct assay_usage *usage, const uint16_t *fields, size_t count) {
    for (size_t i = 0; i < count; i++)
        text_addf(out, "%s%s", i ? ", " : "", usage->fields[fields[i]].name);
}

void words_citation(struct text *out, const struct assay_citation *cites) {
    if (!cites->title) return;
    text_addf(out, "\"%s\"", cites->title);
    if (cites->date) text_add(out, ", "), style_date(out, cites->date);
    if (cites->secondary) text_add(out, " (secondary source)");
}

void words_source(struct text *out, const struct assay_citation *cites) {
    words_citation(out, cites);
    if (cites->title && cites->address) text_addf(out, ", %s", cites->address);
}

const char *words_answer(enum assay_answer answer) {
    return answer == ASSAY_YES ? "yes" : answer == ASSAY_NO ? "no" : "cannot tell";
}

const char *words_met(enum assay_answer answer) {
    return answer == ASSAY_YES ? "met" : answer == ASSAY_NO ? "missed" : "cannot tell";
}
