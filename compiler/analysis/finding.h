/* finding.h - what the analyses of `assayc check` share: the rules as boxes, and the making of one finding.
 *
 * One question per file. Each analysis is one function of `struct findings`; findings.c has them in a table. An
 * analysis looks at the whole rule set, reports with finding_add and its like, and counts its work in the budget. */
#ifndef ASSAY_ANALYSIS_FINDING_H
#define ASSAY_ANALYSIS_FINDING_H

#include "compiler/analysis/box_index.h"
#include "compiler/analysis/findings.h"
#include "compiler/base/diagnostic.h"
#include "compiler/model/space.h"

struct finding_measure {
    const struct model_specialization *of;
    const struct model_measure *measure;
    size_t begin, end;    /* its boxes, by number in the index */
    struct region region; /* the same boxes; none: nothing can satisfy it */
};

struct written;

struct findings {
    const struct model *model;
    uint32_t as_of; /* YYYYMMDD */
    struct arena *arena;
    struct diagnostics *diagnostics;
    struct space *space;
    struct space_budget budget; /* of the analysis that runs */
    struct region eligible;     /* what meets all eligibilities; not to be used when `eligible_known` is false */
    bool eligible_known;
    struct finding_measure *measures; /* of all specializations, in the model's order */
    size_t measure_count;
    size_t *first_measure;   /* by specialization, and one more: its first measure */
    struct box_index *index; /* the boxes of all measures: clauses that something can satisfy */
    uint32_t *owner;         /* by box: its measure */
    uint32_t *scratch;       /* room for as many numbers as there are boxes */
    struct written *written; /* the texts of the rules */
};

/* ---- Making a finding. Texts are copied into the arena. ---- */

/* A finding at a place. `subject` says all that it says of what the rules mean. */
struct finding *finding_add(struct findings *findings, enum message_code code, struct span span, const char *subject,
                            const char *format, ...) __attribute__((format(printf, 5, 6)));
void finding_mean(struct findings *findings, struct finding *finding, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void finding_remedy(struct findings *findings, struct finding *finding, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* A further place; `cites` may be NULL. */
void finding_relate(struct findings *findings, struct finding *finding, struct span span,
                    const struct model_citation *cites, const char *format, ...) __attribute__((format(printf, 5, 6)));
/* A smallest row of the box, which lies in all of `in` and in none of `out`; nothing when that takes too long. */
const char *finding_row(struct findings *findings, const uint64_t *box, const struct region *const *in, size_t in_count,
                        const struct region *const *out, size_t out_count);
/* The same in two regions, with a text of the author's choice in a field: one that the rules treat as the row's own. */
const char *finding_row_of(struct findings *findings, const uint64_t *box, const struct region *const both[2],
                           size_t field, const char *text);

/* ---- Words ---- */

/* The text in the arena; frees it. */
const char *finding_keep(struct findings *findings, struct text *text);
/* `"A", "B"`: appends one more to a list. */
void finding_list(struct text *out, const char *value);
/* `service level 2 any of "a", "b", blank`: what a condition means, for subjects. */
void finding_add_condition(const struct findings *findings, struct text *out, const struct model_condition *condition);
void finding_add_expression(const struct findings *findings, struct text *out,
                            const struct model_expression *expression);
/* `specialization / measure`, folded, for subjects. */
const char *finding_measure_name(struct findings *findings, const struct finding_measure *measure);
const char *finding_fold(struct findings *findings, const char *text);

/* ---- Periods ---- */

/* Whether two measures are ever in force on one day. */
bool finding_together(const struct model_measure *a, const struct model_measure *b);
/* Whether `outer` is in force whenever `inner` is. */
bool finding_throughout(const struct model_measure *outer, const struct model_measure *inner);

/* ---- The analyses: what each asks stands in its file ---- */

void finding_dead(struct findings *findings);
void finding_needless(struct findings *findings);
void finding_contained(struct findings *findings);
void finding_overlap(struct findings *findings);
void finding_siblings(struct findings *findings);
void finding_near(struct findings *findings);
void finding_alike(struct findings *findings);
void finding_shared(struct findings *findings);
void finding_characters(struct findings *findings);
void finding_quoted(struct findings *findings);
void finding_lists(struct findings *findings);
void finding_unused(struct findings *findings);
void finding_steps(struct findings *findings);
void finding_names(struct findings *findings);
void finding_dates(struct findings *findings);
void finding_requirements(struct findings *findings);
void finding_examples(struct findings *findings);
void finding_cases(struct findings *findings);

#endif
