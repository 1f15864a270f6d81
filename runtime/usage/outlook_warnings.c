/* outlook_warnings.c - what will break of what is met today, and the words for it: days ahead, the month that leaves,
 * customers that a line depends on. */
#include "runtime/usage/outlook_internal.h"

#include "runtime/base/show.h"
#include "runtime/usage/day.h"
#include "runtime/usage/month.h"

#include <stdlib.h>

#define WARNINGS_CUSTOMERS 3  /* that are named; the rest is counted */
#define WARNINGS_NAME      40 /* characters of a customer */
#define WARNINGS_NEXT      2  /* that stand in what comes next; the rest is counted */

/* ---- Words ---- */

static void words_day(struct text *out, const char *before, uint32_t day, const char *behind) {
    char text[DAY_TEXT];
    day_text(text, day);
    text_addf(out, "%s%s%s", before, text, behind);
}

static void words_month(struct text *out, int32_t month, const char *behind) {
    char text[MONTH_TEXT];
    month_text(text, month);
    text_addf(out, "%s%s", text, behind);
}

/* ", in 29 days", ", today", ", 3 days ago" */
static void words_days(struct text *out, int32_t days) {
    int32_t apart = days < 0 ? -days : days;
    if (days == 0)
        text_add(out, ", today");
    else
        text_addf(out, ", %s%d day%s%s", days > 0 ? "in " : "", (int)apart, apart == 1 ? "" : "s",
                  days < 0 ? " ago" : "");
}

static const char *words_then(enum assay_answer then) {
    return then == ASSAY_NO ? "not met" : "no longer certain";
}

/* "The audit ends on 2024-04-30, in 29 days." */
static void words_end(struct text *out, const struct outlook_date *date, const char *what) {
    text_add(out, what);
    if (date->name) text_addf(out, " \"%s\"", date->name);
    text_add(out, date->days < 0 ? " ended on " : " ends on ");
    words_day(out, "", date->day, "");
    words_days(out, date->days);
    text_add_char(out, '.');
}

/* "A requirement begins on 2024-05-01, in 30 days. By what holds today, not met then: LINE." */
static void words_line(struct text *out, const struct outlook_date *date) {
    if (date->kind == OUTLOOK_LINE_BEGINS)
        words_day(out, "A requirement begins on ", date->day, "");
    else
        text_addf(out, "The last day of the measure \"%s\"%s", date->name,
                  date->kind == OUTLOOK_MEASURE_ENDS ? "" : ", as it stands,");
    if (date->kind != OUTLOOK_LINE_BEGINS) words_day(out, " is ", date->day, "");
    words_days(out, date->days);
    text_addf(out, ". By what holds today, %s then: %s.", words_then(date->met), date->requirement->text);
}

static void words_date(struct text *out, const struct outlook_date *date) {
    switch (date->kind) {
    case OUTLOOK_DESIGNATION_ENDS:
        words_end(out, date, "The designation");
        break;
    case OUTLOOK_AUDIT_ENDS:
        words_end(out, date, "The audit");
        break;
    case OUTLOOK_REFERENCES_END:
        words_day(out, "The last day on which enough customer references count is ", date->day, "");
        words_days(out, date->days);
        text_add_char(out, '.');
        break;
    case OUTLOOK_PEOPLE_END:
        words_day(out, "The last day on which enough people are certified is ", date->day, "");
        words_days(out, date->days);
        text_addf(out, ": %s.", date->requirement->text);
        break;
    case OUTLOOK_RENEWAL_DUE:
        words_day(out, date->days < 0 ? "The renewal was due on " : "The renewal is due on ", date->day, "");
        words_days(out, date->days);
        text_add_char(out, '.');
        break;
    case OUTLOOK_GRACE_ENDS:
        words_end(out, date, "The grace after the renewal");
        break;
    case OUTLOOK_RENEWAL_OPENS:
    case OUTLOOK_CERTIFICATE_ENDS:
    case OUTLOOK_LINE_ENDS:
        break; /* breaks nothing: outlook_is_near */
    case OUTLOOK_LINE_BEGINS:
    case OUTLOOK_MEASURE_ENDS:
    case OUTLOOK_MEASURE_CHANGES:
        words_line(out, date);
    }
}

