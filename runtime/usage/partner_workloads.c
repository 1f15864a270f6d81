/* partner_workloads.c - CPORM365Usage: active users per customer, workload and date, summed to metrics by month. */
#include "runtime/usage/partner_export.h"

#include "runtime/usage/month.h"

#include <stdlib.h>
#include <string.h>

enum { CUSTOMER, WORKLOAD, USERS, DATE, FIELDS };

#define WORKLOADS_COLUMN(text) .columns = (const char *const[]){text}, .column_count = 1

static const struct assay_field workloads_fields[FIELDS] = {
    [CUSTOMER] = {.name = "customer", WORKLOADS_COLUMN("CustomerTenantId")},
    [WORKLOAD] = {.name = "workload", WORKLOADS_COLUMN("WorkloadName")},
    [USERS] = {.name = "active users", WORKLOADS_COLUMN("MonthlyActiveUsers")},
    [DATE] = {.name = "date", WORKLOADS_COLUMN("Date")},
};

static const struct export_layout workloads_layout = {
    PARTNER_WORKLOADS, {.name = "active users", .field_count = FIELDS, .fields = workloads_fields}, FIELDS};

/* What a customer has of a workload at a date. */
struct workloads_cell {
    uint32_t workload, customer, date;
    bool doubtful; /* rows contradict each other, or one was rejected */
    bool counts;   /* of the newest date that the workload has in the month */
    bool left;     /* the customer's newest of a month, but not the newest of the month */
    assay_money users;
};

struct workloads {
    const struct partner_metric_name *metrics;
    size_t metric_count;
    struct dictionary names;     /* folded texts of the workloads that metrics name */
    struct dictionary customers; /* folded */
    struct dictionary keys;      /* of cells, by their numbers */
    struct workloads_cell *cells;
    struct export_tally others;
    uint64_t repeated, contradictions; /* rows */
    uint64_t left;                     /* customers without the newest date of a month */
    bool overflowed;
};

/* A month of a metric as it is being summed. */
struct workloads_sum {
    bool any, known;
    assay_money value;
};

/* ---- Rows ---- */

static uint32_t workloads_put(struct export *export, struct dictionary *dictionary, const char *text, size_t length) {
    char folded[PARTNER_TEXT_MAX];
    uint32_t number = dictionary_put(dictionary, folded, assay_fold(folded, text, length));
    if (number == DICTIONARY_NONE) export->partner->failed = true;
    return number;
}

/* The number of a row's workload, or DICTIONARY_NONE: no metric names it, or it has no name. */
static uint32_t workloads_named(struct export *export) {
    struct workloads *workloads = export->context;
    const struct reader_cell *name = &export->row.cells[WORKLOAD];
    char folded[PARTNER_TEXT_MAX];
    uint32_t number = DICTIONARY_NONE;
    if (assay_is_blank(name->text, name->length)) {
        export->illegible = true;
        export_reject(export, WORKLOAD, "no workload", "write its name");
        return number;
    }
    if (name->length <= sizeof folded)
        number = dictionary_find(&workloads->names, folded, assay_fold(folded, name->text, name->length));
    if (number == DICTIONARY_NONE) export_count(export, &workloads->others, name);
    return number;
}

/* R22: what names no customer cannot be told apart. */
static bool workloads_customer(struct export *export, uint32_t *number) {
    static const char nobody[] = "00000000-0000-0000-0000-000000000000";
    struct workloads *workloads = export->context;
    const struct reader_cell *cell = &export->row.cells[CUSTOMER];
    const char *remedy;
    bool none = partner_text_problem(cell->text, cell->length, &remedy) != NULL ||
                assay_same(cell->text, cell->length, "UNKNOWN", 7) ||
                assay_same(cell->text, cell->length, nobody, sizeof nobody - 1);
    *number = DICTIONARY_NONE;
    if (none) export_reject(export, CUSTOMER, "no customer", "without one it cannot be told what is counted twice");
    if (!none) *number = workloads_put(export, &workloads->customers, cell->text, cell->length);
    return !none;
}

static bool workloads_users(struct export *export, assay_money *users) {
    const struct reader_cell *cell = &export->row.cells[USERS];
    if (assay_money_parse(cell->text, cell->length, users) == ASSAY_OK && *users >= 0) return true;
    export_reject(export, USERS, "no number of users", "write 0 or more");
    *users = 0;
    return false;
}

