#include "runtime/usage/dates.h"

#include "runtime/usage/refuse.h"

#include <string.h>

/* ---- Words ---- */

/* "day first", "month first". */
static const char *dates_order_words(enum dates_order order) {
    static const char *const words[] = {
        [DATES_DAY_FIRST] = "day first", [DATES_MONTH_FIRST] = "month first", [DATES_UNTOLD] = "in no known order"};
    return words[order];
}

const char *dates_order_name(enum dates_order order) {
    static const char *const names[] = {
        [DATES_DAY_FIRST] = "day-first", [DATES_MONTH_FIRST] = "month-first", [DATES_UNTOLD] = ""};
    return names[order];
}

enum dates_order dates_order_of(const char *name) {
    if (strcmp(name, dates_order_name(DATES_DAY_FIRST)) == 0) return DATES_DAY_FIRST;
    return strcmp(name, dates_order_name(DATES_MONTH_FIRST)) == 0 ? DATES_MONTH_FIRST : DATES_UNTOLD;
}

void dates_words(struct text *out, const struct dates_column *column) {
    const struct dates_told *told = &column->told[column->order];
    const char *text = told->text ? told->text : "";
    if (!dates_doubtful(column)) {
        text_addf(out, "%s is read %s, because ", column->name, dates_order_words(column->order));
        if (told->line)
            text_addf(out, "of \"%s\" in line %llu", text, (unsigned long long)told->line);
        else
            text_add(out, "--dates says so");
        return;
    }
    text_addf(out, "%s: the order of day and month is not known; \"%s\" in line %llu", column->name, text,
              (unsigned long long)told->line);
    if (column->twofold > 1)
        text_addf(out, " and %llu more value%s", (unsigned long long)column->twofold - 1,
                  column->twofold == 2 ? "" : "s");
    text_add(out, " can be one of two days");
}

/* ---- Values ---- */

static void dates_keep(struct dates_told *told, const struct reader_cell *cell, uint64_t line, struct pool *pool) {
    if (told->line) return;
    told->line = line;
    told->text = pool_text(pool, cell->text, cell->length);
}

struct date_ways dates_see(struct dates_column *column, const struct reader_cell *cell, uint64_t line,
                           struct pool *pool) {
    struct date_ways ways = date_ways(cell->text, cell->length);
    if (ways.day_first == ways.month_first) return ways;
    if (!ways.month_first) dates_keep(&column->told[DATES_DAY_FIRST], cell, line, pool);
    if (!ways.day_first) dates_keep(&column->told[DATES_MONTH_FIRST], cell, line, pool);
    if (!ways.day_first || !ways.month_first) return ways;
    dates_keep(&column->told[DATES_UNTOLD], cell, line, pool);
    column->twofold++;
    return ways;
}

void dates_days(const struct dates_column *column, struct date_ways ways, uint32_t *day, uint32_t *other) {
    uint32_t a = ways.day_first, b = ways.month_first;
    if (column->order == DATES_DAY_FIRST) b = a;
    if (column->order == DATES_MONTH_FIRST) a = b;
    *day = a < b ? a : b;
    *other = a == b ? 0 : a < b ? b : a;
}

/* ---- The column ---- */

static enum dates_order dates_other(enum dates_order order) {
    return order == DATES_DAY_FIRST ? DATES_MONTH_FIRST : DATES_DAY_FIRST;
}

static bool dates_contradict(const struct dates_column *column, struct reader_refusal *refusal) {
    const struct dates_told *day = &column->told[DATES_DAY_FIRST], *month = &column->told[DATES_MONTH_FIRST];
    bool later = day->line > month->line;
    const struct dates_told *one = later ? month : day, *other = later ? day : month;
    refuse(refusal, "write all days of the column as YYYY-MM-DD",
           "the column %s has two orders of day and month: line %llu has \"%.40s\", which is %s, line %llu has "
           "\"%.40s\", which is %s",
           column->name, (unsigned long long)one->line, one->text ? one->text : "",
           dates_order_words(later ? DATES_MONTH_FIRST : DATES_DAY_FIRST), (unsigned long long)other->line,
           other->text ? other->text : "", dates_order_words(later ? DATES_DAY_FIRST : DATES_MONTH_FIRST));
    refusal->line = other->line;
    return false;
}

static bool dates_asked_wrongly(const struct dates_column *column, struct reader_refusal *refusal) {
    enum dates_order told = dates_other(column->asked);
    const struct dates_told *value = &column->told[told];
    refuse(refusal, "leave --dates out, or write all days of the column as YYYY-MM-DD",
           "--dates %s contradicts the column %s: line %llu has \"%.40s\", which is %s",
           dates_order_name(column->asked), column->name, (unsigned long long)value->line,
           value->text ? value->text : "", dates_order_words(told));
    refusal->line = value->line;
    return false;
}

bool dates_settle(struct dates_column *column, struct reader_refusal *refusal) {
    bool day = column->told[DATES_DAY_FIRST].line > 0, month = column->told[DATES_MONTH_FIRST].line > 0;
    column->order = day ? DATES_DAY_FIRST : month ? DATES_MONTH_FIRST : column->asked;
    if (day && month) return dates_contradict(column, refusal);
    if (column->asked == DATES_UNTOLD || column->order == column->asked) return true;
    return dates_asked_wrongly(column, refusal);
}

bool dates_speaks(const struct dates_column *column) {
    return column->twofold || column->told[DATES_DAY_FIRST].line || column->told[DATES_MONTH_FIRST].line;
}

bool dates_doubtful(const struct dates_column *column) {
    return column->order == DATES_UNTOLD && column->twofold;
}
