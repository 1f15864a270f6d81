/* Is there a row that counts, and that two measures of one specialization claim on one day? Asked where the
 * specialization does not say that this is meant (A0781), or says that it must not be (A0782); where it may be, whether
 * it is at all (A0783). One finding per specialization. */
#include "compiler/analysis/finding.h"
#include "compiler/model/witness.h"

enum {
    OVERLAP_SHOWN_MAX = 12, /* pairs with a row each */
    OVERLAP_REGION_MAX =
        500 /* pairs whose common rows are a part of what is said; of further ones only the names are */
};

struct overlap_pair {
    size_t first, second;
    const uint64_t *box; /* in both, of eligible rows; NULL: not among those shown */
};

struct overlap {
    struct findings *findings;
    const struct model_specialization *of;
    struct overlap_pair *pairs;
    size_t count, capacity;
};

static void overlap_add(struct overlap *overlap, size_t first, size_t second, const uint64_t *box) {
    if (overlap->count == overlap->capacity) {
        overlap->capacity = overlap->capacity ? 2 * overlap->capacity : 8;
        struct overlap_pair *pairs = ARENA_ARRAY(overlap->findings->arena, overlap->capacity, struct overlap_pair);
        for (size_t i = 0; i < overlap->count; i++)
            pairs[i] = overlap->pairs[i];
        overlap->pairs = pairs;
    }
    uint64_t *kept = NULL;
    if (overlap->count < OVERLAP_SHOWN_MAX) {
        kept = box_new(overlap->findings->space);
        box_intersect(overlap->findings->space, kept, box, box);
    }
    overlap->pairs[overlap->count++] = (struct overlap_pair){first, second, kept};
}

/* Narrows the box to the rows of one alternative of the eligibilities; false when none counts. */
static bool overlap_is_eligible(struct findings *findings, uint64_t *box) {
    if (!findings->eligible_known) return true;
    for (size_t i = 0; i < findings->eligible.count; i++) {
        const uint64_t *eligible = region_box(findings->space, &findings->eligible, i);
        if (box_meets(findings->space, eligible, box)) return box_intersect(findings->space, box, box, eligible);
    }
    return false;
}

/* Whether both measures have something in common with what counts: then `scratch` is a box of it. */
static bool overlap_of(struct findings *findings, size_t first, size_t second, uint64_t *scratch) {
    const struct region *b = &findings->measures[second].region;
    const struct finding_measure *a = &findings->measures[first];
    size_t begin = findings->measures[second].begin;
    for (size_t box = a->begin; box < a->end; box++) {
        const uint64_t *inner = box_index_box(findings->index, box);
        size_t count = box_index_meeting(findings->index, inner, begin, begin + b->count, findings->scratch);
        for (size_t i = 0; i < count; i++) {
            box_intersect(findings->space, scratch, inner, box_index_box(findings->index, findings->scratch[i]));
            if (overlap_is_eligible(findings, scratch)) return true;
        }
    }
    return false;
}

/* The later measures of the specialization that a measure meets. */
static void overlap_measure(struct overlap *overlap, size_t number, size_t end, uint32_t *stamps, uint64_t *scratch) {
    struct findings *findings = overlap->findings;
    const struct finding_measure *measure = &findings->measures[number];
    size_t last = end > number + 1 ? findings->measures[end - 1].end : measure->end;
    for (size_t box = measure->begin; box < measure->end; box++) {
        size_t count = box_index_meeting(findings->index, box_index_box(findings->index, box), measure->end, last,
                                         findings->scratch);
        for (size_t i = 0; i < count; i++)
            stamps[findings->owner[findings->scratch[i]]] = (uint32_t)number + 1;
    }
    for (size_t other = number + 1; other < end; other++) {
        if (stamps[other] != number + 1) continue;
        if (!finding_together(measure->measure, findings->measures[other].measure)) continue;
        if (overlap_of(findings, number, other, scratch)) overlap_add(overlap, number, other, scratch);
    }
}

/* ---- Telling ---- */

