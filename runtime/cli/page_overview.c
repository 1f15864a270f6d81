/* page_overview.c - all specializations at a glance: those that something is known of first. */
#include "runtime/cli/page.h"

static void overview_count(struct page *page, enum assay_answer answer, uint32_t count) {
    struct html *html = &page->html;
    if (!count) return;
    html_begin_class(html, "span", "tallied");
    html_textf(html, "%u ", count);
    page_mark(page, answer);
    html_end(html);
    html_text(html, " ");
}

static void overview_row(struct page *page, size_t number) {
    struct html *html = &page->html;
    const struct standing *standing = &page->report->standings.all[number];
    html_begin(html, "tr");
    html_begin(html, "th");
    html_attribute(html, "scope", "row");
    html_begin(html, "a");
    html_attributef(html, "href", "#s%zu", number + 1);
    html_text(html, standing->specialization->name);
    html_end(html);
    html_text(html, " ");
    html_element(html, "span", "soft", standing->specialization->area);
    html_end(html);
    html_begin(html, "td");
    page_status(page, standing);
    html_end(html);
    html_begin_class(html, "td", "counts");
    overview_count(page, ASSAY_YES, standing->met);
    overview_count(page, ASSAY_NO, standing->not_met);
    overview_count(page, ASSAY_CANNOT_TELL, standing->cannot_tell);
    html_end(html);
    html_element(html, "td", "next", standing->next);
    html_end(html);
}

void page_status(struct page *page, const struct standing *standing) {
    html_element(&page->html, "span", standing->status == STANDING_ACTIVE ? "status active" : "status",
                 standing_status_word(standing->status));
}

bool page_shows(const struct page *page, const struct report_ranked *ranked) {
    const struct assay_specialization *only = page->report->only;
    return !only || only == ranked->outlook->standing->specialization;
}

bool page_is_quiet(const struct page *page, const struct report_ranked *ranked) {
    return ranked->rank == REPORT_NOT_BEGUN && !page->report->only;
}

static void overview_legend(struct page *page) {
    struct html *html = &page->html;
    html_begin_class(html, "p", "legend");
    html_begin_class(html, "span", "key certain");
    html_end(html);
    html_element(html, "strong", NULL, "Certain");
    html_text(html, " is what surely counts. ");
    html_begin_class(html, "span", "key possible");
    html_end(html);
    html_element(html, "strong", NULL, "Possible");
    html_text(html, " adds what cannot be told from the data. ");
    html_begin_class(html, "span", "key need");
    html_end(html);
    html_text(html, "The upright mark is what is needed. Amounts are exact and shown to the cent.");
    html_end(html);
}

static void overview_table(struct page *page, bool quiet, const char *caption) {
    static const struct page_column columns[] = {
        {"Specialization", false}, {"Status", false}, {"Requirements", false}, {"Next step", false}, {NULL, false}};
    size_t count = 0;
    for (size_t i = 0; i < page->report->outlooks.count; i++) {
        const struct report_ranked *ranked = &page->ranked[i];
        if (!page_shows(page, ranked) || page_is_quiet(page, ranked) != quiet) continue;
        if (count++ == 0) page_table(page, caption, "overview", columns);
        overview_row(page, ranked->number);
    }
    if (!count) return;
    html_end(&page->html);
    html_end(&page->html);
}

void page_overview(struct page *page) {
    struct html *html = &page->html;
    html_begin(html, "section");
    html_attribute(html, "aria-labelledby", "overview");
    html_begin(html, "h2");
    html_attribute(html, "id", "overview");
    html_text(html, "Overview");
    html_end(html);
    overview_table(page, false, page->report->only ? "One specialization" : "What needs attention first");
    overview_table(page, true, "Not begun: nothing counts, nobody is certified, nothing is stated");
    overview_legend(page);
    html_end(html);
}
