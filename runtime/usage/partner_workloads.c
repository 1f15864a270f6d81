/* partner_workloads.c - CPORM365Usage: active users per customer, workload and date, summed to metrics by month. */
#include "runtime/usage/partner_export.h"

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
    uint32_t workload, customer;
    uint32_t date; /* in the reading that is looked at */
    struct date_ways ways;
    bool doubtful; /* rows contradict each other, or one was rejected */
    bool counts;   /* of the newest date that the workload has in the month */
    bool left;     /* the customer's newest of a month, but not the newest of the month */
    assay_money users;
};

/* What notes tell. */
struct workloads_seen {
    uint64_t repeated, contradictions; /* rows */
    uint64_t left;                     /* customers without the newest date of a month */
};

struct workloads {
    const struct partner_metric_name *metrics;
    size_t metric_count;
    struct dictionary names;      /* folded texts of the workloads that metrics name */
    struct dictionary customers;  /* folded */
    struct dictionary keys;       /* of cells, by their numbers */
    struct workloads_cell *cells; /* as they were read */
    struct workloads_cell *read;  /* the same in one reading of their dates */
    size_t read_count;
    struct dates_column *dates; /* NULL: no row was read */
    struct export_tally others;
    struct workloads_seen as_read, seen; /* before the dates are read in an order, and then */
    bool overflowed;
};

/* A month of a metric as it is being summed. */
struct workloads_sum {
    bool any, known;
    assay_money value;
};

/* The months of a metric in one reading of the dates. */
struct workloads_sums {
    struct partner_month *months;
    size_t count;
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

/* Another cell of the same customer, workload and date: the same once more changes nothing, another value makes it
 * doubtful. */
static void workloads_again(struct workloads_seen *seen, struct workloads_cell *held,
                            const struct workloads_cell *cell) {
    bool same = held->users == cell->users && !cell->doubtful;
    seen->repeated += same;
    seen->contradictions += !same && !cell->doubtful;
    held->doubtful = held->doubtful || !same;
}

static void workloads_keep(struct export *export, const struct workloads_cell *cell) {
    struct workloads *workloads = export->context;
    const uint32_t key[4] = {cell->workload, cell->customer, cell->ways.day_first, cell->ways.month_first};
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
        workloads_again(&workloads->as_read, &cells[number], cell);
    }
}

static void workloads_take(struct export *export) {
    struct workloads *workloads = export->context;
    struct workloads_cell cell = {.workload = workloads_named(export)};
    if (!workloads->dates) workloads->dates = export_dates(export, DATE);
    if (workloads->dates)
        cell.ways = dates_see(workloads->dates, &export->row.cells[DATE], export->row.line, &export->partner->pool);
    if (cell.workload == DICTIONARY_NONE) return;
    if (!cell.ways.day_first && !cell.ways.month_first) {
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
        workloads->seen.left += cells[i].left;
    }
}

static bool workloads_same_date(const struct workloads_cell *a, const struct workloads_cell *b) {
    return a->workload == b->workload && a->customer == b->customer && a->date == b->date;
}

/* The cells in one reading of their dates, in order; two spellings of one date are one cell. */
static bool workloads_read(struct workloads *workloads, int reading) {
    size_t count = workloads->keys.count, kept = 0;
    struct workloads_cell *read = workloads->read ? workloads->read : calloc(count + 1, sizeof *read);
    if (!read) return false;
    workloads->read = read;
    for (size_t i = 0; i < count; i++) {
        const struct date_ways *ways = &workloads->cells[i].ways;
        read[i] = workloads->cells[i];
        read[i].date = reading == 0 ? ways->day_first : ways->month_first;
    }
    if (count) qsort(read, count, sizeof *read, workloads_order);
    for (size_t i = 0; i < count; i++)
        if (kept && workloads_same_date(&read[kept - 1], &read[i]))
            workloads_again(&workloads->seen, &read[kept - 1], &read[i]);
        else
            read[kept++] = read[i];
    workloads->read_count = kept;
    return true;
}

