#include "compiler/model/requirement.h"

#include <string.h>

assay_money requirement_needed(const struct model_requirement *requirement, const struct model_requirement *whole) {
    assay_money stated = 0, needed = 0;
    (void)assay_money_parse(requirement->amount, strlen(requirement->amount), &stated);
    for (unsigned i = 0; i < (whole->average ? whole->months : 1u); i++)
        (void)assay_money_add(&needed, stated);
    return needed;
}

bool requirement_validates(const struct model_requirement *requirement) {
    return requirement->kind == ASSAY_REQUIRES_AUDIT || requirement->kind == ASSAY_REQUIRES_REFERENCES;
}

static bool requirement_same_text(const char *a, const char *b) {
    if (!a || !b) return a == b;
    return assay_same(a, strlen(a), b, strlen(b)) != 0;
}

static bool requirement_same_fact(const struct model_fact *a, const struct model_fact *b) {
    bool same = a->kind == b->kind && a->none == b->none && a->undecided == b->undecided && a->amount == b->amount &&
                a->count == b->count && a->date == b->date && a->name_count == b->name_count &&
                requirement_same_text(a->customer, b->customer);
    for (size_t i = 0; same && i < a->name_count; i++)
        same = requirement_same_text(a->names[i].text, b->names[i].text);
    return same;
}

bool requirement_same_given(const struct model_case *a, const struct model_case *b) {
    bool same = a->as_of == b->as_of && a->fact_count == b->fact_count;
    for (size_t i = 0; same && i < a->fact_count; i++)
        same = requirement_same_fact(&a->facts[i], &b->facts[i]);
    return same;
}
