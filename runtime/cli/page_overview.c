/* page_overview.c - all specializations at a glance, what needs attention first. */
#include "runtime/cli/page.h"

#include "runtime/cli/gauge.h"

static const struct {
    const char *anchor, *tile, *words;
} overview_ranks[] = {
    [REPORT_DANGER] = {"group.danger", "in danger",
                       "In danger: the partner has it, and it is not met, ends or breaks soon"},
    [REPORT_RISK] = {"group.risk", "at risk", "At risk: Active, but depends on new usage or on single customers"},
    [REPORT_LAST_STEP] = {"group.last-step", "one step left", "Only the audit or the customer references are left"},
    [REPORT_MISSING] = {"group.missing", "something is missing", "Something is missing"},
    [REPORT_OPEN] = {"group.open", "cannot be told", "Nothing is known to be missing, but something cannot be told"},
    [REPORT_IDLE] = {"group.not-in-force", "cannot be met", "Cannot be met: a measure is not in force"},
    [REPORT_ACTIVE] = {"group.active", "", "Active, and no date within the next 60 days"},
    [REPORT_UNPUBLISHED] = {"group.unpublished", "wait for what is not published",
                            "Begun; what else they require is not published"},
    [REPORT_NOT_BEGUN] = {"group.not-begun", "not begun",
                          "Not begun: nothing counts, nobody is certified, nothing is stated"},
};
#define OVERVIEW_RANKS (sizeof overview_ranks / sizeof *overview_ranks)

/* ---- Lines in short ---- */

static void overview_options(struct text *out, const struct assay_requirement *requirement) {
    text_add(out, "either ");
    for (uint16_t i = 0; i < requirement->part_count; i++)
        text_addf(out, "%s%s", i ? " or " : "", requirement->parts[i].option ? requirement->parts[i].option : "...");
}

static void overview_label(struct text *out, const struct assay_requirement *requirement) {
    switch (requirement->kind) {
    case ASSAY_REQUIRES_DESIGNATION:
        text_add(out, "designation");
        return;
    case ASSAY_REQUIRES_AUDIT:
        text_add(out, "audit");
        return;
    case ASSAY_REQUIRES_REFERENCES:
        text_add(out, "references");
        return;
    case ASSAY_REQUIRES_UNPUBLISHED:
        text_addf(out, "%s not published", requirement->subject);
        return;
    case ASSAY_REQUIRES_ANY_OF:
        overview_options(out, requirement);
        return;
    default:
        text_add(out, requirement->name_count ? requirement->names[0] : "");
        if (requirement->name_count > 1) text_addf(out, " and %d more", requirement->name_count - 1);
    }
}

/* What a line asks for, and how far it is: drawn, and in words for screen readers, or as a count. */
static void overview_gauge(struct page *page, const struct standing_verdict *verdict) {
    struct html *html = &page->html;
    struct text words = {0};
    overview_label(&words, verdict->requirement);
    if (verdict->count.asked && !verdict->has_amount) {
        text_add_char(&words, ' ');
        gauge_count(&words, &verdict->count);
    }
    html_text_of(html, &words);
    text_clear(&words);
    if (verdict->has_amount && page_gauge(page, verdict)) {
        text_add_char(&words, ' ');
        gauge_amount(&words, verdict, report_currency(page->report), false);
        html_begin_class(html, "span", "unseen");
        html_text_of(html, &words);
        html_end(html);
    }
    text_free(&words);
}

/* The parts that are not surely met, which the whole's figures do not show. */
static void overview_parts(struct page *page, const struct standing_verdict *verdict) {
    if (verdict->requirement->kind == ASSAY_REQUIRES_ANY_OF || verdict->requirement->kind == ASSAY_REQUIRES_ALL_OF)
        return;
    for (uint16_t i = 0; i < verdict->requirement->part_count; i++) {
        if (verdict->parts[i].met == ASSAY_YES) continue;
        html_text(&page->html, ", of which ");
        overview_gauge(page, &verdict->parts[i]);
    }
}

/* A line: its answer, what it asks for, how far it is; it leads to the line. */
static void overview_line(struct page *page, const struct standing_verdict *verdict) {
    static const char *const classes[] = {"no", "yes", "open"};
    struct html *html = &page->html;
    struct text anchor = {0};
    page_line_anchor(&anchor, page, verdict->requirement);
    html_begin_class(html, "li", classes[verdict->met]);
    html_begin(html, "a");
    page_link(page, &anchor);
    page_sign(page, verdict->met);
    html_begin_class(html, "span", "unseen");
    html_textf(html, "%s: ", gauge_words(verdict->met));
    html_end(html);
    overview_gauge(page, verdict);
    overview_parts(page, verdict);
    html_end(html);
    html_end(html);
}

static void overview_lines(struct page *page, const struct standing *standing) {
    html_begin(&page->html, "td");
    html_begin_class(&page->html, "ul", "chips");
    for (size_t i = 0; i < standing->verdict_count; i++)
        overview_line(page, &standing->verdicts[i]);
    html_end(&page->html);
    html_end(&page->html);
}

