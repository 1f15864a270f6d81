#include "runtime/usage/partner_export.h"

#include "runtime/base/utf8.h"
#include "runtime/usage/bind.h"
#include "runtime/usage/foreign.h"
#include "runtime/usage/refuse.h"

#include <stdlib.h>
#include <string.h>

/* ---- Rejected rows ---- */

/* Says the reason written in export->rejects, once per row. */
static void export_say(struct export *export, uint32_t column, const char *remedy) {
    struct partner_input *input = &export->partner->inputs[export->layout->kind];
    struct text what = {0};
    input->rejected++;
    if (export->said == EXPORT_SHOWN) {
        export->unsaid++;
        return;
    }
    export->said++;
    text_addf(&what, "row %llu", (unsigned long long)export->row.number);
    if (column && column <= reader_column_count(export->reader)) {
        struct reader_cell name = reader_column_name(export->reader, column - 1);
        text_add(&what, ", column ");
        rejects_show(&what, name.text, name.length);
    }
    if (column) text_addf(&what, " (%lu)", (unsigned long)column);
    text_addf(&what, ": %s", export->rejects.reason.data ? export->rejects.reason.data : "");
    remarks_error(&export->partner->remarks, (struct remark_place){export->row.line, 0}, remedy, "%s",
                  what.failed ? "out of memory" : what.data);
    text_free(&what);
}

void export_reject(struct export *export, size_t field, const char *what, const char *remedy) {
    const struct reader_cell *cell = &export->row.cells[field];
    if (export->rejected == export->row.number) return;
    export->rejected = export->row.number;
    struct text *reason = rejects_reason(&export->rejects);
    rejects_show(reason, cell->text ? cell->text : "", cell->length);
    text_addf(reason, " is %s", what);
    export_say(export, export->columns[field] + 1, remedy);
}

/* A record without cells, or with a cell of no text. */
static void export_lose(struct export *export, uint32_t column, const char *remedy) {
    export->illegible = true;
    export_say(export, column, remedy);
}

/* ---- Rows ---- */

/* A record that is no data is skipped; those behind another file's header are said with it (R34). */
static void export_take_problem(struct export *export, const struct reader_record *record) {
    records_add(&export->records, record, export->row.number);
    if (records_skips(record->problem)) return;
    rejects_problem(&export->rejects, record, reader_column_count(export->reader));
    if (record->problem != READER_BEHIND) {
        export_lose(export, record->column, rejects_problem_remedy(record));
        return;
    }
    export->behind++;
    export->illegible = true;
}

static void export_take(struct export *export, const struct reader_batch *batch, size_t r) {
    const struct reader_record *record = &batch->records[r];
    struct reader_cell cells[EXPORT_FIELDS] = {{NULL, 0}};
    export->row = (struct export_row){batch->first_row + r, record->line, cells};
    if (record->problem) {
        export_take_problem(export, record);
        return;
    }
    for (size_t f = 0, slot = 0; f < export->layout->usage.field_count; f++) {
        if (!export_has(export, f)) continue;
        cells[f] = batch->columns[slot++][r];
        if (utf8_valid(cells[f].text, cells[f].length)) continue;
        text_add(rejects_reason(&export->rejects), "not UTF-8");
        export_lose(export, export->columns[f] + 1, "save the file as UTF-8");
        return;
    }
    export->take(export);
}

static void export_notes(struct export *export, struct notes *notes) {
    for (size_t i = 0; i < notes->count; i++)
        remarks_note(&export->partner->remarks, "%s", notes->lines[i]);
    if (notes->failed) export->partner->failed = true;
    notes_free(notes);
}

