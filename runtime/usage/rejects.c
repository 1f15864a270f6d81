#include "runtime/usage/rejects.h"

#include "runtime/usage/csv.h"
#include "runtime/base/show.h"

#include <string.h>

#define REJECTS_CELL 40u /* characters of a cell that a message shows */

void rejects_init(struct rejects *rejects, const char *path, FILE *messages, FILE *all) {
    *rejects = (struct rejects){.path = path, .messages = messages, .all = all};
    if (all) fputs("row,line,column,reason\n", all);
}

struct text *rejects_reason(struct rejects *rejects) {
    text_clear(&rejects->reason);
    return &rejects->reason;
}

void rejects_show(struct text *out, const char *cell, size_t length) {
    text_add_char(out, '"');
    show_add(out, cell, length, REJECTS_CELL);
    text_add_char(out, '"');
}

static void rejects_place(const struct rejects *rejects, uint64_t line, struct text *out) {
    show_string(out, rejects->path, SHOW_ALL);
    text_addf(out, ":%llu: error: ", (unsigned long long)line);
}

/* "row 3, column "Month" (7): REASON" */
static void rejects_what(const struct rejects *rejects, const struct reject *reject, struct text *out) {
    text_addf(out, "row %llu", (unsigned long long)reject->row);
    if (reject->column && reject->name.length) {
        text_add(out, ", column ");
        rejects_show(out, reject->name.text, reject->name.length);
        text_addf(out, " (%lu)", (unsigned long)reject->column);
    } else if (reject->column) {
        text_addf(out, ", column %lu", (unsigned long)reject->column);
    }
    text_addf(out, ": %s", rejects->reason.data);
}

static void rejects_message(struct rejects *rejects, const struct reject *reject) {
    struct text *out = &rejects->held;
    rejects_place(rejects, reject->line, out);
    rejects_what(rejects, reject, out);
    if (reject->remedy) text_addf(out, ": %s", reject->remedy);
    text_add_char(out, '\n');
}

/* The remedy when every row is like this one; NULL: the row's own. */
static const char *rejects_whole_remedy(int why) {
    switch (why) {
    case REJECT_AMOUNT_BLANK:
        return "the export lacks these amounts; let someone whose role shows them export the file";
    case REJECT_MONTH_BLANK:
        return "export the file with its months";
    case READER_FIELDS:
        return "let the header name every column, and put values that hold a comma in quotes";
    case READER_OTHER:
        return "remove the lines above it if this is the only header, else give the files one by one";
    default:
        return NULL;
    }
}

static void rejects_first(struct rejects *rejects, const struct reject *reject) {
    const char *whole = rejects_whole_remedy(reject->why), *remedy = whole ? whole : reject->remedy;
    rejects->first_reason = reject->why;
    rejects->first_column = reject->column;
    rejects->fault_line = reject->line;
    rejects_what(rejects, reject, &rejects->fault);
    if (remedy) text_addf(&rejects->fault, ": %s", remedy);
    bool cell = reject->why == REJECT_AMOUNT || reject->why == REJECT_MONTH;
    if (cell && !strstr(remedy, "export"))
        text_add(&rejects->fault, "; a spreadsheet may have changed the whole column, so export the file again");
}

/* Records behind another file's header are told with it. */
static bool rejects_alike(const struct rejects *rejects, const struct reject *reject) {
    if (reject->why == READER_BEHIND) return rejects->first_reason == READER_OTHER;
    return reject->why == rejects->first_reason && reject->column == rejects->first_column;
}

static void rejects_record(struct rejects *rejects, const struct reject *reject) {
    struct text *out = &rejects->scratch, name = {0};
    text_clear(out);
    text_addf(out, "%llu,%llu,", (unsigned long long)reject->row, (unsigned long long)reject->line);
    show_utf8(&name, reject->name.text, reject->column ? reject->name.length : 0);
    if (name.failed)
        out->failed = true;
    else if (name.length)
        csv_add(out, name.data, name.length);
    else if (reject->column)
        text_addf(out, "%lu", (unsigned long)reject->column);
    text_free(&name);
    text_add_char(out, ',');
    csv_add(out, rejects->reason.data, rejects->reason.length);
    text_add_char(out, '\n');
    text_write(out, rejects->all);
}

