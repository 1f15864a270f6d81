/* cells.c - the runtime against the expressions as written, on each cell of the product of all classes.
 *
 * The fields turn like an odometer. On one side the sets of clauses that the decoded index gives are narrowed field by
 * field, and the runtime decides each set that comes out. On the other side stand the answers that the naive
 * interpreter gave for each rule alone (rule_space.holds), found by the classes of the rule's fields. Two texts are of
 * one class when no rule and no clause of the tables tells them apart; that their sets are alike is looked at for each
 * of them. */
#include "compiler/proof/rule.h"

#include <stdlib.h>
#include <string.h>

/* A rule that looks at a level's field. */
struct cells_turn {
    size_t rule;
    uint64_t *add; /* by class of the level: what it adds to the number of the rule's cell */
    uint64_t before;
    bool last; /* no later level belongs to the rule: its answer is known */
};

struct cells_level {
    uint16_t field;
    uint32_t *class_of; /* by code */
    uint32_t class_count;
    uint16_t *code;         /* by class: its first text */
    const uint64_t **masks; /* by class */
    struct cells_turn *turns;
    size_t turn_count;
};

/* What the runtime decided of a set of clauses: for each rule, whether it holds. */
struct cells_memo {
    uint64_t *sets, *answers;
    uint8_t *filled;
    size_t mask, count;
};

struct cells {
    struct proof *proof;
    struct cells_level *levels;
    size_t level_count;
    uint32_t words, answer_words, measure_words;
    uint64_t *sets, *expected; /* by level */
    uint64_t *offsets;         /* by rule: the number of its cell, as far as it is known */
    uint16_t *codes;
    struct cells_memo memo;
    void *work;
    uint64_t *outcome;
};

enum { MEMO_MAX = 1 << 20 };

/* ---- Classes ---- */

/* Splits classes by the classes of one rule: only texts that the rule looks for can leave theirs. */
struct cells_split {
    uint32_t class_, local, into;
};

static void level_split(struct cells_level *level, const struct proof_lexicon *lexicon, const struct rule_field *field,
                        struct arena *arena) {
    uint32_t other = field->texts[1].class_, known = 0;
    struct cells_split *splits = ARENA_ARRAY(arena, field->text_count, struct cells_split);
    for (size_t i = 0; i < field->text_count; i++) {
        uint32_t local = field->texts[i].class_;
        uint32_t code = i == 0 ? ASSAY_BLANK : i == 1 ? ASSAY_OTHER : lexicon_code(lexicon, field->texts[i].folded);
        if (local == other) continue;
        uint32_t at = 0;
        while (at < known && (splits[at].class_ != level->class_of[code] || splits[at].local != local))
            at++;
        if (at == known) splits[known++] = (struct cells_split){level->class_of[code], local, level->class_count++};
        level->class_of[code] = splits[at].into;
    }
}

/* Numbers the classes that have texts by their first code. */
static void level_number(struct cells_level *level, size_t codes, struct arena *arena) {
    uint32_t *number = ARENA_ARRAY(arena, level->class_count, uint32_t); /* from 1 */
    level->code = ARENA_ARRAY(arena, level->class_count, uint16_t);
    uint32_t count = 0;
    for (size_t code = 0; code < codes; code++) {
        uint32_t class_ = level->class_of[code];
        if (!number[class_]) level->code[count] = (uint16_t)code, number[class_] = ++count;
        level->class_of[code] = number[class_] - 1;
    }
    level->class_count = count;
}

static const uint64_t *level_mask(const struct proof *proof, const struct cells_level *level, size_t code) {
    const struct assay_index_field *field = &proof->tables->index->fields[level->field];
    uint16_t class_ = code == ASSAY_BLANK   ? field->blank_class
                      : code == ASSAY_OTHER ? field->other_class
                                            : field->entries[code - 2].class_;
    return field->masks + (size_t)class_ * proof->tables->index->words;
}

