#include "runtime/usage/rejects.h"

#include "runtime/usage/csv.h"
#include "runtime/base/show.h"

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

static void rejects_message(struct rejects *rejects, const struct reject *reject) {
    struct text *out = &rejects->scratch;
    text_clear(out);
    show_string(out, rejects->path, SHOW_ALL);
    text_addf(out, ":%llu: error: row %llu", (unsigned long long)reject->line, (unsigned long long)reject->row);
    if (reject->column && reject->name.length) {
        text_add(out, ", column ");
        rejects_show(out, reject->name.text, reject->name.length);
        text_addf(out, " (%lu)", (unsigned long)reject->column);
    } else if (reject->column) {
        text_addf(out, ", column %lu", (unsigned long)reject->column);
    }
    text_addf(out, ": %s", rejects->reason.data);
    if (reject->remedy) text_addf(out, ": %s", reject->remedy);
    text_add_char(out, '\n');
    text_write(out, rejects->messages);
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

void rejects_add(struct rejects *rejects, const struct reject *reject) {
    rejects->count++;
    if (rejects->reason.failed) return;
    if (rejects->messages && rejects->count <= REJECTS_SHOWN) rejects_message(rejects, reject);
    if (rejects->all) rejects_record(rejects, reject);
}

void rejects_problem(struct rejects *rejects, const struct reader_record *record, size_t columns) {
    struct text *out = rejects_reason(rejects);
    unsigned long long detail = record->detail;
    switch ((enum reader_problem)record->problem) {
    case READER_GOOD:
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
    }
}

const char *rejects_problem_remedy(const struct reader_record *record) {
    static const char *const remedies[] = {
        [READER_FIELDS] = "put values that hold a comma in quotes",
        [READER_AFTER] = "double a quote inside quotes",
        [READER_UNCLOSED] = "close it, or double a quote that belongs to the value",
    };
    return record->problem < sizeof remedies / sizeof *remedies ? remedies[record->problem] : NULL;
}

void rejects_finish(const struct rejects *rejects) {
    if (!rejects->messages || rejects->count <= REJECTS_SHOWN) return;
    struct text line = {0};
    show_string(&line, rejects->path, SHOW_ALL);
    text_addf(&line, ": %llu more rejected rows are not shown; `assay status --rejects FILE` writes them all\n",
              (unsigned long long)(rejects->count - REJECTS_SHOWN));
    text_write(&line, rejects->messages);
    text_free(&line);
}

void rejects_free(struct rejects *rejects) {
    text_free(&rejects->reason);
    text_free(&rejects->scratch);
}