/* Says what was held back. */
static void rejects_flush(struct rejects *rejects) {
    if (rejects->messages && rejects->held.length) text_write(&rejects->held, rejects->messages);
    text_clear(&rejects->held);
}

void rejects_add(struct rejects *rejects, const struct reject *reject) {
    uint64_t number = ++rejects->count - rejects->behind;
    bool behind = reject->why == READER_BEHIND;
    rejects->behind += behind;
    if (rejects->reason.failed) return;
    if (rejects->count == 1 && !rejects->mixed) rejects_first(rejects, reject);
    if (!rejects_alike(rejects, reject)) rejects->mixed = true;
    if (rejects->messages && !behind && number <= REJECTS_SHOWN) rejects_message(rejects, reject);
    if (rejects->mixed) rejects_flush(rejects);
    if (rejects->all) rejects_record(rejects, reject);
}

void rejects_problem(struct rejects *rejects, const struct reader_record *record, size_t columns) {
    struct text *out = rejects_reason(rejects);
    unsigned long long detail = record->detail;
    switch ((enum reader_problem)record->problem) {
    case READER_GOOD:
    case READER_EMPTY:
    case READER_HEADER:
        break;
    case READER_FIELDS:
        text_addf(out, "%llu field%s where the header has %zu", detail, detail == 1 ? "" : "s", columns);
        break;
    case READER_NUL:
        text_add(out, "a NUL byte");
        break;
    case READER_AFTER:
        text_add(out, "text after a closing quote");
        break;
    case READER_TOO_LONG:
        text_addf(out, "a record of more than %u MiB", READER_RECORD >> 20);
        break;
    case READER_UNCLOSED:
        text_addf(out, "a quote that opens here never closes; %llu byte%s after it could not be read", detail,
                  detail == 1 ? "" : "s");
        break;
    case READER_OTHER:
        text_add(out, "the header of another file begins here, and what follows is not read");
        break;
    case READER_BEHIND:
        text_addf(out, "it belongs to another file, which begins in line %llu", detail);
        break;
    }
}

const char *rejects_problem_remedy(const struct reader_record *record) {
    static const char *const remedies[] = {
        [READER_FIELDS] = "put values that hold a comma in quotes",
        [READER_AFTER] = "double a quote inside quotes",
        [READER_UNCLOSED] = "close it, or double a quote that belongs to the value",
        [READER_OTHER] = "give the files one by one",
        [READER_BEHIND] = "give the files one by one",
    };
    return record->problem < sizeof remedies / sizeof *remedies ? remedies[record->problem] : NULL;
}

/* What is wrong with all rows is a fault of the file. */
static void rejects_whole(struct rejects *rejects) {
    struct text whole = {0}, *out = &rejects->scratch;
    text_addf(&whole, "all %llu rows are rejected for one reason: %s", (unsigned long long)rejects->count,
              rejects->fault.data);
    text_free(&rejects->fault);
    rejects->fault = whole;
    if (whole.failed || !rejects->messages) return;
    text_clear(out);
    rejects_place(rejects, rejects->fault_line, out);
    text_addf(out, "%s\n", whole.data);
    text_write(out, rejects->messages);
}

void rejects_finish(struct rejects *rejects) {
    uint64_t said = rejects->count - rejects->behind;
    if (rejects->count > 1 && !rejects->mixed && !rejects->fault.failed) {
        rejects_whole(rejects);
        return;
    }
    rejects_flush(rejects);
    text_free(&rejects->fault);
    if (!rejects->messages || said <= REJECTS_SHOWN) return;
    struct text line = {0};
    show_string(&line, rejects->path, SHOW_ALL);
    text_addf(&line, ": %llu more rejected rows are not shown; `assay status --rejects FILE` writes them all\n",
              (unsigned long long)(said - REJECTS_SHOWN));
    text_write(&line, rejects->messages);
    text_free(&line);
}

void rejects_free(struct rejects *rejects) {
    text_free(&rejects->held);
    text_free(&rejects->fault);
    text_free(&rejects->reason);
    text_free(&rejects->scratch);
}