/* The line, or the part of it, of which the figures show why it does not hold: NULL where no single one does. */
static const struct standing_verdict *words_short(const struct standing_verdict *stays) {
    const struct assay_requirement *requirement = stays->requirement;
    bool own = requirement->kind == ASSAY_REQUIRES_AMOUNT || requirement->kind == ASSAY_REQUIRES_GROWTH;
    bool amount = stays->has_amount && stays->amount_met != ASSAY_YES;
    bool count = stays->count.asked && stays->count.met != ASSAY_YES;
    if (own && (amount || count)) return stays;
    if (requirement->kind == ASSAY_REQUIRES_ANY_OF) return NULL;
    for (uint16_t i = 0; i < requirement->part_count; i++)
        if (stays->parts[i].met != ASSAY_YES) return words_short(&stays->parts[i]);
    return NULL;
}

static void words_amount(struct text *out, const struct standing_verdict *verdict, assay_money amount) {
    char text[ASSAY_MONEY_TEXT];
    if (verdict->requirement->kind == ASSAY_REQUIRES_AMOUNT)
        assay_money_cents(text, amount);
    else
        assay_money_exact(text, amount);
    text_add(out, text);
}

/* "380.00 of 6,000.00 USD and 2 of 3 customers"; of customers that suffice nothing. */
static void words_held(struct text *out, const struct standing_verdict *stays, const char *currency) {
    const struct standing_count *count = &stays->count;
    words_amount(out, stays, standing_reached(stays, stays->least));
    text_add(out, " of ");
    words_amount(out, stays, stays->needed);
    standing_unit(out, stays->requirement, currency);
    if (count->asked && count->met != ASSAY_YES)
        text_addf(out, " and %llu of %llu %s", (unsigned long long)count->certain, (unsigned long long)count->needed,
                  standing_heads(stays->requirement, count->needed));
}

/* "5,620.00 USD and 1 customer": at the most. */
static void words_comes(struct text *out, const struct standing_verdict *stays, const char *currency) {
    struct standing_missing missing = standing_missing(stays);
    bool amount = missing.amount_most > 0, count = missing.count_most > 0;
    if (amount) words_amount(out, stays, standing_suffices(stays, missing.amount_most));
    if (amount) standing_unit(out, stays->requirement, currency);
    if (count)
        text_addf(out, "%s%llu %s", amount ? " and " : "", (unsigned long long)missing.count_most,
                  standing_heads(stays->requirement, missing.count_most));
}

/* What the newest month brought for certain. */
static void words_brought(struct standing_context *context, struct text *out, const struct standing_verdict *stays) {
    struct ledger_question question = standing_question(context, stays);
    struct ledger_total total;
    question.from = question.until = stays->until;
    if (ledger_sum(context->usage->ledger, context->usage->outcomes, &question, &total) != LEDGER_OK) {
        context->failed = true;
        return;
    }
    words_month(out, stays->until, " brought ");
    words_amount(out, stays, standing_reached(stays, tally_net(&total.certain)));
    standing_unit(out, stays->requirement, context->usage->rules->usage->currency);
    text_add_char(out, '.');
}

static void words_sum(struct standing_context *context, struct text *out, const struct outlook_warning *warning,
                      const struct standing_verdict *stays) {
    const char *currency = context->usage->rules->usage->currency;
    if (stays->requirement != warning->line->verdict->requirement)
        text_addf(out, " Of it %s:", standing_part_text(stays->requirement));
    text_add_char(out, ' ');
    words_month(out, stays->from - 1, " leaves the window; ");
    words_held(out, stays, currency);
    text_add(out, " stay. ");
    words_comes(out, stays, currency);
    text_add(out, " must come in; ");
    words_brought(context, out, stays);
}

/* "The base becomes 2023-06, and its number is not known." */
static void words_base(struct text *out, const struct standing_verdict *stays) {
    text_add(out, " The base becomes ");
    words_month(out, stays->from, "");
    if (!stays->known) {
        text_add(out, ", of which no number is known.");
        return;
    }
    text_add(out, "; by ");
    words_month(out, stays->until, " the growth from it is ");
    words_amount(out, stays, standing_reached(stays, stays->certain));
    text_add(out, " of ");
    words_amount(out, stays, stays->needed);
    standing_unit(out, stays->requirement, "");
    text_add_char(out, '.');
}

