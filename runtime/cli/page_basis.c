/* page_basis.c - what the report rests on: input, rules, day, assumptions, notes. */
#include "runtime/cli/page.h"

#include "runtime/cli/style.h"
#include "runtime/usage/bind.h"
#include "runtime/usage/month.h"

#include <string.h>

static void basis_begin(struct page *page, const char *name) {
    html_begin(&page->html, "div");
    html_element(&page->html, "dt", NULL, name);
    html_begin(&page->html, "dd");
}

static void basis_end(struct page *page) {
    html_end(&page->html);
    html_end(&page->html);
}

/* "name, 12,345 bytes, SHA-256 ..." */
static void basis_file(struct page *page, const char *path, uint64_t bytes, const char *hash) {
    struct html *html = &page->html;
    struct text count = {0};
    style_count(&count, bytes, bytes);
    page_name(page, strcmp(path, "-") == 0 ? "<stdin>" : path);
    html_text(html, ", ");
    html_text_of(html, &count);
    html_text(html, " bytes, SHA-256 ");
    html_element(html, "code", "hash", hash);
    text_free(&count);
}

static void basis_rows(struct page *page, uint64_t rows, uint64_t rejected) {
    struct text words = {0};
    style_rows(&words, rows);
    if (rejected) {
        text_add(&words, ", of which ");
        style_count(&words, rejected, rejected);
        text_add(&words, " could not be read and are in no sum");
    }
    html_begin(&page->html, "br");
    html_end(&page->html);
    html_text_of(&page->html, &words);
    text_free(&words);
}

/* Records that are no data, and what is wrong with every row alike. */
static void basis_records(struct page *page, const struct run *run) {
    struct text words = {0};
    uint64_t skipped = run->records.headers + run->records.empty;
    if (skipped) {
        style_rows(&words, skipped);
        text_add(&words, " repeat the header or are blank, and are skipped");
        html_text(&page->html, "; ");
        html_text_of(&page->html, &words);
    }
    if (run->rejects.fault.data) {
        html_begin(&page->html, "br");
        html_end(&page->html);
        html_begin(&page->html, "strong");
        page_name(page, run->rejects.fault.data);
        html_end(&page->html);
    }
    text_free(&words);
}

static void basis_usage(struct page *page) {
    const struct run *run = page->report->summary.run;
    char month[MONTH_TEXT] = "";
    int32_t newest = run_newest_month(run);
    if (newest >= 0) month_text(month, newest);
    basis_begin(page, "Usage");
    basis_file(page, page->report->path, run->bytes, run->hash);
    basis_rows(page, run->rows, run->rejects.count);
    html_textf(&page->html, "; newest month %s", *month ? month : "not known");
    basis_records(page, run);
    basis_end(page);
}

/* How the days of an export were read, column by column. */
static void basis_dates(struct page *page, enum partner_kind input) {
    const struct partner *partner = &page->report->partner;
    struct text words = {0};
    for (size_t i = 0; i < partner->date_count; i++)
        if (partner->dates[i].input == input && dates_speaks(&partner->dates[i].column)) {
            dates_words(&words, &partner->dates[i].column);
            html_begin(&page->html, "br");
            html_end(&page->html);
            html_text_of(&page->html, &words);
            text_clear(&words);
        }
    text_free(&words);
}

static void basis_partner(struct page *page) {
    static const char *const names[PARTNER_KINDS] = {"Partner\u2019s statement", "Trainings", "Workloads"};
    const struct partner *partner = &page->report->partner;
    for (int i = 0; i < PARTNER_KINDS; i++) {
        const struct partner_input *input = &partner->inputs[i];
        if (!input->path) continue;
        basis_begin(page, names[i]);
        basis_file(page, input->path, input->bytes, input->sha256);
        if (i != PARTNER_STATEMENT) basis_rows(page, input->rows, input->rejected);
        basis_dates(page, (enum partner_kind)i);
        basis_end(page);
    }
    if (page->report->has_partner) return;
    basis_begin(page, "Partner");
    html_text(&page->html, "Nothing was stated: people, designations, audits and references cannot be told.");
    basis_end(page);
}

static void basis_rules(struct page *page) {
    const struct assay_ruleset *rules = page->report->summary.run->rules;
    basis_begin(page, "Rules");
    html_textf(&page->html, "%s, edition of %s, SHA-256 ", rules->usage->name, rules->usage->edition);
    html_element(&page->html, "code", "hash", rules->hash);
    basis_end(page);
}

