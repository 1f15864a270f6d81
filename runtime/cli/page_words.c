/* page_words.c - names, amounts and marks of the page. */
#include "runtime/cli/page.h"

#include "runtime/base/address.h"
#include "runtime/base/utf8.h"
#include "runtime/cli/gauge.h"
#include "runtime/cli/style.h"

#include <string.h>

void page_name_bytes(struct page *page, const char *text, size_t length) {
    size_t end = 0;
    for (size_t characters = 0; end < length && characters < PAGE_TEXT; characters++) {
        size_t size = utf8_character(text + end, length - end);
        end += size ? size : 1;
    }
    html_isolated(&page->html, text, end);
    if (end < length) html_text(&page->html, "\u2026");
}

void page_name(struct page *page, const char *text) {
    page_name_bytes(page, text, strlen(text));
}

void page_sentence(struct page *page, const char *text) {
    char first = *text >= 'a' && *text <= 'z' ? (char)(*text - 'a' + 'A') : *text;
    html_text_bytes(&page->html, &first, first != '\0' && (unsigned char)first < 0x80);
    html_text(&page->html, text + (first != '\0' && (unsigned char)first < 0x80));
}

/* A minus is no hyphen, and figures stay on one line with their unit. */
static void page_figures(struct text *out, const char *figures) {
    bool negative = *figures == '-';
    if (negative) text_add(out, "\u2212");
    text_add(out, figures + negative);
}

void page_money(struct text *out, assay_money amount, const char *currency) {
    char cents[ASSAY_MONEY_TEXT];
    assay_money_cents(cents, amount);
    page_figures(out, cents);
    if (currency) text_addf(out, "\u00A0%s", currency);
}

void page_amount(struct text *out, const struct page *page, const struct standing_verdict *verdict,
                 assay_money amount) {
    char exact[ASSAY_MONEY_TEXT];
    if (verdict->requirement->kind == ASSAY_REQUIRES_AMOUNT) {
        page_money(out, amount, report_currency(page->report));
        return;
    }
    assay_money_exact(exact, amount);
    if (*exact == '-') text_add(out, "\u2212");
    style_grouped(out, exact + (*exact == '-'));
    if (verdict->requirement->percent) text_add(out, "\u00A0percent");
}

void page_mark(struct page *page, enum assay_answer answer) {
    static const char *const classes[] = {"answer no", "answer yes", "answer open"};
    html_begin_class(&page->html, "span", classes[answer]);
    page_sign(page, answer);
    html_text(&page->html, gauge_words(answer));
    html_end(&page->html);
}

void page_figure(struct page *page, enum page_key key, const char *name, struct text *text) {
    static const char *const keys[] = {NULL, "need", "certain", "possible"};
    struct html *html = &page->html;
    html_begin(html, "div");
    html_element(html, "dt", keys[key], name);
    html_begin(html, "dd");
    html_text_of(html, text);
    html_end(html);
    html_end(html);
    text_free(text);
}

void page_leave(struct page *page, const char *address, const char *text) {
    struct html *html = &page->html;
    bool link = address && address_is_good(address);
    if (link) html_begin(html, "a");
    if (link) html_attribute(html, "href", address);
    if (link) html_attribute(html, "rel", "noreferrer");
    html_text(html, text);
    if (link) html_end(html);
}

void page_source(struct page *page, const char *file, uint32_t line, const struct assay_citation *cites) {
    struct html *html = &page->html;
    html_begin(html, "code");
    html_textf(html, "%s:%u", file, line);
    html_end(html);
    if (!cites->title) return;
    html_text(html, ", ");
    html_begin(html, "cite");
    page_leave(page, cites->address, cites->title);
    html_end(html);
    struct text date = {0};
    if (cites->date) style_date(&date, cites->date);
    if (cites->date) html_textf(html, ", %s", date.failed ? "" : date.data);
    text_free(&date);
    if (!cites->secondary) return;
    html_text(html, " ");
    html_element(html, "strong", "secondary", "secondary source");
}

void page_cell(struct page *page, const char *class_name, const char *name) {
    html_begin_class(&page->html, "td", class_name);
    html_attribute(&page->html, "data-name", name);
}

void page_money_cell(struct page *page, const char *name, assay_money amount) {
    struct text text = {0};
    page_money(&text, amount, NULL);
    page_cell(page, "figure", name);
    html_text_of(&page->html, &text);
    html_end(&page->html);
    text_free(&text);
}

void page_rows_cell(struct page *page, const char *name, uint64_t certain, uint64_t possible) {
    struct text text = {0};
    style_count(&text, certain, possible);
    page_cell(page, "figure", name);
    html_text_of(&page->html, &text);
    html_end(&page->html);
    text_free(&text);
}

void page_row(struct page *page, const char *class_name) {
    html_begin_class(&page->html, "tr", class_name);
    html_begin(&page->html, "th");
    html_attribute(&page->html, "scope", "row");
}

void page_table_end(struct page *page) {
    html_end(&page->html);
    html_end(&page->html);
}

void page_table_head(struct page *page, const char *caption, const char *class_name,
                     const struct page_column *columns) {
    struct html *html = &page->html;
    bool money = false;
    for (const struct page_column *column = columns; column->name; column++)
        money = money || strcmp(column->name, "Certain") == 0 || strcmp(column->name, "Amount") == 0;
    html_begin_class(html, "table", class_name);
    html_begin(html, "caption");
    html_text(html, caption);
    if (money) html_textf(html, ", in %s", report_currency(page->report));
    html_end(html);
    html_begin(html, "thead");
    html_begin(html, "tr");
    for (; columns->name; columns++) {
        html_begin_class(html, "th", columns->figure ? "figure" : NULL);
        html_attribute(html, "scope", "col");
        html_text(html, columns->name);
        html_end(html);
    }
    html_end(html);
    html_end(html);
}

void page_table(struct page *page, const char *caption, const char *class_name, const struct page_column *columns) {
    page_table_head(page, caption, class_name, columns);
    html_begin(&page->html, "tbody");
}
