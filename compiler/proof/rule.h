/* rule.h - one rule and the clauses that the tables have for it, over all cells that the two tell apart.
 *
 * Texts of a field for which every condition of the expression and of the clauses holds alike are one class; whether
 * the rule holds follows from the classes. So the product of these classes is all there is to know of the rule. */
#ifndef ASSAY_PROOF_RULE_H
#define ASSAY_PROOF_RULE_H

#include "compiler/proof/proof.h"

struct rule_text {
    const char *folded;  /* NULL: blank */
    const char *written; /* as the rules or the tables write it */
    uint32_t class_;
};

struct rule_field {
    uint16_t field;
    struct rule_text *texts; /* blank, a text that nobody names, then those that the rule looks for, by folded text */
    size_t text_count;
    uint32_t class_count;
    uint32_t *sample; /* by class: its first text */
    uint64_t stride;  /* of a class in the number of a cell */
};

struct rule_space {
    struct rule_field *fields; /* those that the rule looks at, by number */
    size_t field_count;
    uint64_t cells;
    uint64_t *holds;  /* by cell: the expression as written, by the naive interpreter */
    uint64_t *passes; /* by cell: a clause of the tables */
};

/* How much work going through a rule's cells may be: cells times conditions. Beyond the small bound box algebra is
 * quicker; the large one is for cells that are wanted for themselves. */
enum { RULE_WORK_SMALL = 200 * 1000, RULE_WORK_LARGE = 50 * 1000 * 1000 };

/* NULL: it would be more work. */
const struct rule_space *rule_space_make(struct proof *proof, const struct proof_rule *rule, size_t work);

/* The class of a folded text (NULL: blank). */
uint32_t rule_class(const struct rule_field *field, const char *folded);

/* Whether the clauses hold where the expression does, in the rule's space. When not, the difference gets a smallest
 * row, unless it is NULL. */
bool rule_same(struct proof *proof, const struct proof_rule *rule, struct proof_difference *difference);

/* Looks for a row that the rule and its clauses answer otherwise; there may be none. */
void rule_find_row(struct proof *proof, struct proof_rule *rule, struct proof_difference *difference);

#endif
