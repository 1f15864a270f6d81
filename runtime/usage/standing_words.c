/* standing_words.c - what statuses, doubts and numbers are called. */
#include "runtime/usage/standing.h"

const char *standing_status_word(enum standing_status status) {
    return status == STANDING_ACTIVE ? "Active" : "Not started";
}

const char *standing_doubt_words(enum standing_doubt doubt) {
    static const char *const words[] = {
        [STANDING_CERTAIN] = "",
        [STANDING_UNPUBLISHED] = "not published",
        [STANDING_NO_DAY] = "the day is not known",
        [STANDING_NO_MONTH] = "the export has no month",
        [STANDING_UNDECIDED_ROWS] = "rows that cannot be told could turn it",
        [STANDING_NO_CUSTOMER] = "the export has no customer",
        [STANDING_SILENT] = "not stated",
        [STANDING_NO_METRIC] = "a month of the metric is not known",
        [STANDING_UNSURE] = "entries that are not certain could turn it",
    };
    return words[doubt];
}

const char *standing_heads(const struct assay_requirement *requirement, uint64_t count) {
    bool one = count == 1;
    if (requirement->kind == ASSAY_REQUIRES_PEOPLE) return one ? "person" : "people";
    if (requirement->kind == ASSAY_REQUIRES_REFERENCES) return one ? "reference" : "references";
    return one ? "customer" : "customers";
}

void standing_unit(struct text *out, const struct assay_requirement *requirement, const char *currency) {
    if (requirement->kind == ASSAY_REQUIRES_AMOUNT) text_addf(out, " %s", currency);
    if (requirement->percent) text_add(out, " percent");
}
