/* diff.h - `assayc diff`: what it prints, one printer per format. */
#ifndef ASSAY_COMPILER_CLI_DIFF_H
#define ASSAY_COMPILER_CLI_DIFF_H

#include "compiler/analysis/difference.h"
#include "compiler/cli/cli.h"
#include "compiler/cli/diff_usage.h"

/* One side: as it was named, what stands there, and its tables. */
struct diff_side {
    const char *name;
    struct cli_run run;
    const struct assay_ruleset *rules;
};

struct diff {
    struct diff_side sides[2]; /* old, new */
    struct arena arena;
    const struct difference *difference;
    bool layout_only;         /* the files differ, and nothing of what they say */
    struct diff_usage *usage; /* NULL: not asked for */
};

/* Whether rows, sums or requirements change. */
bool diff_is_different(const struct diff *diff);

/* `wide`: no line is broken, so that names and places can be found by programs. */
void diff_print_text(const struct diff *diff, bool colour, bool wide, struct text *out);
void diff_print_json(const struct diff *diff, struct text *out);
void diff_print_markdown(const struct diff *diff, struct text *out);

/* ---- Words that the printers share (diff_words.c) ---- */

/* "no longer counts", "now counts", "now counts as ..."; `eligible`: of an eligibility, "is eligible". */
const char *diff_kind_words(enum difference_kind kind, bool eligible);
const char *diff_kind_name(enum difference_kind kind);

/* Whether a box limits a field. With `without`, a box: in another way than that one does. */
bool diff_limits(const struct space *space, const uint64_t *box, const uint64_t *without, size_t field);

/* `Service Level 2 is any of "A", "B"`. */
void diff_words_field(const struct space *space, const uint64_t *box, size_t field, struct text *out);

/* The fields that a box limits, joined by `and`; nothing when there are none. `skip`: a field left out, or
 * DIFF_NO_FIELD. */
#define DIFF_NO_FIELD SIZE_MAX
void diff_words_box(const struct space *space, const uint64_t *box, const uint64_t *without, size_t skip,
                    struct text *out);

/* Whether no field but `skip` is limited. */
bool diff_is_anywhere(const struct space *space, const struct difference_part *part, size_t skip);

/* A part in one line: common conditions, then `and (... or ...)`. "any row" when nothing limits it. */
void diff_words_part(const struct space *space, const struct difference_part *part, size_t skip, struct text *out);

/* A region in one line. */
void diff_words_region(const struct space *space, const struct difference_region *region, struct text *out);

/* The name of a measure, the new one where there is one. */
const char *diff_measure_name(const struct difference_measure *measure);
const char *diff_specialization_name(const struct difference_specialization *specialization);
const char *diff_eligibility_name(const struct difference_eligibility *eligibility);

/* The specialization of a measure, the new one where there is one. */
const char *diff_measure_of(const struct difference_measure *measure);

/* The measure that rows moved into; of which specialization, where that is another one than they left. */
void diff_words_entered(const struct difference_specialization *specialization, const struct difference_measure *left,
                        size_t to, struct text *out);

/* All names that a measure has, new ones where there are any: `S / A, S / B`. */
void diff_words_measure(const struct difference_measure *measure, struct text *out);

/* `from 2026-07-01 `, `on 2026-07-01 `, with a blank behind it; nothing for every day. */
void diff_words_period(struct difference_period period, struct text *out);

/* `"A" of "S"` */
void diff_words_name(const struct difference_edition *edition, struct text *out);

/* `what counted as "A" of "S" counts as "B" of "S"` */
void diff_words_passage(const struct difference_passage *passage, struct text *out);

/* Whether a fact is told with the regions of a measure, in words of its own. */
bool diff_is_beside(const struct difference_fact *fact, const struct difference_measure *measure);

/* Whether a measure has anything to tell under its own heading. */
bool diff_has_section(const struct difference_measure *measure);

/* Calls `visit` with each edition that is in force in a period, of the new rules first. */
typedef void diff_visit_edition(void *context, const struct difference_edition *edition, size_t model);
void diff_editions(const struct difference_measure *measure, struct difference_period period, diff_visit_edition *visit,
                   void *context);

/* The same with those of the two names of a passage only. */
void diff_passage_editions(const struct difference_measure *measure, const struct difference_passage *passage,
                           diff_visit_edition *visit, void *context);

/* `rules/azure/kubernetes.assay:46 cites "Page", 2023-07-11` */
void diff_words_edition(const struct diff *diff, const struct difference_edition *edition, size_t model,
                        struct text *out);

/* The same of an eligibility, with the source of its usage declaration; false: it is not in that model. */
bool diff_words_eligibility(const struct diff *diff, const struct difference_eligibility *eligibility, size_t model,
                            struct text *out);

/* `3 regions in 2 measures, 1 region of eligibility, 4 other changes`; nothing when rows and requirements stay. */
void diff_words_count(const struct difference *difference, struct text *out);

/* Where an edition or an eligibility stands: the new file and line, of the old rules when it is gone. `out` gets
 * "rules/azure/kubernetes.assay:46". */
void diff_words_place(const struct diff *diff, const struct span *old, const struct span *new, struct text *out);

#endif
