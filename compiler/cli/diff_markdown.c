/* diff_markdown.c - `assayc diff` for a pull request. Whatever comes from rule files is escaped. */
#include "compiler/cli/diff.h"

#include "runtime/base/show.h"

#include <string.h>
#include <strings.h>

struct diff_markdown {
    const struct diff *diff;
    const struct space *space;
    struct text *out;
};

/* Whether a mark would begin a list, or an address of the web, in which a point is no mere point. */
static bool markdown_begins(const char *text, size_t at) {
    if (text[at] == '-' || text[at] == '+') return at == 0;
    if (text[at] != '.' && text[at] != ')') return false;
    if (at >= 3 && strncasecmp(text + at - 3, "www", 3) == 0) return true;
    return at > 0 && strspn(text, "0123456789") == at;
}

static bool markdown_is_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* Whether a mark means anything where it stands. What means nothing stays as it is, so that names can be searched for:
 * an underscore within a word, a colon that begins no emoji and no address. */
static bool markdown_marks(const char *text, size_t at) {
    char last = at ? text[at - 1] : '\0', next = text[at + 1];
    switch (text[at]) {
    case '_':
        return !markdown_is_word(last) || !markdown_is_word(next);
    case '!':
        return next == '[';
    case ':':
        return next == '/' || next == ':' || (next && text[at + 1 + strcspn(text + at + 1, ": \"")] == ':') ||
               markdown_is_word(next) != (next >= '0' && next <= '9');
    default:
        return strchr("\\`*{}[]>#|~$", text[at]) != NULL || markdown_begins(text, at);
    }
}

/* Adds a text so that it is nothing but text: no markup, link, mention or line end. */
static void markdown_bytes(struct text *out, const char *text, size_t length) {
    for (size_t i = 0; i < length; i++) {
        if (text[i] == '<')
            text_add(out, "&lt;");
        else if (text[i] == '&' && (markdown_is_word(text[i + 1]) || text[i + 1] == '#'))
            text_add(out, "&amp;");
        else if (text[i] == '@')
            text_add(out, "&#64;");
        else if (text[i] && markdown_marks(text, i))
            text_add_char(out, '\\'), text_add_char(out, text[i]);
        else
            text_add_char(out, text[i]);
    }
}

void diff_markdown_text(struct text *out, const char *text) {
    struct text shown = {0};
    show_string(&shown, text, SHOW_ALL);
    if (shown.length) markdown_bytes(out, shown.data, shown.length);
    out->failed = out->failed || shown.failed;
    text_free(&shown);
}

/* Adds what was printed into `words`, escaped, and frees it. */
static void markdown_words(const struct diff_markdown *to, struct text *words) {
    if (words->length) diff_markdown_text(to->out, words->data);
    to->out->failed = to->out->failed || words->failed;
    text_free(words);
}

/* ---- Regions ---- */

static void markdown_part(const struct diff_markdown *to, const struct difference_part *part, size_t skip) {
    struct text words = {0};
    diff_words_box(to->space, part->common, NULL, skip, &words);
    if (part->boxes.count > 1)
        text_add(&words, words.length ? " and any of" : "any of");
    else if (!words.length)
        text_add(&words, "any row");
    markdown_words(to, &words);
    text_add_char(to->out, '\n');
    for (size_t i = 0; part->boxes.count > 1 && i < part->boxes.count; i++) {
        text_add(to->out, "  - ");
        diff_words_box(to->space, region_box(to->space, &part->boxes, i), part->common, skip, &words);
        markdown_words(to, &words);
        text_add_char(to->out, '\n');
    }
}

static void markdown_example(const struct diff_markdown *to, const struct difference_part *part) {
    struct text words = {0};
    text_add(to->out, "  - *for example* ");
    witness_print(to->space, &part->witness, &words);
    markdown_words(to, &words);
    text_add_char(to->out, '\n');
}

static void markdown_replaced(const struct diff_markdown *to, const struct difference_region *region, bool eligible) {
    struct text words = {0};
    text_add(to->out, "- ");
    diff_words_period(region->period, to->out);
    text_addf(to->out, "**%s** where ", diff_kind_words(DIFFERENCE_LOST, eligible));
    diff_words_field(to->space, region->parts[0].common, region->pivot, &words);
    markdown_words(to, &words);
    text_addf(to->out, ", **%s** where it ", diff_kind_words(DIFFERENCE_GAINED, eligible));
    box_print_field(to->space, region->parts[1].common, region->pivot, &words);
    markdown_words(to, &words);
    bool anywhere = diff_is_anywhere(to->space, &region->parts[0], region->pivot);
    text_add(to->out, anywhere ? "\n" : ", both if ");
    if (!anywhere) markdown_part(to, &region->parts[0], region->pivot);
    markdown_example(to, &region->parts[0]);
    markdown_example(to, &region->parts[1]);
}

