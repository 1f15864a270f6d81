/* Is a list treated unlike its siblings (A0721)?
 *
 * Two values of a field are *siblings* when they have the same words but for one, and two words at least. A measure
 * counts any of a list that holds c and its sibling d; another measure lists c, to count or to except it, and names d
 * nowhere; the two lists share more values than are treated so, and two at least; and there is a row that counts for
 * both measures with one of c and d, and for the first measure alone with the other in its place. One finding per pair
 * of conditions, at the one that does not list d. */
#include "compiler/analysis/finding.h"
#include "compiler/base/near.h"
#include "compiler/model/cover.h"

#include <stdlib.h>
#include <string.h>

struct siblings_list {
    size_t measure;
    const struct model_condition *condition;
};

/* The lists that name a value of a field. */
struct siblings_use {
    size_t field;
    const char *folded;
    uint32_t list;
};

struct siblings {
    struct findings *findings;
    struct siblings_list *lists;
    size_t list_count;
    struct siblings_use *uses; /* sorted by field, value, list */
    size_t use_count;
    uint32_t *shared; /* by list: values shared with the one in question */
    uint32_t *touched;
    size_t touched_count;
    uint64_t *row, *swapped;
};

/* ---- Which values are siblings ---- */

static size_t siblings_word(const char *at) {
    return strcspn(at, " ");
}

static bool siblings_alike(const char *a, const char *b) {
    size_t words = 0, unlike = 0;
    while (*a && *b && unlike < 2) {
        size_t length = siblings_word(a), other = siblings_word(b);
        unlike += length != other || memcmp(a, b, length) != 0;
        words++;
        a += length + (a[length] == ' ');
        b += other + (b[other] == ' ');
    }
    return !*a && !*b && words >= 2 && unlike == 1;
}

/* ---- Gathering ---- */

static int siblings_by_value(const void *left, const void *right) {
    const struct siblings_use *a = left, *b = right;
    if (a->field != b->field) return a->field < b->field ? -1 : 1;
    int order = strcmp(a->folded, b->folded);
    return order ? order : (a->list > b->list) - (a->list < b->list);
}

static void siblings_gather_clause(struct siblings *siblings, size_t measure, const struct model_clause *clause) {
    for (size_t i = 0; i < clause->condition_count; i++) {
        const struct model_condition *condition = clause->conditions[i];
        const struct siblings_list *last = siblings->list_count ? &siblings->lists[siblings->list_count - 1] : NULL;
        if (condition->value_count < 2 || (last && last->condition == condition)) continue;
        siblings->lists[siblings->list_count++] = (struct siblings_list){measure, condition};
    }
}

/* The lists of all measures. */
static void siblings_gather(struct siblings *siblings) {
    struct findings *findings = siblings->findings;
    size_t count = 0;
    for (size_t m = 0; m < findings->measure_count; m++) {
        const struct model_rule *rule = &findings->measures[m].measure->rule;
        for (size_t i = 0; i < rule->clause_count; i++)
            count += rule->clauses[i].condition_count;
    }
    siblings->lists = ARENA_ARRAY(findings->arena, count, struct siblings_list);
    for (size_t m = 0; m < findings->measure_count; m++) {
        const struct model_rule *rule = &findings->measures[m].measure->rule;
        for (size_t i = 0; i < rule->clause_count && findings->measures[m].region.count; i++)
            siblings_gather_clause(siblings, m, &rule->clauses[i]);
    }
}

/* Who lists what. Made once there is a list to ask about: most rule sets have none. */
static void siblings_index(struct siblings *siblings) {
    struct findings *findings = siblings->findings;
    size_t count = 0;
    for (size_t i = 0; i < siblings->list_count; i++)
        count += siblings->lists[i].condition->value_count;
    siblings->uses = ARENA_ARRAY(findings->arena, count, struct siblings_use);
    for (size_t i = 0; i < siblings->list_count; i++) {
        const struct model_condition *condition = siblings->lists[i].condition;
        for (size_t v = 0; v < condition->value_count; v++)
            siblings->uses[siblings->use_count++] =
                (struct siblings_use){condition->field, condition->values[v].folded, (uint32_t)i};
    }
    qsort(siblings->uses, siblings->use_count, sizeof *siblings->uses, siblings_by_value);
    siblings->shared = ARENA_ARRAY(findings->arena, siblings->list_count, uint32_t);
    siblings->touched = ARENA_ARRAY(findings->arena, siblings->list_count, uint32_t);
}

