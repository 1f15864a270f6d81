/* difference_period.c - days as numbers, so that they can be stepped, and when a measure is in force. */
#include "compiler/analysis/difference_fact.h"
#include "compiler/model/sentence.h"

#include <stdlib.h>

/* Days since the first of January of the year 0, in the Gregorian calendar. */
static int period_day(uint32_t date) {
    int year = (int)(date / 10000), month = (int)(date / 100 % 100), day = (int)(date % 100);
    int years = month > 2 ? year : year - 1;
    int months = month > 2 ? month - 3 : month + 9;
    return 365 * years + years / 4 - years / 100 + years / 400 + (153 * months + 2) / 5 + day;
}

/* The date of a number of days; steps by day from a date near by would take long, so it is found by halving. */
static uint32_t period_date(int day) {
    int low = 1, high = 9999;
    while (low < high) {
        int middle = (low + high + 1) / 2;
        if (period_day((uint32_t)middle * 10000 + 101) <= day)
            low = middle;
        else
            high = middle - 1;
    }
    uint32_t month = 12, year = (uint32_t)low;
    while (month > 1 && period_day(year * 10000 + month * 100 + 1) > day)
        month--;
    return year * 10000 + month * 100 + (uint32_t)(day - period_day(year * 10000 + month * 100 + 1)) + 1;
}

/* The first and the last day of the calendar have no day before and behind them: they are no ends. */
enum { PERIOD_FIRST = 10101, PERIOD_LAST = 99991231 };

struct difference_days difference_days(uint32_t from, uint32_t until) {
    return (struct difference_days){from > PERIOD_FIRST ? period_day(from) : DAY_FIRST,
                                    until && until < PERIOD_LAST ? period_day(until) : DAY_LAST};
}

struct difference_period difference_dates(struct difference_days days) {
    return (struct difference_period){days.from == DAY_FIRST ? 0 : period_date(days.from),
                                      days.until == DAY_LAST ? 0 : period_date(days.until)};
}

bool difference_meets(struct difference_period a, struct difference_period b) {
    return (!a.from || !b.until || a.from <= b.until) && (!b.from || !a.until || b.from <= a.until);
}

bool difference_in_force(const struct model_measure *measure, struct difference_period period) {
    return (measure->from <= PERIOD_FIRST || (period.from && measure->from <= period.from)) &&
           (!measure->until || measure->until >= PERIOD_LAST || (period.until && measure->until >= period.until));
}

static int period_by_day(const void *left, const void *right) {
    const int *a = left, *b = right;
    return (*a > *b) - (*a < *b);
}

int *difference_cuts(struct arena *arena, const struct difference_days *periods, size_t count, size_t *cuts) {
    int *days = ARENA_ARRAY(arena, 2 * count + 2, int);
    size_t all = 0, kept = 0;
    days[all++] = DAY_FIRST;
    for (size_t i = 0; i < count; i++) {
        days[all++] = periods[i].from;
        if (periods[i].until != DAY_LAST) days[all++] = periods[i].until + 1;
    }
    qsort(days, all, sizeof *days, period_by_day);
    for (size_t i = 0; i < all; i++)
        if (!kept || days[i] != days[kept - 1]) days[kept++] = days[i];
    *cuts = kept;
    days[kept] = DAY_LAST + 1;
    return days;
}

