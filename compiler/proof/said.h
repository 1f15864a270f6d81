/* said.h - what the comparisons of single facts share. */
#ifndef ASSAY_PROOF_SAID_H
#define ASSAY_PROOF_SAID_H

#include "compiler/proof/proof.h"

/* What is being compared: `kind "name" of "of"`, and where the rules say it. */
struct said {
    struct proof *proof;
    const char *kind, *name, *of; /* of, name: or NULL */
    struct span span;
    const struct model_field *field; /* of the condition at hand, or NULL */
};

/* Each compares one fact; false when it differs, and then that was said. */
bool said_text(const struct said *said, const char *what, const char *tables, const char *rules);
bool said_number(const struct said *said, const char *what, uint64_t tables, uint64_t rules);
/* The same of what has words, by number; of yes and no; of a field's number; of a date. */
struct said_words {
    const char *const *words;
    size_t count;
};
bool said_word(const struct said *said, const char *what, struct said_words words, uint64_t tables, uint64_t rules);
bool said_whether(const struct said *said, const char *what, uint64_t tables, uint64_t rules);
bool said_field(const struct said *said, const char *what, uint64_t tables, uint64_t rules);
bool said_date(const struct said *said, const char *what, uint32_t tables, uint32_t rules);
bool said_line(const struct said *said, const char *what, uint32_t tables, struct span span);
bool said_texts(const struct said *said, const char *what, const char *const *tables, size_t count,
                const struct model_text *rules, size_t rule_count);
bool said_citation(const struct said *said, const struct assay_citation *tables, const struct model_citation *rules);
struct proof_difference *said_differ(const struct said *said, const char *what, const char *tables, const char *rules);

/* Values in place, lists, and the lines of those in place. */
struct said_values {
    const struct model_value *values;
    size_t value_count;
    const struct model_list *const *lists;
    size_t list_count;
};
bool said_values(const struct said *said, const struct assay_values *tables, const uint32_t *lines,
                 struct said_values rules);

/* said_rule.c: the clauses of a rule as lowering made them, condition by condition; with a row where one is answered
 * otherwise. */
void said_rule(const struct said *said, struct proof_rule *rule, const uint32_t *lines);

/* said_requirement.c: what a specialization requires; what the usage declaration says for it. */
void said_requirements(struct proof *proof, const struct assay_specialization *table,
                       const struct model_specialization *in);
void said_partner(struct proof *proof);

/* said_step.c: how fresh figures are, where steps are taken, what being Active brings. */
void said_steps(struct proof *proof);

/* said_usage.c, said_specialization.c */
void said_usage(struct proof *proof);
void said_specializations(struct proof *proof);

#endif
