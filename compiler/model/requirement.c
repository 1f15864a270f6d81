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
