/* page_dates.c - the days ahead of a specialization. */
#include "runtime/cli/page.h"

#include "runtime/cli/gauge.h"
#include "runtime/cli/style.h"

/* A line's words; they lead to it where it is on the page, which a part and a line not in force are not. */
static void dates_requirement(struct page *page, const struct assay_requirement *requirement) {
    const struct standing *standing = page->report->outlooks.all[page->number].standing;
    struct html *html = &page->html;
    bool shown = false;
    for (size_t i = 0; i < standing->verdict_count; i++)
        shown = shown || standing->verdicts[i].requirement == requirement;
    if (shown) {
        struct text anchor = {0};
        page_line_anchor(&anchor, page, requirement);
        html_begin(html, "a");
        page_link(page, &anchor);
    }
    html_text(html, requirement->text);
    if (shown) html_end(html);
}

static void dates_subject(struct page *page, const struct outlook_date *date) {
    struct html *html = &page->html;
    switch (date->kind) {
    case OUTLOOK_RENEWAL_OPENS:
        html_text(html, "The window of renewal opens");
        break;
    case OUTLOOK_RENEWAL_DUE:
        html_text(html, date->days < 0 ? "Renewal was due" : "Renewal is due");
        break;
    case OUTLOOK_GRACE_ENDS:
        html_text(html, "The grace after renewal ends");
        break;
    case OUTLOOK_DESIGNATION_ENDS:
        html_text(html, "The designation ");
        if (date->name) html_textf(html, "\u201C%s\u201D ", date->name);
        html_text(html, date->days < 0 ? "ended" : "ends");
        break;
    case OUTLOOK_AUDIT_ENDS:
        html_text(html, date->days < 0 ? "The audit ended" : "The audit ends");
        break;
    case OUTLOOK_REFERENCES_END:
        html_text(html, "The customer references no longer suffice after this day");
        break;
    case OUTLOOK_PEOPLE_END:
        html_text(html, "The last day on which enough people are certified: ");
        break;
    case OUTLOOK_CERTIFICATE_ENDS:
        html_textf(html, "%s of ", date->name ? date->name : "A certificate");
        if (date->person) page_name(page, date->person);
        html_text(html, date->days < 0 ? " ended" : " ends");
        break;
    case OUTLOOK_LINE_BEGINS:
        html_textf(html, "A line begins to be in force (by what holds today: %s): ", gauge_words(date->met));
        break;
    case OUTLOOK_MEASURE_ENDS:
    case OUTLOOK_MEASURE_CHANGES:
        html_textf(html, "The measure \u201C%s\u201D %s after this day (by what holds today: %s): ", date->name,
                   date->kind == OUTLOOK_MEASURE_ENDS ? "ends" : "changes", gauge_words(date->met));
        break;
    case OUTLOOK_LINE_ENDS:
        html_textf(html, "A line is in force for the last time (by what holds today: %s): ", gauge_words(date->met));
        break;
    }
    bool line = outlook_says_met(date) || date->kind == OUTLOOK_PEOPLE_END;
    if (line && date->requirement) dates_requirement(page, date->requirement);
}

/* A warning leads to its line. */
static void dates_warning(struct page *page, const struct outlook_warning *warning) {
    struct html *html = &page->html;
    const struct outlook *outlook = &page->report->outlooks.all[page->number];
    const struct assay_requirement *requirement = outlook_warned_of(warning);
    bool shown = false;
    for (size_t i = 0; i < outlook->standing->verdict_count; i++)
        shown = shown || outlook->standing->verdicts[i].requirement == requirement;
    html_begin(html, "li");
    if (shown) {
        struct text anchor = {0};
        page_line_anchor(&anchor, page, requirement);
        html_begin(html, "a");
        page_link(page, &anchor);
    }
    html_text(html, warning->words);
    if (shown) html_end(html);
    html_end(html);
}

void page_warnings(struct page *page, size_t most) {
    struct html *html = &page->html;
    const struct outlook *outlook = &page->report->outlooks.all[page->number];
    size_t shown = 0;
    if (!outlook->warning_count) return;
    html_begin_class(html, "ul", "warnings");
    for (; shown < outlook->warning_count && shown < most; shown++)
        dates_warning(page, &outlook->warnings[shown]);
    if (shown < outlook->warning_count) {
        html_begin(html, "li");
        html_textf(html, "And %zu more: see below.", outlook->warning_count - shown);
        html_end(html);
    }
    html_end(html);
}

static void dates_distance(struct html *html, const struct outlook_date *date) {
    html_begin_class(html, "span", date->notice || date->days < 0 ? "away near" : "away");
    if (date->days < 0)
        html_textf(html, "%d %s ago", (int)-date->days, date->days == -1 ? "day" : "days");
    else if (date->days == 0)
        html_text(html, "today");
    else
        html_textf(html, "in %d %s", (int)date->days, date->days == 1 ? "day" : "days");
    html_end(html);
}

void page_dates(struct page *page) {
    const struct outlook *outlook = &page->report->outlooks.all[page->number];
    struct html *html = &page->html;
    if (!outlook->date_count) return;
    html_element(html, "h3", NULL, "Dates");
    html_begin_class(html, "ul", "dates");
    for (size_t i = 0; i < outlook->date_count && i < PAGE_DATES; i++) {
        struct text day = {0};
        style_date(&day, outlook->dates[i].day);
        if (outlook->dates[i].or_day) text_add(&day, " or "), style_date(&day, outlook->dates[i].or_day);
        html_begin(html, "li");
        html_element(html, "strong", NULL, day.failed ? "" : day.data);
        html_text(html, " ");
        dates_distance(html, &outlook->dates[i]);
        html_text(html, " ");
        html_begin(html, "span");
        dates_subject(page, &outlook->dates[i]);
        html_end(html);
        html_end(html);
        text_free(&day);
    }
    html_end(html);
    if (outlook->date_count <= PAGE_DATES) return;
    html_begin(html, "p");
    html_textf(html, "The next %d of %zu dates are listed; --format json lists all.", PAGE_DATES, outlook->date_count);
    html_end(html);
}
