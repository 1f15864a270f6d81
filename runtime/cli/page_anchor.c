/* page_anchor.c - names of places on the page. They hang on what the rules call things, not on their order. */
#include "runtime/cli/page.h"

#include <string.h>

bool page_anchors_make(struct page *page) {
    /* What the page calls its own places; a slug has no dot. */
    static const char *const own[] = {"top", "main", "overview", "doubts", "words", "basis", "hatch", NULL};
    page->slugs = slug_specializations(page->report->summary.run->rules, own);
    return page->slugs != NULL;
}

void page_line_anchor(struct text *out, const struct page *page, const struct assay_requirement *requirement) {
    const struct assay_specialization *specialization = page->report->summary.run->rules->specializations[page->number];
    text_addf(out, "%s.%02u", page->slugs[page->number], (unsigned)(requirement - specialization->requirements) + 1);
}

void page_measure_anchor(struct text *out, const struct page *page, const struct assay_measure *measure) {
    const struct assay_specialization *specialization = page->report->summary.run->rules->specializations[page->number];
    char slug[SLUG_MAX], other[SLUG_MAX];
    unsigned same = 1;
    slug_make(slug, measure->name);
    for (const struct assay_measure *before = specialization->measures; before < measure; before++) {
        slug_make(other, before->name);
        same += strcmp(slug, other) == 0;
    }
    text_addf(out, "%s.counts.%s", page->slugs[page->number], slug);
    if (same > 1) text_addf(out, ".%u", same);
}

void page_rows_anchor(struct text *out, size_t number) {
    text_addf(out, "rows.%zu", number + 1);
}

static void anchor_attribute(struct page *page, const char *name, const char *before, struct text *anchor) {
    if (anchor->failed) page->html.out->failed = true;
    html_attributef(&page->html, name, "%s%s", before, anchor->failed ? "" : anchor->data);
    text_free(anchor);
}

void page_identify(struct page *page, struct text *anchor) {
    anchor_attribute(page, "id", "", anchor);
}

void page_link(struct page *page, struct text *anchor) {
    anchor_attribute(page, "href", "#", anchor);
}

void page_link_text(struct page *page, struct text *anchor, const char *text) {
    html_begin(&page->html, "a");
    page_link(page, anchor);
    html_text(&page->html, text);
    html_end(&page->html);
}

void page_section(struct page *page, const char *class_name, const char *place, const char *heading) {
    struct html *html = &page->html;
    html_begin_class(html, "section", class_name);
    html_attribute(html, "aria-labelledby", place);
    html_begin(html, "h2");
    html_attribute(html, "id", place);
    html_text(html, heading);
    html_end(html);
}
