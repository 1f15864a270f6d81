/* page_makeup.c - what a sum is made of: months, and customers with their rows. */
#include "runtime/cli/page.h"

#include "runtime/cli/style.h"

#include <string.h>

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

/* The least numbers of its rows, and how many more there are. */
static void makeup_rows(struct page *page, const struct makeup_customer *customer) {
    uint64_t all = customer->certain.rows + customer->undecided.rows;
    struct text words = {0};
    for (uint32_t i = 0; i < customer->rows.count; i++)
        text_addf(&words, "%s%llu", i ? ", " : "", (unsigned long long)customer->rows.rows[i]);
    if (all > customer->rows.count) {
        text_add(&words, words.length ? " and " : "");
        style_count(&words, all - customer->rows.count, all - customer->rows.count);
        text_add(&words, " more");
    }
    page_cell(page, "rows", "Rows of the file");
    html_text_of(&page->html, &words);
    html_end(&page->html);
    text_free(&words);
}

static void makeup_needed(struct page *page, const struct outlook_breaker *breaker) {
    struct html *html = &page->html;
    html_begin_class(html, "span", "needed");
    html_text(html, breaker->then == ASSAY_NO ? "without it: not met" : "without it: cannot tell");
    html_end(html);
}

/* What shares are of: the certain sum, or the possible one where any row is undecided. */
static bool makeup_is_certain(const struct makeup_list *list) {
    return !list->undecided || list->outlook->verdict->possible <= 0;
}

/* The share, drawn and in percent. */
static void makeup_share(const struct makeup_list *list, assay_money certain, assay_money possible) {
    struct html *html = &list->page->html;
    bool settled = makeup_is_certain(list);
    assay_money whole = settled ? list->outlook->verdict->certain : list->outlook->verdict->possible;
    assay_money amount = settled ? certain : possible;
    struct page_bar bar = {.certain = certain, .possible = settled ? certain : possible, .high = whole};
    page_cell(list->page, "shares", settled ? "Share of certain" : "Share of possible");
    if (whole > 0) page_bar(list->page, &bar);
    if (whole / 1000 > 0 && amount > 0 && amount < whole / 1000) {
        html_text(html, "<0.1\u00A0%");
    } else if (whole / 1000 > 0 && amount > 0) {
        assay_money tenths = amount / (whole / 1000);
        html_textf(html, "%lld.%d\u00A0%%", (long long)(tenths / 10), (int)(tenths % 10));
    } else {
        html_text(html, "\u2013");
    }
    html_end(html);
}

/* The figures of a customer, or of several. */
static void makeup_figures(const struct makeup_list *list, const struct tally *certain, const struct tally *undecided) {
    const struct standing_verdict *verdict = list->outlook->verdict;
    assay_money surely = tally_net(certain), perhaps = surely + tally_net(undecided);
    page_money_cell(list->page, "Certain", standing_reached(verdict, surely));
    if (list->undecided) page_money_cell(list->page, "Possible", standing_reached(verdict, perhaps));
    makeup_share(list, surely, perhaps);
}

static void makeup_customer_row(const struct makeup_list *list, const struct makeup_customer *customer) {
    struct page *page = list->page;
    size_t length;
    const char *text = makeup_customer_text(&page->report->standings, customer->number, &length);
    const struct outlook_breaker *breaker = makeup_breaker(list->outlook, text);
    page_row(page, NULL);
    if (length)
        page_name_bytes(page, text, length);
    else
        html_text(&page->html, "not known by name");
    if (breaker) makeup_needed(page, breaker);
    html_end(&page->html);
    makeup_figures(list, &customer->certain, &customer->undecided);
    makeup_rows(page, customer);
    html_end(&page->html);
}

static void makeup_table(const struct makeup_list *list, const char *caption) {
    struct page_column columns[6] = {{"Customer", false}, {"Certain", true}};
    size_t count = 2;
    if (list->undecided) columns[count++] = (struct page_column){"Possible", true};
    columns[count++] = (struct page_column){makeup_is_certain(list) ? "Share of certain" : "Share of possible", false};
    columns[count] = (struct page_column){"Rows of the file", false};
    page_table(list->page, caption, "customers", columns);
}

/* ---- What makes the listed customers the sum ---- */

static void makeup_count_rows(const struct makeup_list *list, uint64_t rows) {
    struct text words = {0};
    style_rows(&words, rows);
    html_begin_class(&list->page->html, "td", "rows");
    html_text_of(&list->page->html, &words);
    html_end(&list->page->html);
    html_end(&list->page->html);
    text_free(&words);
}