/* Texts of one class have sets that are alike. */
static void level_masks(struct proof *proof, struct cells_level *level, size_t codes) {
    size_t bytes = proof->tables->index->words * sizeof(uint64_t);
    level->masks = ARENA_ARRAY(proof->arena, level->class_count, const uint64_t *);
    for (size_t class_ = 0; class_ < level->class_count; class_++)
        level->masks[class_] = level_mask(proof, level, level->code[class_]);
    for (size_t code = 0; code < codes; code++) {
        if (memcmp(level_mask(proof, level, code), level->masks[level->class_of[code]], bytes) == 0) continue;
        proof_differ(proof, "the index tells texts apart that no rule tells apart")->where =
            arena_format(proof->arena, "field \"%s\"", proof->model->fields[level->field].name.text);
    }
}

static const struct rule_field *level_field(const struct proof_rule *rule, uint16_t field) {
    for (size_t i = 0; i < rule->space->field_count; i++)
        if (rule->space->fields[i].field == field) return &rule->space->fields[i];
    return NULL;
}

static struct cells_level level_make(struct proof *proof, uint16_t number) {
    struct cells_level level = {.field = number};
    size_t codes = 2 + proof->lexicon[number].count;
    level.class_of = ARENA_ARRAY(proof->arena, codes, uint32_t);
    level.class_count = 1;
    for (size_t i = 0; i < proof->rule_count; i++) {
        const struct rule_field *field = level_field(&proof->rules[i], number);
        if (!field) continue;
        level_split(&level, &proof->lexicon[number], field, proof->arena);
        level.turn_count++;
    }
    level_number(&level, codes, proof->arena);
    level_masks(proof, &level, codes);
    return level;
}

/* ---- Levels ---- */

static void level_turns(struct cells *cells, struct cells_level *level) {
    struct proof *proof = cells->proof;
    const struct proof_lexicon *lexicon = &proof->lexicon[level->field];
    level->turns = ARENA_ARRAY(proof->arena, level->turn_count, struct cells_turn);
    level->turn_count = 0;
    for (size_t i = 0; i < proof->rule_count; i++) {
        const struct rule_field *field = level_field(&proof->rules[i], level->field);
        if (!field) continue;
        struct cells_turn *turn = &level->turns[level->turn_count++];
        turn->rule = i;
        turn->add = ARENA_ARRAY(proof->arena, level->class_count, uint64_t);
        for (size_t class_ = 0; class_ < level->class_count; class_++) {
            uint16_t code = level->code[class_];
            const char *text = code == ASSAY_BLANK ? NULL : code == ASSAY_OTHER ? "\x01" : lexicon->texts[code - 2];
            turn->add[class_] = rule_class(field, text) * field->stride;
        }
    }
}

/* Most rules look at the first field and fewest at the last, which turns fastest. */
static int level_by_turns(const void *left, const void *right) {
    const struct cells_level *a = left, *b = right;
    if (a->turn_count != b->turn_count) return a->turn_count > b->turn_count ? -1 : 1;
    return (a->field > b->field) - (a->field < b->field);
}

static void cells_levels(struct cells *cells) {
    struct proof *proof = cells->proof;
    size_t fields = proof->model->field_count;
    cells->levels = ARENA_ARRAY(proof->arena, fields, struct cells_level);
    for (size_t i = 0; i < fields; i++) {
        struct cells_level level = level_make(proof, (uint16_t)i);
        if (level.class_count > 1) cells->levels[cells->level_count++] = level;
    }
    qsort(cells->levels, cells->level_count, sizeof *cells->levels, level_by_turns);
}

static uint64_t cells_product(const struct cells *cells) {
    uint64_t product = 1;
    for (size_t i = 0; i < cells->level_count; i++)
        if (__builtin_mul_overflow(product, cells->levels[i].class_count, &product)) return UINT64_MAX;
    return product;
}

