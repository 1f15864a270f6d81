/* run_rows.c - row by row: check, code, decide, and hand on to counting once. */
#include "runtime/usage/run_rows.h"

#include "runtime/usage/month.h"
#include "runtime/usage/refuse.h"
#include "runtime/base/utf8.h"
#include "runtime/usage/uses.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

bool row_keep_amount(struct run *run, assay_money amount) {
    errno = 0;
    return !run->options.keep_amounts || spool_write(&run->amounts, &amount, sizeof amount) || run_fault(run);
}

/* ---- The cells of a batch ---- */

static void rows_check_slot(struct rows *rows, size_t slot) {
    const struct reader_cell *cells = rows->batch.columns[slot];
    for (size_t r = 0; r < rows->batch.rows; r++)
        if (!rows->batch.records[r].problem && !rows->bad[r] && !utf8_valid(cells[r].text, cells[r].length))
            rows->bad[r] = (uint32_t)slot + 1;
}

/* The last bytes differ first: in numbers, and in identifiers made of them. */
static bool cell_same(const struct reader_cell *a, const struct reader_cell *b) {
    if (a->length != b->length) return false;
    return a->length == 0 ||
           (a->text[a->length - 1] == b->text[b->length - 1] && dictionary_same(a->text, b->text, a->length));
}

/* Exports repeat cells from row to row, so the row before is looked at first. */
static bool rows_read_slot(struct rows *rows, size_t s) {
    struct run_slot *slot = &rows->run->slots[s];
    const struct reader_cell *cells = rows->batch.columns[s], *before = NULL;
    struct column_cell read = {0};
    for (size_t r = 0; r < rows->batch.rows; r++) {
        if (rows->batch.records[r].problem) continue;
        const struct reader_cell *cell = &cells[r];
        if (!before || !cell_same(before, cell)) read = column_read(&slot->reader, cell->text, cell->length);
        before = cell;
        slot->cells[r] = read;
        if (read.bad && !rows->bad[r]) rows->bad[r] = (uint32_t)s + 1;
    }
    return !slot->reader.failed;
}

/* The first full batch shows which columns of the key hardly repeat; it is read again, since no number of it was used
 * yet. */
static bool rows_read_first(struct rows *rows, size_t s) {
    struct run_slot *slot = &rows->run->slots[s];
    if (!rows_read_slot(rows, s)) return false;
    if (slot->uses != USE_KEY || rows->batch.first_row != 1 || slot->reader.texts.count <= READER_BATCH / 2)
        return true;
    column_go_direct(&slot->reader);
    return rows_read_slot(rows, s);
}

/* Amounts and months are not read as texts, unless a condition looks at them. */
static bool rows_read_cells(struct rows *rows) {
    struct run *run = rows->run;
    memset(rows->bad, 0, sizeof rows->bad);
    for (size_t s = 0; s < run->slot_count; s++) {
        bool number = ((int)s == run->amount || (int)s == run->month) && !(run->slots[s].uses & USE_CONDITION);
        if (number)
            rows_check_slot(rows, s);
        else if (!rows_read_first(rows, s))
            return false;
    }
    return true;
}

/* ---- Counting once ---- */

static bool row_text(struct rows *rows, const struct row *row, size_t slot, const char **folded, size_t *length) {
    const struct reader_cell *cell = row_cell(rows, row, slot);
    *folded = column_fold(&rows->run->slots[slot].reader, cell->text, cell->length, length);
    return *folded != NULL;
}

static bool row_key(struct rows *rows, const struct row *row, struct fingerprint *fingerprint) {
    struct run *run = rows->run;
    const struct assay_once *once = run->rules->usage->once;
    key_begin(&run->key);
    for (size_t i = 0; i < once->key_count; i++) {
        int s = run->slot_of_field[once->key[i]];
        if (s < 0) continue;
        uint32_t number = run->slots[s].cells[row->index].text;
        const char *folded;
        size_t length;
        if (s == run->amount)
            key_add_amount(&run->key, row->amount);
        else if (s == run->month)
            key_add_month(&run->key, row->month);
        else if (number == COLUMN_BLANK)
            key_add_blank(&run->key);
        else if (number != COLUMN_UNLISTED)
            key_add_number(&run->key, number);
        else if (row_text(rows, row, (size_t)s, &folded, &length))
            key_add_text(&run->key, folded, length);
        else
            return false;
    }
    return key_end(&run->key, fingerprint);
}

