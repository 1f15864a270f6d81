/* space_class.h - what the files of the space share. */
#ifndef ASSAY_MODEL_SPACE_CLASS_H
#define ASSAY_MODEL_SPACE_CLASS_H

#include "compiler/model/space.h"

/* Calls `visit` with every condition of the rules of a model, in order: eligibilities, then measures. */
typedef void space_visit(void *context, size_t model, const struct model_condition *condition);
void space_conditions(const struct space *space, size_t model, space_visit *visit, void *context);

/* A condition parts the codes of its field in two: those that it lists, and the rest. Calls `visit` with each code
 * that it lists through the aliases of the model, perhaps more than once; blank counts as listed by `anything except`.
 * So `any of` holds for the codes visited, and every other test for the rest. */
typedef void space_visit_code(void *context, const struct space_field *field, uint32_t code);
void space_listed(const struct space *space, size_t model, const struct model_condition *condition,
                  space_visit_code *visit, void *context);

/* Numbers the classes of all fields, once their texts and aliases are known. */
void space_classes(struct space *space);

#endif