/* A rule's last level settles it. Rules that no level belongs to are settled from the start. */
static void cells_settle(struct cells *cells) {
    bool *seen = ARENA_ARRAY(cells->proof->arena, cells->proof->rule_count, bool);
    for (size_t i = cells->level_count; i-- > 0;) {
        level_turns(cells, &cells->levels[i]);
        for (size_t k = 0; k < cells->levels[i].turn_count; k++) {
            struct cells_turn *turn = &cells->levels[i].turns[k];
            turn->last = !seen[turn->rule];
            seen[turn->rule] = true;
        }
    }
    for (size_t i = 0; i < cells->proof->rule_count; i++)
        if (!seen[i]) cells->expected[i / 64] |= (cells->proof->rules[i].space->holds[0] & 1) << i % 64;
}

/* ---- The runtime ---- */

static struct proof_difference *cells_differ(struct cells *cells, const char *what, const char *where) {
    struct proof *proof = cells->proof;
    const char *row = NULL;
    for (size_t i = 0; i < cells->level_count; i++) {
        uint16_t field = cells->levels[i].field, code = cells->codes[field];
        if (code == ASSAY_BLANK) continue;
        const char *text = code == ASSAY_OTHER ? "any other text" : proof->lexicon[field].texts[code - 2];
        row = arena_format(proof->arena, "%s%s%s \"%s\"", row ? row : "", row ? ", " : "",
                           proof->model->fields[field].name.text, text);
    }
    struct proof_difference *difference = proof_differ(proof, "%s", what);
    difference->where = where;
    difference->row = row ? row : "any row";
    return difference;
}

/* Writes for each rule whether it holds; false when the outcome contradicts itself. */
static bool cells_answers(const struct cells *cells, const struct assay_outcome *outcome, uint64_t *answers) {
    size_t eligibilities = cells->proof->model->eligibility_count;
    size_t measures = cells->proof->tables->index->measure_count;
    bool eligible = true, good = true;
    for (size_t i = 0; i < eligibilities; i++) {
        /* Beyond 32 an outcome does not tell them one by one. */
        bool holds = i < 32 ? !(outcome->ineligible >> i & 1) : outcome->eligible == ASSAY_YES;
        eligible = eligible && holds;
        answers[i / 64] |= (uint64_t)holds << i % 64;
    }
    good = outcome->eligible == (eligible ? ASSAY_YES : ASSAY_NO);
    for (size_t i = 0; i < measures; i++) {
        uint64_t holds = outcome->matches[i / 64] >> i % 64 & 1, counts = outcome->counts[i / 64] >> i % 64 & 1;
        size_t rule = eligibilities + i;
        good = good && counts == (holds && eligible);
        good = good && !((outcome->may[i / 64] | outcome->may_match[i / 64]) >> i % 64 & 1);
        answers[rule / 64] |= holds << rule % 64;
    }
    return good;
}

/* Has the runtime classify the row of codes that led to a set of clauses. */
static void cells_decide(struct cells *cells, const uint64_t *set, uint64_t *answers) {
    const struct assay_ruleset *tables = cells->proof->tables;
    uint32_t words = cells->measure_words;
    uint64_t *out = cells->outcome, *survivors = out + 4 * words;
    struct assay_outcome outcome = {out, out + words, out + 2 * words, out + 3 * words, ASSAY_NO, 0};
    cells->proof->counts.sets++;
    bool good = assay_survivors(tables, cells->codes, survivors) == ASSAY_OK &&
                memcmp(survivors, set, cells->words * sizeof *set) == 0 &&
                assay_classify(tables, cells->codes, cells->work, &outcome) == ASSAY_OK &&
                cells_answers(cells, &outcome, answers);
    if (!good) cells_differ(cells, "the runtime contradicts itself or the index", NULL);
}

/* ---- What was decided before ---- */

/* Sets are short: mostly of one word. */
static bool set_same(const uint64_t *a, const uint64_t *b, uint32_t words) {
    uint32_t word = 0;
    while (word < words && a[word] == b[word])
        word++;
    return word == words;
}

