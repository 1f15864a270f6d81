/* page_makeup.c - what a sum is made of: months, customers, rows. */
#include "runtime/cli/page.h"

#include "runtime/cli/style.h"
#include "runtime/usage/makeup.h"
#include "runtime/usage/month.h"

#include <string.h>

/* ---- Months ---- */

static void makeup_month_row(struct page *page, const struct ledger_month *month) {
    char name[MONTH_TEXT];
    struct html *html = &page->html;
    struct text rows = {0};
    month_text(name, month->month);
    html_begin(html, "tr");
    html_begin(html, "th");
    html_attribute(html, "scope", "row");
    html_text(html, name);
    html_end(html);
    page_money_cell(page, "Certain", tally_net(&month->certain));
    page_money_cell(page, "Possible", tally_net(&month->possible));
    style_count(&rows, month->certain.rows, month->possible.rows);
    page_cell(page, "figure", "Rows");
    html_text_of(html, &rows);
    html_end(html);
    html_end(html);
    text_free(&rows);
}

/* The columns; their dashed line needs a word. */
static void makeup_columns(struct page *page, const struct makeup *makeup, const struct standing_verdict *verdict) {
    struct html *html = &page->html;
    struct text words = {0};
    assay_money level = verdict->needed / (assay_money)makeup->month_count;
    page_columns(page, makeup->months, makeup->month_count, level);
    page_money(&words, level, page_currency(page));
    html_begin_class(html, "p", "soft");
    html_text(html, "The dashed line is what is needed in a month on average, ");
    html_text_of(html, &words);
    html_text(html, ".");
    html_end(html);
    text_free(&words);
}

static void makeup_months(struct page *page, const struct makeup *makeup, const struct standing_verdict *verdict) {
    static const struct page_column columns[] = {
        {"Month", false}, {"Certain", true}, {"Possible", true}, {"Rows", true}, {NULL, false}};
    struct html *html = &page->html;
    if (!makeup->month_count) return;
    if (makeup->month_count <= PAGE_MONTHS) makeup_columns(page, makeup, verdict);
    html_begin(html, "details");
    html_element(html, "summary", NULL, "Month by month");
    page_table(page, "The months of the window", NULL, columns);
    for (size_t i = 0; i < makeup->month_count; i++)
        makeup_month_row(page, &makeup->months[i]);
    html_end(html);
    html_end(html);
    html_end(html);
}

/* ---- Customers ---- */

/* A line's customers on their way. */
struct makeup_list {
    struct page *page;
    const struct makeup *makeup;
    const struct outlook_verdict *outlook;
    bool undecided; /* any of their rows is */
};

static const struct outlook_breaker *makeup_breaker(const struct outlook_verdict *outlook, const char *text) {
    for (size_t i = 0; i < outlook->breaker_count; i++)
        if (strcmp(outlook->breakers[i].customer, text) == 0) return &outlook->breakers[i];
    return NULL;
}

static void makeup_rows(struct page *page, const struct makeup_customer *customer) {
    struct html *html = &page->html;
    uint64_t all = customer->certain.rows + customer->undecided.rows;
    struct text words = {0};
    style_rows(&words, all);
    html_begin(html, "details");
    html_begin(html, "summary");
    html_text_of(html, &words);
    html_end(html);
    text_clear(&words);
    text_add(&words, all == 1 ? "Row " : "Rows ");
    for (uint32_t i = 0; i < customer->rows.count; i++)
        text_addf(&words, "%s%llu", i ? ", " : "", (unsigned long long)customer->rows.rows[i]);
    if (all > customer->rows.count) {
        text_add(&words, " and ");
        style_count(&words, all - customer->rows.count, all - customer->rows.count);
        text_add(&words, " more");
    }
    html_begin(html, "p");
    html_text_of(html, &words);
    html_end(html);
    html_end(html);
    text_free(&words);
}

static void makeup_needed(struct page *page, const struct outlook_breaker *breaker) {
    struct html *html = &page->html;
    html_begin_class(html, "span", "needed");
    html_text(html, breaker->then == ASSAY_NO ? "without it: not met" : "without it: cannot tell");
    html_end(html);
}

/* Its share of the certain sum, drawn and in percent. */
static void makeup_share(struct page *page, assay_money amount, assay_money sum) {
    struct html *html = &page->html;
    page_cell(page, "shares", "Share of certain");
    page_bar_share(page, amount, sum);
    if (sum > 0 && amount > 0 && sum / 1000 > 0) {
        assay_money tenths = amount / (sum / 1000);
        html_textf(html, "%d.%d\u00A0%%", (int)(tenths / 10), (int)(tenths % 10));
    } else {
        html_text(html, "\u2013");
    }
    html_end(html);
}

