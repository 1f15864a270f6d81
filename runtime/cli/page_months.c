/* page_months.c - the months of a line's window: a table, each row with its bar. */
#include "runtime/cli/page.h"

#include "runtime/usage/month.h"

struct months_list {
    struct page *page;
    const struct outlook_verdict *outlook;
    struct page_bar scale; /* that of all rows */
    bool undecided;        /* any row is */
};

static void months_name(const struct months_list *list, int32_t month) {
    char name[MONTH_TEXT];
    month_text(name, month);
    html_text(&list->page->html, name);
    if (list->outlook->has_leaving && list->outlook->leaving == month) {
        html_text(&list->page->html, " ");
        html_element(&list->page->html, "span", "tag", "leaves next");
    }
}

static void months_row(const struct months_list *list, const struct ledger_month *month) {
    struct page *page = list->page;
    struct page_bar bar = list->scale;
    bar.certain = tally_net(&month->certain);
    bar.possible = tally_net(&month->possible);
    page_row(page, NULL);
    months_name(list, month->month);
    html_end(&page->html);
    html_begin_class(&page->html, "td", "drawn");
    page_bar(page, &bar);
    html_end(&page->html);
    page_money_cell(page, "Certain", standing_reached(list->outlook->verdict, bar.certain));
    if (list->undecided) page_money_cell(page, "Possible", standing_reached(list->outlook->verdict, bar.possible));
    page_rows_cell(page, "Rows", month->certain.rows, month->possible.rows);
    html_end(&page->html);
}

static void months_sum(const struct months_list *list) {
    struct page *page = list->page;
    const struct standing_verdict *verdict = list->outlook->verdict;
    page_row(page, "sum");
    html_text(&page->html, "Sum");
    html_end(&page->html);
    html_begin_class(&page->html, "td", "drawn");
    html_end(&page->html);
    page_money_cell(page, "Certain", standing_reached(verdict, verdict->certain));
    if (list->undecided) page_money_cell(page, "Possible", standing_reached(verdict, verdict->possible));
    html_begin(&page->html, "td");
    html_end(&page->html);
    html_end(&page->html);
}

static void months_caption(const struct months_list *list, struct text *out) {
    text_add(out, "Months of the window");
    if (list->scale.needed <= 0) return;
    text_add(out, " (the mark: what a month needs on average, ");
    page_money(out, list->scale.needed, NULL);
    text_add_char(out, ')');
}

void page_months(struct page *page, const struct makeup *makeup, const struct outlook_verdict *outlook) {
    static const struct page_column columns[] = {{"Month", false},   {"Compared", false}, {"Certain", true},
                                                 {"Possible", true}, {"Rows", true},      {NULL, false}};
    static const struct page_column settled[] = {
        {"Month", false}, {"Compared", false}, {"Certain", true}, {"Rows", true}, {NULL, false}};
    struct months_list list = {.page = page, .outlook = outlook};
    struct text caption = {0};
    if (!makeup->month_count) return;
    list.scale.needed = outlook->verdict->needed / (assay_money)makeup->month_count;
    page_scale(&list.scale, list.scale.needed + list.scale.needed / 20);
    for (size_t i = 0; i < makeup->month_count; i++) {
        page_scale(&list.scale, tally_net(&makeup->months[i].certain));
        page_scale(&list.scale, tally_net(&makeup->months[i].possible));
        list.undecided |= makeup->months[i].possible.rows != makeup->months[i].certain.rows;
    }
    months_caption(&list, &caption);
    page_table(page, caption.failed ? "" : caption.data, "months", list.undecided ? columns : settled);
    for (size_t i = 0; i < makeup->month_count; i++)
        months_row(&list, &makeup->months[i]);
    months_sum(&list);
    page_table_end(page);
    text_free(&caption);
}
