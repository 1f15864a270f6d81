#include "compiler/cli/diff.h"

#include "compiler/model/sentence.h"
#include "runtime/usage/day.h"

#include <string.h>

const char *diff_kind_words(enum difference_kind kind, bool eligible) {
    static const char *const counts[] = {"no longer counts", "now counts", "moves", "changes"};
    static const char *const passes[] = {"is no longer eligible", "is now eligible", "moves", "changes"};
    return (eligible ? passes : counts)[kind];
}

const char *diff_kind_name(enum difference_kind kind) {
    static const char *const names[] = {"lost", "gained", "moved", "replaced"};
    return names[kind];
}

bool diff_limits(const struct space *space, const uint64_t *box, const uint64_t *without, size_t field) {
    const struct space_field *of = &space->fields[field];
    if (box_field_is_full(space, box, field)) return false;
    return !without || memcmp(box + of->first_word, without + of->first_word, of->word_count * sizeof *box) != 0;
}

void diff_words_field(const struct space *space, const uint64_t *box, size_t field, struct text *out) {
    text_addf(out, "%s ", space->fields[field].name);
    box_print_field(space, box, field, out);
}

void diff_words_box(const struct space *space, const uint64_t *box, const uint64_t *without, size_t skip,
                    struct text *out) {
    bool any = false;
    for (size_t field = 0; field < space->field_count; field++) {
        if (field == skip || !diff_limits(space, box, without, field)) continue;
        if (any) text_add(out, " and ");
        any = true;
        diff_words_field(space, box, field, out);
    }
}

bool diff_is_anywhere(const struct space *space, const struct difference_part *part, size_t skip) {
    for (size_t field = 0; field < space->field_count; field++)
        if (field != skip && diff_limits(space, part->common, NULL, field)) return false;
    return part->boxes.count == 1;
}

void diff_words_part(const struct space *space, const struct difference_part *part, size_t skip, struct text *out) {
    size_t before = out->length;
    diff_words_box(space, part->common, NULL, skip, out);
    if (part->boxes.count > 1) text_add(out, out->length > before ? " and (" : "(");
    for (size_t i = 0; part->boxes.count > 1 && i < part->boxes.count; i++) {
        if (i) text_add(out, " or ");
        diff_words_box(space, region_box(space, &part->boxes, i), part->common, skip, out);
    }
    if (part->boxes.count > 1) text_add_char(out, ')');
    if (out->length == before) text_add(out, "any row");
}

void diff_words_region(const struct space *space, const struct difference_region *region, struct text *out) {
    const struct difference_part *lost = &region->parts[0], *gained = &region->parts[1];
    if (region->kind != DIFFERENCE_REPLACED) {
        diff_words_part(space, lost, DIFF_NO_FIELD, out);
    } else if (region->alike) {
        diff_words_field(space, lost->common, region->pivot, out);
        text_add(out, " no longer, ");
        box_print_field(space, gained->common, region->pivot, out);
        text_add(out, " now");
        if (diff_is_anywhere(space, lost, region->pivot)) return;
        text_add(out, ", where ");
        diff_words_part(space, lost, region->pivot, out);
    } else {
        diff_words_part(space, lost, DIFF_NO_FIELD, out);
        text_add(out, " no longer; now ");
        diff_words_part(space, gained, DIFF_NO_FIELD, out);
    }
}

const char *diff_measure_name(const struct difference_measure *measure) {
    return (measure->new ? measure->new : measure->old)->name.text;
}

const char *diff_specialization_name(const struct difference_specialization *specialization) {
    return (specialization->new ? specialization->new : specialization->old)->name.text;
}

const char *diff_eligibility_name(const struct difference_eligibility *eligibility) {
    return (eligibility->new ? eligibility->new : eligibility->old)->reason;
}

const char *diff_measure_of(const struct difference_measure *measure) {
    return (measure->new ? measure->news : measure->olds)->specialization->name.text;
}

void diff_words_measure(const struct difference_measure *measure, struct text *out) {
    const struct difference_edition *editions = measure->new ? measure->news : measure->olds;
    size_t count = measure->new ? measure->new_count : measure->old_count;
    for (size_t i = 0; i < count; i++) {
        bool told = false;
        for (size_t k = 0; k < i && !told; k++)
            told = difference_same_name(&editions[k], &editions[i]);
        if (told) continue;
        text_addf(out, "%s%s / %s", i ? ", " : "", editions[i].specialization->name.text,
                  editions[i].measure->name.text);
    }
}

void diff_words_entered(const struct difference_specialization *specialization, const struct difference_measure *left,
                        size_t to, struct text *out) {
    const struct difference_measure *entered = &specialization->measures[to];
    text_add(out, diff_measure_name(entered));
    if (strcmp(diff_measure_of(left), diff_measure_of(entered)) != 0)
        text_addf(out, " of %s", diff_measure_of(entered));
}

static void words_day(struct text *out, const char *word, uint32_t day) {
    char text[DAY_TEXT];
    if (!day) return;
    day_text(text, day);
    text_addf(out, "%s %s ", word, text);
}

