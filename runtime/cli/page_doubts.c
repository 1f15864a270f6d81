/* page_doubts.c - what was not counted, what counts by an alias only, and what cannot be told. */
#include "runtime/cli/page.h"

#include "runtime/cli/status.h"
#include "runtime/cli/style.h"
#include "runtime/cli/words.h"

#include <stdlib.h>
#include <string.h>

/* The bar, the amount, the rows, and a remark. */
static void doubts_cells(struct page *page, const struct tally *tally, const struct page_bar *scale,
                         const char *remark) {
    struct html *html = &page->html;
    struct page_bar bar = *scale;
    bar.certain = bar.possible = tally_net(tally);
    html_begin_class(html, "td", "drawn");
    page_bar(page, &bar);
    html_end(html);
    page_money_cell(page, "Amount", tally_net(tally));
    page_rows_cell(page, "Rows", tally->rows, tally->rows);
    html_element(html, "td", NULL, remark);
    html_end(html);
}

/* `unknown`: what is remarked of a text that no rule knows. */
static void doubts_text(struct page *page, const struct excluded_text *text, bool blank, const struct page_bar *scale,
                        const char *unknown) {
    page_row(page, "within");
    if (blank)
        html_text(&page->html, "blank");
    else
        page_name(page, text->shown);
    html_end(&page->html);
    doubts_cells(page, &text->tally, scale, text->known ? "" : unknown);
}

static void doubts_more(struct page *page, size_t count, const struct tally *rest, const struct page_bar *scale) {
    if (!count) return;
    page_row(page, "within");
    html_textf(&page->html, "%zu more texts; --format json lists all", count);
    html_end(&page->html);
    doubts_cells(page, rest, scale, "");
}

/* A reason's name, which leads to what the rules say of it. */
static void doubts_name(struct page *page, size_t reason, const char *name) {
    struct text anchor = {0};
    page_row(page, NULL);
    page_rows_anchor(&anchor, reason);
    page_link_text(page, &anchor, name);
    html_end(&page->html);
}

/* The texts that stand under the reason of an eligibility. */
static void doubts_reason(struct page *page, uint16_t e, const struct excluded_reason *reason,
                          const struct page_bar *scale, const char *unknown) {
    const struct run *run = page->report->summary.run;
    struct tally rest = reason->others;
    size_t count;
    const struct excluded_text **texts = status_texts(reason, &count);
    if (!texts) page->html.out->failed = true;
    doubts_name(page, e, run->rules->usage->eligibilities[e].reason);
    doubts_cells(page, &reason->all, scale, "");
    if (reason->blank.tally.rows) doubts_text(page, &reason->blank, true, scale, unknown);
    for (size_t t = 0; texts && t < count; t++) {
        if (t < PAGE_TEXTS)
            doubts_text(page, texts[t], false, scale, unknown);
        else if (!tally_merge(&rest, &texts[t]->tally))
            page->html.out->failed = true;
    }
    doubts_more(page, texts && count > PAGE_TEXTS ? count - PAGE_TEXTS : 0, &rest, scale);
    free(texts);
}

/* A scale for all amounts of the table. */
static struct page_bar doubts_scale(const struct run *run) {
    struct page_bar scale = {.idle = true};
    page_scale(&scale, tally_net(&run->excluded.duplicates));
    page_scale(&scale, tally_net(&run->excluded.repeats));
    for (uint16_t e = 0; e < run->rules->usage->eligibility_count; e++) {
        const struct excluded_reason *reason = &run->excluded.reasons[e];
        page_scale(&scale, tally_net(&reason->all));
        page_scale(&scale, tally_net(&reason->blank.tally));
        page_scale(&scale, tally_net(&reason->others));
        for (uint32_t t = 0; t < reason->text_count; t++)
            page_scale(&scale, tally_net(&reason->texts[t].tally));
    }
    return scale;
}

