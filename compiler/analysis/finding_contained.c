/* Which measures count the same rows (A0711 in one specialization, A0713 across two), and which are contained in
 * another one (A0712, A0714) or, in one specialization, in all others together (A0712)? Filters are compared;
 * eligibility is apart. What is not in force whenever the measure is contains nothing of it. */
#include "compiler/analysis/finding.h"
#include "compiler/model/cover.h"

#include <stdlib.h>
#include <string.h>

struct contained {
    struct findings *findings;
    /* Of the measure in question, by other measure: how many of its boxes meet a box of the other, and lie in one. */
    uint32_t *met, *within;
    uint32_t *last_met, *last_within; /* the box that was counted last, and one more */
    uint32_t *touched;                /* measures with a count */
    size_t touched_count;
};

/* Counts, for each measure, which boxes of this one it meets and holds. */
static void contained_count(struct contained *contained, size_t number) {
    struct findings *findings = contained->findings;
    const struct finding_measure *measure = &findings->measures[number];
    for (size_t i = 0; i < contained->touched_count; i++) {
        uint32_t other = contained->touched[i];
        contained->met[other] = contained->within[other] = 0;
        contained->last_met[other] = contained->last_within[other] = 0;
    }
    contained->touched_count = 0;
    for (size_t box = measure->begin; box < measure->end; box++) {
        const uint64_t *inner = box_index_box(findings->index, box);
        size_t count = box_index_meeting(findings->index, inner, 0, findings->index->count, findings->scratch);
        for (size_t i = 0; i < count; i++) {
            uint32_t other = findings->owner[findings->scratch[i]], now = (uint32_t)box + 1;
            if (contained->met[other] == 0) contained->touched[contained->touched_count++] = other;
            contained->met[other] += contained->last_met[other] != now;
            contained->last_met[other] = now;
            if (contained->last_within[other] == now) continue;
            const uint64_t *outer = box_index_box(findings->index, findings->scratch[i]);
            if (!box_contains(findings->space, outer, inner)) continue;
            contained->within[other]++;
            contained->last_within[other] = now;
        }
    }
}

/* Whether the measure in question, which was counted, lies in another one. */
static bool contained_in(struct contained *contained, size_t number, size_t other) {
    struct findings *findings = contained->findings;
    const struct finding_measure *inner = &findings->measures[number], *outer = &findings->measures[other];
    uint32_t boxes = (uint32_t)(inner->end - inner->begin);
    if (!finding_throughout(outer->measure, inner->measure) || contained->met[other] < boxes) return false;
    if (contained->within[other] == boxes) return true;
    return region_contains(findings->space, &outer->region, &inner->region, &findings->budget) &&
           !findings->budget.exceeded;
}

static void contained_tell(struct contained *contained, enum message_code code, size_t number, size_t other,
                           const char *relation) {
    struct findings *findings = contained->findings;
    const struct finding_measure *inner = &findings->measures[number], *outer = &findings->measures[other];
    bool across = inner->of != outer->of;
    struct text subject = {0};
    text_addf(&subject, "%s %s %s", finding_measure_name(findings, inner), relation,
              finding_measure_name(findings, outer));
    const char *of = across ? arena_format(findings->arena, " of '%s'", outer->of->name.text) : "";
    struct finding *finding =
        finding_add(findings, code, inner->measure->span, finding_keep(findings, &subject), "'%s' %s '%s'%s",
                    inner->measure->name.text, relation, outer->measure->name.text, of);
    const struct region *both[] = {&inner->region, &outer->region};
    finding->witness = finding_row(findings, inner->region.boxes, both, 2, NULL, 0);
    finding_relate(findings, finding, outer->measure->span, &outer->measure->cites, "measure '%s'%s",
                   outer->measure->name.text, of);
    finding_mean(findings, finding,
                 across ? "a row of it counts for both specializations, which the page may well mean"
                        : "a row of it counts in both measures, so two sums hold the same money");
    finding_remedy(findings, finding, "correct the one that was to count something else");
    if (!across) finding_remedy(findings, finding, "leave one of them out");
}

static void contained_tell_union(struct contained *contained, size_t number, const uint32_t *others, size_t count) {
    struct findings *findings = contained->findings;
    const struct finding_measure *inner = &findings->measures[number];
    struct text subject = {0};
    text_addf(&subject, "%s in", finding_measure_name(findings, inner));
    for (size_t i = 0; i < count; i++)
        text_addf(&subject, "\n%s", finding_measure_name(findings, &findings->measures[others[i]]));
    struct finding *finding = finding_add(findings, A0712, inner->measure->span, finding_keep(findings, &subject),
                                          "'%s' is contained in the other measures of its specialization together",
                                          inner->measure->name.text);
    const struct region *in[] = {&inner->region};
    finding->witness = finding_row(findings, inner->region.boxes, in, 1, NULL, 0);
    for (size_t i = 0; i < count; i++) {
        const struct model_measure *other = findings->measures[others[i]].measure;
        finding_relate(findings, finding, other->span, &other->cites, "measure '%s' holds a part of it",
                       other->name.text);
    }
    finding_mean(findings, finding, "each row of it counts in one of them as well");
    finding_remedy(findings, finding, "correct the one that was to count something else");
}