void diff_words_period(struct difference_period period, struct text *out) {
    bool one = period.from && period.from == period.until;
    words_day(out, one ? "on" : "from", period.from);
    if (!one) words_day(out, "until", period.until);
}

void diff_words_name(const struct difference_edition *edition, struct text *out) {
    text_add_quoted(out, edition->measure->name.text);
    text_add(out, " of ");
    text_add_quoted(out, edition->specialization->name.text);
}

void diff_words_passage(const struct difference_passage *passage, struct text *out) {
    diff_words_period(passage->period, out);
    text_add(out, "what counted as ");
    diff_words_name(&passage->old, out);
    text_add(out, " counts as ");
    diff_words_name(&passage->new, out);
}

bool diff_is_beside(const struct difference_fact *fact, const struct difference_measure *measure) {
    return fact->beside && strcmp(fact->what, "moved") != 0 && fact->measure == diff_measure_name(measure);
}

bool diff_has_section(const struct difference_measure *measure) {
    return measure->filter.region_count + measure->passage_count > 0;
}

void diff_editions(const struct difference_measure *measure, struct difference_period period, diff_visit_edition *visit,
                   void *context) {
    for (size_t model = 2; model-- > 0;) {
        const struct difference_edition *editions = model ? measure->news : measure->olds;
        for (size_t i = 0; i < (model ? measure->new_count : measure->old_count); i++) {
            const struct model_measure *of = editions[i].measure;
            if (difference_meets((struct difference_period){of->from, of->until}, period))
                visit(context, &editions[i], model);
        }
    }
}

void diff_passage_editions(const struct difference_measure *measure, const struct difference_passage *passage,
                           diff_visit_edition *visit, void *context) {
    for (size_t model = 2; model-- > 0;) {
        const struct difference_edition *editions = model ? measure->news : measure->olds;
        const struct difference_edition *only = model ? &passage->new : &passage->old;
        for (size_t i = 0; i < (model ? measure->new_count : measure->old_count); i++) {
            struct difference_period period = {editions[i].measure->from, editions[i].measure->until};
            if (difference_same_name(&editions[i], only) && difference_meets(period, passage->period))
                visit(context, &editions[i], model);
        }
    }
}

/* Where something stands, and what it cites. */
static void words_source(const struct diff *diff, const struct span *span, const struct model_citation *cites,
                         size_t model, struct text *out) {
    struct text quoted = {0};
    struct arena arena = {0};
    diff_words_place(diff, model ? NULL : span, model ? span : NULL, out);
    if (cites->title.text) {
        text_add_quoted(&quoted, cites->title.text);
        text_addf(out, " cites %s", sentence_citation(cites, quoted.data ? quoted.data : "", &arena));
    }
    out->failed = out->failed || quoted.failed;
    text_free(&quoted);
    arena_free(&arena);
}

void diff_words_edition(const struct diff *diff, const struct difference_edition *edition, size_t model,
                        struct text *out) {
    words_source(diff, &edition->measure->span, &edition->measure->cites, model, out);
}

bool diff_words_eligibility(const struct diff *diff, const struct difference_eligibility *eligibility, size_t model,
                            struct text *out) {
    const struct model_eligibility *of = model ? eligibility->new : eligibility->old;
    if (of) words_source(diff, &of->span, &diff->sides[model].run.model->cites, model, out);
    return of != NULL;
}

static void words_count(struct text *out, size_t count, const char *what, const char *more) {
    if (count) text_addf(out, "%s%zu %s%s%s", out->length ? ", " : "", count, what, count == 1 ? "" : "s", more);
}

void diff_words_count(const struct difference *difference, struct text *out) {
    size_t measures = 0, regions = 0, moves = 0;
    for (size_t s = 0; s < difference->specialization_count; s++) {
        for (size_t m = 0; m < difference->specializations[s].measure_count; m++) {
            size_t count = difference->specializations[s].measures[m].filter.region_count;
            measures += count > 0;
            regions += count;
            moves += difference->specializations[s].measures[m].passage_count;
        }
    }
    words_count(out, regions, "region", "");
    if (regions) text_addf(out, " in %zu measure%s", measures, measures == 1 ? "" : "s");
    words_count(out, difference_region_count(difference) - regions, "region", " of eligibility");
    words_count(out, moves, "measure", " under another name");
    size_t changes = 0;
    for (int heading = DIFFERENCE_USAGE; heading < DIFFERENCE_NO_EFFECT; heading++)
        changes += difference_fact_count_apart(difference, (enum difference_heading)heading);
    words_count(out, changes, "other change", "");
}

void diff_words_place(const struct diff *diff, const struct span *old, const struct span *new, struct text *out) {
    const struct diff_side *side = &diff->sides[new ? 1 : 0];
    struct place place = source_line(&side->run.sources, (new ? new : old)->begin);
    if (place.source) text_addf(out, "%s:%u", place.source->path, place.line);
}