static void doubts_excluded(struct page *page) {
    static const struct page_column columns[] = {{"Reason", false}, {"Compared", false}, {"Amount", true},
                                                 {"Rows", true},    {"Remark", false},   {NULL, false}};
    const struct run *run = page->report->summary.run;
    uint16_t count = run->rules->usage->eligibility_count;
    const struct tally *duplicates = &run->excluded.duplicates, *repeats = &run->excluded.repeats;
    uint64_t rows = duplicates->rows + repeats->rows;
    struct page_bar scale = doubts_scale(run);
    for (uint16_t e = 0; e < count; e++)
        rows += run->excluded.reasons[e].all.rows;
    if (!rows) {
        html_element(&page->html, "p", NULL, "Every row that could be read is eligible, and none is a duplicate.");
        return;
    }
    page_table(page, "Rows that count for nothing, whatever they match", "dropped", columns);
    for (uint16_t e = 0; e < count; e++)
        if (run->excluded.reasons[e].all.rows)
            doubts_reason(page, e, &run->excluded.reasons[e], &scale, "unknown spelling");
    if (duplicates->rows) {
        doubts_name(page, count, "duplicate");
        doubts_cells(page, duplicates, &scale, "the same consumption, counted once");
    }
    if (repeats->rows) {
        page_row(page, NULL);
        html_text(&page->html, "repeat");
        html_end(&page->html);
        doubts_cells(page, repeats, &scale, "alike in every cell to an earlier row; dropped by --repeats drop");
    }
    page_table_end(page);
}

/* ---- What the rules say of rows ---- */

static void doubts_rule(struct page *page, size_t number, const char *summary, uint32_t line) {
    const struct assay_usage *usage = page->report->summary.run->rules->usage;
    struct html *html = &page->html;
    struct text anchor = {0};
    page_rows_anchor(&anchor, number);
    html_begin(html, "details");
    page_identify(page, &anchor);
    html_element(html, "summary", NULL, summary);
    html_begin_class(html, "p", "source");
    html_text(html, "Rule: ");
    page_source(page, usage->file, line, &usage->cites);
    html_end(html);
}

static void doubts_once(struct page *page) {
    const struct assay_usage *usage = page->report->summary.run->rules->usage;
    const struct assay_once *once = usage->once;
    struct html *html = &page->html;
    struct text words = {0};
    if (!once) return;
    doubts_rule(page, usage->eligibility_count, "Which rows are duplicates", usage->lines[1]);
    text_add(&words, "Rows alike in ");
    words_fields(&words, usage, once->key, once->key_count);
    text_addf(&words, " are one consumption. Of those that differ in %s", usage->fields[once->preferred_field].name);
    if (once->least_count) text_add(&words, ", "), words_fields(&words, usage, once->least, once->least_count);
    text_add(&words, ", the rows of one claim count: the first of ");
    for (uint16_t i = 0; i < once->preferred_count; i++)
        text_addf(&words, "%s\u201C%s\u201D", i ? ", " : "", once->preferred[i]);
    text_add(&words,
             once->least_count ? ", then the least text. The others are duplicates." : ". The others are duplicates.");
    html_begin(html, "p");
    html_text_of(html, &words);
    html_end(html);
    html_end(html);
    text_free(&words);
}

static void doubts_rules(struct page *page) {
    const struct assay_usage *usage = page->report->summary.run->rules->usage;
    for (uint16_t e = 0; e < usage->eligibility_count; e++) {
        const struct assay_eligibility *eligibility = &usage->eligibilities[e];
        struct text summary = {0};
        text_addf(&summary, "Which rows count at all: %s", eligibility->reason);
        doubts_rule(page, e, summary.failed ? "" : summary.data, eligibility->lines[0]);
        html_element(&page->html, "p", NULL, "A row counts only where:");
        page_conditions(page, eligibility->clauses, eligibility->clause_count, NULL);
        html_end(&page->html);
        text_free(&summary);
    }
    doubts_once(page);
}

/* The line of the rules that declares an alias; 0: none does. */
static uint32_t doubts_alias_line(const struct assay_usage *usage, const struct summary_alias *alias) {
    for (uint16_t a = 0; a < usage->alias_count; a++) {
        const struct assay_alias *declared = usage->aliases[a];
        bool of_field = false;
        for (uint16_t f = 0; f < declared->field_count; f++)
            of_field = of_field || declared->fields[f] == alias->field;
        for (uint16_t t = 0; of_field && t < declared->text_count; t++)
            if (strcmp(declared->texts[t], alias->text) == 0) return declared->lines[1 + t];
    }
    return 0;
}