/* The claim as far as its columns are known: behind an absent one, the others say nothing of which claim is better. */
static uint32_t row_claim_make(struct rows *rows, const struct row *row) {
    struct run *run = rows->run;
    const struct assay_once *once = run->rules->usage->once;
    const char *folded;
    size_t length;
    claim_begin(&run->claims);
    int s = run->slot_of_field[once->preferred_field];
    if (s >= 0) {
        if (!row_text(rows, row, (size_t)s, &folded, &length)) return DICTIONARY_NONE;
        claim_add_preferred(&run->claims, folded, length);
    }
    for (size_t i = 0; s >= 0 && i < once->least_count; i++) {
        s = run->slot_of_field[once->least[i]];
        if (s < 0) break;
        if (!row_text(rows, row, (size_t)s, &folded, &length)) return DICTIONARY_NONE;
        claim_add_least(&run->claims, folded, length);
    }
    return claim_end(&run->claims);
}

#define ROW_CLAIMS 8 /* fields of a claim that the memo is kept for */

/* The text numbers of the claim's columns; 0 when one has none. */
static size_t row_claim_key(const struct run *run, const struct row *row, uint32_t key[ROW_CLAIMS]) {
    const struct assay_once *once = run->rules->usage->once;
    size_t count = 0;
    if (once->least_count + 1u > ROW_CLAIMS) return 0;
    for (int i = -1; i < once->least_count; i++) {
        int s = run->slot_of_field[i < 0 ? once->preferred_field : once->least[i]];
        if (s < 0) break;
        key[count] = run->slots[s].cells[row->index].text;
        if (key[count++] == COLUMN_UNLISTED) return 0;
    }
    return count;
}

/* The claim's number, remembered by the text numbers of its columns. */
static uint32_t row_claim(struct rows *rows, const struct row *row) {
    struct run *run = rows->run;
    uint32_t key[ROW_CLAIMS];
    size_t bytes = row_claim_key(run, row, key) * sizeof *key;
    uint32_t known = bytes ? dictionary_find(&run->claim_memo, key, bytes) : DICTIONARY_NONE;
    if (known != DICTIONARY_NONE) return run->claim_numbers[known];
    uint32_t claim = row_claim_make(rows, row);
    if (bytes == 0 || claim == DICTIONARY_NONE) return claim;
    uint32_t *numbers = realloc(run->claim_numbers, (run->claim_memo.count + 1u) * sizeof *numbers);
    if (!numbers) return DICTIONARY_NONE;
    run->claim_numbers = numbers;
    known = dictionary_put(&run->claim_memo, key, bytes);
    if (known != DICTIONARY_NONE) numbers[known] = claim;
    return claim;
}

static uint32_t row_customer(const struct run *run, const struct row *row) {
    if (run->customer < 0) return run->customer_assumed;
    uint32_t number = run->slots[run->customer].cells[row->index].text;
    return number == COLUMN_BLANK || number < run->nobodies ? LEDGER_NOBODY : number;
}

/* Its claim is shown by the preferred field's cell, as the file has it. */
static bool row_keep_counted(struct rows *rows, const struct row *row) {
    struct run *run = rows->run;
    const struct outcome *outcome = &run->outcomes.all[row->outcome];
    const struct assay_once *once = run->rules->usage->once;
    struct counted_row counted = {.amount = row->amount,
                                  .row = row->number,
                                  .line = rows->batch.records[row->index].line,
                                  .outcome = row->outcome,
                                  .customer = row_customer(run, row),
                                  .month = row->month};
    const char *claim = "";
    int s = once ? run->slot_of_field[once->preferred_field] : -1;
    if (!run->options.keep_counted) return true;
    if (!outcomes_any(&run->outcomes, outcome->counts) && !outcomes_any(&run->outcomes, outcome->may)) return true;
    const struct reader_cell *cell = s >= 0 ? row_cell(rows, row, (size_t)s) : NULL;
    if (cell && cell->text) claim = cell->text;
    if (cell && cell->text) counted.length = cell->length;
    return counted_add(&run->counted, &counted, claim) || run_fault(run);
}

/* What the flag says: 1 dropped, 2 kept, 0 neither. Its texts have the first numbers of the column. */
static uint8_t row_flag(const struct run *run, const struct row *row) {
    const struct assay_cross_check *check = run->rules->usage->cross_check;
    uint32_t number = run->slots[run->flag].cells[row->index].text;
    if (number < check->dropped_count) return 1;
    return number < (uint32_t)check->dropped_count + check->kept_count ? 2 : 0;
}

/* Without counting once, only repeats need the end of the input. */
static bool row_settle(struct rows *rows, struct once_record *record) {
    static const struct once_verdict counts = {.result = ONCE_COUNTS};
    if (!rows->run->repeats) return run_settle_row(rows->run, record, &counts);
    record->fingerprint = record->cells;
    return once_add(&rows->run->once, record) || run_fault(rows->run);
}

