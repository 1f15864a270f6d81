/* bits.c - each bit of the index against the reviewed tables: text by text, clause by clause. */
#include "compiler/base/fold.h"
#include "compiler/proof/proof.h"

#include <string.h>

/* What the sets of one field must be: one per code (blank, other, then texts), and the free clauses. */
struct bits {
    struct proof *proof;
    uint16_t field;
    uint32_t words;
    size_t codes;
    uint64_t *sets, *free_;
    /* Of the clause at hand, by code: how many more of its conditions fail than for a text that nobody names. */
    int32_t *more;
    uint32_t *touched; /* the codes that are listed in the clause */
    size_t touched_count;
    uint32_t *by_clause, *by_condition; /* by code: the clause and the condition that listed it last, from 1 */
    uint32_t clause, condition;
};

static void bits_put(uint64_t *set, size_t clause, bool holds) {
    uint64_t bit = UINT64_C(1) << clause % 64;
    set[clause / 64] = holds ? set[clause / 64] | bit : set[clause / 64] & ~bit;
}

static uint64_t *bits_set(const struct bits *bits, size_t code) {
    return bits->sets + code * bits->words;
}

static bool bits_blank_holds(const struct assay_condition *condition) {
    if (condition->test == ASSAY_ANYTHING_EXCEPT) return false;
    return (condition->test == ASSAY_ANY_OF) == condition->blank;
}

/* ---- Blank cells, and texts that nobody names ---- */

/* How many conditions of the clause such a text fails. */
static int32_t bits_fails(const struct bits *bits, const struct assay_clause *clause) {
    int32_t fails = 0;
    for (size_t i = 0; i < clause->condition_count; i++)
        fails += clause->conditions[i].field == bits->field && clause->conditions[i].test == ASSAY_ANY_OF;
    return fails;
}

static void bits_unlisted(struct bits *bits, const struct assay_clause *clause, size_t number) {
    bool looks = false, blank = true;
    for (size_t i = 0; i < clause->condition_count; i++) {
        if (clause->conditions[i].field != bits->field) continue;
        looks = true;
        blank = blank && bits_blank_holds(&clause->conditions[i]);
    }
    bits_put(bits->free_, number, !looks);
    bits_put(bits_set(bits, ASSAY_BLANK), number, blank);
    bits_put(bits_set(bits, ASSAY_OTHER), number, bits_fails(bits, clause) == 0);
}

/* ---- Texts that are listed ---- */

/* Counts a condition's texts by what they mean, each meaning once. */
static void bits_condition(struct bits *bits, const struct assay_condition *condition) {
    const struct proof_lexicon *lexicon = &bits->proof->lexicon[bits->field];
    size_t count = assay_value_count(&condition->values);
    bits->condition++;
    for (size_t i = 0; i < count; i++) {
        uint32_t code = lexicon_code(lexicon, fold_text(bits->proof->arena, assay_value_at(&condition->values, i)));
        if (code == ASSAY_OTHER) continue;
        code = lexicon->canonical[code - 2];
        if (bits->by_clause[code] != bits->clause) bits->touched[bits->touched_count++] = code, bits->more[code] = 0;
        bits->by_clause[code] = bits->clause;
        if (bits->by_condition[code] == bits->condition) continue;
        bits->by_condition[code] = bits->condition;
        bits->more[code] += condition->test == ASSAY_ANY_OF ? -1 : 1;
    }
}

static void bits_listed(struct bits *bits, const struct assay_clause *clause, size_t number) {
    int32_t fails = bits_fails(bits, clause);
    bits->touched_count = 0;
    bits->clause++;
    for (size_t i = 0; i < clause->condition_count; i++)
        if (clause->conditions[i].field == bits->field) bits_condition(bits, &clause->conditions[i]);
    for (size_t i = 0; i < bits->touched_count; i++) {
        uint32_t code = bits->touched[i];
        bits_put(bits_set(bits, code), number, fails + bits->more[code] == 0);
    }
}

/* ---- All of a field ---- */

static void bits_every(struct bits *bits, void (*each)(struct bits *, const struct assay_clause *, size_t)) {
    size_t number = 0;
    for (size_t i = 0; i < bits->proof->rule_count; i++) {
        const struct proof_rule *rule = &bits->proof->rules[i];
        for (size_t k = 0; k < rule->clause_count; k++)
            each(bits, &rule->clauses[k], number++);
    }
}