/* Whether some measures hold the measure together; those in [begin, end) are left out. */
static bool contained_by(struct contained *contained, const struct finding_measure *inner, const uint32_t *others,
                         size_t count, size_t begin, size_t end) {
    struct findings *findings = contained->findings;
    bool covered = true;
    for (size_t box = inner->begin; box < inner->end && covered; box++) {
        cover_begin(findings->space);
        for (size_t i = 0; i < count; i++) {
            bool out = i >= begin && i < end;
            if (!out) cover_add_region(findings->space, &findings->measures[others[i]].region);
        }
        covered = !cover_leaves(findings->space, box_index_box(findings->index, box), &findings->budget, NULL);
    }
    return covered && !findings->budget.exceeded;
}

/* Leaves out measures as long as the others hold the measure together: many at once, then fewer, at last one by one. */
static size_t contained_few(struct contained *contained, const struct finding_measure *inner, uint32_t *others,
                            size_t count) {
    for (size_t step = count / 2 ? count / 2 : 1; step; step /= 2) {
        for (size_t end = count; end > 0;) {
            size_t begin = end > step ? end - step : 0;
            if (contained_by(contained, inner, others, count, begin, end)) {
                memmove(others + begin, others + end, (count - end) * sizeof *others);
                count -= end - begin;
            }
            end = begin;
        }
    }
    return count;
}

/* In the union of the others of its specialization; not where one of them holds it already. */
static void contained_in_union(struct contained *contained, size_t number) {
    struct findings *findings = contained->findings;
    const struct finding_measure *inner = &findings->measures[number];
    uint32_t *others = ARENA_ARRAY(findings->arena, contained->touched_count, uint32_t);
    size_t count = 0;
    for (size_t i = 0; i < contained->touched_count; i++) {
        uint32_t other = contained->touched[i];
        if (other == number || findings->measures[other].of != inner->of) continue;
        if (finding_throughout(findings->measures[other].measure, inner->measure)) others[count++] = other;
    }
    if (count < 2 || !contained_by(contained, inner, others, count, 0, 0)) return;
    count = contained_few(contained, inner, others, count);
    if (!findings->budget.exceeded) contained_tell_union(contained, number, others, count);
}

static int contained_by_number(const void *left, const void *right) {
    uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
    return (a > b) - (a < b);
}

/* Equality is told once, at the measure that stands first in the model. */
static bool contained_is_equal(struct contained *contained, size_t number, size_t other) {
    struct findings *findings = contained->findings;
    const struct finding_measure *a = &findings->measures[number], *b = &findings->measures[other];
    return finding_throughout(a->measure, b->measure) &&
           region_contains(findings->space, &a->region, &b->region, &findings->budget) && !findings->budget.exceeded;
}

static void contained_measure(struct contained *contained, size_t number) {
    struct findings *findings = contained->findings;
    contained_count(contained, number);
    if (contained->touched_count)
        qsort(contained->touched, contained->touched_count, sizeof *contained->touched, contained_by_number);
    bool inside = false;
    for (size_t i = 0; i < contained->touched_count; i++) {
        uint32_t other = contained->touched[i];
        if (other == number || !contained_in(contained, number, other)) continue;
        bool across = findings->measures[other].of != findings->measures[number].of;
        bool equal = contained_is_equal(contained, number, other);
        if (findings->budget.exceeded) return;
        inside = inside || !across;
        if (equal && other > number)
            contained_tell(contained, across ? A0713 : A0711, number, other, "counts the same rows as");
        else if (!equal)
            contained_tell(contained, across ? A0714 : A0712, number, other, "is contained in");
    }
    if (!inside) contained_in_union(contained, number);
}

void finding_contained(struct findings *findings) {
    size_t count = findings->measure_count;
    struct contained contained = {.findings = findings};
    contained.met = ARENA_ARRAY(findings->arena, count, uint32_t);
    contained.within = ARENA_ARRAY(findings->arena, count, uint32_t);
    contained.last_met = ARENA_ARRAY(findings->arena, count, uint32_t);
    contained.last_within = ARENA_ARRAY(findings->arena, count, uint32_t);
    contained.touched = ARENA_ARRAY(findings->arena, count, uint32_t);
    for (size_t i = 0; i < count && !findings->budget.exceeded; i++) {
        if (findings->measures[i].region.count) contained_measure(&contained, i);
    }
}