/* Where what rows moved into is written. */
static void markdown_entered(void *context, const struct difference_edition *edition, size_t model) {
    const struct diff_markdown *to = context;
    struct text words = {0};
    if (!model) return;
    text_add(to->out, "  - *into* ");
    diff_words_edition(to->diff, edition, model, &words);
    markdown_words(to, &words);
    text_add_char(to->out, '\n');
}

static void markdown_region(struct diff_markdown *to, const struct difference_region *region,
                            const struct difference_specialization *specialization,
                            const struct difference_measure *measure) {
    if (region->kind == DIFFERENCE_REPLACED && region->alike) {
        markdown_replaced(to, region, !specialization);
        return;
    }
    for (size_t i = 0; i < region->part_count; i++) {
        const struct difference_part *part = &region->parts[i];
        text_add(to->out, "- ");
        diff_words_period(region->period, to->out);
        text_addf(to->out, "**%s**", diff_kind_words(part->kind, !specialization));
        if (part->kind == DIFFERENCE_MOVED) {
            struct text words = {0};
            text_add(to->out, " to ");
            diff_words_entered(specialization, measure, region->to, &words);
            markdown_words(to, &words);
        }
        text_add(to->out, " where ");
        markdown_part(to, part, DIFF_NO_FIELD);
        if (part->kind == DIFFERENCE_MOVED)
            diff_editions(&specialization->measures[region->to], region->period, markdown_entered, to);
        markdown_example(to, part);
    }
}

/* ---- Facts ---- */

static void markdown_fact(const struct diff_markdown *to, const struct difference_fact *fact) {
    text_add(to->out, "- ");
    if (fact->specialization) diff_markdown_text(to->out, fact->specialization);
    if (fact->measure) text_add(to->out, " / "), diff_markdown_text(to->out, fact->measure);
    if (fact->specialization) text_add(to->out, ": ");
    diff_markdown_text(to->out, fact->text);
    text_add_char(to->out, '\n');
}

static void markdown_facts(const struct diff_markdown *to, enum difference_heading heading) {
    const struct difference *difference = to->diff->difference;
    for (size_t i = 0; i < difference->fact_count; i++)
        if (difference->facts[i].heading == heading && !difference->facts[i].beside)
            markdown_fact(to, &difference->facts[i]);
}

static void markdown_section(const struct diff_markdown *to, enum difference_heading heading, const char *words) {
    if (!difference_fact_count_apart(to->diff->difference, heading)) return;
    text_addf(to->out, "\n### %s\n\n", words);
    markdown_facts(to, heading);
}

/* What changes nothing is folded away. */
static void markdown_no_effect(const struct diff_markdown *to) {
    size_t count = difference_fact_count(to->diff->difference, DIFFERENCE_NO_EFFECT) + to->diff->layout_only;
    if (!count) return;
    text_addf(to->out, "\n<details><summary>No effect on any row (%zu)</summary>\n\n", count);
    markdown_facts(to, DIFFERENCE_NO_EFFECT);
    if (to->diff->layout_only) text_add(to->out, "- the files differ in layout, order, comments or letters alone\n");
    text_add(to->out, "\n</details>\n");
}

/* ---- Sections ---- */

static void markdown_place(const struct diff_markdown *to, const struct difference_eligibility *eligibility,
                           size_t model) {
    struct text words = {0};
    if (!model) text_add(&words, "was ");
    if (!diff_words_eligibility(to->diff, eligibility, model, &words)) text_clear(&words);
    if (words.length) {
        markdown_words(to, &words);
        text_add(to->out, "\n\n");
    }
    text_free(&words);
}

static void markdown_eligibility(struct diff_markdown *to) {
    const struct difference *difference = to->diff->difference;
    markdown_section(to, DIFFERENCE_USAGE, "Which rows count at all");
    for (size_t e = 0; e < difference->eligibility_count; e++) {
        const struct difference_eligibility *eligibility = &difference->eligibilities[e];
        if (!eligibility->filter.region_count) continue;
        text_add(to->out, "\n### Eligibility: ");
        diff_markdown_text(to->out, diff_eligibility_name(eligibility));
        text_add(to->out, "\n\n");
        for (size_t model = 2; model-- > 0;)
            markdown_place(to, eligibility, model);
        for (size_t i = 0; i < eligibility->filter.region_count; i++)
            markdown_region(to, &eligibility->filter.regions[i], NULL, NULL);
    }
    if (difference->eligible_alike)
        text_add(to->out, "\nTogether they let the same rows through as before; only reasons change.\n");
}