static void makeup_others(const struct makeup_list *list, size_t first) {
    const struct makeup *makeup = list->makeup;
    struct tally certain = {0}, undecided = {0};
    if (first >= makeup->customer_count) return;
    for (size_t i = first; i < makeup->customer_count; i++)
        if (!tally_merge(&certain, &makeup->customers[i].certain) ||
            !tally_merge(&undecided, &makeup->customers[i].undecided))
            list->page->html.out->failed = true;
    page_row(list->page, "rest");
    html_textf(&list->page->html, "%zu more customers", makeup->customer_count - first);
    html_end(&list->page->html);
    makeup_figures(list, &certain, &undecided);
    makeup_count_rows(list, certain.rows + undecided.rows);
}

static void makeup_nobody(const struct makeup_list *list) {
    const struct makeup *makeup = list->makeup;
    if (!makeup->nobody_certain.rows && !makeup->nobody_undecided.rows) return;
    page_row(list->page, "rest");
    html_text(&list->page->html, "names no customer; counts in the sum alone");
    html_end(&list->page->html);
    makeup_figures(list, &makeup->nobody_certain, &makeup->nobody_undecided);
    makeup_count_rows(list, makeup->nobody_certain.rows + makeup->nobody_undecided.rows);
}

static void makeup_sum(const struct makeup_list *list) {
    const struct standing_verdict *verdict = list->outlook->verdict;
    struct page *page = list->page;
    page_row(page, "sum");
    html_text(&page->html, "Sum");
    html_end(&page->html);
    page_money_cell(page, "Certain", standing_reached(verdict, verdict->certain));
    if (list->undecided) page_money_cell(page, "Possible", standing_reached(verdict, verdict->possible));
    for (int i = 0; i < 2; i++)
        html_begin(&page->html, "td"), html_end(&page->html);
    html_end(&page->html);
}

static void makeup_depends(const struct makeup_list *list) {
    size_t count = list->outlook->breaker_count;
    if (!count) return;
    html_begin_class(&list->page->html, "p", "hangs");
    if (count == 1)
        html_text(&list->page->html,
                  "This line depends on a single customer, without whom it would not surely be met.");
    else
        html_textf(&list->page->html,
                   "This line depends on %zu customers: without any one of them it would not surely be met.", count);
    html_end(&list->page->html);
}

static bool makeup_undecided(const struct makeup *makeup) {
    bool undecided = makeup->nobody_undecided.rows > 0;
    for (size_t i = 0; !undecided && i < makeup->customer_count; i++)
        undecided = makeup->customers[i].undecided.rows > 0;
    return undecided;
}

/* Those beyond the largest, folded. */
static void makeup_more(const struct makeup_list *list, size_t first, size_t end) {
    struct html *html = &list->page->html;
    size_t count = list->makeup->customer_count;
    if (first >= end) return;
    html_begin(html, "details");
    html_begin(html, "summary");
    if (end < count)
        html_textf(html, "The customers from the %zu. to the %zu. of %zu", first + 1, end, count);
    else
        html_textf(html, "The other %zu customers", end - first);
    html_begin_class(html, "span", "unseen");
    html_textf(html, " of the line \u201C%s\u201D", list->outlook->verdict->requirement->text);
    html_end(html);
    html_end(html);
    makeup_table(list, "More customers");
    for (size_t i = first; i < end; i++)
        makeup_customer_row(list, &list->makeup->customers[i]);
    page_table_end(list->page);
    if (end < count) {
        html_begin(html, "p");
        html_textf(html, "The %zu largest of %zu customers are listed; status --customers all lists all of them.", end,
                   count);
        html_end(html);
    }
    html_end(html);
}

static void makeup_customers(const struct makeup_list *list) {
    size_t count = list->makeup->customer_count, most = report_customers(list->page->report, PAGE_CUSTOMERS);
    size_t listed = count < most ? count : most;
    size_t largest = listed < PAGE_LARGEST + 2 ? listed : PAGE_LARGEST;
    makeup_depends(list);
    if (!count && !list->makeup->nobody_certain.rows && !list->makeup->nobody_undecided.rows) return;
    makeup_table(list, "Customers, largest first");
    for (size_t i = 0; i < largest; i++)
        makeup_customer_row(list, &list->makeup->customers[i]);
    makeup_others(list, largest);
    makeup_nobody(list);
    makeup_sum(list);
    page_table_end(list->page);
    makeup_more(list, largest, listed);
}

void page_makeup(struct page *page, const struct outlook_verdict *outlook) {
    struct makeup makeup;
    struct makeup_list list = {page, &makeup, outlook, false};
    if (!makeup_make(&makeup, &page->report->standings, page->number, outlook->verdict,
                     &page->report->summary.run->samples))
        page->html.out->failed = true;
    else if (outlook->verdict->possible != 0 || makeup.customer_count) {
        page_months(page, &makeup, outlook);
        list.undecided = makeup_undecided(&makeup);
        makeup_customers(&list);
    }
    makeup_free(&makeup);
}