size_t difference_cut_at(const int *cuts, size_t count, int day) {
    size_t low = 0, high = count;
    while (low + 1 < high) {
        size_t middle = low + (high - low) / 2;
        if (cuts[middle] <= day)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* ---- Days in force ---- */

/* Periods that do not meet, in order of time. */
struct period_list {
    struct difference_days *items;
    size_t count;
};

static int period_by_from(const void *left, const void *right) {
    const struct difference_days *a = left, *b = right;
    return (a->from > b->from) - (a->from < b->from);
}

/* The days on which any edition is in force. */
static struct period_list period_covered(struct arena *arena, const struct difference_edition *editions, size_t count) {
    struct period_list list = {ARENA_ARRAY(arena, count + 1, struct difference_days), 0};
    struct difference_days *all = ARENA_ARRAY(arena, count + 1, struct difference_days);
    for (size_t i = 0; i < count; i++)
        all[i] = difference_days(editions[i].measure->from, editions[i].measure->until);
    qsort(all, count, sizeof *all, period_by_from);
    for (size_t i = 0; i < count; i++) {
        struct difference_days *last = list.count ? &list.items[list.count - 1] : NULL;
        if (!last || all[i].from > last->until + 1)
            list.items[list.count++] = all[i];
        else if (all[i].until > last->until)
            last->until = all[i].until;
    }
    return list;
}

/* The days of a list that are not in another. */
static struct period_list period_beyond(struct arena *arena, struct period_list list, struct period_list other) {
    struct period_list left = {ARENA_ARRAY(arena, list.count + other.count + 1, struct difference_days), 0};
    for (size_t i = 0, k = 0; i < list.count; i++) {
        struct difference_days rest = list.items[i];
        while (k < other.count && other.items[k].until < rest.from)
            k++;
        for (size_t j = k; j < other.count && other.items[j].from <= rest.until; j++) {
            if (other.items[j].from > rest.from)
                left.items[left.count++] = (struct difference_days){rest.from, other.items[j].from - 1};
            rest.from = other.items[j].until + 1;
        }
        if (rest.from <= rest.until) left.items[left.count++] = rest;
    }
    return left;
}

/* "on every day", "on 2024-01-01", "until 2024-12-31", "from 2024-01-01 until 2024-12-31". */
static const char *period_of(struct arena *arena, struct difference_period period) {
    uint32_t from = period.from, until = period.until;
    if (!from && !until) return "on every day";
    if (from == until) return arena_format(arena, "on %s", sentence_date(from, arena));
    return arena_format(arena, "%s%s%s%s%s", from ? "from " : "", from ? sentence_date(from, arena) : "",
                        from && until ? " " : "", until ? "until " : "", until ? sentence_date(until, arena) : "");
}

/* The same with the number of days where it has both ends: "... (366 days)". */
static const char *period_with_days(struct arena *arena, struct difference_period period) {
    const char *words = period_of(arena, period);
    if (!period.from || !period.until || period.from == period.until) return words;
    int days = period_day(period.until) - period_day(period.from) + 1;
    return arena_format(arena, "%s (%d days)", words, days);
}

const char *fact_when(struct arena *arena, struct difference_period period) {
    bool always = !period.from && !period.until;
    return always ? ""
                  : arena_format(arena, "%s %s", period.from ? "" : " on the days", period_with_days(arena, period));
}

/* "from 2024-01-01 until 2024-12-31 (366 days) and from 2026-01-01"; NULL: no day. `lengths`: with numbers of days. */
static const char *period_words(struct arena *arena, struct period_list list, bool lengths) {
    struct text out = {0};
    for (size_t i = 0; i < list.count; i++) {
        struct difference_period period = difference_dates(list.items[i]);
        text_addf(&out, "%s%s", i ? " and " : "", (lengths ? period_with_days : period_of)(arena, period));
    }
    const char *words = out.length ? arena_string(arena, out.data, out.length) : NULL;
    text_free(&out);
    return words;
}

/* Whether the editions begin and end on the same days. */
static bool period_same_cuts(const struct difference_measure *measure) {
    for (size_t i = 0; i < measure->old_count; i++) {
        bool found = false;
        for (size_t k = 0; k < measure->new_count && !found; k++)
            found = measure->olds[i].measure->from == measure->news[k].measure->from &&
                    measure->olds[i].measure->until == measure->news[k].measure->until;
        if (!found) return false;
    }
    return measure->old_count == measure->new_count;
}

void difference_period_fact(struct difference *difference, const struct difference_measure *measure) {
    struct arena *arena = difference->arena;
    if (!measure->old || !measure->new || period_same_cuts(measure)) return;
    struct fact_place place = fact_measure(difference, measure, DIFFERENCE_MEASURES);
    struct period_list old = period_covered(arena, measure->olds, measure->old_count);
    struct period_list new = period_covered(arena, measure->news, measure->new_count);
    const char *gained = period_words(arena, period_beyond(arena, new, old), true);
    const char *lost = period_words(arena, period_beyond(arena, old, new), true);
    if (!gained && !lost) {
        place.heading = DIFFERENCE_NO_EFFECT;
        if (!measure->renamed && difference_same_rows(&measure->filter))
            fact_add(&place, "wording", "is written in other periods and means the same");
        return;
    }
    place.beside = measure->filter.region_count > 0;
    fact_add(&place, "effective", "in force %s; before: %s%s%s%s%s", period_words(arena, new, false),
             period_words(arena, old, false), gained ? "; days added: " : "", gained ? gained : "",
             lost ? "; days removed: " : "", lost ? lost : "");
}