/* A text that no rule names must not count in silence (R35). */
static bool row_unnamed(struct rows *rows, const struct row *row) {
    struct run *run = rows->run;
    for (uint32_t e = 0; e < run->rules->usage->eligibility_count; e++) {
        int s = run->slot_of_field[run->excluded.unnamed[e].field];
        if (s < 0 || run->slots[s].cells[row->index].code != ASSAY_OTHER) continue;
        const struct reader_cell *cell = row_cell(rows, row, (size_t)s);
        const struct assay_cell text = {cell->text ? cell->text : "", cell->length};
        uint32_t number = run->slots[s].cells[row->index].text;
        if (!excluded_add_unnamed(&run->excluded, e, number, &text, row->amount))
            return refuse(&run->refusal, NULL, "the amounts of the rows go beyond 128 bits, or memory ran out");
    }
    return true;
}

static bool row_count(struct rows *rows, const struct row *row) {
    struct run *run = rows->run;
    if (!row_unnamed(rows, row)) return false;
    struct once_record record = {.amount = row->amount,
                                 .row = row->number,
                                 .outcome = row->outcome,
                                 .customer = row_customer(run, row),
                                 .month = row->month};
    if (run->flag >= 0) record.flag = row_flag(run, row);
    if (run->repeats) record.cells = rows->batch.likenesses[row->index];
    errno = 0;
    if (run->options.keep_answers && !answers_add_outcome(&run->answers, row->outcome)) return run_fault(run);
    if (!row_keep_counted(rows, row)) return false;
    if (!run->rules->usage->once) return row_settle(rows, &record);
    record.claim = row_claim(rows, row);
    if (record.claim == DICTIONARY_NONE || !row_key(rows, row, &record.fingerprint)) return run_fault(run);
    return once_add(&run->once, &record) || run_fault(run);
}

/* ---- Rows that are not eligible ---- */

/* The text that a row fails an eligibility with: its cell's, or the one assumed. Absent: neither. */
static struct assay_cell row_failing_text(const struct rows *rows, const struct row *row, uint32_t eligibility) {
    const struct run *run = rows->run;
    uint16_t field = run->excluded.reasons[eligibility].field;
    const char *assumed = run->assumptions[field].text;
    if (run->slot_of_field[field] < 0) return (struct assay_cell){assumed, assumed ? strlen(assumed) : 0};
    const struct reader_cell *cell = row_cell(rows, row, (size_t)run->slot_of_field[field]);
    return (struct assay_cell){cell->text ? cell->text : "", cell->length};
}

static bool row_exclude_text(struct rows *rows, const struct row *row, uint32_t eligibility) {
    struct run *run = rows->run;
    int s = run->slot_of_field[run->excluded.reasons[eligibility].field];
    struct assay_cell text = row_failing_text(rows, row, eligibility);
    uint32_t assumed = text.text && assay_is_blank(text.text, text.length) ? COLUMN_BLANK : 0;
    uint32_t number = s >= 0 ? run->slots[s].cells[row->index].text : text.text ? assumed : COLUMN_UNLISTED;
    return excluded_add_text(&run->excluded, eligibility, number, text.text ? &text : NULL, row->amount);
}

static bool row_exclude_answer(struct rows *rows, const struct row *row, uint32_t eligibility) {
    struct run *run = rows->run;
    struct assay_cell text = row_failing_text(rows, row, eligibility);
    struct text *reason = rejects_reason(&run->rejects);
    excluded_reason_text(run->rules->usage, eligibility, text.text ? &text : NULL, reason);
    return answers_add_reason(&run->answers, "", reason);
}

static bool row_exclude(struct rows *rows, const struct row *row) {
    struct run *run = rows->run;
    const struct assay_usage *usage = run->rules->usage;
    const struct outcome *outcome = &run->outcomes.all[row->outcome];
    bool good = excluded_add_ineligible(&run->excluded, row->outcome, row->amount);
    for (uint32_t e = 0; good && e < usage->eligibility_count && e < 32; e++)
        if (outcome->ineligible >> e & 1) good = row_exclude_text(rows, row, e);
    if (!good)
        return refuse(&run->refusal, NULL,
                      "the amounts of the rows that do not count go beyond 128 bits, or memory ran out");
    errno = 0;
    return !run->options.keep_answers || row_exclude_answer(rows, row, excluded_first(usage, outcome)) ||
           run_fault(run);
}

/* ---- Rows ---- */

static int rows_month(struct rows *rows, const struct reader_cell *cell) {
    if (cell->length < 6 || cell->length > sizeof rows->months->text) return month_parse(cell->text, cell->length);
    const char *text = cell->text, *end = text + cell->length;
    unsigned place = (unsigned)(unsigned char)text[0] * 5u + (unsigned char)text[1] * 3u + (unsigned char)text[2] +
                     (unsigned char)end[-1] * 7u + (unsigned char)end[-2];
    struct rows_month *known = &rows->months[place % ROWS_MONTHS];
    if (known->length == cell->length && dictionary_same(known->text, text, cell->length)) return known->month;
    int month = month_parse(text, cell->length);
    known->length = (uint8_t)cell->length;
    known->month = month;
    memcpy(known->text, text, cell->length);
    return month;
}

