/* partner_export.h - the CSV exports that stand beside the statement: columns by header name (R29), rows one by one,
 * what cannot be read rejected with its place (R30). */
#ifndef ASSAY_PARTNER_EXPORT_H
#define ASSAY_PARTNER_EXPORT_H

#include "runtime/usage/partner_internal.h"
#include "runtime/usage/records.h"
#include "runtime/usage/rejects.h"

#define EXPORT_FIELDS 8u
#define EXPORT_SHOWN  10u /* rejected rows that are said; the rest is counted */
#define EXPORT_TEXTS  10u /* texts of one kind that a note names; likewise */

/* What an export looks like. Each field has its header spellings; the first `needed` fields must be there. */
struct export_layout {
    enum partner_kind kind;
    struct assay_usage usage;
    size_t needed;
};

/* A row: texts as they stand; a field whose column is absent has text NULL. */
struct export_row {
    uint64_t number, line;
    const struct reader_cell *cells; /* one per field */
};

struct export {
    struct partner *partner;
    const struct export_layout *layout;
    uint32_t columns[EXPORT_FIELDS]; /* of bind_columns */
    struct rejects rejects;          /* writes the reasons */
    const struct reader *reader;
    struct records records; /* that are no data */
    uint64_t behind;        /* rejected rows of another file that begins within this one */
    bool illegible;         /* rows could not be read at all */
    struct export_row row;
    uint64_t rejected;     /* the row that was rejected last */
    uint64_t said, unsaid; /* rejected rows that were said, and that were not */
    void (*take)(struct export * export);
    bool (*finish)(struct export * export, struct reader_refusal * refusal);
    void *context;
};

/* Reads an export: `take` for each row that can be read, which is export->row; `finish` behind the last, before what
 * was found is merged, refuses the file when it returns false. An export without rows says nothing, not that there is
 * none: one of a month that has no data yet is blank. False, said, when it cannot be taken. */
bool export_read(struct export *export, const char *path);

/* Whether the file has a field's column. */
bool export_has(const struct export *export, size_t field);

/* Within `take`: rejects the row for what its cell of a field is ("not a day"). Further rejections of the same row
 * count once. */
void export_reject(struct export *export, size_t field, const char *what, const char *remedy);

/* Begins a column of dates, which is field `field`; NULL: the file has it not. In `take`, dates_see looks at its
 * values; in `finish`, export_settle_dates settles the orders of all of them, and notes which were taken. */
struct dates_column *export_dates(struct export *export, size_t field);
bool export_settle_dates(struct export *export, struct reader_refusal *refusal);

/* Texts with the number of their rows, in order of first mention, for notes. */
struct export_counted {
    const char *text; /* as it was written first; NULL: not to be shown */
    uint64_t rows;
};

struct export_tally {
    struct dictionary texts; /* folded */
    struct export_counted *items;
    size_t room;
};

void export_count(struct export *export, struct export_tally *tally, const struct reader_cell *text);

/* Notes them: `WHAT "a" (3 rows), "b" (1 row): MEANS`; nothing when there are none. */
void export_note(struct export *export, const struct export_tally *tally, const char *what, const char *means);

void export_tally_free(struct export_tally *tally);

#endif
