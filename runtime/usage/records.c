#include "runtime/usage/records.h"

#include "runtime/base/show.h"
#include "runtime/base/text.h"

#define RECORDS_NAME 40u /* characters of a column's name */

const char *records_reason(uint8_t problem) {
    return problem == READER_EMPTY ? "empty" : "header";
}

void records_add(struct records *records, const struct reader_record *record, uint64_t row) {
    if (record->problem == READER_EMPTY) records->empty++;
    if (record->problem == READER_HEADER && records->headers++ < RECORDS_NAMED)
        records->header_rows[records->headers - 1] = row;
    if (record->problem == READER_OTHER) {
        records->other_line = record->line;
        records->other_row = row;
    }
}

static void records_column(struct text *out, const struct reader *reader, uint32_t column) {
    if (column > reader_column_count(reader)) {
        text_addf(out, "column %lu", (unsigned long)column);
        return;
    }
    struct reader_cell name = reader_column_name(reader, column - 1);
    text_add(out, "column \"");
    show_add(out, name.text, name.length, RECORDS_NAME);
    text_addf(out, "\" (%lu)", (unsigned long)column);
}

void records_note_tall(struct records *records, const struct reader_tall *tall, uint64_t row, bool rejected,
                       const struct reader *reader, struct notes *notes) {
    struct text words = {0};
    if (records->tall++ >= RECORDS_NAMED) return;
    text_addf(&words, "row %llu, ", (unsigned long long)row);
    records_column(&words, reader, tall->column);
    text_addf(&words, ": the field has %llu lines, from line %llu to %llu", (unsigned long long)tall->lines,
              (unsigned long long)tall->line, (unsigned long long)(tall->line + tall->lines - 1));
    if (rejected)
        text_addf(&words, "; the row is rejected, and %llu bytes in %llu lines with it",
                  (unsigned long long)tall->bytes, (unsigned long long)tall->taken);
    text_addf(&words, "; see whether the quote in line %llu is closed too late", (unsigned long long)tall->line);
    notes_add_text(notes, &words);
    text_free(&words);
}

static void records_headers(const struct records *records, struct notes *notes) {
    struct text rows = {0};
    for (uint64_t i = 0; i < records->headers && i < RECORDS_NAMED; i++)
        text_addf(&rows, "%s%llu", i ? ", " : "", (unsigned long long)records->header_rows[i]);
    if (records->headers > RECORDS_NAMED)
        text_addf(&rows, " and %llu more", (unsigned long long)(records->headers - RECORDS_NAMED));
    if (rows.failed)
        notes->failed = true;
    else if (records->headers)
        notes_addf(notes, "%llu record%s the header and %s skipped: row%s %s", (unsigned long long)records->headers,
                   records->headers == 1 ? " repeats" : "s repeat", records->headers == 1 ? "is" : "are",
                   records->headers == 1 ? "" : "s", rows.data);
    text_free(&rows);
}

void records_finish(const struct records *records, uint64_t behind, struct notes *notes) {
    records_headers(records, notes);
    if (records->empty)
        notes_addf(notes, "%llu record%s blank in every cell and %s skipped", (unsigned long long)records->empty,
                   records->empty == 1 ? " is" : "s are", records->empty == 1 ? "is" : "are");
    if (records->other_row)
        notes_addf(notes,
                   "another file begins in line %llu (row %llu): its header and %llu row%s behind it are "
                   "rejected; give the files one by one",
                   (unsigned long long)records->other_line, (unsigned long long)records->other_row,
                   (unsigned long long)behind, behind == 1 ? "" : "s");
    if (records->tall > RECORDS_NAMED)
        notes_addf(notes, "%llu more fields have over %d lines", (unsigned long long)(records->tall - RECORDS_NAMED),
                   READER_TALL);
}
