/* page_measures.c - the measures of a specialization: figures, what would have counted, and the filters in words. */
#include "runtime/cli/page.h"

#include "runtime/cli/status.h"
#include "runtime/cli/style.h"
#include "runtime/cli/why.h"
#include "runtime/cli/words.h"

/* Its name, which leads to what the rules say of it. */
static void measures_name(struct page *page, const struct assay_measure *measure) {
    struct text anchor = {0};
    page_row(page, NULL);
    page_measure_anchor(&anchor, page, measure);
    page_link_text(page, &anchor, measure->name);
    html_end(&page->html);
}

static void measures_row(struct page *page, const struct summary_measure *measure, bool undecided) {
    const struct ledger_total *total = &measure->total;
    measures_name(page, measure->measure);
    page_money_cell(page, "Certain", tally_net(&total->certain));
    if (undecided) page_money_cell(page, "Possible", tally_net(&total->possible));
    page_rows_cell(page, "Rows", total->certain.rows, total->possible.rows);
    page_rows_cell(page, "Customers", total->customers, total->customers_possible);
    html_end(&page->html);
}

static void measures_table(struct page *page, const struct summary_measure *measures, uint16_t count) {
    static const struct page_column columns[] = {{"Measure", false}, {"Certain", true},   {"Possible", true},
                                                 {"Rows", true},     {"Customers", true}, {NULL, false}};
    static const struct page_column settled[] = {
        {"Measure", false}, {"Certain", true}, {"Rows", true}, {"Customers", true}, {NULL, false}};
    bool undecided = false;
    for (uint16_t m = 0; m < count; m++)
        undecided |= measures[m].in_force && measures[m].total.possible.rows != measures[m].total.certain.rows;
    page_table(page, "Over all months of the file", "measures", undecided ? columns : settled);
    for (uint16_t m = 0; m < count; m++)
        if (measures[m].in_force) measures_row(page, &measures[m], undecided);
    page_table_end(page);
}

/* ---- What would have counted ---- */

/* The table: a row per measure, a column per reason, of those that there is anything of. */
struct measures_excluded {
    struct page *page;
    const struct summary_measure *measures;
    uint16_t count;
    struct page_bar scale; /* that of all cells */
};

static bool measures_is_excluded(const struct summary_measure *measure, size_t reasons) {
    bool any = false;
    for (size_t r = 0; measure->in_force && r < reasons; r++)
        any = any || measure->excluded[r].rows > 0;
    return any;
}

static bool measures_has_reason(const struct measures_excluded *table, size_t reason) {
    bool any = false;
    for (uint16_t m = 0; m < table->count; m++)
        any = any || (table->measures[m].in_force && table->measures[m].excluded[reason].rows > 0);
    return any;
}

/* A column's head leads to what the rules say of the reason. */
static void measures_reason(const struct measures_excluded *table, size_t reason) {
    struct page *page = table->page;
    struct text anchor = {0};
    if (!measures_has_reason(table, reason)) return;
    html_begin(&page->html, "th");
    html_attribute(&page->html, "scope", "col");
    page_rows_anchor(&anchor, reason);
    page_link_text(page, &anchor, summary_reason(&page->report->summary, reason));
    html_end(&page->html);
}

static void measures_excluded_cell(const struct measures_excluded *table, const struct tally *tally, const char *name) {
    struct page *page = table->page;
    struct page_bar bar = table->scale;
    struct text amount = {0}, rows = {0};
    page_cell(page, NULL, name);
    if (tally->rows) {
        bar.certain = bar.possible = tally_net(tally);
        page_money(&amount, bar.certain, NULL);
        style_rows(&rows, tally->rows);
        page_bar(page, &bar);
        html_text_of(&page->html, &amount);
        html_text(&page->html, " ");
        html_begin_class(&page->html, "span", "soft");
        html_text_of(&page->html, &rows);
        html_end(&page->html);
    }
    html_end(&page->html);
    text_free(&amount);
    text_free(&rows);
}

static void measures_excluded_row(const struct measures_excluded *table, const struct summary_measure *measure) {
    const struct summary *summary = &table->page->report->summary;
    measures_name(table->page, measure->measure);
    for (size_t r = 0; r < summary_reasons(summary); r++)
        if (measures_has_reason(table, r))
            measures_excluded_cell(table, &measure->excluded[r], summary_reason(summary, r));
    html_end(&table->page->html);
}

