#include "runtime/cli/words.h"

#include "runtime/cli/style.h"

static void words_items(struct text *out, const struct assay_condition *condition, size_t shown) {
    size_t count = condition->value_count, written = count <= shown ? count : shown;
    for (size_t i = 0; i < written; i++)
        text_addf(out, "%s\"%s\"", i ? ", " : "", condition->values[i].text);
    if (condition->blank) text_add(out, written ? ", blank" : "blank");
    if (written < count) text_addf(out, " and %zu more", count - written);
    if (condition->list) text_addf(out, " (%s)", condition->list);
}

/* The verb in front of the items. */
static const char *words_test(const struct assay_condition *condition) {
    bool one = condition->value_count + condition->blank == 1 && !condition->list;
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
    bool none = condition->value_count == 0;
    if (none && condition->test == (condition->blank ? ASSAY_NONE_OF : ASSAY_ANYTHING_EXCEPT)) {
        text_add(out, "is not blank");
        return;
    }
    text_add(out, words_test(condition));
    words_items(out, condition, shown);
}

void words_citation(struct text *out, const struct assay_citation *cites) {
    if (!cites->title) return;
    text_addf(out, "\"%s\"", cites->title);
    if (!cites->date) return;
    text_add(out, ", ");
    style_date(out, cites->date);
}

const char *words_met(enum assay_answer answer) {
    return answer == ASSAY_YES ? "met" : answer == ASSAY_NO ? "missed" : "cannot tell";
}
