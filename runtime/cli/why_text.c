/* why_text.c - `assay why` for people. */
#include "runtime/cli/why.h"

#include "runtime/cli/style.h"
#include "runtime/cli/words.h"
#include "runtime/base/show.h"

#include <stdlib.h>
#include <string.h>

#define WHY_VALUES 6   /* values written out per condition */
#define WHY_FULL   3   /* measures that do not count and are shown in full */
#define WHY_CELL   200 /* characters of a cell */
#define WHY_CLAIM  100

static void why_text_title(struct style *style, const struct text *title) {
    if (title->failed)
        style->out->failed = true;
    else
        style_title(style, title->data, "");
}

/* Wraps words that begin at `column`. */
static void why_text_wrap(struct text *out, const struct text *words, size_t indent, size_t column) {
    if (words->failed)
        out->failed = true;
    else
        style_wrap(out, words->data, indent, column);
}

static void why_text_head(struct style *style, const struct why *why) {
    struct text title = {0};
    if (why->row) {
        text_addf(&title, "Row %llu (line %llu) of ", (unsigned long long)why->row,
                  (unsigned long long)why->run->row.line);
        show_string(&title, strcmp(why->path, "-") == 0 ? "<stdin>" : why->path, SHOW_ALL);
    } else {
        text_add(&title, "A row made up");
    }
    why_text_title(style, &title);
    text_free(&title);
}

/* A cell in words: absent, blank, or the text in quotes. */
static void why_text_value(struct text *out, const struct assay_cell *cell, size_t most) {
    if (!cell->text) {
        text_add(out, "absent");
    } else if (assay_is_blank(cell->text, cell->length)) {
        text_add(out, "blank");
    } else {
        text_add_char(out, '"');
        show_add(out, cell->text, cell->length, most);
        text_add_char(out, '"');
    }
}

/* A text that is longer than its column goes on a line of its own. */
static void why_text_cell(struct text *out, const struct why *why, uint16_t f, size_t column) {
    struct text value = {0};
    why_text_value(&value, &why->cells[f], WHY_CELL);
    if (why->assumptions[f].text) text_add(&value, " (assumed)");
    bool room = !value.failed && column + style_columns(value.data) <= STYLE_WIDTH;
    text_add(out, "  ");
    style_left(out, why->rules->usage->fields[f].name, room ? column - 2 : 0);
    if (!room) text_add(out, "\n    ");
    why_text_wrap(out, &value, 4, room ? column : 4);
    text_free(&value);
}

static bool why_text_has_cell(const struct why *why, uint16_t f) {
    return why->uses[f] && (why->row || why->cells[f].text);
}

static void why_text_cells(struct style *style, const struct why *why) {
    const struct assay_usage *usage = why->rules->usage;
    size_t column = 0;
    for (uint16_t f = 0; f < usage->field_count; f++)
        if (why_text_has_cell(why, f) && style_columns(usage->fields[f].name) + 3 > column)
            column = style_columns(usage->fields[f].name) + 3;
    for (uint16_t f = 0; f < usage->field_count; f++)
        if (why_text_has_cell(why, f)) why_text_cell(style->out, why, f, column);
}

static void why_text_condition(struct style *style, const struct why *why, const struct assay_condition *condition,
                               size_t indent) {
    enum assay_answer answer = assay_condition_holds(why->rules, condition, &why->cells[condition->field]);
    struct text words = {0};
    words_condition(&words, why->rules->usage, condition, WHY_VALUES);
    text_addf(&words, " (line %u)", condition->lines[0]);
    text_add_repeat(style->out, ' ', indent);
    style_add(style, answer == ASSAY_YES ? STYLE_GOOD : answer == ASSAY_NO ? STYLE_BAD : STYLE_OPEN, words_met(answer));
    text_add_repeat(style->out, ' ', 12 - strlen(words_met(answer)));
    why_text_wrap(style->out, &words, indent + 14, indent + 12);
    text_free(&words);
}

static void why_text_eligibility(struct style *style, const struct why *why) {
    const struct assay_usage *usage = why->rules->usage;
    text_add_char(style->out, '\n');
    style_add(style, STYLE_BOLD, "Eligible: ");
    text_addf(style->out, "%s (%s)\n", words_answer(why->eligible), usage->file);
    for (uint16_t e = 0; e < usage->eligibility_count; e++) {
        const struct assay_eligibility *eligibility = &usage->eligibilities[e];
        text_addf(style->out, "  %s\n", eligibility->reason);
        for (uint16_t c = 0; c < eligibility->clause_count; c++) {
            if (c) text_add(style->out, "    or\n");
            for (uint16_t i = 0; i < eligibility->clauses[c].condition_count; i++)
                why_text_condition(style, why, &eligibility->clauses[c].conditions[i], 4);
        }
    }
}