/* Keeps one cell; the same once more changes nothing, another value makes it doubtful. */
static void workloads_keep(struct export *export, const struct workloads_cell *cell) {
    struct workloads *workloads = export->context;
    const uint32_t key[3] = {cell->workload, cell->customer, cell->date};
    uint32_t count = workloads->keys.count;
    struct workloads_cell *cells = partner_room(export->partner, workloads->cells, count, sizeof *cells);
    if (!cells) return;
    workloads->cells = cells;
    uint32_t number = dictionary_put(&workloads->keys, key, sizeof key);
    if (number == DICTIONARY_NONE) {
        export->partner->failed = true;
    } else if (number == count) {
        cells[number] = *cell;
    } else {
        bool same = cells[number].users == cell->users && !cell->doubtful;
        workloads->repeated += same;
        workloads->contradictions += !same && !cell->doubtful;
        cells[number].doubtful = cells[number].doubtful || !same;
    }
}

static void workloads_take(struct export *export) {
    struct workloads_cell cell = {.workload = workloads_named(export)};
    const struct reader_cell *date = &export->row.cells[DATE];
    if (cell.workload == DICTIONARY_NONE) return;
    cell.date = date_read(date->text, date->length);
    if (!cell.date) {
        export->illegible = true;
        export_reject(export, DATE, "not a day", "write a day such as 2024-03-31");
        return;
    }
    bool good = workloads_customer(export, &cell.customer);
    cell.doubtful = !workloads_users(export, &cell.users) || !good;
    workloads_keep(export, &cell);
}

/* ---- Months ---- */

static uint32_t workloads_month(const struct workloads_cell *cell) {
    return cell->date / 100;
}

static int workloads_order(const void *left, const void *right) {
    const struct workloads_cell *a = left, *b = right;
    if (workloads_month(a) != workloads_month(b)) return workloads_month(a) < workloads_month(b) ? -1 : 1;
    if (a->workload != b->workload) return a->workload < b->workload ? -1 : 1;
    if (a->customer != b->customer) return a->customer < b->customer ? -1 : 1;
    return a->date < b->date ? -1 : a->date > b->date;
}

/* Whether two cells are of one workload and month. */
static bool workloads_together(const struct workloads_cell *a, const struct workloads_cell *b) {
    return workloads_month(a) == workloads_month(b) && a->workload == b->workload;
}

static void workloads_add(struct workloads *workloads, struct workloads_sum *sum, const struct workloads_cell *cell) {
    sum->any = true;
    if (cell->left || (cell->counts && cell->doubtful)) sum->known = false;
    if (!cell->counts || assay_money_add(&sum->value, cell->users) == ASSAY_OK) return;
    workloads->overflowed = true;
    sum->known = false;
}

/* Marks what is left behind the newest date, in the cells of a workload's month. */
static void workloads_mark(struct workloads *workloads, struct workloads_cell *cells, size_t count) {
    uint32_t newest = 0;
    for (size_t i = 0; i < count; i++)
        if (cells[i].date > newest) newest = cells[i].date;
    for (size_t i = 0; i < count; i++) {
        bool last = i + 1 == count || cells[i + 1].customer != cells[i].customer;
        cells[i].left = last && cells[i].date < newest;
        cells[i].counts = cells[i].date == newest;
        workloads->left += cells[i].left;
    }
}

static void workloads_mark_all(struct workloads *workloads) {
    struct workloads_cell *cells = workloads->cells;
    size_t count = workloads->keys.count;
    if (count) qsort(cells, count, sizeof *cells, workloads_order);
    for (size_t first = 0, next; first < count; first = next) {
        for (next = first + 1; next < count && workloads_together(&cells[first], &cells[next]);)
            next++;
        workloads_mark(workloads, &cells[first], next - first);
    }
}

static bool workloads_of(const struct workloads *workloads, const struct partner_metric_name *metric, uint32_t number) {
    size_t length;
    const char *folded = dictionary_at(&workloads->names, number, &length);
    for (size_t i = 0; i < metric->workload_count; i++)
        if (assay_same(metric->workloads[i], strlen(metric->workloads[i]), folded, length)) return true;
    return false;
}

