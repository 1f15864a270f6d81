/* partner_training.c - TrainingCompletions: who completed what, and until when it holds. */
#include "runtime/usage/partner_export.h"

#include <stdlib.h>
#include <string.h>

enum { PERSON, TITLE, TYPE, COMPLETED, EXPIRES, STATUS, FIELDS };

#define TRAINING_COLUMN(text) .columns = (const char *const[]){text}, .column_count = 1

static const struct assay_field training_fields[FIELDS] = {
    [PERSON] = {.name = "person", TRAINING_COLUMN("MCPID")},
    [TITLE] = {.name = "title", TRAINING_COLUMN("TrainingTitle")},
    [TYPE] = {.name = "type", TRAINING_COLUMN("TrainingType")},
    [COMPLETED] = {.name = "completion", TRAINING_COLUMN("TrainingCompletionDate")},
    [EXPIRES] = {.name = "expiration", TRAINING_COLUMN("ExpirationDate")},
    [STATUS] = {.name = "status", TRAINING_COLUMN("ActivationStatus")},
};

static const struct export_layout training_layout = {
    PARTNER_TRAINING, {.name = "training completions", .field_count = FIELDS, .fields = training_fields}, EXPIRES};

/* A row that matters, until the order of its dates is settled. */
struct training_row {
    struct partner_certification made;
    uint64_t number;
    struct date_ways completed, expires;
    const char *expiry; /* as it was written, where it may be before the completion */
};

struct training {
    const struct partner_certification_name *codes;
    size_t count;
    struct training_row *rows;
    size_t row_count;
    struct dates_column *completed, *expires; /* NULL: no such column, or no row was read */
    struct export_tally types, statuses;      /* that are not known, of rows that matter */
    uint64_t others;                          /* rows of no certification asked for */
};

/* ---- Titles ---- */

static bool training_joins(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
}

static char training_lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool training_begins(const char *text, const char *code, size_t length) {
    for (size_t i = 0; i < length; i++)
        if (training_lower(text[i]) != training_lower(code[i])) return false;
    return true;
}

/* Whether a code is a word of its own in a title. */
static bool training_has_word(const struct reader_cell *title, const char *code) {
    size_t length = strlen(code);
    for (size_t at = 0; length && at + length <= title->length; at++) {
        if (at && training_joins(title->text[at - 1])) continue;
        size_t end = at + length;
        if (end < title->length && training_joins(title->text[end])) continue;
        if (training_begins(title->text + at, code, length)) return true;
    }
    return false;
}

static bool training_is(const struct reader_cell *title, const struct partner_certification_name *name) {
    for (size_t i = 0; i < name->title_count; i++)
        if (assay_same(name->titles[i], strlen(name->titles[i]), title->text, title->length)) return true;
    return training_has_word(title, name->code);
}

static bool training_matters(const struct training *training, const struct reader_cell *title) {
    for (size_t i = 0; i < training->count; i++)
        if (training_is(title, &training->codes[i])) return true;
    return false;
}

/* ---- Rows ---- */

static bool training_cell_is(const struct reader_cell *cell, const char *text) {
    return assay_same(cell->text, cell->length, text, strlen(text)) != 0;
}

static struct date_ways training_see(struct export *export, struct dates_column **column, size_t field) {
    if (!*column) *column = export_dates(export, field);
    if (!*column) return (struct date_ways){0, 0};
    return dates_see(*column, &export->row.cells[field], export->row.line, &export->partner->pool);
}

/* Rejects the row whose day is none. */
static void training_no_day(struct export *export, size_t field, struct training_row *row) {
    const struct reader_cell *cell = &export->row.cells[field];
    row->made.certain = false;
    export_reject(export, field, assay_is_blank(cell->text, cell->length) ? "no day" : "not a day",
                  "write a day such as 2024-03-15");
}

static bool training_is_day(struct date_ways ways) {
    return ways.day_first || ways.month_first;
}

static void training_days(struct export *export, struct training_row *row) {
    const struct reader_cell *expires = &export->row.cells[EXPIRES];
    if (!training_is_day(row->completed)) training_no_day(export, COMPLETED, row);
    if (!expires->text)
        row->made.certain = false;
    else if (!assay_is_blank(expires->text, expires->length) && !training_is_day(row->expires))
        training_no_day(export, EXPIRES, row);
    if (training_is_day(row->completed) && training_is_day(row->expires))
        row->expiry = pool_text(&export->partner->pool, expires->text, expires->length);
}

static void training_type(struct export *export, struct partner_certification *made) {
    struct training *training = export->context;
    const struct reader_cell *type = &export->row.cells[TYPE];
    made->exam = !training_cell_is(type, "certification");
    if (!made->exam || training_cell_is(type, "exam")) return;
    export_count(export, &training->types, type);
    made->certain = false;
}

static void training_status(struct export *export, struct partner_certification *made) {
    struct training *training = export->context;
    const struct reader_cell *status = &export->row.cells[STATUS];
    if (!status->text) {
        made->certain = false;
        return;
    }
    if (training_cell_is(status, "Active")) return;
    export_count(export, &training->statuses, status);
    made->certain = false;
}

/* A name out of a cell; when it has none the row is lost, since nobody knows whom or what it is about. */
static bool training_name(struct export *export, size_t field, struct partner_name *name) {
    const struct reader_cell *cell = &export->row.cells[field];
    const char *remedy, *problem = partner_text_problem(cell->text, cell->length, &remedy);
    if (problem) {
        export->illegible = true;
        export_reject(export, field, problem, remedy);
        return false;
    }
    *name = partner_intern(export->partner, cell->text, cell->length);
    return name->text != NULL;
}