static bool export_rows(struct export *export, struct reader *reader, struct reader_refusal *refusal) {
    struct partner_input *input = &export->partner->inputs[export->layout->kind];
    struct reader_batch batch;
    struct notes notes = {0};
    bool good;
    while ((good = reader_next(reader, &batch, refusal)) && batch.rows) {
        const struct reader_tall *tall = batch.tall;
        for (size_t r = 0; r < batch.rows; r++) {
            uint64_t before = input->rejected + export->behind;
            export_take(export, &batch, r);
            if (tall == batch.tall + batch.tall_count || tall->row != r) continue;
            bool rejected = input->rejected + export->behind > before;
            records_note_tall(&export->records, tall++, export->row.number, rejected, reader, &notes);
        }
        input->rows += batch.rows;
    }
    records_finish(&export->records, export->behind, &notes);
    export_notes(export, &notes);
    input->rejected += export->behind;
    return good;
}

/* ---- Columns ---- */

bool export_has(const struct export *export, size_t field) {
    return export->columns[field] != BIND_ABSENT;
}

static bool export_needs(const struct export *export, struct reader_refusal *refusal) {
    const struct assay_usage *usage = &export->layout->usage;
    for (size_t f = 0; f < export->layout->needed; f++)
        if (!export_has(export, f))
            return refuse(refusal, "export the file with this column", "the column %s is missing",
                          usage->fields[f].columns[0]);
    return true;
}

static bool export_bind(struct export *export, struct reader_refusal *refusal) {
    static const uint8_t uses[EXPORT_FIELDS] = {1, 1, 1, 1, 1, 1, 1, 1};
    size_t count = reader_column_count(export->reader);
    struct notes notes = {0};
    struct reader_cell *header = calloc(count + 1, sizeof *header);
    if (!header) return refuse_memory(refusal);
    for (size_t i = 0; i < count; i++)
        header[i] = reader_column_name(export->reader, i);
    bool good = bind_columns(&export->layout->usage, uses, header, count, export->columns, &notes, refusal);
    export_notes(export, &notes);
    free(header);
    return good && export_needs(export, refusal);
}

static bool export_select(const struct export *export, struct reader *reader, struct reader_refusal *refusal) {
    uint32_t columns[EXPORT_FIELDS];
    size_t count = 0;
    for (size_t f = 0; f < export->layout->usage.field_count; f++)
        if (export_has(export, f)) columns[count++] = export->columns[f];
    return reader_select(reader, columns, count) || refuse_memory(refusal);
}

/* ---- Dates ---- */

struct dates_column *export_dates(struct export *export, size_t field) {
    struct partner *partner = export->partner;
    if (!export_has(export, field) || partner->date_count == PARTNER_DATES) return NULL;
    struct partner_dates *dates = &partner->dates[partner->date_count++];
    const char *name = export->layout->usage.fields[field].columns[0];
    *dates = (struct partner_dates){export->layout->kind,
                                    {.name = name, .asked = partner->dates_asked, .order = DATES_UNTOLD}};
    return &dates->column;
}

static void export_note_order(struct export *export, const struct dates_column *column) {
    struct text words = {0};
    if (!dates_speaks(column)) return;
    dates_words(&words, column);
    if (dates_doubtful(column)) text_add(&words, "; --dates day-first or --dates month-first settles it");
    if (words.failed)
        export->partner->failed = true;
    else
        remarks_note(&export->partner->remarks, "%s", words.data);
    text_free(&words);
}

bool export_settle_dates(struct export *export, struct reader_refusal *refusal) {
    struct partner *partner = export->partner;
    for (size_t i = 0; i < partner->date_count; i++) {
        struct partner_dates *dates = &partner->dates[i];
        if (dates->input != export->layout->kind) continue;
        if (!dates_settle(&dates->column, refusal)) return false;
        export_note_order(export, &dates->column);
    }
    return true;
}

/* ---- The file ---- */

/* Without a row nothing is said. */
static bool export_finish(struct export *export, struct reader_refusal *refusal) {
    uint64_t skipped = export->records.headers + export->records.empty;
    bool any = export->partner->inputs[export->layout->kind].rows > skipped;
    bool good = !any || export->finish(export, refusal);
    if (!any) remarks_note(&export->partner->remarks, "no rows: the export says nothing");
    if (export->unsaid)
        remarks_note(&export->partner->remarks, "%llu more rejected rows are not shown",
                     (unsigned long long)export->unsaid);
    return good;
}