static void why_text_claim(struct text *out, const struct why *why, uint16_t field) {
    text_addf(out, "%s ", why->rules->usage->fields[field].name);
    why_text_value(out, &why->cells[field], WHY_CLAIM);
}

/* A row that is alike in every cell to an earlier one, and what settles it. */
static void why_text_repeat(struct style *style, const struct why *why) {
    const struct run *run = why->run;
    struct text words = {0};
    if (!why->once.repeats) return;
    text_add_char(style->out, '\n');
    style_add(style, STYLE_BOLD, "Repeat: ");
    text_addf(&words, "alike in every cell to row %llu", (unsigned long long)why->once.repeats);
    if (run->repeats == ONCE_REPEATS_DROPPED)
        text_add(&words, ", and dropped as --repeats drop says");
    else if (run->repeats == ONCE_REPEATS_COUNTED)
        text_add(&words, run->claim_absent ? "; --repeats count settles nothing without the column that the file lacks"
                                           : ", and consumption of its own as --repeats count says");
    else if (why->once.result == ONCE_DUPLICATE)
        text_add(&words, ", and a duplicate as well");
    else
        text_addf(&words, ", so whether it counts cannot be told. %s settles it",
                  run->claim_absent ? "Of the two options, only --repeats drop" : "--repeats count or drop");
    text_addf(&words, " (%s:%u)", why->rules->usage->file, why->rules->usage->lines[3]);
    why_text_wrap(style->out, &words, 2, strlen("Repeat: "));
    text_free(&words);
}

/* The absent columns that leave the row undecided; their number. */
static size_t why_text_lacks(struct text *out, const struct why *why) {
    const struct assay_usage *usage = why->rules->usage;
    size_t count = 0;
    for (uint16_t f = 0; f < usage->field_count; f++)
        if (run_once_lacks(why->run, f)) text_addf(out, "%s%s", count++ ? ", " : "", usage->fields[f].name);
    return count;
}

static void why_text_verdict(struct text *out, const struct why *why) {
    if (why->once.result == ONCE_DUPLICATE) {
        text_addf(out, "no, a duplicate of row %llu", (unsigned long long)why->once.other);
    } else if (why->once.by_columns) {
        text_addf(out, "cannot tell. The file lacks ");
        bool several = why_text_lacks(out, why) > 1;
        text_addf(out, ", so this row may be the same consumption as row %llu, or not. %s it; no assumption does",
                  (unsigned long long)why->once.other, several ? "These columns settle" : "This column settles");
    } else {
        text_add(out, "yes, no better claim to the same consumption");
    }
}

static void why_text_once(struct style *style, const struct why *why) {
    const struct assay_once *once = why->rules->usage->once;
    if (!why->row || why->eligible == ASSAY_NO) return;
    struct text words = {0};
    why_text_repeat(style, why);
    if (!once || why->once.result == ONCE_REPEAT) return;
    text_add_char(style->out, '\n');
    style_add(style, STYLE_BOLD, "Counted once: ");
    why_text_verdict(&words, why);
    text_addf(&words, " (%s:%u)", why->rules->usage->file, why->rules->usage->lines[1]);
    why_text_wrap(style->out, &words, 2, strlen("Counted once: "));
    text_clear(&words);
    text_add(&words, "claim: ");
    why_text_claim(&words, why, once->preferred_field);
    for (uint16_t i = 0; i < once->least_count; i++) {
        text_add(&words, ", ");
        why_text_claim(&words, why, once->least[i]);
    }
    text_add(style->out, "  ");
    why_text_wrap(style->out, &words, 4, 2);
    text_free(&words);
}

static void why_text_clause(struct style *style, const struct why *why, const struct assay_measure *measure,
                            const struct assay_clause *clause, bool common) {
    for (uint16_t i = 0; i < clause->condition_count; i++)
        if (why_is_common(measure, &clause->conditions[i]) == common)
            why_text_condition(style, why, &clause->conditions[i], common ? 2 : measure->clause_count > 1 ? 4 : 2);
}