static size_t memo_place(const struct cells *cells, const uint64_t *set) {
    uint64_t hash = 0;
    for (uint32_t i = 0; i < cells->words; i++)
        hash = (hash ^ set[i]) * UINT64_C(0x9E3779B97F4A7C15);
    size_t at = (size_t)(hash >> 32) & cells->memo.mask;
    for (; cells->memo.filled[at]; at = (at + 1) & cells->memo.mask)
        if (set_same(cells->memo.sets + at * cells->words, set, cells->words)) break;
    return at;
}

static void memo_new(struct cells *cells, size_t size) {
    struct arena *arena = cells->proof->arena;
    cells->memo = (struct cells_memo){ARENA_ARRAY(arena, size * cells->words, uint64_t),
                                      ARENA_ARRAY(arena, size * cells->answer_words, uint64_t),
                                      ARENA_ARRAY(arena, size, uint8_t), size - 1, 0};
}

static void memo_grow(struct cells *cells) {
    struct cells_memo old = cells->memo;
    size_t bytes = cells->words * sizeof(uint64_t), answer_bytes = cells->answer_words * sizeof(uint64_t);
    memo_new(cells, 2 * (old.mask + 1));
    cells->memo.count = old.count;
    for (size_t i = 0; i <= old.mask; i++) {
        if (!old.filled[i]) continue;
        size_t at = memo_place(cells, old.sets + i * cells->words);
        memcpy(cells->memo.sets + at * cells->words, old.sets + i * cells->words, bytes);
        memcpy(cells->memo.answers + at * cells->answer_words, old.answers + i * cells->answer_words, answer_bytes);
        cells->memo.filled[at] = 1;
    }
}

static void memo_forget(struct cells *cells) {
    memset(cells->memo.filled, 0, cells->memo.mask + 1);
    memset(cells->memo.answers, 0, (cells->memo.mask + 1) * cells->answer_words * sizeof(uint64_t));
    cells->memo.count = 0;
}

static const uint64_t *memo_answers(struct cells *cells, const uint64_t *set) {
    size_t at = memo_place(cells, set);
    uint64_t *answers = cells->memo.answers + at * cells->answer_words;
    if (cells->memo.filled[at]) return answers;
    if (2 * ++cells->memo.count > cells->memo.mask) {
        cells->memo.mask + 1 < MEMO_MAX ? memo_grow(cells) : memo_forget(cells);
        at = memo_place(cells, set);
        answers = cells->memo.answers + at * cells->answer_words;
    }
    memcpy(cells->memo.sets + at * cells->words, set, cells->words * sizeof *set);
    cells->memo.filled[at] = 1;
    cells_decide(cells, set, answers);
    return answers;
}

/* ---- The odometer ---- */

/* An outcome tells the first 32 eligibilities one by one, and the rest with all of them. */
static bool cells_hidden(const struct cells *cells, size_t rule) {
    return rule >= 32 && rule < cells->proof->model->eligibility_count;
}

static bool cells_eligible(const struct cells *cells, const uint64_t *expected) {
    for (size_t i = 0; i < cells->proof->model->eligibility_count; i++)
        if (!(expected[i / 64] >> i % 64 & 1)) return false;
    return true;
}

/* The first rule that both sides answer otherwise; the number of rules when there is none. */
static size_t cells_unlike(const struct cells *cells, const uint64_t *answers, const uint64_t *expected) {
    size_t count = cells->proof->rule_count;
    for (size_t i = 0; i < count; i++) {
        bool holds = answers[i / 64] >> i % 64 & 1, says = expected[i / 64] >> i % 64 & 1;
        if (holds != (cells_hidden(cells, i) ? cells_eligible(cells, expected) : says)) return i;
    }
    return count;
}

