/* page_lines.c - the requirement lines of a specialization. */
#include "runtime/cli/page.h"

#include "runtime/cli/style.h"
#include "runtime/usage/month.h"

/* ---- Figures ---- */

/* "12.50 USD", "7.00 USD to 12.50 USD", "up to 12.50 USD" */
static void lines_missing(struct page *page, const struct standing_verdict *verdict,
                          const struct standing_missing *missing) {
    struct text text = {0};
    if (missing->amount_most <= 0) return;
    if (missing->amount_least != missing->amount_most && verdict->bounded) {
        if (missing->amount_least > 0)
            page_amount(&text, page, verdict, standing_suffices(verdict, missing->amount_least));
        text_add(&text, text.length ? " to " : "up to ");
    }
    page_amount(&text, page, verdict, standing_suffices(verdict, missing->amount_most));
    page_figure(page, PAGE_PLAIN, "Missing", &text);
}

static void lines_figure(struct page *page, enum page_key key, const char *name, const struct standing_verdict *verdict,
                         assay_money amount) {
    struct text text = {0};
    page_amount(&text, page, verdict, standing_reached(verdict, amount));
    page_figure(page, key, name, &text);
}

/* Whether credits cannot be told, so that certain and possible are not the least and the most that a sum may be. */
static bool lines_has_credits(const struct standing_verdict *verdict) {
    return verdict->requirement->kind == ASSAY_REQUIRES_AMOUNT &&
           (verdict->least != verdict->certain || verdict->greatest != verdict->possible);
}

static void lines_held(struct page *page, const struct standing_verdict *verdict) {
    lines_figure(page, PAGE_CERTAIN, "Certain", verdict, verdict->certain);
    if (verdict->possible != verdict->certain || lines_has_credits(verdict))
        lines_figure(page, PAGE_POSSIBLE, "Possible", verdict, verdict->possible);
    if (!lines_has_credits(verdict)) return;
    lines_figure(page, PAGE_PLAIN, "At the least", verdict, verdict->least);
    lines_figure(page, PAGE_PLAIN, "At the most", verdict, verdict->greatest);
}

/* What is missing is reckoned from the least and the most. */
static void lines_credits(struct page *page, const struct standing_verdict *verdict) {
    struct text words = {0};
    text_add(&words, "Rows that cannot be told hold charges of ");
    page_amount(&words, page, verdict, standing_charges(verdict));
    text_add(&words, " and credits of ");
    page_amount(&words, page, verdict, standing_credits(verdict));
    text_add(&words, ". \u201CAt the least\u201D leaves these charges out, \u201Cat the most\u201D leaves these credits "
                     "out. Possible counts both. Missing compares the needed amount with these two.");
    html_begin_class(&page->html, "p", "soft");
    html_text_of(&page->html, &words);
    html_end(&page->html);
    text_free(&words);
}

/* Measures that are not in force: what they would supply is not missing. */
static void lines_absent(struct page *page, const struct standing_verdict *verdict) {
    const struct assay_specialization *specialization =
        page->report->outlooks.all[page->number].standing->specialization;
    struct text words = {0};
    standing_absent_words(&words, &page->report->standings.usage, specialization, verdict->requirement);
    if (words.length) {
        html_begin_class(&page->html, "p", "absent");
        html_text(&page->html, verdict->idle ? "Nothing can count: " : "Part of it cannot count: ");
        html_text_of(&page->html, &words);
        html_text(&page->html, ".");
        html_end(&page->html);
    }
    text_free(&words);
}

static void lines_amount(struct page *page, const struct outlook_verdict *outlook) {
    const struct standing_verdict *verdict = outlook->verdict;
    struct text text = {0};
    struct page_bar bar = page_bar_of(verdict);
    if (verdict->known) page_bar(page, &bar);
    html_begin_class(&page->html, "dl", "figures");
    page_amount(&text, page, verdict, verdict->needed);
    page_figure(page, PAGE_NEEDED, verdict->requirement->average ? "Needed in the window" : "Needed", &text);
    if (!verdict->known) text_add(&text, "not known"), page_figure(page, PAGE_CERTAIN, "Certain", &text);
    if (verdict->known)
        lines_held(page, verdict);
    else if (standing_is_bounded(verdict))
        lines_figure(page, PAGE_POSSIBLE, "Possible", verdict, verdict->possible);
    if (verdict->known) lines_missing(page, verdict, &outlook->missing);
    html_end(&page->html);
    if (lines_has_credits(verdict)) lines_credits(page, verdict);
}

