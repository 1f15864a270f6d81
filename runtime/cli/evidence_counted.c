/* evidence_counted.c - the rows that each requirement's sum is made of, what each customer holds of it, and the rows
 * that counting once dropped or left undecided. */
#include "runtime/cli/evidence.h"

#include "runtime/cli/cells.h"
#include "runtime/cli/interrupt.h"
#include "runtime/cli/words.h"
#include "runtime/usage/makeup.h"

#include <errno.h>
#include <stdlib.h>

#define COUNTED_OPEN 32 /* files that are written in one pass over the rows */

#define COUNTED_ROWS      "row,line,month,customer,association,certain,possible,answer,amount\n"
#define COUNTED_SET_ASIDE ",month,customer,association,measures,amount\n"
#define COUNTED_CUSTOMERS "kind,customer,counts,rows_certain,rows_undecided,certain,undecided,possible\n"

/* A sum of a requirement, or of a part of one. */
struct counted_list {
    const struct evidence_line *line;
    struct ledger_question question;
    FILE *file;
    struct tally certain, undecided; /* of the rows as written */
};

struct counting {
    const struct folder *folder;
    const struct report *report;
    struct run *run;
    struct counted_list *lists;
    size_t count;
    struct pool memory;
    struct text line;
};

/* ---- Rows ---- */

/* A customer of the ledger; nobody is an empty cell. */
static void counting_customer(const struct counting *counting, uint32_t customer, struct text *out) {
    size_t length = 0;
    bool named = customer != LEDGER_NOBODY;
    const char *text = named ? makeup_customer_text(&counting->report->standings, customer, &length) : "";
    cells_text_bytes(out, text, length);
}

/* Whose consumption a row is, in which month, by which association. */
static void counting_claim(const struct counting *counting, const struct counted_row *row, const struct text *claim,
                           struct text *out) {
    cells_month(out, true, row->month);
    counting_customer(counting, row->customer, out);
    cells_text_of(out, claim);
}

/* The measures of the line within a set, as one cell. */
static void counting_measures(const struct counting *counting, const struct counted_list *list, const uint64_t *set,
                              struct text *out) {
    const struct assay_ruleset *rules = counting->run->rules;
    const struct assay_specialization *specialization = rules->specializations[list->line->specialization];
    struct text names = {0};
    uint32_t number = 0;
    for (size_t s = 0; s < list->line->specialization; s++)
        number += rules->specializations[s]->measure_count;
    for (uint16_t m = 0; m < specialization->measure_count; m++, number++)
        if (set[number / 64] & list->question.measures[number / 64] & UINT64_C(1) << number % 64)
            text_addf(&names, "%s%s", names.length ? "; " : "", specialization->measures[m].name);
    cells_text_of(out, &names);
    text_free(&names);
}

/* Whether counting once dropped a row, as a duplicate or as a repeat. */
static bool counting_dropped(const struct counted_row *row) {
    return row->fate.result == ONCE_DUPLICATE || row->fate.result == ONCE_REPEAT;
}

static bool counting_write_row(struct counting *counting, struct counted_list *list, const struct counted_row *row,
                               const struct text *claim) {
    const struct outcomes *outcomes = &counting->run->outcomes;
    const struct outcome *outcome = &outcomes->all[row->outcome];
    enum assay_answer answer = ledger_asked(&list->question, outcomes, row->outcome, row->month);
    struct text *line = &counting->line;
    if (counting_dropped(row) || answer == ASSAY_NO) return true;
    text_clear(line);
    cells_count(line, true, row->row);
    cells_count(line, true, row->line);
    counting_claim(counting, row, claim, line);
    counting_measures(counting, list, outcome->counts, line);
    counting_measures(counting, list, outcome->may, line);
    text_add(line, answer == ASSAY_YES ? "certain," : "cannot tell,");
    cells_amount(line, true, row->amount);
    cells_end(line);
    errno = ENOMEM; /* what a text that failed means */
    return tally_add(answer == ASSAY_YES ? &list->certain : &list->undecided, row->amount) &&
           text_write(line, list->file);
}

static bool counting_pass(struct counting *counting, struct counted_list *lists, size_t count) {
    struct counted *counted = &counting->run->counted;
    struct counted_row row;
    struct text claim = {0};
    bool good = counted_rewind(counted);
    for (uint64_t i = 0; good && i < counted->count; i++) {
        good = counted_next(counted, &row, &claim);
        for (size_t l = 0; good && l < count; l++)
            good = counting_write_row(counting, &lists[l], &row, &claim);
        if (i % 4096 == 0 && interrupt_came()) good = false;
    }
    text_free(&claim);
    return good;
}

