#include "runtime/cli/page.h"

#include "runtime/cli/report_fresh.h"
#include "runtime/cli/report_months.h"
#include "runtime/cli/status.h"
#include "runtime/cli/style.h"
#include "runtime/usage/month.h"

#include <stdlib.h>

#define PAGE_POLICY "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

static void page_meta(struct html *html, const char *name, const char *value, const char *content) {
    html_begin(html, "meta");
    html_attribute(html, name, value);
    html_attribute(html, "content", content);
    html_end(html);
}

static void page_title(struct text *out, const struct page *page) {
    const char *partner = page->report->has_partner ? page->report->partner.name.text : NULL;
    const char *only = page->report->only ? page->report->only->name : NULL;
    if (partner) text_addf(out, "%s: ", partner);
    text_add(out, only ? only : "where the specializations stand");
}

static void page_head(struct page *page) {
    struct html *html = &page->html;
    struct text title = {0};
    html_begin(html, "head");
    html_begin(html, "meta");
    html_attribute(html, "charset", "utf-8");
    html_end(html);
    page_meta(html, "http-equiv", "Content-Security-Policy", PAGE_POLICY);
    page_meta(html, "name", "viewport", "width=device-width, initial-scale=1");
    page_meta(html, "name", "color-scheme", "light dark");
    page_meta(html, "name", "referrer", "no-referrer");
    page_title(&title, page);
    html_begin(html, "title");
    html_plain_of(html, &title);
    html_end(html);
    html_begin(html, "style");
    page_style(html);
    html_end(html);
    html_end(html);
    text_free(&title);
}

static void page_lead(struct page *page) {
    const struct run *run = page->report->summary.run;
    struct html *html = &page->html;
    int32_t newest = run_newest_month(run);
    char month[MONTH_TEXT];
    struct text words = {0};
    text_add(&words, "As of ");
    if (page->report->standings.usage.as_of)
        style_date(&words, page->report->standings.usage.as_of);
    else
        text_add(&words, "a day that is not known");
    if (newest >= 0) month_text(month, newest), text_addf(&words, ", by usage up to %s", month);
    text_addf(&words, ", by the rules of %s (%.8s).", run->rules->usage->edition, run->rules->hash);
    html_begin_class(html, "p", "lead");
    html_text_of(html, &words);
    html_end(html);
    text_free(&words);
}

/* Months that no usage is known of, where windows look at them. */
static void page_months_beyond(struct page *page) {
    struct text words = {0};
    report_months_beyond(&words, page->report);
    if (words.length || words.failed) {
        html_begin_class(&page->html, "p", "note");
        html_text_of(&page->html, &words);
        html_end(&page->html);
    }
    text_free(&words);
}

/* Which figures may still change, and when to look again. */
static void page_fresh(struct page *page) {
    struct text words = {0};
    report_fresh_performance(&words, page->report);
    if (words.length) text_add_char(&words, ' ');
    report_fresh_knowledge(&words, page->report);
    if (words.length || words.failed) {
        html_begin_class(&page->html, "p", "note");
        html_text_of(&page->html, &words);
        html_end(&page->html);
    }
    text_free(&words);
}

static void page_contents(struct page *page) {
    static const char *const places[][2] = {
        {"doubts", "Not counted"}, {"words", "Words"}, {"basis", "Files and hashes"}};
    struct html *html = &page->html;
    html_begin(html, "nav");
    html_attribute(html, "aria-label", "Contents");
    html_begin(html, "ul");
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        html_begin(html, "li");
        html_begin(html, "a");
        html_attributef(html, "href", "#%s", places[i][0]);
        html_text(html, places[i][1]);
        html_end(html);
        html_end(html);
    }
    html_end(html);
    html_end(html);
}

/* What has to be known before any figure is read. */
static void page_cautions(struct page *page) {
    const struct notes *cautions = &page->report->summary.run->cautions;
    for (size_t i = 0; i < cautions->count; i++) {
        html_begin_class(&page->html, "p", "caution");
        html_element(&page->html, "strong", NULL, "Caution: ");
        html_text(&page->html, cautions->lines[i]);
        html_end(&page->html);
    }
}

static void page_banner(struct page *page) {
    struct html *html = &page->html;
    const struct partner *partner = &page->report->partner;
    html_begin(html, "header");
    html_attribute(html, "id", "top");
    html_begin(html, "h1");
    if (page->report->has_partner && partner->name.text) {
        page_name(page, partner->name.text);
        html_text(html, ": where the specializations stand");
    } else {
        html_text(html, "Where the specializations stand");
    }
    html_end(html);
    page_lead(page);
    page_months_beyond(page);
    page_cautions(page);
    page_fresh(page);
    page_contents(page);
    html_end(html);
}

static void page_specialization(struct page *page, const struct report_ranked *ranked) {
    const struct standing *standing = ranked->outlook->standing;
    struct html *html = &page->html;
    page->number = ranked->number;
    page_section(page, page_is_quiet(page, ranked) ? "specialization quiet" : "specialization",
                 page->slugs[page->number], standing->specialization->name);
    html_begin_class(html, "p", "facts");
    page_status(page, standing);
    html_textf(html, " %s", standing->specialization->area);
    html_end(html);
    page_warnings(page, ranked->outlook->warning_count);
    html_begin_class(html, "p", "next");
    html_element(html, "strong", NULL, "Next: ");
    html_text(html, standing->next);
    html_end(html);
    page_step(page, standing);
    page_lines(page);
    page_dates(page);
    page_measures(page);
    html_begin_class(html, "p", "back");
    html_begin(html, "a");
    html_attribute(html, "href", "#overview");
    html_text(html, "Back to the overview");
    html_end(html);
    html_end(html);
    html_end(html);
}

static void page_footer(struct page *page) {
    html_begin(&page->html, "footer");
    html_element(
        &page->html, "p", NULL,
        "This page is whole in itself: it runs nothing, fetches nothing and sends nothing. Links to sources leave "
        "it when they are followed.");
    html_end(&page->html);
}

static void page_body(struct page *page) {
    const struct report *report = page->report;
    struct html *html = &page->html;
    html_begin(html, "body");
    html_begin_class(html, "a", "skip");
    html_attribute(html, "href", "#main");
    html_text(html, "Skip to the overview");
    html_end(html);
    page_drawings(page);
    page_banner(page);
    html_begin(html, "main");
    html_attribute(html, "id", "main");
    html_attribute(html, "tabindex", "-1");
    page_overview(page);
    for (size_t i = 0; i < report->outlooks.count; i++)
        if (page_shows(page, &page->ranked[i])) page_specialization(page, &page->ranked[i]);
    page_doubts(page);
    page_glossary(page);
    page_basis(page);
    html_end(html);
    page_footer(page);
    html_end(html);
}

void status_html(const struct report *report, struct text *out) {
    struct report_ranked *ranked = report_order(report);
    struct page page = {.report = report, .html = {.out = out}, .ranked = ranked};
    if (!ranked || !page_anchors_make(&page)) {
        out->failed = true;
        free(ranked);
        return;
    }
    html_doctype(&page.html);
    html_begin(&page.html, "html");
    html_attribute(&page.html, "lang", "en");
    page_head(&page);
    page_body(&page);
    html_end(&page.html);
    text_add_char(out, '\n');
    free(page.slugs);
    free(ranked);
}
