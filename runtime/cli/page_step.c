/* page_step.c - where the next step is taken, and what being Active brings. */
#include "runtime/cli/page.h"

#include "runtime/usage/step.h"

static void step_label(struct page *page, const char *label) {
    html_begin_class(&page->html, "p", "soft");
    html_element(&page->html, "strong", NULL, label);
}

static void step_where(struct page *page, const struct assay_step *step, const struct standing *standing) {
    struct html *html = &page->html;
    struct text action = {0};
    step_label(page, "Where: ");
    page_leave(page, step->address, step->site);
    for (uint16_t i = 0; i < step->place_count; i++)
        html_textf(html, "%s%s", i ? " > " : ", ", step_place(&step->places[i], standing->specialization));
    html_text(html, ": ");
    step_action(&action, step, standing);
    html_text_of(html, &action);
    html_text(html, ".");
    html_end(html);
    text_free(&action);
}

void page_step(struct page *page, const struct standing *standing) {
    const struct assay_usage *usage = page->report->summary.run->rules->usage;
    const struct assay_step *step = step_of(usage, standing);
    if (step) step_where(page, step, standing);
    if (standing->status != STANDING_ACTIVE || !usage->active) return;
    step_label(page, "Active: ");
    page_leave(page, usage->active->address, usage->active->means);
    html_end(&page->html);
}
