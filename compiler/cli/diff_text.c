/* diff_text.c - `assayc diff` for people. */
#include "compiler/cli/diff.h"

#include <string.h>

struct diff_text {
    const struct diff *diff;
    const struct space *space;
    struct text *out;
    const char *bold, *red, *green, *blue, *off;
};

static const char *text_tone(const struct diff_text *to, enum difference_kind kind) {
    return kind == DIFFERENCE_LOST ? to->red : kind == DIFFERENCE_GAINED ? to->green : to->blue;
}

static void text_heading(const struct diff_text *to, const char *heading) {
    text_addf(to->out, "%s%s%s%s\n", to->out->length ? "\n" : "", to->bold, heading, to->off);
}

/* ---- Where it is written ---- */

static void text_edition(void *context, const struct difference_edition *edition, size_t model) {
    const struct diff_text *to = context;
    text_add(to->out, model ? "  " : "  was ");
    diff_words_edition(to->diff, edition, model, to->out);
    text_add_char(to->out, '\n');
}

/* Where what rows moved into is written. */
static void text_entered(void *context, const struct difference_edition *edition, size_t model) {
    const struct diff_text *to = context;
    if (!model) return;
    text_add(to->out, "    into ");
    diff_words_edition(to->diff, edition, model, to->out);
    text_add_char(to->out, '\n');
}

/* ---- Regions ---- */

/* Conditions one below another, alternatives behind `either` and `or`. */
static void text_part(const struct diff_text *to, const struct difference_part *part, size_t skip) {
    const char *joint = "    ";
    for (size_t field = 0; field < to->space->field_count; field++) {
        if (field == skip || !diff_limits(to->space, part->common, NULL, field)) continue;
        text_add(to->out, joint);
        diff_words_field(to->space, part->common, field, to->out);
        text_add_char(to->out, '\n');
        joint = "    and ";
    }
    for (size_t i = 0; part->boxes.count > 1 && i < part->boxes.count; i++) {
        text_addf(to->out, "%s%s", i ? "    " : joint, i ? "" : "either ");
        if (i) text_addf(to->out, "%*sor ", (int)strlen(joint), "");
        diff_words_box(to->space, region_box(to->space, &part->boxes, i), part->common, skip, to->out);
        text_add_char(to->out, '\n');
    }
    if (part->boxes.count == 1 && joint[4] == '\0') text_add(to->out, "    any row\n");
}

static void text_example(const struct diff_text *to, const struct difference_part *part) {
    text_add(to->out, "    for example ");
    witness_print(to->space, &part->witness, to->out);
    text_add_char(to->out, '\n');
}

static void text_replaced(const struct diff_text *to, const struct difference_region *region, bool eligible) {
    const struct difference_part *lost = &region->parts[0], *gained = &region->parts[1];
    text_add(to->out, "  ");
    diff_words_period(region->period, to->out);
    text_addf(to->out, "%s%s%s where %s ", to->red, diff_kind_words(DIFFERENCE_LOST, eligible), to->off,
              to->space->fields[region->pivot].name);
    box_print_field(to->space, lost->common, region->pivot, to->out);
    text_addf(to->out, ", %s%s%s where it ", to->green, diff_kind_words(DIFFERENCE_GAINED, eligible), to->off);
    box_print_field(to->space, gained->common, region->pivot, to->out);
    bool anywhere = diff_is_anywhere(to->space, lost, region->pivot);
    text_add(to->out, anywhere ? "\n" : ", both if\n");
    if (!anywhere) text_part(to, lost, region->pivot);
    text_example(to, lost);
    text_example(to, gained);
}

static void text_region(struct diff_text *to, const struct difference_region *region,
                        const struct difference_specialization *specialization,
                        const struct difference_measure *measure) {
    if (region->kind == DIFFERENCE_REPLACED && region->alike) {
        text_replaced(to, region, !specialization);
        return;
    }
    for (size_t i = 0; i < region->part_count; i++) {
        const struct difference_part *part = &region->parts[i];
        text_add(to->out, "  ");
        diff_words_period(region->period, to->out);
        text_addf(to->out, "%s%s%s", text_tone(to, part->kind), diff_kind_words(part->kind, !specialization), to->off);
        if (part->kind == DIFFERENCE_MOVED) {
            text_add(to->out, " to ");
            diff_words_entered(specialization, measure, region->to, to->out);
        }
        text_add(to->out, " where\n");
        text_part(to, part, DIFF_NO_FIELD);
        if (part->kind == DIFFERENCE_MOVED)
            diff_editions(&specialization->measures[region->to], region->period, text_entered, to);
        text_example(to, part);
    }
}