static FILE *counting_open(const struct counting *counting, const struct counted_list *list, const char *ending) {
    struct text name = {0};
    text_addf(&name, "%s%s", list->line->rows, ending);
    FILE *file = name.failed ? NULL : folder_create(counting->folder, name.data);
    text_free(&name);
    return file;
}

static bool counting_rows(struct counting *counting, size_t from, size_t until) {
    bool good = true;
    for (size_t l = from; good && l < until; l++) {
        counting->lists[l].file = counting_open(counting, &counting->lists[l], ".csv");
        good = counting->lists[l].file && fputs(COUNTED_ROWS, counting->lists[l].file) >= 0;
    }
    good = good && counting_pass(counting, &counting->lists[from], until - from);
    for (size_t l = from; l < until; l++) {
        int error = errno;
        if (counting->lists[l].file && !folder_close(counting->lists[l].file) && good)
            good = false;
        else
            errno = error;
        counting->lists[l].file = NULL;
    }
    return good;
}

/* ---- Customers ---- */

/* What is written of one list's customers. */
struct counted_customers {
    struct counting *counting;
    FILE *file;
    struct tally certain, undecided; /* of all that are named */
    bool failed;
};

static void customers_write(struct counted_customers *customers, const char *kind,
                            const struct ledger_customer *customer, const char *counts) {
    struct text *line = &customers->counting->line;
    text_clear(line);
    cells_text(line, kind);
    counting_customer(customers->counting, customer->customer, line);
    cells_text(line, counts);
    cells_count(line, true, customer->certain.rows);
    cells_count(line, true, customer->undecided.rows);
    cells_amount(line, true, tally_net(&customer->certain));
    cells_amount(line, true, tally_net(&customer->undecided));
    cells_amount(line, true, tally_net(&customer->certain) + tally_net(&customer->undecided));
    cells_end(line);
    if (line->failed) errno = ENOMEM;
    customers->failed = !text_write(line, customers->file) || customers->failed;
}

static void customers_visit(void *context, const struct ledger_customer *customer) {
    struct counted_customers *customers = context;
    enum assay_answer counts = ledger_least(customer) > 0      ? ASSAY_YES
                               : ledger_greatest(customer) > 0 ? ASSAY_CANNOT_TELL
                                                               : ASSAY_NO;
    customers->failed = !tally_merge(&customers->certain, &customer->certain) ||
                        !tally_merge(&customers->undecided, &customer->undecided) || customers->failed;
    customers_write(customers, "customer", customer, words_answer(counts));
}

static void customers_take(struct tally *from, const struct tally *what) {
    from->rows -= what->rows;
    from->positive -= what->positive;
    from->negative -= what->negative;
}

/* The rows as written sum to what the report says; or else the program is wrong, and nobody is told otherwise. */
static bool customers_agree(const struct counted_list *list) {
    const struct standing_verdict *verdict = list->line->verdict;
    assay_money certain = tally_net(&list->certain);
    return certain == verdict->certain && certain + tally_net(&list->undecided) == verdict->possible;
}

static bool counting_customers(struct counting *counting, const struct counted_list *list) {
    struct counted_customers customers = {counting, counting_open(counting, list, ".customers.csv"), {0}, {0}, false};
    const struct standing_usage *usage = &counting->report->standings.usage;
    struct ledger_customer nobody = {LEDGER_NOBODY, list->certain, list->undecided};
    struct ledger_customer total = nobody;
    if (!customers.file) return false;
    bool good =
        fputs(COUNTED_CUSTOMERS, customers.file) >= 0 &&
        ledger_customers(usage->ledger, usage->outcomes, &list->question, customers_visit, &customers) == LEDGER_OK;
    customers_take(&nobody.certain, &customers.certain);
    customers_take(&nobody.undecided, &customers.undecided);
    if (nobody.certain.rows || nobody.undecided.rows) customers_write(&customers, "nobody", &nobody, "");
    customers_write(&customers, "total", &total, "");
    if (good && !customers.failed && !customers_agree(list)) errno = EPROTO;
    bool agree = customers_agree(list);
    return folder_close(customers.file) && good && !customers.failed && agree;
}

/* ---- Rows that are set aside ---- */

