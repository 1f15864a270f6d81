#include "runtime/cli/report_months.h"

#include "runtime/usage/month.h"

struct months {
    int32_t first, last; /* both included; first > last: none */
};

/* Widens to all windows of sums in a line and its parts. */
static void months_of(struct months *months, const struct standing_verdict *verdict) {
    bool sum = verdict->requirement->kind == ASSAY_REQUIRES_AMOUNT && verdict->has_window;
    if (sum && verdict->from < months->first) months->first = verdict->from;
    if (sum && verdict->until > months->last) months->last = verdict->until;
    for (uint16_t i = 0; i < verdict->requirement->part_count; i++)
        months_of(months, &verdict->parts[i]);
}

static struct months months_shown(const struct report *report) {
    struct months months = {INT32_MAX, -1};
    for (size_t s = 0; s < report->standings.count; s++) {
        const struct standing *standing = &report->standings.all[s];
        if (report->only && report->only != standing->specialization) continue;
        for (size_t v = 0; v < standing->verdict_count; v++)
            months_of(&months, &standing->verdicts[v]);
    }
    return months;
}

static void months_add(struct text *out, const char *before, struct months months) {
    char first[MONTH_TEXT], last[MONTH_TEXT];
    month_text(first, months.first);
    month_text(last, months.last);
    text_addf(out, "%s%s", before, first);
    if (months.first < months.last) text_addf(out, " to %s", last);
}

void report_months_beyond(struct text *out, const struct report *report) {
    const struct run *run = report->summary.run;
    if (run->newest_any == LEDGER_NEVER) return;
    struct months shown = months_shown(report), before = shown, behind = shown;
    if (before.last >= run->oldest_any) before.last = run->oldest_any - 1;
    if (behind.first <= run->newest_any) behind.first = run->newest_any + 1;
    bool is_before = before.first <= before.last, is_behind = behind.first <= behind.last;
    if (!is_before && !is_behind) return;
    if (is_before) months_add(out, "No usage of ", before);
    if (is_behind) months_add(out, is_before ? " and " : "No usage of ", behind);
    text_add(out, " is in the file; windows sum these months as 0.");
}
