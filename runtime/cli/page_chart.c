/* page_chart.c - bars, and what they are drawn with. They repeat what stands beside them as text. */
#include "runtime/cli/page.h"

#define CHART_SCALE 1000

/* Parts of a thousand; what is below zero is none. */
static unsigned chart_part(assay_money amount, assay_money whole) {
    assay_money unit = whole / CHART_SCALE;
    if (amount <= 0 || whole <= 0) return 0;
    if (amount >= whole) return CHART_SCALE;
    assay_money part = unit ? amount / unit : amount * CHART_SCALE / whole;
    return part > CHART_SCALE ? CHART_SCALE : (unsigned)part;
}

static assay_money chart_larger(assay_money a, assay_money b) {
    return a > b ? a : b;
}

void page_scale(struct page_bar *bar, assay_money amount) {
    if (amount < bar->low) bar->low = amount;
    if (amount > bar->high) bar->high = amount;
}

/* Where an amount is on the scale. Halved, so that no difference is too large. */
static unsigned chart_place(const struct page_bar *bar, assay_money amount) {
    return chart_part(amount / 2 - bar->low / 2, bar->high / 2 - bar->low / 2);
}

static void chart_percent(struct html *html, const char *name, unsigned part) {
    if (part % 10)
        html_attributef(html, name, "%u.%u%%", part / 10, part % 10);
    else
        html_attributef(html, name, "%u%%", part / 10);
}

static void chart_span(struct html *html, const char *class_name, unsigned from, unsigned to) {
    unsigned left = from < to ? from : to, right = from < to ? to : from;
    if (left == right) return;
    html_begin_class(html, "rect", class_name);
    if (left) chart_percent(html, "x", left);
    chart_percent(html, "width", right - left);
    html_attribute(html, "height", "100%");
    html_end(html);
}

/* Lines: the one at zero, where the scale goes below it, and the mark, which has paper around it to be seen anywhere.
 */
static void chart_mark(struct html *html, const char *class_name, unsigned place) {
    html_begin_class(html, "rect", class_name);
    chart_percent(html, "x", place);
    html_attribute(html, "height", "100%");
    html_end(html);
}

static void chart_begin(struct html *html, const char *class_name) {
    html_begin_class(html, "svg", class_name);
    html_attribute(html, "aria-hidden", "true");
}

static void chart_bar(struct page *page, const struct page_bar *bar, const char *class_name) {
    struct html *html = &page->html;
    unsigned zero = chart_place(bar, 0), certain = chart_place(bar, bar->certain);
    chart_begin(html, class_name);
    chart_span(html, bar->idle ? "idle" : "certain", zero, certain);
    chart_span(html, "possible", certain, chart_place(bar, bar->possible));
    if (bar->low < 0) chart_mark(html, "zero", zero);
    if (bar->needed > 0) chart_mark(html, "need", chart_place(bar, bar->needed));
    html_end(html);
}

/* The bar's own scale. What is needed keeps off the end, so that its mark can be told from the end of the bar. */
static struct page_bar chart_scaled(const struct page_bar *bar) {
    struct page_bar scaled = *bar;
    if (scaled.low || scaled.high) return scaled;
    assay_money most = chart_larger(bar->certain, bar->possible);
    scaled.high = most > bar->needed ? most : bar->needed + bar->needed / 20;
    scaled.low = 0;
    return scaled;
}

void page_bar(struct page *page, const struct page_bar *bar) {
    struct page_bar scaled = chart_scaled(bar);
    chart_bar(page, &scaled, "bar");
}

static struct page_bar chart_of_count(const struct standing_count *count) {
    assay_money unit = (assay_money)1 << 56;
    return (struct page_bar){.needed = (assay_money)count->needed * unit,
                             .certain = (assay_money)count->certain * unit,
                             .possible = (assay_money)count->possible * unit};
}

void page_bar_count(struct page *page, const struct standing_count *count) {
    struct page_bar bar = chart_of_count(count);
    page_bar(page, &bar);
}

/* Of a sum the least and the most that it may be: what the words beside it tell. */
struct page_bar page_bar_of(const struct standing_verdict *verdict) {
    bool sum = verdict->requirement->kind == ASSAY_REQUIRES_AMOUNT;
    return (struct page_bar){.needed = verdict->needed,
                             .certain = sum ? verdict->least : verdict->certain,
                             .possible = sum ? verdict->greatest : verdict->possible};
}

bool page_gauge(struct page *page, const struct standing_verdict *verdict) {
    struct page_bar bar = page_bar_of(verdict);
    if (!verdict->has_amount && !verdict->count.asked) return false;
    if (verdict->has_amount ? !verdict->known : !verdict->count.needed) return false;
    if (!verdict->has_amount) bar = chart_of_count(&verdict->count);
    bar = chart_scaled(&bar);
    chart_bar(page, &bar, "bar gauge");
    return true;
}

/* ---- What is drawn with ---- */

static void chart_symbol(struct html *html, const char *name, const char *path) {
    html_begin(html, "symbol");
    html_attribute(html, "id", name);
    html_attribute(html, "viewBox", "0 0 16 16");
    html_begin(html, "path");
    html_attribute(html, "d", path);
    html_end(html);
    html_end(html);
}

void page_drawings(struct page *page) {
    struct html *html = &page->html;
    chart_begin(html, "drawings");
    chart_symbol(html, "sign.no", "M4 4l8 8M12 4l-8 8");
    chart_symbol(html, "sign.yes", "M3 8.5l3.5 3.5L13 4.5");
    chart_symbol(html, "sign.open", "M5.5 6a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.8-1.1 1.8M8 12.6v.2");
    html_begin(html, "pattern");
    html_attribute(html, "id", "hatch");
    html_attribute(html, "width", "5");
    html_attribute(html, "height", "5");
    html_attribute(html, "patternUnits", "userSpaceOnUse");
    html_attribute(html, "patternTransform", "rotate(45)");
    html_begin(html, "rect");
    html_attribute(html, "width", "2");
    html_attribute(html, "height", "5");
    html_end(html);
    html_end(html);
    html_end(html);
}

void page_sign(struct page *page, enum assay_answer answer) {
    static const char *const signs[] = {"#sign.no", "#sign.yes", "#sign.open"};
    chart_begin(&page->html, "sign");
    html_begin(&page->html, "use");
    html_attribute(&page->html, "href", signs[answer]);
    html_end(&page->html);
    html_end(&page->html);
}
