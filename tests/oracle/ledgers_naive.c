/* ledgers_naive.c - requirements, the slow and plain way. */
#include "tests/oracle/ledgers.h"

#include <string.h>

/* The number that the end of a name tells. */
static int naive_number(const char *name) {
    char last = name[strlen(name) - 1];
    return last >= 'A' ? last - 'A' : last - '0';
}

static bool naive_among(const struct assay_requirement *line, int number) {
    for (int i = 0; i < line->name_count; i++)
        if (naive_number(line->names[i]) == number) return true;
    return false;
}

/* "12.05": 1205. */
static long naive_cents(const char *text) {
    long cents = 0, places = -1;
    for (; *text; text++) {
        if (*text == '.')
            places = 0;
        else
            cents = cents * 10 + (*text - '0'), places += places >= 0;
    }
    for (places = places < 0 ? 0 : places; places < 2; places++)
        cents *= 10;
    return cents;
}

/* ---- Sums ---- */

static int naive_month_before(int month, int times) {
    return month - times;
}

static int naive_month_of(int day) {
    return day / 10000 * 12 + day / 100 % 100 - 1;
}

static int naive_months(const struct assay_requirement *line, const struct assay_requirement *whole) {
    return whole ? whole->months : line->months;
}

/* Whether a month is one of the window. */
static bool naive_within(const struct world *world, int month, int months) {
    for (int back = 1 - world->come; back <= months - world->left; back++)
        if (month == naive_month_before(naive_month_of(world->day), back)) return true;
    return false;
}

/* A row towards a line: NO, YES, or CANNOT_TELL. */
static enum assay_answer naive_row(const struct world *world, const struct world_row *row,
                                   const struct assay_requirement *line, int months) {
    bool counts = false, may = false;
    for (int m = 0; m < 3; m++) {
        if (!(world->in_force >> m & 1) || !naive_among(line, m)) continue;
        counts = counts || (row->counts >> m & 1);
        may = may || (row->may >> m & 1);
    }
    if (row->customer == world->gone && row->customer != WORLD_NOBODY) return ASSAY_NO;
    if (!counts && !may) return ASSAY_NO;
    if (!world->has_months) return ASSAY_CANNOT_TELL;
    if (!naive_within(world, row->month, months)) return ASSAY_NO;
    return counts ? ASSAY_YES : ASSAY_CANNOT_TELL;
}

/* The sum in one world: bit r says whether an undecided row r counts. Of one customer, or of all (WORLD_NOBODY). */
static long naive_world(const struct world *world, const enum assay_answer *rows, unsigned choice, int customer) {
    long sum = 0;
    for (int r = 0; r < world->row_count; r++) {
        bool counts = rows[r] == ASSAY_YES || (rows[r] == ASSAY_CANNOT_TELL && (choice >> r & 1));
        bool asked = customer == WORLD_NOBODY || world->rows[r].customer == customer;
        if (counts && asked) sum += world->rows[r].cents;
    }
    return sum;
}

static unsigned naive_undecided(const struct world *world, const enum assay_answer *rows) {
    unsigned set = 0;
    for (int r = 0; r < world->row_count; r++)
        if (rows[r] == ASSAY_CANNOT_TELL) set |= 1u << r;
    return set;
}

/* Whether a sum reaches an amount: in all worlds, in none, or in some. */
static enum assay_answer naive_reaches(const struct world *world, const enum assay_answer *rows, int customer,
                                       long needed) {
    unsigned undecided = naive_undecided(world, rows);
    bool some = false, all = true;
    for (unsigned choice = undecided;; choice = (choice - 1) & undecided) {
        bool reached = naive_world(world, rows, choice, customer) >= needed;
        some = some || reached;
        all = all && reached;
        if (!choice) break;
    }
    return all ? ASSAY_YES : some ? ASSAY_CANNOT_TELL : ASSAY_NO;
}

static void naive_rows(const struct world *world, const struct assay_requirement *line,
                       const struct assay_requirement *whole, enum assay_answer *rows) {
    for (int r = 0; r < world->row_count; r++)
        rows[r] = naive_row(world, &world->rows[r], line, naive_months(line, whole));
}