static void lines_count_figure(struct page *page, enum page_key key, const char *name,
                               const struct standing_verdict *verdict, uint64_t count) {
    struct text text = {0};
    text_addf(&text, "%llu\u00A0%s", (unsigned long long)count, standing_heads(verdict->requirement, count));
    page_figure(page, key, name, &text);
}

static void lines_count_missing(struct page *page, const struct standing_verdict *verdict,
                                const struct standing_missing *missing) {
    struct text text = {0};
    if (!missing->count_most) return;
    if (missing->count_least != missing->count_most)
        missing->count_least ? text_addf(&text, "%llu to ", (unsigned long long)missing->count_least)
                             : text_add(&text, "up to ");
    text_addf(&text, "%llu\u00A0%s", (unsigned long long)missing->count_most,
              standing_heads(verdict->requirement, missing->count_most));
    page_figure(page, PAGE_PLAIN, "Missing", &text);
}

static void lines_count(struct page *page, const struct outlook_verdict *outlook) {
    const struct standing_count *count = &outlook->verdict->count;
    struct text text = {0};
    if (count->needed) page_bar_count(page, count);
    html_begin_class(&page->html, "dl", "figures");
    if (count->needed)
        lines_count_figure(page, PAGE_NEEDED, "Needed", outlook->verdict, count->needed);
    else
        text_add(&text, "not published"), page_figure(page, PAGE_NEEDED, "Needed", &text);
    lines_count_figure(page, PAGE_CERTAIN, "Certain", outlook->verdict, count->certain);
    if (!count->bounded)
        text_add(&text, "not known"), page_figure(page, PAGE_POSSIBLE, "Possible", &text);
    else if (count->possible != count->certain)
        lines_count_figure(page, PAGE_POSSIBLE, "Possible", outlook->verdict, count->possible);
    lines_count_missing(page, outlook->verdict, &outlook->missing);
    html_end(&page->html);
}

/* ---- Words ---- */

static void lines_window(struct page *page, const struct standing_verdict *verdict) {
    char from[MONTH_TEXT], until[MONTH_TEXT];
    if (!verdict->has_window || verdict->from > verdict->until || verdict->from < 0) return;
    month_text(from, verdict->from);
    month_text(until, verdict->until);
    bool growth = verdict->requirement->kind == ASSAY_REQUIRES_GROWTH;
    html_begin_class(&page->html, "p", "soft");
    if (growth)
        html_textf(&page->html, "%s compared with %s.", until, from);
    else if (verdict->from == verdict->until)
        html_textf(&page->html, "Window: %s.", from);
    else
        html_textf(&page->html, "Window: %s to %s.", from, until);
    html_end(&page->html);
}

/* What meets the line, and how long. */
static void lines_validity(struct page *page, const struct standing_verdict *verdict) {
    struct text words = {0};
    bool kinds =
        verdict->requirement->kind == ASSAY_REQUIRES_DESIGNATION || verdict->requirement->kind == ASSAY_REQUIRES_AUDIT;
    if (verdict->since && kinds) text_add(&words, "Since "), style_date(&words, verdict->since);
    if (verdict->valid_until) {
        text_add(&words, words.length ? ", valid until " : "Valid until ");
        style_date(&words, verdict->valid_until);
    }
    if (verdict->name || words.length) {
        html_begin_class(&page->html, "p", "soft");
        if (verdict->name) html_textf(&page->html, "By \u201C%s\u201D. ", verdict->name);
        html_text_of(&page->html, &words);
        if (words.length) html_text(&page->html, ".");
        html_end(&page->html);
    }
    text_free(&words);
}

/* What the line would say next month if nothing new came in. */
static void lines_leaving(struct page *page, const struct outlook_verdict *outlook) {
    const struct standing_verdict *verdict = outlook->verdict;
    char month[MONTH_TEXT];
    struct text words = {0};
    if (!outlook->has_leaving || verdict->requirement->kind != ASSAY_REQUIRES_AMOUNT || outlook->leaving < 0 ||
        verdict->idle)
        return;
    month_text(month, outlook->leaving);
    text_addf(&words, "Next month %s leaves the window. The months that stay hold ", month);
    page_amount(&words, page, verdict, standing_reached(&outlook->stays, outlook->stays.least));
    if (outlook->stays.greatest != outlook->stays.least) {
        text_add(&words, " to ");
        page_amount(&words, page, verdict, standing_reached(&outlook->stays, outlook->stays.greatest));
    }
    if (verdict->count.asked) {
        const struct standing_count *count = &outlook->stays.count;
        text_add(&words, " from ");
        style_count(&words, count->certain, count->possible);
        text_addf(&words, " %s", standing_heads(verdict->requirement, count->possible));
    }
    text_addf(&words, ": if nothing new comes in, the line will %s.",
              outlook->stays.met == ASSAY_YES  ? "still be met"
              : outlook->stays.met == ASSAY_NO ? "not be met"
                                               : "be undecided");
    html_begin_class(&page->html, "p", "soft");
    html_text_of(&page->html, &words);
    html_end(&page->html);
    text_free(&words);
}

