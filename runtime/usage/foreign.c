#include "runtime/usage/foreign.h"

#include "runtime/usage/names.h"
#include "runtime/usage/refuse.h"
#include "runtime/usage/uses.h"

#include <stdio.h>
#include <string.h>

/* Exports that stand beside the usage file, by columns that no other has. */
struct foreign_export {
    const char *what, *option;
    const char *columns[2];
};

static bool foreign_has(const struct reader *reader, const char *column) {
    for (size_t c = 0; c < reader_column_count(reader); c++) {
        struct reader_cell name = reader_column_name(reader, c);
        if (names_same(name.text, name.length, column, strlen(column))) return true;
    }
    return false;
}

static const struct foreign_export foreign_exports[] = {
    {"training completions", "--trainings", {"TrainingTitle", "TrainingCompletionDate"}},
    {"active users of workloads", "--workloads", {"WorkloadName", "MonthlyActiveUsers"}},
};

#define FOREIGN_EXPORTS (sizeof foreign_exports / sizeof *foreign_exports)

static const struct foreign_export *foreign_export_of(const struct reader *reader) {
    for (size_t i = 0; i < FOREIGN_EXPORTS; i++)
        if (foreign_has(reader, foreign_exports[i].columns[0]) && foreign_has(reader, foreign_exports[i].columns[1]))
            return &foreign_exports[i];
    return NULL;
}

bool foreign_know(struct reader *reader) {
    bool good = true;
    for (size_t i = 0; good && i < FOREIGN_EXPORTS; i++)
        good = reader_know(reader, foreign_exports[i].columns, 2);
    return good;
}

/* Whether the header names the amount that the usage export sums. */
static bool foreign_is_usage(const struct reader *reader, const struct assay_usage *usage) {
    int f = usage ? uses_role(usage, ASSAY_AMOUNT) : -1;
    bool found = false;
    for (size_t i = 0; f >= 0 && !found && i < usage->fields[f].column_count; i++)
        found = foreign_has(reader, usage->fields[f].columns[i]);
    return found;
}

/* The separator of a line such as `sep=;`, or 0. */
static char foreign_separator(const struct reader *reader) {
    struct reader_cell name = reader_column_name(reader, 0);
    static const char word[] = "sep=";
    size_t length = sizeof word - 1;
    if (name.length < length || !names_same(name.text, length, word, length)) return '\0';
    if (name.length == length) return reader_column_count(reader) > 1 ? ',' : '\0';
    bool separates = name.length == length + 1 && memchr(";,\t|", name.text[length], 4);
    return separates ? name.text[length] : '\0';
}

static bool foreign_separator_line(char separator, struct reader_refusal *refusal) {
    if (separator == ',')
        return refuse(refusal, "remove it: tail -n +2 FILE | assay ... -",
                      "the first line, `sep=,`, is for spreadsheets; the header must come first");
    return refuse(refusal, "export the file again, with commas between the columns and without this line",
                  "the first line, `sep=%s`, is for spreadsheets: the columns are not separated by commas",
                  separator == '\t' ? "TAB" : (const char[]){separator, '\0'});
}

/* The line of a header within the first batch of records; 0: there is none. */
static uint64_t foreign_header(struct reader *reader) {
    struct reader_refusal ignored;
    struct reader_batch batch;
    if (!reader_next(reader, &batch, &ignored)) return 0;
    for (size_t r = 0; r < batch.rows; r++)
        if (batch.records[r].problem == READER_OTHER) return batch.records[r].line;
    return 0;
}

static bool foreign_refuse(const struct foreign_export *export, struct reader_refusal *refusal) {
    char remedy[96];
    snprintf(remedy, sizeof remedy, "give it with %s, beside the usage file", export->option);
    return refuse(refusal, remedy, "the file is an export of %s", export->what);
}

bool foreign_may_be_usage(const struct reader *reader, struct reader_refusal *refusal) {
    const struct foreign_export *export = foreign_export_of(reader);
    return !export || foreign_refuse(export, refusal);
}

bool foreign_explain(struct reader *reader, const char *option, const struct assay_usage *usage,
                     struct reader_refusal *refusal) {
    const struct foreign_export *export = foreign_export_of(reader);
    char separator = foreign_separator(reader), remedy[96];
    if (separator) return foreign_separator_line(separator, refusal);
    if (export && (!option || strcmp(option, export->option) != 0)) return foreign_refuse(export, refusal);
    if (option && foreign_is_usage(reader, usage))
        return refuse(refusal, "give it as USAGE.csv, without an option", "the file is a usage export (%s)",
                      usage->name);
    uint64_t line = foreign_header(reader);
    if (!line) return false;
    snprintf(remedy, sizeof remedy, "remove the lines above it: tail -n +%llu FILE | assay ... -",
             (unsigned long long)line);
    return refuse(refusal, remedy, "the first record is no header; the header stands in line %llu",
                  (unsigned long long)line);
}