static void doubts_alias(struct page *page, const struct summary_alias *alias) {
    const struct assay_usage *usage = page->report->summary.run->rules->usage;
    struct html *html = &page->html;
    page_row(page, NULL);
    html_text(html, alias->text);
    html_end(html);
    page_money_cell(page, "Amount", tally_net(&alias->tally));
    page_rows_cell(page, "Rows", alias->tally.rows, alias->tally.rows);
    page_cell(page, NULL, "Means");
    html_textf(html, "\u201C%s\u201D in %s", alias->means, usage->fields[alias->field].name);
    html_end(html);
    page_cell(page, NULL, "Rule");
    html_begin(html, "code");
    html_textf(html, "%s:%u", usage->file, doubts_alias_line(usage, alias));
    html_end(html);
    html_end(html);
    html_end(html);
}

static void doubts_aliases(struct page *page) {
    static const struct page_column columns[] = {{"Text", false},  {"Amount", true}, {"Rows", true},
                                                 {"Means", false}, {"Rule", false},  {NULL, false}};
    const struct summary *summary = &page->report->summary;
    size_t count = 0;
    for (size_t a = 0; a < summary->alias_count; a++) {
        if (!summary->aliases[a].tally.rows) continue;
        if (count++ == 0) page_table(page, "What counts by another name only", "dropped", columns);
        doubts_alias(page, &summary->aliases[a]);
    }
    if (count) page_table_end(page);
}

static void doubts_settles(struct page *page, uint64_t rows, assay_money amount) {
    struct text words = {0};
    text_add(&words, " would settle ");
    style_rows(&words, rows);
    text_add(&words, " and ");
    page_money(&words, amount, report_currency(page->report));
    text_add(&words, ".");
    html_text_of(&page->html, &words);
    text_free(&words);
}

static void doubts_undecided(struct page *page) {
    const struct undecided *undecided = &page->report->summary.undecided;
    struct html *html = &page->html;
    struct text words = {0};
    if (!undecided->rows) return;
    style_rows(&words, undecided->rows);
    text_add(&words, " worth ");
    page_money(&words, undecided->amount, report_currency(page->report));
    html_begin(html, "p");
    html_text_of(html, &words);
    html_text(html, " (charges and credits added up) cannot be told. ");
    if (undecided->declared.fields && undecided->declared.rows) {
        html_element(html, "code", NULL, "--assume declared");
        doubts_settles(page, undecided->declared.rows, undecided->declared.amount);
    }
    html_end(html);
    text_free(&words);
}

/* Texts that pass though no rule names them. */
static void doubts_unnamed_texts(struct page *page, uint16_t e) {
    const struct excluded_reason *reason = &page->report->summary.run->excluded.unnamed[e];
    struct page_bar scale = {.idle = true};
    page_scale(&scale, tally_net(&reason->all));
    for (size_t t = 0; t < reason->text_count; t++)
        page_scale(&scale, tally_net(&reason->texts[t].tally));
    doubts_reason(page, e, reason, &scale, "");
}

static void doubts_unnamed(struct page *page) {
    static const struct page_column columns[] = {{"Reason", false}, {"Compared", false}, {"Amount", true},
                                                 {"Rows", true},    {"Remark", false},   {NULL, false}};
    const struct run *run = page->report->summary.run;
    bool any = false;
    for (uint16_t e = 0; e < run->rules->usage->eligibility_count; e++) {
        if (!run->excluded.unnamed[e].all.rows) continue;
        if (!any) page_table(page, "Not excluded, and named by no rule", "dropped", columns);
        any = true;
        doubts_unnamed_texts(page, e);
    }
    if (any) page_table_end(page);
}

void page_doubts(struct page *page) {
    struct html *html = &page->html;
    page_section(page, "doubts", "doubts", "Not counted, and not certain");
    doubts_undecided(page);
    doubts_unnamed(page);
    doubts_excluded(page);
    doubts_rules(page);
    doubts_aliases(page);
    html_end(html);
}
