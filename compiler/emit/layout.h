/* layout.h - what the files of the layout share. The pass itself is layout_ruleset (compiler/passes.h). */
#ifndef ASSAY_EMIT_LAYOUT_H
#define ASSAY_EMIT_LAYOUT_H

#include "compiler/model/model.h"

/* What a condition of the model became: alternatives made from it share its arrays. */
struct layout_shared {
    const struct model_condition *condition;
    struct assay_condition table;
};

struct layout {
    const struct model *model;
    struct arena *arena;
    const struct assay_list *const *lists; /* those of the model, in its order */
    struct layout_shared *shared;          /* open addressing */
    size_t shared_mask, shared_count;
    bool too_large; /* a count that its table cannot hold */
};

/* The values of a condition, or those that are known not to count: named lists are expanded among them. */
struct layout_listed {
    const struct model_value *values;
    size_t value_count;
    const struct model_list *const *lists;
    size_t list_count;
};

/* layout.c */
uint16_t layout_count(struct layout *layout, size_t count); /* sets too_large where 16 bits are not enough */
uint32_t layout_line(const struct layout *layout, struct span span);
const char *const *layout_texts(struct layout *layout, const struct model_text *texts, size_t count);
struct assay_citation layout_citation(const struct model_citation *cites);

/* layout_list.c */
const struct assay_list *const *layout_lists(struct layout *layout);
struct assay_values layout_values(struct layout *layout, struct layout_listed listed);
/* Writes the lines of the values written in place, one behind another; returns what is behind the last. */
uint32_t *layout_value_lines(const struct layout *layout, uint32_t *lines, const struct model_value *values,
                             size_t count);

/* layout_clause.c */
const struct assay_clause *layout_clauses(struct layout *layout, const struct model_rule *rule, uint16_t *count);
/* The line of the span, those of the clauses, and room for `more`. */
uint32_t *layout_rule_lines(struct layout *layout, struct span span, const struct model_rule *rule, size_t more);

/* layout_requirement.c: the line of what has one alone; what is required. */
const uint32_t *layout_own_line(struct layout *layout, struct span span);
const struct assay_requirement *layout_requirements(struct layout *layout, const struct model_requirement *from,
                                                    size_t count);
const struct assay_metric *layout_metrics(struct layout *layout, const struct model_specialization *from);
const struct assay_certification *layout_certifications(struct layout *layout);
const struct assay_renewal *layout_renewal(struct layout *layout);

/* layout_step.c: NULL where nothing is stated. */
const struct assay_refresh *layout_performance(struct layout *layout);
const struct assay_refresh *layout_knowledge(struct layout *layout);
const struct assay_step *layout_steps(struct layout *layout);
const struct assay_active *layout_active(struct layout *layout);

/* layout_usage.c, layout_specialization.c */
const struct assay_usage *layout_usage(struct layout *layout);
const struct assay_specialization *layout_specialization(struct layout *layout,
                                                         const struct model_specialization *from);

/* ---- The index, made from the reviewed tables alone ---- */

/* All clauses of a rule set in their order, and the first clause of each eligibility and measure. */
struct layout_sequence {
    const struct assay_clause *const *clauses;
    size_t count;
    const uint32_t *first;
    uint32_t measures;
};

/* The texts that the tables name in a field. Codes are those of assay.h: text i has code 2 + i. */
struct layout_lexicon_field {
    const char **texts; /* folded, sorted, each once */
    uint16_t *canonical;
    uint8_t *alias;
    size_t count;
};

/* Values as codes: canonical, sorted, each once. */
struct layout_lexicon_list {
    const struct assay_values *values; /* of one condition that lists them; NULL: an empty slot */
    uint16_t field;
    uint16_t *codes;
    size_t code_count;
};

struct layout_lexicon {
    struct layout_lexicon_field *fields;
    struct layout_lexicon_list *lists; /* open addressing by the addresses of texts and lists */
    size_t lists_mask;
};

/* layout_lexicon.c. NULL when 16 bits are not enough for the codes of a field. */
const struct layout_lexicon *layout_lexicon(const struct assay_ruleset *tables, const struct layout_sequence *sequence,
                                            struct arena *arena);
const struct layout_lexicon_list *layout_lexicon_find(const struct layout_lexicon *lexicon,
                                                      const struct assay_values *values);

/* layout_class.c: fills masks, free_ and the classes of all fields. */
void layout_classes(struct assay_index *index, struct assay_index_field *fields, struct assay_entry *const *entries,
                    const struct layout_lexicon *lexicon, const struct layout_sequence *sequence, size_t field_count,
                    struct arena *arena);

/* layout_index.c. NULL when 16 bits are not enough for the texts of a field. */
const struct assay_index *layout_index(const struct assay_ruleset *tables, struct arena *arena);

#endif