static void measures_excluded_head(const struct measures_excluded *table, size_t reasons) {
    struct html *html = &table->page->html;
    html_begin_class(html, "table", "excluded");
    html_begin(html, "caption");
    html_textf(html, "What would have counted, but for one thing, in %s", report_currency(table->page->report));
    html_end(html);
    html_begin(html, "thead");
    html_begin(html, "tr");
    html_begin(html, "th");
    html_attribute(html, "scope", "col");
    html_text(html, "Measure");
    html_end(html);
    for (size_t r = 0; r < reasons; r++)
        measures_reason(table, r);
    html_end(html);
    html_end(html);
    html_begin(html, "tbody");
}

static void measures_excluded(struct page *page, const struct summary_measure *measures, uint16_t count) {
    struct measures_excluded table = {page, measures, count, {.idle = true}};
    size_t reasons = summary_reasons(&page->report->summary), found = 0;
    for (uint16_t m = 0; m < count; m++) {
        if (!measures_is_excluded(&measures[m], reasons)) continue;
        for (size_t r = 0; r < reasons; r++)
            page_scale(&table.scale, tally_net(&measures[m].excluded[r]));
        found++;
    }
    if (!found) return;
    measures_excluded_head(&table, reasons);
    for (uint16_t m = 0; m < count; m++)
        if (measures_is_excluded(&measures[m], reasons)) measures_excluded_row(&table, &measures[m]);
    page_table_end(page);
}

/* ---- The filters ---- */

static void measures_condition(struct page *page, const struct assay_condition *condition) {
    struct html *html = &page->html;
    struct text words = {0};
    words_condition(&words, page->report->summary.run->rules->usage, condition, PAGE_VALUES);
    html_begin(html, "li");
    html_text_of(html, &words);
    html_text(html, " ");
    html_begin_class(html, "span", "soft");
    html_textf(html, "line %u", condition->lines[0]);
    html_end(html);
    html_end(html);
    text_free(&words);
}

/* The conditions of a clause: those that all clauses of `measure` share, or the others; NULL: all there are. */
static void measures_clause(struct page *page, const struct assay_measure *measure, const struct assay_clause *clause,
                            bool common) {
    size_t count = 0;
    for (uint16_t i = 0; i < clause->condition_count; i++) {
        if (measure && why_is_common(measure, &clause->conditions[i]) != common) continue;
        if (count++ == 0) html_begin(&page->html, "ul");
        measures_condition(page, &clause->conditions[i]);
    }
    if (count) html_end(&page->html);
}

/* What joins a clause to those before it. */
static void measures_joint(struct html *html, const struct assay_clause *clause, bool first) {
    html_begin_class(html, "p", "joint");
    html_text(html, first ? "either" : "or");
    if (clause->option) html_textf(html, " option \u201C%s\u201D", clause->option);
    html_end(html);
}

void page_conditions(struct page *page, const struct assay_clause *clauses, uint16_t count,
                     const struct assay_measure *measure) {
    if (measure && count) measures_clause(page, measure, &clauses[0], true);
    for (uint16_t c = 0; c < count; c++) {
        if (count > 1) measures_joint(&page->html, &clauses[c], c == 0);
        measures_clause(page, measure, &clauses[c], false);
    }
}

static void measures_filter(struct page *page, const struct assay_specialization *specialization,
                            const struct assay_measure *measure) {
    struct html *html = &page->html;
    struct text anchor = {0};
    page_measure_anchor(&anchor, page, measure);
    html_begin(html, "details");
    page_identify(page, &anchor);
    html_begin(html, "summary");
    html_textf(html, "What counts as %s", measure->name);
    html_end(html);
    html_begin_class(html, "p", "source");
    html_text(html, "Rule: ");
    page_source(page, specialization->file, measure->lines[0], &measure->cites);
    html_end(html);
    html_element(html, "p", NULL, "Usage where all of this holds:");
    page_conditions(page, measure->clauses, measure->clause_count, measure);
    for (uint16_t i = 0; i < measure->note_count; i++)
        html_element(html, "p", "note", measure->notes[i]);
    html_end(html);
}

void page_measures(struct page *page) {
    const struct assay_specialization *specialization = page->report->summary.run->rules->specializations[page->number];
    const struct summary_measure *measures = status_measures(page->report, specialization);
    uint16_t in_force = 0;
    for (uint16_t m = 0; m < specialization->measure_count; m++)
        in_force = (uint16_t)(in_force + measures[m].in_force);
    html_element(&page->html, "h3", NULL, "Measures");
    if (!in_force) {
        html_element(&page->html, "p", NULL, "No filter is published, or none is in force on this day.");
        return;
    }
    measures_table(page, measures, specialization->measure_count);
    measures_excluded(page, measures, specialization->measure_count);
    for (uint16_t m = 0; m < specialization->measure_count; m++)
        if (measures[m].in_force) measures_filter(page, specialization, measures[m].measure);
}
