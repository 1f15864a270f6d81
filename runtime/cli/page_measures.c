/* page_measures.c - the measures of a specialization: figures, what would have counted, and the filters in words. */
#include "runtime/cli/page.h"

#include "runtime/cli/status.h"
#include "runtime/cli/style.h"
#include "runtime/cli/why.h"
#include "runtime/cli/words.h"

static void measures_count_cell(struct page *page, const char *name, uint64_t certain, uint64_t possible) {
    struct text text = {0};
    style_count(&text, certain, certain);
    if (possible != certain) text_add(&text, "\u2013"), style_count(&text, possible, possible);
    page_cell(page, "figure", name);
    html_text_of(&page->html, &text);
    html_end(&page->html);
    text_free(&text);
}

static void measures_row(struct page *page, const struct summary_measure *measure) {
    struct html *html = &page->html;
    const struct ledger_total *total = &measure->total;
    html_begin(html, "tr");
    html_begin(html, "th");
    html_attribute(html, "scope", "row");
    html_text(html, measure->measure->name);
    html_end(html);
    page_money_cell(page, "Certain", tally_net(&total->certain));
    page_money_cell(page, "Possible", tally_net(&total->possible));
    measures_count_cell(page, "Rows", total->certain.rows, total->possible.rows);
    measures_count_cell(page, "Customers", total->customers, total->customers_possible);
    html_end(html);
}

static void measures_excluded_row(struct page *page, const struct summary_measure *measure, size_t reason) {
    struct html *html = &page->html;
    const struct tally *tally = &measure->excluded[reason];
    if (!measure->in_force || !tally->rows) return;
    html_begin(html, "tr");
    html_begin(html, "th");
    html_attribute(html, "scope", "row");
    html_text(html, measure->measure->name);
    html_end(html);
    page_cell(page, NULL, "But for");
    html_text(html, summary_reason(&page->report->summary, reason));
    html_end(html);
    page_money_cell(page, "Amount", tally_net(tally));
    measures_count_cell(page, "Rows", tally->rows, tally->rows);
    html_end(html);
}

static void measures_excluded(struct page *page, const struct summary_measure *measures, uint16_t count) {
    static const struct page_column columns[] = {
        {"Measure", false}, {"But for", false}, {"Amount", true}, {"Rows", true}, {NULL, false}};
    size_t reasons = summary_reasons(&page->report->summary), found = 0;
    for (uint16_t m = 0; m < count; m++)
        for (size_t r = 0; r < reasons; r++)
            found += measures[m].in_force && measures[m].excluded[r].rows > 0;
    if (!found) return;
    page_table(page, "What would have counted", NULL, columns);
    for (uint16_t m = 0; m < count; m++)
        for (size_t r = 0; r < reasons; r++)
            measures_excluded_row(page, &measures[m], r);
    html_end(&page->html);
    html_end(&page->html);
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

/* The conditions of a clause that all clauses share, or the others. */
static void measures_clause(struct page *page, const struct assay_measure *measure, const struct assay_clause *clause,
                            bool common) {
    size_t count = 0;
    for (uint16_t i = 0; i < clause->condition_count; i++) {
        if (why_is_common(measure, &clause->conditions[i]) != common) continue;
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

static void measures_filter(struct page *page, const struct assay_specialization *specialization,
                            const struct assay_measure *measure) {
    struct html *html = &page->html;
    html_begin(html, "details");
    html_begin(html, "summary");
    html_textf(html, "What counts as %s", measure->name);
    html_end(html);
    html_begin(html, "p");
    page_source(page, specialization->file, measure->lines[0], &measure->cites);
    html_text(html, ". Usage where all of this holds:");
    html_end(html);
    if (measure->clause_count) measures_clause(page, measure, &measure->clauses[0], true);
    for (uint16_t c = 0; c < measure->clause_count; c++) {
        if (measure->clause_count > 1) measures_joint(html, &measure->clauses[c], c == 0);
        measures_clause(page, measure, &measure->clauses[c], false);
    }
    for (uint16_t i = 0; i < measure->note_count; i++)
        html_element(html, "p", "note", measure->notes[i]);
    html_end(html);
}

void page_measures(struct page *page) {
    static const struct page_column columns[] = {{"Measure", false}, {"Certain", true},   {"Possible", true},
                                                 {"Rows", true},     {"Customers", true}, {NULL, false}};
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
    page_table(page, "Over all months of the file", "measures", columns);
    for (uint16_t m = 0; m < specialization->measure_count; m++)
        if (measures[m].in_force) measures_row(page, &measures[m]);
    html_end(&page->html);
    html_end(&page->html);
    measures_excluded(page, measures, specialization->measure_count);
    for (uint16_t m = 0; m < specialization->measure_count; m++)
        if (measures[m].in_force) measures_filter(page, specialization, measures[m].measure);
}
