/* cells.h - cells of the CSV files that people open in spreadsheets; each is followed by a comma. */
#ifndef ASSAY_CELLS_H
#define ASSAY_CELLS_H

#include "runtime/base/text.h"
#include "runtime/core/assay.h"

/* Texts come from rules and exports that anybody may write; see csv_add_text. */
void cells_text(struct text *out, const char *text);
void cells_text_bytes(struct text *out, const char *text, size_t length);

/* The same of what a text holds; one that failed makes `out` fail. */
void cells_text_of(struct text *out, const struct text *text);

/* Empty where it is not known. */
void cells_count(struct text *out, bool known, uint64_t count);
void cells_amount(struct text *out, bool known, assay_money amount);
void cells_month(struct text *out, bool known, int32_t month);

/* A day, or the year of one of which no more is known; 0: empty. */
void cells_day(struct text *out, uint32_t day);

/* The end of a record, in place of the last comma. */
void cells_end(struct text *out);

#endif
