/* classify.c - from codes and texts to surviving clauses, and on to answers. */
#include <string.h>
#include "runtime/core/internal.h"

/* ---- Surviving clauses ---- */

/* The set of clauses that a code passes, or NULL when the field has no such code. */
static const uint64_t *code_mask(const struct assay_index_field *field, uint32_t words, uint16_t code) {
    uint16_t class_;
    if (code >= 2 && code - 2 < field->entry_count)
        class_ = field->entries[code - 2].class_;
    else if (code == ASSAY_BLANK)
        class_ = field->blank_class;
    else if (code == ASSAY_OTHER)
        class_ = field->other_class;
    else
        return NULL;
    return field->masks + (size_t)class_ * words;
}

static uint64_t all_clauses(const struct assay_index *index, uint32_t word) {
    uint32_t rest = index->clause_count > word * 64 ? index->clause_count - word * 64 : 0;
    return rest < 64 ? ~(~UINT64_C(0) << rest) : ~UINT64_C(0);
}

/* One word of clauses, as rule sets of ordinary size have. */
static int survivors_in_word(const struct assay_ruleset *rules, const uint16_t *codes, uint64_t *clauses) {
    const struct assay_index *index = rules->index;
    uint64_t set = all_clauses(index, 0);
    for (uint16_t field = 0; field < rules->usage->field_count; field++) {
        if (codes[field] == ASSAY_ABSENT) continue;
        const uint64_t *mask = code_mask(&index->fields[field], 1, codes[field]);
        if (!mask) return ASSAY_E_CODE;
        set &= *mask;
    }
    clauses[0] = set;
    return ASSAY_OK;
}

int assay_survivors(const struct assay_ruleset *rules, const uint16_t *codes, uint64_t *clauses) {
    const struct assay_index *index = rules->index;
    if (index->words == 1) return survivors_in_word(rules, codes, clauses);
    for (uint32_t word = 0; word < index->words; word++)
        clauses[word] = all_clauses(index, word);
    for (uint16_t field = 0; field < rules->usage->field_count; field++) {
        if (codes[field] == ASSAY_ABSENT) continue;
        const uint64_t *mask = code_mask(&index->fields[field], index->words, codes[field]);
        if (!mask) return ASSAY_E_CODE;
        for (uint32_t word = 0; word < index->words; word++)
            clauses[word] &= mask[word];
    }
    return ASSAY_OK;
}

/* ---- One row ---- */

int assay_classify(const struct assay_ruleset *rules, const uint16_t *codes, void *work,
                   struct assay_outcome *outcome) {
    uint64_t *clauses = work_clauses(work);
    int error = assay_survivors(rules, codes, clauses);
    return error ? error : assay_decide(rules, codes, clauses, work, outcome);
}

int assay_classify_text(const struct assay_ruleset *rules, const struct assay_cell *cells, void *work,
                        struct assay_outcome *outcome) {
    uint16_t *codes = work_codes(rules, work);
    for (uint16_t field = 0; field < rules->usage->field_count; field++) {
        struct assay_cell cell = cells[field];
        codes[field] = cell.text ? assay_intern(rules, field, cell.text, cell.length) : ASSAY_ABSENT;
    }
    return assay_classify(rules, codes, work, outcome);
}

/* ---- Batches ----
 * Few sets of surviving clauses make up a whole export, and rows with the same set have the same answers. */

enum { BLOCK = 256, MEMO = 64 };

struct batch {
    const struct assay_ruleset *rules;
    const uint16_t *const *columns;
    size_t rows;
    void *work;
    uint64_t *counts, *may;
    uint16_t *codes; /* of one row; above all, which fields are absent */
    uint32_t measure_words;
};

static int batch_decide(const struct batch *batch, size_t row, const uint64_t *clauses) {
    struct assay_outcome outcome = {.counts = batch->counts + row * batch->measure_words,
                                    .may = batch->may + row * batch->measure_words};
    return assay_decide(batch->rules, batch->codes, clauses, batch->work, &outcome);
}

static void batch_copy(const struct batch *batch, size_t row, size_t from) {
    for (size_t word = 0; word < batch->measure_words; word++) {
        batch->counts[row * batch->measure_words + word] = batch->counts[from * batch->measure_words + word];
        batch->may[row * batch->measure_words + word] = batch->may[from * batch->measure_words + word];
    }
}