struct naive_sum naive_sum(const struct world *world, const struct assay_requirement *line,
                           const struct assay_requirement *whole) {
    enum assay_answer rows[WORLD_ROWS];
    naive_rows(world, line, whole, rows);
    struct naive_sum sum = {naive_world(world, rows, 0, WORLD_NOBODY), naive_world(world, rows, ~0u, WORLD_NOBODY), 0,
                            0};
    for (int customer = 0; customer < 6 && world->has_customers; customer++) {
        enum assay_answer counts = naive_reaches(world, rows, customer, 1);
        sum.customers += counts == ASSAY_YES;
        sum.customers_possible += counts != ASSAY_NO;
    }
    /* Without the column each row above zero may be a customer of its own. */
    for (int r = 0; r < world->row_count && !world->has_customers; r++)
        sum.customers_possible += rows[r] != ASSAY_NO && world->rows[r].cents > 0;
    return sum;
}

/* ---- Logic ---- */

static enum assay_answer naive_not(enum assay_answer a) {
    return a == ASSAY_YES ? ASSAY_NO : a == ASSAY_NO ? ASSAY_YES : ASSAY_CANNOT_TELL;
}

static enum assay_answer naive_and(enum assay_answer a, enum assay_answer b) {
    static const int order[] = {[ASSAY_NO] = 0, [ASSAY_CANNOT_TELL] = 1, [ASSAY_YES] = 2};
    return order[a] < order[b] ? a : b;
}

static enum assay_answer naive_between(long certain, long possible, long needed) {
    return certain >= needed ? ASSAY_YES : possible >= needed ? ASSAY_CANNOT_TELL : ASSAY_NO;
}

static enum assay_answer naive_amount(const struct world *world, const struct assay_requirement *line,
                                      const struct assay_requirement *whole) {
    enum assay_answer rows[WORLD_ROWS];
    bool average = line->average || (whole && whole->average);
    long needed = naive_cents(line->amount) * (average ? naive_months(line, whole) : 1);
    struct naive_sum sum = naive_sum(world, line, whole);
    naive_rows(world, line, whole, rows);
    enum assay_answer answer = naive_and(naive_reaches(world, rows, WORLD_NOBODY, needed),
                                         naive_between(sum.customers, sum.customers_possible, line->customers));
    for (int p = 0; p < line->part_count; p++)
        answer = naive_and(answer, naive_line(world, &line->parts[p], line));
    return answer;
}

/* ---- What the partner states ---- */

static bool naive_holds(const struct world_fact *fact, int day) {
    return fact->since <= day && (!fact->until || day <= fact->until);
}

/* Whether what happened on a day still holds, so many months later: not later in the month than the day it happened,
 * or in an earlier month; any day of a month that is too short will do. */
static bool naive_valid(int happened, int months, int day) {
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int last = naive_month_of(happened) + months, now = naive_month_of(day), year = day / 10000;
    int length = lengths[now % 12] + (now % 12 == 1 && year % 4 == 0 && (year % 100 || year % 400 == 0));
    if (happened > day) return false;
    if (!months || now < last) return true;
    return now == last && (day % 100 <= happened % 100 || happened % 100 > length);
}

static enum assay_answer naive_people(const struct world *world, const struct assay_requirement *line) {
    int holders = 0;
    for (int person = 0; person < WORLD_FACTS; person++) {
        bool holds = false;
        for (int f = 0; f < world->people.count; f++)
            holds = holds || (world->people.all[f].who == person && naive_holds(&world->people.all[f], world->day) &&
                              naive_among(line, world->people.all[f].name));
        holders += holds;
    }
    enum assay_answer answer = holders >= line->people ? ASSAY_YES : ASSAY_NO;
    if (!world->people.said) answer = ASSAY_CANNOT_TELL;
    for (int p = 0; p < line->part_count; p++)
        answer = naive_and(answer, naive_line(world, &line->parts[p], NULL));
    return answer;
}

static enum assay_answer naive_designation(const struct world *world, const struct assay_requirement *line) {
    if (!world->designations.said) return ASSAY_CANNOT_TELL;
    for (int f = 0; f < world->designations.count; f++)
        if (naive_among(line, world->designations.all[f].name) && naive_holds(&world->designations.all[f], world->day))
            return ASSAY_YES;
    return ASSAY_NO;
}

static enum assay_answer naive_audit(const struct world *world, const struct assay_requirement *line) {
    if (!world->audits.said) return ASSAY_CANNOT_TELL;
    for (int f = 0; f < world->audits.count; f++)
        if (naive_valid(world->audits.all[f].since, line->valid_months, world->day)) return ASSAY_YES;
    return ASSAY_NO;
}

static enum assay_answer naive_references(const struct world *world, const struct assay_requirement *line) {
    int customers = 0;
    if (!world->references.said) return ASSAY_CANNOT_TELL;
    for (int customer = 0; customer < WORLD_FACTS; customer++) {
        bool refers = false;
        for (int f = 0; f < world->references.count; f++)
            refers = refers || (world->references.all[f].who == customer &&
                                naive_valid(world->references.all[f].since, line->valid_months, world->day));
        customers += refers;
    }
    if (!line->references) return customers ? ASSAY_CANNOT_TELL : ASSAY_NO;
    return customers >= line->references ? ASSAY_YES : ASSAY_NO;
}