static void words_next_month(struct standing_context *context, struct text *out,
                             const struct outlook_warning *warning) {
    const struct standing_verdict *stays = words_short(&warning->line->stays);
    words_day(out, "From ", warning->day, " on, if nothing new comes in, ");
    text_addf(out, "%s: %s.", words_then(warning->then), warning->line->verdict->requirement->text);
    if (stays && stays->requirement->kind == ASSAY_REQUIRES_AMOUNT && stays->from > 0)
        words_sum(context, out, warning, stays);
    else if (stays && stays->requirement->kind == ASSAY_REQUIRES_GROWTH && stays->from > 0)
        words_base(out, stays);
}

/* "Depends on each of 3 customers (a, b, c): LINE." */
static void words_customers(struct text *out, const struct outlook_verdict *line) {
    size_t count = line->breaker_count;
    if (count == 1)
        text_add(out, "Depends on one customer (");
    else
        text_addf(out, "Depends on each of %zu customers (", count);
    for (size_t i = 0; i < count && i < WARNINGS_CUSTOMERS; i++) {
        text_add(out, i ? ", " : "");
        show_string(out, *line->breakers[i].customer ? line->breakers[i].customer : "not known by name", WARNINGS_NAME);
    }
    if (count > WARNINGS_CUSTOMERS) text_addf(out, " and %zu more", count - WARNINGS_CUSTOMERS);
    text_addf(out, "): %s.", line->verdict->requirement->text);
}

static void warnings_words(struct standing_context *context, struct outlook_warning *warning) {
    struct text out = {0};
    if (warning->kind == OUTLOOK_WARNS_DATE)
        words_date(&out, warning->date);
    else if (warning->kind == OUTLOOK_WARNS_MONTH)
        words_next_month(context, &out, warning);
    else
        words_customers(&out, warning->line);
    warning->words = out.failed ? NULL : pool_text(context->memory, out.data, out.length);
    if (!warning->words) context->failed = true;
    text_free(&out);
}

/* ---- The list ---- */

struct warnings {
    struct standing_context *context;
    struct outlook *outlook;
};

static void warnings_add(struct warnings *warnings, struct outlook_warning warning) {
    if (warning.day) warning.days = day_count(warning.day) - day_count(warnings->context->usage->as_of);
    warnings_words(warnings->context, &warning);
    warnings->outlook->warnings[warnings->outlook->warning_count++] = warning;
}

/* What is over already is a line that is not met, but for a renewal. Its grace is told of once it runs. */
static bool warnings_tells(const struct outlook_date *date, bool due_is_over) {
    if (!outlook_is_near(date)) return false;
    if (date->kind == OUTLOOK_GRACE_ENDS) return due_is_over;
    return date->days >= 0 || date->kind == OUTLOOK_RENEWAL_DUE;
}

/* Whether the line of a part, or another part of it, says the same of the day. */
static bool warnings_told(const struct warnings *warnings, const struct outlook_date *date) {
    const struct outlook *outlook = warnings->outlook;
    const struct assay_specialization *specialization = outlook->standing->specialization;
    size_t line = outlook_line_number(specialization, date->requirement);
    bool told = false;
    for (size_t i = 0; line && !told && i < outlook->warning_count; i++) {
        const struct outlook_date *other = outlook->warnings[i].date;
        told = other->kind == date->kind && other->day == date->day && other->name == date->name &&
               outlook_line_number(specialization, other->requirement) == line;
    }
    return told;
}

static void warnings_dates(struct warnings *warnings) {
    const struct outlook *outlook = warnings->outlook;
    bool due_is_over = false;
    for (size_t i = 0; i < outlook->date_count; i++) {
        const struct outlook_date *date = &outlook->dates[i];
        due_is_over = due_is_over || (date->kind == OUTLOOK_RENEWAL_DUE && date->days < 0);
        if (!warnings_tells(date, due_is_over) || warnings_told(warnings, date)) continue;
        warnings_add(warnings, (struct outlook_warning){.kind = OUTLOOK_WARNS_DATE,
                                                        .day = date->day,
                                                        .danger = true,
                                                        .date = date,
                                                        .then = outlook_says_met(date) ? date->met : ASSAY_NO});
    }
}