/* ---- Facts ---- */

static void text_fact(const struct diff_text *to, const struct difference_fact *fact) {
    text_add(to->out, "  ");
    if (fact->specialization) text_add(to->out, fact->specialization);
    if (fact->measure) text_addf(to->out, " / %s", fact->measure);
    text_addf(to->out, "%s%s\n", fact->specialization ? ": " : "", fact->text);
}

static void text_facts(const struct diff_text *to, enum difference_heading heading, const char *words) {
    const struct difference *difference = to->diff->difference;
    bool layout = heading == DIFFERENCE_NO_EFFECT && to->diff->layout_only;
    if (!difference_fact_count_apart(difference, heading) && !layout) return;
    text_heading(to, words);
    for (size_t i = 0; i < difference->fact_count; i++)
        if (difference->facts[i].heading == heading && !difference->facts[i].beside)
            text_fact(to, &difference->facts[i]);
    if (layout) text_add(to->out, "  the files differ in layout, order, comments or letters alone\n");
}

/* ---- Sections ---- */

static void text_place(const struct diff_text *to, const struct difference_eligibility *eligibility, size_t model) {
    struct text words = {0};
    if (diff_words_eligibility(to->diff, eligibility, model, &words))
        text_addf(to->out, "  %s%s\n", model ? "" : "was ", words.data ? words.data : "");
    to->out->failed = to->out->failed || words.failed;
    text_free(&words);
}

static void text_eligibility(struct diff_text *to) {
    const struct difference *difference = to->diff->difference;
    text_facts(to, DIFFERENCE_USAGE, "Which rows count at all");
    for (size_t e = 0; e < difference->eligibility_count; e++) {
        const struct difference_eligibility *eligibility = &difference->eligibilities[e];
        if (!eligibility->filter.region_count) continue;
        struct text heading = {0};
        text_addf(&heading, "Eligibility: %s", diff_eligibility_name(eligibility));
        text_heading(to, heading.data ? heading.data : "");
        text_free(&heading);
        text_place(to, eligibility, 1);
        text_place(to, eligibility, 0);
        for (size_t i = 0; i < eligibility->filter.region_count; i++)
            text_region(to, &eligibility->filter.regions[i], NULL, NULL);
    }
    if (difference->eligible_alike)
        text_add(to->out, "  Together they let the same rows through as before; only reasons change.\n");
}

/* Rows that go on under another name; all of them, or some. */
static void text_passage(struct diff_text *to, const struct difference_measure *measure,
                         const struct difference_passage *passage) {
    diff_passage_editions(measure, passage, text_edition, to);
    text_addf(to->out, "  %s", to->blue);
    diff_words_passage(passage, to->out);
    text_addf(to->out, "%s%s\n", to->off, passage->whole ? "" : " where");
    if (!passage->whole) text_part(to, &passage->part, DIFF_NO_FIELD);
    text_example(to, &passage->part);
}

/* The regions, each period behind the editions that it is about. */
static void text_regions(struct diff_text *to, const struct difference_specialization *specialization,
                         const struct difference_measure *measure) {
    const struct difference_region *last = NULL;
    for (size_t i = 0; i < measure->filter.region_count; i++) {
        const struct difference_region *region = &measure->filter.regions[i];
        bool same = last && last->first_slice == region->first_slice && last->slice_count == region->slice_count;
        if (!same) diff_editions(measure, region->period, text_edition, to);
        text_region(to, region, specialization, measure);
        last = region;
    }
}

static void text_measures(struct diff_text *to, const struct difference_specialization *specialization) {
    const struct difference *difference = to->diff->difference;
    for (size_t m = 0; m < specialization->measure_count; m++) {
        const struct difference_measure *measure = &specialization->measures[m];
        if (!diff_has_section(measure)) continue;
        struct text heading = {0};
        diff_words_measure(measure, &heading);
        text_heading(to, heading.data ? heading.data : "");
        text_free(&heading);
        for (size_t i = 0; i < difference->fact_count; i++)
            if (diff_is_beside(&difference->facts[i], measure)) text_addf(to->out, "  %s\n", difference->facts[i].text);
        for (size_t i = 0; i < measure->passage_count; i++)
            text_passage(to, measure, &measure->passages[i]);
        text_regions(to, specialization, measure);
    }
}