/* A header that lacks what is needed may be none, or of another export. */
static bool export_open(struct export *export, struct reader *reader, struct reader_refusal *refusal) {
    static const char *const options[PARTNER_KINDS] = {
        [PARTNER_TRAINING] = "--trainings", [PARTNER_WORKLOADS] = "--workloads"};
    const struct assay_usage *usage = export->partner->usage;
    bool known = bind_know(&export->layout->usage, reader) && foreign_know(reader);
    if (!known || (usage && !bind_know(usage, reader))) return refuse_memory(refusal);
    return export_bind(export, refusal) || foreign_explain(reader, options[export->layout->kind], usage, refusal);
}

static bool export_file(struct export *export, struct input *input) {
    struct reader_refusal refusal = {0};
    struct reader *reader = reader_open(input_read, input, &refusal);
    export->reader = reader;
    bool good = reader && export_open(export, reader, &refusal) && export_select(export, reader, &refusal) &&
                export_rows(export, reader, &refusal) && export_finish(export, &refusal);
    reader_close(reader);
    export->reader = NULL;
    return good || partner_refuse(export->partner, &refusal);
}

bool export_read(struct export *export, const char *path) {
    struct input *input = partner_open(export->partner, export->layout->kind, path);
    if (!input) return false;
    rejects_init(&export->rejects, path, NULL, NULL);
    bool good = export_file(export, input);
    good = good && partner_close(export->partner, export->layout->kind, input);
    rejects_free(&export->rejects);
    input_close(input);
    return good;
}

/* ---- Notes ---- */

static bool export_tally_room(struct export_tally *tally) {
    if (tally->texts.count < tally->room) return true;
    size_t room = tally->room ? tally->room * 2 : 16;
    struct export_counted *items = realloc(tally->items, room * sizeof *items);
    if (!items) return false;
    memset(items + tally->room, 0, (room - tally->room) * sizeof *items);
    tally->items = items;
    tally->room = room;
    return true;
}

/* What is longer than a name may be is told apart by its beginning. */
void export_count(struct export *export, struct export_tally *tally, const struct reader_cell *text) {
    char folded[PARTNER_TEXT_MAX];
    size_t length = text->length < sizeof folded ? text->length : sizeof folded;
    if (assay_is_blank(text->text, length)) length = 0;
    uint32_t before = tally->texts.count, number = DICTIONARY_NONE;
    if (export_tally_room(tally))
        number = dictionary_put(&tally->texts, folded, assay_fold(folded, text->text, length));
    if (number == DICTIONARY_NONE) {
        export->partner->failed = true;
        return;
    }
    if (number == before && number < EXPORT_TEXTS)
        tally->items[number].text = pool_text(&export->partner->pool, text->text, length);
    tally->items[number].rows++;
}

void export_note(struct export *export, const struct export_tally *tally, const char *what, const char *means) {
    struct text line = {0};
    for (uint32_t i = 0; i < tally->texts.count && i < EXPORT_TEXTS; i++) {
        const struct export_counted *item = &tally->items[i];
        text_add(&line, i ? ", " : " ");
        if (item->text && assay_is_blank(item->text, strlen(item->text)))
            text_add(&line, "blank");
        else
            rejects_show(&line, item->text ? item->text : "", item->text ? strlen(item->text) : 0);
        text_addf(&line, " (%llu row%s)", (unsigned long long)item->rows, item->rows == 1 ? "" : "s");
    }
    if (tally->texts.count > EXPORT_TEXTS)
        text_addf(&line, " and %lu others", (unsigned long)(tally->texts.count - EXPORT_TEXTS));
    if (line.length) remarks_note(&export->partner->remarks, "%s%s: %s", what, line.data, means);
    if (line.failed) export->partner->failed = true;
    text_free(&line);
}

void export_tally_free(struct export_tally *tally) {
    dictionary_free(&tally->texts);
    free(tally->items);
}