static void overlap_subject(struct overlap *overlap, struct text *subject, const struct overlap_pair *pair) {
    struct findings *findings = overlap->findings;
    const struct finding_measure *a = &findings->measures[pair->first], *b = &findings->measures[pair->second];
    text_addf(subject, "\n%s and %s:", finding_fold(findings, a->measure->name.text),
              finding_fold(findings, b->measure->name.text));
    if (pair - overlap->pairs >= OVERLAP_REGION_MAX) return;
    struct region both = region_intersect(findings->space, &a->region, &b->region);
    both = region_tidy(findings->space, &both, &findings->budget);
    for (size_t i = 0; i < both.count && !findings->budget.exceeded; i++) {
        text_add(subject, i ? " or " : " ");
        box_print(findings->space, region_box(findings->space, &both, i), NULL, subject);
    }
}

static void overlap_show(struct overlap *overlap, struct finding *finding, const struct overlap_pair *pair) {
    struct findings *findings = overlap->findings;
    const struct finding_measure *a = &findings->measures[pair->first], *b = &findings->measures[pair->second];
    const struct region *in[] = {&a->region, &b->region};
    const char *row = finding_row(findings, pair->box, in, 2, NULL, 0);
    if (!finding->witness) finding->witness = row;
    finding_relate(findings, finding, a->measure->span, &a->measure->cites, "'%s' and '%s': %s", a->measure->name.text,
                   b->measure->name.text, row ? row : "some row");
}

static void overlap_tell(struct overlap *overlap) {
    struct findings *findings = overlap->findings;
    const struct model_specialization *of = overlap->of;
    bool forbidden = of->overlap == MODEL_MUST_NOT_OVERLAP;
    struct text subject = {0};
    text_addf(&subject, "%s", finding_fold(findings, of->name.text));
    for (size_t i = 0; i < overlap->count && !findings->budget.exceeded; i++)
        overlap_subject(overlap, &subject, &overlap->pairs[i]);
    const char *kept = finding_keep(findings, &subject);
    if (findings->budget.exceeded) return;
    struct finding *finding =
        finding_add(findings, forbidden ? A0782 : A0781, forbidden ? of->overlap_span : of->span, kept,
                    "measures of '%s' claim the same rows, and %s (%zu pair%s)", of->name.text,
                    forbidden ? "they must not overlap" : "it does not say that they may", overlap->count,
                    overlap->count == 1 ? "" : "s");
    for (size_t i = 0; i < overlap->count && i < OVERLAP_SHOWN_MAX; i++)
        overlap_show(overlap, finding, &overlap->pairs[i]);
    if (overlap->count > OVERLAP_SHOWN_MAX)
        finding_relate(findings, finding, of->span, NULL, "and %zu more pairs", overlap->count - OVERLAP_SHOWN_MAX);
    finding_mean(findings, finding, "such a row counts in both measures, so two sums hold the same money");
    finding_remedy(findings, finding, "narrow one of the measures");
    finding_remedy(findings, finding, "where the page means it, write `measures may overlap`");
}

static void overlap_tell_none(struct findings *findings, const struct model_specialization *of) {
    struct finding *finding = finding_add(findings, A0783, of->overlap_span, finding_fold(findings, of->name.text),
                                          "no two measures of '%s' overlap, though they may", of->name.text);
    finding_mean(findings, finding, "no row can count in two of them");
    finding_remedy(findings, finding, "leave `measures may overlap` out, or write `measures must not overlap`");
}

void finding_overlap(struct findings *findings) {
    uint32_t *stamps = ARENA_ARRAY(findings->arena, findings->measure_count, uint32_t);
    uint64_t *scratch = box_new(findings->space);
    for (size_t s = 0; s < findings->model->specialization_count && !findings->budget.exceeded; s++) {
        struct overlap overlap = {.findings = findings, .of = &findings->model->specializations[s]};
        size_t end = findings->first_measure[s + 1];
        for (size_t i = findings->first_measure[s]; i < end; i++)
            overlap_measure(&overlap, i, end, stamps, scratch);
        bool may = overlap.of->overlap == MODEL_MAY_OVERLAP;
        if (overlap.count && !may) overlap_tell(&overlap);
        if (!overlap.count && may) overlap_tell_none(findings, overlap.of);
    }
}
