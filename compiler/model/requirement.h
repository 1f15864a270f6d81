/* requirement.h - small questions about a requirement. */
#ifndef ASSAY_MODEL_REQUIREMENT_H
#define ASSAY_MODEL_REQUIREMENT_H

#include "compiler/model/model.h"

/* The sum or the number that meets a requirement which states an amount: of an average over some months that of all of
 * them. `whole`: what has the window, itself or what it is a part of. */
assay_money requirement_needed(const struct model_requirement *requirement, const struct model_requirement *whole);

/* Whether it is the audit or the references. */
bool requirement_validates(const struct model_requirement *requirement);

/* Whether two examples of requirements take the same as given, of the same day; texts are compared by R1. */
bool requirement_same_given(const struct model_case *a, const struct model_case *b);

#endif