static void warnings_month(struct warnings *warnings, const struct outlook_verdict *line) {
    uint32_t as_of = warnings->context->usage->as_of;
    if (line->verdict->met != ASSAY_YES || !line->moves || line->stays.met == ASSAY_YES) return;
    warnings_add(warnings, (struct outlook_warning){.kind = OUTLOOK_WARNS_MONTH,
                                                    .day = day_first(day_month(as_of) + 1),
                                                    .danger = line->as_before != ASSAY_YES,
                                                    .line = line,
                                                    .then = line->stays.met});
}

static void warnings_customers(struct warnings *warnings, const struct outlook_verdict *line) {
    if (line->verdict->met != ASSAY_YES || !line->breaker_count) return;
    enum assay_answer then = ASSAY_CANNOT_TELL;
    for (size_t i = 0; i < line->breaker_count; i++)
        if (line->breakers[i].then == ASSAY_NO) then = ASSAY_NO;
    warnings_add(warnings, (struct outlook_warning){.kind = OUTLOOK_WARNS_CUSTOMERS, .line = line, .then = then});
}

static int warnings_order(const void *left, const void *right) {
    const struct outlook_warning *a = left, *b = right;
    if (!a->day != !b->day) return a->day ? -1 : 1;
    if (a->day != b->day) return a->day < b->day ? -1 : 1;
    if (a->danger != b->danger) return a->danger ? -1 : 1;
    if (a->kind != b->kind) return a->kind < b->kind ? -1 : 1;
    if (a->line != b->line) return a->line < b->line ? -1 : 1;
    return (a->date > b->date) - (a->date < b->date);
}

/* ---- What comes next ---- */

/* What will break comes first of what is Active; what can begin comes first of what has one step left. */
static void warnings_next(struct warnings *warnings) {
    const struct standing *standing = warnings->outlook->standing;
    bool active = standing->status == STANDING_ACTIVE, ready = standing->prerequisites == ASSAY_YES;
    size_t shown = 0, more = 0;
    struct text out = {0};
    warnings->outlook->next = standing->next;
    if (!standing->verdict_count || !ready) return;
    if (!active) text_add(&out, standing->next);
    for (size_t i = 0; i < warnings->outlook->warning_count; i++) {
        const struct outlook_warning *warning = &warnings->outlook->warnings[i];
        if (outlook_is_renewal(warning)) continue;
        if (shown < WARNINGS_NEXT)
            text_addf(&out, "%s%s", out.length ? " " : "", warning->words), shown++;
        else
            more++;
    }
    if (more) text_addf(&out, " And %zu more warning%s.", more, more == 1 ? "" : "s");
    if (active) text_addf(&out, "%s%s", out.length ? " " : "", standing->next);
    warnings->outlook->next = out.failed ? NULL : pool_text(warnings->context->memory, out.data, out.length);
    if (!warnings->outlook->next) warnings->context->failed = true;
    text_free(&out);
}

void outlook_warnings(struct standing_context *context, struct outlook *outlook) {
    struct warnings warnings = {context, outlook};
    size_t lines = outlook->standing->verdict_count, room = outlook->date_count + 2 * lines;
    outlook->warnings = pool_take(context->memory, (room + 1) * sizeof *outlook->warnings);
    if (!outlook->warnings) context->failed = true;
    if (context->failed) return;
    warnings_dates(&warnings);
    for (size_t i = 0; i < lines; i++) {
        warnings_month(&warnings, &outlook->verdicts[i]);
        warnings_customers(&warnings, &outlook->verdicts[i]);
    }
    if (outlook->warning_count)
        qsort(outlook->warnings, outlook->warning_count, sizeof *outlook->warnings, warnings_order);
    if (!context->failed) warnings_next(&warnings);
}

const struct assay_requirement *outlook_warned_of(const struct outlook_warning *warning) {
    return warning->line ? warning->line->verdict->requirement : warning->date->requirement;
}

bool outlook_is_renewal(const struct outlook_warning *warning) {
    return warning->kind == OUTLOOK_WARNS_DATE &&
           (warning->date->kind == OUTLOOK_RENEWAL_DUE || warning->date->kind == OUTLOOK_GRACE_ENDS);
}

const char *outlook_warning_name(enum outlook_warning_kind kind) {
    static const char *const names[] = {[OUTLOOK_WARNS_DATE] = "date",
                                        [OUTLOOK_WARNS_MONTH] = "month leaves",
                                        [OUTLOOK_WARNS_CUSTOMERS] = "depends on customers"};
    return names[kind];
}
