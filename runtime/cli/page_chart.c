/* page_chart.c - bars and columns. They repeat what stands beside them as text. */
#include "runtime/cli/page.h"

#include "runtime/usage/month.h"

#define CHART_SCALE 1000

/* Parts of a thousand; what is below zero is none. */
static unsigned chart_part(assay_money amount, assay_money whole) {
    assay_money unit = whole / CHART_SCALE;
    if (amount <= 0 || whole <= 0) return 0;
    if (amount >= whole) return CHART_SCALE;
    return (unsigned)(unit ? amount / unit : amount * CHART_SCALE / whole);
}

static assay_money chart_larger(assay_money a, assay_money b) {
    return a > b ? a : b;
}

struct chart_box {
    unsigned x, y, width, height;
};

static void chart_rect(struct html *html, const char *class_name, struct chart_box box) {
    if (box.width == 0 || box.height == 0) return;
    html_begin_class(html, "rect", class_name);
    html_attributef(html, "x", "%u", box.x);
    html_attributef(html, "y", "%u", box.y);
    html_attributef(html, "width", "%u", box.width);
    html_attributef(html, "height", "%u", box.height);
    html_end(html);
}

static void chart_begin(struct html *html, const char *class_name, const char *view) {
    html_begin_class(html, "svg", class_name);
    html_attribute(html, "viewBox", view);
    html_attribute(html, "preserveAspectRatio", "none");
    html_attribute(html, "aria-hidden", "true");
}

static void chart_line(struct html *html, const char *class_name, struct chart_box box) {
    html_begin_class(html, "line", class_name);
    html_attributef(html, "x1", "%u", box.x);
    html_attributef(html, "y1", "%u", box.y);
    html_attributef(html, "x2", "%u", box.x + box.width);
    html_attributef(html, "y2", "%u", box.y + box.height);
    html_end(html);
}

/* A line that must be seen on what is filled too: there is paper around it. */
static void chart_marked(struct html *html, const char *class_name, struct chart_box box) {
    chart_line(html, "under", box);
    chart_line(html, class_name, box);
}

void page_bar(struct page *page, const struct page_bar *bar) {
    struct html *html = &page->html;
    assay_money whole = chart_larger(bar->needed, chart_larger(bar->certain, bar->possible));
    assay_money most = chart_larger(bar->certain, bar->possible);
    /* The threshold keeps off the end, so that its mark can be told from the end of the bar. */
    assay_money scale = whole > bar->needed ? whole : whole + whole / 20;
    unsigned certain = chart_part(bar->certain, scale), possible = chart_part(most, scale);
    chart_begin(html, "bar", "0 0 1000 10");
    chart_rect(html, "track", (struct chart_box){0, 0, CHART_SCALE, 10});
    if (possible > certain) chart_rect(html, "possible", (struct chart_box){certain, 0, possible - certain, 10});
    chart_rect(html, "certain", (struct chart_box){0, 0, certain, 10});
    if (bar->needed > 0) chart_marked(html, "need", (struct chart_box){chart_part(bar->needed, scale), 0, 0, 10});
    html_end(html);
}

void page_bar_count(struct page *page, const struct standing_count *count) {
    assay_money limit = (assay_money)1 << 64;
    page_bar(page, &(struct page_bar){(assay_money)count->needed * limit, (assay_money)count->certain * limit,
                                      (assay_money)count->possible * limit});
}

void page_bar_share(struct page *page, assay_money part, assay_money whole) {
    chart_begin(&page->html, "bar share", "0 0 1000 10");
    chart_rect(&page->html, "track", (struct chart_box){0, 0, CHART_SCALE, 10});
    chart_rect(&page->html, "certain", (struct chart_box){0, 0, chart_part(part, whole), 10});
    html_end(&page->html);
}

/* ---- Months ---- */

static void chart_column(struct html *html, const struct ledger_month *month, assay_money scale, assay_money level) {
    unsigned certain = chart_part(tally_net(&month->certain), scale);
    unsigned most = chart_part(tally_net(&month->possible), scale);
    chart_begin(html, "column", "0 0 10 1000");
    if (most > certain) chart_rect(html, "possible", (struct chart_box){1, CHART_SCALE - most, 8, most - certain});
    chart_rect(html, "certain", (struct chart_box){1, CHART_SCALE - certain, 8, certain});
    chart_line(html, "base", (struct chart_box){0, CHART_SCALE, 10, 0});
    if (level > 0) chart_marked(html, "level", (struct chart_box){0, CHART_SCALE - chart_part(level, scale), 10, 0});
    html_end(html);
}

static void chart_month_text(struct html *html, const struct ledger_month *month) {
    char name[MONTH_TEXT];
    struct text words = {0};
    month_text(name, month->month);
    text_addf(&words, "%s: ", name);
    page_money(&words, tally_net(&month->certain), NULL);
    text_add(&words, " certain");
    if (month->possible.rows > month->certain.rows) {
        text_add(&words, ", ");
        page_money(&words, tally_net(&month->possible), NULL);
        text_add(&words, " possible");
    }
    html_begin_class(html, "span", "unseen");
    html_text_of(html, &words);
    html_end(html);
    text_free(&words);
}

/* "Mar", and the year below the first one and each January. */
static void chart_label(struct html *html, const struct ledger_month *month, bool first) {
    static const char *const names[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    html_begin_class(html, "span", "month");
    html_attribute(html, "aria-hidden", "true");
    html_text(html, names[month->month % 12]);
    if (first || month->month % 12 == 0) {
        html_begin(html, "br");
        html_end(html);
        html_textf(html, "%04d", (int)(month->month / 12));
    }
    html_end(html);
}

void page_columns(struct page *page, const struct ledger_month *months, size_t count, assay_money level) {
    struct html *html = &page->html;
    assay_money scale = level;
    for (size_t i = 0; i < count; i++)
        scale = chart_larger(scale, chart_larger(tally_net(&months[i].certain), tally_net(&months[i].possible)));
    scale += scale / 20;
    html_begin_class(html, "ol", "columns");
    for (size_t i = 0; i < count; i++) {
        html_begin(html, "li");
        chart_month_text(html, &months[i]);
        chart_column(html, &months[i], scale, level);
        chart_label(html, &months[i], i == 0);
        html_end(html);
    }
    html_end(html);
}