static void workloads_mark_all(struct workloads *workloads) {
    struct workloads_cell *cells = workloads->read;
    size_t count = workloads->read_count;
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

/* Sums a metric over the cells of one month of a reading. */
static void workloads_metric_month(struct export *export, const struct partner_metric_name *name,
                                   const struct workloads_cell *cells, size_t count, struct workloads_sums *sums) {
    struct workloads *workloads = export->context;
    struct workloads_sum sum = {.known = !export->illegible};
    for (size_t i = 0; i < count; i++)
        if (workloads_of(workloads, name, cells[i].workload)) workloads_add(workloads, &sum, &cells[i]);
    if (!sum.any) return;
    struct partner_month *months = partner_room(export->partner, sums->months, sums->count, sizeof *months);
    if (!months) return;
    uint32_t month = workloads_month(cells);
    sums->months = months;
    months[sums->count++] = (struct partner_month){.month = (int32_t)(month / 100 * 12 + month % 100 - 1),
                                                   .known = sum.known,
                                                   .value = sum.known ? sum.value : 0,
                                                   .place = {PARTNER_WORKLOADS, 0, 0}};
}

/* The months of a metric in the reading that is looked at. */
static void workloads_sum_months(struct export *export, const struct partner_metric_name *name,
                                 struct workloads_sums *sums) {
    const struct workloads *workloads = export->context;
    const struct workloads_cell *cells = workloads->read;
    size_t count = workloads->read_count;
    for (size_t first = 0, next; first < count; first = next) {
        for (next = first + 1; next < count && workloads_month(&cells[first]) == workloads_month(&cells[next]);)
            next++;
        workloads_metric_month(export, name, &cells[first], next - first, sums);
    }
}

/* What a month has in each reading, made one. */
static struct partner_month workloads_join(const struct partner_month *day_first,
                                           const struct partner_month *month_first) {
    const struct partner_month *const readings[PARTNER_READINGS] = {day_first, month_first};
    struct partner_month made = {.doubtful = true, .place = {PARTNER_WORKLOADS, 0, 0}};
    for (int r = 0; r < PARTNER_READINGS; r++) {
        if (!readings[r]) continue;
        made.month = readings[r]->month;
        made.by[r] = (struct partner_reading){true, readings[r]->known, readings[r]->value};
    }
    made.known = made.by[0].known && made.by[1].known && made.by[0].value == made.by[1].value;
    made.value = made.known ? made.by[0].value : 0;
    return made;
}

/* Adds the months of a metric in both readings; in the order of the months. */
static void workloads_add_months(struct export *export, struct partner_metric *metric,
                                 const struct workloads_sums *sums) {
    const struct workloads_sums *day = &sums[0], *month = &sums[1];
    for (size_t d = 0, m = 0; d < day->count || m < month->count;) {
        bool has_day = d < day->count && (m == month->count || day->months[d].month <= month->months[m].month);
        bool has_month = m < month->count && (d == day->count || month->months[m].month <= day->months[d].month);
        struct partner_month made =
            workloads_join(has_day ? &day->months[d] : NULL, has_month ? &month->months[m] : NULL);
        partner_add_month(export->partner, metric, &made);
        d += has_day;
        m += has_month;
    }
}

/* Looks at the cells in one reading: sums[m][reading] of each metric. What is noted is that of the worse reading. */
static bool workloads_sum_reading(struct export *export, int reading, struct workloads_sums (*sums)[PARTNER_READINGS]) {
    struct workloads *workloads = export->context;
    struct workloads_seen before = workloads->seen, *seen = &workloads->seen;
    *seen = workloads->as_read;
    bool good = workloads_read(workloads, reading);
    if (good) workloads_mark_all(workloads);
    if (seen->repeated < before.repeated) seen->repeated = before.repeated;
    if (seen->contradictions < before.contradictions) seen->contradictions = before.contradictions;
    if (seen->left < before.left) seen->left = before.left;
    for (size_t m = 0; good && m < workloads->metric_count; m++)
        workloads_sum_months(export, &workloads->metrics[m], &sums[m][reading]);
    return good;
}

/* Adds a metric; where the order of the dates is known, its only reading stands for both. */
static void workloads_add_metric(struct export *export, const char *name, const struct workloads_sums *sums, int only) {
    struct partner *partner = export->partner;
    struct partner_name named = partner_intern(partner, name, strlen(name));
    struct partner_place place = {PARTNER_WORKLOADS, 0, 0};
    struct partner_metric *metric = named.text ? partner_metric(partner, named, place) : NULL;
    struct workloads_sums both[PARTNER_READINGS];
    for (int r = 0; r < PARTNER_READINGS; r++)
        both[r] = sums[only < 0 ? r : only];
    if (metric) workloads_add_months(export, metric, both);
}

/* The only reading, where the order of the dates is known or says nothing; else -1. */
static int workloads_reading(const struct workloads *workloads) {
    if (!workloads->dates || dates_doubtful(workloads->dates)) return -1;
    return workloads->dates->order == DATES_MONTH_FIRST;
}

static void workloads_metrics(struct export *export) {
    struct workloads *workloads = export->context;
    struct workloads_sums(*sums)[PARTNER_READINGS] = calloc(workloads->metric_count + 1, sizeof *sums);
    int only = workloads_reading(workloads);
    bool good = sums != NULL;
    for (int r = 0; r < PARTNER_READINGS && good; r++)
        if (only < 0 || r == only) good = workloads_sum_reading(export, r, sums);
    for (size_t m = 0; good && m < workloads->metric_count; m++)
        workloads_add_metric(export, workloads->metrics[m].name, sums[m], only);
    for (size_t m = 0; sums && m < workloads->metric_count; m++)
        free(sums[m][0].months), free(sums[m][1].months);
    free(sums);
    if (!good) export->partner->failed = true;
}

/* ---- The file ---- */

static void workloads_notes(struct export *export) {
    struct workloads *workloads = export->context;
    struct remarks *remarks = &export->partner->remarks;
    if (workloads->seen.repeated)
        remarks_note(remarks, "rows that repeat another one were counted once: %llu",
                     (unsigned long long)workloads->seen.repeated);
    if (workloads->seen.contradictions)
        remarks_note(remarks,
                     "rows that contradict another one of the same customer, workload and date: %llu; their "
                     "months cannot be told",
                     (unsigned long long)workloads->seen.contradictions);
    if (workloads->seen.left)
        remarks_note(remarks,
                     "customers with an older date of a month but not the newest: %llu; their months cannot "
                     "be told",
                     (unsigned long long)workloads->seen.left);
    if (workloads->overflowed) remarks_note(remarks, "a sum is beyond 128 bits: its month cannot be told");
    if (export->illegible) remarks_note(remarks, "rows could not be read: no month can be told");
    export_note(export, &workloads->others, "WorkloadName",
                "no metric of the rules names these; state their months in the partner file");
}

static bool workloads_finish(struct export *export, struct reader_refusal *refusal) {
    struct partner_said *said = &export->partner->said[PARTNER_METRICS];
    if (!export_settle_dates(export, refusal)) return false;
    said->by[PARTNER_WORKLOADS] = true;
    said->incomplete = said->incomplete || export->illegible;
    workloads_metrics(export);
    workloads_notes(export);
    return true;
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
    export_tally_free(&workloads.others);
    free(workloads.cells);
    free(workloads.read);
    return good;
}