/* The first of the uses of a value. */
static size_t siblings_first(const struct siblings *siblings, size_t field, const char *folded) {
    struct siblings_use wanted = {field, folded, 0};
    size_t low = 0, high = siblings->use_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (siblings_by_value(&siblings->uses[middle], &wanted) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool siblings_is_use(const struct siblings *siblings, size_t use, size_t field, const char *folded) {
    return use < siblings->use_count && siblings->uses[use].field == field &&
           strcmp(siblings->uses[use].folded, folded) == 0;
}

/* ---- Asking ---- */

static bool siblings_lists(const struct model_condition *condition, const char *folded) {
    for (size_t i = 0; i < condition->value_count; i++) {
        if (strcmp(condition->values[i].folded, folded) == 0) return true;
    }
    return false;
}

static bool siblings_names(const struct finding_measure *measure, uint16_t field, const char *folded) {
    const struct model_rule *rule = &measure->measure->rule;
    for (size_t i = 0; i < rule->clause_count; i++) {
        for (size_t k = 0; k < rule->clauses[i].condition_count; k++) {
            const struct model_condition *condition = rule->clauses[i].conditions[k];
            if (condition->field == field && siblings_lists(condition, folded)) return true;
        }
    }
    return false;
}

/* Narrows a box, which has the class of `one` in a field, to it, and makes its counterpart with that of `other`. */
static void siblings_swap(const struct siblings *siblings, size_t field, uint32_t one, uint32_t other) {
    const struct space *space = siblings->findings->space;
    const struct space_field *of = &space->fields[field];
    size_t bytes = of->word_count * sizeof *siblings->row;
    memcpy(siblings->swapped, siblings->row, space->words * sizeof *siblings->row);
    memset(siblings->row + of->first_word, 0, bytes);
    memset(siblings->swapped + of->first_word, 0, bytes);
    siblings->row[of->first_word + one / 64] = UINT64_C(1) << (one % 64);
    siblings->swapped[of->first_word + other / 64] = UINT64_C(1) << (other % 64);
}

/* Whether the rows of the box `swapped` lie in the first measure, some of them not in the second: then narrows it. */
static bool siblings_apart(struct siblings *siblings, const struct region *first, const struct region *second) {
    struct findings *findings = siblings->findings;
    for (size_t i = 0; i < first->count; i++) {
        uint64_t *part = findings->index->count ? siblings->swapped : NULL;
        if (!part || !box_meets(findings->space, region_box(findings->space, first, i), part)) continue;
        uint64_t *narrowed = box_new(findings->space);
        box_intersect(findings->space, narrowed, part, region_box(findings->space, first, i));
        cover_begin(findings->space);
        cover_add_region(findings->space, second);
        if (cover_leaves(findings->space, narrowed, &findings->budget, part)) return !findings->budget.exceeded;
    }
    return false;
}

/* Whether a row counts for both measures with `one`, and for the first alone with `other`; then `row` is a box of such
 * rows with `one`. */
static bool siblings_unlike(struct siblings *siblings, const struct finding_measure *first,
                            const struct finding_measure *second, size_t field, uint32_t one, uint32_t other) {
    struct findings *findings = siblings->findings;
    for (size_t i = first->begin; i < first->end; i++) {
        const uint64_t *box = box_index_box(findings->index, i);
        if (!box_has(findings->space, box, field, one)) continue;
        for (size_t k = second->begin; k < second->end && !findings->budget.exceeded; k++) {
            const uint64_t *beside = box_index_box(findings->index, k);
            findings->budget.left -= findings->budget.left > 0;
            if (!box_has(findings->space, beside, field, one)) continue;
            if (!box_intersect(findings->space, siblings->row, box, beside)) continue;
            siblings_swap(siblings, field, one, other);
            if (!siblings_apart(siblings, &first->region, &second->region)) continue;
            siblings_swap(siblings, field, other, one);
            memcpy(siblings->row, siblings->swapped, findings->space->words * sizeof *siblings->row);
            return true;
        }
    }
    return false;
}

struct siblings_pair {
    const struct siblings_list *whole, *part; /* the list that holds the siblings, and the one that lacks some */
    const struct model_value **lacking;
    size_t lacking_count;
    const struct model_value *beside; /* listed in both, a sibling of the first that lacks */
    const char *witness;
};

/* Whether the value, which the part lacks, is treated unlike one that both lists name. */
static bool siblings_unlike_one(struct siblings *siblings, struct siblings_pair *pair, const struct model_value *value,
                                const struct model_value *sibling) {
    struct findings *findings = siblings->findings;
    const struct model_condition *part = pair->part->condition;
    const struct finding_measure *first = &findings->measures[pair->whole->measure];
    const struct finding_measure *second = &findings->measures[pair->part->measure];
    size_t field = findings->space->field_of[0][part->field];
    const struct space_field *of = &findings->space->fields[field];
    uint32_t with = of->class_of[space_code(findings->space, field, sibling->folded)];
    uint32_t without = of->class_of[space_code(findings->space, field, value->folded)];
    bool in = part->test == ASSAY_ANY_OF;
    if (!siblings_unlike(siblings, first, second, field, in ? with : without, in ? without : with)) return false;
    if (pair->beside) return true;
    const struct region *both[] = {&first->region, &second->region};
    pair->beside = sibling;
    pair->witness = finding_row_of(findings, siblings->row, both, field, in ? sibling->text : value->text);
    return true;
}

static bool siblings_in_both(const struct siblings_pair *pair, const struct model_value *value,
                             const struct model_value *sibling) {
    return siblings_alike(value->folded, sibling->folded) && siblings_lists(pair->whole->condition, sibling->folded);
}

/* Whether the value, which the part lacks, is treated unlike a sibling in both lists; the nearest is asked first. */
static bool siblings_lacks(struct siblings *siblings, struct siblings_pair *pair, const struct model_value *value) {
    const struct model_condition *part = pair->part->condition;
    const struct finding_measure *second = &siblings->findings->measures[pair->part->measure];
    if (siblings_names(second, part->field, value->folded)) return false;
    struct near near = near_start(value->text);
    for (size_t i = 0; i < part->value_count; i++) {
        if (siblings_in_both(pair, value, &part->values[i])) near_offer(&near, part->values[i].text);
    }
    for (size_t turn = 0; turn < 2; turn++) {
        for (size_t i = 0; i < part->value_count; i++) {
            const struct model_value *sibling = &part->values[i];
            if ((sibling->text == near.best) != (turn == 0) || !siblings_in_both(pair, value, sibling)) continue;
            if (siblings_unlike_one(siblings, pair, value, sibling)) return true;
        }
    }
    return false;
}

static void siblings_tell(struct siblings *siblings, const struct siblings_pair *pair) {
    struct findings *findings = siblings->findings;
    const struct finding_measure *first = &findings->measures[pair->whole->measure];
    const struct finding_measure *second = &findings->measures[pair->part->measure];
    const struct model_condition *part = pair->part->condition;
    struct text lacking = {0}, subject = {0};
    text_addf(&subject, "%s / %s:", finding_measure_name(findings, first), finding_measure_name(findings, second));
    for (size_t i = 0; i < pair->lacking_count; i++) {
        finding_list(&lacking, pair->lacking[i]->text);
        text_addf(&subject, " \"%s\"", pair->lacking[i]->folded);
    }
    text_add(&subject, " beside ");
    finding_add_condition(findings, &subject, part);
    const char *values = finding_keep(findings, &lacking), *said = finding_keep(findings, &subject);
    bool in = part->test == ASSAY_ANY_OF;
    struct finding *finding =
        finding_add(findings, A0721, part->span, said,
                    "'%s' %s \"%s\" and does not name %s, which '%s' lists beside it", second->measure->name.text,
                    in ? "counts" : "leaves out", pair->beside->text, values, first->measure->name.text);
    finding->witness = pair->witness;
    finding_relate(findings, finding, pair->whole->condition->span, &first->measure->cites, "measure '%s' lists them",
                   first->measure->name.text);
    const char *other = in ? pair->lacking[0]->text : pair->beside->text;
    finding_mean(findings, finding, "this row counts for both measures; with \"%s\" in its place, for '%s' alone",
                 other, first->measure->name.text);
    finding_remedy(findings, finding, "list %s in '%s' as well", values, second->measure->name.text);
}

/* ---- All pairs ---- */

static void siblings_pair(struct siblings *siblings, const struct siblings_list *whole,
                          const struct siblings_list *part, size_t shared) {
    struct siblings_pair pair = {.whole = whole, .part = part};
    const struct model_condition *condition = whole->condition;
    pair.lacking = ARENA_ARRAY(siblings->findings->arena, condition->value_count, const struct model_value *);
    for (size_t i = 0; i < condition->value_count; i++) {
        if (siblings_lists(part->condition, condition->values[i].folded)) continue;
        if (siblings_lacks(siblings, &pair, &condition->values[i]))
            pair.lacking[pair.lacking_count++] = &condition->values[i];
    }
    if (pair.lacking_count && shared > pair.lacking_count) siblings_tell(siblings, &pair);
}

static bool siblings_has_any(struct siblings *siblings, const struct model_condition *condition) {
    struct space_budget *budget = &siblings->findings->budget;
    for (size_t i = 0; i < condition->value_count; i++) {
        for (size_t k = i + 1; k < condition->value_count; k++) {
            budget->exceeded = budget->exceeded || budget->left == 0;
            budget->left -= budget->left > 0;
            if (siblings_alike(condition->values[i].folded, condition->values[k].folded)) return true;
        }
    }
    return false;
}

static int siblings_by_number(const void *left, const void *right) {
    uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
    return (a > b) - (a < b);
}

/* The lists that share two values with the list and more, of other measures. */
static void siblings_ask(struct siblings *siblings, const struct siblings_list *whole) {
    const struct model_condition *condition = whole->condition;
    siblings->touched_count = 0;
    for (size_t i = 0; i < condition->value_count; i++) {
        const char *folded = condition->values[i].folded;
        size_t use = siblings_first(siblings, condition->field, folded);
        for (; siblings_is_use(siblings, use, condition->field, folded); use++) {
            uint32_t list = siblings->uses[use].list;
            if (siblings->lists[list].measure == whole->measure) continue;
            if (siblings->shared[list]++ == 0) siblings->touched[siblings->touched_count++] = list;
        }
    }
    if (siblings->touched_count)
        qsort(siblings->touched, siblings->touched_count, sizeof *siblings->touched, siblings_by_number);
    for (size_t i = 0; i < siblings->touched_count; i++) {
        uint32_t list = siblings->touched[i], shared = siblings->shared[list];
        siblings->shared[list] = 0;
        if (shared >= 2 && shared < condition->value_count && !siblings->findings->budget.exceeded)
            siblings_pair(siblings, whole, &siblings->lists[list], shared);
    }
}

void finding_siblings(struct findings *findings) {
    struct siblings siblings = {.findings = findings};
    siblings_gather(&siblings);
    siblings.row = box_new(findings->space);
    siblings.swapped = box_new(findings->space);
    for (size_t i = 0; i < siblings.list_count && !findings->budget.exceeded; i++) {
        const struct model_condition *condition = siblings.lists[i].condition;
        if (condition->test != ASSAY_ANY_OF || condition->value_count < 3) continue;
        if (!siblings_has_any(&siblings, condition)) continue;
        if (!siblings.uses) siblings_index(&siblings);
        siblings_ask(&siblings, &siblings.lists[i]);
    }
}