static void training_keep(struct export *export, struct training_row *row) {
    struct training *training = export->context;
    for (size_t i = 0; i < training->count; i++) {
        const char *code = training->codes[i].code;
        if (!training_is(&export->row.cells[TITLE], &training->codes[i])) continue;
        struct training_row *rows = partner_room(export->partner, training->rows, training->row_count, sizeof *rows);
        if (!rows) return;
        training->rows = rows;
        row->made.code = partner_intern(export->partner, code, strlen(code));
        if (row->made.code.text) rows[training->row_count++] = *row;
    }
}

static void training_take(struct export *export) {
    struct training *training = export->context;
    const struct reader_cell *title = &export->row.cells[TITLE];
    struct training_row row = {.made = {.certain = true, .place = {PARTNER_TRAINING, export->row.line, 0}},
                               .number = export->row.number,
                               .completed = training_see(export, &training->completed, COMPLETED),
                               .expires = training_see(export, &training->expires, EXPIRES)};
    if (assay_is_blank(title->text, title->length)) {
        export->illegible = true;
        export_reject(export, TITLE, "no title", "write what was completed");
        return;
    }
    bool matters = training_matters(training, title);
    training->others += !matters;
    const struct reader_cell *person = &export->row.cells[PERSON];
    const char *remedy;
    if (!matters && partner_text_problem(person->text, person->length, &remedy)) return;
    if (!training_name(export, PERSON, &row.made.person)) return;
    export->partner->people[row.made.person.number].by[PARTNER_TRAINING] = true;
    if (!matters) return;
    training_type(export, &row.made);
    training_status(export, &row.made);
    training_days(export, &row);
    training_keep(export, &row);
}

/* ---- When the order of the dates is settled ---- */

/* Rejects a row that expires before it was completed, in every reading of its dates. */
static void training_ends_before(struct export *export, struct training_row *row) {
    struct reader_cell cells[FIELDS] = {[EXPIRES] = {row->expiry, (uint32_t)strlen(row->expiry)}};
    export->row = (struct export_row){row->number, row->made.place.line, cells};
    export_reject(export, EXPIRES, "before the completion", "correct one of the two days");
    row->made.since = row->made.until = row->made.since_or = row->made.until_or = 0;
    row->made.certain = false;
}

/* The longest period that the dates may mean, and the days by which it may be shorter. */
static void training_period(struct export *export, struct training_row *row) {
    const struct training *training = export->context;
    struct partner_certification *made = &row->made;
    uint32_t day, other;
    dates_days(training->completed, row->completed, &made->since, &made->since_or);
    if (training->expires) {
        dates_days(training->expires, row->expires, &day, &other);
        made->until = other ? other : day;
        made->until_or = other ? day : 0;
    }
    if (row->expiry && made->until < made->since) training_ends_before(export, row);
    if (made->exam && !made->until) made->certain = false;
}

static void training_settle(struct export *export) {
    struct training *training = export->context;
    for (size_t i = 0; i < training->row_count; i++) {
        training_period(export, &training->rows[i]);
        partner_add_certification(export->partner, &training->rows[i].made);
    }
}

/* ---- The file ---- */

static bool training_finish(struct export *export, struct reader_refusal *refusal) {
    struct training *training = export->context;
    if (!export_settle_dates(export, refusal)) return false;
    training_settle(export);
    struct partner_said *said = &export->partner->said[PARTNER_CERTIFICATIONS];
    said->by[PARTNER_TRAINING] = true;
    said->incomplete = said->incomplete || export->illegible;
    struct remarks *remarks = &export->partner->remarks;
    if (!export_has(export, EXPIRES))
        remarks_note(remarks,
                     "the column ExpirationDate is missing: whether a certification still holds cannot be told");
    if (!export_has(export, STATUS))
        remarks_note(remarks, "the column ActivationStatus is missing: whether a certification holds cannot be told");
    if (export->illegible)
        remarks_note(remarks, "rows could not be read: more people than are known may hold certifications");
    export_note(export, &training->types, "TrainingType", "whether these are certifications cannot be told");
    export_note(export, &training->statuses, "ActivationStatus", "whether these certifications hold cannot be told");
    if (training->others)
        remarks_note(remarks, "%llu row%s of no certification that the rules ask for",
                     (unsigned long long)training->others, training->others == 1 ? "" : "s");
    return true;
}

/* Of exams alone it is known when they were merged with certifications. */
static void training_exams(struct partner *partner) {
    unsigned long long exams = 0;
    for (size_t i = 0; i < partner->certification_count; i++) {
        const struct partner_certification *entry = &partner->certifications[i];
        exams += entry->exam && !entry->until && entry->place.input == PARTNER_TRAINING;
    }
    if (exams)
        remarks_note(
            &partner->remarks,
            "%llu exam%s no certification of the same day or later in the export: until when %s cannot be told", exams,
            exams == 1 ? " has" : "s have", exams == 1 ? "it holds" : "they hold");
}

bool partner_read_training(struct partner *partner, const char *path, const struct partner_certification_name *codes,
                           size_t count) {
    struct training training = {.codes = codes, .count = count};
    struct export export = {.partner = partner,
                            .layout = &training_layout,
                            .take = training_take,
                            .finish = training_finish,
                            .context = &training};
    bool good = export_read(&export, path);
    if (good && export_has(&export, EXPIRES)) training_exams(partner);
    remarks_sort(&partner->remarks); /* some rows are rejected behind the last */
    export_tally_free(&training.types);
    export_tally_free(&training.statuses);
    free(training.rows);
    return good;
}