static struct bits bits_make(struct proof *proof, uint16_t field) {
    struct arena *arena = proof->arena;
    const struct proof_lexicon *lexicon = &proof->lexicon[field];
    uint32_t words = proof->tables->index->words;
    size_t codes = 2 + lexicon->count;
    struct bits bits = {.proof = proof, .field = field, .words = words, .codes = codes};
    bits.sets = ARENA_ARRAY(arena, codes * words, uint64_t);
    bits.free_ = ARENA_ARRAY(arena, words, uint64_t);
    bits.more = ARENA_ARRAY(arena, codes, int32_t);
    bits.touched = ARENA_ARRAY(arena, codes, uint32_t);
    bits.by_clause = ARENA_ARRAY(arena, codes, uint32_t);
    bits.by_condition = ARENA_ARRAY(arena, codes, uint32_t);
    bits_every(&bits, bits_unlisted);
    for (size_t code = 2; code < codes; code++)
        memcpy(bits_set(&bits, code), bits_set(&bits, ASSAY_OTHER), words * sizeof(uint64_t));
    bits_every(&bits, bits_listed);
    for (size_t i = 0; i < lexicon->count; i++)
        memmove(bits_set(&bits, 2 + i), bits_set(&bits, lexicon->canonical[i]), words * sizeof(uint64_t));
    return bits;
}

/* ---- Comparison ---- */

/* The rule that a clause belongs to, and which of its clauses it is. */
static const struct proof_rule *bits_rule(const struct proof *proof, size_t *clause) {
    const struct proof_rule *rule = proof->rules;
    while (*clause >= rule->clause_count)
        *clause -= rule++->clause_count;
    return rule;
}

static void bits_differ(const struct bits *bits, const char *what, const uint64_t *tables, const uint64_t *rules) {
    struct proof *proof = bits->proof;
    size_t clause = 0;
    while (!((tables[clause / 64] ^ rules[clause / 64]) >> clause % 64 & 1))
        clause++;
    bool passes = tables[clause / 64] >> clause % 64 & 1;
    const struct proof_rule *rule = bits_rule(proof, &clause);
    struct proof_difference *difference = proof_differ(proof, "%s", what);
    difference->where = arena_format(proof->arena, "index of field \"%s\", alternative %zu of %s \"%s\"",
                                     proof->model->fields[bits->field].name.text, clause + 1,
                                     rule->specialization ? "measure" : "eligibility", rule->name);
    difference->tables = passes ? "the index lets it pass" : "the index does not let it pass";
    difference->rules = passes ? "the clause does not" : "the clause does";
}

static bool bits_same(struct bits *bits, size_t code, uint16_t class_) {
    const struct assay_index_field *field = &bits->proof->tables->index->fields[bits->field];
    const uint64_t *tables = field->masks + (size_t)class_ * bits->words;
    if (memcmp(tables, bits_set(bits, code), bits->words * sizeof *tables) == 0) return true;
    const char *what = code == ASSAY_BLANK   ? "a blank cell"
                       : code == ASSAY_OTHER ? "a text that no rule names"
                                             : arena_format(bits->proof->arena, "the text \"%s\"",
                                                            bits->proof->lexicon[bits->field].texts[code - 2]);
    bits_differ(bits, what, tables, bits_set(bits, code));
    return false;
}

static void bits_compare(struct bits *bits) {
    const struct assay_index_field *field = &bits->proof->tables->index->fields[bits->field];
    bool same = bits_same(bits, ASSAY_BLANK, field->blank_class) && bits_same(bits, ASSAY_OTHER, field->other_class);
    for (size_t code = 2; same && code < bits->codes; code++)
        same = bits_same(bits, code, field->entries[code - 2].class_);
    if (same && memcmp(field->free_, bits->free_, bits->words * sizeof *field->free_) != 0)
        bits_differ(bits, "whether the clause looks at the field", field->free_, bits->free_);
    bits->proof->counts.bits += (uint64_t)(bits->codes + 1) * bits->proof->tables->index->clause_count;
}

void proof_bits(struct proof *proof) {
    for (size_t field = 0; field < proof->model->field_count; field++) {
        struct bits bits = bits_make(proof, (uint16_t)field);
        bits_compare(&bits);
    }
}
