/* page.h - the report of `assay status` as one page of HTML: to be read, printed and sent on.
 *
 * The page stands alone: no script, nothing is fetched, a policy in its head says so. Figures are text; charts repeat
 * them for the eye and are hidden from screen readers. What may be long is bounded, and says how much more there is. */
#ifndef ASSAY_PAGE_H
#define ASSAY_PAGE_H

#include "runtime/base/html.h"
#include "runtime/cli/report_order.h"
#include "runtime/cli/slug.h"
#include "runtime/usage/makeup.h"

#define PAGE_CUSTOMERS 25  /* listed per line, unless --customers says otherwise */
#define PAGE_LARGEST   5   /* of them, shown without being asked */
#define PAGE_DATES     20  /* listed per specialization */
#define PAGE_TEXTS     12  /* of what was not eligible, per reason */
#define PAGE_VALUES    60  /* written out per condition */
#define PAGE_TEXT      200 /* characters of a text from outside */

struct page {
    const struct report *report;
    struct html html;
    const struct report_ranked *ranked; /* what needs attention first; report->outlooks.count of them */
    size_t number;                      /* of the specialization that is being written, in the rules' order */
    char (*slugs)[SLUG_NUMBERED];       /* of specializations, in the rules' order, each once */
};

/* ---- Anchors, made of names, so that a link to them can be sent on: page_anchor.c ---- */

/* Fills page->slugs; free them. False when memory runs out. */
bool page_anchors_make(struct page *page);

/* The id of a line of the specialization being written, numbered as the rule file has them: "threat-protection.03"; of
 * a measure: "threat-protection.counts.sentinel-acr"; of an eligibility and of counting once: "rows.1". */
void page_line_anchor(struct text *out, const struct page *page, const struct assay_requirement *requirement);
void page_measure_anchor(struct text *out, const struct page *page, const struct assay_measure *measure);
void page_rows_anchor(struct text *out, size_t number);

/* Attributes of the element just begun; the text is freed. */
void page_identify(struct page *page, struct text *anchor);
void page_link(struct page *page, struct text *anchor);

/* A link with a text; the anchor is freed. */
void page_link_text(struct page *page, struct text *anchor, const char *text);

/* Begins a section with its heading, whose id is the place's name; end it. */
void page_section(struct page *page, const char *class_name, const char *place, const char *heading);

/* ---- Words: page_words.c ---- */

/* A text from outside: isolated, its end left out when it is long. */
void page_name(struct page *page, const char *text);
void page_name_bytes(struct page *page, const char *text, size_t length);

/* A text of the rules that begins a sentence or a heading: its first letter is a capital. */
void page_sentence(struct page *page, const char *text);

/* Texts for the page; free them. */
void page_money(struct text *out, assay_money amount, const char *currency);
void page_amount(struct text *out, const struct page *page, const struct standing_verdict *verdict, assay_money amount);

/* A mark with its word; and the mark alone, which screen readers do not see. */
void page_mark(struct page *page, enum assay_answer answer);
void page_sign(struct page *page, enum assay_answer answer);

/* What a figure is in a chart beside it, told by a swatch in front of its name. */
enum page_key { PAGE_PLAIN, PAGE_NEEDED, PAGE_CERTAIN, PAGE_POSSIBLE };

/* One figure of a <dl class="figures">: its name, and what `text` holds, which is freed. */
void page_figure(struct page *page, enum page_key key, const char *name, struct text *text);

/* A text, as a link that leaves the page where there is an address of the web: nothing is loaded by it. */
void page_leave(struct page *page, const char *address, const char *text);

/* "FILE:LINE, citation", the secondary marked. */
void page_source(struct page *page, const char *file, uint32_t line, const struct assay_citation *cites);

/* Where the next step of the specialization that is being written is taken; of what is Active, what that brings.
 * Nothing where the rules do not state it. */
void page_step(struct page *page, const struct standing *standing);

/* "Active" or "Not started". */
void page_status(struct page *page, const struct standing *standing);

/* ---- Tables ---- */

struct page_column {
    const char *name; /* NULL: the end of the list */
    bool figure;      /* on the right */
};

/* Begins a table with its head, up to its body; end body and table. `class_name` may be NULL. The caption of a table of
 * amounts (columns "Certain", "Amount") names the currency. */
void page_table(struct page *page, const char *caption, const char *class_name, const struct page_column *columns);

/* The same up to its bodies, which are the caller's. */
void page_table_head(struct page *page, const char *caption, const char *class_name, const struct page_column *columns);

/* Cells of its body: a name, which narrow screens show before it, and what stands there. The end is the caller's. */
void page_cell(struct page *page, const char *class_name, const char *name);
void page_money_cell(struct page *page, const char *name, assay_money amount);
void page_rows_cell(struct page *page, const char *name, uint64_t certain, uint64_t possible);

/* Begins a row and its header cell; end both. */
void page_row(struct page *page, const char *class_name);

/* Ends a table and its body. */
void page_table_end(struct page *page);

/* ---- Which specializations ---- */

/* Whether the report is about it. */
bool page_shows(const struct page *page, const struct report_ranked *ranked);

/* What will break of the specialization that is being written, at most so many; the rest is counted. */
void page_warnings(struct page *page, size_t most);

/* Whether it is one of those that are not begun, which are told apart unless one was asked for. */
bool page_is_quiet(const struct page *page, const struct report_ranked *ranked);

/* ---- Charts: page_chart.c ---- */

/* A bar from zero: what is certain is filled, what is only possible is hatched, a mark stands at what is needed (0: no
 * mark). The scale is from `low`, 0 or below, to `high`; both 0: the bar's own. */
struct page_bar {
    assay_money needed, certain, possible;
    assay_money low, high;
    bool idle; /* of what does not count */
};
void page_bar(struct page *page, const struct page_bar *bar);

/* That of a line's amount. */
struct page_bar page_bar_of(const struct standing_verdict *verdict);

/* The same for counts. */
void page_bar_count(struct page *page, const struct standing_count *count);

/* The bar of a verdict: of its amount, else of its count, in a few letters' room. False: it has none. */
bool page_gauge(struct page *page, const struct standing_verdict *verdict);

/* Widens a scale so that an amount is on it. */
void page_scale(struct page_bar *bar, assay_money amount);

/* The patterns and signs that all drawings use. */
void page_drawings(struct page *page);

/* ---- Parts of the page, one file each ---- */

void page_style(struct html *html);
void page_overview(struct page *page);
void page_basis(struct page *page); /* inputs, rules, how to make it again */
void page_glossary(struct page *page);
void page_lines(struct page *page);
void page_makeup(struct page *page, const struct outlook_verdict *outlook); /* of an AMOUNT */
void page_months(struct page *page, const struct makeup *makeup, const struct outlook_verdict *outlook);
void page_measures(struct page *page);

/* Clauses in words, any of which suffices; of a measure, what all of them share stands first. `measure` may be NULL. */
void page_conditions(struct page *page, const struct assay_clause *clauses, uint16_t count,
                     const struct assay_measure *measure);
void page_dates(struct page *page);
void page_doubts(struct page *page); /* what was not counted, and what cannot be told */

#endif