static void makeup_customer_row(const struct makeup_list *list, const struct makeup_customer *customer) {
    struct page *page = list->page;
    struct html *html = &page->html;
    size_t length;
    const char *text = makeup_customer_text(&page->report->standings, customer->number, &length);
    const struct outlook_breaker *breaker = makeup_breaker(list->outlook, text);
    html_begin(html, "tr");
    html_begin(html, "th");
    html_attribute(html, "scope", "row");
    if (length)
        page_name_bytes(page, text, length);
    else
        html_text(html, "not known by name");
    if (breaker) makeup_needed(page, breaker);
    html_end(html);
    page_money_cell(page, "Certain", tally_net(&customer->certain));
    if (list->undecided)
        page_money_cell(page, "Possible", tally_net(&customer->certain) + tally_net(&customer->undecided));
    makeup_share(page, tally_net(&customer->certain), list->outlook->verdict->certain);
    page_cell(page, NULL, NULL);
    makeup_rows(page, customer);
    html_end(html);
    html_end(html);
}

static void makeup_customer_table(const struct makeup_list *list, const char *caption, size_t first, size_t end) {
    static const struct page_column columns[] = {{"Customer", false},         {"Certain", true}, {"Possible", true},
                                                 {"Share of certain", false}, {"Rows", false},   {NULL, false}};
    static const struct page_column settled[] = {
        {"Customer", false}, {"Certain", true}, {"Share of certain", false}, {"Rows", false}, {NULL, false}};
    page_table(list->page, caption, "customers", list->undecided ? columns : settled);
    for (size_t i = first; i < end; i++)
        makeup_customer_row(list, &list->makeup->customers[i]);
    html_end(&list->page->html);
    html_end(&list->page->html);
}

/* Customers beyond those listed, and money that names no customer. */
static void makeup_rest(const struct makeup_list *list) {
    struct page *page = list->page;
    struct html *html = &page->html;
    const struct makeup *makeup = list->makeup;
    struct text words = {0};
    if (makeup->customer_count > PAGE_CUSTOMERS)
        html_begin(html, "p"),
            html_textf(html, "The %d largest of %zu customers are listed, and the first %u rows of each.",
                       PAGE_CUSTOMERS, makeup->customer_count, SAMPLES_KEPT),
            html_end(html);
    if (!makeup->nobody_certain.rows && !makeup->nobody_undecided.rows) return;
    page_money(&words, tally_net(&makeup->nobody_certain) + tally_net(&makeup->nobody_undecided), page_currency(page));
    html_begin(html, "p");
    html_text(html, "Another ");
    html_text_of(html, &words);
    html_text(html, " name no customer: they count in the sum alone.");
    html_end(html);
    text_free(&words);
}

static void makeup_depends(const struct makeup_list *list) {
    size_t count = list->outlook->breaker_count;
    if (!count) return;
    html_begin_class(&list->page->html, "p", "hangs");
    if (count == 1)
        html_text(&list->page->html, "This line hangs on a single customer, without whom it would not surely be met.");
    else
        html_textf(&list->page->html,
                   "This line hangs on %zu customers: without any one of them it would not surely be met.", count);
    html_end(&list->page->html);
}

static bool makeup_undecided(const struct makeup *makeup) {
    bool undecided = false;
    for (size_t i = 0; !undecided && i < makeup->customer_count; i++)
        undecided = makeup->customers[i].undecided.rows > 0;
    return undecided;
}

static void makeup_customers(const struct makeup_list *list) {
    struct html *html = &list->page->html;
    size_t count = list->makeup->customer_count;
    size_t listed = count < PAGE_CUSTOMERS ? count : PAGE_CUSTOMERS;
    size_t largest = listed < PAGE_LARGEST + 2 ? listed : PAGE_LARGEST;
    makeup_depends(list);
    if (!count) return;
    makeup_customer_table(list, "Customers, largest first", 0, largest);
    if (listed > largest) {
        html_begin(html, "details");
        html_begin(html, "summary");
        html_textf(html, "%zu more customers", count - largest);
        html_end(html);
        makeup_customer_table(list, "More customers", largest, listed);
        html_end(html);
    }
    makeup_rest(list);
}

void page_makeup(struct page *page, const struct outlook_verdict *outlook) {
    struct makeup makeup;
    struct makeup_list list = {page, &makeup, outlook, false};
    if (!makeup_make(&makeup, &page->report->standings, page->number, outlook->verdict,
                     &page->report->summary.run->samples))
        page->html.out->failed = true;
    else if (outlook->verdict->possible != 0 || makeup.customer_count) {
        makeup_months(page, &makeup, outlook->verdict);
        list.undecided = makeup_undecided(&makeup);
        makeup_customers(&list);
    }
    makeup_free(&makeup);
}
