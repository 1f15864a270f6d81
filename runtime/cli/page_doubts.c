/* page_doubts.c - what was not counted, what counts by an alias only, and what cannot be told. */
#include "runtime/cli/page.h"

#include "runtime/cli/status.h"
#include "runtime/cli/style.h"

#include <stdlib.h>

static void doubts_cells(struct page *page, const struct tally *tally, const char *remark) {
    struct html *html = &page->html;
    struct text rows = {0};
    page_money_cell(page, "Amount", tally_net(tally));
    style_count(&rows, tally->rows, tally->rows);
    page_cell(page, "figure", "Rows");
    html_text_of(html, &rows);
    html_end(html);
    html_element(html, "td", NULL, remark);
    text_free(&rows);
}

static void doubts_row_begin(struct page *page, const char *class_name) {
    html_begin(&page->html, "tr");
    html_begin_class(&page->html, "th", class_name);
    html_attribute(&page->html, "scope", "row");
}

static void doubts_text(struct page *page, const struct excluded_text *text, bool blank) {
    doubts_row_begin(page, "within");
    if (blank)
        html_text(&page->html, "blank");
    else
        page_name(page, text->shown);
    html_end(&page->html);
    doubts_cells(page, &text->tally, text->known ? "" : "unknown spelling");
    html_end(&page->html);
}

static void doubts_more(struct page *page, size_t count, const struct tally *rest) {
    if (!count) return;
    doubts_row_begin(page, "within");
    html_textf(&page->html, "%zu more texts; --format json lists all", count);
    html_end(&page->html);
    doubts_cells(page, rest, "");
    html_end(&page->html);
}

static void doubts_reason(struct page *page, uint16_t e) {
    const struct run *run = page->report->summary.run;
    const struct excluded_reason *reason = &run->excluded.reasons[e];
    struct tally rest = reason->others;
    size_t count;
    const struct excluded_text **texts = status_texts(reason, &count);
    if (!texts) page->html.out->failed = true;
    doubts_row_begin(page, NULL);
    html_text(&page->html, run->rules->usage->eligibilities[e].reason);
    html_end(&page->html);
    doubts_cells(page, &reason->all, "");
    html_end(&page->html);
    if (reason->blank.tally.rows) doubts_text(page, &reason->blank, true);
    for (size_t t = 0; texts && t < count; t++) {
        if (t < PAGE_TEXTS)
            doubts_text(page, texts[t], false);
        else if (!tally_merge(&rest, &texts[t]->tally))
            page->html.out->failed = true;
    }
    doubts_more(page, texts && count > PAGE_TEXTS ? count - PAGE_TEXTS : 0, &rest);
    free(texts);
}

static void doubts_duplicates(struct page *page) {
    const struct run *run = page->report->summary.run;
    struct tally all = {0};
    for (uint32_t i = 0; i < run->excluded.room; i++)
        if (!tally_merge(&all, &run->excluded.duplicates[i])) page->html.out->failed = true;
    doubts_row_begin(page, NULL);
    html_text(&page->html, "duplicates");
    html_end(&page->html);
    doubts_cells(page, &all, "the same consumption, counted once");
    html_end(&page->html);
}

static void doubts_excluded(struct page *page) {
    static const struct page_column columns[] = {
        {"Reason", false}, {"Amount", true}, {"Rows", true}, {"Remark", false}, {NULL, false}};
    const struct run *run = page->report->summary.run;
    uint64_t rows = run->dropped;
    for (uint16_t e = 0; e < run->rules->usage->eligibility_count; e++)
        rows += run->excluded.reasons[e].all.rows;
    if (!rows) {
        html_element(&page->html, "p", NULL, "Every row that could be read is eligible, and none is a duplicate.");
        return;
    }
    page_table(page, "Rows that count for nothing, whatever they match", NULL, columns);
    for (uint16_t e = 0; e < run->rules->usage->eligibility_count; e++)
        if (run->excluded.reasons[e].all.rows) doubts_reason(page, e);
    if (run->dropped) doubts_duplicates(page);
    html_end(&page->html);
    html_end(&page->html);
}

static void doubts_aliases(struct page *page) {
    static const struct page_column columns[] = {
        {"Text", false}, {"Amount", true}, {"Rows", true}, {"Means", false}, {NULL, false}};
    const struct summary *summary = &page->report->summary;
    size_t count = 0;
    for (size_t a = 0; a < summary->alias_count; a++) {
        const struct summary_alias *alias = &summary->aliases[a];
        struct text means = {0};
        if (!alias->tally.rows) continue;
        if (count++ == 0) page_table(page, "What counts by another name only", NULL, columns);
        doubts_row_begin(page, NULL);
        html_text(&page->html, alias->text);
        html_end(&page->html);
        text_addf(&means, "\u201C%s\u201D in %s", alias->means, summary->run->rules->usage->fields[alias->field].name);
        doubts_cells(page, &alias->tally, means.failed ? "" : means.data);
        html_end(&page->html);
        text_free(&means);
    }
    if (!count) return;
    html_end(&page->html);
    html_end(&page->html);
}

static void doubts_settles(struct page *page, uint64_t rows, assay_money amount) {
    struct text words = {0};
    text_add(&words, " would settle ");
    style_rows(&words, rows);
    text_add(&words, " and ");
    page_money(&words, amount, page_currency(page));
    text_add(&words, ".");
    html_text_of(&page->html, &words);
    text_free(&words);
}

static void doubts_undecided(struct page *page) {
    const struct undecided *undecided = &page->report->summary.undecided;
    struct html *html = &page->html;
    struct text words = {0};
    if (!undecided->rows) return;
    style_rows(&words, undecided->rows);
    text_add(&words, " worth ");
    page_money(&words, undecided->amount, page_currency(page));
    html_begin(html, "p");
    html_text_of(html, &words);
    html_text(html, " (charges and credits added up) cannot be told: the file lacks a column that decides. ");
    if (undecided->declared.fields && undecided->declared.rows) {
        html_element(html, "code", NULL, "--assume declared");
        doubts_settles(page, undecided->declared.rows, undecided->declared.amount);
    }
    html_end(html);
    text_free(&words);
}

void page_doubts(struct page *page) {
    struct html *html = &page->html;
    html_begin_class(html, "section", "doubts");
    html_attribute(html, "aria-labelledby", "doubts");
    html_begin(html, "h2");
    html_attribute(html, "id", "doubts");
    html_text(html, "Not counted, and not certain");
    html_end(html);
    doubts_undecided(page);
    doubts_excluded(page);
    doubts_aliases(page);
    html_end(html);
}
