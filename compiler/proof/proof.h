/* proof.h - whether decoded tables are what the rules say.
 *
 * The proof goes from what is cheap to what is dear, and stops behind the first step that finds a difference:
 *
 *   sanity    the decoded index stays within its bounds, so that the runtime cannot run wild on it
 *   said      everything that is said once (names, dates, texts, lines, ...), table by table against the model
 *   entries   the index has the texts that the rules name, finds each of them, and knows what its aliases mean
 *   bits      each bit of the index, text by text and clause by clause, against the reviewed tables
 *   texts     the runtime gives each text, written in many ways, the code that the rules say
 *   rules     the clauses of each measure and eligibility against its expression as written, over all cells of the
 *             classes that the two of them tell apart; by box algebra where these are too many
 *   cells     the runtime against the expressions on each cell of the product of all classes, where that is bounded
 *   absent    random rows with absent cells, the runtime against the naive interpreter
 *
 * sanity to rules are complete for rule sets of any size: bits and rules together say that a row has the clauses that
 * its rule says. cells says the same again, of all the rules together and through the runtime's own code. */
#ifndef ASSAY_PROOF_PROOF_H
#define ASSAY_PROOF_PROOF_H

#include "compiler/model/eval.h"
#include "compiler/model/model.h"
#include "compiler/proof/decode.h"

enum {
    PROOF_TOLD = 20,            /* differences that are told; further ones are counted */
    PROOF_CELLS_MAX = 100000000 /* cells that are gone through one by one */
};

/* What the tables and the rules do not agree on. All texts live in the arena; those but `what` may be NULL. */
struct proof_difference {
    const char *where;  /* `measure "M" of "S"`, "decisions/kubernetes.c" */
    const char *rule;   /* "azure/kubernetes.assay:46" */
    const char *what;   /* "name", "text 1 of condition 2" */
    const char *tables; /* what the tables say of it, and what the rules say: both or none */
    const char *rules;
    const char *row;    /* a smallest row that is classified otherwise: `Service Group 3 "ARO", Offer Type blank` */
    const char *row_by; /* "it counts", "it is eligible": what only one of both says of the row */
    bool row_counts;    /* the tables say so; false: the rules do */
};

/* A measure or an eligibility, in the order in which the index numbers them. */
struct proof_rule {
    const struct model_rule *rule;
    const struct model_specialization *specialization; /* NULL: an eligibility */
    const char *name;
    struct span span;
    const struct assay_clause *clauses;
    size_t clause_count;
    const struct rule_space *space; /* its own cells, made in `rules`; NULL: too many */
};

/* The texts that the rules name in a field: code 2 + i is text i. */
struct proof_lexicon {
    const char **texts; /* folded, sorted, each once */
    uint32_t *canonical;
    bool *alias;
    size_t count;
};

struct proof_counts {
    uint64_t facts;     /* numbers and texts that were compared one by one */
    uint64_t texts;     /* texts that the rules name, over all fields */
    uint64_t spellings; /* texts that were looked up */
    uint64_t bits;      /* of the index */
    uint64_t rules, clauses, rule_cells;
    uint64_t algebra; /* rules that were proved by box algebra */
    uint64_t cells;   /* of the product of all classes; UINT64_MAX: that or more */
    bool cells_done;
    uint64_t sets; /* sets of clauses that the runtime decided */
    uint64_t rows; /* with absent cells */
};

struct proof {
    struct arena *arena;
    const struct model *model;
    const struct decoded *decoded;
    const struct assay_ruleset *tables; /* decoded->rules */
    bool algebra;                       /* box algebra for each rule, and no cells one by one */
    bool first;                         /* one difference is enough: it is not looked for a row */
    struct eval *eval;                  /* NULL, or made before: as is the lexicon */
    struct proof_lexicon *lexicon;      /* per field */
    /* Made on the way. */
    const char *step; /* the last that was gone */
    struct proof_rule *rules;
    size_t rule_count;
    struct proof_counts counts;
    struct proof_difference differences[PROOF_TOLD + 1]; /* the last is not told */
    size_t difference_count;
};

/* Goes through the steps. Arena, model and tables are set, and the two switches. */
void proof_make(struct proof *proof);

/* ---- For the steps ---- */

/* `measure "M" of "S"`, `eligibility "association"`. */
const char *proof_where(const struct proof *proof, const struct proof_rule *rule);
/* "it counts", "it is eligible" */
const char *proof_says(const struct proof_rule *rule);

struct proof_difference *proof_differ(struct proof *proof, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

void proof_sanity(struct proof *proof);
void proof_said(struct proof *proof);
void proof_entries(struct proof *proof);
void proof_bits(struct proof *proof);
void proof_texts(struct proof *proof);
void proof_rules(struct proof *proof);
void proof_cells(struct proof *proof);
void proof_absent(struct proof *proof);

/* lexicon.c: what the rules name, made from the model alone. */
struct proof_lexicon *lexicon_make(const struct model *model, struct arena *arena);
/* The code of a folded text; ASSAY_OTHER when the rules do not name it. */
uint32_t lexicon_code(const struct proof_lexicon *lexicon, const char *folded);

#endif
