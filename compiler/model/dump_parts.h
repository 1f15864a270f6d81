/* dump_parts.h - what the files of the dump share. The pass itself is dump_model (dump.h). */
#ifndef ASSAY_MODEL_DUMP_PARTS_H
#define ASSAY_MODEL_DUMP_PARTS_H

#include "compiler/model/dump.h"

/* dump.c: a text in quotes behind a blank; several, behind a word; a citation. */
void dump_text(struct text *out, const char *text);
void dump_texts(struct text *out, const char *word, const struct model_text *texts, size_t count);
void dump_cites(struct text *out, const struct model_citation *cites);
/* ` means "..." at "..."`, where there is one. */
void dump_meaning(struct text *out, const char *means, const char *address);

/* dump_requirement.c: what a specialization requires; certifications and the renewal. */
void dump_requirement(struct text *out, const struct model_requirement *requirement);
void dump_metrics(struct text *out, const struct model_specialization *specialization);
void dump_partner(struct text *out, const struct model *model);

#endif
