/* sentence.h - requirements, days and sources in words: "at least 30,000 USD of Windows ACR over 3 months from at least
 * 3 customers".
 *
 * The one wording of tables, reports and messages. It does not say when the requirement is in force, and of a line that
 * has parts it says the whole; each part says its own: "of which at least 3,000 USD of SQL Database (DB) ACR". */
#ifndef ASSAY_MODEL_SENTENCE_H
#define ASSAY_MODEL_SENTENCE_H

#include "compiler/model/model.h"

/* In the arena. `part`: it is what a line says `of which`. No `text` is read. */
const char *sentence_of(const struct model_requirement *requirement, const char *currency, bool part,
                        struct arena *arena);

/* "30,000.5" of the plain decimal "30000.5". In the arena. */
const char *sentence_grouped(const char *plain, struct arena *arena);

/* "2023-07-11"; "2023" of a day of which only the year is known. In the arena. */
const char *sentence_date(uint32_t date, struct arena *arena);

/* The kind of validation that a step is for, as the language writes it: "audit". */
const char *sentence_step_kind(enum assay_step_kind kind);

/* `secondary "Title", 2023-07-11 at https://...`, with the title as it is quoted; of a citation that has one. In the
 * arena. */
const char *sentence_citation(const struct model_citation *cites, const char *quoted, struct arena *arena);

#endif
