/* page_glossary.c - the words of the page. */
#include "runtime/cli/page.h"

static void glossary_term(struct html *html, const char *term, const char *words) {
    html_begin(html, "div");
    html_element(html, "dt", NULL, term);
    html_element(html, "dd", NULL, words);
    html_end(html);
}

/* What the codes of certifications stand for. */
static void glossary_certifications(struct page *page) {
    const struct assay_usage *usage = page->report->summary.run->rules->usage;
    struct html *html = &page->html;
    if (!usage->certification_count) return;
    html_element(html, "h3", NULL, "Certifications");
    html_begin_class(html, "dl", "basis");
    for (uint16_t i = 0; i < usage->certification_count; i++) {
        const struct assay_certification *certification = &usage->certifications[i];
        struct text titles = {0};
        for (uint16_t t = 0; t < certification->title_count; t++)
            text_addf(&titles, "%s%s", t ? "; " : "", certification->titles[t]);
        if (titles.length && !titles.failed) glossary_term(html, certification->code, titles.data);
        if (titles.failed) html->out->failed = true;
        text_free(&titles);
    }
    html_end(html);
}

/* What the fields of the export hold, in the publisher's words. */
static void glossary_fields(struct page *page) {
    const struct assay_usage *usage = page->report->summary.run->rules->usage;
    struct html *html = &page->html;
    size_t count = 0;
    for (uint16_t f = 0; f < usage->field_count; f++) {
        const struct assay_field *field = &usage->fields[f];
        if (!field->means) continue;
        if (count++ == 0) html_element(html, "h3", NULL, "Fields"), html_begin_class(html, "dl", "basis");
        html_begin(html, "div");
        html_element(html, "dt", NULL, field->name);
        html_begin(html, "dd");
        page_leave(page, field->address, field->means);
        html_end(html);
        html_end(html);
    }
    if (!count) return;
    html_end(html);
    html_begin_class(html, "p", "source");
    page_source(page, usage->file, usage->lines[0], &usage->cites);
    html_end(html);
}

void page_glossary(struct page *page) {
    static const char *const terms[][2] = {
        {"Met, not met, cannot tell", "The three answers. A line cannot be told when the file lacks a column that "
                                      "decides, when nothing was stated of "
                                      "what it asks, or when nothing is published."},
        {"Certain, possible", "Certain is what surely counts. Possible adds what may count: what cannot be told from "
                              "the data. Of counts, \u201C2 to 4\u201D is 2 certain and 4 possible."},
        {"Needed, missing",
         "Needed is what the line asks for; missing is how far it is to there, at the least and at the "
         "most where that cannot be told."},
        {"Window", "The complete calendar months before the day of the report over which a line sums. Each new month "
                   "pushes the oldest one out."},
        {"Measure", "A name for the usage that a filter of the rules selects. Amounts are those of the export, in its "
                    "currency; credits are negative. Sums are exact, and shown to the cent."},
        {"Customer", "Whom rows of the export name as such. One counts towards a number of customers when its amount "
                     "in the window is "
                     "above zero."},
        {"Row", "A record of the export, numbered from 1 below its header. \u201Cassay why FILE --row NUMBER\u201D "
                "explains it, condition by condition."},
        {"Duplicate", "Usage that the export repeats for another claim. It counts once."},
        {"Active, Not started", "Words of the programme. Active is where every line is met; everything else is Not "
                                "started, however much of it is met."},
        {"Secondary source", "The number is not the publisher\u2019s own word."},
    };
    struct html *html = &page->html;
    page_section(page, "last", "words", "Words");
    html_begin_class(html, "dl", "basis");
    for (size_t i = 0; i < sizeof terms / sizeof *terms; i++)
        glossary_term(html, terms[i][0], terms[i][1]);
    html_end(html);
    glossary_fields(page);
    glossary_certifications(page);
    html_end(html);
}