static void basis_absent(struct page *page) {
    const struct run *run = page->report->summary.run;
    size_t count = 0;
    for (uint16_t f = 0; f < run->rules->usage->field_count; f++) {
        if (!run->uses[f] || run->columns[f] != BIND_ABSENT) continue;
        if (count++ == 0) basis_begin(page, "Absent columns");
        html_textf(&page->html, "%s%s", count > 1 ? ", " : "", run->rules->usage->fields[f].name);
    }
    if (count) basis_end(page);
}

static void basis_assumed(struct page *page) {
    const struct run *run = page->report->summary.run;
    struct html *html = &page->html;
    size_t count = 0;
    for (uint16_t f = 0; f < run->rules->usage->field_count; f++) {
        const struct assumption *assumption = &run->assumptions[f];
        if (!assumption->text) continue;
        if (count++ == 0) basis_begin(page, "Assumed");
        html_textf(html, "%s%s is ", count > 1 ? "; " : "", run->rules->usage->fields[f].name);
        if (*assumption->text)
            html_text(html, "\u201C"), page_name(page, assumption->text), html_text(html, "\u201D");
        else
            html_text(html, "blank");
        if (assumption->declared) html_text(html, " (the rules call this reasonable)");
    }
    if (count) basis_end(page);
}

static void basis_notes(struct page *page) {
    const struct run *run = page->report->summary.run;
    struct html *html = &page->html;
    if (!run->notes.count && !run->rules->usage->note_count) return;
    html_element(html, "h3", NULL, "Notes on the file and the rules");
    html_begin(html, "ul");
    for (size_t i = 0; i < run->notes.count; i++)
        html_begin(html, "li"), page_name(page, run->notes.lines[i]), html_end(html);
    for (uint16_t i = 0; i < run->rules->usage->note_count; i++)
        html_element(html, "li", NULL, run->rules->usage->notes[i]);
    html_end(html);
}

static bool basis_is_assumed(const struct page *page) {
    const struct run *run = page->report->summary.run;
    bool assumed = false;
    for (uint16_t f = 0; f < run->rules->usage->field_count; f++)
        assumed = assumed || run->assumptions[f].text;
    return assumed;
}

/* The call that makes this page, files by their kinds. */
static void basis_again(struct page *page) {
    static const char *const inputs[PARTNER_KINDS] = {" --partner PARTNER", " --trainings TRAININGS",
                                                      " --workloads WORKLOADS"};
    const struct report *report = page->report;
    struct html *html = &page->html;
    struct text call = {0};
    text_add(&call, "assay status USAGE");
    for (int i = 0; i < PARTNER_KINDS; i++)
        if (report->partner.inputs[i].path) text_add(&call, inputs[i]);
    if (report->options->dates) text_addf(&call, " --dates %s", dates_order_name(report->options->dates));
    if (report->standings.usage.as_of) text_add(&call, " --as-of "), style_date(&call, report->standings.usage.as_of);
    if (report->options->repeats) text_addf(&call, " --repeats %s", options_repeats_word(report->options->repeats));
    if (report->only) text_addf(&call, " --specialization \"%s\"", report->only->name);
    text_add(&call, " --format html");
    html_element(html, "h3", NULL, "How to make this page again");
    html_begin(html, "p");
    html_begin(html, "code");
    html_text_of(html, &call);
    html_end(html);
    html_text(html, " with the files above, under the same names, and with the same rules makes the same bytes");
    html_text(html, basis_is_assumed(page) ? "; what is assumed above is said by --assume. " : ". ");
    html_element(html, "code", NULL, "sha256sum FILE");
    html_text(html, " tells a file\u2019s SHA-256, and ");
    html_element(html, "code", NULL, "assay rules");
    html_text(html, " that of the rules. With ");
    html_element(html, "code", NULL, "--evidence DIR");
    html_text(html, " it writes a folder of all counted rows, which ");
    html_element(html, "code", NULL, "assay reproduce DIR");
    html_text(html, " checks.");
    html_end(html);
    text_free(&call);
}

void page_basis(struct page *page) {
    struct html *html = &page->html;
    page_section(page, "last", "basis", "What this rests on");
    html_begin_class(html, "dl", "basis");
    basis_usage(page);
    basis_partner(page);
    basis_rules(page);
    basis_assumed(page);
    basis_absent(page);
    html_end(html);
    basis_notes(page);
    basis_again(page);
    html_end(html);
}