static void why_text_clauses(struct style *style, const struct why *why, const struct assay_measure *measure) {
    if (measure->clause_count) why_text_clause(style, why, measure, &measure->clauses[0], true);
    for (uint16_t c = 0; c < measure->clause_count; c++) {
        const struct assay_clause *clause = &measure->clauses[c];
        if (measure->clause_count > 1) {
            struct text words = {0};
            text_add(&words, c ? "or" : "either");
            if (clause->option) text_addf(&words, " option \"%s\"", clause->option);
            text_add(style->out, "  ");
            why_text_wrap(style->out, &words, 4, 2);
            text_free(&words);
        }
        why_text_clause(style, why, measure, clause, false);
    }
}

static void why_text_measure(struct style *style, const struct why *why, const struct why_measure *measure) {
    static const enum style_tone tones[] = {STYLE_GOOD, STYLE_OPEN, STYLE_OPEN, STYLE_BAD};
    struct text title = {0};
    text_addf(&title, "%s / %s", measure->specialization->name, measure->measure->name);
    text_add_char(style->out, '\n');
    why_text_title(style, &title);
    text_add(style->out, "  ");
    style_add(style, tones[measure->verdict], why_verdict_words(measure->verdict));
    if (measure->verdict == WHY_EXCLUDED)
        text_add(style->out, why->once.result == ONCE_DUPLICATE ? ": a duplicate"
                             : why->once.result == ONCE_REPEAT  ? ": a repeat that is dropped"
                                                                : ": the row is not eligible");
    if (measure->verdict == WHY_MAY && why->once.result == ONCE_UNDECIDED)
        text_add(style->out, ": counting once cannot tell");
    text_add(style->out, "\n  ");
    text_clear(&title);
    text_addf(&title, "%s:%u%s", measure->specialization->file, measure->measure->lines[0],
              measure->measure->cites.title ? ", " : "");
    words_source(&title, &measure->measure->cites);
    why_text_wrap(style->out, &title, 4, 2);
    why_text_clauses(style, why, measure->measure);
    text_free(&title);
}

/* The fields of clauses. */
static void why_text_mark(bool *marks, const struct assay_clause *clauses, uint16_t count) {
    for (uint16_t c = 0; c < count; c++)
        for (uint16_t i = 0; i < clauses[c].condition_count; i++)
            marks[clauses[c].conditions[i].field] = true;
}

/* What the fields mean that conditions shown above look at. */
static void why_text_meanings(struct style *style, const struct why *why, const bool *shown) {
    const struct assay_usage *usage = why->rules->usage;
    size_t count = 0;
    for (uint16_t f = 0; f < usage->field_count; f++) {
        const struct assay_field *field = &usage->fields[f];
        if (!shown[f] || !field->means) continue;
        struct text words = {0};
        if (count++ == 0) style_heading(style, "What the fields mean");
        text_addf(&words, "%s: %s", field->name, field->means);
        if (field->address) text_addf(&words, " %s", field->address);
        text_add(style->out, "  ");
        why_text_wrap(style->out, &words, 4, 2);
        text_free(&words);
    }
}

/* Those that do not count: the nearest in full, of the others how many there are. */
static void why_text_measures(struct style *style, const struct why *why, bool *shown) {
    size_t not = 0;
    for (size_t m = 0; m < why->measure_count; m++) {
        if (why->measures[m].verdict == WHY_NOT && ++not > WHY_FULL && why->measure_count > WHY_FULL + 1) continue;
        why_text_measure(style, why, &why->measures[m]);
        why_text_mark(shown, why->measures[m].measure->clauses, why->measures[m].measure->clause_count);
    }
    if (not <= WHY_FULL || why->measure_count <= WHY_FULL + 1) return;
    text_addf(style->out, "\n%zu more measures do not count; --specialization or --measure shows them.\n",
              not -WHY_FULL);
}

void why_text(const struct why *why, struct text *out) {
    struct style style = style_of_stdout(out);
    why_text_head(&style, why);
    if (why->run && why->run->row.rejected) {
        struct text words = {0};
        text_addf(&words, "%s: %s", why->run->row.skipped ? "skipped" : "rejected", why->run->row.reason.data);
        why_text_wrap(out, &words, 2, 0);
        text_free(&words);
        return;
    }
    why_text_cells(&style, why);
    why_text_eligibility(&style, why);
    why_text_once(&style, why);
    bool *shown = calloc(why->rules->usage->field_count, sizeof *shown);
    if (!shown) {
        out->failed = true;
        return;
    }
    why_text_measures(&style, why, shown);
    why_text_meanings(&style, why, shown);
    free(shown);
}
