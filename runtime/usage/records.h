/* records.h - what is noted of records: those that are no data (R34), fields of many lines (R36), another file. */
#ifndef ASSAY_RECORDS_H
#define ASSAY_RECORDS_H

#include "runtime/usage/notes.h"
#include "runtime/usage/reader.h"

#define RECORDS_NAMED 5 /* of one kind; the rest is counted */

struct records {
    uint64_t headers, empty; /* skipped */
    uint64_t header_rows[RECORDS_NAMED];
    uint64_t tall;                  /* fields of many lines */
    uint64_t other_line, other_row; /* where another file begins; 0: nowhere */
};

/* Whether a record is skipped: it is numbered, and neither counted nor rejected. */
static inline bool records_skips(uint8_t problem) {
    return problem == READER_EMPTY || problem == READER_HEADER;
}

/* What `classify` says of a skipped record. */
const char *records_reason(uint8_t problem);

/* Counts a record that is no data. */
void records_add(struct records *records, const struct reader_record *record, uint64_t row);

/* Notes a field of many lines of a row that is `rejected` or not. */
void records_note_tall(struct records *records, const struct reader_tall *tall, uint64_t row, bool rejected,
                       const struct reader *reader, struct notes *notes);

/* Notes the rest at the end of the file, of which `behind` rows belong to another. */
void records_finish(const struct records *records, uint64_t behind, struct notes *notes);

#endif
