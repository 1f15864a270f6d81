#include "runtime/cli/status_table.h"

#include "runtime/usage/day.h"
#include "runtime/usage/month.h"

#include <stdlib.h>

/* The figures of a measure as texts, one after the other. */
struct table_row {
    struct text certain, possible, rows, customers;
};

static void table_row_make(const struct summary_measure *measure, struct table_row *row) {
    const struct ledger_total *total = &measure->total;
    *row = (struct table_row){0};
    style_money(&row->certain, tally_net(&total->certain));
    style_money(&row->possible, tally_net(&total->possible));
    style_count(&row->rows, total->certain.rows, total->possible.rows);
    style_count(&row->customers, total->customers, total->customers_possible);
}

static void table_row_free(struct table_row *row) {
    text_free(&row->certain);
    text_free(&row->possible);
    text_free(&row->rows);
    text_free(&row->customers);
}

static void table_widen(size_t *columns, const struct text *figure) {
    if (figure->length + 1 > *columns) *columns = figure->length + 1;
}

#define TABLE_INDENT ((size_t)2)

struct status_table status_table_begin(const struct report *report, struct style *style) {
    struct status_table table = {report, style, 0, sizeof "possible", sizeof "rows", sizeof "cust."};
    for (uint32_t m = 0; m < report->summary.measure_count; m++) {
        struct table_row row;
        if (!report->summary.measures[m].in_force) continue;
        table_row_make(&report->summary.measures[m], &row);
        table_widen(&table.money, &row.certain);
        table_widen(&table.money, &row.possible);
        table_widen(&table.rows, &row.rows);
        table_widen(&table.customers, &row.customers);
        table_row_free(&row);
    }
    size_t figures = TABLE_INDENT + 2 * table.money + table.rows + table.customers;
    table.name = figures < style->width ? style->width - figures : 0;
    if (table.name > 48) table.name = 48;
    return table;
}

static void table_figure(struct text *out, const struct text *figure, size_t columns) {
    if (figure->failed)
        out->failed = true;
    else
        style_right(out, figure->data, columns);
}

/* What would have counted but for one reason or another. */
static void table_excluded(const struct status_table *table, const struct summary_measure *measure) {
    const struct summary *summary = &table->report->summary;
    struct text line = {0};
    for (size_t r = 0; r < summary_reasons(summary); r++) {
        const struct tally *tally = &measure->excluded[r];
        if (!tally->rows) continue;
        text_addf(&line, "%s%s ", line.length ? "; " : "not counted: ", summary_reason(summary, r));
        style_money(&line, tally_net(tally));
        text_add(&line, " in ");
        style_rows(&line, tally->rows);
    }
    if (line.length) {
        text_add(table->style->out, "    ");
        style_words(table->style, line.data, 6, 4);
    }
    text_free(&line);
}

static void table_month(const struct status_table *table, const struct ledger_month *month) {
    struct text *out = table->style->out;
    struct text certain = {0}, possible = {0}, rows = {0};
    char name[MONTH_TEXT];
    month_text(name, month->month);
    style_money(&certain, tally_net(&month->certain));
    style_money(&possible, tally_net(&month->possible));
    style_count(&rows, month->certain.rows, month->possible.rows);
    text_add_repeat(out, ' ', TABLE_INDENT + 2);
    style_left(out, name, table->name - 2);
    table_figure(out, &certain, table->money);
    table_figure(out, &possible, table->money);
    table_figure(out, &rows, table->rows);
    text_add_char(out, '\n');
    text_free(&certain);
    text_free(&possible);
    text_free(&rows);
}

/* Month by month, when one specialization was asked for. */
static void table_by_month(const struct status_table *table, const struct summary_measure *measure) {
    const struct summary *summary = &table->report->summary;
    struct ledger_month *months;
    size_t count;
    if (!table->report->only) return;
    if (!summary_months(summary, (uint32_t)(measure - summary->measures), &months, &count))
        table->style->out->failed = true;
    for (size_t i = 0; i < count; i++)
        table_month(table, &months[i]);
    free(months);
}

static void table_measure(const struct status_table *table, const struct summary_measure *measure) {
    struct text *out = table->style->out;
    struct table_row row;
    table_row_make(measure, &row);
    text_add_repeat(out, ' ', TABLE_INDENT);
    if (style_columns(measure->measure->name) > table->name) {
        style_words(table->style, measure->measure->name, TABLE_INDENT + 2, TABLE_INDENT);
        text_add_repeat(out, ' ', TABLE_INDENT + table->name);
    } else {
        style_left(out, measure->measure->name, table->name);
    }
    table_figure(out, &row.certain, table->money);
    table_figure(out, &row.possible, table->money);
    table_figure(out, &row.rows, table->rows);
    table_figure(out, &row.customers, table->customers);
    text_add_char(out, '\n');
    table_row_free(&row);
    table_by_month(table, measure);
    table_excluded(table, measure);
}

/* A measure that is not in force on the day: nothing counts for it. */
static void table_absent(const struct status_table *table, const struct assay_measure *measure) {
    uint32_t as_of = table->report->standings.usage.as_of;
    bool over = measure->until && measure->until < as_of;
    struct text words = {0};
    text_addf(&words, "%s: not in force", measure->name);
    if (as_of) text_add(&words, over ? " since " : " before ");
    if (as_of) style_date(&words, over ? day_add(measure->until, 1) : measure->from);
    text_add_repeat(table->style->out, ' ', TABLE_INDENT);
    style_words_of(table->style, &words, TABLE_INDENT + 2, TABLE_INDENT);
    text_free(&words);
}

/* ", 2023-04 to 2024-05" */
static void table_months(struct text *out, const struct summary_measure *measures, size_t count) {
    int32_t first = INT32_MAX, last = INT32_MIN;
    char month[MONTH_TEXT];
    for (size_t m = 0; m < count; m++) {
        if (!measures[m].in_force) continue;
        if (measures[m].total.first_month < first) first = measures[m].total.first_month;
        if (measures[m].total.last_month > last) last = measures[m].total.last_month;
    }
    if (first > last) return;
    month_text(month, first);
    text_addf(out, ", %s", month);
    month_text(month, last);
    if (first != last) text_addf(out, " to %s", month);
}

void status_table(const struct status_table *table, const struct assay_specialization *specialization) {
    const struct summary_measure *measures = status_measures(table->report, specialization);
    struct text *out = table->style->out, rest = {0};
    text_addf(&rest, " (%s)", specialization->area);
    table_months(&rest, measures, specialization->measure_count);
    text_add_char(out, '\n');
    style_title(table->style, specialization->name, rest.failed ? "" : rest.data);
    text_free(&rest);
    text_add_repeat(out, ' ', TABLE_INDENT + table->name);
    style_right(out, "certain", table->money);
    style_right(out, "possible", table->money);
    style_right(out, "rows", table->rows);
    style_right(out, "cust.", table->customers);
    text_add_char(out, '\n');
    for (uint16_t m = 0; m < specialization->measure_count; m++)
        if (measures[m].in_force)
            table_measure(table, &measures[m]);
        else if (table->report->only)
            table_absent(table, measures[m].measure);
}

bool status_has_table(const struct report *report, const struct assay_specialization *specialization) {
    const struct summary_measure *measures = status_measures(report, specialization);
    for (uint16_t m = 0; m < specialization->measure_count; m++) {
        if (report->only) return true;
        if (measures[m].in_force && measures[m].total.possible.rows > 0) return true;
        for (size_t r = 0; measures[m].in_force && r < summary_reasons(&report->summary); r++)
            if (measures[m].excluded[r].rows) return true;
    }
    return false;
}