static void markdown_edition(void *context, const struct difference_edition *edition, size_t model) {
    const struct diff_markdown *to = context;
    struct text words = {0};
    if (!model) text_add(&words, "was ");
    diff_words_edition(to->diff, edition, model, &words);
    markdown_words(to, &words);
    text_add(to->out, "\n\n");
}

static void markdown_passage(const struct diff_markdown *to, const struct difference_passage *passage) {
    struct text words = {0};
    text_add(to->out, "- ");
    diff_words_passage(passage, &words);
    markdown_words(to, &words);
    text_add(to->out, passage->whole ? "\n" : " where ");
    if (!passage->whole) markdown_part(to, &passage->part, DIFF_NO_FIELD);
    markdown_example(to, &passage->part);
}

/* Ends a list, if there is one above. */
static void markdown_paragraph(const struct diff_markdown *to) {
    const struct text *out = to->out;
    bool apart = out->length >= 2 && memcmp(out->data + out->length - 2, "\n\n", 2) == 0;
    if (!apart) text_add_char(to->out, '\n');
}

/* The regions, each period behind the editions that it is about. */
static void markdown_regions(struct diff_markdown *to, const struct difference_specialization *specialization,
                             const struct difference_measure *measure) {
    const struct difference_region *last = NULL;
    for (size_t i = 0; i < measure->filter.region_count; i++) {
        const struct difference_region *region = &measure->filter.regions[i];
        bool same = last && last->first_slice == region->first_slice && last->slice_count == region->slice_count;
        if (!same) {
            markdown_paragraph(to);
            diff_editions(measure, region->period, markdown_edition, to);
        }
        markdown_region(to, region, specialization, measure);
        last = region;
    }
}

static void markdown_measure(struct diff_markdown *to, const struct difference_specialization *specialization,
                             const struct difference_measure *measure) {
    const struct difference *difference = to->diff->difference;
    struct text words = {0};
    text_add(to->out, "\n#### ");
    diff_words_measure(measure, &words);
    markdown_words(to, &words);
    text_add(to->out, "\n\n");
    for (size_t i = 0; i < difference->fact_count; i++) {
        if (!diff_is_beside(&difference->facts[i], measure)) continue;
        text_add(to->out, "- ");
        diff_markdown_text(to->out, difference->facts[i].text);
        text_add_char(to->out, '\n');
    }
    for (size_t i = 0; i < measure->passage_count; i++) {
        markdown_paragraph(to);
        diff_passage_editions(measure, &measure->passages[i], markdown_edition, to);
        markdown_passage(to, &measure->passages[i]);
    }
    markdown_regions(to, specialization, measure);
}

/* One name; all of the new rules after a split. */
static void markdown_names(const struct diff_markdown *to, const struct difference_specialization *specialization) {
    diff_markdown_text(to->out, diff_specialization_name(specialization));
    for (size_t i = 1; i < specialization->new_count; i++) {
        text_add(to->out, ", ");
        diff_markdown_text(to->out, specialization->news[i]->name.text);
    }
}

static void markdown_specialization(struct diff_markdown *to, const struct difference_specialization *specialization) {
    bool headed = false;
    for (size_t m = 0; m < specialization->measure_count; m++) {
        const struct difference_measure *measure = &specialization->measures[m];
        if (!diff_has_section(measure)) continue;
        if (!headed) {
            text_add(to->out, "\n### ");
            markdown_names(to, specialization);
            text_add_char(to->out, '\n');
        }
        headed = true;
        markdown_measure(to, specialization, measure);
    }
}

static void markdown_head(const struct diff_markdown *to) {
    const struct difference *difference = to->diff->difference;
    text_add(to->out, "## Rules: ");
    diff_markdown_text(to->out, to->diff->sides[0].name);
    text_add(to->out, " → ");
    diff_markdown_text(to->out, to->diff->sides[1].name);
    text_addf(to->out, "\n\n**%s** (", diff_is_different(to->diff) ? "Different" : "Equal: no row changes sides");
    struct text counts = {0};
    diff_words_count(difference, &counts);
    text_addf(to->out, "%s%s%llu cells compared)\n", counts.length ? counts.data : "", counts.length ? "; " : "",
              (unsigned long long)space_cells(to->space));
    text_free(&counts);
}

void diff_print_markdown(const struct diff *diff, struct text *out) {
    struct diff_markdown to = {diff, diff->difference->space, out};
    markdown_head(&to);
    markdown_eligibility(&to);
    markdown_section(&to, DIFFERENCE_MEASURES, "Measures");
    for (size_t s = 0; s < diff->difference->specialization_count; s++)
        markdown_specialization(&to, &diff->difference->specializations[s]);
    markdown_section(&to, DIFFERENCE_REQUIREMENTS, "Requirements");
    if (diff->usage) diff_usage_markdown(diff->usage, out);
    markdown_no_effect(&to);
}