/* Narrows the clause sets of a block by one field, for sets of one word. */
static int block_narrow(const struct assay_index_field *field, const uint16_t *column, size_t rows, uint64_t *sets) {
    for (size_t row = 0; row < rows; row++) {
        const uint64_t *mask = code_mask(field, 1, column[row]);
        if (!mask) return ASSAY_E_CODE;
        sets[row] &= *mask;
    }
    return ASSAY_OK;
}

static int block_survivors(const struct batch *batch, size_t start, size_t rows, uint64_t *sets) {
    const struct assay_index *index = batch->rules->index;
    for (size_t row = 0; row < rows; row++)
        sets[row] = all_clauses(index, 0);
    for (uint16_t field = 0; field < batch->rules->usage->field_count; field++) {
        if (!batch->columns[field]) continue;
        int error = block_narrow(&index->fields[field], batch->columns[field] + start, rows, sets);
        if (error) return error;
    }
    return ASSAY_OK;
}

/* Rows by clause set: the last one seen in each place. */
struct memo {
    uint64_t clauses[MEMO];
    size_t row[MEMO];
};

static int block_decide(const struct batch *batch, size_t start, size_t rows, const uint64_t *sets, struct memo *memo) {
    for (size_t i = 0; i < rows; i++) {
        size_t row = start + i, place = (size_t)((sets[i] * UINT64_C(0x9E3779B97F4A7C15)) >> 58);
        if (memo->clauses[place] == sets[i] && memo->row[place] != SIZE_MAX) {
            batch_copy(batch, row, memo->row[place]);
            continue;
        }
        int error = batch_decide(batch, row, &sets[i]);
        if (error) return error;
        memo->clauses[place] = sets[i];
        memo->row[place] = row;
    }
    return ASSAY_OK;
}

static int batch_narrow(const struct batch *batch) {
    uint64_t sets[BLOCK];
    struct memo memo;
    memset(memo.row, 0xFF, sizeof memo.row);
    for (size_t start = 0; start < batch->rows; start += BLOCK) {
        size_t rows = batch->rows - start < BLOCK ? batch->rows - start : BLOCK;
        int error = block_survivors(batch, start, rows, sets);
        if (!error) error = block_decide(batch, start, rows, sets, &memo);
        if (error) return error;
    }
    return ASSAY_OK;
}

/* The codes of a row. A cell of a column that is there cannot be absent. */
static int row_codes(const struct batch *batch, size_t row) {
    for (uint16_t field = 0; field < batch->rules->usage->field_count; field++) {
        if (!batch->columns[field]) continue;
        batch->codes[field] = batch->columns[field][row];
        if (batch->codes[field] == ASSAY_ABSENT) return ASSAY_E_CODE;
    }
    return ASSAY_OK;
}

/* Sets of any number of words: compares with the row before. */
static int batch_wide(const struct batch *batch) {
    size_t bytes = batch->rules->index->words * sizeof(uint64_t);
    uint64_t *clauses = work_clauses(batch->work), *before = clauses + batch->rules->index->words;
    for (size_t row = 0; row < batch->rows; row++) {
        int error = row_codes(batch, row);
        if (!error) error = assay_survivors(batch->rules, batch->codes, clauses);
        if (error) return error;
        if (row && memcmp(clauses, before, bytes) == 0) {
            batch_copy(batch, row, row - 1);
            continue;
        }
        error = batch_decide(batch, row, clauses);
        if (error) return error;
        memcpy(before, clauses, bytes);
    }
    return ASSAY_OK;
}

int assay_classify_batch(const struct assay_ruleset *rules, const uint16_t *const *columns, size_t rows, void *work,
                         uint64_t *counts, uint64_t *may) {
    struct batch batch = {rules, columns, rows, work, counts, may, work_codes(rules, work), assay_measure_words(rules)};
    for (uint16_t field = 0; field < rules->usage->field_count; field++)
        batch.codes[field] = columns[field] ? ASSAY_BLANK : ASSAY_ABSENT;
    return rules->index->words == 1 ? batch_narrow(&batch) : batch_wide(&batch);
}