/* Specialization / Measure, of all that a row would count as, or may. */
static void aside_measures(struct counting *counting, const struct outcome *outcome, struct text *out) {
    const struct run *run = counting->run;
    struct text names = {0};
    for (uint32_t m = 0; m < run->rules->index->measure_count; m++) {
        const struct assay_specialization *specialization;
        const struct assay_measure *measure;
        if (!((outcome->counts[m / 64] | outcome->may[m / 64]) & run->in_force[m / 64] & UINT64_C(1) << m % 64))
            continue;
        if (assay_measure_at(run->rules, m, &specialization, &measure) != ASSAY_OK) continue;
        text_addf(&names, "%s%s / %s", names.length ? "; " : "", specialization->name, measure->name);
    }
    cells_text_of(out, &names);
    text_free(&names);
}

/* A file of rows that do not count as their columns say. */
struct aside_file {
    const char *name, *columns;
    enum once_result result;
};

static const struct aside_file aside_files[] = {
    {EVIDENCE_DUPLICATES, "row,line,duplicate_of" COUNTED_SET_ASIDE, ONCE_DUPLICATE},
    {EVIDENCE_REPEATS, "row,line,repeat_of" COUNTED_SET_ASIDE, ONCE_REPEAT},
    {EVIDENCE_UNDECIDED, "row,line,because,other_row" COUNTED_SET_ASIDE, ONCE_UNDECIDED},
};

static bool aside_write_row(struct counting *counting, const struct counted_row *row, const struct text *claim,
                            FILE *file) {
    struct text *line = &counting->line;
    text_clear(line);
    cells_count(line, true, row->row);
    cells_count(line, true, row->line);
    if (row->fate.result == ONCE_UNDECIDED) cells_text(line, row->fate.repeats ? "repeat" : "absent column");
    cells_count(line, true, row->fate.other);
    counting_claim(counting, row, claim, line);
    aside_measures(counting, &counting->run->outcomes.all[row->outcome], line);
    cells_amount(line, true, row->amount);
    cells_end(line);
    errno = ENOMEM; /* what a text that failed means */
    return text_write(line, file);
}

static bool aside_write(struct counting *counting, const struct aside_file *of) {
    struct counted *counted = &counting->run->counted;
    struct counted_row row;
    struct text claim = {0};
    FILE *file = folder_create(counting->folder, of->name);
    bool good = file && fputs(of->columns, file) >= 0 && counted_rewind(counted);
    for (uint64_t i = 0; good && i < counted->count; i++) {
        good = counted_next(counted, &row, &claim);
        if (good && row.fate.result == of->result) good = aside_write_row(counting, &row, &claim, file);
        if (i % 4096 == 0 && interrupt_came()) good = false;
    }
    int error = errno;
    bool closed = file && folder_close(file);
    if (!good) errno = error;
    text_free(&claim);
    return good && closed;
}

static bool counting_aside(struct counting *counting) {
    bool good = true;
    for (size_t i = 0; good && i < sizeof aside_files / sizeof *aside_files; i++)
        good = aside_write(counting, &aside_files[i]);
    return good;
}

/* ---- All ---- */

/* The lines that are sums. */
static bool counting_prepare(struct counting *counting, const struct evidence_lines *lines) {
    const struct standings *standings = &counting->report->standings;
    counting->lists = calloc(lines->count + 1, sizeof *counting->lists);
    bool good = counting->lists != NULL;
    for (size_t l = 0; good && l < lines->count; l++) {
        const struct evidence_line *line = &lines->all[l];
        if (!line->rows) continue;
        struct counted_list *list = &counting->lists[counting->count++];
        list->line = line;
        good = standing_asked(standings, line->specialization, line->verdict, &counting->memory, &list->question);
    }
    return good;
}

static bool counting_write(struct counting *counting) {
    bool good = true;
    for (size_t l = 0; good && l < counting->count; l += COUNTED_OPEN) {
        size_t until = l + COUNTED_OPEN < counting->count ? l + COUNTED_OPEN : counting->count;
        good = counting_rows(counting, l, until);
    }
    for (size_t l = 0; good && l < counting->count; l++)
        good = counting_customers(counting, &counting->lists[l]);
    return good;
}

bool evidence_counted(const struct folder *folder, const struct report *report, const struct evidence_lines *lines,
                      struct run *run) {
    struct counting counting = {.folder = folder, .report = report, .run = run};
    bool good = counting_prepare(&counting, lines);
    if (!good) errno = ENOMEM;
    good = good && counting_write(&counting) && counting_aside(&counting);
    int error = errno;
    free(counting.lists);
    pool_free(&counting.memory);
    text_free(&counting.line);
    errno = error;
    return good;
}
