/* written.h - the texts of the rules, each once with its places: what questions about texts are asked of. */
#ifndef ASSAY_ANALYSIS_WRITTEN_H
#define ASSAY_ANALYSIS_WRITTEN_H

#include "compiler/analysis/finding.h"

/* Texts of one kind, and of one field, that are the same but for case and blanks. */
struct written_name {
    enum model_written_kind kind; /* cells are values here */
    uint16_t field;
    const char *folded;
    const struct model_written **uses; /* those of rules before those of examples; by owner, then place */
    size_t use_count;
    size_t ruled;  /* how many uses are no cells of examples */
    size_t owners; /* how many declarations write it, examples left aside */
    bool told;     /* some finding speaks of it already: one mistake, one finding */
};

struct written {
    struct written_name *names; /* by kind, field, folded text */
    size_t count;
};

struct written written_gather(struct findings *findings);

/* "a value of Service Level 2", "an area", "the name of a measure". */
const char *written_what(const struct findings *findings, const struct written_name *name);

/* What a finding says of a text, for subjects: its kind, its field, and the folded text. */
const char *written_subject(const struct findings *findings, const struct written_name *name);

/* Where it stands first: as it is written there. */
static inline const struct model_written *written_first(const struct written_name *name) {
    return name->uses[0];
}

/* Whether some declaration writes both, examples left aside. */
bool written_together(const struct written_name *a, const struct written_name *b);

/* "character 4 is U+2013 (en dash), there U+002D": the first one in which `a` is not `b`, ASCII case apart. */
const char *written_difference(struct findings *findings, const char *a, const char *b);

/* Finds `"TEXT" what` of a text, at its first place and the further ones, with what that means; no more is told of it.
 */
struct finding *written_tell(struct findings *findings, struct written_name *name, enum message_code code,
                             const char *what, const char *meaning);

/* Relates the further places of a text, up to three. */
void written_relate(struct findings *findings, struct finding *finding, const struct written_name *name, size_t from);

#endif