/* Both sides of one cell. */
static void cells_compare(struct cells *cells, const uint64_t *set, const uint64_t *expected) {
    const uint64_t *answers = memo_answers(cells, set);
    if (set_same(answers, expected, cells->answer_words)) return;
    size_t rule = cells_unlike(cells, answers, expected);
    if (rule == cells->proof->rule_count) return;
    const struct proof_rule *found = &cells->proof->rules[rule];
    struct proof_difference *difference =
        cells_differ(cells, "the runtime does not answer what the rule says", proof_where(cells->proof, found));
    difference->row_by = proof_says(found);
    difference->row_counts = answers[rule / 64] >> rule % 64 & 1;
}

static void cells_visit(struct cells *cells, size_t number) {
    struct cells_level *level = &cells->levels[number];
    const uint64_t *set = cells->sets + number * cells->words;
    const uint64_t *expected = cells->expected + number * cells->answer_words;
    uint64_t *set_below = cells->sets + (number + 1) * cells->words;
    uint64_t *expected_below = cells->expected + (number + 1) * cells->answer_words;
    for (size_t k = 0; k < level->turn_count; k++)
        level->turns[k].before = cells->offsets[level->turns[k].rule];
    for (uint32_t class_ = 0; class_ < level->class_count; class_++) {
        cells->codes[level->field] = level->code[class_];
        for (uint32_t word = 0; word < cells->words; word++)
            set_below[word] = set[word] & level->masks[class_][word];
        for (uint32_t word = 0; word < cells->answer_words; word++)
            expected_below[word] = expected[word];
        for (size_t k = 0; k < level->turn_count; k++) {
            const struct cells_turn *turn = &level->turns[k];
            uint64_t at = turn->before + turn->add[class_];
            cells->offsets[turn->rule] = at;
            if (!turn->last) continue;
            uint64_t holds = cells->proof->rules[turn->rule].space->holds[at / 64] >> at % 64 & 1;
            expected_below[turn->rule / 64] |= holds << turn->rule % 64;
        }
        if (number + 1 < cells->level_count)
            cells_visit(cells, number + 1);
        else
            cells_compare(cells, set_below, expected_below);
    }
    for (size_t k = 0; k < level->turn_count; k++)
        cells->offsets[level->turns[k].rule] = level->turns[k].before;
}

static void cells_go(struct cells *cells) {
    struct proof *proof = cells->proof;
    const struct assay_index *index = proof->tables->index;
    cells->words = index->words;
    cells->measure_words = assay_measure_words(proof->tables);
    cells->answer_words = (uint32_t)(proof->rule_count + 63) / 64;
    cells->sets = ARENA_ARRAY(proof->arena, (cells->level_count + 1) * cells->words, uint64_t);
    cells->expected = ARENA_ARRAY(proof->arena, (cells->level_count + 1) * cells->answer_words, uint64_t);
    cells->offsets = ARENA_ARRAY(proof->arena, proof->rule_count, uint64_t);
    cells->codes = ARENA_ARRAY(proof->arena, proof->model->field_count, uint16_t);
    cells->work = arena_alloc(proof->arena, assay_work_size(proof->tables));
    cells->outcome = ARENA_ARRAY(proof->arena, 4 * (size_t)cells->measure_words + cells->words, uint64_t);
    for (uint32_t clause = 0; clause < index->clause_count; clause++)
        cells->sets[clause / 64] |= UINT64_C(1) << clause % 64;
    memo_new(cells, 1024);
    cells_settle(cells);
    if (cells->level_count)
        cells_visit(cells, 0);
    else
        cells_compare(cells, cells->sets, cells->expected);
    proof->counts.cells_done = true;
}

void proof_cells(struct proof *proof) {
    struct cells cells = {.proof = proof};
    for (size_t i = 0; i < proof->rule_count; i++)
        if (!proof->rules[i].space) return;
    cells_levels(&cells);
    proof->counts.cells = cells_product(&cells);
    if (proof->counts.cells <= PROOF_CELLS_MAX && proof->difference_count == 0) cells_go(&cells);
}