static void text_summary(const struct diff_text *to) {
    const struct difference *difference = to->diff->difference;
    uint64_t cells = space_cells(difference->space);
    struct text *out = to->out;
    if (out->length) text_add_char(out, '\n');
    text_add(out, to->bold);
    text_add(out, diff_is_different(to->diff) ? "different" : "equal: no row changes sides");
    struct text parts = {0};
    diff_words_count(difference, &parts);
    if (parts.length) text_addf(out, ": %s", parts.data);
    text_free(&parts);
    text_addf(out, "%s; ", to->off);
    if (cells == UINT64_MAX)
        text_add(out, "more than 18446744073709551614 cells compared\n");
    else
        text_addf(out, "%llu cells compared\n", (unsigned long long)cells);
}

/* ---- Lines ---- */

enum { TEXT_WIDTH = 79, TEXT_FURTHER = 4 };

/* Whether a line may break at a blank: behind punctuation, or before a word in small letters, so that names of fields
 * and measures stay whole. */
static bool text_breaks(const char *blank, const char *end) {
    if (strchr(",;:\")", blank[-1])) return true;
    return blank + 1 < end && blank[1] >= 'a' && blank[1] <= 'z';
}

/* The next words of a line, up to a blank where it may break, which stands in no quotes. Their columns leave out what
 * steers the terminal. */
static const char *text_word(const char *at, const char *end, size_t *columns) {
    bool quoted = false, steering = false;
    *columns = 0;
    for (const char *begin = at; at < end; at++) {
        if (*at == ' ' && !quoted && at > begin && text_breaks(at, end)) break;
        if (*at == '"') quoted = !quoted;
        if (*at == '\033') steering = true;
        *columns += !steering && ((unsigned char)*at & 0xC0) != 0x80;
        if (*at == 'm') steering = false;
    }
    return at;
}

/* Breaks a line that is too wide; further lines are indented. */
static void text_line(struct text *out, const char *line, const char *end) {
    size_t indent = strspn(line, " "), column = indent, columns;
    text_add_repeat(out, ' ', indent);
    for (const char *at = line + indent; at < end; at++) {
        const char *word = at;
        at = text_word(at, end, &columns);
        bool first = word == line + indent;
        bool breaks = !first && column + 1 + columns > TEXT_WIDTH;
        if (breaks) text_add_char(out, '\n');
        if (!first) text_add_repeat(out, ' ', breaks ? indent + TEXT_FURTHER : 1);
        column = breaks ? indent + TEXT_FURTHER + columns : column + columns + !first;
        text_add_bytes(out, word, (size_t)(at - word));
    }
    text_add_char(out, '\n');
}

static void text_lines(struct text *out, const struct text *all) {
    const char *line = all->data, *last = line + all->length;
    for (const char *end; line < last && (end = memchr(line, '\n', (size_t)(last - line))); line = end + 1)
        text_line(out, line, end);
}

void diff_print_text(const struct diff *diff, bool colour, bool wide, struct text *out) {
    struct text all = {0};
    struct diff_text to = {.diff = diff, .space = diff->difference->space, .out = &all};
    to.bold = to.red = to.green = to.blue = to.off = "";
    if (colour) {
        to.bold = "\033[1m", to.red = "\033[31m", to.green = "\033[32m", to.blue = "\033[34m";
        to.off = "\033[0m";
    }
    text_eligibility(&to);
    text_facts(&to, DIFFERENCE_MEASURES, "Measures");
    for (size_t s = 0; s < diff->difference->specialization_count; s++)
        text_measures(&to, &diff->difference->specializations[s]);
    text_facts(&to, DIFFERENCE_REQUIREMENTS, "Requirements");
    if (diff->usage) diff_usage_text(diff->usage, &all);
    text_facts(&to, DIFFERENCE_NO_EFFECT, "No effect on any row");
    text_summary(&to);
    if (all.length && wide)
        text_add_bytes(out, all.data, all.length);
    else if (all.length)
        text_lines(out, &all);
    out->failed = out->failed || all.failed;
    text_free(&all);
}
