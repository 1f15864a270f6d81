/* page.h - the report of `assay status` as one page of HTML: to be read, printed and sent on.
 *
 * The page stands alone: no script, nothing is fetched, a policy in its head says so. Figures are text; charts repeat
 * them for the eye and are hidden from screen readers. What may be long is bounded, and says how much more there is. */
#ifndef ASSAY_PAGE_H
#define ASSAY_PAGE_H

#include "runtime/base/html.h"
#include "runtime/cli/report_order.h"

#define PAGE_CUSTOMERS 25  /* listed per line */
#define PAGE_LARGEST   5   /* of them, shown without being asked */
#define PAGE_MONTHS    24  /* drawn as columns */
#define PAGE_DATES     20  /* listed per specialization */
#define PAGE_TEXTS     12  /* of what was not eligible, per reason */
#define PAGE_VALUES    60  /* written out per condition */
#define PAGE_TEXT      200 /* characters of a text from outside */

struct page {
    const struct report *report;
    struct html html;
    const struct report_ranked *ranked; /* what needs attention first; report->outlooks.count of them */
    size_t number;                      /* of the specialization that is being written, in the rules' order */
};

/* ---- Words: page_words.c ---- */

/* A text from outside: isolated, its end left out when it is long. */
void page_name(struct page *page, const char *text);
void page_name_bytes(struct page *page, const char *text, size_t length);

/* A text of the rules that begins a sentence or a heading: its first letter is a capital. */
void page_sentence(struct page *page, const char *text);

/* Texts for the page; free them. */
void page_money(struct text *out, assay_money amount, const char *currency);
void page_amount(struct text *out, const struct page *page, const struct standing_verdict *verdict, assay_money amount);
void page_date(struct text *out, uint32_t day);
const char *page_heads(const struct standing_verdict *verdict, uint64_t count);
const char *page_answer(enum assay_answer answer); /* "met", "not met", "cannot tell" */

/* A mark with its word: <span class="answer met">. */
void page_mark(struct page *page, enum assay_answer answer);

/* One figure of a <dl class="figures">: its name, and what `text` holds, which is freed. */
void page_figure(struct page *page, const char *name, struct text *text);

/* "FILE:LINE, citation", the secondary marked. */
void page_source(struct page *page, const char *file, uint32_t line, const struct assay_citation *cites);

/* The currency of the amounts. */
const char *page_currency(const struct page *page);

/* "Active" or "Not started". */
void page_status(struct page *page, const struct standing *standing);

/* ---- Tables ---- */

struct page_column {
    const char *name; /* NULL: the end of the list */
    bool figure;      /* on the right */
};

/* Begins a table with its head, up to its body; end body and table. `class_name` may be NULL. */
void page_table(struct page *page, const char *caption, const char *class_name, const struct page_column *columns);

/* Cells of its body: a name, which narrow screens show before it, and what stands there. The end is the caller's. */
void page_cell(struct page *page, const char *class_name, const char *name);
void page_money_cell(struct page *page, const char *name, assay_money amount);

/* ---- Which specializations ---- */

/* Whether the report is about it. */
bool page_shows(const struct page *page, const struct report_ranked *ranked);

/* Whether it is one of those that are not begun, which are told apart unless one was asked for. */
bool page_is_quiet(const struct page *page, const struct report_ranked *ranked);

/* ---- Charts: page_chart.c ---- */

struct page_bar {
    assay_money needed, certain, possible; /* needed 0: no threshold */
};
void page_bar(struct page *page, const struct page_bar *bar);

/* The same for counts. */
void page_bar_count(struct page *page, const struct standing_count *count);

/* A share of a whole: a bar without a threshold. */
void page_bar_share(struct page *page, assay_money part, assay_money whole);

/* Months as columns, each with a text for screen readers; `level`: a line across them, 0: none. */
void page_columns(struct page *page, const struct ledger_month *months, size_t count, assay_money level);

/* ---- Parts of the page, one file each ---- */

void page_style(struct html *html);
void page_overview(struct page *page);
void page_basis(struct page *page); /* the facts in the head */
void page_lines(struct page *page);
void page_makeup(struct page *page, const struct outlook_verdict *outlook); /* of an AMOUNT */
void page_measures(struct page *page);
void page_dates(struct page *page);
void page_doubts(struct page *page); /* what was not counted, and what cannot be told */

#endif