/* Sums a metric over the cells of one month, and adds it. */
static void workloads_metric_month(struct export *export, const struct partner_metric_name *name,
                                   const struct workloads_cell *cells, size_t count, struct partner_metric *metric) {
    struct workloads *workloads = export->context;
    struct workloads_sum sum = {.known = !export->illegible};
    for (size_t i = 0; i < count; i++)
        if (workloads_of(workloads, name, cells[i].workload)) workloads_add(workloads, &sum, &cells[i]);
    uint32_t month = workloads_month(cells);
    struct partner_month made = {.month = (int32_t)(month / 100 * 12 + month % 100 - 1),
                                 .known = sum.known,
                                 .value = sum.known ? sum.value : 0,
                                 .place = {PARTNER_WORKLOADS, 0, 0}};
    if (sum.any) partner_add_month(export->partner, metric, &made);
}

static void workloads_metric(struct export *export, const struct partner_metric_name *name) {
    const struct workloads *workloads = export->context;
    const struct workloads_cell *cells = workloads->cells;
    size_t count = workloads->keys.count;
    struct partner_place place = {PARTNER_WORKLOADS, 0, 0};
    struct partner_name named = partner_intern(export->partner, name->name, strlen(name->name));
    struct partner_metric *metric = named.text ? partner_metric(export->partner, named, place) : NULL;
    for (size_t first = 0, next; metric && first < count; first = next) {
        for (next = first + 1; next < count && workloads_month(&cells[first]) == workloads_month(&cells[next]);)
            next++;
        workloads_metric_month(export, name, &cells[first], next - first, metric);
    }
}

/* ---- The file ---- */

static void workloads_notes(struct export *export) {
    struct workloads *workloads = export->context;
    struct remarks *remarks = &export->partner->remarks;
    if (workloads->repeated)
        remarks_note(remarks, "rows that repeat another one were counted once: %llu",
                     (unsigned long long)workloads->repeated);
    if (workloads->contradictions)
        remarks_note(remarks,
                     "rows that contradict another one of the same customer, workload and date: %llu; their "
                     "months cannot be told",
                     (unsigned long long)workloads->contradictions);
    if (workloads->left)
        remarks_note(remarks,
                     "customers with an older date of a month but not the newest: %llu; their months cannot "
                     "be told",
                     (unsigned long long)workloads->left);
    if (workloads->overflowed) remarks_note(remarks, "a sum is beyond 128 bits: its month cannot be told");
    if (export->illegible) remarks_note(remarks, "rows could not be read: no month can be told");
    export_note(export, &workloads->others, "WorkloadName",
                "no metric of the rules names these; state their months in the partner file");
}

static void workloads_finish(struct export *export) {
    struct workloads *workloads = export->context;
    struct partner_said *said = &export->partner->said[PARTNER_METRICS];
    said->by[PARTNER_WORKLOADS] = true;
    said->incomplete = said->incomplete || export->illegible;
    workloads_mark_all(workloads);
    for (size_t m = 0; m < workloads->metric_count; m++)
        workloads_metric(export, &workloads->metrics[m]);
    workloads_notes(export);
}

/* Gives the workloads that metrics name their numbers. */
static void workloads_names(struct export *export) {
    struct workloads *workloads = export->context;
    for (size_t m = 0; m < workloads->metric_count; m++)
        for (size_t w = 0; w < workloads->metrics[m].workload_count; w++) {
            const char *name = workloads->metrics[m].workloads[w];
            if (strlen(name) <= PARTNER_TEXT_MAX) workloads_put(export, &workloads->names, name, strlen(name));
        }
}

bool partner_read_workloads(struct partner *partner, const char *path, const struct partner_metric_name *metrics,
                            size_t count) {
    struct workloads workloads = {.metrics = metrics, .metric_count = count};
    struct export export = {.partner = partner,
                            .layout = &workloads_layout,
                            .take = workloads_take,
                            .finish = workloads_finish,
                            .context = &workloads};
    workloads_names(&export);
    bool good = export_read(&export, path);
    dictionary_free(&workloads.names);
    dictionary_free(&workloads.customers);
    dictionary_free(&workloads.keys);
    free(workloads.cells);
    return good;
}