/* Of those that are not begun only what comes next. */
static void overview_row(struct page *page, const struct report_ranked *ranked) {
    struct html *html = &page->html;
    const struct standing *standing = ranked->outlook->standing;
    page->number = ranked->number;
    page_row(page, NULL);
    html_begin(html, "a");
    html_attributef(html, "href", "#%s", page->slugs[page->number]);
    html_text(html, standing->specialization->name);
    html_end(html);
    html_begin_class(html, "span", "facts");
    page_status(page, standing);
    html_textf(html, " %s", standing->specialization->area);
    html_end(html);
    html_end(html);
    if (!page_is_quiet(page, ranked)) overview_lines(page, standing);
    html_begin_class(html, "td", "next");
    if (page_is_quiet(page, ranked)) html_attribute(html, "colspan", "2");
    if (report_warns(ranked)) page_warnings(page, REPORT_WARNINGS);
    html_text(html, standing->next);
    if (ranked->rank == REPORT_LAST_STEP) page_step(page, standing);
    html_end(html);
    html_end(html);
}

/* ---- Groups ---- */

static size_t overview_count(const struct page *page, enum report_rank rank) {
    size_t count = 0;
    for (size_t i = 0; i < page->report->outlooks.count; i++)
        count += page->ranked[i].rank == rank && page_shows(page, &page->ranked[i]);
    return count;
}

static void overview_group(struct page *page, enum report_rank rank) {
    struct html *html = &page->html;
    if (!overview_count(page, rank)) return;
    html_begin(html, "tbody");
    html_begin_class(html, "tr", "group");
    html_begin(html, "th");
    html_attribute(html, "id", overview_ranks[rank].anchor);
    html_attribute(html, "scope", "rowgroup");
    html_attribute(html, "colspan", "3");
    html_text(html, overview_ranks[rank].words);
    html_end(html);
    html_end(html);
    for (size_t i = 0; i < page->report->outlooks.count; i++)
        if (page->ranked[i].rank == rank && page_shows(page, &page->ranked[i])) overview_row(page, &page->ranked[i]);
    html_end(html);
}

static void overview_table(struct page *page) {
    static const struct page_column columns[] = {
        {"Specialization", false}, {"What it requires", false}, {"What comes next", false}, {NULL, false}};
    page_table_head(page, page->report->only ? "This specialization" : "What needs attention first", "overview",
                    columns);
    for (size_t rank = 0; rank < OVERVIEW_RANKS; rank++)
        overview_group(page, (enum report_rank)rank);
    html_end(&page->html);
}

/* ---- Tiles ---- */

static void overview_tile(struct page *page, const char *anchor, const char *class_name, size_t count,
                          const char *words) {
    struct html *html = &page->html;
    html_begin_class(html, "li", class_name);
    if (anchor) html_begin(html, "a");
    if (anchor) html_attributef(html, "href", "#%s", anchor);
    html_begin(html, "strong");
    html_textf(html, "%zu", count);
    html_end(html);
    html_text(html, " ");
    html_element(html, "span", NULL, words);
    if (anchor) html_end(html);
    html_end(html);
}

/* How many stand where; those that are Active are in the first tile, be they in danger or not. */
static void overview_tiles(struct page *page) {
    struct html *html = &page->html;
    size_t active = 0;
    struct text words = {0};
    for (size_t i = 0; i < page->report->outlooks.count; i++)
        active += page->ranked[i].outlook->standing->status == STANDING_ACTIVE;
    text_addf(&words, "of %zu Active", page->report->outlooks.count);
    html_begin_class(html, "ul", "tiles");
    enum report_rank leads = overview_count(page, REPORT_ACTIVE) ? REPORT_ACTIVE
                             : overview_count(page, REPORT_RISK) ? REPORT_RISK
                                                                 : REPORT_DANGER;
    overview_tile(page, active ? overview_ranks[leads].anchor : NULL, "active", active, words.failed ? "" : words.data);
    for (size_t rank = 0; rank < OVERVIEW_RANKS; rank++) {
        size_t count = overview_count(page, (enum report_rank)rank);
        if (count && rank != REPORT_ACTIVE)
            overview_tile(page, overview_ranks[rank].anchor, rank <= REPORT_RISK ? "danger" : NULL, count,
                          overview_ranks[rank].tile);
    }
    html_end(html);
    text_free(&words);
}

/* ---- The whole ---- */

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

static void overview_key(struct html *html, const char *key, const char *words) {
    html_begin_class(html, "span", "key");
    html_begin_class(html, "svg", "bar");
    html_attribute(html, "aria-hidden", "true");
    html_begin_class(html, "rect", key);
    html_attribute(html, "width", "100%");
    html_attribute(html, "height", "100%");
    html_end(html);
    html_end(html);
    html_text(html, words);
    html_end(html);
    html_text(html, " ");
}

static void overview_legend(struct page *page) {
    static const enum assay_answer answers[] = {ASSAY_YES, ASSAY_NO, ASSAY_CANNOT_TELL};
    struct html *html = &page->html;
    html_begin_class(html, "p", "legend");
    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++)
        page_mark(page, answers[i]), html_text(html, " ");
    overview_key(html, "certain", "certain");
    overview_key(html, "possible", "possible: may count");
    overview_key(html, "need", "needed");
    html_begin(html, "a");
    html_attribute(html, "href", "#words");
    html_text(html, "What the words mean");
    html_end(html);
    html_end(html);
}

void page_overview(struct page *page) {
    struct html *html = &page->html;
    html_begin(html, "section");
    html_attribute(html, "aria-labelledby", "overview");
    html_begin_class(html, "h2", "unseen");
    html_attribute(html, "id", "overview");
    html_text(html, "Overview");
    html_end(html);
    if (!page->report->only) overview_tiles(page);
    overview_legend(page);
    overview_table(page);
    html_end(html);
}
