/* difference_period.c - from when until when a measure is in force, in days. */
#include "compiler/analysis/difference_fact.h"
#include "compiler/model/sentence.h"

enum { PERIOD_FIRST = -1, PERIOD_LAST = 10000 * 366 }; /* numbers of days that stand for always */

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

/* Days, both included; PERIOD_FIRST and PERIOD_LAST: without an end. */
struct period {
    int from, until;
};

static struct period period_of(uint32_t from, uint32_t until) {
    return (struct period){from ? period_day(from) : PERIOD_FIRST, until ? period_day(until) : PERIOD_LAST};
}

static const char *period_words(struct arena *arena, uint32_t from, uint32_t until) {
    if (!from && !until) return "always";
    return arena_format(arena, "%s%s%s%s%s", from ? "from " : "", from ? sentence_date(from, arena) : "",
                        from && until ? " " : "", until ? "until " : "", until ? sentence_date(until, arena) : "");
}

/* "from 2024-01-01 until 2024-12-31 (366 days)"; a period without an end has no number of days. */
static void period_add(struct arena *arena, struct text *out, struct period days) {
    if (days.from > days.until) return;
    uint32_t from = days.from == PERIOD_FIRST ? 0 : period_date(days.from);
    uint32_t until = days.until == PERIOD_LAST ? 0 : period_date(days.until);
    text_addf(out, "%s%s", out->length ? " and " : "", period_words(arena, from, until));
    if (from && until) text_addf(out, " (%d day%s)", days.until - days.from + 1, days.until == days.from ? "" : "s");
}

const char *difference_period_beyond(struct arena *arena, struct fact_period days, struct fact_period others) {
    struct text out = {0};
    struct period of = period_of(days.from, days.until), other = period_of(others.from, others.until);
    if (of.until < other.from || of.from > other.until) {
        period_add(arena, &out, of);
    } else {
        period_add(arena, &out, (struct period){of.from, other.from - 1});
        period_add(arena, &out, (struct period){other.until + 1, of.until});
    }
    const char *words = out.length ? arena_string(arena, out.data, out.length) : NULL;
    text_free(&out);
    return words;
}

void difference_period_fact(struct difference *difference, const struct difference_specialization *specialization,
                            const struct difference_measure *measure) {
    const struct model_measure *old = measure->old, *new = measure->new;
    if (!old || !new || (old->from == new->from && old->until == new->until)) return;
    struct arena *arena = difference->arena;
    struct fact_place place = {difference, DIFFERENCE_MEASURES, specialization->new->name.text, new->name.text};
    struct fact_period before = {old->from, old->until}, now = {new->from, new->until};
    const char *gained = difference_period_beyond(arena, now, before);
    const char *lost = difference_period_beyond(arena, before, now);
    fact_add(&place, "effective", "in force %s; it was %s%s%s%s%s", period_words(arena, new->from, new->until),
             period_words(arena, old->from, old->until), gained ? "; in force now " : "", gained ? gained : "",
             lost ? "; no longer " : "", lost ? lost : "");
}
