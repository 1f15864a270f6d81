/* step.h - where a partner takes the next step, by what the rules state for its kind of validation. */
#ifndef ASSAY_STEP_H
#define ASSAY_STEP_H

#include "runtime/usage/standing.h"

/* The step that is open: of an audit or references that are not surely done, or of a specialization that asks for
 * neither. NULL: none is stated, or nothing is left to do. */
const struct assay_step *step_of(const struct assay_usage *usage, const struct standing *standing);

/* Whether it can be taken on the day. */
enum assay_answer step_available(const struct assay_step *step, const struct standing *standing);

/* Stable names for programs: "audit", "references", "neither". */
const char *step_kind_name(const struct assay_step *step);

/* Adds who can take it: "MPN Partner admin or Global admin". */
void step_roles(struct text *out, const struct assay_step *step);

/* A place on the way, with the specialization's own area and name. */
const char *step_place(const struct assay_place *place, const struct assay_specialization *specialization);

/* Adds the action with what it waits for and who can take it: "Schedule audit, available when every other requirement
 * is met; as MPN Partner admin or Global admin". */
void step_action(struct text *out, const struct assay_step *step, const struct standing *standing);

/* Adds the site, the way and the action: "Partner Center, Membership > Specializations > AREA > NAME: ACTION." */
void step_words(struct text *out, const struct assay_step *step, const struct standing *standing);

#endif