static void lines_period(struct page *page, const struct assay_requirement *requirement) {
    struct text words = {0};
    if (!requirement->from && !requirement->until) return;
    if (requirement->from) text_add(&words, "from "), style_date(&words, requirement->from);
    if (requirement->until)
        text_add(&words, requirement->from ? " until " : "until "), style_date(&words, requirement->until);
    html_begin(&page->html, "p");
    html_text(&page->html, "In force ");
    html_text_of(&page->html, &words);
    html_text(&page->html, ", both days included.");
    html_end(&page->html);
    text_free(&words);
}

/* Where the line stands in the rules, and what that cites: its heading has the rule's words. */
static void lines_rule(struct page *page, const struct assay_requirement *requirement) {
    const struct assay_specialization *specialization = page->report->summary.run->rules->specializations[page->number];
    struct html *html = &page->html;
    html_begin_class(html, "p", "source");
    html_text(html, "Rule: ");
    page_source(page, specialization->file, requirement->lines[0], &requirement->cites);
    html_end(html);
    lines_period(page, requirement);
    for (uint16_t i = 0; i < requirement->note_count; i++)
        html_element(html, "p", "note", requirement->notes[i]);
}

/* ---- Lines ---- */

static void lines_parts(struct page *page, const struct outlook_verdict *outlook, unsigned level);

static void lines_head(struct page *page, const struct standing_verdict *verdict, unsigned level) {
    static const char *const headings[] = {"h4", "h5", "h6"};
    const struct assay_requirement *requirement = verdict->requirement;
    struct html *html = &page->html;
    html_begin_class(html, "div", "head");
    html_begin(html, headings[level > 2 ? 2 : level]);
    if (requirement->option) html_textf(html, "Option \u201C%s\u201D: ", requirement->option);
    page_sentence(page, requirement->text);
    html_end(html);
    html_begin_class(html, "p", "verdict");
    page_mark(page, verdict->met);
    html_end(html);
    html_end(html);
    if (level == 0) lines_rule(page, requirement);
    if (!verdict->doubt) return;
    html_begin_class(html, "p", "soft");
    html_textf(html, "Cannot be told: %s.", standing_doubt_words(verdict->doubt));
    html_end(html);
}

/* A line and its parts; `level` is that of its heading. */
static void lines_line(struct page *page, const struct outlook_verdict *outlook, unsigned level) {
    const struct standing_verdict *verdict = outlook->verdict;
    struct text anchor = {0};
    html_begin_class(&page->html, "li", level == 0 ? "line" : "part");
    if (level == 0) page_line_anchor(&anchor, page, verdict->requirement);
    if (level == 0) page_identify(page, &anchor);
    lines_head(page, verdict, level);
    if (verdict->has_amount) lines_amount(page, outlook);
    if (verdict->count.asked) lines_count(page, outlook);
    lines_absent(page, verdict);
    lines_window(page, verdict);
    lines_validity(page, verdict);
    lines_leaving(page, outlook);
    if (verdict->requirement->kind == ASSAY_REQUIRES_AMOUNT) page_makeup(page, outlook);
    lines_parts(page, outlook, level);
    html_end(&page->html);
}

static void lines_parts(struct page *page, const struct outlook_verdict *outlook, unsigned level) {
    const struct assay_requirement *requirement = outlook->verdict->requirement;
    struct html *html = &page->html;
    if (!requirement->part_count) return;
    if (requirement->kind == ASSAY_REQUIRES_ANY_OF) html_element(html, "p", "joint", "Any one of these:");
    if (requirement->kind == ASSAY_REQUIRES_ALL_OF) html_element(html, "p", "joint", "All of these:");
    html_begin_class(html, "ul", "parts");
    for (uint16_t i = 0; i < requirement->part_count; i++)
        lines_line(page, &outlook->parts[i], level + 1);
    html_end(html);
}

void page_lines(struct page *page) {
    const struct outlook *outlook = &page->report->outlooks.all[page->number];
    struct html *html = &page->html;
    html_element(html, "h3", NULL, "Requirements");
    if (!outlook->standing->verdict_count) {
        html_element(html, "p", NULL, "No requirement is published, or none is in force on this day.");
        return;
    }
    html_begin_class(html, "ul", "lines");
    for (size_t i = 0; i < outlook->standing->verdict_count; i++)
        lines_line(page, &outlook->verdicts[i], 0);
    html_end(html);
}