/* ---- Metrics ---- */

static int naive_value(const struct world *world, int metric, int month) {
    int place = month - world->first_month;
    if (!world->metrics_said || place < 0 || place >= WORLD_MONTHS) return WORLD_UNKNOWN;
    return world->metrics[metric][place];
}

/* Whether a number has grown enough; in hundredths. */
static bool naive_grown(const struct assay_requirement *line, long before, long after) {
    long needed = naive_cents(line->amount);
    if (!line->percent) return after - before >= needed;
    return before > 0 && (after - before) * 100 * 100 >= needed * before;
}

/* Numbers that are not known may be nothing, hardly anything, or very much; never below zero. The base of growth over
 * months that are not published is not known either. */
static enum assay_answer naive_growth(const struct world *world, const struct assay_requirement *line, int metric) {
    static const long tried[] = {0, 1, 100, 1000000};
    int newest = naive_month_of(world->day) - 1;
    long after = naive_value(world, metric, newest), before = WORLD_UNKNOWN;
    bool some = false, all = true;
    if (line->months) before = naive_value(world, metric, newest - line->months + world->left);
    for (int b = 0; b < 4; b++)
        for (int a = 0; a < 4; a++) {
            bool grown = naive_grown(line, before == WORLD_UNKNOWN ? tried[b] : before * 100,
                                     after == WORLD_UNKNOWN ? tried[a] : after * 100);
            some = some || grown;
            all = all && grown;
        }
    return all ? ASSAY_YES : some ? ASSAY_CANNOT_TELL : ASSAY_NO;
}

static enum assay_answer naive_newest(const struct world *world, const struct assay_requirement *line, int metric) {
    for (int month = naive_month_of(world->day); month >= world->first_month; month--) {
        int value = naive_value(world, metric, month);
        if (value != WORLD_UNKNOWN) return value * 100L >= naive_cents(line->amount) ? ASSAY_YES : ASSAY_NO;
    }
    return ASSAY_CANNOT_TELL;
}

/* Any one metric will do: not all of them fail. */
static enum assay_answer naive_metrics(const struct world *world, const struct assay_requirement *line) {
    enum assay_answer fail = ASSAY_YES;
    for (int i = 0; i < line->name_count; i++) {
        int metric = naive_number(line->names[i]);
        bool growth = line->kind == ASSAY_REQUIRES_GROWTH;
        fail =
            naive_and(fail, naive_not(growth ? naive_growth(world, line, metric) : naive_newest(world, line, metric)));
    }
    return naive_not(fail);
}

/* ---- Lines ---- */

static enum assay_answer naive_all(const struct world *world, const struct assay_requirement *line) {
    enum assay_answer answer = ASSAY_YES;
    for (int p = 0; p < line->part_count; p++)
        answer = naive_and(answer, naive_line(world, &line->parts[p], NULL));
    return answer;
}

static enum assay_answer naive_any(const struct world *world, const struct assay_requirement *line) {
    enum assay_answer none = ASSAY_YES;
    for (int p = 0; p < line->part_count; p++)
        none = naive_and(none, naive_not(naive_line(world, &line->parts[p], NULL)));
    return naive_not(none);
}

enum assay_answer naive_line(const struct world *world, const struct assay_requirement *line,
                             const struct assay_requirement *whole) {
    switch (line->kind) {
    case ASSAY_REQUIRES_AMOUNT:
        return naive_amount(world, line, whole);
    case ASSAY_REQUIRES_GROWTH:
    case ASSAY_REQUIRES_METRIC:
        return naive_metrics(world, line);
    case ASSAY_REQUIRES_PEOPLE:
        return naive_people(world, line);
    case ASSAY_REQUIRES_DESIGNATION:
        return naive_designation(world, line);
    case ASSAY_REQUIRES_AUDIT:
        return naive_audit(world, line);
    case ASSAY_REQUIRES_REFERENCES:
        return naive_references(world, line);
    case ASSAY_REQUIRES_ANY_OF:
        return naive_any(world, line);
    case ASSAY_REQUIRES_ALL_OF:
        return naive_all(world, line);
    default:
        return ASSAY_CANNOT_TELL;
    }
}

bool naive_in_force(const struct world *world, const struct assay_requirement *line) {
    return (uint32_t)world->day >= line->from && (!line->until || (uint32_t)world->day <= line->until);
}