static void row_keep(struct rows *rows, const struct row *row) {
    struct run *run = rows->run;
    run->row.found = true;
    run->row.line = rows->batch.records[row->index].line;
    run->row.outcome = row->outcome;
    for (size_t f = 0; f < run->rules->usage->field_count; f++) {
        int s = run->slot_of_field[f];
        if (s < 0) continue;
        const struct reader_cell *cell = row_cell(rows, row, (size_t)s);
        text_add_bytes(&run->row.cells[f], cell->text ? cell->text : "", cell->length);
    }
}

static bool row_decide(struct rows *rows, struct row *row) {
    struct run *run = rows->run;
    for (size_t s = 0; s < run->slot_count; s++)
        if (run->slots[s].uses & USE_CONDITION)
            run->outcomes.codes[run->slots[s].reader.field] = run->slots[s].cells[row->index].code;
    row->outcome = outcomes_of_row(&run->outcomes);
    if (row->outcome == OUTCOMES_NONE) return refuse_memory(&run->refusal);
    enum assay_answer eligible = (enum assay_answer)run->outcomes.all[row->outcome].eligible;
    if (row->month > run->newest_any) run->newest_any = row->month;
    if (run->oldest_any == LEDGER_NEVER || row->month < run->oldest_any) run->oldest_any = row->month;
    if (eligible != ASSAY_NO && row->month > run->newest_eligible) run->newest_eligible = row->month;
    if (row->number == run->options.row) row_keep(rows, row);
    if (!row_keep_amount(run, row->amount)) return false;
    return eligible == ASSAY_NO ? row_exclude(rows, row) : row_count(rows, row);
}

static bool row_read(struct rows *rows, size_t index) {
    struct run *run = rows->run;
    struct row row = {.index = index, .number = rows->batch.first_row + index, .month = run->month_assumed};
    const struct reader_record *record = &rows->batch.records[index];
    if (record->problem) records_add(&run->records, record, row.number);
    if (record->problem) return records_skips(record->problem) ? row_skip(rows, &row) : row_reject_problem(rows, &row);
    if (rows->bad[index])
        return row_reject_words(rows, &row, REJECT_UTF8, rows->bad[index] - 1, "not UTF-8", "save the file as UTF-8");
    if (run->amount >= 0) {
        const struct reader_cell *cell = row_cell(rows, &row, (size_t)run->amount);
        int error = assay_money_parse(cell->text, cell->length, &row.amount);
        if (error != ASSAY_OK) return row_reject_amount(rows, &row, error);
    }
    if (run->month >= 0) {
        const struct reader_cell *cell = row_cell(rows, &row, (size_t)run->month);
        row.month = rows_month(rows, cell);
        if (row.month < 0) return row_reject_month(rows, &row);
    }
    rejects_pass(&run->rejects);
    return row_decide(rows, &row);
}

/* The rows of a batch, and what is noted of their records. */
static bool rows_take(struct rows *rows) {
    struct run *run = rows->run;
    const struct reader_tall *tall = rows->batch.tall, *end = tall + rows->batch.tall_count;
    for (size_t r = 0; r < rows->batch.rows; r++) {
        uint64_t before = run->rejects.count;
        if (!row_read(rows, r)) return false;
        if (tall == end || tall->row != r) continue;
        bool rejected = run->rejects.count > before;
        records_note_tall(&run->records, tall++, rows->batch.first_row + r, rejected, rows->reader, &run->notes);
    }
    return true;
}

bool run_go_on(struct run *run, uint64_t bytes, bool settling) {
    if (run->options.progress) run->options.progress(run->options.context, bytes, settling);
    run->interrupted = run->options.stopped && run->options.stopped();
    return !run->interrupted || refuse(&run->refusal, NULL, "interrupted");
}

bool run_read(struct run *run, struct reader *reader, struct input *input) {
    struct rows *rows = calloc(1, sizeof *rows);
    if (!rows) return refuse_memory(&run->refusal);
    rows->run = run;
    rows->reader = reader;
    bool good;
    do {
        good = reader_next(reader, &rows->batch, &run->refusal) && run_go_on(run, input_bytes(input), false);
        if (good && !rows_read_cells(rows)) good = refuse_memory(&run->refusal);
        good = good && rows_take(rows);
        run->rows += good ? rows->batch.rows : 0;
    } while (good && rows->batch.rows > 0);
    free(rows);
    return good;
}
