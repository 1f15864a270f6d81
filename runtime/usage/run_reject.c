/* run_reject.c - rows that cannot be read, and records that are no rows. */
#include "runtime/usage/run_rows.h"

#include "runtime/usage/advice.h"

static bool row_reject(struct rows *rows, const struct row *row, int why, uint32_t column, const char *remedy) {
    struct run *run = rows->run;
    const struct reader_record *record = &rows->batch.records[row->index];
    struct reject reject = {row->number, record->line, column, {"", 0}, remedy, why};
    if (column && column <= reader_column_count(rows->reader))
        reject.name = reader_column_name(rows->reader, column - 1);
    rejects_add(&run->rejects, &reject);
    if (row->number == run->options.row) {
        run->row.found = run->row.rejected = true;
        run->row.line = record->line;
        text_add(&run->row.reason, run->rejects.reason.data ? run->rejects.reason.data : "");
    }
    if (!row_keep_amount(run, 0)) return false;
    if (!run->options.keep_answers) return true;
    return answers_add_reason(&run->answers, "rejected: ", &run->rejects.reason) || run_fault(run);
}

static bool row_reject_cell(struct rows *rows, const struct row *row, int why, size_t slot, const char *what,
                            const char *remedy) {
    struct text *reason = rejects_reason(&rows->run->rejects);
    const struct reader_cell *cell = row_cell(rows, row, slot);
    rejects_show(reason, cell->text, cell->length);
    text_addf(reason, " is %s", what);
    return row_reject(rows, row, why, rows->run->slots[slot].column + 1, remedy);
}

bool row_reject_words(struct rows *rows, const struct row *row, int why, size_t slot, const char *what,
                      const char *remedy) {
    text_add(rejects_reason(&rows->run->rejects), what);
    return row_reject(rows, row, why, rows->run->slots[slot].column + 1, remedy);
}

bool row_reject_problem(struct rows *rows, const struct row *row) {
    const struct reader_record *record = &rows->batch.records[row->index];
    rejects_problem(&rows->run->rejects, record, reader_column_count(rows->reader));
    return row_reject(rows, row, record->problem, record->column, rejects_problem_remedy(record));
}

bool row_reject_amount(struct rows *rows, const struct row *row, int error) {
    size_t slot = (size_t)rows->run->amount;
    const struct reader_cell *cell = row_cell(rows, row, slot);
    if (assay_is_blank(cell->text, cell->length))
        return row_reject_words(rows, row, REJECT_AMOUNT_BLANK, slot, "the amount is blank",
                                "export it with its amount, or write 0 if there was none");
    if (error == ASSAY_E_RANGE)
        return row_reject_cell(rows, row, REJECT_AMOUNT_RANGE, slot, "an amount out of range",
                               "at most 14 integer digits and 24 decimals");
    return row_reject_cell(rows, row, REJECT_AMOUNT, slot, "not an amount", advice_amount(cell->text, cell->length));
}

bool row_reject_month(struct rows *rows, const struct row *row) {
    size_t slot = (size_t)rows->run->month;
    const struct reader_cell *cell = row_cell(rows, row, slot);
    if (assay_is_blank(cell->text, cell->length))
        return row_reject_words(rows, row, REJECT_MONTH_BLANK, slot, "the month is blank",
                                "write a month such as 2023-04");
    return row_reject_cell(rows, row, REJECT_MONTH, slot, "not a month", advice_month(cell->text, cell->length));
}

bool row_skip(struct rows *rows, const struct row *row) {
    struct run *run = rows->run;
    const struct reader_record *record = &rows->batch.records[row->index];
    struct text *reason = rejects_reason(&run->rejects);
    text_add(reason, records_reason(record->problem));
    if (row->number == run->options.row) {
        run->row.found = run->row.rejected = run->row.skipped = true;
        run->row.line = record->line;
        text_add(&run->row.reason, records_reason(record->problem));
    }
    if (!row_keep_amount(run, 0)) return false;
    return !run->options.keep_answers || answers_add_reason(&run->answers, "", reason) || run_fault(run);
}
